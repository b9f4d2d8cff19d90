"""Classify many conversations: find the files, read them, assess them, write the results.

One bad file or line is a problem of its own and stops nothing. Results keep the order of the input
whatever the number of threads.
"""

import glob
import hashlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from coach.engine import Assessment, Coach
from coach.errors import InputError
from coach.report.content import report_of
from coach.report.markdown import to_markdown
from coach.report.record import to_record
from coach.report.texts import VerdictTexts
from coach.transcripts import Found, Problem, Speakers, read_transcripts

SUFFIXES = (".json", ".jsonl", ".txt", ".md", ".vtt", ".srt", ".docx", ".doc")  # .doc: for the line that says why not
_NOT_DOCUMENTS = ("~$", "._")  # what Word and macOS put beside a document while it is open or copied


class Classified(NamedTuple):
    """What a batch came to: assessments in the order of the input, where each was found, and what was not read.

    `notices` say how many turns of people who are neither manager nor coach were left out, and where.
    """

    assessments: list[Assessment]
    places: list[str]
    problems: list[Problem]
    notices: list[str]


def find_files(patterns: Iterable[str], apart_from: Path | None = None) -> tuple[list[str], list[Problem]]:
    """Return the files named by paths, folders (recursively, by suffix) and globs; "-" is standard input.

    Sorted within each pattern, each file once; none from the folder `apart_from`, where reports go.
    """
    files: dict[str, str] = {}
    problems = []
    for pattern in patterns:
        try:
            found = _matching(pattern)
        except OSError as error:
            problems.append(Problem(place=pattern, message=f"cannot be read ({error.strerror})."))
            continue
        if not found:
            what = "holds no transcripts" if Path(pattern).is_dir() else "no such file"
            problems.append(Problem(place=pattern, message=f"{what}."))
        for name in found:
            real = Path(name).resolve()
            if apart_from is None or not real.is_relative_to(apart_from.resolve()):
                files.setdefault("-" if name == "-" else str(real), name)
    return list(files.values()), problems


def _matching(pattern: str) -> list[str]:
    path = Path(pattern)
    if pattern == "-" or path.is_file():
        return [pattern]
    if path.is_dir():
        return sorted(str(p) for p in path.rglob("*") if _is_transcript(p))
    return sorted(name for name in glob.glob(pattern, recursive=True) if Path(name).is_file())


def _is_transcript(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(_NOT_DOCUMENTS) and path.is_file()


def read_files(files: Iterable[str], speakers: Speakers, notes: bool = False) -> Iterator[Found | Problem]:
    """Yield every conversation of the files; an id that was seen before is a problem."""
    seen: dict[str, str] = {}
    for name in files:
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            yield Problem(place=name, message=f"cannot be read ({error.strerror}).")
            continue
        for item in read_transcripts(data, "stdin" if name == "-" else name, speakers, notes):
            if isinstance(item, Found):
                known = seen.setdefault(item.conversation.id, item.place)
                if known != item.place:
                    message = f"the id {item.conversation.id!r} was already used in {known}."
                    yield Problem(place=item.place, message=message)
                    continue
            yield item


def classify(
    coach: Coach,
    patterns: Sequence[str],
    speakers: Speakers,
    jobs: int,
    show_progress: bool,
    apart_from: Path | None = None,
    notes: bool = False,
) -> Classified:
    """Assess every conversation found, on `jobs` threads; `notes` reads what is not JSON as notes of one."""
    files, problems = find_files(patterns, apart_from)
    read = list(read_files(files, speakers, notes))
    problems += [item for item in read if isinstance(item, Problem)]
    conversations = [item.conversation for item in read if isinstance(item, Found)]
    from tqdm import tqdm

    ready = coach.classify(conversations, jobs)
    bar = tqdm(ready, total=len(conversations), unit=" conversations", disable=not show_progress, file=sys.stderr)
    assessments = list(bar)
    found = [item for item in read if isinstance(item, Found)]
    notices = [f"{item.place}: {_left_out(item.left_out)}" for item in found if item.left_out]
    return Classified(assessments, [item.place for item in found], problems, notices)


def _left_out(count: int) -> str:
    return f"{count} turn{'s' * (count > 1)} of others left out: neither the manager's nor the coach's."


def render(assessment: Assessment, style: str, coach: Coach, texts: VerdictTexts) -> str:
    """Return one assessment as `json`, `jsonl` or `md`."""
    if style == "md":
        report = report_of(assessment, coach.table.rubric, texts, coach.library.passages)
        return to_markdown(report, assessment.conversation.id)
    record = to_record(assessment, coach.table)
    return dumped(record, indent=None if style == "jsonl" else 2)


def dumped(value: Any, indent: int | None = 2) -> str:
    """Return JSON text that ends with a newline and keeps every language readable."""
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def table_of(assessments: Sequence[Assessment], places: Sequence[str], coach: Coach) -> str:
    """Return one line a conversation: id, title, whether settled, margin, quotes, where it was found; and flags."""
    rows = [("CONVERSATION", "VERDICT", "SETTLED", "MARGIN", "QUOTES", "FOUND IN", "")]
    for assessment, found in zip(assessments, places, strict=True):
        place = "".join(c if c.isprintable() else "�" for c in found)
        verdict = assessment.verdict
        note = (
            "a person should look: " + ", ".join(sorted({f.harm for f in assessment.flags})) if assessment.flags else ""
        )
        name = "".join(c if c.isprintable() else "�" for c in assessment.conversation.id)
        if verdict is None:
            reasons = "; ".join(part for part in (assessment.unscored, note) if part)
            rows.append((name, "Not Scored", "-", "-", "-", place, reasons))
        else:
            title = coach.table.rubric.tier_of[verdict.tier].title
            settled = "yes" if verdict.settled else "no"
            rows.append((name, title, settled, str(verdict.margin), str(len(verdict.evidence)), place, note))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    lines = ["  ".join([*(c.ljust(w) for c, w in zip(row[:6], widths, strict=True)), row[6]]).rstrip() for row in rows]
    return "\n".join(lines) + "\n"


def write_reports(
    folder: Path, assessments: Sequence[Assessment], style: str, coach: Coach, texts: VerdictTexts
) -> int:
    """Write one report a conversation into `folder` (`table` writes json and md); return how many files.

    Raises:
        InputError: the folder cannot be written.
    """
    styles = ("json", "md") if style == "table" else (style,)
    names = _file_names([assessment.conversation.id for assessment in assessments])
    make_folder(folder)
    try:
        for assessment, name in zip(assessments, names, strict=True):
            for one in styles:
                _replace(folder / f"{name}.{one}", render(assessment, one, coach, texts))
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}).") from None
    return len(assessments) * len(styles)


def make_folder(folder: Path) -> None:
    """Make sure that a folder is there and can be written, before any work is done for it.

    Raises:
        InputError: it is not, or cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}).") from None


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.write_text(text, encoding="utf-8")
    scratch.replace(path)


def _file_names(ids: Sequence[str]) -> list[str]:
    """Return a safe file name for each id, no two alike even where case makes no difference."""
    names: list[str] = []
    used: set[str] = set()
    for one in ids:
        plain = re.sub(r"[^A-Za-z0-9._-]+", "-", one).strip(".-")[:80] or "conversation"
        name = plain
        salt = 0
        while name.lower() in used or (name == plain != one):
            name = f"{plain}-{hashlib.sha256(f'{salt}{one}'.encode()).hexdigest()[:8]}"
            salt += 1
        used.add(name.lower())
        names.append(name)
    return names
