"""An assessment as the JSON record that others depend on, and the check that recomputes it.

The record carries the messages and the evidence, so a verdict can be recomputed from it alone.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from coach.conversation import Conversation, ConversationKind, Frozen, Message
from coach.decision import DecisionTable
from coach.engine import Assessment, Flag, Versions, flags_of
from coach.evidence import Evidence, mismatches
from coach.verdict import Correction, Verdict, judge

UNSCORED = "unscored"


def to_record(assessment: Assessment, table: DecisionTable) -> dict[str, Any]:
    """Return the record of an assessment; the same assessment gives the same bytes."""
    conversation, verdict = assessment.conversation, assessment.verdict
    flags = [flag.model_dump(mode="json") for flag in assessment.flags]
    head = {"id": conversation.id, **({"kind": conversation.kind} if conversation.kind == "notes" else {})}
    tail = {
        "messages": _messages(conversation),
        "flags": flags,
        "versions": assessment.versions.model_dump(mode="json"),
    }
    if verdict is None:
        record = {**head, "tier": UNSCORED, "title": "Not Scored", "reason": assessment.unscored, **tail}
        return {**record, "sha256": _hashes(record)}
    record = {
        **head,
        **_decided(verdict, table),
        "evidence": [piece.model_dump(mode="json") for piece in verdict.evidence],
        "corrections": [correction.model_dump(mode="json") for correction in verdict.corrections],
        "withdrawn": [piece.model_dump(mode="json") for piece in verdict.withdrawn],
        **tail,
    }
    return {**record, "sha256": _hashes(record)}


def _messages(conversation: Conversation) -> list[dict[str, str]]:
    return [{"role": m.role, "content": m.content} for m in conversation.messages]


def _decided(verdict: Verdict, table: DecisionTable) -> dict[str, Any]:
    """Return everything in a record that follows from the evidence."""
    return {
        "tier": verdict.tier,
        "title": table.rubric.tier_of[verdict.tier].title,
        "as_read": verdict.as_read.model_dump(mode="json"),
        "settled": verdict.settled,
        "margin": verdict.margin,
        "rule": verdict.rule,
        "ratings": {rating.criterion: rating.level.value for rating in verdict.ratings},
        "counterfactual": verdict.counterfactual.model_dump(mode="json") if verdict.counterfactual else None,
    }


_HASHED = ("id", "messages", "flags", "versions", "evidence", "withdrawn", "corrections")
_DECIDED = ("title", "settled", "margin", "rule", "ratings", "counterfactual", "as_read")
_ALWAYS = {"id", "tier", "title", "messages", "flags", "versions", "sha256"}


def _hashes(record: Mapping[str, Any]) -> dict[str, str]:
    kind = ("kind",) if "kind" in record else ()  # only notes have one, so that a talk's record stays as it was
    return {key: _sha256(record.get(key)) for key in (*_HASHED, *kind)}


def _keys(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for keys that a record of its kind must or cannot have."""
    scored = _ALWAYS | {*_DECIDED, "evidence", "withdrawn", "corrections"}
    expected = _ALWAYS | {"reason"} if record["tier"] == UNSCORED else scored
    for problem, names in (("missing", expected - set(record)), ("unexpected", set(record) - expected - {"kind"})):
        if names:
            yield f"{problem} in a record of tier {record['tier']!r}: {', '.join(sorted(names))}"


def _sha256(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def reassessed(record: Any, conversation: Conversation, table: DecisionTable, versions: Versions) -> Assessment | str:
    """Return the assessment that follows from the evidence in a record, without reading the words again.

    That is allowed only where the record was made from this conversation by these versions, without
    corrections, and its evidence was not edited; otherwise the reason why not is returned.
    """
    if not isinstance(record, dict) or not isinstance(record.get("versions"), dict):
        return "not a verdict record"
    now, then = versions.model_dump(mode="json"), record["versions"]
    different = dict.fromkeys(named for key, named in _VERSIONED if now[key] != then.get(key))
    reasons = (
        ("another conversation", record.get("id") != conversation.id),
        ("the conversation changed", _said(record) != (conversation.kind, _messages(conversation))),
        (f"another {' and '.join(different)}", now != then),
        ("corrections", bool(record.get("corrections") or record.get("withdrawn"))),
        ("edited", record.get("sha256") != _hashes(record)),
        ("other flags", record.get("flags") != [flag.model_dump(mode="json") for flag in flags_of(conversation)]),
        ("not scored", record.get("tier") == UNSCORED),
    )
    for reason, holds in reasons:
        if holds:
            return reason
    try:
        known = assessment_of(record, table)
    except ValidationError:
        return "not a verdict record"
    verdict = known.verdict
    if verdict is None or mismatches(verdict.evidence, conversation, table.rubric.vocabulary):
        return "edited"
    return known.model_copy(update={"conversation": conversation})


def _said(record: Mapping[str, Any]) -> tuple[Any, Any]:
    return record.get("kind", "talk"), record.get("messages")


def assessment_of(record: Mapping[str, Any], table: DecisionTable) -> Assessment:
    """Return the assessment that a record holds; its verdict is computed from the evidence, never copied.

    Raises:
        ValidationError: a part of the record is not what it should be.
    """
    parts = _Parts.model_validate({key: record[key] for key in _Parts.model_fields if key in record})
    conversation = Conversation(id=str(record.get("id")), messages=parts.messages, kind=parts.kind)
    scored = record.get("tier") != UNSCORED
    return Assessment(
        conversation=conversation,
        verdict=judge((*parts.evidence, *parts.withdrawn), table, parts.corrections) if scored else None,
        unscored=parts.reason,
        flags=parts.flags,
        versions=parts.versions,
    )


class _Parts(Frozen):
    """What a record says by itself; everything else in it follows."""

    messages: tuple[Message, ...]
    versions: Versions
    kind: ConversationKind = "talk"
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    withdrawn: tuple[Evidence, ...] = ()
    corrections: tuple[Correction, ...] = ()
    reason: str | None = None


_VERSIONED = (
    ("app", "version of leadership-coach"),
    ("rubric_sha256", "rubric"),
    ("reader", "reader"),
    ("reader_sha256", "reader"),
    ("prompts", "prompts"),
)


def check_record(record: Any, table: DecisionTable, rubric_sha256: str) -> list[str]:
    """Return one line for everything in a record that does not hold; empty when it is sound."""
    if not isinstance(record, dict) or "tier" not in record:
        return ["this is not a verdict record"]
    try:
        kind = TypeAdapter(ConversationKind).validate_python(record.get("kind", "talk"))
        messages = TypeAdapter(tuple[Message, ...]).validate_python(record.get("messages"))
        flags = TypeAdapter(tuple[Flag, ...]).validate_python(record.get("flags", ()))
        evidence = TypeAdapter(tuple[Evidence, ...]).validate_python(record.get("evidence", ()))
        withdrawn = TypeAdapter(tuple[Evidence, ...]).validate_python(record.get("withdrawn", ()))
        corrections = TypeAdapter(tuple[Correction, ...]).validate_python(record.get("corrections", ()))
    except ValidationError as error:
        first = error.errors()[0]
        return [f"this is not a verdict record: {'.'.join(map(str, first['loc'])) or 'a part'}: {first['msg']}"]
    found = [*_keys(record)]
    conversation = Conversation(id=str(record.get("id")), messages=messages, kind=kind)
    if flags != flags_of(conversation):
        found.append("flags: what they say was disclosed is not what the messages disclose")
    hashes = record.get("sha256")
    for key, digest in _hashes(record).items():
        if not isinstance(hashes, dict) or hashes.get(key) != digest:
            found.append(f"{key} edited: the hash is not the one recorded")
    if record["tier"] == UNSCORED:
        return found
    versions = record.get("versions")
    named = versions.get("rubric_sha256") if isinstance(versions, dict) else None
    if named != rubric_sha256:
        found.append(f"rubric changed: the record names {str(named)[:12]}…, this rubric is {rubric_sha256[:12]}…")
    wrong = mismatches((*evidence, *withdrawn), conversation, table.rubric.vocabulary)
    if wrong:
        return found + wrong
    verdict = judge((*evidence, *withdrawn), table, corrections)
    if verdict.evidence != evidence or verdict.withdrawn != withdrawn:
        found.append("evidence or corrections edited: what was withdrawn is not what the corrections say")
    for key, value in _decided(verdict, table).items():
        if record.get(key) != value:
            found.append(f"{key}: the record says {_brief(record.get(key))}, its evidence gives {_brief(value)}")
    return found


def _brief(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else f"{text[:119]}…"
