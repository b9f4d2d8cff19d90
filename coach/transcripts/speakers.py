"""Who is who: names of speakers and the parts they have in a conversation.

It knows nothing of file formats, and it never guesses: a name that nobody vouched for is an error.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from coach.conversation import Role, straight
from coach.errors import TranscriptError

Part = Role | Literal["other"]
"""The manager, the coach, or somebody who is neither and whose words are left out."""
Speakers = Mapping[str, Part]
"""Names as `plain_name` gives them, and their parts."""

KNOWN_SPEAKERS: Speakers = {"manager": "user", "coach": "assistant"}
NOBODY = "?"
"""The name under which words stand that a transcript puts under no name."""
_PARTS: dict[str, Part] = {
    "manager": "user",
    "user": "user",
    "coach": "assistant",
    "assistant": "assistant",
    "other": "other",
}
_SUFFIX = re.compile(r" ?\((?:guest|external|unverified|host|co-host|me|you)\)$")


@lru_cache(maxsize=1024)  # a transcript says the same few names thousands of times
def plain_name(name: str) -> str:
    """Return a name as names are compared: without case, odd white space or what a meeting tool appends to it."""
    plain = straight(" ".join(unicodedata.normalize("NFKC", name).split()).casefold())
    while (shorter := _SUFFIX.sub("", plain)) not in (plain, ""):
        plain = shorter
    return plain


def load_speakers(path: Path) -> Speakers:
    """Return who is who from a CSV file with the columns name and role (manager, coach or other).

    Raises:
        TranscriptError: the file cannot be read, or a row makes no sense.
    """
    reader = csv.DictReader(io.StringIO(_text_of(path), newline=""))
    named: dict[str, Part] = {}
    try:
        if reader.fieldnames is None or [name.strip().lower() for name in reader.fieldnames] != ["name", "role"]:
            raise TranscriptError(f"{path}:1: expected the header `name,role`.")
        for row in reader:
            name, role = (str(value or "").strip() for value in list(row.values())[:2])
            part = _PARTS.get(role.lower())
            if not name or part is None or None in row:
                raise TranscriptError(
                    f"{path}:{reader.line_num}: expected a name and a role, manager, coach or other "
                    '(a name with a comma in it stands in "quotes").'
                )
            if named.setdefault(plain_name(name), part) != part:
                raise TranscriptError(f"{path}:{reader.line_num}: {name!r} is given two roles.")
    except csv.Error as error:
        raise TranscriptError(f"{path}:{reader.line_num}: not valid CSV: {error}.") from None
    return {**KNOWN_SPEAKERS, **named}


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranscriptError(f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8.") from None
    except FileNotFoundError:
        raise TranscriptError(f"{path}: no such file.") from None
    except OSError as error:
        raise TranscriptError(f"{path}: cannot be read ({error.strerror}).") from None


def unknown_speakers(names: Iterable[str]) -> str:
    """Return what to say of names that nobody vouched for: all of them, and the CSV line that each needs."""
    named = list(names)
    said = ", ".join(f"{name!r} (words under no name)" if name == NOBODY else repr(name) for name in named)
    return (
        f"unknown speaker{'s' * (len(named) > 1)} {said}; say who it is in the --speakers CSV: "
        f"{' | '.join(map(_csv_line, named))} (ROLE is manager, coach or other)"
    )


def _csv_line(name: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([" ".join(name.split()), "ROLE"])
    return line.getvalue()
