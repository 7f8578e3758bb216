"""Losses, gradients and steps."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.numbers import learning
from lenet_gui.gui.glossary.term import Term

LEARNING: tuple[Term, ...] = (
    Term(
        "loss",
        QT_TRANSLATE_NOOP("Term", "loss"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The loss is one number that says how wrong a network is on a sample, and training "
            "makes it small. Here networks learn with the [MAP loss](map_loss), the [mean "
            "square](mean_square) or the [cross-entropy](cross_entropy). It falls smoothly, where "
            "the number of errors would jump, and so it has a [gradient](gradient).",
        ),
        learning.loss,
        section="II-C",
        synonyms=QT_TRANSLATE_NOOP("Term", "cost, error function, objective"),
    ),
    Term(
        "map_loss",
        QT_TRANSLATE_NOOP("Term", "MAP loss"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The MAP loss pulls the [penalty](penalty) of the right class down and pushes those "
            "of all others up. Classes whose penalty is already far above j are left alone, "
            "because the [not-a-digit class](not_a_digit) has a constant share. It is equation 9 "
            "of the paper, averaged over the samples.",
        ),
        learning.map_loss,
        formula="E = y<sub>c</sub> + ln(exp(−j) + Σ<sub>i</sub> exp(−y<sub>i</sub>))",
        section="II-C",
        synonyms=QT_TRANSLATE_NOOP("Term", "maximum a posteriori, discriminative loss, equation 9"),
    ),
    Term(
        "mean_square",
        QT_TRANSLATE_NOOP("Term", "mean square"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The mean square is the simplest [loss](loss) of the paper: the [penalty](penalty) of "
            "the right class, averaged over the samples. It pulls [F6](f6) towards the right "
            "[code](code) and does not look at the wrong ones. That works because the codes are "
            "fixed; if they could move, all of them would become one.",
        ),
        learning.mean_square,
        formula="E = y<sub>c</sub> = Σ<sub>j</sub> (x<sub>j</sub> − w<sub>cj</sub>)²",
        section="II-C",
        synonyms=QT_TRANSLATE_NOOP("Term", "MSE, mean squared error, equation 8"),
    ),
    Term(
        "cross_entropy",
        QT_TRANSLATE_NOOP("Term", "cross-entropy"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The cross-entropy is the [loss](loss) for probabilities: the negative logarithm of "
            "the probability that the right class got. It is 0 if that was 1, and grows without "
            "end as it nears 0. Together with the [softmax](softmax) its [delta](delta) is simply "
            "the probability minus the target.",
        ),
        learning.cross_entropy,
        formula="E = −ln p<sub>c</sub>",
        synonyms=QT_TRANSLATE_NOOP("Term", "log loss, negative log-likelihood"),
    ),
    Term(
        "gradient",
        QT_TRANSLATE_NOOP("Term", "gradient"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The gradient says for each [parameter](parameter) how the [loss](loss) would change "
            "if the parameter grew a little. Training moves each one a small step against it, so "
            "the loss falls. The step is as large as the [learning rate](learning_rate) and the "
            "[optimiser](optimizer) make it.",
        ),
        learning.gradient,
        formula="∂E/∂w",
        section="I-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "derivative, slope"),
    ),
    Term(
        "backpropagation",
        QT_TRANSLATE_NOOP("Term", "backpropagation"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Backpropagation computes the whole [gradient](gradient) in one pass from the "
            "[output](output) back to the [input](input). Each layer gets the [deltas](delta) of "
            "the layer above, makes the derivatives of its own [weights](weight) from them, and "
            "hands deltas to the layer below. It takes about as long as two or three passes "
            "forward.",
        ),
        learning.backpropagation,
        formula="δ<sub>j</sub> = f′(a<sub>j</sub>) · Σ<sub>i</sub> w<sub>ij</sub> δ<sub>i</sub>",
        section="I-C",
        synonyms=QT_TRANSLATE_NOOP("Term", "backprop, backward pass, chain rule"),
    ),
    Term(
        "delta",
        QT_TRANSLATE_NOOP("Term", "delta"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The delta of a [unit](unit) says how the [loss](loss) changes with the sum a of that "
            "unit. The derivative of a [weight](weight) is the delta of the unit that it leads "
            "to, times the value that it carries. So a weight that carried nothing learns "
            "nothing.",
        ),
        learning.delta,
        formula="δ = ∂E/∂a ,  ∂E/∂w<sub>ij</sub> = δ<sub>i</sub> · x<sub>j</sub>",
        section="I-C",
        synonyms=QT_TRANSLATE_NOOP("Term", "error signal, error of a unit"),
    ),
    Term(
        "optimizer",
        QT_TRANSLATE_NOOP("Term", "optimiser"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The optimiser decides how the [gradient](gradient) becomes a step. SGD goes straight "
            "down, perhaps with [momentum](momentum); Adam and AdamW give each "
            "[parameter](parameter) a step length of its own; the paper uses [second "
            "derivatives](second_derivatives) for that. All of them need a [learning "
            "rate](learning_rate).",
        ),
        learning.optimizer,
        section="I-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "optimizer, AdamW, Adam, SGD"),
    ),
    Term(
        "stochastic_gradient",
        QT_TRANSLATE_NOOP("Term", "stochastic gradient"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The stochastic gradient is the [gradient](gradient) on one sample, or on a small "
            "[batch](batch), in place of all data. It is only roughly right, but it comes "
            "thousands of times as often. On large data with many similar samples that is much "
            "faster, as the paper explains.",
        ),
        learning.batch,
        section="B",
        synonyms=QT_TRANSLATE_NOOP("Term", "SGD, online learning, mini-batch"),
    ),
    Term(
        "second_derivatives",
        QT_TRANSLATE_NOOP("Term", "second derivatives"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The second derivative h says how sharply the [loss](loss) bends along a "
            "[parameter](parameter). The paper divides each step by it (stochastic diagonal "
            "Levenberg-Marquardt): where the bend is sharp the step is short, where it is flat "
            "the step is long. A small number μ keeps the step finite where there is no bend at "
            "all.",
        ),
        learning.second_derivatives,
        formula="Δw = −η / (μ + h) · ∂E/∂w",
        section="C",
        synonyms=QT_TRANSLATE_NOOP("Term", "SDLM, Levenberg-Marquardt, Hessian, curvature"),
    ),
)
