"""Sentences to actors: ``find`` names them, ``resolve`` says who is who within an article, ``on_day`` what holds of
them on the day of publication."""

from timeline.actors.finder import find
from timeline.actors.resolver import resolve
from timeline.actors.terms import on_day

__all__ = ["find", "on_day", "resolve"]
