"""The toolbar: the network in use, facts about it, and where pictures come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, QCoreApplication, QLocale, QObject, QSize, Signal, Slot
from PySide6.QtGui import QAction, QActionEvent
from PySide6.QtWidgets import QComboBox, QToolBar, QToolButton, QWidget

from lenet_gui.gui.widgets.elided_label import FittingLabel
from lenet_gui.gui.widgets.plain_text import PlainLabel, describe
from lenet_gui.gui.wording.data_names import data_in_words

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer

USUAL_LETTERS, MOST_LETTERS = 20, 36  # letters of a name that have room, before it is cut


class _Names(QComboBox):
    """A combo box as wide as the chosen name needs; its list has room for all names."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(self.updateGeometry)

    def _longest(self) -> int:
        advance = self.fontMetrics().horizontalAdvance
        return max((advance(self.itemText(place)) for place in range(self.count())), default=0)

    def sizeHint(self) -> QSize:
        whole, longest, metrics = super().sizeHint(), self._longest(), self.fontMetrics()
        usual, most = (n * metrics.averageCharWidth() for n in (USUAL_LETTERS, MOST_LETTERS))
        chosen = min(metrics.horizontalAdvance(self.currentText()), most)
        return whole - QSize(longest - min(longest, max(usual, chosen)), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showPopup(self) -> None:
        self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()


class NetworkBar(QToolBar):
    """Shows the network in use; emits a signal when another one is chosen."""

    chosen = Signal(str)  # name of a network

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self._label = PlainLabel()
        self.box = _Names()
        self.box.setObjectName("network-choice")
        self.box.textActivated.connect(self.chosen)
        self._label.setBuddy(self.box)
        self.facts = FittingLabel()
        self.facts.setObjectName("network-facts")
        for widget in (self._label, self.box, self.facts):
            self.addWidget(widget)
        self._name()

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Toolbar"))
        self._label.setText(self.tr("Netwo&rk"))
        tip = self.tr("The trained network that reads")
        describe(self.box, tip)
        self.box.setAccessibleName(self.tr("Network"))

    def retranslate(self, recognizer: Recognizer) -> None:
        """Say everything in the language that is in use now."""
        self._name()
        self.show_network(recognizer)

    def show_names(self, names: list[str]) -> None:
        """Fill the list with those networks; afterwards ``show_network`` must be called."""
        self.box.clear()
        self.box.addItems(names)

    def add_workspaces(self, row: QWidget) -> None:
        """Add the row of workspaces at the left end."""
        self.insertWidget(self.actions()[0], row)

    def add_choices(self, actions: list[QAction]) -> None:
        """Add actions at the right end."""
        self.addSeparator()
        self.addActions(actions)

    def actionEvent(self, event: QActionEvent) -> None:
        """Let a changed action keep at most one connection to its button.

        Qt (6.11) adds one with each change and never removes any; all of them do what the button
        does by itself at each change. A long use would collect thousands.
        """
        super().actionEvent(event)
        button = self.widgetForAction(event.action())
        if isinstance(button, QToolButton):
            changed = SIGNAL("changed()")
            QObject.disconnect(event.action(), changed, button, None)  # type: ignore[call-overload]

    @Slot(object)
    def show_network(self, recognizer: Recognizer) -> None:
        """Show a network as the one in use; one that was opened from a file joins the list."""
        if self.box.findText(recognizer.name) < 0:
            self.box.addItem(recognizer.name)
        self.box.setCurrentText(recognizer.name)
        ways = network_facts(recognizer)
        self.facts.set_ways(ways)
        describe(self.facts, ways[0])


def network_facts(recognizer: Recognizer) -> tuple[str, ...]:
    """Parameters, connections, error with its interval, and how it departs from 1998; then the
    same with less and less of that, for where there is little room."""
    architecture, locale = recognizer.architecture, QLocale()
    translate = QCoreApplication.translate
    parameters = translate("NetworkFacts", "{0} parameters").format(
        locale.toString(architecture.parameters)
    )
    size = translate("NetworkFacts", "{0} parameters · {1} connections").format(
        locale.toString(architecture.parameters), locale.toString(architecture.connections)
    )
    departure = translate("Architecture", architecture.departure)
    evaluation = recognizer.checkpoint.evaluation
    rate, interval, data = (evaluation.get(key) for key in ("error_rate", "interval", "data"))
    if not isinstance(rate, float) or not isinstance(interval, list) or len(interval) != 2:
        return f"{size} · {departure}", size, parameters
    ends = [locale.toString(100 * float(value), "f", 2) for value in (rate, *interval)]
    where = data_in_words(str(data or ""))
    error, vague = (
        translate("NetworkFacts", "{0} % error on {1}").format(ends[0], data)
        for data in (where, data_in_words(""))
    )
    exact = translate("NetworkFacts", "{0} % error on {3} ({1} to {2})").format(*ends, where)
    return (
        f"{size} · {exact} · {departure}",
        f"{size} · {exact}",
        f"{size} · {error}",
        f"{parameters} · {error}",
        error,
        vague,
        translate("NetworkFacts", "{0} % error").format(ends[0]),
    )
