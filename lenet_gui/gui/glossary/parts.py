"""Which terms belong to which part of the window, and the way from a part to the glossary."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QWidget

# Object name of a panel or a part of one -> keys of its terms, the first one above all.
TERMS_OF_PARTS: dict[str, tuple[str, ...]] = {
    "network": ("layer", "feature_map", "unit", "receptive_field", "activation"),
    "answer": ("output", "class", "evidence", "margin", "reject"),
    "stages": ("normalization", "rasterization", "input", "mnist"),
    "kernels": ("kernel", "weight", "weight_sharing", "convolution"),
    "connections": ("connection_table", "c3", "connection"),
    "certainty": ("reject", "threshold", "validation_data"),
    "training": ("gradient", "learning_rate", "epoch", "loss"),
    "result": ("error_rate", "test_data", "confidence_interval"),
    "library": ("error_rate", "confidence_interval", "parameter"),
    "inspector": ("unit", "activation", "activation_function", "weight"),
    "layers": ("layer", "parameter", "connection", "activation_function"),
    "why": ("evidence", "gradient_times_input", "occlusion", "smallest_change"),
    "learning_step": ("backpropagation", "gradient", "delta", "loss", "learning_rate"),
    "canvas": ("rasterization", "normalization", "receptive_field"),
    "dial": ("reject", "threshold"),
    "weights": ("weight", "bias", "coefficient", "parameter"),
    "training-curves": ("loss", "validation_data", "overfitting", "learning_rate"),
    "certainty-curve": ("threshold", "reject", "error_rate"),
    "certainty-score": ("threshold", "margin", "not_a_digit"),
    "confusion-matrix": ("confusion_matrix", "class"),
    "class-table": ("precision", "recall"),
    "calibration": ("calibration",),
    "digits": ("error_rate", "class"),
    "kernel-pair": ("kernel", "weight"),
    "mnist": ("mnist", "test_data"),
    "network-choice": ("layer", "parameter"),
}


def show_term(widget: QWidget, key: str) -> None:
    """Ask the window that a widget stands in to open the glossary at a term.

    It is asked as by a link in What's This, which Qt hands up from widget to widget.
    """
    QCoreApplication.sendEvent(widget, QWhatsThisClickedEvent(key))
