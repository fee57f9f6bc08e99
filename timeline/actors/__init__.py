"""Sentences to actors: ``find`` names them, ``resolve`` says who is who within an article."""

from timeline.actors.finder import find
from timeline.actors.resolver import resolve

__all__ = ["find", "resolve"]
