"""The rubric compiled into a table by walking every state once; the exact engine behind verdicts.

Rules only count criteria, and no count matters beyond the largest number a rule asks for. So criteria
that all rules treat alike form a group, and a group's state is its vector of counts, capped. There are
few such states, and the table holds the rule that fires for every combination of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from coach.rubric import Cell, Criterion, Rubric, Tally

MOST_STATES = 2_000_000

Vector = tuple[int, ...]
NO_RULE = 255


class TooManyStatesError(ValueError):
    """The rubric distinguishes so many criteria that its states cannot be walked completely."""


class Group:
    """Criteria that every rule treats alike and that can have the same findings (`cells`).

    `states[n]` are the count vectors that n of the members can have together; `step[n][s][c]` is the
    state of n + 1 members when one of class c joins state s. A class is a set of cells that count alike.
    """

    def __init__(self, rubric: Rubric, members: Sequence[Criterion], caps: Mapping[Tally, int]) -> None:
        self.members = tuple(member.id for member in members)
        tallies = [t for t in caps if rubric.is_among(members[0], t[1])]
        self.tallies = tuple(tallies)
        self.cells = rubric.cells(members[0])
        vectors = {
            cell: tuple(int(bool(rubric.states(cell).intersection(t[0]))) for t in tallies) for cell in self.cells
        }
        self.classes: tuple[Vector, ...] = tuple(sorted(set(vectors.values())))
        self.class_of: dict[Cell, int] = {cell: self.classes.index(vectors[cell]) for cell in self.cells}
        limits = tuple(caps[t] for t in tallies)
        self.states: list[list[Vector]] = [[tuple(0 for _ in tallies)]]
        self.step: list[list[list[int]]] = []
        for _ in members:
            joined = [[_capped(state, vector, limits) for vector in self.classes] for state in self.states[-1]]
            following = sorted({vector for row in joined for vector in row})
            place = {vector: index for index, vector in enumerate(following)}
            self.states.append(following)
            self.step.append([[place[vector] for vector in row] for row in joined])

    def fold(self, cells: Sequence[Cell]) -> int:
        """Return the state of the first `len(cells)` members together; which of them is which does not matter."""
        state = 0
        for number, cell in enumerate(cells):
            state = self.step[number][state][self.class_of[cell]]
        return state


def _capped(state: Vector, vector: Vector, limits: Vector) -> Vector:
    return tuple(min(a + b, limit) for a, b, limit in zip(state, vector, limits, strict=True))


class Cheapest(NamedTuple):
    """The lowest total cost and the cells, by criterion, that it buys."""

    cost: int
    cells: dict[str, Cell]


class DecisionTable:
    """Which rule fires, for every state a conversation can be in."""

    def __init__(self, rubric: Rubric) -> None:
        """Walk all states.

        Raises:
            TooManyStatesError: more combinations than can be walked in reasonable time.
        """
        self.rubric = rubric
        caps: dict[Tally, int] = {}
        for count in (count for rule in rubric.rules for count in rule.counts()):
            caps[count.tally] = max(caps.get(count.tally, 1), count.cap)
        alike: dict[tuple[object, ...], list[Criterion]] = {}
        for criterion in rubric.criteria:
            looked_at = tuple(rubric.is_among(criterion, among) for _, among in caps)
            alike.setdefault((looked_at, rubric.cells(criterion)), []).append(criterion)
        self.groups = tuple(Group(rubric, members, caps) for members in alike.values())
        self.place = {m: (g, n) for g, group in enumerate(self.groups) for n, m in enumerate(group.members)}
        self.final = [group.states[-1] for group in self.groups]
        size = 1
        for states in self.final:
            size *= len(states)
        if size > MOST_STATES:
            raise TooManyStatesError(
                f"the rules tell too many criteria apart: {size:,} states, at most {MOST_STATES:,}"
            )
        self.strides = [1] * len(self.groups)
        for g in range(len(self.groups) - 2, -1, -1):
            self.strides[g] = self.strides[g + 1] * len(self.final[g + 1])
        self.fired = bytes(self._rule(vectors, caps) for vectors in product(*self.final))

    def _rule(self, vectors: Sequence[Vector], caps: Mapping[Tally, int]) -> int:
        counted = dict.fromkeys(caps, 0)
        for group, vector in zip(self.groups, vectors, strict=True):
            for tally, number in zip(group.tallies, vector, strict=True):
                counted[tally] += number
        return next((i for i, rule in enumerate(self.rubric.rules) if rule.holds(counted)), NO_RULE)

    def index(self, cells: Mapping[str, Cell]) -> int:
        """Return the place in `fired` for the findings of every criterion."""
        return sum(
            stride * group.fold([cells[member] for member in group.members])
            for stride, group in zip(self.strides, self.groups, strict=True)
        )

    def rule(self, cells: Mapping[str, Cell]) -> int:
        """Return the number of the rule that fires for the findings of every criterion."""
        return self.fired[self.index(cells)]

    def tier(self, rule: int) -> str:
        """Return the tier that a rule gives."""
        return self.rubric.rules[rule].tier

    def outcomes(self, cells: Mapping[str, Cell], asked: Sequence[str]) -> Callable[[Sequence[Cell]], int]:
        """Return a fast function from new findings of the criteria `asked` to the rule that then fires."""
        rest = []
        order: list[tuple[int, int]] = []
        for g, group in enumerate(self.groups):
            rest.append(group.fold([cells[m] for m in group.members if m not in asked]))
            order += [(g, n) for n, name in enumerate(asked) if name in group.members]
        layer = [len(group.members) - sum(m in asked for m in group.members) for group in self.groups]

        def rule(answers: Sequence[Cell]) -> int:
            states, depth = list(rest), list(layer)
            for g, n in order:
                states[g] = self.groups[g].step[depth[g]][states[g]][self.groups[g].class_of[answers[n]]]
                depth[g] += 1
            return self.fired[sum(s * state for s, state in zip(self.strides, states, strict=True))]

        return rule

    def answers(self, criterion: str) -> tuple[Cell, ...]:
        """Return one cell of each kind that the rules tell apart for a criterion: its possible answers."""
        return self.distinct(criterion, self.groups[self.place[criterion][0]].cells)

    def distinct(self, criterion: str, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """Return the first, in order, of each kind of cell that the rules tell apart for a criterion."""
        group = self.groups[self.place[criterion][0]]
        first = {group.class_of[cell]: cell for cell in sorted(cells, reverse=True) if cell in group.class_of}
        return tuple(sorted(first.values()))

    def cheapest(self, costs: Mapping[str, Mapping[Cell, int]], wanted: Callable[[int], bool]) -> Cheapest | None:
        """Return the cheapest cells under which a wanted rule fires; None when no allowed cells do.

        `costs` gives each criterion its allowed cells and their cost; ties go to the first found, and
        the order of search is that of the rubric, so the same costs give the same cells.
        """
        reached = [sorted(self._reach(group, costs), key=lambda r: (r[1], r[2])) for group in self.groups]
        best: Cheapest | None = None

        def search(g: int, place: int, cost: int, chosen: tuple[tuple[Cell, ...], ...]) -> None:
            nonlocal best
            if g == len(self.groups):
                if wanted(self.fired[place]):
                    best = Cheapest(cost, self._named(chosen))
                return
            for state, more, cells in reached[g]:
                if best is not None and cost + more >= best.cost:
                    break
                search(g + 1, place + self.strides[g] * state, cost + more, (*chosen, cells))

        search(0, 0, 0, ())
        return best

    def _named(self, chosen: Sequence[Sequence[Cell]]) -> dict[str, Cell]:
        named = {
            member: cell
            for group, cells in zip(self.groups, chosen, strict=True)
            for member, cell in zip(group.members, cells, strict=True)
        }
        return {criterion.id: named[criterion.id] for criterion in self.rubric.criteria}

    @staticmethod
    def _reach(group: Group, costs: Mapping[str, Mapping[Cell, int]]) -> list[tuple[int, int, tuple[Cell, ...]]]:
        """Return (state, lowest cost, cells) for every state the group can be brought into."""
        reached: dict[int, tuple[int, tuple[Cell, ...]]] = {0: (0, ())}
        for number, member in enumerate(group.members):
            options: dict[int, tuple[int, Cell]] = {}
            for cell in sorted(set(costs[member]) & set(group.cells)):
                offer = (costs[member][cell], cell)
                options[group.class_of[cell]] = min(options.get(group.class_of[cell], offer), offer)
            following: dict[int, tuple[int, tuple[Cell, ...]]] = {}
            for state, (cost, cells) in reached.items():
                for kind, (more, cell) in options.items():
                    joined = group.step[number][state][kind]
                    known = following.get(joined)
                    if known is None or cost + more < known[0]:
                        following[joined] = (cost + more, (*cells, cell))
            reached = following
        return [(state, cost, cells) for state, (cost, cells) in reached.items()]
