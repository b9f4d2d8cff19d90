"""An assessment in every form a report has: one place that the command line, the folder and `verify` share."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from coach.decision import DecisionTable
from coach.engine import Assessment
from coach.report.content import report_of
from coach.report.html import to_html
from coach.report.markdown import to_markdown
from coach.report.record import to_record
from coach.report.texts import VerdictTexts
from coach.retrieval.passages import Passage


class Renderer(NamedTuple):
    """What a report is made of besides its assessment; the same assessment gives the same bytes."""

    table: DecisionTable
    texts: VerdictTexts
    passages: Mapping[str, Passage]

    def render(self, assessment: Assessment, style: str) -> str:
        """Return one assessment as `json`, `jsonl`, `md` or `html`."""
        if style in ("json", "jsonl"):
            return dumped(to_record(assessment, self.table), indent=2 if style == "json" else None)
        report = report_of(assessment, self.table.rubric, self.texts, self.passages)
        return (to_markdown if style == "md" else to_html)(report, assessment.conversation.id)


def dumped(value: Any, indent: int | None = 2) -> str:
    """Return JSON text that ends with a newline and keeps every language readable."""
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
