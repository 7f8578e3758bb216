"""Words for the choices that a foreign network leaves open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.printable import visible
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.importing.candidates import Candidate
from lenet_gui.engine.importing.imported import Found
from lenet_gui.gui.system.errors import sentence

_POOLINGS = {
    "max": QT_TRANSLATE_NOOP("ForeignNetwork", "max pooling"),
    "average": QT_TRANSLATE_NOOP("ForeignNetwork", "average pooling"),
}
_INK = {
    "bright": QT_TRANSLATE_NOOP("ForeignNetwork", "bright ink, inputs {0}"),
    "dark": QT_TRANSLATE_NOOP("ForeignNetwork", "dark ink, inputs {0}"),
}
_SEES = {
    "ink": QT_TRANSLATE_NOOP("ForeignNetwork", "sees ink"),
    "picture": QT_TRANSLATE_NOOP("ForeignNetwork", "sees pictures"),
}


def _translated(text: str) -> str:
    return QCoreApplication.translate("ForeignNetwork", text)


def choice_words(candidate: Candidate) -> str:
    """Return what a file left open, as one combination answers it, in one line."""
    architecture, structure = candidate.architecture, candidate.structure
    parts = []
    if candidate.accuracy is not None:
        accuracy = QLocale().toString(100 * candidate.accuracy, "f", 1)
        parts.append(
            _translated(QT_TRANSLATE_NOOP("ForeignNetwork", "{0} % right")).format(accuracy)
        )
    parts.append(shape_words(architecture.input_shape))
    if structure is not None:
        padding = structure.paddings[0] if structure.paddings else 0
        parts.append(
            _translated(QT_TRANSLATE_NOOP("ForeignNetwork", "padding {0}")).format(padding)
        )
        if any(stride > 1 for stride in structure.strides):
            strides = ", ".join(map(str, structure.strides))
            parts.append(
                _translated(QT_TRANSLATE_NOOP("ForeignNetwork", "strides {0}")).format(strides)
            )
        if candidate.pooling:
            parts.append(_translated(_POOLINGS[candidate.pooling]))
        parts.append(candidate.function)
    if candidate.ink:
        parts.append(_translated(_INK[candidate.ink]).format(candidate.input_range))
    parts.append(_translated(_SEES[architecture.sees]))
    return " · ".join(parts)


def shape_words(shape: tuple[int, ...]) -> str:
    """Return a shape as people write it."""
    return "×".join(map(str, shape)) or "1"


def heading(found: Found) -> str:
    """Return what the file is, and how the combinations were told apart."""
    number = QLocale().toString
    if found.tried and found.digits:
        text = QT_TRANSLATE_NOOP(
            "ForeignNetwork",
            "{0}. {1} combinations of what the file does not say were tried on MNIST's test "
            "digits. These are the best; where several are close, choose the one that you know "
            "to be right.",
        )
    elif found.tried:
        text = QT_TRANSLATE_NOOP(
            "ForeignNetwork",
            "{0}. None of {1} combinations reads MNIST's digits, so they do not tell what the "
            "file does not say. Choose what you know to be right.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "ForeignNetwork",
            "{0}. Its classes are not the ten digits, so trying does not tell what the file does "
            "not say. {1} combinations fit; these are the most usual. Choose what you know to be "
            "right.",
        )
    kind = visible(found.file.network.kind)
    return _translated(text).format(kind, number(found.combinations))


def warnings(candidate: Candidate) -> str:
    """Return what would be lost with a combination, one sentence a line."""
    said = [sentence(remark) for remark in candidate.remarks]
    if candidate.drops_colour:
        said.append(
            _translated(
                QT_TRANSLATE_NOOP(
                    "ForeignNetwork",
                    "The network has three channels, but sees ink: colour is dropped.",
                )
            )
        )
    return "\n".join(said)
