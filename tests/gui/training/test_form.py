"""The form of a training: presets, settings that suit each other, the dialog, augmentation."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QSlider, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.recipes import best_recipe, for_seconds
from lenet_gui.common.training_help import PRESET_NAMES
from lenet_gui.common.training_values import ImageAugmentation, TrainingConfig
from lenet_gui.engine.checkpoints.shipped_networks import shipped_path
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.form.fields import AUGMENTATION_FIELDS, FIELDS
from lenet_gui.gui.training.form.form import OWN, TrainingForm, first_config
from lenet_gui.gui.training.form.options_dialog import TrainingOptions, show_options
from lenet_gui.gui.training.form.suiting import possible, why_not
from lenet_gui.gui.training.state import State
from lenet_gui.gui.training.training_session import TrainingSession
from lenet_gui.gui.training.words import ago, duration, how_long, interval, title
from lenet_gui.gui.widgets.number_field import NumberField
from lenet_gui.trainer.config_checks import check_config
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import child_of, click, idle, pixels
from tests.gui.widgets.test_number_field import refusals, type_into


def within(config: TrainingConfig, seconds: float) -> TrainingConfig:
    """The training as the best recipe would have it for a budget of time."""
    return replace(config, learning=for_seconds(config.learning, seconds))


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
    options.activateWindow()
    return options


# ---- the form


def test_the_first_choice_is_the_best_recipe(form: TrainingForm) -> None:
    assert form.config == first_config()
    assert form.preset == "best"


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("preset", PRESET_NAMES)
def test_presets_make_sense(form: TrainingForm, architecture: str, preset: str) -> None:
    form.choose_network(architecture)
    form.choose_preset(preset)
    assert form.preset == preset
    check_config(form.config)
    form.set(batch=form.config.learning.batch + 1)
    assert form.preset == OWN
    form.choose_preset(preset)
    assert form.preset == preset


def test_what_is_free_leaves_the_preset(form: TrainingForm) -> None:
    form.set(seed=5, threads=2)
    assert form.preset == "best"


@pytest.mark.parametrize("seconds", [10.0, 60.0, 300.0, 3000.0])
def test_best_recipe_is_one_for_the_time(form: TrainingForm, seconds: float) -> None:
    form.choose_budget(40, seconds)
    assert form.preset == "best"
    recipe = within(best_recipe("lenet-5-modern"), seconds)
    assert form.config == recipe.with_fields(epochs=40)
    form.choose_network("lenet-5")
    assert form.config == within(best_recipe("lenet-5"), seconds)
    form.choose_budget(7, 0.0)
    assert form.config == best_recipe("lenet-5").with_fields(epochs=7)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_loss_follows_the_network(form: TrainingForm, architecture: str) -> None:
    form.set(batch=99)  # own settings
    form.choose_network(architecture)
    for loss in possible(form.config, form.architecture, "loss"):
        form.set(loss=loss)
        check_config(form.config)
    assert why_not(form.config, "j") == "" or form.config.learning.loss != "map"


def test_comes_back_at_the_next_start(training: FakeTraining, form: TrainingForm) -> None:
    form.set(rate=0.0123, seconds=17.0, optimizer="sgd", architecture="lenet-5", validation=999)
    form.set_augmentation("rotation", 21.5)
    form.set_augmentation("control", 9)
    assert TrainingForm(Settings(), training).config == form.config
    form.set(image_augmentation=None)
    assert TrainingForm(Settings(), training).config == form.config


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("rate", "-1"), ("rate", '"fast"'), ("rate", "NaN"), ("batch", "0"), ("batch", "1.5"),
        ("batch", "true"), ("optimizer", '"magic"'), ("architecture", '"none"'), ("seconds", "-3"),
        ("data", "[1]"), ("data", "5"), ("distortion-rotation", "1000"), ("seed", "["),
        ("distortion-control", "7.5"),
    ],
)  # fmt: skip
def test_bad_settings_are_dropped_singly(
    settings_file: QSettings,
    training: FakeTraining,
    caplog: pytest.LogCaptureFixture,
    name: str,
    bad: str,
) -> None:
    caplog.set_level(logging.WARNING)
    settings_file.setValue(f"training/{name}", bad)
    settings_file.setValue("training/epochs", "3")
    settings_file.sync()
    form = TrainingForm(Settings(), training)
    assert form.config.learning.epochs == 3
    assert form.config.data.sources == ("mnist",)
    check_config(form.config)
    assert f"training/{name}" in caplog.text


def test_imported_data_is_learned_from(form: TrainingForm) -> None:
    form.data.add("/some/where/letters")
    assert form.config.data.sources == ("mnist", "/some/where/letters")
    form.toggle_source("mnist", False)
    assert form.config.data.sources == ("/some/where/letters",)
    form.toggle_source("/some/where/letters", False)  # from nothing one cannot learn
    assert form.config.data.sources == ("/some/where/letters",)
    form.data.remove("/some/where/letters")
    assert form.config.data.sources == ("mnist",)


# ---- words


def test_words() -> None:
    assert how_long(5, 60.0) == "1 minute"
    assert how_long(5, 300.0) == "5 minutes"
    assert how_long(5, 10.0) == "10 seconds"
    assert how_long(5, 0.0) == "5 epochs"
    assert duration(18.2) == "18 s"
    assert duration(7500) == "2 h 5 min"
    assert ago(5) == "just now"
    assert ago(720) == "12 min ago"
    assert ago(90000) == "yesterday"
    assert interval(0.0162, 5000) == "95 %: 1.3 to 2.0"
    assert (
        title(TrainingConfig("lenet-5").with_fields(seconds=60.0)) == "lenet-5 · MNIST · 1 minute"
    )


# ---- all settings


def test_every_field_is_there_explained_and_named(options: TrainingOptions) -> None:
    for name in (*FIELDS, "preset", "architecture", "data", "test", "device"):
        widget = options.findChild(QWidget, f"field-{name}")
        assert widget is not None, name
        assert widget.accessibleName()
        assert widget.whatsThis()
    for field in AUGMENTATION_FIELDS:
        for kind in ("slider", "number"):
            assert options.findChild(QWidget, f"{kind}-{field.name}").whatsThis()


def test_focused_field_is_explained_below(options: TrainingOptions, qtbot) -> None:
    rate = options.steps.fields["rate"]
    rate.setFocus()
    qtbot.waitUntil(lambda: options.explanation.text() == rate.whatsThis())


def test_enter_ends_the_typing_and_opens_nothing(
    options: TrainingOptions, form: TrainingForm
) -> None:
    seconds, wanted = options.long.seconds, []
    form.import_wanted.connect(lambda: wanted.append("import"))
    seconds.setFocus()
    seconds.selectAll()
    QTest.keyClicks(seconds, "20")
    QTest.keyClick(seconds, Qt.Key.Key_Return)
    assert form.config.learning.seconds == 20
    assert (wanted, options.isVisible()) == ([], True)
    importing = next(b for b in options.findChildren(QPushButton) if "Import" in b.text())
    importing.setFocus()
    QTest.keyClick(importing, Qt.Key.Key_Return)
    assert wanted == ["import"]


def test_typing_a_rate(options: TrainingOptions, form: TrainingForm) -> None:
    rate = options.steps.fields["rate"]
    rate.setFocus()
    rate.selectAll()
    QTest.keyClicks(rate, "0.0015")
    QTest.keyClick(rate, Qt.Key.Key_Return)
    assert form.config.learning.rate == pytest.approx(0.0015)
    assert options.network.preset.currentData() == OWN


def test_fields_that_mean_nothing_are_disabled(
    options: TrainingOptions, form: TrainingForm
) -> None:
    assert not options.aim.fields["j"].isEnabled()
    assert options.steps.fields["decay"].isEnabled()
    form.choose_network("lenet-5")
    assert options.aim.fields["j"].isEnabled()
    form.set(optimizer="sgd")
    assert not options.steps.fields["decay"].isEnabled()
    assert "AdamW" in options.steps.fields["decay"].toolTip()
    assert options.steps.fields["momentum"].isEnabled()


def test_scribbles_are_learned_with_map_alone(options: TrainingOptions, form: TrainingForm) -> None:
    click(options.data.non_digits)
    assert form.config.data.non_digits == ("scribbles",)
    assert (form.config.learning.loss, form.config.learning.j) == ("map", 0.0)
    form.set(loss="cross-entropy")
    assert form.config.data.non_digits == ()
    assert not options.data.non_digits.isChecked()
    form.choose_network("lenet-5")
    click(options.data.non_digits)
    assert (form.config.learning.loss, form.config.learning.j) == ("map", 20.0)
    click(options.data.non_digits)
    assert form.config.data.non_digits == ()


def test_a_network_teaches(options: TrainingOptions, form: TrainingForm) -> None:
    box = options.teacher
    assert box.teacher.currentText() == "none"
    assert not box.part.isEnabled()
    assert "teacher" in box.part.toolTip()
    QTest.keyClicks(box.teacher, "lenet-5-mod")
    assert box.teacher.currentText() == "lenet-5-modern"
    (teacher,) = form.config.learning.teachers
    assert Path(teacher) == shipped_path("lenet-5-modern")
    assert form.preset == "best"  # it is no setting of a preset
    assert box.part.isEnabled()
    QTest.keyClick(box.part, Qt.Key.Key_Up)
    assert form.config.learning.distillation == pytest.approx(0.8)
    check_config(form.config)
    form.set(loss="mse")  # which has no use for it
    assert form.config.learning.teachers == ()
    assert box.teacher.currentText() == "none"
    assert not box.teacher.isEnabled()


def test_a_teacher_that_is_gone_teaches_no_more(form: TrainingForm, request) -> None:
    form.set(teachers=("gone.safetensors",))
    options = request.getfixturevalue("options")
    assert form.config.learning.teachers == ()
    assert options.teacher.teacher.currentText() == "none"


def test_epochs_or_seconds(options: TrainingOptions, form: TrainingForm) -> None:
    click(options.long.by_epochs)
    assert form.config.learning.seconds == 0
    assert options.long.epochs.isEnabled()
    click(options.long.by_time)
    assert form.config.learning.seconds == 60


def test_while_it_trains_rate_and_distortions_only(
    options: TrainingOptions, form: TrainingForm, training: FakeTraining, qtbot
) -> None:
    training.start(form.config)
    assert options.reason.isVisible()
    usable = {
        name
        for name in FIELDS
        if (found := options.findChild(QWidget, f"field-{name}")) is not None and found.isEnabled()
    }
    assert usable == {"rate"}
    slider = child_of(options, QSlider, "slider-rotation")
    assert slider.isEnabled()
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(training.named("change")))
    ((_, changes),) = training.named("change")  # one, not three
    assert changes.image_augmentation == form.config.learning.image_augmentation
    training.enter(State.READY)
    assert not options.reason.isVisible()
    assert options.steps.fields["batch"].isEnabled()


def test_preview_follows_the_sliders(
    options: TrainingOptions, form: TrainingForm, training: FakeTraining, qtbot
) -> None:
    first = training.named("preview")
    assert first[-1][1:] == ("mnist", ImageAugmentation(), 0, None)
    digits = np.random.default_rng(0).integers(0, 255, (12, 28, 28)).astype(np.uint8)
    before = pixels(options.augmentation.strip)
    training.previewed.emit(digits, np.pad(digits, ((0, 0), (2, 2), (2, 2))))
    assert not np.array_equal(pixels(options.augmentation.strip), before)
    shown = pixels(options.augmentation.strip)
    training.preview_failed.emit(BadInput("There is no data."))
    assert options.augmentation.strip.accessibleDescription() == "There is no data."
    assert not np.array_equal(pixels(options.augmentation.strip), shown)
    QTest.keyClick(child_of(options, QSlider, "slider-elastic"), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(training.named("preview")) > len(first))
    assert training.named("preview")[-1][2] == form.config.learning.image_augmentation
    click(options.augmentation.again)
    assert training.named("preview")[-1][3] == 1
    click(options.augmentation.on)
    assert form.config.learning.image_augmentation is None


def test_choices_that_do_not_suit_are_grey(options: TrainingOptions, form: TrainingForm) -> None:
    loss = options.aim.fields["loss"]
    assert isinstance(loss, QComboBox)
    form.choose_network("lenet-5")
    idle()
    usable = [loss.itemData(i) for i in range(loss.count()) if loss.model().item(i).isEnabled()]
    assert usable == ["map", "mse"]


def test_all_of_it_is_on_the_screen_and_stays_as_large(
    qtbot, training: FakeTraining, form: TrainingForm
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(0, 450, 300, 300)  # low down
    options = show_options(window, cast(TrainingSession, training), form)
    assert options.geometry().bottom() <= options.screen().availableGeometry().bottom()
    options.resize(700, 500)
    options.close()
    options.show()
    assert (options.width(), options.height()) == (700, 500)


def test_a_number_is_learned_with_as_it_was_typed(qtbot, training, form: TrainingForm) -> None:
    """Qt's own field would make 1 of 0,001 and 130 of 1:30."""
    parent = QWidget()
    qtbot.addWidget(parent)
    options = show_options(parent, cast(TrainingSession, training), form)
    rate, seconds = (child_of(options, NumberField, f"field-{n}") for n in ("rate", "seconds"))
    for field, text in ((rate, "0,001"), (seconds, "1:30")):
        type_into(field, text)
    assert form.config.learning.rate == 0.001
    assert form.config.learning.seconds == 90.0
    assert not refusals(options)
    type_into(rate, "1,000")
    type_into(seconds, "soon")
    assert form.config.learning.rate == 0.001
    assert form.config.learning.seconds == 90.0
    assert (rate.text(), seconds.text()) == ("0.001", "90")
    assert len(refusals(options)) == 2
    batch = child_of(options, NumberField, "field-batch")
    type_into(batch, "1,024")
    assert form.config.learning.batch == 1024
    assert isinstance(form.config.learning.batch, int)
    options.close()
    idle()
