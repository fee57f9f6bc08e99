"""Names of two words or more that may be a person's or a company's: what stands beside them tells.

What comes in: the pieces whose kind is in doubt, all pieces of the article, and the tokens. What goes out: nothing; the
pieces are changed, all of one name alike. "Nordel Vane" is a company where its shares fall, a person where she resigns;
what nothing speaks for is a name of unknown kind. Who has a first name from our table is a person unless much speaks
for a company ("shares in John Deere").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    COMMON_VERB,
    DETERMINER,
    FUNCTION,
    GOVERNING,
    HONORIFIC,
    PAIRING,
    PLACE_PREPOSITION,
    PRONOUN_FEMALE,
    PRONOUN_MALE,
    REPORTING,
    TELLING,
)
from timeline.lexicons.actors import ActorLexicon, Role
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.text import TokenizedText

#: How much is in doubt: a name that begins with a given name hardly is a company's, one of unknown words may be; one
#: that ends like a place ("Brisk Harbour") is that, unless much speaks for a company.
GIVEN_NAME, UNKNOWN, PLACE_NAME = 1, 2, 3

_STRONG, _WEAK = 3, 1
#: What one sure sign of a person amounts to.
DESCRIBED = _STRONG
_GENITIVE = frozenset(("'s", "’s", "'", "’"))
_CALLED = frozenset(("name", "person", "place"))  # kinds of pieces that may be somebody's last name
_STAFFED = frozenset(("at", "with", "of", "for"))
_LINKS = frozenset(("of", "in", "at", "for"))
_APPOSITION_ENDS = frozenset((",", ".", "and", "who", "by", ";", "(", ")", "said", "says"))
_LONGEST_APPOSITION = 9  # tokens
_YOUNGEST, _OLDEST = 5, 110
#: Of companies only, and of no place: "Brisk Harbour shares", "shares in Brisk Harbour".
_SURE_OF_FIRMS = frozenset(
    ("ceo", "cfo", "customers", "earnings", "employs", "executives", "profits", "profit", "revenue", "sales",
     "shareholders", "shares", "stake", "stock", "subsidiary", "takeover")
)  # fmt: skip
_WAS = frozenset(("was", "is", "were", "been", "be"))
_BEFORE_NAMES = frozenset(("the", ",", "“", "‘", '"', "called", "named"))
_ARTICLES = frozenset(("the", "a", "an", "of", "by", "for"))
_KINSHIP = frozenset(("Abu", "Umm", "Ibn"))
_OWNED = frozenset(("'s", "’s", "a", "his", "her", "their", "my", "our"))
_PRONOUN_REACH = 12  # tokens behind a name in which "he" speaks for it
_SAID = frozenset(("said", "says", "asked", "added"))
_STOPS = frozenset((".", ","))
_OPENINGS = frozenset((".", "“", '"'))
_HE_OR_SHE = PRONOUN_MALE | PRONOUN_FEMALE


def settle(doubtful: Sequence[Piece], pieces: Iterable[Piece], tokens: TokenizedText, lexicon: ActorLexicon) -> None:
    """Decide for each name in doubt whether it is a person's; one that is not is an organisation's.

    In "Shares in Brisk Harbour rose" the piece becomes an organisation, in "Nikos Varda, 41, was freed" it stays a
    person.
    """
    named: dict[tuple[str, ...], list[Piece]] = {}
    words = tokens.words
    for piece in doubtful:
        if piece.kind == "person" or piece.doubt == PLACE_NAME:
            named.setdefault(words[piece.head_first : piece.head_end], []).append(piece)
    if not named:
        return
    alone, longer = set(), set()
    for piece in pieces:
        kind = piece.kind
        if kind in _CALLED:
            if piece.head_end - piece.head_first == 1:
                alone.add(words[piece.head_first])
        elif kind == "organisation" and piece.head_end - piece.head_first > 1:
            longer.add(words[piece.head_first : piece.head_end - 1])
    for name, found in named.items():
        balance = sum(beside(piece, tokens, lexicon) for piece in found)
        if name[-1] in alone:
            balance += _STRONG  # "Varda" by itself
        if name in longer:
            balance -= 3 * _STRONG  # "Brisk Harbour" beside "Brisk Harbour Ltd"
        last = name[-1].lower()
        if last in name_evidence().family_names or last.endswith(name_evidence().endings):
            balance += _WEAK
        if name[0] in _KINSHIP or name[0].startswith("Abd") or (name[0][0].isupper() and name[0][1:2] == "."):
            balance += _STRONG  # "Abu Nidal", "K. R. Subramaniam"
        if name[0].lower() in name_evidence().openers_of_bodies:
            balance -= _STRONG
        if found[0].doubt == PLACE_NAME:
            balance = min(sum(_of_firm(piece, tokens) for piece in found), 0)
        least = _WEAK if found[0].doubt == UNKNOWN else 1 - _STRONG * (len(name) - 1)
        if balance < least:
            for piece in found:
                _unperson(piece, "organisation" if balance < 0 else "name")


def is_thing(piece: Piece, tokens: TokenizedText, lexicon: ActorLexicon) -> bool:
    """Whether an unknown name is that of a ship or a film ("the tanker Alma Nova"), or only says which thing is meant
    ("the Eems barrier").
    """
    lowers, first = tokens.lowers, piece.first
    if not first:
        return False
    place, behind = first - 1, lowers[first - 1]
    while place > 0 and lowers[place] in _BEFORE_NAMES:
        place -= 1
    if lowers[place] in name_evidence().named_things and piece.doubt != GIVEN_NAME:
        return True
    if len(behind) == len("1987") and behind.isdigit() and first > 1:
        before = lowers[first - 2]  # "Kopp's 1987 Chevrolet Cavalier", "a yellow 1977 Mercury Marquis"
        described = before.isalpha() and not lexicon.words.get(before, 0) & FUNCTION
        return before in _OWNED or (described and piece.end - first > 1)
    if behind != "the" or piece.kind != "name" or piece.end - first > 1:
        return False
    if piece.end + 1 >= len(lowers) or lowers[first].endswith("s"):
        return False
    after, second = lowers[piece.end], lowers[piece.end + 1]
    if (
        not tokens.words[piece.end].islower()
        or after.endswith(("ed", "s", "ly"))
        or after in name_evidence().behind_persons
    ):
        return False
    if lexicon.words.get(after, 0) & (FUNCTION | COMMON_VERB) or lexicon.role_lengths.get(after):
        return False
    return not second.isalnum() or bool(lexicon.words.get(second, 0) & FUNCTION)


def _unperson(piece: Piece, kind: str) -> None:
    piece.kind = kind
    piece.places = ()
    piece.gender = None
    if piece.title is not None:
        piece.role = None


def beside(piece: Piece, tokens: TokenizedText, lexicon: ActorLexicon, said: int = _WEAK) -> int:
    """How much the words beside one naming speak for a person; less than nothing for something else.

    Args:
        piece: The naming.
        tokens, lexicon: The article, and what is known.
        said: How much those speak for one that bodies do too: "X said", "told X"; nothing for names of one word, of
            which more is asked.
    """
    known = name_evidence()
    words, lowers = tokens.words, tokens.lowers
    firm = -1 if piece.doubt == GIVEN_NAME else -_STRONG  # "developer Peter Crow" is no firm by that alone
    if piece.title is not None:
        return firm if lowers[piece.title[1] - 1] in known.titles_of_bodies else 2 * _STRONG
    count = len(words)
    balance = 0
    end = piece.end
    lone = not said and end - piece.first == 1
    after = lowers[end] if end < count else ""
    second = lowers[end + 1] if end + 1 < count else ""
    if after in _GENITIVE:
        if second in known.owned_by_firms:
            balance -= _STRONG
        elif second in known.owned_by_persons:
            balance += _STRONG
    elif after == ",":
        if said or second != "which":
            balance += max(_apposition(end + 1, tokens, lexicon, lone), firm)
    elif after == "(" and second.isdigit():
        balance += _STRONG
    elif after in known.behind_firms:
        balance -= _STRONG
    elif after in known.behind_persons:
        sure = after in known.personal_acts or (after in _WAS and second in known.personal_fates)
        balance += _STRONG if sure else said
    first = piece.first
    before = lowers[first - 1] if first else ""
    lead = lowers[first - 2] if first > 1 else ""
    if before in _STAFFED and lead in known.staff:
        balance -= 2 * _STRONG  # "an analyst with Corwen Tate"
    elif before in _LINKS and lead in known.before_firms:
        balance -= _STRONG
    elif before == "as" and lead == "such" and first > 2:
        balance += _such(lowers[first - 3], lexicon)
    elif before == "of" and lead in known.of_persons:
        balance += _STRONG
    elif before == "of" and lead in known.battles:
        balance -= _STRONG
    elif before in known.before_firms and before != "named":
        balance -= _WEAK if before in ("at", "called", "use", "used", "sold", "sell", "buy", "bought") else _STRONG
    elif before in known.before_persons:
        inverted = lone and before in _SAID and after in _STOPS and words[end - 1][1:].islower()
        balance += _STRONG if inverted or before in known.personal_fates else said  # "I won," said Ferri.
    elif before == ",":
        balance += max(_description_before(first - 1, tokens, lexicon, lone), firm)
    elif before == "and" or after == "and":
        balance += _joined(piece, tokens, lexicon)
    if not said and not _is_subject(before, after, lexicon):
        return balance  # "over the Tissa. He ..."
    return balance + _taken_up(end, tokens, lexicon)


def _is_subject(before: str, after: str, lexicon: ActorLexicon) -> bool:
    """Whether a name may be the one of whom a sentence tells."""
    flags = lexicon.words
    if before in _ARTICLES or flags.get(before, 0) & (PLACE_PREPOSITION | PAIRING):
        return False
    acts = flags.get(after, 0) & (COMMON_VERB | GOVERNING | REPORTING | TELLING) or after.endswith("ed")
    return bool(acts) or after in name_evidence().behind_persons or before == "said"


def _of_firm(piece: Piece, tokens: TokenizedText) -> int:
    """How much the words beside a place's name speak for a company of that name."""
    known, lowers, end, first = name_evidence(), tokens.lowers, piece.end, piece.first
    after, second = (*lowers[end : end + 2], "", "")[:2]
    if (after in _GENITIVE and second in _SURE_OF_FIRMS) or after in _SURE_OF_FIRMS:
        return -_STRONG
    before, lead = lowers[first - 1] if first else "", lowers[first - 2] if first > 1 else ""
    return -_STRONG if before in _LINKS and lead in known.before_firms and lead in _SURE_OF_FIRMS else 0


def _apposition(place: int, tokens: TokenizedText, lexicon: ActorLexicon, lone: bool) -> int:
    """What stands behind the comma: "41," and "a tribal leader" are a person's, "a smaller rival" and "which" not."""
    words, lowers = tokens.words, tokens.lowers
    if place >= len(words):
        return 0
    word = words[place]
    if word.isdigit():
        return 2 * _STRONG if _YOUNGEST < int(word) < _OLDEST else 0
    if lowers[place] in ("who", "whose", "whom"):
        return 2 * _STRONG
    if lowers[place] == "which":
        return -_STRONG
    if lowers[place] in name_evidence().personal_fates:
        return _STRONG  # ", wanted for robbery,"
    if lowers[place] in name_evidence().before_persons:
        return _WEAK  # ", accused of robbery,"
    if lexicon.capitals.get(word, 0) & HONORIFIC:
        return _WEAK
    end = place
    stop = min(place + _LONGEST_APPOSITION, len(words))
    while end < stop and lowers[end] not in _APPOSITION_ENDS and not (end > place and lowers[end] in _LINKS):
        end += 1
    if end in (place, stop):
        return 0
    head = lowers[end - 1]
    known = lexicon.names.get(words[end - 1])
    if known is not None and known.kind == "demonym" and lexicon.words.get(lowers[place], 0) & DETERMINER:
        return 2 * _STRONG  # ", a Russian,"
    role = lexicon.roles.get(head)
    return _says(role, head, lone) if role is not None and not role.plural else 0


def _says(role: Role, word: str, lone: bool) -> int:
    """What an office or a kind of body says of whom it is said of."""
    if lone and word in name_evidence().titles_of_any:
        return 0
    if word in name_evidence().titles_of_either:
        return _WEAK  # of either: "owner of the shop"
    if role.kind == "body" or word in name_evidence().titles_of_bodies:
        return -_STRONG
    return 2 * _STRONG if role.kind == "office" else 0


def _description_before(comma: int, tokens: TokenizedText, lexicon: ActorLexicon, lone: bool) -> int:
    """What stands before the comma before a name: "His deputy, Efraín Soto", "a Chinese rival, Luhua Silicon"."""
    if comma < 1:
        return 0
    lower = tokens.lowers[comma - 1]
    role = lexicon.roles.get(lower)
    return _says(role, lower, lone) if role is not None and not role.plural else 0


def _such(noun: str, lexicon: ActorLexicon) -> int:
    """What stands before "such as" before a name: "historians", "groups"."""
    role = lexicon.roles.get(noun)
    if role is None or not role.plural:
        return 0
    return -_STRONG if role.kind == "body" or role.sector == "BUS" else _STRONG


def _joined(piece: Piece, tokens: TokenizedText, lexicon: ActorLexicon) -> int:
    """Whether "and" joins the name to one that begins with a given name."""
    words = tokens.words
    if piece.end + 1 < len(words) and words[piece.end] == "and":
        return _WEAK if lexicon.is_given(words[piece.end + 1]) else 0
    begin = piece.first - 3
    return _WEAK if begin >= 0 and lexicon.is_given(words[begin]) else 0


def _taken_up(end: int, tokens: TokenizedText, lexicon: ActorLexicon) -> int:
    """Whether "he" or "she" follows soon, before another name."""
    words, lowers, flags = tokens.words, tokens.lowers, lexicon.words
    if lexicon.gendered.isdisjoint(lowers[end : end + _PRONOUN_REACH]):
        return 0
    for place in range(end, min(end + _PRONOUN_REACH, len(words))):
        word = words[place]
        if flags.get(lowers[place], 0) & _HE_OR_SHE:
            return _STRONG
        if word[0].isupper() and not (words[place - 1] in _OPENINGS and flags.get(lowers[place])):
            return 0
    return 0
