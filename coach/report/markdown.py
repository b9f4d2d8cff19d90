"""A report's content as Markdown; the manager's words are escaped, so nothing in them is markup."""

import re

from coach.report.content import Block, Report

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def to_markdown(report: Report, conversation_id: str) -> str:
    """Return the whole report as Markdown."""
    lines = [
        f"# {report.title}",
        "",
        f"Conversation {escape(conversation_id)}, as described in it and nowhere else.",
        "",
    ]
    for paragraph in report.lead:
        lines += [paragraph, ""]
    for section in report.sections:
        lines += [f"## {section.heading}", ""]
        for block in section.blocks:
            lines += _block(block)
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block) -> list[str]:
    lines: list[str] = []
    if block.heading:
        lines += [f"### {block.heading}", ""]
    if block.text:
        lines += [block.text, ""]
    if block.quotes:
        lines += [f"- “{escape(q.words)}” ({q.side}{q.certainty}, message {q.message})" for q in block.quotes] + [""]
    if block.items:
        lines += [f"- {item}" for item in block.items] + [""]
    return lines
