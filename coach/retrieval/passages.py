"""Passages of the source material, and how the guide's Markdown files hold them.

It knows nothing of vectors or of how a passage is found.
"""

import re
from pathlib import Path

from coach.conversation import Frozen
from coach.errors import KnowledgeError

GUIDE = "guide/"  # how the source of a shipped passage begins
_HEADING = re.compile(r"^## +(.+?)\s*$")
_MARK = re.compile(r"^<!-- +(.+?) +-->\s*$")
_KEYS = {"id", "criterion", "tier"}


class Passage(Frozen):
    """A piece of source material that stands alone and can be cited.

    `criterion` is a criterion of the rubric or "general"; `tier` is set for passages about a verdict.
    """

    id: str
    title: str
    text: str
    source: str
    criterion: str = "general"
    tier: str | None = None


def load_guide(folder: Path) -> tuple[Passage, ...]:
    """Return every passage of the guide, in the order of its files.

    Raises:
        KnowledgeError: a passage lacks its `<!-- id: …; criterion: … -->` line, its text, or a unique id.
    """
    passages: list[Passage] = []
    for path in sorted(folder.glob("*.md")):
        passages += _read(path)
    if not passages:
        raise KnowledgeError(f"{folder}: no passages found; expected Markdown files with `## ` headings.")
    ids = [passage.id for passage in passages]
    for twice in sorted({name for name in ids if ids.count(name) > 1}):
        raise KnowledgeError(f"{folder}: the passage id {twice!r} is used twice.")
    return tuple(passages)


def _read(path: Path) -> list[Passage]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read as UTF-8 text ({error}).") from None
    starts = [number for number, line in enumerate(lines) if _HEADING.match(line)]
    if not starts:
        return []
    passages = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        where = f"{path}:{start + 2}"
        mark = _MARK.match(lines[start + 1]) if start + 1 < len(lines) else None
        if mark is None:
            raise KnowledgeError(f"{where}: expected `<!-- id: …; criterion: … -->` right below the heading.")
        keys = dict(part.strip().split(": ", 1) for part in mark[1].split(";") if ": " in part)
        if "id" not in keys or not set(keys) <= _KEYS:
            raise KnowledgeError(f"{where}: expected the keys id and criterion or tier, found {sorted(keys)}.")
        text = "\n".join(lines[start + 2 : end]).strip()
        if not text:
            raise KnowledgeError(f"{where}: the passage {keys['id']!r} has no text.")
        title = _HEADING.match(lines[start])
        passages.append(Passage(title=title[1] if title else "", text=text, source=f"{GUIDE}{path.name}", **keys))
    return passages
