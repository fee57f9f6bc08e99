"""What an article as a whole says of where it plays, and names that are read by it: "Georgia", "Austin".

What comes in: the pieces of all sentences. What goes out: ``Surroundings``, by which ``places`` reads each place name;
pieces that are rather a person ("Austin" after "Lloyd Austin") or a region (Georgia beside Alabama) are changed. What a
single place name means is decided in ``places``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import FUNCTION, GOVERNING, PLACE_PREPOSITION
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.text import TokenizedText

_CALLING_WORDS = 2  # most words between a nation and the name of one of its people
_CLOSING = ((",",), (".",))
_WITHIN = frozenset(("in", "near"))
_NAMES = frozenset(("person", "name", "place"))
_SHORT_FORMS = frozenset(("place", "country", "metonym"))


@dataclass(slots=True)
class Surroundings:
    """Where the other names of an article are.

    Attributes:
        countries: ISO codes of the countries named by themselves, by adjective or through an organisation.
        lands: Those in which its places lie that can lie nowhere else.
        regions: Names of regions that it names, or in which such places lie.
        open: Names that may be a country or a region of another, and nothing tells which.
    """

    countries: set[str] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)


def survey(pieces: Sequence[Piece], tokens: TokenizedText, lexicon: ActorLexicon) -> Surroundings:
    """The surroundings that the pieces of an article make; pieces that its other names explain are changed.

    "Lloyd Austin left. Austin said ..." makes the second "Austin" a person; "Georgia and Alabama" makes Georgia a
    state.
    """
    around = Surroundings()
    families: set[str] = set()
    single: dict[str, list[Piece]] = {}
    clubs: set[str] = set()
    doubtful: list[Piece] = []
    words, namesakes = tokens.words, lexicon.namesakes
    for piece in pieces:
        if piece.kind == "person":
            if piece.head_end - piece.head_first > 1:
                families.add(words[piece.head_end - 1])
        elif piece.kind == "organisation" and piece.known is None:
            if words[piece.head_end - 1].lower() in name_evidence().club_heads:
                clubs.add(words[piece.head_first])
        elif piece.kind == "name":
            if piece.end - piece.first == 1:
                single.setdefault(words[piece.first], []).append(piece)
        elif piece.known is not None and piece.known.name in namesakes:
            doubtful.append(piece)
            continue
        if piece.country:
            around.countries.add(piece.country)
        if piece.places:
            _note(piece, around)
    if families:
        _name_persons(pieces, families, tokens, lexicon)
    for word, found in single.items():
        if word in families:
            for piece in found:
                piece.kind = "person"  # "seen in Firth's last years" makes no town of Firth
        elif len(found) > 1:
            _name_town(found, clubs, tokens, lexicon)
    _name_compatriots(pieces, families, tokens, lexicon)
    if doubtful:
        _settle(doubtful, around, lexicon)
    return around


def _note(piece: Piece, around: Surroundings) -> None:
    readings = piece.places
    country = readings[0].country
    if country is None or any(reading.country != country for reading in readings):
        return
    around.lands.add(country)
    if len(readings) == 1:
        region = readings[0].name if readings[0].kind == "region" else readings[0].region
        if region:
            around.regions.add(region)


def _name_persons(pieces: Iterable[Piece], families: set[str], tokens: TokenizedText, lexicon: ActorLexicon) -> None:
    """Make the last name of a person whom the article names in full a person, where no preposition makes it a place."""
    words, lowers, flags = tokens.words, tokens.lowers, lexicon.words
    for piece in pieces:
        if piece.kind not in _SHORT_FORMS or piece.end - piece.first != 1 or words[piece.first] not in families:
            continue
        if piece.first and flags.get(lowers[piece.first - 1], 0) & PLACE_PREPOSITION:
            continue
        piece.kind = "person"
        piece.known, piece.places, piece.country, piece.adjective = None, (), None, False


def _name_compatriots(
    pieces: Sequence[Piece], families: set[str], tokens: TokenizedText, lexicon: ActorLexicon
) -> None:
    """Give a person the nation that stands right before the name: "The Italian Silvestri", "the Indonesian Suharyono".

    A name of one word is a person's there when somebody of the article has it as last name, or when it speaks.
    """
    words, lowers = tokens.words, tokens.lowers
    before: Piece | None = None
    listed: Piece | None = None
    for piece in pieces:
        nation, before = before, piece
        if piece.kind not in _NAMES:
            listed = None
            continue
        if piece.kind == "place" and listed is not None and _is_next(listed, piece, lowers):
            listed.kind = "place"  # "in Leeds, Hull and York"
        if nation is not None and _is_apposed(nation, piece, lowers):
            piece.kind = "person"  # "Her daughter, Aoife, left"
        is_listed = piece.kind == "name" and nation is not None and nation.kind == "place"
        listed = piece if is_listed and nation is not None and _is_next(nation, piece, lowers) else None
        if nation is None or nation.kind != "demonym" or nation.known is None:
            continue
        if nation.end != piece.first:
            if piece.kind == "person" and piece.title is None and _is_calling(nation.end, piece.first, tokens, lexicon):
                piece.country = piece.country or nation.known.country
                piece.title = (nation.first, piece.first)
                piece.first = nation.first
                nation.kind = "attribute"  # "the Israeli collector Avigail Bar-Or"
            continue
        if piece.kind == "name" and piece.end - piece.first == 1:
            speaks = piece.end < len(lowers) and lowers[piece.end] in name_evidence().behind_persons
            if words[piece.first] in families or (speaks and lowers[nation.first - 1 : nation.first] == ("the",)):
                piece.kind = "person"
        if piece.kind == "person" and piece.title is None:
            if piece.known is not None and piece.known.country != nation.known.country:
                piece.known, piece.country = None, None  # "Jordanian King Abdullah" is no Saudi
            piece.country = piece.country or nation.known.country
            piece.first = nation.first
            if lowers[nation.first - 1 : nation.first] == ("the",):
                piece.first = nation.first - 1
            nation.kind = "attribute"


def _name_town(found: Sequence[Piece], clubs: Container[str], tokens: TokenizedText, lexicon: ActorLexicon) -> None:
    """Make a name a place throughout the article when "in" stands before it once, but not where its club acts."""
    lowers = tokens.lowers
    held = name_evidence().held_in
    if not any(lowers[piece.first - 1] in _WITHIN and lowers[piece.first - 2] not in held for piece in found):
        return
    has_club = tokens.words[found[0].first] in clubs
    for piece in found:
        after = tokens.lowers[piece.end] if piece.end < len(tokens.lowers) else ""
        verb = after.endswith("ed") or after in name_evidence().behind_persons
        if not has_club or not (verb or lexicon.words.get(after, 0) & GOVERNING):
            piece.kind = "place"


def _is_apposed(office: Piece, piece: Piece, lowers: Sequence[str]) -> bool:
    """Whether a name of one word stands between commas behind an office or kin: a person's."""
    if office.kind != "office" or piece.kind != "name" or piece.end - piece.first > 1 or office.role is None:
        return False
    if piece.first != office.end + 1 or lowers[office.end] != "," or lowers[piece.end : piece.end + 1] not in _CLOSING:
        return False
    return not office.role.plural and lowers[office.end - 1] not in name_evidence().titles_of_bodies


def _is_next(before: Piece, piece: Piece, lowers: Sequence[str]) -> bool:
    """Whether a name is the next of a list."""
    return piece.first == before.end + 1 and lowers[before.end] in (",", "and", "or")


def _is_calling(first: int, end: int, tokens: TokenizedText, lexicon: ActorLexicon) -> bool:
    """Whether one or two words say what somebody is: "collector", "art collector", and nothing that a nation does."""
    if not 0 < end - first <= _CALLING_WORDS:
        return False
    known = name_evidence()
    return all(
        lower.isalpha()
        and tokens.words[place].islower()
        and not lexicon.words.get(lower, 0) & FUNCTION
        and not lower.endswith(("ed", "ing", "ly"))
        and lower not in known.behind_persons
        and lower not in known.before_persons
        for place, lower in enumerate(tokens.lowers[first:end], first)
    )


def _settle(doubtful: Sequence[Piece], around: Surroundings, lexicon: ActorLexicon) -> None:
    """Read a name that is a country's and a region's ("Georgia") as the region where only its neighbours are named."""
    for piece in doubtful:
        known = piece.known
        if known is None or known.country is None:
            continue
        regions = tuple(place for place in lexicon.places(known.name) if place.kind == "region")
        own = any(other.known is not None and other.known.kind in ("demonym", "nationals") for other in doubtful)
        own = own or known.country in around.countries or known.country in around.lands
        rivals = {region.country for region in regions}
        if own or not regions:
            around.countries.add(known.country)
        elif rivals & around.lands:
            if piece.kind == "country":
                piece.kind, piece.known, piece.places = "place", None, regions
            piece.country = regions[0].country
        elif rivals & around.countries:
            around.open.add(known.name)
