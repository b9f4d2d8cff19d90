import os
import subprocess
import sys
from pathlib import Path

import coach
from coach.conversation import Message
from coach.evidence import Certainty, Evidence, Reading

ENV = {**os.environ, "PYTHONPATH": str(Path(coach.__file__).parent.parent)}
PREAMBLE = """
import sys
from pathlib import Path
from coach.conversation import Conversation, Message
from coach.errors import StoreError
from coach.store.conversations import ConversationStore
store = ConversationStore(Path(sys.argv[1]))
"""


def user(content):
    return Message(role="user", content=content)


def saying(store, *contents, owner="anna"):
    conversation = store.create(owner)
    for content in contents:
        conversation = store.append(owner, conversation, user(content))
    return conversation


def reading_of(quote):
    evidence = Evidence(
        indicator="gives_answers",
        criterion="coaching",
        polarity="concern",
        certainty=Certainty.SHOWN,
        quote=quote,
        message=0,
        start=0,
        end=len(quote),
        reader="r",
    )
    return Reading(evidence=(evidence,))


def files_holding(folder, word):
    return [path.name for path in folder.iterdir() if word.encode() in path.read_bytes()]


def run(code, *arguments):
    command = [sys.executable, "-c", PREAMBLE + code, *map(str, arguments)]
    return subprocess.Popen(command, env=ENV, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
