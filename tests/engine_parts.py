from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from coach.asking.bank import QuestionBank
from coach.conversation import Conversation, Message
from coach.engine import Coach, Versions
from coach.evidence import Candidate, Certainty, Evidence
from coach.reading.scripted import ScriptedReader
from coach.retrieval.index import Hit
from coach.retrieval.passages import Passage, load_guide
from coach.settings import data_path

CRITERION = {
    "waits_to_be_told": ("autonomy", "concern"),
    "unguided_decisions": ("autonomy", "concern"),
    "decides_independently": ("autonomy", "strength"),
    "gives_answers": ("coaching", "concern"),
    "asks_to_teach": ("coaching", "strength"),
    "manages_people_as_process": ("people_over_process", "concern"),
    "leads_people": ("people_over_process", "strength"),
    "written_plan": ("accountability", "strength"),
    "no_written_plan": ("accountability", "concern"),
    "one_size_fits_all": ("motivation", "concern"),
    "knows_individuals": ("motivation", "strength"),
    "hires_reactively": ("recruiting", "concern"),
    "promotes_for_tenure_or_task": ("promotion", "concern"),
    "stalls_growth": ("growth", "concern"),
    "grows_leaders": ("growth", "strength"),
    "low_ownership": ("ownership", "concern"),
}
SAID = {
    "They wait for me before they order anything, even flour.": ("waits_to_be_told", "stated"),
    "On Tuesday Priya re-planned the shift and told me afterwards.": ("decides_independently", "shown"),
    "Saturday I drove out and shaped the loaves myself.": ("gives_answers", "shown"),
    "I suppose I tell them the answer now and then.": ("gives_answers", "hedged"),
    "I mostly ask them what they would do, and then I wait.": ("asks_to_teach", "stated"),
    "Every case has a timer and I manage the timer.": ("manages_people_as_process", "stated"),
    "I sit down with each of them on Fridays, no agenda.": ("leads_people", "stated"),
    "Everyone has a ninety-day plan on one page and we read it monthly.": ("written_plan", "shown"),
    "They all get the same bonus, whoever they are.": ("one_size_fits_all", "stated"),
    "We look for somebody when somebody has gone.": ("hires_reactively", "stated"),
    "Brian was made manager because he had been there longest.": ("promotes_for_tenure_or_task", "shown"),
    "Nobody here is ready for my job and nobody is being made ready.": ("stalls_growth", "stated"),
    "Lena runs the Thursday meeting now so that she can have my post.": ("grows_leaders", "shown"),
    "It is my shop to them, they do their hours.": ("low_ownership", "stated"),
}

PLAIN = [
    "Sales fell again and I do not know where to begin.",
    "We are eleven people in two shops.",
    "My deputy left in spring, it has been uneven since.",
    "There is a lot going on, the move and the new till.",
]
HOLLOW = ["ok", "dunno", "Yes.", "hm", "not sure", "no idea", "...", "👍"]
QUESTIONS = ["What is accountability?", "Can you explain what coaching means?", "How does delegation work in a shop?"]
ADVICE = ["Just tell me.", "What would you do?", "Any tips?"]
WHY = ["Why do you ask?"]
STOPS = ["stop", "bye", "That's all, thanks.", "I have to go", "goodbye"]
TALK = [*SAID, *PLAIN]


@cache
def bank():
    return QuestionBank(data_path("knowledge") / "questions.yaml")


@cache
def passages():
    return load_guide(data_path("knowledge") / "guide")


def search(query, count):
    """Passages that share most words with the query."""
    words = set(query.lower().split())
    ranked = sorted(passages(), key=lambda p: (-len(words & set(p.text.lower().split())), p.id))
    return [Hit(passage=passage, score=1.0) for passage in ranked[:count]]


def scripted_reader(said=SAID):
    return ScriptedReader({words: [candidate(*heard, words)] for words, heard in said.items()})


def candidate(indicator, certainty, words):
    return Candidate(indicator=indicator, certainty=Certainty(certainty), quote=words)


class Guide(NamedTuple):
    """The guide as a library that nobody adds to."""

    passages: Mapping[str, Passage]
    search: Callable[[str, int], Sequence[Hit]]


def a_coach(table, reader=None, writer=None, max_asks=8):
    """A coach with the real bank and guard, a scripted reader, and a library with a trivial search."""
    reader = reader or scripted_reader()
    versions = Versions(app="test", reader=reader.name, reader_sha256=reader.sha256, rubric_sha256="0" * 64)
    library = Guide(passages={passage.id: passage for passage in passages()}, search=search)
    return Coach(table, reader, writer or bank(), bank(), library, versions, max_asks)


def talk(coach, *messages, conversation_id="talk"):
    conversation = coach.begin(conversation_id)
    for words in messages:
        conversation = coach.reply(conversation, words)
    return conversation


def last_turn(coach, *messages):
    return talk(coach, *messages).messages[-1]


def exported(conversation):
    """The conversation as classify reads it: words only."""
    plain = tuple(Message(role=m.role, content=m.content) for m in conversation.messages)
    return Conversation(id=conversation.id, messages=plain)


def evidence(indicator, certainty="stated", quote="They wait for me to decide", message=1):
    criterion, polarity = CRITERION[indicator]
    return Evidence(
        indicator=indicator,
        criterion=criterion,
        polarity=polarity,
        certainty=Certainty(certainty),
        quote=quote,
        message=message,
        start=0,
        end=len(quote),
        reader="r",
    )
