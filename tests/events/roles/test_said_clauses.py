"""What the clause behind a verb of words says of another."""

from __future__ import annotations

import pytest

from timeline import parse

_DAY = "2024-05-15"

#: A sentence, how its trigger begins, the type, and the countries of those on the other side.
CLAUSES = [
    ("Norway said Chile must withdraw.", "said", "REQUEST", ["CL"]),
    ("Norway said on Monday that Chile has to pay.", "said", "REQUEST", ["CL"]),
    ("Norway said Chile should hold talks with Peru.", "said", "REQUEST", ["CL"]),
    ("Norway said Chile has two ferries.", "said", "STATEMENT", []),
    ("Norway said the ministry must pay.", "said", "STATEMENT", []),
    ("Norway threatened to strike back if Chile attacked.", "threatened", "THREATEN", ["CL"]),
    ("Norway threatened to close the strait unless Chile withdrew its ships.", "threatened", "THREATEN", ["CL"]),
    ("Norway said it would strike back if Chile attacked.", "strike back", "ASSAULT", ["CL"]),
    ("Norway demanded the release of two men held by Chile.", "demanded", "REQUEST", [None, "CL"]),
    ("Rockets fired by Norway hit a Chilean school.", "hit", "ASSAULT", ["CL"]),
]


@pytest.mark.parametrize(("text", "trigger", "type_", "recipients"), CLAUSES, ids=[row[0] for row in CLAUSES])
def test_whom_a_clause_concerns(text: str, trigger: str, type_: str, recipients: list[str | None]) -> None:
    """Type of a mention, and the countries of its recipients."""
    found = next(mention for mention in parse(text, published=_DAY).mentions if mention.text.startswith(trigger))
    assert found.type == type_
    assert [part.country for part in found.recipients] == recipients


def test_who_sent_what_hits_acts() -> None:
    """The missile and who fired it are both agents."""
    mentions = parse("Rockets fired by Norway hit a Chilean school.", published=_DAY).mentions
    hit = next(mention for mention in mentions if mention.text == "hit")
    assert [actor.text for actor in hit.actors] == ["Rockets", "Norway"]
