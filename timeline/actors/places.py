"""Pieces to place mentions: which country a place name means, and what a comma after it adds.

"Aurora, Illinois" is one place in the United States; "Georgia" beside "Tbilisi" is the country. What stays open keeps
``country=None``. Which role a place has in an event is decided in ``events.participants``.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.actors.pieces import Piece
from timeline.lexicons.actors import ActorLexicon, Place
from timeline.values.actors import PlaceMention, build_place_mention
from timeline.values.text import TokenizedText

_DOMINANT = 3  # a city this many times larger than its namesakes is meant
_COMPASS = frozenset(
    ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern",
     "northwestern", "southeastern", "southwestern", "downtown", "upper", "lower", "mainland", "rural", "occupied",
     "suburban")
)  # fmt: skip


def countries_named(pieces: Iterable[Piece]) -> set[str]:
    """ISO codes of the countries that an article names by themselves, by adjective or through an organisation."""
    return {piece.country for piece in pieces if piece.country}


def choose(readings: tuple[Place, ...], countries: set[str], beside: str | None) -> Place | None:
    """The reading of a place name that the context asks for; None when it leaves it open.

    ``beside`` is the region or country named right after it ("Alabama", "US"). Without one a reading in the only
    country that the article names wins, then the only or by far largest one.
    """
    if beside is not None:
        for reading in readings:
            if beside in (reading.region, reading.country):
                return reading
        return None
    if len(readings) == 1:
        return readings[0]
    lands = {reading.country for reading in readings}
    if len(lands) == 1:
        return readings[0]
    largest, second = readings[0], readings[1]
    in_named = [reading for reading in readings if reading.country in countries]
    if largest.thousands >= _DOMINANT * max(second.thousands, 1):
        return largest
    if len({reading.country for reading in in_named}) == 1:
        return in_named[0]
    return None


def mention(
    piece: Piece, tokens: TokenizedText, sentence: int, lexicon: ActorLexicon, countries: set[str], sentence_end: int
) -> PlaceMention:
    """The place mention of a piece, with compass words before it and the region or country after its comma."""
    words, lowers = tokens.words, tokens.lowers
    first, end = piece.first, piece.end
    beside: str | None = None
    if end + 1 < sentence_end and words[end] == "," and words[end + 1][0].isupper():
        beside, end = _after_comma(end + 1, sentence_end, tokens, lexicon, end)
    name = tokens.text[tokens.starts[piece.first] : tokens.ends[piece.end - 1]]
    while first > 0 and lowers[first - 1] in _COMPASS and tokens.starts[first] - tokens.ends[first - 1] == 1:
        first -= 1
    start, stop = tokens.starts[first], tokens.ends[end - 1]
    country, kind, latitude, longitude = piece.country, "place", None, None
    if piece.known is not None:
        kind = "country"
        name = piece.known.name
        regions = lexicon.places(name)
        if regions and beside is None and _is_region(regions, country, countries):
            country = None
    elif piece.places:
        reading = choose(piece.places, countries, beside)
        if reading is not None:
            name, country, kind = reading.name, reading.country, reading.kind
            latitude, longitude = reading.latitude, reading.longitude
        elif beside in lexicon.cameo:
            country = beside
    elif beside is not None:
        country = beside if beside in lexicon.cameo else "US"
    if country is None and piece.known is None and not piece.places:
        country = lexicon.capital_cities.get(name)
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


def _is_region(regions: tuple[Place, ...], country: str | None, countries: set[str]) -> bool:
    """Whether the name of a country rather means, or may mean, a region of another ("Georgia" in an article on
    Texas).
    """
    rivals = {region.country for region in regions if region.country != country and region.kind == "region"}
    return bool(rivals) and bool(rivals & countries) and len(countries - {country}) >= 1


def _after_comma(
    place: int, sentence_end: int, tokens: TokenizedText, lexicon: ActorLexicon, end: int
) -> tuple[str | None, int]:
    """The region or country after a place name's comma, and the token after it."""
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    for length in (3, 2, 1):
        last = place + length
        if last > sentence_end:
            continue
        surface = text[starts[place] : ends[last - 1]]
        readings = lexicon.places(surface)
        if readings and readings[0].kind == "region" and readings[0].country == "US":
            return readings[0].name, last
        known = lexicon.names.get(surface)
        if known is not None and known.kind == "country" and known.country:
            return known.country, last
        if readings and readings[0].kind == "region" and readings[0].country:
            return readings[0].country, last
    return None, end
