"""What a deed amounts to between states."""

from __future__ import annotations

import pytest

from timeline import parse

_DAY = "2024-05-15"

#: A sentence, how its trigger begins, the type, and the countries of those on the other side.
AMOUNTS = [
    ("Norway warned its citizens not to travel to Chile.", "warned", "SANCTION", ["CL"]),
    ("Norway advised its citizens to leave Chile.", "advised", "SANCTION", [None, "CL"]),
    ("Norway warned tourists against travelling to Chile.", "warned", "SANCTION", ["CL"]),
    ("Norway warned its citizens of floods.", "warned", "STATEMENT", []),
    ("Norway told its citizens to leave the building.", "told", "REQUEST", [None]),
    ("Norway is ready to use force against Chile.", "is ready", "THREATEN", ["CL"]),
    ("Norway has promised to crush Chile.", "promised", "THREATEN", ["CL"]),
    ("Norway has promised to help Chile.", "promised", "AGREE", ["CL"]),
    ("Norwegian troops left Chile.", "left", "RETREAT", ["CL"]),
    ("Norwegian tourists left Chile.", "left", "MOVE", []),
    ("Norway held military exercises off Chile.", "military exercises", "MOBILIZE", ["CL"]),
    ("Norway and Chile held military exercises.", "military exercises", "COOPERATE", []),
    ("Norway trains Chilean soldiers.", "trains", "AID", ["CL"]),
    ("Norway trains Norwegian soldiers.", "trains", "MOBILIZE", ["NO"]),
    ("Two Chileans were wounded when Norwegian troops opened fire.", "opened fire", "ASSAULT", ["CL"]),
    ("Two Chileans were wounded when Chilean troops opened fire.", "opened fire", "ASSAULT", []),
]


@pytest.mark.parametrize(("text", "trigger", "type_", "recipients"), AMOUNTS, ids=[row[0] for row in AMOUNTS])
def test_deeds_are_what_they_amount_to(text: str, trigger: str, type_: str, recipients: list[str | None]) -> None:
    """Type of a mention, and the countries of its recipients."""
    found = next(mention for mention in parse(text, published=_DAY).mentions if mention.text.startswith(trigger))
    assert found.type == type_
    assert [part.country for part in found.recipients] == recipients
