"""What `coach classify` does with a stream of conversations: text for stdout, or a folder of reports.

It says each problem as it comes and keeps the tally. It knows nothing of how conversations are found, read
or assessed, nor of the command line's options.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from coach.batch import Failure, each
from coach.engine import Coach
from coach.errors import InputError
from coach.report.folder import FileNames, ReportFolder
from coach.report.rendering import Renderer
from coach.report.summary import Row, row_of, table_of
from coach.transcripts import Found, Problem

R = TypeVar("R")
_NAMED_AT_MOST = 10
_KEPT = "kept"


class Tally:
    """The tally of a run: shows its progress, says each problem as it comes, and passes the results on."""

    def __init__(self, files: Iterable[str], say: Callable[[str], None]) -> None:
        """Show a bar with rate and time left where stderr is a terminal; `say` prints a line beside it."""
        from tqdm import tqdm

        shown = sys.stderr.isatty()
        self.done = 0
        self.exit_code = 0
        self._say = say
        self._bar = tqdm(
            total=expected(files) if shown else None, unit=" conversations", disable=not shown, file=sys.stderr
        )

    def passed(self, results: Iterable[R | Problem]) -> Iterator[R]:
        """Yield the results, and say the problems between them."""
        for item in results:
            if isinstance(item, Problem):
                self.exit_code = max(self.exit_code, 4 if isinstance(item, Failure) else 2)
                self._tell(str(item))
            else:
                self.done += 1
                self._bar.update()
                yield item

    def noticed(self, read: Iterable[Found | Problem]) -> Iterator[Found | Problem]:
        """Yield what was read, and say where turns of people who are neither manager nor coach were left out."""
        for item in read:
            if isinstance(item, Found) and item.left_out:
                turns = "1 turn" if item.left_out == 1 else f"{item.left_out} turns"
                self._tell(f"{item.place}: {turns} of others left out: neither the manager's nor the coach's.")
            yield item

    def _tell(self, line: str) -> None:
        with self._bar.external_write_mode(file=sys.stderr):
            self._say(line)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()


def printed(
    coach: Coach, renderer: Renderer, read: Iterable[Found | Problem], jobs: int, tally: Tally, style: str
) -> Iterator[str]:
    """Yield what to print, each piece as soon as it may be printed.

    Raises:
        InputError: several conversations in html.
    """

    def row(found: Found) -> Row:
        return row_of(coach.assess(found.conversation), coach.table.rubric, found.place)

    def text(found: Found) -> str:
        return renderer.render(coach.assess(found.conversation), style)

    if style == "table":
        rows = list(tally.passed(each(row, read, jobs)))
        if rows:
            yield table_of(rows)
    else:
        yield from framed(tally.passed(each(text, read, jobs)), style)


def framed(texts: Iterable[str], style: str) -> Iterator[str]:
    """Yield what to print for rendered results, each piece as soon as it may be printed.

    `json` is one object for one conversation and an array for several; `html` is one page, so one conversation.

    Raises:
        InputError: several conversations in html.
    """
    if style == "jsonl":
        yield from texts
        return
    held: str | None = None
    count = 0
    for count, text in enumerate(texts, 1):
        if count == 2 and style == "html":
            raise InputError("html is one page a conversation, and here are several; add --out FOLDER.")
        if held is not None:
            yield ("[" if count == 2 else "") + held.rstrip("\n") + ",\n" if style == "json" else f"{held}\n---\n\n"
        held = text
    if style == "json" and count != 1:
        yield ("[" if held is None else held.rstrip("\n")) + "]\n"
    elif held is not None:
        yield held


def filed(
    folder: ReportFolder, read: Iterable[Found | Problem], jobs: int, tally: Tally
) -> tuple[list[Row], list[str]]:
    """Write every report, then index and summary; return the rows, and in words what was done.

    Raises:
        InputError: the folder cannot be written, or another run is writing there.
    """
    names = FileNames()
    named = (item if isinstance(item, Problem) else names.named(item) for item in read)
    outcomes: Counter[str] = Counter()
    rows = []
    with folder.alone():
        for written in tally.passed(each(folder.write, named, jobs)):
            rows.append(written.row)
            outcomes[_KEPT if written.kept else written.why] += 1
        others = folder.close(rows)
    kept, new = outcomes.pop(_KEPT, 0), outcomes.pop("", 0)
    said = [f"{len(rows)} conversations in {folder.path}: {new} assessed, {kept} there already."]
    said += [
        f"{count} made again, for what was there did not count ({why})." for why, count in sorted(outcomes.items())
    ]
    if others:
        more = f" and {len(others) - _NAMED_AT_MOST} more" if len(others) > _NAMED_AT_MOST else ""
        said.append(f"not from this run, left alone in {folder.path}: {', '.join(others[:_NAMED_AT_MOST])}{more}")
    return rows, said


def expected(files: Iterable[str]) -> int | None:
    """Return about how many conversations files hold, without reading them twice; None with standard input.

    Good enough for a progress bar: one a file, and one a line where the name says that lines are conversations.
    """
    count = 0
    for name in files:
        if name == "-":
            return None
        count += _lines_in(name) if name.lower().endswith(".jsonl") else 1
    return count


def _lines_in(name: str) -> int:
    try:
        with Path(name).open("rb") as file:
            return sum(bool(line.strip()) for line in file)
    except OSError:
        return 1
