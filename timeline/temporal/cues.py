"""The direction that a sentence gives to a date: whether "Thursday" lies ahead or behind.

What comes in: the tokens and the range of an expression. What goes out: ``past``, ``future``, ``nearest`` or None, and
the words that say so. What the direction means for a weekday, month or quarter is decided in ``resolver``.

The order of the tests was measured on annotated news: a deadline word before the date, a past verb directly before it,
    a future group in the clause, a future word close behind.
"""

from __future__ import annotations

from timeline.lexicons.time import TimeLexicon
from timeline.values.text import Sentence, TokenizedText

Cue = tuple[str | None, str | None]

_AHEAD = 3  # tokens behind the date in which a future word still counts
_ON = ("on", "in")
_GOING = 8  # tokens between "is" and a day that what goes on is set for
_NO_DOING = ("nothing", "something", "anything", "everything", "morning", "evening", "during", "king")
_OPENING, _OPENING_AHEAD = 2, 14  # tokens before a date that opens its sentence; tokens behind it
_HAD_REACH = 10  # tokens to the left in which "had" turns a deadline back
_NO_REACH = 8  # tokens before "could" in which "neither" denies it
_WINDOW = 40  # tokens to the left that are looked at: longer clauses are lists
_OWNER_ENDINGS = ("'s", "’s")
_PERFECT = ("has", "have")
_SINCE, _BY = "since", "by"
_WAS = ("was", "were")
_HAPPENED = ("was", "were", "has", "have", "had")
_LINKERS = ("to", "for")
_WOULD = ("would", "'d")
_NOT = ("did", "n't", "not")
_NO_CUE: Cue = (None, None)


class CueFinder:
    """Cue words of one lexicon, ready to be looked up."""

    __slots__ = (
        "_ahead_noun",
        "_arrange",
        "_article",
        "_bare_plan",
        "_be",
        "_break",
        "_break_after",
        "_called_off",
        "_deadline",
        "_deadline_lengths",
        "_function",
        "_future",
        "_hearsay",
        "_invite",
        "_many",
        "_negation",
        "_opening",
        "_past",
        "_past_plan",
        "_plan",
        "_plan_linkers",
        "_present_passive",
        "_report",
        "_skipped",
        "_telling",
        "_threat",
        "_timetable",
        "_timetable_going",
        "_timetable_plural",
        "_would",
    )

    def __init__(self, lexicon: TimeLexicon) -> None:
        cues = lexicon.cues
        self._deadline = cues["deadline"]
        lengths: dict[str, set[int]] = {}
        for words in self._deadline:
            lengths.setdefault(words.rpartition(" ")[2], set()).add(words.count(" ") + 1)
        #: The last word of a deadline to how many words those with it have, shortest first.
        self._deadline_lengths = {last: sorted(found) for last, found in lengths.items()}
        self._future = cues["future"]
        self._plan = cues["plan"]
        self._bare_plan = cues["bare_plan"]
        self._plan_linkers = cues["plan_linkers"]
        self._article = cues["article"]
        self._negation = cues["negation"]
        self._invite = cues["invite"]
        self._arrange = cues["arrange"]
        self._threat = cues["threat"]
        self._be = cues["be"]
        self._present_passive = cues["be"] | cues["undergoing"]
        self._timetable = cues["timetable"]
        self._timetable_plural = cues["timetable_plural"]
        self._timetable_going = cues["timetable_going"]
        self._opening = cues["opening"]
        self._called_off = cues["called_off"]
        self._many = cues["many"]
        self._function = lexicon.guard_words["function"]
        self._ahead_noun = cues["ahead_noun"]
        self._report = cues["report"]
        self._hearsay = cues["hearsay"]
        self._past = cues["past"] | cues["report"]
        self._past_plan = cues["past_plan"]
        self._skipped = cues["skipped"]
        self._break = cues["break"]
        self._break_after = cues["break_after_comma"]
        self._would = cues["would"]
        #: All words that the walk to the left stops at; regular pasts are known by their ending.
        self._telling = frozenset(_LINKERS).union(
            (",", "to", "being", "'d"),
            *(self._break, self._future, self._invite, self._arrange, self._threat, self._plan, self._be),
            *(self._timetable, self._timetable_plural, self._past, self._would),
        )

    def find(self, tokens: TokenizedText, first: int, end: int, sentence: Sentence) -> Cue:
        """The direction for the expression of tokens ``first`` to ``end``.

        "will meet on [Thursday]" is ``("future", "will")``, "said [Thursday]" is ``("past", "said")``.
        """
        lowers = tokens.lowers
        start = max(sentence.first_token, first - _WINDOW)
        found = self._directly_before(lowers, start, first, end, sentence) if first > start else None
        return (
            found
            or self._to_the_left(lowers, start, first, end, sentence)
            or self._behind(lowers, first, end, sentence)
        )

    def is_report(self, word: str | None) -> bool:
        """Whether a word reports: "said" tells nothing of a month in what was said."""
        return word in self._report

    def _directly_before(
        self, lowers: tuple[str, ...], start: int, first: int, end: int, sentence: Sentence
    ) -> Cue | None:
        """What the word before the date says: "since", a deadline, a past verb."""
        if lowers[first - 1] == _SINCE:
            return "past", _SINCE
        for length in self._deadline_lengths.get(lowers[first - 1], ()):
            words = " ".join(lowers[max(start, first - length) : first])
            if words not in self._deadline:
                continue
            if past := self._passed(words, lowers, first, end, sentence):
                return "past", past
            return ("past", "had") if self._had_near(lowers, start, first, end, sentence) else ("future", words)
        near = first - 1
        while near > start and lowers[near] in self._skipped:
            near -= 1
        word = lowers[near]
        if self._is_past(word) and word not in self._past_plan and not self._undergoes(lowers, near):
            return "past", word
        return None

    def _to_the_left(self, lowers: tuple[str, ...], start: int, first: int, end: int, sentence: Sentence) -> Cue | None:
        """The nearest word of the clause that plans, else the nearest verb in the past or in a timetable."""
        seen: Cue | None = None
        linked = False  # whether "to" or "for" stands between
        owns = self._owns(lowers, end, sentence)
        for number in range(first - 1, start - 1, -1):
            word = lowers[number]
            if word not in self._telling and not word.endswith("ed"):
                continue
            following = lowers[number + 1] if number + 1 < first else ""
            if word == ",":
                if following in self._break_after or (seen and seen[0] == "past"):
                    break  # "..., who asked not to be named, met them on Thursday"
                continue
            if word in self._break and number < first - 1:
                break
            if linked and (word in self._invite or (owns and word in self._threat)):
                return "future", word
            linked = linked or word in _LINKERS
            if ahead := self._planned(lowers, number, start, first, end, sentence):
                return ahead
            if seen is None:
                seen = self._verb(lowers, number, start, first, end, sentence)
        return seen

    def _planned(
        self, lowers: tuple[str, ...], number: int, start: int, first: int, end: int, sentence: Sentence
    ) -> Cue | None:
        """What a word says that plans for certain: "will", "is to", "expected to", "talks to begin"."""
        word = lowers[number]
        before = lowers[number - 1]
        following = lowers[number + 1] if number + 1 < first else ""
        if word in self._future:
            return "future", word
        if word in self._arrange and before in _PERFECT:
            return "future", f"{before} {word}"
        if word in self._plan and (self._plans(lowers, number, first) or self._is_expected(lowers, number)):
            if word in self._past_plan and "had" in lowers[max(start, number - 3) : number]:
                return "past", "had"
            return "nearest" if self._is_called_off(lowers, end, sentence) else "future", f"{word} {following}"
        if word in _WAS and following == "to" and number + 2 < first and lowers[number + 2] != "have":
            return "future", f"{word} to"
        if word == "to" and following in self._opening and self._stands_free(lowers, number, start):
            return "future", f"to {following}"
        if (following == "to" and word in self._be) or (word == "being" and before in self._be):
            return "future", f"{word} {following}"
        if word == "to" and following == "be" and before not in self._hearsay:
            return "future", "to be"
        return ("future", "would be") if word in _WOULD and following == "be" else None

    def _verb(
        self, lowers: tuple[str, ...], number: int, start: int, first: int, end: int, sentence: Sentence
    ) -> Cue | None:
        """What a verb says unless a word before it plans: "meets", "met", "could not", "would"."""
        word = lowers[number]
        before = lowers[number - 1]
        following = lowers[number + 1] if number + 1 < first else ""
        if (word in self._timetable and before not in _NOT) or (
            word in self._timetable_plural and number > start and self._is_many(before)
        ):
            return "future", word
        if word in self._be and self._is_set(lowers, number, first):
            return "future", f"{word} {following}"
        if self._is_past(word) and word not in self._past_plan and not self._undergoes(lowers, number):
            return "past", word
        if word == "could" and self._is_denied(lowers, number, start, following):
            return "past", "could not"
        if word in self._would:
            # "could meet on Thursday" looks ahead; "could have met" and "around Wednesday's ruling" do not.
            behind = lowers[end] if end < sentence.end_token else ""
            return ("future", word) if following != "have" and behind != "'s" else (None, word)
        return None

    def _is_set(self, lowers: tuple[str, ...], number: int, first: int) -> bool:
        """Whether the present tells what is set for the day right behind it: "is meeting on Friday", "is on Sunday"."""
        following = lowers[number + 1] if number + 1 < first else ""
        if following in _ON and number + 2 == first:
            return True
        if not following.endswith("ing") or following in _NO_DOING:
            return False
        if following in self._timetable_going and first - number <= _GOING:
            return True  # "is opening a plant in June"
        return all(word in self._skipped for word in lowers[number + 2 : first])

    def _behind(self, lowers: tuple[str, ...], first: int, end: int, sentence: Sentence) -> Cue:
        """What stands behind the date; one that opens its sentence is governed by the first verb there."""
        noun = end + int(self._owns(lowers, end, sentence))
        if noun < sentence.end_token and lowers[noun] in self._ahead_noun:
            return "future", lowers[noun]
        opens = first - sentence.first_token <= _OPENING
        for number in range(end, min(end + (_OPENING_AHEAD if opens else _AHEAD), sentence.end_token)):
            word = lowers[number]
            following = lowers[number + 1] if number + 1 < sentence.end_token else ""
            if word in self._future or (word in self._be and following == "to"):
                return "future", word
            if opens and word in self._plan and following in self._plan_linkers and self._is_present(lowers, number):
                return "future", f"{word} {following}"
            if self._is_past(word) and not self._undergoes(lowers, number):
                return "past", word
            if opens and lowers[end] != ":" and word in self._timetable_plural and self._is_many(lowers[number - 1]):
                return "future", word  # "On Friday, voters go to the polls"
        return _NO_CUE

    def _owns(self, lowers: tuple[str, ...], end: int, sentence: Sentence) -> bool:
        """Whether the date is a possessive: "Thursday's"."""
        return end < sentence.end_token and lowers[end] in _OWNER_ENDINGS

    def _plans(self, lowers: tuple[str, ...], number: int, first: int) -> bool:
        """Whether a word promises what comes: "expected to", "due in court", but not "due to the storm"."""
        following = lowers[number + 1] if number + 1 < first else ""
        if lowers[number] == "due" and following == "to":
            return number + 2 < first and lowers[number + 2] not in self._article
        if following in self._plan_linkers:
            return True
        named = number > 0 and lowers[number - 1] in self._article  # "the plan on Monday" tells of none
        return lowers[number] in self._bare_plan and bool(following) and not named

    def _is_expected(self, lowers: tuple[str, ...], number: int) -> bool:
        """Whether a plan is told of somebody: "is expected in Rome on Thursday"."""
        return number > 0 and lowers[number] in self._past_plan and lowers[number - 1] in self._be

    def _is_present(self, lowers: tuple[str, ...], number: int) -> bool:
        """Whether a plan is one of today: "plans to", "is expected to", but not "had hoped to"."""
        before = lowers[number - 1]
        return before not in self._article and (lowers[number] not in self._past_plan or before in self._be)

    def _stands_free(self, lowers: tuple[str, ...], number: int, start: int) -> bool:
        """Whether "to" opens what a noun is meant for: "talks to begin Monday", but not "forced to close Monday"."""
        before = lowers[number - 1] if number > start else ""
        return before.isalpha() and not self._is_past(before) and before not in self._function

    def _is_called_off(self, lowers: tuple[str, ...], end: int, sentence: Sentence) -> bool:
        """Whether what was planned for the date has fallen through: "a rally planned for Saturday was cancelled"."""
        behind = lowers[end : min(end + _AHEAD, sentence.end_token)]
        return len(behind) > 1 and behind[0] in _HAPPENED and not self._called_off.isdisjoint(behind)

    def _is_many(self, word: str) -> bool:
        """Whether a word can be the subject of a verb in the plural: "talks", "they"."""
        return word in self._many or (word.endswith("s") and len(word) > len("his") and word not in self._break)

    def _is_denied(self, lowers: tuple[str, ...], number: int, start: int, following: str) -> bool:
        """Whether "could" tells what did not come about: "could not be reached Wednesday"."""
        return following in self._negation or not self._negation.isdisjoint(
            lowers[max(start, number - _NO_REACH) : number]
        )

    def _passed(self, words: str, lowers: tuple[str, ...], first: int, end: int, sentence: Sentence) -> str | None:
        """The past verb behind a deadline that opens its sentence: "By late Thursday 12 people were missing"."""
        if words != _BY or first - sentence.first_token > _OPENING:
            return None
        for number in range(end, min(end + _OPENING_AHEAD, sentence.end_token)):
            word = lowers[number]
            if word in self._future or word in self._would or word in self._plan:
                return None
            if self._is_past(word) and not self._undergoes(lowers, number):
                return word
        return None

    def _had_near(self, lowers: tuple[str, ...], start: int, first: int, end: int, sentence: Sentence) -> bool:
        """Whether a perfect turns a deadline back: "had answered by Thursday", "Until Thursday they had not ..."."""
        return "had" in lowers[max(start, first - _HAD_REACH) : min(end + _AHEAD, sentence.end_token)]

    def _undergoes(self, lowers: tuple[str, ...], number: int) -> bool:
        """Whether a participle tells no past: "will be held", "is heard"; but "was held"."""
        return number > 0 and lowers[number - 1] in self._present_passive

    def _is_past(self, word: str) -> bool:
        return word in self._past or (len(word) > len("need") and word.endswith("ed"))
