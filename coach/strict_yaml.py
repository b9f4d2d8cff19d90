"""YAML that must fit a model exactly: every error names its file and line.

It knows nothing of what the files mean.
"""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from coach.errors import KnowledgeError

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[str | int, ...]


class Lines:
    """Where each key of a YAML document stands."""

    def __init__(self, root: yaml.Node | None) -> None:
        self._line: dict[Place, int] = {}
        self._id: dict[Place, str] = {}
        if root is not None:
            self._walk(root, ())

    def _walk(self, node: yaml.Node, place: Place) -> None:
        self._line.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                inner = (*place, str(key.value))
                if inner in self._line:
                    raise _DuplicateKeyError(key.start_mark.line + 1, str(key.value))
                self._line[inner] = key.start_mark.line + 1
                if key.value == "id" and isinstance(value, yaml.ScalarNode) and place and isinstance(place[-1], int):
                    self._id[place] = repr(value.value)
                self._walk(value, inner)
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                self._walk(value, (*place, number))

    def named(self, place: Place) -> str:
        """Return a place as people name it: keys of the file, list items by their id where they have one."""
        known: Place = ()
        words: list[str] = []
        for number, part in enumerate(place):
            if (*known, part) in self._line:
                known = (*known, part)
                words.append(self._id.get(known, str(part)))
            elif number == len(place) - 1 and isinstance(part, str) and not part.startswith("<"):
                words.append(part)  # a key that is missing
        return ".".join(words) or "the file"

    def of(self, place: Place) -> int:
        """Return the line of `place`, or of the nearest thing around it that has one."""
        known: Place = ()
        for part in place:  # parts that are no keys of the file (a union's tag, a missing key) are passed over
            if (*known, part) in self._line:
                known = (*known, part)
        return self._line.get(known, 1)


class _DuplicateKeyError(Exception):
    def __init__(self, line: int, key: str) -> None:
        super().__init__(f"the key {key!r} is given twice")
        self.line = line


def _constructed(text: str) -> object:
    """Return the document's value; PyYAML lets plain Python errors out where a tag does not fit its text."""
    try:
        return yaml.safe_load(text)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise yaml.YAMLError(f"a value does not fit its type ({problem})") from None


def load(
    path: Path, model: type[Model], error: type[KnowledgeError | Exception] = KnowledgeError
) -> tuple[Model, Lines]:
    """Return the file's content as a `model`, and where its parts stand.

    Raises:
        error: the file is missing, is not UTF-8 or YAML, or does not fit the model (`file:line: what`).
    """
    try:
        text = path.read_text(encoding="utf-8")
        lines = Lines(yaml.compose(text, Loader=yaml.SafeLoader))
        value = _constructed(text)
        return model.model_validate(value), lines
    except FileNotFoundError:
        raise error(f"{path}: no such file.") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise error(f"{path}: cannot be read as UTF-8 text ({problem}).") from None
    except _DuplicateKeyError as problem:
        raise error(f"{path}:{problem.line}: {problem}.") from None
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise error(f"{path}:{line}: not valid YAML: {problem.problem}.") from None
    except yaml.YAMLError as problem:
        raise error(f"{path}: not valid YAML: {' '.join(str(problem).split())}.") from None
    except RecursionError:
        raise error(f"{path}: nested too deeply.") from None
    except ValidationError as problem:
        first = problem.errors()[0]
        what = {"extra_forbidden": "unknown key", "missing": "missing key"}.get(first["type"], first["msg"])
        if first["type"] == "model_type":
            what = "expected a mapping of keys"
        raise error(f"{path}:{lines.of(first['loc'])}: {lines.named(first['loc'])}: {what}.") from None
