"""The tour, walked as a person does, in both languages."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.theme import DARK, LIGHT, apply_theme
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.training.state import State
from lenet_gui.gui.welcome.bubble import BEAK, Bubble, beside
from lenet_gui.gui.welcome.stops import LINGER_MS, STOPS, Stop
from lenet_gui.gui.welcome.tour import Tour
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import (
    FOUR,
    ONE,
    answer_of,
    canvas_of,
    child_of,
    click,
    draw,
    finish_work,
    idle,
    on_canvas,
    pixels,
    press,
    release,
    write,
)

SIZES = [(1024, 600), (1366, 768)]
LANGUAGES = ["en", "zh_CN"]
TABLES = frozenset(panel.name for panel in PANELS), frozenset(source.name for source in SOURCES)
THERE = [stop for stop in STOPS if stop.is_there(*TABLES)]


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use_language("en")


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tour goes on at once when a deed is done."""
    for deed in LINGER_MS:
        monkeypatch.setitem(LINGER_MS, deed, 1)


def begin(window: MainWindow) -> Tour:
    click(child_of(window, QPushButton, "tour-link"))
    finish_work()
    return tour_of(window)


def tour_of(window: MainWindow) -> Tour:
    found = window.commands.welcome.tour
    assert found is not None
    return found


def bubble_of(window: MainWindow) -> Bubble:
    return next(b for b in window.findChildren(Bubble, "tour") if b.isVisible())


def target_of(window: MainWindow, stop: Stop) -> QWidget:
    """What the stop points at, which must be seen."""
    found = window.findChildren(QWidget, stop.target)
    (target,) = (widget for widget in found if not widget.visibleRegion().isEmpty())
    return target


def area(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def look_at(window: MainWindow, place: int) -> Stop:
    """Check what is seen at a stop of the tour."""
    idle()
    stop, bubble = THERE[place], bubble_of(window)
    assert tour_of(window).stop is stop
    words = [child_of(bubble, QWidget, f"tour-{part}").text() for part in ("title", "text")]
    translate = QCoreApplication.translate
    assert words == [translate("Tour", stop.title), translate("Tour", stop.text)]
    assert window.rect().contains(bubble.geometry())
    for part in bubble.findChildren(QWidget):
        assert bubble.rect().contains(part.geometry())
        assert part.height() >= part.minimumSizeHint().height()
    text = child_of(bubble, QWidget, "tour-text")
    assert text.height() >= text.heightForWidth(text.width())  # nothing is cut off
    target = target_of(window, stop)
    frame = child_of(window, QWidget, "tour-frame")
    assert frame.isVisible()
    assert area(frame).intersected(area(target)).size().width() >= target.width() - 1
    box = area(bubble).adjusted(BEAK, BEAK, -BEAK, -BEAK)
    assert not box.intersects(area(target))
    return stop


def draw_on_page(window: MainWindow) -> None:
    write(canvas_of(window), FOUR)


def draw_more(window: MainWindow) -> None:
    write(canvas_of(window), [[(480, 480), (500, 500)]])


def pin_a_unit(window: MainWindow) -> None:
    network = child_of(window, NetworkPanel)
    column = next(column for column in network.columns() if column.name == "C1")
    QTest.mouseClick(
        network,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(column.x + 5, column.y + 5),
    )
    idle()
    assert window.session.pins.unit is not None


def choose_another_network(window: MainWindow) -> None:
    box, before = child_of(window, QComboBox, "network-choice"), window.session.recognizer.name
    QTest.keyClick(box, Qt.Key.Key_Up)
    idle()
    assert window.session.recognizer.name != before


def start_training(window: MainWindow) -> None:
    click(child_of(window, QPushButton, "training-start"))


HANDS: dict[str, Callable[[MainWindow], None]] = {
    "draw": draw_on_page,
    "maps": draw_more,
    "unit": pin_a_unit,
    "network": choose_another_network,
    "train": start_training,
}


# ---- the whole tour


@pytest.mark.usefixtures("brisk")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_walking_it_by_doing(
    training: FakeTraining,
    window: MainWindow,
    qtbot,
    language: str,
    size: tuple[int, int],
) -> None:
    window.resize(*size)
    use_language(language)
    finish_work()
    tour = begin(window)
    for place in range(len(THERE)):
        stop = look_at(window, place)
        HANDS[stop.name](window)
        qtbot.waitUntil(
            lambda place=place: tour.place == place + 1 or window.commands.welcome.tour is None
        )
        finish_work()
    assert window.commands.welcome.tour is None
    assert not child_of_any(window, "tour")
    assert not child_of_any(window, "tour-frame")
    assert training.state is State.STARTING or training.state.busy
    assert len(window.session.drawing.strokes) == 3


def child_of_any(window: MainWindow, name: str) -> bool:
    return any(widget.isVisible() for widget in window.findChildren(QWidget, name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_walking_it_with_the_keyboard_alone(window: MainWindow, language: str) -> None:
    """Next has the keyboard at each stop; Enter and Space press it."""
    use_language(language)
    finish_work()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    finish_work()
    for place in range(len(THERE)):
        look_at(window, place)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == "tour-next"
        QTest.keyClick(focus, Qt.Key.Key_Return if place % 2 else Qt.Key.Key_Space)
        finish_work()
    assert window.commands.welcome.tour is None
    assert window.session.drawing.empty


def test_stops_about_what_is_not_there_are_skipped(window: MainWindow) -> None:
    tour = begin(window)
    assert list(tour.stops) == THERE
    names = [stop.name for stop in THERE]
    assert [name for name in names if name in HANDS] == list(HANDS)
    assert child_of(bubble_of(window), QWidget, "tour-count").text() == f"1 of {len(THERE)}"
    later = Stop("x", "", "", "x", "stroke", panel="not there")
    assert not later.is_there(*TABLES)
    assert later.is_there(TABLES[0] | {"not there"}, TABLES[1])


@pytest.mark.parametrize("stop", THERE, ids=lambda stop: stop.name)
def test_every_deed_is_known(stop: Stop) -> None:
    assert stop.deed in LINGER_MS


def test_it_waits_while_a_digit_gets_more_strokes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LINGER_MS, "stroke", 3_600_000)  # the test says when it is over
    tour, canvas = begin(window), canvas_of(window)
    write(canvas, FOUR[:1])
    idle()
    assert tour._lingering.isActive()
    place = on_canvas(canvas, 320, 180)
    press(canvas, place)
    tour._lingering.timeout.emit()  # while the second stroke is drawn
    assert tour.place == 0
    tour._lingering.stop()
    release(canvas, place)
    assert tour._lingering.isActive()  # from the last stroke on
    assert tour.place == 0
    tour._lingering.timeout.emit()
    assert tour.place == 1


def test_other_deeds_do_not_end_a_stop(window: MainWindow) -> None:
    tour = begin(window)
    pin_a_unit(window)
    choose_another_network(window)
    assert not tour._lingering.isActive()
    assert tour.place == 0


# ---- ends


def test_escape_ends_it(window: MainWindow) -> None:
    begin(window)
    canvas_of(window).setFocus()
    QTest.keyClick(canvas_of(window), Qt.Key.Key_Escape)
    finish_work()
    assert window.commands.welcome.tour is None
    assert not child_of_any(window, "tour")
    draw(window.session, ONE)
    assert answer_of(window) == "1"


def test_escape_drops_a_stroke_first(window: MainWindow) -> None:
    begin(window)
    canvas = canvas_of(window)
    press(canvas, on_canvas(canvas, 200, 200))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert window.session.live is None
    assert window.commands.welcome.tour is not None
    release(canvas, on_canvas(canvas, 200, 200))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert window.commands.welcome.tour is None


def test_close_ends_it(window: MainWindow) -> None:
    begin(window)
    click(child_of(bubble_of(window), QPushButton, "tour-close"))
    finish_work()
    assert window.commands.welcome.tour is None


def test_closing_the_window_ends_it(window: MainWindow) -> None:
    begin(window)
    assert window.close()


def test_asking_again_goes_back_to_the_stop_that_is_shown(window: MainWindow) -> None:
    tour = begin(window)
    tour.go_to_next()
    window.menus.actions["tour"].trigger()
    finish_work()
    assert tour_of(window) is tour
    assert tour.place == 1
    assert len(window.findChildren(Bubble)) == 1


# ---- follows


def test_it_follows_the_window(window: MainWindow) -> None:
    begin(window)
    for size in ((1300, 800), (1024, 600), (1180, 700)):
        window.resize(*size)
        look_at(window, 0)


def test_it_follows_a_panel_that_moves(window: MainWindow) -> None:
    tour = begin(window)
    tour.go_to_next()
    look_at(window, 1)
    dock = next(d for d in ancestors(child_of(window, NetworkPanel)) if hasattr(d, "setFloating"))
    dock.setFloating(True)
    idle()
    frame = next(
        widget
        for widget in QApplication.allWidgets()
        if widget.objectName() == "tour-frame" and widget.isVisible()
    )
    assert frame.window() is dock
    assert window.rect().contains(bubble_of(window).geometry())
    dock.setFloating(False)
    look_at(window, 1)


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def test_the_frame_goes_with_what_it_is_around(window: MainWindow) -> None:
    tour = begin(window)
    window.sources.bring("mnist")
    idle()
    assert not child_of(window, QWidget, "tour-frame").isVisible()
    assert window.rect().contains(bubble_of(window).geometry())
    window.sources.bring("drawing")
    look_at(window, tour.place)


def test_it_speaks_the_language_in_use(window: MainWindow) -> None:
    tour = begin(window)
    tour.go_to_next()
    for language in ("zh_CN", "en"):
        use_language(language)
        finish_work()
        look_at(window, 1)
    assert child_of(bubble_of(window), QPushButton, "tour-next").text() == "Next"


# ---- screen readers


def test_each_stop_is_spoken_once(window: MainWindow, monkeypatch) -> None:
    spoken: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            spoken.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    tour = begin(window)
    for _ in THERE[1:]:
        tour.go_to_next()
        finish_work()
    count = len(THERE)
    assert spoken == [
        f"Tour, {place + 1} of {count}: {stop.title}. {stop.text}"
        for place, stop in enumerate(THERE)
    ]
    bubble = bubble_of(window)
    assert bubble.accessibleName() == f"Tour, {count} of {count}: {THERE[-1].title}"
    assert bubble.accessibleDescription() == THERE[-1].text
    last = child_of(bubble, QPushButton, "tour-next")
    assert last.text() == last.accessibleName() == "Finish"


# ---- the link on the page


def test_the_link_is_there_while_the_page_is_empty(window: MainWindow) -> None:
    link, canvas = child_of(window, QPushButton, "tour-link"), canvas_of(window)
    assert link.isVisible()
    assert canvas.page_rect().toRect().contains(link.geometry())
    press(canvas, on_canvas(canvas, 280, 120))
    assert not link.isVisible()  # with the first point
    release(canvas, on_canvas(canvas, 280, 120))
    window.menus.actions["clear"].trigger()
    idle()
    assert link.isVisible()
    window.menus.actions["undo"].trigger()
    idle()
    assert not link.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_the_link_leaves_room_to_draw(window: MainWindow, size: tuple[int, int]) -> None:
    """Strokes begin in the middle of the page, not at its lower edge."""
    window.resize(*size)
    idle()
    link, page = child_of(window, QPushButton, "tour-link"), canvas_of(window).page_rect()
    assert link.geometry().top() > page.top() + 0.8 * page.height()
    assert not link.geometry().intersects(QRect(page.center().toPoint(), QSize(1, 1)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_link_is_quiet_in_every_theme_and_language(
    window: MainWindow, qapp: QApplication, language: str
) -> None:
    use_language(language)
    finish_work()
    for theme in (DARK, LIGHT):
        apply_theme(qapp, theme.name)
        idle()
        seen = pixels(child_of(window, QPushButton, "tour-link")).reshape(-1, 3)
        assert (seen == theme.color("quiet").getRgb()[:3]).all(axis=1).any()
        assert not (seen == theme.color("text").getRgb()[:3]).all(axis=1).any()


# ---- places


BOUNDS = QRect(0, 0, 1000, 600)
BOX = QSize(300, 150)


@pytest.mark.parametrize(
    ("target", "side"),
    [
        (QRect(0, 100, 250, 300), "right"),
        (QRect(250, 60, 750, 350), "below"),
        (QRect(750, 500, 200, 60), "above"),
        (QRect(400, 0, 600, 600), "left"),
        (QRect(0, 0, 1000, 600), ""),
        (None, ""),
    ],
)
def test_the_bubble_stands_beside_its_target(target: QRect | None, side: str) -> None:
    place, found = beside(target, BOX, BOUNDS)
    assert found == side
    assert BOUNDS.contains(QRect(place, BOX))
    if target is not None and side:
        assert not QRect(place, BOX).intersects(target)
