"""Contact between a jobseeker and an employer: asked, answered, messages passed on, and the end (V6)."""
