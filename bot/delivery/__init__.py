"""Edges out: the sender, its pace, one file a channel."""
