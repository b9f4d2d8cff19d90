"""A report's content as one self-contained HTML page, and the index over many of them.

No scripts, no addresses, nothing loaded: the style is inside. Words are escaped by the template engine;
control characters, which HTML cannot hold, are shown as �. It knows nothing of how a verdict came about.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from coach.report.content import Report
from coach.report.summary import UNSCORED_TITLE, Row
from coach.rubric import Rubric

_UNSHOWABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def to_html(report: Report, conversation_id: str) -> str:
    """Return the whole report as a page."""
    return _page(_template("report.html.j2"), report=report, conversation_id=conversation_id)


def index_html(rows: Sequence[Row], rubric: Rubric) -> str:
    """Return the page that lists all conversations, with the number of each verdict, worst first."""
    titles = [tier.title for tier in rubric.tiers]
    number = Counter(row.title for row in rows)
    if number[UNSCORED_TITLE]:
        titles.append(UNSCORED_TITLE)
    counts = [(title, number[title]) for title in dict.fromkeys(titles)]
    return _page(_template("index.html.j2"), rows=rows, counts=counts)


def _page(template: Template, **values: object) -> str:
    return _UNSHOWABLE.sub("�", template.render(values))


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
