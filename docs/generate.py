"""Write the generated parts of the docs, or check that they are up to date.

    python docs/generate.py            rewrites every block between ``<!-- generated: NAME -->`` and ``<!-- end -->``
    python docs/generate.py --check    exits with 1 and names the pages that differ

A block is what its function below returns, so the reference cannot drift from the code.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

DOCS = Path(__file__).parent
_BLOCK = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n)(?P<body>.*?)(<!-- end -->)", re.DOTALL)


def cli_reference() -> str:
    """Every verb with its help text, as the command line prints it."""
    import click

    from timeline.faces.cli.main import VERBS, cli

    parts: list[str] = []

    def describe(command: click.Command, path: str, level: int) -> None:
        context = click.Context(command, info_name=path, max_content_width=100)
        context.terminal_width = 100
        parts.append(f"{'#' * level} {path}\n\n```text\n{command.get_help(context)}\n```\n")
        if isinstance(command, click.Group) and command is not cli:
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                if inner is not None:
                    describe(inner, f"{path} {name}", level + 1)

    describe(cli, "timeline", 2)
    context = click.Context(cli, info_name="timeline")
    for verb in VERBS:
        command = cli.get_command(context, verb)
        assert command is not None
        describe(command, f"timeline {verb}", 3)
    return "\n".join(parts)


def schema_diagram() -> str:
    """The tables with their keys as a Mermaid diagram."""
    from timeline.storage.schema import metadata

    lines = ["```mermaid", "erDiagram"]
    for table in metadata.sorted_tables:
        keys = [column for column in table.columns if column.name == "key" or column.primary_key or column.foreign_keys]
        lines += [f"  {table.name} {{", *(f"    {_kind(column)} {column.name}" for column in keys), "  }"]
    for table in metadata.sorted_tables:
        lines += [
            f"  {key.column.table.name} ||--o{{ {table.name} : {key.parent.name}"
            for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        ]
    return "\n".join([*lines, "```"]) + "\n"


def _kind(column: object) -> str:
    return type(column.type).__name__.lower()  # type: ignore[attr-defined]


def tables() -> str:
    """Every table with its columns and what they hold."""
    from timeline.storage.schema import metadata

    parts = []
    for table in sorted(metadata.tables.values(), key=lambda table: table.name):
        parts.append(f"### {table.name}\n\n{table.comment or ''}\n\n| column | type | holds |\n| --- | --- | --- |")
        parts += [f"| `{column.name}` | {_kind(column)} | {column.comment or ''} |" for column in table.columns]
        parts.append("")
    return "\n".join(parts) + "\n"


def views() -> str:
    """Every view with what it is for and its columns, as a new database has them."""
    from sqlalchemy import create_engine

    from timeline.storage import schema
    from timeline.storage.views import VIEWS

    parts = []
    with create_engine("sqlite://").begin() as connection:
        schema.create(connection)
        for name in VIEWS:
            columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")]
            parts.append(f"### {name}\n\n{VIEW_PURPOSES[name]}\n\n{', '.join(f'`{column}`' for column in columns)}\n")
    return "\n".join(parts)


#: What each view is for, and nothing else says it; a view without a line here is an error.
VIEW_PURPOSES = {
    "timeline": "One row an event and story: what a timeline tells. `story_id` is null for events in no story.",
    "event_sources": "One row a report: which article says so, in which words, and which words date it.",
    "event_actors": "One row an actor in an event, with role and the words at the place; things have no `actor_id`.",
    "actor_overview": "One row an actor: its names and titles, in how many events and articles it is, and from when to "
    "when.",
    "statements": "One row a statement or attributed report: who said what, and whether the speaker has a name.",
    "planned": "One row a planned event: for when, announced when, and what came of it. `outcome` is null while nobody "
    "reports any.",
    "conflicts": "One row a competing value: on what sources differ, who says which, and which one is shown.",
    "undated": "One row a report of an event without a date: the nearest words, and why they are no day.",
    "story_overview": "One row a story, with its counts and the actors that it is mostly about.",
    "story_days": "One row a story and day, for calendars and heat maps.",
    "source_coverage": "One row an outlet: how much it wrote, what only it reports, how much is copied from the wire.",
    "review_queue": "One row a doubtful item, the most pressing first, with the command that settles it.",
    "acled": "One row an event in the columns and words of ACLED, so that existing code joins. What ACLED does not "
    "record (statements, votes) and what we do not know (whom an attack hit) is null: ask for rows `where event_type "
    "is not null`. Which events are called what is in `timeline/lexicons/acled.csv`; both sides armed make a battle.",
    "edit_log": "One row an edit, undone ones too.",
    "run_log": "One row an input of each run of `ingest`, and what became of it.",
    "mention_texts": "One row a report with its title and evidence: what the full-text index holds.",
}


def record_fields() -> str:
    """The fields of records, with the names under which they are found without being told."""
    from timeline.reading.records import FIELDS

    lines = ["| ours | also found as |", "| --- | --- |"]
    lines += [
        f"| `{ours}` | {', '.join(f'`{name}`' for name in names if name != ours) or '-'} |"
        for ours, names in FIELDS.items()
    ]
    return "\n".join(lines) + "\n"


def error_classes() -> str:
    """Every error with its parent and when it is raised."""
    import inspect

    from timeline import errors

    carried = dict(re.findall(r"── (\w+) .*?((?: \.\w+)+)$", errors.__doc__ or "", re.MULTILINE))
    lines = ["| error | is a | when | carries |", "| --- | --- | --- | --- |"]
    for name, error in vars(errors).items():
        if inspect.isclass(error) and issubclass(error, Exception):
            parents = ", ".join(f"`{base.__name__}`" for base in error.__bases__)
            attributes = ", ".join(f"`{word[1:]}`" for word in carried.get(name, "").split())
            lines.append(f"| `{name}` | {parents} | {' '.join((error.__doc__ or '').split())} | {attributes} |")
    return "\n".join(lines) + "\n"


def picture() -> str:
    """What ``timeline demo`` prints on a terminal of a hundred columns, without the colours."""
    import io
    import tempfile
    from contextlib import chdir, redirect_stderr, redirect_stdout

    from timeline.faces.cli import run

    shown = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, chdir(folder), redirect_stdout(shown), redirect_stderr(io.StringIO()):
        if run(["demo"]) != 0:
            raise RuntimeError("the demo failed; run `timeline demo` to see why")
    return f"```text\n$ timeline demo\n{shown.getvalue()}```\n"


def event_types() -> str:
    """The 32 types and OTHER, from the lexicon."""
    from timeline.lexicons.events import event_lexicon

    lines = ["| type | what it is | modes | CAMEO |", "| --- | --- | --- | --- |"]
    for entry in event_lexicon().types.values():
        modes = ", ".join(entry.modes) or "-"
        lines.append(f"| {entry.name} | {entry.definition} | {modes} | {entry.cameo or '-'} |")
    return "\n".join(lines) + "\n"


def coding_guide() -> str:
    """Each type with its definition, modes, everyday words, export codes, examples and borderline cases."""
    from timeline.lexicons.events import event_lexicon

    lexicon = event_lexicon()
    labels: dict[str, dict[str, None]] = {}
    for word in lexicon.words.values():
        for entry in (*word.verb_entries, *word.noun_entries):
            labels.setdefault(entry.type, {}).setdefault(entry.label)
    parts = []
    for kind in lexicon.types.values():
        codes = f"CAMEO {kind.cameo or 'none'}, PLOVER {kind.plover or 'none'}"
        parts.append(f"### {kind.name}\n\n{kind.definition} {kind.quad.capitalize()}; {codes}.\n")
        if kind.modes:
            parts.append(f"* Modes: {', '.join(f'`{mode}`' for mode in kind.modes)}")
        if kind.name in labels:
            parts.append(f"* Called: {', '.join(sorted(labels[kind.name]))}")
        parts += [f"* Is: {text}" for text in kind.examples]
        parts += [f"* Is not: {text}" for text in kind.rejects]
        parts.append("")
    return "\n".join(parts)


def event_aliases() -> str:
    """Everyday words and the codes that they find."""
    from timeline.lexicons.events import event_lexicon

    lines = ["| word | finds |", "| --- | --- |"]
    for word, codes in sorted(event_lexicon().aliases.items()):
        lines.append(f"| {word} | {', '.join(f'`{code}`' for code in codes)} |")
    return "\n".join(lines) + "\n"


def role_rules() -> str:
    """Each role rule with what it applies to and an example."""
    from timeline.lexicons.roles import role_rules as rules

    lines = ["| rule | for | example | word | gives |", "| --- | --- | --- | --- | --- |"]
    for rule in sorted(rules().rules, key=lambda rule: rule.name):
        what = ", ".join(rule.types or rule.modes) or "any"
        sentence, word, given = rule.examples[-1]
        lines.append(f"| {rule.name} | {what} | {sentence} | {word} | {given} |")
    return "\n".join(lines) + "\n"


def governors() -> str:
    """Each row of words that stand above events, with an example and a look-alike."""
    from timeline.lexicons.event_compiler import FACTUALITY_TABLES
    from timeline.lexicons.load import load_toml

    lines = ["| words | make it | for example | and not |", "| --- | --- | --- | --- |"]
    for row in load_toml("en/factuality.toml", FACTUALITY_TABLES)["governor"]:
        effect = "a fact" if row.holds else "what they are" if row.effect == "happened" else f"`{row.effect}`"
        lines.append(f"| {row.name.replace('_', ' ')} | {effect} | {row.examples[0]} | {row.rejects[0]} |")
    return "\n".join(lines) + "\n"


GENERATORS: dict[str, Callable[[], str]] = {
    "governors": governors,
    "role-rules": role_rules,
    "cli": cli_reference,
    "diagram": schema_diagram,
    "tables": tables,
    "views": views,
    "event-types": event_types,
    "event-aliases": event_aliases,
    "coding-guide": coding_guide,
    "errors": error_classes,
    "fields": record_fields,
    "picture": picture,
}


def rendered(page: str) -> str:
    """The page with every generated block written anew."""

    def fill(match: re.Match[str]) -> str:
        return f"{match[1]}{GENERATORS[match['name']]()}{match[4]}"

    return _BLOCK.sub(fill, page)


def main() -> int:
    """Rewrite or check all pages."""
    check = "--check" in sys.argv[1:]
    stale = []
    for path in sorted([*DOCS.rglob("*.md"), DOCS.parent / "README.md"]):
        before = path.read_text(encoding="utf-8")
        after = rendered(before)
        if after != before:
            stale.append(path)
            if not check:
                path.write_text(after, encoding="utf-8")
    for path in stale:
        print(f"{path.relative_to(DOCS.parent)}: {'out of date; run python docs/generate.py' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
