"""The docs are true: their examples run, nothing is left out, and what is generated is up to date."""

from __future__ import annotations

import inspect
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from timeline import errors
from timeline.faces.cli.main import VERBS
from timeline.values.events import EVENT_TYPES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
#: Pages whose examples are run; each in a folder of its own, in the order of the page.
_BLOCK = re.compile(r"^```(?P<tag>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_PARAMETER = re.compile(r":(\w+) = ([^,\s]+)")
_MUST_RUN = ("python", "sql", "sh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A fenced block of a page: its language tag and what is in it."""

    tag: str
    body: str


def examples(page: Path) -> Iterator[Example]:
    """The fenced blocks of a page in order."""
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield Example(tag=match["tag"].strip(), body=match["body"])


def quick_start() -> Example:
    """The block that opens the README's quick start."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    opening = readme.split("## Quick start", 1)[1]
    match = _BLOCK.search(opening)
    assert match is not None
    assert opening[: match.start()].strip() == ""
    return Example(tag=match["tag"].strip(), body=match["body"])


def test_the_quick_start_is_what_every_change_is_checked_with() -> None:
    """The README's two commands stand in one block, and the second stands word for word in ``.ci/run``."""
    lines = quick_start().body.splitlines()
    assert lines == [
        "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/timeline demo",
        "python3 -m venv .venv-test && .venv-test/bin/pip install -q -e '.[dev]' && .venv-test/bin/python -m pytest",
    ]
    assert lines[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_example_is_left_unrun(page: Path) -> None:
    """Every Python, SQL and shell block says ``run``; the quick start is run by ``.ci/run`` itself."""
    for example in examples(page):
        language, _, run = example.tag.partition(" ")
        if language in _MUST_RUN and example != quick_start():
            assert run == "run", example.body
            assert language == example.tag.split()[0]


RUN = [page for page in PAGES if any(example.tag.endswith(" run") for example in examples(page))]


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_the_examples_run(
    page: Path, demo_made: tuple[Path, str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The blocks of a page run one after the other, beside a copy of the demo database and the README's article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DB", raising=False)
    monkeypatch.setenv("TIMELINE_TODAY", "2026-03-13")
    shutil.copy(demo_made[0] / "timeline-demo.db", tmp_path)
    Path("article.txt").write_text(own_article(), encoding="utf-8")
    names: dict[str, Any] = {"__name__": page.stem}
    for example in examples(page):
        match example.tag:
            case "python run":
                with redirect_stdout(io.StringIO()):
                    exec(compile(example.body, page.name, "exec"), names)
            case "sql run":
                ask(example.body)
            case "sh run":
                in_a_shell(example.body, tmp_path)


def own_article() -> str:
    """The article that the README lets the reader write."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(r"cat > article\.txt <<'END'\n(.*?)END\n", readme, re.DOTALL)
    assert match is not None
    return match[1]


def ask(question: str) -> None:
    """Run a question on the demo database, with the parameters that its comment gives."""
    from timeline import Archive

    params = dict(_PARAMETER.findall(question))
    with Archive("timeline-demo.db", read_only=True) as archive:
        assert archive.sql(question, params).columns


def in_a_shell(script: str, folder: Path) -> None:
    """Run a shell block in which ``timeline`` is this one."""
    commands = folder / "bin"
    commands.mkdir(exist_ok=True)
    wrapper = commands / "timeline"
    wrapper.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline "$@"\n')
    wrapper.chmod(0o755)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"


def test_the_questions_about_the_demo_find_something() -> None:
    """There are a dozen questions in the SQL page, and each view is used or described there."""
    assert len([example for example in examples(DOCS / "sql.md") if example.tag == "sql run"]) >= 12


def test_generated_blocks_are_up_to_date() -> None:
    """``python docs/generate.py`` would change nothing."""
    done = subprocess.run(
        [sys.executable, str(DOCS / "generate.py"), "--check"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_is_documented(verb: str) -> None:
    """Each verb has a section in the reference, and the line that ``--help`` prints for it is its own first line."""
    assert f"### timeline {verb}\n" in (DOCS / "cli.md").read_text(encoding="utf-8")


def test_every_error_is_documented() -> None:
    """Each error class stands in the list of errors."""
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    for name, error in vars(errors).items():
        if inspect.isclass(error) and issubclass(error, errors.TimelineError):
            assert f"`{name}`" in page


def test_every_table_and_view_is_documented() -> None:
    """Each table stands in the data model, each view in the SQL page, with all its columns."""
    from timeline.storage.schema import metadata
    from timeline.storage.views import VIEWS

    model, sql = ((DOCS / name).read_text(encoding="utf-8") for name in ("data-model.md", "sql.md"))
    for table in metadata.tables.values():
        assert f"### {table.name}\n" in model
        assert table.comment
        assert all(column.comment for column in table.columns)
    assert all(f"### {view}\n" in sql for view in VIEWS)


def test_every_event_type_is_documented() -> None:
    """Each type stands in the glossary with its definition."""
    page = (DOCS / "glossary.md").read_text(encoding="utf-8")
    assert all(f"| {kind} | " in page for kind in EVENT_TYPES)


def test_exit_codes_are_documented() -> None:
    """Each exit code of the command line stands in the errors page."""
    from timeline.faces.cli import main

    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    assert all(f"| {code} | " in page for code in (0, main.FAILURE, main.USAGE, main.SOME_FAILED))


def test_the_json_example_is_valid_and_quotes_its_text() -> None:
    """The example of the JSON page fits the schema, and each quote is cut from the text it names."""
    import jsonschema

    from timeline.export.schema import schema

    whole = [json.loads(example.body) for example in examples(DOCS / "json.md") if example.tag == "json"]
    stories = [each for each in whole if each.get("format") == "timeline.story"]
    assert stories
    for story in stories:
        jsonschema.Draft202012Validator(
            schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        ).validate(story)
        texts = {article["id"]: article["text"] for article in story["articles"]}
        quotes = [quote for event in story["events"] for quote in event["evidence"]]
        quotes += [event["date"]["text"] for event in story["events"] if event["date"] and event["date"]["text"]]
        assert quotes
        for quote in quotes:
            assert texts[quote["article_id"]][quote["start"] : quote["end"]] == quote["quote"]


def keys(value: Any) -> Any:
    """The names in an object and in all objects inside it, in their order."""
    if isinstance(value, dict):
        return [(name, keys(inner)) for name, inner in value.items()]
    if isinstance(value, list):
        return [keys(inner) for inner in value if isinstance(inner, dict)]
    return None


def test_the_annotation_example_is_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of the annotate page has the keys, the spans and the dates that the command writes for its input."""
    from timeline.faces.cli import run

    page = list(examples(DOCS / "annotate.md"))
    (shown,) = (json.loads(example.body) for example in page if example.tag == "json")
    (line,) = re.findall(r"'(\{\"id\": \"a1\".*\})'", page[0].body)
    Path(tmp_path, "documents.jsonl").write_text(line, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with redirect_stdout(io.StringIO()) as written:
        assert run(["annotate", "documents.jsonl"]) == 0
    made = json.loads(written.getvalue())
    assert keys(shown) == keys(made)
    told = _BLOCK.sub("", (DOCS / "annotate.md").read_text(encoding="utf-8"))
    assert [key for key in made["events"][0] if f"`{key}`" not in told] == []
    assert (shown["sentences"], shown["timexes"]) == (made["sentences"], made["timexes"])
    assert shown["events"][0]["date"] == made["events"][0]["date"]


def test_the_table_of_dates_is_what_parsing_gives() -> None:
    """Each line of the data model's table of dates comes out like that, said of an arrest or of a strike."""
    from timeline import parse

    page = (DOCS / "data-model.md").read_text(encoding="utf-8")
    table = page.split("## Dates", 1)[1].split("\n\n")[2].splitlines()[2:]
    assert len(table) >= 6
    for line in table:
        words, published, *expected = (cell.strip().strip("`") for cell in line.strip("|").split("|"))
        said = "Dockers have been on strike" if words.startswith("since") else "Police arrested three men"
        text = f"{said}." if words.startswith("none") else f"{said} {words}."
        (mention,) = parse(text, published=published if published[:1].isdigit() else None).mentions
        day = mention.date
        fields = (day.first_day, day.last_day or "null", day.granularity, day.basis, day.edtf) if day else ("",) * 5
        assert [str(field) for field in fields] == expected, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Each link to a file or a heading of this project finds it."""
    text = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    for match in _LINK.finditer(text):
        target, _, anchor = match["target"].partition("#")
        if "://" in target:
            continue
        place = (page.parent / target).resolve() if target else page
        assert place.exists(), match["target"]
        if anchor:
            assert anchor in anchors(place), match["target"]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as they are made of their words."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "examples").glob("*.py")))
def test_the_example_scripts_run(name: str, demo_made: tuple[Path, str, str], tmp_path: Path) -> None:
    """Each script in ``examples/`` runs with the arguments that its docstring shows, and prints something."""
    shutil.copy(demo_made[0] / "timeline-demo.db", tmp_path)
    Path(tmp_path, "article.txt").write_text(own_article(), encoding="utf-8")
    script = (ROOT / "examples" / name).read_text(encoding="utf-8")
    shown = re.search(rf"^ *python examples/{re.escape(name)} (.*)$", script, re.MULTILINE)
    assert shown is not None
    arguments, _, source = shown[1].partition(" < ")
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / name), *arguments.split()],
        cwd=tmp_path,
        input=Path(tmp_path, source).read_text(encoding="utf-8") if source else "",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 2


def test_the_docs_speak_of_the_project_alone() -> None:
    """No path of somebody's machine stands in a page."""
    for page in [*PAGES, ROOT / "CHANGELOG.md", *DOCS.glob("decisions/*.md")]:
        assert not re.search(r"(?<!\w)/(?:work|root|tmp|home|usr)/", page.read_text(encoding="utf-8")), page.name
