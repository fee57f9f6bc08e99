"""Which reading of a word that governs holds where it stands: as verb, noun or word, alone or with the one behind it.

What comes in: a page, a token that governs and what hangs on it. What goes out: the row of the lexicon that holds
(``lexicons/en/factuality.toml``). What stands above the governor, and what comes of it, is read in ``scopes``.
"""

from __future__ import annotations

from timeline.events.article.page import Page
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    DETERMINER,
    GOVERNOR,
    GOVERNOR_HEAD,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
    Governor,
)
from timeline.lexicons.inflection import BASE, PAST, THIRD

# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_FINITE_FORMS = BASE | THIRD | PAST
_FOR = frozenset(("for", "over"))
_REACH = 8  # tokens
_DETERMINER_POSSESSIVE_ADJECTIVE = DETERMINER | POSSESSIVE | ADJECTIVE
_PREPOSITION_TO_SUBORDINATOR = PREPOSITION | TO | SUBORDINATOR
_STOP_QUOTE = STOP | QUOTE
_TO_MODAL = TO | MODAL
_BE_NEGATION = BE | NEGATION


class GovernorReadings:
    """The words of one article that govern."""

    __slots__ = ("bits", "governors", "lowers", "page", "words")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers
        self.governors = page.lexicon.governors
        self.words = page.lexicon.scope

    def reading(self, token: int, complement: str, lemma: str = "") -> tuple[Governor | None, int]:
        """Which reading of a governor holds for such a complement, and where the governor ends."""
        if self.bits[token] & GOVERNOR_HEAD and token + 1 < len(self.lowers):
            for governor in self.governors.get(f"{self.lowers[token]} {self.lowers[token + 1]}", ()):
                if complement in governor.reaches and not (governor.part == "verb" and self._is_nominal(token)):
                    return governor, token + 2  # but "shelved plans for a merger"
        found = self.governors.get(self.lowers[token])
        if not found:
            return None, token + 1
        nominal = self._is_nominal(token)
        going = self.lowers[token] == "going" and token > 0 and bool(self.bits[token - 1] & _BE_NEGATION)
        best: Governor | None = None
        for governor in found:
            if complement not in governor.reaches or (governor.objects and lemma not in governor.objects):
                continue
            if governor.gate == "in" and "in" not in self.lowers[max(0, token - 2) : token]:
                continue
            if governor.gate == "passive" and not self._is_passive(token):
                continue
            if governor.gate == "be" and not self.bits[max(token - 1, 0)] & BE:
                continue
            if governor.gate == "ing" and not self.lowers[token].endswith("ing"):
                continue
            if governor.gate == "for" and _FOR.isdisjoint(self.lowers[token + 1 : token + _REACH]):
                continue
            if governor.part == ("word" if going else "noun" if nominal else "verb"):  # "is going to resign"
                return governor, token + 1
            if best is None:
                best = governor
        if best is not None and best.part == "verb" and nominal and not self.lowers[token].endswith(("ed", "ing")):
            return None, token + 1  # "negotiated with the suspect before leaving"
        if best is not None and best.part == "noun" and token and self.bits[token - 1] & _TO_MODAL:
            return None, token + 1  # "to sign the accord that was drafted"
        if best is not None and best.part == "word" and complement == "clause":
            said = self.lowers[token + 1] in ("that", "whether")  # "it is possible that"
            return (best if said or best.holds or best.effect == "denied" else None), token + 1
        return best, token + 1

    def _is_passive(self, token: int) -> bool:
        """Whether a form of "be" stands before a participle: "is reported", "were widely said"."""
        place = token - 1
        while place > 0 and self.bits[place] & ADVERB:
            place -= 1
        return place >= 0 and bool(self.bits[place] & BE) and self.lowers[token].endswith(("d", "t"))

    def _is_nominal(self, token: int) -> bool:
        """Whether a word that may govern as verb or noun stands as a noun."""
        if not token:
            return self._opens_phrase(token)
        before = self.bits[token - 1]
        if before & SUBJECT:
            return False
        if before & _DETERMINER_POSSESSIVE_ADJECTIVE:
            return True
        if before & _STOP_QUOTE:
            return self._opens_phrase(token)
        if before & TRIGGER and not before & AUXILIARY:
            word = self.page.lexicon.words[self.lowers[token - 1]]
            if self.page.finite(token - 1) or (not word.noun and word.forms & _FINITE_FORMS):
                return True  # "rejected calls", "Police foil plot"
            if word.forms & BASE and token > 1 and self.lowers[token - 2].endswith("s") and not self.bits[token - 2]:
                return True  # "Lawmakers reject call"
        if before & GOVERNOR and not before & TRIGGER and self.lowers[token - 1].endswith("ed"):
            return True  # "ditched plans"
        return bool(before & PREPOSITION) and not before & TO

    def _opens_phrase(self, token: int) -> bool:
        """Whether a plural at the start of a sentence is a noun: "Calls for talks grew"."""
        return self.lowers[token].endswith("s") and bool(self.bits[token + 1] & _PREPOSITION_TO_SUBORDINATOR)


__all__ = ["GovernorReadings"]
