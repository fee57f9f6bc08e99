"""What holds of known actors on the day of publication: the code of an office, and who an office stands for.

What comes in: the mentions and actors of ``resolver`` and the day. What goes out: the same ones with the code of that
day, with what word lists know of them elsewhere, and with offices that a table of the user's own fills ("the French
president") as the person who held it then. What the text itself says wins: a title that gives another code, a role
that it explains, a name in full. Without a day nothing of this is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.actors.keys import key as key_of
from timeline.lexicons.actors import ActorLexicon, Term
from timeline.values.actors import Actor, ActorMention

_Cast = tuple[tuple[ActorMention, ...], tuple[Actor, ...]]


def on_day(
    mentions: Sequence[ActorMention], cast: Sequence[Actor], lexicon: ActorLexicon, published_on: date | None
) -> _Cast:
    """Mentions and actors as they are on the day of publication.

    With a row ``Jane Firth,person,GB,GBRGOV,mayor of Harlow,2012-05-01,2016-04-30`` "the mayor of Harlow" of an article
    of 2014 is ``jane-firth``, with the code ``GBRGOV``; in one of 2018 it is ``mayor-of-harlow``, and Jane Firth has
    the code of her country.
    """
    holders = _holders(cast, lexicon, published_on) if lexicon.offices else {}
    if published_on is not None:
        holders |= _namesakes(mentions, cast, lexicon, published_on)
    codes = _codes(cast, lexicon, published_on)
    known = lexicon.same_as
    if not holders and not codes and not (known and any(actor.name in known for actor in cast)):
        return tuple(mentions), tuple(cast)
    named = []
    for mention in mentions:
        holder = holders.get(mention.key or "")
        if holder is not None:
            mention = replace(
                mention, key=holder.key, name=holder.name, kind=holder.kind, country=holder.country, code=holder.code
            )
        elif mention.key in codes:
            mention = replace(mention, code=codes[mention.key])
        named.append(mention)
    return tuple(named), _joined(cast, holders, codes, known)


def _codes(cast: Sequence[Actor], lexicon: ActorLexicon, day: date | None) -> dict[str | None, str | None]:
    """The code on that day of each actor whose code is that of our tables, where it is another."""
    if day is None:
        return {}
    codes: dict[str | None, str | None] = {}
    for actor in cast:
        terms = lexicon.terms.get(actor.name)
        if terms is not None and (known := lexicon.names.get(actor.name)) is not None and actor.code == known.code:
            holding = [term for term in terms if term.holds_on(day)]
            code = holding[0].code if holding else terms[0].otherwise
            if code != actor.code:
                codes[actor.key] = code
    return codes


def _holders(cast: Sequence[Actor], lexicon: ActorLexicon, day: date | None) -> dict[str, Actor]:
    """By the key of a role that the text leaves open: the one actor who held it on that day."""
    found = {}
    for actor in cast:
        terms = lexicon.offices.get(actor.name.lower().removeprefix("the ")) if actor.kind == "role" else None
        if terms is None:
            continue
        holding = [term for term in terms if term.holds_on(day)]
        if len({term.name for term in holding}) == 1:
            found[actor.key] = _actor_of(holding[0], lexicon)
    return found


def _namesakes(
    mentions: Sequence[ActorMention], cast: Sequence[Actor], lexicon: ActorLexicon, day: date
) -> dict[str, Actor]:
    """By the key of a person whom the article never names in full: the namesake who was in office on that day."""
    found = {}
    for actor in cast:
        for term in lexicon.namesakes_on.get(actor.name, ()):
            if not term.holds_on(day):
                continue
            own = set(term.name.replace("-", " ").split())
            heads = [_head(mention) for mention in mentions if mention.key == actor.key and mention.form == "name"]
            if all(head != actor.name and own.issuperset(_name_words(head, lexicon)) for head in heads):
                found[actor.key] = _actor_of(term, lexicon)
    return found


def _name_words(head: str, lexicon: ActorLexicon) -> list[str]:
    """The words of a name without those of an office: "Bush" of "President Bush"."""
    return [word for word in head.replace("-", " ").split() if word.lower() not in lexicon.roles]


def _head(mention: ActorMention) -> str:
    """The name of a mention without title or apposition."""
    if mention.head_start < 0:
        return mention.text
    return mention.text[mention.head_start - mention.start : mention.head_end - mention.start]


def _actor_of(term: Term, lexicon: ActorLexicon) -> Actor:
    known = lexicon.names[term.name]
    key = key_of(term.name) or term.name
    return Actor(key=key, name=term.name, kind=known.kind, country=known.country, code=term.code or known.code)


def _joined(
    cast: Sequence[Actor],
    holders: Mapping[str, Actor],
    codes: Mapping[str | None, str | None],
    same_as: Mapping[str, tuple[str, ...]],
) -> tuple[Actor, ...]:
    """The actors, each once: a role that a person held joins that person, as a title."""
    joined: dict[str, Actor] = {}
    for actor in cast:
        holder = holders.get(actor.key)
        if holder is not None:
            titles = (actor.name,) if actor.kind == "role" else actor.titles
            aliases = () if actor.kind == "role" else actor.aliases
            actor = replace(holder, titles=titles, aliases=aliases, mentions=actor.mentions)
        elif actor.key in codes:
            actor = replace(actor, code=codes[actor.key])
        if actor.name in same_as:
            actor = replace(actor, same_as=same_as[actor.name])
        before = joined.get(actor.key)
        joined[actor.key] = actor if before is None else _one(before, actor)
    return tuple(joined.values())


def _one(before: Actor, actor: Actor) -> Actor:
    """Two namings of one actor as one."""
    return replace(
        before,
        code=before.code or actor.code,
        aliases=tuple(dict.fromkeys((*before.aliases, *actor.aliases))),
        titles=tuple(dict.fromkeys((*before.titles, *actor.titles))),
        mentions=tuple(sorted({*before.mentions, *actor.mentions}, key=lambda span: (span.start, span.end))),
    )
