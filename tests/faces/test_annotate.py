"""``timeline annotate`` keeps its contract: order, names, offsets, bad lines, and what is unknown."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

TEXTS = (
    "Port pilots in Orrin walked out on Monday. Police arrested three men on Tuesday evening, a spokesman said.",
    "The council will vote on the budget on 12 March 2026. Mayor Ines Holt rejected a demand for talks.",
    "",
    "Nothing is dated here, but protesters marched through Orrin.",
    "Café owners “welcomed” the ruling – 𝔬𝔫 𝔗uesday – said Zoë Åkerlund.\r\nThe court ruled on Wednesday.",
)

KEYS = ["id", "published", "sentences", "timexes", "events", "main", "attributions", "actors", "problems"]


def documents(**more: Any) -> bytes:
    """The texts as JSON Lines."""
    records = [{"id": number, "published": "2026-03-05", "title": "A title", "text": text, **more}
               for number, text in enumerate(TEXTS)]  # fmt: skip
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def objects(out: str) -> list[dict[str, Any]]:
    """The objects of some JSON Lines."""
    return [json.loads(line) for line in out.splitlines()]


def spans(found: dict[str, Any]) -> list[tuple[int, int, str | None]]:
    """Every span of an annotation object, with the words it claims where it does."""
    pairs = [(start, end, None) for start, end in found["sentences"]]
    pairs += [(timex["start"], timex["end"], timex["text"]) for timex in found["timexes"]]
    for event in found["events"]:
        pairs.append((event["start"], event["end"], event["text"]))
        pairs += [(start, end, None) for start, end in event["evidence"]]
        pairs += [(who["start"], who["end"], who["text"]) for who in event["actors"] + event["recipients"]]
    for attribution in found["attributions"]:
        pairs += [(a, b, None) for name in ("content", "source", "cue") for a, b in attribution[f"{name}_spans"]]
    for actor in found["actors"]:
        pairs += [(start, end, None) for start, end in actor["mentions"]]
    return pairs


def test_one_object_a_document_in_order(command: Callable[..., Any]) -> None:
    """As many lines come out as went in, in their order, each with the keys of the contract in theirs."""
    done = command("annotate", "-", stdin=documents())
    assert (done.code, done.err) == (0, "")
    found = objects(done.out)
    assert list(range(len(TEXTS))) == [each["id"] for each in found]
    assert [KEYS] * len(TEXTS) == [list(each) for each in found]


def test_every_span_quotes_the_text_as_given(command: Callable[..., Any]) -> None:
    """Offsets are indices of the string that came in: not of bytes, and not of a tidied copy."""
    found = objects(command("annotate", "-", stdin=documents()).out)
    quoted = 0
    for text, each in zip(TEXTS, found, strict=True):
        for start, end, words in spans(each):
            assert 0 <= start < end <= len(text)
            assert words in (None, text[start:end])
            quoted += 1
    assert quoted > 20


def test_dates_are_objects_or_null(command: Callable[..., Any]) -> None:
    """An undated event has ``date: null``, never an object of nulls; an open expression keeps a partial value."""
    undated = b"".join(line + b"\n" for line in documents(published=None).splitlines())
    for each in objects(command("annotate", "-", stdin=undated).out):
        assert each["published"] is None
        for event in each["events"]:
            assert event["date"] is None or event["date"]["first"] or event["date"]["last"]
        for timex in each["timexes"]:
            if timex["text"] in ("Monday", "Tuesday evening", "Wednesday"):
                assert timex["value"].startswith("XXXX-WXX-")
                assert (timex["first"], timex["last"]) == (None, None)


@pytest.mark.parametrize("jobs", ["2"])
def test_processes_change_nothing(command: Callable[..., Any], jobs: str) -> None:
    """The output is the same with one process and with several."""
    assert (
        command("annotate", "-", stdin=documents()).out
        == command("annotate", "-", "--jobs", jobs, stdin=documents()).out
    )


def test_fields_are_mapped_with_dots(command: Callable[..., Any]) -> None:
    """``--map OURS=THEIRS`` reaches into nested objects, and a field that has the whole name wins."""
    line = {"meta": {"no": 7, "dct": "20260305"}, "body.text": TEXTS[0], "body": {"text": "wrong"}}
    done = command(
        "annotate", "-", "--map", "id=meta.no", "--map", "published=meta.dct", "--map", "text=body.text",
        stdin=json.dumps(line).encode(),
    )  # fmt: skip
    (found,) = objects(done.out)
    assert (found["id"], found["published"]) == (7, "2026-03-05")
    assert found["timexes"][0]["value"] == "2026-03-02"


BAD_LINES = (
    (b"{not json", "line 2"),
    (b"[1, 2]", "line 2"),
    (b'{"id": 2}', "line 2"),
    (b'{"id": 2, "text": 5}', "line 2"),
    (b'{"id": 2, "text": null}', "line 2"),
    (b"\xff\xfe\x00", "line 2"),
)


@pytest.mark.parametrize(("line", "place"), BAD_LINES)
def test_a_bad_line_is_named_and_the_rest_goes_on(command: Callable[..., Any], line: bytes, place: str) -> None:
    """The line's number stands on stderr, the others are annotated, and the exit code is 3."""
    good = [json.dumps({"id": number, "text": TEXTS[0]}).encode() for number in (1, 3)]
    done = command("annotate", "-", stdin=b"\n".join([good[0], line, good[1]]) + b"\n")
    assert done.code == 3
    assert [each["id"] for each in objects(done.out)] == [1, 3]
    assert place in done.err
    assert len(done.err.splitlines()) == 1


def test_a_fault_of_the_parser_costs_one_document(command: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that the parser does not get through comes back empty with a problem; the others as ever."""
    from timeline import pipeline

    def parse(text: str, **options: Any) -> Any:
        if "march" in text:
            raise RecursionError("too deep")
        return pipeline.parse(text, **options)

    monkeypatch.setattr(import_module("timeline.annotations"), "parse", parse)
    done = command("annotate", "-", stdin=documents())
    found = objects(done.out)
    assert (done.code, len(found)) == (3, len(TEXTS))
    assert [] == found[3]["events"] == found[3]["sentences"]
    assert "parsing failed: RecursionError: too deep" in found[3]["problems"][0]["what"]
    assert "document 3: parsing failed" in done.err
    assert found[0]["events"]


def test_an_unreadable_day_is_a_problem_and_counts_as_unknown(command: Callable[..., Any]) -> None:
    """``published`` that is no date does not fail the document."""
    done = command("annotate", "-", stdin=json.dumps({"id": 1, "published": "mid-week", "text": TEXTS[0]}).encode())
    (found,) = objects(done.out)
    assert (done.code, found["published"]) == (0, None)
    assert any("mid-week" in problem["what"] for problem in found["problems"])


def test_a_title_alone_is_a_document(command: Callable[..., Any]) -> None:
    """A title with an empty text gives no spans, no events and no error."""
    done = command("annotate", "-", stdin=json.dumps({"id": 1, "title": "Police arrest three", "text": ""}).encode())
    (found,) = objects(done.out)
    assert (done.code, found["sentences"], found["events"], found["main"]) == (0, [], [], None)


def test_a_title_gives_no_spans_unless_it_is_in_the_text(command: Callable[..., Any]) -> None:
    """Spans are into ``text`` only; a title that is its first line is read once."""
    title = "Pilots walk out in Orrin"
    apart = {"id": 1, "published": "2026-03-05", "title": title, "text": TEXTS[0]}
    inside = apart | {"text": f"{title}\n\n{TEXTS[0]}"}
    without = apart | {"title": None}
    one, two, three = objects(
        command("annotate", "-", stdin="\n".join(map(json.dumps, (apart, inside, without))).encode()).out
    )
    assert one["sentences"] == three["sentences"]
    assert [[0, len(title)]] == [pair for pair in two["sentences"] if pair[0] < len(title)]
    shift = len(title) + 2
    assert one["sentences"] == [[start - shift, end - shift] for start, end in two["sentences"][1:]]


def test_all_events_only_adds(command: Callable[..., Any]) -> None:
    """``--all-events`` keeps every typed mention, and what it adds is OTHER."""
    typed = objects(command("annotate", "-", stdin=documents()).out)
    every = objects(command("annotate", "-", "--all-events", stdin=documents()).out)
    for few, many in zip(typed, every, strict=True):
        known = {(event["start"], event["type"]) for event in few["events"]}
        added = {(event["start"], event["type"]) for event in many["events"]} - known
        assert known <= {(event["start"], event["type"]) for event in many["events"]}
        assert {kind for _, kind in added} <= {"OTHER"}


def test_across_keeps_namesakes_apart(command: Callable[..., Any]) -> None:
    """With ``--across`` a judge and a goalkeeper of one name have two keys, and so have people of two countries."""
    texts = (
        "Goalkeeper Tom Reed won the cup on Monday.",
        "Judge Tom Reed jailed a baker on Monday. Reed was stern.",
        "Judge Tom Reed freed a cook on Friday.",
        "Tom Reed, an Australian, left on Friday.",
    )
    records = [{"id": number, "published": "2026-03-05", "text": text} for number, text in enumerate(texts)]
    done = command("annotate", "--across", "-", stdin="\n".join(map(json.dumps, records)).encode())
    documents = [json.loads(line) for line in done.out.splitlines()]
    keys = [next(actor["key"] for actor in one["actors"] if actor["kind"] == "person") for one in documents]
    assert keys == ["tom-reed_player", "tom-reed", "tom-reed", "tom-reed"]
    assert {actor["key"] for event in documents[0]["events"] for actor in event["actors"]} <= {"tom-reed_player"}


def test_across_joins_documents(command: Callable[..., Any]) -> None:
    """With ``--across`` a wire copy names its original, and the same event has the same key in both."""
    text = (
        "Dock workers in Orrin voted on Monday to go on strike over a plan to cut 240 jobs at the terminal.\n\n"
        "The Orrin Dock Workers' Union said that four in five of its members had backed the strike on Monday.\n\n"
        "The Orrin Port Authority rejected a demand of the union for talks about the plan on Tuesday.\n"
    )
    records = [
        {"id": "a", "published": "2026-03-04", "title": "Dockers vote to strike", "text": text, "source": "Wire"},
        {"id": "b", "published": "2026-03-04", "title": "Dockers vote to strike", "text": text, "source": "Post"},
        {"id": "c", "published": "2026-03-05", "title": "Frogs are back", "text": "A pond in Harlow has frogs again."},
    ]
    done = command("annotate", "--across", "-", stdin="\n".join(map(json.dumps, records)).encode())
    first, copy, other = objects(done.out)
    assert [*KEYS, "story", "copy_of"] == list(first)
    assert (first["copy_of"], copy["copy_of"], other["copy_of"]) == (None, "a", None)
    assert first["story"] == copy["story"] != other["story"]
    assert [event["event"] for event in first["events"]] == [event["event"] for event in copy["events"]]


def test_a_raw_article_is_read_without_its_furniture(command: Callable[..., Any], tmp_path: Path) -> None:
    """``--plain`` takes one raw article; offsets count in it, and menus and bylines give no events."""
    raw = (
        "The Orrin Post\nNews  Harbour  Sport\n\nPilots walk out in Orrin\n\nBy Nell Ashgrove\n\n"
        "Port pilots walked out on Monday. Ships were turned away.\n\nSubscribe now: the strike vote explained\n"
    )
    Path(tmp_path, "raw.txt").write_text(raw, encoding="utf-8")
    (found,) = objects(command("annotate", "--plain", "raw.txt", "--published", "2026-03-05").out)
    assert found["published"] == "2026-03-05"
    assert all(words in (None, raw[start:end]) for start, end, words in spans(found))
    assert all(
        "Subscribe" not in raw[start:end] and "News  Harbour" not in raw[start:end] for start, end in found["sentences"]
    )
    assert any(event["text"] == "walked out" for event in found["events"])


def test_a_stated_day_is_for_documents_without_one(command: Callable[..., Any]) -> None:
    """``--published`` fills what is unknown and changes nothing that is stated."""
    records = [{"id": 1, "text": TEXTS[0]}, {"id": 2, "published": "2026-02-05", "text": TEXTS[0]}]
    done = command("annotate", "-", "--published", "2026-03-05", stdin="\n".join(map(json.dumps, records)).encode())
    assert [each["published"] for each in objects(done.out)] == ["2026-03-05", "2026-02-05"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_bad_lines(command: Callable[..., Any], tmp_path: Path) -> None:
    """What Windows writes is read the same from a pipe and from a file; blank lines are passed over."""
    written = b"\xef\xbb\xbf" + documents().replace(b"\n", b"\r\n") + b"\r\n"
    Path(tmp_path, "windows.jsonl").write_bytes(written)
    plain = command("annotate", "-", stdin=documents()).out
    for done in (command("annotate", "-", stdin=written), command("annotate", "windows.jsonl")):
        assert (done.code, done.err, done.out) == (0, "", plain)


def test_broken_characters_come_back_as_they_went_in(command: Callable[..., Any]) -> None:
    """Half a surrogate pair in JSON is one character here too: offsets hold, and what comes out is JSON again."""
    line = b'{"id": "\\ud83d", "published": "2026-03-05", "text": "\\ud83d Police arrested a man on Monday."}'
    (found,) = objects(command("annotate", "-", stdin=line).out)
    assert found["id"] == "\ud83d"
    assert found["timexes"][0]["value"] == "2026-03-02"


def test_each_document_is_written_before_the_next_is_read() -> None:
    """Documents stream: whoever writes one into the pipe can read its annotations before writing another."""
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "annotate", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for number in range(3):
            running.stdin.write(json.dumps({"id": number, "text": TEXTS[0]}) + "\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
        assert running.wait() == 0
