import json
from itertools import pairwise

import pytest

from coach.batch import find_files, read_files
from coach.harm import disclosed
from coach.reading.language import foreign_language
from coach.transcripts import KNOWN_SPEAKERS, Found, load_speakers
from tests.conftest import EXAMPLES

TIERS = ["serious-issue", "cause-for-concern", "under-control", "not-enough-evidence"]
SPEAKERS = load_speakers(EXAMPLES / "speakers.csv")


def conversations():
    return {
        f"{item.place.rsplit('/', 1)[1]} {item.conversation.id}": item.conversation
        for item in read_files(find_files([str(EXAMPLES)])[0], SPEAKERS)
        if isinstance(item, Found)
    }


CONVERSATIONS = conversations()
EACH = pytest.mark.parametrize("conversation", CONVERSATIONS.values(), ids=CONVERSATIONS)


def test_every_file_and_every_line_loads():
    files, problems = find_files([str(EXAMPLES)])
    items = list(read_files(files, SPEAKERS))

    assert problems == []
    assert [item for item in items if not isinstance(item, Found)] == []
    assert {path.name for path in EXAMPLES.iterdir()} == {*(name.rsplit("/", 1)[1] for name in files), "speakers.csv"}


def test_there_are_at_least_six_conversations_in_every_form_that_is_read():
    assert len(CONVERSATIONS) >= 6
    assert {path.suffix for path in EXAMPLES.iterdir()} >= {".json", ".jsonl", ".txt", ".vtt", ".docx", ".csv"}


def test_the_set_covers_every_tier_by_name():
    files = [path.stem for path in EXAMPLES.iterdir()]
    ids = [json.loads(line)["id"] for line in (EXAMPLES / "batch.jsonl").read_text(encoding="utf-8").splitlines()]

    for names in (files, ids):
        assert all(any(name.startswith(tier) for name in names) for tier in TIERS)


@EACH
def test_the_roles_alternate(conversation):
    roles = [message.role for message in conversation.messages]

    assert len(roles) >= 3
    assert all(one != following for one, following in pairwise(roles))
    assert roles.count("user") >= 2


@EACH
def test_every_message_says_something(conversation):
    assert all(message.content.strip() == message.content != "" for message in conversation.messages)


@EACH
def test_it_is_read_as_english_and_stops_nobody(conversation):
    said = [conversation.messages[index].content for index in conversation.manager_indexes()]

    assert foreign_language("\n".join(said), frozenset({"en"})) is None
    assert not any(disclosed(text) for text in said)


def test_speakers_are_needed_where_the_names_are_not_known_already():
    problems = [
        item for item in read_files(find_files([str(EXAMPLES)])[0], KNOWN_SPEAKERS) if not isinstance(item, Found)
    ]

    assert [problem.place.rsplit("/", 1)[1] for problem in problems] == [
        "cause-for-concern-library.vtt:5",
        "under-control-heating.docx",
        "under-control-logistics.txt:1",
    ]
    assert all("--speakers" in problem.message for problem in problems)
