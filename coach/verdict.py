"""Evidence → ratings → verdict, with margin, counterfactual and whether it is settled. Pure.

Everything here is computed exactly from the set of evidence and a decision table: no model, clock,
randomness or order takes part. It knows nothing of words for people; report/ has those.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations, product
from typing import Literal

from coach.conversation import Frozen
from coach.decision import DecisionTable
from coach.evidence import Certainty, Evidence, Place, certainty_of
from coach.rubric import CELLS, Cell, Level


class Rating(Frozen):
    """What was found on one criterion; `evidence` are places in the verdict's list of evidence."""

    criterion: str
    level: Level
    concern: Certainty | None
    strength: Certainty | None
    evidence: tuple[int, ...]

    @property
    def cell(self) -> Cell:
        """Return the findings as steps of concern and strength."""
        return (self.concern.step if self.concern else 0, self.strength.step if self.strength else 0)


class Change(Frozen):
    """One thing a counterfactual supposes: a strength shown, and perhaps the concern no longer so.

    `strength` is None where hearing anything at all, shown, would do.
    """

    criterion: str
    strength: Literal["shown"] | None
    concern_resolved: bool


class Counterfactual(Frozen):
    """The fewest criteria that would have to be otherwise; `tier` is None where any tier would do."""

    tier: str | None
    changes: tuple[Change, ...]


Action = Literal["withdrawn", "confirmed"]


class Correction(Frozen):
    """A person's word on one piece of evidence; `by` says who, `start`/`end`/`message` say which.

    The last word counts, so confirming what was withdrawn puts it back.
    """

    message: int
    start: int
    end: int
    indicator: str
    action: Action
    by: str

    @classmethod
    def of(cls, place: Place, action: Action, by: str) -> "Correction":
        """Return somebody's word on the piece of evidence at a place."""
        message, start, end, indicator = place
        return cls(message=message, start=start, end=end, indicator=indicator, action=action, by=by)

    @property
    def place(self) -> Place:
        """Return which piece of evidence it is about."""
        return (self.message, self.start, self.end, self.indicator)


class AsRead(Frozen):
    """The outcome before anybody corrected anything."""

    tier: str
    rule: str


class Verdict(Frozen):
    """A decision and all that explains it.

    `margin` is the fewest findings (an indicator at a certainty) whose withdrawal or addition would
    change the tier. `evidence` is what counted; `withdrawn` is what a person took back.
    """

    tier: str
    rule: str
    settled: bool
    margin: int
    ratings: tuple[Rating, ...]
    evidence: tuple[Evidence, ...]
    counterfactual: Counterfactual | None
    claimed_not_shown: bool
    withdrawn: tuple[Evidence, ...] = ()
    corrections: tuple[Correction, ...] = ()
    as_read: AsRead

    def rating(self, criterion: str) -> Rating:
        """Return the rating of one criterion."""
        return next(rating for rating in self.ratings if rating.criterion == criterion)

    @property
    def read(self) -> tuple[Evidence, ...]:
        """Return all that was read, withdrawn or not, in the order it was said: its numbers outlast corrections."""
        return tuple(sorted((*self.evidence, *self.withdrawn), key=_order))

    @property
    def cells(self) -> dict[str, Cell]:
        """Return every criterion's findings."""
        return {rating.criterion: rating.cell for rating in self.ratings}

    @property
    def open_criteria(self) -> tuple[str, ...]:
        """Return the criteria nothing was heard about, in the rubric's order."""
        return tuple(rating.criterion for rating in self.ratings if rating.level is Level.UNKNOWN)


def judge(evidence: Iterable[Evidence], table: DecisionTable, corrections: Iterable[Correction] = ()) -> Verdict:
    """Return the verdict on a set of evidence; its order and repetitions make no difference.

    Corrections withdraw evidence or confirm it, the last word on each piece counts; the outcome as read
    is kept.
    """
    read = tuple(sorted(set(evidence), key=_order))
    corrections = tuple(corrections)
    taken_back = {place for place, word in last_words(corrections).items() if word.action == "withdrawn"}
    counted = tuple(piece for piece in read if piece.place not in taken_back)
    cells = findings(counted, table)
    fired = table.rule(cells)
    rule = table.rubric.rules[fired]
    before = table.rubric.rules[table.rule(findings(read, table))]
    ratings = _ratings(counted, cells, table)
    return Verdict(
        tier=rule.tier,
        rule=rule.id,
        settled=is_settled(cells, table),
        margin=margin(counted, table),
        ratings=ratings,
        evidence=counted,
        counterfactual=counterfactual(cells, table),
        claimed_not_shown=_claimed_not_shown(ratings, table),
        withdrawn=tuple(piece for piece in read if piece.place in taken_back),
        corrections=corrections,
        as_read=AsRead(tier=before.tier, rule=before.id),
    )


def _order(piece: Evidence) -> tuple[tuple[int, int, int, str, int], str]:
    return (piece.key, piece.reader)


def last_words(corrections: Iterable[Correction]) -> dict[Place, Correction]:
    """Return the correction that counts for each piece of evidence anybody spoke of."""
    return {correction.place: correction for correction in corrections}


def with_correction(corrections: Iterable[Correction], new: Correction) -> tuple[Correction, ...]:
    """Return corrections with one more at the end, in place of the same person's earlier word on the same piece."""
    kept = (c for c in corrections if (c.place, c.by) != (new.place, new.by))
    return (*kept, new)


def findings(evidence: Iterable[Evidence], table: DecisionTable) -> dict[str, Cell]:
    """Return each criterion's strongest concern and strongest strength, as steps 0–3."""
    cells: dict[str, Cell] = {criterion.id: (0, 0) for criterion in table.rubric.criteria}
    for piece in evidence:
        concern, strength = cells[piece.criterion]
        if piece.polarity == "concern":
            cells[piece.criterion] = (max(concern, piece.certainty.step), strength)
        else:
            cells[piece.criterion] = (concern, max(strength, piece.certainty.step))
    return cells


def _ratings(evidence: tuple[Evidence, ...], cells: Mapping[str, Cell], table: DecisionTable) -> tuple[Rating, ...]:
    return tuple(
        Rating(
            criterion=criterion,
            level=table.rubric.level(cell),
            concern=certainty_of(cell[0]),
            strength=certainty_of(cell[1]),
            evidence=tuple(number for number, piece in enumerate(evidence) if piece.criterion == criterion),
        )
        for criterion, cell in cells.items()
    )


def _claimed_not_shown(ratings: tuple[Rating, ...], table: DecisionTable) -> bool:
    """Say whether strengths were heard and no core one was carried by an instance."""
    core = {criterion.id for criterion in table.rubric.criteria if criterion.core}
    strong = [rating for rating in ratings if rating.level in (Level.STRENGTH, Level.HINT_OF_STRENGTH)]
    return bool(strong) and not any(r.criterion in core and r.strength is Certainty.SHOWN for r in strong)


def margin(evidence: Iterable[Evidence], table: DecisionTable) -> int:
    """Return the fewest findings to withdraw or add that would give another tier."""
    said: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for piece in evidence:
        said.setdefault((piece.criterion, piece.polarity), set()).add((piece.indicator, piece.certainty.step))
    costs = {}
    for criterion in table.rubric.criteria:
        concern = [_cost(said.get((criterion.id, "concern"), set()), step) for step in range(4)]
        strength = [_cost(said.get((criterion.id, "strength"), set()), step) for step in range(4)]
        costs[criterion.id] = {cell: concern[cell[0]] + strength[cell[1]] for cell in CELLS}
    tier = table.tier(table.rule(findings_of(said, table)))
    found = table.cheapest(costs, lambda rule: table.tier(rule) != tier)
    if found is None:  # a proved rubric reaches more than one tier
        raise ValueError("the rubric gives the same tier whatever is heard")
    return found.cost


def findings_of(said: Mapping[tuple[str, str], set[tuple[str, int]]], table: DecisionTable) -> dict[str, Cell]:
    """Return each criterion's cell from its sets of findings (indicator, step)."""

    def strongest(criterion: str, polarity: str) -> int:
        return max((step for _, step in said.get((criterion, polarity), ())), default=0)

    return {c.id: (strongest(c.id, "concern"), strongest(c.id, "strength")) for c in table.rubric.criteria}


def _cost(found: set[tuple[str, int]], step: int) -> int:
    """Return how many findings must go or come until the strongest one is at `step`."""
    above = sum(at > step for _, at in found)
    there = step == 0 or any(at == step for _, at in found)
    return above + (0 if there else 1)


def counterfactual(cells: Mapping[str, Cell], table: DecisionTable) -> Counterfactual | None:
    """Return the fewest criteria that, if otherwise and shown, would give the next better tier.

    A criterion may gain a strength that is shown, or gain it with its concern resolved as well. Ties
    prefer fewer resolved concerns, then criteria earlier in the rubric. None for the best tier. From a
    tier outside the order, any tier within it will do, and hearing of a criterion either way counts.
    """
    rubric = table.rubric
    rank = rubric.rank(table.tier(table.rule(cells)))
    best = sum(tier.ordered for tier in rubric.tiers) - 1
    if rank == best:
        return None
    costs: dict[str, dict[Cell, int]] = {}
    for position, (criterion, (concern, strength)) in enumerate(cells.items()):
        touched = (1 << 48) + (1 << position)
        options = {(0, 3): touched + (1 << 32) * bool(concern), (concern, 3): touched}
        if rank is None:
            options = {(concern, 3): touched, (3, strength): touched}
        costs[criterion] = {**options, (concern, strength): 0}
    found = table.cheapest(costs, lambda rule: _is_wanted(rubric.rank(table.tier(rule)), rank))
    if found is None:
        return None
    changes = tuple(
        Change(
            criterion=criterion,
            strength=None if rank is None else "shown",
            concern_resolved=rank is not None and cells[criterion][0] > 0 and cell[0] == 0,
        )
        for criterion, cell in found.cells.items()
        if cell != cells[criterion]
    )
    reached = table.tier(table.rule(found.cells))
    return Counterfactual(tier=None if rank is None else reached, changes=changes)


def _is_wanted(reached: int | None, rank: int | None) -> bool:
    return reached is not None and (rank is None or reached == rank + 1)


def is_settled(cells: Mapping[str, Cell], table: DecisionTable) -> bool:
    """Say whether a tier is reached, the core was heard, and no two answers still open could change it.

    An open criterion is one nothing was heard about; its answer may be any findings at all.
    """
    rubric = table.rubric
    tier = table.tier(table.rule(cells))
    still_open = [criterion.id for criterion in rubric.criteria if cells[criterion.id] == (0, 0)]
    if rubric.rank(tier) is None or any(criterion.core and criterion.id in still_open for criterion in rubric.criteria):
        return False
    pairs: list[tuple[str, ...]] = [*combinations(still_open, 2)] or [tuple(still_open)]
    for asked in pairs:
        rule_after = table.outcomes(cells, asked)
        for answers in product(*(table.answers(criterion) for criterion in asked)):
            if table.tier(rule_after(answers)) != tier:
                return False
    return True
