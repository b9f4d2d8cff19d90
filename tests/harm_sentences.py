"""What people really say, kept in tests/harm_talk: disclosures of each harm, and sentences that are none.

Disclosures stand under "[harm own]" or "[harm other]": is the speaker at its centre? A line that starts with "! " is
one that coach/harm gets wrong so far; with "? ", one that is heard, but as another harm or with another centre.
"""

from typing import NamedTuple

from coach.harm import Harm
from tests.conftest import ROOT

TALK = ROOT / "tests" / "harm_talk"


class Disclosure(NamedTuple):
    text: str
    harm: Harm
    own: bool
    mark: str


def marked(line):
    """Return a line's mark ("!", "?" or none) and its sentence."""
    return (line[0], line[2:]) if line[:2] in ("! ", "? ") else ("", line)


def disclosures():
    found, harm, centre = [], "", ""
    for line in (TALK / "disclosures.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            harm, centre = line.strip("[]").split()
        elif line:
            mark, text = marked(line)
            found.append(Disclosure(text, Harm(harm), centre == "own", mark))
    return found


def ordinary():
    """Return the sentences that disclose nothing, each with its mark."""
    return [marked(line) for line in (TALK / "ordinary.txt").read_text(encoding="utf-8").splitlines()]
