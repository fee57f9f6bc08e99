"""English inflection: a verb's forms, a noun's plural.

Made at load and not written out, so that a word list holds lemmas. Forms that do not exist ("visitted") do no harm:
they are only ever looked up. Which form a word has in a sentence is decided in ``timeline.events.triggers``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Which forms a word may be, as bits: "hit" is BASE, PAST and PARTICIPLE.
BASE = 1
THIRD = 2
PAST = 4
PARTICIPLE = 8
PROGRESSIVE = 16

_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxyh]$").match
_DOUBLING = re.compile(r".*(?:[^aeiou]|qu)[aeiou][bdglmnprt]$").match
_BE = (
    ("be", BASE),
    ("is", THIRD),
    ("are", THIRD),
    ("was", PAST),
    ("were", PAST),
    ("been", PARTICIPLE),
    ("being", PROGRESSIVE),
    ("'s", THIRD),
    ("'re", THIRD),
)
_PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "wife": "wives"}
_UNCHANGED = ("people", "police", "troops", "children", "men", "women")


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregular:
    """A verb whose past or participle does not end in -ed."""

    base: str
    past: tuple[str, ...]
    participle: tuple[str, ...]


def verb_forms(base: str, irregular: Mapping[str, Irregular]) -> tuple[tuple[str, int], ...]:
    """Every form of a verb with its bits: "stop" gives stop, stops, stopped (past, participle), stopping.

    >>> verb_forms("try", {})
    (('try', 1), ('tries', 2), ('trying', 16), ('tried', 12))
    """
    if base == "be":
        return _BE
    last, before = base[-1], base[-2:-1]
    consonant_y = last == "y" and before not in "aeiou"
    if consonant_y:
        third = base[:-1] + "ies"
    elif last in "sxzo" or base.endswith(("ch", "sh")):
        third = base + "es"
    else:
        third = base + "s"
    stems: tuple[str, ...]
    if last == "e" and before not in "eoy":
        stems = (base[:-1],)
    elif _SHORT(base):
        stems = (base + last,)
    elif _DOUBLING(base) and len(base) > 4:
        stems = (base, base + last)
    else:
        stems = (base,)
    if base.endswith("ie"):
        progressive: tuple[str, ...] = (base[:-2] + "ying",)
    elif last == "c":
        progressive = (base + "king",)
    else:
        progressive = tuple(stem + "ing" for stem in stems)
    forms = [(base, BASE), (third, THIRD), *((form, PROGRESSIVE) for form in progressive)]
    row = irregular.get(base)
    if row is not None:
        forms += [(form, PAST) for form in row.past]
        forms += [(form, PARTICIPLE) for form in row.participle]
    elif consonant_y:
        forms.append((base[:-1] + "ied", PAST | PARTICIPLE))
    elif last == "c":
        forms.append((base + "ked", PAST | PARTICIPLE))
    else:
        forms += (
            [((stem + "ed"), PAST | PARTICIPLE) for stem in stems] if last != "e" else [(base + "d", PAST | PARTICIPLE)]
        )
    return tuple(forms)


def plural(noun: str) -> str:
    """The plural of a noun: "massacre" to "massacres", "inquiry" to "inquiries", "crisis" to "crises"."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun in _UNCHANGED:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("man") and len(noun) > 5:
        return noun[:-2] + "en"
    return noun + "s"
