"""Files of version 0.1.0 open in this one, and show what they showed.

tests/fixtures/first_edition/README.md says what they are. A failure here means that users lose
something with an update: the program is to be mended then, not the file.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from safetensors import safe_open

from lenet_gui import app
from lenet_gui.cli.parser import main
from lenet_gui.common.recipes import recorded_recipe
from lenet_gui.common.training_values import ImageAugmentation, TrainingConfig
from lenet_gui.engine.checkpoints.checkpoint import (
    header_metadata,
    read_checkpoint,
    write_checkpoint,
)
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.named_networks import load_recognizer, network_names
from lenet_gui.engine.checkpoints.unfinished_trainings import (
    Unfinished,
    last_path,
    state_path,
    undecided,
    unfinished,
)
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.stroke_sets import read_stroke_set, write_stroke_set
from lenet_gui.engine.ink.drawing_files import read_drawing, to_json
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.reduced_motion import be_still, is_still
from lenet_gui.gui.appearance.theme import apply_theme, theme_of
from lenet_gui.gui.feed_controls.feed_bar import FeedBar
from lenet_gui.gui.library.table import ERROR, NAME, NOTE
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import idle
from tests.gui.opening import answer_dialog
from tests.helpers import mnist_test

FIRST = Path(__file__).parent / "fixtures" / "first_edition"
CHECKPOINT = FIRST / "checkpoint.safetensors"
KEPT, OWN_CLASSES = "数字 一", "pens and signs"
SHIPPED = {
    "lenet-5", "lenet-5-modern", "lenet-5-modern-pen", "lenet-5-pen", "lenet-5-tanh",
    "lenet-keras", "lenet-relu", "lenet-sigmoid",
}  # fmt: skip
DOCUMENTS = "/home/student/文档"


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's folder, with the library and the stopped training; the program starts in it."""
    home = tmp_path / "home"
    shutil.copytree(FIRST / "data", home / "data")
    shutil.copy(FIRST / "strokes.npz", home)
    monkeypatch.setenv("LENET_GUI_DATA", str(home / "data"))
    monkeypatch.chdir(home)
    return home


# ---- settings


@pytest.fixture
def settings_file(qapp: QApplication) -> Iterator[QSettings]:
    """The user's settings, as the first version left them."""
    file = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "lenet_gui", "lenet_gui"
    )
    file.setFallbacksEnabled(False)
    file.clear()
    file.sync()
    Path(file.fileName()).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(FIRST / "lenet_gui.ini", file.fileName())
    file.sync()
    yield file
    file.clear()
    file.sync()
    use_language("en")
    apply_theme(qapp, "light")
    be_still(False)


@pytest.fixture
def window(home: Path, settings_file: QSettings, qapp: QApplication, qtbot) -> Iterator[MainWindow]:
    """The program, started with them."""
    settings = Settings()
    app._speak_and_look(qapp, settings)
    try:
        window = MainWindow(settings)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        complete(window, Session(app._first_recognizer(settings)))
        idle()
        yield window
        window.commands.trainings.shut_down()
    finally:
        qapp.styleHints().colorSchemeChanged.disconnect()  # it would go on following the system


def test_the_window_looks_as_it_was_left(window: MainWindow) -> None:
    actions = window.menus.actions
    assert theme_of(window).name == "dark"
    assert actions["theme_dark"].isChecked()
    assert actions["language_zh_CN"].isChecked()
    assert not window.workspaces.docks["network"].windowTitle().isascii()
    assert is_still()
    assert actions["still"].isChecked()


def test_window_and_panels_are_where_they_were(
    window: MainWindow, settings_file: QSettings, qtbot
) -> None:
    docks = window.workspaces.docks
    first = QSettings(str(FIRST / "lenet_gui.ini"), QSettings.Format.IniFormat)
    parts = json.loads(str(first.value("parts")))  # of the window's width and height
    assert {"network", "answer"} <= parts.keys()
    assert window.workspaces.name == "read"  # which takes it over

    def as_they_were() -> None:
        assert (window.width(), window.height()) == (780, 660)
        assert {name for name, dock in docks.items() if dock.isHidden()} == {"stages", "result"}
        assert {name for name, dock in docks.items() if dock.isFloating()} == {"connections"}
        for name in ("library", "answer"):
            dock = docks[name]
            now = dock.width() / window.width(), dock.height() / window.height()
            assert now == pytest.approx(parts[name], abs=0.05), name

    qtbot.waitUntil(as_they_were)


def test_the_same_networks_read_by_the_same_rules(window: MainWindow) -> None:
    session = window.session
    assert session.recognizer.name == KEPT
    for name, score, errors in ((KEPT, "margin", 0.001), ("lenet-5-modern-pen", "1990", 0.05)):
        window.commands.networks.use(name)
        own, rule = session.recognizer.checkpoint.rejection, session.recognizer.rule
        assert own is not None
        assert rule is not None
        assert (rule.score, rule.accepted_errors) == (score, errors)
        assert rule != own
    window.commands.networks.use("lenet-5")  # whose dial nobody had turned
    assert session.recognizer.rule == session.recognizer.checkpoint.rejection


def test_the_pen_and_the_files_are_the_same(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.session.pen_width == 41.5
    assert window.commands.documents.recent == (
        f"{DOCUMENTS}/picture.json",
        f"{DOCUMENTS}/drawing.json",
    )
    asked = answer_dialog(monkeypatch, "getOpenFileNames", [])
    window.commands.documents.open()
    assert [folder for folder, _ in asked] == [DOCUMENTS]


def test_the_form_of_a_training_is_the_same(window: MainWindow) -> None:
    form = window.commands.trainings.form
    imported = (f"{DOCUMENTS}/strokes.npz", f"{DOCUMENTS}/more digits")
    assert form.data.imported() == imported
    assert form.data.folder == DOCUMENTS
    assert form.config == TrainingConfig("lenet-5").with_fields(
        sources=imported, test=imported[1], non_digits=("scribbles",),
        held_out=f"{DOCUMENTS}/held out.txt", stroke_augmentations=3, distillation=0.4, epochs=7,
        seconds=45.0, batch=64, optimizer="sgd", rate=0.0125, schedule="constant", warmup=0.25,
        decay=0.02, momentum=0.8, average=0.75, loss="map", j=12.5, validation=999,
        validation_part="first", seed=11, device="cpu", threads=2,
        image_augmentation=ImageAugmentation(
            rotation=21.5, scale=0.25, shear=0.3, shift=2.5, elastic=1.25, control=9, clean=0.4,
            soft=0.6,
        ),
    )  # fmt: skip


def test_the_camera_is_the_same(settings_file: QSettings, qtbot) -> None:
    bar = FeedBar(Settings())
    qtbot.addWidget(bar)
    assert bar.name == "address"
    assert bar.address.text() == "http://192.0.2.7:8080/video"


def test_settings_are_kept_under_the_same_names(
    window: MainWindow, settings_file: QSettings, qtbot
) -> None:
    """And nothing is dropped, nor kept under another name beside; but where panels are is a matter
    of each workspace now."""
    first = QSettings(str(FIRST / "lenet_gui.ini"), QSettings.Format.IniFormat)
    assert len(first.allKeys()) > 40
    form = window.commands.trainings.form
    form.set(seed=12)  # all choices of the form are written
    form.set(seed=11)
    window.close()
    settings_file.sync()
    before, now = set(first.allKeys()), set(settings_file.allKeys())
    assert before - now == {"state", "parts"}
    new_choices = {"training/sees", "training/classes", "training/first_weights"}
    workspaces = {"workspace", "read/state", "read/parts", "read/panels"}
    assert now - before == workspaces | new_choices
    pixels = {"geometry", "state", "parts"}  # to which a pixel may have been added
    for key in before - pixels:
        assert str(settings_file.value(key)) == str(first.value(key)), key


# ---- the library


def test_kept_networks_are_there_with_all_that_is_known_of_them(home: Path) -> None:
    library = Library()
    assert library.names() == [OWN_CLASSES, KEPT]
    signs, digits = library.entries()
    assert digits.architecture.name == "lenet-5-modern"
    assert digits.note == "第一次训练: one epoch,\nthen calibrated"
    assert digits.class_names == tuple("0123456789")
    assert (digits.errors, digits.error_rate, digits.data) == (173, 0.0173, "mnist-test")
    assert digits.interval == pytest.approx((0.0149, 0.0200), abs=1e-4)
    assert digits.seconds == 44.0
    assert digits.trained == datetime(2026, 11, 30, 10, 21, 30, tzinfo=UTC)
    assert signs.architecture.name == "lenet-relu"
    assert signs.class_names == tuple("0123456789+一")
    assert recorded_recipe(read_checkpoint(signs.path)).data.stroke_augmentations == 6
    assert SHIPPED | {KEPT, OWN_CLASSES} <= set(network_names())


def test_kept_networks_read_as_before(home: Path) -> None:
    assert answers(load_recognizer(KEPT)) == "721041495906901597849665407401"
    signs = load_recognizer(OWN_CLASSES)
    strokes = read_stroke_set(FIRST / "strokes.npz")
    read = "".join(
        signs.checkpoint.class_names[
            signs.recognize(drawing_picture(strokes.drawing(i))).ranking[0]
        ]
        for i in range(12)
    )
    assert read == "0123456789+一"


def test_kept_networks_are_listed_in_the_window(window: MainWindow, qtbot) -> None:
    table = window.workspaces.panel("library").table
    qtbot.waitUntil(lambda: table.rowCount() == len(SHIPPED) + 2)
    texts = {
        table.item(row, NAME).text(): [
            table.item(row, place).text().replace("\u00a0", " ") for place in (ERROR, NOTE)
        ]
        for row in range(table.rowCount())
    }
    assert texts[KEPT][0].startswith("1.73 %")
    assert texts[KEPT][1].startswith("第一次训练: one epoch")
    assert texts[OWN_CLASSES][0].startswith("0.00 %")


# ---- a checkpoint


def test_the_checkpoint_says_what_it_said(tmp_path: Path) -> None:
    checkpoint = read_checkpoint(CHECKPOINT)
    assert checkpoint.architecture == "lenet-5"
    assert checkpoint.class_names == tuple("0123456789")
    assert recorded_recipe(checkpoint) == TrainingConfig("lenet-5").with_fields(
        epochs=1, rate=2e-3, loss="map", teachers=("lenet-5.safetensors",)
    )
    training, evaluation = checkpoint.training, checkpoint.evaluation
    assert (training["samples"], training["validation_samples"]) == (55000, 5000)
    assert training["teachers"][0]["command"] == "lenet-gui train --architecture lenet-5 --seed 0"
    assert (evaluation["errors"], evaluation["count"]) == (672, 10000)
    rule = checkpoint.rejection
    assert rule is not None
    assert (rule.score, rule.accepted_errors, rule.j) == ("posterior", 0.01, 20.0)
    assert [curve.score for curve in rule.curves] == ["posterior", "margin", "1990"]
    assert {(curve.digits, curve.others) for curve in rule.curves} == {(10000, 2000)}
    # Every entry is written as it was.
    write_checkpoint(tmp_path / "again.safetensors", checkpoint)
    said, again = (header_metadata(p) for p in (CHECKPOINT, tmp_path / "again.safetensors"))
    assert {name: parsed(text) for name, text in again.items()} == {
        name: parsed(text) for name, text in said.items()
    }
    with safe_open(CHECKPOINT, "numpy") as file:
        assert set(file.keys()) == set(checkpoint.weights)


def test_the_checkpoint_reads_as_before() -> None:
    recognizer = Recognizer("first", read_checkpoint(CHECKPOINT))
    assert answers(recognizer) == "721041496906901597849665407401"


def parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def answers(recognizer: Recognizer) -> str:
    """What it takes the first digits of MNIST's test set for: mistakes of its own are among it."""
    best = recognizer.evidence(mnist_test().images[:30]).argmax(axis=1)
    return "".join(recognizer.checkpoint.class_names[place] for place in best)


# ---- drawings


def test_the_drawing_is_the_same_and_read_as_a_4() -> None:
    drawing = read_drawing(FIRST / "drawing.json")
    assert [len(stroke.points) for stroke in drawing.strokes] == [5, 3]
    assert drawing.size == (560.0, 560.0)
    for stroke, x, y in zip(drawing.strokes, (260, 360), (75, 195), strict=True):
        assert stroke.width == 41.5
        assert stroke.points[0].tolist() == [x, y]
        assert stroke.pressures[:3].tolist() == pytest.approx([0.5, 0.58, 0.66])
        assert (stroke.times >= 0).all()
    assert load_recognizer().recognize(drawing_picture(drawing)).label == "4"
    assert json.loads(to_json(drawing)) == json.loads((FIRST / "drawing.json").read_bytes())


def test_the_picture_below_a_drawing_is_the_same() -> None:
    drawing = read_drawing(FIRST / "picture.json")
    (dot,) = drawing.strokes
    assert dot.points.tolist() == [[280.0, 300.0]]
    assert np.isnan(dot.pressures).all()
    assert drawing.picture is not None
    assert drawing.picture.ink.shape == (28, 28)
    assert (drawing.picture.ink == mnist_test().images).all(axis=(1, 2)).any()


# ---- a stroke set


def test_the_stroke_set_is_the_same(tmp_path: Path) -> None:
    strokes = read_stroke_set(FIRST / "strokes.npz")
    assert strokes.class_names() == [*"0123456789+一"] * 8
    writers = ("w 李", "w2", "w3", "w4", "w5", "w6", "w7", "w8")
    assert strokes.writer.tolist() == list(np.repeat(writers, 12))
    assert set(strokes.split.tolist()) == {"first edition/OK"}
    assert np.diff(strokes.sample_start).tolist() == [1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 2, 1] * 8
    assert strokes.t[:4].tolist() == [0, 12, 24, 36]
    assert strokes.pressure[:4].tolist() == [885, 796, 758, 383]
    assert len(strokes.xy) == len(strokes.t) == len(strokes.pressure) == strokes.stroke_start[-1]
    write_stroke_set(tmp_path / "again.npz", strokes)
    with np.load(FIRST / "strokes.npz") as first, np.load(tmp_path / "again.npz") as again:
        assert sorted(again) == sorted(first)
        for name in first:
            np.testing.assert_array_equal(again[name], first[name])


def test_the_stroke_set_is_data_with_writers(home: Path) -> None:
    data = load_dataset("strokes.npz")
    assert list(data.labels) == [*"0123456789+一"] * 8
    assert len(set(np.asarray(data.groups).tolist())) == 8


# ---- an unfinished training


def stopped(home: Path) -> Unfinished:
    (found,) = unfinished(home / "data" / "training")
    return found


def test_the_stopped_training_is_found(home: Path) -> None:
    found = stopped(home)
    assert found.config == TrainingConfig("lenet-sigmoid").with_fields(
        sources=("strokes.npz",), epochs=3, batch=8, optimizer="sgd", rate=0.02, validation=12,
        seed=7,
    )  # fmt: skip
    assert (found.step, found.steps, found.progress) == (9, 21, pytest.approx(9 / 21))
    assert found.best_error == pytest.approx(11 / 12)
    assert read_checkpoint(found.output).class_names == tuple("0123456789+一")
    assert read_checkpoint(last_path(found.output)).training["samples"] == 60
    assert undecided(home / "data" / "training") == []


def test_the_stopped_training_is_offered_in_the_window(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: window.commands.training.notice is not None)
    notice = window.commands.training.notice
    assert notice is not None
    assert isinstance(notice.found, Unfinished)
    assert "lenet-sigmoid" in notice.label.text()


def test_the_stopped_training_goes_on_to_its_end(home: Path) -> None:
    from lenet_gui.trainer.training import train

    found = stopped(home)
    first = layout(state_path(found.output))
    training = train(found.config, found.output, True)
    step = next(training)
    while step.step < found.step + 2:
        assert step.step > found.step
        step = next(training)
    training.close()
    assert layout(state_path(found.output)) == first
    again = stopped(home)
    assert again.step == found.step + 2

    steps = [step.step for step in train(again.config, again.output, True)]
    assert (steps[0], steps[-1]) == (found.step + 3, 21)
    assert not state_path(found.output).exists()
    assert not last_path(found.output).exists()
    ((done),) = undecided(home / "data" / "training")
    (change,) = done.entry.training["changes"]
    assert (change["step"], change["rate"]) == (3, 0.015)
    assert change["distortions"]["rotation"] == 4.0
    assert done.entry.class_names == tuple("0123456789+一")


def layout(state: Path) -> tuple[list[str], list[str]]:
    """Names of the tensors and of the entries of a state."""
    with safe_open(state, "numpy") as file:
        return sorted(file.keys()), sorted(file.metadata())


# ---- what programs read


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("recognize", [FIRST / "drawing.json"]),
        ("recognize --many", [FIRST / "drawing.json"]),
        ("evaluate", ["--data", "strokes.npz"]),
        ("networks", []),
        ("train", ["--architecture", "lenet-sigmoid", "--data", "strokes.npz", "--epochs", 1,
                   "--validation", 12, "--batch", 8, "--output", "new.safetensors"]),
        ("calibrate", [CHECKPOINT, "--data", "strokes.npz", "--output", "new.safetensors"]),
    ],
)  # fmt: skip
def test_every_key_of_json_is_still_there(
    home: Path, capsys: pytest.CaptureFixture[str], command: str, arguments: list[object]
) -> None:
    if command in ("recognize", "recognize --many", "evaluate"):
        arguments = [*arguments, "--accept-errors", 0.05, "--reject-by", "1990"]
    assert main([*command.split(), *map(str, arguments), "--json"]) == 0
    out = capsys.readouterr().out
    found = (
        [json.loads(line) for line in out.splitlines()] if command == "train" else json.loads(out)
    )
    recorded = json.loads((FIRST / "json_keys.json").read_text())[command]
    assert list(missing(recorded, found)) == []


def missing(recorded: Any, found: Any, where: str = "") -> Iterator[str]:
    """The recorded keys that no entry of ``found`` has; lists stand for all of their entries."""
    entries = list(flat(found))
    for key, inner in (recorded or {}).items():
        having = [entry[key] for entry in entries if isinstance(entry, dict) and key in entry]
        if not having:
            yield f"{where}{key}"
        else:
            yield from missing(inner, having, f"{where}{key}.")


def flat(value: Any) -> Iterator[Any]:
    """The entries of lists in lists."""
    if isinstance(value, list):
        for entry in value:
            yield from flat(entry)
    else:
        yield value
