"""Every error this package raises on purpose, and the exit code the command line gives it.

    CoachError                  4   failed while running
    ├── InputError              2   bad usage, or input that cannot be used as it is
    │   ├── RubricError         2   a rubric file that is malformed
    │   │   └── UnsoundRubricError  2 (1 from `rubric check`)   its proof fails; a line for each flaw
    │   ├── KnowledgeError      2   a guide, question or verdict-text file that is malformed
    │   ├── TranscriptError     2   a conversation file that cannot be read
    │   ├── DocumentError       2   a file of source material that cannot be read
    │   ├── NoSourceError       2   no such source was ingested
    │   └── SettingsError       2   an environment variable or coach.toml that makes no sense
    ├── ModelFilesError         4   a shipped model is missing or altered
    ├── IndexUnusableError      4   the passage index cannot be built
    └── StoreError              4   the conversation store refuses
        └── NotYoursError            4   no conversation of that id belongs to this owner

A message is one line that says what happened, where, and what to do.
"""


class CoachError(Exception):
    """Anything that goes wrong and is worth one clear line."""

    exit_code = 4


class InputError(CoachError):
    """What the user gave cannot be used as it is."""

    exit_code = 2


class RubricError(InputError):
    """A rubric file is malformed."""


class UnsoundRubricError(RubricError):
    """A rubric is well formed, and contradictory, not total or not monotone."""


class KnowledgeError(InputError):
    """A file of the guide, the question bank or the verdict texts is malformed."""


class TranscriptError(InputError):
    """A conversation file, or one conversation in it, cannot be read."""


class DocumentError(InputError):
    """A file of source material cannot be read, is locked, too large, or holds no text."""


class NoSourceError(InputError):
    """There is no ingested source of that name or path."""


class SettingsError(InputError):
    """A setting has a value that makes no sense."""


class ModelFilesError(CoachError):
    """A shipped model file is missing or is not the one that was shipped."""


class IndexUnusableError(CoachError):
    """The passage index cannot be built or opened."""


class StoreError(CoachError):
    """The store of conversations refuses."""


class NotYoursError(StoreError):
    """There is no such conversation, as far as this owner may know."""
