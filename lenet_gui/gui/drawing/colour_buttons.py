"""Buttons for the colours of pen and paper, for networks that see pictures."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QMenu, QToolButton, QWidget

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Colour, Drawing
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.wording.phrases import Phrase

OFFERED: tuple[tuple[str, Colour], ...] = (
    (QT_TRANSLATE_NOOP("Colour", "Black"), (0, 0, 0)),
    (QT_TRANSLATE_NOOP("Colour", "Grey"), (128, 128, 128)),
    (QT_TRANSLATE_NOOP("Colour", "White"), (255, 255, 255)),
    (QT_TRANSLATE_NOOP("Colour", "Red"), (220, 40, 40)),
    (QT_TRANSLATE_NOOP("Colour", "Orange"), (245, 140, 30)),
    (QT_TRANSLATE_NOOP("Colour", "Yellow"), (250, 220, 50)),
    (QT_TRANSLATE_NOOP("Colour", "Green"), (40, 160, 60)),
    (QT_TRANSLATE_NOOP("Colour", "Blue"), (40, 90, 210)),
    (QT_TRANSLATE_NOOP("Colour", "Purple"), (140, 70, 180)),
    (QT_TRANSLATE_NOOP("Colour", "Brown"), (135, 85, 50)),
)
SWATCH = 16  # pixels on a side, of an icon
_PAPER = Phrase("Session", QT_TRANSLATE_NOOP("Session", "Paper colour"))


class ColourButton(QToolButton):
    """A swatch with a menu of colours. round_: a pen's tip, not a sheet."""

    chosen = Signal(object)  # Colour

    def __init__(self, name: str, round_: bool, parent: QWidget | None = None) -> None:
        """name: of what has the colour, for people."""
        super().__init__(parent)
        self._name, self._round = name, round_
        self.colour: Colour = OFFERED[0][1]
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIconSize(QSize(SWATCH, SWATCH))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def show_colour(self, colour: Colour) -> None:
        """Show a colour as the one in use."""
        self.colour = colour
        self.setIcon(self._swatch(colour))
        explain(self, f"{self._name}: {colour_name(colour)}", self._name)

    @Slot()
    def _fill(self) -> None:
        """Make the entries of the menu; the colour in use is marked."""
        menu = self.menu()
        menu.clear()
        for _, colour in OFFERED:
            self._add(menu, colour)
        if self.colour not in [colour for _, colour in OFFERED]:
            self._add(menu, self.colour)
        menu.addSeparator()
        menu.addAction(self.tr("&Other …"), self.choose_other)

    def _add(self, menu: QMenu, colour: Colour) -> None:
        action = QAction(self._swatch(colour), colour_name(colour), menu)
        action.setCheckable(True)
        action.setChecked(colour == self.colour)
        action.triggered.connect(lambda: self.chosen.emit(colour))
        menu.addAction(action)

    @Slot()
    def choose_other(self) -> None:
        """Ask for any colour; the window goes on meanwhile."""
        dialog = QColorDialog(QColor(*self.colour), self)
        dialog.setWindowTitle(self._name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._take)
        dialog.open()

    @Slot(QColor)
    def _take(self, color: QColor) -> None:
        self.chosen.emit((color.red(), color.green(), color.blue()))

    def _swatch(self, colour: Colour) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(SWATCH, SWATCH) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_of(self).color("edge"), 1))
        painter.setBrush(QColor(*colour))
        area = QRectF(1.5, 1.5, SWATCH - 3, SWATCH - 3)
        if self._round:
            painter.drawEllipse(area)
        else:
            painter.drawRect(area)
        painter.end()
        return QIcon(pixmap)


class ColourButtons(QWidget):
    """The colours of pen and paper of a session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.pen = ColourButton(self.tr("Pen colour"), True)
        self.pen.setObjectName("pen-colour")
        self.paper = ColourButton(self.tr("Paper colour"), False)
        self.paper.setObjectName("paper-colour")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pen)
        layout.addWidget(self.paper)
        self.pen.chosen.connect(session.set_pen_colour)
        self.paper.chosen.connect(self._set_paper)
        session.pen_colour_changed.connect(self.pen.show_colour)
        session.drawing_changed.connect(self._show_paper)
        self.pen.show_colour(session.pen_colour)
        self._show_paper(session.drawing)

    @Slot(object)
    def _show_paper(self, drawing: Drawing) -> None:
        if drawing.paper != self.paper.colour or self.paper.icon().isNull():
            self.paper.show_colour(drawing.paper)

    @Slot(object)
    def _set_paper(self, colour: Colour) -> None:
        """Put the drawing onto paper of that colour; can be undone."""
        self._session.finish()
        drawing = self._session.drawing
        if colour != drawing.paper:
            self._session.replace_drawing(replace(drawing, paper=colour), _PAPER)


def colour_name(colour: Colour) -> str:
    """Return the name of a colour that is offered, in the window's language; of others #rrggbb."""
    for name, offered in OFFERED:
        if offered == colour:
            return QCoreApplication.translate("Colour", name)
    return QColor(*colour).name()
