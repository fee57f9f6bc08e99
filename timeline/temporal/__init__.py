"""Sentences to time expressions: ``tag`` finds them, ``resolve`` anchors them to the day of publication."""

from timeline.temporal.resolver import resolve
from timeline.temporal.tagger import tag

__all__ = ["resolve", "tag"]
