"""What people change of actors: which are one, which are two, what they are called, and what they are elsewhere.

In come public keys and words; out go edits. Each is a row that is laid over what was read, now and after every
re-reading, and undoing it brings back what the others leave. How edits are replayed is decided in
``timeline.storage.recasting``; how events are put together again in ``timeline.assembly``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.actors.keys import key as key_of
from timeline.assembly import reassemble
from timeline.errors import QueryError
from timeline.storage.database import Database
from timeline.storage.edits import edit_key
from timeline.storage.finder import Finder
from timeline.storage.recasting import Split, public, split_of, touched
from timeline.storage.store import Store
from timeline.values.addresses import address_of
from timeline.values.events import Edit


def merge(database: Database, kept: str, gone: str, *, at: str, by: str | None, note: str | None) -> Edit:
    """Let one actor be another: its mentions, now and in articles to come, become those of ``kept``.

    Raises:
        QueryError: They are one already.
    """
    if kept == gone:
        raise QueryError(f"{kept} and {gone} are one actor already", criterion="merge")
    return _edit(database, gone, "merge", machine=None, human=kept, at=at, by=by, note=note)


def split(
    database: Database,
    key: str,
    *,
    names: Sequence[str],
    article_keys: Sequence[str],
    name: str | None,
    at: str,
    by: str | None,
    note: str | None,
) -> Edit:
    """Part an actor: its mentions in some articles, or under some names, become those of an actor of their own.

    Args:
        database: To write to.
        key: Public key of the actor that is two.
        names: What articles call the other one, in full or not.
        article_keys: The articles that mean the other one; with ``names`` too, both must hold.
        name: What the other one is to be called; else as this one.
        at: Moment of the edit.
        by: Who.
        note: Why.

    Raises:
        QueryError: Nothing says which mentions, no mention is meant or all are, or the name leads to another actor.
    """
    if not names and not article_keys:
        raise QueryError("say which mentions are somebody else: names, articles or events", criterion="split")
    with database.read() as connection:
        finder = Finder(connection)
        proper = finder.actors((key.removeprefix("ac_"),))[0].name
        other = Split(
            key=_free_key(finder, key, name),
            name=name or proper,
            articles=frozenset(article_keys),
            names=frozenset(one.casefold() for one in names),
        )
        meant = [
            other.meant(one.article_key, [called.casefold() for called in (one.name, *one.aliases)])
            for one in finder.namings(key)
        ]
    if not any(meant):
        raise QueryError(f"no mention of {key} is meant by this; see `timeline actors {key}`", criterion="split")
    if all(meant):
        raise QueryError(
            f"all mentions of {key} are meant by this; give it another name by --rename instead", criterion="split"
        )
    return _edit(database, key, "split", machine=None, human=other.written(), at=at, by=by, note=note, made=other)


def rename(database: Database, key: str, name: str, *, at: str, by: str | None, note: str | None) -> Edit:
    """Let an actor go by another name; the one before stays among its names.

    Raises:
        QueryError: The name is empty.
    """
    return _edit(database, key, "name", machine=None, human=_words(name, "name"), at=at, by=by, note=note)


def add_alias(database: Database, key: str, name: str, *, at: str, by: str | None, note: str | None) -> Edit:
    """Let whoever an article calls by this name be this actor, now and in articles to come.

    Raises:
        QueryError: The name is empty.
    """
    return _edit(database, key, "alias", machine=None, human=_words(name, "alias"), at=at, by=by, note=note)


def add_same_as(database: Database, key: str, address: str, *, at: str, by: str | None, note: str | None) -> Edit:
    """Say what an actor is elsewhere: an address, or ``wikidata:Q42``.

    Raises:
        QueryError: It is no address.
    """
    return _edit(database, key, "same_as", machine=None, human=checked_address(address), at=at, by=by, note=note)


def checked_address(stated: str) -> str:
    """The address that a person states, as it is stored.

    Raises:
        QueryError: It is neither.
    """
    address = address_of(stated)
    if address is None:
        raise QueryError(f"same_as: {stated!r} is no address; write https://... or wikidata:Q42", criterion="same_as")
    return address


def apply(store: Store, finder: Finder, edit: Edit) -> frozenset[str]:
    """Lay the active edits over the actors that one edit concerns, made or undone; keys of the articles to put together
    again."""
    store.edits_changed()
    edits = finder.actor_edits()
    key = edit.target_key
    if edit.field == "same_as":
        _apply_same_as(store, finder, edits, key)
        return frozenset()
    if edit.field == "name":
        _apply_name(store, edits, key)
        store.name_again((key,))
        return frozenset(finder.articles_of_actor(key))
    return store.recast(*touched(edits, key))


def _edit(
    database: Database,
    key: str,
    field: str,
    *,
    machine: str | None,
    human: str,
    at: str,
    by: str | None,
    note: str | None,
    made: Split | None = None,
) -> Edit:
    """Keep an edit and lay it over what is stored."""
    with database.write() as connection:
        finder, store = Finder(connection), Store(connection, at=at)
        actor = finder.actors((key.removeprefix("ac_"),))[0]
        if field == "name":
            machine = _first_name(finder.actor_edits(), key) or actor.name
        edit = Edit(
            key=edit_key(key, field, at, len(finder.edits())),
            target_key=key,
            field=field,
            machine_value=machine,
            human_value=human,
            at=at,
            by=by,
            note=note,
        )
        if made is not None:
            store.add_actor(made.key, made.name, like=key)
        store.add_edit(edit)
        changed = apply(store, finder, edit)
        reassemble(store, Finder(connection), changed)
    return edit


def _apply_same_as(store: Store, finder: Finder, edits: Sequence[Edit], key: str) -> None:
    """Addresses elsewhere: those that word lists gave, and those of active edits."""
    given = [edit for edit in edits if edit.target_key == key and edit.field == "same_as"]
    by_people = {edit.human_value for edit in given}
    known = finder.actors((key.removeprefix("ac_"),))[0].same_as
    kept = [address for address in known if address not in by_people]
    store.set_same_as(key, list(dict.fromkeys((*kept, *(str(edit.human_value) for edit in given if edit.active)))))


def _apply_name(store: Store, edits: Sequence[Edit], key: str) -> None:
    """The name that the latest active edit gives, else the one that was read."""
    given = [edit.human_value for edit in edits if edit.target_key == key and edit.field == "name" and edit.active]
    name = given[-1] if given else _first_name(edits, key)
    if name is not None:
        store.rename_actor(key, name)


def _first_name(edits: Iterable[Edit], key: str) -> str | None:
    """The name that an actor had before people gave it any; None when they gave it none."""
    return next((edit.machine_value for edit in edits if edit.target_key == key and edit.field == "name"), None)


def _free_key(finder: Finder, key: str, name: str | None) -> str:
    """A public key that no actor has: by the new name, else the old key with a number."""
    if name is not None:
        slug = key_of(_words(name, "name"))
        if slug is None:
            raise QueryError(f"name: {name!r} has no letter", criterion="split")
        if finder.actor_id(public(slug)) is None:
            return public(slug)
        if public(slug) != key and finder.articles_of_actor(public(slug)):
            raise QueryError(
                f"there is an actor {public(slug)} already; merge them afterwards, or choose another name",
                criterion="split",
            )
        key = public(slug)
    number = 2
    while finder.actor_id(f"{key}-{number}") is not None:
        number += 1
    return f"{key}-{number}"


def _words(stated: str, field: str) -> str:
    words = " ".join(stated.split())
    if not words:
        raise QueryError(f"{field}: it cannot be empty", criterion=field)
    return words


def in_words(edit: Edit) -> str:
    """What an edit of an actor says, for people."""
    match edit.field:
        case "merge":
            return f"{edit.target_key} is {edit.human_value}"
        case "split":
            other = split_of(edit)
            grounds = [f"called {' or '.join(sorted(other.names))}"] if other.names else []
            grounds += [f"in {', '.join(sorted(other.articles))}"] if other.articles else []
            return f"{edit.target_key} {' '.join(grounds)} is {other.key} ({other.name})"
        case "alias":
            return f"{edit.target_key} is also called {edit.human_value}"
        case "same_as":
            return f"{edit.target_key} is the same as {edit.human_value}"
        case _:
            return f"{edit.target_key} is called {edit.human_value}"
