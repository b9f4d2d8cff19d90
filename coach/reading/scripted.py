"""A reader that says what it is told to, for tests of everything behind the seam."""

from collections.abc import Mapping

from coach.conversation import Conversation
from coach.evidence import Candidate


class ScriptedReader:
    """Answers each message text with the candidates given for it, and anything else with none."""

    name = "scripted"
    sha256 = "0" * 64
    languages = None
    indicators = None

    def __init__(self, script: Mapping[str, list[Candidate]]) -> None:
        """`script` maps a message's exact content to its candidates."""
        self._script = dict(script)

    def read(self, conversation: Conversation, message: int) -> list[Candidate]:
        """Return the scripted candidates."""
        return list(self._script.get(conversation.messages[message].content, []))
