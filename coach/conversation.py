"""Messages, coach turns and conversations: frozen values that every step passes on.

It knows nothing of evidence, storage or who is talking through which door.
"""

import hashlib
import json
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

Role = Literal["user", "assistant"]
ConversationKind = Literal["talk", "notes"]
"""A talk in its own words, or somebody's notes of one, which are a single message of the manager."""


class Frozen(BaseModel):
    """A value: immutable, comparable, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Move(StrEnum):
    """What a coach turn does. A turn declares its moves; the guard holds the text to them."""

    ASK = "ask"
    REFLECT = "reflect"
    SUMMARISE = "summarise"
    AFFIRM = "affirm"
    PERMISSION = "permission"
    INFORM = "inform"
    SIGNPOST = "signpost"
    CLOSE = "close"


class Kind(StrEnum):
    """A kind of Socratic question (after R. Paul's six)."""

    CLARIFY = "clarify"
    ASSUMPTIONS = "assumptions"
    EVIDENCE = "evidence"
    VIEWPOINTS = "viewpoints"
    CONSEQUENCES = "consequences"
    QUESTION = "question"


class Focus(StrEnum):
    """Whose thinking and doing a question is about: the manager's own, or that of the team and others."""

    MANAGER = "manager"
    TEAM = "team"


class Stage(StrEnum):
    """Where in the conversation a question belongs; the goal's own stages stand around those about a criterion."""

    OPENING = "opening"
    AIM = "aim"
    SCENE = "scene"
    CRITERION = "criterion"
    INSIGHT = "insight"
    ANGLE = "angle"
    COMPARE = "compare"
    CHOOSE = "choose"
    RETURN = "return"
    STEP = "step"
    DAY = "day"


class Link(StrEnum):
    """How a question is joined to what came before: the same subject, the manager's new one, or the coach's."""

    STAYS = "stays"
    FOLLOWS = "follows"
    BRIDGES = "bridges"


class Offer(StrEnum):
    """What a permission offers, so that the answer to it is understood."""

    CHECK = "check"
    PASSAGE = "passage"
    PAUSE = "pause"


class CoachTurn(Frozen):
    """What a coach message declares about itself.

    `question` is the id of the bank's question, `stage`, `kind` and `focus` what it is like, `link` how it
    came about; `quotes` are verbatim, `paraphrased` are clauses of the manager's said back in the second
    person; `passages` are the ids of the passages it cites or offers; `why` is the one sentence that
    answers "why do you ask?".
    """

    moves: tuple[Move, ...]
    criterion: str | None = None
    question: str | None = None
    stage: Stage | None = None
    kind: Kind | None = None
    focus: Focus | None = None
    link: Link | None = None
    quotes: tuple[str, ...] = ()
    paraphrased: tuple[str, ...] = ()
    both_sides: bool = False
    passages: tuple[str, ...] = ()
    offer: Offer | None = None
    why: str = ""


class Message(Frozen):
    """One message: the manager is `user`, the coach is `assistant`."""

    role: Role
    content: str
    turn: CoachTurn | None = None


class Conversation(Frozen):
    """A conversation so far. Saying something makes a new value."""

    id: str
    messages: tuple[Message, ...] = ()
    kind: ConversationKind = "talk"

    def say(self, message: Message) -> "Conversation":
        """Return the conversation with one message more."""
        return self.model_copy(update={"messages": (*self.messages, message)})

    def said_before(self, message: int) -> tuple[str, str]:
        """Return the coach's last words before a message, and what the manager has said since; "" for none."""
        said: list[str] = []
        for earlier in reversed(self.messages[:message]):
            if earlier.role == "assistant":
                return earlier.content, "\n".join(reversed(said))
            said.append(earlier.content)
        return "", "\n".join(reversed(said))

    def upto(self, index: int) -> "Conversation":
        """Return the conversation as it stood when message `index` had just been said."""
        return self.model_copy(update={"messages": self.messages[: index + 1]})

    def manager_indexes(self) -> tuple[int, ...]:
        """Return where the manager speaks, in order."""
        return tuple(i for i, message in enumerate(self.messages) if message.role == "user")

    def coach_turns(self) -> tuple[CoachTurn, ...]:
        """Return the declarations of the coach's own turns, in order; foreign turns declare nothing."""
        return tuple(message.turn for message in self.messages if message.turn is not None)


_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'"})


def straight(text: str) -> str:
    """Return text with every apostrophe straight, as patterns know it; its length stays the same."""
    return text.translate(_STRAIGHT)


def content_id(messages: tuple[Message, ...], kind: ConversationKind = "talk") -> str:
    """Return the id of a conversation that came without one: a hash of who said what, in a talk or in notes."""
    said: list[object] = [[message.role, message.content] for message in messages]
    marked = said if kind == "talk" else [kind, *said]
    text = json.dumps(marked, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
