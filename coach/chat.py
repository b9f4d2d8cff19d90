"""A chat that is kept: the same behind the terminal and the web page.

The manager's words are durable before anything is thought about them, the coach's before they are
shown. A conversation is stored with its first words; an opening nobody answered leaves no trace.
"""

import secrets

from coach.conversation import Conversation, Message
from coach.engine import Assessment, Coach
from coach.errors import InputError, NotYoursError
from coach.evidence import Place
from coach.store.conversations import ConversationStore
from coach.verdict import Action, Correction

LONGEST_MESSAGE = 100_000
MANAGER = "the manager"


class Chat:
    """The conversations of one owner with one coach. Holds no conversation itself."""

    def __init__(self, coach: Coach, store: ConversationStore, owner: str) -> None:
        """`owner` is who may see what is said here."""
        self.coach = coach
        self._store = store
        self._owner = owner

    def start(self) -> Conversation:
        """Return a new conversation, opened by the coach and not stored yet."""
        return self.coach.begin(secrets.token_hex(8))

    def open(self, conversation_id: str) -> Conversation:
        """Return a stored conversation; words that got no answer, after a crash, get it now.

        Raises:
            NotYoursError: the owner has no such conversation.
        """
        conversation = self._store.load(self._owner, conversation_id)
        if conversation.messages and conversation.messages[-1].role == "user":
            return self.answer(conversation)
        return conversation

    def open_or_start(self, conversation_id: str) -> Conversation:
        """Return a stored conversation, or the one of this id that nobody has said a word in yet."""
        try:
            return self.open(conversation_id)
        except NotYoursError:
            return self.coach.begin(conversation_id)

    def hear(self, conversation: Conversation, words: str) -> Conversation:
        """Store the manager's words and return the conversation with them.

        Raises:
            InputError: there are no words, or far too many.
        """
        if not words.strip():
            raise InputError("An empty message was not sent.")
        if len(words) > LONGEST_MESSAGE:
            raise InputError(f"A message may have {LONGEST_MESSAGE:,} characters; this one has {len(words):,}.")
        said = words.encode("utf-8", "replace").decode("utf-8")
        if not conversation.manager_indexes():
            conversation = self._store.create(self._owner, conversation.messages, conversation.id)
        return self._store.append(self._owner, conversation, Message(role="user", content=said))

    def answer(self, conversation: Conversation) -> Conversation:
        """Store the coach's answer to the last words and return the conversation with it."""
        sha256 = self.coach.reader.sha256
        readings = self.coach.read(conversation, self._store.readings(self._owner, conversation.id, sha256))
        self._store.keep_readings(self._owner, conversation.id, sha256, readings)
        corrections = self._store.corrections(self._owner, conversation.id)
        turn = self.coach.respond(conversation, readings, corrections).messages[-1]
        return self._store.append(self._owner, conversation, turn)

    def say(self, conversation: Conversation, words: str) -> Conversation:
        """Hear and answer."""
        return self.answer(self.hear(conversation, words))

    def undo(self, conversation: Conversation) -> Conversation:
        """Take back the manager's last words and everything after them; nothing happens before the first."""
        spoken = conversation.manager_indexes()
        if not spoken:
            return conversation
        return self._store.drop_last(self._owner, conversation, len(conversation.messages) - spoken[-1])

    def assess(self, conversation: Conversation) -> Assessment:
        """Return what the conversation comes to so far, as corrected."""
        known = self._store.readings(self._owner, conversation.id, self.coach.reader.sha256)
        readings = {i: r for i, r in known.items() if i in conversation.manager_indexes()}
        return self.coach.assess(conversation, readings, self._store.corrections(self._owner, conversation.id))

    def correct(self, conversation: Conversation, place: Place, action: Action) -> Assessment:
        """Store the manager's word on one piece of evidence and return what the conversation comes to with it.

        Raises:
            InputError: nothing was heard at that place.
            NotYoursError: the owner has no such conversation.
            StoreError: its message was taken back elsewhere meanwhile.
        """
        verdict = self.assess(conversation).verdict
        if verdict is None or all(piece.place != place for piece in verdict.read):
            raise InputError("That quote is not among what was heard here; open the conversation again to see what is.")
        self._store.correct(self._owner, conversation.id, Correction.of(place, action, MANAGER))
        return self.assess(conversation)
