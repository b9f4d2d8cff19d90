"""One SQLite file under a folder, as every store uses it: durable, private, and what is deleted really gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from coach.errors import StoreError
from coach.store import FILE
from coach.store.tables import Base

_PATIENCE_MS = 30_000
_WIPE_PATIENCE_MS = 2_000


class Database:
    """The file, opened; safe to use from several threads and processes."""

    changed_elsewhere = "This was changed elsewhere meanwhile; try again."

    def __init__(self, folder: Path) -> None:
        """Open the file, creating it (readable by this user only) and its tables where needed.

        Raises:
            StoreError: the folder or file cannot be used.
        """
        self.path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not self.path.exists():
                self.path.touch(mode=0o600)
            self._engine: Engine = create_engine(
                f"sqlite:///{self.path}", connect_args={"timeout": _PATIENCE_MS / 1000}
            )
            event.listen(self._engine, "connect", _configure)
            with FileLock(folder / f"{FILE}.lock", timeout=_PATIENCE_MS / 1000, mode=0o600):  # two first starts at once
                Base.metadata.create_all(self._engine)
            self._wipe()
        except (OSError, SQLAlchemyError) as error:
            raise StoreError(f"{self.path}: cannot be opened ({error.__class__.__name__}: {_first(error)}).") from None

    def close(self) -> None:
        """Release the file."""
        self._engine.dispose()

    def _wipe(self) -> bool:
        """Empty the write-ahead log, where deleted words would linger; False while somebody is reading."""
        with self._engine.connect() as connection:
            connection.execute(text(f"PRAGMA busy_timeout={_WIPE_PATIENCE_MS}"))
            busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
            connection.execute(text(f"PRAGMA busy_timeout={_PATIENCE_MS}"))
        return not busy

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except IntegrityError:
            raise StoreError(self.changed_elsewhere) from None
        except UnicodeEncodeError:
            raise StoreError("The text holds half a character (an unpaired surrogate); it was not stored.") from None
        except SQLAlchemyError as error:
            raise StoreError(f"{self.path}: {error.__class__.__name__}: {_first(error)}.") from None


def _configure(connection: Any, _record: object) -> None:
    """WAL, durable at every commit, and freed pages overwritten, so that what is deleted is gone."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _first(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else ""
