import pytest

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


def test_the_shipped_guide_speaks_about_every_criterion_and_tier(rubric):
    passages = load_guide(data_path("knowledge") / "guide")
    criteria = {criterion.id for criterion in rubric.criteria}
    assert criteria <= {passage.criterion for passage in passages} <= criteria | {"general"}
    tiers = {passage.tier for passage in passages} - {None}
    assert {"serious_issue", "cause_for_concern", "under_control"} <= tiers
