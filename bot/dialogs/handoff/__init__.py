"""A human steps in: asked for, waited for, and there."""
