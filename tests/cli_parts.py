import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import coach
from coach import cli

CHECKOUT = Path(coach.__file__).parent.parent
PATTERN = (
    "They wait for me to decide everything. Yesterday I took the job over and fixed it myself. "
    "I just tell them the answer. I manage them by the numbers on the report. "
    "Nobody is being prepared to move up. They do not care about the work."
)
GERMAN = (
    "Mein Team wartet immer darauf, dass ich ihnen sage, was sie tun sollen. "
    "Ich gebe ihnen dann jedes Mal die Antwort, obwohl sie die Lösung eigentlich schon kennen."
)
HARM = "Last night I thought about it again. I want to kill myself."


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


def run(capsys, *arguments, stdin=b""):
    """`coach ARGUMENTS` in this process, as main() leaves it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["coach", *map(str, arguments)])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            cli.main()
    written = capsys.readouterr()
    return Outcome(left.value.code, written.out, written.err)


def command(*arguments):
    return [sys.executable, "-m", "coach.cli", *map(str, arguments)]


def environment(**changes):
    return {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1", **changes}


def spawn(*arguments, stdin="", cwd=None, **changes):
    """`coach ARGUMENTS` in a process of its own."""
    done = subprocess.run(
        command(*arguments),
        input=stdin.encode(),
        capture_output=True,
        cwd=cwd,
        env=environment(**changes),
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def the_line(err):
    """The only line on stderr that says what is wrong."""
    lines = [line for line in err.splitlines() if line.startswith(("coach: ", "Error: "))]
    assert len(lines) == 1, err
    assert "Traceback" not in err
    assert "unexpectedly" not in err
    return lines[0]


def talk(conversation_id, *contents):
    messages = [{"role": "user", "content": content} for content in contents]
    return {"id": conversation_id, "messages": messages}


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path
