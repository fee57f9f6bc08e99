"""Words beside pronouns, descriptions and things: every class has some, in lower case, and none twice."""

from __future__ import annotations

from timeline.lexicons.referents import ReferentWords, referent_words
from timeline.lexicons.things import FAMILIES, thing_lexicon


def test_every_class_of_words_is_filled_with_lower_case() -> None:
    """A word with a capital would never be found."""
    known = referent_words()
    for name in ReferentWords.__dataclass_fields__:
        words = getattr(known, name)
        assert words, name
        assert {word for word in words if word != word.lower()} == set()


def test_every_family_of_things_has_nouns() -> None:
    """And a noun may be of two: a device is a telephone or a computer."""
    families = thing_lexicon().families
    assert {family for found in families.values() for family in found} == set(FAMILIES)
    assert families["device"] == {"telephone", "computer"}
