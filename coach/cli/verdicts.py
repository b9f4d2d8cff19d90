"""`coach classify`: verdicts on finished conversations. It knows nothing of how they are found, read or printed."""

import itertools
import os
import sys
from pathlib import Path

import click

from coach.cli.records import review_records
from coach.cli.shared import complain, say_notices, settings_given


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "style", type=click.Choice(["table", "json", "jsonl", "md", "html"]), default="table")
@click.option("--out", type=click.Path(path_type=Path), help="Write reports, an index and a summary into this folder.")
@click.option("--jobs", type=click.IntRange(1, 64), default=min(4, os.cpu_count() or 1), show_default=True)
@click.option("--rubric", type=click.Path(path_type=Path), help="Decide by another rubric file.")
@click.option(
    "--speakers", type=click.Path(path_type=Path), help="CSV (name,role) saying who is manager, coach or other."
)
@click.option("--notes", is_flag=True, help="Read text, Markdown and DOCX as third-person notes of a conversation.")
@click.option(
    "--review",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Go through the evidence of a finished record (JSON or JSONL) and confirm or withdraw it.",
)
@click.option("--by", metavar="NAME", help="Who reviews, as the corrected record will say (default: a reviewer).")
@click.pass_context
def classify(
    context: click.Context,
    paths: tuple[str, ...],
    style: str,
    out: Path | None,
    jobs: int,
    rubric: Path | None,
    speakers: Path | None,
    notes: bool,
    review: Path | None,
    by: str | None,
) -> None:
    """Classify finished conversations: files, folders, globs, or - for standard input.

    With --out, a run that was interrupted goes on where it stopped when it is given again. With --review
    nothing is read anew: a person has the last word on the evidence of a record, which is written beside it.
    """
    if review is not None:
        if paths or out or speakers or notes:
            raise click.UsageError("--review takes one file of records; leave out PATHS, --out and the like.", context)
        review_records(review, style, rubric, by)
        return
    if by is not None:
        raise click.UsageError("--by names who reviews; give --review FILE with it.", context)
    if not paths:
        raise click.UsageError("Missing argument 'PATHS...'.", context)
    from coach import batch, classifying
    from coach.build import build_coach
    from coach.report.folder import ReportFolder
    from coach.report.rendering import Renderer
    from coach.report.summary import table_of
    from coach.report.texts import shipped_texts
    from coach.transcripts import KNOWN_SPEAKERS, load_speakers

    known = load_speakers(speakers) if speakers else KNOWN_SPEAKERS
    coach = build_coach(settings_given(rubric=rubric), sources=False)
    renderer = Renderer(coach.table, shipped_texts(coach.table.rubric), coach.library.passages)
    folder = ReportFolder(out, style, coach, renderer) if out else None
    say_notices(coach)
    files, missing = batch.find_files(paths, out)
    tally = classifying.Tally(files, complain)
    read = tally.noticed(itertools.chain(missing, batch.read_files(files, known, notes)))
    try:
        if folder is None:
            for piece in classifying.printed(coach, renderer, read, jobs, tally, style):
                click.echo(piece, nl=False)  # flushed each time
        else:
            rows, said = classifying.filed(folder, read, jobs, tally)
            if style == "table" and rows:
                click.echo(table_of(rows), nl=False)
            for line in said:
                complain(line)
    except KeyboardInterrupt:
        tally.close()
        kept = f"are in {out}; give the same command again to go on" if out else "were done; --out FOLDER keeps them"
        complain(f"stopped: {tally.done} conversations {kept}.")
        sys.stdout.flush()
        os._exit(130)  # else a thread in the middle of a long conversation would be waited for
    finally:
        tally.close()
    context.exit(tally.exit_code)
