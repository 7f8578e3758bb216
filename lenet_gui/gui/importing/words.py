"""The sentences of the import dialog about a data set."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.data.formats.picture_forms import PictureForm, Suggestion
from lenet_gui.engine.data.summary import Summary
from lenet_gui.engine.data.train_test_splits import FEWEST_UNITS, SourceSplit
from lenet_gui.gui.system.errors import sentence

KINDS = {
    "mnist": QT_TRANSLATE_NOOP("Import", "MNIST"),
    "idx": QT_TRANSLATE_NOOP("Import", "IDX files"),
    "emnist": QT_TRANSLATE_NOOP("Import", "EMNIST (its transposed pictures were turned upright)"),
    "qmnist": QT_TRANSLATE_NOOP("Import", "QMNIST"),
    "csv": QT_TRANSLATE_NOOP("Import", "CSV file"),
    "keras": QT_TRANSLATE_NOOP("Import", "Keras npz file"),
    "folder": QT_TRANSLATE_NOOP("Import", "Folder by class"),
    "strokes": QT_TRANSLATE_NOOP("Import", "Stroke set"),
}
TURN_NAMES = {
    "": QT_TRANSLATE_NOOP("Import", "As stored"),
    "transpose": QT_TRANSLATE_NOOP("Import", "Transposed"),
    "turn-left": QT_TRANSLATE_NOOP("Import", "Turned left"),
    "turn-right": QT_TRANSLATE_NOOP("Import", "Turned right"),
    "turn-around": QT_TRANSLATE_NOOP("Import", "Turned around"),
    "mirror": QT_TRANSLATE_NOOP("Import", "Mirrored left to right"),
    "flip": QT_TRANSLATE_NOOP("Import", "Flipped top to bottom"),
    "transverse": QT_TRANSLATE_NOOP("Import", "Transposed and turned around"),
}
MOST_NAMES = 8  # of classes listed in a warning


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)


def _number(value: int) -> str:
    return QLocale().toString(value)


def kind_words(summary: Summary) -> str:
    """Return the kind of the data set in words."""
    return _tr(KINDS[summary.dataset.kind])


def split_words(summary: Summary, split: SourceSplit) -> str:
    """Return how a data set is split, and where the test part comes from."""
    if split.writers:
        numbers = [_number(count) for count in split.writers]
        if split.test_from == "part":
            text = QT_TRANSLATE_NOOP(
                "Import",
                "Split by writer: {0} writers for training, {1} for validation and {2} for "
                "testing. No writer is in two parts.",
            )
        else:
            text = QT_TRANSLATE_NOOP(
                "Import",
                "Split by writer: {0} writers for training, {1} for validation. No writer is in "
                "both parts.",
            )
        said = _tr(text).format(*numbers)
    else:
        said = _tr(QT_TRANSLATE_NOOP("Import", "Split by sample. No picture is in two parts."))
        if 0 < summary.writers < FEWEST_UNITS:
            said = _tr(
                QT_TRANSLATE_NOOP(
                    "Import",
                    "Split by sample, because there are too few writers. No picture is in two "
                    "parts.",
                )
            )
    if split.test_from == "file":
        test = QT_TRANSLATE_NOOP("Import", "The test digits come from the test file beside it.")
    else:
        test = QT_TRANSLATE_NOOP("Import", "The test part is the same for every training.")
    return f"{said} {_tr(test)}{_left_out(summary, split)}"


def _left_out(summary: Summary, split: SourceSplit) -> str:
    """Return how many samples the split leaves out, and why; empty if there are none."""
    used = split.training + split.validation + (split.test if split.test_from == "part" else 0)
    if used == len(summary.dataset):
        return ""
    text = QT_TRANSLATE_NOOP("Import", "Left out because another part has the same picture: {0}.")
    return " " + _tr(text).format(_number(len(summary.dataset) - used))


def turn_name(turn: str) -> str:
    """Return a way to turn pictures in words."""
    return _tr(TURN_NAMES[turn])


def form_words(form: PictureForm) -> str:
    """Return a form of pictures in words."""
    if not form.invert:
        return turn_name(form.turn)
    inverted = _tr(QT_TRANSLATE_NOOP("Import", "Inverted"))
    return f"{inverted} + {turn_name(form.turn)}" if form.turn else inverted


def _suggested(suggestion: Suggestion) -> str:
    """Return the sentence that the pictures seem to be inverted or turned."""
    if suggestion.right is None or suggestion.right_now is None:
        text = QT_TRANSLATE_NOOP(
            "Import",
            "Ink and paper seem to be the wrong way round, by the shade of the paper. Better: {0}.",
        )
        return _tr(text).format(form_words(suggestion.form))
    text = QT_TRANSLATE_NOOP(
        "Import",
        "The pictures seem to be inverted or turned. A network trained on MNIST reads {1} % of a "
        "sample right; it would be {2} % with: {0}.",
    )
    rates = (_number(round(100 * one)) for one in (suggestion.right_now, suggestion.right))
    return _tr(text).format(form_words(suggestion.form), *rates)


def warnings(summary: Summary) -> list[str]:
    """Return a sentence for each thing to know before training with the data."""
    said = [sentence(remark) for remark in summary.remarks]
    if summary.dataset.suggestion is not None:
        said.append(_suggested(summary.dataset.suggestion))
    if summary.many_blanks:
        text = QT_TRANSLATE_NOOP("Import", "Pictures without ink: {0} of {1}.")
        said.append(_tr(text).format(_number(summary.blanks), _number(len(summary.dataset))))
    if summary.scarce:
        text = QT_TRANSLATE_NOOP("Import", "Few training samples: {0}.")
        names = ", ".join(summary.scarce[:MOST_NAMES])
        said.append(_tr(text).format(names + (" …" if len(summary.scarce) > MOST_NAMES else "")))
    elif summary.uneven:
        text = QT_TRANSLATE_NOOP(
            "Import",
            "The classes are very uneven: {0} has {1} samples, {2} only {3}. The network will "
            "favour the frequent classes.",
        )
        most, least = int(summary.counts.argmax()), int(summary.counts.argmin())
        said.append(
            _tr(text).format(
                summary.class_names[most], _number(int(summary.counts[most])),
                summary.class_names[least], _number(int(summary.counts[least])),
            )
        )  # fmt: skip
    if len(summary.class_names) == 1:
        text = QT_TRANSLATE_NOOP("Import", "It can be mixed with other data.")
        said.append(_tr(text))
    return said
