"""The command line. Thin: each command loads what it needs, calls it, prints.

Machine output goes to stdout, everything else to stderr. Exit codes: 0 done, 1 a check failed, 2 bad
usage or input, 4 failed while running. Here commands are gathered and failures become one line; what a
command does stands in the module of its subject. Those import the rest of the package inside their
functions only, so that `coach --help` loads nothing heavy.
"""

import os
import sys

import click

from coach.cli import corrections, evaluating, health, records, rubrics, sessions, sources, talking, verdicts
from coach.cli.shared import settings_given
from coach.errors import CoachError


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


@click.group(
    invoke_without_command=True,
    commands=[
        talking.chat,
        verdicts.classify,
        records.verify,
        sources.ingest,
        sources.search,
        rubrics.rubric,
        sessions.sessions,
        evaluating.evaluate,
        corrections.evidence,
        health.doctor,
    ],
)
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

        serve(settings_given(host=host, port=port), browser)
