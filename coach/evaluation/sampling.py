"""A stratified sample of the manager's sentences, from conversations that a coach has assessed.

Half is drawn from the sentences in which the reader heard evidence, half from the others, as far as there
are enough. The order is that of a hash of seed and place: it depends on neither files nor threads, and since
it is random within each stratum, whoever stops half way has labelled a smaller sample of the same kind.
Messages that disclose harm, and the answer after each, are never drawn. It knows nothing of labels.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from coach.conversation import Conversation, ConversationKind, Frozen
from coach.corpus import holds
from coach.engine import Assessment
from coach.evidence import Certainty, Evidence
from coach.sentences import sentences

Heard = Mapping[str, Certainty]
"""The indicators heard in one sentence, each with its certainty."""


class SentencePlace(Frozen):
    """Where a sentence stands: `messages[message].content[start:end]` of a conversation, in code points."""

    conversation: str
    message: int
    start: int
    end: int


class Said(NamedTuple):
    """A sentence with what a person needs to label it, and what the reader heard in it."""

    place: SentencePlace
    coach: str
    before: str
    text: str
    kind: ConversationKind
    heard: Heard


class Drawn(Frozen):
    """A sentence of the sample; `heard` is its stratum: whether the reader had heard evidence in it."""

    place: SentencePlace
    heard: bool


class Sample(Frozen):
    """A sample in the order of labelling, and the numbers of sentences it was drawn from.

    `size` and `seed` are what was asked for; `conversations_sha256` is the hash of all the words there were.
    """

    size: int
    seed: int
    reader: str
    conversations_sha256: str
    with_evidence: int
    without_evidence: int
    drawn: tuple[Drawn, ...]

    def weights(self, answered: Iterable[SentencePlace]) -> dict[SentencePlace, float]:
        """Return how many sentences of the whole each answered one stands for: those of its stratum / answered."""
        stratum = {drawn.place: drawn.heard for drawn in self.drawn}
        places = [place for place in answered if place in stratum]
        counted = {heard: sum(stratum[place] == heard for place in places) for heard in (True, False)}
        of = {True: self.with_evidence, False: self.without_evidence}
        return {place: of[stratum[place]] / counted[stratum[place]] for place in places}


def sentences_of(assessment: Assessment) -> Iterator[Said]:
    """Yield the sentences of an assessed conversation that may be drawn; none of one that was not scored."""
    if assessment.verdict is None:
        return
    conversation = assessment.conversation
    spoken = conversation.manager_indexes()
    flagged = {flag.message for flag in assessment.flags}
    hidden = {message for n, message in enumerate(spoken) if flagged & set(spoken[max(n - 1, 0) : n + 1])}
    for message in spoken:
        if message not in hidden:
            for span in sentences(conversation.messages[message].content):
                place = SentencePlace(conversation=conversation.id, message=message, start=span.start, end=span.end)
                yield said_at(place, assessment)


def said_at(place: SentencePlace, assessment: Assessment) -> Said:
    """Return the sentence at a place of an assessed conversation, however sentences are cut today."""
    content = assessment.conversation.messages[place.message].content
    evidence = assessment.verdict.evidence if assessment.verdict else ()
    return Said(
        place=place,
        coach=assessment.conversation.said_before(place.message)[0],
        before=content[: place.start],
        text=content[place.start : place.end],
        kind=assessment.conversation.kind,
        heard=_surest(p for p in evidence if p.message == place.message and holds(place.start, place.end, p)),
    )


def _surest(pieces: Iterable[Evidence]) -> Heard:
    ranked = sorted(pieces, key=lambda piece: (piece.indicator, piece.certainty.step))
    return {piece.indicator: piece.certainty for piece in ranked}


def words_sha256(conversations: Iterable[Conversation]) -> str:
    """Return the hash of who said what in a set of conversations, in whatever order they come."""
    said = sorted([c.id, c.kind, [[m.role, m.content] for m in c.messages]] for c in conversations)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def draw(said: Iterable[Said], size: int, seed: int, reader: str, conversations_sha256: str) -> Sample:
    """Return a sample of `size` sentences, or of all where there are fewer."""
    ranked = sorted(said, key=lambda one: _lot(seed, one.place))
    strata = [[one for one in ranked if bool(one.heard) is heard] for heard in (True, False)]
    counts = [len(stratum) for stratum in strata]
    halves = (size - size // 2, size // 2)
    taken = [halves[0] + max(halves[1] - counts[1], 0), halves[1] + max(halves[0] - counts[0], 0)]
    chosen = {one.place for stratum, count in zip(strata, taken, strict=True) for one in stratum[:count]}
    return Sample(
        size=size,
        seed=seed,
        reader=reader,
        conversations_sha256=conversations_sha256,
        with_evidence=counts[0],
        without_evidence=counts[1],
        drawn=tuple(Drawn(place=one.place, heard=bool(one.heard)) for one in ranked if one.place in chosen),
    )


def _lot(seed: int, place: SentencePlace) -> str:
    return hashlib.sha256(f"{seed} {place.model_dump_json()}".encode()).hexdigest()
