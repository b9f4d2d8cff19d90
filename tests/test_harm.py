import pytest
from engine_parts import a_coach, bank, candidate, talk
from harm_sentences import DISCLOSURES, ORDINARY, cases, lines
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.conversation import Move
from coach.harm import Harm, disclosed
from coach.reading.scripted import ScriptedReader

HEARD = [
    (text, Harm(kind), own)
    for (kind, own), block in DISCLOSURES.items()
    for text in lines(block)
    if not text.startswith("! ")
]
PASSING = [text for text in lines(ORDINARY) if not text.startswith("! ")]
WAITING = "They wait for me before they order anything."


def disclosures():
    return [
        case
        for (kind, own), block in DISCLOSURES.items()
        for case in cases(block, f"bug: {kind} is not heard in these words", Harm(kind), own)
    ]


@pytest.mark.parametrize("text", cases(ORDINARY, "bug: a false alarm"))
def test_ordinary_talk_alarms_nobody(text):
    assert disclosed(text) is None


@pytest.mark.parametrize(("text", "harm", "own"), disclosures())
def test_a_disclosure_is_heard_with_its_kind_and_who_is_at_its_centre(text, harm, own):
    assert disclosed(text) == (harm, own)


@given(case=st.sampled_from(HEARD), before=st.sampled_from(PASSING), after=st.sampled_from(PASSING))
@settings(deadline=None, max_examples=60)
def test_a_disclosure_is_heard_in_the_middle_of_ordinary_talk(case, before, after):
    text, harm, own = case
    assert disclosed(f"{before} {text}\n{after}") == (harm, own)


@given(case=st.sampled_from([c for c in HEARD if not any(w[0].isupper() and w != "I" for w in c[0].split()[1:])]))
@settings(deadline=None, max_examples=60)
def test_a_disclosure_is_heard_in_lower_case_too(case):
    text, harm, own = case
    assert disclosed(text.lower()) == (harm, own)


@given(case=st.sampled_from([case for case in HEARD if "'" in case[0]]))
@settings(deadline=None, max_examples=60)
def test_a_disclosure_is_heard_with_the_apostrophes_that_phones_type(case):
    text, harm, own = case
    assert disclosed(text.replace("'", "’")) == (harm, own)


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("He makes racist comments, and yesterday he punched Sam.", Harm.VIOLENCE),
        ("He bullies her and she told me she is suicidal.", Harm.SELF_HARM),
        ("I'm burnt out, and my boss won't hire women.", Harm.DISCRIMINATION),
    ],
)
def test_of_several_harms_the_gravest_counts(text, harm):
    assert disclosed(text)[0] is harm


def test_what_the_speaker_does_counts_before_what_others_do():
    assert disclosed("She slapped Tom and then I slapped her.") == (Harm.VIOLENCE, True)


@given(text=st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_at_all_gets_an_answer(text):
    found = disclosed(text)
    assert found is None or isinstance(found[0], Harm)


@pytest.mark.parametrize("words", ["a ", "i ", "he ", "she was so ", "Dave ", "one of my ", "hit her ", "x", "\n"])
def test_a_very_long_message_comes_to_an_end(words):
    found = disclosed("I fired " + words * (100_000 // len(words)) + " I want to kill myself")

    assert found == (Harm.SELF_HARM, True)  # a pattern that backtracks would take hours


@given(case=st.sampled_from(HEARD))
@settings(deadline=None, max_examples=60)
def test_a_disclosure_is_signposted_without_a_question_about_performance(table, case):
    answer = talk(a_coach(table), case[0]).messages[-1]

    assert answer.turn.moves == (Move.SIGNPOST,)
    assert answer.turn.criterion is None
    assert answer.turn.question is None
    assert not answer.turn.passages
    questions = [part for part in answer.content.split(". ") if "?" in part]
    assert all("pause" in question for question in questions)


@given(harm=st.sampled_from(Harm), own=st.booleans())
@settings(deadline=None, max_examples=60)
def test_every_signpost_names_somebody_who_can_help(harm, own):
    text = bank().signpost(harm, own)

    assert any(help_ in text for help_ in ("emergency services", "HR", "doctor", "crisis line"))


@pytest.mark.parametrize("harm", Harm)
def test_who_did_it_and_who_suffers_it_hear_different_words(harm):
    assert bank().signpost(harm, True) != bank().signpost(harm, False)


@given(case=st.sampled_from(HEARD))
@settings(deadline=None, max_examples=60)
def test_a_disclosure_and_the_answer_to_its_signpost_are_not_read_for_evidence_but_later_words_are(table, case):
    both = f"{case[0]} {WAITING}"
    heard = [candidate("waits_to_be_told", "stated", WAITING)]
    coach = a_coach(table, ScriptedReader(dict.fromkeys((both, WAITING), heard)))
    conversation = talk(coach, both, WAITING, WAITING)

    assessment = coach.assess(conversation)

    assert [(piece.message, piece.quote) for piece in assessment.verdict.evidence] == [(5, WAITING)]
    assert [(flag.message, flag.harm) for flag in assessment.flags] == [(1, case[1])]
    assert "?" not in conversation.messages[4].content
    assert Move.ASK in conversation.messages[-1].turn.moves
