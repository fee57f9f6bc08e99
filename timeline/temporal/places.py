"""The place of a match in its sentence, as guards see it: what stands before and behind, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.values.text import Sentence, TokenizedText

YEAR_DIGITS = 4


class Place:
    """A half-open token range, its sentence, and the word lists of the lexicon.

    Attributes:
        before, after: The lower-case words beside the match within its sentence; empty at the edges.
        lists: Word lists by name (``en/time_guards.toml``).
        names: Weekdays and months that stood as names so far in the article; guards add to it.
    """

    __slots__ = ("after", "before", "end", "first", "lists", "names", "sentence", "tokens")

    def __init__(
        self,
        tokens: TokenizedText,
        first: int,
        end: int,
        sentence: Sentence,
        lists: Mapping[str, frozenset[str]],
        names: set[str],
    ) -> None:
        self.tokens = tokens
        self.first = first
        self.end = end
        self.sentence = sentence
        self.lists = lists
        self.names = names
        self.before = tokens.lowers[first - 1] if first > sentence.first_token else ""
        self.after = tokens.lowers[end] if end < sentence.end_token else ""

    def moved(self, first: int, end: int) -> Place:
        """Another range of the same sentence."""
        return Place(self.tokens, first, end, self.sentence, self.lists, self.names)

    @property
    def lowers(self) -> tuple[str, ...]:
        """The matched words in lower case."""
        return self.tokens.lowers[self.first : self.end]

    @property
    def first_word(self) -> str:
        """The first matched word as written."""
        return self.tokens.words[self.first]

    @property
    def last_word(self) -> str:
        """The last matched word as written."""
        return self.tokens.words[self.end - 1]

    @property
    def opens(self) -> bool:
        """Whether it opens its sentence."""
        return self.first == self.sentence.first_token

    def lower_at(self, offset: int) -> str:
        """The lower-case word ``offset`` tokens from the first one (-1 is before it); empty outside the sentence."""
        number = self.first + offset
        return self.tokens.lowers[number] if self.sentence.first_token <= number < self.sentence.end_token else ""

    def word_at(self, offset: int) -> str:
        """The same as written."""
        number = self.first + offset
        return self.tokens.words[number] if self.sentence.first_token <= number < self.sentence.end_token else ""

    @property
    def touches_next(self) -> bool:
        """Whether the next token follows without a blank."""
        return bool(self.after) and self.tokens.starts[self.end] == self.tokens.ends[self.end - 1]

    @property
    def after_is_lower(self) -> bool:
        """Whether a word in small letters follows that is no function word."""
        return (
            self.after.isalpha()
            and self.tokens.words[self.end][0].islower()
            and self.after not in self.lists["function"]
        )

    @property
    def counts_things(self) -> bool:
        """Whether what follows reads like a plural: "1998 tons"."""
        after = self.after
        return (
            after.isalpha()
            and after.endswith("s")
            and after not in self.lists["not_plural"]
            and not self.tokens.words[self.end][0].isupper()
        )

    @property
    def name_before(self) -> bool:
        """Whether a capitalised word that is no function word stands before: "Theresa May"."""
        if self.opens:
            return False
        word = self.tokens.words[self.first - 1]
        lower = word.lower()
        return word[0].isupper() and lower not in self.lists["function"] and lower not in self.lists["before_dates"]

    @property
    def name_behind(self) -> bool:
        """Whether a capitalised word that is not of the calendar stands behind: "April Quayle", "the Friday Club"."""
        if not self.after:
            return False
        word = self.tokens.words[self.end]
        return word[0].isupper() and word[-1] != "." and self.after not in self.lists["calendar"]

    @property
    def is_listed(self) -> bool:
        """Whether a calendar word or year stands before "and" or a comma: "in April and May", "1994, 1996"."""
        near = self.tokens.lowers[max(self.sentence.first_token, self.first - 3) : self.first - 1]
        return any(word in self.lists["calendar"] or is_year(word) for word in near)

    @property
    def is_listed_behind(self) -> bool:
        """Whether a list with a preposition leads to it: "in April and May", but not "April and June walked"."""
        opener = self.lower_at(-3)
        return opener in self.lists["before_dates"] and (opener != "," or self.lower_at(-4) in self.lists["calendar"])

    def is_after(self, name: str) -> bool:
        """Whether the word before is in a list."""
        return self.before in self.lists[name]


def is_year(word: str) -> bool:
    """Whether a word is four digits."""
    return len(word) == YEAR_DIGITS and word.isdigit()
