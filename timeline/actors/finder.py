"""Sentences to actor mentions and place mentions: ``find``.

What comes in: the token table and the lexicon. What goes out: persons, organisations, groups, countries, roles, unnamed
sources and pronouns with exact spans, and places. Not decided here: who is the same as whom (``resolver``), and what
they do (``timeline.events.roles.participants``).
"""

from __future__ import annotations

from bisect import bisect_left

from timeline.actors import places
from timeline.actors.ages import YEAR_OLD, with_ages
from timeline.actors.datelines import after_dateline
from timeline.actors.evidence import is_thing, settle
from timeline.actors.lookups import Lookups
from timeline.actors.mentions import mention
from timeline.actors.names import NameScanner
from timeline.actors.phrases import PhraseBuilder
from timeline.actors.pieces import Piece
from timeline.actors.surroundings import survey
from timeline.actors.unknown_names import sort_out
from timeline.lexicons.actor_flags import (
    DEMANDING,
    GOVERNING,
    PAIRING,
    PLACE_PREPOSITION,
    RELATION,
    SURE_PLACE,
)
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.actors import ActorMention, PlaceMention
from timeline.values.text import Sentence, TokenizedText

#: Kinds of pieces that are actors wherever they stand.
_ACTORS = frozenset(("pronoun", "office", "people", "unnamed", "nationals", "group"))
_ACRONYMS = frozenset(("IT", "US"))  # no pronouns, wherever they stand
_QUOTE_MARKS = frozenset("\"“‘'«")


def find(tokens: TokenizedText, lexicon: ActorLexicon) -> tuple[tuple[ActorMention, ...], tuple[PlaceMention, ...]]:
    """The actors and places named in an article, in text order; actor mentions never overlap.

    "Harlow Mayor Jane Firth met nurses in Ghent." gives the person ``Harlow Mayor Jane Firth`` (``Jane Firth``, title
    ``Harlow Mayor``), the group ``nurses`` and the place ``Ghent`` (BE). Keys are those of the mention by itself:
    ``resolve`` makes them equal for one actor.
    """
    lookups = Lookups(tokens, lexicon)
    scanner = NameScanner(lookups)
    builder = PhraseBuilder(tokens, lexicon)
    sentences: list[tuple[Sentence, list[Piece]]] = []
    openings, stop = lookups.openings, 0
    for sentence in tokens.sentences:
        begin, stop = stop, bisect_left(openings, sentence.end_token, stop)
        if begin == stop:
            continue
        pieces = _pieces(tokens, sentence, openings[begin:stop], scanner, builder, lexicon)
        if tokens.words[sentence.first_token].isupper():
            pieces = after_dateline(pieces, tokens, sentence, lexicon)
        if pieces:
            sentences.append((sentence, builder.join(pieces, sentence.first_token, sentence.end_token)))
    everything = [piece for _, found in sentences for piece in found]
    if scanner.doubtful:
        settle(scanner.doubtful, everything, tokens, lexicon)
    sort_out(everything, tokens, lexicon)
    around = survey(everything, tokens, lexicon)
    starts = tokens.starts
    actor_mentions: list[ActorMention] = []
    place_mentions: list[PlaceMention] = []
    for sentence, found in sentences:
        taken = 0
        neighbour: Piece | None = None
        for piece in found:
            if piece.kind in _ACTORS:
                neighbour = None
                if starts[piece.first] >= taken:
                    actor_mentions.append(mention(piece, tokens, sentence, lexicon))
                continue
            if piece.kind == "body" and (named := _named_locality(piece, tokens, sentence, lexicon)) is not None:
                piece = named
            is_place, is_actor = _nature(piece, neighbour, tokens, sentence, lexicon)
            neighbour = piece if is_actor else None
            free = starts[piece.first] >= taken
            if is_place and free:
                place = places.mention(piece, tokens, sentence.index, lexicon, around, sentence.end_token)
                place_mentions.append(place)
                taken = place.end
            if is_actor and free:
                actor_mentions.append(mention(piece, tokens, sentence, lexicon))
    if YEAR_OLD in tokens.text:
        actor_mentions = with_ages(actor_mentions, tokens, lexicon)
    return tuple(actor_mentions), tuple(place_mentions)


def _pieces(
    tokens: TokenizedText,
    sentence: Sentence,
    starts: list[int],
    scanner: NameScanner,
    builder: PhraseBuilder,
    lexicon: ActorLexicon,
) -> list[Piece]:
    """Names, role nouns and pronouns that begin at the given tokens of a sentence, not yet joined."""
    words, lowers, pronouns, lengths = tokens.words, tokens.lowers, lexicon.pronouns, lexicon.role_lengths
    first, end = sentence.first_token, sentence.end_token
    pieces: list[Piece] = []
    after = first
    for place in starts:
        if place < after:
            continue
        after = place + 1
        word = words[place]
        lower = lowers[place]
        small = word[0].islower()
        if lower in lengths and (small or place == first):
            found = scanner.role_at(place, end)
            if found is not None and not small:
                known = scanner.known_at(place, end)
                if known is not None and known[0] > found[0]:
                    found = None  # "Doctors Without Borders"
            if found is not None and found[1].kind == "other":
                pieces.append(Piece(place, found[0], "other"))
                after = found[0]
                continue
            if found is not None and (small or found[1].kind != "office" or not _name_follows(words, found[0], end)):
                last, role = found
                if builder.is_noun(role, place, last, first, end):
                    piece = Piece(place, last, role.kind)
                    piece.role = role
                    piece.gender = role.gender
                    pieces.append(piece)
                    after = last
                    continue
                if small:
                    continue
        if (
            lower in pronouns
            and (small or place == first or len(lower) > 2 or word == "I" or words[place - 1] in _QUOTE_MARKS)
            and word not in _ACRONYMS
        ):
            pieces.append(Piece(place, place + 1, "pronoun"))
            continue
        if word[0].isupper() or (len(word) > 2 and word[1].isupper()):
            after = scanner.scan(place, sentence, pieces)
    return pieces


def _name_follows(words: tuple[str, ...], place: int, end: int) -> bool:
    return place < end and words[place][0].isupper()


def _nature(
    piece: Piece, neighbour: Piece | None, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon
) -> tuple[bool, bool]:
    """Whether a piece is a place here, and whether it is an actor here; a country may be both.

    ``neighbour`` is the piece before it in the sentence.
    """
    kind = piece.kind
    if kind == "person" and piece.title is not None and _is_ship(piece, tokens):
        return False, False
    unknown = piece.known is None and (kind in ("name", "organisation") or piece.doubt) and piece.title is None
    if unknown and is_thing(piece, tokens, lexicon):
        return False, False
    if kind == "demonym" and _is_land(piece, tokens, sentence, lexicon):
        piece.kind, piece.end, piece.adjective = "place", piece.end + 1, False
        return True, False
    if kind in ("other", "attribute", "honorific", "word"):
        return False, False
    if kind in ("country", "metonym", "place", "name"):
        before = _preposition(piece.first, tokens, sentence)
        located = bool(lexicon.words.get(before, 0) & PLACE_PREPOSITION)
        if kind == "country":
            if piece.end < sentence.end_token and tokens.lowers[piece.end] in name_evidence().frontiers:
                return False, False  # "near the Chad border"
            if before == "of" and tokens.lowers[piece.first - 2] in name_evidence().lands:
                return True, False  # "off the coast of Libya"
            return located, not lexicon.words.get(before, 0) & SURE_PLACE
        if kind == "place":
            name = tokens.plain[tokens.starts[piece.first] : tokens.ends[piece.end - 1]]
            acts = not located and (
                _acts(piece.end, tokens, sentence, lexicon) or _is_joined(piece.first, neighbour, tokens)
            )
            if name in lexicon.capital_cities and (acts or _is_party(piece.first, tokens, sentence, lexicon)):
                piece.country = lexicon.capital_cities[name]
                piece.kind = "metonym"
                return False, True
            return True, False
        if kind == "metonym":
            sure = bool(lexicon.words.get(before, 0) & SURE_PLACE)
            return sure, not sure
        if before in ("in", "near") and not piece.gender and not _is_held(piece.first, tokens):
            piece.kind = "place"
            return True, False
    return False, True


def _is_held(first: int, tokens: TokenizedText) -> bool:
    """Whether a name is what somebody has shares in, and no place."""
    return first > 1 and tokens.lowers[first - 2] in name_evidence().held_in


def _is_ship(piece: Piece, tokens: TokenizedText) -> bool:
    """Whether a title belongs to the name of a thing: "the frigate Admiral Dorn"."""
    first = piece.first
    return first > 0 and tokens.words[first][0].isupper() and tokens.lowers[first - 1] in name_evidence().named_things


def _is_land(piece: Piece, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon) -> bool:
    """Whether a nation's adjective says whose land a preposition leads to: "off the Libyan coast"."""
    if piece.end >= sentence.end_token or tokens.lowers[piece.end] not in name_evidence().lands:
        return False
    return bool(lexicon.words.get(_preposition(piece.first, tokens, sentence), 0) & PLACE_PREPOSITION)


def _named_locality(piece: Piece, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon) -> Piece | None:
    """The place that a locality names: Ghent of "in the Belgian town of Ghent"; without "in" the town may act."""
    place = piece.inner
    if place is None or place.end != piece.end or piece.role is None:
        return None
    if place.kind == "name" and piece.role.word in name_evidence().localities:
        place.kind = "place"
        place.country = piece.affiliation.country if piece.affiliation is not None else None
    before = _preposition(piece.first, tokens, sentence)
    return place if place.kind == "place" and lexicon.words.get(before, 0) & SURE_PLACE else None


def _preposition(first: int, tokens: TokenizedText, sentence: Sentence) -> str:
    """The lower-case word before a name, over determiners and compass words."""
    place = first - 1
    lowers = tokens.lowers
    while place > sentence.first_token and (
        lowers[place] == "the" or lowers[place].endswith("ern") or lowers[place] in ("central", "occupied")
    ):
        place -= 1
    return lowers[place] if place >= sentence.first_token else ""


def _is_party(first: int, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon) -> bool:
    """Whether a capital stands where the party to a relation stands: "talks with Ankara", "ties between Oslo and"."""
    if first < sentence.first_token + 2:
        return False
    lowers = tokens.lowers
    flags = lexicon.words.get(lowers[first - 1], 0)
    if flags & PAIRING:
        return bool(lexicon.words.get(lowers[first - 2], 0) & RELATION)
    return bool(flags & DEMANDING)


def _is_joined(first: int, neighbour: Piece | None, tokens: TokenizedText) -> bool:
    """Whether "and" joins a capital to a government: "Moscow and Tashkent held"."""
    return (
        neighbour is not None
        and neighbour.kind in ("country", "metonym")
        and neighbour.end == first - 1
        and tokens.lowers[first - 1] == "and"
    )


def _acts(end: int, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon) -> bool:
    """Whether a verb seems to follow: "Washington said", "Beijing has warned"."""
    if end >= sentence.end_token:
        return False
    lower = tokens.lowers[end]
    return lower.endswith(("ed", "said", "says")) or bool(lexicon.words.get(lower, 0) & GOVERNING)
