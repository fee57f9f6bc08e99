"""Pieces to place mentions: which country a place name means, and what a comma after it adds.

"Aurora, Illinois" is one place in the United States; "Tripoli" is in Lebanon where only Lebanon is named. What stays
open keeps ``country=None``. Which role a place has in an event is decided in ``events.role_places``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.actors.pieces import Piece
from timeline.actors.surroundings import Surroundings
from timeline.lexicons.actors import ActorLexicon, Place
from timeline.values.actors import PlaceMention, build_place_mention
from timeline.values.text import TokenizedText

_DOMINANT = 3  # a city this many times larger than its namesakes is meant where nothing speaks for another
_WORLD_CITY = 1000  # thousands of inhabitants: a Canadian in London is not in Ontario
_FAR_LARGER = 10  # times
_COMPASS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern",
     "northwestern", "southeastern", "southwestern", "downtown", "upper", "lower", "mainland", "rural", "occupied",
     "suburban")
)  # fmt: skip
_LISTING = frozenset(("and", "or", "&"))
#: Countries whose regions stand behind a town's comma, whatever else the town's name may be.
_FEDERAL = frozenset(("US", "CA", "AU", "GB"))


@dataclass(frozen=True, slots=True)
class Beside:
    """The region or country behind a place name's comma, and the token after it."""

    region: str | None
    country: str | None
    end: int

    def holds(self, reading: Place) -> bool:
        """Whether a reading lies in it."""
        return reading.country == self.country and self.region in (None, reading.region)


def choose(readings: Sequence[Place], around: Surroundings, beside: Beside | None = None) -> Place | None:
    """The reading of a place name that the context asks for; None when it leaves it open.

    The region or country behind the comma decides; else a region that the article names; else the only country of the
    readings that it names, unless another reading is a city known all over the world; else the by far largest one.
    """
    if beside is not None:
        return next((reading for reading in readings if beside.holds(reading)), None)
    if len(readings) == 1:
        return readings[0]
    if len({reading.country for reading in readings}) == 1:
        near = [reading for reading in readings if reading.region in around.regions]
        return near[0] if near else readings[0]
    largest, second = readings[0], readings[1]
    size = max(second.thousands, 1)
    known_to_all = largest.thousands >= max(_WORLD_CITY, _FAR_LARGER * size)
    near = [reading for reading in readings if reading.region and reading.region in around.regions]
    if len({reading.country for reading in near}) == 1 and not (known_to_all and largest.country in around.countries):
        return near[0]
    if known_to_all:
        return largest
    for lands in (around.countries, around.lands):
        named = [reading for reading in readings if reading.country in lands]
        if len({reading.country for reading in named}) == 1:
            return named[0]
        if named:
            break
    return largest if largest.thousands >= _DOMINANT * size else None


def mention(
    piece: Piece,
    tokens: TokenizedText,
    sentence: int,
    lexicon: ActorLexicon,
    around: Surroundings,
    sentence_end: int,
) -> PlaceMention:
    """The place mention of a piece, with compass words before it and the region or country after its comma."""
    words, lowers = tokens.words, tokens.lowers
    first, end = piece.first, piece.end
    name = tokens.plain[tokens.starts[piece.first] : tokens.ends[piece.end - 1]]
    readings = piece.places
    beside: Beside | None = None
    if end + 1 < sentence_end and words[end] == "," and words[end + 1][0].isupper():
        if piece.known is not None:
            readings = lexicon.places(name)
        beside = _behind_comma(end + 1, sentence_end, tokens, lexicon, around, readings, piece.known is not None)
        if beside is not None:
            end = beside.end
    while first > 0 and lowers[first - 1] in _COMPASS and tokens.starts[first] - tokens.ends[first - 1] == 1:
        first -= 1
    country, kind, latitude, longitude = piece.country, "place", None, None
    if piece.known is not None and beside is None:
        kind, name = "country", piece.known.name
        if name in around.open:
            country = None
    elif readings or beside is not None:
        reading = choose(readings, around, beside) if readings else None
        if reading is not None:
            name, country, kind = reading.name, reading.country, reading.kind
            latitude, longitude = reading.latitude, reading.longitude
        elif beside is not None:
            country = beside.country
    elif country is None:
        country = lexicon.capital_cities.get(name)
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    return build_place_mention(
        start=start,
        end=stop,
        text=tokens.text[start:stop],
        sentence=sentence,
        name=name,
        country=country,
        kind=kind,
        latitude=latitude,
        longitude=longitude,
    )


def _behind_comma(
    place: int,
    sentence_end: int,
    tokens: TokenizedText,
    lexicon: ActorLexicon,
    around: Surroundings,
    readings: Sequence[Place],
    is_country: bool,
) -> Beside | None:
    """The region or country after a place name's comma; None when it is the next item of a list."""
    plain, starts, ends = tokens.plain, tokens.starts, tokens.ends
    for length in (4, 3, 2, 1):
        last = place + length
        if last > sentence_end:
            continue
        surface = plain[starts[place] : ends[last - 1]]
        found = list(_areas(surface, last, lexicon))
        if not found:
            continue
        for beside in found:
            if any(beside.holds(reading) for reading in readings):
                return beside
        if last < sentence_end and tokens.lowers[last] in _LISTING:
            return None  # "Damascus, Lebanon and Iraq"
        federal = [beside for beside in found if beside.region is not None and beside.country in _FEDERAL]
        if is_country or readings:
            # "Lebanon, New Hampshire", "Moscow, Idaho": a town that the table does not have.
            doubtful = surface in lexicon.namesakes and (is_country or not {"US"} & around.lands)
            return federal[0] if federal and not doubtful else None
        lands = around.countries | around.lands
        return next((beside for beside in found if beside.country in lands), found[0])
    return None


def _areas(surface: str, end: int, lexicon: ActorLexicon) -> Iterable[Beside]:
    """The regions and the country of a name."""
    for reading in lexicon.places(surface):
        if reading.kind == "region" and reading.country:
            yield Beside(reading.name, reading.country, end)
    known = lexicon.names.get(surface)
    if known is not None and known.kind == "country" and known.country:
        yield Beside(None, known.country, end)
