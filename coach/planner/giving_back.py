"""What a turn gives back of the manager's words before it asks: a reflection, a summary, an affirmation. Pure.

It knows nothing of how the words are turned.
"""

import re
from collections.abc import Collection

from coach.conversation import Link, Move, straight
from coach.evidence import Certainty, Evidence
from coach.inquiry import Heard, contradiction
from coach.planner.situation import GIVING_BACK, GOAL, MOST_ASKS_BARE, Plan, Situation
from coach.verdict import Verdict

SUMMARY_EVERY = 4
AFFIRM_EVERY = 4
SURELY = 3
MANY_WORDS = 25
MOST_GATHERED = 3
FEWEST_GATHERED = 2
SECOND_PERSON = frozenset({"you", "your", "yours", "yourself", "yourselves", "are", "were", "weren", "have", "d", "ll"})


def given_back(ask: Plan, now: Situation) -> Plan:
    """Join the ask with what is due: a contradiction named, a summary, an affirmation, a reflection."""
    may_quote, must = now.may_quote, now.bare >= MOST_ASKS_BARE
    back, points = now.since(Move.SUMMARISE), gathered(now)
    summary_due = back >= SUMMARY_EVERY or (back == SUMMARY_EVERY - 1 and len(points) == MOST_GATHERED)
    overdue = back >= SUMMARY_EVERY
    both = contradicted(now, ask.criterion) if ask.heard is Heard.MIXED and not overdue else None
    if both is not None:
        update = {"moves": (Move.REFLECT, Move.ASK), "contradiction": both, "may_quote": may_quote}
        return ask.model_copy(update={**update, "must_reflect": must})
    if summary_due:
        update = {"moves": (Move.SUMMARISE, Move.ASK), "gathered": points, "goal": now.goal}
        return ask.model_copy(update={**update, "may_quote": may_quote, "must_reflect": must})
    done = next((piece for piece in now.latest if _was_done(piece)), None)
    if done is not None and not must and now.since(Move.AFFIRM) >= AFFIRM_EVERY - 1:
        return ask.model_copy(update={"moves": (Move.AFFIRM, Move.ASK), "reflect_on": done})
    breath = now.before is not None and bool(GIVING_BACK & set(now.before.moves))
    if must or not breath or ask.link is Link.FOLLOWS or len(now.last.split()) > MANY_WORDS:
        related = [piece for piece in now.latest if piece.criterion == ask.criterion] or list(now.latest)
        strongest = max(related, key=lambda piece: (piece.certainty.step, -piece.start), default=None)
        update = {"moves": (Move.REFLECT, Move.ASK), "reflect_on": strongest, "must_reflect": must}
        sure = strongest is not None and _is_sure(strongest, now.verdict)
        return ask.model_copy(update={**update, "may_quote": may_quote, "sure": sure})
    return ask


def _was_done(piece: Evidence) -> bool:
    """Say whether a piece of evidence is something good that the speaker did, on an occasion they told."""
    shown = piece.polarity == "strength" and piece.certainty is Certainty.SHOWN
    return shown and re.search(r"\bi\b", piece.quote, re.IGNORECASE) is not None


def contradicted(now: Situation, criterion: str | None) -> tuple[Evidence, Evidence] | None:
    """Return the two sides heard about a criterion, unless a question about both was asked already."""
    asked = any(turn.criterion == criterion and turn.both_sides for turn in now.turns)
    if criterion is None or criterion == GOAL or asked:
        return None
    pair = contradiction(now.verdict.rating(criterion), now.verdict)
    return (now.verdict.evidence[pair[0]], now.verdict.evidence[pair[1]]) if pair is not None else None


def gathered(now: Situation, strongest: bool = False, apart_from: Collection[int | None] = ()) -> tuple[Evidence, ...]:
    """Return up to three things to say back, one a criterion, in the order they were said, none from `apart_from`.

    What was not said back yet comes first, then the firmest, then the latest; where the `strongest` are
    wanted, the firmest. What was said back before only makes up for what is missing to two.
    """

    def worth(piece: Evidence) -> tuple[bool | int, ...]:
        fresh, step = not _was_said_back(piece, now), piece.certainty.step
        return (step, fresh, piece.message) if strongest else (fresh, step, piece.message)

    best: dict[str, Evidence] = {}
    for piece in now.verdict.evidence:
        if piece.message in apart_from:
            continue
        if piece.criterion not in best or worth(piece) >= worth(best[piece.criterion]):
            best[piece.criterion] = piece
    chosen = sorted(best.values(), key=lambda piece: (*(-rank for rank in worth(piece)), piece.key))[:MOST_GATHERED]
    if not strongest:
        chosen = chosen[: max(sum(not _was_said_back(piece, now) for piece in chosen), FEWEST_GATHERED)]
    return tuple(sorted(chosen, key=lambda piece: piece.key))


def _was_said_back(piece: Evidence, now: Situation) -> bool:
    """Say whether a turn quoted some of a piece's words, or said them back in the second person."""
    words = set(re.findall(r"\w+", straight(piece.quote).casefold()))
    back = [set(re.findall(r"\w+", clause.casefold())) - SECOND_PERSON for t in now.turns for clause in t.paraphrased]
    return any(words >= clause for clause in back) or any(q in piece.quote for t in now.turns for q in t.quotes)


def _is_sure(piece: Evidence, verdict: Verdict) -> bool:
    """Say whether the same indicator was heard in three places, with nothing against it on its criterion."""
    rating = verdict.rating(piece.criterion)
    same = [verdict.evidence[number] for number in rating.evidence]
    return len(same) >= SURELY and all(other.indicator == piece.indicator for other in same)
