"""What somebody meets who does not know the program: wrong files, words that find nothing, names of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faces.conftest import Command

TEXT = """Council votes to close pool

The Harlow council voted on Tuesday to close the pool. About 200 residents marched on Wednesday.
"""


@pytest.fixture
def pool(command: Command, tmp_path: Path) -> Command:
    """A database with one article of one outlet."""
    (tmp_path / "pool.txt").write_text(TEXT, encoding="utf-8")
    assert command("ingest", "pool.txt", "--published", "2026-03-05", "--source", "Harlow Post").code == 0
    return command


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n", "a PDF; save its text"),
        ("a.txt", b"%PDF-1.7\n1 0 obj\n", "a PDF; save its text"),
        ("a.docx", b"PK\x03\x04abc", "unpack it, or save the document"),
        ("a.doc", b"\xd0\xcf\x11\xe0abc", "an office file"),
        ("a.rtf", b"{\\rtf1 Hello}", "an RTF document"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "a picture"),
    ],
)
def test_what_is_no_article_is_called_by_its_name(
    command: Command, tmp_path: Path, name: str, raw: bytes, told: str
) -> None:
    """A file of another kind says which kind it is and what helps, and nothing is stored of it."""
    (tmp_path / name).write_bytes(raw)
    done = command("ingest", name)
    assert done.code == 3
    assert f"timeline: {name}: it is " in done.err
    assert told in done.err


def test_an_address_is_not_taken_for_a_file(command: Command) -> None:
    """Whoever names a page is told how it gets in."""
    done = command("ingest", "https://harlow-post.example/pool")
    assert done.code == 1
    assert "addresses are not fetched; save the page" in done.err


def test_a_missing_day_is_told_once(command: Command, tmp_path: Path) -> None:
    """A date line without a year is one fault, and has one note."""
    (tmp_path / "wire.txt").write_text(
        "DELTA CITY, June 8 (Northern Wire) - A ferry ran aground off Delta City on Sunday, the coastguard said.\n",
        encoding="utf-8",
    )
    assert command("ingest", "wire.txt").err.count("note:") == 1


def test_an_item_of_a_feed_is_named(command: Command, tmp_path: Path) -> None:
    """In a feed of two items the note says which of them has no day."""
    item = "<item><title>{0}</title><link>https://wire.example/{0}</link>{1}<description>{2}</description></item>"
    text = "A crowd marched on Tuesday in Harlow against the closing of the pool."
    items = item.format("one", "<pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate>", text) + item.format(
        "two", "", text[:40]
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    notes = [line for line in command("ingest", "feed.xml").err.splitlines() if line.startswith("note:")]
    assert len(notes) == 1
    assert notes[0].startswith("note: feed.xml https://wire.example/two: it states no date")


def test_an_article_is_shown_by_its_file(pool: Command) -> None:
    """The name under which it was read is a name of the article."""
    done = pool("show", "pool.txt")
    assert done.code == 0
    assert "Council votes to close pool" in done.out
    assert "ar_" in done.out


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (("--type", "frobnicate"), "--type frobnicate: no event here has this type, label or mode; there are "),
        (("--type", "marhc"), "did you mean march"),
        (("--source", "Nobody"), "--source Nobody: there is no such outlet; there are Harlow Post"),
        (("--actor", "Nobody"), "--actor Nobody: there is no actor 'Nobody'"),
        (("--type", "march", "--before", "2026-01-01"), "no event fits all that was asked"),
    ],
)
@pytest.mark.parametrize("verb", ["events", "show"])
def test_a_word_that_finds_nothing_is_named(pool: Command, verb: str, filters: tuple[str, ...], told: str) -> None:
    """An empty answer says which of the words nobody knows here, and what there is instead."""
    done = pool(verb, *filters)
    assert done.code == 0
    assert told in done.err


def test_what_finds_something_says_nothing(pool: Command) -> None:
    """The hint is for empty answers alone."""
    assert pool("events", "--type", "march").err == ""


def test_sql_faults_say_what_helps(pool: Command) -> None:
    """A missing value and a missing table name the remedy."""
    assert "give it with -p NAME VALUE" in pool("sql", "select title from timeline where type = :t").err
    assert "there are the views acled, " in pool("sql", "select * from nowhere").err


def test_an_export_into_no_folder_names_the_folder(pool: Command) -> None:
    """The folder is named, and not a file that the program made up."""
    done = pool("export", "--all", "-o", "nowhere/stories.jsonl")
    assert done.code == 1
    assert "nowhere/stories.jsonl: there is no folder nowhere; make it first" in done.err


def test_annotate_tells_text_from_records_soon(command: Command, tmp_path: Path) -> None:
    """A file of prose is not complained of line by line."""
    (tmp_path / "pool.txt").write_text(TEXT * 20, encoding="utf-8")
    done = command("annotate", "pool.txt")
    assert done.code == 1
    assert "say --plain" in done.err
    assert len(done.err.splitlines()) <= 4


def test_a_digest_has_no_day_without_a_sentence(command: Command, tmp_path: Path) -> None:
    """A day of which no sentence can stand alone is left out, not printed bare."""
    (tmp_path / "vote.txt").write_text("Poll\n\nIt opens on 1 June 2026.\n", encoding="utf-8")
    command("ingest", "vote.txt", "--published", "2026-03-05")
    lines = command("digest").out.splitlines()
    assert all(not line.startswith(" ") or before for before, line in zip(["", *lines], lines, strict=False))
    assert not lines or lines[-1].startswith("  ")
