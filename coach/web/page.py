"""The page: chat on the left; what was heard, the verdict and the passages on the right.

Its state is a conversation id only. Every event asks the cookie who is there, and the store whether the
conversation is theirs.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import gradio as gr
from pydantic import TypeAdapter

from coach.chat import Chat
from coach.conversation import Conversation
from coach.engine import Assessment, Coach
from coach.errors import CoachError
from coach.evidence import Place
from coach.report.content import report_of
from coach.report.texts import VerdictTexts
from coach.store.conversations import ConversationStore
from coach.verdict import Action
from coach.web import markup
from coach.web.identity import owner_of

CSS = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
THEME = gr.themes.Soft(
    font=["system-ui", "Segoe UI", "Roboto", "sans-serif"], font_mono=["ui-monospace", "Consolas", "monospace"]
)
_SCROLL = "() => { const log = document.querySelector('.log'); if (log) log.scrollTop = log.scrollHeight; }"
_CORRECT = """
element.addEventListener('click', event => {
  const button = event.target.closest('button[data-piece]');
  if (button && event.detail < 2) {  // the second click of a double one may land on the next quote
    trigger('correct', {piece: button.dataset.piece, action: button.dataset.action});
  }
});
"""
_FOLLOW = """() => {
  const just = document.querySelector('#heard [data-just]');
  if (!just) return;
  document.querySelector('#said').textContent = just.dataset.just;
  const now = document.activeElement;
  if (now === document.body || now.closest('#heard')) just.focus();
}"""
_EXAMPLES = [
    "My reps bring me every discount, and half of them already know the answer.",
    "I promoted my best engineer to team lead, and now nobody is happy.",
    "We have targets on the wall, but I could not tell you what anybody does on a Tuesday to reach them.",
]

Outcome = TypeVar("Outcome")
_CLICK: TypeAdapter[tuple[Place, Action]] = TypeAdapter(tuple[Place, Action])
View = tuple[str, str, str, str, str, str, gr.Dropdown]
"""Conversation, progress, heard, known, verdict, passages as HTML; and the list of earlier conversations."""


class Room:
    """The handlers of the page's events, for whoever the cookie says is there."""

    def __init__(self, coach: Coach, store: ConversationStore, texts: VerdictTexts) -> None:
        """Keep what all visitors share; nothing here belongs to one of them."""
        self._coach = coach
        self._store = store
        self._texts = texts

    def arrive(self, request: gr.Request) -> tuple[str, *tuple[object, ...]]:
        """Open the visitor's latest conversation, or begin one."""
        chat, owner = self._chat(request)
        listed = self._store.list(owner)
        conversation = self._safely(lambda: chat.open(listed[0].id) if listed else chat.start())
        return conversation.id, *self._view(conversation, owner)

    def begin(self, request: gr.Request) -> tuple[str, *tuple[object, ...]]:
        """Begin a new conversation."""
        chat, owner = self._chat(request)
        conversation = chat.start()
        return conversation.id, *self._view(conversation, owner)

    def open(self, chosen: str | None, current: str, request: gr.Request) -> tuple[str, *tuple[object, ...]]:
        """Open one of the visitor's own conversations."""
        chat, owner = self._chat(request)
        conversation = self._safely(lambda: chat.open(chosen) if chosen else chat.open_or_start(current))
        return conversation.id, *self._view(conversation, owner)

    def say(self, words: str | None, current: str, request: gr.Request) -> Iterator[tuple[object, ...]]:
        """Show the manager's words as soon as they are stored, then the coach's answer."""
        chat, owner = self._chat(request)
        if not words or not words.strip():
            yield (words or "", *[gr.skip()] * 7)
            return
        conversation = self._safely(lambda: chat.hear(chat.open_or_start(current), words))
        yield ("", markup.conversation_html(conversation, waiting=True), *[gr.skip()] * 6)
        conversation = self._safely(lambda: chat.answer(conversation))
        yield ("", *self._view(conversation, owner))

    def correct(self, current: str, event: gr.EventData, request: gr.Request) -> tuple[str, str, str]:
        """Take the visitor's word on a quote; return what was heard, what is known and the verdict with it."""
        chat, _ = self._chat(request)
        place, action = _named(event)
        return self._standing(self._safely(lambda: chat.correct(chat.open(current), place, action)), place)

    def _standing(self, assessment: Assessment, spoken_of: Place | None = None) -> tuple[str, str, str]:
        quiet = assessment.model_copy(update={"flags": ()})  # the coach has answered them; this is no report to others
        report = report_of(quiet, self._coach.table.rubric, self._texts, self._coach.library.passages)
        return (
            markup.heard_html(assessment, self._texts, spoken_of),
            markup.known_html(assessment.verdict, self._texts),
            markup.report_html(report),
        )

    def _view(self, conversation: Conversation, owner: str) -> View:
        chat = Chat(self._coach, self._store, owner)
        listed = [(f"{one.title or 'Untitled'}  ({one.updated:%d %b})", one.id) for one in self._store.list(owner)]
        chosen = conversation.id if any(conversation.id == name for _, name in listed) else None
        return (
            markup.conversation_html(conversation),
            markup.progress_html(*self._coach.progress(conversation)),
            *self._standing(chat.assess(conversation)),
            markup.passages_html(conversation, self._coach.library.passages),
            gr.Dropdown(choices=listed, value=chosen, visible=bool(listed)),
        )

    def _chat(self, request: gr.Request) -> tuple[Chat, str]:
        owner = owner_of(dict(request.cookies))
        if owner is None:
            raise gr.Error(
                "This page does not know you yet. Allow cookies for it and load it again.", print_exception=False
            )
        return Chat(self._coach, self._store, owner), owner

    @staticmethod
    def _safely(act: Callable[[], Outcome]) -> Outcome:
        """Turn an error of ours into a notice on the page."""
        try:
            return act()
        except CoachError as error:
            raise gr.Error(markup.escaped(str(error)), print_exception=False) from None


def _named(event: gr.EventData) -> tuple[Place, Action]:
    """Return which piece of evidence a click names, and what is said of it; a browser may send anything."""
    try:
        return _CLICK.validate_python((tuple(json.loads(event.piece)), event.action))
    except (AttributeError, TypeError, ValueError, RecursionError):
        raise gr.Error("That button says nothing this page knows. Load it again.", print_exception=False) from None


def build_page(room: Room) -> gr.Blocks:
    """Return the page; the wiring is its last lines."""
    page: gr.Blocks
    with gr.Blocks(title="Leadership coach", analytics_enabled=False, fill_width=True) as page:
        current = gr.State("")
        with gr.Row():
            with gr.Column(scale=3, min_width=320):
                log = gr.HTML(elem_id="conversation")
                progress = gr.HTML(elem_id="progress")
                words = gr.Textbox(
                    placeholder="Say it the way you would say it to a colleague…",
                    label="Your words (Enter sends, Shift+Enter starts a new line)",
                    lines=1,  # with one line Enter sends; with more it would start a new one
                    max_lines=10,
                    autofocus=True,
                    elem_id="words",
                )
                with gr.Row():
                    send = gr.Button("Send", variant="primary", elem_id="send")
                    fresh = gr.Button("New conversation", elem_id="new")
                gr.Examples(_EXAMPLES, inputs=words, label="For instance")
                earlier = gr.Dropdown(label="Your conversations", visible=False, elem_id="earlier")
                gr.Markdown("Everything stays on this machine. The verdict is about the team as you describe it here.")
            with gr.Column(scale=2, min_width=320, elem_classes="side"):
                with gr.Accordion("What I heard", open=False, elem_id="heard-panel"):
                    heard = gr.HTML(elem_id="heard", js_on_load=_CORRECT)
                with gr.Accordion("How much is known", open=False):
                    known = gr.HTML(elem_id="known")
                with gr.Accordion("Where this stands", open=False, elem_id="verdict-panel"):
                    verdict = gr.HTML(elem_id="verdict")
                with gr.Accordion("Passages cited", open=False):
                    passages = gr.HTML(elem_id="passages")
        gr.HTML('<p id="said" class="unseen" role="status"></p>')
        view = [log, progress, heard, known, verdict, passages, earlier]
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        page.load(room.arrive, None, [current, *view], **private).then(None, js=_SCROLL)
        fresh.click(room.begin, None, [current, *view], **private)
        earlier.input(room.open, [earlier, current], [current, *view], **private).then(None, js=_SCROLL)
        heard.correct(  # one at a time, so that what is shown last is what was said last
            room.correct, current, [heard, known, verdict], trigger_mode="multiple", concurrency_limit=1, **private
        ).then(None, js=_FOLLOW)
        for event in (send.click, words.submit):
            # "once" would drop what a quick hand sends while the last answer is still closing
            event(room.say, [words, current], [words, *view], trigger_mode="always_last", **private).then(
                None, js=_SCROLL
            )
    return page
