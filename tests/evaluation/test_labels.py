import json

import pytest

from coach.errors import KnowledgeError
from coach.evaluation.labels import LabelledQuery, SecondLabels, agreement, load_queries, load_second_labels

GOOD = {
    "id": "q1", "query": "what now?", "kind": "question", "criterion": "growth", "half": "tuning", "relevant": {"a": 2},
}  # fmt: skip


def load(tmp_path, *lines):
    path = tmp_path / "queries.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return load_queries(path, {"a", "b"}, {"growth"})


def test_a_line_holds_a_query_and_the_passages_that_answer_it(tmp_path):
    assert load(tmp_path, GOOD) == (LabelledQuery(**GOOD),)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"relevant": {"c": 2}}, "no passage 'c'"),
        ({"relevant": {"a": 3}}, "relevant.a"),
        ({"relevant": {"a": 1}}, "must answer it"),
        ({"relevant": {}}, "unless it is off_topic"),
        ({"kind": "off_topic"}, "unless it is off_topic"),
        ({"kind": "rant"}, "kind"),
        ({"criterion": "courage"}, "no criterion 'courage'"),
        ({"half": "both"}, "half"),
        ({"note": "new"}, "note"),
        ({"id": "q0"}, "used twice"),
    ],
)
def test_a_line_that_does_not_fit_is_named_with_its_number(tmp_path, wrong, said):
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path, GOOD | {"id": "q0"}, GOOD | wrong)
    assert "queries.jsonl:2: " in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("line", ["{", "[]", "null", ""])
def test_a_line_that_is_no_object_is_named_with_its_number(tmp_path, line):
    with pytest.raises(KnowledgeError, match=r"queries\.jsonl:2: "):
        load(tmp_path, GOOD, line, GOOD | {"id": "q2"})


def test_a_file_without_lines_and_a_missing_one_are_errors(tmp_path):
    with pytest.raises(KnowledgeError, match="holds no lines"):
        load(tmp_path)
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load_queries(tmp_path / "gone.jsonl", set(), set())


def test_second_labels_must_be_of_a_query_that_there_is(tmp_path):
    path = tmp_path / "second.jsonl"
    path.write_text(json.dumps({"id": "q9", "relevant": {"a": 1}}))
    with pytest.raises(KnowledgeError, match="no query 'q9'"):
        load_second_labels(path, {"q1": LabelledQuery(**GOOD)}, {"a"})


@pytest.mark.parametrize(("second", "kappa"), [({"a": 1}, 1.0), ({"b": 1}, -1 / 9), ({"a": 2, "b": 2}, 0.615)])
def test_agreement_is_kappa_over_all_pairs_of_query_and_passage(second, kappa):
    first = {"q1": LabelledQuery(**GOOD)}
    assert agreement(first, [SecondLabels(id="q1", relevant=second)], 10) == (pytest.approx(kappa, abs=1e-3), 1)
