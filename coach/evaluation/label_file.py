"""The file that holds one person's labels: a sample, then an answer a line as soon as it is given.

The first line is the sample (which sentences, by whom). Each other line is an answer: its place and, unless
the sentence was skipped, an exchange of one sentence in the corpus's own form, so that
`jq -c '.exchange // empty'` makes a corpus file of it. The last answer for a place counts. A line that a
crash cut off is dropped. The file is readable by its user only. It knows nothing of terminals or statistics.
"""

import json
import os
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import ValidationError

from coach.conversation import Frozen
from coach.corpus import Exchange, Label, Sentence, json_line
from coach.errors import InputError
from coach.evaluation.sampling import Said, Sample, SentencePlace

_ANOTHER = "name another file with --labels"


class Answer(Frozen):
    """What a person said of one sentence; no exchange where it was skipped."""

    place: SentencePlace
    exchange: Exchange | None = None

    @property
    def labels(self) -> tuple[Label, ...]:
        """Return the labels given, none where there is no evidence or the sentence was skipped."""
        return self.exchange.sentences[0].labels if self.exchange else ()


class _Head(Frozen):
    format: Literal["coach labels, version 1"] = "coach labels, version 1"
    by: str
    sample: Sample


class Labelled(NamedTuple):
    """A labels file as it was read: the person, the sample and the last answer for each place."""

    by: str
    sample: Sample
    answers: dict[SentencePlace, Answer]

    @property
    def judged(self) -> dict[SentencePlace, Answer]:
        """Return the answers that were not skipped, in the order of the sample."""
        places = (drawn.place for drawn in self.sample.drawn)
        return {
            place: self.answers[place] for place in places if place in self.answers and self.answers[place].exchange
        }


def answer_of(said: Said, by: str, labels: tuple[Label, ...]) -> Answer:
    """Return a person's labels of a sentence as an answer; what the corpus says of a scenario stays empty."""
    sentence = Sentence(text=said.text, labels=labels)
    exchange = Exchange(
        author=by,
        scenario=said.place.conversation,
        industry="",
        level="",
        voice="",
        coach=said.coach,
        sentences=(sentence,),
    )
    return Answer(place=said.place, exchange=exchange)


def begin(path: Path, by: str, sample: Sample) -> None:
    """Write a new labels file with its sample, whole or not at all.

    Raises:
        InputError: it cannot be written.
    """
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(json_line(_Head(by=by, sample=sample)) + "\n")
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); {_ANOTHER}.") from None


def load(path: Path, indicators: Collection[str]) -> Labelled | None:
    """Return what a labels file holds; None where there is none, or an empty one.

    Raises:
        InputError: it cannot be read, is no labels file, or a line of it does not fit.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); {_ANOTHER}.") from None
    if lines == [b""]:
        return None
    try:
        head = _Head.model_validate_json(lines[0])
    except ValidationError:
        raise InputError(f"{path}: is no file of labels; {_ANOTHER}.") from None
    drawn = {item.place for item in head.sample.drawn}
    answers = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() and not (number == len(lines) and _is_cut_off(line)):
            answer = _answer(line, f"{path}:{number}", drawn, indicators)
            answers[answer.place] = answer
    return Labelled(head.by, head.sample, answers)


def keep(path: Path, answer: Answer) -> None:
    """Add an answer at the end, durable when this returns; the rest of a line that was cut off goes first.

    Raises:
        InputError: the file cannot be written.
    """
    try:
        with path.open("rb+") as file:
            data = file.read()
            whole = data.rfind(b"\n") + 1
            tail = data[whole:]
            file.seek(whole if tail and _is_cut_off(tail) else len(data))
            file.truncate()
            before = "\n" if tail and not _is_cut_off(tail) else ""
            file.write(f"{before}{json_line(answer)}\n".encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); the answers before are kept.") from None


def _is_cut_off(line: bytes) -> bool:
    """Say whether a last line without its end is not whole; an editor may have left out the end of a whole one."""
    try:
        json.loads(line)
    except ValueError:
        return True
    return False


def _answer(line: bytes, where: str, drawn: Collection[SentencePlace], indicators: Collection[str]) -> Answer:
    try:
        answer = Answer.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the line"
        raise InputError(f"{where}: {place}: {first['msg']}.") from None
    if answer.place not in drawn:
        raise InputError(f"{where}: this sentence is not in the file's sample; take the line out.")
    sentences = answer.exchange.sentences if answer.exchange else ()
    if answer.exchange and len(sentences) != 1:
        raise InputError(f"{where}: an answer has one sentence, here are {len(sentences)}.")
    for label in answer.labels:
        if label.indicator not in indicators:
            raise InputError(f"{where}: the rubric has no indicator {label.indicator!r}.")
        if not label.quote.strip() or label.quote not in sentences[0].text:
            raise InputError(f"{where}: the quote {label.quote!r} is not in the sentence.")
    return answer
