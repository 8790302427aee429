"""`klantreis model`: the journey models that come with the tool."""

from importlib.resources import files

import click

from klantreis.cli.guess import language_for
from klantreis.cli.option import named, settings
from klantreis.cli.terminal import columns, deliver, paint_for
from klantreis.errors import OperatorError
from klantreis.model.journey import Journey
from klantreis.model.nearest import nearest
from klantreis.models import built_in
from klantreis.report.model_page import model_list, model_manual


@named("model")
@click.argument("name", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "yaml"]), default="text", help="How to print NAME."
)
def command(name: str | None, form: str) -> int:
    """List the journey models, or print one.

    With NAME: its source, every stage, what it demands, and the same stages in the other models.
    `--format yaml` prints the file itself, to see what a journey can override.
    """
    given = settings()
    if name is None:
        deliver(model_list(built_in(), language_for(given), paint_for(given), columns()))
        return 0
    model = _found(name)
    if form == "yaml":
        deliver(files("klantreis.models").joinpath(f"{model.id}.yaml").read_text("utf-8"))
    else:
        deliver(model_manual(model, built_in(), language_for(given), paint_for(given), columns()))
    return 0


def _found(name: str) -> Journey:
    known = {word: model for model in built_in() for word in (model.name.nl, model.name.en, model.id)}
    for word, model in known.items():
        if word.lower() == name.lower():
            return model
    near = nearest(name, known)
    hint = f"did you mean '{known[near].id}'?" if near else f"there are {', '.join(m.id for m in built_in())}"
    raise OperatorError(f"no such model '{name}'; {hint}")
