"""Blocks of a document → passages' titles and texts: some 60 to 180 words each, cut where the document pauses.

It cuts at headings, then between paragraphs, then between sentences; only a sentence too long for a passage
is cut inside. Nothing is lost: every word is in a title or a text, in the document's order. It knows nothing
of files, ids or vectors.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sentencex import segment

from coach.conversation import Frozen
from coach.documents import Block

MOST = 180  # words of a text; with its title it then fits the encoder's 256 tokens, nearly always
FEWEST = 60
_AIM = 130
_LETTERS_A_WORD = 12  # text in longer words, or in none, counts as if it had words of this length
_LONGEST_TITLE = 100
_LONGEST_HEADING = 500  # what is longer is a paragraph: headings stand again above every section below them
_LONGEST_WORD = 1_500
_JOINT = " › "
_MARKER = re.compile(r"^(?:[-*•–]|\(?\w{1,3}[.)])\s+")


class Piece(Frozen):
    """A passage to be: its title, its text (paragraphs parted by an empty line), and the page it begins on."""

    title: str
    text: str
    page: int | None = None


class _Section(NamedTuple):
    path: tuple[str, ...]
    blocks: tuple[Block, ...]


class _Atom(NamedTuple):
    """What is not cut any further: a sentence, and what it is joined by to the one before it."""

    text: str
    joint: str
    page: int | None
    size: int


def cut(blocks: Sequence[Block]) -> list[Piece]:
    """Return the pieces of a document."""
    pieces = []
    for title, held in _groups(_sections(blocks)):
        atoms = [atom for block, before in zip(held, [None, *held], strict=False) for atom in _atoms(block, before)]
        for run in _runs(atoms):
            text = run[0].text + "".join(atom.joint + atom.text for atom in run[1:])
            page = next((atom.page for atom in run if atom.page is not None), None)
            pieces.append(Piece(title=title or _first_words(text), text=text, page=page))
    return pieces


def size(text: str) -> int:
    """Return the length of a text in words, long ones counting as several."""
    return max(len(text.split()), math.ceil(len(text) / _LETTERS_A_WORD))


def _sections(blocks: Sequence[Block]) -> list[_Section]:
    """Return what stands under each heading, with the headings above it."""
    sections: list[_Section] = []
    above: list[Block] = []
    held: list[Block] = []
    for block in blocks:
        if not block.level or len(block.text) > _LONGEST_HEADING:
            held.append(block)
            continue
        if held or above:
            sections.append(_Section(tuple(heading.text for heading in above), tuple(held)))
        above = [*(heading for heading in above if heading.level < block.level), block]
        held = []
    sections.append(_Section(tuple(heading.text for heading in above), tuple(held)))
    leads = [len(b.path) > len(a.path) and b.path[: len(a.path)] == a.path for a, b in pairwise(sections)]
    return [s for s, leads_on in zip(sections, [*leads, False], strict=True) if s.blocks or not leads_on]


def _groups(sections: Sequence[_Section]) -> Iterator[tuple[str, list[Block]]]:
    """Yield titles with their blocks: small sections go together, each further one under its own heading."""
    groups: list[list[_Section]] = []
    sizes: list[int] = []
    for section in sections:
        length = sum(size(block.text) for block in section.blocks) + sum(map(size, section.path))
        small = groups and (sizes[-1] < FEWEST or not section.blocks)
        if small and sizes[-1] + length <= MOST:
            groups[-1].append(section)
            sizes[-1] += length
        else:
            groups.append([section])
            sizes.append(length)
    for group in groups:
        yield _titled(group)


def _titled(group: Sequence[_Section]) -> tuple[str, list[Block]]:
    path = group[0].path
    title = _JOINT.join(path)
    held: list[Block] = []
    if len(title) > _LONGEST_TITLE:
        held = [Block(heading) for heading in path]
        title = f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ›,;:')}…"
    held += group[0].blocks
    for before, section in pairwise(group):
        shared = next((n for n, (a, b) in enumerate(zip(before.path, section.path, strict=False)) if a != b), None)
        start = min(len(before.path), len(section.path)) if shared is None else shared
        held += [Block(heading) for heading in section.path[start:]]
        held += section.blocks
    return re.sub(r"\*\*+", "*", title), held or [Block(path[-1])]


def _atoms(block: Block, before: Block | None) -> Iterator[_Atom]:
    joint = "\n" if before is not None and before.item and block.item else "\n\n"
    for sentence in segment("en", block.text):
        if sentence[:1].isspace():
            joint = joint or " "
        whole = re.sub(rf"(\S{{{_LONGEST_WORD}}})(?=\S)", r"\1 ", sentence.strip())
        for text in [whole] if size(whole) <= MOST else _broken(whole):
            # A line without a letter or digit would be no line of its own: it ends the one before.
            own_line = any(map(str.isalnum, text)) or "\n" not in joint
            yield _Atom(text, joint if own_line else " ", block.page, size(text))
            joint = " "
        joint = " " if not whole or sentence[-1:].isspace() else ""


def _broken(sentence: str) -> list[str]:
    """Break a sentence that is too long for a passage, at its marks if it has any, else between words."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        separators=["; ", ": ", ", ", " "], keep_separator="end", chunk_size=MOST, chunk_overlap=0, length_function=size
    )
    return splitter.split_text(sentence)


def _runs(atoms: Sequence[_Atom]) -> list[list[_Atom]]:
    """Share atoms out: a new run where a paragraph begins and enough is gathered, or where it would be too much."""
    total = sum(atom.size for atom in atoms)
    enough = 0.8 * total / math.ceil(total / _AIM) if total > MOST else MOST
    runs: list[list[_Atom]] = []
    gathered = 0
    for atom in atoms:
        if not runs or gathered + atom.size > MOST or ("\n" in atom.joint and gathered >= enough):
            runs.append([])
            gathered = 0
        runs[-1].append(atom)
        gathered += atom.size
    _mend_last(runs)
    return runs


def _mend_last(runs: list[list[_Atom]]) -> None:
    """Join a last run that is too short to the one before it, or move sentences over."""
    if len(runs) < 2:
        return
    before, last = (sum(atom.size for atom in run) for run in runs[-2:])
    if before + last <= MOST:
        runs[-2:] = [[*runs[-2], *runs[-1]]]
        return
    while last < FEWEST and before - runs[-2][-1].size >= FEWEST and last + runs[-2][-1].size <= MOST:
        atom = runs[-2].pop()
        runs[-1].insert(0, atom)
        before, last = before - atom.size, last + atom.size


def _first_words(text: str) -> str:
    """Return how a text without a heading begins, as its title."""
    text = _MARKER.sub("", text)
    short = " ".join(text.split()[:8])[:_LONGEST_TITLE].rstrip(" ,;:.–—-")
    return re.sub(r"\*\*+", "*", short) + ("…" if short != text else "")
