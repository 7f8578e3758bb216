"""The layers."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.numbers import layers
from lenet_gui.gui.glossary.term import Term

LAYERS: tuple[Term, ...] = (
    Term(
        "layer",
        QT_TRANSLATE_NOOP("Term", "layer"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A layer is a group of [units](unit) that do the same thing with what the layer below "
            "gives them. Layers stand one after another between the [input](input) and the "
            "[output](output), and each one works on the [activations](activation) of the one "
            "before. What a higher layer sees is less like the picture and more like the answer.",
        ),
        layers.layer,
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "stage"),
    ),
    Term(
        "input",
        QT_TRANSLATE_NOOP("Term", "input"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The input is the small square of numbers that the network gets to see, one number "
            "for each pixel, or three in colour. [Normalisation](normalization) makes it from the "
            "ink, so that every digit arrives centred and in the same size. The paper of 1998 "
            "gives white −0.1 and black 1.175, so that the mean is about 0 and learning is fast.",
        ),
        layers.input_layer,
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "input layer, field, pixels"),
    ),
    Term(
        "c1",
        QT_TRANSLATE_NOOP("Term", "C1"),
        QT_TRANSLATE_NOOP(
            "Term",
            "C1 is the first [convolution](convolution): each of its [maps](feature_map) looks "
            "for one small pattern, such as an edge or an end of a stroke, everywhere in the "
            "[input](input). All units of a map share one [kernel](kernel) and one [bias](bias). "
            "Its maps show where in the digit each pattern was found.",
        ),
        layers.of_layer("C1"),
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "first convolution, conv1"),
    ),
    Term(
        "s2",
        QT_TRANSLATE_NOOP("Term", "S2"),
        QT_TRANSLATE_NOOP(
            "Term",
            "S2 makes each [map](feature_map) of [C1](c1) half as wide and half as high by "
            "[subsampling](subsampling). Where exactly a pattern lies matters less after that, so "
            "a digit may be a little shifted or slanted. Each of its units reads only a small "
            "square of its own map.",
        ),
        layers.of_layer("S2"),
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "first subsampling, pool1"),
    ),
    Term(
        "c3",
        QT_TRANSLATE_NOOP("Term", "C3"),
        QT_TRANSLATE_NOOP(
            "Term",
            "C3 is the second [convolution](convolution): it combines the patterns that [S2](s2) "
            "passes on into larger ones, such as corners, crossings and bows. In the network of "
            "1998 a [connection table](connection_table) says which maps of S2 each of its maps "
            "reads; later networks let it read them all. One [unit](unit) adds up what its "
            "[kernels](kernel) find in several maps.",
        ),
        layers.of_layer("C3"),
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "second convolution, conv2"),
    ),
    Term(
        "s4",
        QT_TRANSLATE_NOOP("Term", "S4"),
        QT_TRANSLATE_NOOP(
            "Term",
            "S4 does to [C3](c3) what [S2](s2) does to [C1](c1): [subsampling](subsampling) "
            "leaves a quarter of the units. What is left says roughly where the larger patterns "
            "lie. All layers above it see the whole digit at once.",
        ),
        layers.of_layer("S4"),
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "second subsampling, pool2"),
    ),
    Term(
        "c5",
        QT_TRANSLATE_NOOP("Term", "C5"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Each unit of C5 reads every unit of [S4](s4), so it sees the whole digit. The paper "
            "calls it a [convolution](convolution) all the same, because on a larger "
            "[input](input) its maps would have more than one unit. Most of the network's "
            "[parameters](parameter) are here.",
        ),
        layers.of_layer("C5"),
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "third convolution, fc1"),
    ),
    Term(
        "f6",
        QT_TRANSLATE_NOOP("Term", "F6"),
        QT_TRANSLATE_NOOP(
            "Term",
            "F6 is a [full connection](full_connection): each of its units reads all units of "
            "[C5](c5). In the network of 1998 its 84 units form a picture of 7×12, which the "
            "[output](output) compares with the drawn [code](code) of each class. In other "
            "networks they are a last summary of the digit, with no form of their own.",
        ),
        layers.of_layer("F6"),
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "fc2, code layer"),
    ),
    Term(
        "output",
        QT_TRANSLATE_NOOP("Term", "OUTPUT"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The output has one unit for each [class](class), and the best one is the answer. In "
            "the network of 1998 its units are [RBF units](rbf) and give [penalties](penalty); in "
            "later ones a [softmax](softmax) gives probabilities. If the best one is not clearly "
            "the best, a network that may [decline](reject) does not answer.",
        ),
        layers.of_layer("OUTPUT"),
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "output layer, answer, scores"),
    ),
    Term(
        "full_connection",
        QT_TRANSLATE_NOOP("Term", "full connection"),
        QT_TRANSLATE_NOOP(
            "Term",
            "In a full connection each [unit](unit) reads every unit of the layer below, with a "
            "[weight](weight) of its own for each. Nothing is shared, so such layers have many "
            "[parameters](parameter) for their size. They come last, where position in the "
            "picture no longer matters.",
        ),
        layers.full_connection,
        formula="a<sub>i</sub> = Σ<sub>j</sub> w<sub>ij</sub> x<sub>j</sub> + b<sub>i</sub>",
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "dense layer, fully connected layer, linear layer"),
    ),
)
