import json
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from engine_parts import SAID, Guide, a_coach, bank, candidate, exported, passages, scripted_reader, talk
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_socket import SocketConnectBlockedError

from coach.asking import Draft
from coach.asking.scripted import ScriptedWriter
from coach.chat import Chat
from coach.conversation import Message, Move, Offer
from coach.engine import conversation_of
from coach.guard import is_open, last_sentence
from coach.reading.scripted import ScriptedReader
from coach.report.record import check_record, to_record
from coach.retrieval.index import Hit
from coach.store.conversations import ConversationStore
from coach.transcripts import read_transcripts, to_json

TEN_TURNS = [
    "Owner reckons I should talk to someone, I have done six doubles on the trot.",
    "Nothing leaves the kitchen till I've looked at it. They ring me for everything, even a bowl of chips.",
    "Friday I ducked out for ten minutes and came back to four of them standing there looking at the door.",
    "In service I say, they do. Saturday I was on Dev's section from seven till close and plated it myself.",
    "What is accountability?",
    "ok",
    "There's a card on the wall with weights and times. They can read.",
    "Everyone gets the same bonus at Christmas, whoever they are.",
    "Why do you ask?",
    "I hire when somebody walks out, and I take whoever answers the advert.",
]
GOOD = "What happens on the line when you step away?"
PLAIN = "We are eleven people in two shops."


def draft(text=GOOD, moves=(Move.ASK,), **more):
    return Draft(text=text, moves=moves, question="from-the-model", **more)


def answer_by(table, written, words=PLAIN):
    coach = a_coach(table, writer=ScriptedWriter([draft("Hello. What brings you here?"), written]))
    return coach.reply(coach.begin("c"), words).messages[-1]


def bytes_of(assessment, table):
    return json.dumps(to_record(assessment, table), ensure_ascii=False).encode()


# --- parity ---


def test_live_single_and_batch_give_the_same_record_to_the_byte(coach, table, tmp_path):
    store = ConversationStore(tmp_path / "store")
    chat = Chat(coach, store, "anna")
    conversation = chat.start()
    for words in TEN_TURNS:
        conversation = chat.say(conversation, words)
    live = bytes_of(chat.assess(conversation), table)
    reopened = bytes_of(chat.assess(chat.open(conversation.id)), table)
    transcript = json.dumps(to_json(conversation)).encode()
    [found] = read_transcripts(transcript, "export.json")
    other = conversation_of(("manager", "I ask, they decide."))
    batches = [list(coach.classify([other, found.conversation, other], jobs=jobs)) for jobs in (1, 4)]

    assert reopened == live
    assert bytes_of(coach.assess(found.conversation), table) == live
    assert [bytes_of(batch[1], table) for batch in batches] == [live, live]
    assert len(json.loads(live)["evidence"]) >= 2
    assert check_record(json.loads(live), table, coach.versions.rubric_sha256) == []


@given(said=st.lists(st.sampled_from(sorted(SAID)), min_size=1, max_size=8))
@settings(deadline=None, max_examples=20)
def test_the_coachs_turns_make_no_difference_to_the_verdict(table, said):
    coach = a_coach(table)
    live = coach.assess(talk(coach, *said)).verdict
    bare = coach.assess(conversation_of(*[("manager", words) for words in said])).verdict

    assert (live.tier, live.rule, live.ratings, live.margin) == (bare.tier, bare.rule, bare.ratings, bare.margin)
    assert [piece.quote for piece in live.evidence] == [piece.quote for piece in bare.evidence]


@given(jobs=st.integers(1, 6))
@settings(deadline=None, max_examples=6)
def test_classify_keeps_the_order_of_its_input(table, jobs):
    given_ = [conversation_of(("manager", words)) for words in SAID]

    assert [a.conversation for a in a_coach(table).classify(given_, jobs)] == given_


def test_one_coach_serves_many_threads(coach, table):
    conversation = conversation_of(*[("manager", words) for words in TEN_TURNS])
    with ThreadPoolExecutor(8) as pool:
        records = {bytes_of(a, table) for a in pool.map(coach.assess, [conversation] * 16)}

    assert len(records) == 1


def test_the_same_conversation_always_gets_the_same_answers(coach):
    assert talk(coach, *TEN_TURNS[:4]) == talk(coach, *TEN_TURNS[:4])


def test_known_readings_are_not_read_again(table):
    conversation = exported(talk(a_coach(table), *list(SAID)[:2]))
    known = a_coach(table).read(conversation)

    silent = a_coach(table, ScriptedReader({}))
    assert silent.assess(conversation).verdict.evidence == ()
    assert len(silent.assess(conversation, known).verdict.evidence) == 2


# --- a full conversation ---


def test_ten_turns_work_with_every_socket_but_loopback_closed(coach):
    with pytest.warns(UserWarning, match="connect"), pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    conversation = talk(coach, *TEN_TURNS)

    assert len(conversation.messages) == 21
    assert all(m.content.strip() for m in conversation.messages)
    informed = [turn for turn in conversation.coach_turns() if turn.moves == (Move.INFORM, Move.ASK)]
    assert [set(turn.passages) <= set(coach.library.passages) for turn in informed] == [True]


def test_passages_about_verdicts_are_not_said_in_a_turn(coach):
    words = "What is a serious issue, and what is cause for concern?"
    near = [hit.passage for hit in coach.library.search(words, 8)]
    answer = coach.reply(coach.begin("c"), words).messages[-1]

    assert any(passage.tier is not None for passage in near)
    assert all(coach.library.passages[name].tier is None for name in answer.turn.passages)


def test_an_exported_conversation_gives_the_same_record_as_the_live_one(coach, table):
    conversation = talk(coach, *TEN_TURNS)

    assert bytes_of(coach.assess(exported(conversation)), table) == bytes_of(coach.assess(conversation), table)


# --- answers from the guide ---


def searching(table, found, asked=None):
    """A coach whose library finds the given passages, with their scores, whatever it is asked."""
    coach = a_coach(table)

    def search(words, count):
        if asked is not None:
            asked.append(words)
        return [Hit(passage=passages()[place], score=score) for place, score in found][:count]

    coach.library = Guide(coach.library.passages, search)
    return coach


@pytest.mark.parametrize("fitting", [2, 3, 5])
def test_advice_that_was_asked_for_cites_two_or_three_passages_and_ends_with_an_open_question(table, fitting):
    coach = searching(table, [(n, 0.9 - n / 10) for n in range(fitting)])
    answer = talk(coach, PLAIN, "They wait for me to decide.", "Just tell me what to do.").messages[-1]

    assert answer.turn.moves == (Move.INFORM, Move.ASK)
    assert list(answer.turn.passages) == [passage.id for passage in passages()[: min(fitting, 3)]]
    assert all(f"[{name}]" in answer.content for name in answer.turn.passages)
    assert is_open(last_sentence(answer.content))


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("Just tell me.", f"{PLAIN}\nThey wait for me to decide."),
        ("What would you do about the two who never come on time?", None),
    ],
)
def test_a_bare_request_for_advice_is_about_what_was_told_before(table, words, about):
    asked = []
    coach = searching(table, [(0, 0.9)], asked)
    conversation = talk(coach, PLAIN, "ok", "They wait for me to decide.")
    asked.clear()
    coach.reply(conversation, words)

    assert asked[0] == (about or words)


@pytest.mark.parametrize("words", ["Just tell me what to do.", "What is a hawser?"])
@pytest.mark.parametrize("found", [[], [(0, 0.1), (1, 0.05)]])
def test_where_nothing_in_the_guide_fits_the_coach_says_so_and_asks_nothing_about_it(table, words, found):
    answer = talk(searching(table, found), PLAIN, "They wait for me to decide.", words).messages[-1]

    assert any(entry.text in answer.content for entry in bank()._bank.nothing_found)
    assert (answer.turn.passages, answer.turn.moves) == ((), (Move.INFORM,))
    assert "?" not in answer.content


AT_A_LOSS = "I don't know what to do any more."


def test_somebody_at_a_loss_is_offered_a_passage_and_shown_it_after_a_yes(table):
    coach = searching(table, [(0, 0.9), (1, 0.8)])
    offered = talk(coach, PLAIN, AT_A_LOSS)
    shown = coach.reply(offered, "yes please").messages[-1]

    turn = offered.messages[-1].turn
    assert (turn.moves[-1], turn.offer, turn.passages) == (Move.PERMISSION, Offer.PASSAGE, (passages()[0].id,))
    assert passages()[0].title in offered.messages[-1].content
    assert passages()[0].text not in offered.messages[-1].content
    assert (shown.turn.moves, shown.turn.passages) == ((Move.INFORM, Move.ASK), turn.passages)


def test_an_offer_that_is_turned_down_is_dropped(table):
    coach = searching(table, [(0, 0.9), (1, 0.8)])
    answer = coach.reply(talk(coach, PLAIN, AT_A_LOSS), "no thanks").messages[-1]

    assert Move.INFORM not in answer.turn.moves
    assert answer.turn.moves[-1] is Move.ASK


def test_no_passage_is_offered_where_the_guide_has_none(table):
    answer = talk(searching(table, []), PLAIN, AT_A_LOSS).messages[-1]

    assert answer.turn.offer is None
    assert answer.content.endswith("?")


# --- disclosures ---

TIRED = "I'm exhausted, I cry every night and I can't sleep."
HIT = "He punched Sam last night."


def moves_after(coach, *words):
    return [turn.moves for turn in talk(coach, PLAIN, *words).coach_turns()[2:]]


def test_somebody_exhausted_may_go_on_at_once(table):
    answers = talk(a_coach(table), PLAIN, TIRED, "I'm fine, let's go on.").coach_turns()[2:]

    assert [(turn.moves, turn.offer) for turn in answers[:1]] == [((Move.SIGNPOST,), Offer.PAUSE)]
    assert answers[1].moves[-1] is Move.ASK


@pytest.mark.parametrize("words", ["Yes.", "It is hard to say."])
def test_somebody_exhausted_who_does_not_say_so_is_left_in_peace(table, words):
    assert moves_after(a_coach(table), TIRED, words) == [(Move.SIGNPOST,), (Move.REFLECT,)]


@pytest.mark.parametrize(
    "words", ["Thank you.", "He did not mean it.", "They wait for me to decide.", "Why do you ask?"]
)
def test_after_graver_harm_the_coaching_rests_for_one_turn(table, words):
    moves = moves_after(a_coach(table), HIT, words, "They wait for me to decide.")

    assert moves[:2] == [(Move.SIGNPOST,), (Move.REFLECT,)]
    assert moves[2][-1] is Move.ASK


@pytest.mark.parametrize("words", ["I'm fine, let's go on.", "Can we get on with it?"])
def test_the_manager_decides_when_the_coaching_goes_on(table, words):
    assert moves_after(a_coach(table), HIT, words)[1][-1] is Move.ASK


@pytest.mark.parametrize("words", ["Just tell me what to do.", "What should I do?", "I don't know what to do."])
@pytest.mark.parametrize("harm", [HIT, "I don't want to be here any more, I want to end it."])
def test_who_asks_what_to_do_about_harm_gets_no_options_from_a_guide(table, harm, words):
    answer = talk(a_coach(table), PLAIN, harm, words).messages[-1]

    assert answer.turn.moves == (Move.SIGNPOST,)
    assert (answer.turn.passages, answer.turn.question) == ((), None)
    assert answer.content == bank().after_signpost(asks=True)


def test_what_was_disclosed_is_never_taken_up_among_points_about_work(table):
    harm = "I stopped hiring women that age, they only leave."
    course = talk(a_coach(table), PLAIN, harm, "Let's go on.", *list(SAID)[:6], "stop")

    assert all("hiring women" not in m.content for m in course.messages if m.role == "assistant")


@pytest.mark.parametrize(("harm", "heard"), [(HIT, 0), (TIRED, 1)])
def test_what_is_said_about_graver_harm_is_no_evidence(table, harm, heard):
    words = "They wait for me before they order anything, even flour."
    conversation = talk(a_coach(table), PLAIN, harm, words)

    assert len(a_coach(table).assess(conversation).verdict.evidence) == heard


# --- the guard and the writer ---


def test_a_writer_within_the_rules_is_heard(table):
    answer = answer_by(table, draft())

    assert (answer.content, answer.turn.question) == (GOOD, "from-the-model")


@pytest.mark.parametrize("moves", [(Move.REFLECT, Move.ASK), (Move.ASK,)])
def test_a_writer_may_leave_out_giving_back(table, moves):
    text = GOOD if moves == (Move.ASK,) else f"So you are eleven people. {GOOD}"

    assert answer_by(table, draft(text, moves=moves)).turn.moves == moves


@pytest.mark.parametrize(
    "written",
    [
        draft("Thank you, that is all.", moves=(Move.CLOSE,)),
        draft("Thank you.", moves=(Move.REFLECT,)),
        draft(f"As the guide has it. {GOOD}", moves=(Move.INFORM, Move.ASK)),
        draft("Shall we go on?", moves=(Move.PERMISSION,)),
        draft(f"You did well. {GOOD}", moves=(Move.AFFIRM, Move.ASK)),
        draft("A doctor can help.", moves=(Move.SIGNPOST,)),
        draft("", moves=()),
    ],
)
def test_a_draft_that_makes_other_moves_than_planned_is_refused(table, written):
    answer = answer_by(table, written)

    assert answer.content != written.text
    assert answer.turn.moves[-1] is Move.ASK


@pytest.mark.parametrize(
    "written",
    [
        draft("Do you step away?"),
        draft("Why do they wait?"),
        draft("What happens? And who decides?"),
        draft("Thank you."),
        draft("You should delegate. What would that change?"),
        draft("“They never decide”. What makes it so?", quotes=("They never decide",)),
        draft("This sounds like a Serious Issue. What next?"),
        draft("Hello again. What brings you here?"),
        draft("As the guide has it. What next?", passages=(passages()[0].model_copy(update={"id": "made-up"}),)),
        draft(""),
        draft("As the guide has it [made-up-source]. What next?"),
        draft("As Dr Smith has shown (2019). What next?"),
        draft(
            "You should fire them. What next?",
            passages=(passages()[0].model_copy(update={"text": "You should fire them."}),),
        ),
        draft("What next?", quotes=("They never decide",)),
        draft("This is a serious_issue. What next?"),
    ],
)
def test_what_breaks_the_rules_is_replaced_by_the_bank(table, written):
    answer = answer_by(table, written)

    assert answer.content != written.text
    assert answer.turn.question in {question.id for question in bank()._bank.questions}
    assert last_sentence(answer.content).endswith("?")


def test_a_disclosure_never_reaches_the_writer(table):
    writer = ScriptedWriter([draft("Hello. What brings you here?"), draft()])
    coach = a_coach(table, writer=writer)
    coach.reply(coach.begin("c"), "He punched Sam last night.")

    assert len(writer.plans) == 1


# --- readers ---


@pytest.mark.parametrize(
    "proposed",
    [
        candidate("gives_answers", "shown", "I always tell them what to do"),
        candidate("gives_answers", "shown", "we are eleven people"),
        candidate("gives_answers", "shown", ""),
        candidate("not_an_indicator", "shown", PLAIN),
    ],
)
def test_invented_quotes_and_indicators_get_nothing_through(table, proposed):
    coach = a_coach(table, ScriptedReader({PLAIN: [proposed]}))
    conversation = talk(coach, PLAIN)

    assert coach.assess(conversation).verdict.evidence == ()
    assert [r.candidate for r in coach.read(conversation)[1].rejected] == [proposed]


def test_the_coachs_own_words_are_no_evidence(table):
    coach_said = "It sounds as though they wait for you to decide."
    reader = ScriptedReader({PLAIN: [candidate("waits_to_be_told", "shown", "they wait for you to decide")]})
    coach = a_coach(table, reader)

    assert coach.assess(conversation_of(("coach", coach_said), ("manager", PLAIN))).verdict.evidence == ()


def test_a_reader_is_asked_about_the_managers_messages_only_and_sees_no_later_one(table):
    seen = []

    class Watching(ScriptedReader):
        def read(self, conversation, message):
            seen.append((message, len(conversation.messages), conversation.messages[message].role))
            return []

    a_coach(table, Watching({})).assess(conversation_of(("manager", "a"), ("coach", "b"), ("manager", "c")))

    assert seen == [(0, 1, "user"), (2, 3, "user")]


def test_a_conversation_without_a_word_of_the_manager_has_not_enough_evidence(table):
    coach = a_coach(table)

    assert coach.assess(coach.begin()).verdict.tier == "not_enough_evidence"


# --- languages ---

FOREIGN = {
    "de": "Meine Leute warten immer, bis ich ihnen sage, was sie als Nächstes tun sollen.",
    "fr": "Mes équipes attendent toujours que je décide pour elles, même pour la farine.",
    "es": "Mi equipo siempre espera a que yo decida lo que hay que hacer, incluso los sábados.",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_a_conversation_in_another_language_is_not_scored_and_says_why(coach, table, code):
    assessment = coach.assess(conversation_of(("coach", "What brings you here?"), ("manager", FOREIGN[code])))

    assert assessment.verdict is None
    assert code in assessment.unscored
    assert coach.reader.name in assessment.unscored
    assert to_record(assessment, table)["tier"] == "unscored"


def test_the_coach_says_that_it_does_not_follow(coach):
    answer = talk(coach, FOREIGN["de"]).messages[-1]

    assert (answer.content, answer.turn.moves) == (bank().unreadable(), (Move.INFORM,))


def test_the_coachs_language_does_not_count(coach):
    said = conversation_of(("coach", FOREIGN["de"] * 3), ("manager", "They wait for me before they order anything."))

    assert coach.assess(said).verdict is not None


@pytest.mark.parametrize("words", ["ok", "ja", "Bonjour", ""])
def test_a_short_conversation_is_scored(coach, words):
    assert coach.assess(conversation_of(("manager", words))).verdict.tier == "not_enough_evidence"


def test_a_disclosure_in_an_unscored_conversation_is_flagged_all_the_same(coach):
    said = conversation_of(("manager", FOREIGN["de"]), ("manager", "He punched Sam."), ("manager", FOREIGN["de"]))

    assert [flag.message for flag in coach.assess(said).flags] == [1]


def test_a_reader_for_any_language_is_trusted_with_any(table):
    coach = a_coach(table, scripted_reader())

    assert coach.assess(conversation_of(("manager", FOREIGN["fr"]))).verdict is not None


def test_what_the_coach_of_another_program_said_declares_nothing(table):
    conversation = conversation_of(("coach", "Hello?"), ("manager", PLAIN))
    answer = a_coach(table).respond(conversation).messages[-1]

    assert isinstance(answer, Message)
    assert answer.turn.moves[-1] is Move.ASK
