"""What people change, as an overlay: values as text in, checked; an event with them in place out.

An edit never touches what was read: it is a row, laid over the event each time that it is put together again, and
taken away by undoing it. Which event or article an edit belongs to is decided in ``timeline.archive``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from hashlib import blake2b

from timeline.errors import QueryError
from timeline.values.dates import EventDate
from timeline.values.events import EVENT_TYPES, STATUSES, Edit, Event
from timeline.values.notation import read_edtf

#: What can be changed of an event, and of an article.
EVENT_FIELDS = ("date", "type", "label", "status", "title", "hidden")
ARTICLE_FIELDS = ("published",)

#: How "nothing" is written: an edit to it takes the date away.
NOTHING = "none"

_KEY_BYTES = 6
_YES = ("yes", "no")
#: Statuses that say how an event stands, and the factuality that goes with them; the others leave it.
_FACTUALITY = {
    "happened": "happened",
    "ongoing": "happened",
    "planned": "planned",
    "called_for": "called_for",
    "possible": "possible",
    "reported": "reported",
    "denied": "denied",
}


def edit_key(target_key: str, field: str, at: str, number: int) -> str:
    """The key of an edit: ``ed_`` and a digest of what was changed and when."""
    return "ed_" + blake2b(f"{target_key} {field} {at} {number}".encode(), digest_size=_KEY_BYTES).hexdigest()


def checked(field: str, value: str) -> str | None:
    """A human value as it is stored; None for nothing.

    Raises:
        QueryError: There is no such field, or it cannot take this value.
    """
    value = value.strip()
    match field:
        case "date":
            if value.lower() in ("", NOTHING):
                return None
            try:
                return read_edtf(value).edtf
            except ValueError as error:
                raise QueryError(f"date {value!r}: {error}", criterion="date") from None
        case "type":
            return _word(field, value.upper(), EVENT_TYPES)
        case "status":
            return _word(field, value.lower(), STATUSES)
        case "hidden":
            return _word(field, value.lower(), _YES)
        case "title" | "label":
            if not value:
                raise QueryError(f"{field}: it cannot be empty", criterion=field)
            return value
    raise QueryError(
        f"{field!r} cannot be edited; {', '.join(EVENT_FIELDS)} can, and published of an article", criterion=field
    )


def machine_value(event: Event, field: str) -> str | None:
    """The value of a field as an edit keeps it."""
    match field:
        case "date":
            return None if event.date is None else event.date.edtf
        case "hidden":
            return "no"
        case _:
            return str(getattr(event, field))


def overlay(event: Event, edits: Iterable[Edit]) -> Event:
    """The event with what people changed; the later edit of a field wins."""
    edits = tuple(edit for edit in edits if edit.active and edit.field in EVENT_FIELDS)
    for edit in edits:
        match edit.field:
            case "date":
                event = replace(event, date=_human_date(edit.human_value))
            case "type":
                event = replace(event, type=edit.human_value or event.type)
            case "status":
                status = edit.human_value or event.status
                event = replace(event, status=status, factuality=_FACTUALITY.get(status, event.factuality))
            case "title":
                event = replace(event, title=edit.human_value or event.title)
            case "label":
                event = replace(event, label=edit.human_value or event.label)
    return replace(event, edits=edits) if edits else event


def is_hidden(event: Event) -> bool:
    """Whether a human took the event out of the timelines."""
    hidden = [edit.human_value for edit in event.edits if edit.field == "hidden"]
    return bool(hidden) and hidden[-1] == "yes"


def _human_date(notation: str | None) -> EventDate | None:
    return None if notation is None else read_edtf(notation, basis="human")


def _word(field: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        near = get_close_matches(value, allowed, n=1)
        hint = f"; did you mean {near[0]}?" if near else f"; one of {', '.join(allowed)}"
        raise QueryError(f"{field}: there is no {value!r}{hint}", criterion=field)
    return value
