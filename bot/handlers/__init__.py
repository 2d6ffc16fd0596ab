"""Edges in: what a channel brings becomes an event."""
