"""The chat with an employer: the same engine, other questions."""
