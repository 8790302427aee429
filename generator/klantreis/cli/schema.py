"""`klantreis schema`: what an editor needs to complete and judge front matter."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import click

from klantreis.cli.option import named
from klantreis.cli.terminal import deliver
from klantreis.read.config import config_record
from klantreis.read.item_record import item_record
from klantreis.read.journey import journey_record
from klantreis.read.persona import persona_record
from klantreis.read.record import Record, json_schema
from klantreis.report.json_report import dumped

RECORDS: Final[Mapping[str, Callable[[], Record]]] = {
    "item": item_record,
    "persona": persona_record,
    "journey": journey_record,
    "config": config_record,
}


@named("schema")
@click.argument("kind", type=click.Choice([*RECORDS]))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
def command(kind: str, output: Path | None) -> int:
    """Print a JSON Schema for your editor.

    In draft 2020-12, of an item's front matter, a persona's, a journey or the configuration.
    """
    deliver(dumped(json_schema(RECORDS[kind](), f"klantreis {kind}")), output)
    return 0
