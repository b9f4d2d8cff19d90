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
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from coach.engine import Assessment, Coach
from coach.errors import InputError
from coach.report.content import report_of
from coach.report.markdown import to_markdown
from coach.report.record import to_record
from coach.report.texts import VerdictTexts
from coach.transcripts import Found, Problem, Speakers, read_transcripts

SUFFIXES = (".json", ".jsonl", ".txt", ".md")


class Classified(NamedTuple):
    """What a batch came to: assessments in the order of the input, and what could not be read."""

    assessments: list[Assessment]
    problems: list[Problem]


def find_files(patterns: Iterable[str]) -> tuple[list[str], list[Problem]]:
    """Return the files named by paths, folders (recursively, by suffix) and globs, sorted within each; "-" is stdin."""
    files: dict[str, None] = {}
    problems = []
    for pattern in patterns:
        path = Path(pattern)
        if pattern == "-":
            found = ["-"]
        elif path.is_dir():
            found = sorted(str(p) for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        elif path.exists():
            found = [pattern]
        else:
            found = sorted(name for name in glob.glob(pattern, recursive=True) if Path(name).is_file())
        if not found:
            what = "holds no transcripts" if path.is_dir() else "no such file"
            problems.append(Problem(place=pattern, message=f"{what}."))
        files.update(dict.fromkeys(found))
    return list(files), problems


def read_files(files: Iterable[str], speakers: Speakers) -> Iterator[Found | Problem]:
    """Yield every conversation of the files; an id that was seen before is a problem."""
    seen: dict[str, str] = {}
    for name in files:
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            yield Problem(place=name, message=f"cannot be read ({error.strerror}).")
            continue
        for item in read_transcripts(data, "stdin" if name == "-" else name, speakers):
            if isinstance(item, Found):
                known = seen.setdefault(item.conversation.id, item.place)
                if known != item.place:
                    message = f"the id {item.conversation.id!r} was already used in {known}."
                    yield Problem(place=item.place, message=message)
                    continue
            yield item


def classify(coach: Coach, patterns: Sequence[str], speakers: Speakers, jobs: int, show_progress: bool) -> Classified:
    """Assess every conversation found, on `jobs` threads."""
    files, problems = find_files(patterns)
    read = list(read_files(files, speakers))
    problems += [item for item in read if isinstance(item, Problem)]
    conversations = [item.conversation for item in read if isinstance(item, Found)]
    from tqdm import tqdm

    with (
        ThreadPoolExecutor(max_workers=jobs) as pool,
        tqdm(total=len(conversations), unit=" conversations", disable=not show_progress, file=sys.stderr) as bar,
    ):
        assessments = []
        for assessment in pool.map(coach.assess, conversations):
            assessments.append(assessment)
            bar.update()
    return Classified(assessments, problems)


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


def table_of(assessments: Sequence[Assessment], coach: Coach) -> str:
    """Return one line a conversation: id, title, whether settled, margin, quotes; and flags."""
    rows = [("CONVERSATION", "VERDICT", "SETTLED", "MARGIN", "QUOTES", "")]
    for assessment in assessments:
        verdict = assessment.verdict
        note = (
            "a person should look: " + ", ".join(sorted({f.harm for f in assessment.flags})) if assessment.flags else ""
        )
        name = "".join(c if c.isprintable() else "�" for c in assessment.conversation.id)
        if verdict is None:
            rows.append((name, "Not Scored", "-", "-", "-", assessment.unscored or ""))
        else:
            title = coach.table.rubric.tier_of[verdict.tier].title
            settled = "yes" if verdict.settled else "no"
            rows.append((name, title, settled, str(verdict.margin), str(len(verdict.evidence)), note))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = ["  ".join([*(c.ljust(w) for c, w in zip(row[:5], widths, strict=True)), row[5]]).rstrip() for row in rows]
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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for assessment, name in zip(assessments, names, strict=True):
            for one in styles:
                _replace(folder / f"{name}.{one}", render(assessment, one, coach, texts))
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}).") from None
    return len(assessments) * len(styles)


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.write_text(text, encoding="utf-8")
    scratch.replace(path)


def _file_names(ids: Sequence[str]) -> list[str]:
    """Return a safe file name for each id; ids that would fall together get a piece of their hash."""
    plain = [re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip(".-")[:80] or "conversation" for name in ids]
    folded = [name.lower() for name in plain]
    return [
        f"{name}-{hashlib.sha256(one.encode()).hexdigest()[:8]}"
        if folded.count(name.lower()) > 1 or name != one
        else name
        for name, one in zip(plain, ids, strict=True)
    ]
