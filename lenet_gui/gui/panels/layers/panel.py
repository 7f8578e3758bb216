"""The layers panel: the sums, the table of layers, and what the chosen layer is for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.engine.explaining.layer_copies import (
    HEADS,
    as_keras_summary,
    as_markdown,
    as_pytorch_prints,
    cells,
    held_at_zero,
)
from lenet_gui.engine.explaining.layer_table import layer_table, totals
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.gui.glossary.parts import show_term
from lenet_gui.gui.panels.layers.purposes import Link, Purpose, purpose_of, purpose_of_input
from lenet_gui.gui.panels.layers.table import INPUT, LayersTable
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain, quiet_label, wrapped_label
from lenet_gui.gui.widgets.link_button import LinkButton
from lenet_gui.gui.widgets.plain_text import PlainLabel
from lenet_gui.gui.wording.csv_tables import csv_text
from lenet_gui.gui.wording.layer_words import layer_wording

MARGIN = 8
MOST_LINKS = 2  # kind and activation function
TEXT_PART = 0.4  # of the panel's height, at most, for the text on a layer


class LayersPanel(QWidget):
    """Follows the network. Pinning a unit chooses the row of its layer."""

    term_asked = Signal(str)  # key of a term of the glossary

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("layers")
        self.setAccessibleName(self.tr("Layers"))
        self.setWhatsThis(
            self.tr(
                "A row for each layer: kind, kernel, activation function and shapes, and how its "
                "trained parameters and connections are counted. Choose a row to read what the "
                "layer is for."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setMinimumSize(240, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.totals = ElidedLabel()
        self.totals.setObjectName("layers-totals")
        self.copy = LinkButton("layers-copy")
        self.copy.setText(self.tr("Copy") + " ▾")
        tip = self.tr("Copy the layers as text for other programs")
        explain(self.copy, self.tr("Copy the layers"), tip)
        self.copy.setMenu(self._copy_menu())
        self.term_asked.connect(partial(show_term, self))
        self.table = LayersTable()
        self.name = PlainLabel()
        bold = self.name.font()
        bold.setBold(True)
        self.name.setFont(bold)
        self.text = wrapped_label("layers-text")
        self.text.setFont(self.table.font())
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.section = quiet_label()
        self.links = [LinkButton(f"layers-link-{place}") for place in range(MOST_LINKS)]
        for place, link in enumerate(self.links):
            link.clicked.connect(partial(self._ask, place))
        self._purpose = Purpose("", "", ())
        self._lay_out()
        self.table.chosen.connect(self._say)
        session.network_changed.connect(self._refresh)
        session.unit_pointed.connect(self._mark)
        session.pins.changed.connect(self._follow_pin)
        self._refresh()
        self._follow_pin()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 4, MARGIN, 2)
        head.addWidget(self.totals, 1)
        head.addWidget(self.copy)
        words = QWidget()
        words.setBackgroundRole(QPalette.ColorRole.Base)
        below = QVBoxLayout(words)
        below.setContentsMargins(MARGIN, 4, MARGIN, 4)
        below.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.name)
        row.addWidget(self.section)
        for link in self.links:
            row.addWidget(link)
        row.addStretch(1)
        below.addLayout(row)
        below.addWidget(self.text)
        self._words = QScrollArea()
        self._words.setObjectName("layers-words")
        self._words.setFrameShape(QScrollArea.Shape.NoFrame)
        self._words.setWidgetResizable(True)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words.setWidget(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._words)

    def sizeHint(self) -> QSize:
        return QSize(420, 330)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Give the text what it needs, and no more than its part of the panel."""
        inside = self._words.widget()
        assert inside is not None
        needed = inside.heightForWidth(self.width())
        self._words.setFixedHeight(min(needed, round(TEXT_PART * self.height())))

    def take_over(self, former: LayersPanel) -> None:
        """Take the chosen row over from a former panel."""
        self.table.choose(former.table.chosen_name())

    # ---- what is shown

    @property
    def _architecture(self) -> Architecture:
        return self._session.recognizer.architecture

    @Slot()
    def _refresh(self) -> None:
        architecture, wording = self._architecture, layer_wording()
        self.totals.set_name(totals(architecture, wording))
        self.table.show_architecture(architecture)
        self._say(self.table.chosen_name())
        self._mark()

    @Slot()
    def _mark(self) -> None:
        unit = self._session.unit
        self.table.look_at("" if unit is None else unit.layer)

    @Slot()
    def _follow_pin(self) -> None:
        if (pinned := self._session.pins.pinned) is not None:
            self.table.choose(pinned.layer)

    @Slot(str)
    def show_layer(self, name: str) -> None:
        """Choose the row of a layer, or of "INPUT", and say what it is for."""
        self.table.choose(name)

    @Slot(str)
    def _say(self, name: str) -> None:
        architecture, wording = self._architecture, layer_wording()
        if name == INPUT:
            self._purpose = purpose_of_input(architecture, wording)
        else:
            row = next(row for row in layer_table(architecture) if row.name == name)
            self._purpose = purpose_of(row, architecture, wording)
        self.name.setText(name)
        self.text.setText(self._purpose.text)
        section = self._purpose.section
        self.section.setText(self.tr("1998 paper, {0}").format(section) if section else "")
        self.section.setVisible(bool(section))
        for place, button in enumerate(self.links):
            button.setVisible(place < len(self._purpose.links))
        for button, link in zip(self.links, self._purpose.links, strict=False):
            self._name_link(button, link)
        self._fit_words()

    def _name_link(self, button: LinkButton, link: Link) -> None:
        button.setText(link.name)
        tip = self.tr("Open the glossary at {0}").format(link.name)
        explain(button, self.tr("Glossary: {0}").format(link.name), tip)
        button.updateGeometry()

    def _ask(self, place: int, _checked: bool = False) -> None:
        self.term_asked.emit(self._purpose.links[place].key)

    # ---- copies

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("layers-copy-menu")
        ways: tuple[tuple[str, Callable[[], str]], ...] = (
            (self.tr("As &Markdown"), lambda: as_markdown(self._architecture, layer_wording())),
            (self.tr("As &PyTorch prints it"), lambda: as_pytorch_prints(self._architecture)),
            (self.tr("As &Keras sums it up"), self._as_keras),
        )
        for text, make in ways:
            menu.addAction(text).triggered.connect(partial(_copy, make))
        return menu

    def _as_keras(self) -> str:
        """Return Keras' summary, and below it why its count differs, if it does."""
        summary, more = as_keras_summary(self._architecture), held_at_zero(self._architecture)
        if not more:
            return summary
        note = self.tr("Keras also counts {0} weights that the connection table holds at 0.")
        return f"{summary}{note.format(QLocale().toString(more))}\n"

    def as_csv(self) -> str:
        """Return a row for each layer as CSV, in English like all tables of the program."""
        return csv_text([HEADS, *(cells(row) for row in layer_table(self._architecture))])


def _copy(make: Callable[[], str], _checked: bool = False) -> None:
    QApplication.clipboard().setText(make())
