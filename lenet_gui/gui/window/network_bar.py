"""The toolbar: the network in use, what it is, and what can be done with the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from lenet_gui.gui.widgets.elided_label import FittingLabel
from lenet_gui.gui.widgets.plain_text import PlainLabel, describe
from lenet_gui.gui.window.network_chooser import NetworkChooser

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer

ICON_SIZE = 1.15  # times the height of a line of text
BESIDE_ICON = 4  # pixels that Qt puts between an icon and its text
FACTS_LETTERS = 66  # of the facts, for which there shall be room before buttons have their texts


class NetworkBar(QToolBar):
    """Shows the network in use; emits a signal when another one is chosen."""

    chosen = Signal(str)  # name of a network

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self._label = PlainLabel()
        self.box = NetworkChooser()
        self.box.textActivated.connect(self.chosen)
        self._label.setBuddy(self.box)
        self.facts = FittingLabel()
        self.facts.setObjectName("network-facts")
        for widget in (self._label, self.box, self.facts):
            self.addWidget(widget)
        self._choices: tuple[QAction, ...] = ()
        self._name()
        self._size_icons()

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

    def add_workspaces(self, widget: QWidget) -> None:
        """Put a widget at the left end, before the network."""
        first = self.actions()[0]
        self.insertWidget(first, widget)
        self.insertSeparator(first)  # or the label of the networks would look like one more tab

    def show_names(self, names: list[str], line_of: Callable[[str], str]) -> None:
        """Fill the list with those networks; afterwards ``show_network`` must be called.

        line_of: returns in one line what the network of a name is, when that is wanted.
        """
        self.box.show_names(names, line_of)

    def add_choices(self, actions: Mapping[str, QAction]) -> None:
        """Add actions, by the names of their icons, at the right end."""
        from lenet_gui.gui.appearance.icons import icon

        for name, action in actions.items():
            action.setIcon(icon(name))
            action.setIconVisibleInMenu(False)  # most entries there have none
        self._choices = tuple(actions.values())
        self.addActions(self._choices)

    def actionEvent(self, event: QActionEvent) -> None:
        """Let a changed action keep at most one connection to its button.

        Qt (6.11) adds one with each change and never removes any; all of them do what the button
        does by itself at each change. A long use would collect thousands.
        """
        super().actionEvent(event)
        if event.type() != QEvent.Type.ActionChanged:
            return  # to look for the widget of a separator would load all of QStyle
        button = self.widgetForAction(event.action())
        if isinstance(button, QToolButton):
            changed = SIGNAL("changed()")
            QObject.disconnect(event.action(), changed, button, None)  # type: ignore[call-overload]

    @Slot(object)
    def show_network(self, recognizer: Recognizer) -> None:
        """Show a network as the one in use; one that was opened from a file joins the list."""
        from lenet_gui.gui.wording.network_words import network_facts

        if self.box.findText(recognizer.name) < 0:
            self.box.addItem(recognizer.name)
        self.box.setCurrentText(recognizer.name)
        ways = network_facts(recognizer)
        self.facts.set_ways(ways)
        departure = recognizer.architecture.departure
        whole = ways[0], QCoreApplication.translate("Architecture", departure)
        describe(self.facts, "\n".join(whole))

    # ---- room

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        elif event.type() == QEvent.Type.FontChange:
            self._size_icons()
        return handled

    def _size_icons(self) -> None:
        """Let icons be as large as letters, and keep their room before there are any."""
        side = round(ICON_SIZE * self.fontMetrics().height())
        self.setIconSize(QSize(side, side))
        button = QToolButton(self)
        button.setIconSize(self.iconSize())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.facts.setMinimumHeight(button.sizeHint().height())
        button.deleteLater()

    def _fit(self) -> None:
        """Show texts beside the icons where that leaves room for what the network is."""
        style = Qt.ToolButtonStyle
        fits = self._width_with_texts() <= self.width()
        wanted = style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly
        if self.toolButtonStyle() != wanted:
            self.setToolButtonStyle(wanted)

    def _width_with_texts(self) -> int:
        """Return the pixels that everything takes, with texts beside the icons."""
        metrics, room = self.fontMetrics(), FACTS_LETTERS * self.fontMetrics().averageCharWidth()
        width = self.sizeHint().width() - self.facts.sizeHint().width() + self.facts.wanted(room)
        if self.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
            for action in self._choices:
                width += BESIDE_ICON + metrics.horizontalAdvance(f" {action.iconText()} ")
        return width
