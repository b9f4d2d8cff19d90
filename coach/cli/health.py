"""`coach doctor`: is everything in place? What is looked at, it does not know."""

import click

from coach.cli.shared import settings_given


@click.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Check that everything is in place."""
    from coach.doctor import examine

    checks = list(examine(settings_given()))
    for check in checks:
        click.echo(f"{'ok     ' if check.ok else 'problem'}  {check.name}: {check.detail}")
    context.exit(0 if all(check.ok for check in checks) else 1)
