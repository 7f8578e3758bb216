"""The figures of readers, one row after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from lenet_gui.common.values import Evaluation
from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX, read_checkpoint
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK, load_recognizer
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.recognition.evaluation import evaluate
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_rule import rankings
from tests.benchmarks.results.material import Material, Written
from tests.benchmarks.results.plan import (
    ERROR_THEN,
    MNIST_REJECTED,
    NETWORKS,
    PENS_REJECTED,
    REJECTED_PART,
    SCRIBBLES_REJECTED,
    SIGNS_REJECTED,
    Plan,
)
from tests.benchmarks.results.rows import Row, absent, counted

_NOWHERE = Path("nowhere")


def rows(material: Material) -> Iterator[Row]:
    for plan in NETWORKS:
        yield from _of_network(plan, material)
    yield from _refusing(load(DEFAULT_NETWORK), material)
    for name in dict.fromkeys([DEFAULT_NETWORK, *(plan.name for plan in NETWORKS if plan.pens)]):
        if name in shipped_names() and material.pens is not None:
            yield from _closer(load(name), material.pens)
    for plan in NETWORKS:
        if plan.name in shipped_names():
            yield _cost(load(plan.name))


@cache
def evaluated(recognizer: Recognizer, samples: Dataset) -> Evaluation:
    """Each reader reads each set once."""
    return evaluate(recognizer, samples)


@cache
def load(name: str) -> Recognizer:
    return load_recognizer(name)


def laboratory_errors(evaluation: Evaluation, pens: Written) -> dict[str, tuple[int, int]]:
    """Laboratory -> (errors, samples)."""
    wrong = evaluation.answers != evaluation.labels
    return {
        str(name): (int(wrong[pens.laboratories == name].sum()), int(count))
        for name, count in zip(*np.unique(pens.laboratories, return_counts=True), strict=True)
    }


def laboratory_mean(evaluation: Evaluation, pens: Written) -> float:
    """In percent: each laboratory counts as much."""
    parts = [errors / count for errors, count in laboratory_errors(evaluation, pens).values()]
    return 100 * float(np.mean(parts))


def _of_network(plan: Plan, material: Material) -> Iterator[Row]:
    on_mnist, on_pens = f"{plan.name}: MNIST test error", f"{plan.name}: pens held out, error"
    if plan.name not in shipped_names():
        yield Row(on_mnist, None, bar=plan.mnist, note="there is no such reader", missed=True)
        if plan.pens is not None:
            yield Row(on_pens, None, bar=plan.pens, note="there is no such reader", missed=True)
        return
    recognizer = load(plan.name)
    found = evaluated(recognizer, material.mnist)
    yield counted(on_mnist, found.errors, found.labelled, plan.mnist, plan.mnist_aim)
    if plan.seeds:
        yield _mean_of_seeds(plan, found, material)
    if material.pens is None:
        yield absent(on_pens, plan.pens)
        return
    found = evaluated(recognizer, material.pens.samples)
    note = f"mean of the laboratories {laboratory_mean(found, material.pens):.2f} %"
    yield counted(on_pens, found.errors, found.labelled, plan.pens, plan.pens_aim, note=note)


def _mean_of_seeds(plan: Plan, shipped: Evaluation, material: Material) -> Row:
    what, rates = f"{plan.name}: mean of three trainings", [shipped.errors / shipped.labelled]
    for seed in (1, 2):
        path = (material.seeds or _NOWHERE) / f"{plan.name}-seed{seed}{CHECKPOINT_SUFFIX}"
        if not path.is_file():
            return absent(what)
        other = evaluated(Recognizer(path.stem, read_checkpoint(path)), material.mnist)
        rates.append(other.errors / other.labelled)
    said = "seeds 0, 1, 2: " + ", ".join(f"{rate:.2%}" for rate in rates)
    return Row(what, 100 * float(np.mean(rates)), note=said)


# ---- "I don't know"


def _refusing(recognizer: Recognizer, material: Material) -> Iterator[Row]:
    """The reader that is used by default, as it ships."""

    def name(what: str) -> str:
        return f"{recognizer.name}: {what}"

    signs, like = material.signs, material.signs_like_digits
    samples = None if material.pens is None else material.pens.samples
    yield _rejected(recognizer, name("pens held out, rejected"), samples, PENS_REJECTED)
    yield _rejected(recognizer, name("MNIST test, rejected"), material.mnist, MNIST_REJECTED)
    yield _rejected(recognizer, name("letters and signs, rejected"), signs, SIGNS_REJECTED, True)
    yield _rejected(recognizer, name("those like digits, rejected"), like)
    scribbles = material.scribbles
    yield _rejected(recognizer, name("scribbles, rejected"), scribbles, SCRIBBLES_REJECTED, True)
    empty = [recognizer.recognize(picture) for picture in material.blank_and_dots]
    answered = sum(one.label is None for one in empty)
    yield counted(
        name("blank pages and dots, rejected"), answered, len(empty), 100.0, at_least=True
    )
    yield _at_rejects(
        recognizer, name(f"MNIST test error at {REJECTED_PART:g} % rejects"), material
    )


def _rejected(
    recognizer: Recognizer,
    what: str,
    samples: Dataset | None,
    bar: float | None = None,
    at_least: bool = False,
) -> Row:
    if samples is None:
        return absent(what, bar, at_least)
    found = evaluated(recognizer, samples)
    errors = found.accepted_error_rate
    note = "" if errors is None else f"error of the others {errors:.2%}"
    return counted(what, found.rejected, found.count, bar, at_least=at_least, note=note)


def _at_rejects(recognizer: Recognizer, what: str, material: Material) -> Row:
    evidence = recognizer.evidence(material.mnist.images)
    labels = material.mnist.indices(recognizer.checkpoint.class_names)
    sure = np.argsort(-recognizer.confidences(evidence), kind="stable")
    kept = sure[: round(len(sure) * (1 - REJECTED_PART / 100))]
    wrong = int((rankings(evidence)[kept, 0] != labels[kept]).sum())
    return counted(what, wrong, len(kept), ERROR_THEN, note="1990: 1 % error at 9 % rejects")


# ---- closer


def _closer(recognizer: Recognizer, pens: Written) -> Iterator[Row]:
    found = evaluated(recognizer, pens.samples)
    wrong = found.answers != found.labels
    for place, digit in enumerate(found.class_names):
        own = found.labels == place
        if own.any():
            what = f"{recognizer.name}: pens, digit {digit}"
            yield counted(
                what, int((wrong & own).sum()), int(own.sum()), note=_taken_for(found, place)
            )
    for laboratory, (errors, count) in laboratory_errors(found, pens).items():
        yield counted(f"{recognizer.name}: pens, laboratory {laboratory}", errors, count)


def _taken_for(found: Evaluation, place: int) -> str:
    row = found.confusion[place].copy()
    row[place] = 0
    most = [other for other in np.argsort(-row, kind="stable")[:3] if row[other]]
    parts = [f"{found.class_names[other]} ({row[other]})" for other in most]
    return "taken for " + ", ".join(parts) if parts else ""


def cost_of(training: Mapping[str, Any]) -> float | None:
    """CPU seconds of a training and of those that it began with; None if one is not known."""
    own = training.get("cpu_seconds")
    before = training.get("before")
    earlier = cost_of(before) if isinstance(before, Mapping) else 0.0
    return None if own is None or earlier is None else float(own) + earlier


def _cost(recognizer: Recognizer) -> Row:
    training = recognizer.checkpoint.training
    seconds = cost_of(training)
    cost = "" if seconds is None else f"; trained in {seconds:,.0f} CPU seconds"
    architecture = recognizer.architecture
    note = f"{architecture.parameters:,} parameters, {architecture.connections:,} connections{cost}"
    return Row(f"{recognizer.name}: size and cost", None, note=note)
