"""The question bank: curated sentences, joined to the plan's moves and to the manager's own words.

Which of several fitting sentences is taken follows from the conversation's id, so the same conversation
always gives the same words. It knows nothing of evidence beyond what the plan says.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from coach.asking import Draft
from coach.asking.aim import aim
from coach.asking.bank_file import BankFile, Phrase, Question
from coach.asking.paraphrase import as_put, paraphrase, quotable
from coach.asking.said_before import (
    Stretch,
    paraphrased,
    stretch_of,
    tells,
    was_given_back,
    was_quoted,
    was_said,
    was_summed,
    whole_message,
)
from coach.conversation import Conversation, Link, Move, Stage
from coach.evidence import Evidence
from coach.harm import Harm
from coach.inquiry import Choice
from coach.planner import GIVING_BACK, Plan
from coach.requests import Request, names_day, says_step
from coach.retrieval.passages import GUIDE, Passage
from coach.strict_yaml import load

_FEWEST_POINTS = 2
_LONGEST_DAY = 8
_OPTIONS = 3

AnyPhrase = TypeVar("AnyPhrase", bound=Phrase)


class _Said(NamedTuple):
    """A sentence of the coach's, and which of the manager's words it gives back."""

    text: str
    quotes: tuple[str, ...] = ()
    paraphrased: tuple[str, ...] = ()


class QuestionBank:
    """Writes turns from the bank. Stateless: what was said before is in the conversation."""

    def __init__(self, path: Path) -> None:
        """Read the bank; KnowledgeError with file and line if it does not fit its form."""
        self._bank = load(path, BankFile)[0]

    def questions_left(self, conversation: Conversation) -> tuple[Choice, ...]:
        """Return the questions that were not asked yet, without their words, in the order of the bank."""
        asked = {turn.question for turn in conversation.coach_turns()}
        return tuple(Choice(q.shelf, q.kind, q.heard, q.focus) for q in self._bank.questions if q.id not in asked)

    def borrowed(self) -> tuple[str, ...]:
        """Return the lines that are said only when advice was asked for, and may then sound like it."""
        return tuple(way.text for way in self._bank.ways)

    def signpost(self, harm: Harm, own: bool) -> str:
        """Return the humane answer to a disclosure; `own` as in harm.disclosed."""
        return next(entry.text for entry in self._bank.signposts if (entry.harm, entry.own) == (harm, own))

    def after_signpost(self, asks: bool = False) -> str:
        """Return what is said to the answer to a signpost: no question; `asks` where they ask what to do."""
        return next(entry.text for entry in self._bank.after_signposts if entry.asks is asks)

    def unreadable(self) -> str:
        """Return what is said when the manager writes in a language the reader was not made for."""
        return self._bank.languages[0].text

    def write(self, plan: Plan, conversation: Conversation, passages: Sequence[Passage]) -> Draft:
        """Return the plan's moves in words, in the order give back, bridge, inform, ask or offer."""
        if Move.CLOSE in plan.moves:
            return self._closed(plan, conversation)
        if plan.asked_for in (Request.VERDICT, Request.WHY, Request.PRIVACY, Request.WHO, Request.LENGTH):
            return Draft(text=self._told(plan, conversation), moves=plan.moves)
        given_back = self._given_back(plan, conversation)
        shown: tuple[Passage, ...] = ()
        if Move.INFORM in plan.moves:
            shown = self._options(passages) if plan.asked_for is Request.ADVISE else tuple(passages[:1])
        offered = tuple(passages[:1]) if plan.offer is not None and Move.PERMISSION in plan.moves else ()
        parts = [given_back.text] if given_back is not None else []
        if Move.INFORM in plan.moves:
            parts.append(self._informed(plan, shown, conversation))
        if Move.PERMISSION in plan.moves:
            parts.append(self._permission(plan, offered, conversation))
        question = self._question(plan, conversation) if Move.ASK in plan.moves else None
        if question is not None:
            if plan.link is Link.BRIDGES:
                fitting = [entry for entry in self._bank.bridges if entry.criterion == plan.criterion]
                parts.append(self._unsaid(fitting, conversation).text)
            parts.append(question.text)
        return Draft(
            text=("\n\n" if shown else " ").join(parts),
            moves=plan.moves if given_back is not None else tuple(m for m in plan.moves if m not in GIVING_BACK),
            question=question.id if question else None,
            quotes=given_back.quotes if given_back else (),
            paraphrased=given_back.paraphrased if given_back else (),
            both_sides=plan.contradiction is not None and given_back is not None and len(given_back.paraphrased) == 2,
            passages=shown or offered,
            why=self._why(plan),
        )

    def _question(self, plan: Plan, conversation: Conversation) -> Phrase:
        if plan.stage is Stage.OPENING:
            return self._pick(self._bank.openings, conversation)
        asked = {turn.question for turn in conversation.coach_turns()}
        shelf = plan.criterion if plan.stage is Stage.CRITERION else plan.stage
        left = [q for q in self._bank.questions if q.shelf == shelf and q.id not in asked]
        exact = [q for q in left if (q.kind, q.heard, q.focus) == (plan.kind, plan.heard, plan.focus)]
        return self._pick(exact or left, conversation)

    # --- giving back what was said ---

    def _given_back(self, plan: Plan, conversation: Conversation) -> _Said | None:
        """Return a reflection, summary or affirmation; None where there are no words fit to be given back."""
        said = None
        if Move.SUMMARISE in plan.moves:
            said = self._summary(plan, conversation)
        elif Move.AFFIRM in plan.moves and plan.reflect_on is not None:
            done = paraphrased(plan.reflect_on, conversation)
            said = self._echo(self._bank.affirmations, done, conversation) if done and done.startswith("you ") else None
        elif plan.contradiction is not None:
            said = self._both(self._bank.contradictions, plan.contradiction, conversation)
        if said is None and {Move.REFLECT, Move.SUMMARISE} & set(plan.moves):
            said = self._reflection(plan, conversation)
        return said

    def _reflection(self, plan: Plan, conversation: Conversation) -> _Said | None:
        if plan.asked_for in (Request.UNCLEAR, Request.MISSED):
            repairs = [entry for entry in self._bank.repairs if entry.request is plan.asked_for]
            return _Said(self._unsaid(repairs, conversation).text)
        if plan.goal is not None and Move.REFLECT in plan.moves:
            return self._goal(plan.goal, plan, conversation) or _Said(self._open(conversation))
        if plan.sure and plan.reflect_on is not None:
            fitting = [entry for entry in self._bank.reflections if entry.indicator == plan.reflect_on.indicator]
            unsaid = [entry for entry in fitting if not was_said(entry.text, conversation)]
            if unsaid:
                return _Said(self._pick(unsaid, conversation).text)
        last = [whole_message(i, conversation) for i in conversation.manager_indexes()[-1:] if i not in plan.taken_back]
        stretches = last if plan.reflect_on is None else [stretch_of(plan.reflect_on), *last]
        back = self._said_back(stretches, plan, conversation)
        return back or (_Said(self._open(conversation)) if plan.must_reflect else None)

    def _said_back(self, stretches: Iterable[Stretch], plan: Plan, conversation: Conversation) -> _Said | None:
        """Say the first of some words back that can be: paraphrased, else quoted where the plan lets us."""
        for message, start, end in stretches:
            words = conversation.messages[message].content
            clause = paraphrase(words, start, end)
            if clause is not None and not was_given_back(clause, conversation):
                return self._echo(self._bank.echoes, clause, conversation)
            quote = quotable(words, start, end) if plan.may_quote else None
            if quote is not None and not was_quoted(quote, conversation):
                frame = self._unsaid(self._bank.quoted, conversation)
                return _Said(frame.text.replace("{quote}", quote), quotes=(quote,))
        return None

    def _echo(self, frames: Sequence[Phrase], clause: str, conversation: Conversation) -> _Said:
        frame = self._unsaid(frames, conversation).text
        filled = frame.replace("{said}", clause).replace("{Said}", _capital(clause))
        return _Said(filled, paraphrased=(clause,))

    def _open(self, conversation: Conversation) -> str:
        return self._unsaid(self._bank.reflections_open, conversation).text

    def _goal(self, message: int, plan: Plan, conversation: Conversation) -> _Said | None:
        words = conversation.messages[message].content
        wanted = aim(words)
        if wanted is not None:
            return _Said(self._pick(self._bank.goals, conversation).text.replace("{aim}", wanted))
        if message in plan.taken_back:
            return None
        said = paraphrase(words)
        if said is not None:
            return self._echo(self._bank.goals_said, said, conversation)
        return self._said_back([whole_message(message, conversation)], plan, conversation)

    def _both(
        self, frames: Sequence[Phrase], both: tuple[Evidence, Evidence], conversation: Conversation
    ) -> _Said | None:
        first, second = (paraphrased(piece, conversation) for piece in both)
        if first is None or second is None or first == second:
            return None
        text = self._unsaid(frames, conversation).text.replace("{first}", first).replace("{second}", second)
        return _Said(text.replace("{First}", _capital(first)), paraphrased=(first, second))

    def _summary(self, plan: Plan, conversation: Conversation) -> _Said | None:
        """Gather what was heard, else what was said; with the goal, where it was put as one."""
        reminded = any(was_said(entry.text, conversation) for entry in self._bank.goals)
        wanted = aim(conversation.messages[plan.goal].content) if plan.goal is not None and not reminded else None
        points = self._points(map(stretch_of, plan.gathered), plan, conversation, besides=wanted)
        if len(points.paraphrased) + len(points.quotes) < _FEWEST_POINTS:
            standing = (index for index in conversation.manager_indexes() if index not in plan.taken_back)
            spoken = (whole_message(index, conversation) for index in standing)
            told = [words for words in spoken if tells(words, conversation)]
            points = self._points(told, plan, conversation, besides=wanted)
            if len(points.paraphrased) + len(points.quotes) < _FEWEST_POINTS:
                points = self._points(told, plan, conversation, besides=wanted, alone=False)
        if len(points.paraphrased) + len(points.quotes) < _FEWEST_POINTS:
            return None
        frame = self._unsaid(self._bank.summaries, conversation).text
        goal = f"{self._pick(self._bank.goals, conversation).text.replace('{aim}', wanted)} " if wanted else ""
        return points._replace(text=goal + frame.replace("{points}", points.text))

    def _points(
        self,
        stretches: Iterable[Stretch],
        plan: Plan,
        conversation: Conversation,
        besides: str | None = None,
        alone: bool = True,
    ) -> _Said:
        """Join up to three things the manager said, besides their aim: paraphrased, else quoted if we may.

        A summary takes up nothing that an earlier one did.
        """
        clauses: list[str] = []
        quotes: list[str] = []
        joined: list[str] = []
        for message, start, end in stretches:
            words = conversation.messages[message].content
            clause = paraphrase(words, start, end, alone=alone)
            quote = quotable(words, start, end, alone=alone) if clause is None and plan.may_quote else None
            if Move.SUMMARISE in plan.moves and was_summed({clause, quote}, conversation):
                continue
            if besides is not None and besides in (clause or ""):
                continue
            if clause is not None and clause not in clauses:
                clauses.append(clause)
                joined.append(clause)
            elif quote is not None and quote not in quotes:
                quotes.append(quote)
                joined.append(f"“{quote}”")
            if len(joined) == 3:
                break
        text = joined[0] if len(joined) == 1 else "; ".join(joined[:-1]) + f"; and {joined[-1]}" if joined else ""
        return _Said(text, tuple(quotes), tuple(clauses))

    # --- answering, offering, closing ---

    def _told(self, plan: Plan, conversation: Conversation) -> str:
        """Answer what the manager asked about the coach, its last question or the verdict."""
        if plan.asked_for is Request.WHY:
            asked = [turn.why for turn in conversation.coach_turns() if turn.why]
            return asked[-1] if asked else self._bank.why[0].text
        if plan.asked_for is Request.VERDICT and plan.tier is not None:
            standing = "none" if not plan.tier.ordered else "settled" if plan.settled else "provisional"
            text = next(entry.text for entry in self._bank.verdicts if entry.standing == standing)
            return text.replace("{title}", plan.tier.title).replace("{meaning}", plan.tier.meaning)
        return next(entry.text for entry in self._bank.about_the_coach if entry.request is plan.asked_for)

    def _informed(self, plan: Plan, shown: Sequence[Passage], conversation: Conversation) -> str:
        if not shown:
            wanted = Request.ADVISE if plan.asked_for is Request.ADVISE else Request.EXPLAIN
            return next(entry.text for entry in self._bank.nothing_found if entry.request is wanted)
        lead: Sequence[Phrase] = self._bank.options if len(shown) > 1 else self._bank.informs
        if not all(passage.source.startswith(GUIDE) for passage in shown):
            lead = self._bank.options_own if len(shown) > 1 else self._bank.informs_own
        ways = {way.passage: way.text for way in self._bank.ways}
        if plan.asked_for is Request.ADVISE and all(passage.id in ways for passage in shown):
            cited = ["\n".join(f"- {ways[passage.id]} [{passage.id}]" for passage in shown)]
        else:
            cited = [_cited(passage) for passage in shown]
        return "\n\n".join([self._unsaid(lead, conversation).text, *cited])

    def _options(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """Return the passages that offer a way of going about it in a line, or where there are none, the first two."""
        offer = {way.passage for way in self._bank.ways}
        ways = [passage for passage in passages if passage.id in offer]
        return tuple(ways[:_OPTIONS]) if ways else tuple(passages[:2])

    def _permission(self, plan: Plan, offered: Sequence[Passage], conversation: Conversation) -> str:
        fitting = [entry for entry in self._bank.permissions if entry.offer is plan.offer]
        text = self._unsaid(fitting, conversation).text
        return text.replace("{title}", offered[0].title) if offered else text

    def _closed(self, plan: Plan, conversation: Conversation) -> Draft:
        """Close with the strongest that was said, one thing that is open, and the step, as far as there is each."""
        parts: list[_Said] = []
        points = self._points(map(stretch_of, plan.gathered), plan, conversation)
        if points.text:
            frame = self._unsaid(self._bank.closings, conversation).text
            parts.append(points._replace(text=frame.replace("{points}", points.text)))
        both = self._both(self._bank.open_sides, plan.contradiction, conversation) if plan.contradiction else None
        if both is not None:
            parts.append(both)
        elif plan.open_point is not None and parts:
            fitting = [entry.text for entry in self._bank.open_points if entry.criterion == plan.open_point]
            parts += [_Said(text) for text in fitting[:1]]
        step = self._step(plan, conversation)
        if step is not None:
            parts.append(step)
        elif parts and plan.asked_for is not Request.STOP:
            parts.append(_Said(self._pick(self._bank.steps_to_choose, conversation).text))
        if not parts:
            parts.append(_Said(self._unsaid(self._bank.farewells, conversation).text))
        return Draft(
            text=" ".join(part.text for part in parts),
            moves=plan.moves,
            quotes=tuple(quote for part in parts for quote in part.quotes),
            paraphrased=tuple(clause for part in parts for clause in part.paraphrased),
            both_sides=both is not None,
        )

    def _step(self, plan: Plan, conversation: Conversation) -> _Said | None:
        if plan.step is None:
            return None
        words = conversation.messages[plan.step].content
        quote = as_put(words, says_step) or as_put(words)
        if quote is None:
            return None
        said = conversation.messages[plan.day].content if plan.day is not None else ""
        day = as_put(said, names_day) or said.strip(" \n.!")
        fits = 0 < len(day.split()) <= _LONGEST_DAY and not re.search(r"[“”\"?\n]", day)
        frames = self._bank.steps_with_day if fits else self._bank.steps
        text = self._pick(frames, conversation).text.replace("{step}", f"“{quote}”").replace("{day}", f"“{day}”")
        return _Said(text, quotes=(quote, day) if fits else (quote,))

    def _why(self, plan: Plan) -> str:
        about = "contradiction" if plan.contradiction else plan.criterion
        if plan.stage is not Stage.CRITERION:
            about = plan.stage
        elif plan.heard is not None and plan.heard.value == "strength_claimed":
            about = "instance"
        return next((entry.text for entry in self._bank.why if entry.criterion == about), "")

    def _unsaid(self, phrases: Sequence[AnyPhrase], conversation: Conversation) -> AnyPhrase:
        """Return a phrase whose fixed words have not been used yet, or any when all have."""
        unsaid = [phrase for phrase in phrases if not was_said(phrase.text, conversation)]
        return self._pick(unsaid or phrases, conversation)

    @staticmethod
    def _pick(phrases: Sequence[AnyPhrase], conversation: Conversation) -> AnyPhrase:
        seed = f"{conversation.id}:{len(conversation.messages)}"
        return phrases[int(hashlib.sha256(seed.encode()).hexdigest(), 16) % len(phrases)]


def _capital(clause: str) -> str:
    return clause[:1].upper() + clause[1:]


def _cited(passage: Passage) -> str:
    """Return a passage as it is cited: title and id, then its words as quoted lines."""
    quoted = "\n".join(f"> {line}".rstrip() for line in passage.text.splitlines())
    return f"**{passage.title}** [{passage.id}]\n\n{quoted}"


__all__ = ["Question", "QuestionBank"]
