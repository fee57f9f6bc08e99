"""The codes under which an event is exported: its PLOVER type and its CAMEO root, with PLOVER's folding.

What comes in: a mention (or a candidate: the same fields are read). What goes out: a pair of strings or None. The
event's own type is not touched: PLOVER has no factuality, so a planned meeting is exported as AGREE, threatened force
as THREATEN, a demanded action as REQUEST, a refused one as REJECT.

Source: PLOVER manual 0.8; CAMEO codebook 1.1b3.
"""

from __future__ import annotations

from typing import Protocol

from timeline.lexicons.events import EventLexicon, event_lexicon

_WORDS = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_ROOTS = {"AGREE": "03", "REQUEST": "10", "REJECT": "12", "THREATEN": "13"}


class Coded(Protocol):
    """What is read of a mention, or of one in the making."""

    @property
    def type(self) -> str:
        """Its type."""

    @property
    def mode(self) -> str | None:
        """Its mode."""

    @property
    def factuality(self) -> str:
        """Its factuality."""

    @property
    def polarity(self) -> str:
        """Its polarity."""

    @property
    def aspect(self) -> str:
        """Its aspect."""


def codes(mention: Coded, lexicon: EventLexicon | None = None) -> tuple[str | None, str | None]:
    """PLOVER type and CAMEO code of a mention, None where the scheme has no such event.

    A march that is planned gives ``("THREATEN", "13")``, one that happened ``("PROTEST", "14")``.
    """
    kind = (lexicon or event_lexicon()).types[mention.type]
    mode = mention.mode or ""
    plover = kind.mode_plover.get(mode, kind.plover)
    cameo = kind.mode_cameo.get(mode, kind.cameo)
    if mention.type == "AGREE" and mention.factuality == "denied":
        return "REJECT", _ROOTS["REJECT"]
    if plover is None or mention.type in _WORDS:
        return plover, cameo
    folded = _folded(mention, kind.quad)
    return (folded, _ROOTS[folded]) if folded else (plover, cameo)


def _folded(mention: Coded, quad: str) -> str | None:
    """The type of words that stands for an action that is not (yet) done; None when it is."""
    if mention.factuality == "denied" or mention.polarity == "negative":
        return "REJECT"
    if mention.factuality == "called_for":
        return "REQUEST"
    if mention.factuality in ("planned", "possible") or (
        mention.factuality == "reported" and mention.aspect == "prospective"
    ):
        return "THREATEN" if quad == "material conflict" else "AGREE"
    return None
