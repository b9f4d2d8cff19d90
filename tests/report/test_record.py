import copy
import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_rubric import CRITERION
from report_parts import OF_TIER, RUBRIC_SHA, SOUND, TAKEN_BACK, TROUBLED, assessed, pieces, unscored, withdrawal

from coach.report.record import check_record, to_record

FINDINGS = st.lists(
    st.tuples(st.sampled_from(sorted(CRITERION)), st.sampled_from(["hedged", "stated", "shown"])), max_size=8
)
DECIDED = ("tier", "title", "settled", "margin", "rule", "ratings", "counterfactual", "as_read")


@pytest.fixture(scope="module")
def check(table):
    return lambda record, sha=RUBRIC_SHA: check_record(json.loads(json.dumps(record)), table, sha)


@pytest.fixture
def record(table):
    return to_record(assessed(table, TROUBLED), table)


@pytest.fixture
def corrected(table):
    return to_record(assessed(table, TAKEN_BACK, [withdrawal(pieces(TAKEN_BACK)[-1])]), table)


def rehashed(record):
    def sha(value):
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    return {**record, "sha256": {key: sha(record[key]) for key in ("messages", "evidence", "withdrawn")}}


@pytest.mark.parametrize("tier", OF_TIER)
def test_the_record_of_each_tier_holds(table, check, tier):
    record = to_record(assessed(table, OF_TIER[tier]), table)

    assert record["tier"] == tier
    assert record["title"] == table.rubric.tier_of[tier].title
    assert check(record) == []


@given(findings=FINDINGS, data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_record_holds_with_whatever_was_withdrawn(table, check, findings, data):
    chosen = data.draw(st.lists(st.sampled_from(pieces(findings)), max_size=2)) if findings else []

    assessment = assessed(table, findings, [withdrawal(piece) for piece in chosen])
    record = to_record(assessment, table)

    assert check(record) == []
    verdict = assessment.verdict
    said = (record["tier"], record["rule"], record["settled"], record["margin"])
    assert said == (verdict.tier, verdict.rule, verdict.settled, verdict.margin)


def test_the_record_holds_what_others_depend_on(table, record):
    assert list(record)[:3] == ["id", "tier", "title"]
    assert set(record) == {
        *("id", *DECIDED, "evidence", "corrections", "withdrawn", "messages", "flags", "versions", "sha256")
    }
    assert list(record["ratings"]) == [criterion.id for criterion in table.rubric.criteria]
    assert record["messages"][1] == {"role": "user", "content": "Well, waits to be told, shown. So it goes."}
    assert record["evidence"][0] == {
        "indicator": "waits_to_be_told",
        "criterion": "autonomy",
        "polarity": "concern",
        "certainty": "shown",
        "quote": "waits to be told, shown",
        "message": 1,
        "start": 6,
        "end": 29,
        "reader": "r",
    }


def test_the_verdict_as_read_and_as_corrected_are_both_kept(corrected, check):
    assert (corrected["as_read"]["tier"], corrected["tier"]) == ("cause_for_concern", "under_control")
    assert [piece["indicator"] for piece in corrected["withdrawn"]] == ["waits_to_be_told"]
    assert corrected["corrections"][0]["by"] == "Ana"
    assert check(corrected) == []


def test_an_unscored_record_names_its_reason_and_holds(table, check):
    record = to_record(unscored(harm=True), table)

    assert (record["tier"], record["title"]) == ("unscored", "Not Scored")
    assert record["reason"] == "The manager seems to write in 'de'."
    assert record["flags"] == [{"message": 0, "harm": "self_harm"}]
    assert check(record) == []


def changed(key, value):
    return lambda record: record.update({key: value})


def in_evidence(**changes):
    return lambda record: record["evidence"][0].update(changes)


def say_something_else(record):
    record["messages"][-1]["content"] = "I said nothing of the kind."


def say_a_little_more(record):
    record["messages"][1]["content"] += " Mostly."


def swap_roles(record):
    record["messages"][1]["role"] = "assistant"


def other_rubric(record):
    record["versions"]["rubric_sha256"] = "0" * 64


TAMPERING = {
    "certainty": (in_evidence(certainty="hedged"), "evidence edited"),
    "quote": (
        in_evidence(quote="waits to be asked, shown"),
        "evidence[0] (waits_to_be_told): the quote is not in message 1",
    ),
    "offset": (in_evidence(start=5), "evidence[0] (waits_to_be_told): offsets 5–29 do not hold the quote"),
    "negative offset": (in_evidence(start=-36, end=-13), "evidence[0] (waits_to_be_told): offsets -36–-13"),
    "place": (in_evidence(message=3), "evidence[0] (waits_to_be_told): the quote is not in message 3"),
    "place beyond the end": (in_evidence(message=99), "there is no message 99"),
    "the coach's words": (swap_roles, "message 1 is not the manager's"),
    "indicator": (in_evidence(indicator="juggles"), "evidence[0] (juggles): the rubric has no such indicator"),
    "criterion": (in_evidence(criterion="growth"), "criterion or polarity is not the rubric's"),
    "polarity": (in_evidence(polarity="strength"), "criterion or polarity is not the rubric's"),
    "reader": (in_evidence(reader="an oracle"), "evidence edited"),
    "evidence removed": (lambda record: record["evidence"].pop(), "evidence edited"),
    "message text": (say_something_else, "the quote is not in message 9"),
    "message text beside a quote": (say_a_little_more, "messages edited"),
    "message removed": (lambda record: record["messages"].pop(), "messages edited"),
    "hash removed": (lambda record: record.pop("sha256"), "messages edited"),
    "tier": (
        changed("tier", "under_control"),
        'tier: the record says "under_control", its evidence gives "serious_issue"',
    ),
    "title": (changed("title", "All Is Well"), 'title: the record says "All Is Well"'),
    "settled": (changed("settled", "perhaps"), "settled: the record says"),
    "margin": (changed("margin", 99), "margin: the record says 99, its evidence gives "),
    "rule": (changed("rule", "real_but_mixed"), 'rule: the record says "real_but_mixed"'),
    "rating": (lambda record: record["ratings"].update(autonomy="strength"), "ratings: the record says"),
    "counterfactual": (changed("counterfactual", None), "counterfactual: the record says null"),
    "as read": (
        changed("as_read", {"tier": "under_control", "rule": "largely_self_reliant"}),
        "as_read: the record says",
    ),
    "rubric": (other_rubric, "rubric changed: the record names 000000000000"),
    "versions": (changed("versions", None), "rubric changed"),
}


@pytest.mark.parametrize("kind", TAMPERING)
def test_tampering_is_named(record, check, kind):
    tamper, named = TAMPERING[kind]
    tamper(record)

    assert any(named in line for line in check(record)), check(record)


@pytest.mark.parametrize("kind", ["certainty", "polarity", "tier", "margin", "rating", "evidence removed"])
def test_tampering_is_named_even_when_the_hashes_were_made_to_fit(record, check, kind):
    TAMPERING[kind][0](record)

    assert check(rehashed(record)) != []


@pytest.mark.parametrize(
    ("key", "named"), [("corrections", "evidence or corrections edited"), ("withdrawn", "withdrawn edited")]
)
def test_a_correction_that_vanished_is_named(corrected, check, key, named):
    assert any(line.startswith(named) for line in check({**corrected, key: []}))


def test_what_was_withdrawn_cannot_be_put_back_in_silence(corrected, check):
    back = {**corrected, "evidence": corrected["withdrawn"] + corrected["evidence"], "withdrawn": []}

    assert "evidence or corrections edited: what was withdrawn is not what the corrections say" in check(rehashed(back))


def leaves(value, path=()):
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if not items:
        yield path
    for key, inner in items:
        yield from leaves(inner, (*path, key))


def test_no_single_value_of_what_was_said_heard_or_decided_can_change_unnoticed(table, check):
    record = json.loads(json.dumps(to_record(assessed(table, SOUND), table)))
    guarded = [path for path in leaves(record) if path[0] in (*DECIDED, "messages", "evidence", "sha256")]

    assert len(guarded) > 60
    for path in guarded:
        altered = copy.deepcopy(record)
        inside = altered
        for key in path[:-1]:
            inside = inside[key]
        inside[path[-1]] = "something else"
        assert check(altered) != [], path


def test_another_rubric_is_named_by_its_hash(record, check):
    assert check(record, "f" * 64) == [
        f"rubric changed: the record names {RUBRIC_SHA[:12]}…, this rubric is ffffffffffff…"
    ]


@pytest.mark.parametrize("value", [None, 7, "tier", [], {}, {"tier": "serious_issue"}, {"messages": [], "evidence": 3}])
def test_what_is_no_record_is_said_to_be_none(check, value):
    (line,) = check(value)

    assert line.startswith("this is not a verdict record")


@given(
    key=st.sampled_from(["messages", "evidence", "withdrawn", "corrections", "versions", "sha256", "ratings", "id"]),
    data=st.data(),
)
@settings(max_examples=80, deadline=None)
def test_any_value_in_any_place_is_answered_with_lines(table, check, key, data):
    value = data.draw(
        st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=4)
    )
    found = check({**to_record(assessed(table, SOUND), table), key: value})

    assert all(isinstance(line, str) for line in found)
    assert found or (key, value) in [("id", value), ("withdrawn", []), ("corrections", [])]


def test_a_verdict_cannot_hide_behind_unscored(record, check):
    assert check({**record, "tier": "unscored"}) != []


def test_a_flag_that_vanished_is_named(table, check):
    record = to_record(assessed(table, TROUBLED, harm=True), table)

    assert record["flags"]
    assert check({**record, "flags": []}) != []


def test_a_correction_under_another_name_is_named(corrected, check):
    corrected["corrections"][0]["by"] = "Ben"

    assert check(corrected) != []


HEDGED = [(indicator, "hedged") for indicator, _ in TROUBLED]


def noted(assessment):
    return assessment.model_copy(update={"conversation": assessment.conversation.model_copy(update={"kind": "notes"})})


def test_a_record_of_notes_says_so_and_holds_scored_or_not(table, check):
    for assessment in (assessed(table, HEDGED), unscored()):
        record = to_record(noted(assessment), table)

        assert list(record)[:3] == ["id", "kind", "tier"]
        assert record["kind"] == "notes"
        assert check(record) == []


def test_a_record_of_notes_that_was_changed_does_not_hold(table, check):
    record = to_record(noted(assessed(table, HEDGED)), table)
    firmer = to_record(noted(assessed(table, TROUBLED)), table)

    assert any("kind edited" in line for line in check({**record, "kind": "talk"}))
    assert any("not a verdict record" in line for line in check({**record, "kind": "hearsay"}))
    assert any("shown is more than notes can show" in line for line in check(firmer))


@given(findings=st.lists(st.sampled_from(sorted(CRITERION)), max_size=18, unique=True))
@settings(max_examples=200, deadline=None)
def test_by_the_shipped_rubric_nothing_in_notes_makes_a_firm_verdict(table, findings):
    verdict = assessed(table, [(indicator, "hedged") for indicator in findings]).verdict

    assert verdict.tier in ("cause_for_concern", "not_enough_evidence")
