"""The proof of a rubric: total, monotone, every level, rule and tier reachable. Complete, not sampled.

Two walks, because a verdict is made in two steps: the 4 × 4 grid (findings → level), and every state of
the decision table (levels → tier). It knows nothing of files; a failure names its rule and a witness.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from pydantic import Field

from coach.conversation import Frozen
from coach.decision import NO_RULE, DecisionTable, Group, TooManyStatesError
from coach.evidence import Polarity
from coach.rubric import CELLS, STEPS, Cell, Count, Level, Rubric

_RANK = {
    Level.CONCERN: 0,
    Level.HINT_OF_CONCERN: 1,
    Level.UNKNOWN: 2,
    Level.MIXED: 2,
    Level.HINT_OF_STRENGTH: 3,
    Level.STRENGTH: 4,
}
"""From worst to best; unknown and mixed lie between, neither better than the other."""


class Flaw(Frozen):
    """Something the proof found wrong, where in the rubric, and which rule to look at if it is one rule's fault."""

    message: str
    place: tuple[str | int, ...] = ()
    rule: str | None = None


class Proof(Frozen):
    """What was walked, and what was found wrong (nothing, for a sound rubric)."""

    states: int = 0
    changes: int = 0
    fires: dict[str, int] = Field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()


def prove(rubric: Rubric) -> Proof:
    """Walk the grid and every state of the rules; the flaws are empty when the rubric is sound."""
    flaws = [*_ids(rubric), *_holes(rubric)]
    if flaws:
        return Proof(flaws=tuple(flaws))
    flaws += _grid(rubric)
    try:
        table = DecisionTable(rubric)
    except TooManyStatesError as error:
        return Proof(flaws=(*flaws, Flaw(message=str(error), place=("rules",))))
    flaws += _total(table)
    flaws += _reachable(table)
    changes, broken = _monotone(table) if not flaws else (0, [])
    fires = {rule.id: table.fired.count(number) for number, rule in enumerate(rubric.rules)}
    return Proof(states=len(table.fired), changes=changes, fires=fires, flaws=(*flaws, *broken))


def _ids(rubric: Rubric) -> Iterator[Flaw]:
    indicators = [
        (indicator.id, ("criteria", number, "indicators", nested))
        for number, criterion in enumerate(rubric.criteria)
        for nested, indicator in enumerate(criterion.indicators)
    ]
    for number, criterion in enumerate(rubric.criteria):
        for stray in (i for i in criterion.indicators if i.criterion != criterion.id):
            message = f"indicator {stray.id!r} stands under {criterion.id!r} and names {stray.criterion!r}"
            yield Flaw(message=message, place=("criteria", number))
    yield from _twice("criterion", [(c.id, ("criteria", n)) for n, c in enumerate(rubric.criteria)])
    yield from _twice("indicator", indicators)
    yield from _twice("tier", [(t.id, ("tiers", n)) for n, t in enumerate(rubric.tiers)])
    yield from _twice("rule", [(rule.id, ("rules", n)) for n, rule in enumerate(rubric.rules)])
    tiers, criteria = [tier.id for tier in rubric.tiers], {criterion.id for criterion in rubric.criteria}
    for number, rule in enumerate(rubric.rules):
        if rule.tier not in tiers:
            message = f"unknown tier {rule.tier!r}; known: {', '.join(tiers)}"
            yield Flaw(message=message, place=("rules", number), rule=rule.id)
        named = {name for count in rule.counts() if isinstance(count.among, tuple) for name in count.among}
        for name in sorted(named - criteria):
            yield Flaw(message=f"unknown criterion {name!r}", place=("rules", number), rule=rule.id)
        for count in rule.counts():
            yield from (
                flaw.model_copy(update={"place": ("rules", number)}) for flaw in _impossible(rubric, rule.id, count)
            )
    if not any(criterion.core for criterion in rubric.criteria):
        yield Flaw(message="no criterion is core; at least one must be", place=("criteria",))


def _twice(kind: str, named: Sequence[tuple[str, tuple[str | int, ...]]]) -> Iterator[Flaw]:
    seen: set[str] = set()
    for name, place in named:
        if name in seen:
            rule = name if kind == "rule" else None
            yield Flaw(message=f"the {kind} id {name!r} is used twice", place=place, rule=rule)
        seen.add(name)


def _impossible(rubric: Rubric, rule: str, count: Count) -> Iterator[Flaw]:
    most = sum(rubric.is_among(criterion, count.among) for criterion in rubric.criteria)
    if count.at_least is not None and count.at_least > most:
        yield Flaw(message=f"at_least {count.at_least} can never hold: only {most} criteria are looked at", rule=rule)
    if count.at_most is not None and count.at_most >= most:
        yield Flaw(message=f"at_most {count.at_most} always holds: only {most} criteria are looked at", rule=rule)


def _holes(rubric: Rubric) -> Iterator[Flaw]:
    for cell in CELLS:
        row = STEPS[cell[0]]
        if STEPS[cell[1]] not in rubric.levels.get(row, {}):
            yield Flaw(message=f"levels: no level for {_cell(cell)}", place=("levels", row))


def _grid(rubric: Rubric) -> Iterator[Flaw]:
    if [cell for cell in CELLS if rubric.level(cell) is Level.UNKNOWN] != [(0, 0)]:
        message = "levels: `unknown` must be the level of nothing heard, and of nothing else"
        yield Flaw(message=message, place=("levels",))
    for cell, raised, added in _raises():
        change = _RANK[rubric.level(raised)] - _RANK[rubric.level(cell)]
        if (change > 0 and added == "concern") or (change < 0 and added == "strength"):
            effect = "improves" if change > 0 else "worsens"
            levels = f"from {rubric.level(cell)} to {rubric.level(raised)}"
            message = f"levels: with {_cell(cell)}, a firmer {added} {effect} the level {levels}"
            yield Flaw(message=message, place=("levels", STEPS[raised[0]], STEPS[raised[1]]))


def _raises() -> Iterator[tuple[Cell, Cell, Polarity]]:
    """Yield every single step of more evidence in the grid; longer ways are made of these."""
    for concern, strength in CELLS:
        if concern < 3:
            yield (concern, strength), (concern + 1, strength), "concern"
        if strength < 3:
            yield (concern, strength), (concern, strength + 1), "strength"


def _total(table: DecisionTable) -> Iterator[Flaw]:
    place = table.fired.find(NO_RULE)
    if place >= 0:
        message = f"no rule decides {_witness(table, place)}; end with a rule without conditions"
        yield Flaw(message=message, place=("rules",))


def _reachable(table: DecisionTable) -> Iterator[Flaw]:
    rubric = table.rubric
    fired = set(table.fired)
    for number, rule in enumerate(rubric.rules):
        if number in fired:
            continue
        alone = DecisionTable(rubric.model_copy(update={"rules": (rule,)}))
        if 0 not in alone.fired:
            message = "the rule contradicts itself: its conditions never hold together"
        else:
            message = "the rule is never reached: earlier rules decide all its cases"
        yield Flaw(message=message, place=("rules", number), rule=rule.id)
    reached = {rubric.rules[number].tier for number in fired if number != NO_RULE}
    for number, tier in enumerate(rubric.tiers):
        if tier.id not in reached:
            yield Flaw(message=f"tier {tier.id!r} is never given by any rule", place=("tiers", number))
    if len(rubric.tiers) < 2:
        yield Flaw(message="there must be at least two tiers to decide between", place=("tiers",))


def _monotone(table: DecisionTable) -> tuple[int, list[Flaw]]:
    """Compare every state with each state that one more step of evidence on one criterion leads to."""
    ranks = [table.rubric.rank(rule.tier) for rule in table.rubric.rules]
    changes = 0
    flaws: dict[tuple[str, Polarity], Flaw] = {}
    for g, group in enumerate(table.groups):
        within = [(a, b, added) for a, b, added in _raises() if a in group.class_of and b in group.class_of]
        steps = sorted({(group.class_of[a], group.class_of[b], added) for a, b, added in within})
        last = len(group.members) - 1
        others = [len(states) for h, states in enumerate(table.final) if h != g]
        strides = [stride for h, stride in enumerate(table.strides) if h != g]
        bases = [sum(s * n for s, n in zip(strides, at, strict=True)) for at in product(*map(range, others))]
        for row in group.step[last]:
            for before, after, added in steps:
                low, high = row[before] * table.strides[g], row[after] * table.strides[g]
                if low == high:
                    continue
                changes += prod(others)
                for base in bases:
                    old, new = table.fired[base + low], table.fired[base + high]
                    if old != new and (broken := _breaks(ranks[old], ranks[new], added)):
                        number = old if table.rubric.rules[old].when else new
                        rule = table.rubric.rules[number].id
                        message = (
                            f"not monotone: adding a {added} to {_witness(table, base + low)} {broken} "
                            f"({table.tier(old)} → {table.tier(new)})"
                        )
                        flaws.setdefault((rule, added), Flaw(message=message, place=("rules", number), rule=rule))
    return changes, list(flaws.values())


def _breaks(old: int | None, new: int | None, added: Polarity) -> str | None:
    if old is None:
        return None
    if new is None:
        return "leads back to a tier outside the order"
    if added == "concern" and new > old:
        return "improves the tier"
    if added == "strength" and new < old:
        return "worsens the tier"
    return None


def _witness(table: DecisionTable, place: int) -> str:
    """Describe one conversation that is in this state of the table."""
    heard = []
    for g, group in enumerate(table.groups):
        state = place // table.strides[g] % len(table.final[g])
        for member, cell in zip(group.members, _way(group, state), strict=True):
            if cell != (0, 0):
                heard.append(f"{member}: {_cell(cell)}")
    return "{" + "; ".join(heard) + "}" if heard else "{nothing heard}"


def _way(group: Group, state: int) -> list[Cell]:
    """Return findings for each member that together give the group this state."""
    cell_of = {group.class_of[cell]: cell for cell in reversed(group.cells)}
    ways: dict[int, list[Cell]] = {0: []}
    for rows in group.step:
        following: dict[int, list[Cell]] = {}
        for at, cells in ways.items():
            for kind in sorted(cell_of, key=lambda k: cell_of[k]):
                following.setdefault(rows[at][kind], [*cells, cell_of[kind]])
        ways = following
    return ways[state]


def _cell(cell: Cell) -> str:
    return f"concern {STEPS[cell[0]]}, strength {STEPS[cell[1]]}"
