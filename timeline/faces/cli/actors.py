"""``timeline actors``: who takes part, as a list or a card, and what people know better: one, two, names, addresses."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from timeline.errors import NotFound
from timeline.faces.cli.common import database_option, now, open_archive, output_options, say, write_rows

if TYPE_CHECKING:
    from timeline.archive import Archive
    from timeline.values.events import Edit
    from timeline.values.profiles import ActorOverview, ActorProfile

#: What people get; programs get more, as the view ``actor_overview`` has it.
_COLUMNS = ("name", "kind", "country", "code", "events", "articles", "first_day", "last_day", "actor_id")
_FIELDS = (
    "actor_id",
    "name",
    "kind",
    "country",
    "code",
    "aliases",
    "titles",
    "same_as",
    "events",
    "articles",
    "first_day",
    "last_day",
)
_SORTS = ("events", "name", "last")


@click.command()
@click.argument("words", nargs=-1, metavar="[ACTOR|WORDS]...")
@database_option
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="person, organisation, group, country, role ...")
@click.option("--country", "countries", multiple=True, metavar="CODE|NAME", help="FR, France ...")
@click.option("--story", metavar="STORY", help="Only actors of this story, and what they do there.")
@click.option(
    "--all",
    "everybody",
    is_flag=True,
    help="Also those without a name (two men, police) or any event.",
)
@click.option("--sort", type=click.Choice(_SORTS), default="events", show_default=True, help="Most or latest first.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@click.option("--merge", nargs=2, metavar="A B", help="B is A: what B does becomes what A does; both names stay.")
@click.option("--split", metavar="ACTOR", help="Part a namesake from ACTOR; say whose mentions it gets:")
@click.option("--names", multiple=True, metavar="NAME", help="... where articles call it so (with --split),")
@click.option("--article", "articles", multiple=True, metavar="ARTICLE", help="... in this article (with --split),")
@click.option("--event", "events", multiple=True, metavar="EVENT", help="... in articles of this event (with --split).")
@click.option("--as", "new_name", metavar="NAME", help="What the namesake is to be called (with --split).")
@click.option("--alias", nargs=2, metavar="ACTOR NAME", help="Whoever articles call NAME is ACTOR.")
@click.option("--same-as", "same_as", nargs=2, metavar="ACTOR ADDRESS", help="What it is elsewhere: wikidata:Q42, URL.")
@click.option("--rename", nargs=2, metavar="ACTOR NAME", help="The name that ACTOR goes by; the old one stays known.")
@click.option("--by", metavar="NAME", help="Who corrects.")
@click.option("--note", metavar="TEXT", help="Why.")
@output_options
def actors(
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    countries: tuple[str, ...],
    story: str | None,
    everybody: bool,
    sort: str,
    limit: int | None,
    merge: tuple[str, str] | None,
    split: str | None,
    new_name: str | None,
    alias: tuple[str, str] | None,
    same_as: tuple[str, str] | None,
    rename: tuple[str, str] | None,
    by: str | None,
    note: str | None,
    form: str,
    **grounds: Any,
) -> None:
    """List the actors, show one, or correct who is who.

    An ACTOR is named by its key (ac_...), its name, or words of it. Other WORDS list whoever has them in a name.

    Corrections stay when articles are read again, hold for articles to come, and are taken back by
    `timeline edit --undo`.
    """
    changes: list[Callable[[Archive], Sequence[Edit]]] = []
    options: dict[str, Any] = {"at": now(), "by": by, "note": note}
    if merge:
        changes.append(lambda archive: (archive.merge_actors(*merge, **options),))
    if split is not None:
        changes.append(lambda archive: (archive.split_actor(split, name=new_name, **grounds, **options),))
    elif new_name is not None or any(grounds.values()):
        raise click.UsageError("--names, --article, --event and --as belong to --split ACTOR")
    for field, given in (("alias", alias), ("same_as", same_as), ("name", rename)):
        if given:
            key, value = given
            changes.append(_edit(key, field, value, options))
    if changes and (words or story or kinds or countries):
        raise click.UsageError("list actors, or correct one, not both")
    with open_archive(read_only=not changes) as archive:
        if changes:
            from timeline.actor_corrections import in_words

            for change in changes:
                for made in change(archive):
                    say(f"{in_words(made)}   (to take it back: timeline edit --undo {made.key})")
            return
        # Words may name one or several: for programs they are a list either way, and only a key is an object.
        by_key = bool(words) and words[0].startswith("ac_")
        listed = kinds or countries or story or (form != "table" and not by_key)
        profile = None if listed else _profile(archive, words)
        if profile is not None:
            _print_card(profile, form)
            return
        _list(archive, words, kinds, countries, story, everybody, sort, limit, form)


def _edit(key: str, field: str, value: str, options: dict[str, Any]) -> Callable[[Archive], Sequence[Edit]]:
    """The change that lays one value over an actor."""
    given = {field: value} | options
    return lambda archive: archive.edit(f"ac_{archive.actor(key).actor.key}", **given)


def _profile(archive: Archive, words: Sequence[str]) -> ActorProfile | None:
    """The one actor that is named by its key, or by words that no other has; None when the words ask for a list."""
    if not words:
        return None
    from timeline.query import ActorCriteria

    name = " ".join(words)
    if name.startswith("ac_"):
        return archive.profile(name)
    found = {f"ac_{actor.key}" for actor in archive.actors_called(name)}
    if len(words) > 1 or "-" not in name:  # else it is a key
        found |= {f"ac_{one.actor.key}" for one in archive.actor_overview(ActorCriteria(words=tuple(words)))}
    return archive.profile(found.pop()) if len(found) == 1 else None


def _list(
    archive: Archive,
    words: Sequence[str],
    kinds: Sequence[str],
    countries: Sequence[str],
    story: str | None,
    everybody: bool,
    sort: str,
    limit: int | None,
    form: str,
) -> None:
    """The actors asked for as rows; how many are left out is told on stderr."""
    from timeline.query import ActorCriteria

    asked = ActorCriteria(
        kinds=tuple(kinds),
        countries=tuple(_country(country) for country in countries),
        words=tuple(words),
        order=sort,
    )
    found = archive.actor_overview(asked, story=story)
    if not found and words:
        archive.actor(" ".join(words))  # says who is called nearly so
    # Who asks for words wants whoever has them.
    named = found if everybody or words else named_only(found)
    shown = named if limit is None else named[:limit]
    columns = _COLUMNS if form == "table" else _FIELDS
    rows = [_fields(one) for one in shown]
    write_rows(columns, [[row[column] for column in columns] for row in rows], form)
    if len(found) > len(named):
        say(
            f"{len(found) - len(named)} without a name of their own, or a part in any event, not shown; "
            "--all shows them"
        )


def named_only(found: Sequence[ActorOverview]) -> Sequence[ActorOverview]:
    """Those with a name of their own who take part in something."""
    from timeline.profiling import has_name

    return [one for one in found if one.event_count and has_name(one.actor)]


def _country(stated: str) -> str:
    """The code of a country that a person typed by code or name."""
    if len(stated) == len("FR"):
        return stated.upper()
    from timeline.lexicons.actors import actor_lexicon

    known = next((code for code, name in actor_lexicon().country_names.items() if name.lower() == stated.lower()), None)
    if known is None:
        raise NotFound(f"there is no country {stated!r}; write its code, such as FR", key=stated)
    return known


def _fields(one: ActorOverview) -> dict[str, Any]:
    """An actor as the view ``actor_overview`` has it."""
    actor = one.actor
    return {
        "actor_id": f"ac_{actor.key}",
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "code": actor.code,
        "aliases": "; ".join(actor.aliases) or None,
        "titles": "; ".join(actor.titles) or None,
        "same_as": "; ".join(actor.same_as) or None,
        "events": one.event_count,
        "articles": one.article_count,
        "first_day": one.first_day,
        "last_day": one.last_day,
    }


def _print_card(profile: ActorProfile, form: str) -> None:
    """One actor: for people as a card, for programs as one object with lists, else as one row."""
    if form in ("json", "nl"):
        click.echo(json.dumps(_object(profile), ensure_ascii=False, indent=2 if form == "json" else None))
    elif form == "table":
        from timeline.faces.cli.cards import actor_card
        from timeline.faces.cli.terminal import print_lines

        print_lines(actor_card(profile))
    else:
        row = _fields(profile.overview)
        write_rows(_FIELDS, [[row[column] for column in _FIELDS]], form)


def _object(profile: ActorProfile) -> dict[str, Any]:
    """One actor for programs: as in the list, and what its names and titles rest on."""
    actor = profile.overview.actor
    return _fields(profile.overview) | {
        "aliases": list(actor.aliases),
        "same_as": list(actor.same_as),
        "names": [{"name": use.name, "articles": use.article_count} for use in profile.names],
        "titles": [
            {
                "title": use.title,
                "article_id": use.article_key,
                "source": use.source,
                "published": use.published,
                "quote": use.quote,
                "start": use.start,
                "end": use.end,
            }
            for use in profile.titles
        ],
        "conflicts": [
            {"field": "title", "values": list(clash.titles), "article_ids": list(clash.article_keys)}
            for clash in profile.conflicts
        ],
        "perhaps_same": [f"ac_{other.key}" for other in profile.perhaps_same],
        "edits": [
            {"edit_id": edit.key, "field": edit.field, "target_id": edit.target_key, "human_value": edit.human_value}
            for edit in profile.edits
        ],
    }
