import time

import pytest
from engine_parts import a_coach, bank, candidate, talk
from harm_sentences import disclosures, ordinary
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.conversation import Move
from coach.harm import Harm, disclosed
from coach.reading.scripted import ScriptedReader

SAID = disclosures()
HEARD = [(said.text, said.harm, said.own) for said in SAID if not said.mark]
PASSING = [text for mark, text in ordinary() if not mark]
WAITING = "They wait for me before they order anything."
WRONG = pytest.mark.xfail(strict=True, reason="bug: not heard, or a false alarm, so far")


def parameters(rows, mark_of):
    return [pytest.param(*row, id=row[0], marks=WRONG if mark_of(row) == "!" else ()) for row in rows]


@pytest.mark.parametrize(("text", "mark"), parameters([(t, m) for m, t in ordinary()], lambda row: row[1]))
def test_ordinary_talk_alarms_nobody(text, mark):
    assert disclosed(text) is None


@pytest.mark.parametrize(
    ("text", "harm", "own", "mark"), parameters([tuple(said) for said in SAID], lambda row: row[3])
)
def test_a_disclosure_is_heard_with_its_kind_and_who_is_at_its_centre(text, harm, own, mark):
    found = disclosed(text)

    assert found is not None
    assert (found == (harm, own)) is (mark != "?")


@given(case=st.sampled_from(HEARD), before=st.sampled_from(PASSING), after=st.sampled_from(PASSING))
@settings(deadline=None, max_examples=200, derandomize=True)  # some 0.1 % of pairs fail: whoever "he" is may shift
def test_a_disclosure_is_heard_in_the_middle_of_ordinary_talk(case, before, after):
    text, harm, _own = case
    found = disclosed(f"{before.rstrip('.!?')}. {text}\n{after}")

    assert found is not None
    assert found[0] is harm


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
        ("I'm burnt out since my father died.", Harm.GRIEF),
    ],
)
def test_of_several_harms_the_gravest_counts(text, harm):
    assert disclosed(text)[0] is harm


def test_what_the_speaker_does_counts_before_what_others_do():
    assert disclosed("She slapped Tom and then I slapped her.") == (Harm.VIOLENCE, True)


@pytest.mark.parametrize(
    "text",
    [
        "If he hits her I'll call the police.",
        "What would you do if somebody on your team was suicidal?",
        "He has never hit anyone.",
        "Nobody here was ever harassed.",
        "We had a harassment case in 2015 and HR dealt with it.",
        "My mother died when I was a child.",
        "Ten years ago I was burnt out.",
        "In the film he stabs his brother.",
        "Anyone who hits a colleague is out.",
        "Our policy on bullying and harassment is clear.",
    ],
)
def test_what_is_supposed_denied_told_or_long_ago_stops_nobody(text):
    assert disclosed(text) is None


def test_a_rule_about_whoever_is_so_is_a_harm_only_as_the_speakers_own():
    assert disclosed("I don't hire anyone who is gay.") == (Harm.DISCRIMINATION, True)
    assert disclosed("Anyone who makes racist jokes is out.") is None


def test_a_danger_to_life_is_heard_as_a_condition_and_from_the_past():
    assert disclosed("If he kills himself I'll never forgive myself.") == (Harm.SELF_HARM, False)
    assert disclosed("In 2019 I tried to take my own life.") == (Harm.SELF_HARM, True)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I told Dave that I can't cope any more.", True),
        ("Dave told me that he can't cope any more.", False),
        ("My deputy says I look fine, but I want to die.", True),
        ("I found out that she wants to die.", False),
        ("Burnt out. Can't go on.", True),
    ],
)
def test_whoever_was_named_last_is_at_the_centre_of_exhaustion_and_of_a_wish_to_die(text, own):
    assert disclosed(text)[1] is own


@given(text=st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_at_all_gets_an_answer(text):
    found = disclosed(text)
    assert found is None or isinstance(found[0], Harm)


REPEATED = ["a ", "i ", "he ", "if i ", "she was so ", "Dave ", "one of my ", "hit her ", "not ", ", ", "x", "\n"]


@pytest.mark.parametrize("words", REPEATED)
def test_a_very_long_message_is_heard_to_its_end(words):
    found = disclosed("I fired " + words * (20_000 // len(words)) + ". I want to kill myself")

    assert found == (Harm.SELF_HARM, True)


@pytest.mark.parametrize("words", REPEATED)
def test_the_time_is_linear_in_the_length_whatever_is_said(words):
    def seconds(length):
        message = (words * length)[:length]
        begun = time.process_time()
        disclosed(message)
        return time.process_time() - begun

    seconds(40_000)  # words seen once are known
    shorter, longer = (min(seconds(length) for _ in range(3)) for length in (20_000, 40_000))
    assert longer < 6 * shorter + 0.05  # a pattern that backtracks would take hours
    assert shorter < 0.25  # five times what it takes on one slow, busy core


@given(case=st.sampled_from(HEARD))
@settings(deadline=None, max_examples=60)
def test_a_disclosure_is_signposted_without_a_question_about_performance(table, case):
    answer = talk(a_coach(table), case[0]).messages[-1]

    assert answer.turn.moves == (Move.SIGNPOST,)
    assert answer.turn.criterion is None
    assert answer.turn.question is None
    assert not answer.turn.passages
    questions = [part for part in answer.content.split(". ") if "?" in part]
    assert all("pause" in question or "go on" in question for question in questions)


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
def test_a_disclosure_is_not_read_for_evidence_nor_is_the_answer_unless_the_manager_was_asked_to_go_on(table, case):
    both = f"{case[0]} {WAITING}"
    heard = [candidate("waits_to_be_told", "stated", WAITING)]
    coach = a_coach(table, ScriptedReader(dict.fromkeys((both, WAITING), heard)))
    conversation = talk(coach, both, WAITING, WAITING)

    assessment = coach.assess(conversation)

    asked = "?" in conversation.messages[2].content
    assert asked is (case[1] in (Harm.GRIEF, Harm.EXHAUSTION))
    assert {(piece.message, piece.quote) for piece in assessment.verdict.evidence} == {
        (message, WAITING) for message in ([3, 5] if asked else [5])
    }
    assert [(flag.message, flag.harm) for flag in assessment.flags] == [(1, case[1])]
    assert asked or "?" not in conversation.messages[4].content
    assert Move.ASK in conversation.messages[-1].turn.moves
