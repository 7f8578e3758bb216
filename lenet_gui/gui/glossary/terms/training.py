"""Training and its data."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.numbers import data, learning, testing
from lenet_gui.gui.glossary.term import Term

TRAINING: tuple[Term, ...] = (
    Term(
        "learning_rate",
        QT_TRANSLATE_NOOP("Term", "learning rate"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The learning rate η says how far each step goes along the [gradient](gradient). If "
            "it is too small, learning takes forever; if it is too large, the [loss](loss) jumps "
            "about or grows. A [schedule](schedule) lowers it in the course of the training.",
        ),
        learning.recorded("rate"),
        formula="w ← w − η · ∂E/∂w",
        section="I-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "step size, eta"),
    ),
    Term(
        "schedule",
        QT_TRANSLATE_NOOP("Term", "schedule"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The schedule says how the [learning rate](learning_rate) changes while a network "
            "learns. Large steps at first find the right region, and small ones at the end settle "
            "in it. The program lets it rise, then fall along half a cosine, or go down in the "
            "steps that the paper gives for its 20 passes.",
        ),
        learning.recorded("schedule"),
        section="III-B",
        synonyms=QT_TRANSLATE_NOOP(
            "Term", "learning rate schedule, cosine, warm-up, decay of the rate"
        ),
    ),
    Term(
        "weight_decay",
        QT_TRANSLATE_NOOP("Term", "weight decay"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Weight decay pulls every [weight](weight) a little towards 0 at each step. A weight "
            "stays large only if the data keep asking for it, so the network fits fewer accidents "
            "and is less prone to [overfitting](overfitting). A [bias](bias) is left alone.",
        ),
        learning.recorded("decay"),
        formula="w ← w − η · λ · w",
        synonyms=QT_TRANSLATE_NOOP("Term", "L2 regularisation, shrinkage"),
    ),
    Term(
        "momentum",
        QT_TRANSLATE_NOOP("Term", "momentum"),
        QT_TRANSLATE_NOOP(
            "Term",
            "With momentum each step keeps a part of the one before, as a rolling ball does. "
            "Jitter across the valley cancels out, and movement along it adds up. It belongs to "
            "SGD; other [optimisers](optimizer) keep averages of the [gradient](gradient) of "
            "their own.",
        ),
        learning.momentum,
        formula="v ← m · v + ∂E/∂w ,  w ← w − η · v",
        synonyms=QT_TRANSLATE_NOOP("Term", "heavy ball, running average of gradients"),
    ),
    Term(
        "epoch",
        QT_TRANSLATE_NOOP("Term", "epoch"),
        QT_TRANSLATE_NOOP(
            "Term",
            "An epoch is one pass over all [training data](training_data). Networks need many, "
            "because each step learns only a little from its [batch](batch). The paper trains for "
            "20 passes.",
        ),
        learning.epoch,
        section="III-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "pass, pass over the data, iteration"),
    ),
    Term(
        "batch",
        QT_TRANSLATE_NOOP("Term", "batch"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A batch is the handful of samples whose [gradient](gradient) is averaged for one "
            "step. Larger batches give a steadier gradient and use the processor better, but "
            "fewer steps per [epoch](epoch). The paper takes one sample at a time.",
        ),
        learning.batch,
        section="B",
        synonyms=QT_TRANSLATE_NOOP("Term", "mini-batch, batch size, step"),
    ),
    Term(
        "training_data",
        QT_TRANSLATE_NOOP("Term", "training data"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The training data is what a network learns from: samples with their right answers. "
            "It sees each of them in every [epoch](epoch), so it can come to know them by heart. "
            "That is why its errors here say little about new digits.",
        ),
        data.training_data,
        section="III-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "training set, training part"),
    ),
    Term(
        "validation_data",
        QT_TRANSLATE_NOOP("Term", "validation data"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The validation data is set aside before training: the network does not learn from "
            "it, but choices are made on it. The best moment of a training, its settings and the "
            "[threshold](threshold) for rejecting come from there. Because choices fit it, too, "
            "the last word belongs to the [test data](test_data).",
        ),
        data.validation_data,
        synonyms=QT_TRANSLATE_NOOP("Term", "validation set, development set, held-out data"),
    ),
    Term(
        "test_data",
        QT_TRANSLATE_NOOP("Term", "test data"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The test data is looked at once, at the end, and nothing is chosen by it. Its [error "
            "rate](error_rate) is therefore an honest guess at how the network will do on new "
            "digits like these. On digits of another kind, or from other hands, it may do worse.",
        ),
        testing.test_data,
        section="III-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "test set, test part"),
    ),
    Term(
        "overfitting",
        QT_TRANSLATE_NOOP("Term", "overfitting"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A network overfits when it learns the accidents of its [training "
            "data](training_data) in place of what the digits have in common. It shows when the "
            "error on [validation data](validation_data) rises while that on training data still "
            "falls. More data, [augmentation](augmentation), [weight decay](weight_decay) and "
            "fewer [parameters](parameter) help.",
        ),
        data.overfitting,
        section="III-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "overtraining, memorising, generalisation"),
    ),
    Term(
        "augmentation",
        QT_TRANSLATE_NOOP("Term", "augmentation"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Augmentation makes new training samples of old ones, by turning, shifting, slanting "
            "or bending them a little, or by redrawing their strokes. The label stays the same, "
            "so the network learns what does not matter. The paper trains on 540,000 distorted "
            "digits beside the 60,000 of [MNIST](mnist).",
        ),
        data.augmentation,
        section="III-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "distortions, data augmentation, variations"),
    ),
    Term(
        "distillation",
        QT_TRANSLATE_NOOP("Term", "distillation"),
        QT_TRANSLATE_NOOP(
            "Term",
            "In distillation a network learns from the answers of another one, its teacher, "
            "beside the labels. The teacher's probabilities say more than a label does: that this "
            "4 looks a little like a 9. So a small network can come close to a large one, or to "
            "several.",
        ),
        data.distillation,
        synonyms=QT_TRANSLATE_NOOP("Term", "teacher, student, soft targets"),
    ),
    Term(
        "mnist",
        QT_TRANSLATE_NOOP("Term", "MNIST"),
        QT_TRANSLATE_NOOP(
            "Term",
            "MNIST is a collection of handwritten digits: 60,000 to learn from and 10,000 to test "
            "with, each of 28×28 grey pixels. The authors of the paper put it together from "
            "digits of census workers and of pupils. Every picture that the network reads is "
            "[normalised](normalization) as MNIST's are.",
        ),
        data.mnist,
        section="III-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "modified NIST, data set of digits"),
    ),
)
