"""Ways of writing one name have one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.actors.keys import key

KEYS = (
    ("Omar Bey", "omar-bey"),
    ("OMAR BEY", "omar-bey"),
    ("the Israeli officials", "israeli-officials"),
    ("Acme Widgets, Inc.", "acme-widgets"),
    ("Al-Azhar", "al-azhar"),
    ("El-Azhar", "al-azhar"),
    ("El Salvador", "el-salvador"),
    ("José Pérez", "jose-perez"),
    ("Lech Wałęsa", "lech-walesa"),
    ("O'Hara", "ohara"),
    ("O’Hara", "ohara"),
    ("U.S. Navy", "us-navy"),
    ("McDonald's", "mcdonalds"),
    ("...", None),
)


@pytest.mark.parametrize(("name", "slug"), KEYS)
def test_a_name_has_its_slug(name: str, slug: str | None) -> None:
    """Articles, case, accents, stops, apostrophes and legal forms do not matter."""
    assert slug == key(name)


@given(st.text(max_size=30))
def test_a_key_is_made_of_letters_figures_and_hyphens(name: str) -> None:
    """A key has no spaces or marks, and is the key of itself."""
    slug = key(name)
    if slug is not None:
        assert slug.replace("-", "").isalnum()
        assert slug == slug.strip("-")


def test_a_company_keeps_its_legal_form_on_demand() -> None:
    """By it the company is told from the person it is called after."""
    assert key("Walter Holm Ltd") == key("Walter Holm")
    assert key("Walter Holm Ltd", whole=True) == "walter-holm-ltd"
