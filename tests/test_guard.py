import pytest
from engine_parts import passages
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.conversation import Conversation, Message, Move
from coach.guard import gives_advice, is_open, last_sentence, problems

TITLES = ("Serious Issue", "Cause for Concern", "Seems Under Control", "Not Enough Evidence Yet")
SAID = "They wait for me before they order anything."
TOLD = Conversation(
    id="c",
    messages=(
        Message(role="assistant", content="Hello. What brings you here?"),
        Message(role="user", content=SAID),
        Message(role="assistant", content="“They wait for me”. What happens then?"),
        Message(role="user", content="You should see it, it is a cause for concern, why not let them?"),
    ),
)


def objections(text, *moves, **more):
    return problems(text, moves, TOLD, verdict_names=TITLES, **more)


@pytest.mark.parametrize(
    "question",
    [
        "What happens when you are away?",
        "How do you tell which decisions are yours?",
        "Who decides on Saturdays?",
        "Think of the last tricky call; how did it get settled?",
        "If a colleague were sitting in on this, what would they say?",
        "In what way does it matter to you?",
        "Between now and Friday, which of these would you like to try?",
        "Whose idea was it?",
        "What have you tried with this so far?",
        "What did you have to take on trust?",
        "Which of these have you thought about most?",
        "What would you need to see before you left it to them?",
    ],
)
def test_an_open_question_passes(question):
    assert is_open(question)
    assert objections(question, Move.ASK) == []


@pytest.mark.parametrize(
    "question",
    [
        "Do you know what they want?",
        "Is that how it goes?",
        "And have you asked them what they need?",
        "Could you say who decides?",
        "Isn't that what you wanted?",
        "Don't you think they know how to do it?",
        "Does it matter?",
        "They wait for you?",
        "Really?",
        "Why do they wait?",
        "Tell me why that is, and what you did?",
        "Isn’t that what you wanted?",
        "Won't you say what they do?",
        "Well, do you know what they want?",
        "You know what I mean?",
    ],
)
def test_a_closed_question_or_a_why_is_refused(question):
    assert not is_open(question)
    assert objections(question, Move.ASK) == ["the question is closed"]


@pytest.mark.parametrize(
    "text",
    [
        "I see. Tell me more.",
        "What happens? Who decides?",
        "What happens then? I wonder.",
        "",
    ],
)
def test_an_ask_ends_with_its_one_question(text):
    assert any("ends with its one question" in line for line in objections(text, Move.REFLECT, Move.ASK))


@pytest.mark.parametrize("move", [Move.REFLECT, Move.SUMMARISE, Move.AFFIRM, Move.INFORM, Move.CLOSE])
def test_a_turn_that_is_no_ask_asks_nothing(move):
    assert objections("Thank you. Let me take that in.", move) == []
    assert objections("Thank you. What next?", move) == [f"asks something although its moves are {move}"]


@pytest.mark.parametrize(
    "text",
    [
        "Shall we go on?",
        "There is a passage on this. Would you like to see it?",
        "My questions may not be landing. Is this still useful to you?",
    ],
)
def test_a_permission_ends_with_one_question_for_yes_or_no(text):
    assert objections(text, Move.PERMISSION) == []
    assert objections(text, Move.REFLECT, Move.PERMISSION) == []


@pytest.mark.parametrize(
    ("text", "objection"),
    [
        ("Shall we go on? Or stop?", "a permission ends with its one question, this has 2 question marks"),
        ("Shall we go on? I would be glad.", "a permission ends with its one question, this has 1 question marks"),
        ("We can go on.", "a permission ends with its one question, this has 0 question marks"),
        ("What would you like to do?", "a permission asks for yes or no"),
    ],
)
def test_a_permission_that_does_not_is_refused(text, objection):
    assert objections(text, Move.PERMISSION) == [objection]


def test_an_affirmation_asks_nothing_and_may_stand_before_a_question():
    assert objections("You asked them on Friday. That counts for something.", Move.AFFIRM) == []
    assert objections("You asked them. Is that not good?", Move.AFFIRM) != []
    assert objections("You asked them. That counts. What did they say?", Move.AFFIRM, Move.ASK) == []


def test_a_signpost_asks_at_most_once():
    assert objections("A doctor can help. Would you like to pause here?", Move.SIGNPOST) == []
    assert objections("Are you safe? Would you like to pause?", Move.SIGNPOST) != []


@pytest.mark.parametrize(
    "advice",
    [
        "You should delegate more.",
        "You need to let them decide.",
        "You ought to write it down.",
        "You have to trust them.",
        "I'd suggest a plan.",
        "I would recommend asking them.",
        "I advise patience.",
        "My advice is to wait.",
        "If I were you I would wait.",
        "Try to ask first.",
        "Make sure you follow up.",
        "The best thing to do is to wait.",
        "I would strongly recommend a plan.",
        "You might want to delegate more.",
        "You could let them decide.",
        "Consider letting them decide.",
        "Begin small, and try to wait.",
        "Ask them first; have you considered it.",
        "I’d suggest a plan.",
    ],
)
def test_advice_is_refused_before_a_good_question_and_alone(advice):
    assert "gives advice nobody asked for" in objections(advice, Move.REFLECT)
    assert "gives advice nobody asked for" in objections(f"{advice} What would that change?", Move.ASK)


@pytest.mark.parametrize(
    "question",
    [
        "What stops you, and have you tried asking them?",
        "How would it be, or why don't you let them decide?",
        "What happens then, or wouldn't it be better to wait?",
        "How about letting them decide?",
        "What if you let them decide?",
    ],
)
def test_advice_within_a_question_is_refused(question):
    assert "gives advice nobody asked for" in objections(question, Move.ASK)


@pytest.mark.parametrize(
    "words",
    ["You try to ask rather than tell.", "What did you have to learn?", "They have tried it.", "They should go."],
)
def test_what_somebody_did_or_does_is_no_advice(words):
    assert not gives_advice(words)


@pytest.mark.parametrize("title", TITLES)
def test_the_name_of_a_verdict_is_refused_in_any_case(title):
    assert f"names the verdict {title!r}" in objections(f"This is a {title.lower()}. What next?", Move.ASK)


def test_a_quote_of_the_managers_own_words_passes():
    assert objections("“They wait for me”. What do they order?", Move.REFLECT, Move.ASK) == []


@pytest.mark.parametrize(
    "text",
    [
        "You said “they never wait”. What do they order?",
        "You said “they wait for me”. What do they order?",
        "You said “What brings you here”. What do they order?",
        'You said "they never wait". What do they order?',
        "You said ‘they never wait’. What do they order?",
    ],
)
def test_a_quote_that_the_manager_never_said_is_refused(text):
    assert any("not verbatim" in line for line in objections(text, Move.ASK))


@pytest.mark.parametrize(
    "quote",
    [
        "You should see it",
        "a cause for concern",
    ],
)
def test_the_managers_own_words_may_be_said_back_whatever_they_are(quote):
    assert objections(f"You said “{quote}”. What makes it so?", Move.ASK) == []


def test_a_citation_must_exist():
    known = passages()[0].id

    assert objections("As the guide has it.", Move.INFORM, citable=[known], cited=[known]) == []
    refused = objections("As the guide has it.", Move.INFORM, citable=[known], cited=["made-up"])
    assert refused == ["cites 'made-up', which does not exist"]


def test_a_short_line_of_a_passage_excuses_no_word_that_only_holds_it():
    assert objections("The guide says so. You should too.", Move.INFORM, borrowed=["so", "o", "sh"]) != []


def test_a_borrowed_passage_may_say_what_the_coach_may_not():
    passage = "You should ask why. Have you tried that?"

    assert objections(f"The guide:\n{passage}", Move.INFORM) != []
    assert objections(f"The guide:\n{passage}", Move.INFORM, borrowed=[passage]) == []
    assert objections(f"The guide:\n{passage}\nYou should too.", Move.INFORM, borrowed=[passage]) != []


@pytest.mark.parametrize(
    "text",
    [
        "What happens then?",
        "I see. What happens then?",
        "Let me ask.\n\nWhat happens then?",
        "What happens, then?",
        "what happens then?",
        "Thank you.\nWhat happens then?",
    ],
)
def test_the_same_question_is_refused_whatever_stands_before_it(text):
    assert objections(text, Move.ASK) == ["asks the same thing again"]


def test_the_same_words_after_a_colon_are_another_question():
    assert last_sentence("Another way of asking: what happens then?") == "Another way of asking: what happens then?"
    assert objections("On Fridays: what happens then?", Move.ASK) == []


@pytest.mark.parametrize("text", ["As the guide has it [made-up]. What next?", "As Smith says (2019). What next?"])
def test_a_made_up_citation_in_the_text_is_refused(text):
    assert any("does not exist" in line for line in objections(text, Move.ASK))


def test_all_that_is_wrong_is_named_at_once():
    found = objections("You should. “No” is a serious issue. What happens then?", Move.ASK, cited=["x"])

    assert len(found) == 5


@given(text=st.text(max_size=300), moves=st.sets(st.sampled_from(Move)))
@settings(deadline=None)
def test_any_text_at_all_is_judged(text, moves):
    assert all(isinstance(line, str) for line in problems(text, moves, TOLD))


@given(before=st.sampled_from(["", "I see. ", "“They wait for me”. ", "As you say:\n\n"]))
def test_the_last_sentence_is_the_question(before):
    assert last_sentence(f"{before}What happens then?") == "What happens then?"


# --- drafts that look well and are not ---

WENT = Conversation(
    id="w",
    messages=(
        Message(role="assistant", content="How did that go?"),
        Message(role="user", content="They wait for me, and I don't like the reps' rota."),
    ),
)


def held_against(text, **more):
    """What is held against a text as the move it would be: an ask where it asks, a reflection where not."""
    return problems(text, (Move.ASK if "?" in text else Move.REFLECT,), WENT, **more)


@pytest.mark.parametrize(
    "text",
    [
        "Start delegating on Monday. What would help?",
        "Stop answering their questions.",
        "Give them a limit.",
        "Give them a limit. What would change?",
        "Perhaps you could let them decide. What would happen?",
        "The best way is to wait.",
        "The best way to do that is to wait. What next?",
        "It would help to write it down. What then?",
        "One option is to let them decide. What then?",
        "What you need is a plan.",
        "- Give them a limit.",
        "1. Give them a limit.",
        "Then let them decide.",
        "Don't answer their questions.",
        "Always ask first.",
        "Delegate.",
        "Please delegate more. What then?",
        "It is better to wait. What then?",
        "A good leader should delegate. What then?",
        "You could also ask them. What then?",
        "Maybe ask them first. What then?",
        "I'd start with Marco. What then?",
        "Let go. What then?",
        "I hear you. Let them decide! What then?",
    ],
)
def test_advice_as_an_order_or_in_other_words_is_refused(text):
    assert held_against(text) == ["gives advice nobody asked for"]


def test_an_order_that_a_passage_gives_may_be_borrowed():
    assert held_against("- Give them a limit.", borrowed=["Give them a limit."]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Your team seems to be under control. What next?",
        "You are a micromanager.",
        "You're a bit of a micromanager. What next?",
        "this is a serious problem in your team",
        "I think this is a serious problem in your team. What next?",
        "Your team is dysfunctional. What then?",
        "You are a bad manager. What then?",
    ],
)
def test_a_verdict_in_other_words_is_refused(text):
    assert any("passes a verdict" in line for line in held_against(text))


def test_the_managers_own_judgement_may_be_said_back():
    told = Conversation(id="t", messages=(Message(role="user", content="This is a big problem, I think."),))

    assert problems("So this is a big problem.", (Move.REFLECT,), told) == []


@pytest.mark.parametrize(
    "text",
    [
        "What do you think, is it your fault?",
        "Tell me, is it your fault?",
        "What happens then, do they leave?",
        "How did it feel, bad, right?",
    ],
)
def test_the_last_clause_decides_whether_a_question_is_closed(text):
    assert held_against(text) == ["the question is closed"]


@pytest.mark.parametrize(
    "text",
    [
        "You said 'my reps hate me'. What happens?",
        "You said «my reps hate me». What happens?",
        "You said „my reps hate me“. What happens?",
        "You said ‹my reps hate me›. What happens?",
        'You said “my reps hate me". What happens?',
        "“My reps don't wait” is it. What happens?",
        "You said 'they don't wait'. What happens?",
    ],
)
def test_a_false_quote_is_refused_in_any_marks(text):
    assert any("not verbatim" in line for line in held_against(text))


@pytest.mark.parametrize(
    "text",
    [
        "Smith et al., 2019 found it. What next?",
        "People wait (Smith 2019). What next?",
        "Smith and Jones (2019) say so. What next?",
        "So say Smith & Jones, 2019. What next?",
        "(Smith, 2019, p. 3) What next?",
    ],
)
def test_a_citation_in_any_form_must_exist(text):
    assert any("which does not exist" in line for line in held_against(text))


@pytest.mark.parametrize(
    "text", ["Ok: how did that go?", "So, how did that go?", "And how did that go?", "Ok – how did that go?"]
)
def test_the_same_question_is_refused_behind_a_lead_in(text):
    assert held_against(text) == ["asks the same thing again"]


@pytest.mark.parametrize("move", [Move.REFLECT, Move.SUMMARISE, Move.AFFIRM])
@pytest.mark.parametrize("text", ["What happens then?", "Ok, what happens then?", "Think of Friday; what happened?"])
def test_a_turn_that_gives_back_is_more_than_its_question(move, text):
    assert problems(text, (move, Move.ASK), WENT) == ["gives nothing back before its question"]


@pytest.mark.parametrize(
    "text",
    ["A study has shown that people wait.", "Research shows that people wait.", "One study from Leeds is clear."],
)
def test_research_is_not_spoken_of_without_a_citation(text):
    known = passages()[0].id

    assert problems(text, (Move.INFORM,), WENT) == ["speaks of research but cites nothing"]
    assert problems(text, (Move.INFORM,), WENT, citable=[known], cited=[known]) == []


def test_what_the_coach_says_of_itself_needs_no_citation():
    assert problems("I am a program, not a person.", (Move.INFORM,), WENT) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tell me about the last time: what happened?",
        "Think of the last time; who decided?",
        "Take the last time they waited: what did you do?",
        "Picture next month: what is different?",
        "Pick a day: what happened?",
        "Let me ask you something. What happens then?",
        "At what point, as you tell it, does it start?",
        "What would it take, would you say?",
        "What would you do, were they to leave?",
        "On Fridays: how did that go?",
        "Walk me through it: who spoke first?",
        "Give me an example: what happened?",
        "What would you need to see before you left it to them?",
        "Put yourself in their shoes: what would you see?",
        "What is hardest for you when they wait, and what do you do?",
        "Start with the last time: who spoke?",
    ],
)
def test_an_honest_opening_of_a_question_passes(text):
    assert held_against(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You are a great one for asking questions. What happens then?",
        "The reps' rota isn't theirs, and that's how it's always been. What don't they like?",
        "You don't like the reps' rota or the managers' one. What matters?",
        "“They wait for me”: what happens then?",
        "So they wait for you, and nothing is ordered; what happens then?",
        "'They wait for me' is what you said. What then?",
        "You told me this: 'cause of the reps' rota. What then?",
        "Trust is low, you say. What then?",
        "You ask them, and then they wait. What then?",
        "You came back in 2019 (in spring). What then?",
        "“They wait” ask you to decide. What then?",
        "That sounds like a serious wish. What then?",
        "It sounds as if things are hard. What then?",
    ],
)
def test_a_reflection_before_a_question_passes_whatever_apostrophes_it_has(text):
    assert problems(text, (Move.REFLECT, Move.ASK), WENT) == []
