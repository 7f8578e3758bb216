"""The library panel: reading, renaming, notes, deleting, comparing, exporting."""

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QToolButton

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names, shipped_path
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.library import changes as library_changes
from lenet_gui.gui.library.table import ERROR, NAME, NOTE, TESTED, TOOK, TRAINED
from lenet_gui.gui.library.table_items import training_cost
from lenet_gui.gui.panels.library import LibraryPanel
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import FOUR, click, draw, finish_work, idle
from tests.helpers import PATIENCE
from tests.trainer.small_data import write_digits


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Library:
    """Return a library with two networks."""
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path / "data"))
    made = Library()
    for name, source, note in (("mine", "lenet-5-tanh", "one minute"), ("数字", "lenet-5", "")):
        copy = tmp_path / "copy.safetensors"
        shutil.copyfile(shipped_path(source), copy)
        made.keep(copy, name, note)
    return made


@pytest.fixture
def panel(window: MainWindow) -> LibraryPanel:
    window.activateWindow()
    window.menus.actions["library"].trigger()
    panel = window.workspaces.panel("library")
    assert isinstance(panel, LibraryPanel)
    finish_work()
    return panel


def column(panel: LibraryPanel, place: int) -> list[str]:
    texts = [panel.table.item(row, place).text() for row in range(panel.table.rowCount())]
    return [text.replace("\u00a0", " ") for text in texts]


def choose(panel: LibraryPanel, *names: str) -> None:
    panel.table.choose(set(names), names[0])
    panel.table.setFocus()


def press(panel: LibraryPanel, name: str) -> None:
    found = panel.findChild(QToolButton, f"library-{name}")
    assert found is not None
    click(found)


def editor(panel: LibraryPanel) -> QLineEdit:
    (found,) = [e for e in panel.table.findChildren(QLineEdit) if e.isVisible()]
    return found


def type_into(panel: LibraryPanel, text: str) -> None:
    field = editor(panel)
    field.setText(text)  # QTest types ASCII only
    QTest.keyClick(field, Qt.Key.Key_Return)
    finish_work()


def test_the_time_of_a_shipped_network_is_with_that_of_what_it_began_with() -> None:
    training = {"cpu_seconds": 570, "before": {"cpu_seconds": 1769, "before": {"cpu_seconds": 1}}}
    entry = NetworkEntry(
        "one", Path("one"), architecture("lenet-5"), tuple("01"), training=training, shipped=True
    )
    assert training_cost(entry) == 2340
    assert training_cost(replace(entry, shipped=False, seconds=7.0)) == 7.0
    assert training_cost(replace(entry, training={"before": training})) is None


def test_shipped_networks_do_not_look_disabled(panel: LibraryPanel) -> None:
    """Their names and figures have the colour of text, as those of one's own; notes are quiet."""
    theme = theme_of(panel.table)
    text = panel.table.palette().text().color()
    for row in range(panel.table.rowCount()):
        for place in range(NOTE):
            item = panel.table.item(row, place)
            brush = item.foreground()
            shown = brush.color() if brush.style() != Qt.BrushStyle.NoBrush else text
            assert shown == theme.color("text"), (row, place)
            assert item.flags() & Qt.ItemFlag.ItemIsEnabled


def test_columns_share_the_width(panel: LibraryPanel) -> None:
    """Where there is room all texts are whole, and the last column gets no more than others."""
    table = panel.table
    panel.resize(1363, 500)
    idle()
    head = table.horizontalHeader()
    assert head.length() == table.viewport().width()
    for place in range(table.columnCount()):
        assert head.sectionSize(place) >= table.sizeHintForColumn(place)
    spare = [head.sectionSize(place) - table.sizeHintForColumn(place) for place in range(NOTE + 1)]
    assert spare[NOTE] < table.viewport().width() / 5
    assert min(spare) > 0


def test_what_is_listed(panel: LibraryPanel) -> None:
    assert column(panel, NAME) == [*shipped_names(), "mine", "数字"]
    assert column(panel, NOTE)[-2:] == ["one minute", ""]
    assert set(column(panel, NOTE)[:-2]) == {"comes with the program"}
    place = shipped_names().index("lenet-5")
    assert column(panel, ERROR)[place].startswith("0.48 %  (0.36")
    assert column(panel, TESTED)[place] == "MNIST's test digits"
    place = shipped_names().index("lenet-5-modern-pen")
    assert column(panel, TESTED)[place] == "MNIST's test digits and other writers' pen digits"
    assert column(panel, TOOK)[place] == "22 min 28 s"
    assert all(column(panel, TOOK)[: len(shipped_names())])
    assert ",mnist-test + unipen-digits.npz," in panel.as_csv()
    assert all(column(panel, TRAINED)[-2:])
    assert QApplication.focusWidget() is panel.table


def test_reading_with_one(panel: LibraryPanel, window: MainWindow) -> None:
    draw(window.session, FOUR)
    choose(panel, "mine")
    press(panel, "read")
    assert window.session.recognizer.name == "mine"
    assert window.session.recognition.label == "4"
    assert window.menus.actions["network:mine"].isChecked()
    assert window.network_bar.box.currentText() == "mine"
    assert window.settings.text("reader", "") == "mine"
    bold = [row for row in range(panel.table.rowCount()) if panel.table.item(row, 0).font().bold()]
    assert [panel.table.item(row, 0).text() for row in bold] == ["mine"]
    dot = panel.table.item(bold[0], 0).icon().pixmap(16, 16, QIcon.Mode.Selected).toImage()
    assert dot.pixelColor(8, 8) == panel.table.palette().highlightedText().color()
    choose(panel, "lenet-5")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert window.session.recognizer.name == "lenet-5"


def test_one_that_is_damaged_meanwhile(
    panel: LibraryPanel, window: MainWindow, library: Library
) -> None:
    library.path("mine").write_bytes(b"rubbish")
    choose(panel, "mine")
    press(panel, "read")
    assert panel.status.text() == "mine.safetensors is not a safetensors file."
    assert window.session.recognizer.name == DEFAULT_NETWORK


def test_renaming_in_place(panel: LibraryPanel, window: MainWindow, library) -> None:
    window.session.use_network("mine")
    choose(panel, "mine")
    QTest.keyClick(panel.table, Qt.Key.Key_F2)
    type_into(panel, "ours")
    assert library.names() == ["ours", "数字"]
    assert column(panel, NAME)[-2:] == ["ours", "数字"]
    assert window.session.recognizer.name == "ours"
    assert [entry.name for entry in panel.table.chosen()] == ["ours"]
    box = window.network_bar.box
    assert [box.itemText(i) for i in range(box.count())] == [*shipped_names(), "ours", "数字"]
    assert "network:mine" not in window.menus.actions
    assert window.settings.text("reader", "") == "ours"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("lenet-5", "There is already a network named lenet-5. Choose another name."),
        ("a/b", "A name cannot contain /."),
        (" ", "Enter a name for the network."),
    ],
)
def test_a_name_that_cannot_be(panel: LibraryPanel, name: str, sentence: str) -> None:
    choose(panel, "mine")
    QTest.keyClick(panel.table, Qt.Key.Key_F2)
    type_into(panel, name)
    assert panel.status.text() == sentence
    assert panel.status.isVisible()
    assert column(panel, NAME)[-2:] == ["mine", "数字"]


def test_renaming_what_another_program_has_renamed(panel: LibraryPanel, library: Library) -> None:
    choose(panel, "mine")
    QTest.keyClick(panel.table, Qt.Key.Key_F2)
    Library().rename("mine", "theirs")
    type_into(panel, "ours")
    assert "network mine is no longer in the library" in panel.status.text()
    assert column(panel, NAME)[-2:] == ["theirs", "数字"]


def test_notes_in_place(panel: LibraryPanel, library: Library) -> None:
    choose(panel, "数字")
    panel.actions_row.actions_by_name["edit_note"].trigger()
    type_into(panel, "für später")
    assert library.entry("数字").note == "für später"
    assert column(panel, NOTE)[-1] == "für später"


def test_a_change_does_not_overtake_another(
    panel: LibraryPanel, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is slower than the typing."""
    gate, set_note = threading.Event(), Library.set_note

    def slow(library: Library, name: str, note: str) -> NetworkEntry:
        gate.wait(PATIENCE)
        return set_note(library, name, note)

    monkeypatch.setattr(Library, "set_note", slow)
    for name, note in (("mine", "first"), ("数字", "second")):
        choose(panel, name)
        panel.actions_row.actions_by_name["edit_note"].trigger()
        field = editor(panel)
        field.setText(note)
        QTest.keyClick(field, Qt.Key.Key_Return)
        idle()
    gate.set()
    finish_work()
    assert column(panel, NOTE)[-2:] == ["first", "second"]
    assert [entry.note for entry in library.entries()] == ["first", "second"]


def test_what_can_be_deleted_is(
    panel: LibraryPanel, window: MainWindow, library: Library, monkeypatch
) -> None:
    """An error is told, and the network in use is left when its file is deleted."""

    def stuck(path: Path) -> bool:
        if path.stem != "mine":
            raise BadInput("{file} cannot be deleted.", file=path.name)
        path.unlink()
        return True

    monkeypatch.setattr(library_changes, "into_trash", stuck)
    window.session.use_network("mine")
    choose(panel, "数字", "mine")
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    box = window.findChild(QMessageBox, "delete-question")
    click(box.button(QMessageBox.StandardButton.Yes))
    finish_work()
    assert library.names() == ["数字"]
    assert window.session.recognizer.name == DEFAULT_NETWORK
    assert panel.status.text() == "数字.safetensors cannot be deleted."


def test_the_program_s_own_cannot_be_changed(panel: LibraryPanel) -> None:
    choose(panel, "lenet-5")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        QTest.keyClick(panel.table, key)
        assert not [e for e in panel.table.findChildren(QLineEdit) if e.isVisible()]
    able = {
        name for name, action in panel.actions_row.actions_by_name.items() if action.isEnabled()
    }
    assert able == {"read", "train_further", "export", "show_folder"}
    assert panel.findChild(QMessageBox) is None


@pytest.mark.parametrize("trash", [True, False])
def test_deleting_asks(
    panel: LibraryPanel,
    window: MainWindow,
    library: Library,
    qtbot,
    monkeypatch: pytest.MonkeyPatch,
    trash: bool,
) -> None:
    if not trash:
        monkeypatch.setattr(library_changes, "into_trash", lambda path: False)
    window.session.use_network("mine")
    draw(window.session, FOUR)
    for answer, left in (("Cancel", ["mine", "数字"]), ("Yes", ["数字"])):
        choose(panel, "mine")
        QTest.keyClick(panel.table, Qt.Key.Key_Delete)
        box = window.findChild(QMessageBox, "delete-question")
        assert box is not None
        assert box.text() == "Delete mine from the library?"
        click(box.button(getattr(QMessageBox.StandardButton, answer)))
        finish_work()
        qtbot.waitUntil(lambda: window.findChild(QMessageBox, "delete-question") is None)
        assert library.names() == left
    assert not window.session.drawing.empty  # Del has not cleared the page
    assert column(panel, NAME) == [*shipped_names(), "数字"]
    assert window.session.recognizer.name == DEFAULT_NETWORK
    assert "network:mine" not in window.menus.actions


def test_comparing_two(panel: LibraryPanel, window: MainWindow) -> None:
    assert not panel.actions_row.actions_by_name["compare"].isEnabled()
    choose(panel, "mine", "lenet-5")
    press(panel, "compare")
    assert "lenet-5 and mine are being compared" in panel.comparison.text.text()
    finish_work()
    words = panel.comparison.text.text().replace("\u00a0", " ")
    assert "lenet-5: 48 of 10,000 wrong (0.48 %; 95 % interval:" in words
    assert "mine: 56 of 10,000 wrong (0.56 %; 95 % interval:" in words
    assert words.endswith("The difference is not statistically significant.")
    assert "McNemar" in panel.comparison.text.toolTip()
    choice = panel.comparison.choice
    assert [choice.itemText(i).rpartition(":")[0] for i in range(3)] == [
        "Misread only by lenet-5",
        "Misread only by mine",
        "Misread by both",
    ]
    grid, sizes = panel.comparison.digits.grid, []
    for place in range(3):
        choice.setCurrentIndex(place)
        sizes.append(len(grid.shown))
    assert sizes[0] + sizes[2] == 48
    assert sizes[1] + sizes[2] == 56
    at, none = grid.cell(0).center(), Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, none, at)
    idle()
    assert window.session.drawing.picture is not None
    click(panel.comparison.close_button)
    assert not panel.comparison.isVisible()


def test_comparing_two_on_other_data(
    panel: LibraryPanel, window: MainWindow, tmp_path: Path
) -> None:
    """At first on the test part of the first; then on what is chosen, with the same networks."""
    source = write_digits(tmp_path, 200)
    window.commands.trainings.data.add(source)
    choose(panel, "mine", "lenet-5")
    press(panel, "compare")
    finish_work()
    data = panel.comparison.data
    assert [data.itemText(place) for place in range(2)] == [
        "Test part of lenet-5", "Test part of mine",
    ]  # fmt: skip
    assert data.currentText() == "Test part of lenet-5"
    choose(panel, "mine")
    place = data.findText("few-images")
    data.setCurrentIndex(place)
    data.activated.emit(place)
    finish_work()
    words = panel.comparison.text.text()
    assert words.count(" of 200 wrong") == 2
    assert data.currentText() == "few-images"
    assert ("lenet-5: " in words, "mine: " in words) == (True, True)


def test_comparing_what_is_gone(panel: LibraryPanel, library: Library) -> None:
    choose(panel, "mine", "lenet-5")
    library.delete("mine")
    press(panel, "compare")
    finish_work()
    assert "There is no network named mine" in panel.comparison.text.text()


def test_training_further(panel: LibraryPanel, window: MainWindow, library, qtbot) -> None:
    choose(panel, "mine")
    press(panel, "train-further")
    form = window.commands.training.form
    qtbot.waitUntil(lambda: form.config.learning.start == str(library.path("mine")))
    assert form.config.architecture == "lenet-5-tanh"
    window.commands.trainings.shut_down()


@pytest.mark.parametrize("suffix", [".safetensors", ".onnx"])
def test_exporting_a_kept_one(
    panel: LibraryPanel,
    window: MainWindow,
    library: Library,
    tmp_path: Path,
    qtbot,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    target = tmp_path / f"a copy{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    choose(panel, "mine")
    panel.actions_row.actions_by_name["export"].trigger()
    wanted = f"Saved: {target}"  # onnx takes a while to load
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == wanted)
    if suffix == ".safetensors":  # with all that was written into it
        assert target.read_bytes() == library.path("mine").read_bytes()
    else:
        assert b"lenet-5-tanh" in target.read_bytes()


def test_the_folder(panel: LibraryPanel, library, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    panel.actions_row.actions_by_name["show_folder"].trigger()
    assert opened[0].toLocalFile() == str(library.folder)
    assert str(library.folder) in panel.status.text()


def test_sorting_by_error(panel: LibraryPanel) -> None:
    panel.table.sortItems(ERROR)
    rates = [float(text.split()[0]) for text in column(panel, ERROR)]
    assert rates == sorted(rates)
    choose(panel, "mine")
    assert [entry.name for entry in panel.table.chosen()] == ["mine"]


def test_it_is_read_again_when_it_is_shown(panel: LibraryPanel, window, library, qtbot) -> None:
    window.workspaces.docks["network"].raise_()
    idle()
    library.delete("mine")
    window.menus.actions["library"].trigger()
    qtbot.waitUntil(lambda: "mine" not in column(panel, NAME))
    assert column(panel, NAME)[-1] == "数字"


def test_a_damaged_network_of_last_time_does_not_stop_the_start(
    library: Library, settings, warnings: pytest.LogCaptureFixture
) -> None:
    from lenet_gui.app import _first_recognizer

    settings.store("reader", "mine")
    assert _first_recognizer(settings).name == "mine"
    library.path("mine").write_bytes(b"rubbish")
    assert _first_recognizer(settings).name == DEFAULT_NETWORK
    assert settings.text("reader", "none") == "none"


@pytest.mark.parametrize("chosen", [["mine"], ["mine", "数字"], ["lenet-5", "mine"]])
def test_the_selection_stays_in_another_language(
    panel: LibraryPanel, window: MainWindow, chosen: list[str]
) -> None:
    choose(panel, *chosen)
    for language in ("zh_CN", "en", "zh_CN"):
        use_language(language)
        finish_work()
        anew = window.workspaces.panel("library")
        assert isinstance(anew, LibraryPanel)
        assert sorted(entry.name for entry in anew.table.chosen()) == sorted(chosen)
        current = anew.table.current()
        assert current is not None
        assert current.name in chosen
    use_language("en")
    use_language("zh_CN")  # before the list was read
    finish_work()
    anew = window.workspaces.panel("library")
    assert isinstance(anew, LibraryPanel)
    assert sorted(entry.name for entry in anew.table.chosen()) == sorted(chosen)
    assert anew.actions_row.actions_by_name["compare"].isEnabled() is (len(chosen) == 2)
