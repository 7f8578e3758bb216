"""The table of layers: name, kind, shapes, trained parameters and connections of each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.explaining.layer_copies import sides
from lenet_gui.engine.explaining.layer_table import LayerRow, input_facts, layer_table
from lenet_gui.engine.explaining.layer_words import (
    ACTIVATION_WORDS,
    KIND_WORDS,
    SHORT_KINDS,
    Count,
    Wording,
)
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.layer_words import layer_wording
from lenet_gui.gui.wording.phrases import FIXED

NAME, KIND, SHAPE, PARAMETERS, CONNECTIONS = range(5)
INPUT = "INPUT"
SMALLER = 0.92  # times the window's font
LEAST_FONT = 8.5  # points
CELL_SPACE, ROW_SPACE = 7, 5  # pixels beside and above a text, both sides together
CHOSEN, LOOKED_AT = 0.18, 0.09  # of the accent colour, behind a row


class LayersTable(QTableWidget):
    """A row for the input and one for each layer.

    The chosen row is that of which more is said; the row of the unit that is looked at is tinted.
    """

    chosen = Signal(str)  # name of the layer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, CONNECTIONS + 1, parent)
        self.names: list[str] = []
        self._looked_at = ""
        self.setObjectName("layers-table")
        tip = self.tr("Choose a layer to read what it is for")
        self.setAccessibleName(self.tr("Layers"))
        self.setStatusTip(tip)
        self.setWhatsThis(inert(tip))
        font = self.font()
        font.setPointSizeF(max(font.pointSizeF() * SMALLER, LEAST_FONT))
        self.setFont(font)
        titles = self.tr("Layer|Kind|Shape|Parameters|Connections").split("|")
        self.setHorizontalHeaderLabels(titles)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFont(font)
        self._tint()
        self.itemSelectionChanged.connect(self._tell)

    def show_architecture(self, architecture: Architecture) -> None:
        """Show the layers of an architecture; the chosen row stays if there is one of its name.

        ``chosen`` is not emitted.
        """
        chosen, wording = self.chosen_name(), layer_wording()
        rows = layer_table(architecture)
        self.blockSignals(True)
        self.clearSpans()
        self.names = [INPUT, *(row.name for row in rows)]
        self.setRowCount(len(self.names))
        self._fill(0, _input_cells(architecture, wording))
        self.setSpan(0, PARAMETERS, 1, 2)
        for place, row in enumerate(rows, 1):
            self._fill(place, _cells(row, wording))
        self._share_width()
        self.choose(chosen if chosen in self.names else self.names[1])
        self.blockSignals(False)
        self._paint_rows()

    def _fill(self, place: int, texts: tuple[str, ...]) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(inert(_in_one_line(text)))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            if column == NAME:
                item.setToolTip(inert("\n".join(map(_in_one_line, texts))))
                font = self.font()
                font.setBold(True)
                item.setFont(font)
            self.setItem(place, column, item)

    # ---- which row

    def chosen_name(self) -> str:
        """Return the name of the chosen row; empty if there is none."""
        place = self.currentRow()
        return self.names[place] if 0 <= place < len(self.names) else ""

    def choose(self, name: str) -> None:
        """Choose the row of a layer and bring it into view; without such a row, do nothing."""
        if name in self.names:
            self.selectRow(self.names.index(name))
            self.scrollTo(self.currentIndex())

    def look_at(self, name: str) -> None:
        """Tint the row of a layer; with an empty name, of none."""
        if name != self._looked_at:
            self._looked_at = name
            self._paint_rows()

    @Slot()
    def _tell(self) -> None:
        self._paint_rows()
        if name := self.chosen_name():
            self.chosen.emit(name)

    # ---- colours

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        """Select with a light colour, on which the text stays as it is; tint rows by the theme."""
        palette, shade = self.palette(), self._shade(CHOSEN)
        if palette.color(QPalette.ColorRole.Highlight) != shade:  # else its change is our own
            palette.setColor(QPalette.ColorRole.Highlight, shade)
            palette.setColor(QPalette.ColorRole.HighlightedText, theme_of(self).color("text"))
            self.setPalette(palette)
            self._paint_rows()

    def _shade(self, part: float) -> QColor:
        theme = theme_of(self)
        accent, panel = theme.color("accent"), theme.color("panel")
        red, green, blue = (
            round(part * over + (1 - part) * under)
            for over, under in (
                (accent.red(), panel.red()),
                (accent.green(), panel.green()),
                (accent.blue(), panel.blue()),
            )
        )
        return QColor(red, green, blue)

    def _paint_rows(self) -> None:
        theme = theme_of(self)
        for place, name in enumerate(self.names):
            shade = self._shade(LOOKED_AT) if name == self._looked_at else theme.color("panel")
            for column in range(self.columnCount()):
                if (item := self.item(place, column)) is not None:
                    item.setBackground(shade)

    # ---- sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give each column its longest word, then as few lines as there is room for.

        Where even words are too much, shapes are left out, which the network picture shows, too.
        """
        if not self.names:
            return
        steps = [self._widths(column) for column in range(self.columnCount())]
        widths = [least for least, *_ in steps]
        narrow = self.viewport().width() < sum(widths)
        self.setColumnHidden(SHAPE, narrow)
        if narrow:
            steps[SHAPE], widths[SHAPE] = (0, 0, 0), 0
        spare = self.viewport().width() - sum(widths)
        for step in (1, 2):
            for column in (PARAMETERS, CONNECTIONS, KIND, SHAPE):
                more = steps[column][step] - widths[column]
                if more <= spare:
                    widths[column] += more
                    spare -= more
        for column, width in enumerate(widths):
            even = max(0, spare) // CONNECTIONS if column != NAME else 0
            self.setColumnWidth(column, width + even)
        self.resizeRowsToContents()
        for place in range(self.rowCount()):
            self.setRowHeight(place, self.rowHeight(place) + ROW_SPACE)

    def _widths(self, column: int) -> tuple[int, int, int]:
        """Return the widths of a column's longest word, of its longest line where formulas break
        before the sign of equality, and of its longest line.

        The input's row does not count: its texts are long, and say what no other row says.
        """
        head = self.horizontalHeaderItem(column)
        texts = ["" if head is None else head.text()]
        for row in range(1, self.rowCount()):
            if (item := self.item(row, column)) is not None:
                texts.append(item.text())
        lines = [line for text in texts for line in text.split("\n")]
        broken = [part for line in lines for part in line.split(" =")]
        words = [word for line in lines for word in line.split(" ")]
        return (
            max(self._width(word, column) for word in words),
            max(self._width(part, column) for part in broken),
            max(self._width(line, column) for line in lines),
        )

    def _width(self, text: str, column: int) -> int:
        metrics = self.fontMetrics()
        wider = 1.1 if column == NAME else 1.0  # bold
        return round(metrics.horizontalAdvance(text) * wider) + CELL_SPACE


def _in_one_line(text: str) -> str:
    return text.replace(FIXED, " ").replace("\n", " · ")


def _input_cells(architecture: Architecture, wording: Wording) -> tuple[str, ...]:
    what, *others = input_facts(architecture, wording)
    return INPUT, what, sides(architecture.input_shape), "\n".join(others)


def _cells(row: LayerRow, wording: Wording) -> tuple[str, ...]:
    shape = f"{sides(row.input_shape)}{FIXED}→ {sides(row.output_shape)}"
    counts = (_formula(count, wording) for count in (row.parameters, row.connections))
    return row.name, _kind(row, wording), shape, *counts


def _kind(row: LayerRow, wording: Wording) -> str:
    """Return the kind, and below it kernel, stride, padding and activation function."""
    words, size = KIND_WORDS[row.kind], f"{row.kernel}×{row.kernel}" if row.kernel else ""
    if row.kind.endswith("subsampling"):
        words = QT_TRANSLATE_NOOP("Layers", "subsampling")
        size = wording.word(SHORT_KINDS[row.kind]).format(size)
    facts = [size] if size else []
    if row.padding is not None and row.stride != 1:
        facts.append(QCoreApplication.translate("LayersTable", "stride {0}").format(row.stride))
    if row.padding:
        facts.append(QCoreApplication.translate("LayersTable", "padding {0}").format(row.padding))
    if row.activation is not None:
        facts.append(wording.word(ACTIVATION_WORDS[row.activation]))
    below = f"{FIXED}· ".join(fact.replace(" ", FIXED) for fact in facts)
    return f"{wording.word(words)}\n{below}".strip()


def _formula(count: Count, wording: Wording) -> str:
    """Return formula and number, which may break before a plus and the sign of equality."""
    formula, number = count.steps(wording)
    if count.note or not formula:
        return f"{number}\n{formula}".strip()
    joined = formula.replace(" ", FIXED).replace(f"{FIXED}+", " +")
    return f"{joined} ={FIXED}{number}"
