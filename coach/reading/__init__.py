"""Words → candidate evidence: the seam `EvidenceReader` and its implementations."""

from typing import Protocol

from coach.conversation import Conversation
from coach.evidence import Candidate


class EvidenceReader(Protocol):
    """Proposes what may be heard in one message of the manager; whatever it says is verified."""

    name: str
    sha256: str
    """Hash of everything that shapes its answers: model, rules, prompts."""
    indicators: frozenset[str] | None
    """The indicators it can hear; None where it hears whatever the rubric has."""
    languages: frozenset[str] | None
    """ISO codes it was made for; None for any."""

    def read(self, conversation: Conversation, message: int) -> list[Candidate]:
        """Return candidates from message `message`, knowing only what was said up to it."""
        ...
