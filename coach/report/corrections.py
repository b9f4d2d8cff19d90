"""What people made of the evidence: what was taken back or confirmed, by whom, and what that did to the verdict.

Withdrawing quotes must not quietly buy a better tier, so a report says both outcomes near its top, and says
plainly where the better one came of withdrawing. It knows nothing of Markdown, HTML or the web page.
"""

from collections.abc import Mapping

from coach.evidence import Place
from coach.rubric import Rubric
from coach.verdict import Verdict, last_words

_DONE = {"withdrawn": "taken back", "confirmed": "confirmed"}


def corrected(verdict: Verdict, rubric: Rubric) -> list[str]:
    """Return what corrections did to the verdict, a paragraph each; nothing where there were none."""
    if not verdict.corrections:
        return []
    said = [*_outcomes(verdict, rubric), *_better(verdict, rubric)]
    spoken_of = last_words(verdict.corrections)
    confirmed = spoken_of.keys() & {piece.place for piece in verdict.evidence}
    if confirmed:
        who = _named(verdict, confirmed)
        said.append(f"{_counted(len(confirmed), 'quote was', 'quotes were')} confirmed by {who}.")
    lost = len(spoken_of.keys() - {piece.place for piece in verdict.read})
    if lost:
        number = _counted(lost, "quote that was corrected is", "quotes that were corrected are")
        said.append(f"{number} not among what was read this time, so that correction changes nothing.")
    return said


def _outcomes(verdict: Verdict, rubric: Rubric) -> list[str]:
    if not verdict.withdrawn:
        return []
    before, after = (rubric.tier_of[tier].title for tier in (verdict.as_read.tier, verdict.tier))
    who = _named(verdict, {piece.place for piece in verdict.withdrawn})
    taken = f"{_counted(len(verdict.withdrawn), 'quote was', 'quotes were')} taken back by {who}"
    if verdict.tier == verdict.as_read.tier:
        return [f"As read: {before}. As corrected: the same, although {taken}."]
    return [f"As read: {before}. As corrected: {after}, because {taken}."]


def _better(verdict: Verdict, rubric: Rubric) -> list[str]:
    """Say so plainly where withdrawing made the verdict better, or left too little to judge."""
    before, after = rubric.rank(verdict.as_read.tier), rubric.rank(verdict.tier)
    if before is not None and after is None:
        return ["Without what was taken back there is too little left to judge; that is no better verdict."]
    if before is None or after is None or after <= before:
        return []
    return [
        "Only taking back made this verdict better: nothing better was heard. Look at what was taken back before "
        "leaning on it."
    ]


def histories(verdict: Verdict) -> Mapping[Place, str]:
    """Return, for each piece of evidence somebody spoke of, who said what of it, in order."""
    said: dict[Place, list[str]] = {}
    for correction in verdict.corrections:
        said.setdefault(correction.place, []).append(f"{_DONE[correction.action]} by {correction.by}")
    return {place: ", then ".join(words) for place, words in said.items()}


def _named(verdict: Verdict, places: set[Place]) -> str:
    """Return whose word counts on some pieces of evidence, each once, in the order they spoke."""
    last = last_words(verdict.corrections)
    names = list(dict.fromkeys(c.by for c in verdict.corrections if c.place in places and last[c.place] == c))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
