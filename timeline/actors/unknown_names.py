"""Names of no known kind to persons, places, bodies or nobody: whom an article means, by what stands beside them.

What comes in: all pieces of an article and its tokens. What goes out: nothing; the pieces are changed, all of one name
alike. "Garron, who was born in Malvo" is a person, "the battle of Narda" a place, "the Orvadians" a people, "Doven
said" a body. A name that nothing speaks for and that does nothing ("a can of Crispels") names no actor. What speaks
for what is read in ``name_clues``; names that may be a person's by their words are decided in ``evidence``, names that
others of the article explain in ``surroundings``.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.actors.name_clues import NameClues
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import PLACE_FIRST
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.text import TokenizedText

_Name = tuple[str, ...]


def sort_out(pieces: Iterable[Piece], tokens: TokenizedText, lexicon: ActorLexicon) -> None:
    """Give each name of unknown kind the kind that its article shows, or none.

    In "Garron fled to Narda. Garron, who was 40, had bought a Crispel." the piece Garron becomes a person, Narda a
    place, and Crispel is no actor.
    """
    cast = _Names(pieces, tokens, lexicon)
    unexplained, alone = cast.unexplained(), cast.alone()
    if not unexplained and not alone and not cast.acronyms:
        return
    clues = NameClues(tokens, lexicon)
    for found in cast.acronyms.values():
        if clues.abbreviates_thing(found):
            for piece in found:
                piece.kind = "other"
    for found in alone:
        if not clues.is_person(found):
            for piece in found:
                piece.kind = "other"
    families = {word + ending for word in cast.people for ending in ("s", "es")}  # "the Linds"
    lone: set[str] = set()
    for name in unexplained:
        found = cast.unknown[name]
        kind = cast.told(name)
        if kind is None:
            kind = clues.kind(name, found, families)
            if len(name) == 1:
                if kind == "person" or (kind == "name" and not name[0].endswith("s")):
                    lone.add(name[0])
            elif name[-1] in lone and kind in ("other", "name") and not clues.names_body(name):
                kind = "person"  # "Teddy Goff" and later "Goff said"
            if kind == "other" and name[-1] in cast.served:
                continue
        if kind != "name":
            for piece in found:
                piece.kind = kind
    for last, name in cast.clubs.items():
        kind = cast.unknown[name][0].kind
        for piece in cast.unknown.get((last,), ()):
            if piece.kind == "other":
                piece.kind = kind  # "the Falcons" are what the Harlow Falcons are


class _Names:
    """The names of an article, and what they say of each other.

    Attributes:
        acronyms: Unknown names in capitals, with their pieces.
        unknown: Names of no known kind, with their pieces.
        clubs: Plurals that such names end in, with the names.
        people: Words of the names of persons.
        served: Last words of those whom somebody works for: "Doven spokesman".
    """

    __slots__ = (
        "_explained",
        "_given",
        "_located",
        "_named_behind",
        "_things",
        "acronyms",
        "clubs",
        "people",
        "served",
        "unknown",
    )

    def __init__(self, pieces: Iterable[Piece], tokens: TokenizedText, lexicon: ActorLexicon) -> None:
        words, capitals = tokens.words, lexicon.capitals
        self.unknown: dict[_Name, list[Piece]] = {}
        self.acronyms: dict[str, list[Piece]] = {}
        self.clubs: dict[str, _Name] = {}
        self.people: set[str] = set()
        self.served: set[str] = set()
        self._given: dict[_Name, list[Piece]] = {}
        self._explained: set[str] = set()
        self._located: set[str] = set()
        self._named_behind: set[str] = set()
        self._things: set[_Name] = set()
        for piece in pieces:
            kind, of = piece.kind, piece.affiliation
            if kind == "name":
                if piece.title is None and piece.known is None:
                    self.unknown.setdefault(words[piece.head_first : piece.head_end], []).append(piece)
            elif kind == "place":
                if piece.end - piece.first > 1 and capitals.get(words[piece.first], 0) & PLACE_FIRST:
                    self._located.add(words[piece.end - 1])  # "Lower Tolmin"
            elif kind == "person":
                name = words[piece.head_first : piece.head_end]
                if len(name) > 1 or piece.title is not None:
                    self.people.update(name)
                else:
                    self._given.setdefault(name, []).append(piece)
            elif kind == "organisation" or kind == "outlet":
                self._explained.update(words[piece.head_first : piece.head_end])
                if piece.known is None and piece.end - piece.first == 1 and words[piece.first].isupper():
                    self.acronyms.setdefault(words[piece.first], []).append(piece)
            elif kind == "other":
                self._things.add(words[piece.first + 1 : piece.end])  # "MV Sea Aster"
            if of is not None and (of.kind == "name" or of.kind == "person"):
                self._note_served(piece, of, words[of.end - 1], words[of.head_end - 1])
        self._explained |= self.people

    def _note_served(self, piece: Piece, of: Piece, last: str, head: str) -> None:
        """Note what a role says of whom it belongs to, by the last words of that name."""
        known = name_evidence()
        role = piece.role.word if piece.role is not None else ""
        if of.kind == "person":
            self._named_behind.add(head)  # "ministers such as Ada Reed"
        elif role in known.owned_by_persons:
            self._named_behind.add(last)  # "Dessian's widow"
        elif role in known.place_nouns:
            self._located.add(last)  # "mayor of Tolmin"
        elif role not in known.titles_of_bodies:
            self.served.add(last)

    def unexplained(self) -> list[_Name]:
        """The unknown names that no other name of the article explains, short ones first."""
        explained, people = self._explained, self.people
        for name in self.unknown:
            if len(name) == 1:
                continue
            if name[0].lower() in name_evidence().openers_of_bodies:
                explained.update(name)  # "Belmonte" of "Real Belmonte"
            if name[-1].endswith("s"):
                self.clubs[name[-1]] = name
        left = [name for name in self.unknown if name[-1] not in (explained if len(name) == 1 else people)]
        left.sort(key=len)
        return left

    def alone(self) -> list[list[Piece]]:
        """The pieces of given names that stand by themselves and belong to no other name."""
        return [found for name, found in self._given.items() if name[0] not in self._explained]

    def told(self, name: _Name) -> str | None:
        """What another name or a role says that a name is; None where none does."""
        if name in self._things:
            return "other"
        if name[-1] in self._located:
            return "place"
        return "person" if name[-1] in self._named_behind else None
