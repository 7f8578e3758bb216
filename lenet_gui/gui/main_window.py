"""The window: source in the middle, panels around it, menus and toolbar from their tables."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QMainWindow,
    QMessageBox,
    QToolBar,
    QWidget,
)

from lenet_gui import __version__
from lenet_gui.engine.readers import reader_names
from lenet_gui.engine.recognizer import Recognizer
from lenet_gui.gui.actions import ACTIONS, MENUS, Action
from lenet_gui.gui.elided_label import ElidedLabel
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.readings import headline
from lenet_gui.gui.session import Session
from lenet_gui.gui.settings import Settings
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.theme import apply_theme
from lenet_gui.values import Recognition

FIRST_SIZE = (1240, 700)


class MainWindow(QMainWindow):
    """Holds the widgets together; what happens in them is between them and the session."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session, self.settings = session, settings
        self.setWindowTitle("lenet_gui")
        self.setObjectName("window")
        self.resize(*FIRST_SIZE)
        self.docks: dict[str, QDockWidget] = {}
        self.actions_by_name: dict[str, QAction] = {}
        self._add_source()
        self._add_panels()
        self._add_menus()
        self._add_toolbar()
        self._add_status()
        session.recognized.connect(self._show_reading)
        session.reader_changed.connect(self._show_reader)
        self._show_reader(session.reader)
        self._restore()

    def _add_source(self) -> None:
        self.setCentralWidget(SOURCES[0].make(self.session))

    def _add_panels(self) -> None:
        self.setDockNestingEnabled(True)
        right = Qt.DockWidgetArea.RightDockWidgetArea
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            self.setCorner(corner, right)
        for panel in PANELS:
            dock = QDockWidget(QCoreApplication.translate("Panel", panel.title), self)
            dock.setObjectName(f"dock-{panel.name}")
            dock.setWidget(panel.make(self.session))
            self.addDockWidget(panel.area, dock)
            self.docks[panel.name] = dock
        self.reset_layout()

    def reset_layout(self) -> None:
        """Every panel where it was at first."""
        for panel in PANELS:
            dock = self.docks[panel.name]
            dock.setFloating(False)
            self.addDockWidget(panel.area, dock)
            dock.show()
        width, height = self.width(), self.height()
        self.resizeDocks([self.docks["network"]], [int(width * 0.7)], Qt.Orientation.Horizontal)
        self.resizeDocks([self.docks["answer"]], [int(height * 0.36)], Qt.Orientation.Vertical)

    def _add_menus(self) -> None:
        menus = {
            name: self.menuBar().addMenu(QCoreApplication.translate("Menu", title))
            for name, title in MENUS
        }
        groups: dict[str, QActionGroup] = {}
        for record in ACTIONS:
            action = self._action(record)
            menus[record.menu].addAction(action)
            if record.group:
                group = groups.setdefault(record.group, QActionGroup(self))
                action.setCheckable(True)
                group.addAction(action)
        self._add_network_menu(groups.setdefault("reader", QActionGroup(self)), menus["network"])
        menus["view"].addSeparator()
        for dock in self.docks.values():
            menus["view"].addAction(dock.toggleViewAction())
        stack = self.session.undo_stack
        for name, signal, able in (
            ("undo", stack.canUndoChanged, stack.canUndo()),
            ("redo", stack.canRedoChanged, stack.canRedo()),
        ):
            self.actions_by_name[name].setEnabled(able)
            signal.connect(self.actions_by_name[name].setEnabled)

    def _action(self, record: Action) -> QAction:
        action = QAction(QCoreApplication.translate("Action", record.text), self)
        tip = QCoreApplication.translate("Action", record.tip)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        action.setWhatsThis(tip)
        action.setShortcuts(_key_sequences(record.shortcuts))
        method = getattr(self, record.name)
        action.triggered.connect(partial(_call, method, record.choice))
        self.actions_by_name[record.name + (f":{record.choice}" if record.choice else "")] = action
        return action

    def _add_network_menu(self, group: QActionGroup, menu: QWidget) -> None:
        for name in reader_names():
            action = QAction(name, self)
            action.setCheckable(True)
            action.setStatusTip(self.tr("Read with {0}").format(name))
            action.triggered.connect(partial(_call, self.use_reader, name))
            group.addAction(action)
            menu.addAction(action)
            self.actions_by_name[f"use_reader:{name}"] = action

    def _add_toolbar(self) -> None:
        bar = QToolBar(self.tr("Toolbar"), self)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        self.addToolBar(bar)
        label = QLabel(self.tr("&Reader"))
        self.reader_box = QComboBox()
        self.reader_box.setObjectName("reader")
        self.reader_box.addItems(reader_names())
        self.reader_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        tip = self.tr("Which trained network reads what is drawn")
        self.reader_box.setToolTip(tip)
        self.reader_box.setStatusTip(tip)
        self.reader_box.setWhatsThis(tip)
        self.reader_box.setAccessibleName(self.tr("Reader"))
        label.setBuddy(self.reader_box)
        self.reader_box.textActivated.connect(self.use_reader)
        self.reader_facts = ElidedLabel()
        self.reader_facts.setObjectName("reader-facts")
        for widget in (label, self.reader_box, self.reader_facts):
            bar.addWidget(widget)
        for name in ("undo", "redo", "clear"):
            bar.addAction(self.actions_by_name[name])

    def _add_status(self) -> None:
        self.reading = QLabel()
        self.reading.setObjectName("reading")
        self.statusBar().addPermanentWidget(self.reading)

    def _restore(self) -> None:
        theme = self.settings.text("theme", "system")
        self.actions_by_name[f"use_theme:{theme}"].setChecked(True)
        geometry, state = self.settings.state("geometry"), self.settings.state("state")
        if geometry is not None:
            self.restoreGeometry(geometry)
        if state is not None:
            self.restoreState(state)

    @Slot(object)
    def _show_reading(self, recognition: Recognition) -> None:
        text = self.tr("{0} · read in {1:.1f} ms")
        self.reading.setText(text.format(recognition.network, recognition.milliseconds))
        answer = headline(recognition)
        title = f"{answer} – lenet_gui" if answer else "lenet_gui"
        if title != self.windowTitle():
            self.setWindowTitle(title)

    @Slot(object)
    def _show_reader(self, reader: Recognizer) -> None:
        self.reader_box.setCurrentText(reader.name)
        action = self.actions_by_name.get(f"use_reader:{reader.name}")
        if action is not None:
            action.setChecked(True)
        departure = QCoreApplication.translate("Architecture", reader.architecture.departure)
        self.reader_facts.setText(self._facts(reader))
        self.reader_facts.setToolTip(departure)
        self.reader_facts.setStatusTip(departure)

    def _facts(self, reader: Recognizer) -> str:
        architecture = reader.architecture
        facts = self.tr("{0} parameters · {1} connections").format(
            self.locale().toString(architecture.parameters),
            self.locale().toString(architecture.connections),
        )
        rate, interval = (reader.checkpoint.evaluation.get(k) for k in ("error_rate", "interval"))
        if isinstance(rate, float) and isinstance(interval, list) and len(interval) == 2:
            facts += self.tr(" · MNIST test error {0:.2f} % ({1:.2f} to {2:.2f})").format(
                100 * rate, 100 * float(interval[0]), 100 * float(interval[1])
            )
        departure = QCoreApplication.translate("Architecture", architecture.departure)
        return f"{facts} · {departure}"

    @Slot(str)
    def use_reader(self, name: str) -> None:
        self.session.use_reader(name)
        self.settings.store("reader", name)

    def use_theme(self, choice: str) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, choice)
        self.settings.store("theme", choice)

    def undo(self) -> None:
        self.session.drop_stroke()
        self.session.undo_stack.undo()

    def redo(self) -> None:
        self.session.undo_stack.redo()

    def clear(self) -> None:
        self.session.clear()

    def quit(self) -> None:
        self.close()

    def about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About lenet_gui"),
            self.tr(
                "<h3>lenet_gui {0}</h3><p>LeNet-5, the network of LeCun, Bottou, Bengio and "
                "Haffner (1998), reads the digits you draw.</p><p>MIT licence. Uses Qt and PySide6 "
                "under the LGPL 3, PyTorch, NumPy and Pillow. MNIST by LeCun, Cortes and Burges, "
                "CC BY-SA 3.0.</p>"
            ).format(__version__),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.store("geometry", self.saveGeometry())
        self.settings.store("state", self.saveState())
        super().closeEvent(event)


def _call(method: object, choice: str, checked: bool = False) -> None:
    """What a triggered action does; ``checked`` is Qt's and does not matter here."""
    if callable(method):
        method(choice) if choice else method()


def _key_sequences(names: tuple[str, ...]) -> list[QKeySequence]:
    sequences: list[QKeySequence] = []
    for name in names:
        standard = getattr(QKeySequence.StandardKey, name, None)
        if standard is None:
            sequences.append(QKeySequence(name))
        else:
            sequences += QKeySequence.keyBindings(standard)
    return sequences
