"""What can be chosen about a training, and what it means: for forms and for the command line.

Nothing but texts and names, so that the command line can show them before numpy is there. Marked
for translation in the context "Training"; the keys are the fields of ``TrainingConfig`` and
``Distortions``.
"""

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

EXPLANATIONS: dict[str, str] = {
    "architecture": QT_TRANSLATE_NOOP("Training", "The network that learns."),
    "data": QT_TRANSLATE_NOOP("Training", "What it learns from."),
    "test": QT_TRANSLATE_NOOP("Training", "Data to judge the result on, once, at the end."),
    "start": QT_TRANSLATE_NOOP(
        "Training",
        "Begins with the weights of this checkpoint instead of random ones.",
    ),
    "non_digits": QT_TRANSLATE_NOOP(
        "Training",
        "What is no digit, and is to be answered with 'not sure'. For the loss MAP.",
    ),
    "held_out": QT_TRANSLATE_NOOP(
        "Training",
        "A list of writers, a line each with the name of a stroke set and of a writer: nothing is "
        "learned from them, and the result is judged on them.",
    ),
    "variations": QT_TRANSLATE_NOOP(
        "Training",
        "So many variations of each drawing of a stroke set, as other hands and pens would have "
        "made it. Each pass learns from a few of them. 0: the drawings alone.",
    ),
    "teachers": QT_TRANSLATE_NOOP(
        "Training",
        "It learns from what these trained networks think of each digit, too, not from its label "
        "alone.",
    ),
    "distillation": QT_TRANSLATE_NOOP(
        "Training",
        "Part of what it learns that comes from its teachers; the rest comes from the labels.",
    ),
    "epochs": QT_TRANSLATE_NOOP("Training", "How often it sees each digit of the training data."),
    "seconds": QT_TRANSLATE_NOOP(
        "Training",
        "It trains that long, and the learning rate follows the clock, so that it ends settled.",
    ),
    "batch": QT_TRANSLATE_NOOP(
        "Training",
        "Digits a step. Small batches learn more from each digit; large ones go faster.",
    ),
    "optimizer": QT_TRANSLATE_NOOP(
        "Training",
        "How the weights follow the gradient. AdamW and Adam adapt the step of each weight; "
        "SGD takes plain steps with momentum; Levenberg-Marquardt is the paper's stochastic "
        "diagonal method.",
    ),
    "rate": QT_TRANSLATE_NOOP(
        "Training",
        "The size of the steps at their largest. Too small learns slowly, too large learns "
        "nothing. Can be changed while it trains.",
    ),
    "schedule": QT_TRANSLATE_NOOP(
        "Training",
        "How the learning rate changes: along half a cosine down to 0, not at all, or by "
        "epochs as the paper lists it.",
    ),
    "warmup": QT_TRANSLATE_NOOP(
        "Training",
        "Part of all steps in which the learning rate rises from 0 to its largest.",
    ),
    "decay": QT_TRANSLATE_NOOP(
        "Training",
        "Pulls weights towards 0, so that none grows without need. For AdamW.",
    ),
    "momentum": QT_TRANSLATE_NOOP(
        "Training",
        "Part of the last step that the next one of SGD keeps.",
    ),
    "average": QT_TRANSLATE_NOOP(
        "Training",
        "The network that is judged and kept is a running average of the weights; this part "
        "of it stays at each step. 0: the newest weights themselves.",
    ),
    "loss": QT_TRANSLATE_NOOP(
        "Training",
        "What is made small. MAP (the paper's equation 9) also pushes wrong classes away; "
        "squared error (equation 8) does not; cross-entropy is for probabilities.",
    ),
    "j": QT_TRANSLATE_NOOP(
        "Training",
        "The paper's constant of MAP: from this penalty on, wrong classes are not pushed "
        "further away, and what is no digit is pushed beyond it.",
    ),
    "validation": QT_TRANSLATE_NOOP(
        "Training",
        "So many digits are set aside: nothing is learned from them, the validation error "
        "is measured on them, and how sure an answer must be is chosen by them.",
    ),
    "validation_part": QT_TRANSLATE_NOOP(
        "Training",
        "Which digits are set aside: by chance, whole writers where they are known; or the first.",
    ),
    "seed": QT_TRANSLATE_NOOP(
        "Training",
        "Number that chance begins with: the same seed on the same CPU gives the same training.",
    ),
    "device": QT_TRANSLATE_NOOP("Training", "What computes: auto, cpu, cuda, cuda:1, mps ..."),
    "threads": QT_TRANSLATE_NOOP(
        "Training",
        "Cores to compute with. More are seldom faster for so small a network, and slow "
        "down everything else.",
    ),
    "rotation": QT_TRANSLATE_NOOP("Training", "Degrees, at most, to either side."),
    "scale": QT_TRANSLATE_NOOP("Training", "0.1 makes digits up to a tenth larger or smaller."),
    "shear": QT_TRANSLATE_NOOP("Training", "Columns that a row may lean over the one below."),
    "shift": QT_TRANSLATE_NOOP("Training", "Pixels, at most, in each direction."),
    "elastic": QT_TRANSLATE_NOOP("Training", "Pixels by which parts of a digit bend, on average."),
    "control": QT_TRANSLATE_NOOP(
        "Training",
        "Points a side that bend freely: few for broad bends, many for fine.",
    ),
    "clean": QT_TRANSLATE_NOOP("Training", "Part of the digits that is not distorted at all."),
    "soft": QT_TRANSLATE_NOOP(
        "Training",
        "Part of the digits that is blurred a little, as photographs are.",
    ),
}

Kind = type[int] | type[float] | type[str] | tuple[str, ...]

PRESET_NAMES = ("best", "pens", "published-1998", "keras-article")

# The fields of TrainingConfig and of Distortions that are numbers, names or choices.
CHOICES: dict[str, Kind] = {
    "variations": int,
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
