"""Which part of a clause plays which role in an event: the rules of ``en/roles.toml``, compiled for look-up.

What goes out: ``role_rules()`` and ``RoleLexicon.rule``. How a clause is cut into its parts is decided in
``timeline.events.clauses.rule_clauses``, how rules are applied in ``timeline.events.roles.participants``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.load import kept, load_toml

ROLES = (
    "agent",
    "speaker",
    "party",
    "recipient",
    "patient",
    "theme",
    "counterpart",
    "about",
    "undergoer",
    "host",
    "expeller",
    "side",
    "thing",
    "target",
    "topic",
    "none",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """What stands where plays which role; empty ``types``, ``modes`` or ``lemmas`` apply to all.

    ``owners`` are prepositions that say, behind an object that is nobody, whose it is: "welcomed an offer from Chile".
    ``whole`` says that ``lemmas`` are all of a trigger: "come", not "come to the defence".
    ``undergoer`` is the subject of a verb like "collapse": the patient without an object beside it, else the agent.
    """

    name: str
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    reading: str = ""
    subject: str = "agent"
    object: str = "none"
    possessor: str = "none"
    prepositions: Mapping[str, str] = field(default_factory=dict)
    owners: tuple[str, ...] = ()
    whole: bool = False
    examples: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        for role in (self.subject, self.object, self.possessor, *self.prepositions.values()):
            if role not in ROLES:
                raise ValueError(f"unknown role {role!r}; one of {', '.join(ROLES)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """Classes of words, types and prepositions that all rules share; ``en/roles.toml`` says what each is."""

    object_control: frozenset[str]
    bare_control: frozenset[str]
    with_infinitive: frozenset[str]
    with_participle: frozenset[str]
    behind_participle: frozenset[str]
    portraying: frozenset[str]
    naming: frozenset[str]
    charging: frozenset[str]
    menacing: frozenset[str]
    undergone: frozenset[str]
    transitive: frozenset[str]
    clausal: frozenset[str]
    pairing: frozenset[str]
    listing: frozenset[str]
    support: frozenset[str]
    receiving: frozenset[str]
    hosting: frozenset[str]
    joining: frozenset[str]
    attending: frozenset[str]
    giving: frozenset[str]
    harming: frozenset[str]
    going: frozenset[str]
    being: frozenset[str]
    moving: frozenset[str]
    setting_about: frozenset[str]
    travelling: frozenset[str]
    suffered: frozenset[str]
    spoken: frozenset[str]
    asking: frozenset[str]
    venue: frozenset[str]
    standing: frozenset[str]
    sited: frozenset[str]
    local: frozenset[str]
    repeated: frozenset[str]
    concerning: frozenset[str]
    striking: frozenset[str]
    weighing: frozenset[str]
    leaving: frozenset[str]
    reaching: frozenset[str]
    crossing: frozenset[str]
    occurring: frozenset[str]
    freeing: frozenset[str]
    holding: frozenset[str]
    localities: frozenset[str]
    alone: frozenset[str]
    scenery: frozenset[str]
    whither: frozenset[str]
    meanwhile: frozenset[str]
    hours: frozenset[str]
    passing: frozenset[str]
    towards: frozenset[str]
    amid: frozenset[str]
    within: frozenset[str]
    doing: frozenset[str]
    borders: frozenset[str]
    inner: frozenset[str]
    sending: frozenset[str]
    invading: frozenset[str]
    cautioning: frozenset[str]
    obliging: frozenset[str]
    advising: frozenset[str]
    retaliating: frozenset[str]
    launched: frozenset[str]
    hitting: frozenset[str]
    conditional: frozenset[str]
    missions: frozenset[str]
    owning: frozenset[str]
    assuring: frozenset[str]
    minded: frozenset[str]
    linking: frozenset[str]
    summoning: frozenset[str]
    commanding: frozenset[str]
    possessing: frozenset[str]
    handling: frozenset[str]
    held: frozenset[str]
    national: frozenset[str]
    consenting: frozenset[str]
    exchanging: frozenset[str]
    wielding: frozenset[str]
    clashing: frozenset[str]
    one_sided: frozenset[str]
    counting: frozenset[str]
    civil: frozenset[str]
    facing: frozenset[str]
    staff: frozenset[str]
    touring: frozenset[str]
    domestic: frozenset[str]
    citizens: frozenset[str]
    fighting: frozenset[str]
    alien: frozenset[str]
    judging: frozenset[str]
    excluding: frozenset[str]
    parts: frozenset[str]
    documents: frozenset[str]
    protesting: frozenset[str]
    reaching_others: frozenset[str]
    calling_at: frozenset[str]
    setting_out: frozenset[str]
    first_person: frozenset[str]
    third_persons: frozenset[str]
    possessives: frozenset[str]
    articles: frozenset[str]


class RoleLexicon:
    """The rules, narrowest first, and the word classes."""

    __slots__ = ("_chosen", "rules", "words")

    def __init__(self, rules: tuple[RoleRule, ...], words: RoleWords) -> None:
        self.rules = tuple(
            sorted(rules, key=lambda rule: (not rule.lemmas, not rule.modes, not rule.types, not rule.reading))
        )
        self._chosen: dict[tuple[str, str | None, str, str], RoleRule] = {}
        self.words = words

    def rule(self, type_: str, mode: str | None, lemma: str, reading: str) -> RoleRule:
        """The narrowest rule that applies ("tell reporters" counts as "tell"); looked up once for each combination."""
        wanted = (type_, mode, lemma, reading)
        found = self._chosen.get(wanted)
        if found is None:
            found = self._chosen[wanted] = next(
                rule
                for rule in self.rules
                if (
                    not rule.lemmas
                    or lemma in rule.lemmas
                    or (not rule.whole and lemma.partition(" ")[0] in rule.lemmas)
                )
                and (not rule.modes or mode in rule.modes)
                and (not rule.types or type_ in rule.types)
                and (not rule.reading or rule.reading == reading)
            )
        return found


@kept
def role_rules(folder: Path | None = None) -> RoleLexicon:
    """The compiled rules.

    Raises:
        LexiconError: The file is malformed, or has no rule that applies to everything.
    """
    tables = load_toml("en/roles.toml", {"rule": RoleRule, "words": RoleWords}, folder)
    rules = tables["rule"]
    if not any(not (rule.types or rule.modes or rule.lemmas or rule.reading) for rule in rules):
        raise LexiconError("no rule applies to everything", file="en/roles.toml")
    return RoleLexicon(rules, tables["words"][0])
