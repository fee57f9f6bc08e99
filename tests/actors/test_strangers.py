"""A last name that the tables know is nobody's where the article names somebody else of that name."""

from __future__ import annotations

import pytest

from timeline import parse


def speakers(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, key and code of those who say something."""
    return [
        (who.name, who.key, who.code) for one in parse(text).mentions if one.type == "STATEMENT" for who in one.actors
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Greenspan said rates would rise.", ("Alan Greenspan", "alan-greenspan", "USAGOV")),
        ("Peter Greenspan resigned. Greenspan said he was tired.", ("Greenspan", None, None)),
        ("Mark Putin resigned. Putin said no.", ("Putin", None, None)),
        ("President Putin met Lyudmila Putin. Putin said no.", ("Vladimir Putin", "vladimir-putin", "RUSGOV")),
        (
            "Alan Greenspan met Peter Holm. Greenspan said rates would rise.",
            ("Alan Greenspan", "alan-greenspan", "USAGOV"),
        ),
        ("Peter Churchill resigned. Churchill said he was tired.", ("Peter Churchill", "peter-churchill", None)),
    ],
)
def test_the_tables_name_nobody_whom_the_article_may_not_mean(
    text: str, speaker: tuple[str, str | None, str | None]
) -> None:
    """A title or the full name is enough for the known one; else a namesake leaves it open."""
    assert speakers(text) == [speaker]
