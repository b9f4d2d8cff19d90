"""The tables. A message is never changed once stored; a reading can always be made again.

Opening a file makes the tables it lacks, so a data folder from before a table was added needs no other step.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables."""


class ConversationRow(Base):
    """One conversation; `owner` is the hash of a cookie, or the terminal's fixed name."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    owner: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200), default="")
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    updated: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    __table_args__ = (Index("by_owner", "owner", "updated"),)


class MessageRow(Base):
    """One message at its place; `turn` is what a coach turn declares about itself."""

    __tablename__ = "messages"

    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(16))
    content: Mapped[str] = mapped_column(Text)
    turn: Mapped[dict[str, Any] | None] = mapped_column(JSON, nullable=True)
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ReadingRow(Base):
    """What one reader made of one message, kept so that a long conversation is not read again each turn."""

    __tablename__ = "readings"

    conversation: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    reader_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    reading: Mapped[dict[str, Any]] = mapped_column(JSON)


class CorrectionRow(Base):
    """One person's word on one piece of evidence, gone with its message; `id` rises in the order they were made."""

    __tablename__ = "corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(String(64))
    position: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    indicator: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(String(16))
    by: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        ForeignKeyConstraint(
            ["conversation", "position"], ["messages.conversation", "messages.position"], ondelete="CASCADE"
        ),
        UniqueConstraint("conversation", "position", "start", "end", "indicator", "by"),
    )


class SourceRow(Base):
    """One ingested file; `id` begins the ids of its passages, `name` is what people call it."""

    __tablename__ = "sources"

    id: Mapped[str] = mapped_column(String(100), primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    path: Mapped[str] = mapped_column(Text, unique=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    format: Mapped[str] = mapped_column(String(16))
    words: Mapped[int]
    added: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class SourcePassageRow(Base):
    """One passage of a source; `vector` is 384 little-endian float32 that the encoder of that hash made of it."""

    __tablename__ = "source_passages"

    source: Mapped[str] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    page: Mapped[int | None]
    encoder_sha256: Mapped[str] = mapped_column(String(64))
    vector: Mapped[bytes] = mapped_column(LargeBinary)


class StockRow(Base):
    """One row only: how often the sources were changed, so that others notice cheaply."""

    __tablename__ = "stock"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
