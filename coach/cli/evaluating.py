"""`coach eval`: the reader measured on people's own words. It draws no sample and computes no figure."""

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.shared import complain, say_notices, settings_given

if TYPE_CHECKING:
    from coach.engine import Assessment, Coach
    from coach.settings import Settings


@click.group("eval")
def evaluate() -> None:
    """Measure the reader on your own people's words."""


@evaluate.command("label")
@click.argument("files", nargs=-1)
@click.option("--sample", type=click.IntRange(1, 100_000), help="How many sentences to label (100).")
@click.option("--seed", type=click.IntRange(0), help="Which sentences are drawn, and in which order (1).")
@click.option("--labels", type=click.Path(path_type=Path), default=Path("labels.jsonl"), show_default=True)
@click.option("--as", "by", metavar="NAME", help="Who labels (labeller).")
@click.option("--report", "only_report", is_flag=True, help="Do not label; print how far labels and reader agree.")
@click.option(
    "--against", type=click.Path(path_type=Path), help="Compare with another person's labels; needs no FILES."
)
@click.option("--speakers", type=click.Path(path_type=Path), help="As for `coach classify`.")
@click.option("--notes", is_flag=True, help="As for `coach classify`.")
@click.pass_context
def eval_label(
    context: click.Context,
    files: tuple[str, ...],
    sample: int | None,
    seed: int | None,
    labels: Path,
    by: str | None,
    only_report: bool,
    against: Path | None,
    speakers: Path | None,
    notes: bool,
) -> None:
    """Label a sample of sentences blind, then see how far you and the reader agree.

    FILES are transcripts, as for `coach classify`. Every answer is saved at once; the same command goes on
    where it stopped. The labels file holds people's words and stays on this machine.
    """
    from coach.evaluation import comparing
    from coach.evaluation.label_file import keep
    from coach.evaluation.labelling import label
    from coach.rubric_file import load_rubric

    if bool(files) == (against is not None):
        raise click.UsageError("Give transcripts to label, or --against with another person's labels.", context)
    if "-" in files and not only_report:
        raise click.UsageError("Standard input is where you answer; give the transcripts as files.", context)
    settings = settings_given()
    if against is not None:
        vocabulary = load_rubric(settings.rubric_path).vocabulary
        click.echo(comparing.against_person(labels, against, vocabulary), nl=False)
        return
    coach, assessed = _assessed(context, settings, files, labels, speakers, notes)
    rubric = coach.table.rubric
    material = comparing.Material(assessed, coach.reader.name)
    labelled = comparing.taken_up(labels, material, sample, seed, by, rubric.vocabulary, only_report)
    asked = material.asked(labelled)
    if not only_report and len(labelled.answers) < len(asked):
        complain(f"your answers go to {labels}, with the sentences; it is readable by you only.")
        done = label(
            asked,
            labelled.answers,
            labelled.by,
            rubric,
            _typed(),
            lambda text: click.echo(text, err=True),
            lambda answer: keep(labels, answer),
        )
        labelled = comparing.taken_up(labels, material, sample, seed, by, rubric.vocabulary, True)
        if not done:
            complain(f"{len(labelled.answers)} of {len(asked)} saved in {labels}; the same command goes on.")
            return
    click.echo(comparing.against_reader(labelled, material, rubric.vocabulary), nl=False)


def _assessed(
    context: click.Context,
    settings: "Settings",
    patterns: tuple[str, ...],
    apart_from: Path,
    speakers: Path | None,
    notes: bool,
) -> "tuple[Coach, list[Assessment]]":
    """Read and assess all of the files but `apart_from`; where one of them cannot be read, say so and exit."""
    from coach import batch, classifying
    from coach.build import build_coach
    from coach.transcripts import KNOWN_SPEAKERS, load_speakers

    known = load_speakers(speakers) if speakers else KNOWN_SPEAKERS
    coach = build_coach(settings, sources=False)
    say_notices(coach)
    files, missing = batch.find_files(patterns, apart_from)
    tally = classifying.Tally(files, complain)
    read = tally.noticed(itertools.chain(missing, batch.read_files(files, known, notes)))
    jobs = min(4, os.cpu_count() or 1)
    try:
        assessed = list(tally.passed(batch.each(lambda found: coach.assess(found.conversation), read, jobs)))
    finally:
        tally.close()
    if tally.exit_code:
        context.exit(tally.exit_code)
    for assessment in assessed:
        if assessment.unscored:
            complain(f"{assessment.conversation.id}: left out. {assessment.unscored}")
    return coach, assessed


def _typed() -> Iterator[str]:
    """Yield the lines typed, each after a prompt on stderr."""
    while True:
        click.echo("> ", err=True, nl=False)
        line = sys.stdin.readline()
        if not line:
            click.echo(err=True)
            return
        yield line
