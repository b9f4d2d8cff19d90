"""Files of verdict records, as `coach classify` writes them: one, an array of them, or one a line.

It knows nothing of what a record must hold.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from coach.errors import TranscriptError
from coach.report.rendering import dumped

Form = Literal["object", "array", "lines"]


class RecordFile(NamedTuple):
    """The values in a file, in order, and how the file holds them."""

    records: list[Any]
    form: Form


def read_records(path: Path) -> RecordFile:
    """Return what a JSON or JSONL file holds.

    Raises:
        TranscriptError: the file cannot be read, is not JSON, or holds no record.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TranscriptError(f"{path}: cannot be read ({error}).") from None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as whole:
        try:
            return RecordFile([json.loads(line) for line in text.split("\n") if line.strip()], "lines")
        except (ValueError, RecursionError):
            where = f"{path}:{whole.lineno}" if isinstance(whole, json.JSONDecodeError) else str(path)
            raise TranscriptError(f"{where}: not valid JSON: {getattr(whole, 'msg', whole)}.") from None
    if not isinstance(value, list):
        return RecordFile([value], "lines" if path.suffix == ".jsonl" else "object")
    if not value:
        raise TranscriptError(f"{path}: holds no report.")
    return RecordFile(value, "array")


def as_text(records: Sequence[Any], form: Form) -> str:
    """Return the text of a file that holds records in a form."""
    if form == "lines":
        return "".join(dumped(record, indent=None) for record in records)
    return dumped(list(records) if form == "array" else records[0])
