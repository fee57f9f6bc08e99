"""A phrase to its mention: span, name, key, kind, country, code and title, all by itself.

What comes in: a ``Piece`` that names an actor. What goes out: an ``ActorMention``. Whether it is an actor at all is
decided in ``finder``, whose mention it is besides in ``resolver``.
"""

from __future__ import annotations

from timeline.actors import keys
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import DETERMINER, LEGAL, PRONOUN_PLURAL
from timeline.lexicons.actors import ActorLexicon, Role
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.actors import ActorMention, build_actor_mention
from timeline.values.text import Sentence, TokenizedText

_ROLE_KINDS = frozenset(("office", "people", "body", "unnamed"))
_FORMS = {"office": "role", "people": "group", "body": "role", "unnamed": "unnamed"}
_KINDS = {"office": "role", "people": "group", "body": "organisation", "unnamed": "unnamed"}
_NATIONS = frozenset(("country", "demonym", "metonym"))
_OUTLET = "outlet"
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
    kind = piece.kind
    if kind == "pronoun":
        said = text[start:end]
        plural = bool(lexicon.words[tokens.lowers[piece.first]] & PRONOUN_PLURAL)
        return build_actor_mention(
            start, end, said, sentence.index, None, said, "person", "pronoun", start, end, plural=plural
        )
    if text[end - 1] == "." and piece.end == sentence.end_token and _ends_sentence(piece, tokens, lexicon):
        end -= 1
    belongs, title = piece.affiliation, piece.title
    affiliation = None if belongs is None else plain[starts[belongs.first] : ends[belongs.end - 1]]
    if kind in _ROLE_KINDS and (role := piece.role) is not None:
        name = plain[starts[_behind_articles(piece, tokens, lexicon)] : end]
        code = None if kind == "people" else _role_code(piece, role)
        return build_actor_mention(
            start, end, text[start:end], sentence.index, keys.key(name), name, _KINDS[kind], _FORMS[kind], start,
            min(ends[piece.head_end - 1], end), piece.country, code or _code(piece, lexicon),
            name if kind == "office" and title is None else _words(title, tokens), affiliation, role.plural,
        )  # fmt: skip
    head_start, head_end = starts[piece.head_first], min(ends[piece.head_end - 1], end)
    known = piece.known
    if known is not None and kind != "name" and (kind != "person" or known.kind == "person"):
        name = known.name
    else:
        name = plain[head_start:head_end]
    kind, form, plural, code = _nature(piece, tokens, lexicon)
    if kind == "country" and known is None and piece.country:
        name = lexicon.country_names[piece.country]
    outlet = kind == _OUTLET
    if outlet or kind == "name":
        kind = "organisation"
    firm = kind == "organisation" and known is None and _is_named_after(piece, tokens, lexicon)
    return build_actor_mention(
        start, end, text[start:end], sentence.index, keys.key(name, whole=True) if firm else keys.key(name), name, kind,
        form, head_start, head_end, piece.country, code or _code(piece, lexicon), _words(title, tokens), affiliation,
        plural, outlet,
    )  # fmt: skip


def _words(title: tuple[int, int] | None, tokens: TokenizedText) -> str | None:
    """The words of a title."""
    return None if title is None else tokens.plain[tokens.starts[title[0]] : tokens.ends[title[1] - 1]]


def _behind_articles(piece: Piece, tokens: TokenizedText, lexicon: ActorLexicon) -> int:
    """The first token of a role phrase that is of its name: "mayor" of "the mayor"."""
    first, lowers = piece.first, tokens.lowers
    while (
        first < piece.end - 1 and lowers[first] in _ARTICLES and lexicon.words.get(lowers[first], 0) & DETERMINER
    ):  # fmt: skip
        first += 1
    return first


def _role_code(piece: Piece, role: Role) -> str | None:
    """The code that a role has by a known body that it is of."""
    known = piece.known
    if known is not None and known.code:
        return known.code
    of = piece.affiliation
    if of is None or of.known is None or role.sector not in (None, "CVL") or of.known.kind != "organisation":
        return None
    return of.known.code  # "the head of the Red Cross" says no more than what he heads


def _nature(piece: Piece, tokens: TokenizedText, lexicon: ActorLexicon) -> tuple[str, str, bool, str | None]:
    """Kind and form of a name, whether it is many, and the code that its entry or its nation gives.

    The kind is ``outlet`` for a paper, and ``name`` where nothing tells.
    """
    kind, known = piece.kind, piece.known
    if kind in _NATIONS:
        if known is None:
            return "country", "country", False, lexicon.cameo.get(piece.country or "", "") + "GOV" or None
        return "organisation" if known.kind == "metonym" else "country", "country", False, known.code
    if known is not None and known.kind == "nationals":
        return "group", "group", True, known.code
    if kind == "group":
        return "group", "group", True, None  # "the Orvadians"
    if kind == _OUTLET or (known is None and _is_paper(piece, kind, tokens)):
        return _OUTLET, "name", False, None
    if known is not None and known.code:
        return kind, "name", False, known.code
    return kind, "name", False, None if piece.role is None else _role_code(piece, piece.role)


def _code(piece: Piece, lexicon: ActorLexicon) -> str | None:
    """The code that country and sector make: "GBRGOV"."""
    sector = _sector(piece) if piece.role is not None else None
    country = lexicon.cameo.get(piece.country) if piece.country else None
    if country is not None:
        return country + sector if sector and sector != "PTY" else country
    return sector if sector != "CVL" else None


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
