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
    """The tables and their foreign keys as a Mermaid diagram."""
    from timeline.storage.schema import metadata

    lines = ["```mermaid", "erDiagram"]
    for table in metadata.sorted_tables:
        lines.append(f"  {table.name} {{")
        lines += [f"    {_kind(column)} {column.name}" for column in table.columns]
        lines.append("  }")
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
    """Every view with its columns and what it is for."""
    from timeline.storage.views import VIEWS

    parts = []
    for view in VIEWS:
        parts.append(f"### {view.name}\n\n{view.comment}\n\nColumns: {', '.join(f'`{c}`' for c in view.columns)}\n")
    return "\n".join(parts) + "\n"


def event_types() -> str:
    """The 32 types and OTHER, from the lexicon."""
    from timeline.lexicons.events import event_lexicon

    lines = ["| type | what it is | modes | CAMEO |", "| --- | --- | --- | --- |"]
    for entry in event_lexicon().types.values():
        modes = ", ".join(entry.modes) or "-"
        lines.append(f"| {entry.name} | {entry.definition} | {modes} | {entry.cameo or '-'} |")
    return "\n".join(lines) + "\n"


GENERATORS: dict[str, Callable[[], str]] = {
    "cli": cli_reference,
    "diagram": schema_diagram,
    "tables": tables,
    "views": views,
    "event-types": event_types,
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
