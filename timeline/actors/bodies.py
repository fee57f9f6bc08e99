"""Kinds of bodies without a name to the members of a cast: "the company", "the council", "the university".

What comes in: the mentions of an article, the owners found so far, and the names of its bodies. What goes out: a
member, or None where another may be meant. Names are decided in ``namesakes``, titles of persons in ``descriptions``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.actors.antecedents import Antecedents
from timeline.actors.cast import Member
from timeline.lexicons.referents import referent_words
from timeline.values.actors import ActorMention

_REACH = 3  # sentences back that a bare body may reach past others of its kind
_FAR = 12  # sentences back that a name may be taken up by its last words
_MANY = 100  # bodies in a text in which no single one can be told
_COUNTRY_ONLY = 3  # letters of a code that names no sector
_BUSINESS = ("BUS", "MNC")
#: Codes of three letters that are no country's.
_SECTORS = frozenset(
    ("BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "HLH", "IGO", "JUD", "LAB", "LEG", "MED", "MIL", "MNC", "NGO",
     "OPP", "PTY", "REB", "REF", "REL", "SPY")
)  # fmt: skip
_BODY_CODES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("group", "organization", "organisation", "movement", "militia"), ("REB", "NGO", "OPP", "PTY")),
    "party": ("PTY",),
    "club": (),
    "team": (),
    "side": (),
    "university": ("EDU",),
    "newspaper": ("MED",),
    "agency": ("GOV", "MED", "NGO"),
    "ministry": ("GOV",),
    "union": ("LAB",),
}
#: What makes a body another than the one that was named.
_SAYS_WHICH = (", led by ", " led by ", " that ", " which ", " behind ", " from ")


class Bodies:
    """Which body is meant by words that are no name, in one article; ``owners`` is filled while it is asked."""

    __slots__ = ("_antecedents", "_mentions", "_met", "_met_until", "_names", "_owners", "_text", "_words")

    def __init__(
        self,
        text: str,
        mentions: Sequence[ActorMention],
        owners: Sequence[Member | None],
        antecedents: Antecedents,
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._owners = owners
        self._antecedents = antecedents
        self._names: set[str] = set()
        self._met: dict[Member, None] = {}
        self._met_until = 0
        self._words = referent_words()

    def meet(self, name: str) -> None:
        """Note the name of a body, so that only words that end or begin one are looked for: "the council"."""
        words = name.lower().split()
        self._names.update((words[0], words[-1]))

    def meant_by(self, number: int, mention: ActorMention) -> Member | None:
        """What a bare kind of body stands for: the last company for "the company", Harlow Council for "the council"."""
        definite = mention.text[:4].lower() in ("the ", "this")
        if mention.plural or not (definite or mention.text[0].isupper()):
            return None
        if self._text.startswith(_SAYS_WHICH, mention.end):
            return None  # "the team led by Bey": another one
        word = mention.name.lower()
        if definite and (mention.code or "").endswith("BUS") and word not in self._words.parts:
            return self._company(number, mention)
        wanted = _BODY_CODES.get(word) if definite else None  # "City Hall" is that of a name only
        if wanted is None and self._names.isdisjoint((word, *word.split())):
            return None
        for before in range(number - 1, -1, -1):
            other = self._mentions[before]
            owner = self._owners[before]
            distance = mention.sentence - other.sentence
            if distance > _FAR:
                break
            if owner is None or owner.kind != "organisation" or owner.outlet:
                continue
            if other.form != "name" and (other.form != "role" or owner.name.islower()):
                continue
            name = owner.name.lower()
            if name.endswith(" " + word) or (definite and name.startswith((word + " of ", word + " for "))):
                return owner
            if wanted is None or distance > _REACH:
                continue
            code = owner.code or ""
            if any(part in code for part in wanted) or (word in self._words.any_body and _says_nothing(code)):
                return owner
        return None

    def _company(self, number: int, mention: ActorMention) -> Member | None:
        """The company that "the company", "the carmaker" or "the French firm" means: the nearest that may be one.

        It is of no other country than what says more of it gives.
        """
        country = mention.country

        def fits(owner: Member) -> bool:
            code = owner.code or ""
            return (
                owner.kind == "organisation"
                and not owner.name.islower()
                and (country is None or owner.country in (None, country))
                and (any(part in code for part in _BUSINESS) or _says_nothing(code))
                and owner.key != mention.key
            )

        barred = None
        for before in range(number - 1, -1, -1):
            other = self._mentions[before]
            if other.sentence != mention.sentence:
                break
            between = self._text[other.end : mention.start]
            if "," in between or " and " in between:
                break
            if other.form == "role" and other.kind == "organisation":
                barred = self._owners[before]  # "The group paid 4 million for the company"
        found = self._antecedents.nearest(number, mention, fits, barred)
        if found is not None or self._antecedents.torn:
            return found
        return self._only_one(number, fits, barred)

    def _only_one(self, number: int, fits: Callable[[Member], bool], barred: Member | None) -> Member | None:
        """The one body that fits among all that were named before; None where there are two, or too many to tell."""
        while self._met_until < number:
            owner = self._owners[self._met_until]
            if owner is not None and owner.kind == "organisation":
                self._met[owner] = None
            self._met_until += 1
        if len(self._met) > _MANY:
            return None
        found = [owner for owner in self._met if owner is not barred and fits(owner)]
        return found[0] if len(found) == 1 else None


def _says_nothing(code: str) -> bool:
    """Whether a code gives a country at most, and no sector."""
    return not code or (len(code) == _COUNTRY_ONLY and code not in _SECTORS)
