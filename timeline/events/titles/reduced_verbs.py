"""Which past forms of a sentence are no verbs of a clause: participles that tell of the noun before them.

What comes in: the outline of a sentence. What goes out: whether a verb in it is finite and a clause's own. Which of the
own ones tells an event is decided in ``clause_verbs``.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import (
    AND,
    COMMA_ITEM,
    NOUN,
    NOUN_WITH_TIME,
    TIME,
    VERB,
    VERB_COMMA,
    WITH,
)
from timeline.events.article.page import Page
from timeline.events.clauses.outline import Outline
from timeline.events.titles.line_names import LineNames
from timeline.lexicons.inflection import PARTICIPLE, PAST
from timeline.values.text import Sentence

_REACH = 24  # items between a verb and the one above it
_WITH_TIME = frozenset((WITH, TIME))
_PAST_PARTICIPLE = PAST | PARTICIPLE


class ReducedVerbs:
    """The past forms of one article."""

    __slots__ = ("_heads", "_lexicon", "_openings_of", "_own", "_telling", "outline", "page", "told")

    def __init__(self, told: LineNames, page: Page, outline: Callable[[Sentence], Outline]) -> None:
        self.told = told
        self.page = page
        self.outline = outline
        self._lexicon = page.lexicon
        # By the first token of a verb, or of a sentence: the events of one sentence ask for the same.
        self._own: dict[int, bool] = {}
        self._telling: dict[int, bool] = {}
        self._heads: dict[int, tuple[str, list[tuple[int, int]], int] | None] = {}
        self._openings_of: dict[int, list[tuple[int, int, int, int]]] = {}

    def is_own(self, outline: Outline, verb: int, candidate: Candidate | None = None) -> bool:
        """Whether a verb is finite and no participle behind a noun."""
        item = outline.items[verb]
        if candidate is not None and candidate.reading == "verb" and item.first <= candidate.first_token < item.end:
            behind_noun = verb > 0 and outline.items[verb - 1].kind != VERB
            if behind_noun and candidate.tense is not None and not item.infinitive and not item.finite:
                return True  # "the rights, which expire in May": a plural form
            if item.finite and (item.bare or candidate.tense is not None):
                return candidate.tense is not None and not (item.bare and self._hangs(outline, verb))
        own = self._own.get(item.first)
        if own is None:
            own = item.finite and self.told.lowers[item.first] not in self.told.known.participial
            own = self._own[item.first] = own and not self.is_reduced(outline, verb)
        return own

    def _hangs(self, outline: Outline, verb: int) -> bool:
        """Whether a bare past form only tells of the noun before it."""
        if self._is_inserted(outline, verb) or self._tells_of(outline, verb) or self._is_appended(outline, verb):
            return True
        around = outline.items[max(0, verb - 1) : verb + 2]
        return len(around) > 2 and around[0].kind == TIME == around[2].kind  # "the third quarter [ended] Sept. 30"

    def is_reduced(self, outline: Outline, verb: int) -> bool:
        """Whether a past form is a participle behind its noun; "came" and "took" never are."""
        if not outline.items[verb].bare:
            return False
        if not outline.is_reduced(verb) and not self._tells_of(outline, verb):
            return self._is_appended(outline, verb)
        word = self._lexicon.words.get(self.told.lowers[self.main(outline, verb)])
        return word is None or word.forms & _PAST_PARTICIPLE != PAST

    def _tells_of(self, outline: Outline, verb: int) -> bool:
        """Whether a bare past form stands between a noun and its verb: "a van [found] at the port was his"."""
        item = outline.items[verb]
        known = self._telling.get(item.first)
        if known is None:
            known = self._telling[item.first] = item.bare and self._is_before_verb(outline, verb)
        return known

    def _is_before_verb(self, outline: Outline, verb: int) -> bool:
        """Whether the finite verb of its noun stands behind a bare past form."""
        items = outline.items
        item = items[verb]
        if not verb or items[verb - 1].kind != NOUN:
            return False
        for place in range(verb + 1, min(len(items), verb + 1 + _REACH)):
            later = items[place]
            if later.kind == VERB:
                if later.finite:
                    told = item.reporting and items[place - 1].kind == NOUN and items[place - 2].kind != WITH
                    return items[verb + 1].kind != NOUN and not told  # but "said on Monday the port was closed"
                if not later.infinitive:
                    return False
            elif later.kind not in NOUN_WITH_TIME:
                return False
        return False

    def _is_appended(self, outline: Outline, verb: int) -> bool:
        """Whether a bare past form behind a comma joins no other verb: "the arrest of Hale, indicted in May"."""
        items = outline.items
        if not items[verb].bare or verb < 2 or items[verb - 1].kind != COMMA_ITEM or items[verb - 2].kind != NOUN:
            return False
        if (
            verb + 1 >= len(items)
            or items[verb + 1].kind not in _WITH_TIME
            or outline.parenthesis(verb - 1) is not None
        ):
            return False
        for place in outline.joints:
            if place > verb and items[place].kind == AND and place + 1 < len(items) and items[place + 1].bare:
                return False
        return True

    def _is_inserted(self, outline: Outline, verb: int) -> bool:
        """Whether a bare past form tells of a noun between commas: "The road, opened in May, was closed"."""
        items = outline.items
        if verb < 2 or not items[verb].bare or items[verb - 1].kind != COMMA_ITEM or items[verb - 2].kind != NOUN:
            return False
        if any(item.kind == VERB and not item.reporting for item in items[: verb - 2]):
            return False
        closing = next((one for one in range(verb + 1, len(items) - 1) if items[one].kind in VERB_COMMA), 0)
        behind = items[closing + 1] if closing and items[closing].kind == COMMA_ITEM else None
        return behind is not None and behind.kind == VERB and behind.finite

    def main(self, outline: Outline, verb: int) -> int:
        """The main verb of a group: the last of its tokens that no particle follows."""
        item = outline.items[verb]
        lexicon = self._lexicon.words
        for token in range(item.first, item.end):
            word = lexicon.get(self.told.lowers[token])
            if word is not None and word.verb == item.word:
                return token
        return max(item.first, item.end - 1)
