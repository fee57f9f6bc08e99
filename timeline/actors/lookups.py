"""One article as the name stages read it: its columns, what the tables know at a token, and what its capitals tell.

What comes in: tokens and the lexicon. What goes out: ``Lookups``, made once per article and shared. Where a name ends
is decided in ``names``, what it is in ``cutting``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress
from operator import itemgetter

from timeline.lexicons.actor_flags import FUNCTION
from timeline.lexicons.actors import ActorLexicon, Known, Place, Role
from timeline.values.text import TokenizedText

_FIRST = itemgetter(0)
_TITLE_CASE_SHARE = 0.4  # of all tokens; then each word is looked at


class Lookups:
    """What is known at each token of an article.

    Attributes:
        present: All words of the article, as they are written.
        capitalised: Words that stand with a capital inside a sentence.
        called: Last words of names that it has in full so far, by which alone a person or a club may be called.
        title_case: Sentences in which every word has a capital, where capitals tell nothing.
        shouted: Tokens of sentences that are all in capitals.
        openings: Tokens at which a name, a role or a pronoun may begin, in text order, some of them twice.
    """

    __slots__ = (
        "_name_lengths",
        "_names",
        "_place_lengths",
        "_role_lengths",
        "_role_seconds",
        "_roles",
        "called",
        "capitalised",
        "ends",
        "lexicon",
        "lowers",
        "openings",
        "present",
        "shouted",
        "starts",
        "text",
        "title_case",
        "words",
    )

    def __init__(self, tokens: TokenizedText, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon
        self.text = tokens.plain
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.starts = tokens.starts
        self.ends = tokens.ends
        self._names = lexicon.names
        self._name_lengths = lexicon.name_lengths
        self._place_lengths = lexicon.place_lengths
        self._roles = lexicon.roles
        self._role_lengths = lexicon.role_lengths
        self._role_seconds = lexicon.role_seconds
        self.present = set(tokens.words)
        self.capitalised: set[str] = set()
        self.called: set[str] = set()
        self.title_case: set[int] = set()
        self.shouted: set[int] = set()
        words, lowers = tokens.words, tokens.lowers
        firsts, seconds = lexicon.first_words, lexicon.seconds_needed
        written_large = tokens.large
        following = (*lowers[1:], "")
        # Half of the first words are like "the" and "a", which begin a role noun with few other words ("the accused").
        opening = [
            token
            for token in compress(range(len(words)), map(firsts.__contains__, lowers))
            if (needed := seconds.get(lowers[token])) is None or following[token] in needed
        ]
        self.openings = sorted((*written_large, *opening))
        capitals = list(compress(written_large, map(str.isupper, map(_FIRST, map(words.__getitem__, written_large)))))
        number = 0
        for sentence in tokens.sentences:
            first, end = sentence.first_token, sentence.end_token
            begin = bisect_right(capitals, first, number)
            number = bisect_left(capitals, end, begin)
            if number - begin > _TITLE_CASE_SHARE * (end - first) and self._is_title_case(first, end):
                self.title_case.add(sentence.index)
                if words[first].isupper() and all(word.isupper() or not word.isalpha() for word in words[first:end]):
                    self.shouted.update(range(first, end))
            else:
                self.capitalised.update(map(words.__getitem__, capitals[begin:number]))

    def _is_title_case(self, first: int, end: int) -> bool:
        """Whether every word but "of", "the" and the like begins with a capital."""
        flags = self.lexicon.words
        return not any(
            word.islower() and word.isalpha() and not flags.get(word, 0) & FUNCTION for word in self.words[first:end]
        )

    def known_at(self, first: int, end: int) -> tuple[int, Known] | None:
        """The longest known name that begins at a token and ends before ``end``: its end and what it is."""
        lengths = self._name_lengths.get(self.words[first])
        if lengths is None:
            return self._shouted_at(first, end) if first in self.shouted else None
        text, start, ends = self.text, self.starts[first], self.ends
        for length in lengths:
            last = first + length
            if last <= end:
                known = self._names.get(text[start : ends[last - 1]])
                if known is not None:
                    return last, known
        return None

    def _shouted_at(self, first: int, end: int) -> tuple[int, Known] | None:
        """As ``known_at``, for a name in a headline that is all in capitals: "SOUTH KOREA"."""
        for length in self._name_lengths.get(self.words[first].capitalize(), ()):
            last = first + length
            if last <= end:
                known = self._names.get(self.text[self.starts[first] : self.ends[last - 1]].title())
                if known is not None:
                    return last, known
        return None

    def place_at(self, first: int, end: int) -> tuple[int, tuple[Place, ...]] | None:
        """The longest place name of the gazetteer that begins at a token, with all its readings."""
        lengths = self._place_lengths.get(self.words[first])
        if lengths is None:
            return None
        text, start, ends = self.text, self.starts[first], self.ends
        for length in lengths:
            last = first + length
            if last <= end:
                places = self.lexicon.places(text[start : ends[last - 1]])
                if places:
                    return last, places
        return None

    def role_at(self, first: int, end: int) -> tuple[int, Role] | None:
        """The longest role noun that begins at a token ("prime minister")."""
        lengths = self._role_lengths.get(self.lowers[first])
        if lengths is None:
            return None
        if lengths[0] > 1 and first + 1 < end and self.lowers[first + 1] in self._role_seconds:
            text, start, ends = self.text, self.starts[first], self.ends
            for length in lengths:
                last = first + length
                if length > 1 and last <= end:
                    role = self._roles.get(text[start : ends[last - 1]].lower())
                    if role is not None:
                        return last, role
        role = self._roles.get(self.lowers[first]) if lengths[-1] == 1 else None
        return (first + 1, role) if role is not None else None
