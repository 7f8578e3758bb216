"""The table of panels: what is shown. One file and one line here for each."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lenet_gui.gui.session.session import Session


@dataclass(frozen=True)
class Panel:
    """name: for settings and tests; title: for people, translated in context "Panel".

    widget: "module:class", imported when it is first shown. area: where it begins; below: the
    panel that it stands under. Those under the same panel are tabs. beside: the panel whose place
    it takes when somebody asks for it; until then it is not seen.
    """

    name: str
    title: str
    widget: str
    area: Literal["right", "bottom"] = "right"
    below: str = ""
    beside: str = ""

    def make(self, session: Session) -> QWidget:
        module, _, name = self.widget.partition(":")
        made: QWidget = getattr(import_module(f"{__name__}.{module}"), name)(session)
        return made


PANELS: tuple[Panel, ...] = (
    Panel("network", QT_TRANSLATE_NOOP("Panel", "Network"), "network:NetworkPanel"),
    Panel("answer", QT_TRANSLATE_NOOP("Panel", "Answer"), "answer:AnswerPanel", "bottom"),
    Panel(
        "stages",
        QT_TRANSLATE_NOOP("Panel", "Normalisation"),
        "normalization:NormalizationPanel",
        below="network",
    ),
    Panel(
        "kernels",
        QT_TRANSLATE_NOOP("Panel", "Kernels"),
        "kernels:KernelsPanel",
        below="network",
    ),
    Panel(
        "connections",
        QT_TRANSLATE_NOOP("Panel", "Connection table"),
        "connections:ConnectionsPanel",
        below="network",
    ),
    Panel(
        "certainty",
        QT_TRANSLATE_NOOP("Panel", "Certainty"),
        "certainty.panel:CertaintyPanel",
        below="network",
    ),
    Panel(
        "training",
        QT_TRANSLATE_NOOP("Panel", "Training"),
        "training.panel:TrainingPanel",
        below="network",
    ),
    Panel("result", QT_TRANSLATE_NOOP("Panel", "Result"), "result:ResultPanel", beside="network"),
    Panel(
        "library", QT_TRANSLATE_NOOP("Panel", "Library"), "library:LibraryPanel", beside="network"
    ),
)
