"""What `coach classify --review` does: a person goes through the evidence of finished records and has the last word.

The words are not read anew: what was read stays, and so does the verdict as read. It never writes over the
file under review. It knows nothing of how somebody is asked, nor of the command line's options.
"""

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from coach.engine import Assessment
from coach.errors import InputError, TranscriptError
from coach.evidence import Evidence
from coach.report.content import taken_back
from coach.report.corrections import corrected, histories
from coach.report.picture import CERTAINTY_WORDS
from coach.report.record import assessment_of, check_record, to_record
from coach.report.record_files import Form, as_text, read_records
from coach.report.rendering import Renderer
from coach.verdict import Action, Correction, Verdict, judge, with_correction

NOBODY_NAMED = "a reviewer"
_LONGEST_NAME = 80
_ANSWERS = "keep (k), confirm (c), withdraw (w), quit and save (q)"
_ACTIONS: dict[str, Action | None] = {
    **dict.fromkeys(("k", "keep"), None),
    **dict.fromkeys(("c", "confirm"), "confirmed"),
    **dict.fromkeys(("w", "withdraw"), "withdrawn"),
}
_QUIT = ("q", "quit")


class Desk(NamedTuple):
    """Whom a review talks to: `ask` returns an answer, or None at the end of input; `tell` shows a line."""

    ask: Callable[[str], str | None]
    tell: Callable[[str], None]


class Under(NamedTuple):
    """A file under review: its records as they are there, and each as an assessment."""

    path: Path
    form: Form
    records: list[Any]
    assessments: list[Assessment]


def opened(path: Path, renderer: Renderer, rubric_sha256: str) -> Under:
    """Return a file for review, every record in it checked; one that does not hold cannot be built on.

    Raises:
        TranscriptError: the file cannot be read, or a record in it does not hold.
        InputError: the folder it is in cannot be written to.
    """
    records, form = read_records(path)
    assessments = []
    for number, record in enumerate(records, 1):
        where = f"{path}: record {number}" if len(records) > 1 else str(path)
        problems = check_record(record, renderer.table, rubric_sha256)
        try:
            assessments += [] if problems else [assessment_of(record, renderer.table)]
        except ValidationError as error:
            first = error.errors()[0]
            problems = [f"{'.'.join(map(str, first['loc']))}: {first['msg']}"]
        if problems:
            raise TranscriptError(f"{where}: {problems[0]}; --review takes what `coach classify --format json` wrote.")
    try:
        as_text(records, form).encode()
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except UnicodeEncodeError:
        raise TranscriptError(f"{path}: holds half a character (an unpaired surrogate).") from None
    except OSError as error:
        raise InputError(f"{path.parent}: cannot be written to ({error.strerror}); copy {path.name} first.") from None
    return Under(path, form, records, assessments)


def reviewer(name: str) -> str:
    """Return the name that corrections carry.

    Raises:
        InputError: it is empty, too long, or holds what cannot be shown.
    """
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise InputError(f"A reviewer's name has 1 to {_LONGEST_NAME} characters that can be shown.")
    return name


def reviewed(under: Under, renderer: Renderer, by: str, desk: Desk) -> list[Assessment]:
    """Go through every record's evidence; return all assessments, corrected as far as the reviewer came."""
    done: list[Assessment] = []
    for number, assessment in enumerate(under.assessments, 1):
        of = f" ({number} of {len(under.assessments)})" if len(under.assessments) > 1 else ""
        desk.tell(f"Conversation {_shown(assessment.conversation.id)}{of}")
        result, goes_on = _one(assessment, renderer, by, desk)
        done.append(result)
        if not goes_on:
            break
    return done + under.assessments[len(done) :]


def _one(assessment: Assessment, renderer: Renderer, by: str, desk: Desk) -> tuple[Assessment, bool]:
    verdict = assessment.verdict
    if verdict is None or not verdict.read:
        desk.tell("  There is no evidence in it to review.")
        return assessment, True
    corrections = verdict.corrections
    for number, piece in enumerate(verdict.read, 1):
        answer = _answer(_described(number, piece, verdict, renderer), desk)
        if answer in _QUIT:
            return _judged(assessment, verdict, corrections, renderer), False
        action = _ACTIONS[answer]
        if action is not None:
            corrections = with_correction(corrections, Correction.of(piece.place, action, by))
    return _judged(assessment, verdict, corrections, renderer), True


def _answer(described: str, desk: Desk) -> str:
    """Return a known answer; the end of input and Ctrl-C quit, and anything else is asked again."""
    try:
        desk.tell(described)
        while (given := desk.ask(f"{_ANSWERS}? ")) is not None:
            word = given.strip().lower()
            if word in _ACTIONS or word in _QUIT:
                return word
            desk.tell(f"  {_shown(word[:20]) or 'An empty line'!r} is no answer; say {_ANSWERS}.")
    except KeyboardInterrupt:
        desk.tell("")
    return "q"


def _judged(
    assessment: Assessment, verdict: Verdict, corrections: tuple[Correction, ...], renderer: Renderer
) -> Assessment:
    return assessment.model_copy(update={"verdict": judge(verdict.read, renderer.table, corrections)})


def _described(number: int, piece: Evidence, verdict: Verdict, renderer: Renderer) -> str:
    heard = renderer.table.rubric.vocabulary[piece.indicator].heard_when
    criterion = renderer.texts.criteria[piece.criterion].title
    said = histories(verdict).get(piece.place)
    now = f"; {_shown(said)}" if said else ""
    return (
        f"\n  {number} of {len(verdict.read)}  “{_shown(piece.quote)}”\n"
        f"     a {piece.polarity}, {criterion}: {heard}\n"
        f"     {CERTAINTY_WORDS[piece.certainty]}, message {piece.message + 1}{now}"
    )


def outcomes(under: Under, after: Sequence[Assessment], renderer: Renderer) -> Iterator[str]:
    """Yield, for each conversation that anybody corrected, its verdict as read and as corrected, and why."""
    rubric = renderer.table.rubric
    for assessment in after:
        verdict = assessment.verdict
        if verdict is None or not verdict.corrections:
            continue
        read, now = (rubric.tier_of[tier].title for tier in (verdict.as_read.tier, verdict.tier))
        yield f"{_shown(assessment.conversation.id)}: as read {read} → as corrected {now}"
        yield from (f"  {_shown(line)}" for line in corrected(verdict, rubric))
        for quote in taken_back(verdict, renderer.texts):
            yield f"  “{_shown(quote.words)}” ({quote.side}message {quote.message}; {_shown(quote.history)})"


def saved(under: Under, after: Sequence[Assessment], renderer: Renderer) -> Path | None:
    """Write the records beside the file under review and return where; None where nothing was changed.

    Records that were not changed are written as they were.

    Raises:
        InputError: the file cannot be written.
    """
    pairs = zip(under.records, under.assessments, after, strict=True)
    records = [record if new == old else to_record(new, renderer.table) for record, old, new in pairs]
    if records == under.records:
        return None
    data = as_text(records, under.form).encode()
    for path in _names_beside(under.path):
        try:
            with path.open("xb") as file:  # never over another file, not even one that came just now
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            continue
        except OSError as error:
            raise InputError(f"{path}: cannot be written ({error.strerror}).") from None
        return path
    raise AssertionError("names never end")


def _names_beside(path: Path) -> Iterator[Path]:
    """Yield talk.reviewed.json, talk.reviewed-2.json and so on; a review of a review counts on."""
    stem = re.sub(r"\.reviewed(-\d+)?$", "", path.stem)
    number = 1
    while True:
        yield path.with_name(f"{stem}.reviewed{f'-{number}' if number > 1 else ''}{path.suffix}")
        number += 1


def _shown(text: str) -> str:
    """Return text on one line, without what a terminal would take for a command."""
    return "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))
