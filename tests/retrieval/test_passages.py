import re
from collections import Counter

import pytest
from tokenizers import Tokenizer

from coach.encoder.embedder import MAX_TOKENS
from coach.errors import KnowledgeError
from coach.retrieval.passages import Passage, load_guide
from coach.settings import data_path

MARK = "<!-- id: a-1; criterion: autonomy -->"


def load(tmp_path, *texts):
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    return load_guide(tmp_path)


def test_a_passage_is_its_heading_its_mark_and_the_text_below(tmp_path):
    text = f"# Title of the file\n\n## A heading\n{MARK}\n\nFirst.\n\nSecond — ‘so’.\n"
    assert load(tmp_path, text) == (
        Passage(
            id="a-1",
            title="A heading",
            text="First.\n\nSecond — ‘so’.",
            source="guide/0.md",
            criterion="autonomy",
            tier=None,
        ),
    )


def test_a_passage_without_a_criterion_is_general_and_may_name_a_tier(tmp_path):
    (passage,) = load(tmp_path, "## H\n<!-- id: v-1; tier: serious_issue -->\ntext")
    assert (passage.criterion, passage.tier) == ("general", "serious_issue")


def test_passages_come_in_the_order_of_the_files_and_of_the_lines(tmp_path):
    files = ["## B\n<!-- id: b -->\nx\n## A\n<!-- id: a -->\ny\n", "## C\n<!-- id: c -->\nz\n"]
    assert [passage.id for passage in load(tmp_path, *files)] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("## H\n\ntext", "0.md:2", "expected `<!-- id"),
        ("## H", "0.md:2", "expected `<!-- id"),
        ("\n\n## H\n<!-- criterion: autonomy -->\ntext", "0.md:4", "expected the keys"),
        ("## H\n<!-- id: a; colour: red -->\ntext", "0.md:2", "colour"),
        (f"## H\n{MARK}\n\n\n", "0.md:2", "no text"),
        (f"## H\n{MARK}\ntext\n## I\n{MARK}\ntext", "", "'a-1' is used twice"),
    ],
)
def test_a_malformed_guide_gives_one_line_with_its_place(tmp_path, text, place, says):
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path, text)
    assert says in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert place in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_id_used_in_two_files_is_an_error(tmp_path):
    with pytest.raises(KnowledgeError, match="'a' is used twice"):
        load(tmp_path, "## H\n<!-- id: a -->\nx", "## I\n<!-- id: a -->\ny")


def test_a_file_without_passages_is_passed_over(tmp_path):
    files = ["# About this folder\n\nNothing to cite.\n", "## H\n<!-- id: a -->\nx"]
    assert [passage.id for passage in load(tmp_path, *files)] == ["a"]


def test_a_file_that_is_not_utf_8_gives_a_line_that_names_it(tmp_path):
    (tmp_path / "0.md").write_bytes(f"## H\n{MARK}\nna\xefve".encode("latin-1"))
    with pytest.raises(KnowledgeError, match=r"0\.md"):
        load_guide(tmp_path)


def test_a_missing_folder_is_an_error(tmp_path):
    with pytest.raises(KnowledgeError, match="no passages found"):
        load_guide(tmp_path / "nowhere")


@pytest.fixture(scope="module")
def guide():
    return load_guide(data_path("knowledge") / "guide")


def runs_of_words(text, length=8):
    words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_the_shipped_guide_has_at_least_three_passages_on_every_criterion_and_on_none_unknown(guide, rubric):
    counts = Counter(passage.criterion for passage in guide)
    criteria = {criterion.id for criterion in rubric.criteria}
    assert set(counts) == criteria | {"general"}
    assert {name: count for name, count in counts.items() if count < 3} == {}


def test_the_shipped_guide_has_one_passage_on_every_tier(guide, rubric):
    told = Counter(passage.tier for passage in guide if passage.tier)
    assert told == {tier.id: 1 for tier in rubric.tiers}


def test_the_shipped_guide_has_between_4000_and_6000_words_counted_over_its_whole_files():
    """As `wc -w` counts them: headings and marks too, so that anyone who checks meets the same figure."""
    files = sorted((data_path("knowledge") / "guide").glob("*.md"))
    assert 4_000 <= sum(len(file.read_text(encoding="utf-8").split()) for file in files) <= 6_000


def test_every_shipped_passage_has_between_75_and_155_words(guide):
    lengths = {passage.id: len(passage.text.split()) for passage in guide}
    assert {name: length for name, length in lengths.items() if not 75 <= length <= 155} == {}


def test_every_shipped_passage_is_embedded_to_its_last_word(guide):
    """Beyond its limit the encoder drops word pieces without a sign, and the end could not be found."""
    tokenizer = Tokenizer.from_file(str(data_path("knowledge") / "models" / "all-MiniLM-L6-v2" / "tokenizer.json"))
    tokenizer.no_truncation()
    pieces = {passage.id: len(tokenizer.encode(f"{passage.title}\n{passage.text}").ids) for passage in guide}
    assert {name: count for name, count in pieces.items() if count > MAX_TOKENS} == {}


@pytest.mark.parametrize("name", ["rubric.yaml", "verdicts.yaml"])
def test_no_passage_shares_eight_words_in_a_row_with_the_rubric_or_the_verdict_texts(guide, name):
    elsewhere = runs_of_words((data_path("knowledge") / name).read_text(encoding="utf-8"))
    assert [(passage.id, run) for passage in guide for run in runs_of_words(passage.text) & elsewhere] == []


def test_no_two_passages_share_eight_words_in_a_row(guide):
    counts = Counter(run for passage in guide for run in runs_of_words(passage.text))
    assert [run for run, count in counts.items() if count > 1] == []


# For each criterion: what good looks like, what trouble sounds like, its traps, an example of it.
ASKED = [
    ("What does real empowerment look like?", "autonomy-one-breath-line"),
    ("What does it sound like when people wait to be told?", "autonomy-what-waiting-does"),
    ("What are the traps in delegating decisions?", "autonomy-traps"),
    ("What happens when people decide without guidance?", "autonomy-free-delivery-for-life"),
    ("What does good coaching sound like?", "coaching-what-good-sounds-like"),
    ("What does it sound like when a manager gives all the answers?", "coaching-free-enquiry-desk"),
    ("What are the traps in coaching?", "coaching-traps"),
    ("Give me an example of a coaching conversation", "coaching-what-good-sounds-like"),
    ("How do I bring in a new process well?", "people-over-process-see-attached"),
    ("What does it sound like when people are managed like numbers?", "people-over-process-known-to-the-second"),
    ("What are the traps in fixing processes?", "people-over-process-one-more-box"),
    ("An example of a process fault blamed on people", "people-over-process-wrong-parcels"),
    ("What does good accountability look like?", "accountability-follow-up"),
    ("What does poor accountability sound like?", "accountability-agreed-and-forgotten"),
    ("What are the traps in reviewing someone's plan?", "accountability-follow-up"),
    ("Show me an example of a 30-60-90 plan", "accountability-a-plan-in-full"),
    ("What does good motivation look like?", "motivation-three-people"),
    ("What does it sound like when people have lost motivation?", "motivation-gone-quiet"),
    ("What are the traps in motivating people?", "motivation-traps"),
    ("Examples of what motivates different people", "motivation-three-people"),
    ("Should I recruit when there is no vacancy?", "recruiting-coffee-with-no-vacancy"),
    ("We only hire when somebody leaves", "recruiting-friday-resignation"),
    ("What are the traps in recruiting?", "recruiting-traps"),
    ("An example of keeping good staff", "recruiting-good-ones-have-options"),
    ("What does good promotion look like?", "promotion-rehearsals"),
    ("We promote the longest serving person", "promotion-the-queue"),
    ("What are the traps in promoting people?", "promotion-traps"),
    ("An example of a promotion for the wrong reasons", "promotion-welder-fewer"),
    ("How do I groom people to move up?", "growth-the-next-chair"),
    ("What does stalled growth sound like?", "growth-too-useful"),
    ("What are the traps in developing people?", "growth-traps"),
    ("How can people grow who don't want promotion?", "growth-present-job"),
    ("What does ownership look like?", "ownership-what-it-looks-like"),
    ("What does low ownership sound like?", "ownership-listen-to-the-pronouns"),
    ("What are the traps in asking people to take ownership?", "ownership-traps"),
    ("An example of pride in work", "ownership-the-first-bicycle"),
]


@pytest.mark.parametrize(("question", "answer"), ASKED)
def test_a_manager_who_asks_meets_the_passage_that_answers_among_the_first_three(coach, question, answer):
    assert answer in [hit.passage.id for hit in coach.library.search(question, 3)]
