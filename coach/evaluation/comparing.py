"""`coach eval label` from one end to the other: a sample drawn or taken up again, and what the labels say.

Joins sampling, labels file and agreement. It knows nothing of how conversations are found or assessed, or of
what is typed.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from coach.corpus import Label
from coach.engine import Assessment
from coach.errors import InputError
from coach.evaluation.agreement import Pair, agreement
from coach.evaluation.agreement_text import agreement_text, sample_text
from coach.evaluation.label_file import Labelled, begin, load
from coach.evaluation.sampling import Heard, Said, SentencePlace, draw, said_at, sentences_of, words_sha256
from coach.evidence import Indicator

SIZE = 100
SEED = 1
NAME = "labeller"


class Material:
    """The sentences of the conversations that labels are about, and what the reader heard in each."""

    def __init__(self, assessed: Iterable[Assessment], reader: str) -> None:
        """Take the conversations as assessed by the coach whose reader is compared.

        Raises:
            InputError: none of them has a sentence to label.
        """
        self._assessed = {assessment.conversation.id: assessment for assessment in assessed}
        self.reader = reader
        self.words_sha256 = words_sha256(assessment.conversation for assessment in self._assessed.values())
        self.sentences = [said for assessment in self._assessed.values() for said in sentences_of(assessment)]
        if not self.sentences:
            raise InputError("No sentence to label: the files hold no words of a manager that the reader scores.")

    def said(self, place: SentencePlace) -> Said:
        """Return the sentence at a place."""
        return said_at(place, self._assessed[place.conversation])

    def asked(self, labelled: Labelled) -> list[Said]:
        """Return the sentences of a sample in the order of labelling."""
        return [self.said(drawn.place) for drawn in labelled.sample.drawn]


def taken_up(
    path: Path,
    material: Material,
    size: int | None,
    seed: int | None,
    by: str | None,
    indicators: Collection[str],
    only_read: bool,
) -> Labelled:
    """Return the labels in a file; where there is none, one is begun with a new sample, unless `only_read`.

    Options that are None are those of the file, or the defaults.

    Raises:
        InputError: the file was begun otherwise, or is about other conversations, or is missing.
    """
    labelled = load(path, indicators)
    if labelled is None:
        if only_read:
            raise InputError(f"{path}: holds no labels yet; leave --report out to label.")
        sample = draw(
            material.sentences, size or SIZE, SEED if seed is None else seed, material.reader, material.words_sha256
        )
        begin(path, by or NAME, sample)
        return Labelled(by or NAME, sample, {})
    given = {"--sample": size, "--seed": seed, "--as": by}
    begun = {"--sample": labelled.sample.size, "--seed": labelled.sample.seed, "--as": labelled.by}
    for option, value in given.items():
        if value is not None and value != begun[option]:
            raise InputError(
                f"{path}: was begun with {option} {begun[option]}; leave {option} out, or name a new file (--labels)."
            )
    if labelled.sample.conversations_sha256 != material.words_sha256:
        raise InputError(f"{path}: its sample was drawn from other conversations; give the same files as at first.")
    return labelled


def against_reader(labelled: Labelled, material: Material, vocabulary: Mapping[str, Indicator]) -> str:
    """Return how far the person and the reader agree."""
    weights = labelled.sample.weights(labelled.judged)
    pairs = [
        Pair(place, weights[place], heard_in(answer.labels), material.said(place).heard)
        for place, answer in labelled.judged.items()
    ]
    return _text(labelled, pairs, material.reader, vocabulary)


def against_person(path: Path, other_path: Path, vocabulary: Mapping[str, Indicator]) -> str:
    """Return how far two persons agree on the sentences that both have labelled.

    Raises:
        InputError: a file holds no labels, they are about other conversations, or have no sentence in common.
    """
    found = []
    for name in (path, other_path):
        labelled = load(name, vocabulary)
        if labelled is None:
            raise InputError(f"{name}: there are no labels in it.")
        found.append(labelled)
    one, other = found
    if one.sample.conversations_sha256 != other.sample.conversations_sha256:
        raise InputError(f"{path} and {other_path}: their samples were drawn from different conversations.")
    common = [place for place in one.judged if place in other.judged]
    if not common:
        raise InputError(f"{path} and {other_path}: no sentence is labelled in both.")
    weights = one.sample.weights(common)
    pairs = [
        Pair(place, weights[place], heard_in(one.judged[place].labels), heard_in(other.judged[place].labels))
        for place in common
    ]
    return _text(one, pairs, other.by, vocabulary)


def heard_in(labels: Iterable[Label]) -> Heard:
    """Return labels as what was heard, the surest of an indicator where there are several."""
    return {label.indicator: label.certainty for label in sorted(labels, key=lambda label: label.certainty.step)}


def _text(labelled: Labelled, pairs: list[Pair], other: str, vocabulary: Mapping[str, Indicator]) -> str:
    texts = {place: answer.exchange.sentences[0].text for place, answer in labelled.judged.items() if answer.exchange}
    agreed = agreement(pairs, vocabulary)
    return f"{sample_text(labelled)}\n\n{agreement_text(agreed, labelled.by, other, pairs, texts)}\n"
