"""A rubric as people read it (`coach rubric show`)."""

from collections.abc import Iterator

from coach.rubric import STEPS, AnyOf, Condition, Count, Rubric

_STATE = {
    "heard": "heard at all",
    "any_concern": "carrying any concern, even a hedged one",
    "strength_shown": "a strength carried by an example",
    "strength": "a strength",
    "concern": "a concern",
    "mixed": "mixed",
    "hint_of_concern": "a hint of concern",
    "hint_of_strength": "a hint of strength",
    "unknown": "unknown",
}
_WIDTH = 17


def rubric_text(rubric: Rubric) -> str:
    """Return criteria, indicators, the grid of levels and the rules in words."""
    return "\n".join(_lines(rubric)) + "\n"


def _lines(rubric: Rubric) -> Iterator[str]:
    yield f"Rubric, version {rubric.version}"
    yield ""
    yield "What is listened for (− a concern, + a strength)"
    for criterion in rubric.criteria:
        yield f"  {criterion.title} [{criterion.id}]{', core' if criterion.core else ''}"
        for indicator in criterion.indicators:
            yield f"    {'−' if indicator.polarity == 'concern' else '+'} {indicator.id}: {indicator.heard_when}"
    yield ""
    yield "How a criterion is rated (down: strongest concern; across: strongest strength)"
    yield "  " + "".join(f"{name:<{_WIDTH}}" for name in ("", *STEPS)).rstrip()
    for concern in STEPS:
        row = (rubric.levels[concern][strength].value for strength in STEPS)
        yield "  " + "".join(f"{name:<{_WIDTH}}" for name in (concern, *row)).rstrip()
    yield ""
    yield "How the verdict follows (the first rule that holds)"
    for number, rule in enumerate(rubric.rules, 1):
        yield f"  {number}. {rubric.tier_of[rule.tier].title} [{rule.id}]"
        if not rule.when:
            yield "     in every other case"
        for condition in rule.when:
            yield f"     when {_condition(condition)}"
        yield f"     because: {rule.because}"
    yield ""
    yield "The verdicts, worst to best"
    for tier in rubric.tiers:
        yield f"  {tier.title} [{tier.id}]{'' if tier.ordered else ', outside the order'}: {tier.meaning}"


def _condition(condition: Condition) -> str:
    if isinstance(condition, AnyOf):
        return " or ".join(_count(count) for count in condition.any)
    return _count(condition)


def _count(count: Count) -> str:
    one = 1 in (count.at_least, count.at_most)
    noun = "criterion" if one else "criteria"
    who = {"all": noun, "core": f"core {noun}"}.get(str(count.among)) or f"of {', '.join(count.among)}"
    states = " or ".join(_STATE[str(state)] for state in count.count)
    if count.at_most == 0:
        nobody = {"all": "no criterion", "core": "no core criterion"}.get(str(count.among)) or f"none {who}"
        return f"{nobody} is {states}"
    bound = f"at least {count.at_least}" if count.at_least is not None else f"at most {count.at_most}"
    return f"{bound} {who} {'is' if one else 'are'} {states}"
