"""The rules a whole conversation keeps, each a function from a conversation to its breaches."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from engine_parts import HOLLOW, SAID, STOPS, TALK, a_coach, bank, passages, scripted_reader
from hypothesis import strategies as st

from coach.conversation import CoachTurn, Conversation, Focus, Kind, Link, Message, Move, Stage
from coach.guard import problems
from coach.inquiry import Heard
from coach.requests import Request, may_be_step, names_day, request_of
from coach.rubric_file import load_rubric
from coach.settings import data_path

DONE = {
    "I asked Dev on Monday what he would do, and he sorted the rota.": ("asks_to_teach", "shown"),
    "I told Lena last week that it was hers to decide, and she did.": ("decides_independently", "shown"),
}
AIMS = [
    "How do I get them to decide without me?",
    "I want to stop being the one they all wait for.",
    "I'd like to be clearer about what to do with my deputy.",
    "Help me work out whether I tell them too much.",
]
ASKED = [
    "What is accountability?",
    "Can you explain what coaching means?",
    "Just tell me what you'd do.",
    "Any tips?",
    "Why do you ask?",
    "What's the verdict?",
    "Is this private?",
    "Are you a bot?",
    "How many more questions?",
    "What do you mean by that?",
    "I don't understand the question.",
]
COMPLAINTS = ["That's not what I meant.", "You already asked me that.", "You're not listening.", "Stupid question."]
LOST = ["I don't know what else to try with them.", "I'm at a loss with the two of them."]
STEPS = [
    "I'll ask Marco what he would do before I answer.",
    "I'm going to sit down with Priya and let her plan the rota.",
    "On Friday I'll let Dev close the kitchen on his own.",
]
DAYS = ["By Friday.", "Tomorrow morning.", "On the 14th"]
YES_NO = ["Yes please.", "No thanks.", "Sure, go on.", "Not really."]

SUBSTANCE = [*TALK, *DONE, *AIMS, *LOST, *STEPS]
EVERYTHING = [*SUBSTANCE, *HOLLOW, *ASKED, *COMPLAINTS, *DAYS, *YES_NO, *STOPS]

with_hollow = st.lists(st.sampled_from(SUBSTANCE * 2 + HOLLOW + YES_NO), min_size=1, max_size=14)
anything = st.lists(st.sampled_from(SUBSTANCE * 2 + EVERYTHING), min_size=1, max_size=12)

QUESTION = {question.id: question for question in bank()._bank.questions}
BRIDGES = {(entry.criterion, entry.text) for entry in bank()._bank.bridges}
LIBRARY = {passage.id: passage for passage in passages()}
ON_ONE_SUBJECT = 3
TURNS_FOR_ONE_BRIDGE = 3
GIVES_BACK = {Move.REFLECT, Move.SUMMARISE}


def the_coach(table, **options):
    return a_coach(table, reader=scripted_reader({**SAID, **DONE}), **options)


def turns(conversation: Conversation) -> tuple[CoachTurn, ...]:
    return conversation.coach_turns()


def answers(conversation: Conversation) -> Iterator[tuple[str, Message]]:
    """Each of the manager's messages with the coach's answer to it."""
    for said, answer in pairwise(conversation.messages):
        if said.role == "user" and answer.turn is not None:
            yield said.content, answer


def asks(conversation: Conversation) -> list[CoachTurn]:
    return [turn for turn in turns(conversation) if Move.ASK in turn.moves]


def first_round(conversation: Conversation) -> list[CoachTurn]:
    """The turns up to the first goodbye, which is among them."""
    course = list(turns(conversation))
    closed = next((n for n, turn in enumerate(course) if Move.CLOSE in turn.moves), len(course))
    return course[: closed + 1]


def leading(course: list[CoachTurn]) -> list[CoachTurn]:
    """The asks that lead on: neither about the aim, nor an answer to a question of the manager's."""
    aside = (Stage.OPENING, Stage.AIM, Stage.COMPARE, Stage.CHOOSE)
    return [turn for turn in course if Move.ASK in turn.moves and turn.stage not in aside]


def turns_without_moves_or_words(conversation):
    return [m for m in conversation.messages if m.role == "assistant" and not (m.turn.moves and m.content.strip())]


RUBRIC = load_rubric(data_path("knowledge") / "rubric.yaml")
VERDICTS = [text for tier in RUBRIC.tiers for text in (tier.title, tier.meaning)]


def turns_the_guard_refuses(conversation):
    """Among them every ask without exactly one open question, and every quote that is not verbatim."""
    found = []
    for number, message in enumerate(conversation.messages):
        if message.turn is not None:
            cited = [LIBRARY[name] for name in message.turn.passages]
            before = conversation.model_copy(update={"messages": conversation.messages[:number]})
            found += problems(
                message.content,
                message.turn.moves,
                before,
                citable=LIBRARY,
                cited=message.turn.passages,
                borrowed=[
                    *bank().borrowed(),
                    *(VERDICTS if request_of(before.messages[-1].content if number else "") is Request.VERDICT else ()),
                    *(line for passage in cited for line in (passage.title, *passage.text.splitlines())),
                ],
                quotes=message.turn.quotes,
            )
    return found


def third_asks_in_a_row_without_giving_back(conversation):
    """An answer or offer in between gives nothing back; a goodbye begins anew."""
    found, bare = [], 0
    for turn in turns(conversation):
        bare = 0 if {*GIVES_BACK, Move.CLOSE} & set(turn.moves) else bare + (Move.ASK in turn.moves)
        found += [turn.question] if bare > 2 else []
    return found


def quotes_in_two_turns_running(conversation):
    """A close may quote the step and its day whatever was quoted before."""
    steps = [
        m.content
        for m in conversation.messages
        if m.role == "user" and (may_be_step(m.content) or names_day(m.content))
    ]
    found = []
    for before, turn in pairwise(turns(conversation)):
        closes = Move.CLOSE in turn.moves
        quotes = [quote for quote in turn.quotes if not closes or not any(quote in step for step in steps)]
        found += quotes if before.quotes else []
    return found


def asked_twice(conversation):
    spoken = Counter(turn.question for turn in asks(conversation) if turn.question)
    return [question for question, times in spoken.items() if times > 1]


def bridges_too_close(conversation):
    course = turns(conversation)
    windows = (course[n : n + TURNS_FOR_ONE_BRIDGE] for n in range(len(course)))
    return [window for window in windows if sum(turn.link is Link.BRIDGES for turn in window) > 1]


def new_subjects_without_a_bridge(conversation):
    """Turns of the coach's own to a new subject that no bridge leads to."""
    return [
        answer.content
        for _, answer in answers(conversation)
        if answer.turn.link is Link.BRIDGES
        and not any(answer.turn.criterion == about and text in answer.content for about, text in BRIDGES)
    ]


def subjects_changed_in_silence(conversation):
    """Turns that say they stay and yet go to a criterion other than the one before."""
    about = [turn for turn in turns(conversation) if turn.stage is Stage.CRITERION]
    return [b for a, b in pairwise(about) if b.link is Link.STAYS and a.criterion != b.criterion]


def subjects_stayed_with_too_long(conversation):
    put_again = [a.turn.question for said, a in answers(conversation) if request_of(said) is Request.UNCLEAR]
    about = [t for t in asks(conversation) if t.stage is Stage.CRITERION and t.question not in put_again]
    counted = Counter(turn.criterion for turn in about)
    return [criterion for criterion, times in counted.items() if times > ON_ONE_SUBJECT]


def contradictions_named_twice(conversation):
    named = Counter(turn.criterion for turn in asks(conversation) if turn.both_sides)
    return [criterion for criterion, times in named.items() if times > 1]


def contradictions_with_one_side(conversation):
    return [turn for turn in asks(conversation) if turn.both_sides and len(turn.paraphrased) != 2]


def left_before(conversation, turn):
    """The questions that were not asked when a turn was made."""
    made = list(turns(conversation)).index(turn)
    asked = {earlier.question for earlier in turns(conversation)[:made]}
    return [question for question in QUESTION.values() if question.id not in asked]


def same_kind_twice_though_another_was_left(conversation):
    found = []
    for before, turn in pairwise(asks(conversation)):
        if turn.kind is not before.kind or turn.question not in QUESTION:
            continue
        question = QUESTION[turn.question]
        if (question.heard, question.kind) == (Heard.STRENGTH_CLAIMED, Kind.EVIDENCE):
            continue  # a claim is asked for an instance whatever was asked before
        beside = [q for q in left_before(conversation, turn) if (q.shelf, q.heard) == (question.shelf, question.heard)]
        found += [turn.question] if any(q.kind is not turn.kind for q in beside) else []
    return found


def claims_not_asked_for_an_instance(conversation):
    found = []
    for turn in asks(conversation):
        question = QUESTION.get(turn.question)
        if question is None or question.heard is not Heard.STRENGTH_CLAIMED or question.kind is Kind.EVIDENCE:
            continue
        beside = [q for q in left_before(conversation, turn) if (q.shelf, q.heard) == (question.shelf, question.heard)]
        found += [turn.question] if any(q.kind is Kind.EVIDENCE for q in beside) else []
    return found


def ahead(course):
    """By how many asks the manager's own doing is ahead of the team's, after each ask among some turns."""
    count = Counter()
    for turn in course:
        if Move.ASK in turn.moves:
            count[turn.focus] += 1
            yield count[Focus.MANAGER] - count[Focus.TEAM]


def balance_lost_though_it_could_be_kept(conversation):
    """Asks of the focus that was ahead though a question of the other one would have fitted as well."""
    found, lead, before = [], 0, None
    for turn in asks(conversation):
        question = QUESTION.get(turn.question)
        if question is not None and lead * (1 if turn.focus is Focus.MANAGER else -1) > 0:
            beside = [
                q for q in left_before(conversation, turn) if (q.shelf, q.heard) == (question.shelf, question.heard)
            ]
            if question.heard is Heard.STRENGTH_CLAIMED:
                beside = [q for q in beside if q.kind is question.kind]
            elif turn.kind is not before:
                beside = [q for q in beside if q.kind is not before]
            found += [turn.question] if any(q.focus is not turn.focus for q in beside) else []
        lead += {Focus.MANAGER: 1, Focus.TEAM: -1, None: 0}[turn.focus]
        before = turn.kind
    return found


def stops_not_honoured(conversation):
    return [
        said
        for said, answer in answers(conversation)
        if request_of(said) is Request.STOP and answer.turn.moves != (Move.CLOSE,)
    ]


RULES = (
    turns_without_moves_or_words,
    turns_the_guard_refuses,
    third_asks_in_a_row_without_giving_back,
    quotes_in_two_turns_running,
    asked_twice,
    bridges_too_close,
    new_subjects_without_a_bridge,
    subjects_changed_in_silence,
    subjects_stayed_with_too_long,
    contradictions_named_twice,
    contradictions_with_one_side,
    same_kind_twice_though_another_was_left,
    claims_not_asked_for_an_instance,
    balance_lost_though_it_could_be_kept,
    stops_not_honoured,
)
