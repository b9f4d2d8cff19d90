"""The command line. Thin: each command loads what it needs, calls it, prints.

Machine output goes to stdout, everything else to stderr. Exit codes: 0 done, 1 a check failed, 2 bad
usage or input, 4 failed while running.
"""

import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.errors import CoachError, InputError, TranscriptError, UnsoundRubricError

if TYPE_CHECKING:
    from coach.engine import Assessment, Coach
    from coach.library import KeptLibrary
    from coach.report.rendering import Renderer
    from coach.settings import Settings
    from coach.store.conversations import ConversationStore


def main() -> None:
    """Run a command; every failure a user can meet is one line on stderr."""
    try:
        with commands.make_context("coach", sys.argv[1:]) as context:
            commands.invoke(context)
        sys.stdout.flush()
        sys.exit(0)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "coach"
        click.echo(f"coach: {error.format_message()} See `{where} --help`.", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"coach: {error.format_message()}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except CoachError as error:
        click.echo(f"coach: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # the last resort: what nobody expected is still one line to a user
        if os.environ.get("COACH_DEBUG"):
            raise
        click.echo(
            f"coach: failed unexpectedly ({type(error).__name__}: {error}); COACH_DEBUG=1 shows where.", err=True
        )
        sys.exit(4)


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"leadership-coach {version('leadership-coach')}")
        context.exit()


@click.group(invoke_without_command=True)
@click.option("--host", help="Address to serve on (default 127.0.0.1: this machine only).")
@click.option("--port", type=int, help="Port to serve on (default 7860).")
@click.option("--browser/--no-browser", default=True, help="Open the page in a browser.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version)
@click.pass_context
def commands(context: click.Context, host: str | None, port: int | None, browser: bool) -> None:
    """A leadership coach that asks, quotes and lets a fixed rubric decide.

    Without a command it opens the web app.
    """
    if context.invoked_subcommand is None:
        from coach.web.serve import serve

        serve(_settings(host=host, port=port), browser)


@commands.command()
@click.option("--resume", metavar="ID", help="Go on with a conversation (`coach sessions list`).")
def chat(resume: str | None) -> None:
    """Talk a situation through in the terminal."""
    from coach.build import build_coach
    from coach.chat import Chat
    from coach.report.texts import shipped_texts
    from coach.terminal import OWNER, Terminal

    settings = _settings()
    store = _store(settings)
    coach = build_coach(settings)
    owner = store.owner_of(resume) if resume else OWNER
    _say_notices(coach)
    kept = Chat(coach, store, owner)
    texts = shipped_texts(coach.table.rubric)
    click.echo(
        "Nothing you type leaves this machine. /verdict, /why, /evidence, /sources, /undo, /quit; /help", err=True
    )
    Terminal(kept, texts).run(kept.open(resume) if resume else kept.start())


@commands.command()
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
        _review(review, style, rubric, by)
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
    coach = build_coach(_settings(rubric=rubric), sources=False)
    renderer = Renderer(coach.table, shipped_texts(coach.table.rubric), coach.library.passages)
    folder = ReportFolder(out, style, coach, renderer) if out else None
    _say_notices(coach)
    files, missing = batch.find_files(paths, out)
    tally = classifying.Tally(files, _complain)
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
                _complain(line)
    except KeyboardInterrupt:
        tally.close()
        kept = f"are in {out}; give the same command again to go on" if out else "were done; --out FOLDER keeps them"
        _complain(f"stopped: {tally.done} conversations {kept}.")
        sys.stdout.flush()
        os._exit(130)  # else a thread in the middle of a long conversation would be waited for
    finally:
        tally.close()
    context.exit(tally.exit_code)


def _review(path: Path, style: str, rubric: Path | None, by: str | None) -> None:
    """Ask about every piece of evidence on stderr; print the outcomes, or the whole reports in another style."""
    from coach import reviewing
    from coach.classifying import framed
    from coach.rubric_file import rubric_sha256

    settings = _settings(rubric=rubric)
    renderer = _renderer(settings)
    under = reviewing.opened(path, renderer, rubric_sha256(settings.rubric_path))
    if style == "html" and len(under.records) > 1:
        raise InputError("html is one page a conversation, and here are several; take another format.")
    if by is None:
        asked = _asked(f"Who reviews? [{reviewing.NOBODY_NAMED}] ") if sys.stdin.isatty() else None
        by = asked or reviewing.NOBODY_NAMED
    desk = reviewing.Desk(_asked, lambda line: click.echo(line, err=True))
    after = reviewing.reviewed(under, renderer, reviewing.reviewer(by), desk)
    written = reviewing.saved(under, after, renderer)
    _complain(f"written to {written}; {path} is as it was." if written else "nothing was changed, nothing written.")
    if style == "table":
        for line in reviewing.outcomes(under, after, renderer):
            click.echo(line)
    else:
        for piece in framed((renderer.render(assessment, style) for assessment in after), style):
            click.echo(piece, nl=False)


def _asked(question: str) -> str | None:
    """Return a line of standard input; None at its end."""
    click.echo(question, nl=False, err=True)
    line = sys.stdin.readline()
    if not line.endswith("\n"):
        click.echo(err=True)
    return line.rstrip("\n") if line else None


def _complain(line: str) -> None:
    click.echo(f"coach: {line}", err=True)


def _say_notices(coach: "Coach") -> None:
    for notice in coach.notices():
        _complain(notice)


@commands.command()
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--rubric", type=click.Path(path_type=Path), help="The rubric it was decided by, if not the shipped one.")
@click.pass_context
def verify(context: click.Context, report: Path, rubric: Path | None) -> None:
    """Recompute the verdicts of a JSON report, or of a folder of reports, and say what does not match."""
    from coach.report.checking import check_file
    from coach.rubric_file import rubric_sha256

    settings = _settings(rubric=rubric)
    path = settings.rubric_path
    renderer = _renderer(settings)
    code = 0
    for file in _report_files(report):
        try:
            checked = check_file(file, renderer, rubric_sha256(path), beside=report.is_dir())
        except TranscriptError as error:
            if not report.is_dir():
                raise
            code = 2
            _complain(str(error))
            continue
        for name, found in checked:
            code = max(code, 1) if found else code
            lines = [f"{name}: {'holds' if not found else 'does not hold'}", *(f"  {line}" for line in found)]
            click.echo("\n".join(lines).encode("utf-8", "backslashreplace").decode())
    context.exit(code)


def _renderer(settings: "Settings") -> "Renderer":
    """Return what reports are made of, with no part that reads conversations."""
    from coach.build import open_library
    from coach.decision import DecisionTable
    from coach.report.rendering import Renderer
    from coach.report.texts import shipped_texts
    from coach.rubric_file import load_rubric

    table = DecisionTable(load_rubric(settings.rubric_path))
    return Renderer(table, shipped_texts(table.rubric), open_library(settings, sources=False).passages)


def _report_files(report: Path) -> list[Path]:
    if not report.is_dir():
        return [report]
    files = sorted(report.glob("*.json"))
    if not files:
        raise TranscriptError(f"{report}: holds no reports (*.json).")
    return files


@commands.command()
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
    library = open_library(_settings())
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


@commands.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--count", type=click.IntRange(1, 50), default=5, show_default=True)
def search(query: tuple[str, ...], count: int) -> None:
    """Search the source material: passages, their scores and where they stand."""
    from coach.build import open_library

    words = " ".join(query).strip()
    if not words:
        raise InputError("The query is empty; say what to look for.")
    for hit in open_library(_settings()).search(words, count):
        passage = hit.passage
        click.echo(f"{hit.score:.3f}  {passage.title}  [{passage.id}]  {passage.source}")
        click.echo(f"       {' '.join(passage.text.split())[:160]}…")


@commands.group()
def rubric() -> None:
    """Check or show a rubric."""


@rubric.command("check")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.pass_context
def rubric_check(context: click.Context, file: Path | None) -> None:
    """Prove that a rubric is total and monotone, and that all its tiers and rules can be reached."""
    from coach.rubric_file import check_rubric

    path = _rubric_path(file)
    try:
        proved, proof = check_rubric(path)
    except UnsoundRubricError as error:
        click.echo(f"coach: {error}", err=True)
        context.exit(1)
    click.echo(f"{path}: sound")
    click.echo("  levels: 16 of 16 combinations of findings have one, and more evidence never turns it round")
    click.echo(f"  total: each of {proof.states:,} states has exactly one outcome")
    click.echo(f"  monotone: {proof.changes:,} single changes, none moves the tier the wrong way")
    for rule in proved.rules:
        click.echo(f"  reached: {rule.id} → {rule.tier} in {proof.fires[rule.id]:,} states")


@rubric.command("show")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def rubric_show(file: Path | None) -> None:
    """Print criteria, indicators and rules as people read them."""
    from coach.report.rubric_text import rubric_text
    from coach.rubric_file import load_rubric

    click.echo(rubric_text(load_rubric(_rubric_path(file))), nl=False)


def _rubric_path(file: Path | None) -> Path:

    return file or _settings().rubric_path


@commands.group()
def sessions() -> None:
    """List, show, export or delete stored conversations."""


@sessions.command("list")
def sessions_list() -> None:
    """Print every conversation on this machine, the latest first."""
    stored = _store(_settings()).list()
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

    store = _store(_settings())
    click.echo(to_text(store.load(store.owner_of(conversation), conversation)), nl=False)


@sessions.command("export")
@click.argument("conversation")
@click.option("--format", "style", type=click.Choice(["json", "text"]), default="json", show_default=True)
def sessions_export(conversation: str, style: str) -> None:
    """Print a conversation in a form that `coach classify` reads."""
    from coach.report.rendering import dumped
    from coach.transcripts import to_json, to_text

    store = _store(_settings())
    loaded = store.load(store.owner_of(conversation), conversation)
    click.echo(to_text(loaded) if style == "text" else dumped(to_json(loaded)), nl=False)


@sessions.command("delete")
@click.argument("conversation")
@click.option("--yes", is_flag=True, help="Do not ask.")
def sessions_delete(conversation: str, yes: bool) -> None:
    """Delete a conversation for good."""
    store = _store(_settings())
    owner = store.owner_of(conversation)
    if not yes and not click.confirm(f"Delete {conversation} for good?", err=True):
        click.echo(f"{conversation} kept", err=True)
        return
    gone = store.delete(owner, conversation)
    later = "" if gone else "; another program is reading the file, so its words leave the disk when that ends"
    click.echo(f"{conversation} deleted{later}", err=True)


@commands.group("eval")
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
    settings = _settings()
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
        _complain(f"your answers go to {labels}, with the sentences; it is readable by you only.")
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
            _complain(f"{len(labelled.answers)} of {len(asked)} saved in {labels}; the same command goes on.")
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
    _say_notices(coach)
    files, missing = batch.find_files(patterns, apart_from)
    tally = classifying.Tally(files, _complain)
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
            _complain(f"{assessment.conversation.id}: left out. {assessment.unscored}")
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


@commands.group("evidence")
def evidence_group() -> None:
    """Take what people confirmed and withdrew out of the store, for training."""


@evidence_group.command("export")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The new JSONL file to write.")
@click.option("--conversation", "names", multiple=True, metavar="ID", help="Only these (`coach sessions list`).")
def evidence_export(out: Path, names: tuple[str, ...]) -> None:
    """Write corrections as labelled sentences, in the form of the training corpus, into a local file."""
    from coach.build import build_coach
    from coach.evaluation.corrections import gathered, write

    settings = _settings()
    store = _store(settings)
    coach = build_coach(settings, sources=False)
    exchanges, unheard = gathered(coach, store, names)
    if unheard:
        _complain(f"{unheard} corrections left out: {coach.reader.name} does not hear what they are about.")
    if not exchanges:
        _complain("nothing to write: in no sentence was all that is heard there confirmed or withdrawn.")
        return
    write(out, exchanges)
    sentences = sum(len(exchange.sentences) for exchange in exchanges)
    talks = len({exchange.scenario for exchange in exchanges})
    _complain(f"{out}: {sentences} sentences of {len(exchanges)} messages in {talks} conversations.")
    _complain("it holds people's own words; it is readable by you only, and nothing was sent anywhere.")


@commands.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Check that everything is in place."""
    from coach.doctor import examine

    checks = list(examine(_settings()))
    for check in checks:
        click.echo(f"{'ok     ' if check.ok else 'problem'}  {check.name}: {check.detail}")
    context.exit(0 if all(check.ok for check in checks) else 1)


def _settings(**overrides: object) -> "Settings":
    from coach.settings import load_settings

    return load_settings(**{key: value for key, value in overrides.items() if value is not None})


def _store(settings: "Settings") -> "ConversationStore":
    from coach.store.conversations import ConversationStore

    return ConversationStore(settings.data_dir)


if __name__ == "__main__":
    main()
