import json

import pytest
from cli_parts import GERMAN, HARM, PATTERN, talk, write

from coach import batch, classifying
from coach.conversation import Conversation, Message
from coach.errors import InputError
from coach.report.rendering import Renderer
from coach.report.texts import shipped_texts
from coach.transcripts import Found, load_speakers
from tests.conftest import EXAMPLES

STYLES = ["table", "json", "jsonl", "md"]


@pytest.fixture(scope="module")
def renderer(coach):
    return Renderer(coach.table, shipped_texts(coach.table.rubric), coach.library.passages)


@pytest.fixture
def tally():
    lines = []
    made = classifying.Tally([], lines.append)
    made.lines = lines
    return made


def found(name, *contents):
    said = tuple(Message(role="user", content=content) for content in contents)
    return Found(place="in.json", conversation=Conversation(id=name, messages=said))


@pytest.fixture
def printed(coach, renderer, tally):
    def made(items, style, jobs=2):
        return "".join(classifying.printed(coach, renderer, items, jobs, tally, style))

    return made


@pytest.fixture(scope="module")
def examples():
    paths = [str(path) for path in sorted(EXAMPLES.iterdir()) if path.suffix != ".csv"]
    return list(batch.read_files(paths, load_speakers(EXAMPLES / "speakers.csv")))


@pytest.mark.parametrize("style", STYLES)
def test_the_bytes_do_not_depend_on_the_number_of_jobs(printed, examples, style):
    assert printed(examples, style, jobs=1) == printed(examples, style, jobs=5)


def test_results_keep_the_order_of_the_input(printed, examples):
    ids = [json.loads(line)["id"] for line in printed(examples, "jsonl", jobs=5).splitlines()]

    assert ids == [item.conversation.id for item in examples]


@pytest.mark.parametrize(
    ("texts", "style", "expected"),
    [
        ([], "json", "[]\n"),
        (["{1}\n"], "json", "{1}\n"),
        (["{1}\n", "{2}\n"], "json", "[{1},\n{2}]\n"),
        (["{1}\n", "{2}\n", "{3}\n"], "json", "[{1},\n{2},\n{3}]\n"),
        ([], "md", ""),
        (["a\n"], "md", "a\n"),
        (["a\n", "b\n", "c\n"], "md", "a\n\n---\n\nb\n\n---\n\nc\n"),
        (["{1}\n", "{2}\n"], "jsonl", "{1}\n{2}\n"),
        (["<p>\n"], "html", "<p>\n"),
    ],
)
def test_one_result_is_itself_and_several_are_joined_as_their_format_has_it(texts, style, expected):
    assert "".join(classifying.framed(texts, style)) == expected


def test_a_line_of_json_is_passed_on_before_the_next_is_asked_for():
    def texts():
        yield "{1}\n"
        raise AssertionError("asked too early")

    assert next(classifying.framed(texts(), "jsonl")) == "{1}\n"


def test_several_pages_cannot_be_one_and_none_is_printed():
    with pytest.raises(InputError, match="--out"):
        list(classifying.framed(["<p>", "<p>"], "html"))


def test_a_conversation_that_is_not_english_is_unscored_and_the_rest_is_scored(printed):
    german, plain = map(json.loads, printed([found("german", GERMAN), found("plain", PATTERN)], "jsonl").splitlines())

    assert (german["tier"], german["title"]) == ("unscored", "Not Scored")
    assert "'de'" in german["reason"]
    assert not {"evidence", "margin", "rule"} & set(german)
    assert plain["evidence"]


@pytest.mark.parametrize("style", ["table", "md", "html"])
def test_a_flagged_conversation_says_in_every_form_that_a_person_should_look(printed, style):
    shown = printed([found("harm", PATTERN, HARM)], style)

    assert "a person should look" in shown
    assert HARM not in shown


@pytest.mark.parametrize("contents", [(GERMAN, HARM), (PATTERN, HARM)], ids=["unscored", "scored"])
def test_a_flag_is_in_the_table_whether_scored_or_not(printed, contents):
    assert "a person should look: self_harm" in printed([found("harm", *contents)], "table")


def test_json_lines_are_one_line_and_keep_every_language_readable(printed):
    line = printed([found("Ёжик 会议", "one\ntwo\u2028three")], "jsonl")

    assert line.count("\n") == 1
    assert "Ёжик 会议" in line


def test_problems_are_said_and_the_worst_decides_the_exit_code(tally):
    problem = batch.Problem(place="a", message="bad.")
    failure = batch.Failure(place="b", message="broken.")

    assert list(tally.passed(["one", problem, "two", failure, problem])) == ["one", "two"]
    assert tally.lines == ["a: bad.", "b: broken.", "a: bad."]
    assert (tally.done, tally.exit_code) == (2, 4)


def test_turns_of_others_are_said_with_their_place_and_number(tally):
    items = [found("a").model_copy(update={"left_out": count}) for count in (0, 1, 2)]

    assert list(tally.noticed(items)) == items
    assert tally.lines == [
        "in.json: 1 turn of others left out: neither the manager's nor the coach's.",
        "in.json: 2 turns of others left out: neither the manager's nor the coach's.",
    ]
    assert tally.exit_code == 0


def test_how_many_conversations_to_expect_is_told_from_names_and_lines(tmp_path):
    lines = write(tmp_path / "a.JSONL", "{}\n\n{}\n{}")
    one = write(tmp_path / "b.json", talk("one", "Hello."))

    assert classifying.expected([str(lines), str(one), str(tmp_path / "gone.jsonl")]) == 5
    assert classifying.expected([str(one), "-"]) is None


def test_reading_goes_no_further_ahead_than_the_window(coach, renderer, tally):
    asked = []

    def items():
        for number in range(300):
            asked.append(number)
            yield found(str(number), "Hello.")

    pieces = classifying.printed(coach, renderer, items(), 2, tally, "jsonl")
    for _ in range(100):
        next(pieces)
    pieces.close()

    assert len(asked) < 150
