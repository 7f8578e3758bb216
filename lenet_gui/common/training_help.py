"""Choices of a training and their explanations, for forms and for the command line.

Only texts and names, so that the command line can show them without loading numpy. Marked for
translation in the context "Training"; the keys are the fields of ``TrainingConfig`` and of
``ImageAugmentation``.
"""

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

EXPLANATIONS: dict[str, str] = {
    "architecture": QT_TRANSLATE_NOOP("Training", "The architecture to train."),
    "sources": QT_TRANSLATE_NOOP("Training", "The training data."),
    "sees": QT_TRANSLATE_NOOP(
        "Training",
        "Whether the network sees the ink alone, centred and scaled as in MNIST, or each picture "
        "as it is, resized to its input, in colour if it has three channels.",
    ),
    "classes": QT_TRANSLATE_NOOP(
        "Training",
        "The classes in the order of the outputs, separated by commas. Without any, those of the "
        "training data, sorted.",
    ),
    "first_weights": QT_TRANSLATE_NOOP(
        "Training",
        "How the random weights at the beginning are drawn: by the architecture's own scheme, as "
        "in the paper, or as PyTorch, Keras and tutorials do.",
    ),
    "test": QT_TRANSLATE_NOOP("Training", "Data for the final test, which runs once, at the end."),
    "start": QT_TRANSLATE_NOOP(
        "Training",
        "Start from the weights of this checkpoint instead of random ones.",
    ),
    "non_digits": QT_TRANSLATE_NOOP(
        "Training",
        "Samples that are not digits, which the network learns to reject. Needs the loss MAP.",
    ),
    "held_out": QT_TRANSLATE_NOOP(
        "Training",
        "A list of writers, each on a line with the name of a stroke set and of the writer. The "
        "network is not trained on them; the result is tested on them.",
    ),
    "stroke_augmentations": QT_TRANSLATE_NOOP(
        "Training",
        "Stroke augmentation: how many altered copies of each drawing of a stroke set to make, "
        "as if by other hands and pens. Each pass uses a few of them. 0: the drawings alone.",
    ),
    "teachers": QT_TRANSLATE_NOOP(
        "Training",
        "Learn from the answers of these trained networks to each digit, and not from its label "
        "alone.",
    ),
    "distillation": QT_TRANSLATE_NOOP(
        "Training",
        "The share of the loss that comes from the teachers; the rest comes from the labels.",
    ),
    "epochs": QT_TRANSLATE_NOOP("Training", "The number of passes over the training data."),
    "seconds": QT_TRANSLATE_NOOP(
        "Training",
        "The training time in seconds. The learning rate follows the clock, so that its schedule "
        "is complete at the end.",
    ),
    "batch": QT_TRANSLATE_NOOP(
        "Training",
        "Digits per step. Small batches learn more from each digit; large ones are faster.",
    ),
    "optimizer": QT_TRANSLATE_NOOP(
        "Training",
        "How the weights follow the gradient. AdamW and Adam adapt the step of each weight; "
        "SGD takes plain steps with momentum; Levenberg-Marquardt is the paper's stochastic "
        "diagonal method.",
    ),
    "rate": QT_TRANSLATE_NOOP(
        "Training",
        "The peak learning rate. Too small learns slowly, too large learns nothing. Can be "
        "changed during training.",
    ),
    "schedule": QT_TRANSLATE_NOOP(
        "Training",
        "How the learning rate changes: along half a cosine down to 0, not at all, or by epoch "
        "as listed in the paper.",
    ),
    "warmup": QT_TRANSLATE_NOOP(
        "Training",
        "The share of all steps in which the learning rate rises from 0 to its peak.",
    ),
    "decay": QT_TRANSLATE_NOOP(
        "Training",
        "Pulls the weights towards 0, so that none grows without need. For AdamW.",
    ),
    "momentum": QT_TRANSLATE_NOOP(
        "Training",
        "The share of the previous step that SGD keeps in the next one.",
    ),
    "average": QT_TRANSLATE_NOOP(
        "Training",
        "The network that is tested and kept is a running average of the weights; this share of "
        "the average stays at each step. 0: the latest weights themselves.",
    ),
    "loss": QT_TRANSLATE_NOOP(
        "Training",
        "The loss to minimise. MAP (the paper's equation 9) also pushes wrong classes away; "
        "squared error (equation 8) does not; cross-entropy is for probabilities.",
    ),
    "j": QT_TRANSLATE_NOOP(
        "Training",
        "The constant j of the paper's MAP loss. Wrong classes are not pushed beyond this "
        "penalty, and non-digits are pushed beyond it.",
    ),
    "validation": QT_TRANSLATE_NOOP(
        "Training",
        "How many digits to set aside. The network is not trained on them; they measure the "
        "validation error and set how certain an answer must be.",
    ),
    "validation_part": QT_TRANSLATE_NOOP(
        "Training",
        "Which digits to set aside: random ones (whole writers where they are known), or the "
        "first ones (outside MNIST, the first of each class).",
    ),
    "seed": QT_TRANSLATE_NOOP(
        "Training",
        "The seed of the random numbers: the same seed on the same CPU gives the same training.",
    ),
    "device": QT_TRANSLATE_NOOP("Training", "Where to compute: auto, cpu, cuda, cuda:1, mps ..."),
    "threads": QT_TRANSLATE_NOOP(
        "Training",
        "The number of CPU cores to use. More are seldom faster for so small a network, and slow "
        "everything else down.",
    ),
    "rotation": QT_TRANSLATE_NOOP(
        "Training", "The largest rotation in either direction, in degrees."
    ),
    "scale": QT_TRANSLATE_NOOP(
        "Training", "The largest change of size: 0.1 makes digits up to a tenth larger or smaller."
    ),
    "shear": QT_TRANSLATE_NOOP(
        "Training", "The largest slant: columns that a row may be shifted against the one below."
    ),
    "shift": QT_TRANSLATE_NOOP("Training", "The largest shift in each direction, in pixels."),
    "elastic": QT_TRANSLATE_NOOP(
        "Training", "How far parts of a digit are bent on average, in pixels."
    ),
    "control": QT_TRANSLATE_NOOP(
        "Training",
        "Control points per side: few for broad bends, many for fine ones.",
    ),
    "clean": QT_TRANSLATE_NOOP("Training", "The share of digits that are left as they are."),
    "soft": QT_TRANSLATE_NOOP(
        "Training",
        "The share of digits that are blurred a little, as in photos.",
    ),
}

ChoiceType = type[int] | type[float] | type[str] | tuple[str, ...]

PRESET_NAMES = ("best", "pens", "published-1998", "keras-article", "keras-article-constant")

# The fields of TrainingConfig and of ImageAugmentation that are numbers, names or choices.
CONFIG_CHOICES: dict[str, ChoiceType] = {
    "sees": ("ink", "picture"),
    "first_weights": (
        "default",
        "1998",
        "torch",
        "xavier-normal",
        "glorot-uniform",
        "he",
        "normal-0.1",
    ),
    "stroke_augmentations": int,
    "distillation": float,
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
AUGMENTATION_CHOICES: dict[str, ChoiceType] = {
    "rotation": float,
    "scale": float,
    "shear": float,
    "shift": float,
    "elastic": float,
    "control": int,
    "clean": float,
    "soft": float,
}
