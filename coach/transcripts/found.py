"""What reading a file comes to: conversations, and problems that stop nothing else."""

import re
from collections.abc import Callable, Iterator

from coach.conversation import Conversation, Frozen
from coach.errors import TranscriptError
from coach.transcripts.turns import Read


class Problem(Frozen):
    """Something in the input that could not be read; the rest still can."""

    place: str
    message: str

    def __str__(self) -> str:
        """Return the one line for people."""
        return f"{self.place}: {self.message}"


class Found(Frozen):
    """A conversation, where it was found, and how many turns of others were left out of it."""

    place: str
    conversation: Conversation
    left_out: int = 0


def attempt(place: str, read: Callable[[], Read]) -> Iterator[Found | Problem]:
    """Yield what `read` returns, or the problem it raises; "line 3: …" becomes part of the place."""
    try:
        conversation, left_out = read()
        yield Found(place=place, conversation=conversation, left_out=left_out)
    except TranscriptError as error:
        message = str(error)
        line = re.match(r"line (\d+): ", message)
        if line:
            place, message = f"{place}:{line[1]}", message[line.end() :]
        yield Problem(place=place, message=message)
