"""Sentences to actor mentions and place mentions: ``find``.

What comes in: the token table and the lexicon. What goes out: persons, organisations, groups, countries, roles, unnamed
sources and pronouns with exact spans, and places. Not decided here: who is the same as whom (``resolver``), and what
they do (``timeline.events.participants``).
"""

from __future__ import annotations

from bisect import bisect_left

from timeline.actors import keys, places
from timeline.actors.datelines import after_dateline
from timeline.actors.evidence import is_thing, settle
from timeline.actors.lookups import Lookups
from timeline.actors.names import NameScanner
from timeline.actors.phrases import PhraseBuilder
from timeline.actors.pieces import Piece
from timeline.actors.surroundings import survey
from timeline.lexicons.actor_flags import (
    DEMANDING,
    DETERMINER,
    GOVERNING,
    LEGAL,
    PAIRING,
    PLACE_PREPOSITION,
    PRONOUN_PLURAL,
    RELATION,
    SURE_PLACE,
)
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.actors import ActorMention, PlaceMention, build_actor_mention
from timeline.values.text import Sentence, TokenizedText

_ROLE_KINDS = frozenset(("office", "people", "body", "unnamed"))
_FORMS = {"office": "role", "people": "group", "body": "role", "unnamed": "unnamed"}
_KINDS = {"office": "role", "people": "group", "body": "organisation", "unnamed": "unnamed"}
_NAMED_AFTER = 3  # words: two names and a legal form
_INITIAL = 2  # letters of an initial with its stop
_SUFFIXES = frozenset(("jr.", "sr."))
_ACRONYMS = frozenset(("IT", "US"))  # no pronouns, wherever they stand


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
    openings, begin = lookups.openings, 0
    for sentence in tokens.sentences:
        begin = bisect_left(openings, sentence.first_token, begin)
        stop = bisect_left(openings, sentence.end_token, begin)
        pieces = _pieces(tokens, sentence, openings[begin:stop], scanner, builder, lexicon)
        if tokens.words[sentence.first_token].isupper():
            pieces = after_dateline(pieces, tokens, sentence, lexicon)
        sentences.append((sentence, builder.join(pieces, sentence.first_token, sentence.end_token)))
    everything = [piece for _, found in sentences for piece in found]
    if scanner.doubtful:
        settle(scanner.doubtful, everything, tokens, lexicon)
    around = survey(everything, tokens, lexicon)
    actor_mentions: list[ActorMention] = []
    place_mentions: list[PlaceMention] = []
    for sentence, found in sentences:
        taken = 0
        neighbour: Piece | None = None
        for piece in found:
            if piece.kind == "body" and (named := _named_locality(piece, tokens, sentence, lexicon)) is not None:
                piece = named
            is_place, is_actor = _nature(piece, neighbour, tokens, sentence, lexicon)
            neighbour = piece if is_actor else None
            free = tokens.starts[piece.first] >= taken
            if is_place and free:
                place = places.mention(piece, tokens, sentence.index, lexicon, around, sentence.end_token)
                place_mentions.append(place)
                taken = place.end
            if is_actor and free:
                actor_mentions.append(_mention(piece, tokens, sentence, lexicon))
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
        if lower in pronouns and (small or place == first or len(lower) > 2) and word not in _ACRONYMS:
            pieces.append(Piece(place, place + 1, "pronoun"))
            continue
        if word[0].isupper() or (len(word) > 2 and word[1].isupper()):
            after = max(scanner.scan(place, sentence, pieces), place + 1)
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
    unknown = piece.known is None and (kind in ("name", "organisation") or piece.doubt) and piece.title is None
    if unknown and is_thing(piece, tokens, sentence, lexicon):
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
        if before in ("in", "near") and not piece.gender:
            piece.kind = "place"
            return True, False
    return False, True


def _is_land(piece: Piece, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon) -> bool:
    """Whether a nation's adjective says whose land a preposition leads to: "off the Libyan coast"."""
    if piece.end >= sentence.end_token or tokens.lowers[piece.end] not in name_evidence().lands:
        return False
    return bool(lexicon.words.get(_preposition(piece.first, tokens, sentence), 0) & PLACE_PREPOSITION)


def _named_locality(piece: Piece, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon) -> Piece | None:
    """The place that a locality names: Ghent of "in the town of Ghent"; without "in" the town may act."""
    place = piece.affiliation
    if place is None or place.kind != "place" or place.end != piece.end or tokens.lowers[place.first - 1] != "of":
        return None
    before = _preposition(piece.first, tokens, sentence)
    return place if lexicon.words.get(before, 0) & SURE_PLACE else None


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


def _mention(piece: Piece, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon) -> ActorMention:
    text, plain, starts, ends = tokens.text, tokens.plain, tokens.starts, tokens.ends
    start, end = starts[piece.first], ends[piece.end - 1]
    stopped = text[end - 1] == "." and piece.end == sentence.end_token and _ends_sentence(piece, tokens, lexicon)
    if stopped:
        end -= 1
    if piece.kind == "pronoun":
        lower = tokens.lowers[piece.first]
        return build_actor_mention(
            start, end, text[start:end], sentence.index, None, text[start:end], "person", "pronoun", start, end,
            plural=bool(lexicon.words[lower] & PRONOUN_PLURAL),
        )  # fmt: skip
    head_start, head_end = starts[piece.head_first], ends[piece.head_end - 1]
    if stopped and head_end > end:
        head_end = end
    known, role = piece.known, piece.role
    country, code, plural, outlet = piece.country, None, False, False
    kind = piece.kind
    form = "name"
    if kind in _ROLE_KINDS:
        if role is None:
            raise ValueError(f"a {kind} without a role noun")
        form, kind = _FORMS[kind], _KINDS[kind]
        plural = role.plural
        head_start = start
        first = piece.first
        while (
            first < piece.end - 1
            and lexicon.words.get(tokens.lowers[first], 0) & DETERMINER
            and tokens.lowers[first] in _ARTICLES
        ):
            first += 1
        name = plain[starts[first] : end]
    elif known is not None and kind != "name" and (kind != "person" or known.kind == "person"):
        name = known.name
    else:
        name = plain[head_start:head_end]
    if kind in ("country", "demonym", "metonym"):
        code = known.code if known is not None else lexicon.cameo.get(country or "", "") + "GOV" or None
        kind, form = "country", "country"
        if known is None or known.kind == "metonym":
            kind = "organisation" if known is not None else "country"
            if known is None and country:
                name = lexicon.country_names[country]
    elif known is not None and known.kind == "nationals":
        kind, form, plural, code = "group", "group", True, known.code
    elif kind == "outlet" or (known is None and form == "name" and _is_paper(piece, kind, tokens)):
        kind, outlet = "organisation", True
    elif known is not None and known.code:
        code = known.code
    elif role is not None and role.sector in (None, "CVL") and piece.affiliation is not None:
        belonging = piece.affiliation.known
        if belonging is not None and belonging.kind == "organisation":
            code = belonging.code  # "the head of the Red Cross" says no more than what he heads
    if kind == "name":
        kind = "organisation"
    sector = _sector(piece)
    if code is None and country and country in lexicon.cameo:
        code = lexicon.cameo[country] + (sector if sector and sector != "PTY" else "")
    elif code is None and sector and sector != "CVL":
        code = sector
    key = keys.key(name)
    if kind == "organisation" and known is None and _is_named_after(piece, tokens, lexicon):
        key = keys.key(name, whole=True)
    title = affiliation = None
    if piece.title is not None:
        title = plain[starts[piece.title[0]] : ends[piece.title[1] - 1]]
    elif form == "role" and kind == "role":
        title = name
    if piece.affiliation is not None:
        belongs = piece.affiliation
        affiliation = plain[starts[belongs.first] : ends[belongs.end - 1]]
    return build_actor_mention(
        start, end, text[start:end], sentence.index, key, name, kind, form,
        head_start=head_start, head_end=head_end, country=country, code=code, title=title,
        affiliation=affiliation, plural=plural, outlet=outlet,
    )  # fmt: skip


def _ends_sentence(piece: Piece, tokens: TokenizedText, lexicon: ActorLexicon) -> bool:
    """Whether the stop behind a name ends its sentence, and is no part of it: "met Hun Sen." but not "Acme Inc." """
    word = tokens.words[piece.end - 1]
    return (
        word.find(".") == len(word) - 1
        and len(word) > _INITIAL
        and not lexicon.capitals.get(word, 0) & LEGAL
        and word.lower() not in _SUFFIXES
    )


def _is_named_after(piece: Piece, tokens: TokenizedText, lexicon: ActorLexicon) -> bool:
    """Whether a company has a person's name with a legal form behind it: "Walter Holm Ltd"."""
    if piece.head_end - piece.head_first != _NAMED_AFTER:
        return False
    legal = lexicon.capitals.get(tokens.words[piece.head_end - 1], 0) & LEGAL
    return bool(legal) and lexicon.is_given(tokens.words[piece.head_first])


def _is_paper(piece: Piece, kind: str, tokens: TokenizedText) -> bool:
    """Whether an unknown name is that of an outlet: "Coastline News", "told the Meridian"."""
    if kind not in ("organisation", "name") or piece.title is not None:
        return False
    if tokens.lowers[piece.head_end - 1] in name_evidence().outlet_heads:
        return True
    first = piece.first
    return kind == "name" and first > 1 and tokens.lowers[first - 2 : first] == ("told", "the")


def _sector(piece: Piece) -> str | None:
    """The sector of a role, or that of the body an officer is of, where that is not the state: "head of the union"."""
    role, of = piece.role, piece.affiliation
    if role is None:
        return None
    if role.sector == "GOV" and of is not None and of.role is not None and of.role.sector not in (None, "CVL"):
        return of.role.sector
    return role.sector


_ARTICLES = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "any", "every", "each")
)  # fmt: skip
