"""A folder of reports: for each conversation its files, and over all of them an index and a summary.

A report is written whole or not at all. One that is there already counts only if its evidence was read from
the same words by the same reader, rubric and version; everything else in it follows from that evidence, is
made again, and is written where a byte differs. So a run that was interrupted can be run again, and the
folder ends up as if nothing had happened. It knows nothing of threads or of the command line.
"""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from coach.engine import Assessment, Coach
from coach.errors import InputError
from coach.report.html import index_html
from coach.report.record import reassessed
from coach.report.rendering import Renderer
from coach.report.summary import Row, csv_of, row_of
from coach.transcripts import Found

INDEX, SUMMARY = "index.html", "summary.csv"
STYLES = ("json", "md", "html")
_LOCK = ".coach.lock"
_SCRATCH = ".part"
_RESERVED = {"index", "summary", "con", "prn", "aux", "nul"}  # ours, and those no file on Windows may have


class Written(NamedTuple):
    """What came of one conversation: was everything there, and if not, why did what was there not count."""

    row: Row
    kept: bool
    why: str


class Named(Found):
    """A conversation with the name its reports get."""

    file: str


class ReportFolder:
    """The reports of one run. Its methods may be called from several threads, for different names."""

    def __init__(self, path: Path, style: str, coach: Coach, renderer: Renderer) -> None:
        """`style` is json, jsonl (the same here), md, html, or table for all of them; the record is always written.

        Raises:
            InputError: the folder is not there and cannot be made, or cannot be written.
        """
        self.path = path
        self._styles = tuple(s for s in STYLES if style == "table" or s in ("json", style))
        self._coach = coach
        self._renderer = renderer
        with _writing(path):
            path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=path):
                pass

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder for this run, and clear away what a killed run left half written.

        Raises:
            InputError: another run is writing there.
        """
        lock = FileLock(self.path / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise InputError(
                f"{self.path}: another run is writing there; wait for it, or name another folder."
            ) from None
        try:
            for suffix in (*STYLES, "csv"):
                for left in self.path.glob(f".*.{suffix}{_SCRATCH}"):
                    left.unlink(missing_ok=True)
            yield
        finally:
            with suppress(OSError):
                (self.path / _LOCK).unlink()
            lock.release()

    def write(self, found: Named) -> Written:
        """Make sure that a conversation's reports are there, assessing it only where that has not been done.

        Raises:
            InputError: the folder cannot be written.
        """
        known = self._known(found)
        assessment = known if isinstance(known, Assessment) else self._coach.assess(found.conversation)
        last_the_record = [*self._styles[1:], self._styles[0]]  # so where it is, the others are
        changed = [style for style in last_the_record if self._put(found.file, style, assessment)]
        row = row_of(assessment, self._renderer.table.rubric, found.place, f"{found.file}.{self._styles[-1]}")
        why = known if isinstance(known, str) else f"{' and '.join(changed)} missing or altered"
        return Written(row=row, kept=not changed, why=why)

    def _known(self, found: Named) -> Assessment | str:
        try:
            record = json.loads((self.path / f"{found.file}.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ""
        except (OSError, ValueError, RecursionError):
            return "unreadable"
        return reassessed(record, found.conversation, self._renderer.table, self._coach.versions)

    def _put(self, name: str, style: str, assessment: Assessment) -> bool:
        """Write one file unless it is there with these very bytes; say whether it was written."""
        data = self._renderer.render(assessment, style).encode()
        with _writing(self.path):
            if not _replaced(self.path / f"{name}.{style}", data):
                return False
            for over_all in (INDEX, SUMMARY):  # they speak of reports that are no longer so
                (self.path / over_all).unlink(missing_ok=True)
            return True

    def close(self, rows: Sequence[Row]) -> list[str]:
        """Write index and summary over all rows; return the names of reports that this run did not make.

        Raises:
            InputError: the folder cannot be written.
        """
        with _writing(self.path):
            _replaced(self.path / INDEX, index_html(rows, self._renderer.table.rubric).encode())
            _replaced(self.path / SUMMARY, csv_of(rows).encode())
            made = {f"{Path(row.link).stem}.{style}" for row in rows for style in self._styles}
            ours = {path.name for path in self.path.iterdir() if path.suffix[1:] in STYLES and path.name[0] != "."}
        return sorted(ours - made - {INDEX})


def _replaced(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all, and only if it would change; say whether it was written."""
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return False
    scratch = path.with_name(f".{path.name}{_SCRATCH}")
    with scratch.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # else a power cut may leave the new name with no content
    scratch.replace(path)
    return True


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}).") from None


class FileNames:
    """A safe file name for each id in turn, no two alike even where case makes no difference."""

    def __init__(self) -> None:
        """Begin with the names that are taken by other things."""
        self._used = set(_RESERVED)

    def named(self, found: Found) -> Named:
        """Return the next conversation with its name."""
        return Named.model_validate({**dict(found), "file": self.of(found.conversation.id)})

    def of(self, conversation_id: str) -> str:
        """Return the name for the next id."""
        plain = re.sub(r"[^A-Za-z0-9._-]+", "-", conversation_id).strip(".-")[:80] or "conversation"
        name = plain
        salt = 0
        while name.lower() in self._used or (name == plain != conversation_id):
            name = f"{plain}-{hashlib.sha256(f'{salt}{conversation_id}'.encode()).hexdigest()[:8]}"
            salt += 1
        self._used.add(name.lower())
        return name
