"""The classes of the next training's network, what it sees, and what it starts from."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of, write_checkpoint
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry, read_entry
from lenet_gui.engine.networks.architectures import architecture
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.gui.panels.training.panel import TRAINING_LEAST_HEIGHT, TrainingPanel
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.form.class_words import MOST_WHOLE, class_line, short_list, whole_list
from lenet_gui.gui.training.form.form import OWN, TrainingForm
from lenet_gui.gui.training.form.options_dialog import TrainingOptions, show_options
from lenet_gui.gui.training.output_files import new_output
from lenet_gui.gui.training.training_session import TrainingSession
from lenet_gui.trainer.config_checks import check_config
from tests.engine.data.coloured_folders import GREY, write_coloured
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import child_of, click, finish_work, idle

TEN = tuple("0123456789")


@pytest.fixture
def training(qapp, settings_file: QSettings) -> FakeTraining:
    return FakeTraining()


@pytest.fixture
def form(training: FakeTraining) -> TrainingForm:
    return TrainingForm(Settings(), training)


@pytest.fixture
def options(qtbot, training: FakeTraining, form: TrainingForm) -> TrainingOptions:
    window = training.window = QWidget()  # it must live as long
    qtbot.addWidget(window)
    options = show_options(window, cast(TrainingSession, training), form)
    with qtbot.waitExposed(options):
        options.show()
    return options


@pytest.fixture
def four(tmp_path: Path) -> str:
    """A folder of the classes 0 to 3."""
    return str(write_coloured(tmp_path / "four", [GREY] * 4, count=2))


@pytest.fixture
def letters(tmp_path: Path) -> str:
    """A folder of the classes a, b and c."""
    folder = write_coloured(tmp_path / "letters", [GREY] * 3, count=2)
    for digit, letter in zip("012", "abc", strict=True):
        (folder / digit).rename(folder / letter)
    return str(folder)


@pytest.fixture
def foreign(tmp_path: Path) -> NetworkEntry:
    """A network whose architecture is in no table: own layers, four classes, pictures."""
    made = architecture("lenet-relu").seeing("picture")
    made = replace(made, name="mine", layers=made.layers[:-2] + made.layers[-1:]).for_classes(4)
    path = tmp_path / "mine.safetensors"
    write_checkpoint(path, checkpoint_of(made, tuple("dcba"), initial_weights(made, 0)))
    return read_entry(path)


def said(options: TrainingOptions) -> str:
    return options.classes.words.text()


# ---- which classes there will be


def test_classes_of_a_folder_are_read_in_the_background(
    options: TrainingOptions, form: TrainingForm, four: str, qtbot
) -> None:
    assert form.classes.names == TEN
    form.data.add(four)
    form.toggle_source("mnist", False)
    assert form.classes.names == ()
    assert "reading" in said(options)
    qtbot.waitUntil(lambda: form.classes.names == tuple("0123"))
    assert "4" in said(options)
    assert options.classes.line.text() == "0,1,2,3"


def test_mixed_data_says_what_the_union_is(
    options: TrainingOptions, form: TrainingForm, letters: str, four: str, qtbot
) -> None:
    form.data.add(letters)
    qtbot.waitUntil(lambda: form.classes.names == (*TEN, "a", "b", "c"))
    assert said(options).endswith(": 0 … 9 from MNIST and a, b, c from letters")
    assert said(options).startswith("13 ")
    assert options.classes.words.toolTip() == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, a, b, c"
    form.toggle_source(letters, False)
    form.data.add(four)  # which has nothing of its own
    qtbot.waitUntil(lambda: form.classes.names == TEN)
    assert said(options).endswith(": 0 … 9")


def test_data_that_cannot_be_read_says_why_and_is_tried_again(
    options: TrainingOptions, form: TrainingForm, four: str, qtbot
) -> None:
    away = Path(four).rename(f"{four}-away")
    form.data.add(four)
    qtbot.waitUntil(lambda: "There is no data named" in said(options))
    away.rename(four)
    options.hide()
    options.show()
    qtbot.waitUntil(lambda: form.classes.names == TEN)


def test_what_the_import_has_read_is_not_read_again(form: TrainingForm) -> None:
    form.data.read.emit("/some/where", ("x", "y"))
    form.data.add("/some/where")
    form.toggle_source("mnist", False)
    assert form.classes.names == ("x", "y")


def test_one_class_is_too_few(form: TrainingForm) -> None:
    form.data.read.emit("/some/where", ("x",))
    form.data.add("/some/where")
    form.toggle_source("mnist", False)
    assert "needs 2 to 1000 classes, not 1" in str(form.classes.problem)


# ---- their order


def test_the_order_can_be_typed_and_reset(
    options: TrainingOptions, form: TrainingForm, training: FakeTraining
) -> None:
    line, reset = options.classes.line, options.classes.reset
    assert not reset.isEnabled()
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "9, 8,7,6,5,4,3,2,1,0")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.config.data.classes == TEN[::-1]
    assert form.preset == "best"  # the order is no setting of a preset
    assert line.text() == "9,8,7,6,5,4,3,2,1,0"
    check_config(form.config)
    assert TrainingForm(Settings(), training).config == form.config  # at the next start
    click(reset)
    assert form.config.data.classes == ()
    assert line.text() == "0,1,2,3,4,5,6,7,8,9"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("0,1,0", "each differs"),
        ("0,,1", "each differs"),
        ("a" * 101 + ",0", "each differs"),
    ],
)
def test_classes_that_cannot_be_say_why_and_lose_nothing(
    options: TrainingOptions, form: TrainingForm, typed: str, why: str
) -> None:
    line = options.classes.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert why in said(options)
    assert line.text() == typed
    assert form.config.data.classes == ()


def test_classes_that_the_data_has_must_be_among_them(
    options: TrainingOptions, form: TrainingForm
) -> None:
    form.set(classes=("0", "1"))
    assert "not among those to learn: 2, 3, 4" in said(options)
    assert options.classes.reset.isEnabled()


def test_bad_classes_in_the_settings_are_dropped(
    settings_file: QSettings, training: FakeTraining
) -> None:
    settings_file.setValue("training/classes", '["a", "a"]')
    settings_file.sync()
    assert TrainingForm(Settings(), training).config.data.classes == ()


def test_rbf_outputs_say_before_start_why_they_need_ten(
    options: TrainingOptions, form: TrainingForm, four: str, qtbot
) -> None:
    form.choose_network("lenet-5")
    form.data.add(four)
    form.toggle_source("mnist", False)
    qtbot.waitUntil(lambda: "drawn codes of ten digits" in said(options))
    form.set(classes=TEN)  # is what helps
    assert said(options).endswith(": 0 … 9")
    form.set(classes=())
    form.choose_network("lenet-relu")
    assert "drawn codes" not in said(options)


# ---- what the network sees, and its first weights


def test_what_the_network_sees_and_its_first_weights(
    options: TrainingOptions, form: TrainingForm, training: FakeTraining
) -> None:
    form.choose_network("lenet-relu")
    form.set(stroke_augmentations=3)
    QTest.keyClicks(child_of(options, QComboBox, "field-sees"), "whole")
    assert form.config.data.sees == "picture"
    assert form.architecture.picture_shape == (3, 32, 32)
    assert form.config.data.stroke_augmentations == 0  # drawings are ink
    assert not options.aim.fields["stroke_augmentations"].isEnabled()
    assert not options.data.non_digits.isEnabled()
    check_config(form.config)
    QTest.keyClicks(child_of(options, QComboBox, "field-first_weights"), "Xav")
    assert form.config.learning.first_weights == "xavier-normal"
    assert form.preset == OWN
    assert TrainingForm(Settings(), training).config == form.config


def test_three_channels_on_ink_are_told_of(
    options: TrainingOptions, form: TrainingForm, four: str
) -> None:
    form.choose_network("lenet-relu")
    assert "sees ink" not in said(options)
    form.data.add(four)
    assert "lenet-relu has 3 channels, but sees ink" in said(options)
    form.set(sees="picture")
    assert "sees ink" not in said(options)


# ---- a training that starts from a network


def test_a_network_of_an_own_architecture_is_trained_further(
    options: TrainingOptions, form: TrainingForm, foreign: NetworkEntry, four: str,
    letters: str, training: FakeTraining, qtbot,
) -> None:  # fmt: skip
    form.set(first_weights="he", classes=("1", "0"))
    form.start_from(foreign)
    assert (form.config.architecture, form.config.data.sees) == ("mine", "picture")
    assert form.architecture == foreign.architecture
    assert options.network.network.currentText() == "mine"
    for name in ("field-sees", "field-first_weights", "field-classes"):
        widget = child_of(options, QWidget, name)
        assert not widget.isEnabled()
        assert widget.toolTip()
    check_config(form.config)
    assert "mine.safetensors cannot be trained further on this data" in said(options)
    form.data.add(letters)
    form.toggle_source("mnist", False)
    qtbot.waitUntil(lambda: form.classes.names == tuple("dcba"))  # its own, in its order
    assert TrainingForm(Settings(), training).config.architecture == "lenet-5-modern"
    form.choose_network("lenet-5-tanh")
    assert form.config.learning.start == ""
    assert options.network.network.findText("mine") < 0


def test_train_further_fills_the_form(
    qtbot, training: FakeTraining, context: ViewContext, foreign: NetworkEntry
) -> None:
    form = context.trainings.form
    context.results.train_further(str(foreign.path))
    qtbot.waitUntil(lambda: form.config.learning.start == str(foreign.path))
    assert form.started is not None
    assert form.architecture == foreign.architecture


@pytest.mark.parametrize("name", ["../../mine", "a/b", "x" * 90, "\u202emine", ""])
def test_a_name_from_a_file_never_leaves_the_folder(tmp_path: Path, name: str) -> None:
    output = new_output(tmp_path, name)
    assert output.parent == tmp_path
    assert output.name.startswith("network ")


def test_an_own_name_stays_and_is_never_taken_twice(tmp_path: Path) -> None:
    first = new_output(tmp_path, "mine [2]")
    first.touch()
    assert first.name.startswith("mine [2] ")
    assert new_output(tmp_path, "mine [2]") != first


def test_a_preset_for_another_architecture_starts_from_nothing(
    form: TrainingForm, foreign: NetworkEntry
) -> None:
    form.start_from(foreign)
    form.choose_preset("published-1998")
    assert (form.config.architecture, form.config.learning.start) == ("lenet-5", "")


# ---- in the panel


def test_the_panel_says_the_classes_before_start(
    qtbot, training: FakeTraining, context: ViewContext, four: str
) -> None:
    form = context.trainings.form
    panel = TrainingPanel(context.trainings, context.results)
    qtbot.addWidget(panel)
    panel.resize(700, 300)
    with qtbot.waitExposed(panel):
        panel.show()
    row = panel.start_row
    assert row.classes.isVisible()
    assert row.classes.text().endswith(": 0 … 9")
    assert row.start.toolTip().endswith(": 0 … 9")
    panel.resize(320, TRAINING_LEAST_HEIGHT)
    idle()
    assert not row.classes.isVisible()  # but the tip says them
    form.choose_network("lenet-5")
    form.data.add(four)
    form.toggle_source("mnist", False)
    qtbot.waitUntil(lambda: "drawn codes" in row.classes.text())
    assert row.classes.isVisible()
    assert "drawn codes" in row.classes.toolTip()
    finish_work()


def test_the_data_menu_offers_what_the_network_sees(
    qtbot, training: FakeTraining, context: ViewContext
) -> None:
    panel = TrainingPanel(context.trainings, context.results)
    qtbot.addWidget(panel)
    menu = panel.start_row.data.menu
    for title, sees in (("See whole pictures", "picture"), ("See ink, as in MNIST", "ink")):
        next(action for action in menu.actions() if action.text() == title).trigger()
        assert context.trainings.form.config.data.sees == sees
        assert next(a for a in menu.actions() if a.text() == title).isChecked()


# ---- words


def test_short_and_whole_lists() -> None:
    assert short_list(TEN) == "0 … 9"
    assert short_list(("0", "1", "2")) == "0, 1, 2"
    assert short_list(tuple(map(str, range(100, 300)))) == "100 … 299"
    assert short_list(tuple("abcdefg")) == "a, b, c … g"
    assert short_list(("0", "2", "4", "6", "8")) == "0, 2, 4 … 8"
    assert short_list(("x" * 100, "\u202e")) == f"{'x' * 15}…, ⟨U+202E⟩"
    assert len(whole_list(["y" * 100] * 1000)) == MOST_WHOLE + 2


def test_no_source_is_listed_twice_where_many_are_mixed(form: TrainingForm) -> None:
    for number in range(5):
        form.data.read.emit(f"/data/set{number}", (f"c{number}", f"d{number}"))
        form.data.add(f"/data/set{number}")
    line = class_line(form.classes, False)
    assert "c1, d1 from set1 and …" in line
    assert "set4" not in line
