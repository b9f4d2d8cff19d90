"""What the manager asks of the coach, and what only looks like it."""

import pytest
from engine_parts import HOLLOW, TALK
from hypothesis import given
from hypothesis import strategies as st

from coach.requests import (
    Request,
    agrees,
    goes_on,
    is_at_a_loss,
    is_hollow,
    may_be_step,
    names_aim,
    names_day,
    request_of,
    says_what,
)

ASKED = {
    Request.STOP: [
        "stop",
        "ok stop",
        "No, stop.",
        "Stop. This isn't helping.",
        "I'd rather stop",
        "Can you please stop asking questions?",
        "Let's wrap up",
        "I think we can stop here.",
        "gotta go",
        "Stop. I need to take a call.",
        "i have to run now sorry",
        "thats it for today",
        "enough of this",
        "Stop!!",
        "please just stop",
        "Let's leave it at that",
        "I have to go, my next meeting starts.",
        "They wait for me. I think we can stop here.",
        "Stop. They keep ringing me.",
        "let's wrap this up",
        "I'd like to stop here, thanks",
        "need to go",
        "can we leave it there",
        "i want out",
        "Please stop.",
        "bye",
        "Goodbye!",
        "That's all, thanks.",
        "That’s it for today",
        "I have to go",
        "I've got to go now",
        "gotta go, bye",
        "Can we stop here?",
        "Let's leave it there",
        "I'd like to stop now",
        "I want to stop",
        "stop asking me questions",
        "No more questions, please",
        "That's enough for today.",
        "We're done here",
        "Ok thanks, bye",
        "Got a customer. Bye",
        "exit",
        "I've had enough",
        "I don't want to go on",
    ],
    Request.VERDICT: [
        "What's the verdict?",
        "Give me the verdict",
        "verdict",
        "The verdict, please.",
        "the verdict so far",
        "So what's your assessment?",
        "Can you tell me the result?",
        "Can I see the verdict?",
        "Where do we stand?",
        "How am I doing?",
        "What's your view of my team?",
    ],
    Request.WHY: [
        "Why do you ask?",
        "Why are you asking me that?",
        "why do you want to know",
        "How is that relevant?",
        "What's that got to do with it?",
        "What has this to do with my rota?",
        "Why?",
        "Why that question?",
        "Where are you going with this?",
        "What's the point of that question?",
    ],
    Request.PRIVACY: [
        "Who sees this?",
        "Who can read what I type?",
        "Is this confidential?",
        "is it private",
        "Will my boss see this?",
        "Does HR read any of this?",
        "Can anyone else see what I write?",
        "Where is this stored?",
        "Where does what I say go?",
        "Is this being recorded?",
        "Are you recording this?",
        "Do you keep what I say?",
        "Is what I say here anonymous?",
    ],
    Request.WHO: [
        "Who are you?",
        "Are you a bot?",
        "are you human",
        "Am I talking to a real person?",
        "What are you?",
        "Is this an AI?",
        "How does this work?",
        "What can you do for me?",
        "what does this thing do",
    ],
    Request.LENGTH: [
        "How long will this take?",
        "How long is this going to take?",
        "How many more questions?",
        "how many questions are there",
        "How much longer?",
        "Are we nearly done?",
        "Is this the last question?",
    ],
    Request.UNCLEAR: [
        "What do you mean?",
        "Sorry, what do you mean by that?",
        "I don't understand.",
        "I don't get it",
        "I didn’t get that",
        "I don't follow you",
        "I don't understand the question.",
        "Can you rephrase that?",
        "Could you say that again?",
        "Can you put that another way?",
        "That makes no sense to me.",
        "What are you asking?",
        "Not sure what you mean",
    ],
    Request.MISSED: [
        "That's not what I meant.",
        "No, that's not what I said.",
        "You're not listening.",
        "You misunderstood me.",
        "You already asked me that.",
        "You keep asking the same thing.",
        "I already told you that.",
        "I've already answered that.",
        "I just said that.",
        "I never said that.",
        "That's a stupid question",
        "You didn't answer my question.",
        "You've got that wrong",
        "that's beside the point",
    ],
    Request.ADVISE: [
        "Just tell me.",
        "How often should I hold one-to-ones?",
        "what's your advice",
        "If you were me, what would you do?",
        "Stop asking and just tell me",
        "Stop. Just tell me what to do.",
        "in my shoes, what would you do",
        "What would you do?",
        "Any tips?",
        "What should I do about Brian?",
        "How should I put it? Just tell me what to do.",
        "Give me some advice",
        "Do you have any advice?",
        "I need your advice on this",
        "How do I get them to decide?",
        "What do you suggest?",
        "What would you recommend?",
        "Should I promote Brian or wait?",
        "What do you think I should do?",
        "How would you handle it?",
        "Okay, but what can I do?",
        "Can you just tell me what you'd do?",
    ],
    Request.EXPLAIN: [
        "What is accountability?",
        "whats a 30 60 90 plan",
        "what's a 30-60-90 plan",
        "Define empowerment",
        "Is it normal that people wait for me?",
        "Can you tell me about motivation?",
        "am I a bad manager?",
        "What's 2+2?",
        "what is a scrum master",
        "what is accountability",
        "how does delegation work",
        "Tell me about delegation",
        "what's the difference between leading and managing",
        "what are smart goals",
        "how often should one-to-ones be held?",
        "What’s a 30-60-90 plan?",
        "So what is a 30-60-90 plan?",
        "Can you explain what coaching means?",
        "What does ownership mean?",
        "What do you mean by accountability?",
        "How does delegation work in a shop?",
        "Explain delegation.",
        "What is the difference between leading and managing?",
        "Do you think I tell too much?",
        "Could you tell me more about keeping a bench?",
    ],
}
LOOK_ALIKES = {
    Request.STOP: [
        "They stop at nothing.",
        "We had to stop the line",
        "Stop. That's what I tell them.",
        "Let's stop the nonsense, I told them",
        "We should stop the late shift.",
        "Can we stop them from leaving early? Never.",
        "We can end the shift early.",
        "I have to run the shop",
        "I need to leave the decisions to them",
        "Let's leave the rota to them",
        "I will stop asking them",
        "I must go and see them",
        "we should finish the project",
        "We can stop the line",
        "Can you stop the line? they ask.",
        "I'd like to leave more to them",
        "No more overtime",
        "I'd rather leave it to them",
        "we should leave it to them",
        "I'll leave it to Priya",
        "I will stop answering",
        "We can leave this to Priya",
        "I told them to stop.",
        "I want to stop telling them everything.",
        "I have to go to every meeting myself.",
        "I'm done with telling them everything.",
        "We're done with the old till.",
        "That's it exactly, they wait for me.",
        "That's all they ever do, wait for me.",
        "Enough people have left already.",
        "She left without saying goodbye.",
    ],
    Request.VERDICT: [
        "The verdict of the owner was harsh.",
        "How am I doing that to them, I wonder.",
        "Where we stand with the rota changes daily.",
    ],
    Request.WHY: ["Nobody asked why.", "Why do they ask me everything?", "Why did I hire him?"],
    Request.PRIVACY: [
        "Who sees the customers is up to them.",
        "Who reads the reports? Nobody does.",
        "Who gets the weekend shift is their call.",
        "Is it safe to let them decide?",
        "Where does it go wrong? At the handover.",
        "Will my boss see it my way?",
        "Does anyone see the problem but me?",
    ],
    Request.WHO: [
        "What are you supposed to do with people like that?",
        "Who are you to tell me, he said.",
        "How does this work out for the team? Badly.",
    ],
    Request.LENGTH: [
        "How long can I put up with this?",
        "How long will they wait for me?",
        "How many questions do they bring me in a day?",
    ],
    Request.UNCLEAR: [
        "I don't understand them.",
        "I don't understand why they wait.",
        "I don't get the night shift to speak up.",
        "That makes no sense to my people.",
    ],
    Request.MISSED: [
        "I already told them.",
        "I never said that to the team.",
        "I didn't mean that they should wait.",
        "You never answered the phone, he said.",
    ],
    Request.ADVISE: [
        "I told them what to do, as usual, and they did it.",
        "My people say 'just tell me what to do' and wait.",
        '"What should I do?" is all I hear.',
        "“Just tell me.” Every day, the same words.",
        "They come in and ask what should I do, every day.",
        "Just tell me, they say, and I do.",
        "Any ideas they have go in a drawer.",
        "I give them advice and they nod.",
        "What I should do is let go.",
    ],
    Request.EXPLAIN: [
        "They asked me what's the plan.",
        "What they do is their business.",
        "What a week.",
        "What is wrong with him I don't know",
        "How they do it is beyond me.",
        "They asked me what is a scrum master.",
        "What is a scrum master, he asked.",
        "What is left is the rota.",
        "What is a problem is the rota",
        "Define it with them",
        "Define their limits",
        "Tell me about it.",
        "What's missing",
        "What is next",
        "How often should they call me?",
        "Is it safe to let them decide?",
        "Am I happy? No",
        "Am I a bad person?",
        "Is it wrong to be equal?",
        "What is clear to them",
        "What's more, they wait",
        "What is a mess",
        "How much should I say, I asked myself, and left.",
        "What are they waiting for?",
        "What is wrong with them?",
        "How does he not see it?",
        "Explain it to them again, that is my day.",
        "I asked her what accountability means to her.",
    ],
}


def pairs(table):
    return [(request, words) for request, phrases in table.items() for words in phrases]


@pytest.mark.parametrize(("request_", "words"), pairs(ASKED))
def test_a_request_is_what_the_manager_asks_of_the_coach(request_, words):
    assert request_of(words) is request_


@pytest.mark.parametrize(("request_", "words"), pairs(LOOK_ALIKES))
def test_what_only_looks_like_a_request_is_none(request_, words):
    assert request_of(words) is None


@pytest.mark.parametrize("words", TALK)
def test_what_is_told_is_no_request(words):
    assert request_of(words) is None


@pytest.mark.parametrize("request_", [request for request in ASKED if request is not Request.STOP])
def test_a_request_after_an_account_is_heard(request_):
    assert request_of(f"They wait for me before they order anything. {ASKED[request_][0]}") is request_


def test_a_bare_stop_counts_only_where_it_is_all_that_is_said():
    assert request_of("I said it twice. Stop. They went on.") is None


def test_the_later_of_two_requests_counts():
    assert request_of("What is accountability? Why do you ask?") is Request.WHY


@given(words=st.text(max_size=80))
def test_any_text_at_all_can_be_listened_to(words):
    assert request_of(words) in (None, *Request)
    assert agrees(words) in (None, True, False)


@pytest.mark.parametrize(
    "words",
    [
        *HOLLOW,
        "ok ok",
        "yeah, sure",
        "I don't know",
        "",
        "?!",
        "nothing much to add",
        "I don't really know",
        "no clue",
        "not sure tbh",
        "no idea really",
        "dont know",
        "hard to say",
        "can't say",
        "I really don't know",
        "honestly not sure",
        "couldn't say",
        "it's hard to say",
        "not a clue",
        "k",
        "N/A",
        "dont really know tbh",
    ],
)
def test_a_reply_without_anything_to_go_on_is_hollow(words):
    assert is_hollow(words)


@pytest.mark.parametrize(
    "words",
    [
        *TALK,
        "No, they decide.",
        "Fine people, all of them.",
        "Nothing works here.",
        "Priya.",
        "Twice.",
        "I can't say no to them",
        "Hard to say no to Brian",
        "No clue what they do all day",
        "Not sure they trust me",
        "Sorry about the noise in the shop",
        "Nobody",
        "I don't know him",
        "Really good people",
    ],
)
def test_a_reply_with_something_in_it_is_not_hollow(words):
    assert not is_hollow(words)


@pytest.mark.parametrize(
    "words",
    [
        "Yes",
        "yes please",
        "Yeah, why not",
        "Okay, show me",
        "go on",
        "Of course.",
        "Please do",
        "That would be good",
        "I'd like to see it",
        "Let's go on",
        "It is.",
        "Fine by me",
        "all right then",
        "Yes it's useful",
    ],
)
def test_an_offer_is_taken(words):
    assert agrees(words) is True


@pytest.mark.parametrize(
    "words",
    [
        "No",
        "no thanks",
        "Nope.",
        "Not really",
        "Not now",
        "I'd rather not",
        "leave it",
        "maybe later",
        "Another time, perhaps",
        "No, I'm fine",
        "Enough for today",
        "No I don't think so",
        "it isn't",
    ],
)
def test_an_offer_is_turned_down(words):
    assert agrees(words) is False


@pytest.mark.parametrize(
    "words",
    [
        "No one has time for that.",
        "No two of them agree",
        "Nobody decides.",
        "Enough people have left",
        "Later shifts are worse",
        "Stop signs on every door",
        "Fine people leave",
        "Useful people leave",
        "It is my deputy who stirs it",
        "Sure-footed they are not",
        "They wait.",
        "hm",
    ],
)
def test_an_account_is_neither_a_yes_nor_a_no(words):
    assert agrees(words) is None


@pytest.mark.parametrize("words", ["let's go on", "I'm fine, back to the team", "carry on"])
def test_somebody_who_would_rather_go_on_says_so(words):
    assert goes_on(words)


@pytest.mark.parametrize("words", ["No, thank you for asking", "I will see a doctor"])
def test_thanks_are_no_wish_to_go_on(words):
    assert not goes_on(words)


@pytest.mark.parametrize(
    "words",
    [
        "I want my reps to decide.",
        "I'd like to be clearer about my deputy.",
        "How do I get them to decide?",
        "Whether to keep Brian on.",
        "I'm not sure how to tell them.",
        "I need to stop being the bottleneck.",
    ],
)
def test_an_aim_is_heard(words):
    assert names_aim(words)


@pytest.mark.parametrize("words", ["We are eleven people in two shops.", "My deputy left in spring.", "They wait."])
def test_a_mere_account_names_no_aim(words):
    assert not names_aim(words)


@pytest.mark.parametrize(
    "words", ["How do I get them to decide?", "Should I promote Brian?", "Any tips on handing things over?"]
)
def test_a_request_for_advice_may_say_what_about(words):
    assert says_what(words)


@pytest.mark.parametrize("words", ["Just tell me.", "What would you do?", "What should I do?", "Any tips?"])
def test_a_bare_request_for_advice_says_nothing_of_what_it_is_about(words):
    assert not says_what(words)


@pytest.mark.parametrize(
    "words", ["I don't know what else to try.", "I'm stuck.", "I really don't know how to reach her.", "No idea how to"]
)
def test_somebody_at_a_loss_is_heard(words):
    assert is_at_a_loss(words)


@pytest.mark.parametrize("words", ["I don't know him well.", "They are stuck in their ways.", "The van got stuck."])
def test_not_knowing_a_fact_is_not_being_at_a_loss(words):
    assert not is_at_a_loss(words)


@pytest.mark.parametrize(
    "words", ["I'll ask Marco first.", "Maybe ask Priya.", "I'm going to let Dev close.", "Sit down"]
)
def test_a_step_is_heard(words):
    assert may_be_step(words)


@pytest.mark.parametrize("words", ["They wait for me.", "We are eleven people.", "Nothing at all comes to mind."])
def test_an_account_is_no_step(words):
    assert not may_be_step(words)


@pytest.mark.parametrize("words", ["By Friday.", "tomorrow", "On the 14th", "next week", "at the Monday meeting"])
def test_a_day_is_heard(words):
    assert names_day(words)


@pytest.mark.parametrize("words", ["Soon.", "When it is quiet.", "I may ask her."])
def test_a_vague_time_is_no_day(words):
    assert not names_day(words)
