"""The command group: global options, lazily loaded verbs, and errors as one line with an exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module

import click

from timeline import __version__
from timeline.errors import TimelineError

#: Verb to the module that holds its command, and the line that ``--help`` prints without loading it.
VERBS = {
    "ingest": ("timeline.faces.cli.ingest", "Read articles into the database."),
    "show": ("timeline.faces.cli.show", "Print the timeline of a story or actor, or one event or article."),
    "stories": ("timeline.faces.cli.listing", "List the stories."),
    "events": ("timeline.faces.cli.listing", "List events over all stories."),
    "actors": ("timeline.faces.cli.actors", "List who takes part, show one, or correct who is who."),
    "search": ("timeline.faces.cli.listing", "Find events by the words of their title and evidence."),
    "sql": ("timeline.faces.cli.sql", "Ask the database in SQL, read-only."),
    "export": ("timeline.faces.cli.export", "Write the timeline of a story or actor as JSON."),
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

#: Likeness from which a mistyped verb is taken for another.
_NEAR = 0.5

#: What a shell sets when it asks for the completion of a command line.
_COMPLETION = "_TIMELINE_COMPLETE"

FAILURE = 1
USAGE = 2
SOME_FAILED = 3

_DISK_REMEDIES = {
    errno.ENOENT: "name a file that is there",
    errno.EISDIR: "name a file in this folder",
    errno.ENOTDIR: "name another place",
    errno.EACCES: "check its permissions",
    errno.EPERM: "check its permissions",
    errno.EROFS: "choose a place that can be written to",
    errno.ENOSPC: "make room on the disk; what was stored before is whole",
    errno.EDQUOT: "make room on the disk; what was stored before is whole",
}


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
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, or a usage error with the nearest verbs."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = get_close_matches(args[0], VERBS, cutoff=_NEAR)
            hint = f"did you mean {' or '.join(near)}?" if near else f"one of {', '.join(VERBS)}"
            raise click.UsageError(f"there is no command {args[0]!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)

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
    """Run the command line with these arguments (else those of the process); returns the exit code.

    Whatever goes wrong is one line on stderr that names the thing, the place and the remedy.
    """
    _speak_utf8()
    try:
        if os.environ.get(_COMPLETION):
            cli.main(prog_name="timeline")
        with cli.make_context("timeline", list(sys.argv[1:] if arguments is None else arguments)) as context:
            result = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "timeline"
        message = error.format_message().rstrip(".")
        _complain(f"{message[:1].lower()}{message[1:]}; see `{path} --help`")
        return USAGE
    except click.ClickException as error:
        _complain(error.format_message())
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, EOFError):
        _complain("stopped; what was stored before is whole, and the same command goes on from there")
        return FAILURE
    except TimelineError as error:
        _complain(str(error))
        return FAILURE
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        _complain(_disk_words(error))
        return FAILURE
    except Exception as error:
        if os.environ.get("TIMELINE_TRACEBACK"):
            raise
        _complain(
            f"a fault of this program, not of yours: {type(error).__name__}: {_one_line(str(error))}; "
            "set TIMELINE_TRACEBACK=1 to see where"
        )
        return FAILURE
    return result if isinstance(result, int) else 0


def _complain(message: str) -> None:
    """One line on stderr; a terminal that has gone is no reason to fail again."""
    with suppress(OSError):
        click.echo(f"timeline: {_one_line(message)}", err=True)


def _one_line(message: str) -> str:
    return " ".join(message.split())


def _disk_words(error: OSError) -> str:
    """What the system refuses, for which file, and what helps."""
    place = f"{error.filename}: " if error.filename else ""
    words = error.strerror or str(error) or type(error).__name__
    remedy = _DISK_REMEDIES.get(error.errno or 0, "check the path and try again")
    return f"{place}{words[:1].lower()}{words[1:]}; {remedy}"


def _speak_utf8() -> None:
    """Let the standard streams carry every character: UTF-8 in pipes and files, an escape for what cannot be written.

    An escape as Python writes it (``\\udc80``) is one in JSON too, so annotations of broken text stay valid.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")


def _reader_gone() -> int:
    """Success: the reader of our output has all it wanted ("| head"), and nothing more can be said to it."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
        os.close(nowhere)
    return 0
