"""A report's content as Markdown; words from a conversation are escaped, so nothing in them is markup."""

import re
import unicodedata

from coach.report.content import Block, Quote, Report
from coach.report.picture import Picture, picture_text
from coach.report.transcript import Piece, Turn

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LINE_START = re.compile(r"^(\d*)([-+=.)])")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line; control characters are shown as �."""
    visible = "".join("�" if unicodedata.category(c) == "Cc" and not c.isspace() else c for c in text)
    return _MARKUP.sub(r"\\\1", " ".join(visible.split()))


def to_markdown(report: Report, conversation_id: str) -> str:
    """Return the whole report as Markdown."""
    lines = [
        f"# {report.title}",
        "",
        f"Conversation {escape(conversation_id)}, as described in it and nowhere else.",
        "",
    ]
    for paragraph in report.lead:
        lines += [escape(paragraph), ""]
    if report.picture is not None:
        lines += _picture(report.picture)
    for section in report.sections:
        lines += [f"## {section.heading}", ""]
        for block in section.blocks:
            lines += _block(block)
    if report.transcript:
        too = ", and so does what was taken back" if report.strikes_out else ""
        lines += ["## The conversation", "", f"Evidence stands in ⟦brackets⟧ with its number{too}.", ""]
        for turn in report.transcript:
            lines += [_turn(turn), ""]
    return "\n".join(lines).rstrip() + "\n"


def _picture(picture: Picture) -> list[str]:
    drawn = picture_text(picture).replace("`", "'")  # a title from a user's own rubric must not end the fence
    words = [f"- {escape(row.words)}" for row in picture.rows]
    return ["## At a glance", "", "```text", *drawn.split("\n"), "```", "", *words, ""]


def _block(block: Block) -> list[str]:
    lines: list[str] = []
    if block.heading:
        lines += [f"### {block.heading}", ""]
    if block.text:
        lines += [block.text, ""]
    if block.quotes:
        lines += [*map(_quote, block.quotes), ""]
    if block.items:
        lines += [f"- {item}" for item in block.items] + [""]
    return lines


def _quote(quote: Quote) -> str:
    since = f"; {escape(quote.history)}" if quote.history else ""
    about = f"{quote.side}{quote.certainty}, message {quote.message}{since}"
    return f"- “{escape(quote.words)}”{_superscript(quote.number)} ({about})"


def _superscript(number: int) -> str:
    return str(number).translate(_SUPERSCRIPT)


def _turn(turn: Turn) -> str:
    """Return a message as one paragraph, its own line breaks kept as hard breaks."""
    head = f"**{turn.number} {turn.who}**"
    if turn.withheld:
        return f"{head} (not repeated here: coaching stops for what it says, and a person should look at it)"
    marked = "".join(map(_marked, turn.pieces))
    lines = [escape(line) for line in re.split(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", marked)]
    return "\\\n".join([head, *(_LINE_START.sub(r"\1\\\2", line) for line in lines if line)])


def _marked(piece: Piece) -> str:
    return "⟦" * len(piece.begins) + piece.text + "".join(f"⟧{_superscript(number)}" for number in piece.ends)
