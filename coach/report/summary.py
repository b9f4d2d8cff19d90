"""One line a conversation: for the table on the terminal, `summary.csv` and the index.

It knows nothing of files or of how a conversation was read.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coach.engine import Assessment
from coach.report.record import UNSCORED
from coach.rubric import Rubric

UNSCORED_TITLE = "Not Scored"
_COLUMNS = ("conversation", "tier", "verdict", "settled", "margin", "quotes", "flags", "reason", "found in", "report")


class Row(NamedTuple):
    """What a list says of a conversation; settled, margin and quotes are None where it was not scored.

    `link` is the report's file name, empty where none was written.
    """

    id: str
    tier: str
    title: str
    settled: bool | None
    margin: int | None
    quotes: int | None
    flags: tuple[str, ...]
    reason: str
    place: str
    link: str

    @property
    def remarks(self) -> tuple[str, ...]:
        """Return why it was not scored and what a person should look at."""
        look = f"a person should look: {', '.join(self.flags)}" if self.flags else ""
        return tuple(part for part in (self.reason, look) if part)


def row_of(assessment: Assessment, rubric: Rubric, place: str, link: str = "") -> Row:
    """Return the line of an assessment that was found at `place` and reported in `link`."""
    verdict = assessment.verdict
    return Row(
        id=assessment.conversation.id,
        tier=verdict.tier if verdict else UNSCORED,
        title=rubric.tier_of[verdict.tier].title if verdict else UNSCORED_TITLE,
        settled=verdict.settled if verdict else None,
        margin=verdict.margin if verdict else None,
        quotes=len(verdict.evidence) if verdict else None,
        flags=tuple(sorted({flag.harm.value for flag in assessment.flags})),
        reason=assessment.unscored or "",
        place=place,
        link=link,
    )


def table_of(rows: Sequence[Row]) -> str:
    """Return the lines as an aligned table without control characters."""
    lines = [("CONVERSATION", "VERDICT", "SETTLED", "MARGIN", "QUOTES", "FOUND IN", "")]
    for row in rows:
        counted = ["-" if value is None else str(value) for value in (_yes_or_no(row.settled), row.margin, row.quotes)]
        remark = "; ".join(row.remarks)
        lines.append((_printable(row.id), row.title, counted[0], counted[1], counted[2], _printable(row.place), remark))
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    padded = (
        "  ".join([*(c.ljust(w) for c, w in zip(line[:6], widths, strict=True)), line[6]]).rstrip() for line in lines
    )
    return "\n".join(padded) + "\n"


def csv_of(rows: Iterable[Row]) -> str:
    """Return the lines as CSV as RFC 4180 has it: commas, CRLF, one header line.

    An id or place that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in rows:
        writer.writerow(
            [
                *(_plain(row.id), row.tier, row.title, _yes_or_no(row.settled), row.margin, row.quotes),
                *(" ".join(row.flags), _plain(row.reason), _plain(row.place), row.link),
            ]
        )
    return text.getvalue()


def _yes_or_no(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in text)


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
