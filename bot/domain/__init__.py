"""People, profiles and rules: frozen values, pure functions."""
