# Assessments made of findings (indicator, certainty), each carried by one message of its own.

from cli_parts import HARM
from naive_rubric import CRITERION, POLARITY

from coach.conversation import Conversation, Message
from coach.engine import Assessment, Flag, Versions
from coach.evidence import Evidence
from coach.harm import Harm
from coach.report.content import report_of
from coach.report.markdown import to_markdown
from coach.verdict import Correction, judge

TROUBLED = [
    ("waits_to_be_told", "shown"),
    ("gives_answers", "stated"),
    ("manages_people_as_process", "hedged"),
    ("stalls_growth", "stated"),
    ("takes_ownership", "stated"),
]
MIXED = [
    ("waits_to_be_told", "shown"),
    ("decides_independently", "shown"),
    ("asks_to_teach", "stated"),
    ("hires_reactively", "hedged"),
]
SOUND = [
    ("decides_independently", "shown"),
    ("asks_to_teach", "stated"),
    ("leads_people", "stated"),
    ("results_only", "stated"),
]
CLAIMED = [("decides_independently", "stated"), ("asks_to_teach", "stated"), ("leads_people", "stated")]
CLAIMED_BROADLY = [
    *CLAIMED,
    ("written_plan", "stated"),
    ("knows_individuals", "stated"),
    ("grows_leaders", "stated"),
]
TAKEN_BACK = [*SOUND, ("waits_to_be_told", "shown")]
OF_TIER = {
    "serious_issue": TROUBLED,
    "cause_for_concern": MIXED,
    "under_control": SOUND,
    "not_enough_evidence": CLAIMED,
}
RUBRIC_SHA = "ab" * 32
VERSIONS = Versions(app="1", reader="r", reader_sha256="cd" * 32, rubric_sha256=RUBRIC_SHA)


def words_of(indicator, certainty):
    return f"Well, {indicator.replace('_', ' ')}, {certainty}. So it goes."


def pieces(findings, contents=None):
    found = []
    for number, (indicator, certainty) in enumerate(findings):
        content = contents[number] if contents else words_of(indicator, certainty)
        start, end = (0, len(content)) if contents else (6, content.index(". So"))
        found.append(
            Evidence(
                indicator=indicator,
                criterion=CRITERION[indicator],
                polarity=POLARITY[indicator],
                certainty=certainty,
                quote=content[start:end],
                message=2 * number + 1,
                start=start,
                end=end,
                reader="r",
            )
        )
    return found


def withdrawal(piece, by="Ana", action="withdrawn"):
    where = {"message": piece.message, "start": piece.start, "end": piece.end, "indicator": piece.indicator}
    return Correction(**where, action=action, by=by)


def assessed(table, findings, corrections=(), contents=None, harm=False):
    said = contents or [words_of(*finding) for finding in findings]
    messages = [
        m for text in said for m in (Message(role="assistant", content="And?"), Message(role="user", content=text))
    ]
    flags = (Flag(message=len(messages), harm=Harm.SELF_HARM),) if harm else ()
    messages += [Message(role="user", content=HARM)] if harm else []
    return Assessment(
        conversation=Conversation(id="talk", messages=tuple(messages)),
        verdict=judge(pieces(findings, contents), table, corrections),
        flags=flags,
        versions=VERSIONS,
    )


def unscored(harm=False):
    return Assessment(
        conversation=Conversation(id="talk", messages=(Message(role="user", content=HARM if harm else "Guten Tag."),)),
        verdict=None,
        unscored="The manager seems to write in 'de'.",
        flags=(Flag(message=0, harm=Harm.SELF_HARM),) if harm else (),
        versions=VERSIONS,
    )


def sections_of(report):
    return {section.heading: section for section in report.sections}


def markdown_of(assessment, rubric, texts, passages=None):
    return to_markdown(report_of(assessment, rubric, texts, passages or {}), assessment.conversation.id)
