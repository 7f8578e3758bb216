"""Units, activation functions and weights."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.numbers import units
from lenet_gui.gui.glossary.term import Term

UNITS: tuple[Term, ...] = (
    Term(
        "unit",
        QT_TRANSLATE_NOOP("Term", "unit"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A unit is one number of a [layer](layer), and the small calculation that makes it. "
            "It multiplies what it reads by [weights](weight), adds everything up with a "
            "[bias](bias), and sends the sum through the [activation "
            "function](activation_function). The result is its [activation](activation).",
        ),
        units.unit,
        formula="x = f(a)",
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "neuron, node, cell"),
    ),
    Term(
        "activation",
        QT_TRANSLATE_NOOP("Term", "activation"),
        QT_TRANSLATE_NOOP(
            "Term",
            "An activation is the value that a [unit](unit) has for the picture on the page; the "
            "paper calls it a state. It belongs to this picture only, while the [weights](weight) "
            "stay the same for all pictures. In the network picture orange means positive and "
            "blue negative.",
        ),
        units.activation,
        formula="x = f(a)",
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "state, unit value, feature"),
    ),
    Term(
        "activation_function",
        QT_TRANSLATE_NOOP("Term", "activation function"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The activation function turns the sum a of a [unit](unit) into its "
            "[activation](activation). It is not a straight line: without it several layers "
            "together could do no more than one. The paper uses a [scaled tanh](scaled_tanh) and "
            "calls it a squashing function; today [ReLU](relu) is common.",
        ),
        units.activation_function,
        formula="x = f(a)",
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "squashing function, transfer function, nonlinearity"),
    ),
    Term(
        "scaled_tanh",
        QT_TRANSLATE_NOOP("Term", "scaled tanh"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The scaled tanh is the [activation function](activation_function) of the 1998 paper: "
            "an S between −1.7159 and +1.7159. Its numbers are chosen so that f(1) = 1 and f(−1) "
            "= −1, which are the values of the [codes](code). There the curve still has some "
            "slope, so learning does not come to a standstill.",
        ),
        units.function("scaled tanh"),
        formula="f(a) = 1.7159 · tanh(2a/3)",
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "hyperbolic tangent, LeCun tanh"),
    ),
    Term(
        "tanh",
        QT_TRANSLATE_NOOP("Term", "tanh"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The hyperbolic tangent is an [activation function](activation_function) that presses "
            "every sum into −1 to +1. Small sums pass almost unchanged, and large ones come close "
            "to the ends. Many tutorials use it in place of the [scaled tanh](scaled_tanh) of the "
            "paper.",
        ),
        units.function("tanh"),
        formula="f(a) = tanh(a) = (e<sup>a</sup> − e<sup>−a</sup>) / (e<sup>a</sup> + "
        "e<sup>−a</sup>)",
        synonyms=QT_TRANSLATE_NOOP("Term", "hyperbolic tangent"),
    ),
    Term(
        "sigmoid",
        QT_TRANSLATE_NOOP("Term", "sigmoid"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The sigmoid is an [activation function](activation_function) that presses every sum "
            "into 0 to 1. It is a [tanh](tanh) of half the sum, moved and halved. Because its "
            "values are never negative and its slope is small, networks with it learn slowly.",
        ),
        units.function("sigmoid"),
        formula="f(a) = 1 / (1 + e<sup>−a</sup>)",
        synonyms=QT_TRANSLATE_NOOP("Term", "logistic function"),
    ),
    Term(
        "relu",
        QT_TRANSLATE_NOOP("Term", "ReLU"),
        QT_TRANSLATE_NOOP(
            "Term",
            "ReLU is an [activation function](activation_function) that passes positive sums as "
            "they are and makes all others 0. It is quick to compute, and its slope does not fade "
            "for large sums, so deep networks learn well with it. It became usual long after "
            "1998.",
        ),
        units.function("relu"),
        formula="f(a) = max(0, a)",
        synonyms=QT_TRANSLATE_NOOP("Term", "rectifier, rectified linear unit"),
    ),
    Term(
        "parameter",
        QT_TRANSLATE_NOOP("Term", "parameter"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A parameter is a number of the network that training changes: a [weight](weight), a "
            "[bias](bias) or a [coefficient](coefficient). Because of [weight "
            "sharing](weight_sharing) there are far fewer parameters than "
            "[connections](connection). The codes of the [RBF output](rbf) are fixed and do not "
            "count.",
        ),
        units.parameter,
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "trainable parameter, number of parameters"),
    ),
    Term(
        "connection",
        QT_TRANSLATE_NOOP("Term", "connection"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A connection is one product of a [weight](weight) and a value that is read, counted "
            "once for every [unit](unit) that forms it. Counted as the paper counts, each "
            "[bias](bias) is a connection, too. Their number says how much computing one answer "
            "takes.",
        ),
        units.connection,
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "synapse, edge, number of connections"),
    ),
    Term(
        "weight",
        QT_TRANSLATE_NOOP("Term", "weight"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A weight says how much one number counts for another: positive for it, negative "
            "against it, near 0 not at all. Weights start at random and are changed by "
            "[training](gradient) until the answers are right. In a [convolution](convolution) "
            "they form [kernels](kernel), which many units share.",
        ),
        units.weight,
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "weights, connection strength"),
    ),
    Term(
        "bias",
        QT_TRANSLATE_NOOP("Term", "bias"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The bias is a number that is added to the sum of a [unit](unit), whatever the unit "
            "reads. It says how easily the unit becomes active: with a large one it needs little "
            "evidence, with a very negative one much. In a [map](feature_map) all units share one "
            "bias.",
        ),
        units.bias,
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "offset, threshold of a unit"),
    ),
    Term(
        "coefficient",
        QT_TRANSLATE_NOOP("Term", "coefficient"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A coefficient is the trained factor by which the [subsampling](sum_subsampling) of "
            "1998 multiplies the sum of each square. Each [map](feature_map) has one, and a "
            "[bias](bias) beside it. It decides how strongly the map speaks to the layer above, "
            "and with which sign.",
        ),
        units.coefficient,
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "trainable coefficient, gain"),
    ),
    Term(
        "initialization",
        QT_TRANSLATE_NOOP("Term", "first weights"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Before training the [weights](weight) are random, or else all units of a layer would "
            "learn the same. The more inputs a [unit](unit) has, the smaller its first weights "
            "must be, so that its sum is neither tiny nor huge. The paper draws them evenly "
            "within ±2.4 divided by the number of inputs; other schemes are named after Glorot "
            "(Xavier) and He.",
        ),
        units.weight_range,
        formula="|w| ≤ 2.4 / n",
        section="A",
        synonyms=QT_TRANSLATE_NOOP(
            "Term",
            "initialisation, initialization, random weights, Xavier, Glorot, He",
        ),
    ),
)
