"""`coach ingest` and `coach search`: the material that the coach cites. It knows no format and no index."""

import sys
from typing import TYPE_CHECKING

import click

from coach.cli.shared import settings_given
from coach.errors import InputError

if TYPE_CHECKING:
    from coach.library import KeptLibrary


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--list", "listing", is_flag=True, help="Show what was ingested.")
@click.option("--remove", "names", multiple=True, metavar="NAME_OR_PATH", help="Take a source out, for good.")
@click.pass_context
def ingest(context: click.Context, paths: tuple[str, ...], listing: bool, names: tuple[str, ...]) -> None:
    """Add your own material to what the coach cites: files, folders, globs (Markdown, text, PDF, DOCX, HTML)."""
    from coach import intake
    from coach.build import open_library

    if bool(paths) + listing + bool(names) != 1:
        raise click.UsageError("Give files to ingest, or --list, or --remove NAME_OR_PATH.", context)
    library = open_library(settings_given())
    if listing:
        _print_sources(library)
        return
    wrong = False
    show_progress = sys.stderr.isatty()
    outcomes = intake.ingest(library, paths, show_progress) if paths else intake.remove(library, names)
    for outcome in outcomes:
        wrong = wrong or outcome.wrong
        click.echo(f"coach: {outcome.line}" if outcome.wrong else outcome.line, err=outcome.wrong)
    context.exit(2 if wrong else 0)


def _print_sources(library: "KeptLibrary") -> None:
    sources = library.store().sources() if library.has_store() else []
    if not sources:
        click.echo("Nothing was ingested yet.", err=True)
    for source in sources:
        when = source.added.astimezone().strftime("%Y-%m-%d %H:%M")
        size = f"{source.passages:5} passages  {source.words:8,} words"
        click.echo(f"{size}  {when}  {source.name}  ({source.path})")


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--count", type=click.IntRange(1, 50), default=5, show_default=True)
def search(query: tuple[str, ...], count: int) -> None:
    """Search the source material: passages, their scores and where they stand."""
    from coach.build import open_library

    words = " ".join(query).strip()
    if not words:
        raise InputError("The query is empty; say what to look for.")
    for hit in open_library(settings_given()).search(words, count):
        passage = hit.passage
        click.echo(f"{hit.score:.3f}  {passage.title}  [{passage.id}]  {passage.source}")
        click.echo(f"       {' '.join(passage.text.split())[:160]}…")
