"""One candidate while its participants are gathered: phrases become actors or recipients, each once.

What comes in: items of an outline, each with the role that it plays. What goes out: the candidate's ``actors``,
``recipients`` and ``about``. Which item plays which role is decided in ``verb_roles`` and ``noun_roles``; whoever or
whatever undergoes is a recipient, and a noun phrase that is no actor has ``key`` None.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import FIGURE, NOUN, Item
from timeline.events.clauses.outline import Outline
from timeline.events.roles.open_pronouns import meant_by
from timeline.events.roles.owners import country_unnamed, located_country, possessor_country
from timeline.events.roles.scene import Scene
from timeline.lexicons.events import ADVERB, DETERMINER, NUMBER, PREPOSITION
from timeline.lexicons.roles import RoleRule
from timeline.values.actors import ACTOR_ROLES, ActorMention, Participant, build_participant
from timeline.values.text import build_span

_ACTOR_ROLES = frozenset(ACTOR_ROLES)
_MOST_RECIPIENTS = 4
_FAR = 100  # mentions back that "they" may reach
_LONGEST_PHRASE = 16  # tokens of a noun phrase that is no actor
_THIRD_PERSON = frozenset(("he", "she", "it"))
_TOLD = frozenset(("told", "tells", "assured", "informed"))
_ADDRESSED = 4  # words between "told" and what is said: to whom
_GENITIVE = frozenset(("'s", "'", "’", "’s"))
_EACH_OTHER = (("each", "other"), ("one", "another"))
_RELATIVES = frozenset(("who", "which"))
_LOOKING_INTO = "investigate"  # mode of inquiries
_UNDERGONE = frozenset(("of", "on", "against", "by"))  # between a deed and whose it is
_TWO = 2
_COMPARED = 4  # tokens of a phrase that compares: "more cars than Marden"
#: What a figure alone may be: "27 were hurt", but nobody in "voted 9 to 7", "ruled 2-1".
_COUNTED = frozenset(("patient", "about"))
#: Roles of rules that depend on what stands there: what somebody plays is a recipient, else this.
EITHER = {"target": "theme", "topic": "about"}
#: Roles that are the same whoever stands there: most are one of these.
_AS_THEY_ARE = frozenset(("agent", "patient", "recipient", "party", "speaker", "about", "none"))
#: Roles of rules as they are where nothing else tells more.
_PLAIN = {"host": "party", "side": "counterpart", "expeller": "none", "thing": "theme"}
_REFLEXIVE = ("self", "selves")
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_DETERMINER_NUMBER = DETERMINER | NUMBER
_PREPOSITION_ADVERB = PREPOSITION | ADVERB


class Casting:
    """The participants of one candidate while they are gathered."""

    __slots__ = ("_seen", "candidate", "number", "outline", "rule", "scene")

    def __init__(self, scene: Scene, candidate: Candidate, rule: RoleRule, outline: Outline, number: int) -> None:
        self.scene = scene
        self.candidate = candidate
        self.rule = rule
        self.outline = outline
        self.number = number
        self._seen: set[object] = set()

    def add(self, item: Item, role: str, relative: Item | None = None) -> None:
        """A phrase in its role; ``none`` and phrases that cannot play it are left out."""
        somebody = item.actor >= 0 or (role in EITHER and self.scene.country(item)[0] is not None)
        role = self._played(role, somebody=somebody)
        if role == "none" or (item.word == FIGURE and role not in _COUNTED):
            return
        if role == "about":
            tokens = self.scene.tokens
            self.candidate.about.append(build_span(tokens.starts[item.first], tokens.ends[item.end - 1]))
        elif item.actor >= 0:
            if item.end - item.first < _COMPARED or not self._is_compared(item):
                self.add_actor(item.actor, role, relative)
        elif self.scene.lowers[item.first : item.first + 2] in _EACH_OTHER:
            self._add_each_other(item, role)
        elif role not in ("party", "speaker") or (role == "party" and (self.is_national(item) or self._is_staff(item))):
            self._add_noun_phrase(item, role, relative)

    def add_all(self, items: Iterable[Item], role: str) -> None:
        """Phrases in one role."""
        for item in items:
            self.add(item, role)

    def _is_compared(self, item: Item) -> bool:
        """Whether a phrase only compares itself with an actor: "sold more cars than Marden"."""
        than = self.scene.lowers[item.first + 2 : item.end - 1]
        return "than" in than and self.scene.token_at(self.scene.mentions[item.actor].start) > item.first + 2

    def _played(self, role: str, *, somebody: bool) -> str:
        """The role that a rule's role comes to, by whether somebody or something stands there."""
        if role in _AS_THEY_ARE:
            return role
        if role in EITHER:
            return "recipient" if somebody else EITHER[role]
        if role == "undergoer":
            acts = somebody and self.candidate.type not in self.scene.rules.words.suffered
            return "agent" if acts else "patient"  # a speaker begins, a bridge collapses
        if role == "mover":
            return "agent" if somebody else "theme"  # people travel, an aircraft is flown
        return _PLAIN.get(role, role)

    def items_of(self, heads: Iterable[int]) -> list[Item]:
        """The noun phrases with these head tokens, each once: those that a parser names."""
        found = []
        for head in heads:
            number = self.outline.number_of(head)
            item = None if number is None else self.outline.items[number]
            if item is not None and item.kind == NOUN and item not in found:
                found.append(item)
        return found

    def add_actor(self, number: int, role: str, relative: Item | None = None) -> None:
        """An actor mention in its role, once an event; ``none`` and ``about`` are no roles of an actor."""
        role = self._played(role, somebody=True)
        if role in ("none", "about"):
            return
        scene = self.scene
        words = scene.rules.words
        mention = scene.mentions[number]
        key, name, country, code = mention.key, mention.name, mention.country, mention.code
        kind: str | None = mention.kind
        if country is None and mention.form != "name":
            country = country_unnamed(scene, self.outline, self.candidate, number, role)
        if mention.form == "pronoun" and mention.text.lower().endswith(_REFLEXIVE):
            return  # who acts on himself is named already
        if key is None and mention.form == "pronoun":
            if mention.plural and self._add_both(number, role):
                return
            kind = None
            source = self.candidate.attribution.source
            own = mention.text.lower() in words.first_person or self._is_speaker(mention)
            if source is not None and own:
                key, name, kind, country, code = source.key, source.name, source.kind, source.country, source.code
            elif (meant := meant_by(scene, self.outline, number)) is not None:
                key, name, kind, country, code = meant.key, meant.name, meant.kind, meant.country, meant.code
        identity = key or (mention.start, mention.end)
        if identity in self._seen:
            return
        self._seen.add(identity)
        start, end, text = mention.start, mention.end, mention.text
        if relative is not None:
            start, end = scene.tokens.starts[relative.first], scene.tokens.ends[relative.end - 1]
            text = scene.tokens.text[start:end]
        self.put(
            build_participant(
                start=start,
                end=end,
                text=text,
                name=name,
                role=role,
                kind=kind,
                key=key,
                country=country,
                code=code,
            )
        )

    def _is_speaker(self, mention: ActorMention) -> bool:
        """Whether "he" opens what somebody says: "Bey, met by Ben Firth, said he would leave"."""
        attribution = self.candidate.attribution
        if attribution.source is None or attribution.cue is None or mention.text.lower() not in _THIRD_PERSON:
            return False
        is_somebody = attribution.source.kind in ("person", "role")
        if is_somebody == (mention.text.lower() == "it"):
            return False
        between = self.scene.tokens.text[attribution.cue.end : mention.start].split()
        if mention.start < attribution.cue.end or len(between) > _ADDRESSED or "," in "".join(between):
            return False
        return between in ([], ["that"]) or attribution.cue.quote(self.scene.tokens.text).lower() in _TOLD

    def _add_each_other(self, item: Item, role: str) -> None:
        """All who act as those who undergo it too: "Chile and Peru accused each other"."""
        if role in _ACTOR_ROLES or len(self.candidate.actors) < _TWO:
            return  # parties are named already
        tokens = self.scene.tokens
        start, end = tokens.starts[item.first], tokens.ends[item.end - 1]
        for actor in self.candidate.actors:
            self.put(
                build_participant(
                    start=start,
                    end=end,
                    text=tokens.text[start:end],
                    name=actor.name,
                    role=role,
                    kind=actor.kind,
                    key=actor.key,
                    country=actor.country,
                    code=actor.code,
                )
            )

    def put_other(self, actor: Participant) -> None:
        """An actor as a recipient too, where each does it to the other."""
        self.put(
            build_participant(
                start=actor.start, end=actor.end, text=actor.text, name=actor.name, role="recipient", kind=actor.kind,
                key=actor.key, country=actor.country, code=actor.code,
            )
        )  # fmt: skip

    def add_within_trigger(self, role: str) -> None:
        """Actors within the words of the trigger: "jailed a baker for", "release of hostages"."""
        for token in range(self.candidate.first_token + 1, self.candidate.end_token):
            number = self.scene.actor_at.get(token)
            if number is not None and not self._is_scenery(token) and not self._is_own_part(number):
                self.add_actor(number, role)

    def _is_own_part(self, number: int) -> bool:
        """Whether a possessive in the words of the trigger is of whoever acts: "made its maiden flight"."""
        return self.scene.mentions[number].text in self.scene.rules.words.possessives

    def _is_scenery(self, token: int) -> bool:
        """Whether a bare noun says where or as what: "appeared in court", "was host"."""
        alone = self.scene.lowers[token] in self.scene.rules.words.alone
        return alone and (
            token == self.candidate.first_token + 1 or bool(self.scene.page.bits[token - 1] & PREPOSITION)
        )

    def add_object_within_trigger(self) -> None:
        """The thing that the words of a verbal trigger name themselves: "signed a contract", "won an order"."""
        scene, candidate = self.scene, self.candidate
        first, end = candidate.first_token + 1, candidate.end_token
        bits = scene.page.bits
        if end - first < _TWO or not bits[first] & DETERMINER or bits[end - 1] & _PREPOSITION_ADVERB:
            return
        starts, ends, text = scene.tokens.starts, scene.tokens.ends, scene.tokens.text
        start, stop = starts[first], ends[end - 1]
        name = text[starts[first + 1] : stop]
        self.put(build_participant(start=start, end=stop, text=text[start:stop], name=name, role="theme"))

    def add_source(self) -> None:
        """The speaker of a statement without a subject, as attribution found it."""
        source = self._own_source()
        if source is not None and not self.candidate.actors:
            self.candidate.actors.append(source)
            self._seen.add(source.key or (source.start, source.end))

    def is_within_source(self, item: Item) -> bool:
        """Whether a phrase stands in what "who" tells of the speaker, as attribution found him."""
        source, tokens = self._own_source(), self.scene.tokens
        if source is None or source.key is None or not source.start < tokens.starts[item.first] < source.end:
            return False
        first = self.scene.token_at(source.start)
        return any(lower in _RELATIVES for lower in self.scene.lowers[first + 1 : item.first])

    def source_behind(self) -> Participant | None:
        """The speaker of a statement where attribution found it behind the verb: "Two died, said the minister"."""
        source = self._own_source()
        behind = source is not None and source.start >= self.scene.tokens.ends[self.candidate.end_token - 1]
        return source if behind else None

    def _own_source(self) -> Participant | None:
        """Who makes the statement that a candidate is the cue of."""
        candidate = self.candidate
        if candidate.type != "STATEMENT":
            return None
        source, cue = candidate.attribution.source, candidate.attribution.cue
        if source is None or cue is None:
            return None
        starts, ends = self.scene.tokens.starts, self.scene.tokens.ends
        told = cue.start < ends[candidate.end_token - 1] and starts[candidate.first_token] < cue.end
        return source if told else None

    def _add_both(self, number: int, role: str) -> bool:
        """Put in for "they" the two actors that "and" joins shortly before: "Chile and Peru said they will talk"."""
        scene = self.scene
        pronoun = scene.mentions[number]
        if pronoun.text.lower() not in scene.rules.words.third_persons:
            return False
        for before in range(number - 1, max(0, number - 1 - _FAR), -1):
            first, second = scene.mentions[before - 1], scene.mentions[before]
            if pronoun.sentence - second.sentence > 1:
                return False
            if first.sentence != second.sentence or first.key is None or second.key is None:
                continue
            if scene.tokens.text[first.end : second.start].strip() in ("and", "and the", ", and"):
                for mention in (first, second):
                    if mention.key not in self._seen:
                        self._seen.add(mention.key)
                        self.put(
                            build_participant(
                                start=pronoun.start,
                                end=pronoun.end,
                                text=pronoun.text,
                                name=mention.name,
                                role=role,
                                kind=mention.kind,
                                key=mention.key,
                                country=mention.country,
                                code=mention.code,
                            )
                        )
                return True
        return False

    def _add_noun_phrase(self, item: Item, role: str, relative: Item | None) -> None:
        """A phrase that no actor heads: a thing that undergoes, or that acts ("the blast killed two miners")."""
        scene = self.scene
        tokens = scene.tokens
        first, end = item.first, item.end
        if first < self.candidate.end_token and self.candidate.first_token < end:
            return
        if scene.lowers[first] == "dead" and end - first == 1:
            return  # "shot dead a miner"
        number = self.outline.number_of(first) or 0
        items = self.outline.items
        # "the value of the contract": what "of" adds belongs to the phrase.
        joins = self.rule.prepositions.get("of") != "none" or role != self.rule.object
        while joins and number + 2 < len(items) and items[number + 1].word == "of" and items[number + 2].kind == NOUN:
            end = items[number + 2].end
            number += 2
            if end - first > _LONGEST_PHRASE:
                break
        while end - first > 1 and scene.lowers[end - 1] in _GENITIVE:
            end -= 1
        start, stop = tokens.starts[first], tokens.ends[end - 1]
        if (start, stop) in self._seen or len(self.candidate.recipients) >= _MOST_RECIPIENTS:
            return
        self._seen.add((start, stop))
        articles = scene.rules.words.articles
        head = first + 1 if scene.lowers[first] in articles and first + 1 < end else first
        head = self._name_tail(head, end)
        name = tokens.text[tokens.starts[head] : stop]
        text = tokens.text[start:stop]
        if relative is not None:
            start, stop = tokens.starts[relative.first], tokens.ends[relative.end - 1]
            text = tokens.text[start:stop]
        country, code = scene.country(item)
        if country is None and role not in _ACTOR_ROLES:
            country = possessor_country(scene, self.outline, first) or self.concerned_country(item)
        if country is not None and role not in _ACTOR_ROLES and self._is_own(first, country):
            country = code = None  # "closed its airspace"
        elif country is None and (role == "patient" or (role == "recipient" and self.candidate.type == "AID")):
            country = located_country(scene, self.outline, self.outline.number_of(first) or 0)
            if country is None and self.candidate.type == "SANCTION":
                country = scene.capital_of(item)  # "recalled its envoy to Santiago"
        self.put(build_participant(start=start, end=stop, text=text, name=name, role=role, country=country, code=code))

    def concerned_country(self, item: Item) -> str | None:
        """The country of what was done to whom somebody looks into: "a probe into the deaths of two Chileans"."""
        if self.candidate.mode != _LOOKING_INTO:
            return None
        items, link = self.outline.items, (self.outline.number_of(item.first) or 0) + 1
        if link + 1 >= len(items) or items[link].word not in _UNDERGONE or items[link + 1].kind != NOUN:
            return None
        country = self.scene.country(items[link + 1])[0]
        return None if any(actor.country == country for actor in self.candidate.actors) else country

    def is_national(self, item: Item) -> bool:
        """Whether a nation's adjective opens a phrase: "Danish ships", "the Danish navy ships"."""
        scene = self.scene
        for token in (item.first, item.first + 1):
            number = scene.actor_at.get(token)
            if number is not None:
                return scene.mentions[number].form == "country" and scene.actor_ends[number] < item.end
        return False

    def _is_staff(self, item: Item) -> bool:
        """Whether a phrase names people of an office: "two of the mayor's aides"."""
        return self.scene.lowers[item.end - 1] in self.scene.rules.words.staff

    def _is_own(self, first: int, country: str) -> bool:
        """Whether a phrase begins with "its" or "their", and who acts is of the country that it gives."""
        number = self.scene.actor_at.get(first)
        if number is None or self.scene.mentions[number].form != "pronoun":
            return False
        return any(actor.country == country for actor in self.candidate.actors)

    def _name_tail(self, first: int, end: int) -> int:
        """Where a proper name at the end of a phrase begins: "the new Comet 3G" is called "Comet 3G"."""
        words, bits = self.scene.words, self.scene.page.bits
        while first + 1 < end and bits[first] & _DETERMINER_NUMBER and words[first + 1][0].isupper():
            first += 1  # "First Comet 3G"
        place = end
        while place > first and (
            words[place - 1] != words[place - 1].lower() or words[place - 1][0].isdigit() or words[place - 1] == "-"
        ):
            place -= 1
        tail = words[place:end]
        if place == first or not any(word[0].isalpha() and word != word.lower() for word in tail):
            return first
        return place + 1 if words[place] == "-" and place + 1 < end else place

    def put(self, participant: Participant) -> None:
        """A participant as it is, among actors or recipients by its role."""
        if participant.role in _ACTOR_ROLES:
            self.candidate.actors.append(participant)
        else:
            self.candidate.recipients.append(participant)
