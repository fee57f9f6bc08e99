"""Which words date which event of a sentence: one row for each way in which a date can stand with a verb or a noun."""

from __future__ import annotations

import pytest

from timeline.pipeline import parse
from timeline.values.events import Mention

PUBLISHED = "2024-02-28"  # a Wednesday

#: Text, trigger, date, bound, basis and the rule by which the words were chosen.
DATED = (
    # a day in the clause of its verb, whatever stands between
    ("The council voted on Monday to close the school.", "voted", "2024-02-26", "on", "weekday+published", "clause"),
    ("The council on Monday rejected the plan.", "rejected", "2024-02-26", "on", "weekday+published", "clause"),
    ("Police, on Monday, arrested three men.", "arrested", "2024-02-26", "on", "weekday+published", "sentence"),
    ("The bank cut its rate on 14 February.", "cut", "2024-02-14", "on", "explicit+published", "clause"),
    ("Striking drivers blocked the bridge yesterday.", "blocked", "2024-02-27", "on", "relative+published", "clause"),
    ("Voters elected Anna Brask in November 2019.", "elected", "2019-11", "on", "explicit", "clause"),
    ("The mill burned down in 1987.", "burned", "1987", "on", "explicit", "clause"),
    ("Rebels shelled the harbour at dawn on Sunday.", "shelled", "2024-02-25", "on", "weekday+published", "clause"),
    ("The ferry sank last week, killing four people.", "sank", "2024-02-19/2024-02-25", "on", "relative+published", "clause"),
    ("The ferry sank last week, killing four people.", "killing", "2024-02-19/2024-02-25", "on", "relative+published", "clause"),
    ("Two miners died on Tuesday and a third was injured.", "died", "2024-02-27", "on", "weekday+published", "clause"),
    ("Troops entered the town early on Friday.", "entered", "2024-02-23", "on", "weekday+published", "clause"),
    ("The minister resigned two days ago.", "resigned", "2024-02-26", "on", "relative+published", "clause"),
    ("The union will strike on 4 March.", "strike", "2024-03-04", "on", "explicit+published", "clause"),
    ("Leaders are to meet on Thursday.", "meet", "2024-02-29", "on", "weekday+published+tense", "clause"),
    ("The envoy is expected to visit Harlow next week.", "visit", "2024-03-04/2024-03-10", "on", "relative+published", "clause"),
    ("Officials met from Monday to Wednesday.", "met", "2024-02-26/2024-02-28", "on", "weekday+published", "clause"),
    ("The strike lasted from 3 to 7 February.", "strike", "2024-02-03/2024-02-07", "on", "explicit+published", "clause"),
    ("Protests have continued since Monday.", "Protests", "2024-02-26/..", "on", "weekday+published", "clause"),
    ("The army withdrew in late January.", "withdrew", "2024-01-22~/2024-01-31~", "on", "explicit+published", "clause"),
    ("The two sides clashed between 5 and 9 February.", "clashed", "2024-02-05/2024-02-09", "on", "explicit+published", "clause"),
    # what opens a sentence speaks for its finished deeds
    ("On Tuesday, police arrested two men and seized a boat.", "arrested", "2024-02-27", "on", "weekday+published", "sentence"),
    ("On Tuesday, police arrested two men and seized a boat.", "seized", "2024-02-27", "on", "weekday+published", "sentence"),
    ("In Harlow trading yesterday, shares of Brix fell 3%.", "fell", "2024-02-27", "on", "relative+published", "sentence"),
    ("In heavy trading on the Harlow exchange on Monday, Brix shares rose 4%.", "rose", "2024-02-26", "on", "weekday+published", "sentence"),
    ("Last month, the company dismissed 40 workers.", "dismissed", "2024-01", "on", "relative+published", "clause"),
    ("In 2019 the court freed him, and the state paid him damages.", "freed", "2019", "on", "explicit", "clause"),
    ("Yesterday the two governments signed an accord.", "signed", "2024-02-27", "on", "relative+published", "clause"),
    # a phase and what it is a phase of
    ("The company began selling the vaccine in July.", "selling", "2023-07", "on", "explicit+published", "clause"),
    # what passed is of the verb that is done, what is to come of what shall be done
    ("All ministers voted to support the treaty on Monday.", "voted", "2024-02-26", "on", "weekday+published", "clause"),
    ("The firm agreed to sell its ships yesterday.", "agreed", "2024-02-27", "on", "relative+published", "clause"),
    ("The union has called on its members to march on Saturday.", "march", "2024-03-02", "on", "weekday+published+tense", "clause"),
    # two verbs, two days
    ("Brask said on Monday that the bridge collapsed on Sunday.", "said", "2024-02-26", "on", "weekday+published", "clause"),
    ("Brask said on Monday that the bridge collapsed on Sunday.", "collapsed", "2024-02-25", "on", "weekday+published", "clause"),
    ("The court ruled on Tuesday that the ministry broke the law in 2021.", "ruled", "2024-02-27", "on", "weekday+published", "clause"),
    ("Police arrested a man on Monday who had threatened a judge in January.", "arrested", "2024-02-26", "on", "weekday+published", "clause"),
    ("Police arrested a man on Monday who had threatened a judge in January.", "threatened", "2024-01", "on", "explicit+published", "clause"),
    ("A man arrested in June confessed to the murder.", "arrested", "2023-06", "on", "explicit+published", "clause"),
    # a day before its noun, or behind it, is that of the noun, and of no verb beside it
    ("Tuesday's vote surprised the markets.", "vote", "2024-02-27", "on", "weekday+published", "attribute"),
    ("The 1998 bombing killed 29 people.", "bombing", "1998", "on", "explicit", "attribute"),
    ("The January 1998 bombing of a clinic that killed an officer was never solved.", "killed", "1998-01", "on", "explicit", "occasion"),
    ("Last week's attack on the port was the third this year.", "attack", "2024-02-19/2024-02-25", "on", "relative+published", "attribute"),
    ("The attack on Tuesday killed four people.", "attack", "2024-02-27", "on", "weekday+published", "clause"),
    ("The attack on Tuesday killed four people.", "killed", "2024-02-27", "on", "weekday+published", "clause"),
    ("A protest on Saturday drew thousands.", "protest", "2024-02-24", "on", "weekday+published", "clause"),
    ("The strike planned for Friday was called off.", "strike", "2024-03-01?", "on", "weekday+published", "attribute"),
    ("Brix offered a price 20 per cent above Tuesday's close.", "offered", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The panel condemned a breach of the 1991 settlement.", "condemned", "2024-02-28?", "on_or_before", "published", "tense"),
    ("Prosecutors charged him under a 1974 law.", "charged", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The governor said today conditions in the camps had improved.", "said", "2024-02-28", "on", "relative+published", "clause"),
    # what commas or a participle set apart dates nothing outside
    ("Ransome, born in Harlow on 3 May 1955, resigned.", "resigned", "2024-02-28?", "on_or_before", "published", "tense"),
    ("Kessler, who won the prize in 2003, died on Monday.", "died", "2024-02-26", "on", "weekday+published", "clause"),
    ("Kessler, ill since 2019, died.", "died", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The company, founded in 1901, filed for bankruptcy.", "filed", "2024-02-28?", "on_or_before", "published", "tense"),
    ("Protesters stormed a palace built in 1890.", "stormed", "2024-02-28?", "on_or_before", "published", "tense"),
    # what is done at a dated occasion has its day
    ("In a 16 February press conference, Brask said that all buyers would be paid.", "said", "2024-02-16", "on", "explicit+published", "occasion"),
    ("Brask said in Tuesday's speech that taxes would rise.", "said", "2024-02-27", "on", "weekday+published", "occasion"),
    ("Brask told reporters in an interview on Monday that she would resign.", "told", "2024-02-26", "on", "weekday+published", "occasion"),
    ("Gunmen killed 14 people in an attack on a market late on Monday.", "killed", "2024-02-26", "on", "weekday+published", "clause"),
    ("Gunmen killed 14 people in an attack on a market late on Monday.", "attack", "2024-02-26", "on", "weekday+published", "clause"),
    ("A nurse was injured in the 1998 bombing.", "injured", "1998", "on", "explicit", "occasion"),
    ("Critics spoke of last year's ferry disaster, in which 19 people drowned.", "drowned", "2023", "on", "relative+published", "occasion"),
    # a reason for a deed with a day has none itself
    ("Tolland closed the border in 2018 after rebels shelled the town.", "closed", "2018", "on", "explicit", "clause"),
    ("The match was abandoned after fans attacked the referee.", "attacked", "2024-02-28?", "on_or_before", "published", "tense"),
    # no words: by tense
    ("Police have arrested two men.", "arrested", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The minister warns that prices will rise.", "warns", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The union wants a new contract.", "wants", "2024-02-28?", "as_of", "published", "tense"),
    ("The group opposes the treaty.", "opposes", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The two are now negotiating a truce.", "negotiating", "2024-02-28?", "as_of", "published", "tense"),
    ("Workers now oppose the accord.", "oppose", "2024-02-28?", "as_of", "published", "tense"),
    # not having said or suffered it is news of the day; other denials have no day
    ("The ministry did not comment.", "comment", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The men were not identified.", "identified", "2024-02-28?", "on_or_before", "published", "tense"),
    ("No one was hurt in the fire.", "hurt", "2024-02-28?", "on_or_before", "published", "tense"),
    # deadlines
    ("The rebels left the city by Friday.", "left", "2024-02-23", "on_or_before", "weekday+published+tense", "clause"),
    # the day spoken of before
    ("On Monday, rebels entered the town. They seized the radio station.", "seized", "2024-02-26", "on", "weekday+published+reference", "running"),
    ("Anna Brask said Tuesday that the port is safe. She warned that ships would be turned back.", "warned", "2024-02-27", "on", "weekday+published+reference", "running"),
    ("Earlier in the day, police searched the house.", "searched", "2024-02-28", "on", "relative+published", "clause"),
    ("The match was played on Saturday. Elvern won 2-1.", "won", "2024-02-28?", "on_or_before", "published", "tense"),
    # an aside within a sentence that opens with a day
    ("Today, hundreds arrived from the province, including some who fled when the general seized power.", "arrived", "2024-02-28", "on", "relative+published", "clause"),
    # points are no verb
    ("The Harlow index dropped 19.69 points on Monday to 1462.93.", "dropped", "2024-02-26", "on", "weekday+published", "clause"),
    # a day behind joined objects
    ("The council condemned the bombing of the embassies in Tolland and Harlow on Thursday.", "condemned", "2024-02-22", "on", "weekday+published", "clause"),
    # the present of a headline
    ("Airline buys 20 jets", "buys", "2024-02-28?", "on_or_before", "published", "tense"),
    # what is done lies behind, what is to come ahead
    ("The company delivered the last jet on July 16.", "delivered", "2023-07-16?", "on", "explicit+published", "clause"),
    ("She was sworn in on January 5.", "sworn in", "2024-01-05", "on", "explicit+published", "clause"),
    ("She will be sworn in on January 5.", "sworn in", "2025-01-05", "on", "explicit+published", "clause"),
    # all of it together
    ("Police arrested two men and seized a boat on Monday.", "arrested", "2024-02-26", "on", "weekday+published", "sentence"),
    ("The minister met the mayor on Tuesday and signed the accord.", "signed", "2024-02-27", "on", "weekday+published", "sentence"),
    ("The tanker exploded and sank last week.", "exploded", "2024-02-19/2024-02-25", "on", "relative+published", "sentence"),
    ("He was arrested, charged and released on Sunday.", "arrested", "2024-02-25", "on", "weekday+published", "sentence"),
    ("He was arrested, charged and released on Sunday.", "charged", "2024-02-25", "on", "weekday+published", "sentence"),
    # the noun that a verb carries
    ("The council imposed a curfew on Tuesday.", "curfew", "2024-02-27", "on", "weekday+published", "clause"),
    ("The governor declared a state of emergency on Friday.", "state of emergency", "2024-02-23", "on", "weekday+published", "clause"),
    # in one breath on one day, but not later, and not in one year
    ("He met the mayor on Tuesday and later fled the country.", "fled", "2024-02-28?", "on_or_before", "published", "tense"),
    ("He met the mayor on Tuesday and has left the country.", "left", "2024-02-28?", "on_or_before", "published", "tense"),
    ("Police arrested him in 1998 and charged two others.", "charged", "2024-02-28?", "on_or_before", "published", "tense"),
    ("They agreed on Monday to meet on Friday.", "agreed", "2024-02-26", "on", "weekday+published", "clause"),
    ("They agreed on Monday to meet on Friday.", "meet", "2024-03-01", "on", "weekday+published+tense", "clause"),
    ("The bomb exploded on Monday killing 12 people.", "killing", "2024-02-26", "on", "weekday+published", "clause"),
    ("Josef, whose arm was hurt at last Thursday's march, said so.", "hurt", "2024-02-22", "on", "weekday+published", "occasion"),
    ("Minister invites both sides to Ardenholm on Friday", "invites", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The union called on the city to open talks on Friday.", "talks", "2024-03-01", "on", "weekday+published+tense", "clause"),
    ("The council approved the budget in the early hours of Sunday.", "approved", "2024-02-25", "on", "weekday+published", "clause"),
    ("Rebels attacked the convoy on the night of 12 February.", "attacked", "2024-02-12", "on", "explicit+published", "clause"),
    ("The court freed the banker on bail on Thursday.", "freed", "2024-02-22", "on", "weekday+published", "clause"),
    ("On 3 March 2021, rebels attacked the port.", "attacked", "2021-03-03", "on", "explicit", "sentence"),
    ("Voters rejected the treaty by a wide margin on Sunday.", "rejected", "2024-02-25", "on", "weekday+published", "clause"),
    ("The minister, who was appointed in 2020, resigned on Tuesday.", "resigned", "2024-02-27", "on", "weekday+published", "clause"),
    ("The minister, who was appointed in 2020, resigned on Tuesday.", "appointed", "2020", "on", "explicit", "clause"),
    ("A bridge that collapsed on Sunday killed four.", "collapsed", "2024-02-25", "on", "weekday+published", "clause"),
    ("The two men met in Harlow last month, officials said.", "met", "2024-01", "on", "relative+published", "clause"),
    ("The two men met in Harlow last month, officials said.", "said", "2024-02-28?", "on_or_before", "published", "tense"),
    ("\"We will march on Saturday,\" Brask said on Tuesday.", "march", "2024-03-02", "on", "weekday+published+tense", "clause"),
    ("\"We will march on Saturday,\" Brask said on Tuesday.", "said", "2024-02-27", "on", "weekday+published", "clause"),
    ("According to a report published on Monday, the army shelled the town.", "shelled", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The city will vote on 5 November 2024.", "vote", "2024-11-05", "on", "explicit", "clause"),
    ("The parties plan to sign the accord in April.", "sign", "2024-04", "on", "explicit+published", "clause"),
    ("Unions plan a march in Harlow on Saturday.", "march", "2024-03-02", "on", "weekday+published+tense", "clause"),
    ("The bank has cut 40 jobs since January.", "cut", "2024-01-01/..", "on", "explicit+published", "clause"),
    ("Prices rose 3% in January.", "rose", "2024-01", "on", "explicit+published", "clause"),
    ("Prices rose 3% in the third quarter of 2023.", "rose", "2023-07-01/2023-09-30", "on", "explicit", "clause"),
    ("The prime minister of Tolland arrived in Harlow late on Sunday for talks.", "arrived", "2024-02-25", "on", "weekday+published", "clause"),
    ("An explosion tore through the mill on Tuesday morning.", "explosion", "2024-02-27", "on", "weekday+published", "clause"),
    ("At dawn on Tuesday, troops raided the camp.", "raided", "2024-02-27", "on", "weekday+published", "sentence"),
    ("The strike was called off on Monday.", "called off", "2024-02-26", "on", "weekday+published", "clause"),
    # measures, "of", another noun's day, a phase of the day before
    ("Halden bought Brix in the biggest takeover since 2016.", "bought", "2024-02-28?", "on_or_before", "published", "tense"),
    ("Shares closed at their lowest level since 4 November.", "closed", "2024-02-28?", "on_or_before", "published", "tense"),
    ("The truce of December 31 halted a war.", "truce", "2023-12-31", "on", "explicit+published", "attribute"),
    # what is to come is of what shall be done, and lies ahead; what it is done with is older
    ("The union voted for a strike from Friday.", "strike", "2024-03-01", "on", "weekday+published", "clause"),
    ("The union voted for a strike from Friday.", "voted", "2024-02-28?", "on_or_before", "published", "tense"),
    ("Four in five back a walkout from Friday", "walkout", "2024-03-01", "on", "weekday+published", "clause"),
    ("Members want a walkout from Monday.", "walkout", "2024-03-04", "on", "weekday+published", "clause"),
    ("Members want a walkout from Monday.", "want", "2024-02-28?", "as_of", "published", "tense"),
    ("Members will vote on Monday's agreement on Friday.", "agreement", "2024-02-26", "on", "weekday+published+tense", "attribute"),
    ("Members will vote on Monday's agreement on Friday.", "vote", "2024-03-01", "on", "weekday+published+tense", "clause"),
    ("During his two-hour speech on Monday, Brask promised help.", "promised", "2024-02-26", "on", "weekday+published", "sentence"),
    ("The minister promised new homes next year after delegates voted for the plan.", "voted", "2024-02-28?", "on_or_before", "published", "tense"),
)  # fmt: skip

#: Text and trigger of what no words date and no tense places.
UNDATED = (
    # a reason for a deed with a day has none itself
    ("Tolland closed the border in 2018 after rebels shelled the town.", "shelled"),
    ("The bank failed in 2009 because regulators seized its deposits.", "seized"),
    # "when", "before", "whose" tell of a day of their own
    ("When rebels attacked the port, the army withdrew.", "attacked"),
    ("Before he was arrested, the banker met the minister.", "arrested"),
    ("They thanked the nurse, whose son was murdered.", "murdered"),
    # no words: by tense
    ("The court had rejected the appeal.", "rejected"),
    ("The man who attacked the guard fled.", "attacked"),
    ("The army will attack the port.", "attack"),
    ("The mayor may resign.", "resign"),
    ("The union demanded talks.", "talks"),
    ("If the army attacks, the envoy will leave.", "attacks"),
    ("Rebels recently attacked the port.", "attacked"),
    ("Rebels have attacked the port in recent years.", "attacked"),
    # not having said or suffered it is news of the day; other denials have no day
    ("The group did not attack the port.", "attack"),
    ("The government denied that it had shelled the town.", "shelled"),
    # the day spoken of before
    ("On Monday, rebels entered the town. The army will attack them.", "attack"),
    # an aside within a sentence that opens with a day
    ("Today, hundreds arrived from the province, including some who fled when the general seized power.", "seized"),
    # all of it together
    ("The prime minister of Tolland arrived in Harlow late on Sunday for talks.", "talks"),
    ("The truce of December 31 halted a war.", "war"),
    ("The council will hold a session on Friday at the request of France.", "request"),
    ("Turnout was the highest since 1990.", "Turnout"),
    # next week is that of the run and not of the hire; Wednesday that of applying
    ("Two people said the authority had hired crews to run its cranes from next week.", "hired"),
    ("The authority had applied for the order on Wednesday.", "order"),
)  # fmt: skip

#: Text, trigger and deadline of what has a deadline and no date.
LIMITED = (
    # deadlines
    ("The rebels must leave the city by Friday.", "leave", "../2024-03-01"),
    ("The company must pay the fine before 1 April.", "pay", "../2024-03-31"),
    ("The parties agreed to sign the accord by 15 March.", "sign", "../2024-03-15"),
    # all of it together
    ("Until Friday, the court will hear witnesses.", "hear", "../2024-03-01"),
)  # fmt: skip


def mention(text: str, trigger: str) -> Mention:
    """The first mention whose words hold the trigger."""
    return next(found for found in parse(text, published=PUBLISHED).mentions if trigger in found.text)


@pytest.mark.parametrize(("text", "trigger", "edtf", "bound", "basis", "rule"), DATED)
def test_dated(text: str, trigger: str, edtf: str, bound: str, basis: str, rule: str) -> None:
    """The event has this date, with this bound, on this ground."""
    found = mention(text, trigger)
    assert found.date is not None
    assert (found.date.edtf, found.date.bound, found.date.basis, found.date_link.rule) == (edtf, bound, basis, rule)


@pytest.mark.parametrize(("text", "trigger"), UNDATED)
def test_undated(text: str, trigger: str) -> None:
    """The event has no date: none is given, and none is made up."""
    assert mention(text, trigger).date is None


@pytest.mark.parametrize(("text", "trigger", "edtf"), LIMITED)
def test_limited(text: str, trigger: str, edtf: str) -> None:
    """The event has a deadline and no date."""
    found = mention(text, trigger)
    assert found.date is None
    assert found.deadline is not None
    assert found.deadline.edtf == edtf
