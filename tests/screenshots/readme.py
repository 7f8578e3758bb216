"""The pictures of the README that stand still."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.photographs.composer import compose
from tests.screenshots.stage import Stage, wait_until

PAGE = 11  # seed of a page whose digits can be seen
SECONDS, TRAINED = 300.0, 0.5  # a training, and the part of it after which the curves are shown


def take(folder: Path, build: Path) -> int:
    """Write all of them. Return 0."""
    stage = Stage()
    stage.fill_screen()
    for name, language, theme, workspace in (
        ("window-light", "en", "light", "read"),
        ("window-dark", "en", "dark", "read"),
        ("window-zh", "zh_CN", "light", "read"),
        ("look-inside", "en", "light", "look_inside"),
    ):
        stage.look(language, theme)
        stage.enter(workspace)
        stage.save(folder / f"{name}.png")
    stage.look("en", "light")
    stage.enter("read")
    stage.project()
    stage.save(folder / "projector.png")
    stage.project()
    _read_photograph(stage, folder / "photograph.png", build / "page.jpg")
    _train(stage, folder / "training.png")
    stage.window.close()
    return 0


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
    """Show a training when its curves are worth a look."""
    stage.enter("train")
    training = stage.window.commands.trainings.training
    stage.window.commands.training.form.choose_network("lenet-5")
    stage.window.commands.training.form.set(seconds=SECONDS)
    stage.window.commands.training.start()
    wait_until(lambda: (step := training.newest) is not None and step.progress > TRAINED)
    stage.save(path)
    training.cancel()
    wait_until(lambda: not training.state.busy)
