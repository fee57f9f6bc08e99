"""What people change: edits of events and articles, and the undoing of these and of edits of actors.

In come a key and values as text; out go edits. An edit is a row that is laid over what was read, so that reading
again, or undoing
it, brings the machine's value back. Which values a field can take is decided in ``timeline.storage.edits``; how
events are put together again in ``timeline.assembly``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from timeline import actor_corrections
from timeline.assembly import assemble, dated_again, reassemble
from timeline.errors import NotFound, QueryError
from timeline.reading.machine_dates import read_published
from timeline.storage.database import Database
from timeline.storage.edits import ARTICLE_FIELDS, EVENT_FIELDS, NOTHING, checked, edit_key, machine_value
from timeline.storage.finder import Finder
from timeline.storage.mapping import ACTOR_PREFIX
from timeline.storage.recasting import ACTOR_FIELDS
from timeline.storage.store import Store
from timeline.values.article import Published
from timeline.values.events import Edit, Event


def edit_event(
    database: Database, event: Event, changes: Mapping[str, str], *, at: str, by: str | None, note: str | None
) -> tuple[Edit, ...]:
    """Lay human values over an event; the edits come back.

    Raises:
        QueryError: A field cannot be edited or cannot take the value; then nothing is changed.
    """
    wanted = {field: checked(field, value) for field, value in changes.items()}
    with database.write() as connection:
        finder, store = Finder(connection), Store(connection, at=at)
        before = finder.edits()
        earlier = {edit.field: edit.machine_value for edit in reversed(event.edits)}
        edits = tuple(
            Edit(
                key=edit_key(event.key, field, at, len(before) + number),
                target_key=event.key,
                field=field,
                machine_value=earlier[field] if field in earlier else machine_value(event, field),
                human_value=value,
                at=at,
                by=by,
                note=note,
            )
            for number, (field, value) in enumerate(wanted.items())
        )
        for edit in edits:
            store.add_edit(edit)
        reassemble(store, finder, event.article_keys)
    return edits


def edit_article(
    database: Database, article_key: str, changes: Mapping[str, str], *, at: str, by: str | None, note: str | None
) -> tuple[Edit, ...]:
    """Lay a human date of publication over an article, and resolve its dates again from what is stored.

    Raises:
        QueryError: Another field than ``published``, or a value that is no date; then nothing is changed.
    """
    for field in changes:
        if field not in ARTICLE_FIELDS:
            raise QueryError(
                f"{field!r} of an article cannot be edited; {', '.join(ARTICLE_FIELDS)} can", criterion=field
            )
    published = read_human(changes["published"])
    with database.write() as connection:
        finder, store = Finder(connection), Store(connection, at=at)
        machine = finder.machine_published(article_key) or finder.articles((article_key,))[article_key].published
        edit = Edit(
            key=edit_key(article_key, "published", at, len(finder.edits())),
            target_key=article_key,
            field="published",
            machine_value=machine.value,
            human_value=published.value,
            at=at,
            by=by,
            note=note,
        )
        store.add_edit(edit)
        _republish(store, finder, article_key, published, machine=machine)
    return (edit,)


def undo(database: Database, key: str | None, *, at: str) -> Edit:
    """Take back an edit, the latest when none is named; what was before it holds again.

    Raises:
        NotFound: There is no such edit, or none that was not undone.
    """
    with database.write() as connection:
        finder, store = Finder(connection), Store(connection, at=at)
        edit = _to_undo(finder, key)
        store.end_edit(edit.key)
        target = finder.redirected(edit.target_key)
        if edit.field in EVENT_FIELDS:
            event_id = finder.event_ids((target,)).get(target)
            for event in finder.events([event_id]) if event_id is not None else ():
                reassemble(store, finder, event.article_keys)
        elif edit.field in ACTOR_FIELDS and edit.target_key.startswith(ACTOR_PREFIX):
            changed = actor_corrections.apply(store, finder, edit)
            reassemble(store, Finder(connection), changed)
        else:
            machine = finder.machine_published(target) or Published()
            left = finder.edits(target_key=target, active=True)
            if left:
                _republish(store, finder, target, read_human(left[-1].human_value or NOTHING), machine=machine)
            else:
                _republish(store, finder, target, machine, machine=None)
    return replace(edit, active=False)


def read_human(value: str) -> Published:
    """A date of publication that a person typed; "none" for unknown.

    Raises:
        QueryError: It is no date.
    """
    if value.strip().lower() in ("", NOTHING):
        return Published()
    published = read_published(value, basis="given")
    if published is None:
        raise QueryError(f"published: {value!r} is not a date; write it as YYYY-MM-DD", criterion="published")
    return published


def _to_undo(finder: Finder, key: str | None) -> Edit:
    active = finder.edits(active=True)
    if key is None:
        if not active:
            raise NotFound("there is no edit to undo", key="")
        return active[-1]
    found = [edit for edit in finder.edits() if edit.key == key]
    if not found:
        raise NotFound(f"there is no edit {key}; see `timeline edit --list`", key=key)
    if not found[0].active:
        raise NotFound(f"{key} was undone already", key=key)
    return found[0]


def _republish(
    store: Store, finder: Finder, article_key: str, published: Published, *, machine: Published | None
) -> None:
    """Set when an article was published, and date what is stored of it again."""
    stored = finder.mentions((article_key,))
    timexes, mentions = dated_again(finder.timexes(article_key), [one.mention for one in stored], published)
    redated = [
        one._replace(mention=mention, published_on=published.on) for one, mention in zip(stored, mentions, strict=True)
    ]
    store.set_published(article_key, published, machine=machine)
    store.redate(article_key, timexes, redated)
    story = finder.story_of_articles((article_key,)).get(article_key)
    assemble(store, finder, {article_key: redated}, story_of={article_key: story})
    store.flush()
