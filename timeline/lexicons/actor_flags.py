"""Flags of words that the actors room reads: one number a word says all that it may be beside a name.

What comes in: the classes of ``en/actor_words.csv`` and ``en/given_names.csv``. What goes out: a bit for each. Which
word has which is compiled in ``timeline.lexicons.actors``.
"""

from __future__ import annotations

# Flags of capitalised words.
HONORIFIC, LEGAL, ORGANISATION_HEAD, ORGANISATION_OF, PLACE_HEAD, PLACE_FIRST, OTHER_HEAD = 1, 2, 4, 8, 16, 32, 64
GIVEN_MALE, GIVEN_FEMALE, GIVEN_ANY, CAPITAL_PARTICLE, FAMILY_FIRST, CALENDAR, ATTRIBUTE = (
    128,
    256,
    512,
    1024,
    2048,
    4096,
    8192,
)
MALE_HONORIFIC, FEMALE_HONORIFIC, PLACE_OPENER, ORGANISATION_ON, FAMILY_NAME = 16384, 32768, 65536, 131072, 262144
ORGANISATION_FOR = 524288
GIVEN = GIVEN_MALE | GIVEN_FEMALE | GIVEN_ANY

#: Classes of capitalised words.
CAPITAL_FLAGS = {
    "honorific": HONORIFIC,
    "honorific_m": HONORIFIC | MALE_HONORIFIC,
    "honorific_f": HONORIFIC | FEMALE_HONORIFIC,
    "legal_suffix": LEGAL,
    "organisation_head": ORGANISATION_HEAD,
    "organisation_of": ORGANISATION_OF,
    "organisation_on": ORGANISATION_ON,
    "organisation_for": ORGANISATION_FOR,
    "place_head": PLACE_HEAD,
    "place_first": PLACE_FIRST,
    "place_opener": PLACE_OPENER,
    "other_head": OTHER_HEAD,
    "capital_particle": CAPITAL_PARTICLE,
    "family_first": FAMILY_FIRST,
    "family_name": FAMILY_NAME,
    "calendar": CALENDAR,
    "attribute": ATTRIBUTE,
}
#: Sexes of given names.
GIVEN_FLAGS = {"m": GIVEN_MALE, "f": GIVEN_FEMALE, "u": GIVEN_ANY}

# Flags of lower-case words.
MODIFIER, DETERMINER, PARTICLE, NUMBER, FUNCTION, OPENER, LINKED, PLACE_PREPOSITION, COMMON = (
    1,
    2,
    4,
    8,
    16,
    32,
    64,
    128,
    256,
)
PRONOUN_MALE, PRONOUN_FEMALE, PRONOUN_PLURAL, PRONOUN_NEUTER, PRONOUN_FIRST = 512, 1024, 2048, 4096, 8192
ADJECTIVE_ROLE, VERB_ROLE = 16384, 32768
REPORTING, TELLING = 1 << 29, 1 << 30  # "said", "told"
SIDING_PREFIX, SIDING_SUFFIX = 65536, 131072  # "pro-", "-backed": on somebody's side, not of his country
(
    BEFORE_VERB,
    BEHIND_VERB,
    COMMON_VERB,
    NOT_OPENING,
    QUANTITY,
    SENT,
    SURE_PLACE,
    GOVERNING,
    RELATION,
    DEMANDING,
    PAIRING,
    REMOVING,
) = (
    262144,
    524288,
    1048576,
    2097152,
    4194304,
    8388608,
    16777216,
    33554432,
    67108864,
    134217728,
    268435456,
    1 << 31,
)
PRONOUN = PRONOUN_MALE | PRONOUN_FEMALE | PRONOUN_PLURAL | PRONOUN_NEUTER | PRONOUN_FIRST

#: Classes of lower-case words.
LOWER_FLAGS = {
    "modifier": MODIFIER,
    "determiner": DETERMINER,
    "particle": PARTICLE,
    "number_word": NUMBER,
    "function": FUNCTION,
    "sentence_opener": OPENER,
    "linked_modifier": LINKED,
    "place_preposition": PLACE_PREPOSITION,
    "pronoun_m": PRONOUN_MALE,
    "pronoun_f": PRONOUN_FEMALE,
    "pronoun_p": PRONOUN_PLURAL,
    "pronoun_n": PRONOUN_NEUTER,
    "pronoun_1": PRONOUN_FIRST,
    "adjective_role": ADJECTIVE_ROLE,
    "verb_role": VERB_ROLE,
    "reporting_verb": REPORTING,
    "telling_verb": TELLING,
    "siding_prefix": SIDING_PREFIX,
    "siding_suffix": SIDING_SUFFIX,
    "before_verb": BEFORE_VERB,
    "behind_verb": BEHIND_VERB,
    "common_verb": COMMON_VERB,
    "not_opening": NOT_OPENING,
    "quantity": QUANTITY,
    "sent": SENT,
    "sure_place": SURE_PLACE,
    "governing": GOVERNING,
    "relation": RELATION,
    "demanding": DEMANDING,
    "pairing": PAIRING,
    "removing": REMOVING,
}
