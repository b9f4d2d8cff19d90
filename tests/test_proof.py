import random
import re

import pytest
from naive_rubric import flaws_of, is_break, raised

from coach.decision import DecisionTable
from coach.evidence import Indicator
from coach.proof import prove
from coach.rubric import CELLS, STEPS, AnyOf, Count, Criterion, Rubric, Rule, Tier


def messages(rubric):
    return [flaw.message for flaw in prove(rubric).flaws]


def with_rule(rubric, rule, *when):
    """The shipped rubric, one rule with other conditions."""
    rules = [r.model_copy(update={"when": when}) if r.id == rule else r for r in rubric.rules]
    return rubric.model_copy(update={"rules": tuple(rules)})


def conditions(rubric, rule):
    return list(next(candidate.when for candidate in rubric.rules if candidate.id == rule))


def replaced(rubric, rule, number, count):
    when = conditions(rubric, rule)
    when[number] = count
    return with_rule(rubric, rule, *when)


def with_level(rubric, concern, strength, level):
    levels = {**rubric.levels, concern: {**rubric.levels[concern], strength: level}}
    return Rubric(**{**rubric.model_dump(), "levels": levels})


def test_the_shipped_rubric_is_proved_and_every_rule_fires(rubric):
    proof = prove(rubric)

    assert proof.flaws == ()
    assert len(proof.fires) == 5
    assert all(proof.fires.values())
    assert sum(proof.fires.values()) == proof.states
    assert proof.changes > proof.states


# Shipped rules, each with one condition turned so that more evidence moves the tier the wrong way.
BREAKING = {
    "hedged concerns are counted by level": (
        "claimed_not_shown",
        0,
        Count(count=("concern", "hint_of_concern", "mixed"), at_most=0),
    ),
    "few concerns make the issue serious": ("established_pattern", 2, Count(count="concern", at_most=3)),
    "many strengths are held against the team": ("largely_self_reliant", 3, Count(count="strength", at_most=4)),
    "a growth concern is wanted": ("largely_self_reliant", 5, Count(count="concern", among=("growth",), at_least=1)),
    "shown strengths are unwanted": (
        "largely_self_reliant",
        2,
        Count(count="strength_shown", among="core", at_most=1),
    ),
    "having heard much is not enough": ("too_little_heard", 0, Count(count="heard", at_least=5)),
}


@pytest.mark.parametrize("change", BREAKING)
def test_a_shipped_rule_changed_to_break_monotonicity_is_found(rubric, change):
    flaws = prove(replaced(rubric, *BREAKING[change])).flaws

    assert any("not monotone" in flaw.message and flaw.rule for flaw in flaws), flaws


@pytest.mark.parametrize("change", BREAKING)
def test_the_witness_of_a_break_is_a_conversation_that_breaks(rubric, change):
    mutant = replaced(rubric, *BREAKING[change])
    table = DecisionTable(mutant)

    for message in messages(mutant):
        parts = re.fullmatch(r"not monotone: adding a (\w+) to \{(.*)\} .* \((\w+) → (\w+)\)", message)
        polarity, witness, before, after = parts.groups()
        found = re.findall(r"(\w+): concern (\w+), strength (\w+)", witness)
        heard = {criterion: (STEPS.index(concern), STEPS.index(strength)) for criterion, concern, strength in found}
        cells = {criterion.id: heard.get(criterion.id, (0, 0)) for criterion in mutant.criteria}
        # The table tells classes of findings apart, so any number of steps of one polarity may be needed.
        further = [*raised(cells, polarity)]
        further += [more for once in further for more in raised(once, polarity)]
        assert table.tier(table.rule(cells)) == before
        assert after in {table.tier(table.rule(more)) for more in further}
        assert is_break(mutant.rank(before), mutant.rank(after), polarity)


def test_tiers_listed_in_the_wrong_order_are_found(rubric):
    serious, concern, control, outside = rubric.tiers
    mutant = rubric.model_copy(update={"tiers": (concern, serious, control, outside)})

    assert any("not monotone" in message for message in messages(mutant))


def test_no_random_state_breaks_a_rubric_that_lost_a_condition_and_still_passed(rubric):
    chance = random.Random(7)
    verdicts = set()
    for rule in rubric.rules:
        for number in range(len(rule.when)):
            mutant = with_rule(rubric, rule.id, *rule.when[:number], *rule.when[number + 1 :])
            sound = messages(mutant) == []
            verdicts.add(sound)
            if sound:
                table = DecisionTable(mutant)
                rank = [mutant.rank(r.tier) for r in mutant.rules]
                for _ in range(50):
                    cells = {c.id: chance.choice(CELLS) for c in mutant.criteria}
                    for polarity in ("concern", "strength"):
                        for more in raised(cells, polarity):
                            assert not is_break(rank[table.rule(cells)], rank[table.rule(more)], polarity)

    assert verdicts == {True, False}


STATES = ("concern", "hint_of_concern", "unknown", "mixed", "hint_of_strength", "strength", "heard", "any_concern")
TIERS = tuple(Tier(id=i, title=i, meaning=i, ordered=i != "out") for i in ("bad", "fair", "good", "out"))


def small_rubric(chance, rubric, names):
    """A random rubric: few criteria, one to three rules, the shipped grid."""
    criteria = [
        Criterion(
            id=name,
            title=name,
            core=name != names[-1],
            indicators=[
                Indicator(id=f"{name}-", criterion=name, polarity="concern", heard_when="-"),
                Indicator(id=f"{name}+", criterion=name, polarity="strength", heard_when="+"),
            ],
        )
        for name in names
    ]

    def count():
        among = chance.choice(["all", "core", (names[-1],)])
        most = {"all": len(names), "core": len(names) - 1}.get(among, 1)
        kinds = chance.sample([*STATES, "strength_shown"], chance.choice([1, 1, 2]))
        bound = {"at_least": chance.randint(1, most)} if chance.random() < 0.6 else {"at_most": chance.randrange(most)}
        return Count(count=tuple(kinds), among=among, **bound)

    def condition():
        return AnyOf(any=(count(), count())) if chance.random() < 0.2 else count()

    rules = [
        Rule(
            id=f"r{n}",
            tier=chance.choice(TIERS).id,
            when=[condition() for _ in range(chance.choice([1, 1, 2]))],
            because="-",
        )
        for n in range(chance.choice([1, 1, 2]))
    ]
    if chance.random() < 0.9:
        rules.append(Rule(id="last", tier=chance.choice(TIERS).id, because="-"))
    used = [tier for tier in TIERS if tier.id in {rule.tier for rule in rules} or chance.random() < 0.05]
    return Rubric(version="1", criteria=criteria, levels=rubric.levels, tiers=used, rules=rules)


MESSAGES = {
    "no rule decides": "no rule decides",
    "rule never reached": "the rule ",
    "tier never given": "is never given by any rule",
    "not monotone": "not monotone",
}


@pytest.mark.parametrize(("names", "rubrics"), [("ab", 150), ("abc", 12)])
def test_the_proof_finds_a_flaw_exactly_where_trying_every_state_finds_one(rubric, names, rubrics):
    chance = random.Random(len(names))
    kinds = set()
    for _ in range(rubrics):
        small = small_rubric(chance, rubric, tuple(names))
        naive, proved = flaws_of(small), messages(small)
        assert {name for name, start in MESSAGES.items() if any(start in message for message in proved)} == naive
        kinds |= naive or {"sound"}

    assert kinds >= {"sound", "not monotone"}


def test_the_rule_named_is_not_the_closing_one_that_has_no_condition_to_mend(rubric):
    flaws = prove(replaced(rubric, *BREAKING["many strengths are held against the team"])).flaws

    assert "real_but_mixed" not in {flaw.rule for flaw in flaws}


def test_a_level_that_improves_with_a_firmer_concern_is_found_with_its_cell(rubric):
    found = messages(with_level(rubric, "shown", "none", "hint_of_concern"))
    where = "levels: with concern stated, strength none"

    assert f"{where}, a firmer concern improves the level from concern to hint_of_concern" in found


def test_a_level_that_worsens_with_a_firmer_strength_is_found_with_its_cell(rubric):
    assert (
        "levels: with concern hedged, strength stated, a firmer strength worsens the level from strength to mixed"
    ) in messages(with_level(rubric, "hedged", "shown", "mixed"))


@pytest.mark.parametrize(("cell", "level"), [("none", "mixed"), ("hedged", "unknown")])
def test_unknown_is_the_level_of_nothing_heard_and_of_nothing_else(rubric, cell, level):
    assert any("`unknown` must be" in message for message in messages(with_level(rubric, cell, cell, level)))


def test_a_hole_in_the_grid_is_a_flaw(rubric):
    levels = {**rubric.levels, "shown": {k: v for k, v in rubric.levels["shown"].items() if k != "stated"}}

    assert "levels: no level for concern shown, strength stated" in messages(
        rubric.model_copy(update={"levels": levels})
    )


def test_a_rule_that_contradicts_itself_is_told_from_one_that_others_shadow(rubric):
    impossible = (Count(count="concern", at_least=3), Count(count="concern", at_most=2))
    shadowed = (Count(count="heard", at_most=1),)

    assert [f.message for f in prove(with_rule(rubric, "established_pattern", *impossible)).flaws if f.rule] == [
        "the rule contradicts itself: its conditions never hold together"
    ]
    assert [f.message for f in prove(with_rule(rubric, "established_pattern", *shadowed)).flaws if f.rule] == [
        "the rule is never reached: earlier rules decide all its cases"
    ]


@pytest.mark.parametrize(
    ("bound", "message"),
    [
        ({"at_least": 4}, "at_least 4 can never hold: only 3 criteria are looked at"),
        ({"at_most": 3}, "at_most 3 always holds: only 3 criteria are looked at"),
    ],
)
def test_a_bound_that_decides_nothing_is_a_flaw_of_its_rule(rubric, bound, message):
    flaws = prove(replaced(rubric, "established_pattern", 0, Count(count="concern", among="core", **bound))).flaws

    assert [(flaw.rule, flaw.message) for flaw in flaws] == [("established_pattern", message)]


def test_a_rubric_that_always_gives_the_same_tier_is_flawed(rubric):
    one = rubric.model_copy(update={"tiers": rubric.tiers[1:2], "rules": rubric.rules[-1:]})

    assert prove(one).flaws != ()


def test_an_indicator_that_names_another_criterion_is_a_flaw(rubric):
    first = rubric.criteria[0]
    stray = first.indicators[0].model_copy(update={"criterion": "nowhere"})
    criteria = (first.model_copy(update={"indicators": (stray, *first.indicators[1:])}), *rubric.criteria[1:])

    assert prove(rubric.model_copy(update={"criteria": criteria})).flaws != ()
