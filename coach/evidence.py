"""Evidence: a verbatim quote of the manager with an indicator and a certainty; and its verification.

Readers propose candidates; only what is literally in the manager's own message becomes evidence.
It knows nothing of rubrics, tiers or how a reader reads.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Literal

from coach.conversation import Conversation, ConversationKind, Frozen

Polarity = Literal["concern", "strength"]
Place = tuple[int, int, int, str]
"""Message, start, end and indicator: which piece of evidence a person speaks of, whatever its certainty."""


class Certainty(StrEnum):
    """How firmly something was said: hedged < stated < shown (asserted softly, as a fact, or by an instance)."""

    HEDGED = "hedged"
    STATED = "stated"
    SHOWN = "shown"

    @property
    def step(self) -> int:
        """Return 1, 2 or 3; 0 is left for nothing heard."""
        return _STEPS.index(self) + 1


_STEPS = (Certainty.HEDGED, Certainty.STATED, Certainty.SHOWN)


def certainty_of(step: int) -> Certainty | None:
    """Return the certainty of a step 1–3, None for 0."""
    return _STEPS[step - 1] if step else None


class Indicator(Frozen):
    """Something that can be heard: a concern or a strength of one criterion."""

    id: str
    criterion: str
    polarity: Polarity
    heard_when: str


class Candidate(Frozen):
    """What a reader believes it heard in one message; `start` is a hint, in code points."""

    indicator: str
    certainty: Certainty
    quote: str
    start: int | None = None


class Evidence(Frozen):
    """A verified quote: `quote == messages[message].content[start:end]`, offsets in code points."""

    indicator: str
    criterion: str
    polarity: Polarity
    certainty: Certainty
    quote: str
    message: int
    start: int
    end: int
    reader: str

    @property
    def key(self) -> tuple[int, int, int, str, int]:
        """Return the order in which evidence is listed: by place, then indicator, then certainty."""
        return (*self.place, self.certainty.step)

    @property
    def place(self) -> Place:
        """Return what a correction names it by."""
        return (self.message, self.start, self.end, self.indicator)


class Rejected(Frozen):
    """A candidate that did not become evidence, and why."""

    candidate: Candidate
    reason: Literal["not the manager's words", "unknown indicator", "not verbatim", "empty quote"]


class Reading(Frozen):
    """What one reader made of one message."""

    evidence: tuple[Evidence, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def verify(
    candidates: Iterable[Candidate],
    conversation: Conversation,
    message: int,
    vocabulary: Mapping[str, Indicator],
    reader: str,
) -> Reading:
    """Return the candidates that are verbatim in the manager's message `message`, as evidence.

    Differences of white space and of quotation marks are forgiven; what is stored is then the text's
    own span. Everything else is rejected with its reason, never repaired. Notes are somebody else's words,
    so whatever is in them is at most hedged.
    """
    spoken = conversation.messages[message]
    most = most_certain(conversation.kind)
    evidence: dict[tuple[int, int, int, str, int], Evidence] = {}
    rejected: list[Rejected] = []
    for candidate in candidates:
        indicator = vocabulary.get(candidate.indicator)
        span = locate(candidate.quote, spoken.content, candidate.start)
        if spoken.role != "user":
            rejected.append(Rejected(candidate=candidate, reason="not the manager's words"))
        elif indicator is None:
            rejected.append(Rejected(candidate=candidate, reason="unknown indicator"))
        elif not candidate.quote.strip():
            rejected.append(Rejected(candidate=candidate, reason="empty quote"))
        elif span is None:
            rejected.append(Rejected(candidate=candidate, reason="not verbatim"))
        else:
            found = Evidence(
                indicator=indicator.id,
                criterion=indicator.criterion,
                polarity=indicator.polarity,
                certainty=min(candidate.certainty, most, key=lambda certainty: certainty.step),
                quote=spoken.content[slice(*span)],
                message=message,
                start=span[0],
                end=span[1],
                reader=reader,
            )
            evidence[found.key] = found
    return Reading(evidence=tuple(evidence[key] for key in sorted(evidence)), rejected=tuple(rejected))


def most_certain(kind: ConversationKind) -> Certainty:
    """Return the most that evidence from a talk or from notes can count for."""
    return Certainty.HEDGED if kind == "notes" else Certainty.SHOWN


_SINGLE_MARKS = "'‘’‛`´"
_DOUBLE_MARKS = '"“”„«»'


def locate(quote: str, text: str, start: int | None = None) -> tuple[int, int] | None:
    """Return the span of `quote` in `text` (code points), forgiving white space and quotation marks.

    With `start`, that place is tried first; otherwise the first place counts. None when it is nowhere.
    """
    pieces = quote.split()
    if not pieces:
        return None
    if start is not None and start >= 0 and text.startswith(quote, start):
        return start, start + len(quote)
    pattern = re.compile(_whole(r"\s+".join(_loose(piece) for piece in pieces), pieces))
    match = (pattern.match(text, start) if start is not None and start >= 0 else None) or pattern.search(text)
    return match.span() if match else None


def _whole(pattern: str, pieces: list[str]) -> str:
    """Bind a pattern to whole words: "ring me" is not in "bring me"."""
    before = r"(?<!\w)" if re.match(r"\w", pieces[0]) else ""
    after = r"(?!\w)" if re.search(r"\w$", pieces[-1]) else ""
    return before + pattern + after


def _loose(piece: str) -> str:
    pattern = []
    for character in piece:
        for marks in (_SINGLE_MARKS, _DOUBLE_MARKS):
            if character in marks:
                pattern.append(f"[{re.escape(marks)}]")
                break
        else:
            pattern.append(re.escape(character))
    return "".join(pattern)


def _holds(piece: Evidence, content: str) -> bool:
    within = 0 <= piece.start < piece.end <= len(content)
    return within and content[piece.start : piece.end] == piece.quote


def mismatches(
    evidence: Iterable[Evidence], conversation: Conversation, vocabulary: Mapping[str, Indicator]
) -> list[str]:
    """Return one line for each piece of evidence that its conversation or vocabulary does not bear out."""
    lines = []
    for number, piece in enumerate(evidence):
        where = f"evidence[{number}] ({piece.indicator})"
        indicator = vocabulary.get(piece.indicator)
        if indicator is None:
            lines.append(f"{where}: the rubric has no such indicator")
        elif (piece.criterion, piece.polarity) != (indicator.criterion, indicator.polarity):
            lines.append(f"{where}: criterion or polarity is not the rubric's for this indicator")
        if piece.certainty.step > most_certain(conversation.kind).step:
            lines.append(f"{where}: {piece.certainty} is more than notes can show")
        if not 0 <= piece.message < len(conversation.messages):
            lines.append(f"{where}: there is no message {piece.message}")
            continue
        spoken = conversation.messages[piece.message]
        if spoken.role != "user":
            lines.append(f"{where}: message {piece.message} is not the manager's")
        if piece.quote not in spoken.content:
            lines.append(f"{where}: the quote is not in message {piece.message}")
        elif not _holds(piece, spoken.content):
            lines.append(f"{where}: offsets {piece.start}–{piece.end} do not hold the quote")
    return lines
