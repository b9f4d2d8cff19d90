"""Stored corrections as labelled exchanges, in the corpus's own form, for training on a team's own words.

Only what a person judged becomes a label or the absence of one. Of a message with a judged piece of evidence,
a sentence goes out when every piece heard in it was judged: confirmed pieces are its labels, withdrawn ones are
not, so that one with nothing but withdrawals says "no evidence". What stays behind, since nobody judged it and a
reader must not be taught its own guesses: sentences with a piece nobody spoke of, and sentences in which nothing
was heard (a reader's silence is no person's word). Corrections of what today's reader no longer hears are counted.
It knows nothing of training.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from coach.chat import Chat
from coach.conversation import Conversation
from coach.corpus import Exchange, Label, Sentence, holds, json_line, label_of
from coach.engine import Coach
from coach.errors import InputError
from coach.evidence import Evidence
from coach.sentences import sentences
from coach.store.conversations import ConversationStore
from coach.verdict import Verdict, last_words

AUTHOR = "corrections"


class Corrected(NamedTuple):
    """Exchanges, and how many corrections are about what is not heard today."""

    exchanges: tuple[Exchange, ...]
    unheard: int


def gathered(coach: Coach, store: ConversationStore, names: Collection[str]) -> Corrected:
    """Return the corrections in the conversations named, or in all there are, in the order of their ids.

    Raises:
        NotYoursError: there is no conversation of a name.
    """
    owners = {name: store.owner_of(name) for name in names} or {listed.id: listed.owner for listed in store.list()}
    exchanges: list[Exchange] = []
    unheard = 0
    for name, owner in sorted(owners.items()):
        if not store.corrections(owner, name):
            continue
        conversation = store.load(owner, name)
        verdict = Chat(coach, store, owner).assess(conversation).verdict
        if verdict is not None:
            found = corrected(conversation, verdict)
            exchanges += found.exchanges
            unheard += found.unheard
    return Corrected(tuple(exchanges), unheard)


def corrected(conversation: Conversation, verdict: Verdict) -> Corrected:
    """Return a conversation's corrections as exchanges, one for each message with a sentence that goes out."""
    judged = last_words(verdict.corrections)
    messages = sorted({piece.message for piece in verdict.read if piece.place in judged})
    exchanges = []
    for message in messages:
        kept = tuple(_sentences(conversation.messages[message].content, message, verdict))
        if kept:
            exchanges.append(
                Exchange(
                    author=AUTHOR,
                    scenario=conversation.id,
                    industry="",
                    level="",
                    voice="",
                    coach=conversation.said_before(message)[0],
                    sentences=kept,
                )
            )
    return Corrected(tuple(exchanges), len(judged.keys() - {piece.place for piece in verdict.read}))


def _sentences(content: str, message: int, verdict: Verdict) -> Iterator[Sentence]:
    judged = last_words(verdict.corrections)
    heard = [piece for piece in verdict.read if piece.message == message]
    for span in sentences(content):
        pieces = [piece for piece in heard if holds(span.start, span.end, piece)]
        if pieces and all(piece.place in judged for piece in pieces):
            confirmed = [piece for piece in pieces if judged[piece.place].action == "confirmed"]
            yield Sentence(text=span.text, labels=_labels(label_of(piece, span) for piece in _by_certainty(confirmed)))


def _by_certainty(pieces: Iterable[Evidence]) -> list[Evidence]:
    return sorted(pieces, key=lambda piece: piece.certainty.step)


def _labels(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Return each indicator once, by the surest of its labels."""
    surest = {label.indicator: label for label in labels}
    return tuple(surest[name] for name in sorted(surest))


def write(path: Path, exchanges: Iterable[Exchange]) -> None:
    """Write exchanges to a new file, one a line, readable by its user only.

    Raises:
        InputError: the file is there already, or cannot be written.
    """
    text = "".join(f"{json_line(exchange)}\n" for exchange in exchanges)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise InputError(f"{path}: is there already; name another file, or delete it first.") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); name another file.") from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)  # half a file would pass for a whole one
        raise InputError(f"{path}: cannot be written ({error.strerror}); nothing was left there.") from None
