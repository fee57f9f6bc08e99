"""Frames to participants: who acts, who undergoes, where, and what a statement is about.

What comes in: candidates with their frames, the actors and places of the article. What goes out: the candidates with
``actors``, ``recipients``, ``places`` and ``about`` filled. Which part of a clause plays which role is data
(``en/roles.toml``); how a clause is cut is decided in ``clauses``. Whoever or whatever undergoes an event is a recipient,
name or noun phrase alike; a noun phrase that is no actor has ``key`` None.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.frames import Frame, TokenRange
from timeline.lexicons.roles import RoleLexicon, RoleRule, role_rules
from timeline.values.actors import ActorMention, EventPlace, Participant, PlaceMention
from timeline.values.text import Span, TokenizedText

_ACTOR_ROLES = frozenset(("agent", "speaker", "party"))
_MOST_RECIPIENTS = 4
_LONGEST_PHRASE = 14  # tokens of a noun phrase that is no actor
_VENUE = frozenset(("in", "at", "near", "inside", "across", "throughout", "within", "outside", "around", "on", "over"))
_TOWARDS = frozenset(("to", "into", "towards", "toward", "for", "onto"))
_AND = frozenset(("and", "&", "or", "as", "well"))
_ARTICLES = frozenset(("the", "a", "an"))
_QUOTES = frozenset("\"“”‘’«»'")
_DETERMINERS = frozenset(
    "the a an this that these those his her their its our my your some any no all both many several few most more every each"
    " another two three four five six seven eight nine ten at up nearly almost over about around least".split()
)
_FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))


class Phrase:
    """A noun phrase of a clause: tokens, the preposition before it, and the actors that head it."""

    __slots__ = ("actors", "end", "first", "preposition")

    def __init__(self, first: int, end: int, preposition: str | None, actors: list[int]) -> None:
        self.first = first
        self.end = end
        self.preposition = preposition
        self.actors = actors


class _Article:
    """Actors and places of one article by token."""

    __slots__ = ("actor_at", "actor_ends", "lowers", "mentions", "place_at", "place_ends", "places", "rules", "tokens", "verbs", "words")

    def __init__(
        self,
        candidates: Sequence[Candidate],
        tokens: TokenizedText,
        mentions: Sequence[ActorMention],
        places: Sequence[PlaceMention],
        rules: RoleLexicon,
    ) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.mentions = mentions
        self.places = places
        self.rules = rules
        self.actor_at: dict[int, int] = {}
        self.actor_ends: list[int] = []
        for number, mention in enumerate(mentions):
            first, end = tokens.token_range(mention.start, mention.end)
            self.actor_at[first] = number
            self.actor_ends.append(end)
        self.place_at: dict[int, int] = {}
        self.place_ends: list[int] = []
        for number, place in enumerate(places):
            first, end = tokens.token_range(place.start, place.end)
            self.place_at[first] = number
            self.place_ends.append(end)
        # Tokens that are no part of a noun phrase: verbs, auxiliaries, governors.
        self.verbs: set[int] = set()
        for candidate in candidates:
            frame = candidate.frame
            if candidate.reading == "verb":
                self.verbs.update(range(candidate.first_token, candidate.end_token))
            self.verbs.update(frame.auxiliaries)
            if frame.governor >= 0 and frame.relation != "noun":
                self.verbs.add(frame.governor)
            if candidate.light >= 0:
                self.verbs.add(candidate.light)

    # ------------------------------------------------------------------------------------------------ phrases

    def phrases(self, first: int, end: int) -> list[Phrase]:
        """The noun phrases of a token range, in order, coordinated ones as neighbours with the same preposition.

        In "Ruth Vey and the miners of Harlow": ``Ruth Vey``, ``the miners of Harlow``, both without a preposition.
        """
        found: list[Phrase] = []
        lowers, words = self.lowers, self.words
        prepositions, ends = self.rules.prepositions, self.rules.ends
        actor_at, actor_ends, place_at, place_ends = self.actor_at, self.actor_ends, self.place_at, self.place_ends
        preposition: str | None = None
        begin = -1
        head: int | None = None
        token = first
        while token < end:
            number = actor_at.get(token)
            if number is not None and actor_ends[number] <= end:
                if begin < 0:
                    begin = token
                head = number
                token = actor_ends[number]
                continue
            lower = lowers[token]
            if lower in prepositions and token not in place_at:
                if lower == "of" and begin >= 0:
                    # "the edge of town": the phrase goes on, its head stays.
                    if head is None or actor_ends[head] != token:
                        after = self._of_end(token + 1, end)
                        found.append(Phrase(begin, after, preposition, []))
                        begin, head = -1, None
                        token = after
                        continue
                if begin >= 0:
                    found.append(self._phrase(begin, token, preposition, head))
                preposition, begin, head = lower, -1, None
                token += 1
                continue
            if token in self.verbs or lower in ends and not (begin < 0 and lower in ("last", "next")):
                if begin >= 0:
                    found.append(self._phrase(begin, token, preposition, head))
                begin, head = -1, None
                preposition = "" if token in self.verbs or lower in self.rules.relatives else preposition and ""
                token += 1
                continue
            if lower in _AND or not words[token][0].isalnum() and words[token] not in "$£€%'’-–#" and lower != "'s":
                if begin >= 0:
                    found.append(self._phrase(begin, token, preposition, head))
                    begin, head = -1, None
                if words[token] not in (",", "and", "&", "or", "(", ")"):
                    if words[token] not in _QUOTES:
                        preposition = "" if preposition is None and found else preposition
                token += 1
                continue
            if begin < 0:
                begin = token
            token += 1
        if begin >= 0:
            found.append(self._phrase(begin, end, preposition, head))
        return found

    def _of_end(self, token: int, end: int) -> int:
        """The end of an "of" phrase inside a larger one."""
        begin = token
        while token < end and token - begin < _LONGEST_PHRASE:
            number = self.actor_at.get(token)
            if number is not None and self.actor_ends[number] <= end:
                token = self.actor_ends[number]
                continue
            lower = self.lowers[token]
            if (
                lower in self.rules.prepositions and lower != "of"
                or lower in self.rules.ends
                or lower in _AND
                or token in self.verbs
                or not self.words[token][0].isalnum() and self.words[token] not in "$£€%'’-–#" and lower != "'s"
            ):
                break
            token += 1
        return token

    def _phrase(self, begin: int, end: int, preposition: str | None, head: int | None) -> Phrase:
        if head is not None and self.actor_ends[head] == end:
            return Phrase(begin, end, preposition, [head])
        return Phrase(begin, end, preposition, [])


def assign(
    candidates: Sequence[Candidate],
    tokens: TokenizedText,
    actor_mentions: Sequence[ActorMention],
    place_mentions: Sequence[PlaceMention],
    rules: RoleLexicon | None = None,
) -> None:
    """Fill ``actors``, ``recipients``, ``places`` and ``about`` of the candidates.

    Of ``accused`` in "The union accused the mill of fraud": agent ``The union``, recipient ``the mill``. Of ``attack`` in
    "the rebels' attack on the depot": agent ``the rebels``, patient ``the depot``.

    Args:
        candidates: In text order, with frames; attribution may be there already and is left alone.
        actor_mentions: Resolved actors in text order.
        place_mentions: Places in text order.
        rules: Role rules; None takes those of the package.
    """
    rules = rules or role_rules()
    article = _Article(candidates, tokens, actor_mentions, place_mentions, rules)
    for candidate in candidates:
        rule = rules.rule(candidate.type, candidate.mode, candidate.lemma, candidate.reading)
        _Assignment(article, candidate, rule).run()


class _Assignment:
    """The participants of one candidate while they are gathered."""

    __slots__ = ("_article", "_candidate", "_rule", "_seen")

    def __init__(self, article: _Article, candidate: Candidate, rule: RoleRule) -> None:
        self._article = article
        self._candidate = candidate
        self._rule = rule
        self._seen: set[object] = set()

    def run(self) -> None:
        candidate, frame, rule = self._candidate, self._candidate.frame, self._rule
        if candidate.reading == "verb":
            self._verb(frame, rule)
        else:
            self._noun(frame, rule)
        self._obliques(frame, rule)
        self._places(frame)

    # ------------------------------------------------------------------------------------------------- clauses

    def _verb(self, frame: Frame, rule: RoleRule) -> None:
        passive = frame.voice == "passive"
        subject = self._subject_phrases(frame)
        subject_role = rule.object if passive else rule.subject
        if passive and subject_role == "none":
            subject_role = "theme"
        if subject_role == "undergoer":
            subject_role = "agent" if frame.object is not None else "patient"
        if rule.types == ("MARKET",) and subject_role == "patient":
            subject_role = "theme"
        for phrase in subject:
            self._add(phrase, subject_role, frame)
        if passive:
            if frame.agent is not None:
                for phrase in self._coordinated(self._article.phrases(*frame.agent)):
                    self._add(phrase, "agent" if rule.subject == "undergoer" else rule.subject, frame)
        elif frame.object is not None and rule.object != "none":
            self._objects(frame, rule)

    def _objects(self, frame: Frame, rule: RoleRule) -> None:
        assert frame.object is not None
        first, end = frame.object
        article = self._article
        phrases = self._coordinated(article.phrases(first, end))
        for phrase in phrases[:_MOST_RECIPIENTS]:
            self._add(phrase, rule.object, frame)

    def _noun(self, frame: Frame, rule: RoleRule) -> None:
        article = self._article
        if frame.possessor is not None and rule.possessor != "none":
            first, end = frame.possessor
            possessive = end < len(article.words) and article.lowers[end] in ("'s", "'", "’")
            pronoun = end - first == 1 and article.actor_at.get(first) is not None
            for phrase in self._coordinated(article.phrases(first, end)):
                if phrase.actors and (possessive or pronoun or article.actor_ends[phrase.actors[-1]] == end or True):
                    self._add(phrase, rule.possessor, frame)
                elif possessive:
                    self._add(phrase, rule.possessor, frame)
                else:
                    inner = [
                        number
                        for token in range(phrase.first, phrase.end)
                        if (number := article.actor_at.get(token)) is not None and article.actor_ends[number] <= phrase.end
                    ]
                    for number in inner[:1]:
                        self._add_actor(number, rule.possessor)
        if frame.agent is not None:
            role = rule.prepositions.get("by", "agent")
            if role != "none":
                for phrase in self._coordinated(article.phrases(*frame.agent)):
                    self._add(phrase, role, frame)
        if frame.subject is not None and self._candidate.light >= 0:
            for phrase in self._subject_phrases(frame):
                self._add(phrase, rule.subject, frame)

    def _obliques(self, frame: Frame, rule: RoleRule) -> None:
        prepositions = rule.prepositions
        article = self._article
        for preposition, (first, end) in frame.obliques:
            role = prepositions.get(preposition)
            if role is None or role == "none" or preposition == "by":
                continue
            if first in article.place_at and role not in ("patient", "party", "recipient"):
                continue
            if role == "about":
                self._candidate.about.append(Span(start=article.tokens.starts[first], end=article.tokens.ends[end - 1]))
                continue
            for phrase in self._coordinated(article.phrases(first, end)):
                if role in _ACTOR_ROLES and not phrase.actors:
                    continue
                self._add(phrase, role, frame)

    def _coordinated(self, phrases: list[Phrase]) -> list[Phrase]:
        """The first phrase and those joined to it; a phrase with another preposition ends them."""
        if not phrases:
            return []
        lead = phrases[0].preposition
        joined = []
        for phrase in phrases:
            if phrase.preposition != lead:
                break
            joined.append(phrase)
        return joined

    # ------------------------------------------------------------------------------------------------ subjects

    def _subject_phrases(self, frame: Frame) -> list[Phrase]:
        """The noun phrases that act, found in the frame's subject range."""
        if frame.subject is None:
            return []
        first, end = frame.subject
        article = self._article
        governor = frame.governor
        if first <= governor < end:
            after = article.phrases(governor + 1, end)
            lemma_like = article.lowers[governor]
            if after and _controls(lemma_like, article.rules):
                acting = [phrase for phrase in after if phrase.preposition in (None, "on", "for", "upon", "to")]
                if acting:
                    return acting[:1]
            end = governor
        phrases = article.phrases(first, end)
        if not phrases:
            return []
        if phrases[0].preposition is None:
            return self._coordinated(phrases)
        bare = [phrase for phrase in phrases if phrase.preposition in (None, "")]
        return bare[:1]

    # ------------------------------------------------------------------------------------------------- filling

    def _add(self, phrase: Phrase, role: str, frame: Frame) -> None:
        if role == "none":
            return
        if role == "undergoer":
            role = "patient"
        if phrase.actors:
            relative = self._relative(phrase, frame)
            for number in phrase.actors:
                self._add_actor(number, role, relative)
            return
        self._add_noun_phrase(phrase, role, frame)

    def _relative(self, phrase: Phrase, frame: Frame) -> int:
        """The relative pronoun through which a phrase acts ("who" in "the miners who left"), -1 without one."""
        article = self._article
        token = frame.trigger[0] - 1
        floor = max(phrase.end, frame.clause_first - 1)
        while token >= floor:
            if article.lowers[token] in article.rules.relatives and article.lowers[token] != "that":
                return token if token - phrase.end <= 1 else -1
            token -= 1
        return -1

    def _add_actor(self, number: int, role: str, relative: int = -1) -> None:
        article = self._article
        mention = article.mentions[number]
        identity = mention.key or (mention.start, mention.end)
        if mention.outlet and role != "speaker" and role in _ACTOR_ROLES and False:
            return
        if identity in self._seen:
            return
        self._seen.add(identity)
        start, end, text = mention.start, mention.end, mention.text
        if relative >= 0:
            start, end = article.tokens.starts[relative], article.tokens.ends[relative]
            text = article.words[relative]
        participant = Participant(
            start=start,
            end=end,
            text=text,
            name=mention.name,
            role=role,
            kind=mention.kind if mention.key is not None or mention.form != "pronoun" else None,
            key=mention.key,
            country=mention.country,
            code=mention.code,
        )
        target = self._candidate.actors if role in _ACTOR_ROLES else self._candidate.recipients
        target.append(participant)

    def _add_noun_phrase(self, phrase: Phrase, role: str, frame: Frame) -> None:
        """A phrase that no actor heads: a thing that undergoes, or that acts ("the blast killed two miners")."""
        article = self._article
        first, end = phrase.first, min(phrase.end, phrase.first + _LONGEST_PHRASE)
        tokens = article.tokens
        while first < end and not article.words[first][0].isalnum():
            first += 1
        if first >= end or frame.trigger[0] < end and first < frame.trigger[1]:
            return
        start, stop = tokens.starts[first], tokens.ends[end - 1]
        if (start, stop) in self._seen or len(self._candidate.recipients) >= _MOST_RECIPIENTS:
            return
        self._seen.add((start, stop))
        head = first + 1 if article.lowers[first] in _ARTICLES and first + 1 < end else first
        participant = Participant(
            start=start,
            end=stop,
            text=tokens.text[start:stop],
            name=tokens.text[tokens.starts[head] : stop],
            role=role,
        )
        target = self._candidate.actors if role in _ACTOR_ROLES else self._candidate.recipients
        target.append(participant)

    # -------------------------------------------------------------------------------------------------- places

    def _places(self, frame: Frame) -> None:
        article = self._article
        spans: list[TokenRange] = [span for _, span in frame.obliques]
        roles = [preposition for preposition, _ in frame.obliques]
        for preposition, (first, end) in zip(roles, spans, strict=True):
            token = first
            while token < end and token not in article.place_at:
                if token in article.actor_at:
                    break
                token += 1
            number = article.place_at.get(token)
            if number is None or token >= end:
                continue
            if token > first and preposition not in _VENUE and preposition not in _TOWARDS and preposition != "from":
                continue
            role = self._place_role(preposition)
            if role is not None:
                self._candidate.places.append(_event_place(article.places[number], role))

    def _place_role(self, preposition: str) -> str | None:
        if self._candidate.type == "STATEMENT" and preposition not in ("in", "at"):
            return None
        if preposition in _VENUE:
            return "venue"
        if preposition in _TOWARDS:
            moving = self._candidate.type in self._article.rules.moving or self._candidate.mode == "visit"
            return "destination" if moving else None
        if preposition == "from":
            return "origin"
        return None


def _event_place(place: PlaceMention, role: str) -> EventPlace:
    return EventPlace(
        start=place.start,
        end=place.end,
        text=place.text,
        name=place.name,
        role=role,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _controls(lower: str, rules: RoleLexicon) -> bool:
    """Whether a verb form is one whose object acts in the infinitive after it."""
    control = rules.object_control
    return (
        lower in control
        or lower.endswith("ed") and (lower[:-2] in control or lower[:-1] in control)
        or lower.endswith("s") and lower[:-1] in control
        or lower.endswith("ing") and (lower[:-3] in control or lower[:-3] + "e" in control)
        or lower in ("told", "made", "forbade", "led", "taught", "got")
    )
