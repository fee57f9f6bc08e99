"""The view ``acled``: our events by the names that ACLED gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.archive import Archive
from timeline.lexicons.acled import acled_rows
from timeline.lexicons.events import event_lexicon

#: A sentence, then event type, sub-event type and who stands on each side, of the row that ACLED would have.
SENTENCES = [
    ("Soldiers killed four rebels near Harlow on Monday.", "Battles", "Armed clash", "State forces", None),
    (
        "Gunmen killed 12 villagers in Harlow on Monday.",
        "Violence against civilians",
        "Attack",
        None,
        "Civilians",
    ),
    (
        "The army shelled the village of Harlow on Monday.",
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
        "State forces",
        None,
    ),
    ("Nurses marched in Harlow on Monday.", "Protests", "Peaceful protest", "Protesters", None),
    ("Youths rioted in Harlow on Monday.", "Riots", "Violent demonstration", "Rioters", None),
    (
        "Police arrested two journalists in Harlow on Monday.",
        "Strategic developments",
        "Arrests",
        "State forces",
        "Civilians",
    ),
    (
        "Gunmen killed two Greek protesters in Harlow on Monday.",
        "Violence against civilians",
        "Attack",
        None,
        "Civilians",
    ),
    ("Parliament voted on Monday.", None, None, None, None),
]


@pytest.mark.parametrize(("text", "event_type", "sub_event_type", "one", "other"), SENTENCES)
def test_an_event_has_the_name_that_acled_gives_it(
    tmp_path: Path, text: str, event_type: str | None, sub_event_type: str | None, one: str | None, other: str | None
) -> None:
    """Type, label and sides decide; what ACLED does not record has none."""
    file = tmp_path / "article.txt"
    file.write_text(f"News from Harlow\n\n{text}\n", encoding="utf-8")
    with Archive(tmp_path / "acled.db") as archive:
        archive.ingest([file], defaults={"published": "2026-03-05"})
        rows = archive.sql(
            "select event_type, sub_event_type, inter1, inter2 from acled where event_type is not null"
        ).rows
    assert list(rows) == ([] if event_type is None else [(event_type, sub_event_type, one, other)])


def test_the_table_knows_our_types_and_labels() -> None:
    """No row is about a type that we do not have, and a sub-event type has one event type and one disorder type."""
    types = set(event_lexicon().types)
    assert {row.type for row in acled_rows()} <= types
    wider = {(row.sub_event_type, row.event_type, row.disorder_type) for row in acled_rows()}
    assert len(wider) == len({row.sub_event_type for row in acled_rows()})
