"""Assessment → the content of a report, as plain values; the renderers only dress it.

It chooses which of the prepared texts apply. It knows nothing of Markdown, HTML or the web page.
"""

from collections.abc import Mapping, Sequence

from coach.conversation import ConversationKind, Frozen
from coach.engine import Assessment, Versions
from coach.evidence import Evidence
from coach.report.corrections import corrected, histories
from coach.report.picture import CERTAINTY_WORDS, Picture, picture_of
from coach.report.texts import VerdictTexts
from coach.report.transcript import Turn, transcript_of
from coach.retrieval.passages import Passage
from coach.rubric import Level, Rubric
from coach.verdict import Counterfactual, Rating, Verdict

_STRENGTHEN_AT_MOST = 3
_TROUBLE = (Level.CONCERN, Level.MIXED, Level.HINT_OF_CONCERN)

LEVEL_WORDS = {
    Level.CONCERN: "a concern",
    Level.HINT_OF_CONCERN: "a hint of concern",
    Level.UNKNOWN: "nothing heard",
    Level.MIXED: "both sides heard",
    Level.HINT_OF_STRENGTH: "a hint of strength",
    Level.STRENGTH: "a strength",
}


_READ_FROM_NOTES = (
    "This was read from notes, not from a transcript. The quotes are the words of whoever took the notes, so none "
    "counts for more than a hedged remark, however firm it sounds."
)


class Quote(Frozen):
    """A quote as evidence: the words, how certain, where (counted from 1), and for which side if there are two.

    `number` is its own (from 1), under which the transcript marks it; corrections do not change it. `history`
    says who took it back or confirmed it.
    """

    words: str
    certainty: str
    message: int
    number: int
    side: str = ""
    history: str = ""


class Block(Frozen):
    """A part of a section: a subheading, a paragraph, quotes and list items, in this order; any may be empty."""

    heading: str = ""
    text: str = ""
    quotes: tuple[Quote, ...] = ()
    items: tuple[str, ...] = ()


class Section(Frozen):
    """A headed part of a report."""

    heading: str
    blocks: tuple[Block, ...]


class Report(Frozen):
    """A report in words, the picture of what was heard, and the conversation it is about."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    picture: Picture | None = None
    transcript: tuple[Turn, ...] = ()

    @property
    def strikes_out(self) -> bool:
        """Say whether something in the conversation is marked as taken back."""
        return any(piece.taken_back for turn in self.transcript for piece in turn.pieces)


def report_of(assessment: Assessment, rubric: Rubric, texts: VerdictTexts, passages: Mapping[str, Passage]) -> Report:
    """Return the report of an assessment."""
    flagged = tuple(
        f"Message {flag.message + 1} speaks of something that coaching must stop for ({flag.harm.replace('_', ' ')}). "
        "It was not read for evidence; a person should look at it."
        for flag in assessment.flags
    )
    verdict, kind = assessment.verdict, assessment.conversation.kind
    noted = (_READ_FROM_NOTES,) if kind == "notes" else ()
    withheld = frozenset(flag.message for flag in assessment.flags)
    read, gone = (verdict.read, frozenset(verdict.withdrawn)) if verdict else ((), frozenset())
    transcript = transcript_of(assessment.conversation, read, withheld, gone)
    if verdict is None:
        lead = (assessment.unscored or "", *noted, *flagged)
        return Report(title="Not Scored", lead=lead, sections=(_versions(assessment.versions),), transcript=transcript)
    words = texts.tiers[verdict.tier]
    said = [words.means, *corrected(verdict, rubric)]
    if verdict.claimed_not_shown and words.claimed_not_shown:
        said.append(words.claimed_not_shown)
    said += [standing(verdict, rubric), *noted, *flagged]
    judged = rubric.rank(verdict.tier) is not None
    sections = [
        *_taken_back(verdict, texts, kind),
        Section(heading="What was heard", blocks=tuple(_heard(verdict, texts, kind)) or (Block(text="Nothing yet."),)),
        *_leads_to(verdict, texts, rubric),
        *(_strengthen(verdict, texts, rubric) if judged else []),
        *(_keep(verdict, texts) if judged else []),
        *_not_heard(verdict, texts),
        *_move(verdict, texts, rubric),
        *_next(words.next),
        *_reading(verdict, rubric, passages),
        _decided(assessment, verdict, rubric, texts),
        _versions(assessment.versions),
    ]
    return Report(
        title=rubric.tier_of[verdict.tier].title,
        lead=tuple(said),
        sections=tuple(sections),
        picture=picture_of(verdict, rubric, texts),
        transcript=transcript,
    )


def standing(verdict: Verdict, rubric: Rubric) -> str:
    """Return how firm a verdict is, in words."""
    still_open, areas = len(verdict.open_criteria), len(verdict.ratings)
    if rubric.rank(verdict.tier) is None:
        if still_open == areas:
            return "Nothing was heard yet."
        if still_open:
            return f"Nothing was heard yet about {still_open} of {areas} areas."
        return "Every area was touched, but nothing in the core was shown by an example."
    if verdict.settled:
        known = "Nothing that is still open could change this verdict."
    else:
        untouched = f"{still_open} of {areas} areas were not touched, and " if still_open else ""
        known = f"This is provisional: {untouched}more could change it."
    if verdict.margin == 1:
        return f"{known} It is borderline: one thing heard differently would change it, so have a person look."
    return f"{known} It would take {verdict.margin} things heard differently to change it."


def quotes_of(verdict: Verdict, rating: Rating, kind: ConversationKind = "talk") -> tuple[Quote, ...]:
    """Return a rating's evidence as quotes."""
    both = rating.concern is not None and rating.strength is not None
    pieces = [verdict.evidence[place] for place in rating.evidence]
    return _quotes(pieces, [f"a {piece.polarity}, " if both else "" for piece in pieces], verdict, kind)


def taken_back(verdict: Verdict, texts: VerdictTexts, kind: ConversationKind = "talk") -> tuple[Quote, ...]:
    """Return what was withdrawn as quotes, each with what it had been heard as."""
    heard_as = [f"{texts.criteria[piece.criterion].title}, a {piece.polarity}, " for piece in verdict.withdrawn]
    return _quotes(verdict.withdrawn, heard_as, verdict, kind)


def _quotes(
    pieces: Sequence[Evidence], sides: Sequence[str], verdict: Verdict, kind: ConversationKind
) -> tuple[Quote, ...]:
    numbers = {piece: number for number, piece in enumerate(verdict.read, 1)}
    said = histories(verdict)
    return tuple(
        Quote(
            words=piece.quote,
            certainty="as noted" if kind == "notes" else CERTAINTY_WORDS[piece.certainty],
            message=piece.message + 1,
            number=numbers[piece],
            side=side,
            history=said.get(piece.place, ""),
        )
        for piece, side in zip(pieces, sides, strict=True)
    )


def _taken_back(verdict: Verdict, texts: VerdictTexts, kind: ConversationKind) -> list[Section]:
    quotes = taken_back(verdict, texts, kind)
    text = "These quotes were read as evidence and no longer count."
    return [Section(heading="What was taken back", blocks=(Block(text=text, quotes=quotes),))] if quotes else []


def _heard(verdict: Verdict, texts: VerdictTexts, kind: ConversationKind) -> list[Block]:
    blocks = []
    for rating in verdict.ratings:
        if rating.level is Level.UNKNOWN:
            continue
        words = texts.criteria[rating.criterion]
        intro = {
            Level.CONCERN: words.concern,
            Level.HINT_OF_CONCERN: words.concern,
            Level.MIXED: words.mixed,
        }.get(rating.level, words.strength)
        heading = f"{words.title} ({LEVEL_WORDS[rating.level]})"
        blocks.append(Block(heading=heading, text=intro, quotes=quotes_of(verdict, rating, kind)))
    return blocks


def _leads_to(verdict: Verdict, texts: VerdictTexts, rubric: Rubric) -> list[Section]:
    outcomes = texts.tiers[verdict.tier].leads_to
    if outcomes is None:
        return []
    named = {
        "Motivation": outcomes.motivation,
        "Ownership": outcomes.ownership,
        "Productivity": outcomes.productivity,
        "Pride": outcomes.pride,
        "People ready to move up": outcomes.next_leaders,
    }
    blocks = tuple(Block(heading=heading, text=text) for heading, text in named.items())
    heading = "What it leads to if it stays so" if _is_best(verdict, rubric) else "What it leads to if nothing changes"
    return [Section(heading=heading, blocks=blocks)]


def _is_best(verdict: Verdict, rubric: Rubric) -> bool:
    return verdict.tier == [tier.id for tier in rubric.tiers if tier.ordered][-1]


def _strengthen(verdict: Verdict, texts: VerdictTexts, rubric: Rubric) -> list[Section]:
    core = {criterion.id for criterion in rubric.criteria if criterion.core}
    trouble = [rating for rating in verdict.ratings if rating.level in _TROUBLE]
    trouble.sort(key=lambda r: (r.criterion not in core, _TROUBLE.index(r.level), -r.cell[0]))
    if not trouble:  # nothing is wrong: then what was only hinted at, or not heard at all, the core first
        open_still = [r for r in verdict.ratings if r.level in (Level.HINT_OF_STRENGTH, Level.UNKNOWN)]
        trouble = sorted(open_still, key=lambda r: (r.criterion not in core, r.level is Level.UNKNOWN))[:1]
    blocks = tuple(
        Block(heading=texts.criteria[rating.criterion].title, text=texts.criteria[rating.criterion].strengthen)
        for rating in trouble[:_STRENGTHEN_AT_MOST]
    )
    return [Section(heading="What to strengthen first", blocks=blocks)] if blocks else []


def _keep(verdict: Verdict, texts: VerdictTexts) -> list[Section]:
    strong = [texts.criteria[rating.criterion] for rating in verdict.ratings if rating.level is Level.STRENGTH]
    blocks = tuple(Block(heading=words.title, text=words.keep) for words in strong)
    return [Section(heading="What to keep doing", blocks=blocks)] if blocks else []


def _not_heard(verdict: Verdict, texts: VerdictTexts) -> list[Section]:
    gaps = [texts.criteria[criterion] for criterion in verdict.open_criteria]
    blocks = tuple(Block(heading=words.title, text=words.gap) for words in gaps)
    return [Section(heading="What was not heard", blocks=blocks)] if blocks else []


def _move(verdict: Verdict, texts: VerdictTexts, rubric: Rubric) -> list[Section]:
    if verdict.counterfactual is None:
        return []
    return [Section(heading="What would move this", blocks=(moved_by(verdict.counterfactual, texts, rubric),))]


def moved_by(counterfactual: Counterfactual, texts: VerdictTexts, rubric: Rubric) -> Block:
    """Return the counterfactual in words."""
    named = [texts.criteria[change.criterion] for change in counterfactual.changes]
    if counterfactual.tier is None:
        return Block(
            text="There would be enough to judge if an example were told, good or bad, about:",
            items=tuple(text.title for text in named),
        )
    title = rubric.tier_of[counterfactual.tier].title
    items = tuple(
        f"{text.if_so}, with an example" + (", in place of what was said above" if change.concern_resolved else "")
        for text, change in zip(named, counterfactual.changes, strict=True)
    )
    return Block(text=f"It would read “{title}” if all of this were so:", items=items)


def _next(text: str) -> list[Section]:
    return [Section(heading="From here", blocks=(Block(text=text),))] if text else []


def _reading(verdict: Verdict, rubric: Rubric, passages: Mapping[str, Passage]) -> list[Section]:
    """Name passages on the tier and on what was heard as trouble, or as strength where there is none."""
    ordered = [r.criterion for level in (*_TROUBLE, Level.STRENGTH) for r in verdict.ratings if r.level is level]
    chosen = [p for p in passages.values() if p.tier == verdict.tier]
    for criterion in ordered[:_STRENGTHEN_AT_MOST]:
        chosen += [p for p in passages.values() if p.criterion == criterion][:1]
    items = tuple(f"{passage.title} [{passage.id}]" for passage in chosen)
    return [Section(heading="To read", blocks=(Block(items=items),))] if items else []


def _decided(assessment: Assessment, verdict: Verdict, rubric: Rubric, texts: VerdictTexts) -> Section:
    rule = next(rule for rule in rubric.rules if rule.id == verdict.rule)
    levels = tuple(f"{texts.criteria[r.criterion].title}: {LEVEL_WORDS[r.level]}" for r in verdict.ratings)
    return Section(
        heading="How it was decided",
        blocks=(
            Block(text=f"Rule “{rule.id}”: {rule.because}", items=levels),
            Block(
                text="A fixed rubric decided, not a language model. The quotes were found by "
                f"{assessment.versions.reader}, a small model that overlooks and misreads some things: "
                "check them first."
            ),
        ),
    )


def _versions(versions: Versions) -> Section:
    """Name everything the verdict depends on, so that it can be made again."""
    items = (
        f"leadership-coach {versions.app}",
        f"rubric, sha256 {versions.rubric_sha256}",
        f"reader {versions.reader}, sha256 {versions.reader_sha256}",
        *(f"prompt {name}, sha256 {digest}" for name, digest in sorted(versions.prompts.items())),
    )
    return Section(heading="Made with", blocks=(Block(items=items),))
