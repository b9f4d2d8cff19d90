"""Turns and reports → HTML. Every text is escaped here, on the server, before it becomes markup.

Besides HTML's own characters, braces, dollars and backticks are escaped, because the page's HTML
component is a template; so words cannot become tags, links, images or template code.
"""

import html
import json
import textwrap
from collections.abc import Mapping, Sequence

from coach.conversation import Conversation, Message
from coach.engine import Assessment
from coach.evidence import Place
from coach.report.content import LEVEL_WORDS, Block, Quote, Report, quotes_of, taken_back
from coach.report.texts import VerdictTexts
from coach.retrieval.passages import Passage
from coach.rubric import Level
from coach.verdict import Action, Verdict, last_words

_TEMPLATE = str.maketrans({"{": "&#123;", "}": "&#125;", "$": "&#36;", "`": "&#96;"})


def escaped(text: str) -> str:
    """Return text that the page shows as it is."""
    return html.escape(text, quote=True).translate(_TEMPLATE)


def conversation_html(conversation: Conversation, waiting: bool = False) -> str:
    """Return the conversation as a log, the latest at the end; `waiting` shows that the coach is thinking."""
    turns = "".join(_turn(message) for message in conversation.messages)
    if waiting:
        turns += '<div class="turn coach"><span class="who">Coach</span><p class="waiting">…</p></div>'
    return f'<div class="log" role="log" aria-live="polite" aria-label="Conversation">{turns}</div>'


def _turn(message: Message) -> str:
    who, name = ("coach", "Coach") if message.role == "assistant" else ("manager", "You")
    body = _coach_text(message.content) if message.role == "assistant" else _paragraphs(message.content)
    return f'<div class="turn {who}" dir="auto"><span class="who">{name}</span>{body}</div>'


def _paragraphs(text: str) -> str:
    return "".join(
        f"<p>{'<br>'.join(map(escaped, part.splitlines()))}</p>" for part in text.split("\n\n") if part.strip()
    )


def _coach_text(text: str) -> str:
    """A cited passage comes as quoted lines (`> …`) below its title and id (`**…** […]`)."""
    parts = []
    for part in text.split("\n\n"):
        lines = part.splitlines()
        if lines and all(line.startswith(">") for line in lines):
            quoted = "\n".join(line.removeprefix(">").strip() for line in lines)
            parts.append(f"<blockquote>{_paragraphs(quoted)}</blockquote>" if quoted.strip() else "")
        elif part.startswith("**") and "** [" in part:
            title, source = part[2:].split("** [", 1)
            parts.append(f"<p><strong>{escaped(title)}</strong> <small>[{escaped(source)}</small></p>")
        else:
            parts.append(_paragraphs(part))
    return "".join(parts)


def progress_html(asked: int, of: int) -> str:
    """Return how far along the conversation is, as words and a row of dots."""
    if not of:
        return '<p class="progress"></p>'
    if not asked:
        return f'<p class="progress">About {of} questions, and you can stop at any point.</p>'
    dots = "".join(f'<i class="{"done" if number < asked else "open"}"></i>' for number in range(of))
    return f'<p class="progress">Question {asked} of about {of} <span aria-hidden="true">{dots}</span></p>'


def heard_html(assessment: Assessment, texts: VerdictTexts, spoken_of: Place | None = None) -> str:
    """Return what was heard: quotes under their criteria, each with buttons to correct it; then what was taken back.

    `spoken_of` is the piece that was corrected just now: it gets the focus, and what was done is said aloud.
    """
    verdict = assessment.verdict
    if verdict is None:
        return f"<p>{escaped(assessment.unscored or '')}</p>"
    if not verdict.read:
        return '<p class="quiet">Nothing yet. What you say will be gathered here, in your own words.</p>'
    parts = []
    for rating in verdict.ratings:
        if rating.level is Level.UNKNOWN:
            continue
        quotes = [_heard(quote, verdict, spoken_of) for quote in quotes_of(verdict, rating)]
        title = escaped(texts.criteria[rating.criterion].title)
        parts.append(f"<h4>{title} <small>{LEVEL_WORDS[rating.level]}</small></h4>{_list(quotes)}")
    gone = [_heard(quote, verdict, spoken_of) for quote in taken_back(verdict, texts)]
    if gone:
        parts.append(f"<h4>Taken back <small>no longer counted</small></h4>{_list(gone)}")
    return f'<div class="heard">{"".join(parts)}</div>'


def _heard(quote: Quote, verdict: Verdict, spoken_of: Place | None) -> str:
    """Return a quote with what can be said of it; what was said is put in words, not only in looks."""
    place = verdict.read[quote.number - 1].place
    word = last_words(verdict.corrections).get(place)
    action = word.action if word else None
    words = f"<q>{escaped(quote.words)}</q>"
    shown = f"<s>{words}</s>" if action == "withdrawn" else words
    noted = ", you said that’s right" if action == "confirmed" else ""
    buttons = "".join(
        f'<button type="button" data-piece="{escaped(json.dumps(place))}" data-action="{act}" '
        f'aria-label="{label}: {escaped(textwrap.shorten(quote.words, 60, placeholder="…"))}">{label}</button>'
        for act, label in _ACTS[action]
    )
    just = f' tabindex="-1" data-just="{_SAID_ALOUD[action]}"' if action and place == spoken_of else ""
    about = f"<small>{escaped(quote.side)}{quote.certainty}{noted}</small>"
    return f'<li{just}>{shown} {about} <span class="acts">{buttons}</span></li>'


_RIGHT, _WRONG, _BACK = ("confirmed", "That’s right"), ("withdrawn", "Not what I meant"), ("confirmed", "Put it back")
_ACTS: Mapping[Action | None, tuple[tuple[str, str], ...]] = {
    None: (_RIGHT, _WRONG),
    "confirmed": (_WRONG,),
    "withdrawn": (_BACK,),
}
_SAID_ALOUD: Mapping[Action, str] = {
    "confirmed": "Noted as right. It counts.",
    "withdrawn": "Taken back. It no longer counts.",
}


def known_html(verdict: Verdict | None, texts: VerdictTexts) -> str:
    """Return how much is known, per criterion, without judging anybody."""
    if verdict is None:
        return ""
    known = len(verdict.ratings) - len(verdict.open_criteria)
    rows = "".join(
        f'<li class="{"open" if rating.level is Level.UNKNOWN else "known"}">'
        f"{escaped(texts.criteria[rating.criterion].title)}"
        f"<small>{'not touched yet' if rating.level is Level.UNKNOWN else _amount(len(rating.evidence))}</small></li>"
        for rating in verdict.ratings
    )
    share = round(100 * known / len(verdict.ratings))
    summary = f"{known} of {len(verdict.ratings)} areas heard"
    bar = f'<div class="bar" role="img" aria-label="{summary}"><i style="width:{share}%"></i></div>'
    return f'<p>{summary}</p>{bar}<ul class="areas">{rows}</ul>'


def _amount(quotes: int) -> str:
    return "one quote" if quotes == 1 else f"{quotes} quotes"


def report_html(report: Report) -> str:
    """Return a report as a fragment of HTML."""
    lead = "".join(f"<p>{escaped(paragraph)}</p>" for paragraph in report.lead if paragraph)
    sections = "".join(
        f"<details><summary>{escaped(section.heading)}</summary>{''.join(map(_block, section.blocks))}</details>"
        for section in report.sections
    )
    return f'<h3 class="tier">{escaped(report.title)}</h3>{lead}{sections}'


def _block(block: Block) -> str:
    heading = f"<h4>{escaped(block.heading)}</h4>" if block.heading else ""
    text = f"<p>{escaped(block.text)}</p>" if block.text else ""
    quotes = [
        f"<li><q>{escaped(q.words)}</q> <small>{escaped('; '.join(filter(None, (q.side + q.certainty, q.history))))}"
        "</small></li>"
        for q in block.quotes
    ]
    items = [f"<li>{escaped(item)}</li>" for item in block.items]
    return heading + text + _list(quotes) + _list(items)


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(items)}</ul>" if items else ""


def passages_html(conversation: Conversation, passages: Mapping[str, Passage]) -> str:
    """Return the passages behind the coach's turns, the latest first, each once."""
    cited = dict.fromkeys(name for turn in reversed(conversation.coach_turns()) for name in turn.passages)
    shown = [passages[name] for name in cited if name in passages]
    if not shown:
        return '<p class="quiet">The passages behind the coach’s turns will be listed here.</p>'
    return "".join(_passage(passage) for passage in shown)


def _passage(passage: Passage) -> str:
    source = f"<small>{escaped(passage.id)}, {escaped(passage.source)}</small>"
    return f"<details><summary>{escaped(passage.title)}</summary>{_paragraphs(passage.text)}<p>{source}</p></details>"
