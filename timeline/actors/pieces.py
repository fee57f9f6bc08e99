"""A name or role phrase while it is being put together: token ranges and what is known of them so far.

Nothing is decided here: ``names`` cuts capitalised words into pieces, ``phrases`` joins roles with names.
"""

from __future__ import annotations

from timeline.lexicons.actors import Known, Place, Role


class Piece:
    """Tokens ``first`` to ``end`` and what they are.

    Attributes:
        first, end: Token range.
        head_first, head_end: The name inside, without title.
        kind: ``person organisation country demonym nationals metonym outlet place name`` (a name of unknown kind)
            ``attribute honorific body office people unnamed pronoun other``; ``other`` names no actor ("World Cup").
        known: The entry of the lexicon.
        role: The role noun that heads it, or that is its title.
        places: Readings of a place name.
        gender: ``m``, ``f`` or None.
        country: ISO alpha-2 from entry, title or modifier.
        title: Token range of title words before the name.
        affiliation: The piece that a role or title belongs to.
        inner: The name behind its "of": Ghent of "the Belgian city of Ghent".
        adjective: Whether it is an adjective that may modify ("Israeli").
        doubt: How far it is in doubt that a person is one; see ``evidence``.
    """

    __slots__ = (
        "adjective",
        "affiliation",
        "country",
        "doubt",
        "end",
        "first",
        "gender",
        "head_end",
        "head_first",
        "inner",
        "kind",
        "known",
        "places",
        "role",
        "title",
    )

    def __init__(self, first: int, end: int, kind: str) -> None:
        self.first = self.head_first = first
        self.end = self.head_end = end
        self.kind = kind
        self.known: Known | None = None
        self.role: Role | None = None
        self.places: tuple[Place, ...] = ()
        self.gender: str | None = None
        self.country: str | None = None
        self.title: tuple[int, int] | None = None
        self.affiliation: Piece | None = None
        self.inner: Piece | None = None
        self.adjective = False
        self.doubt = 0

    def __repr__(self) -> str:
        return f"Piece({self.first}, {self.end}, {self.kind!r})"
