"""`coach sessions`: the conversations stored on this machine. It knows nothing of how they are stored."""

import click

from coach.cli.shared import conversation_store, settings_given


@click.group()
def sessions() -> None:
    """List, show, export or delete stored conversations."""


@sessions.command("list")
def sessions_list() -> None:
    """Print every conversation on this machine, the latest first."""
    stored = conversation_store(settings_given()).list()
    if not stored:
        click.echo("No conversations yet.", err=True)
    for listed in stored:
        when = listed.updated.astimezone().strftime("%Y-%m-%d %H:%M")
        where = "terminal" if listed.owner == "terminal" else "web"
        click.echo(f"{listed.id}  {when}  {where:8}  {listed.messages:3} messages  {listed.title}")


@sessions.command("show")
@click.argument("conversation")
def sessions_show(conversation: str) -> None:
    """Print a conversation."""
    from coach.transcripts import to_text

    store = conversation_store(settings_given())
    click.echo(to_text(store.load(store.owner_of(conversation), conversation)), nl=False)


@sessions.command("export")
@click.argument("conversation")
@click.option("--format", "style", type=click.Choice(["json", "text"]), default="json", show_default=True)
def sessions_export(conversation: str, style: str) -> None:
    """Print a conversation in a form that `coach classify` reads."""
    from coach.report.rendering import dumped
    from coach.transcripts import to_json, to_text

    store = conversation_store(settings_given())
    loaded = store.load(store.owner_of(conversation), conversation)
    click.echo(to_text(loaded) if style == "text" else dumped(to_json(loaded)), nl=False)


@sessions.command("delete")
@click.argument("conversation")
@click.option("--yes", is_flag=True, help="Do not ask.")
def sessions_delete(conversation: str, yes: bool) -> None:
    """Delete a conversation for good."""
    store = conversation_store(settings_given())
    owner = store.owner_of(conversation)
    if not yes and not click.confirm(f"Delete {conversation} for good?", err=True):
        click.echo(f"{conversation} kept", err=True)
        return
    gone = store.delete(owner, conversation)
    later = "" if gone else "; another program is reading the file, so its words leave the disk when that ends"
    click.echo(f"{conversation} deleted{later}", err=True)
