"""Read a rubric file: strict, proved, every error with file, line and rule.

It knows the file's form; what a rubric is and how it is proved is rubric.py's and proof.py's.
"""

import hashlib
from pathlib import Path
from typing import Any

from pydantic import model_validator

from coach.errors import RubricError, UnsoundRubricError
from coach.proof import Flaw, Proof, prove
from coach.rubric import Rubric
from coach.strict_yaml import Lines, load


class _RubricFile(Rubric):
    """The file's form: an indicator need not repeat its criterion's id."""

    @model_validator(mode="before")
    @classmethod
    def _indicators_belong(cls, value: Any) -> Any:
        for criterion in _dicts(value.get("criteria") if isinstance(value, dict) else None):
            for indicator in _dicts(criterion.get("indicators")):
                indicator.setdefault("criterion", criterion.get("id"))
        return value


def _dicts(value: Any) -> list[dict[Any, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def check_rubric(path: Path) -> tuple[Rubric, Proof]:
    """Return the rubric of a file and its proof.

    Raises:
        RubricError: the file is malformed.
        UnsoundRubricError: the proof fails; one line a flaw, with the line of the rule at fault.
    """
    rubric, lines = load(path, _RubricFile, RubricError)
    proof = prove(rubric)
    if proof.flaws:
        raise UnsoundRubricError("\n".join(f"{_where(path, lines, flaw)}: {flaw.message}" for flaw in proof.flaws))
    return rubric, proof


def load_rubric(path: Path) -> Rubric:
    """Return a rubric that has passed its proof; RubricError as in `check_rubric`."""
    return check_rubric(path)[0]


def rubric_sha256(path: Path) -> str:
    """Return the hash that verdicts name: of the file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _where(path: Path, lines: Lines, flaw: Flaw) -> str:
    return f"{path}:{lines.of(flaw.place)}" + (f": rule {flaw.rule!r}" if flaw.rule else "")
