"""`coach chat`: a conversation in the terminal. It knows nothing of what is asked or of how it is drawn."""

import click

from coach.cli.shared import conversation_store, say_notices, settings_given


@click.command()
@click.option("--resume", metavar="ID", help="Go on with a conversation (`coach sessions list`).")
def chat(resume: str | None) -> None:
    """Talk a situation through in the terminal."""
    from coach.build import build_coach
    from coach.chat import Chat
    from coach.report.texts import shipped_texts
    from coach.terminal import OWNER, Terminal

    settings = settings_given()
    store = conversation_store(settings)
    coach = build_coach(settings)
    owner = store.owner_of(resume) if resume else OWNER
    say_notices(coach)
    kept = Chat(coach, store, owner)
    texts = shipped_texts(coach.table.rubric)
    click.echo(
        "Nothing you type leaves this machine. /verdict, /why, /evidence, /sources, /undo, /quit; /help", err=True
    )
    Terminal(kept, texts).run(kept.open(resume) if resume else kept.start())
