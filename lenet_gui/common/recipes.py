"""Training recipes: the best one found for each architecture, and published ones.

Data only, so that forms and commands can show them without torch. The measurements behind the
choices are in resources/checkpoints/README.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lenet_gui.common.bad_input import BadChoice, no_such
from lenet_gui.common.training_values import (
    LearningConfig,
    TrainingConfig,
    TrainingData,
)
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Checkpoint

_BEST = {
    "lenet-5": LearningConfig(epochs=85, rate=2e-3, loss="map"),
    "lenet-5-modern": LearningConfig(epochs=80),
}
PEN_EPOCHS = 80
PEN_AUGMENTATIONS = 12  # copies of each drawing
LEARNED_NON_DIGITS = ("scribbles",)  # data sources
LONG_BUDGET_S = 600.0  # from here on a budget of time is trained like epochs


def best_recipe(architecture: str) -> TrainingConfig:
    """Return the training whose result is shipped with the program."""
    return TrainingConfig(architecture, learning=_BEST.get(architecture, LearningConfig()))


def _pens(architecture: str) -> TrainingConfig:
    """Return a training for drawings of people: stroke sets beside MNIST, and non-digits."""
    best = best_recipe(architecture)
    return replace(
        best,
        data=TrainingData(stroke_augmentations=PEN_AUGMENTATIONS, non_digits=LEARNED_NON_DIGITS),
        learning=replace(
            best.learning, epochs=PEN_EPOCHS, loss="map", j=not_a_digit_penalty(architecture)
        ),
    )


def not_a_digit_penalty(architecture: str) -> float:
    """Return the j of the loss MAP that suits the outputs of an architecture.

    Where outputs are penalties, j is large beside theirs; where they are probabilities it is 0, the
    evidence of a class that nothing speaks for or against.
    """
    learning = best_recipe(architecture).learning
    return learning.j if learning.loss == "map" else 0.0


def _published(architecture: str) -> TrainingConfig:
    """Return the training of the 1998 paper, section III-B.

    The warm-up is not in the paper: without it the first steps saturate the network. With
    equation 9 these rates are too large; a fifth of them works.

    The paper reports rates of single weights between 7e-5 and 0.016 in the first pass; here they
    lie between 1.9e-4 and 0.025 at its start, so it must have done something that it does not
    describe. Initial weights of 1.2 / sqrt(fan-in) come nearer to its range and need no warm-up,
    but learn worse (two passes over 8,000 digits: 8.3 % validation error, against 5.1 % with the
    initial weights that the paper describes).
    """
    learning = LearningConfig(
        epochs=20, batch=1, optimizer="levenberg-marquardt", rate=5e-4, schedule="published",
        warmup=0.002, decay=0.0, average=0.0, loss="mse", image_augmentation=None,
    )  # fmt: skip
    return TrainingConfig(architecture, learning=learning)


def _keras(architecture: str) -> TrainingConfig:
    """Return the training of the Keras articles, except that the rate falls to 0.

    They keep it level, and then the error at the end depends on luck.
    """
    learning = LearningConfig(
        epochs=5, batch=32, optimizer="adam", rate=1e-3, schedule="cosine", warmup=0.0, decay=0.0,
        average=0.0, image_augmentation=None,
    )  # fmt: skip
    return TrainingConfig(architecture, TrainingData(validation_part="first"), learning)


def _keras_constant(architecture: str) -> TrainingConfig:
    """Return the training of the Keras articles, with their constant rate."""
    config = _keras(architecture)
    return replace(config, learning=replace(config.learning, schedule="constant"))


def recorded_recipe(checkpoint: Checkpoint) -> TrainingConfig:
    """Return how a network was trained; what its file lacks is as in the best recipe."""
    best = best_recipe(checkpoint.architecture)
    said = checkpoint.training.get("config")
    if not isinstance(said, dict):
        return best
    known = best.as_json()
    values = known | {key: value for key, value in said.items() if key in known}
    values["architecture"] = checkpoint.architecture
    if "distortions" not in said and said.get("distort") is False:  # older files say it so
        values["distortions"] = None
    try:
        return TrainingConfig.from_json(values)
    except BadChoice:
        return best


@dataclass(frozen=True)
class Preset:
    """A named recipe.

    title, explanation: for people, to be translated in the context "Preset". architectures: those
    that it is for; empty: all.
    """

    name: str
    title: str
    explanation: str
    recipe: Callable[[str], TrainingConfig]
    architectures: tuple[str, ...] = ()

    def config(self, architecture: str) -> TrainingConfig:
        """Return the training; what the recipe does not name has its default value.

        Raises BadChoice if the preset is not for that architecture.
        """
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
            "AdamW, a learning rate that rises and then falls along a cosine, averaged weights "
            "and image augmentation: how the networks that come with this program were trained.",
        ),
        best_recipe,
    ),
    Preset(
        "pens",
        QT_TRANSLATE_NOOP("Preset", "For pens"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "For stroke sets in addition to MNIST: stroke augmentation, which alters each "
            "drawing as if it were made by other hands, and scribbles, which the network learns "
            "to reject.",
        ),
        _pens,
    ),
    Preset(
        "published-1998",
        QT_TRANSLATE_NOOP("Preset", "As published in 1998"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "20 passes over the digits without augmentation, one digit per step, with equation "
            "8, the stochastic diagonal Levenberg-Marquardt method and the learning rates of the "
            "paper. The paper reports 0.95 % error; here it reached 1.96 %, in 35 minutes on one "
            "core.",
        ),
        _published,
        ("lenet-5",),
    ),
    Preset(
        "keras-article",
        QT_TRANSLATE_NOOP("Preset", "As in the Keras articles"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "Adam, 5 epochs, 32 digits per step, the first 5,000 digits for validation, and no "
            "augmentation, as in the articles. Only the learning rate falls to 0, which reaches "
            "their 98.6 % correct test digits on average.",
        ),
        _keras,
        ("lenet-keras",),
    ),
    Preset(
        "keras-article-constant",
        QT_TRANSLATE_NOOP("Preset", "Keras articles, constant rate"),
        QT_TRANSLATE_NOOP(
            "Preset",
            "Adam, 5 epochs, 32 digits per step, the first 5,000 digits for validation, no "
            "augmentation, and a constant learning rate of 0.001: all as in the articles. Here it "
            "reached 98.1 to 98.3 % correct test digits, depending on the seed. Keras itself, "
            "which was also trained on these 5,000 digits, reached 98.0 to 98.6 %.",
        ),
        _keras_constant,
        ("lenet-keras",),
    ),
)


def preset(name: str) -> Preset:
    """Return the preset of that name. Raises BadChoice if there is none."""
    for found in PRESETS:
        if found.name == name:
            return found
    raise no_such("preset", name, [one.name for one in PRESETS])


def for_seconds(learning: LearningConfig, seconds: float) -> LearningConfig:
    """Return ``learning`` with a budget of time, and with what suits a short one.

    Little time needs larger steps and an average over fewer of them. The values were chosen by
    the validation error; from LONG_BUDGET_S on all else stays as it is.
    """
    if seconds >= LONG_BUDGET_S:
        return replace(learning, seconds=seconds)
    return replace(
        learning, seconds=seconds, batch=64 if seconds < 30 else 128, rate=5e-3, warmup=0.15,
        average=0.995 if seconds < 120 else 0.999,
    )  # fmt: skip
