"""A conversational leadership coach whose verdicts can be trusted.

    from coach import build_coach, conversation_of

The names below load on first use, so that importing this package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coach.build import build_coach
    from coach.conversation import Conversation, Message
    from coach.engine import Assessment, Coach, conversation_of
    from coach.errors import CoachError
    from coach.settings import Settings
    from coach.verdict import Verdict

_HOME = {
    "Assessment": "coach.engine",
    "Coach": "coach.engine",
    "CoachError": "coach.errors",
    "Conversation": "coach.conversation",
    "Message": "coach.conversation",
    "Settings": "coach.settings",
    "Verdict": "coach.verdict",
    "build_coach": "coach.build",
    "conversation_of": "coach.engine",
}

__all__ = [
    "Assessment",
    "Coach",
    "CoachError",
    "Conversation",
    "Message",
    "Settings",
    "Verdict",
    "build_coach",
    "conversation_of",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'coach' has no attribute {name!r}")
