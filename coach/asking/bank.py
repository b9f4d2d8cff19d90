"""The question bank: curated sentences, joined to the plan's moves and to the manager's own words.

Which of several fitting sentences is taken follows from the conversation's id, so the same conversation
always gives the same words. It knows nothing of evidence beyond what the plan says.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeVar

from coach.asking import Draft
from coach.conversation import Conversation, Frozen, Move, straight
from coach.harm import Harm
from coach.planner import Heard, Plan, Stage
from coach.requests import Request
from coach.retrieval.passages import Passage
from coach.sentences import clauses
from coach.strict_yaml import load

Kind = Literal["clarify", "assumptions", "evidence", "viewpoints", "consequences", "question"]
_SHELF = {
    Stage.ANGLE: "goal-angle",
    Stage.COMPARE: "goal-compare",
    Stage.CHOOSE: "goal-choose",
    Stage.RETURN: "goal-return",
    Stage.STEP: "goal-step",
}
_LONGEST_QUOTE = 18
_SHORTEST_QUOTE = 5
_SELF_BLAME = re.compile(
    r"\b(my fault|i'?m (an? )?(idiot|useless|rubbish|stupid|failure|terrible|awful|bad)|"
    r"i (failed|screwed up|messed up))",
    re.IGNORECASE,
)


class Phrase(Frozen):
    """A sentence with a stable id."""

    id: str
    text: str


class Question(Phrase):
    """An open question about a criterion (or the manager's goal), fit for what was heard so far."""

    criterion: str
    kind: Kind
    heard: Heard


class OfIndicator(Phrase):
    """A sentence that fits one indicator."""

    indicator: str


class OfCriterion(Phrase):
    """A sentence that fits one criterion."""

    criterion: str


class Signpost(Phrase):
    """What is said when harm is disclosed."""

    harm: Harm


class BankFile(Frozen):
    """The form of `knowledge/questions.yaml`."""

    questions: tuple[Question, ...]
    openings: tuple[Phrase, ...]
    reflections: tuple[OfIndicator, ...]
    quoted: tuple[Phrase, ...]
    reflections_open: tuple[Phrase, ...]
    bridges: tuple[OfCriterion, ...]
    summaries: tuple[Phrase, ...]
    informs: tuple[Phrase, ...]
    options: tuple[Phrase, ...]
    closings: tuple[Phrase, ...]
    farewells: tuple[Phrase, ...]
    steps: tuple[Phrase, ...]
    languages: tuple[Phrase, ...]
    signposts: tuple[Signpost, ...]
    after_signposts: tuple[Phrase, ...]
    why: tuple[OfCriterion, ...]


AnyPhrase = TypeVar("AnyPhrase", bound=Phrase)


class QuestionBank:
    """Writes turns from the bank. Stateless: what was said before is in the conversation."""

    def __init__(self, path: Path) -> None:
        """Read the bank; KnowledgeError with file and line if it does not fit its form."""
        self._bank = load(path, BankFile)[0]

    def questions_left(self, conversation: Conversation) -> dict[str, int]:
        """Return, by criterion and by stage of the goal, how many questions were not asked yet."""
        asked = {turn.question for turn in conversation.coach_turns()}
        left: dict[str, int] = {}
        for question in self._bank.questions:
            if question.id not in asked:
                left[_shelf(question)] = left.get(_shelf(question), 0) + 1
        return left

    def signpost(self, harm: Harm, own: bool) -> str:
        """Return the humane answer to a disclosure; `own` as in harm.disclosed."""
        fitting = [entry for entry in self._bank.signposts if entry.harm is harm]
        if harm in (Harm.SELF_HARM, Harm.EXHAUSTION):
            return next(e for e in fitting if e.id.endswith("-other") is not own).text
        return next(e for e in fitting if e.id.endswith("-own") is own).text

    def after_signpost(self) -> str:
        """Return what is said to the answer to a signpost: no question, the manager decides how to go on."""
        return self._bank.after_signposts[0].text

    def unreadable(self) -> str:
        """Return what is said when the manager writes in a language the reader was not made for."""
        return self._bank.languages[0].text

    def write(self, plan: Plan, conversation: Conversation, passages: Sequence[Passage]) -> Draft:
        """Return the plan's moves in words, in the order reflect or summarise, bridge, inform, ask."""
        parts: list[str] = []
        quotes: tuple[str, ...] = ()
        if Move.REFLECT in plan.moves:
            reflection, quotes = self._reflection(plan, conversation)
            parts.append(reflection)
        if Move.SUMMARISE in plan.moves:
            summary, quotes = self._gathered(self._bank.summaries, plan, conversation)
            parts.append(summary)
        if Move.CLOSE in plan.moves:
            closing, quotes = self._closing(plan, conversation)
            parts.append(closing)
        if Move.INFORM in plan.moves and plan.request is Request.WHY:
            return Draft(text=self._last_why(conversation))
        shown = tuple(passages[: 2 if plan.request is Request.ADVISE else 1]) if Move.INFORM in plan.moves else ()
        if shown:
            lead = self._bank.options if plan.request is Request.ADVISE else self._bank.informs
            parts.append("\n\n".join([self._pick(lead, conversation).text, *map(_cited, shown)]))
        question = self._question(plan, conversation) if Move.ASK in plan.moves else None
        if plan.bridge and question is not None and not quotes:  # quoted words lead over by themselves
            fitting = [entry for entry in self._bank.bridges if entry.criterion == plan.criterion]
            parts.append(self._pick(fitting, conversation).text)
        if question is not None:
            parts.append(question.text)
        glue = "\n\n" if shown else " "
        return Draft(
            text=glue.join(parts),
            question=question.id if question else None,
            quotes=quotes,
            passages=shown,
            why=self._why(plan),
        )

    def _question(self, plan: Plan, conversation: Conversation) -> Phrase:
        if plan.stage is Stage.OPENING:
            return self._pick(self._bank.openings, conversation)
        asked = {turn.question for turn in conversation.coach_turns()}
        shelf = plan.criterion if plan.stage is Stage.CRITERION else plan.stage
        left = [q for q in self._bank.questions if _shelf(q) == shelf and q.id not in asked]
        fitting = [q for q in left if q.heard is plan.heard] or [q for q in left if q.heard is Heard.NOTHING] or left
        return self._pick(fitting, conversation)

    def _reflection(self, plan: Plan, conversation: Conversation) -> tuple[str, tuple[str, ...]]:
        if plan.sure and plan.reflect_on is not None:
            fitting = [entry for entry in self._bank.reflections if entry.indicator == plan.reflect_on.indicator]
            unsaid = [entry for entry in fitting if not _was_said(entry.text, conversation)]
            if unsaid:
                return self._pick(unsaid, conversation).text, ()
        quote = _quotable(plan, conversation) if plan.may_quote else None
        if quote is not None:
            frame = self._unsaid(self._bank.quoted, conversation)
            return frame.text.replace("{quote}", quote), (quote,)
        return self._unsaid(self._bank.reflections_open, conversation).text, ()

    def _gathered(
        self, frames: Sequence[Phrase], plan: Plan, conversation: Conversation
    ) -> tuple[str, tuple[str, ...]]:
        quotes = tuple(dict.fromkeys(q for piece in plan.gathered if (q := _short(piece.quote)) is not None))
        if not quotes:
            return self._bank.farewells[0].text, ()
        marked = [f"“{quote}”" for quote in quotes]
        joined = marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])}, and {marked[-1]}"
        return self._unsaid(frames, conversation).text.replace("{points}", joined), quotes

    def _closing(self, plan: Plan, conversation: Conversation) -> tuple[str, tuple[str, ...]]:
        """Close on the step that was just named, else on what stood out."""
        if not plan.step_named:
            return self._gathered(self._bank.closings, plan, conversation)
        quote = _last_said(conversation)
        if quote is None:
            return self._bank.farewells[0].text, ()
        return self._unsaid(self._bank.steps, conversation).text.replace("{quote}", quote), (quote,)

    def _why(self, plan: Plan) -> str:
        about = plan.criterion if plan.stage is Stage.CRITERION else plan.stage
        return next((entry.text for entry in self._bank.why if entry.criterion == about), "")

    def _last_why(self, conversation: Conversation) -> str:
        return next((turn.why for turn in reversed(conversation.coach_turns()) if turn.why), self._bank.why[0].text)

    def _unsaid(self, phrases: Sequence[Phrase], conversation: Conversation) -> Phrase:
        """Return a phrase whose beginning or end has not been used yet, or any when all have."""
        unsaid = [phrase for phrase in phrases if not _was_said(phrase.text, conversation)]
        return self._pick(unsaid or phrases, conversation)

    @staticmethod
    def _pick(phrases: Sequence[AnyPhrase], conversation: Conversation) -> AnyPhrase:
        seed = f"{conversation.id}:{len(conversation.messages)}"
        return phrases[int(hashlib.sha256(seed.encode()).hexdigest(), 16) % len(phrases)]


def _shelf(question: Question) -> str:
    return next((stage for stage, prefix in _SHELF.items() if question.id.startswith(prefix)), question.criterion)


def _was_said(text: str, conversation: Conversation) -> bool:
    fixed = max(re.split(r"[“”]?\{\w+\}[“”]?", text), key=len).strip()
    return any(fixed in message.content for message in conversation.messages if message.role == "assistant")


def _cited(passage: Passage) -> str:
    """Return a passage as it is cited: title and id, then its words as quoted lines."""
    quoted = "\n".join(f"> {line}".rstrip() for line in passage.text.splitlines())
    return f"**{passage.title}** [{passage.id}]\n\n{quoted}"


def _quotable(plan: Plan, conversation: Conversation) -> str | None:
    """Return a short clause of the manager's that can be said back: the evidence's, or of the last message."""
    if plan.reflect_on is not None:
        return _short(plan.reflect_on.quote)
    return _last_said(conversation)


def _last_said(conversation: Conversation) -> str | None:
    """Return the first clause of the manager's last message that can be said back."""
    last = conversation.messages[conversation.manager_indexes()[-1]].content
    return next((quote for span in clauses(last) if (quote := _short(span.text)) is not None), None)


def _short(words: str) -> str | None:
    """Return the words, or their first clause, short enough to be said back; None when none fits."""
    for piece in (words, *re.split(r",\s+|\s+(?:because|although|so that)\s+", words)):
        quote = piece.strip(" \t\n.,;:!?…-–—")
        fits = _SHORTEST_QUOTE <= len(quote.split()) <= _LONGEST_QUOTE
        if fits and not re.search(r"[“”\"?\n]", quote) and not _SELF_BLAME.search(straight(quote)):
            return quote
    return None
