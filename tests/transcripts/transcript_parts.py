# What tests of one format share: reading bytes with a few people known.

from coach.transcripts import KNOWN_SPEAKERS, Found, Problem, read_transcripts

PEOPLE = {**KNOWN_SPEAKERS, "jane doe": "user", "tom ray": "assistant", "front desk": "other"}


def read(data, speakers=PEOPLE, notes=False):
    return list(read_transcripts(data if isinstance(data, bytes) else data.encode(), "file", speakers, notes))


def found(data, speakers=PEOPLE, notes=False):
    (one,) = read(data, speakers, notes)
    assert isinstance(one, Found), str(one)
    return one


def said(data, speakers=PEOPLE):
    return [(message.role, message.content) for message in found(data, speakers).conversation.messages]


def problem(data, speakers=PEOPLE, notes=False):
    (one,) = read(data, speakers, notes)
    assert isinstance(one, Problem), one
    assert "\n" not in str(one)
    return str(one)
