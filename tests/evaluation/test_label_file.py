import os
import stat

import pytest
from label_parts import PLAIN, WAIT, conversation, material

from coach.corpus import Exchange, Label
from coach.errors import InputError
from coach.evaluation.label_file import Answer, answer_of, begin, keep, load
from coach.evaluation.sampling import draw
from coach.evidence import Certainty

NAMES = {"waits_to_be_told", "gives_answers"}


@pytest.fixture
def sentences(table):
    return material(table, conversation("c", WAIT, PLAIN)).sentences


@pytest.fixture
def path(tmp_path, sentences):
    path = tmp_path / "labels.jsonl"
    begin(path, "Ana", draw(sentences, 10, 1, "r", "0" * 64))
    return path


def labelled(said, *names):
    return answer_of(said, "Ana", tuple(Label(indicator=n, certainty=Certainty.STATED, quote=said.text) for n in names))


def test_what_is_kept_is_read_back_and_the_last_answer_counts(path, sentences):
    first, second = sentences
    for answer in (labelled(first), Answer(place=second.place), labelled(first, "waits_to_be_told")):
        keep(path, answer)
    found = load(path, NAMES)

    assert found.by == "Ana"
    assert found.answers == {first.place: labelled(first, "waits_to_be_told"), second.place: Answer(place=second.place)}
    assert list(found.judged) == [first.place]


def test_an_answer_holds_an_exchange_of_the_corpus(path, sentences):
    answer = labelled(sentences[0], "waits_to_be_told")
    exchange = Exchange.model_validate_json(answer.exchange.model_dump_json())

    assert (exchange.author, exchange.scenario, exchange.sentences[0].text) == ("Ana", "c", WAIT)


def test_the_file_is_readable_by_its_user_only(path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_answer_that_was_cut_off_at_any_byte_costs_that_answer_only(path, sentences):
    first, second = sentences
    keep(path, labelled(first))
    before = path.read_bytes()
    keep(path, labelled(second, "gives_answers"))
    whole = path.read_bytes()
    for end in range(len(before), len(whole) - 1):
        path.write_bytes(whole[:end])
        assert load(path, NAMES).answers == {first.place: labelled(first)}
        keep(path, labelled(second, "gives_answers"))
        assert path.read_bytes() == whole


def test_an_editor_that_left_out_the_last_line_end_costs_nothing(path, sentences):
    first, second = sentences
    keep(path, labelled(first))
    path.write_bytes(path.read_bytes().removesuffix(b"\n"))
    keep(path, labelled(second))

    assert set(load(path, NAMES).answers) == {first.place, second.place}


def test_where_there_is_no_file_or_an_empty_one_there_are_no_labels(tmp_path):
    empty = tmp_path / "empty.jsonl"
    empty.touch()

    assert load(tmp_path / "none.jsonl", NAMES) is None
    assert load(empty, NAMES) is None


@pytest.mark.parametrize("content", [b"notes of mine", b"{}\n", b"\xff\xfe\n", b"\n\n"])
def test_a_file_of_something_else_is_refused_and_left_as_it_is(tmp_path, content):
    other = tmp_path / "other.txt"
    other.write_bytes(content)

    with pytest.raises(InputError, match=r"other\.txt: is no file of labels"):
        load(other, NAMES)
    assert other.read_bytes() == content


def _line(answer):
    return answer.model_dump_json()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda a: "{", r"labels\.jsonl:2: "),
        (lambda a: _line(a).replace('"message":1', '"message":7'), "not in the file's sample"),
        (lambda a: _line(a).replace('"indicator":"waits_to_be_told"', '"indicator":"courage"'), "no indicator"),
        (lambda a: _line(a).replace('"quote":"They', '"quote":"We'), "is not in the sentence"),
        (lambda a: _line(a).replace('"stated"', '"sure"'), "certainty"),
        (lambda a: _line(a).replace('"sentences":[', '"sentences":[{"text":"a","labels":[]},'), "here are 2"),
    ],
)
def test_a_line_that_does_not_fit_is_named_with_its_number(path, sentences, wrong, said):
    with path.open("a", encoding="utf-8") as file:
        file.write(wrong(labelled(sentences[0], "waits_to_be_told")) + "\n")

    with pytest.raises(InputError, match=r"labels\.jsonl:2: ") as caught:
        load(path, NAMES)
    assert caught.match(said)


def test_a_folder_or_a_place_that_cannot_be_written_is_one_line(tmp_path, sentences):
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path, NAMES)
    with pytest.raises(InputError, match="cannot be written"):
        begin(tmp_path / "no" / "labels.jsonl", "Ana", draw(sentences, 10, 1, "r", "0" * 64))
    assert os.listdir(tmp_path) == []
