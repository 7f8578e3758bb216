"""The gallery of samples: thumbnails, of which a click or Enter opens one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.values import ByteArray
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.welcome.samples import SAMPLES, Sample, thumbnails
from lenet_gui.gui.widgets.form_parts import explain

THUMBNAIL = 96  # pixels
ACROSS, DOWN = 5, 3  # thumbnails that the window has room for


class SamplesWindow(QDialog):
    """A small window beside the main window; it closes when a sample was chosen."""

    def __init__(self, open_sample: Callable[[Sample], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._open_sample = open_sample
        self._background = Background(self)
        self._pictures: list[ByteArray | None] = []  # of the samples, once they are read
        self.setObjectName("samples")
        self.setWindowTitle(self.tr("Samples"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = self._list()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # Enter opens a sample
        explain(close, self.tr("Close"), self.tr("Close this window (Esc)"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        side = round(THUMBNAIL * self.devicePixelRatioF())
        self._background.start(lambda: thumbnails(side), self._show_thumbnails, self._show_none)

    def _list(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("samples-list")
        made.setViewMode(QListView.ViewMode.IconMode)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setMovement(QListView.Movement.Static)
        made.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        cell = QSize(THUMBNAIL + 24, THUMBNAIL + 2 * made.fontMetrics().lineSpacing())
        made.setGridSize(cell)
        room = made.verticalScrollBar().sizeHint().width() + 2 * made.frameWidth() + 4
        made.setMinimumSize(
            ACROSS * cell.width() + room, DOWN * cell.height() + 2 * made.frameWidth()
        )
        explain(made, self.tr("Samples"), self.tr("Click or press Enter to open a sample"))
        for sample in SAMPLES:
            item = QListWidgetItem(self._framed(None, theme_of(self)), sample.name, made)
            item.setData(Qt.ItemDataRole.UserRole, sample)
        made.setCurrentRow(0)
        made.itemClicked.connect(self._choose)
        made.itemActivated.connect(self._choose)
        return made

    def anew(self, window: QWidget) -> SamplesWindow:
        """Return a window like this one in the language that is in use now."""
        made = SamplesWindow(self._open_sample, window)
        made.list.setCurrentRow(self.list.currentRow())
        return made

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        """Open the sample of an item; of a double click, or where a click activates, only once."""
        if self.isVisible():
            self.close()
            self._open_sample(item.data(Qt.ItemDataRole.UserRole))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pictures:
            self._show_thumbnails(self._pictures)

    def _show_thumbnails(self, pictures: list[ByteArray | None]) -> None:
        theme, self._pictures = theme_of(self), pictures
        for place, (sample, picture) in enumerate(zip(SAMPLES, pictures, strict=True)):
            image = None if picture is None else _image(picture, sample, theme)
            self.list.item(place).setIcon(self._framed(image, theme))

    def _show_none(self, error: Exception) -> None:
        """Leave the frames empty: opening a sample tells what is wrong."""

    def _framed(self, image: QImage | None, theme: Theme) -> QIcon:
        """Return an image in the middle of a square with a frame."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(THUMBNAIL, THUMBNAIL) * ratio)
        pixmap.fill(theme.color("paper"))
        painter = QPainter(pixmap)
        if image is not None:
            painter.drawImage(
                (pixmap.width() - image.width()) // 2,
                (pixmap.height() - image.height()) // 2,
                image,
            )
        painter.setPen(theme.color("border"))
        painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint it
        return icon


def _image(picture: ByteArray, sample: Sample, theme: Theme) -> QImage:
    """Return a thumbnail; ink has the colours of the page, a photograph its own."""
    rows, columns = picture.shape
    formats = QImage.Format
    kind = formats.Format_Indexed8 if sample.is_drawing else formats.Format_Grayscale8
    data = picture.tobytes()  # must outlive the image, which does not copy it
    image = QImage(data, columns, rows, columns, kind)
    if sample.is_drawing:
        image.setColorTable(theme.ink_table())
    return image.copy()
