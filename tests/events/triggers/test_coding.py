"""Type, mode and label by the words around."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.article.candidates import Candidate

CODED = [
    ("The club fired its coach.", "fire", "PERSONNEL", "dismiss"),
    ("Police fired at the crowd.", "fire", "ASSAULT", "firearms"),
    ("A fire gutted the mill.", "fire", "DISASTER", "fire"),
    ("Workers went on strike over pay.", "go on strike", "PROTEST", "strike"),
    ("An air strike destroyed the depot.", "air strike", "ASSAULT", "aerial"),
    ("Senators passed the fishing bill.", "pass", "LEGISLATE", "pass"),
    ("The group released a statement.", "statement", "STATEMENT", "say"),
    ("The militia released the hostages.", "release", "RETREAT", "release"),
    ("The firm released a new phone.", "release", "LAUNCH", "product"),
    ("Thousands marched in Harlow.", "march", "PROTEST", "demo"),
    ("The army imposed a curfew.", "curfew", "COERCE", "curfew"),
    ("The two presidents signed a treaty.", "sign", "SUPPORT", "sign"),
    ("The striker signed for the club on loan.", "sign", "SPORT", "transfer"),
    ("Shares in the bank fell 3 percent.", "fall", "MARKET", "index"),
    ("An earthquake shook the island.", "earthquake", "DISASTER", "natural"),
    ("Judges overturned the conviction.", "overturn the conviction", "RULING", "appeal"),
    ("The envoy mediated between the clans.", "mediate", "CONSULT", "third-party"),
    ("Hackers stole data in a cyberattack.", "cyberattack", "COERCE", "cyber"),
    ("The council vetoed the plan.", "veto", "REJECT", "change"),
    ("The president pardoned four sailors.", "pardon", "CONCEDE", "pardon"),
    ("Rovers beat Wanderers 3-1.", "beat", "SPORT", "result"),
    ("Guards beat the prisoner with batons.", "beat", "ASSAULT", "beat"),
    ("The bank lent the port four million.", "lend", "AID", "finance"),
    ("Divers found the wreck of a galley.", "find", "DISCOVERY", "find"),
    ("The union threatened to walk out.", "threaten", "THREATEN", "violence"),
    ("Residents fled the valley.", "flee", "MOVE", "migrate"),
]


@pytest.mark.parametrize(("text", "lemma", "kind", "mode"), CODED)
def test_the_words_around_decide(
    found: Callable[..., list[Candidate]], text: str, lemma: str, kind: str, mode: str | None
) -> None:
    """The same word has another type in other company."""
    coded = {candidate.lemma: (candidate.type, candidate.mode) for candidate in found(text)}
    assert coded.get(lemma) == (kind, mode)


def test_every_candidate_says_by_which_rule(found: Callable[..., list[Candidate]]) -> None:
    """``rule`` names type and line of the lexicon."""
    assert [candidate.rule.split(":")[0] for candidate in found("Rebels attacked the harbour.")] == ["ASSAULT"]
