"""The table of the settings of a training: names, ranges and choices."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Field:
    """A number or a choice of a training configuration.

    name: of the attribute, and of its explanation in ``training_help``. title: to translate in
    context "TrainingField". low, high: range of a number; decimals: 0 for an integer. step: of
    the arrows; 0 for a tenth of its value. time: minutes:seconds are understood, too. choices:
    (value, title), instead of a range.
    """

    name: str
    title: str
    low: float = 0.0
    high: float = 0.0
    decimals: int = 0
    step: float = 1.0
    time: bool = False
    choices: tuple[tuple[str, str], ...] = ()

    def allows(self, value: object) -> bool:
        """Return whether the value is one of the choices, or within the range."""
        if self.choices:
            return value in [choice for choice, _ in self.choices]
        return isinstance(value, int | float) and self.low <= value <= self.high


@dataclass(frozen=True)
class Group:
    """Fields that the settings dialog shows together."""

    title: str
    fields: tuple[Field, ...]


SECONDS_FIELD = Field(
    "seconds",
    QT_TRANSLATE_NOOP("TrainingField", "&Seconds"),
    1, 864_000, time=True,
)  # fmt: skip
EPOCHS_FIELD = Field(
    "epochs",
    QT_TRANSLATE_NOOP("TrainingField", "&Epochs"),
    1, 10_000,
)  # fmt: skip
VALIDATION_FIELD = Field(
    "validation",
    QT_TRANSLATE_NOOP("TrainingField", "&Validation digits"),
    1, 1_000_000, step=1000,
)  # fmt: skip
VALIDATION_PART_FIELD = Field(
    "validation_part",
    QT_TRANSLATE_NOOP("TrainingField", "Selectio&n"),
    choices=(
        ("random", QT_TRANSLATE_NOOP("TrainingField", "random")),
        ("first", QT_TRANSLATE_NOOP("TrainingField", "first ones")),
    ),
)
DISTILLATION_FIELD = Field(
    "distillation",
    QT_TRANSLATE_NOOP("TrainingField", "Teache&r's share"),
    0.0, 1.0, decimals=2, step=0.1,
)  # fmt: skip

SEES_FIELD = Field(
    "sees",
    QT_TRANSLATE_NOOP("TrainingField", "Networ&k sees"),
    choices=(
        ("ink", QT_TRANSLATE_NOOP("TrainingField", "ink, as in MNIST")),
        ("picture", QT_TRANSLATE_NOOP("TrainingField", "whole pictures")),
    ),
)
FIRST_WEIGHTS_FIELD = Field(
    "first_weights",
    QT_TRANSLATE_NOOP("TrainingField", "&First weights"),
    choices=(
        ("default", QT_TRANSLATE_NOOP("TrainingField", "the architecture's own")),
        ("1998", QT_TRANSLATE_NOOP("TrainingField", "as in the paper (1998)")),
        ("torch", QT_TRANSLATE_NOOP("TrainingField", "PyTorch's default")),
        ("glorot-uniform", QT_TRANSLATE_NOOP("TrainingField", "Keras' default (Glorot)")),
        ("xavier-normal", QT_TRANSLATE_NOOP("TrainingField", "Xavier (tutorials)")),
        ("normal-0.1", QT_TRANSLATE_NOOP("TrainingField", "normal, 0.1 (tutorials)")),
        ("he", QT_TRANSLATE_NOOP("TrainingField", "He (for ReLU)")),
    ),
)

STEP_GROUP = Group(
    QT_TRANSLATE_NOOP("TrainingField", "Steps"),
    (
        Field(
            "batch",
            QT_TRANSLATE_NOOP("TrainingField", "&Batch"),
            1, 100_000, step=32,
        ),
        Field(
            "optimizer",
            QT_TRANSLATE_NOOP("TrainingField", "&Optimiser"),
            choices=(
                ("adamw", QT_TRANSLATE_NOOP("TrainingField", "AdamW")),
                ("adam", QT_TRANSLATE_NOOP("TrainingField", "Adam")),
                ("sgd", QT_TRANSLATE_NOOP("TrainingField", "SGD with momentum")),
                (
                    "levenberg-marquardt",
                    QT_TRANSLATE_NOOP("TrainingField", "Levenberg-Marquardt (1998)"),
                ),
            ),
        ),
        Field(
            "rate",
            QT_TRANSLATE_NOOP("TrainingField", "Learning &rate"),
            1e-6, 100.0, decimals=6, step=0,
        ),
        Field(
            "schedule",
            QT_TRANSLATE_NOOP("TrainingField", "Sche&dule"),
            choices=(
                ("cosine", QT_TRANSLATE_NOOP("TrainingField", "cosine, down to 0")),
                ("constant", QT_TRANSLATE_NOOP("TrainingField", "constant")),
                ("published", QT_TRANSLATE_NOOP("TrainingField", "as published in 1998")),
            ),
        ),
        Field(
            "warmup",
            QT_TRANSLATE_NOOP("TrainingField", "&Warm-up"),
            0.0, 0.99, decimals=2, step=0.05,
        ),
        Field(
            "momentum",
            QT_TRANSLATE_NOOP("TrainingField", "&Momentum"),
            0.0, 0.9999, decimals=4, step=0.05,
        ),
        Field(
            "decay",
            QT_TRANSLATE_NOOP("TrainingField", "Weight de&cay"),
            0.0, 10.0, decimals=4, step=0.01,
        ),
        Field(
            "average",
            QT_TRANSLATE_NOOP("TrainingField", "&Average"),
            0.0, 0.999999, decimals=6, step=0.0005,
        ),
    ),
)  # fmt: skip

AIM_GROUP = Group(
    QT_TRANSLATE_NOOP("TrainingField", "Objective"),
    (
        Field(
            "loss",
            QT_TRANSLATE_NOOP("TrainingField", "&Loss"),
            choices=(
                ("map", QT_TRANSLATE_NOOP("TrainingField", "MAP with j (1998)")),
                ("mse", QT_TRANSLATE_NOOP("TrainingField", "squared error")),
                ("cross-entropy", QT_TRANSLATE_NOOP("TrainingField", "cross-entropy")),
            ),
        ),
        Field(
            "j",
            QT_TRANSLATE_NOOP("TrainingField", "&j"),
            0.0, 1000.0, decimals=1, step=5,
        ),
        Field(
            "stroke_augmentations",
            QT_TRANSLATE_NOOP("TrainingField", "Stroke au&gmentation"),
            0, 100,
        ),
    ),
)  # fmt: skip

MACHINE_GROUP = Group(
    QT_TRANSLATE_NOOP("TrainingField", "Computation"),
    (
        Field(
            "seed",
            QT_TRANSLATE_NOOP("TrainingField", "See&d"),
            0, 2**31 - 1,
        ),
        Field(
            "threads",
            QT_TRANSLATE_NOOP("TrainingField", "&Threads"),
            1, 256,
        ),
    ),
)  # fmt: skip

GROUPS = (STEP_GROUP, AIM_GROUP, MACHINE_GROUP)
FIELDS = {
    field.name: field
    for field in (
        SECONDS_FIELD,
        EPOCHS_FIELD,
        VALIDATION_FIELD,
        VALIDATION_PART_FIELD,
        DISTILLATION_FIELD,
        SEES_FIELD,
        FIRST_WEIGHTS_FIELD,
        *(f for group in GROUPS for f in group.fields),
    )
}

AUGMENTATION_FIELDS: tuple[Field, ...] = (
    Field(
        "rotation",
        QT_TRANSLATE_NOOP("TrainingField", "&Rotation"),
        0.0, 45.0, decimals=1,
    ),
    Field(
        "scale",
        QT_TRANSLATE_NOOP("TrainingField", "Si&ze"),
        0.0, 0.5, decimals=2, step=0.05,
    ),
    Field(
        "shear",
        QT_TRANSLATE_NOOP("TrainingField", "S&lant"),
        0.0, 0.8, decimals=2, step=0.05,
    ),
    Field(
        "shift",
        QT_TRANSLATE_NOOP("TrainingField", "S&hift"),
        0.0, 4.0, decimals=1, step=0.5,
    ),
    Field(
        "elastic",
        QT_TRANSLATE_NOOP("TrainingField", "&Elastic"),
        0.0, 3.0, decimals=2, step=0.1,
    ),
    Field(
        "control",
        QT_TRANSLATE_NOOP("TrainingField", "Elastic &points"),
        3, 16,
    ),
    Field(
        "soft",
        QT_TRANSLATE_NOOP("TrainingField", "S&oftened share"),
        0.0, 1.0, decimals=2, step=0.1,
    ),
    Field(
        "clean",
        QT_TRANSLATE_NOOP("TrainingField", "&Unchanged share"),
        0.0, 1.0, decimals=2, step=0.1,
    ),
)  # fmt: skip
