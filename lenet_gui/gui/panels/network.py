"""One picture of the network from left to right: the state of every layer, live."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.engine.architecture import Architecture
from lenet_gui.engine.rbf_codes import digit_codes
from lenet_gui.engine.recognizer import Recognizer
from lenet_gui.gui.mosaic import draw, draw_scale, nice_bound, pack
from lenet_gui.gui.network_layout import Column, arrange, columns_of, second_of_pair
from lenet_gui.gui.session import Session
from lenet_gui.gui.theme import Theme, theme_of
from lenet_gui.values import ByteArray, FloatArray, Recognition

MARGIN = 16
OUTPUT_WIDTH = 80
LEAST_GAP = 12
SCALE_HEIGHT = 6
MANY_CLASSES = 12


@dataclass(frozen=True, eq=False)
class _Shown:
    """What a column shows now: colour indices, the bound of their scale, and for a pair the
    second picture with its caption."""

    pixels: ByteArray
    bound: float
    second: ByteArray | None = None
    caption: str = ""


class NetworkPanel(QWidget):
    """Input, feature maps, units and output of the newest recognition; empty when blank."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._columns: list[Column] = []
        self._shown: dict[str, _Shown] = {}
        self.recognition = session.recognition
        self.setObjectName("network")
        self.setAccessibleName(self.tr("Network"))
        self.setAccessibleDescription(
            self.tr("The state of every layer, from the input on the left to the output.")
        )
        self.setWhatsThis(
            self.tr(
                "Each square is a feature map, each small square in it a unit. Orange is positive, "
                "blue negative; all maps of a layer share the scale below them."
            )
        )
        self.setMinimumSize(560, 300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        session.recognized.connect(self._show)
        session.reader_changed.connect(self._change_reader)

    def sizeHint(self) -> QSize:
        return QSize(920, 560)

    @property
    def architecture(self) -> Architecture:
        return self._session.reader.architecture

    def columns(self) -> list[Column]:
        """The columns as they are painted, in device pixels."""
        if not self._columns:
            self._columns = self._arranged()
        return self._columns

    def _arranged(self) -> list[Column]:
        ratio, line = self.devicePixelRatioF(), self.fontMetrics().height()
        top = MARGIN + 2 * line + 10
        bottom = MARGIN + SCALE_HEIGHT + line + 14
        return arrange(
            [
                replace(column, least_width=int(self._head_width(column) * ratio))
                for column in columns_of(self.architecture)
            ],
            int((self.width() - 3 * MARGIN - OUTPUT_WIDTH) * ratio),
            int((self.height() - top - bottom) * ratio),
            int(MARGIN * ratio),
            int(top * ratio),
            int(LEAST_GAP * ratio),
        )

    @Slot(object)
    def _show(self, recognition: Recognition) -> None:
        self.recognition = recognition
        self._shown = {}
        self.update()

    @Slot(object)
    def _change_reader(self, reader: Recognizer) -> None:
        self._columns, self._shown = [], {}
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._columns, self._shown = [], {}

    def changeEvent(self, event: object) -> None:
        self._columns, self._shown = [], {}
        super().changeEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        ratio = self.devicePixelRatioF()
        for column in self.columns():
            self._paint_head(painter, column.x / ratio, *self._head(column), theme)
            self._paint_column(painter, column, ratio, theme)
        self._paint_output(painter, theme)

    def _head_width(self, column: Column) -> int:
        return self.fontMetrics().horizontalAdvance(self._head(column)[1])

    def _head(self, column: Column) -> tuple[str, str]:
        grid = column.grid
        if column.name == "INPUT":
            channels, rows, columns = self.architecture.input_shape
            return self.tr("Input"), f"{channels} @ {rows}×{columns}"
        if column.pair:
            return column.name, f"{grid.count} = {grid.across}×{grid.down}"
        size = f" @ {grid.rows}×{grid.columns}" if grid.rows > 1 else ""
        return column.name, f"{grid.count}{size}"

    def _paint_head(self, painter: QPainter, x: float, name: str, size: str, theme: Theme) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        line = self.fontMetrics().height()
        painter.setFont(bold)
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(x, MARGIN + line * 0.8), name)
        painter.setFont(self.font())
        painter.setPen(theme.color("quiet"))
        painter.drawText(QPointF(x, MARGIN + line * 1.9), size)

    def _paint_column(self, painter: QPainter, column: Column, ratio: float, theme: Theme) -> None:
        shown = self._content(column)
        at = QRectF(column.x, column.y, column.width, column.height)
        below = at.translated(0, second_of_pair(column) - column.y)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        if shown is not None:
            draw(painter, shown.pixels, at, theme.signed_table())
            if shown.second is not None:
                draw(painter, shown.second, below, theme.signed_table())
        self._paint_frames(painter, column, at, theme)
        if column.pair:
            painter.drawRect(below.adjusted(-1, -1, 0, 0))
        painter.restore()
        if shown is not None:
            if shown.caption:
                painter.setPen(theme.color("quiet"))
                painter.drawText(QPointF(below.x() / ratio, below.y() / ratio - 5), shown.caption)
            self._paint_scale(painter, column, shown.bound, ratio, theme)

    def _paint_frames(self, painter: QPainter, column: Column, at: QRectF, theme: Theme) -> None:
        grid = column.grid
        painter.setPen(theme.color("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if grid.rows == 1:
            painter.drawRect(at.adjusted(-1, -1, 0, 0))
            return
        for index in range(grid.count):
            row, across = grid.corner(index)
            frame = QRectF(
                at.x() + across * column.zoom,
                at.y() + row * column.zoom,
                grid.columns * column.zoom,
                grid.rows * column.zoom,
            )
            painter.drawRect(frame.adjusted(-1, -1, 0, 0))

    def _paint_scale(
        self, painter: QPainter, column: Column, bound: float, ratio: float, theme: Theme
    ) -> None:
        line = self.fontMetrics().height()
        y = self.height() - MARGIN - line - SCALE_HEIGHT - 4
        width = max(column.width / ratio, 30.0)
        draw_scale(painter, QRectF(column.x / ratio, y, width, SCALE_HEIGHT), column.low, theme)
        painter.setPen(theme.color("quiet"))
        text = f"±{bound:.3g}" if column.low < 0 else f"0 – {bound:.3g}"
        place = QRectF(column.x / ratio - 20, y + SCALE_HEIGHT + 2, width + 40, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, text)

    def _content(self, column: Column) -> _Shown | None:
        """The column's picture, made once a recognition."""
        if self.recognition.reason == "blank":
            return None
        if column.name not in self._shown:
            self._shown[column.name] = self._made(column)
        return self._shown[column.name]

    def _made(self, column: Column) -> _Shown:
        grid = column.grid
        if column.name == "INPUT":
            state = self.architecture.input_from(self.recognition.normalized.field)[:1]
        else:
            state = self.recognition.activations[column.name]
        bound = column.bound or nice_bound(float(np.abs(state).max()))
        pixels = pack(grid, state.reshape(grid.count, grid.rows, grid.columns), bound)
        if not column.pair:
            return _Shown(pixels, bound)
        code, caption, code_bound = self._best_code(bound)
        return _Shown(pixels, bound, pack(grid, code.reshape(-1, 1, 1), code_bound), caption)

    def _best_code(self, bound: float) -> tuple[FloatArray, str, float]:
        """What the best class wants of F6: its code, on the same scale; or its weights in a
        softmax network, on their own. Returns (values, caption, bound of the scale)."""
        best = self.recognition.ranking[0]
        name = self.recognition.class_names[best]
        if self.recognition.score_kind == "penalty":
            return digit_codes()[best], self.tr("code of {0}").format(name), bound
        weights = self._session.reader.checkpoint.weights["OUTPUT.weight"]
        own_bound = float(np.abs(weights[best]).max())
        return weights[best], self.tr("weights of {0}").format(name), own_bound

    def _paint_output(self, painter: QPainter, theme: Theme) -> None:
        x = self.width() - MARGIN - OUTPUT_WIDTH
        names = self._session.reader.checkpoint.class_names
        kind = "RBF" if self.architecture.score_kind == "penalty" else "softmax"
        self._paint_head(painter, x, self.tr("Output"), f"{len(names)} × {kind}", theme)
        line = self.fontMetrics().height()
        top, bottom = MARGIN + 2.0 * line + 10, self.height() - MARGIN - line - 20.0
        shown = list(range(len(names)))
        if len(shown) > MANY_CLASSES:
            shown = list(self.recognition.ranking[:MANY_CLASSES])
        strengths = class_strengths(self.recognition)
        height = (bottom - top) / max(len(shown), 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, index in enumerate(shown):
            row = QRectF(x, top + place * height, OUTPUT_WIDTH, height)
            strength = strengths[index] if strengths else 0.0
            self._paint_class(painter, row, names[index], index, strength, theme)

    def _paint_class(
        self,
        painter: QPainter,
        row: QRectF,
        name: str,
        index: int,
        strength: float,
        theme: Theme,
    ) -> None:
        best = self.recognition.ranking[:1] == (index,)
        font = QFont(self.font())
        font.setBold(best)
        font.setPointSizeF(font.pointSizeF() * (1.5 if best else 1.1))
        painter.setFont(font)
        painter.setPen(theme.color("text" if best else "quiet"))
        words = QRectF(row.x(), row.y(), row.width() - 28, row.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        radius = min(8.0, row.height() * 0.4)
        dot = theme.color("accent")
        dot.setAlphaF(0.10 + 0.90 * strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dot)
        painter.drawEllipse(QPointF(row.right() - 12, row.center().y()), radius, radius)


def class_strengths(recognition: Recognition) -> list[float]:
    """0..1 for each class: its probability; for penalties exp(-penalty) as a share of all."""
    scores = recognition.scores.astype(np.float64)
    if not len(scores):
        return []
    if recognition.score_kind == "probability":
        return [float(score) for score in scores]
    shares = np.exp(scores.min() - scores)
    return [float(share) for share in shares / shares.sum()]
