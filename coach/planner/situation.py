"""What a plan is, and what it is made from. Pure.

It knows nothing of which plan is made.
"""

from collections.abc import Sequence
from typing import NamedTuple

from coach import requests
from coach.conversation import CoachTurn, Conversation, Focus, Frozen, Kind, Link, Move, Offer, Stage
from coach.decision import DecisionTable
from coach.evidence import Evidence
from coach.harm import disclosed
from coach.inquiry import Choice, Heard
from coach.requests import Request
from coach.rubric import Tier
from coach.verdict import Verdict

GOAL = "goal"
GIVING_BACK = frozenset({Move.REFLECT, Move.SUMMARISE, Move.AFFIRM})
MOST_ASKS_BARE = 2
WAY_HOME = frozenset({Stage.RETURN, Stage.STEP, Stage.DAY})


class Plan(Frozen):
    """The next turn: its moves, what they are about, and what they may lean on.

    `stage`, `criterion`, `kind`, `heard` and `focus` say which question; `link` how it is joined to what
    came before. `reflect_on` is the evidence a reflection or affirmation gives back; `must_reflect` says
    that a turn without one will not do; `may_quote` allows quoting; `sure` says that the same was heard
    often and never contradicted. `gathered` is what a summary or close says back, `contradiction` two
    things that speak against each other, `open_point` a criterion nothing was heard about. `goal`, `step`
    and `day` are the messages in which the manager named them. `offer` is what a permission offers,
    `passage` the one that was offered and wanted. `asked_for` is what the manager asked of the coach,
    `tier` and `settled` the answer to one request. `taken_back` are the messages of which a quote was
    withdrawn: they are not gone through for something else to say back.
    """

    moves: tuple[Move, ...]
    stage: Stage | None = None
    criterion: str | None = None
    kind: Kind | None = None
    heard: Heard | None = None
    focus: Focus | None = None
    link: Link | None = None
    reflect_on: Evidence | None = None
    must_reflect: bool = False
    may_quote: bool = False
    sure: bool = False
    gathered: tuple[Evidence, ...] = ()
    contradiction: tuple[Evidence, Evidence] | None = None
    open_point: str | None = None
    goal: int | None = None
    step: int | None = None
    day: int | None = None
    offer: Offer | None = None
    passage: str | None = None
    asked_for: Request | None = None
    tier: Tier | None = None
    settled: bool = False
    taken_back: frozenset[int] = frozenset()


class Near(NamedTuple):
    """What the source material says to the manager's words.

    The criteria that the latest words and the goal are about, where that is clear; and whether some passage
    answers the latest words, or would do as advice on them or on the goal.
    """

    latest: str | None = None
    goal: str | None = None
    passage: bool = True
    advice: bool = True


class Situation(NamedTuple):
    """What a plan is made from; `round` are the turns since the last goodbye, `spoken` the manager's messages."""

    turns: tuple[CoachTurn, ...]
    round: tuple[CoachTurn, ...]
    spoken: tuple[str, ...]
    indexes: tuple[int, ...]
    latest: tuple[Evidence, ...]
    verdict: Verdict
    table: DecisionTable
    left: Sequence[Choice]
    near: Near
    goal: int | None
    max_asks: int

    @property
    def last(self) -> str:
        """Return the manager's last message."""
        return self.spoken[-1]

    @property
    def before(self) -> CoachTurn | None:
        """Return the turn that the last message answers: what the coach told in between leaves a question standing."""
        return next((turn for turn in reversed(self.turns) if not only_tells(turn)), None)

    @property
    def answered(self) -> tuple[tuple[CoachTurn, int], ...]:
        """Return the manager's messages of this round, each with the turn that stood when it was said."""
        told = zip(self.round, self.indexes[len(self.indexes) - len(self.round) :], strict=False)
        stood: list[tuple[CoachTurn, int]] = []
        for turn, index in told:
            stood.append((stood[-1][0] if stood and only_tells(turn) else turn, index))
        return tuple(stood)

    @property
    def first_round(self) -> bool:
        """Say whether there was no goodbye yet."""
        return self.round == self.turns

    @property
    def may_quote(self) -> bool:
        """Say whether the manager may be quoted: at most every second turn does."""
        return not (self.turns and self.turns[-1].quotes)

    @property
    def bare(self) -> int:
        """Count the asks since something was last given back; what is told or offered in between does not count."""
        bare = 0
        for turn in reversed(self.round):
            if {Move.REFLECT, Move.SUMMARISE} & set(turn.moves):
                break
            bare += Move.ASK in turn.moves
        return bare

    def has(self, stage: Stage) -> bool:
        """Say whether a question of a stage is left."""
        return any(choice.shelf == stage for choice in self.left)

    def asked_in_round(self, stage: Stage) -> bool:
        """Say whether a question of a stage was asked since the last goodbye."""
        return any(turn.stage is stage for turn in self.round)

    def since(self, *moves: Move) -> int:
        """Return how many turns ago one of these moves was made; as many as there are turns if never."""
        return next((n for n, turn in enumerate(reversed(self.turns)) if set(moves) & set(turn.moves)), len(self.turns))


def only_tells(turn: CoachTurn) -> bool:
    """Say whether a turn only tells something, so that the question before it still stands."""
    return turn.moves == (Move.INFORM,)


def goal_message(conversation: Conversation) -> int | None:
    """Return the message in which the manager said what this talk is for: the answer to the question about it.

    A request for advice that says what about is one too ("how do I get them to…"); "just tell me" is not.
    """
    found = None
    before: CoachTurn | None = None
    for index, message in enumerate(conversation.messages):
        if message.role == "assistant":
            if message.turn is None or not only_tells(message.turn):
                before = message.turn
        elif not requests.is_hollow(message.content) and (before is None or before.stage in (Stage.AIM, Stage.OPENING)):
            request = requests.request_of(message.content)
            told = request is None and disclosed(message.content) is None
            wanted = told or (request is Request.ADVISE and requests.says_what(message.content))
            if wanted and (found is None or (before is not None and before.stage is Stage.AIM)):
                found = index
    return found


def current_round(turns: tuple[CoachTurn, ...]) -> tuple[CoachTurn, ...]:
    """Return the turns since the last goodbye."""
    goodbyes = [number for number, turn in enumerate(turns) if Move.CLOSE in turn.moves]
    return turns[goodbyes[-1] + 1 :] if goodbyes else turns


def asks(turns: Sequence[CoachTurn]) -> int:
    """Count the questions that lead on: not those about the aim, nor those that answer a question of the manager's."""
    aside = (Stage.OPENING, Stage.AIM, Stage.COMPARE, Stage.CHOOSE)
    return sum(Move.ASK in turn.moves and turn.stage not in aside for turn in turns)
