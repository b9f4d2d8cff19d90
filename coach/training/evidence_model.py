"""The evidence model in torch: an encoder and three heads, and how it is fitted to the corpus.

A sentence is the mean of its token vectors beside the vector of its closing separator; from that come the
indicators and the certainty. A third head says of every token whether it belongs to an indicator's quote.
It knows nothing of files, ONNX or the product.
"""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from coach.corpus import Exchange
from coach.evidence import Certainty
from coach.reading.windows import Window, Windows

CERTAINTIES = tuple(Certainty)
_NEAR = 200
_STANDS_ALONE = 5
"""Words: shorter sentences often mean nothing without their question."""
Floats = NDArray[np.float32]


class Example(NamedTuple):
    """A window with its targets: indicators (S, I), certainty (S,) or −1, quote (T, I) and which tokens count (T,)."""

    window: Window
    indicators: Floats
    certainty: NDArray[np.int64]
    quote: Floats
    quoted: Floats


class Fitting(NamedTuple):
    """The settings of a training run."""

    epochs: int = 5
    tokens: int = 900
    """Size of a batch, padding included: about thirty sentences."""
    rate: float = 2e-4
    heads_rate: float = 2e-3
    positive_weight: float = 2.0
    smoothing: float = 0.0
    averaging: float = 0.998
    """Weights are averaged over steps with this decay; 0 for none."""
    unasked: float = 0.3
    """Share of exchanges seen without the coach's question, so that it does not stand in for the answer."""
    alone: float = 0.3
    """Share of exchanges seen sentence by sentence, without anything around them."""
    seed: int = 1


class EvidenceModel(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: nn.Module, indicators: int) -> None:
        super().__init__()
        self.encoder = encoder
        width = int(encoder.config.hidden_size)  # type: ignore[union-attr]
        self.typed = int(getattr(encoder.config, "type_vocab_size", 0)) > 1  # type: ignore[union-attr]
        self.dropout = nn.Dropout(0.15)
        self.indicators = nn.Linear(2 * width, indicators)
        self.certainty = nn.Linear(2 * width, len(CERTAINTIES))
        self.quote = nn.Linear(width, indicators)

    def forward(
        self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor, pool: torch.Tensor, ends: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return logits: indicators (B, S, I), certainty (B, S, 3), quote (B, T, I).

        `pool` (B, S, T) averages a sentence's tokens, `ends` (B, S) are the places of the closing separators.
        """
        typed = {"token_type_ids": types} if self.typed else {}
        hidden = self.encoder(input_ids=ids, attention_mask=mask, **typed).last_hidden_state.float()
        closing = torch.gather(hidden, 1, ends.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        sentence = self.dropout(torch.cat([pool @ hidden, closing], dim=-1))
        return self.indicators(sentence), self.certainty(sentence), self.quote(self.dropout(hidden))


class Views(NamedTuple):
    """An exchange as it was, without the question, and sentence by sentence (those that can stand alone)."""

    whole: list[Example]
    unasked: list[Example]
    alone: list[Example]


def views(exchanges: Sequence[Exchange], windows: Windows, names: Sequence[str]) -> list[Views]:
    """Return each exchange in the three ways it is trained on."""
    place = {name: number for number, name in enumerate(names)}
    found = []
    for exchange in exchanges:
        bare = exchange.model_copy(update={"coach": ""})
        singles = [s for s in exchange.sentences if len(s.text.split()) >= _STANDS_ALONE]
        alone = [bare.model_copy(update={"sentences": (sentence,)}) for sentence in singles]
        found.append(
            Views(
                whole=_examples(exchange, windows, place),
                unasked=_examples(bare, windows, place),
                alone=[example for one in alone for example in _examples(one, windows, place)],
            )
        )
    return found


def drawn(found: Sequence[Views], fitting: Fitting, chance: random.Random) -> list[Example]:
    """Draw one view of each exchange."""
    examples: list[Example] = []
    for view in found:
        point = chance.random()
        if point < fitting.alone:
            examples += view.alone
        elif point < fitting.alone + fitting.unasked:
            examples += view.unasked
        else:
            examples += view.whole
    return examples


def _examples(exchange: Exchange, windows: Windows, place: dict[str, int]) -> list[Example]:
    sentences = list(exchange.sentences)
    found = []
    for window in windows.of(exchange.coach, [sentence.text for sentence in sentences]):
        mine, sentences = sentences[: len(window.spans)], sentences[len(window.spans) :]
        indicators = np.zeros((len(mine), len(place)), dtype=np.float32)
        certainty = np.full(len(mine), -1, dtype=np.int64)
        quote = np.zeros((len(window.ids), len(place)), dtype=np.float32)
        quoted = np.zeros(len(window.ids), dtype=np.float32)
        for number, (sentence, (first, last), offsets) in enumerate(
            zip(mine, window.spans, window.offsets, strict=True)
        ):
            for label in sentence.labels:
                indicators[number, place[label.indicator]] = 1
                start = sentence.text.find(label.quote)
                for token, (left, right) in enumerate(offsets):
                    if left < start + len(label.quote) and right > start:
                        quote[first + token, place[label.indicator]] = 1
            if sentence.labels:
                certainty[number] = CERTAINTIES.index(sentence.labels[0].certainty)
                quoted[first:last] = 1
        found.append(Example(window, indicators, certainty, quote, quoted))
    return found


class Batch(NamedTuple):
    """Padded tensors of several examples."""

    inputs: tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]
    real: torch.Tensor
    indicators: torch.Tensor
    certainty: torch.Tensor
    quote: torch.Tensor
    quoted: torch.Tensor


def batch_of(found: Sequence[Example]) -> Batch:
    """Pad examples to one shape; `real` (B, S) says which sentences are there."""
    tokens = max(len(example.window.ids) for example in found)
    sentences = max(len(example.window.spans) for example in found)
    count = found[0].indicators.shape[1]
    ids, types, mask = (torch.zeros(len(found), tokens, dtype=torch.long) for _ in range(3))
    pool = torch.zeros(len(found), sentences, tokens)
    ends = torch.zeros(len(found), sentences, dtype=torch.long)
    real = torch.zeros(len(found), sentences, dtype=torch.bool)
    indicators = torch.zeros(len(found), sentences, count)
    certainty = torch.full((len(found), sentences), -1, dtype=torch.long)
    quote = torch.zeros(len(found), tokens, count)
    quoted = torch.zeros(len(found), tokens)
    for row, example in enumerate(found):
        size, spans = len(example.window.ids), example.window.spans
        ids[row, :size] = torch.tensor(example.window.ids)
        types[row, :size] = torch.tensor(example.window.types)
        mask[row, :size] = 1
        for number, (first, last) in enumerate(spans):
            pool[row, number, first:last] = 1 / max(last - first, 1)
            ends[row, number] = last
        real[row, : len(spans)] = True
        indicators[row, : len(spans)] = torch.from_numpy(example.indicators)
        certainty[row, : len(spans)] = torch.from_numpy(example.certainty)
        quote[row, :size] = torch.from_numpy(example.quote)
        quoted[row, :size] = torch.from_numpy(example.quoted)
    return Batch((ids, types, mask, pool, ends), real, indicators, certainty, quote, quoted)


def loss_of(model: EvidenceModel, batch: Batch, fitting: Fitting) -> torch.Tensor:
    """Return the sum of the three heads' losses; the indicators weigh most."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        indicators, certainty, quote = model(*batch.inputs)
    weight = torch.full((indicators.shape[-1],), fitting.positive_weight)
    wanted = batch.indicators * (1 - fitting.smoothing) + fitting.smoothing / indicators.shape[-1]
    first = nn.functional.binary_cross_entropy_with_logits(
        indicators.float()[batch.real], wanted[batch.real], pos_weight=weight
    )
    total = 10 * first
    if bool((batch.certainty >= 0).any()):
        total = total + 0.5 * nn.functional.cross_entropy(
            certainty.float().flatten(0, 1), batch.certainty.flatten(), ignore_index=-1, label_smoothing=0.05
        )
        where = batch.quoted > 0
        total = total + nn.functional.binary_cross_entropy_with_logits(quote.float()[where], batch.quote[where])
    return total


def batches(found: Sequence[Example], tokens: int, chance: random.Random) -> Iterator[list[Example]]:
    """Yield batches of about equal lengths, up to `tokens` with their padding, in an order drawn by `chance`."""
    order = list(found)
    chance.shuffle(order)
    groups: list[list[Example]] = []
    for start in range(0, len(order), _NEAR):
        near = sorted(order[start : start + _NEAR], key=lambda example: len(example.window.ids))
        group: list[Example] = []
        for example in near:
            if group and len(example.window.ids) * (len(group) + 1) > tokens:
                groups.append(group)
                group = []
            group.append(example)
        groups.append(group)
    chance.shuffle(groups)
    yield from groups


class Average:
    """A running average of a model's weights over training steps."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        """Start from the model's weights."""
        self.decay = decay
        self.steps = 0
        self.weights = {name: value.detach().clone() for name, value in model.state_dict().items()}

    def update(self, model: nn.Module) -> None:
        """Take the model's present weights in; early steps count more, so that the start is forgotten."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for name, value in model.state_dict().items():
            if value.dtype.is_floating_point:
                self.weights[name].lerp_(value.detach(), 1 - decay)


def fit(model: EvidenceModel, found: Sequence[Views], fitting: Fitting) -> Iterator[tuple[int, float, EvidenceModel]]:
    """Train; after each epoch yield its number, its mean loss and the model (averaged weights where asked for)."""
    chance = random.Random(fitting.seed)
    groups = [
        {"params": [p for n, p in model.named_parameters() if n.startswith("encoder.")], "lr": fitting.rate},
        {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": fitting.heads_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    epochs = [list(batches(drawn(found, fitting, chance), fitting.tokens, chance)) for _ in range(fitting.epochs)]
    steps = sum(len(epoch) for epoch in epochs)
    warm = 0.06 * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    )
    average = Average(model, fitting.averaging)
    for number, epoch in enumerate(epochs):
        model.train()
        losses = []
        for group in epoch:
            loss = loss_of(model, batch_of(group), fitting)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update(model)
            losses.append(float(loss.detach()))
        kept = {name: value.clone() for name, value in model.state_dict().items()}
        if fitting.averaging:
            model.load_state_dict(average.weights)
        model.eval()
        yield number, float(np.mean(losses)), model
        if number + 1 < len(epochs):
            model.load_state_dict(kept)


class Predicted(NamedTuple):
    """Logits for every sentence in order: indicators (N, I), certainty (N, 3); and for each window's tokens."""

    indicators: Floats
    certainty: Floats
    quote: list[Floats]


@torch.no_grad()
def predict(model: EvidenceModel, found: Sequence[Example], size: int = 32) -> Predicted:
    """Return the model's logits, in the order of `found`."""
    model.eval()
    order = sorted(range(len(found)), key=lambda number: len(found[number].window.ids))
    indicators: list[Floats] = [np.zeros(0, np.float32)] * len(found)
    certainty, quote = list(indicators), list(indicators)
    for start in range(0, len(order), size):
        numbers = order[start : start + size]
        batch = batch_of([found[number] for number in numbers])
        outputs = [output.float().numpy() for output in model(*batch.inputs)]
        for row, number in enumerate(numbers):
            sentences, tokens = len(found[number].window.spans), len(found[number].window.ids)
            indicators[number] = outputs[0][row, :sentences]
            certainty[number] = outputs[1][row, :sentences]
            quote[number] = outputs[2][row, :tokens]
    return Predicted(np.concatenate(indicators), np.concatenate(certainty), quote)
