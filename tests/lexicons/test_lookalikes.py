"""Words of everyday news that name no event, or one of another type: our own sentences, a class of words each."""

from __future__ import annotations

import pytest

from timeline import parse

# Sentence, and the type that its words could be taken for.
SILENT = [
    ("Riot police lined the square in Harlow.", "PROTEST"),
    ("Officers in riot gear guarded the bank.", "PROTEST"),
    ("Amnesty International praised the judges.", "CONCEDE"),
    ("The National Crime Agency has opened an office in Tarnwick.", "CRIME"),
    ("The Murder Squad has moved to a new building.", "ASSAULT"),
    ("A charity found them a flat.", "AID"),
    ("The crew will bring the samples back to Earth in June.", "SUPPORT"),
    ("The drill jammed at noon.", "COERCE"),
    ("The printer jammed again.", "COERCE"),
    ("Shooting begins in Tarnwick in May, and the film is due out next year.", "ASSAULT"),
    ("The hospital cancelled 300 operations last week.", "INJURY"),
    ("Routine surgery was postponed in Harlow.", "INJURY"),
    ("The clerk read the finance bill aloud.", "LEGISLATE"),
    ("Under the contract, the firm must pay by Friday.", "ACCUSE"),
    ("Under the contract, the tenant keeps the garden.", "BUSINESS"),
    ("The council backs the plan for a new pool.", "LEGISLATE"),
    ("The ministry accused the firm of abusing visa rules.", "ASSAULT"),
    ("The general asked the army to step up surveillance.", "ACCUSE"),
    ("Engineers inspected the bridge in May.", "ACCUSE"),
    ("The king inspected a shoe factory.", "ACCUSE"),
    ("The mill employs 900 people in Harlow.", "PERSONNEL"),
    ("The carmaker recalled 9,000 vehicles.", "RETREAT"),
    ("The editor, who took over in May, may leave.", "BUSINESS"),
    ("The author offered to pay the rent.", "LAUNCH"),
    ("The closure will save £40,000 a year.", "AID"),
    ("She saved two match points.", "AID"),
    ("The embassy warned citizens to avoid the harbour.", "THREATEN"),
    ("Doctors warned that the wards were full.", "THREATEN"),
    ("Hospitals were warned twice about the old pipes.", "THREATEN"),
    ("The team, led by Dr Mara Voss, found a comet.", "SPORT"),
    ("The lander is upright and it is talking to us.", "CONSULT"),
    ("A European probe the size of a van touched down on the asteroid.", "ACCUSE"),
    ("A councillor called the vote a disgrace.", "VOTE"),
    ("The baker was arrested on suspicion of driving while drunk.", "MOVE"),
    ("The call urged both sides to return to talks.", "MOVE"),
    ("Residents signed a petition against the road.", "SUPPORT"),
    ("The minister called the sale a threat to national security.", "THREATEN"),
    ("The coach left an hour after the final whistle.", "SPORT"),
    ("The defending champion has moved to Harlow.", "SPORT"),
    ("Top seed Ilse Brandt withdrew from the women's draw.", "DISASTER"),
    ("He withdrew with a stomach virus.", "DISASTER"),
    ("Holt stuns champion Brandt to reach Harlow final", "SUPPORT"),
    ("The bridge was last inspected in May.", "ACCUSE"),
    ("The hospital group cancelled 300 operations.", "BUSINESS"),
]

# Sentence, the word that names an event, its type and its label.
TYPED = [
    ("The ballad was sung in the shipyard strikes.", "shipyard strikes", "PROTEST", "strike"),
    ("The council backs the plan for a new pool.", "backs", "SUPPORT", "support"),
    ("The king inspected a shoe factory.", "inspected", "CONSULT", "visit"),
    ("The union champions the cause of the dockers.", "champions", "SUPPORT", "support"),
    ("She is to have surgery next month.", "surgery", "INJURY", "medical operation"),
    ("Detectives inspected the cellar.", "inspected", "ACCUSE", "inspection"),
    ("The carmaker recalled 9,000 vehicles.", "recalled", "BUSINESS", "product recall"),
    ("The carmaker cut its forecast.", "cut", "BUSINESS", "forecast change"),
    ("Shares fell as Brandt Motors cut its annual forecast.", "cut", "BUSINESS", "forecast change"),
    ("The chief executive, who took over in May, may leave.", "took over", "PERSONNEL", "appointment"),
    ("The author offered to pay the rent.", "offered", "AGREE", "offer"),
    ("The tenant paid the baker nine pounds.", "paid", "BUSINESS", "payment"),
    ("The embassy warned citizens to avoid the harbour.", "warned", "STATEMENT", "warning"),
    ("The kingdom warned its neighbour that it would use force.", "warned", "THREATEN", "threat"),
    ("The singer married a cricketer last month.", "married", "CEREMONY", "wedding"),
    ("Rovers manager Jan Holt was sacked after the match.", "sacked", "PERSONNEL", "dismissal"),
    ("Rovers edge Wanderers 4-3.", "edge", "SPORT", "match result"),
    ("The probe landed on the asteroid on Monday.", "landed on the asteroid", "LAUNCH", "space landing"),
    ("The army stepped up surveillance of the coast.", "surveillance", "COERCE", "surveillance"),
    ("Lawmakers rejected the bill.", "rejected", "REJECT", "rejection"),
    ("The senate backed the bill.", "backed", "LEGISLATE", "law"),
    ("The firm won a contract worth $9 million.", "won a contract", "BUSINESS", "contract"),
    ("The rebels jammed radio broadcasts.", "jammed", "COERCE", "censorship"),
    ("Firefighters saved six people.", "saved", "AID", "rescue"),
    ("A gunman shot a film director dead in Harlow.", "shot", "ASSAULT", "shooting"),
]


@pytest.mark.parametrize(("text", "kind"), SILENT)
def test_no_event_of_the_type(text: str, kind: str) -> None:
    """Where a look-alike stands, nothing of its type is found."""
    assert kind not in {mention.type for mention in parse(text).mentions}


@pytest.mark.parametrize(("text", "trigger", "kind", "label"), TYPED)
def test_the_type_that_it_has(text: str, trigger: str, kind: str, label: str) -> None:
    """The word names an event, of this type and label."""
    assert (trigger, kind, label) in {(mention.text, mention.type, mention.label) for mention in parse(text).mentions}
