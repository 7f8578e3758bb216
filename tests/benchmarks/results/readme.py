"""The table of results in the README."""

from __future__ import annotations

from pathlib import Path

from lenet_gui.common.values import Evaluation
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names
from tests.benchmarks.results.figures import cost_of, evaluated, laboratory_mean, load
from tests.benchmarks.results.material import Material
from tests.benchmarks.results.plan import NETWORKS, Plan

README = Path(__file__).resolve().parents[3] / "README.md"
BEGIN, END = "<!-- results: made by make results -->\n", "<!-- end of results -->\n"


def table(material: Material) -> str:
    """Markdown; the pens must be here."""
    lines = [
        "| network | what it is | parameters | MNIST test error | pens of other writers, error |"
        " trained in |",
        "|---|---|---:|---:|---:|---:|",
    ]
    lines += [_line(plan, material) for plan in NETWORKS if plan.name in shipped_names()]
    return "\n".join([*lines, "", *_refused(material), ""])


def write_table(text: str) -> bool:
    """Put it into the README; was anything changed?"""
    before = README.read_text(encoding="utf-8")
    head, _, rest = before.partition(BEGIN)
    _, _, tail = rest.partition(END)
    after = head + BEGIN + text + END + tail
    if after != before:
        README.write_text(after, encoding="utf-8")
    return after != before


def _line(plan: Plan, material: Material) -> str:
    recognizer = load(plan.name)
    assert material.pens is not None
    pens = evaluated(recognizer, material.pens.samples)
    mean = laboratory_mean(pens, material.pens)
    seconds = cost_of(recognizer.checkpoint.training)
    cost = "" if seconds is None else f"{seconds / 60:,.0f} min"
    default = "; the default" if plan.name == DEFAULT_NETWORK else ""
    return (
        f"| `{plan.name}` | {plan.what}{default} | {recognizer.architecture.parameters:,} "
        f"| {_rate(evaluated(recognizer, material.mnist))} "
        f"| {_rate(pens)}, by laboratory {mean:.2f} % "
        f"| {cost} |"
    )


def _rate(found: Evaluation) -> str:
    assert found.error_rate is not None
    assert found.interval is not None
    low, high = (100 * end for end in found.interval)
    return f"{100 * found.error_rate:.2f} % ({low:.2f} to {high:.2f})"


def _refused(material: Material) -> list[str]:
    """What the default reader refuses, as a second table."""
    recognizer = load(DEFAULT_NETWORK)
    pens = None if material.pens is None else material.pens.samples
    found = [
        ("pen digits of other writers", pens),
        ("MNIST's test digits", material.mnist),
        ("letters and symbols of other writers", material.signs),
        ("of these, those that look like digits", material.signs_like_digits),
        ("scribbles", material.scribbles),
    ]
    lines = [f"| `{recognizer.name}` rejects | of | share |", "|---|---:|---:|"]
    for what, samples in found:
        if samples is not None:
            one = evaluated(recognizer, samples)
            lines.append(f"| {what} | {one.count:,} | {100 * one.rejected / one.count:.1f} % |")
    return lines
