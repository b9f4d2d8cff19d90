"""The coach's question and the manager's message → token windows that the evidence model reads.

One window holds `[CLS] question [SEP] sentence [SEP] sentence [SEP] …`: the model sees what was asked and what
was said around a sentence, and answers for each sentence at once. Long messages are cut into several windows,
each beginning with the end of what was said before. Training and reading share this, so that a text is always
seen the same way. It knows nothing of models or indicators.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tokenizers import Tokenizer

QUESTION_TOKENS = 48
"""The last tokens of the coach's turn: the question stands at its end."""
BEFORE_TOKENS = 48
SENTENCE_TOKENS = 160
WINDOW_TOKENS = 320


class Window(NamedTuple):
    """Token ids with their types (0 what is given, 1 the manager's), and where each sentence is."""

    ids: list[int]
    types: list[int]
    spans: list[tuple[int, int]]
    """Tokens [first, last) of each sentence; `last` is its closing separator."""
    offsets: list[list[tuple[int, int]]]
    """For each sentence the code points [start, end) of its tokens, within the sentence."""


class Windows:
    """Cuts questions and answers into windows with a model's tokenizer."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Keep the tokenizer; its padding and truncation are not used."""
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._open, self._close = (
            next(found for name in names if (found := tokenizer.token_to_id(name)) is not None)
            for names in (("[CLS]", "<s>"), ("[SEP]", "</s>"))
        )

    def of(self, question: str, sentences: Sequence[str], said: str = "") -> list[Window]:
        """Return the windows of an answer, its sentences in order, each in exactly one window.

        `said` is what the manager said since the question, before these sentences.
        """
        given = self._tokenizer.encode(question, add_special_tokens=False).ids[-QUESTION_TOKENS:]
        windows: list[Window] = []
        before = self._tokenizer.encode(said, add_special_tokens=False).ids[-BEFORE_TOKENS:]
        window = self._begun(given, before)
        for sentence in sentences:
            encoded = self._tokenizer.encode(sentence, add_special_tokens=False)
            ids = encoded.ids[:SENTENCE_TOKENS]
            if window.spans and len(window.ids) + len(ids) + 1 > WINDOW_TOKENS:
                windows.append(window)
                window = self._begun(given, before)
            first = len(window.ids)
            window.ids.extend([*ids, self._close])
            window.types.extend([1] * (len(ids) + 1))
            window.spans.append((first, first + len(ids)))
            window.offsets.append([(start, end) for start, end in encoded.offsets[: len(ids)]])
            before = [*before, *ids][-BEFORE_TOKENS:]
        return [*windows, window] if window.spans else windows

    def _begun(self, given: list[int], before: list[int]) -> Window:
        ids = [self._open, *given, self._close, *before, *([self._close] if before else [])]
        return Window(ids=ids, types=[0] * len(ids), spans=[], offsets=[])
