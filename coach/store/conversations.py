"""Keep conversations: durable when a call returns, each seen by its owner only, really gone when deleted."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from coach.conversation import Conversation, Frozen, Message
from coach.errors import NotYoursError, StoreError
from coach.evidence import Reading
from coach.store.database import Database
from coach.store.tables import ConversationRow, CorrectionRow, MessageRow, ReadingRow
from coach.verdict import Correction

_TITLE_LENGTH = 60
_CHANGED_ELSEWHERE = "This conversation was changed elsewhere meanwhile; open it again to go on from there."


class Listed(Frozen):
    """A conversation in a list."""

    id: str
    owner: str
    title: str
    created: datetime
    updated: datetime
    messages: int


class ConversationStore(Database):
    """Conversations in one SQLite file under a folder."""

    changed_elsewhere = _CHANGED_ELSEWHERE

    def create(
        self, owner: str, messages: tuple[Message, ...] = (), conversation_id: str | None = None
    ) -> Conversation:
        """Store a new conversation and return it; one that is stored already is left as it is."""
        conversation = Conversation(id=conversation_id or secrets.token_hex(8), messages=messages)
        with self._transaction() as session:
            if conversation_id is not None and session.get(ConversationRow, conversation_id) is not None:
                self._owned(session, owner, conversation_id)
                return _loaded(session, conversation_id)
            now = _now()
            title = _title(messages)
            session.add(ConversationRow(id=conversation.id, owner=owner, title=title, created=now, updated=now))
            session.flush()
            for position, message in enumerate(messages):
                session.add(_row(conversation.id, position, message))
        return conversation

    def load(self, owner: str, conversation: str) -> Conversation:
        """Return a conversation of this owner; NotYoursError if there is none."""
        with self._transaction() as session:
            self._owned(session, owner, conversation)
            return _loaded(session, conversation)

    def append(self, owner: str, conversation: Conversation, message: Message) -> Conversation:
        """Store one message at the end and return the conversation with it, durable.

        Raises:
            NotYoursError: the owner has no such conversation.
            StoreError: it was continued elsewhere meanwhile; nothing was stored.
        """
        longer = conversation.say(message)
        with self._transaction() as session:
            row = self._owned(session, owner, conversation.id)
            row.updated = _now()
            row.title = row.title or _title(longer.messages)
            session.add(_row(conversation.id, len(conversation.messages), message))
        return longer

    def drop_last(self, owner: str, conversation: Conversation, count: int) -> Conversation:
        """Take back the last `count` messages, really, and return what is left.

        Raises:
            NotYoursError: the owner has no such conversation.
            StoreError: it was continued elsewhere meanwhile; nothing was taken back.
        """
        keep = max(len(conversation.messages) - count, 0)
        left = conversation.model_copy(update={"messages": conversation.messages[:keep]})
        with self._transaction() as session:
            row = self._owned(session, owner, conversation.id)
            if _loaded(session, conversation.id).messages != conversation.messages:
                raise StoreError(_CHANGED_ELSEWHERE)
            row.title = _title(left.messages)
            for table in (ReadingRow, MessageRow):
                session.execute(delete(table).where(table.conversation == conversation.id, table.position >= keep))
        self._wipe()
        return left

    def readings(self, owner: str, conversation: str, reader_sha256: str) -> dict[int, Reading]:
        """Return what this very reader made of each message so far; nothing for one not stored yet.

        Raises:
            NotYoursError: it is another owner's.
        """
        with self._transaction() as session:
            if session.get(ConversationRow, conversation) is not None:
                self._owned(session, owner, conversation)
            rows = session.scalars(
                select(ReadingRow).where(
                    ReadingRow.conversation == conversation, ReadingRow.reader_sha256 == reader_sha256
                )
            )
            return {row.position: Reading.model_validate(row.reading) for row in rows}

    def keep_readings(self, owner: str, conversation: str, reader_sha256: str, readings: Mapping[int, Reading]) -> None:
        """Store readings, replacing earlier ones of the same reader; NotYoursError as in `load`."""
        with self._transaction() as session:
            self._owned(session, owner, conversation)
            for position, reading in readings.items():
                session.merge(
                    ReadingRow(
                        conversation=conversation,
                        position=position,
                        reader_sha256=reader_sha256,
                        reading=reading.model_dump(mode="json"),
                    )
                )

    def corrections(self, owner: str, conversation: str) -> tuple[Correction, ...]:
        """Return what was confirmed and withdrawn, in the order it was; nothing for a conversation not stored yet.

        Raises:
            NotYoursError: it is another owner's.
        """
        with self._transaction() as session:
            if session.get(ConversationRow, conversation) is not None:
                self._owned(session, owner, conversation)
            query = select(CorrectionRow).where(CorrectionRow.conversation == conversation).order_by(CorrectionRow.id)
            return tuple(
                Correction.model_validate(
                    {
                        "message": row.position,
                        **{name: getattr(row, name) for name in ("start", "end", "indicator", "action", "by")},
                    }
                )
                for row in session.scalars(query)
            )

    def correct(self, owner: str, conversation: str, correction: Correction) -> None:
        """Store a correction at the end, in place of the same person's earlier word on the same piece of evidence.

        Raises:
            NotYoursError: the owner has no such conversation.
            StoreError: the message it is about was taken back elsewhere meanwhile; nothing was stored.
        """
        which = {
            "conversation": conversation,
            "position": correction.message,
            **{name: getattr(correction, name) for name in ("start", "end", "indicator", "by")},
        }
        with self._transaction() as session:
            self._owned(session, owner, conversation).updated = _now()
            session.execute(delete(CorrectionRow).filter_by(**which))
            session.add(CorrectionRow(**which, action=correction.action))

    def list(self, owner: str | None = None) -> list[Listed]:
        """Return the conversations of an owner (or all), the latest first."""
        counted = select(func.count()).where(MessageRow.conversation == ConversationRow.id).scalar_subquery()
        query = select(ConversationRow, counted).order_by(ConversationRow.updated.desc(), ConversationRow.id)
        if owner is not None:
            query = query.where(ConversationRow.owner == owner)
        with self._transaction() as session:
            return [
                Listed(
                    id=row.id,
                    owner=row.owner,
                    title=row.title,
                    created=row.created.replace(tzinfo=UTC),
                    updated=row.updated.replace(tzinfo=UTC),
                    messages=number,
                )
                for row, number in session.execute(query)
            ]

    def owner_of(self, conversation: str) -> str:
        """Return whose conversation it is, for commands of the machine's own user; NotYoursError if there is none."""
        with self._transaction() as session:
            row = session.get(ConversationRow, conversation)
            if row is None:
                raise NotYoursError(f"There is no conversation {conversation!r}; `coach sessions list` shows them.")
            return row.owner

    def delete(self, owner: str, conversation: str) -> bool:
        """Delete a conversation; return whether its words are gone from the disk already.

        They are not while another program is reading the file: then they go when that is done.
        """
        with self._transaction() as session:
            row = self._owned(session, owner, conversation)
            session.delete(row)
        return self._wipe()

    @staticmethod
    def _owned(session: Session, owner: str, conversation: str) -> ConversationRow:
        row = session.get(ConversationRow, conversation)
        if row is None or not secrets.compare_digest(row.owner.encode(), owner.encode()):
            raise NotYoursError(f"There is no conversation {conversation!r}; `coach sessions list` shows them.")
        return row


def _loaded(session: Session, conversation: str) -> Conversation:
    query = select(MessageRow).where(MessageRow.conversation == conversation).order_by(MessageRow.position)
    messages = tuple(
        Message.model_validate({"role": row.role, "content": row.content, "turn": row.turn})
        for row in session.scalars(query)
    )
    return Conversation(id=conversation, messages=messages)


def _row(conversation: str, position: int, message: Message) -> MessageRow:
    return MessageRow(
        conversation=conversation,
        position=position,
        role=message.role,
        content=message.content,
        turn=message.turn.model_dump(mode="json") if message.turn else None,
        created=_now(),
    )


def _title(messages: tuple[Message, ...]) -> str:
    """Return the beginning of the manager's first words."""
    words = " ".join(next((m.content for m in messages if m.role == "user"), "").split())
    return words if len(words) <= _TITLE_LENGTH else words[: _TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _now() -> datetime:
    return datetime.now(UTC)
