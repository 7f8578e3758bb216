"""Hands and eyes for the tests of the window."""

import threading
from collections.abc import Iterable
from typing import TypeVar

import numpy as np
from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QPoint,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.rasterizer import make_stroke
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.commands.network_export import NetworkExport
from lenet_gui.gui.commands.result_commands import ResultCommands
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.explaining.learning_step import LearningStep
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.system.background import let_finish
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.training_parts import TrainingParts
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.main_window import MainWindow
from tests.helpers import PATIENCE, default_recognizer

Points = list[tuple[float, float]]
W = TypeVar("W", bound=QWidget)
EVERY_PANEL = tuple(panel.name for panel in PANELS)

# In page units, as a person writes them.
ONE: list[Points] = [[(250, 150), (285, 120), (285, 270), (283, 430)]]
FOUR: list[Points] = [
    [(220, 110), (200, 180), (170, 260), (140, 300), (230, 303), (330, 296), (400, 290)],
    [(320, 180), (318, 260), (312, 340), (308, 440)],
]
SEVEN: list[Points] = [[(150, 140), (280, 135), (400, 130), (340, 240), (280, 340), (250, 440)]]


def drawing_of(lines: Iterable[Points], width: float = 36.0) -> Drawing:
    return Drawing(tuple(make_stroke(line, width) for line in lines))


def draw(session: Session, lines: Iterable[Points]) -> None:
    """Draw as a pointer does, and wait for the answer."""
    for line in lines:
        session.begin_stroke(*line[0])
        for point in line[1:]:
            session.extend_stroke(*point)
        session.end_stroke()
    idle()


def idle() -> None:
    """Let the event loop run until it has nothing more to do.

    A signal cannot be waited for here: many steps rightly change nothing and send none. Objects
    that were to be deleted later are deleted: only loops that are executed do that by themselves.
    """
    _empty_queue()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _empty_queue()


def _empty_queue() -> None:
    dispatcher = QAbstractEventDispatcher.instance()
    while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def finish_work() -> None:
    """Wait for all work in the background, and let the window hear what came of it.

    What hears of it may begin more, which is waited for, too. Work that waits for the test, and
    work that the event loop has not begun yet, as a timer does, is for ``waitUntil``.
    """
    idle()
    while any(thread.name == "background" for thread in threading.enumerate()):
        let_finish(PATIENCE)
        idle()


# ---- parts of the window, with their classes


def child_of(parent: QWidget, kind: type[W], name: str = "") -> W:
    """Return the child of that class (and object name, if given), which must be there."""
    child = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert child is not None
    return child


def panel_of(window: MainWindow, name: str, kind: type[W]) -> W:
    """Return a panel of the window, which must have been made."""
    panel = window.workspaces.panels[name]
    assert isinstance(panel, kind)
    return panel


def source_of(window: MainWindow, name: str, kind: type[W]) -> W:
    """Return a source of the window, which is made if it was not yet."""
    source = window.sources.source(name)
    assert isinstance(source, kind)
    return source


# ---- hands


def canvas_of(widget: QWidget) -> Canvas:
    canvas = widget.findChild(Canvas)
    assert canvas is not None
    return canvas


def on_canvas(canvas: Canvas, x: float, y: float) -> QPoint:
    """The pixel of the canvas that is nearest to a point of the page."""
    page = canvas.page_rect()
    return (page.topLeft() + QPointF(x, y) * (page.width() / 560)).toPoint()


def press(widget: QWidget, at: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mousePress(widget, button, Qt.KeyboardModifier.NoModifier, at)


def release(
    widget: QWidget, at: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    QTest.mouseRelease(widget, button, Qt.KeyboardModifier.NoModifier, at)


def write(canvas: Canvas, lines: Iterable[Points]) -> None:
    """Draw with the mouse."""
    for line in lines:
        places = [on_canvas(canvas, *point) for point in line]
        press(canvas, places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
        release(canvas, places[-1])


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def drag_separator(window: MainWindow, name: str, by: int) -> None:
    """Drag the line at the left of a panel to the right."""
    workspace, dock = window.workspaces.current, window.workspaces.docks[name]
    at = dock.geometry().topLeft() + QPoint(-3, dock.height() // 2)
    press(workspace, at)
    for step in range(1, 5):
        QTest.mouseMove(workspace, at + QPoint(by * step // 4, 0))
        idle()
    release(workspace, at + QPoint(by, 0))
    idle()


def next_start(qtbot) -> MainWindow:
    """The window of the program that is started again, with the settings of the former one."""
    window = whole_window(Session(default_recognizer()), Settings())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    finish_work()
    return window


# ---- whole windows, and what their parts are made with


def whole_window(
    session: Session, settings: Settings, trainings: TrainingParts | None = None
) -> MainWindow:
    """The frame and all that is in it, which the program adds when the frame is painted."""
    window = MainWindow(settings)
    complete(window, session, trainings)
    return window


def context_of(
    qtbot, session: Session, settings: Settings, trainings: TrainingParts
) -> ViewContext:
    """What a panel or a source is made with that stands alone, without docks and menus."""
    parent = QWidget()
    qtbot.addWidget(parent)
    results = ResultCommands(parent, trainings, bring=_ignore, say=_ignore)
    network_export = NetworkExport(parent, session, settings)
    return ViewContext(
        session, settings, trainings, LearningStep(session, trainings), results, network_export,
        open_files=_ignore,
        open_samples=_ignore,
        take_tour=_ignore,
    )  # fmt: skip


def _ignore(*_arguments: object) -> None:
    """There is nothing to bring to the front, to say or to open."""


# ---- eyes


def pixels(source: QImage | QPixmap | QWidget, ratio: float = 1.0) -> np.ndarray:
    """uint8 (rows, columns, 3): what a widget paints, with so many device pixels a pixel."""
    if isinstance(source, QWidget):
        image = QImage(source.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        source.render(image)
    else:
        image = source if isinstance(source, QImage) else source.toImage()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    size: QSize = image.size()
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(size.height(), -1, 4)
    return flat[:, : size.width(), 2::-1].copy()


def on_screen(widget: QWidget) -> np.ndarray:
    """What has really been painted onto the screen so far, not what would be painted now."""
    screen = QApplication.primaryScreen()
    return pixels(screen.grabWindow(widget.winId()))


def look_alike(one: np.ndarray, other: np.ndarray) -> bool:
    """The same to a person: Qt smooths the edge of a large letter in two ways."""
    return one.shape == other.shape and int(np.abs(one.astype(int) - other).max()) <= 48


def inked(widget: QWidget, ratio: float = 1.0) -> np.ndarray:
    """bool (rows, columns): where full ink is seen."""
    return (pixels(widget, ratio) == QColor(LIGHT.ink).getRgb()[:3]).all(axis=2)


def answer_of(window: MainWindow) -> str:
    """The answer in the window's title, which names a drawing's file, too."""
    first, *others = window.windowTitle().split(" – ")
    return first if others and len(first) == 1 else ""


def same_drawings(one: Drawing, other: Drawing) -> bool:
    """To what a drawing file keeps: thousandths of a unit."""
    if len(one.strokes) != len(other.strokes) or (one.picture is None) != (other.picture is None):
        return False
    pictures = [picture.ink for picture in (one.picture, other.picture) if picture is not None]
    if not all(np.array_equal(ink, pictures[0]) for ink in pictures):
        return False
    return all(
        (a.width, a.curved) == (b.width, b.curved)
        and np.abs(a.points - b.points).max() < 1e-3
        and np.allclose(a.pressures, b.pressures, atol=1e-4, equal_nan=True)
        and np.array_equal(a.times, b.times)
        for a, b in zip(one.strokes, other.strokes, strict=True)
    )


def contrast(one: QColor, other: QColor) -> float:
    """Of the guidelines for accessible text (WCAG 2)."""

    def luminance(color: QColor) -> float:
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in (color.redF(), color.greenF(), color.blueF())
        ]
        return float(np.dot(parts, (0.2126, 0.7152, 0.0722)))

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
