"""Words on what a step does, and on what the steps so far have done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.gui.wording.phrases import counted
from lenet_gui.gui.wording.power_numbers import number

if TYPE_CHECKING:
    from lenet_gui.gui.explaining.learning_step import LearningStep


def step_tip(learning: LearningStep) -> str:
    """Return what a step does, or why none can be taken."""
    translate = QCoreApplication.translate
    if learning.is_learning:
        return translate(
            "StepWords", "This network is being trained; choose another one to take steps by hand"
        )
    return translate(
        "StepWords",
        "Move every weight of a copy of the network to w − rate · ∂E/∂w: a plain gradient step, "
        "without momentum or decay",
    )


def outcome(learning: LearningStep) -> str:
    """Return what the steps so far have done; before the first one, what it will do."""
    last = learning.last
    if learning.is_learning or not learning.steps:
        return step_tip(learning) + "."
    text = counted("StepWords", "%Ln step(s) from the start.", learning.steps)
    if last is None:
        return text
    change = QCoreApplication.translate(
        "StepWords", "The loss went from {0} to {1} with the rate {2}."
    )
    rate = QLocale().toString(last.rate, "g", 6)
    return f"{text} {change.format(number(last.before), number(last.after), rate)}"
