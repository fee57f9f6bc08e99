"""Where things are named in an article: what has a number or a letter written large inside its name.

What comes in: the page, the actors of the article, and its launches. What goes out: namings in text order, and whole
names for short ones: "Orbit X20" for "X20". Which words of an event mean a thing is decided in ``things``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter, itemgetter, not_

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.things import ThingLexicon
from timeline.values.actors import ActorMention
from timeline.values.text import TokenizedText

_LEFT, _RIGHT = 2, 3  # words that a name may have before and behind the one with a number
#: What may be of a thing's name: "X20", "HV-4", "ePad", "PlayStation", and "Comet" before 3.
_SEED = re.compile(r"\b(?:[A-Za-z]+\d\w*|[A-Z]\w*(?=-\d)|[a-z]+[A-Z]\w*|[A-Z]\w*?[a-z][A-Z]\w*|[A-Z]\w*(?= \d{1,4}\b))")
_CODE = re.compile(r"\d{2,4}|[A-Z]{1,2}\d{1,4}")
_START = attrgetter("start")
_HYPHENS = frozenset("-‐‑")
#: Before a number that is short for a name: "the 440".
_LEADING = frozenset(
    ("the", "this", "that", "its", "their", "his", "her", "a", "an", "these", "those", "new", "range", "largest",
     "first", "latest", "'s", "’s", "s", "of")
)  # fmt: skip
_PREMISES = frozenset(("store", "shop"))
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


def namings_of(page: Page, mentions: Sequence[ActorMention], known: ThingLexicon) -> Iterator[Naming]:
    """What has a number or an inner capital in its name, with the words with a capital beside it."""
    tokens, timed = page.tokens, page.timed
    words, lowers = tokens.words, tokens.lowers
    after = 0
    for seed in _seeds(tokens):
        if seed < after or timed[seed] or not _is_seed(words, lowers, seed, known):
            continue
        sentence = sentence_of(tokens, seed)
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


def _seeds(tokens: TokenizedText) -> Iterator[int]:
    """The tokens that ``_SEED`` fits, in text order; few are worth asking, and the text as a whole is not searched."""
    words, starts, large, marked = tokens.words, tokens.starts, tokens.large, tokens.marked
    plain = map(str.istitle, map(words.__getitem__, large))
    worth = set(compress(large, map(not_, plain)))
    for token in compress(marked, map(str.isalnum, map(itemgetter(0), map(words.__getitem__, marked)))):
        worth.add(token)
        if words[token][0].isdecimal():
            worth.update((token - 1, token - 2))
    for token in sorted(worth):
        if token >= 0 and _SEED.match(tokens.text, starts[token]):
            yield token


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


def whole_names(namings: Sequence[Naming]) -> dict[tuple[str, ...], str]:
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


def bare_numbers(
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
            yield _naming(tokens, token, end, sentence_of(tokens, token))


def _naming(tokens: TokenizedText, first: int, end: int, sentence: int) -> Naming:
    text = " ".join(tokens.text[tokens.starts[first] : tokens.ends[end - 1]].split())
    return Naming(first, end, sentence, tokens.words[first:end], text)


def _is_shouted(words: Sequence[str]) -> bool:
    """Whether so many words of a sentence have a capital that capitals tell nothing: a headline."""
    alphabetic = [word for word in words if word.isalpha()]
    return sum(word[0].isupper() for word in alphabetic) > _SHOUTING * len(alphabetic)


def sentence_of(tokens: TokenizedText, token: int) -> int:
    return bisect_right(tokens.sentences, token, key=lambda sentence: sentence.first_token) - 1


def numbered_names(launches: Sequence[Candidate], tokens: TokenizedText) -> Iterator[tuple[tuple[str, ...], str]]:
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
