# the rubric once more in plain Python, naive on purpose: what the engine is compared with.
# Nothing here is taken from coach/decision.py or knowledge/rubric.yaml.

from itertools import product

from coach.evidence import Evidence

_TABLE = """
autonomy            core  -waits_to_be_told -unguided_decisions +decides_independently
coaching            core  -gives_answers +asks_to_teach
people_over_process core  -manages_people_as_process +leads_people
accountability      .     -no_written_plan -results_only +written_plan
motivation          .     -one_size_fits_all +knows_individuals
recruiting          .     -hires_reactively +recruits_continuously
promotion           .     -promotes_for_tenure_or_task +promotes_for_leadership
growth              .     -stalls_growth +grows_leaders
ownership           .     -low_ownership +takes_ownership
"""
_ROWS = [line.split() for line in _TABLE.strip().splitlines()]

CRITERIA = [row[0] for row in _ROWS]
CORE = [row[0] for row in _ROWS if row[1] == "core"]
CRITERION = {name[1:]: row[0] for row in _ROWS for name in row[2:]}
POLARITY = {name[1:]: "concern" if name[0] == "-" else "strength" for row in _ROWS for name in row[2:]}
CERTAINTIES = ["none", "hedged", "stated", "shown"]
CELLS = [(concern, strength) for concern in range(4) for strength in range(4)]
FINDINGS = [(indicator, step) for indicator in CRITERION for step in (1, 2, 3)]
ORDER = ["serious_issue", "cause_for_concern", "under_control"]

_GRID = {
    "no concern": ["unknown", "hint_of_strength", "strength"],
    "hedged": ["hint_of_concern", "mixed", "strength"],
    "stated or shown": ["concern", "concern", "mixed"],
}


def level(concern, strength):
    row = ["no concern", "hedged", "stated or shown", "stated or shown"][concern]
    return _GRID[row][[0, 1, 2, 2][strength]]


def cells_of(findings):
    cells = dict.fromkeys(CRITERIA, (0, 0))
    for indicator, step in findings:
        concern, strength = cells[CRITERION[indicator]]
        if POLARITY[indicator] == "concern":
            cells[CRITERION[indicator]] = (max(concern, step), strength)
        else:
            cells[CRITERION[indicator]] = (concern, max(strength, step))
    return cells


def decide(cells):
    levels = {criterion: level(*cells[criterion]) for criterion in CRITERIA}
    everywhere = list(levels.values())
    core = [levels[criterion] for criterion in CORE]
    concerns, strengths = everywhere.count("concern"), everywhere.count("strength")
    core_shown = any(levels[c] == "strength" and cells[c][1] == 3 for c in CORE)
    heard_core = [found for found in core if found != "unknown"]
    if len(everywhere) - everywhere.count("unknown") < 3 or not heard_core:
        return "not_enough_evidence", "too_little_heard"
    if all(concern == 0 for concern, _ in cells.values()) and not core_shown and strengths < 6:
        return "not_enough_evidence", "claimed_not_shown"
    if core.count("concern") >= 2 and "strength" not in core and concerns >= 3 and strengths <= 1:
        return "serious_issue", "established_pattern"
    if (
        "strength" in core
        and all(found in ("strength", "hint_of_strength") for found in heard_core)
        and (core_shown or strengths >= 6)
        and strengths >= 3
        and concerns <= 1
        and levels["growth"] != "concern"
    ):
        return "under_control", "largely_self_reliant"
    return "cause_for_concern", "real_but_mixed"


def tier_of(findings):
    return decide(cells_of(findings))[0]


def piece(indicator, step, start=0, message=0, reader="test"):
    return Evidence(
        indicator=indicator,
        criterion=CRITERION[indicator],
        polarity=POLARITY[indicator],
        certainty=CERTAINTIES[step],
        quote="so",
        message=message,
        start=start,
        end=start + 2,
        reader=reader,
    )


def evidence_of(findings):
    return [piece(indicator, step, start=3 * place) for place, (indicator, step) in enumerate(sorted(findings))]


def findings_of(cells):
    first = {}
    for indicator, criterion in CRITERION.items():
        first.setdefault((criterion, POLARITY[indicator]), indicator)
    return {
        (first[criterion, polarity], step)
        for criterion, cell in cells.items()
        for polarity, step in zip(("concern", "strength"), cell, strict=True)
        if step
    }


def raised(cells, polarity):
    """Every state with one step more of a polarity on one criterion."""
    for criterion, (concern, strength) in cells.items():
        more = (concern + 1, strength) if polarity == "concern" else (concern, strength + 1)
        if more in CELLS:
            yield {**cells, criterion: more}


def is_break(old, new, polarity):
    """Whether a change of rank is the wrong way, or back out of the order."""
    if old is None:
        return False
    return new is None or (new > old if polarity == "concern" else new < old)


def states_of(rubric, cell):
    concern, strength = cell
    found = str(rubric.levels[CERTAINTIES[concern]][CERTAINTIES[strength]])
    states = {found}
    if found != "unknown":
        states.add("heard")
    if concern:
        states.add("any_concern")
    if found == "strength" and strength == 3:
        states.add("strength_shown")
    return states


def first_rule(rubric, cells):
    """The first rule of any rubric that holds, each count counted anew."""

    def holds(condition):
        if hasattr(condition, "any"):
            return any(holds(count) for count in condition.any)
        among = condition.among
        looked_at = [c.id for c in rubric.criteria if among == "all" or (c.core if among == "core" else c.id in among)]
        number = sum(bool(states_of(rubric, cells[name]) & set(condition.count)) for name in looked_at)
        return number >= condition.at_least if condition.at_least is not None else number <= condition.at_most

    return next((rule for rule in rubric.rules if all(map(holds, rule.when))), None)


def flaws_of(rubric):
    """What is wrong with a (small) rubric, found by trying every state of every criterion."""
    names = [criterion.id for criterion in rubric.criteria]
    everything = [dict(zip(names, chosen, strict=True)) for chosen in product(CELLS, repeat=len(names))]
    fired = {tuple(cells.values()): first_rule(rubric, cells) for cells in everything}
    reached = {rule.id for rule in fired.values() if rule}
    flaws = set()
    if None in fired.values():
        flaws.add("no rule decides")
    if reached != {rule.id for rule in rubric.rules}:
        flaws.add("rule never reached")
    if {tier.id for tier in rubric.tiers} != {rule.tier for rule in rubric.rules if rule.id in reached}:
        flaws.add("tier never given")
    if flaws:
        return flaws
    ranks = {cells: rubric.rank(rule.tier) for cells, rule in fired.items()}
    for cells in everything:
        for polarity in ("concern", "strength"):
            for more in raised(cells, polarity):
                if is_break(ranks[tuple(cells.values())], ranks[tuple(more.values())], polarity):
                    return {"not monotone"}
    return flaws
