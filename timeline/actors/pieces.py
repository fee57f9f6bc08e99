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

    # What is known of most pieces is nothing: the class says so, and an object only what is known of it.
    known: Known | None = None
    role: Role | None = None
    places: tuple[Place, ...] = ()
    gender: str | None = None
    country: str | None = None
    title: tuple[int, int] | None = None
    affiliation: Piece | None = None
    inner: Piece | None = None
    adjective: bool = False
    doubt: int = 0

    def __init__(self, first: int, end: int, kind: str) -> None:
        self.first = self.head_first = first
        self.end = self.head_end = end
        self.kind = kind

    def __repr__(self) -> str:
        return f"Piece({self.first}, {self.end}, {self.kind!r})"
