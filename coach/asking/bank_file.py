"""The form of `knowledge/questions.yaml`: what the coach can say without a language model.

Every entry has a stable id, which conversations and evals refer to. Slots in braces are filled with the
manager's own words. It knows nothing of when an entry is said.
"""

from typing import Literal

from coach.conversation import Focus, Frozen, Kind, Offer, Stage
from coach.harm import Harm
from coach.inquiry import Heard
from coach.requests import Request


class Phrase(Frozen):
    """A sentence with a stable id."""

    id: str
    text: str


class Question(Phrase):
    """An open question about a criterion (or the goal, at a stage of it), fit for what was heard so far."""

    criterion: str
    stage: Stage = Stage.CRITERION
    kind: Kind
    heard: Heard
    focus: Focus

    @property
    def shelf(self) -> str:
        """Return where it stands: its criterion, or its stage of the goal."""
        return self.criterion if self.stage is Stage.CRITERION else self.stage


class OfIndicator(Phrase):
    """A sentence that fits one indicator."""

    indicator: str


class OfCriterion(Phrase):
    """A sentence that fits one criterion."""

    criterion: str


class Way(Phrase):
    """One way of going about something, as a line, from a passage of the guide."""

    passage: str


class OfRequest(Phrase):
    """A sentence that answers something the manager asked of the coach."""

    request: Request


class OfOffer(Phrase):
    """One closed question that offers something."""

    offer: Offer


class Verdict(Phrase):
    """What is said of a verdict when the manager asks for it in the chat."""

    standing: Literal["settled", "provisional", "none"]


class Signpost(Phrase):
    """What is said when harm is disclosed; `own` says whether the speaker is at its centre."""

    harm: Harm
    own: bool


class AfterSignpost(Phrase):
    """What is said to the words after a signpost; `asks` where they ask what to do."""

    asks: bool


class BankFile(Frozen):
    """Everything in the file. `said` and `Said` are a paraphrase, `quote` a quotation, `points` several of either."""

    questions: tuple[Question, ...]
    openings: tuple[Phrase, ...]
    reflections: tuple[OfIndicator, ...]
    echoes: tuple[Phrase, ...]
    quoted: tuple[Phrase, ...]
    reflections_open: tuple[Phrase, ...]
    affirmations: tuple[Phrase, ...]
    contradictions: tuple[Phrase, ...]
    goals: tuple[Phrase, ...]
    goals_said: tuple[Phrase, ...]
    bridges: tuple[OfCriterion, ...]
    summaries: tuple[Phrase, ...]
    informs: tuple[Phrase, ...]
    informs_own: tuple[Phrase, ...]
    options: tuple[Phrase, ...]
    options_own: tuple[Phrase, ...]
    ways: tuple[Way, ...]
    nothing_found: tuple[OfRequest, ...]
    permissions: tuple[OfOffer, ...]
    repairs: tuple[OfRequest, ...]
    about_the_coach: tuple[OfRequest, ...]
    verdicts: tuple[Verdict, ...]
    closings: tuple[Phrase, ...]
    open_sides: tuple[Phrase, ...]
    open_points: tuple[OfCriterion, ...]
    steps: tuple[Phrase, ...]
    steps_with_day: tuple[Phrase, ...]
    steps_to_choose: tuple[Phrase, ...]
    farewells: tuple[Phrase, ...]
    languages: tuple[Phrase, ...]
    signposts: tuple[Signpost, ...]
    after_signposts: tuple[AfterSignpost, ...]
    why: tuple[OfCriterion, ...]
