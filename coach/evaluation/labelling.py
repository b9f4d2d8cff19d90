"""A person labels sentences, blind: the coach's question, what was said before, the sentence; never the reader's.

Lines come in, lines go out, and each answer is handed on before the next sentence is shown. It knows nothing
of files, of how the sentences were chosen, or of a terminal beyond its width.
"""

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence

from coach.corpus import Label
from coach.errors import InputError
from coach.evaluation.label_file import Answer, answer_of
from coach.evaluation.sampling import Said, SentencePlace
from coach.evidence import Certainty, most_certain
from coach.rubric import Rubric

_WIDTH = 88
_MARGIN = " " * 10
_MOST_BEFORE = 600  # characters of the message before the sentence, and of the coach's question
_BACK, _SKIP, _QUIT, _LIST = ("b", "back"), ("s", "skip"), ("q", "quit"), ("?", "help")
_HOW = (
    "Type what you hear, each with how certain it was said: 3 shown, or: waits stated, gives hedged.\n"
    "Enter: no evidence.  ?: the list.  b: back one.  s: skip.  q: quit, all answers are saved."
)


def indicator_list(rubric: Rubric) -> str:
    """Return the indicators by criterion, numbered, each with what is heard when it holds."""
    lines = []
    number = 0
    for criterion in rubric.criteria:
        lines.append(criterion.title)
        for indicator in criterion.indicators:
            number += 1
            sign = "−" if indicator.polarity == "concern" else "+"
            start = f"  {number:2} {sign} {indicator.id}: "
            lines.append(textwrap.fill(indicator.heard_when, _WIDTH, initial_indent=start, subsequent_indent=" " * 7))
    lines.append(
        "Certainty: hedged (softened, guessed, second-hand), stated (a fact, a habit, a rule),\n"
        "shown (an instance somebody could check)."
    )
    return "\n".join(lines)


def parsed(line: str, said: Said, rubric: Rubric) -> tuple[Label, ...]:
    """Return the labels that a line such as `3 shown, waits 7 hedged` gives a sentence; an empty one gives none.

    Indicators are numbers of the list or the beginning of a name that only one has; a certainty, or its
    beginning, counts for the indicators before it. Notes are second-hand: whatever is heard in them is hedged.

    Raises:
        InputError: a word that is neither, or an indicator without its certainty, or named twice.
    """
    hedged = most_certain(said.kind) is Certainty.HEDGED
    labels: dict[str, Label] = {}
    waiting: list[str] = []
    for word in re.split(r"[\s,;]+", line.strip().lower()):
        certainty = _certainty(word)
        if certainty is not None:
            if hedged:
                continue
            if not waiting:
                raise InputError(f"Say first what was {certainty}: 3 {certainty}.")
            labels |= {name: _label(name, certainty, said) for name in waiting}
            waiting = []
        elif word:
            name = _indicator(word, rubric)
            if name in labels or name in waiting:
                raise InputError(f"{name} is named twice.")
            waiting.append(name)
            if hedged:
                labels[waiting.pop()] = _label(name, Certainty.HEDGED, said)
    if waiting:
        raise InputError(f"How certain was {waiting[0]} said? Add hedged, stated or shown (h, st, sh).")
    return tuple(labels[name] for name in rubric.vocabulary if name in labels)


def _label(indicator: str, certainty: Certainty, said: Said) -> Label:
    return Label(indicator=indicator, certainty=certainty, quote=said.text)


def _certainty(word: str) -> Certainty | None:
    fits = [certainty for certainty in Certainty if word and certainty.startswith(word)]
    if len(fits) > 1:
        raise InputError(f"{word!r} may be {' or '.join(fits)}.")
    return fits[0] if fits else None


def _indicator(word: str, rubric: Rubric) -> str:
    names = list(rubric.vocabulary)
    if word.isdecimal():
        if not 1 <= int(word) <= len(names):
            raise InputError(f"There is no indicator {word}; they are numbered 1 to {len(names)} (? shows them).")
        return names[int(word) - 1]
    fits = [name for name in names if name.startswith(word)]
    if word in fits:
        return word
    if len(fits) != 1:
        which = f"may be {' or '.join(fits)}" if fits else "is no indicator and no certainty"
        raise InputError(f"{word!r} {which} (? shows the list).")
    return fits[0]


def label(
    asked: Sequence[Said],
    given: Mapping[SentencePlace, Answer],
    by: str,
    rubric: Rubric,
    lines: Iterator[str],
    say: Callable[[str], None],
    keep: Callable[[Answer], None],
) -> bool:
    """Ask for every sentence that has no answer yet, until all have one or the person quits; say whether all have.

    `lines` is what is typed, `say` shows a text, `keep` makes an answer durable.
    """
    answers = dict(given)
    say(_HOW)
    at = _next(asked, answers)
    while True:
        say(_shown(asked, at, answers) if at < len(asked) else "\nAll labelled. Enter: done.  b: back one.")
        line = next(lines, "q").strip()
        word = line.lower()
        if word in _QUIT or (at == len(asked) and word not in (*_BACK, *_LIST)):
            return _next(asked, answers) == len(asked)
        if word in _LIST:
            say(f"{indicator_list(rubric)}\n{_HOW}")
        elif word in _BACK:
            at = max(at - 1, 0)
        else:
            try:
                answer = _answered(word, asked[at], by, rubric)
            except InputError as error:
                say(f"({error})")
                continue
            keep(answer)
            answers[answer.place] = answer
            at = _next(asked, answers)


def _answered(word: str, said: Said, by: str, rubric: Rubric) -> Answer:
    return Answer(place=said.place) if word in _SKIP else answer_of(said, by, parsed(word, said, rubric))


def _next(asked: Sequence[Said], answers: Mapping[SentencePlace, Answer]) -> int:
    return next((n for n, said in enumerate(asked) if said.place not in answers), len(asked))


def _shown(asked: Sequence[Said], at: int, answers: Mapping[SentencePlace, Answer]) -> str:
    said = asked[at]
    before = plain(said.before)
    lines = [
        f"\n{at + 1} of {len(asked)}{' (notes of a conversation)' if said.kind == 'notes' else ''}",
        _filled("Coach:", _shortened(plain(said.coach))) if said.coach else "",
        _filled("Before:", _shortened(before)) if before else "",
        _filled("Sentence:", plain(said.text)),
    ]
    if said.place in answers:
        answer = answers[said.place]
        heard = ", ".join(f"{given.indicator} {given.certainty}" for given in answer.labels)
        lines.append(_filled("So far:", heard or ("no evidence" if answer.exchange else "skipped")))
    return "\n".join(line for line in lines if line)


def _shortened(text: str) -> str:
    """Keep the end, which stands next to the sentence."""
    return text if len(text) <= _MOST_BEFORE else "… " + text[-_MOST_BEFORE:].partition(" ")[2]


def _filled(title: str, text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=title.ljust(len(_MARGIN)), subsequent_indent=_MARGIN)


def plain(text: str) -> str:
    """Return a text on one line, without characters that would command the terminal."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
