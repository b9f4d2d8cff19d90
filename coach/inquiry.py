"""Which question comes next: about which criterion, and of which kind. Pure.

The manager's own words and goal come first, then what is expected to say most about the tier. It knows
no wording and no moves: the bank has the words, the planner the moves.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from coach.conversation import CoachTurn, Focus, Kind, Link, Move
from coach.decision import DecisionTable
from coach.evidence import Certainty
from coach.rubric import Cell
from coach.verdict import Rating, Verdict

MOST_ON_ONE_SUBJECT = 3
STAY_FOR = 2
TURNS_BETWEEN_BRIDGES = 3

REACH: Mapping[Kind, int] = {
    Kind.EVIDENCE: Certainty.SHOWN.step,
    Kind.CLARIFY: Certainty.STATED.step,
    Kind.CONSEQUENCES: Certainty.STATED.step,
    Kind.ASSUMPTIONS: Certainty.STATED.step,
    Kind.VIEWPOINTS: Certainty.HEDGED.step,
    Kind.QUESTION: Certainty.HEDGED.step,
}
"""How certain the answers to each kind of question may be: an instance, a fact or habit, second-hand or guessed."""


class Heard(StrEnum):
    """What has been heard about a criterion, as the question bank sorts its questions."""

    NOTHING = "nothing"
    CONCERN = "concern"
    MIXED = "mixed"
    STRENGTH_CLAIMED = "strength_claimed"
    STRENGTH_SHOWN = "strength_shown"


class Choice(NamedTuple):
    """A question that was not asked yet, without its words; `shelf` is a criterion or a stage."""

    shelf: str
    kind: Kind
    heard: Heard
    focus: Focus


def heard(rating: Rating, verdict: Verdict) -> Heard:
    """Return what has been heard about a criterion, as the bank sorts its questions.

    Both sides count where each was put plainly, in different messages.
    """
    if contradiction(rating, verdict) is not None:
        return Heard.MIXED
    concern, strength = rating.cell
    if concern and concern >= strength:
        return Heard.CONCERN
    if strength:
        return Heard.STRENGTH_SHOWN if rating.strength is Certainty.SHOWN else Heard.STRENGTH_CLAIMED
    return Heard.NOTHING


def contradiction(rating: Rating, verdict: Verdict) -> tuple[int, int] | None:
    """Return two pieces of evidence that speak against each other, as places in the verdict's list, the earlier first.

    Both are at least stated and from different messages; the firmest and latest of each side are taken.
    """
    sides: dict[str, int] = {}
    for number in rating.evidence:
        piece = verdict.evidence[number]
        if piece.certainty is Certainty.HEDGED:
            continue
        best = sides.get(piece.polarity)
        if best is None or piece.certainty.step >= verdict.evidence[best].certainty.step:
            sides[piece.polarity] = number
    if len(sides) < len(("concern", "strength")):
        return None
    first, second = sorted(sides.values())
    return (first, second) if verdict.evidence[first].message != verdict.evidence[second].message else None


def information(
    criterion: str, cells: Mapping[str, Cell], table: DecisionTable, kind: Kind = Kind.EVIDENCE
) -> tuple[float, float]:
    """Return how many bits an answer about a criterion is expected to say about the tier.

    The first number is the entropy of the tier over the answers that such a kind of question may bring,
    each of those that the rules tell apart being equally likely; the second, to break ties, averages it
    over the answers about one more open criterion as well.
    """
    alone = _entropy(cells, table, ((criterion, REACH[kind]),))
    others = [other for other, cell in cells.items() if cell == (0, 0) and other != criterion]
    together = [_entropy(cells, table, ((criterion, REACH[kind]), (other, 3))) for other in others]
    return round(alone, 9), round(sum(together) / len(together), 9) if together else 0.0


def _entropy(cells: Mapping[str, Cell], table: DecisionTable, asked: Sequence[tuple[str, int]]) -> float:
    names = tuple(criterion for criterion, _ in asked)
    rule_after = table.outcomes(cells, names)
    tiers = Counter(table.tier(rule_after(a)) for a in product(*(_answers(c, r, cells, table) for c, r in asked)))
    total = sum(tiers.values())
    return -sum(n / total * math.log2(n / total) for n in tiers.values())


def _answers(criterion: str, reach: int, cells: Mapping[str, Cell], table: DecisionTable) -> tuple[Cell, ...]:
    """Return what a criterion's findings may be after an answer, one of each kind that the rules tell apart."""
    concern, strength = cells[criterion]
    steps = range(reach + 1)
    possible = {(max(concern, x), max(strength, y)) for x, y in product(steps, steps)}
    return table.distinct(criterion, possible)


def next_subject(
    turns: Sequence[CoachTurn],
    verdict: Verdict,
    table: DecisionTable,
    left: Sequence[Choice],
    mentioned: Sequence[str],
    goal: str | None,
) -> tuple[str, Link] | None:
    """Return the criterion to ask about and how it is linked to what came before; None to let it rest.

    `mentioned` are the criteria that the manager's latest words are about, the clearest first; `goal` is
    the one their goal is about. A subject that neither brought is the coach's own: it needs a bridge, and
    comes at most once in three turns. Until there is a tier the core comes first.
    """
    rubric, cells = table.rubric, verdict.cells
    asked = Counter(turn.criterion for turn in turns if Move.ASK in turn.moves)
    shelves = {choice.shelf for choice in left}
    open_ = [c.id for c in rubric.criteria if c.id in shelves and asked[c.id] < MOST_ON_ONE_SUBJECT]
    core = {criterion.id for criterion in rubric.criteria if criterion.core}
    judged = rubric.rank(verdict.tier) is not None
    current = next((t.criterion for t in reversed(turns) if t.criterion in cells), None)
    wanted = [c for c in mentioned if c in open_ and heard(verdict.rating(c), verdict) is not Heard.STRENGTH_SHOWN]
    if current in open_ and asked[current] < STAY_FOR and (current in wanted or not mentioned):
        return current, Link.STAYS
    beside = sum(number for name, number in asked.items() if name in cells and name not in core)
    in_core = sum(number for name, number in asked.items() if name in core)
    for name in wanted:
        if name != current and asked[name] < STAY_FOR and (judged or name in core or beside <= in_core):
            return name, Link.FOLLOWS
    if current is None and goal in open_:
        return goal, Link.FOLLOWS
    since = next((back for back, turn in enumerate(reversed(turns), 1) if turn.link is Link.BRIDGES), None)
    if since is None or since >= TURNS_BETWEEN_BRIDGES:
        telling = _most_telling(open_, cells, asked, core, judged, table, current)
        if telling is not None:
            return telling, Link.BRIDGES
    return (current, Link.STAYS) if current in open_ else None


def _most_telling(
    open_: Sequence[str],
    cells: Mapping[str, Cell],
    asked: Mapping[str | None, int],
    core: set[str],
    judged: bool,
    table: DecisionTable,
    current: str | None,
) -> str | None:
    """Return the criterion whose answer is expected to tell most, unheard core first until there is a tier."""
    candidates = [name for name in open_ if name != current]
    unheard_core = [name for name in candidates if name in core and cells[name] == (0, 0)]
    pool = unheard_core if unheard_core and not judged else candidates
    fresh = [name for name in pool if cells[name] == (0, 0)] or pool
    order = {name: number for number, name in enumerate(candidates)}
    return max(fresh, key=lambda c: (-asked[c], information(c, cells, table), -order[c]), default=None)


def next_choice(
    criterion: str,
    verdict: Verdict,
    table: DecisionTable,
    left: Sequence[Choice],
    turns: Sequence[CoachTurn],
) -> Choice:
    """Return the kind of question to ask about a criterion; `left` must hold one about it.

    It fits what was heard; a claimed strength is asked for an instance; otherwise the kind that may tell
    most, keeping the balance between the manager's own doing and the team's, and never the same kind
    twice in a row where there is another. Ties go to the kind used least, then to the order of the bank.
    """
    state = heard(verdict.rating(criterion), verdict)
    shelf = [choice for choice in left if choice.shelf == criterion]
    pool = [c for c in shelf if c.heard is state] or [c for c in shelf if c.heard is Heard.NOTHING]
    pool = pool or [c for c in shelf if c.heard is not Heard.STRENGTH_SHOWN] or shelf  # those lean on an instance
    if state is Heard.STRENGTH_CLAIMED and any(choice.kind is Kind.EVIDENCE for choice in pool):
        return balanced([choice for choice in pool if choice.kind is Kind.EVIDENCE], turns)[0]
    pool = list(balanced(varied(pool, turns), turns))
    used = Counter(turn.kind for turn in turns if Move.ASK in turn.moves)
    worth = {kind: information(criterion, verdict.cells, table, kind) for kind in {choice.kind for choice in pool}}
    return max(pool, key=lambda c: (worth[c.kind], -used[c.kind], -pool.index(c)))


def varied(pool: Sequence[Choice], turns: Sequence[CoachTurn]) -> Sequence[Choice]:
    """Return the choices of another kind than the last question was, or all where there is no other."""
    last = next((turn.kind for turn in reversed(turns) if Move.ASK in turn.moves), None)
    return [choice for choice in pool if choice.kind is not last] or pool


def balanced(pool: Sequence[Choice], turns: Sequence[CoachTurn]) -> Sequence[Choice]:
    """Return the choices that keep questions about the manager and about the team even, or all where none does."""
    focus = Counter(turn.focus for turn in turns if Move.ASK in turn.moves)
    ahead = focus[Focus.MANAGER] - focus[Focus.TEAM]
    if ahead == 0:
        return pool
    behind = Focus.TEAM if ahead > 0 else Focus.MANAGER
    return [choice for choice in pool if choice.focus is behind] or pool
