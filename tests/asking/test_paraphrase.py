import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.asking.aim import aim
from coach.asking.paraphrase import LONGEST, MOST_WORDS, paraphrase, quotable
from coach.asking.second_person import in_second_person, is_in_first_person
from coach.guard import gives_advice

PASTED_MAIL = "Nobody answers my mails.\n\nOn Tue, 3 May 2026 Tom Reed wrote:\nI will never work a Saturday again"
HEADED_MAIL = "From: Tom\nSubject: rota\nWe have decided that everybody works Saturdays"
RUN_ON = (
    "so basically what happens is they come to me and I tell them what to do and then they go away and do it and "
    "then they come back the next day with the very same thing"
)
LONG_CONDITION = (
    "If nobody tells them what to do at the huddle in the morning then they stand around, "
    "and they wait until somebody comes along to sort it out."
)
SAID_BACK = {
    # everyday sentences
    "They ring me for everything, even a bowl of chips.": "they ring you for everything, even a bowl of chips",
    "I put it to them and they went quiet.": "you put it to them and they went quiet",
    "We lose our best developers after about a year and then scramble.": (
        "you lose your best developers after about a year and then scramble"
    ),
    "There's no plan, we just see what comes in.": "there's no plan, you just see what comes in",
    "The people I hired last year all left.": "the people you hired last year all left",
    "She cried when I told her, and I went home feeling sick.": (
        "she cried when you told her, and you went home feeling sick"
    ),
    "I'm not angry, I'm just tired of repeating myself.": "you are not angry, you are just tired of repeating yourself",
    "I try to ask rather than tell, though I don't always manage.": (
        "you try to ask rather than tell, though you don't always manage"
    ),
    "I'd rather they asked each other first.": "you'd rather they asked each other first",
    "This idea was mine from the start.": "this idea was yours from the start",
    "My goal for this year is to become a better boss.": "your goal for this year is to become a better boss",
    # typed in a hurry, or dictated
    "they wait for me before they order anything": "they wait for you before they order anything",
    "im the one who signs everything off": "you are the one who signs everything off",
    "They dont ask me they just wait by the door": "they don't ask you they just wait by the door",
    "nobody here wants my job tbh": "nobody here wants your job",
    "um so they uh wait for me to er decide": "they wait for you to decide",
    "They they wait for for me to decide everything": "they wait for you to decide everything",
    "I mean, they wait for me, you know, to decide.": "they wait for you to decide",
    "So yeah honestly they never come to me first.": "they never come to you first",
    # British, American, Australian, Indian, Nigerian, and other people's English
    "My lot never ask, they just get on with it.": "your people never ask, they just get on with it",
    "us lot sort it out between ourselves on a friday": "all of you sort it out between yourselves on a friday",
    "I were always the one they rang.": "you were always the one they rang",
    "We was short staffed all winter and nobody told me.": "you were short staffed all winter and nobody told you",
    "My folks never call me first, they go straight to the vendor.": (
        "your folks never call you first, they go straight to the vendor"
    ),
    "The whole mob goes quiet when I walk in.": "the whole mob goes quiet when you walk in",
    "They are not doing the needful without my follow up.": "they are not doing the needful without your follow up",
    "I am having two team leads and both are escalating everything to me.": (
        "you are having two team leads and both are escalating everything to you"
    ),
    "We are with fourteen people, most of them outside.": "you are with fourteen people, most of them outside",
    "My oga never listens when I bring the numbers.": "your oga never listens when you bring the numbers",
    # me and others
    "Me and my deputy do the rota on Sunday nights.": "you and your deputy do the rota on Sunday nights",
    "Myself and Priya run the morning meeting.": "you and Priya run the morning meeting",
    "My deputy and I split the sites between us.": "you and your deputy split the sites between you",
    "me and him dont talk since the merger": "you and he don't talk since the merger",
    "The US team decides everything without us.": "the US team decides everything without you",
    # reported speech
    "She told me I micromanage everything.": "she told you that you micromanage everything",
    "They ask me before they do anything.": "they ask you before they do anything",
    "My wife says that I never switch off.": "your wife says that you never switch off",
    # passives
    "We were told to cut the team by three.": "you were told to cut the team by three",
    "The decisions get made by me in the end.": "the decisions get made by you in the end",
    "The rota is done by the office and handed down.": "the rota is done by the office and handed down",
    # names, days, numbers
    "Sanjay rang me at ten last night about a delivery.": "Sanjay rang you at ten last night about a delivery",
    "James was promoted because he had been here longest.": "James was promoted because he had been here longest",
    "Farah's people simply handle it when I'm away.": "Farah's people simply handle it when you are away",
    "HR picks the candidates and I get who I get.": "HR picks the candidates and you get who you get",
    "On Tuesday Priya re-planned the shift and told me afterwards.": (
        "on Tuesday Priya re-planned the shift and told you afterwards"
    ),
    "Yesterday Tom closed a deal without asking anybody.": "yesterday Tom closed a deal without asking anybody",
    "Last Friday I ended up on the till myself.": "last Friday you ended up on the till yourself",
    "On 3 March I moved two people to the night shift.": "on 3 March you moved two people to the night shift",
    "In 2019 we lost half of the crew.": "in 2019 you lost half of the crew",
    "80% of my team wait for me to decide.": "80% of your team wait for you to decide",
    "About 30% of the orders come back to my desk.": "about 30% of the orders come back to your desk",
    "3 of my people left before Christmas.": "3 of your people left before Christmas",
    "We lose about £2,000 a week on returns.": "you lose about £2,000 a week on returns",
    "They start at 6 am and wait for me.": "they start at 6 am and wait for you",
    "Our KPI's are checked every Monday at 9:00.": "your KPI's are checked every Monday at 9:00",
    "Management decides and we carry it out.": "management decides and you carry it out",
    # lists and mails
    "- They wait for me to decide": "they wait for you to decide",
    "1. They wait for me to decide on everything": "they wait for you to decide on everything",
    "a) nobody reads the handbook here": "nobody reads the handbook here",
    RUN_ON: "they come to you and you tell them what to do",
    PASTED_MAIL: "nobody answers your mails",
    # conditions, denials and doubts stay with what they belong to
    "When somebody comes to me stuck, I tell them the answer.": (
        "when somebody comes to you stuck, you tell them the answer"
    ),
    "If nobody tells them what to do, they wait.": "if nobody tells them what to do, they wait",
    "They wait for me to decide, unless I am away.": "they wait for you to decide, unless you are away",
    "They decide a lot themselves, though not on price.": "they decide a lot themselves, though not on price",
    "I don't think they mind waiting for me.": "you don't think they mind waiting for you",
    "Maybe they wait because I always jump in.": "maybe they wait because you always jump in",
    "I guess we only start looking when there is a hole.": "you suppose you only start looking when there is a hole",
    "Not everyone waits for me.": "not everyone waits for you",
    "No, they never ask me.": "they never ask you",
    "It's not that they wait for me, that's not the issue.": "it's not that they wait for you, that's not the issue",
    "They know the answer, but they still come to me.": "they still come to you",
}
KEPT_SILENT = [
    # about themselves or others, unkindly
    "I am the bottleneck, I know it.",
    "It's my fault they wait for me.",
    "I feel like a fraud in front of the older engineers.",
    "I’m useless at this job and they know it.",
    "I'm such a control freak with the orders.",
    "I let everyone down again this month.",
    "They're idiots, the lot of them.",
    "My deputy is lazy and he knows it.",
    "She is a waste of space on that shift.",
    "Half of them are deadwood, I inherited them.",
    "He's toxic and everybody knows it.",
    "The night shift are a bunch of clowns.",
    "They don't give a damn about the shop.",
    # somebody else's voice
    "She said I don't want to do this any more.",
    "He goes I'm not paid enough for that.",
    "They ask can I sign it off before they do anything.",
    "They say 'you decide' and look at me.",
    "So he says to me boss what do we do now",
    'They say "our shop" and they mean it.',
    "He was like we never agreed to that at all.",
    # said to the coach
    "Tell me what to do with my team.",
    "You know how it is with kitchens.",
    "What do I do with a team that waits?",
    "They never ask, do they?",
    "Please help me with my team today.",
    # would be advice in the coach's mouth
    "I should delegate more to my team leads.",
    "I have to approve every order over fifty euros.",
    "They say I should step back a bit.",
    "I need to be in every meeting or it stalls.",
    # nothing in it
    "ok",
    "",
    "It is what it is.",
    "thanks, that is a good question",
    "That's about it from my side really.",
    # no whole sentence
    "the way they handle complaints",
    "my manager who never asks anybody",
    "All tied to what he wants out of the year.",
    "Could be that they are afraid of me.",
    "with a mentor for every step",
    "on saturday before we open",
    # a doubt at the end would be lost
    "They wait for me, I think.",
    "They wait for me, apparently.",
    "A lawyer who never meets clients would leave, I should think.",
    LONG_CONDITION,
    # no plain words
    "They ring me (even at night) for everything.",
    "They never decide anything 😂",
    "THEY WAIT FOR ME BEFORE THEY DO ANYTHING",
    "pls help they r always late 4 work",
    "See https://intra.example.com they never read it",
    "mail me at tom@example.com when they wait",
    "הם תמיד מחכים לי לפני שהם מחליטים",
    "They wait for me \u202eabc before they decide",
    "The boys them dey wait for oga to talk.",
    "> they never ask me anything",
    HEADED_MAIL,
    "He works in the mine on the night shift.",
    "I was knackered so I done it myself",
]
AIMS = {
    "I want to stop being the bottleneck.": "stop being the bottleneck",
    "How do I get my team to take decisions without me?": "get your team to take decisions without you",
    "I'd like to know how to get my reps to decide for themselves.": "get your reps to decide for themselves",
    "I want to know what drives each of my people": "know what drives each of your people",
    "Help me understand why they wait.": "understand why they wait",
    "I need to figure out how to handle my deputy.": "handle your deputy",
    "I'm trying to get my supervisors to step up.": "get your supervisors to step up",
    "I don't know how to give feedback without it turning into a row.": "give feedback without it turning into a row",
    "I want to be clearer about how to delegate the buying.": "be clearer about how to delegate the buying",
    "Not sure how to deal with a manager who used to be my peer.": "deal with a manager who used to be your peer",
    "I am struggling to let go of the detail.": "let go of the detail",
    "i want to learn how to manage my new team better": "manage your new team better",
    "I hope to find out how to keep good people.": "keep good people",
    "My goal is to build a bench of shift leads.": "build a bench of shift leads",
    "Ideas on how to motivate the night crew would help.": "motivate the night crew",
    "I'd like to talk about Sam, he is always late.": "talk about Sam",
    "How can we keep our best nurses?": "keep your best nurses",
    "I wish to develop my subordinates so that they can take over.": "develop your subordinates",
    "I just want to get through the week, honestly.": "get through the week",
    "I would like to understand how to be a better leader for them.": "be a better leader for them",
    "Hello. I want to delegate more, but I never have time.": "delegate more",
    "What I want is to stop firefighting.": "stop firefighting",
    "I'd love to go on holiday without my phone ringing.": "go on holiday without your phone ringing",
    "I want them to trust me, and I want to trust them.": "trust them",
    "Looking to improve how we do handovers.": "improve how you do handovers",
    "I'm here to work out how to run a team of former friends.": "run a team of former friends",
    "How to build trust after a redundancy round?": "build trust after a redundancy round",
    "I'd like to feel less alone with all this.": "feel less alone with all this",
    "I want to step back from the day to day within two years": "step back from the day to day within two years",
}
NO_AIM = [
    "",
    "ok",
    "I'd like my reps to decide for themselves.",
    "I want my team to grow up.",
    "I don't want to micromanage any more.",
    "I want you to tell me what to do.",
    "I want to be less of an idiot.",
    "I want to fire my deputy because he is lazy.",
    "I want to know how you would do it.",
    "They want to know when the shop opens.",
    "My boss wants me to be more strategic.",
    "I have been asked to talk to a coach by HR.",
    "I like to bake at the weekend.",
    "I need coffee.",
    "i need help with getting my team to speak up in meetings",
    "Not sure whether to promote Leila.",
    "They wait for me before they order anything.",
]


@pytest.mark.parametrize(("words", "said"), SAID_BACK.items())
def test_words_are_said_back_in_the_second_person(words, said):
    assert paraphrase(words) == said


@pytest.mark.parametrize("words", KEPT_SILENT)
def test_what_would_come_out_crooked_or_hurt_is_not_said_back(words):
    assert paraphrase(words) is None


@pytest.mark.parametrize(("words", "wanted"), AIMS.items())
def test_what_somebody_wants_follows_after_to(words, wanted):
    assert aim(words) == wanted


@pytest.mark.parametrize("words", NO_AIM)
def test_no_aim_is_made_up(words):
    assert aim(words) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I am sure I was right", "you are sure you were right"),
        ("I never was asked", "you never were asked"),
        ("what surprised me was the silence", "what surprised you was the silence"),
        ("we've hurt ourselves and ours", "you have hurt yourselves and yours"),
        ("am I the one who's paying for my mistakes", "are you the one who's paying for your mistakes"),
        ("an I-beam, i.e. steel, for the US", "an I-beam, i.e. steel, for the US"),
    ],
)
def test_first_person_turns_into_second(first, second):
    assert in_second_person(first) == second


def test_of_several_clauses_the_longest_that_stands_alone_is_taken():
    words = "It happened again last Thursday during the late shift. They wait for me to decide."

    assert paraphrase(words) == "they wait for you to decide"


def test_a_stretch_of_a_message_is_read_where_it_stands():
    words = "They plan their own week from end to end, but I check it. Nobody has complained so far."
    first, last = words.index(", but"), words.index("Nobody")

    assert paraphrase(words, 0, first) is None
    assert paraphrase(words[:first]) == "they plan their own week from end to end"
    assert paraphrase(words, last) == "nobody has complained so far"


def test_the_end_of_a_very_long_message_is_not_looked_for():
    assert paraphrase("ok. " * 2000 + "They wait for me to decide.") is None


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("I have to approve every order over fifty euros.", "I have to approve every order over fifty euros"),
        ("They say 'you decide' and look at me.", "They say 'you decide' and look at me"),
        ("So yeah, I have to check it all.", "I have to check it all"),
        ("Retired major, now running logistics, 45 staff.", None),
        ("I'm ok, let's go on.", None),
        ("The second one I guess.", None),
        ("They wait.", None),
        ('They say "our shop" and they mean it.', None),
        ("I'm a failure as a manager here.", None),
        ("They're lazy and they always were.", None),
        ("They wait for me,\nand I wait for them here", "I wait for them here"),
        ("What would they do without me?", None),
        ("mail me at tom@example.com when they wait", None),
    ],
)
def test_a_quote_is_verbatim_and_fit_to_be_heard(words, quote):
    assert quotable(words) == quote


PIECES = st.lists(
    st.sampled_from(
        [*SAID_BACK, *KEPT_SILENT, *AIMS, "I", "we", "our", "mine", "us", "me", ",", "but", "if", "and", "“", "?", "\n"]
    )
    | st.text(max_size=30),
    max_size=8,
).map(" ".join)


@given(words=PIECES)
@settings(deadline=None, max_examples=300)
def test_whatever_is_said_back_is_short_plain_and_in_the_second_person(words):
    for said in (paraphrase(words), aim(words)):
        if said is not None:
            assert not is_in_first_person(said)
            assert not set('“”"?<>[]{}@\n') & set(said)
            assert 2 <= len(said.split()) <= MOST_WORDS
            assert len(said) <= LONGEST
            assert said == said.strip()
            assert not gives_advice(said)


@given(words=PIECES)
@settings(deadline=None, max_examples=100)
def test_the_same_words_are_said_back_in_the_same_way(words):
    assert (paraphrase(words), quotable(words), aim(words)) == (paraphrase(words), quotable(words), aim(words))


@given(words=PIECES)
@settings(deadline=None, max_examples=200)
def test_a_quote_is_always_part_of_the_words(words):
    quote = quotable(words)

    assert quote is None or quote in words
