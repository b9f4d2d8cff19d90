"""`coach evidence`: what people confirmed and withdrew, for training. It decides nothing about what goes out."""

from pathlib import Path

import click

from coach.cli.shared import complain, conversation_store, settings_given


@click.group()
def evidence() -> None:
    """Take what people confirmed and withdrew out of the store, for training."""


@evidence.command("export")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The new JSONL file to write.")
@click.option("--conversation", "names", multiple=True, metavar="ID", help="Only these (`coach sessions list`).")
def evidence_export(out: Path, names: tuple[str, ...]) -> None:
    """Write corrections as labelled sentences, in the form of the training corpus, into a local file."""
    from coach.build import build_coach
    from coach.evaluation.corrections import gathered, write

    settings = settings_given()
    store = conversation_store(settings)
    coach = build_coach(settings, sources=False)
    exchanges, unheard = gathered(coach, store, names)
    if unheard:
        complain(f"{unheard} corrections left out: {coach.reader.name} does not hear what they are about.")
    if not exchanges:
        complain("nothing to write: in no sentence was all that is heard there confirmed or withdrawn.")
        return
    write(out, exchanges)
    sentences = sum(len(exchange.sentences) for exchange in exchanges)
    talks = len({exchange.scenario for exchange in exchanges})
    complain(f"{out}: sentences {sentences}, messages {len(exchanges)}, conversations {talks}.")
    complain("it holds people's own words; it is readable by you only, and nothing was sent anywhere.")
