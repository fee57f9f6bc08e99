"""Actor mentions to actors: one key for everyone who is named, whatever the words.

What comes in: the mentions of ``finder`` in text order. What goes out: the same mentions with the key and name of their
actor, and the actors. "Omar Bey", "Bey", "the spokesman" and "he" become one; "ODC" joins the name it abbreviates.
What may mean two keeps ``key=None``, or a key of its own: no actor is better than a guessed one. Names are decided in
``namesakes``, titles in ``descriptions``, pronouns in ``pronouns``, keys across articles in ``keys``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.actors.ages import age_beside, called_age
from timeline.actors.antecedents import Antecedents
from timeline.actors.bodies import Bodies
from timeline.actors.cast import Member, frozen, mended
from timeline.actors.descriptions import Descriptions
from timeline.actors.namesakes import Namesakes, initials
from timeline.actors.pronouns import Pronouns
from timeline.actors.strangers import left_open
from timeline.lexicons.actor_flags import FEMALE_HONORIFIC, GIVEN_FEMALE, GIVEN_MALE, MALE_HONORIFIC
from timeline.lexicons.actors import ActorLexicon
from timeline.values.actors import Actor, ActorMention
from timeline.values.text import TokenizedText

_LONG_NAME = 2
_POSSESSIVE = re.compile(r"\A(?:my|our|your|his|her|its|their) ", re.IGNORECASE)
_COURTESY = MALE_HONORIFIC | FEMALE_HONORIFIC


def resolve(
    tokens: TokenizedText, mentions: Sequence[ActorMention], lexicon: ActorLexicon
) -> tuple[tuple[ActorMention, ...], tuple[Actor, ...]]:
    """The mentions with the key of their actor, and the actors in order of first naming.

    In "Harlow mayor Jane Firth resigned. Firth said she ..." the mentions ``Firth`` and ``she`` have the key
    ``jane-firth`` and the name ``Jane Firth``. Applying it twice changes nothing.
    """
    return _Resolution(tokens, left_open(mentions), lexicon).run()


class _Resolution:
    __slots__ = (
        "_actors",
        "_antecedents",
        "_bodies",
        "_described",
        "_lexicon",
        "_mentions",
        "_named",
        "_owner",
        "_tokens",
    )

    def __init__(self, tokens: TokenizedText, mentions: Sequence[ActorMention], lexicon: ActorLexicon) -> None:
        self._tokens = tokens
        self._mentions = mentions
        self._lexicon = lexicon
        self._actors: list[Member] = []
        self._owner: list[Member | None] = [None] * len(mentions)
        self._named = Namesakes(tokens.text, mentions, self._owner, lexicon)
        self._antecedents = Antecedents(tokens, mentions, self._owner, lexicon)
        self._described = Descriptions(tokens.text, mentions, self._owner, self._antecedents)
        self._bodies = Bodies(tokens.text, mentions, self._owner, self._antecedents)

    def run(self) -> tuple[tuple[ActorMention, ...], tuple[Actor, ...]]:
        self._full_names()
        self._short_names()
        self._walk()
        return mended(self._mentions, self._owner), frozen(self._actors, self._mentions)

    # -------------------------------------------------------------------------------------------------- names

    def _full_names(self) -> None:
        """Names of persons with more than one word and of organisations found in full: those that others are
        short for.
        """
        for number, mention in enumerate(self._mentions):
            if mention.form != "name":
                continue
            owner = self._introduced(number, mention)
            if owner is not None:
                self._join(number, mention, owner, self._gender(mention))
            elif (mention.kind == "person" and mention.title is not None) or len(mention.name.split()) >= _LONG_NAME:
                self._own(number, mention, self._gender(mention))

    def _short_names(self) -> None:
        """One-word names: a person's last name, an organisation's first word or initials, or a name of its own."""
        for number, mention in enumerate(self._mentions):
            if mention.form == "name" and self._owner[number] is None:
                gender = self._gender(mention)
                owner = self._named.short_for(number, mention, gender)
                if owner is not None:
                    self._join(number, mention, owner, gender)
                else:
                    self._own(number, mention, gender)
                    owner = self._owner[number]
                    if owner is not None and self._named.is_shared(mention.key):
                        owner.kind = "person"

    def _introduced(self, number: int, mention: ActorMention) -> Member | None:
        """Whose short form a name in brackets is: "Orava Dock Company (ODX)", "Orava Workers' Party (PTO)"."""
        if number == 0 or mention.key is None or mention.kind == "person" or mention.outlet:
            return None
        before = self._mentions[number - 1]
        text = self._tokens.text
        if text[before.end : mention.start] != " (" or text[mention.end : mention.end + 1] != ")":
            return None
        if before.kind != "organisation" or before.form not in ("name", "role"):
            return None
        if self._owner[number - 1] is None and before.name[0].isupper():
            self._own(number - 1, before, None)  # "the Orava Workers' Party (PTO)"
        owner = self._owner[number - 1]
        if owner is None:
            return None
        known = self._lexicon.names.get(mention.text)
        if known is not None and known.name != owner.name and mention.text.lower() not in initials(owner.name):
            return None
        if not mention.text.isupper() and mention.name[0].lower() != owner.name[0].lower():
            return None
        self._named.introduce(mention.key, owner)
        return owner

    def _own(self, number: int, mention: ActorMention, gender: str | None) -> None:
        """Give a mention the member of its very name, the same person under another one, or a new member."""
        if mention.key is None:
            return
        owner = self._named.with_key(mention.key)
        if owner is None and mention.kind == "person":
            owner = self._named.same_person(number, mention, gender)
        elif owner is None and mention.kind == "organisation":
            owner = self._named.with_last_words(mention)  # "Van der Berg", "City Hall"
        if owner is None:
            owner = Member(mention, gender)
            self._actors.append(owner)
            if mention.kind == "organisation":
                self._bodies.meet(mention.name)
            self._named.add(owner, mention)
        self._join(number, mention, owner, gender)

    def _join(self, number: int, mention: ActorMention, owner: Member, gender: str | None = None) -> None:
        """Give a mention to a member, which learns from it; ``gender`` is that of the mention by itself."""
        self._owner[number] = owner
        owner.mentions.append(number)
        if mention.start < owner.first:
            owner.first = mention.start
        if mention.form == "pronoun":
            return
        if mention.name != owner.name and mention.form == "name" and mention.name not in owner.aliases:
            owner.aliases.append(mention.name)
        title = mention.title
        if title is not None:
            self._entitle(owner, title)
        if owner.country is None:
            owner.country = mention.country
        code = mention.code
        if code and (owner.code is None or len(code) > len(owner.code)):
            owner.code = code
        if owner.gender is None:
            owner.gender = gender
        if mention.kind == "person":
            owner.kind = "person"
            if owner.age is None:
                owner.age = age_beside(self._tokens.text, mention)

    def _entitle(self, owner: Member, title: str) -> None:
        if title[0].islower():
            title = _POSSESSIVE.sub("", title)
        if not self._lexicon.capitals.get(title, 0) & _COURTESY and title not in owner.titles:
            owner.titles.append(title)
        self._described.entitle(owner, title)

    def _gender(self, mention: ActorMention) -> str | None:
        """``m`` or ``f`` by given name, honorific or a title that has one ("spokeswoman")."""
        if mention.kind not in ("person", "role"):
            return None
        if mention.title is not None:
            for word in mention.title.split():
                flags = self._lexicon.capitals.get(word, 0)
                if flags & MALE_HONORIFIC or word in ("King", "Prince", "Pope"):
                    return "m"
                if flags & FEMALE_HONORIFIC or word in ("Queen", "Princess"):
                    return "f"
                role = self._lexicon.roles.get(word.lower())
                if role is not None and role.gender is not None:
                    return role.gender
        words = mention.name.split()
        flags = self._lexicon.capitals.get(words[0], 0) if words else 0
        if mention.kind == "person" and len(words) > 1:
            if flags & GIVEN_MALE and not flags & GIVEN_FEMALE:
                return "m"
            if flags & GIVEN_FEMALE and not flags & GIVEN_MALE:
                return "f"
        return None

    # ------------------------------------------------------------------------------------- groups, roles, pronouns

    def _walk(self) -> None:
        """Roles and pronouns in text order, each to the one actor that fits."""
        pronouns = Pronouns(self._tokens, self._mentions, self._owner, self._lexicon, self._antecedents)
        previous = -1
        for number, mention in enumerate(self._mentions):
            if mention.form == "pronoun":
                owner = pronouns.stands_for(number, mention)
                if owner is not None:
                    self._join(number, mention, owner)
            elif self._owner[number] is None:
                owner = self._described.explained(number, mention, previous)
                if owner is None and mention.form == "role" and (age := called_age(mention)) is not None:
                    owner = self._described.aged(number, mention, age)
                elif owner is None and mention.form == "role" and mention.kind == "role":
                    owner = self._described.holder(number, mention)
                elif owner is None and mention.form == "role":
                    owner = self._bodies.meant_by(number, mention)
                if owner is not None:
                    self._join(number, mention, owner, self._gender(mention))
                    title = _POSSESSIVE.sub("", mention.name)
                    if mention.kind == "role" and title not in owner.titles and not title[0].isdigit():
                        owner.titles.append(title)
                    self._described.entitle(owner, mention.name)
                else:
                    self._group(number, mention)
            previous = number

    def _group(self, number: int, mention: ActorMention) -> None:
        """Give a group, or a role that nobody is named for, the member of its words."""
        if mention.key is None:
            return
        owner = self._named.with_key(mention.key)
        gender = self._gender(mention)
        if owner is None:
            owner = Member(mention, gender)
            self._actors.append(owner)
            if mention.kind == "organisation" and not mention.name.islower():
                self._bodies.meet(mention.name)
            self._named.note(owner, mention.key)
            if mention.kind == "role":
                self._described.entitle(owner, mention.name)
        self._join(number, mention, owner, gender)
