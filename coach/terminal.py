"""The chat in a terminal: prompt_toolkit where there is one, plain lines where input is piped."""

import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from coach.chat import Chat
from coach.conversation import Conversation, Stage
from coach.errors import InputError
from coach.report.content import LEVEL_WORDS, Quote, moved_by, quotes_of, standing, taken_back
from coach.report.corrections import corrected
from coach.report.picture import picture_of, picture_text
from coach.report.texts import VerdictTexts
from coach.rubric import Level
from coach.verdict import Action

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

OWNER = "terminal"
_WIDEST = 88
_SHOWN_AGAIN = 3
_CORRECTIONS: Mapping[str, Action] = {"/withdraw": "withdrawn", "/confirm": "confirmed"}
_BARE = {"help": "/help", "?": "/help", "quit": "/quit", "exit": "/quit", "/exit": "/quit", "undo": "/undo"}
_HELP = """\
/verdict   what this comes to so far, and why
/why       why the coach asked its last question
/evidence  what was heard, in your own words, numbered
/withdraw  with a number: that is not what you meant; it no longer counts
/confirm   with a number: that is right; what you withdrew counts again
/sources   the passages behind the last turn
/undo      take back your last message
/quit      leave (everything is kept; `coach chat --resume ID` goes on)
Enter sends; Alt+Enter (or Esc, then Enter) starts a new line; arrow up brings back what you typed."""


class Terminal:
    """One conversation at a terminal."""

    def __init__(self, chat: Chat, texts: VerdictTexts) -> None:
        """`chat` keeps the conversation; `texts` are the words for verdicts."""
        self._chat = chat
        self._texts = texts
        self._rubric = chat.coach.table.rubric

    def run(self, conversation: Conversation) -> None:
        """Talk until /quit or the end of input; one that is resumed shows its last turns first."""
        for message in conversation.messages[-_SHOWN_AGAIN:]:
            self._say(message.content, "Coach: " if message.role == "assistant" else "You:   ")
        for words in _inputs():
            command = _BARE.get(words.strip().lower(), words.strip().lower())
            if command == "/quit":
                break
            try:
                conversation = self._handle(command, words, conversation)
            except InputError as error:
                print(f"({error})")
        if conversation.manager_indexes():
            print(f"Kept as {conversation.id}. Go on with `coach chat --resume {conversation.id}`.")

    def _handle(self, command: str, words: str, conversation: Conversation) -> Conversation:
        if command == "/undo":
            spoken = conversation.manager_indexes()
            taken = f"“{textwrap.shorten(conversation.messages[spoken[-1]].content, 60)}”" if spoken else ""
            print(f"(taken back: {taken})" if spoken else "(there is nothing to take back)")
            conversation = self._chat.undo(conversation)
            self._say(conversation.messages[-1].content)
        elif command.partition(" ")[0] in _CORRECTIONS:
            name, _, number = command.partition(" ")
            print(self._correct(conversation, name, number.strip()))
        elif command.startswith("/"):
            shown = {
                "/verdict": self._verdict,
                "/why": self._why,
                "/evidence": self._evidence,
                "/sources": self._sources,
            }.get(command)
            unknown = "" if command == "/help" else f"There is no {command}.\n"
            print(shown(conversation) if shown else unknown + _HELP)
        elif command:
            conversation = self._chat.say(conversation, words)
            self._say(conversation.messages[-1].content)
            asked, of = self._chat.coach.progress(conversation)
            if conversation.coach_turns()[-1].stage in (Stage.AIM, Stage.SCENE, Stage.CRITERION, Stage.RETURN):
                print(f"       (question {asked} of about {of})")
        return conversation

    @staticmethod
    def _say(text: str, who: str = "Coach: ") -> None:
        """Print a turn; the marks of a cited passage become a title and a margin."""
        print()
        for number, line in enumerate(text.split("\n")):
            margin = "       │ " if line.startswith(">") else " " * len(who)
            plain = line.removeprefix(">").strip().replace("**", "")
            print(textwrap.fill(plain, _width(), initial_indent=margin if number else who, subsequent_indent=margin))
        print()

    def _verdict(self, conversation: Conversation) -> str:
        assessment = self._chat.assess(conversation)
        verdict = assessment.verdict
        if verdict is None:
            return assessment.unscored or "Not scored."
        tier = self._rubric.tier_of[verdict.tier]
        lines = [
            f"{tier.title.upper()}",
            _filled(self._texts.tiers[tier.id].means),
            *map(_filled, corrected(verdict, self._rubric)),
            _filled(standing(verdict, self._rubric)),
        ]
        if verdict.counterfactual:
            block = moved_by(verdict.counterfactual, self._texts, self._rubric)
            lines += [_filled(block.text), *(_filled(f"- {item}") for item in block.items)]
        if verdict.read:
            lines += ["", picture_text(picture_of(verdict, self._rubric, self._texts)), ""]
            lines.append(self._evidence(conversation))
        return "\n".join(lines)

    def _correct(self, conversation: Conversation, command: str, number: str) -> str:
        """Take the manager's word on the quote of a number, and say what became of it."""
        verdict = self._chat.assess(conversation).verdict
        read = verdict.read if verdict is not None else ()
        if not read:
            raise InputError("Nothing was heard yet, so there is nothing to correct.")
        if not (number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= len(read)):
            raise InputError(f"{command} takes the number of a quote, from 1 to {len(read)}; /evidence shows them.")
        piece = read[int(number) - 1]
        self._chat.correct(conversation, piece.place, _CORRECTIONS[command])
        quote = f"{int(number)}. “{textwrap.shorten(piece.quote, 60, placeholder='…')}”"
        if _CORRECTIONS[command] == "confirmed":
            return f"(confirmed: {quote} It counts.)"
        return f"(taken back: {quote} It no longer counts; /confirm {int(number)} puts it back.)"

    def _evidence(self, conversation: Conversation) -> str:
        verdict = self._chat.assess(conversation).verdict
        if verdict is None or not verdict.read:
            return "Nothing was heard yet."
        lines = []
        for rating in verdict.ratings:
            if rating.level is not Level.UNKNOWN:
                lines.append(f"{self._texts.criteria[rating.criterion].title}: {LEVEL_WORDS[rating.level]}")
                lines += map(_quoted, quotes_of(verdict, rating))
        gone = taken_back(verdict, self._texts)
        return "\n".join([*lines, *(["Taken back:"] if gone else []), *map(_quoted, gone)])

    @staticmethod
    def _why(conversation: Conversation) -> str:
        turns = conversation.coach_turns()
        return _filled(turns[-1].why) if turns and turns[-1].why else "The last turn asked nothing in particular."

    def _sources(self, conversation: Conversation) -> str:
        turns = conversation.coach_turns()
        passages = self._chat.coach.library.passages
        cited = [passages[name] for name in (turns[-1].passages if turns else ()) if name in passages]
        if not cited:
            return "No passages stand behind the last turn."
        shown = (
            f"{p.title} [{p.id}] {p.source}\n{_filled(textwrap.shorten(p.text, 400, placeholder=' …'))}" for p in cited
        )
        return "\n\n".join(shown)


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size().columns - 1)


def _quoted(quote: Quote) -> str:
    said = "; ".join(filter(None, (quote.side + quote.certainty, quote.history)))
    return _filled(f"  {quote.number:2}. “{' '.join(quote.words.split())}” ({said})")


def _filled(text: str) -> str:
    return textwrap.fill(text, _width(), subsequent_indent="  " if text.startswith(("-", " ")) else "")


def _inputs() -> Iterator[str]:
    """Yield what is typed; history stays in memory, so that nothing is written beside the conversation."""
    if not sys.stdin.isatty():
        yield from (line.rstrip("\n") for line in sys.stdin)
        return
    session = _session()
    while True:
        try:
            yield session.prompt("You:   ", prompt_continuation="       ")
        except (EOFError, KeyboardInterrupt):
            return


def _session() -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    keys = KeyBindings()

    @keys.add("enter")
    def _send(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("c-c")
    def _leave(event: KeyPressEvent) -> None:
        if not event.current_buffer.text:  # words that were not sent are not thrown away
            event.app.exit(exception=KeyboardInterrupt)

    @keys.add("escape", "enter")
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return PromptSession(multiline=True, key_bindings=keys)
