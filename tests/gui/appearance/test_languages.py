"""Another language while the window is open."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabBar,
    QTableWidget,
    QWidget,
)

from lenet_gui.common.bad_input import BadInput, no_such
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.wire.messages import error_frame, error_of
from lenet_gui.gui.appearance.languages import LANGUAGES, language_of, use_language
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.form.options_dialog import TrainingOptions
from lenet_gui.gui.training.state import State
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.wording.phrases import counted, plain
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import EVERY_PANEL, FOUR, SEVEN, draw, finish_work, idle

CHINESE = "zh_CN"
TEXTS = (
    "text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName",
    "accessibleDescription", "placeholderText", "iconText", "suffix", "prefix", "specialValueText",
)  # fmt: skip


class Marked(QTranslator):
    """A language in which every text stands in brackets."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return "|".join(f"⟦{part}⟧" for part in source.split("|"))

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[Callable[[bool], None]]:
    """Switches to the language of brackets, or back."""
    translator = Marked()

    def switch(on: bool) -> None:
        if on:
            qapp.installTranslator(translator)
        else:
            qapp.removeTranslator(translator)

    yield switch
    switch(False)


@pytest.fixture
def everything(training: FakeTraining, window: MainWindow, qtbot) -> MainWindow:
    """Each panel, source and dialog that can stay open is open, and has something to show."""
    window.resize(1366, 768)
    window.sources.bring("mnist")
    window.sources.bring("drawing")
    draw(window.session, FOUR)
    for name in EVERY_PANEL:
        window.workspaces.bring(name)
        idle()
    panel = window.workspaces.panel("training")
    qtbot.waitUntil(lambda: panel.curves is not None)
    window.commands.help.show()
    window.commands.training.show_options()
    window.commands.training.import_data()
    finish_work()
    return window


def settled(window: MainWindow) -> set[tuple[str, str, str]]:
    """What is said when all that is read in the background is there."""
    for name in EVERY_PANEL:  # what is not seen may not be there yet
        window.workspaces.bring(name)
        finish_work()
    return {each for each in said(window) if " ms" not in each[2]}


def said(window: MainWindow) -> set[tuple[str, str, str]]:
    """(class, property, text) of everything that says something in words."""
    found = set()
    for each in (window, *window.findChildren(QObject)):
        kind = type(each).__name__
        if _is_of_qt(each):
            continue
        for name in TEXTS:
            read = getattr(each, name, None)
            text = read() if callable(read) and not isinstance(each, QLineEdit) else None
            if isinstance(text, str) and re.search("[A-Za-z]{2}", text):
                found.add((kind, name, text))
        if isinstance(each, QTableWidget):
            heads = [each.horizontalHeaderItem(i) for i in range(each.columnCount())]
            found |= {(kind, "head", head.text()) for head in heads if head is not None}
        if isinstance(each, QComboBox):
            found |= {(kind, "item", each.itemText(i)) for i in range(each.count())}
    return found


def _is_of_qt(each: QObject) -> bool:
    """The arrows of a tab bar keep the names that Qt gave them; plots have menus nobody sees."""
    return isinstance(each.parent(), QTabBar) or type(each).__module__.startswith("pyqtgraph")


NAMES = re.compile(
    r"⟦.*|lenet-|MNIST$|\d+ – lenet_gui|mnist|lenet_gui$|.*English|.*中文|AdamW|.*[A-Z]\d"
    r"|CPU|[\d.]+ %, ⟦|E = .*|\d$",
    re.DOTALL,
)


def test_everything_changes_at_once_and_back(
    everything: MainWindow, marked: Callable[[bool], None]
) -> None:
    english, library = settled(everything), everything.workspaces.panels["library"]
    marked(True)
    idle()
    assert everything.workspaces.panels["library"] is not library
    assert not {each for each in settled(everything) if not NAMES.match(each[2])}
    marked(False)
    assert settled(everything) == english


def test_what_is_drawn_and_undone_stays(window: MainWindow) -> None:
    draw(window.session, FOUR)
    draw(window.session, SEVEN)
    drawing, label = window.session.drawing, window.session.recognition.label
    window.menus.actions["language_zh_CN"].trigger()
    idle()
    assert window.session.drawing is drawing
    assert window.session.recognition.label == label
    assert window.menus.actions["undo"].text() == "撤销(&U)：画一笔"
    window.menus.actions["undo"].trigger()
    assert len(window.session.drawing.strokes) == len(FOUR) + len(SEVEN) - 1
    assert window.menus.actions["redo"].text() == "重做(&R)：画一笔"


def test_the_eraser_stays_in_the_hand(window: MainWindow) -> None:
    window.session.set_erasing(True)
    use_language(CHINESE)
    idle()
    assert window.sources.source("drawing").findChild(QAbstractButton, "eraser").isChecked()
    assert window.menus.actions["eraser"].isChecked()


@pytest.fixture
def watched(training: FakeTraining, window: MainWindow) -> MainWindow:
    """The window of somebody who trains."""
    for name in ("training", "result"):
        window.workspaces.bring(name)
    idle()
    return window


def test_a_training_goes_on(watched: MainWindow, training: FakeTraining) -> None:
    training.start(TrainingConfig("lenet-5").with_fields(epochs=2))
    training.learn(20, validation=0.05)
    use_language(CHINESE)
    idle()
    assert training.state is State.TRAINING
    assert training.named("cancel") == []
    panel = watched.workspaces.panel("training")
    assert panel.running_row.isVisible()
    assert panel.outcome.live.error.text() == "5.00\u00a0%"
    training.learn(20, progress=0.5)
    assert panel.running_row.bar.value() == 500
    assert watched.menus.actions["train_pause"].text() == "暂停(&P)"
    training.pause()
    use_language("en")
    idle()
    assert watched.menus.actions["train_pause"].text() == "Resu&me"


def test_how_a_training_ended_stays(watched: MainWindow, training: FakeTraining) -> None:
    training.start(TrainingConfig("lenet-5").with_fields(epochs=2))
    training.learn(20)
    training.failed.emit(BadInput("The training process crashed."))
    training.cancel()
    use_language(CHINESE)
    idle()
    stopped = watched.workspaces.panel("training").outcome.stopped
    assert stopped.isVisible()
    assert stopped.text.text().startswith("训练进程崩溃了。")
    assert stopped.resume.isVisible()
    training.start(TrainingConfig("lenet-5").with_fields(epochs=2))
    training.finish()
    use_language("en")
    idle()
    assert watched.workspaces.panel("training").outcome.result.test.text() == "0.90\u00a0%"
    assert watched.workspaces.panel("result").summary.rate.text().startswith("0.90")


def test_the_keyboard_stays_where_it_was(window: MainWindow) -> None:
    window.activateWindow()
    window.sources.source("drawing").findChild(QWidget, "pen-width").setFocus()
    use_language(CHINESE)
    idle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "pen-width"
    assert focus is window.sources.source("drawing").findChild(QWidget, "pen-width")


def test_the_choice_is_kept(window: MainWindow, settings: Settings) -> None:
    assert window.menus.actions["language_system"].isChecked()
    window.menus.actions["language_zh_CN"].trigger()
    assert settings.text("language", "system") == CHINESE
    idle()
    assert window.menus.menus["file"].title() == "文件(&F)"


def test_letters_of_menus_differ(window: MainWindow) -> None:
    use_language(CHINESE)
    idle()
    bars = [window.menuBar().actions()]
    menus = [action.menu() for action in bars[0]]
    bars += [menu.actions() for menu in menus if isinstance(menu, QMenu)]
    for actions in bars:
        texts = [action.text() for action in actions if "&" in action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(set(letters)) == len(letters), texts


# ---- which language


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["zh-Hans-CN", "en"], CHINESE),
        (["zh-CN"], CHINESE),
        (["zh-SG", "zh"], CHINESE),
        (["de-DE", "zh-CN", "en"], CHINESE),
        (["en-GB", "zh-CN"], "en"),
        (["zh-TW"], "en"),  # other characters
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_language_of_the_system(
    wanted: list[str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:
            return wanted

    monkeypatch.setattr(QLocale, "system", staticmethod(System))
    assert language_of("system") == spoken
    assert language_of("en") == "en"


def test_numbers_follow(qapp: QApplication) -> None:
    use_language(CHINESE)
    assert QLocale().language() == QLocale.Language.Chinese
    use_language("en")
    assert QLocale().toString(10000) == "10,000"


def test_letters_of_the_language_come_first(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the usual ones come back; their size is somebody else's choice."""
    usual, asked = qapp.font().family(), []

    class NoChinese:
        def supportsCharacter(self, letter: int) -> bool:
            asked.append(chr(letter))
            return False

    monkeypatch.setattr(QRawFont, "fromFont", lambda font: NoChinese())
    monkeypatch.setattr(QFontDatabase, "families", lambda system: ["One", "WenQuanYi Micro Hei"])
    use_language(CHINESE)
    assert asked == ["网"]
    assert qapp.font().family() == "WenQuanYi Micro Hei"
    use_language("en")
    assert qapp.font().family() == usual
    monkeypatch.setattr(QFontDatabase, "families", lambda system: [])
    use_language(CHINESE)
    assert qapp.font().family() == usual  # there is none: boxes, but a window


def test_counts(qapp: QApplication) -> None:
    said = [counted("Training", "%Ln epoch(s)", count) for count in (1, 2, 1000)]
    assert said == ["1 epoch", "2 epochs", "1,000 epochs"]
    use_language(CHINESE)
    assert counted("Training", "%Ln epoch(s)", 2) == "2 轮"


def test_texts_as_they_are_spoken() -> None:
    assert [plain(text) for text in ("Save &as …", "另存为(&A)…", "A && B")] == [
        "Save as", "另存为", "A & B",
    ]  # fmt: skip


# ---- errors


def test_errors_are_translated_with_what_is_in_them(qapp: QApplication) -> None:
    use_language(CHINESE)
    inner = BadInput("its reject rule is damaged.")
    outer = BadInput("{file} cannot be used: {why}", file="network", why=inner)
    assert sentence(outer) == "network 无法使用：它的拒识规则已损坏。"
    assert sentence(no_such("network", "lenet-6", ["lenet-5"])) == (
        "没有名为 lenet-6 的网络。您是指 lenet-5 吗？"
    )
    reason = BadInput("{file} cannot be read: {why}.", file="a", why="Permission denied")
    assert sentence(reason) == "无法读取 a：没有权限。"


def test_errors_of_the_worker_keep_what_is_in_them(qapp: QApplication) -> None:
    inner = BadInput("its metadata lacks a readable entry {key}.", key="training")
    heard = error_of(error_frame(BadInput("{file} cannot be used: {why}", file="x", why=inner)))
    assert str(heard) == "x cannot be used: its metadata lacks a readable entry training."
    use_language(CHINESE)
    assert sentence(heard) == "x 无法使用：它的元数据缺少可读的条目 training。"


# ---- room


def cut_off(widget: QWidget) -> bool:
    """Whether a label, a button or a list of choices has no room for its text."""
    if isinstance(widget, ElidedLabel) or not widget.isVisible():
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height()
    if isinstance(widget, QPushButton) and widget.icon().isNull():
        words = widget.fontMetrics().horizontalAdvance(plain(widget.text()))
        return words > widget.width()  # what its style likes to have around them may be less
    if isinstance(widget, QLabel | QAbstractButton):
        return bool(widget.text()) and widget.sizeHint().width() > widget.width()
    if isinstance(widget, QComboBox):
        words = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return words > widget.width() - 20
    if isinstance(widget, QTabBar):
        needed = [
            widget.fontMetrics().horizontalAdvance(widget.tabText(i)) for i in range(widget.count())
        ]
        seen = (i for i in range(widget.count()) if widget.isTabVisible(i))
        return any(needed[i] > widget.tabRect(i).width() for i in seen)
    return False


def cut_off_in(window: MainWindow) -> set[str]:
    idle()
    return {
        f"{type(widget).__name__} {widget.objectName()}: {getattr(widget, 'text', str)()}"
        for widget in window.findChildren(QWidget)
        if cut_off(widget)
    }


def test_nothing_is_cut_off(everything: MainWindow, training: FakeTraining) -> None:
    for language in LANGUAGES:
        use_language(language)
        found = cut_off_in(everything)
        for name in EVERY_PANEL:
            everything.workspaces.bring(name)
            found |= cut_off_in(everything)
        everything.workspaces.bring("training")
        training.start(TrainingConfig("lenet-5").with_fields(epochs=2))
        training.learn(20, validation=0.05)
        found |= cut_off_in(everything)
        training.finish()
        found |= cut_off_in(everything)
        everything.workspaces.bring("result")
        assert not found | cut_off_in(everything), language


def test_qt_speaks_it_too(qapp: QApplication) -> None:
    use_language(CHINESE)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_settings_that_were_opened_before_are_in_the_language_in_use(
    training: FakeTraining, window: MainWindow
) -> None:
    """A closed dialog would be shown again in the former language."""
    for language, title in (("en", "Training settings"), (CHINESE, "训练设置"), ("en", "Training")):
        use_language(language)
        idle()  # it is closed when the window hears of the language
        window.menus.actions["train_options"].trigger()
        idle()
        (shown,) = [d for d in window.findChildren(TrainingOptions) if d.isVisible()]
        assert shown.windowTitle().startswith(title)
        shown.close()
        idle()
