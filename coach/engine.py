"""The coach: the only place that joins guard, reader, rubric, planner, retrieval and words.

Stateless: a conversation goes in, a longer one or an assessment comes out. Storing is chat.py's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from pydantic import Field

from coach import guard, planner
from coach.asking import Draft, QuestionWriter
from coach.asking.bank import QuestionBank
from coach.conversation import CoachTurn, Conversation, Frozen, Message, Move, Offer, content_id
from coach.decision import DecisionTable
from coach.evidence import Reading, verify
from coach.harm import Harm, disclosed
from coach.ordered import in_order
from coach.planner import Near, Plan
from coach.reading import EvidenceReader
from coach.reading.language import foreign_language
from coach.requests import Request, goes_on, is_at_a_loss, is_hollow, request_of
from coach.retrieval.hits import fitting, subject_of
from coach.retrieval.index import Hit
from coach.retrieval.passages import GUIDE, Passage
from coach.verdict import Correction, Verdict, judge

_PASSAGES_A_TURN = 2
_OPTIONS = 3
_SAYS_WHAT = 8  # words from which a request for advice says itself what it is about
_TIER_PASSAGES = 4  # passages about verdicts are for reports, not for a turn
_MAY_GO_ON = (Harm.GRIEF, Harm.EXHAUSTION)  # acknowledged, and the manager asked whether to go on


class Flag(Frozen):
    """A message that a person should look at: something was disclosed that coaching must stop for."""

    message: int
    harm: Harm


class Versions(Frozen):
    """What a verdict depends on."""

    app: str
    reader: str
    reader_sha256: str
    rubric_sha256: str
    prompts: dict[str, str] = Field(default_factory=dict)


class Assessment(Frozen):
    """What a conversation comes to: a verdict, or why it is not scored; and what needs a person's eye."""

    conversation: Conversation
    verdict: Verdict | None
    unscored: str | None = None
    flags: tuple[Flag, ...] = ()
    versions: Versions


class Library(Protocol):
    """The source material: every passage there is now, by id, and a search over them; either may change meanwhile."""

    @property
    def passages(self) -> Mapping[str, Passage]:
        """Return a mapping that stays as it is."""

    def search(self, query: str, count: int) -> Sequence[Hit]:
        """Return the passages that fit a query best, best first."""


class Coach:
    """A configured coach. Holds no conversation; safe to share between threads."""

    def __init__(
        self,
        table: DecisionTable,
        reader: EvidenceReader,
        writer: QuestionWriter,
        bank: QuestionBank,
        library: Library,
        versions: Versions,
        max_asks: int = 8,
    ) -> None:
        """Join the parts; `bank` answers when the guard refuses what `writer` says. build.py chooses them."""
        self.table = table
        self.reader = reader
        self.library = library
        self.versions = versions
        self._writer = writer
        self._bank = bank
        self._max_asks = max_asks

    def notices(self) -> list[str]:
        """Return what a user should know before trusting a verdict: what reader and rubric do not share."""
        if self.reader.indicators is None:
            return []
        known = set(self.table.rubric.vocabulary)
        lines = []
        if deaf := sorted(known - self.reader.indicators):
            lines.append(f"{self.reader.name} cannot hear {', '.join(deaf)}, which this rubric asks for.")
        if lost := sorted(self.reader.indicators - known):
            lines.append(f"{self.reader.name} may hear {', '.join(lost)}, which this rubric does not know: left out.")
        return lines

    def progress(self, conversation: Conversation) -> tuple[int, int]:
        """Return which question this is, and of about how many: (0, n) before the first, (0, 0) at the end."""
        return planner.progress(conversation, self._max_asks)

    def begin(self, conversation_id: str = "new") -> Conversation:
        """Return a conversation that the coach has opened."""
        return self.respond(Conversation(id=conversation_id))

    def reply(self, conversation: Conversation, words: str) -> Conversation:
        """Return the conversation after the manager's words and the coach's answer."""
        return self.respond(conversation.say(Message(role="user", content=words)))

    def respond(
        self,
        conversation: Conversation,
        readings: Mapping[int, Reading] | None = None,
        corrections: Iterable[Correction] = (),
    ) -> Conversation:
        """Return the conversation with the coach's next turn, answering its last message.

        What was withdrawn is neither leaned on nor said back.
        """
        return conversation.say(self._turn(conversation, readings, corrections))

    def read(self, conversation: Conversation, known: Mapping[int, Reading] | None = None) -> dict[int, Reading]:
        """Return the reading of each of the manager's messages, reusing those already known.

        A message that discloses harm is not read for evidence, nor is the next one, which is about it,
        unless the manager was asked whether to go on.
        """
        return self._read(conversation, flags_of(conversation), known)

    def _read(
        self, conversation: Conversation, flags: Iterable[Flag], known: Mapping[int, Reading] | None
    ) -> dict[int, Reading]:
        indexes = conversation.manager_indexes()
        harms = {flag.message: flag.harm for flag in flags}
        about_it = {message for message, harm in harms.items() if harm not in _MAY_GO_ON}
        unread = {i for n, i in enumerate(indexes) if i in harms or (n and indexes[n - 1] in about_it)}
        readings = {}
        for index in indexes:
            if known is not None and index in known:
                readings[index] = known[index]
            elif index in unread:
                readings[index] = Reading()
            else:
                heard = conversation.upto(index)
                candidates = self.reader.read(heard, index)
                readings[index] = verify(candidates, heard, index, self.table.rubric.vocabulary, self.reader.name)
        return readings

    def assess(
        self,
        conversation: Conversation,
        readings: Mapping[int, Reading] | None = None,
        corrections: Iterable[Correction] = (),
    ) -> Assessment:
        """Return what a conversation comes to. The same words give the same assessment, live or in a batch.

        So do the same corrections, whoever keeps them.
        """
        said = [(index, conversation.messages[index].content) for index in conversation.manager_indexes()]
        flags = flags_of(conversation)
        language = foreign_language("\n".join(content for _, content in said), self.reader.languages)
        if language is not None:
            made_for = ", ".join(sorted(self.reader.languages or ()))
            reason = (
                f"The manager seems to write in {language!r}; the reader {self.reader.name} was made for {made_for}."
            )
            return Assessment(
                conversation=conversation, verdict=None, unscored=reason, flags=flags, versions=self.versions
            )
        readings = self._read(conversation, flags, readings)
        evidence = [piece for index in sorted(readings) for piece in readings[index].evidence]
        verdict = judge(evidence, self.table, corrections)
        return Assessment(conversation=conversation, verdict=verdict, flags=flags, versions=self.versions)

    def classify(self, conversations: Iterable[Conversation], jobs: int = 1) -> Iterator[Assessment]:
        """Yield the assessments of several conversations as they are ready, in their order."""
        return in_order(self.assess, conversations, jobs)

    def _turn(
        self,
        conversation: Conversation,
        readings: Mapping[int, Reading] | None,
        corrections: Iterable[Correction],
    ) -> Message:
        last = conversation.messages[-1].content if conversation.messages else ""
        harm = disclosed(last)
        if harm:
            offer = Offer.PAUSE if harm[0] in _MAY_GO_ON else None
            turn = CoachTurn(moves=(Move.SIGNPOST,), offer=offer)
            return Message(role="assistant", content=self._bank.signpost(*harm), turn=turn)
        rest = self._after_signpost(conversation)
        if rest is not None:
            return rest
        assessment = self.assess(conversation, readings, corrections)
        if assessment.verdict is None:
            text = self._bank.unreadable()
            return Message(role="assistant", content=text, turn=CoachTurn(moves=(Move.INFORM,)))
        hits = self._found(_subject_matter(conversation))
        goal = planner.goal_message(conversation)
        goal_hits = self._found(conversation.messages[goal].content) if goal is not None else []
        near = Near(
            latest=self._subject(hits),
            goal=self._subject(goal_hits),
            passage=bool(fitting(hits)),
            advice=bool(fitting([*hits, *goal_hits])),
        )
        left = self._bank.questions_left(conversation)
        plan = planner.plan(conversation, assessment.verdict, self.table, left, self._max_asks, near)
        passages = self._passages(plan, hits, goal_hits)
        draft = self._guarded(plan, conversation, passages)
        shown = draft.passages or ([] if Move.CLOSE in plan.moves or Move.INFORM in plan.moves else passages)
        turn = CoachTurn(
            moves=draft.moves,
            criterion=plan.criterion,
            question=draft.question,
            stage=plan.stage,
            kind=plan.kind,
            focus=plan.focus,
            link=plan.link,
            quotes=draft.quotes,
            paraphrased=draft.paraphrased,
            both_sides=draft.both_sides,
            passages=tuple(passage.id for passage in shown),
            offer=plan.offer,
            why=draft.why,
        )
        return Message(role="assistant", content=draft.text, turn=turn)

    def _after_signpost(self, conversation: Conversation) -> Message | None:
        """Return the answer to the words after a signpost, or None where the talk may go on.

        What was disclosed is only taken in, and whoever asks what to do is sent to those who can say; the
        manager decides how to go on.
        """
        before = conversation.coach_turns()
        if not before or Move.SIGNPOST not in before[-1].moves:
            return None
        last = conversation.messages[-1].content
        wanted = request_of(last)
        if goes_on(last) or wanted in (Request.STOP, Request.PRIVACY, Request.WHO):
            return None
        if before[-1].offer is Offer.PAUSE and wanted is not None:
            return None
        asks = wanted in (Request.ADVISE, Request.EXPLAIN) or is_at_a_loss(last)
        turn = CoachTurn(moves=(Move.SIGNPOST,), offer=before[-1].offer) if asks else CoachTurn(moves=(Move.REFLECT,))
        return Message(role="assistant", content=self._bank.after_signpost(asks), turn=turn)

    def _passages(self, plan: Plan, hits: Sequence[Hit], goal_hits: Sequence[Hit]) -> list[Passage]:
        """Return the passages for a turn: the one that was offered, those asked for, or those beside a question."""
        if plan.passage is not None:
            offered = self.library.passages.get(plan.passage)
            return [offered] if offered is not None else []
        if plan.asked_for is Request.ADVISE:  # what it is about may be said in the goal
            hits = [*hits, *goal_hits]
        fits = list({hit.passage.id: hit.passage for hit in fitting(hits)}.values())
        return fits if plan.asked_for is Request.ADVISE else fits[:_PASSAGES_A_TURN]

    def _subject(self, hits: Sequence[Hit]) -> str | None:
        """Return the criterion that the words searched for are about, as far as the shipped guide tells."""
        criteria = {criterion.id for criterion in self.table.rubric.criteria}
        subject = subject_of([hit for hit in hits if hit.passage.source.startswith(GUIDE)])
        return subject if subject in criteria else None

    def _found(self, words: str) -> list[Hit]:
        """Find what the source material says to the manager's words, apart from what is about verdicts.

        A user's own material may speak of them by their titles, and a turn must not seem to pass one.
        """
        if not words:
            return []
        hits = self.library.search(words, _OPTIONS + _TIER_PASSAGES)
        titles = [tier.title for tier in self.table.rubric.tiers]
        return [
            hit
            for hit in hits
            if hit.passage.tier is None
            and not any(title in text for title in titles for text in (hit.passage.title, hit.passage.text))
        ]

    def _guarded(self, plan: Plan, conversation: Conversation, passages: Sequence[Passage]) -> Draft:
        """Return the writer's words, or the bank's where the guard refuses them, at last without any quote."""
        draft = self._writer.write(plan, conversation, passages)
        if not self.objections(plan, draft, conversation):
            return draft
        draft = self._bank.write(plan, conversation, passages)
        if self.objections(plan, draft, conversation):
            moves = tuple(move for move in plan.moves if move not in planner.GIVING_BACK) or (Move.CLOSE,)
            plain = plan.model_copy(update={"moves": moves, "gathered": (), "contradiction": None, "step": None})
            return self._bank.write(plain, conversation, passages)
        return draft

    def _real(self, cited: Iterable[Passage]) -> list[Passage]:
        """Return the passages of the library that a draft names, with the library's own text."""
        there = self.library.passages
        return [there[passage.id] for passage in cited if passage.id in there]

    def objections(self, plan: Plan, draft: Draft, conversation: Conversation) -> list[str]:
        """Return what the guard holds against a draft: its moves are the plan's, or leave out giving back."""
        if not set(plan.moves) - planner.GIVING_BACK <= set(draft.moves) <= set(plan.moves):
            return ["makes other moves than were planned"]
        return guard.problems(
            draft.text,
            draft.moves,
            conversation,
            citable=self.library.passages,
            cited=[passage.id for passage in draft.passages],
            borrowed=[
                *(self._bank.borrowed() if plan.asked_for is Request.ADVISE else ()),
                *((plan.tier.title, plan.tier.meaning) if plan.tier is not None else ()),  # it was asked for
                *(line for p in self._real(draft.passages) for line in (p.title, *p.text.splitlines())),
            ],
            quotes=draft.quotes,
            verdict_names=[name for tier in self.table.rubric.tiers for name in (tier.id, tier.title)],
        )


def _subject_matter(conversation: Conversation) -> str:
    """Return the words that say what the last message is about: its own, or those a bare "just tell me" points to."""
    spoken = [conversation.messages[index].content for index in conversation.manager_indexes()]
    if not spoken or request_of(spoken[-1]) is not Request.ADVISE or len(spoken[-1].split()) >= _SAYS_WHAT:
        return spoken[-1] if spoken else ""
    told = [words for words in spoken if request_of(words) is None and not is_hollow(words)]
    return "\n".join(told[-2:]) or spoken[-1]


def flags_of(conversation: Conversation) -> tuple[Flag, ...]:
    """Return a flag for every message of the manager that discloses harm."""
    harms = ((index, disclosed(conversation.messages[index].content)) for index in conversation.manager_indexes())
    return tuple(Flag(message=index, harm=found[0]) for index, found in harms if found)


def conversation_of(*turns: tuple[str, str]) -> Conversation:
    """Return a conversation from pairs ("manager" or "coach", words); its id is made from its content."""
    roles = {"manager": "user", "coach": "assistant"}
    messages = tuple(Message.model_validate({"role": roles[who], "content": words}) for who, words in turns)
    return Conversation(id=content_id(messages), messages=messages)
