"""Sentences to actor mentions and place mentions: ``find``.

What comes in: the token table and the lexicon. What goes out: persons, organisations, groups, countries, roles, unnamed
sources and pronouns with exact spans, and places. Not decided here: who is the same as whom (``resolver``), and what
they do (``timeline.events.roles.participants``).
"""

from __future__ import annotations

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
from timeline.lexicons.actors import ActorLexicon, Role
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
    for sentence, pieces in _read(tokens, lookups, scanner, builder):
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


def _read(
    tokens: TokenizedText, lookups: Lookups, scanner: NameScanner, builder: PhraseBuilder
) -> list[tuple[Sentence, list[Piece]]]:
    """Names, role nouns and pronouns of each sentence that has any, not yet joined."""
    words, lowers, sentences, lexicon = tokens.words, tokens.lowers, tokens.sentences, lookups.lexicon
    pronouns, lengths = lexicon.pronouns, lexicon.role_lengths
    found: list[tuple[Sentence, list[Piece]]] = []
    pieces: list[Piece] = []
    after = first = end = number = 0
    sentence = None
    for place in lookups.openings:
        if place < after:
            continue
        if sentence is None or place >= end:
            while place >= sentences[number].end_token:
                number += 1
            sentence = sentences[number]
            first, end, pieces = sentence.first_token, sentence.end_token, []
            found.append((sentence, pieces))
        after = place + 1
        word, lower = words[place], lowers[place]
        if lower == word:
            if lower in lengths and (role := scanner.role_at(place, end)) is not None:
                after = _take_role(place, role, sentence, builder, pieces)
            elif lower in pronouns:
                pieces.append(Piece(place, after, "pronoun"))
        elif place > first and word[0].isupper() and lower not in pronouns:
            after = scanner.scan(place, sentence, pieces)
        else:
            after = _take_large(place, sentence, tokens, scanner, builder, lexicon, pieces)
    return found


def _take_role(
    place: int, found: tuple[int, Role], sentence: Sentence, builder: PhraseBuilder, pieces: list[Piece]
) -> int:
    """The token behind a role noun, which is added to the pieces; behind its first word when it is none here."""
    last, role = found
    if role.kind != "other" and not builder.is_noun(role, place, last, sentence.first_token, sentence.end_token):
        return place + 1
    piece = Piece(place, last, role.kind)
    if role.kind != "other":
        piece.role = role
        piece.gender = role.gender
    pieces.append(piece)
    return last


def _take_large(
    place: int,
    sentence: Sentence,
    tokens: TokenizedText,
    scanner: NameScanner,
    builder: PhraseBuilder,
    lexicon: ActorLexicon,
    pieces: list[Piece],
) -> int:
    """The token behind what begins at a word with a capital, which is added to the pieces."""
    word, lower, opens = tokens.words[place], tokens.lowers[place], place == sentence.first_token
    small = word[0].islower()  # "eBay"
    if (opens or small) and lower in lexicon.role_lengths:
        found = scanner.role_at(place, sentence.end_token)
        if found is not None and not small:
            known = scanner.known_at(place, sentence.end_token)
            if known is not None and known[0] > found[0]:
                found = None  # "Doctors Without Borders"
        if found is not None and (small or found[1].kind != "office" or not _name_follows(tokens, found[0], sentence)):
            last = _take_role(place, found, sentence, builder, pieces)
            if small or (pieces and pieces[-1].first == place):
                return last
    if (
        lower in lexicon.pronouns
        and (opens or small or len(lower) > 2 or word == "I" or tokens.words[place - 1] in _QUOTE_MARKS)
        and word not in _ACRONYMS
    ):
        pieces.append(Piece(place, place + 1, "pronoun"))
    elif word[0].isupper() or (len(word) > 2 and word[1].isupper()):
        return scanner.scan(place, sentence, pieces)
    return place + 1


def _name_follows(tokens: TokenizedText, place: int, sentence: Sentence) -> bool:
    return place < sentence.end_token and tokens.words[place][0].isupper()


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
    locality = piece.role.word in name_evidence().localities
    if place.kind == "name" and locality:
        place.kind = "place"
        place.country = piece.affiliation.country if piece.affiliation is not None else None
    if place.kind != "place":
        return None
    if lexicon.words.get(_preposition(piece.first, tokens, sentence), 0) & SURE_PLACE:
        return place
    return place if locality and (piece.role.plural or not _acts(piece.end, tokens, sentence, lexicon)) else None


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
