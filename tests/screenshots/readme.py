"""The pictures of the README that stand still."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.photographs.composer import compose
from tests.screenshots.stage import Stage, wait_until

SIZE = (1366, 768)  # of the window, in pixels of Qt
PAGE = 11  # seed of a page whose digits can be seen
SECONDS, TRAINED = 60.0, 0.6  # a training, and the part of it after which the curves are shown


def take(folder: Path, build: Path) -> int:
    """Write all of them. Return 0."""
    stage = Stage()
    for name, language, theme, workspace in (
        ("window-light", "en", "light", "read"),
        ("window-dark", "en", "dark", "read"),
        ("window-zh", "zh_CN", "light", "read"),
        ("look-inside", "en", "light", "look_inside"),
    ):
        stage.look(language, theme, SIZE)
        stage.enter(workspace)
        stage.save(folder / f"{name}.png")
    stage.look("en", "light", SIZE)
    stage.enter("read")
    _project(stage, folder / "projector.png")
    _read_photograph(stage, folder / "photograph.png", build / "page.jpg")
    _train(stage, folder / "training.png")
    stage.window.close()
    return 0


def _project(stage: Stage, path: Path) -> None:
    """Show large letters for a whole room."""
    projector = stage.window.menus.actions["projector"]
    projector.trigger()
    stage.window.resize(*SIZE)  # offscreen the screen is smaller than most
    stage.settle()
    stage.save(path)
    projector.trigger()
    stage.window.resize(*SIZE)
    stage.settle()


def _read_photograph(stage: Stage, path: Path, photograph: Path) -> None:
    """Show a page that was read, with one digit in all panels."""
    Image.fromarray(compose(PAGE).grey).save(photograph)
    stage.window.commands.documents.open_path(str(photograph))
    wait_until(lambda: "picture" in stage.window.sources.made)
    wait_until(lambda: stage.session.watched is not None)
    stage.settle()
    stage.save(path)
    stage.window.sources.bring("drawing")


def _train(stage: Stage, path: Path) -> None:
    """Show a minute's training when its curves are worth a look."""
    stage.enter("train")
    training = stage.window.commands.trainings.training
    stage.window.commands.training.form.choose_network("lenet-5")
    stage.window.commands.training.form.set(seconds=SECONDS)
    stage.window.commands.training.start()
    wait_until(lambda: (step := training.newest) is not None and step.progress > TRAINED)
    stage.save(path)
    training.cancel()
    wait_until(lambda: not training.state.busy)
