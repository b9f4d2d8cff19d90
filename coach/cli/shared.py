"""What several commands need: settings, the store of conversations, and how they speak on stderr.

It knows no command.
"""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.engine import Coach
    from coach.settings import Settings
    from coach.store.conversations import ConversationStore


def settings_given(**overrides: object) -> "Settings":
    """Return the settings, with options in place of theirs; None is an option that was not given."""
    from coach.settings import load_settings

    return load_settings(**{key: value for key, value in overrides.items() if value is not None})


def conversation_store(settings: "Settings") -> "ConversationStore":
    """Return the store of conversations in the data folder."""
    from coach.store.conversations import ConversationStore

    return ConversationStore(settings.data_dir)


def complain(line: str) -> None:
    """Say a line on stderr, where it mixes with no output."""
    click.echo(f"coach: {line}", err=True)


def say_notices(coach: "Coach") -> None:
    """Say what a user must know about the parts this coach is made of."""
    for notice in coach.notices():
        complain(notice)
