"""Records of dumps: fields by our names, theirs or a mapping; bad lines are numbered and left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.errors import ReadingError
from timeline.reading import records
from timeline.reading.assembly import Setting
from timeline.values.article import Article, Failure

MESSY = Path(__file__).parent / "messy"
SETTING = Setting(path="dump", where="dump", format="jsonl")


def one(record: dict, **names: str) -> Article:
    """The article of a record."""
    return records.read_record(record, SETTING, records.field_names(names))


def test_a_record_keeps_its_id_date_and_names() -> None:
    """All fields of a record."""
    article = one(
        {
            "id": 2044,
            "url": "https://quay.example/a?utm_source=x",
            "title": "Ferry sails",
            "subtitle": "Nine weeks late",
            "text": "Ferry sails\n\nThe ferry sailed on Monday.\n\nShare | Print | Email",
            "published": "2026-03-04T18:20:00+01:00",
            "modified": "2026-03-05",
            "source": "Quay Beacon",
            "authors": ["Ada Holt", "Jon Reed"],
            "language": "en",
        }
    )
    assert article.text == "Ferry sails\n\nNine weeks late\n\nThe ferry sailed on Monday."
    assert (article.record_id, article.published.value, article.published.basis) == (
        "2044",
        "2026-03-04T18:20:00+01:00",
        "metadata",
    )
    assert (article.modified.value, article.outlet.name, article.authors) == (
        "2026-03-05",
        "Quay Beacon",
        ("Ada Holt", "Jon Reed"),
    )
    assert (article.canonical_url, article.language) == ("https://quay.example/a", "en")


@pytest.mark.parametrize(
    ("record", "names"),
    [
        ({"headline": "Ferry", "body": "It sailed.", "pub_date": "2026-03-04"}, {}),
        (
            {"doc": {"t": "Ferry", "b": "It sailed."}, "d": "2026-03-04"},
            {"title": "doc.t", "text": "doc.b", "published": "d"},
        ),
        ({"doc.t": "Ferry", "content": "It sailed.", "date": "2026-03-04"}, {"title": "doc.t"}),
    ],
)
def test_fields_are_found_under_common_or_mapped_names(record: dict, names: dict[str, str]) -> None:
    """A dot reaches into nested objects, unless a field has the whole name."""
    article = one(record, **names)
    assert (article.text, article.published.value) == ("Ferry\n\nIt sailed.", "2026-03-04")


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2026-03-04", "2026-03-04"),
        ("20260304", "2026-03-04"),
        (20260304, "2026-03-04"),
        (1772644800, "2026-03-04T17:20:00+00:00"),
        (1772644800000, "2026-03-04T17:20:00+00:00"),
        ("Wed, 04 Mar 2026 18:20:00 +0100", "2026-03-04T18:20:00+01:00"),
        ("4 March 2026", "2026-03-04"),
        (None, None),
        ("", None),
    ],
)
def test_dates_are_read_in_the_forms_dumps_have(value, published: str | None) -> None:
    """Days, moments, and seconds or milliseconds since 1970."""
    article = one({"text": "The ferry sailed.", "published": 1772644800 if value == 1772644800 else value})
    assert article.published.value == published
    assert article.problems == ()


@pytest.mark.parametrize("value", ["soon", "02/03/2026", 17, True, {"a": 1}])
def test_a_date_that_cannot_be_read_is_a_problem_and_unknown(value) -> None:
    """The problem names the value and the place."""
    article = one({"text": "The ferry sailed.", "published": value})
    assert article.published.value is None
    assert article.problems[0].where == "dump"
    assert str(value) in article.problems[0].what


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        (["The ferry sank.", "Nobody was hurt."], "The ferry sank.\n\nNobody was hurt."),
        ([{"text": "The ferry sank."}, {"text": "Nobody was hurt."}], "The ferry sank.\n\nNobody was hurt."),
        (
            ["The ferry sank, says ", {"type": "bold", "text": "Mayor Ines Falk"}, ". Nobody was hurt."],
            "The ferry sank, says Mayor Ines Falk. Nobody was hurt.",
        ),
        ([{"type": "photo", "src": "a.jpg"}, "The ferry sank."], "The ferry sank."),
    ],
)
def test_a_text_may_be_a_list_of_its_parts(text, stored: str) -> None:
    """Of paragraphs, or of strings with formatted parts between them, as messengers export it."""
    article = one({"text": text, "title": "Ferry"})
    assert article.text.removeprefix("Ferry").strip() == stored


def test_markup_in_a_text_is_recognised() -> None:
    """HTML in a text field is read as HTML, entities in plain text are resolved."""
    html = one(
        {"title": "A &amp; B", "text": "<p>One &amp; two.</p><ul class='share'><li>Share</li></ul><p>Three sailed.</p>"}
    )
    assert html.text == "A & B\n\nOne & two.\n\nThree sailed."
    assert one({"text": "One &amp; two sailed."}).text == "One & two sailed."
    assert one({"text": "If a < b and b > c it sails."}).text == "If a < b and b > c it sails."


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("By Ada Holt and Jon Reed", ("Ada Holt", "Jon Reed")),
        ("Ada Holt; Jon Reed", ("Ada Holt", "Jon Reed")),
        ([{"name": "Ada Holt"}, "Jon Reed", None], ("Ada Holt", "Jon Reed")),
        ({"name": "Ada Holt"}, ("Ada Holt",)),
        (7, ()),
        ([], ()),
    ],
)
def test_authors_come_in_many_shapes(value, authors: tuple[str, ...]) -> None:
    """Strings, lists and objects."""
    assert one({"text": "The ferry sailed.", "authors": value}).authors == authors


def test_bad_lines_are_numbered_and_the_rest_goes_on() -> None:
    """Two lines that are no objects and one without words; five articles."""
    items = list(records.read_jsonl((MESSY / "dump.jsonl").read_text(encoding="utf-8"), SETTING, {}))
    assert [item.where for item in items if isinstance(item, Failure)] == ["dump line 2", "dump line 3", "dump line 6"]
    assert [item.record_id for item in items if isinstance(item, Article)] == ["17", "18", "20", "21", "22"]


def test_a_table_is_read_with_its_delimiter_and_quotes() -> None:
    """Semicolons, quoted line ends, German dates and markup."""
    names = {"id": "doc", "title": "headline", "text": "body", "published": "when", "source": "paper"}
    text = (MESSY / "export.csv").read_text(encoding="utf-8-sig")
    items = list(records.read_csv(text, SETTING, names))
    assert [getattr(item, "title", item.where if isinstance(item, Failure) else None) for item in items] == [
        'Mill "Zuider" burns',
        "Lock closed",
        "dump line 5",
        "Ice",
    ]
    assert items[0].published.value == "2026-01-24T22:10"
    assert items[3].published.value is None


@pytest.mark.parametrize(
    "content",
    [
        [{"text": "The ferry sailed."}, {"text": "The tram did not."}],
        {"status": "ok", "tags": ["a"], "articles": [{"text": "The ferry sailed."}, {"text": "The tram did not."}]},
    ],
)
def test_a_json_array_is_found_wherever_it_stands(content) -> None:
    """Alone, or inside the object of an answer."""
    items = list(records.read_json(json.dumps(content), SETTING, {}))
    assert [item.text for item in items] == ["The ferry sailed.", "The tram did not."]


def test_a_mapped_field_that_is_missing_names_the_remedy() -> None:
    """The message holds the name that was looked for and the flag."""
    with pytest.raises(ReadingError, match="'words'.*--map text=NAME"):
        one({"text": "The ferry sailed."}, text="words")
