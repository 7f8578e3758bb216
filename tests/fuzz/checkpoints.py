"""Checkpoints, in a folder and in the library; states of trainings that were stopped."""

from __future__ import annotations

import ast
import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import safetensors.numpy

from lenet_gui.common.assets import resource
from lenet_gui.common.recipes import best_recipe
from lenet_gui.common.values import Picture
from lenet_gui.engine.checkpoints.checkpoint import checkpoint_bytes, read_checkpoint
from lenet_gui.engine.checkpoints.exports.training_script import training_script
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.unfinished_trainings import unfinished
from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.fuzz.kinds import Files, Kind
from tests.fuzz.mutations import mutated, mutated_json, mutated_text
from tests.helpers import mnist_test, untrained


@cache
def corpus() -> Files:
    """Two that come with the program, one with two classes."""
    files = {
        f"{name}.safetensors": resource("checkpoints", f"{name}.safetensors").read_bytes()
        for name in ("lenet-5-modern", "lenet-5")
    }
    config = best_recipe("lenet-5-modern").as_json()
    changes = [{"step": 3, "rate": 0.1, "distortions": None}]
    evaluation = {"errors": 3, "error_rate": 0.1, "interval": [0.0, 0.2], "data": "a", "count": 30}
    small = replace(
        untrained(class_names=("a", "é")),
        training={"config": config, "changes": changes, "seconds": 3.5},
        evaluation=evaluation,
    )
    return files | {"small.safetensors": checkpoint_bytes(small)}


def split(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The header of a safetensors file, and the numbers behind it."""
    length = int.from_bytes(data[:8], "little")
    return json.loads(data[8 : 8 + length]), data[8 + length :]


def joined(header: object, body: bytes) -> bytes:
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + body


def mutate(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    if chance.random() < 0.25:
        return mutated(data, others, chance)
    header, body = split(data)
    metadata = header["__metadata__"]
    verdict = chance.random()
    if verdict < 0.75:
        for _ in range(chance.choice((1, 1, 2))):
            key = chance.choice(sorted(metadata))
            metadata[key] = mutated_text(metadata[key], chance)
    elif verdict < 0.9:
        key = chance.choice(sorted(set(header) - {"__metadata__"}))
        header[key] = mutated_json(header[key], chance)
    else:
        body = mutated(body, [], chance)
    return joined(header, body)


def by_hand(heavy: bool) -> Files:
    header, body = split(corpus()["small.safetensors"])
    metadata = header["__metadata__"]

    def saying(**entries: object) -> bytes:
        texts = {key: json.dumps(value) for key, value in entries.items()}
        return joined(header | {"__metadata__": metadata | texts}, body)

    rates = {"error_rate": 0.5, "interval": [{}, []], "data": ["x"], "errors": -1}
    odd = {"config": {"rate": float("nan"), "epochs": 10**99}}
    files = {
        "nothing.safetensors": b"",
        "claim.safetensors": (2**63).to_bytes(8, "little") + b"{",
        "half a letter.safetensors": saying(class_names=["a", "\ud800"]),
        "bell.safetensors": saying(class_names=["a", "\a\n"]),
        "rates.safetensors": saying(evaluation=rates),
        "large.safetensors": saying(evaluation={"error_rate": 0.1, "interval": [10**400, 1]}),
        "no recipe.safetensors": saying(training={"config": [], "changes": {}, "seconds": "x"}),
        "tall recipe.safetensors": saying(training=odd),
        "pickle.safetensors": b"\x80\x04cposix\nsystem\n(S'exit'\ntR.",
    }  # fmt: skip
    if heavy:
        names = [str(number) for number in range(120_000)]
        files["classes.safetensors"] = saying(class_names=names)
    return files


def use(path: Path) -> None:
    """Read it, read with it, list it, export it."""
    checkpoint = read_checkpoint(path)
    recognizer = Recognizer("x", checkpoint)
    with np.errstate(over="ignore", invalid="ignore"):  # weights as large as numbers can be
        recognizer.recognize(Picture(mnist_test().images[0]))
    checkpoint_bytes(checkpoint)
    ",".join(checkpoint.class_names).encode()
    if zlib.crc32(path.read_bytes()) % 16 == 0:  # it takes its time
        script = ast.parse(training_script("x", checkpoint))
        names = {node.id for node in ast.walk(script) if isinstance(node, ast.Name)}
        assert not names & {"nan", "inf"}, "the script has numbers that are none"


KIND = Kind("checkpoints", corpus, mutate, use, by_hand)


# ---- the library


def use_in_library(path: Path) -> None:
    """What the library and the panel of it make of the file."""
    from lenet_gui.gui.library.table import LibraryTable
    from lenet_gui.gui.wording.network_words import network_facts

    entries = Library(path.parent).entries()
    table = LibraryTable()
    table.show_entries(entries, "")
    table.as_csv().encode()
    for entry in entries:
        network_facts(Recognizer(entry.name, read_checkpoint(entry.path)))


def library_corpus() -> Files:
    header, body = split(corpus()["small.safetensors"])
    kept = {"note": "mine", "trained": "2024-05-06T07:08:09+00:00"}
    header["__metadata__"] |= kept
    return {"kept.safetensors": joined(header, body)}


def mutate_entry(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    header, body = split(data)
    metadata = header["__metadata__"]
    if chance.random() < 0.4:
        moments = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1e9", "2024-13-01")
        metadata["trained"] = chance.choice(moments)
    if chance.random() < 0.4:
        metadata["note"] = mutated_text(json.dumps(metadata["note"]), chance)
    data = joined(header, body)
    return data if chance.random() < 0.2 else mutate(name, data, others, chance)


LIBRARY = Kind("library entries", library_corpus, mutate_entry, use_in_library)


# ---- what a training leaves


def state_corpus() -> Files:
    progress = {"seconds": 12.5, "cpu_seconds": 11.0, "progress": 0.25, "step": 40, "steps": 160}
    config = best_recipe("lenet-5-modern").as_json()
    values = {"config": config, "class_names": list("0123456789"), "best": 0.02, "changes": []}
    metadata = {key: json.dumps(value) for key, value in {**values, **progress}.items()}
    tensors: dict[str, np.ndarray] = {
        "learner.weights": np.zeros(7, np.float32),
        "batches.order": np.arange(9),
    }
    return {"some.resume.safetensors": safetensors.numpy.save(tensors, metadata)}


def use_state(path: Path) -> None:
    """List it as the window does at its start."""
    from lenet_gui.gui.training.words import duration, title

    for one in unfinished(path.parent):
        assert 0 <= one.progress <= 1
        assert one.step >= 0
        title(one.config).encode()
        duration(one.seconds)
        json.dumps(one.config.as_json(), allow_nan=False)


STATES = Kind("unfinished trainings", state_corpus, mutate, use_state)
