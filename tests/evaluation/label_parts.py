"""Assessed conversations for tests of labelling: what each sentence says, and what a reader heard in it."""

from engine_parts import SAID, a_coach, scripted_reader

from coach.conversation import Conversation, Message
from coach.evaluation.comparing import Material

PLAIN = "We are eleven people in two shops."
WAIT = "They wait for me before they order anything, even flour."
LOAVES = "Saturday I drove out and shaped the loaves myself."


def conversation(name, *contents, kind="talk"):
    messages = [Message(role="assistant", content="What happens when you are away?")] if kind == "talk" else []
    messages += [Message(role="user", content=content) for content in contents]
    return Conversation(id=name, messages=tuple(messages), kind=kind)


def talks(count, spoken=(*SAID, PLAIN, "There is a lot going on.")):
    """Conversations of which each has every sentence as a message of its own."""
    return [conversation(f"talk-{number:02}", *spoken) for number in range(count)]


def assessed(table, *conversations, heard=SAID):
    coach = a_coach(table, scripted_reader(heard))
    return [coach.assess(one) for one in conversations]


def material(table, *conversations, heard=SAID):
    return Material(assessed(table, *conversations, heard=heard), "the reader")
