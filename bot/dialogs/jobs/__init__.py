"""Vacancies in the chat with a jobseeker: shown, chosen, refused, and sent as often as somebody wants."""
