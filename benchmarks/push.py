"""Score the push model and the stage suggestions on labelled content, and on organisations left out.

    python benchmarks/push.py dev.jsonl

Each line of the data is one item: `text`, `title`, `lang`, `brands`, `corpus` (the organisation),
`label_push` (0 or 1), `label_stage`, `label_source`, `confidence`, `core`, `words`, `soft_cta`.
What is fitted of the model are two numbers, the `scale` of its two groups of moves; the weight of
every move is set by hand. Printed are the figures with the scales that the package ships, and with
scales refitted without the organisation that is scored.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.resources import files
from math import exp, sqrt
from pathlib import Path
from typing import Any, NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "generator"))

from klantreis.model.brand import Brand
from klantreis.model.message import Message
from klantreis.read.markdown import read_markdown
from klantreis.text.message import push_points, read_message
from klantreis.text.push import PushModel
from klantreis.text.stage import suggest_stage

ALLOWANCE = 10
PHASES = {"aware": "awareness", "consider": "consideration", "decide": "decision", "use": "use",
          "advocate": "advocacy"}  # fmt: skip
TRUST = {("read", "high"): 1.0, ("read", "low"): 0.5, ("folder", "folder"): 0.3}
"""How much an item counts when scales are fitted: read with confidence, read in doubt, by its folder"""

Row = dict[str, Any]


class Measured(NamedTuple):
    """An item with what the two groups of moves give it at a scale of one."""

    row: Row
    message: Message
    own: float
    described: float


class Scales(NamedTuple):
    """What is fitted."""

    own: float
    described: float

    def push(self, item: Measured) -> int:
        """Return the score that an item has with these scales."""
        return min(max(round(self.own * item.own + self.described * item.described), 0), 100)


def main() -> int:
    """Print the figures."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("data", type=Path)
    lines = parser.parse_args().data.read_text("utf-8").splitlines()
    items = measure([json.loads(line) for line in lines if line.strip()])
    shipped = shipped_scales()
    fitted = fit(items)
    print(f"scales shipped {shipped.own:.2f} {shipped.described:.2f}, fitted on all {fitted.own:.2f} "
          f"{fitted.described:.2f}\n")
    report("as shipped", items, shipped.push)
    report("organisation left out", items, left_out(items))
    report_stages(items)
    return 0


def measure(rows: Sequence[Row]) -> list[Measured]:
    """Read every item as its own project would."""
    brands: dict[str, set[str]] = {}
    for row in rows:
        brands.setdefault(row["corpus"], set()).update(row.get("brands") or ())
    own, described = model(own=1.0, described=0.0), model(own=0.0, described=1.0)
    return [_measured(row, Brand(tuple(sorted(brands[row["corpus"]]))), own, described) for row in rows]


def _measured(row: Row, brand: Brand, own: PushModel, described: PushModel) -> Measured:
    heading = row["title"] or row["id"]
    text = f"---\ntitle: {heading}\n---\n\n{row['text']}\n"
    title = (len("---\ntitle: "), len("---\ntitle: ") + len(heading))
    document = read_markdown(text, title[1] + len("\n---\n"))
    return Measured(
        row,
        read_message(document, row["lang"], brand, (), title),
        push_points(document, row["lang"], brand, title, own),
        push_points(document, row["lang"], brand, title, described),
    )


def _push_data() -> dict[str, Any]:
    source = files("klantreis.text").joinpath("push.yaml").read_text("utf-8")
    return dict(yaml.safe_load(source))


def model(own: float, described: float) -> PushModel:
    """Return the push model that ships, with other scales."""
    data = _push_data()
    data["own"] |= {"scale": own}
    data["described"] |= {"scale": described}
    return PushModel(data)


def shipped_scales() -> Scales:
    """Return the scales that ship."""
    data = _push_data()
    return Scales(float(data["own"]["scale"]), float(data["described"]["scale"]))


def fit(items: Sequence[Measured]) -> Scales:
    """Return the scales at which logistic regression puts the border just above the allowance."""
    weights = _weights(items)
    border = [0.0, 0.0, 0.0]
    for _ in range(30):
        border = _newton_step(items, weights, border)
    unit = (ALLOWANCE + 0.5) / -border[0]
    return Scales(border[1] * unit, border[2] * unit)


def _weights(items: Sequence[Measured]) -> list[float]:
    """Return how much each item counts: large organisations less, both labels alike in each language."""
    trust = [
        TRUST[item.row["label_source"], item.row["confidence"]] * (1.0 if item.row["words"] >= 60 else 0.4)
        for item in items
    ]
    size = Counter[str]()
    for item, weight in zip(items, trust, strict=True):
        size[item.row["corpus"]] += weight  # type: ignore[assignment]
    shares = [weight / sqrt(size[item.row["corpus"]]) for item, weight in zip(items, trust, strict=True)]
    groups = Counter[tuple[str, int]]()
    for item, share in zip(items, shares, strict=True):
        groups[item.row["lang"], item.row["label_push"]] += share  # type: ignore[assignment]
    whole = len(items) / len(groups)
    return [
        share * whole / groups[item.row["lang"], item.row["label_push"]]
        for item, share in zip(items, shares, strict=True)
    ]


def _newton_step(items: Sequence[Measured], weights: Sequence[float], at: Sequence[float]) -> list[float]:
    slope = [0.0, 0.001 * len(items) * at[1], 0.001 * len(items) * at[2]]
    bend = [[0.0] * 3, [0.0, 0.001 * len(items), 0.0], [0.0, 0.0, 0.001 * len(items)]]
    for item, weight in zip(items, weights, strict=True):
        features = (1.0, item.own, item.described)
        sure = 1 / (1 + exp(-min(max(sum(a * f for a, f in zip(at, features, strict=True)), -30), 30)))
        for i, left in enumerate(features):
            slope[i] += weight * (sure - item.row["label_push"]) * left
            for j, right in enumerate(features):
                bend[i][j] += weight * sure * (1 - sure) * left * right
    return [a - step for a, step in zip(at, _solved(bend, slope), strict=True)]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve three linear equations (Cramer's rule)."""
    whole = _determinant(matrix)
    return [
        _determinant([[*row[:i], value, *row[i + 1 :]] for row, value in zip(matrix, right, strict=True)])
        / whole
        for i in range(3)
    ]


def _determinant(m: list[list[float]]) -> float:
    return (
        m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
    )


def left_out(items: Sequence[Measured]) -> Callable[[Measured], int]:
    """Return scores made with scales that have not seen the item's organisation."""
    scales = {
        corpus: fit([item for item in items if item.row["corpus"] != corpus])
        for corpus in {item.row["corpus"] for item in items}
    }
    return lambda item: scales[item.row["corpus"]].push(item)


def report(name: str, items: Sequence[Measured], push: Callable[[Measured], int]) -> None:
    """Print precision, recall and the modest pointers flagged, on the items that count."""
    print(name)
    counted = [item for item in items if _counts(item.row)]
    for language in sorted({item.row["lang"] for item in items}):
        for group in ("core", "article"):
            some = [
                item
                for item in counted
                if item.row["lang"] == language and (group == "core" or item.row["article"])
            ]
            flagged = [item for item in some if push(item) > ALLOWANCE]
            hits = sum(item.row["label_push"] for item in flagged)
            soft = [item for item in some if item.row.get("soft_cta")]
            wrong = sum(item in flagged for item in soft)
            print(f"  {language} {group:8} n={len(some):3}  precision {hits / max(len(flagged), 1):.2f}  "
                  f"recall {hits / max(sum(i.row['label_push'] for i in some), 1):.2f}  "
                  f"modest pointers flagged {wrong} of {len(soft)}")
    print()


def _counts(row: Row) -> bool:
    return bool(
        row["core"] and row["label_source"] == "read" and row["confidence"] == "high" and row["words"] >= 60
    )


def report_stages(items: Sequence[Measured]) -> None:
    """Print how often the suggested phase is right, and right or next to it."""
    order = list(PHASES.values())
    print("stage suggestions (weights set by hand, nothing fitted)")
    read = [item for item in items if item.row["core"] and item.row["label_source"] == "read"]
    for language in (*sorted({item.row["lang"] for item in items}), "all"):
        steps = [
            abs(order.index(suggested[0].phase) - order.index(PHASES[item.row["label_stage"]]))
            for item in read
            if language in (item.row["lang"], "all") and (suggested := suggest_stage(item.message))
        ]
        right, near = sum(step == 0 for step in steps), sum(step <= 1 for step in steps)
        print(f"  {language:3} n={len(steps):3}  right {right / len(steps):.2f}  "
              f"right or neighbour {near / len(steps):.2f}")


if __name__ == "__main__":
    raise SystemExit(main())
