"""A phrase to its mention: span, name, key, kind, country, code and title, all by itself.

What comes in: a ``Piece`` that names an actor. What goes out: an ``ActorMention``. Whether it is an actor at all is
decided in ``finder``, whose mention it is besides in ``resolver``.
"""

from __future__ import annotations

from timeline.actors import keys
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import DETERMINER, LEGAL, PRONOUN_PLURAL
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.actors import ActorMention, build_actor_mention
from timeline.values.text import Sentence, TokenizedText

_ROLE_KINDS = frozenset(("office", "people", "body", "unnamed"))
_FORMS = {"office": "role", "people": "group", "body": "role", "unnamed": "unnamed"}
_KINDS = {"office": "role", "people": "group", "body": "organisation", "unnamed": "unnamed"}
_NAMED_AFTER = 3  # words: two names and a legal form
_INITIAL = 2  # letters of an initial with its stop
_SUFFIXES = frozenset(("jr.", "sr."))
_ARTICLES = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "any", "every", "each")
)  # fmt: skip


def mention(piece: Piece, tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon) -> ActorMention:
    """The mention of a piece by itself: "Harlow Mayor Jane Firth" has the key ``jane-firth`` and a title."""
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
    elif kind == "group":
        form, plural = "group", True  # "the Orvadians"
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
