import pytest
from report_parts import (
    CLAIMED,
    CLAIMED_BROADLY,
    MIXED,
    OF_TIER,
    RUBRIC_SHA,
    SOUND,
    TROUBLED,
    assessed,
    pieces,
    sections_of,
    unscored,
)

from coach.report.content import report_of
from coach.report.texts import VerdictTexts, load_texts
from coach.retrieval.passages import load_guide
from coach.rubric import Rubric
from coach.settings import data_path
from coach.strict_yaml import load

FILE = data_path("knowledge") / "verdicts.yaml"
OUTCOMES = ["Motivation", "Ownership", "Productivity", "Pride", "People ready to move up"]
WORSE = ["serious_issue", "cause_for_concern"]


@pytest.fixture(scope="module")
def texts(rubric):
    return load_texts(FILE, rubric)


@pytest.fixture(scope="module")
def passages():
    return {passage.id: passage for passage in load_guide(data_path("knowledge") / "guide")}


@pytest.fixture(scope="module")
def report(table, texts, passages):
    def made(findings, *corrections, **options):
        return report_of(assessed(table, findings, corrections, **options), table.rubric, texts, passages)

    return made


def headings(section):
    return [block.heading for block in section.blocks]


def spoken(section):
    return [quote.words for block in section.blocks for quote in block.quotes]


def test_the_words_cover_every_tier_and_criterion_of_the_shipped_rubric_and_no_other(rubric):
    shipped = load(FILE, VerdictTexts)[0]

    assert set(shipped.tiers) == {tier.id for tier in rubric.tiers}
    assert set(shipped.criteria) == {criterion.id for criterion in rubric.criteria}
    assert all(value.strip() for words in shipped.criteria.values() for value in words.model_dump().values())
    assert {name for name, words in shipped.tiers.items() if words.leads_to} == {*WORSE, "under_control"}
    assert {name for name, words in shipped.tiers.items() if words.claimed_not_shown} == {
        "under_control",
        "not_enough_evidence",
    }


def test_the_words_speak_of_the_team_and_never_to_you(rubric):
    shipped = load(FILE, VerdictTexts)[0].model_dump_json().lower()

    assert " you " not in shipped
    assert " your " not in shipped


@pytest.mark.parametrize("tier", OF_TIER)
def test_each_tier_says_what_it_means_what_was_heard_and_how_it_was_decided(rubric, texts, report, tier):
    made = report(OF_TIER[tier])
    sections = sections_of(made)

    assert made.title == rubric.tier_of[tier].title
    assert made.lead[0] == texts.tiers[tier].means
    assert spoken(sections["What was heard"]) == [piece.quote for piece in pieces(OF_TIER[tier])]
    assert sections["From here"].blocks[0].text == texts.tiers[tier].next
    assert len(sections["How it was decided"].blocks[0].items) == len(rubric.criteria)


def test_each_quote_stands_under_its_criterion_with_its_certainty_and_place(texts, report):
    blocks = sections_of(report(TROUBLED))["What was heard"].blocks

    assert [block.heading for block in blocks] == [
        f"{texts.criteria['autonomy'].title} (a concern)",
        f"{texts.criteria['coaching'].title} (a concern)",
        f"{texts.criteria['people_over_process'].title} (a hint of concern)",
        f"{texts.criteria['growth'].title} (a concern)",
        f"{texts.criteria['ownership'].title} (a strength)",
    ]
    assert [block.text for block in blocks[:1] + blocks[-1:]] == [
        texts.criteria["autonomy"].concern,
        texts.criteria["ownership"].strength,
    ]
    assert [quote.model_dump() for quote in blocks[2].quotes] == [
        {
            "words": "manages people as process, hedged",
            "certainty": "said with a hedge",
            "message": 6,
            "number": 3,
            "side": "",
            "history": "",
        }
    ]


def test_where_both_sides_were_heard_both_are_quoted(texts, report):
    block = sections_of(report(MIXED))["What was heard"].blocks[0]

    assert (block.heading, block.text) == (
        f"{texts.criteria['autonomy'].title} (both sides heard)",
        texts.criteria["autonomy"].mixed,
    )
    assert [quote.words for quote in block.quotes] == ["waits to be told, shown", "decides independently, shown"]


@pytest.mark.parametrize("tier", WORSE)
def test_the_two_worse_tiers_say_what_it_leads_to_in_five_respects(texts, report, tier):
    section = sections_of(report(OF_TIER[tier]))["What it leads to if nothing changes"]

    assert headings(section) == OUTCOMES
    assert [block.text for block in section.blocks] == list(texts.tiers[tier].leads_to.model_dump().values())


@pytest.mark.parametrize("tier", ["under_control", "not_enough_evidence"])
def test_the_others_foretell_nothing(report, tier):
    assert "What it leads to if nothing changes" not in sections_of(report(OF_TIER[tier]))


def test_what_to_strengthen_first_is_the_core_then_the_worst_and_three_at_most(texts, report):
    findings = [("hires_reactively", "shown"), ("one_size_fits_all", "stated"), *TROUBLED]
    section = sections_of(report(findings))["What to strengthen first"]

    first = ["autonomy", "coaching", "people_over_process"]
    assert headings(section) == [texts.criteria[criterion].title for criterion in first]
    assert [block.text for block in section.blocks] == [texts.criteria[criterion].strengthen for criterion in first]


def test_outside_the_core_a_concern_comes_before_a_mixture_and_a_mixture_before_a_hint(texts, report):
    findings = [
        ("no_written_plan", "hedged"),
        ("one_size_fits_all", "stated"),
        ("knows_individuals", "stated"),
        ("stalls_growth", "stated"),
        ("decides_independently", "shown"),
    ]
    section = sections_of(report(findings))["What to strengthen first"]

    order = ["growth", "motivation", "accountability"]
    assert headings(section) == [texts.criteria[criterion].title for criterion in order]


def test_under_control_says_what_to_keep_doing_and_names_the_gaps(rubric, texts, report):
    sections = sections_of(report(SOUND))
    strong = ["autonomy", "coaching", "people_over_process"]
    unheard = ["motivation", "recruiting", "promotion", "growth", "ownership"]

    keep, gaps = sections["What to keep doing"], sections["What was not heard"]
    assert [(b.heading, b.text) for b in keep.blocks] == [
        (texts.criteria[c].title, texts.criteria[c].keep) for c in strong
    ]
    assert [(b.heading, b.text) for b in gaps.blocks] == [
        (texts.criteria[c].title, texts.criteria[c].gap) for c in unheard
    ]
    assert headings(sections["What to strengthen first"]) == [texts.criteria["accountability"].title]
    assert "What would move this" not in sections


def test_with_too_little_evidence_nothing_is_advised(report):
    sections = sections_of(report(CLAIMED))

    assert not {"What to strengthen first", "What to keep doing"} & set(sections)
    assert "enough to judge" in sections["What would move this"].blocks[0].text


@pytest.mark.parametrize(
    ("findings", "tier"), [(CLAIMED, "not_enough_evidence"), (CLAIMED_BROADLY, "under_control")], ids=["few", "many"]
)
def test_strengths_that_were_only_claimed_are_said_to_be(texts, report, findings, tier):
    made = report(findings)

    assert made.lead[:2] == (texts.tiers[tier].means, texts.tiers[tier].claimed_not_shown)


@pytest.mark.parametrize("findings", [SOUND, TROUBLED, []], ids=["shown", "trouble", "nothing"])
def test_otherwise_they_are_not(texts, report, findings):
    claimed = {words.claimed_not_shown for words in texts.tiers.values()} - {None}

    assert not claimed & set(report(findings).lead)


def test_what_would_move_it_names_the_next_better_tier_and_what_would_have_to_be_so(texts, report):
    (block,) = sections_of(report(MIXED))["What would move this"].blocks

    assert block.text == "It would read “Seems Under Control” if all of this were so:"
    assert any(item.startswith(texts.criteria["autonomy"].if_so) for item in block.items)
    assert any(item.endswith("in place of what was said above") for item in block.items)


def test_a_verdict_says_whether_it_is_settled_and_how_near_it_is_to_another(table, report):
    for findings in (*OF_TIER.values(), [("waits_to_be_told", "stated")] * 2):
        verdict = assessed(table, findings).verdict
        (standing,) = [text for text in report(findings).lead if text.startswith(("This is", "Nothing was heard yet"))]
        if table.rubric.rank(verdict.tier) is not None:
            assert ("settled" in standing) == verdict.settled
            assert ("borderline" in standing and "have a person look" in standing) == (verdict.margin == 1)
            assert (f"{verdict.margin} findings" in standing) == (verdict.margin != 1)


def test_a_flag_asks_for_a_person_in_a_scored_and_in_an_unscored_report(table, texts, report):
    scored = report(SOUND, harm=True)
    other = report_of(unscored(harm=True), table.rubric, texts, {})

    for made in (scored, other):
        assert "self harm" in made.lead[-1]
        assert "a person should look at it" in made.lead[-1]
    assert (other.title, other.lead[0]) == ("Not Scored", "The manager seems to write in 'de'.")
    assert list(sections_of(other)) == ["Made with"]


def test_when_everything_was_touched_on_nothing_is_said_to_be_unheard(report):
    hints = [("hires_reactively", "hedged"), ("knows_individuals", "hedged"), ("promotes_for_leadership", "hedged")]
    hints = [*CLAIMED, ("written_plan", "stated"), *hints[1:], ("recruits_continuously", "hedged")]
    made = report([*hints, ("grows_leaders", "hedged"), ("takes_ownership", "hedged")])

    assert made.title == "Not Enough Evidence Yet"
    assert not any("about 0 of 9" in text for text in made.lead)


def test_what_to_read_is_about_this_tier_and_these_criteria(report, passages):
    (block,) = sections_of(report(TROUBLED))["To read"].blocks
    named = [passages[item.rsplit("[", 1)[1].rstrip("]")] for item in block.items]

    assert {passage.tier for passage in named} == {"serious_issue", None}
    assert {passage.criterion for passage in named if passage.tier is None} <= {"autonomy", "coaching", "growth"}


def test_what_a_users_own_rubric_adds_is_worded_from_the_rubric(rubric):
    value = rubric.model_dump(mode="json")
    value["criteria"][-1] |= {"id": "safety", "title": "Safety first"}
    for indicator in value["criteria"][-1]["indicators"]:
        indicator["criterion"] = "safety"
    texts = load_texts(FILE, Rubric.model_validate(value))

    assert texts.criteria["safety"].title == "Safety first"
    assert texts.criteria["safety"].if_so == rubric.criteria[-1].indicators[-1].heard_when
    assert texts.criteria["autonomy"] == load_texts(FILE, rubric).criteria["autonomy"]


def test_a_report_of_notes_says_so_scored_or_not_and_no_quote_is_called_more_than_noted(rubric, table, texts, passages):
    def report(assessment):
        return report_of(assessment, rubric, texts, passages)

    for assessment in (assessed(table, [(indicator, "hedged") for indicator, _ in TROUBLED]), unscored()):
        notes = assessment.conversation.model_copy(update={"kind": "notes"})
        of_notes = report(assessment.model_copy(update={"conversation": notes}))

        assert any("read from notes" in line for line in of_notes.lead)
        assert not any("read from notes" in line for line in report(assessment).lead)
        quotes = [q for section in of_notes.sections for block in section.blocks for q in block.quotes]
        assert {quote.certainty for quote in quotes} <= {"as noted"}
        assert bool(quotes) is (assessment.verdict is not None)


def test_everything_the_verdict_depends_on_is_named(report):
    (block,) = sections_of(report(SOUND))["Made with"].blocks

    assert block.items == ("leadership-coach 1", f"rubric, sha256 {RUBRIC_SHA}", f"reader r, sha256 {'cd' * 32}")


def test_each_quote_is_numbered_as_the_conversation_marks_it(report):
    made = report(MIXED)
    numbered = {q.number: q.words for section in made.sections for block in section.blocks for q in block.quotes}

    assert sorted(numbered) == [1, 2, 3, 4]
    marked = {number: piece.text for turn in made.transcript for piece in turn.pieces for number in piece.quotes}
    assert marked == numbered
