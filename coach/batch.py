"""Many conversations as a stream: find the files, read them, work on each.

One bad file, line or conversation is a problem of its own and stops nothing. Results keep the order of the
input whatever the number of threads, and no more than a window of conversations is in memory.
"""

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from coach.errors import InputError
from coach.ordered import in_order
from coach.transcripts import Found, Problem, Speakers, read_transcripts

F = TypeVar("F", bound=Found)
R = TypeVar("R")

SUFFIXES = (".json", ".jsonl", ".txt", ".md", ".vtt", ".srt", ".docx", ".doc")  # .doc: for the line that says why not
_NOT_DOCUMENTS = ("~$", "._")  # what Word and macOS put beside a document while it is open or copied


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


class Failure(Problem):
    """A conversation that was read, but could not be worked on: a fault of this program, not of the input."""


def each(act: Callable[[F], R], read: Iterable[F | Problem], jobs: int) -> Iterator[R | Problem]:
    """Yield what `act` makes of every conversation, on `jobs` threads, and every problem in its place.

    Raises:
        InputError: `act` raised one (no room to write, say), which no other conversation would be spared.
    """

    def attempt(item: F | Problem) -> R | Problem:
        if isinstance(item, Problem):
            return item
        try:
            return act(item)
        except InputError:
            raise
        except Exception as error:  # whatever one conversation does to us, the next one is still assessed
            if os.environ.get("COACH_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}".rstrip(": ")
            return Failure(place=item.place, message=f"could not be assessed ({what}); COACH_DEBUG=1 shows where.")

    return in_order(attempt, read, jobs)
