"""What was heard on either side of each criterion, as a picture that does not turn silence into a value.

A criterion nothing was heard about is drawn as open, never as zero or as neutral; there is no score. The
text form is here, for Markdown and the terminal; html.py draws the same values.
"""

import textwrap

from coach.conversation import Frozen
from coach.evidence import Certainty
from coach.report.texts import VerdictTexts
from coach.rubric import Rubric
from coach.verdict import Verdict

CERTAINTY_WORDS = {
    Certainty.HEDGED: "said with a hedge",
    Certainty.STATED: "said plainly",
    Certainty.SHOWN: "shown by an example",
}
_TITLE = 36
_SIDE = 10
_OPEN = "┄┄┄┄ nothing heard ┄┄┄┄"


class Found(Frozen):
    """The strongest concern and the strongest strength heard on one criterion; None where none was."""

    title: str
    core: bool
    concern: Certainty | None
    strength: Certainty | None

    @property
    def heard(self) -> bool:
        """Say whether anything was heard at all."""
        return self.concern is not None or self.strength is not None

    @property
    def words(self) -> str:
        """Return the row in words, for whoever cannot see the picture."""
        if not self.heard:
            return f"{self.title}: nothing heard, so not known."
        concern = f"a concern, {CERTAINTY_WORDS[self.concern]}" if self.concern else "no concern heard"
        strength = f"a strength, {CERTAINTY_WORDS[self.strength]}" if self.strength else "no strength heard"
        return f"{self.title}: {concern}; {strength}."


class Picture(Frozen):
    """Every criterion once: the core ones, then the others, each in the rubric's order."""

    rows: tuple[Found, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[Found, ...]], ...]:
        """Return the rows under their headings; a heading without rows is left out."""
        core, others = (tuple(row for row in self.rows if row.core is core) for core in (True, False))
        return tuple((name, rows) for name, rows in (("Core", core), ("Further criteria", others)) if rows)


def picture_of(verdict: Verdict, rubric: Rubric, texts: VerdictTexts) -> Picture:
    """Return the picture of a verdict's findings."""
    core = {criterion.id for criterion in rubric.criteria if criterion.core}
    rows = [
        Found(
            title=texts.criteria[rating.criterion].title,
            core=rating.criterion in core,
            concern=rating.concern,
            strength=rating.strength,
        )
        for rating in verdict.ratings
    ]
    return Picture(rows=tuple(sorted(rows, key=lambda row: not row.core)))


def picture_text(picture: Picture) -> str:
    """Return the picture in Unicode, at most 60 columns wide: bars of one to three steps from the middle."""
    lines = [f"{'':<{_TITLE}} {'concern':>{_SIDE}} │ strength"]
    for name, rows in picture.groups:
        lines.append(name.upper())
        lines += [_row(row) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def _row(row: Found) -> str:
    title = textwrap.shorten(row.title, _TITLE, placeholder=" …")
    if not row.heard:
        return f"{title:<{_TITLE}} {_OPEN:^{2 * _SIDE + 3}}"
    left = f"{row.concern.value} {'█' * row.concern.step}" if row.concern else ""
    right = f"{'█' * row.strength.step} {row.strength.value}" if row.strength else ""
    return f"{title:<{_TITLE}} {left:>{_SIDE}} │ {right}"
