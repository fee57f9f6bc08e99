"""Things that have a name, and what of an event means them: "the X20", "the plane", "it".

What comes in: candidates with their participants, the page, and the actors of the article. What goes out: the same
candidates; a participant that is a named thing has its whole name ("Orbit X20"), by which reports of it meet. A thing
is no actor and has no key. What has a name here is what carries a number or a letter written large inside: "Orbit X20",
"ePad 5". Where two things may be meant, neither is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from timeline.events.candidates import Candidate
from timeline.events.page import Page
from timeline.lexicons.things import ThingLexicon, thing_lexicon
from timeline.values.actors import ActorMention, Participant, build_participant
from timeline.values.text import TokenizedText

_REACH = 3  # sentences back that a description may reach
_NEAR = 1  # sentences back that "it" may reach
_LEFT, _RIGHT = 2, 3  # words that a name may have before and behind the one with a number
_MOST_NOUNS = 3  # words behind a name inside a phrase that say what it is: "the X20 airliner"
#: What may be of a thing's name: "X20", "ePad", "PlayStation", and "Comet" before 3.
_SEED = re.compile(r"\b(?:[A-Za-z]+\d\w*|\d+[A-Z]\w+|[a-z]+[A-Z]\w*|[A-Z]\w*?[a-z][A-Z]\w*|[A-Z]\w*(?= \d{1,4}\b))")
_CODE = re.compile(r"\d{2,4}|[A-Z]{1,2}\d{1,4}")
_START = attrgetter("start")
_HYPHENS = frozenset("-‐‑")
_DETERMINERS = frozenset(("the", "this", "that", "its", "their", "his", "her", "a", "an", "these", "those"))
_DEFINITE = frozenset(("the", "this", "that", "its", "their"))
_LEADING = _DETERMINERS | {"new", "range", "largest", "first", "latest", "'s", "’s", "s", "of"}
_PREMISES = frozenset(("store", "shop"))
_LAUNCH = "LAUNCH"
_PRONOUNS = frozenset(("it", "its", "It", "Its"))
_UNDERGOING = frozenset(("theme", "patient"))
_SHOUTING = 0.6  # share of words with a capital from which on capitals tell nothing
_LONGEST_NUMBER = 4
_INNER = 2  # letters from which on a word with a capital has none in plain words: "PlayStation", but "AAs"
_YEAR = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of a thing: half-open token range, sentence, its words, and how they are written."""

    first: int
    end: int
    sentence: int
    words: tuple[str, ...]
    text: str


def name_things(candidates: Sequence[Candidate], page: Page, mentions: Sequence[ActorMention]) -> None:
    """Give participants that are named things their whole name.

    After "Kestrel unveiled the Orbit X20." the theme ``the plane`` of "Airlines ordered the plane" is called "Orbit
    X20".
    """
    tokens = page.tokens
    launches = [candidate for candidate in candidates if candidate.type == _LAUNCH]
    namings = list(_namings(page, mentions, thing_lexicon()))
    numbered = dict(_numbered(launches, tokens)) if launches else {}
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


def _numbered(launches: Sequence[Candidate], tokens: TokenizedText) -> Iterator[tuple[tuple[str, ...], str]]:
    """Numbers and codes by which what is launched is called, with whose name it has before them: "Kestrel unveils
    long-range 440", "Kestrel unveiled its new 440 Falcon", "Kestrel unveiled the K9".
    """
    for candidate in launches:
        makers = [part.name for part in candidate.actors if part.kind == "organisation" and part.key is not None]
        if len(makers) != 1 or makers[0].islower():
            continue
        for part in candidate.recipients:
            first, end = bisect_left(tokens.starts, part.start), bisect_left(tokens.ends, part.end) + 1
            words = tokens.words[first:end]
            number = next((place for place, word in enumerate(words) if _CODE.fullmatch(word)), -1)
            behind = words[number + 1 :]
            if number < 1 or (words[number].isdigit() and int(words[number]) in _YEAR):
                continue
            if words[number - 1][0].isupper() or not all(word[0].isupper() and word.isalnum() for word in behind):
                continue
            if not behind or behind[-1][-1] != "s":  # "300 Comets" are many
                yield words[number:], " ".join((makers[0], *words[number:]))


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
        self._whole = _whole_names(namings)
        for words, name in numbered.items():
            self._whole.setdefault(words, name)
        self._namings = sorted(
            (*namings, *_numbers(tokens, namings, self._whole, numbered)),
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
        return _sentence_of(self._tokens, token)


def _namings(page: Page, mentions: Sequence[ActorMention], known: ThingLexicon) -> Iterator[Naming]:
    """What has a number or an inner capital in its name, with the words with a capital beside it."""
    tokens, timed = page.tokens, page.timed
    words, lowers = tokens.words, tokens.lowers
    after = 0
    for found in _SEED.finditer(tokens.text):
        seed = bisect_left(tokens.starts, found.start())
        if seed < after or seed == len(words) or timed[seed] or not _is_seed(words, lowers, seed, known):
            continue
        sentence = _sentence_of(tokens, seed)
        one = tokens.sentences[sentence]
        if _is_shouted(words[one.first_token : one.end_token]):
            first, end = seed, seed + 1
            while end < one.end_token and words[end].isdigit():
                end += 1
        else:
            first, end = _extent(words, seed, max(one.first_token, after), one.end_token, known.openers)
        near = bisect_right(mentions, tokens.starts[first], key=_START) - 1
        if near >= 0 and tokens.ends[end - 1] <= mentions[near].head_end and mentions[near].form == "name":
            continue  # an actor's name
        after = end
        yield _naming(tokens, first, end, sentence)


def _is_seed(words: Sequence[str], lowers: Sequence[str], place: int, known: ThingLexicon) -> bool:
    """Whether a word with a capital is of a thing's name: "X20", "ePad", and "Comet" before 3."""
    word = words[place]
    if not word.isalnum():
        return False
    if not word.isalpha():
        return word[0].isalpha()
    if word[0].islower():
        return True  # "ePad"
    following = words[place + 1] if place + 1 < len(words) else ""
    if following in _HYPHENS:
        return not word.islower() and words[place + 2][:1].isdigit()  # "HV-4"
    if following.isdigit():
        return len(following) <= _LONGEST_NUMBER and _numbers_a_thing(words, lowers, place, known)
    inner = word[_INNER:]
    return inner != lowers[place][_INNER:] and not inner.isupper() and not word.startswith(("Mc", "Mac"))


def _numbers_a_thing(words: Sequence[str], lowers: Sequence[str], place: int, known: ThingLexicon) -> bool:
    """Whether the number behind a word with a capital is of its name: no day, no year, no page and no measure."""
    if int(words[place + 1]) in _YEAR or lowers[place] in known.before_numbers:
        return False
    after = words[place + 2] if place + 2 < len(words) else ""
    return after not in known.behind_numbers


def _extent(words: Sequence[str], seed: int, low: int, high: int, openers: frozenset[str]) -> tuple[int, int]:
    """The first token of a name and the one behind it."""
    first, end = seed, seed + 1
    while first > low and seed - first < _LEFT and words[first - 1][0].isupper() and words[first - 1].isalnum():
        first -= 1
    if first < seed and words[first].lower() in openers:
        first += 1
    while end < high and end - seed <= _RIGHT:
        word = words[end]
        if word in _HYPHENS and end + 1 < high and (words[end + 1][0].isdigit() or words[end + 1][0].isupper()):
            end += 2
        elif (word[0].isupper() and word.isalnum()) or (
            word.isdigit() and len(word) <= _LONGEST_NUMBER and end == seed + 1
        ):
            end += 1
        else:
            break
    if end < high and words[end] in _PREMISES:
        end += 1  # "the ePad store" is no ePad
    return first, end


def _whole_names(namings: Sequence[Naming]) -> dict[tuple[str, ...], str]:
    """Names to the one longer name that begins or ends with them; those that two longer ones share stay as they are."""
    distinct = {naming.words: naming.text for naming in namings}
    whole: dict[tuple[str, ...], str] = {}
    for words in distinct:
        longer = [
            other
            for other in distinct
            if len(other) > len(words)
            and (other[: len(words)] == words or other[-len(words) :] == words)
            and (other[-1] in _PREMISES) == (words[-1] in _PREMISES)
        ]
        if longer:
            most = max(longer, key=len)
            if all(other == most or most[: len(other)] == other or most[-len(other) :] == other for other in longer):
                whole[words] = distinct[most]
    return whole


def _numbers(
    tokens: TokenizedText,
    namings: Sequence[Naming],
    whole: dict[tuple[str, ...], str],
    numbered: dict[tuple[str, ...], str],
) -> Iterator[Naming]:
    """Numbers of names that stand by themselves: "the 440" after "Kestrel 440"."""
    ends: dict[str, set[str]] = {}
    for words, name in numbered.items():
        if words[0].isdigit():
            ends.setdefault(words[0], set()).add(name)
    for naming in namings:
        for number in (naming.words[-1], naming.words[0]):
            if number.isdigit() and len(naming.words) > 1:
                ends.setdefault(number, set()).add(whole.get(naming.words, naming.text))
    if not ends:
        return
    inside = {token for naming in namings for token in range(naming.first, naming.end)}
    every = tokens.words
    for number, names in ends.items():
        if len(names) > 1:
            continue
        token = -1
        for _ in range(every.count(number)):
            token = every.index(number, token + 1)
            if token in inside or not token or tokens.lowers[token - 1] not in _LEADING:
                continue
            whole.setdefault((number,), min(names))
            longer = (words for words in numbered if every[token : token + len(words)] == words)
            end = token + max(map(len, longer), default=1)
            yield _naming(tokens, token, end, _sentence_of(tokens, token))


def _naming(tokens: TokenizedText, first: int, end: int, sentence: int) -> Naming:
    text = " ".join(tokens.text[tokens.starts[first] : tokens.ends[end - 1]].split())
    return Naming(first, end, sentence, tokens.words[first:end], text)


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether so many words of a sentence have a capital that capitals tell nothing: a headline."""
    alphabetic = [word for word in words if word.isalpha()]
    return sum(word[0].isupper() for word in alphabetic) > _SHOUTING * len(alphabetic)


def _sentence_of(tokens: TokenizedText, token: int) -> int:
    return bisect_right(tokens.sentences, token, key=lambda sentence: sentence.first_token) - 1


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _renamed(part: Participant, name: str) -> Participant:
    return build_participant(start=part.start, end=part.end, text=part.text, name=name, role=part.role)
