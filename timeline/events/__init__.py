"""Sentences, time expressions and actors to event mentions: ``detect`` is the door, ``redate`` dates stored mentions
again.
"""

from timeline.events.dates.dating import redate
from timeline.events.detector import EventReading, detect
from timeline.events.export_codes import codes

__all__ = ["EventReading", "codes", "detect", "redate"]
