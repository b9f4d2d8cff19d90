import pytest

from coach.retrieval.hits import fitting, subject_of
from coach.retrieval.index import Hit
from coach.retrieval.passages import Passage


def hits(*found):
    passage = Passage(id="p", title="T", text="x", source="s")
    return [Hit(passage=passage.model_copy(update={"criterion": name}), score=score) for name, score in found]


@pytest.mark.parametrize(
    ("found", "subject"),
    [
        ([("recruiting", 0.36), ("recruiting", 0.33), ("growth", 0.3)], "recruiting"),
        ([("growth", 0.36), ("recruiting", 0.35), ("recruiting", 0.34)], "recruiting"),
        ([("growth", 0.36), ("autonomy", 0.35), ("coaching", 0.34)], None),
        ([("recruiting", 0.22), ("recruiting", 0.21), ("growth", 0.2)], None),
        ([("recruiting", 0.6), ("growth", 0.2), ("coaching", 0.1)], "recruiting"),
        ([("general", 0.5), ("general", 0.5), ("growth", 0.4)], None),
        ([("growth", 0.2), ("growth", -0.9), ("growth", 0.2)], "growth"),
        ([], None),
    ],
)
def test_the_subject_is_the_criterion_that_clearly_leads_among_the_three_best_hits(found, subject):
    assert subject_of(hits(*found)) == subject


def test_hits_after_the_third_have_no_vote():
    three = [("growth", 0.36), ("autonomy", 0.35), ("coaching", 0.34)]
    assert subject_of(hits(*three, ("growth", 0.34), ("growth", 0.34))) is None


def test_what_is_too_far_from_the_words_does_not_fit_wherever_it_stands():
    found = hits(("growth", 0.1), ("autonomy", 0.4), ("coaching", 0.22))
    assert fitting(found) == found[1:]


def test_nothing_fits_where_nothing_is_near():
    assert fitting(hits(("growth", 0.2), ("autonomy", 0.1))) == []
