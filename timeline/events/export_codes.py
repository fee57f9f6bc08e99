"""The codes under which an event is exported: its PLOVER type and its CAMEO root, with PLOVER's folding.

What comes in: a mention and the text it stands in. What goes out: a pair of strings or None. The event's own type is
not touched: PLOVER has no factuality, so a planned meeting is exported as AGREE, threatened force as THREATEN, a
demanded action as REQUEST, a refused one as REJECT. What somebody wishes to do himself is no demand: "hopes to meet"
is AGREE.

Source: PLOVER manual 0.8; CAMEO codebook 1.1b3.
"""

from __future__ import annotations

from typing import Protocol

from timeline.lexicons.event_records import EventType
from timeline.lexicons.events import EventLexicon, event_lexicon
from timeline.values.text import Span

_WORDS = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_DEALINGS = frozenset(("04", "06"))  # roots of travel and trade, for which PLOVER has no type
#: Word classes of forms that wish, weigh an option, deny a deed, break off what is going on, attempt, threaten,
#: make an end of what hurts another, decide.
_WISHES, _WEIGHS, _DENIES, _BREAKS_OFF, _ATTEMPTS = "wishes", "weighs", "denies", "breaks_off", "attempts"
_THREATENS, _LETS_OFF, _DECIDES, _PROMISES = "threatens", "lets_off", "decides", "promises"
_OPTION, _DENIAL, _BROKEN_OFF = (
    "014",
    "016",
    "16",
)  # considers a policy option, denies responsibility, reduces relations
_WORD = 24  # characters before "not" among which a word of promising stands
_HOSTILE = "material conflict"
_EASED = frozenset(("SANCTION", "COERCE", "PROTEST"))  # of those, what a concession ends; the rest is retreat
_MEASURES = frozenset(("SANCTION", "COERCE"))  # what a state does by deciding it
_LASTING = frozenset(("AID", "COOPERATE", "CONSULT"))  # what goes on until somebody breaks it off
_AHEAD = frozenset(("planned", "possible"))
_ENDABLE = frozenset(
    ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "COOPERATE")
)  # nouns that a verb makes an end of
_NOT_ENDED = frozenset((None, "THREATEN"))  # what these were without that verb
_PARTING = "parting"  # class of words between which and a noun no object stands
_LOOK_BACK, _WORDS_BEFORE = 40, 4  # characters and words before a noun that are looked at
_ROOTS = {"AGREE": "03", "REQUEST": "10", "REJECT": "12", "THREATEN": "13", "CONCEDE": "08", "RETREAT": "08"}


class Coded(Protocol):
    """What is read of a mention, or of one in the making."""

    @property
    def type(self) -> str:
        """Its type."""

    @property
    def mode(self) -> str | None:
        """Its mode."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def factuality(self) -> str:
        """Its factuality."""

    @property
    def polarity(self) -> str:
        """Its polarity."""

    @property
    def aspect(self) -> str:
        """Its aspect."""

    @property
    def lemma(self) -> str:
        """The word that names it."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def factuality_cue(self) -> Span | None:
        """The words that made it other than happened."""


def codes(mention: Coded, lexicon: EventLexicon | None = None, *, text: str = "") -> tuple[str | None, str | None]:
    """PLOVER type and CAMEO code of a mention, None where the scheme has no such event.

    A march that is planned gives ``("THREATEN", "13")``, one that happened ``("PROTEST", "14")``; "urged" is an
    appeal, ``("REQUEST", "02")``, "demanded" is not. Without ``text`` wishes count as demands.
    """
    lexicon = lexicon or event_lexicon()
    kind = lexicon.types[mention.type]
    plover, cameo = _own_codes(mention, kind)
    if mention.type == "AGREE" and mention.factuality == "denied":
        return "REJECT", _ROOTS["REJECT"]
    if mention.type == "REJECT" and mention.factuality == "denied":
        return plover, _OPTION  # "did not rule out force"
    dealing = plover is None and cameo in _DEALINGS
    if not dealing and (plover is None or mention.type in _WORDS):
        if mention.factuality in _AHEAD and _cue(mention, text) & lexicon.classes[_THREATENS]:
            return "THREATEN", _ROOTS["THREATEN"]  # "threatened to sue"
        return plover, cameo
    folded = _folded(mention, kind.quad)
    if folded == "REQUEST" and _is_wish(mention, text, lexicon.classes[_WISHES]):
        folded = "THREATEN" if kind.quad == _HOSTILE else "AGREE"
    if dealing:  # "agreed to sell wheat to Chile" is willingness
        return folded if folded in ("REJECT", "REQUEST") else None, _ROOTS[folded] if folded else cameo
    if folded in _NOT_ENDED and mention.type in _ENDABLE and mention.polarity != "negative":
        ended = _ended(mention, text, lexicon)
        if ended is not None:
            return ("AGREE", _ROOTS["AGREE"]) if folded and ended[0] != "SANCTION" else ended
    if folded is None:
        return plover, cameo
    return _folded_codes(mention, folded, text, lexicon, plover, cameo)


def _own_codes(mention: Coded, kind: EventType) -> tuple[str | None, str | None]:
    """The codes of what a mention names, as if it had happened."""
    mode, lemma = mention.mode or "", mention.lemma
    cameo = (
        kind.lemma_cameo.get(lemma)
        or kind.lemma_cameo.get(lemma.partition(" ")[0])
        or kind.label_cameo.get(mention.label)
        or kind.mode_cameo.get(mode, kind.cameo)
    )
    return kind.lemma_plover.get(lemma) or kind.mode_plover.get(mode, kind.plover), cameo


def _ended(mention: Coded, text: str, lexicon: EventLexicon) -> tuple[str, str] | None:
    """The codes of what the verb before it makes an end of: "lifted its blockade", "ended its cooperation"."""
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start].lower().split()[-_WORDS_BEFORE:]
    lasting = mention.type in _LASTING
    ends = lexicon.classes[_BREAKS_OFF if lasting else _LETS_OFF]
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word in ends:
            if lasting:
                return "SANCTION", _BROKEN_OFF
            return "CONCEDE" if mention.type in _EASED else "RETREAT", _ROOTS["CONCEDE"]
        if not word.isalpha() or word in lexicon.classes[_PARTING]:
            return None
    return None


def _folded_codes(
    mention: Coded, folded: str, text: str, lexicon: EventLexicon, plover: str | None, cameo: str | None
) -> tuple[str | None, str | None]:
    """The codes of what is not (yet) done, by the words that made it so."""
    cue = _cue(mention, text)
    if cue & lexicon.classes[_ATTEMPTS]:
        return plover, cameo  # "tried to invade"
    if folded == "REJECT":
        if cue & lexicon.classes[_DENIES]:
            return folded, _DENIAL
        hostile = lexicon.types[mention.type].quad == _HOSTILE
        if hostile and _is_sworn_off(mention, text, lexicon.classes[_PROMISES]):
            return "AGREE", _ROOTS["AGREE"]  # "promised not to attack"
        if mention.type in _LASTING and cue & lexicon.classes[_BREAKS_OFF]:
            return "SANCTION", _BROKEN_OFF
        if hostile and cue & lexicon.classes[_LETS_OFF] and not _is_own_cue(mention):
            folded = "CONCEDE" if mention.type in _EASED else "RETREAT"  # "called off the raid", "dropped its duties"
    elif folded != "REQUEST" and cue & lexicon.classes[_THREATENS]:
        folded = "THREATEN"  # "threatened to pull out"
    elif folded == "THREATEN" and mention.type in _MEASURES and cue & lexicon.classes[_DECIDES]:
        return plover, cameo  # "voted to break off relations"
    elif cue & lexicon.classes[_WEIGHS]:
        return folded, _OPTION
    return folded, _ROOTS[folded]


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


def _is_own_cue(mention: Coded) -> bool:
    """Whether an event's own word is what made it other than happened."""
    cue = mention.factuality_cue
    return cue is not None and cue.start == mention.start


def _cue(mention: Coded, text: str) -> frozenset[str]:
    """The words that made an event other than happened, as they are written but small."""
    cue = mention.factuality_cue
    return frozenset() if cue is None else frozenset(text[cue.start : cue.end].lower().split())


def _is_sworn_off(mention: Coded, text: str, promises: frozenset[str]) -> bool:
    """Whether somebody gave his word not to do what a mention tells: "promised not to attack"."""
    cue = mention.factuality_cue
    if cue is None or text[cue.start : cue.end].lower() != "not":
        return False
    before = text[max(0, cue.start - _WORD) : cue.start].lower().split()
    return bool(before) and before[-1] in promises


def _is_wish(mention: Coded, text: str, wishes: frozenset[str]) -> bool:
    """Whether an event is what its own actor wishes to do: "is seeking to deepen", not "wants Chile to deepen"."""
    cue = mention.factuality_cue
    if cue is None or text[cue.start : cue.end].lower() not in wishes:
        return False
    return text[cue.end : mention.start].lstrip().startswith("to ")
