"""What a person confirmed or withdrew, as sentences of the corpus."""

from engine_parts import SAID, a_coach, candidate
from hypothesis import given
from hypothesis import strategies as st
from label_parts import LOAVES, PLAIN, WAIT, conversation

from coach.conversation import Message
from coach.corpus import Sentence
from coach.evaluation.corrections import AUTHOR, corrected
from coach.reading.scripted import ScriptedReader
from coach.verdict import Correction

BOTH = f"{WAIT} {PLAIN} {LOAVES}"
HEARD = [candidate("waits_to_be_told", "stated", WAIT), candidate("gives_answers", "shown", LOAVES)]


def judged(table, talk, words, heard=HEARD):
    """The exchanges of a talk in which `words` gives what was said of each indicator."""
    coach = a_coach(table, ScriptedReader({message.content: heard for message in talk.messages}))
    read = coach.assess(talk).verdict.read
    corrections = [Correction.of(p.place, words[p.indicator], "Ana") for p in read if p.indicator in words]
    return corrected(talk, coach.assess(talk, corrections=corrections).verdict)


def sentences(table, words, content=BOTH, heard=HEARD):
    exchanges = judged(table, conversation("c", content), words, heard).exchanges
    return [(s.text, {label.indicator for label in s.labels}) for e in exchanges for s in e.sentences]


def test_what_was_confirmed_is_a_label_as_it_was_heard(table):
    (exchange,) = judged(table, conversation("c", BOTH), {"waits_to_be_told": "confirmed"}).exchanges

    assert (exchange.author, exchange.scenario, exchange.coach) == (AUTHOR, "c", "What happens when you are away?")
    assert [s.model_dump(mode="json") for s in exchange.sentences] == [
        {"text": WAIT, "labels": [{"indicator": "waits_to_be_told", "certainty": "stated", "quote": WAIT}]}
    ]


def test_a_sentence_of_which_all_was_withdrawn_carries_no_evidence(table):
    assert sentences(table, {"waits_to_be_told": "withdrawn"}) == [(WAIT, set())]


def test_what_nobody_judged_stays_behind(table):
    everything = sentences(table, {"waits_to_be_told": "confirmed", "gives_answers": "withdrawn"})

    assert everything == [(WAIT, {"waits_to_be_told"}), (LOAVES, set())]
    assert PLAIN not in dict(everything)


def test_a_sentence_with_one_piece_judged_and_another_not_stays_behind(table):
    two = [candidate("waits_to_be_told", "stated", WAIT), candidate("low_ownership", "hedged", WAIT)]

    assert sentences(table, {"waits_to_be_told": "confirmed"}, WAIT, two) == []
    assert sentences(table, {"waits_to_be_told": "confirmed", "low_ownership": "withdrawn"}, WAIT, two) == [
        (WAIT, {"waits_to_be_told"})
    ]


def test_only_messages_with_a_judged_piece_go_out(table):
    talk = conversation("c", WAIT, PLAIN, LOAVES)
    found = judged(table, talk, {"gives_answers": "confirmed"})

    assert [exchange.sentences[0].text for exchange in found.exchanges] == [LOAVES]


def test_a_quote_over_two_sentences_labels_both_each_with_its_own_words(table):
    whole = f"{WAIT} {LOAVES}"
    found = judged(
        table,
        conversation("c", whole),
        {"waits_to_be_told": "confirmed"},
        [candidate("waits_to_be_told", "stated", whole)],
    )

    assert [(s.text, s.labels[0].quote) for s in found.exchanges[0].sentences] == [(WAIT, WAIT), (LOAVES, LOAVES)]


def test_a_correction_of_what_is_not_heard_today_is_counted(table):
    coach = a_coach(table, ScriptedReader({}))
    gone = Correction(message=1, start=0, end=len(WAIT), indicator="waits_to_be_told", action="confirmed", by="Ana")
    talk = conversation("c", WAIT)

    assert corrected(talk, coach.assess(talk, corrections=[gone]).verdict) == ((), 1)


@given(st.lists(st.sampled_from([*SAID, PLAIN]), min_size=1, max_size=6, unique=True), st.data())
def test_every_label_was_confirmed_and_its_quote_is_in_its_sentence(table, spoken, data):
    heard = [candidate(*SAID[words], words) for words in spoken if words in SAID]
    names = sorted({one.indicator for one in heard})
    words = {name: data.draw(st.sampled_from(["confirmed", "withdrawn"])) for name in names if data.draw(st.booleans())}
    talk = conversation("c").say(Message(role="user", content=" ".join(spoken)))
    found: list[Sentence] = [s for e in judged(table, talk, words, heard).exchanges for s in e.sentences]

    for sentence in found:
        for label in sentence.labels:
            assert words[label.indicator] == "confirmed"
            assert label.quote in sentence.text
    assert len(found) == sum(one.indicator in words for one in heard)
