"""What can be chosen about a training, and what it means: for forms and for the command line.

Nothing but texts and names, so that the command line can show them before numpy is there. Marked
for translation in the context "Training"; the keys are the fields of ``TrainingConfig`` and
``Distortions``.
"""

from lenet_gui.texts import QT_TRANSLATE_NOOP

EXPLANATIONS: dict[str, str] = {
    "architecture": QT_TRANSLATE_NOOP("Training", "the network that learns"),
    "data": QT_TRANSLATE_NOOP("Training", "what it learns from"),
    "test": QT_TRANSLATE_NOOP("Training", "data to judge the result on, once, at the end"),
    "start": QT_TRANSLATE_NOOP("Training", "begin with the weights of this checkpoint"),
    "epochs": QT_TRANSLATE_NOOP("Training", "passes over the training data"),
    "seconds": QT_TRANSLATE_NOOP(
        "Training", "train that long instead; the learning rate follows the clock and ends on time"
    ),
    "batch": QT_TRANSLATE_NOOP("Training", "digits a step"),
    "optimizer": QT_TRANSLATE_NOOP(
        "Training",
        "how steps follow from gradients; levenberg-marquardt is the stochastic diagonal one of "
        "1998",
    ),
    "rate": QT_TRANSLATE_NOOP("Training", "peak learning rate"),
    "schedule": QT_TRANSLATE_NOOP(
        "Training",
        "how the learning rate goes on after the warm-up: down a cosine to 0, level, or down in "
        "the steps of 1998",
    ),
    "warmup": QT_TRANSLATE_NOOP("Training", "part of the steps with a rising rate, 0 to 1"),
    "decay": QT_TRANSLATE_NOOP("Training", "how strongly adamw pulls kernels and matrices to 0"),
    "momentum": QT_TRANSLATE_NOOP("Training", "part of its velocity that sgd keeps, 0 to 1"),
    "average": QT_TRANSLATE_NOOP(
        "Training", "memory of the running average of the weights, which is the result; 0 for none"
    ),
    "loss": QT_TRANSLATE_NOOP(
        "Training",
        "what is made small; map (eq. 9 of 1998) is for penalties, cross-entropy for probabilities",
    ),
    "j": QT_TRANSLATE_NOOP("Training", "penalty of the rubbish class in the loss map"),
    "validation": QT_TRANSLATE_NOOP("Training", "digits set aside to judge by while it learns"),
    "validation_part": QT_TRANSLATE_NOOP(
        "Training", "which: by chance (whole writers where they are known), or the first ones"
    ),
    "seed": QT_TRANSLATE_NOOP("Training", "where the random numbers begin"),
    "device": QT_TRANSLATE_NOOP("Training", "what computes: auto, cpu, cuda, cuda:1, mps ..."),
    "threads": QT_TRANSLATE_NOOP("Training", "threads of the processor; more than 1 rarely helps"),
    "rotation": QT_TRANSLATE_NOOP("Training", "turn digits by up to so many degrees"),
    "scale": QT_TRANSLATE_NOOP("Training", "resize them by up to this part, and stretch by half"),
    "shear": QT_TRANSLATE_NOOP("Training", "slant them by up to so many columns a row"),
    "shift": QT_TRANSLATE_NOOP("Training", "move them by up to so many pixels"),
    "elastic": QT_TRANSLATE_NOOP("Training", "bend them by so many pixels, as hands do"),
    "control": QT_TRANSLATE_NOOP("Training", "points a side that bend on their own"),
    "clean": QT_TRANSLATE_NOOP("Training", "part of the digits that stays as it is, 0 to 1"),
    "soft": QT_TRANSLATE_NOOP("Training", "part of the digits that is blurred a little, 0 to 1"),
}

Kind = type[int] | type[float] | type[str] | tuple[str, ...]

PRESET_NAMES = ("best", "published-1998", "keras-article")

# The fields of TrainingConfig and of Distortions that are numbers, names or choices.
CHOICES: dict[str, Kind] = {
    "epochs": int,
    "seconds": float,
    "batch": int,
    "optimizer": ("adamw", "adam", "sgd", "levenberg-marquardt"),
    "rate": float,
    "schedule": ("cosine", "constant", "published"),
    "warmup": float,
    "decay": float,
    "momentum": float,
    "average": float,
    "loss": ("map", "mse", "cross-entropy"),
    "j": float,
    "validation": int,
    "validation_part": ("random", "first"),
    "seed": int,
    "device": str,
    "threads": int,
}
DISTORTIONS: dict[str, Kind] = {
    "rotation": float,
    "scale": float,
    "shear": float,
    "shift": float,
    "elastic": float,
    "control": int,
    "clean": float,
    "soft": float,
}
