"""Datelines at the head of a report, and lines that are made of dates."""

from __future__ import annotations

import pytest

from timeline.reading.datelines import read_date_line, read_dateline


@pytest.mark.parametrize(
    ("head", "text", "place", "agency", "on"),
    [
        (
            "KELMOUTH, March 3, 2026 (Quay Wire) - Talks",
            "KELMOUTH, March 3, 2026 (Quay Wire) -",
            "KELMOUTH",
            "Quay Wire",
            "2026-03-03",
        ),
        ("KELMOUTH (Quay Wire) - Talks", "KELMOUTH (Quay Wire) -", "KELMOUTH", "Quay Wire", None),
        ("GENEVA (AP) — Talks", "GENEVA (AP) —", "GENEVA", "AP", None),
        ("Geneva (AFP) – Talks", "Geneva (AFP) –", "Geneva", "AFP", None),
        (
            "PORT ELVERN, Oct. 19 (Quay Wire) -- Talks",
            "PORT ELVERN, Oct. 19 (Quay Wire) --",
            "PORT ELVERN",
            "Quay Wire",
            None,
        ),
        ("KANSAS CITY, Mo. (AP) — Talks", "KANSAS CITY, Mo. (AP) —", "KANSAS CITY, Mo.", "AP", None),
        ("KELMOUTH — Talks", "KELMOUTH —", "KELMOUTH", None, None),
        ("(Kelmouth) The talks", "(Kelmouth)", "Kelmouth", None, None),
        ("(Reuters) The talks", "(Reuters)", None, "Reuters", None),
        ("Kelmouth, 3 March 2026 – Talks", "Kelmouth, 3 March 2026 –", "Kelmouth", None, "2026-03-03"),
        ("HALM--(Quay Wire)--Talks", "HALM--(Quay Wire)--", "HALM", "Quay Wire", None),
        (
            "PORT ELVERN, Calif. & HALM, Norway--(Quay Wire)--March 3, 2026-- Talks",
            "PORT ELVERN, Calif. & HALM, Norway--(Quay Wire)--March 3, 2026--",
            "PORT ELVERN, Calif. & HALM, Norway",
            "Quay Wire",
            "2026-03-03",
        ),
    ],
)
def test_a_dateline_is_told_from_the_report(
    head: str, text: str, place: str | None, agency: str | None, on: str | None
) -> None:
    """Place, agency and date stand before the dash, the report behind it."""
    dateline = read_dateline(head, first=True)
    assert dateline is not None
    assert (dateline.text, dateline.place, dateline.agency) == (text, place, agency)
    assert head[dateline.end :] in ("Talks", "The talks")
    stated = dateline.date.on if dateline.date else None
    assert (str(stated) if stated else None) == on


@pytest.mark.parametrize(
    "head",
    [
        "Ada Holt (Labour) - who had voted for the plan - left.",
        "The plan (drawn up in May) - it has forty pages - was rejected.",
        "The ship - a tanker - sank.",
        "Talks ended on Monday - without agreement.",
        "(He had said so before.) The judge agreed.",
        "On March 3 - a Tuesday - talks ended.",
        "Ada Holt--(a nurse)--voted for the plan.",
    ],
)
def test_a_sentence_with_dashes_is_no_dateline(head: str) -> None:
    """Brackets and dashes in a sentence do not make a dateline."""
    assert read_dateline(head, first=True) is None


def test_a_bare_place_counts_in_the_first_paragraph_only() -> None:
    """Further down capitals and a dash may be a heading or a speaker."""
    assert read_dateline("KELMOUTH — Talks", first=False) is None
    assert read_dateline("KELMOUTH (AP) — Talks", first=False) is not None


@pytest.mark.parametrize(
    ("line", "values", "labels", "others"),
    [
        (
            "Published: 4 May 2025, 9:10 | Updated: 5 May 2025",
            ["2025-05-04T09:10", "2025-05-05"],
            ["published", "modified"],
            (),
        ),
        ("Ada Holt | 03.02.2026 | 18:31 | 4 comments", ["2026-02-03T18:31"], [""], ("Ada Holt", "4 comments")),
        (
            "THE QUAY BEACON  -  Thursday, November 7, 2024  -  Since 1911",
            ["2024-11-07"],
            [""],
            ("THE QUAY BEACON", "Since 1911"),
        ),
        ("Kelmouth, Sunday 8 March 2026, 21:45", ["2026-03-08T21:45"], [""], ()),
        ("KELMOUTH, Tuesday 10 March 2026", ["2026-03-10"], [""], ()),
    ],
)
def test_a_date_line_gives_its_dates_and_what_stands_beside_them(line, values, labels, others) -> None:
    """Dates, their labels and the other parts of the line."""
    stated = read_date_line(line)
    assert stated is not None
    assert [phrase.published("dateline").value for phrase in stated.dates] == values
    assert [phrase.label for phrase in stated.dates] == labels
    assert stated.others == others


@pytest.mark.parametrize("line", ["Talks ended on 4 May 2025.", "No date here", "2,000 people | 3 dogs", ""])
def test_a_line_without_a_date_of_its_own_is_no_date_line(line: str) -> None:
    """A sentence with a date in it is a sentence."""
    assert read_date_line(line) is None
