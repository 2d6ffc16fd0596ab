"""An advertisement for work, read: strict, since a wrong answer is worse than none."""
