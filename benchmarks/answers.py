"""The ten questions that every contender asks, and what the person answers: data, no code."""

from __future__ import annotations

from typing import NamedTuple


class Question(NamedTuple):
    """One question of the dialog: its name, its sentence, and the answer that the benchmark gives."""

    name: str
    sentence: str
    answer: str


QUESTIONS = (
    Question("name", "Hoe heet je?", "Fatima"),
    Question("work", "Welk werk wil je doen?", "schoonmaker"),
    Question("experience", "Hoe lang heb je dit werk gedaan?", "3 jaar"),
    Question("hours", "Hoeveel uur per week wil je werken?", "24 uur"),
    Question("days", "Op welke dagen kun je werken?", "maandag tot en met vrijdag overdag"),
    Question("place", "Waar woon je?", "Utrecht"),
    Question("travel", "Hoe lang wil je reizen?", "30 minuten met de fiets"),
    Question("language", "Spreek je Nederlands?", "een beetje"),
    Question("licence", "Heb je een rijbewijs?", "nee"),
    Question("start", "Wanneer wil je beginnen?", "meteen"),
)

ANSWERS = [question.answer for question in QUESTIONS]

REPLIES = [*(question.sentence for question in QUESTIONS[1:]), "Dank je wel. Dit waren alle vragen."]
"""What the bot says after each answer: the next question, or the last word."""
