"""What we ask, in which order, and what follows: pure turns."""
