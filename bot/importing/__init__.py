"""Vacancies of others, read: from bytes to records, and from a record to a vacancy. Pure; never raises on a record."""
