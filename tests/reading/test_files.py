"""Files, folders and patterns become articles; what cannot be read is said, and the rest goes on."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from timeline.errors import NothingToRead, ReadingError, UnknownFormat
from timeline.reading import files
from timeline.reading.formats import sniff
from timeline.values.article import READ_KINDS, Article, Failure

DEMO = Path(__file__).parent.parent.parent / "timeline" / "demo" / "articles"
MESSY = Path(__file__).parent / "messy"

#: The table in timeline/demo/README.md: file or id, day (and moment) of publication, how it is known, outlet.
DEMO_TABLE = {
    "gazette_strike_vote.txt": ("2026-03-02T20:10", "dateline", "The Kelmouth Gazette"),
    "nw-1162": ("2026-03-03T22:15:00+01:00", "feed", "Northern Wire"),
    "meridian_strike_begins.html": ("2026-03-04T21:40:00+01:00", "metadata", "The Daily Meridian"),
    "nw-1174": ("2026-03-05T19:30:00+01:00", "feed", "Northern Wire"),
    "cn-2044": ("2026-03-05T20:05:00+01:00", "metadata", "Coastline News"),
    "meridian_march_wire.txt": ("2026-03-06", "dateline", "The Daily Meridian"),
    "gazette_injunction.html": ("2026-03-06T18:32:00+01:00", "metadata", "The Kelmouth Gazette"),
    "cn-2051": ("2026-03-07T11:20:00+01:00", "metadata", "Coastline News"),
    "gazette_strike_kitchen.txt": (None, "none", "The Kelmouth Gazette"),
    "gazette_fire.txt": ("2026-03-08T21:45", "dateline", "The Kelmouth Gazette"),
    "nw-1190": ("2026-03-09T08:40:00+01:00", "feed", "Northern Wire"),
    "coastline_how_it_was_settled.html": ("2026-03-09T17:05:00+01:00", "metadata", "Coastline News"),
    "gazette_port_reopens.txt": ("2026-03-10T17:20", "dateline", "The Kelmouth Gazette"),
    "meridian_museum_arrests.txt": ("2026-03-10", "dateline", "The Daily Meridian"),
}


def read(*paths: Path, **known) -> list[Article | Failure]:
    """All that comes out of the paths."""
    return list(files.read(paths, **known))


def write(path: Path, content: str | bytes) -> Path:
    """A file with this content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def demo() -> list[Article]:
    """The articles of the demo."""
    articles = read(DEMO)
    assert not [item for item in articles if isinstance(item, Failure)]
    return articles


def test_the_demo_is_read_as_its_table_says() -> None:
    """Fifteen readings of fourteen articles by four outlets, thirteen with a day of publication."""
    articles = demo()
    assert len(articles) == 15
    assert len({article.key for article in articles}) == 14
    assert len({article.outlet.key for article in articles}) == 4
    found = {
        article.record_id or Path(article.path).name: (
            article.published.value,
            article.published.basis,
            article.outlet.name,
        )
        for article in articles
    }
    assert found == DEMO_TABLE


def test_two_versions_of_a_record_are_one_article() -> None:
    """The corrected record has the key of the first and another version; the note is kept beside the text."""
    first, second = [article for article in demo() if article.record_id == "cn-2044"]
    assert first.key == second.key
    assert first.version_key != second.version_key
    assert second.correction.startswith("Correction:")
    assert "60 people" not in second.text


def test_a_wire_copy_names_its_agency_and_the_agency_itself_does_not() -> None:
    """The paper's copy is credited; the agency's own report is no copy."""
    wires = {article.record_id or Path(article.path).name: article.wire for article in demo()}
    assert wires["meridian_march_wire.txt"] == "Northern Wire"
    assert wires["nw-1174"] is None


def test_windows_code_page_and_line_ends_are_read_right() -> None:
    """Letters beyond ASCII come out as written, and no carriage return stays."""
    by_name = {Path(article.path).name: article for article in demo()}
    assert all(
        words in by_name["gazette_fire.txt"].text for words in ("René Aubrac", "£120,000", "“It is", "Café Nord")
    )
    assert "\r" not in by_name["gazette_port_reopens.txt"].text


@pytest.mark.parametrize("article", demo(), ids=lambda article: article.record_id or Path(article.path).name)
def test_the_stored_text_holds_its_blocks_and_no_furniture(article: Article) -> None:
    """Blocks are in order, begin with the title, and hold nothing of the page around."""
    words = [article.text[block.start : block.end] for block in article.blocks]
    assert "\n\n".join(words) == article.text
    assert words[0] == article.title
    assert {block.kind for block in article.blocks} <= set(READ_KINDS)
    for furniture in (
        "Subscribe",
        "cookie",
        "Advertisement",
        "comments",
        "Share",
        "Read next",
        "Most read",
        "Sign up",
        "©",
    ):
        assert furniture not in article.text


def test_reading_twice_gives_the_same() -> None:
    """Keys and texts do not depend on the run."""
    assert demo() == demo()


def test_a_folder_is_read_sorted_and_hidden_files_are_not(tmp_path: Path) -> None:
    """Sub-folders too; pictures and hidden files are passed over."""
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "plain"):
        write(tmp_path / name, f"Ferry {name} sails\n\nThe ferry sailed on Monday.\n")
    write(tmp_path / "p.jpg", b"\xff\xd8\xff\x00")
    assert [Path(article.path).name for article in read(tmp_path)] == ["a.txt", "b.txt", "plain", "c.txt"]


def test_a_pattern_is_read_sorted(tmp_path: Path) -> None:
    """A pattern that the shell did not expand is expanded here."""
    for name in ("b.txt", "a.txt", "c.md"):
        write(tmp_path / name, "The ferry sailed on Monday.")
    assert [Path(item.path).name for item in read(tmp_path / "*.txt")] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "a picture"),
        ("page.html", b"<html><body><script>var a = 1;</script></body></html>", "no article"),
        ("feed.xml", b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>", "no items"),
        ("list.json", b"[[1]]", "an object is wanted"),
        ("bad.json", b"{", "not JSON"),
        ("other.json", b'{\n"a": {"b": 1}\n}', "no articles"),
        ("bad.jsonl", b"{]\n", "line 1: not JSON"),
        ("table.csv", b"one,two\n1,2\n", "no column"),
        ("broken.txt.gz", b"\x1f\x8b\x08\x00broken", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    """One failure that names the file and the reason, and then the next article."""
    bad, good = write(tmp_path / name, content), write(tmp_path / "z.txt", "The ferry sailed on Monday.")
    failure, article = read(bad, good)
    assert isinstance(failure, Failure)
    assert reason in str(failure)
    assert str(bad) in str(failure)
    assert article.text == "The ferry sailed on Monday."


def test_a_missing_file_among_others_is_a_failure(tmp_path: Path) -> None:
    """The others are read."""
    good = write(tmp_path / "a.txt", "The ferry sailed on Monday.")
    failure, article = read(tmp_path / "nowhere.txt", good)
    assert "no such file" in failure.reason
    assert article.path == str(good)


@pytest.mark.parametrize("name", ["nowhere.txt", "*.none", ""])
def test_nothing_at_all_is_an_error_of_the_caller(tmp_path: Path, name: str) -> None:
    """No file, no match, or a folder without articles: the message says which and what helps."""
    with pytest.raises(NothingToRead) as caught:
        read(tmp_path / name)
    assert str(tmp_path) in str(caught.value)


def test_unknown_formats_and_fields_are_errors_of_the_caller(tmp_path: Path) -> None:
    """Wrong names are refused with the right ones, before anything is read."""
    path = write(tmp_path / "a.txt", "The ferry sailed on Monday.")
    with pytest.raises(UnknownFormat, match="auto, text, html"):
        files.read(path, format="pdf")
    with pytest.raises(ReadingError, match="published, source"):
        files.read(path, defaults={"date": "2024-01-01"})
    with pytest.raises(ReadingError, match="id, url, title"):
        files.read(path, mapping={"when": "date"})


def test_overrides_beat_everything_and_defaults_fill_gaps(tmp_path: Path) -> None:
    """Both count as given."""
    dated = write(tmp_path / "a.txt", "Ferry sails\nPublished: 4 March 2026\n\nThe ferry sailed on Monday.\n")
    undated = write(tmp_path / "b.txt", "Ferry sails again\n\nThe ferry sailed on Monday.\n")
    default = [
        (item.published.value, item.published.basis)
        for item in read(dated, undated, defaults={"published": "2026-01-01"})
    ]
    assert default == [("2026-03-04", "dateline"), ("2026-01-01", "given")]
    override = [
        (item.published.value, item.published.basis)
        for item in read(dated, undated, overrides={"published": date(2026, 1, 1)})
    ]
    assert override == [("2026-01-01", "given")] * 2
    (named,) = read(
        dated, overrides={"source": "Quay Beacon", "url": "https://quay.example/a", "title": "Other", "language": "en"}
    )
    assert (named.outlet.name, named.url, named.title, named.language) == (
        "Quay Beacon",
        "https://quay.example/a",
        "Other",
        "en",
    )
    assert named.text.startswith("Other\n\n")


def test_a_given_date_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """The message names the value and the form that is wanted."""
    path = write(tmp_path / "a.txt", "The ferry sailed on Monday.")
    with pytest.raises(ReadingError, match="YYYY-MM-DD"):
        files.read(path, defaults={"published": "one fine day"})


def test_a_date_in_the_file_name_is_the_weakest_ground(tmp_path: Path) -> None:
    """It counts for a document that states nothing itself, and not for a dump."""
    path = write(tmp_path / "2026-03-04-ferry.txt", "Ferry sails\n\nThe ferry sailed on Monday.\n")
    (article,) = read(path)
    assert (article.published.value, article.published.basis) == ("2026-03-04", "filename")
    dump = write(tmp_path / "2026-03-04.jsonl", '{"text": "The ferry sailed on Monday."}\n')
    assert read(dump)[0].published.value is None


def test_the_future_is_not_taken(tmp_path: Path) -> None:
    """A page dated later than tomorrow has no date, and a problem says which was refused."""
    path = write(tmp_path / "a.txt", "Ferry sails\nPublished: 4 March 2036\n\nThe ferry sailed on Monday.\n")
    (article,) = read(path, as_of=date(2026, 3, 5))
    assert article.published.value is None
    assert "2036-03-04" in article.problems[0].what


def test_compressed_files_are_read(tmp_path: Path) -> None:
    """Texts and dumps may end in .gz; the suffix below counts."""
    text = gzip.compress(b"Ferry sails\n\nThe ferry sailed on Monday.\n")
    lines = gzip.compress(b'{"text": "The ferry sailed on Monday."}\n' * 3)
    one, *three = read(write(tmp_path / "a.txt.gz", text), write(tmp_path / "b.jsonl.gz", lines))
    assert one.title == "Ferry sails"
    assert len(three) == 3


def test_a_dump_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    """The articles before the break are read, then a failure names the file."""
    whole = gzip.compress(
        "".join(f'{{"text": "Ferry {n} sailed on Monday {n * 7919}."}}\n' for n in range(9000)).encode()
    )
    *articles, failure = read(write(tmp_path / "a.jsonl.gz", whole[: len(whole) // 2]))
    assert len(articles) > 100
    assert isinstance(failure, Failure)


def test_bytes_at_hand_are_read_like_a_file() -> None:
    """Standard input is sniffed by its content alone."""
    (article,) = files.read_raw(b"<!doctype html><p>The ferry sailed on Monday, nine weeks late.</p>", "-")
    assert (article.format, article.path) == ("html", "-")
    (record,) = files.read_raw(b'{"text": "The ferry sailed."}\n', "-")
    assert record.format == "jsonl"


@pytest.mark.parametrize(
    ("head", "suffix", "name"),
    [
        ("<!DOCTYPE html><html>", ".txt", "html"),
        ('<?xml version="1.0"?>\n<!-- saved -->\n<html>', ".xml", "html"),
        ('<?xml version="1.0"?><rss version="2.0">', ".html", "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "", "feed"),
        ('{"text": "a"}\n{"text": "b"}', "", "jsonl"),
        ('{"text": "a"}', ".json", "jsonl"),
        ('{\n  "text": "a"\n}', ".json", "json"),
        ('[{"text": "a"}]', ".txt", "json"),
        ("id,text\n1,a", ".csv", "csv"),
        ("Ferry sails", ".html", "text"),
        ("Ferry sails", "", "text"),
        ("<p>One</p><p>Two</p>", "", "html"),
        ("[Photo] The ferry", ".txt", "text"),
        ('He said {"nothing"}', ".txt", "text"),
        ("a < b and b > c", ".txt", "text"),
    ],
)
def test_content_decides_where_it_is_plain_and_the_suffix_elsewhere(head: str, suffix: str, name: str) -> None:
    """The format of a document by its head and suffix."""
    assert sniff(head, suffix) == name


def test_read_text_changes_nothing(tmp_path: Path) -> None:
    """Offsets count in the raw text: line ends, decomposed letters and blanks stay; only a byte order mark goes."""
    raw = "Cafe\u0301\u00a0\r\nSecond \u00ad line\r\n"
    assert files.read_text(write(tmp_path / "a.txt", raw)) == raw
    assert files.read_text(write(tmp_path / "b.txt", b"\xef\xbb\xbf" + raw.encode())) == raw
    assert files.read_text(write(tmp_path / "c.txt", raw.encode("utf-16"))) == raw


def test_read_text_says_what_is_wrong(tmp_path: Path) -> None:
    """Missing files, folders and pictures."""
    with pytest.raises(NothingToRead, match="no such file"):
        files.read_text(tmp_path / "nowhere.txt")
    with pytest.raises(NothingToRead, match="folder"):
        files.read_text(tmp_path)
    with pytest.raises(UnknownFormat, match="a picture"):
        files.read_text(write(tmp_path / "p.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00"))


def test_messy_inputs_are_read_to_the_end() -> None:
    """Every article of the messy folder has text that its blocks quote."""
    items = read(MESSY)
    articles = [item for item in items if isinstance(item, Article)]
    assert len(articles) >= 12
    for article in articles:
        assert all(article.text[block.start : block.end].strip() for block in article.blocks)


def test_nothing_heavy_is_imported_before_a_page_is_read() -> None:
    """The command line starts without trafilatura, feedparser, lxml and dateparser."""
    code = (
        "import sys, timeline.reading.files; "
        "print(sorted({'trafilatura', 'feedparser', 'lxml', 'dateparser', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.replace("'", '"')) == []
