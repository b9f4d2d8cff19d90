import pytest
from label_parts import LOAVES, PLAIN, WAIT, conversation, material, talks

from coach.corpus import Label
from coach.errors import InputError
from coach.evaluation.comparing import against_person, against_reader, taken_up
from coach.evaluation.label_file import Answer, answer_of, keep, load
from coach.evidence import Certainty


def take_up(path, stuff, rubric, size=None, seed=None, by=None, only_read=False):
    return taken_up(path, stuff, size, seed, by, rubric.vocabulary, only_read)


def label_all(path, stuff, rubric, labels, by="Ana", size=100):
    """Answer every sentence of the sample by `labels(said)`: names and certainties, or None to skip."""
    labelled = take_up(path, stuff, rubric, by=by, size=size)
    for said in stuff.asked(labelled):
        heard = labels(said)
        given = [Label(indicator=i, certainty=Certainty(c), quote=said.text) for i, c in (heard or {}).items()]
        keep(path, Answer(place=said.place) if heard is None else answer_of(said, by, tuple(given)))
    return load(path, rubric.vocabulary)


def as_heard(said):
    return dict(said.heard)


@pytest.fixture(scope="module")
def stuff(table):
    return material(table, *talks(12))


def test_a_person_who_hears_what_the_reader_hears_agrees_wholly(tmp_path, stuff, rubric):
    text = against_reader(label_all(tmp_path / "a.jsonl", stuff, rubric, as_heard), stuff, rubric.vocabulary)

    assert "Ana labelled 100 of 100 sentences drawn, and skipped 0." in text
    assert "F1 1.00, Cohen's kappa 1.00 [1.00 1.00]" in text
    assert "micro-F1 1.00" in text
    assert "opposite in 0 sentences" in text


def test_the_figures_are_about_all_sentences_and_not_about_the_sample(tmp_path, stuff, rubric):
    every = label_all(tmp_path / "all.jsonl", stuff, rubric, lambda said: {}, size=1000)
    some = label_all(tmp_path / "some.jsonl", stuff, rubric, lambda said: {}, size=40)

    assert "so the figures are about all 192" in against_reader(some, stuff, rubric.vocabulary)
    assert sum(some.sample.weights(some.judged).values()) == pytest.approx(len(every.judged))


def test_what_was_skipped_is_said_and_does_not_count(tmp_path, stuff, rubric):
    labelled = label_all(tmp_path / "a.jsonl", stuff, rubric, lambda s: None if s.text == PLAIN else as_heard(s))
    skipped = sum(answer.exchange is None for answer in labelled.answers.values())

    assert skipped
    text = against_reader(labelled, stuff, rubric.vocabulary)
    assert f"{100 - skipped} of 100 sentences drawn, and skipped {skipped}." in text
    assert f"{100 - skipped} sentences in 12 conversations" in text


def test_sentences_on_opposite_sides_are_shown_with_both_labels(tmp_path, stuff, rubric):
    turned = label_all(
        tmp_path / "a.jsonl", stuff, rubric, lambda s: {"takes_ownership": "shown"} if s.text == LOAVES else as_heard(s)
    )

    text = against_reader(turned, stuff, rubric.vocabulary)
    assert f"“{LOAVES}”\n    takes_ownership shown against gives_answers shown" in text


def test_too_few_conversations_sentences_or_labels_are_said_and_not_printed_as_numbers(tmp_path, table, rubric):
    few = material(table, conversation("c", WAIT, PLAIN))
    text = against_reader(label_all(tmp_path / "a.jsonl", few, rubric, as_heard), few, rubric.vocabulary)
    assert "Too few for figures: 30 sentences are needed." in text
    assert "kappa 1" not in text

    lone = material(table, conversation("c", *[WAIT] * 20, *[PLAIN] * 20, LOAVES))
    text = against_reader(label_all(tmp_path / "b.jsonl", lone, rubric, as_heard), lone, rubric.vocabulary)
    rows = {line.split()[0]: line.split()[1:] for line in text.splitlines() if "_" in line}
    assert "no interval from fewer than 10 conversations" in text
    assert rows["waits_to_be_told"] == ["20", "20", "20", "1.00"]
    assert rows["gives_answers"] == ["1", "1", "1", "too", "few"]


def test_labels_outlast_the_reader_that_the_sample_was_drawn_with(tmp_path, stuff, table, rubric):
    path = tmp_path / "a.jsonl"
    label_all(path, stuff, rubric, as_heard)
    deaf = material(table, *talks(12), heard={})
    text = against_reader(take_up(path, deaf, rubric, only_read=True), deaf, rubric.vocabulary)

    assert "F1 0.00" in text


def test_two_persons_are_compared_on_what_both_have_labelled(tmp_path, stuff, rubric):
    one, other = tmp_path / "ana.jsonl", tmp_path / "ben.jsonl"
    label_all(one, stuff, rubric, as_heard)
    label_all(other, stuff, rubric, lambda s: None if s.text == PLAIN else {}, by="Ben")
    text = against_person(one, other, rubric.vocabulary)
    common = len(load(other, rubric.vocabulary).judged)

    assert f"Ana and Ben: {common} sentences in 12 conversations" in text
    assert "F1 0.00, Cohen's kappa 0.00" in text


def test_two_persons_with_nothing_in_common_cannot_be_compared(tmp_path, table, stuff, rubric):
    one, other, third = tmp_path / "ana.jsonl", tmp_path / "ben.jsonl", tmp_path / "cem.jsonl"
    label_all(one, stuff, rubric, as_heard)
    label_all(other, material(table, *talks(3)), rubric, as_heard)
    label_all(third, stuff, rubric, lambda s: None)

    with pytest.raises(InputError, match="drawn from different conversations"):
        against_person(one, other, rubric.vocabulary)
    with pytest.raises(InputError, match="no sentence is labelled in both"):
        against_person(one, third, rubric.vocabulary)
    with pytest.raises(InputError, match="there are no labels in it"):
        against_person(one, tmp_path / "none.jsonl", rubric.vocabulary)


def test_a_file_is_taken_up_with_its_own_sample_and_refuses_another(tmp_path, stuff, table, rubric):
    path = tmp_path / "a.jsonl"
    begun = take_up(path, stuff, rubric, size=20, seed=5, by="Ana")

    assert take_up(path, stuff, rubric) == begun
    for options, said in (({"size": 30}, "--sample 20"), ({"seed": 1}, "--seed 5"), ({"by": "Ben"}, "--as Ana")):
        with pytest.raises(InputError, match=f"was begun with {said}"):
            take_up(path, stuff, rubric, **options)
    with pytest.raises(InputError, match="drawn from other conversations"):
        take_up(path, material(table, *talks(3)), rubric)


def test_a_report_without_labels_begins_nothing(tmp_path, stuff, rubric):
    with pytest.raises(InputError, match="holds no labels yet"):
        take_up(tmp_path / "a.jsonl", stuff, rubric, only_read=True)
    assert not (tmp_path / "a.jsonl").exists()
