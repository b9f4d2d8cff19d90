"""Files of reports against what their evidence gives: the records, and what was written beside them.

It knows nothing of how evidence was found; it recomputes what follows from it.
"""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coach.report.record import assessment_of, check_record
from coach.report.record_files import read_records
from coach.report.rendering import Renderer


def check_file(path: Path, renderer: Renderer, rubric_sha256: str, beside: bool) -> list[tuple[str, list[str]]]:
    """Return each record's id (or number) in a JSON or JSONL file, and a line for everything that does not hold.

    With `beside`, the file holds one record, and the pages of the same name beside it are compared with it.

    Raises:
        TranscriptError: the file cannot be read, is not JSON, or holds no record.
    """
    checked = []
    for number, record in enumerate(read_records(path).records, 1):
        name = str(record.get("id", number) if isinstance(record, dict) else number)
        found = check_record(record, renderer.table, rubric_sha256)
        if beside and not found:
            found = _beside(path, record, renderer)
        checked.append((name, found))
    return checked


def _beside(path: Path, record: dict[str, Any], renderer: Renderer) -> list[str]:
    try:
        assessment = assessment_of(record, renderer.table)
    except ValidationError as error:
        first = error.errors()[0]
        return [f"{'.'.join(map(str, first['loc']))}: {first['msg']}"]
    found = []
    for style in ("md", "html"):
        page = path.with_suffix(f".{style}")
        if page.is_file() and page.read_bytes() != renderer.render(assessment, style).encode():
            found.append(f"{page.name}: is not what this version makes of {path.name}")
    return found
