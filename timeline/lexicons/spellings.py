"""Given names that are written in several ways when they are brought to Latin letters: "Mohamed", "Muhammad".

Data: ``en/spellings.csv``, lower-case ASCII forms. It holds names and not persons. How a whole name becomes a key is
decided in ``timeline.actors.keys``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.errors import LexiconError
from timeline.lexicons.load import load_csv

_FILE = "en/spellings.csv"
ORIGINS = ("arabic", "cyrillic")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingRecord:
    """A given name in the form that its keys have, the script it comes from, and the other forms that papers print."""

    name: str
    origin: str
    variants: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.origin not in ORIGINS:
            raise ValueError(f"unknown origin {self.origin!r}; one of {', '.join(ORIGINS)}")


@cache
def arabic_names() -> frozenset[str]:
    """The names in the form of keys beside which a last name is read as one from Arabic or Persian."""
    return frozenset(record.name for record in load_csv(_FILE, SpellingRecord) if record.origin == "arabic")


@cache
def spellings() -> dict[str, str]:
    """Every form to the one that keys have: ``spellings()["muhammad"]`` is ``"mohammed"``; so is that of itself.

    Raises:
        LexiconError: A form stands under two names.
    """
    forms: dict[str, str] = {}
    for record in load_csv(_FILE, SpellingRecord):
        for form in (record.name, *record.variants):
            if forms.setdefault(form, record.name) != record.name:
                raise LexiconError(f"{form!r} stands under {forms[form]!r} and {record.name!r}", file=_FILE)
    return forms
