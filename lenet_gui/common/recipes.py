"""How each architecture is best trained, and how others did it; data only, so that forms and
commands can show it.

The figures behind the choices stand in resources/checkpoints/README.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from lenet_gui.common.bad_input import BadChoice, no_such
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Checkpoint

_OWN = {
    "lenet-5": TrainingConfig("lenet-5", epochs=85, rate=2e-3, loss="map"),
    "lenet-5-modern": TrainingConfig("lenet-5-modern", epochs=80),
}
PEN_EPOCHS = 80
SCRIBBLES = ("scribbles",)
LONG = 600.0  # seconds from which on a budget is trained like epochs


def best_recipe(architecture: str) -> TrainingConfig:
    """The recipe whose result comes with the program."""
    return _OWN.get(architecture, TrainingConfig(architecture))


def _pens(architecture: str) -> TrainingConfig:
    """For the drawings of people: stroke sets beside MNIST, and what is no digit."""
    return replace(
        best_recipe(architecture), epochs=PEN_EPOCHS, loss="map", j=rubbish(architecture),
        variations=12, non_digits=SCRIBBLES,
    )  # fmt: skip


def rubbish(architecture: str) -> float:
    """j of the loss MAP that suits the outputs of an architecture: large beside the penalties of
    1998, or the evidence of a class that nothing speaks for or against."""
    recipe = best_recipe(architecture)
    return recipe.j if recipe.loss == "map" else 0.0


def _published(architecture: str) -> TrainingConfig:
    """The rise of the rate is ours: without it the first steps saturate the network. With
    equation 9 these rates are too large for it; a fifth of them is not.

    In the paper the rates of single weights lie between 7e-5 and 0.016 in the first pass, here
    between 1.9e-4 and 0.025 at its start: something was different there that it does not say.
    First weights of 1.2 / sqrt(fan-in) come nearer to its range and need no rise, but learn worse
    (two passes over 8,000 digits: 8.3 % validation error, 5.1 % with those that are printed).
    """
    return TrainingConfig(
        architecture, epochs=20, batch=1, optimizer="levenberg-marquardt", rate=5e-4,
        schedule="published", warmup=0.002, decay=0.0, average=0.0, loss="mse", distortions=None,
    )  # fmt: skip


def _keras(architecture: str) -> TrainingConfig:
    """The articles keep the rate level: where it ends is then a matter of luck."""
    return TrainingConfig(
        architecture, epochs=5, batch=32, optimizer="adam", rate=1e-3, schedule="cosine",
        warmup=0.0, decay=0.0, average=0.0, distortions=None, validation_part="first",
    )  # fmt: skip


def recorded_recipe(checkpoint: Checkpoint) -> TrainingConfig:
    """How it was trained; what its file does not say is as in its architecture's best recipe."""
    best = best_recipe(checkpoint.architecture)
    said = checkpoint.training.get("config")
    if not isinstance(said, dict):
        return best
    known = {field.name for field in fields(TrainingConfig)}
    values = best.as_json() | {key: value for key, value in said.items() if key in known}
    values["architecture"] = checkpoint.architecture
    if "distortions" not in said and said.get("distort") is False:  # as it was once written
        values["distortions"] = None
    try:
        return TrainingConfig.from_json(values)
    except BadChoice:
        return best


@dataclass(frozen=True)
class Preset:
    """A way to train that has a name.

    title, explanation: for people, to be translated in the context "Preset". architectures:
    those that it is for; empty: all.
    """

    name: str
    title: str
    explanation: str
    recipe: Callable[[str], TrainingConfig]
    architectures: tuple[str, ...] = ()

    def config(self, architecture: str) -> TrainingConfig:
        """All choices; data, seed and device are as nobody chose them. Raises BadChoice if it is
        not for that architecture."""
        if self.architectures and architecture not in self.architectures:
            raise BadChoice(
                "The preset {preset} is for {names}, not for {architecture}.",
                preset=self.name,
                names=", ".join(self.architectures),
                architecture=architecture,
            )
        return self.recipe(architecture)


PRESETS = (
    Preset(
        "best",
        QT_TRANSLATE_NOOP("Preset", "Best recipe"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "AdamW, a rate that rises and falls along a cosine, averaged weights and distorted "
            "digits: how the networks that come with this program were trained.",
        ),
        best_recipe,
    ),
    Preset(
        "pens",
        QT_TRANSLATE_NOOP("Preset", "For pens"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "For stroke sets beside MNIST: many variations of each drawing, as other hands would "
            "have made it, and scribbles, which the network learns to be no digit.",
        ),
        _pens,
    ),
    Preset(
        "published-1998",
        QT_TRANSLATE_NOOP("Preset", "As published in 1998"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "20 passes over undistorted digits, one digit a step, with equation 8, the stochastic "
            "diagonal Levenberg-Marquardt method and the rates of the paper, which reports 0.95 % "
            "error; here it reached 1.96 %, in 35 minutes of one core.",
        ),
        _published,
        ("lenet-5",),
    ),
    Preset(
        "keras-article",
        QT_TRANSLATE_NOOP("Preset", "As in the Keras articles"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "Adam, 5 epochs, 32 digits a step, the first 5,000 digits for validation, no "
            "distortions, as there; but the rate falls to 0, with which it reaches their 98.6 % of "
            "the test digits, on average. With their level rate it was 98.1 to 98.3 %, by seed; "
            "Keras itself, which learned from these 5,000, too, gave 98.0 to 98.6 %.",
        ),
        _keras,
        ("lenet-keras",),
    ),
)


def preset(name: str) -> Preset:
    """Raises BadChoice if there is none of that name."""
    for found in PRESETS:
        if found.name == name:
            return found
    raise no_such("preset", name, [one.name for one in PRESETS])


def for_seconds(config: TrainingConfig, seconds: float) -> TrainingConfig:
    """The best recipe for that long: with little time larger steps and a shorter memory.

    Tuned on validation digits; from LONG on ``config`` as it is.
    """
    if seconds >= LONG:
        return replace(config, seconds=seconds)
    return replace(
        config, seconds=seconds, batch=64 if seconds < 30 else 128, rate=5e-3, warmup=0.15,
        average=0.995 if seconds < 120 else 0.999,
    )  # fmt: skip
