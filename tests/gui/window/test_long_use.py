"""What a change of language or a stroke leaves behind is nothing, however often it happens.

Python objects, Qt objects and connections are counted, so that no measure of memory is needed.
"""

import gc
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import SIGNAL, QMetaMethod, QObject
from PySide6.QtWidgets import QApplication

from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import ONE, draw, finish_work

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "pipewire", "Could not open media"
)
CHANGES = 50
CHANGES_OF_ALL = 8  # with all panels and sources, each of which is made anew


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use_language("en")


def change_language(times: int) -> None:
    """Change it an even number of times, so that it is English again."""
    for _ in range(times // 2):
        for language in ("zh_CN", "en"):
            use_language(language)
            finish_work()


def counts(window: MainWindow) -> Counter[str]:
    """Count Python objects of the program and Qt objects by class, and connections by signal."""
    gc.collect()
    application = QApplication.instance()
    assert application is not None
    roots = [window, window.session, application]
    every = {
        id(child): child for root in roots for child in (root, *root.findChildren(QObject))
    }.values()
    found = Counter(f"Qt {each.metaObject().className()}" for each in every)
    for each in every:
        found += connections_of(each)
    kinds = (type(each) for each in gc.get_objects())
    found += Counter(
        f"Python {kind.__module__}.{kind.__name__}"
        for kind in kinds
        if str(getattr(kind, "__module__", "")).startswith("lenet_gui.")
    )
    return found


def connections_of(sender: QObject) -> Counter[str]:
    """Count what is connected to each signal of an object."""
    meta, found = sender.metaObject(), Counter[str]()
    for place in range(meta.methodCount()):
        method = meta.method(place)
        if method.methodType() == QMetaMethod.MethodType.Signal:
            signature = bytes(method.methodSignature().data()).decode()
            name = f"{meta.className()} {sender.objectName()}::{signature}"
            found[name] += sender.receivers(SIGNAL(signature))
    return found


def grown(before: Counter[str], after: Counter[str]) -> dict[str, int]:
    return dict(after - before)


def test_a_change_of_language_leaves_nothing_behind(window: MainWindow) -> None:
    draw(window.session, ONE)
    change_language(2)
    before = counts(window)
    change_language(CHANGES)
    assert not grown(before, counts(window))


def test_nor_does_it_with_all_panels_and_sources(
    training: FakeTraining, window: MainWindow
) -> None:
    for panel in PANELS:
        window.workspaces.bring(panel.name)
    for source in reversed(SOURCES):
        window.sources.bring(source.name)
        finish_work()
    change_language(4)
    before = counts(window)
    change_language(CHANGES_OF_ALL)
    assert not grown(before, counts(window))


def test_strokes_leave_no_connections_behind(window: MainWindow) -> None:
    session = window.session

    def draw_and_clear() -> None:
        draw(session, ONE)
        window.menus.actions["undo"].trigger()
        window.menus.actions["redo"].trigger()
        window.menus.actions["clear"].trigger()
        session.undo_stack.clear()
        finish_work()

    draw_and_clear()
    before = counts(window)
    for _ in range(20):
        draw_and_clear()
    assert not grown(before, counts(window))
