"""Things that have a name, and what of an event means them: "the X20", "the plane", "it".

What comes in: candidates with their participants, the page, and the actors of the article. What goes out: the same
candidates; a participant that is a named thing has its whole name ("Orbit X20"), by which reports of it meet. A thing
is no actor and has no key. Where two things may be meant, neither is. What has a name is decided in ``thing_names``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.roles.thing_names import Naming, bare_numbers, namings_of, numbered_names, sentence_of, whole_names
from timeline.lexicons.things import thing_lexicon
from timeline.values.actors import ActorMention, Participant, build_participant
from timeline.values.text import TokenizedText

_REACH = 3  # sentences back that a description may reach
_NEAR = 1  # sentences back that "it" may reach
_MOST_NOUNS = 3  # words behind a name inside a phrase that say what it is: "the X20 airliner"
_DETERMINERS = frozenset(("the", "this", "that", "its", "their", "his", "her", "a", "an", "these", "those"))
_DEFINITE = frozenset(("the", "this", "that", "its", "their"))
_LAUNCH = "LAUNCH"
_PRONOUNS = frozenset(("it", "its", "It", "Its"))
_UNDERGOING = frozenset(("theme", "patient"))


def name_things(candidates: Sequence[Candidate], page: Page, mentions: Sequence[ActorMention]) -> None:
    """Give participants that are named things their whole name.

    After "Kestrel unveiled the Orbit X20." the theme ``the plane`` of "Airlines ordered the plane" is called "Orbit
    X20".
    """
    tokens = page.tokens
    launches = [candidate for candidate in candidates if candidate.type == _LAUNCH]
    namings = list(namings_of(page, mentions, thing_lexicon()))
    numbered = dict(numbered_names(launches, tokens)) if launches else {}
    if not namings and not numbered:
        return
    things = _Things(tokens, namings, numbered, mentions)
    for candidate in launches:
        things.launched.update(name for part in candidate.recipients if (name := things.called(part, candidate)))
    if any(tokens.lowers[naming.first - 2 : naming.first] == (",", "the") for naming in namings):
        for candidate in candidates:
            for part in (*candidate.recipients, *candidate.actors):
                if part.key is None and tokens.text.startswith(", the ", part.end):
                    things.called(part, candidate)  # "the world's largest plane, the Orbit X20"
    for candidate in candidates:
        for parts in (candidate.recipients, candidate.actors):
            for place, part in enumerate(parts):
                if part.key is None or part.text in _PRONOUNS:
                    name = things.called(part, candidate)
                    if name is not None and name != part.name:
                        parts[place] = _renamed(part, name)


class _Things:
    """The things that an article names.

    Attributes:
        launched: Names of those that it says were launched.
    """

    __slots__ = ("_best", "_families", "_firsts", "_mentions", "_namings", "_tokens", "_whole", "launched")

    def __init__(
        self,
        tokens: TokenizedText,
        namings: Sequence[Naming],
        numbered: dict[tuple[str, ...], str],
        mentions: Sequence[ActorMention],
    ) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._best: dict[tuple[str, ...], str] = {}
        self.launched: set[str] = set()
        self._whole = whole_names(namings)
        for words, name in numbered.items():
            self._whole.setdefault(words, name)
        self._namings = sorted(
            (*namings, *bare_numbers(tokens, namings, self._whole, numbered)),
            key=lambda naming: (naming.first, naming.end),
        )
        self._firsts = [naming.first for naming in self._namings]
        self._families: dict[str, set[str]] = {}
        known = thing_lexicon().families
        for naming in self._namings:
            for token in range(naming.end - 1, min(naming.end + _MOST_NOUNS, len(tokens.lowers))):
                families = known.get(_singular(tokens.lowers[token]))
                if families:
                    self._families.setdefault(self._name(naming), set()).update(families)
                if token >= naming.end and not tokens.words[token].islower():
                    break

    def called(self, part: Participant, candidate: Candidate) -> str | None:
        """The whole name of the thing that a participant is; None where it is none."""
        if part.text in _PRONOUNS:
            return self._taken_up(part, candidate)
        if part.key is not None or part.kind is not None:
            return None
        tokens = self._tokens
        first, end = bisect_left(tokens.starts, part.start), bisect_left(tokens.ends, part.end) + 1
        last: Naming | None = None
        for naming in self._namings[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]:
            if naming.end <= end:
                last = naming
        if last is not None:
            rest = tokens.words[last.end : end]
            before = tokens.lowers[first : last.first]
            headed = "of" in before and before[0] not in ("number", "dozens", "hundreds")
            if headed or not self._says_what(rest):
                return None
            return self._newest(last, before) or self._name(last)
        return self._apposed(first, end) or self._best_known(first, end) or self._described(first, end)

    def _newest(self, naming: Naming, before: Sequence[str]) -> str | None:
        """The one that was launched, of several that "the new ePad" may be."""
        if "new" not in before or naming.words in self._whole:
            return None
        found = {name for name in self.launched if name.startswith(naming.text + " ")}
        return found.pop() if len(found) == 1 else None

    def _says_what(self, rest: Sequence[str]) -> bool:
        """Whether the words behind a name in a phrase say what it is and no more: "the X20 airliner"."""
        if not rest:
            return True
        if len(rest) > _MOST_NOUNS or not all(word.islower() and word.isalpha() for word in rest):
            return False
        known = thing_lexicon()
        return _singular(rest[-1]) in known.families or (len(rest) == 1 and rest[0] in known.behind_names)

    def _name(self, naming: Naming) -> str:
        return self._whole.get(naming.words, naming.text)

    def _best_known(self, first: int, end: int) -> str | None:
        """What is called the biggest, or first, of its sort where a name follows elsewhere: "World's largest plane"."""
        return self._best.get(self._superlative(first, end)) if self._best else None

    def _superlative(self, first: int, end: int) -> tuple[str, ...]:
        lowers = self._tokens.lowers[first : end - 1]
        if lowers and lowers[0] in _DETERMINERS:
            lowers = lowers[1:]
        return lowers if any(word.endswith("est") or word == "most" for word in lowers) else ()

    def _apposed(self, first: int, end: int) -> str | None:
        """The name right behind a description and its comma: "the biggest plane, the Orbit X20,"."""
        lowers = self._tokens.lowers
        if lowers[end : end + 1] != (",",):
            return None
        place = end + 2 if lowers[end + 1 : end + 2] == ("the",) else end + 1
        number = bisect_left(self._firsts, place)
        if number == len(self._firsts) or self._firsts[number] != place:
            return None
        naming = self._namings[number]
        if lowers[naming.end : naming.end + 1] not in ((",",), (".",), ()):
            return None
        name = self._name(naming)
        if superlative := self._superlative(first, end):
            self._best[superlative] = name
        return name

    def _described(self, first: int, end: int) -> str | None:
        """The one thing that "the plane" takes up, of those named shortly before."""
        lowers = self._tokens.lowers
        families = thing_lexicon().families.get(lowers[end - 1])
        if families is None or lowers[first] not in _DEFINITE:
            return None
        if not all(word.islower() for word in self._tokens.words[first + 1 : end]):
            return None
        found: set[str] = set()
        sentence = self._sentence(first)
        near = -1
        for naming in reversed(self._namings[: bisect_left(self._firsts, first)]):
            if (found and naming.sentence != near) or sentence - naming.sentence > _REACH:
                break
            name = self._name(naming)
            known = self._families.get(name)
            if known is not None and known.isdisjoint(families):
                continue
            near = naming.sentence
            found.add(name)
        if len(found) > 1:
            found = {name for name in found if name in self._families} or found
        return found.pop() if len(found) == 1 else None

    def _taken_up(self, part: Participant, candidate: Candidate) -> str | None:
        """The thing that "it" takes up where something is done to it, and no other body was named in between."""
        if part.role not in _UNDERGOING and candidate.type != _LAUNCH:
            return None
        token = bisect_left(self._tokens.starts, part.start)
        number = bisect_left(self._firsts, token) - 1
        if number < 0:
            return None
        naming = self._namings[number]
        if self._sentence(token) - naming.sentence > _NEAR:
            return None
        near = {
            self._name(other)
            for other in self._namings[max(0, number - _MOST_NOUNS) : number + 1]
            if other.sentence == naming.sentence
        }
        if len(near) != 1:
            return None
        if part.key is not None or naming.sentence != self._sentence(token):
            start = self._tokens.starts[naming.first]
            for mention in self._mentions:
                if start < mention.start < part.start and mention.form != "pronoun" and mention.kind == "organisation":
                    return None
        return self._name(naming)

    def _sentence(self, token: int) -> int:
        return sentence_of(self._tokens, token)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _renamed(part: Participant, name: str) -> Participant:
    return build_participant(start=part.start, end=part.end, text=part.text, name=name, role=part.role)
