"""The command group: global options, lazily loaded verbs, and errors as one line with an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from timeline import __version__
from timeline.errors import TimelineError

#: Verb to the module that holds its command, and the line that ``--help`` prints without loading it.
VERBS = {
    "ingest": ("timeline.faces.cli.ingest", "Read articles into the database."),
    "show": ("timeline.faces.cli.show", "Print the timeline of a story, or one event or article."),
    "stories": ("timeline.faces.cli.show", "List the stories."),
    "events": ("timeline.faces.cli.show", "List events over all stories."),
    "search": ("timeline.faces.cli.show", "Find events by the words of their title and evidence."),
    "sql": ("timeline.faces.cli.sql", "Ask the database in SQL, read-only."),
    "export": ("timeline.faces.cli.export", "Write a story's timeline as JSON."),
    "digest": ("timeline.faces.cli.export", "Write the days that matter, with sentences."),
    "edit": ("timeline.faces.cli.edit", "Correct an event or article; survives re-reading."),
    "explain": ("timeline.faces.cli.show", "Say on what each value of an event rests."),
    "stats": ("timeline.faces.cli.database", "Count what the database holds."),
    "doctor": ("timeline.faces.cli.database", "Check the database from end to end."),
    "db": ("timeline.faces.cli.database", "Migrate the database."),
    "schema": ("timeline.faces.cli.export", "Print the JSON Schema of the export."),
    "annotate": ("timeline.faces.cli.annotate", "Annotate documents as JSON Lines, without a database."),
    "demo": ("timeline.faces.cli.demo", "Build a database from sample articles and print its story."),
}

FAILURE = 1
USAGE = 2
SOME_FAILED = 3


class LazyGroup(click.Group):
    """A group that knows its verbs by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order of ``VERBS``."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, imported now; None for an unknown verb."""
        if cmd_name not in VERBS:
            return None
        module, _ = VERBS[cmd_name]
        command = getattr(import_module(module), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 - a fault of ours, not of the caller
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs for ``--help``, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="timeline")
@click.option("-d", "--db", metavar="PATH|URL", help="Database; else TIMELINE_DB, else timeline.db here.")
@click.pass_context
def cli(ctx: click.Context, db: str | None) -> None:
    """News articles in, dated events out, stories read back as timelines."""
    ctx.obj = db or os.environ.get("TIMELINE_DB") or "timeline.db"


def run(arguments: list[str] | None = None) -> int:
    """Run the command line with these arguments (else those of the process); returns the exit code."""
    try:
        result = cli.main(args=arguments, prog_name="timeline", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("stopped", err=True)
        return FAILURE
    except TimelineError as error:
        click.echo(f"timeline: {error}", err=True)
        return FAILURE
    except BrokenPipeError:
        # The reader of our output has gone ("| head"): nothing is wrong, and nothing more can be said to it.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123
        return 0
    return result if isinstance(result, int) else 0
