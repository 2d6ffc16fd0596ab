"""Conversations written down by people, played against the bot (design section 5)."""
