"""The purpose of each layer in a few sentences, with its place in the 1998 paper and glossary."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.explaining.layer_table import LayerRow, input_facts
from lenet_gui.engine.explaining.layer_words import (
    ACTIVATION_WORDS,
    KIND_WORDS,
    LayerKind,
    Wording,
)
from lenet_gui.engine.networks.architecture import Architecture

TERMS: dict[LayerKind, str] = {
    "convolution": "convolution",
    "convolution by table": "connection_table",
    "sum subsampling": "sum_subsampling",
    "average subsampling": "average_pooling",
    "max subsampling": "max_pooling",
    "max blur subsampling": "max_blur",
    "full connection": "full_connection",
    "Euclidean RBF": "rbf",
}
"""Keys of the glossary's terms."""


@dataclass(frozen=True)
class Link:
    """A term of the glossary, and its name as it is shown."""

    key: str
    name: str


@dataclass(frozen=True)
class Purpose:
    """The texts on a layer. section: of the 1998 paper; empty where it has no such layer."""

    text: str
    section: str
    links: tuple[Link, ...]


def purpose_of_input(architecture: Architecture, wording: Wording) -> Purpose:
    """Say what the network is given, and why."""
    facts = "; ".join(input_facts(architecture, wording))
    why, section = _PICTURE, ""
    if architecture.sees == "ink":
        large = architecture.input_shape[1] > 28
        why, section = (_LARGER, "II-B") if large else (_AS_STORED, "")
    link = Link("input", wording.word(QT_TRANSLATE_NOOP("Layers", "input")))
    return Purpose(f"{_first_large(facts)}. {_tr(why)}", section, (link,))


def purpose_of(row: LayerRow, architecture: Architecture, wording: Wording) -> Purpose:
    """Say what a layer is for, how many rows its maps have and why, and how its weights begin."""
    template, section = _template(row, architecture)
    parts = [
        _tr(template).format(
            below=architecture.below(row.name),
            maps=wording.number(row.output_shape[0]),
            read=wording.number(row.input_shape[0]),
            kernel=f"{row.kernel}×{row.kernel}",
        )
    ]
    if row.side is not None and row.side.value > 1:
        parts.append(_tr(_SIDE).format(row.side.text(wording)))
    if row.first_weights:
        parts.append(_tr(_FIRST).format(row.first_weights_text(wording)))
    links = [Link(TERMS[row.kind], wording.word(KIND_WORDS[row.kind]))]
    if row.activation is not None:
        key = row.activation.replace(" ", "_")
        links.append(Link(key, wording.word(ACTIVATION_WORDS[row.activation])))
    return Purpose(" ".join(parts), section, tuple(links))


def _template(row: LayerRow, architecture: Architecture) -> tuple[str, str]:
    """Return the sentences on a layer, with gaps, and the section of the paper."""
    if row.kind == "convolution":
        if row.output_shape[1:] == (1, 1):
            return _COVERING, "II-B"
        first = architecture.below(row.name) == "INPUT"
        return (_FIRST_MAPS, "II-A") if first else (_PATTERNS, "II-A")
    if row.kind == "full connection":
        if row.activation == "softmax":
            return _SOFTMAX, ""
        last = architecture.layers[-1]
        coded = architecture.below(last.name) == row.name and architecture.score_kind == "penalty"
        return (_CODED, "II-B") if coded else (_FULL, "II-B")
    return _OTHERS[row.kind]


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayerPurposes", text)


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]


_LARGER = QT_TRANSLATE_NOOP(
    "LayerPurposes",
    "The field is larger than any digit, so that the ends and corners of strokes can lie in the "
    "middle of what the kernels read.",
)
_AS_STORED = QT_TRANSLATE_NOOP(
    "LayerPurposes", "The network of 1998 had a border of paper as well."
)
_PICTURE = QT_TRANSLATE_NOOP(
    "LayerPurposes", "The network gets the whole picture; no digit is looked for in it."
)
_FIRST_MAPS = QT_TRANSLATE_NOOP(
    "LayerPurposes",
    "Each of the {maps} maps looks for one pattern of {kernel} pixels everywhere: all units of a "
    "map share one kernel. So there is little to train, and where the digit shifts, so does what "
    "the map finds.",
)
_PATTERNS = QT_TRANSLATE_NOOP(
    "LayerPurposes",
    "Each of the {maps} maps reads all {read} maps of {below}, with a kernel of {kernel} for each, "
    "and so finds patterns of patterns.",
)
_COVERING = QT_TRANSLATE_NOOP(
    "LayerPurposes",
    "Its kernels of {kernel} cover the maps of {below} completely, so each of its {maps} maps is a "
    "single unit. With a larger input its maps would be larger: that is why it is a convolution.",
)
_CODED = QT_TRANSLATE_NOOP(
    "LayerPurposes",
    "Each of the {maps} units weighs all units of {below}. Together they draw a small picture, "
    "which the output compares with the code of each class.",
)
_FULL = QT_TRANSLATE_NOOP(
    "LayerPurposes",
    "Each of the {maps} units weighs all units of {below}: here the features become evidence.",
)
_SOFTMAX = QT_TRANSLATE_NOOP(
    "LayerPurposes",
    "One unit for each class weighs all units of {below}; softmax turns the {maps} sums into "
    "probabilities that add up to 1. The network of 1998 compares with codes instead.",
)
_OTHERS: dict[LayerKind, tuple[str, str]] = {
    "convolution by table": (
        QT_TRANSLATE_NOOP(
            "LayerPurposes",
            "Each of the {maps} maps reads only some of the {read} maps of {below}, as the "
            "connection table says. So maps are forced to look for different things, and fewer "
            "kernels are enough.",
        ),
        "II-B",
    ),
    "sum subsampling": (
        QT_TRANSLATE_NOOP(
            "LayerPurposes",
            "Each unit adds up a square of {kernel} units, times a trained coefficient, plus a "
            "trained bias. Where exactly a feature lies matters less from here on.",
        ),
        "II-A",
    ),
    "average subsampling": (
        QT_TRANSLATE_NOOP(
            "LayerPurposes",
            "Each unit is the average of a square of {kernel} units; nothing is trained. Where "
            "exactly a feature lies matters less from here on.",
        ),
        "II-A",
    ),
    "max subsampling": (
        QT_TRANSLATE_NOOP(
            "LayerPurposes",
            "Each unit is the largest of a square of {kernel} units; nothing is trained. Where "
            "exactly a feature lies matters less from here on. The network of 1998 adds instead.",
        ),
        "",
    ),
    "max blur subsampling": (
        QT_TRANSLATE_NOOP(
            "LayerPurposes",
            "Each unit averages the largest values of overlapping squares of {kernel} units, so "
            "that a shift by one pixel changes little; nothing is trained. The network of 1998 "
            "adds instead.",
        ),
        "",
    ),
    "Euclidean RBF": (
        QT_TRANSLATE_NOOP(
            "LayerPurposes",
            "Each of the {maps} units measures how far {below} is from the drawn code of its "
            "class: the squared distance, a penalty. The smallest one is the answer.",
        ),
        "II-B",
    ),
}
_SIDE = QT_TRANSLATE_NOOP("LayerPurposes", "Rows and columns of a map: {0}.")
_FIRST = QT_TRANSLATE_NOOP("LayerPurposes", "Before training: {0}.")
