"""Convolution and subsampling."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.numbers import maps
from lenet_gui.gui.glossary.term import Term

MAPS: tuple[Term, ...] = (
    Term(
        "feature_map",
        QT_TRANSLATE_NOOP("Term", "feature map"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A feature map is one plane of [units](unit) that all look for the same pattern, each "
            "at its own place. They can do so because they share one set of "
            "[weights](weight_sharing). A bright spot in the map says: here is the pattern.",
        ),
        maps.feature_map,
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "map, channel, plane"),
    ),
    Term(
        "kernel",
        QT_TRANSLATE_NOOP("Term", "kernel"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A kernel is the small square of [weights](weight) with which a "
            "[convolution](convolution) looks at one [map](feature_map) below. Where the patch "
            "under it resembles it, the products add up to much. Kernels are not designed: they "
            "are learned, and often look like edges and spots.",
        ),
        maps.kernel,
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "filter, convolution matrix"),
    ),
    Term(
        "convolution",
        QT_TRANSLATE_NOOP("Term", "convolution"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A convolution lays its [kernels](kernel) on every place of the [maps](feature_map) "
            "below, multiplies each number by the weight above it, and adds up all products and a "
            "[bias](bias). The sum goes through the [activation function](activation_function) "
            "and becomes one unit of the new map. If the picture moves by a pixel, the map moves "
            "with it and otherwise stays the same.",
        ),
        maps.convolution,
        formula="a<sub>m,r,c</sub> = Σ<sub>n,i,j</sub> w<sub>m,n,i,j</sub> · "
        "x<sub>n,r+i,c+j</sub> + b<sub>m</sub>",
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "convolutional layer, conv, cross-correlation"),
    ),
    Term(
        "stride",
        QT_TRANSLATE_NOOP("Term", "stride"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The stride is how many pixels a [kernel](kernel) moves from one place to the next. "
            "With stride 1 it visits every place; with stride 2 the new [map](feature_map) has "
            "about half as many rows and columns. The squares of [subsampling](subsampling) move "
            "by their own size, so that they do not overlap.",
        ),
        maps.stride,
        formula="n′ = ⌊(n + 2p − k) / s⌋ + 1",
        synonyms=QT_TRANSLATE_NOOP("Term", "step of a kernel"),
    ),
    Term(
        "padding",
        QT_TRANSLATE_NOOP("Term", "padding"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Padding is a frame of zeros around a map, so that a [kernel](kernel) can also lie on "
            "its edge. Without it each [convolution](convolution) makes the maps smaller. The "
            "network of 1998 has none: its [input](input) has a border of paper around the digit "
            "instead.",
        ),
        maps.padding,
        synonyms=QT_TRANSLATE_NOOP("Term", "border, same padding, valid"),
    ),
    Term(
        "receptive_field",
        QT_TRANSLATE_NOOP("Term", "receptive field"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The receptive field of a [unit](unit) is the part of the [input](input) that can "
            "change its value. It grows from layer to layer: by the size of the "
            "[kernels](kernel), and faster after each [subsampling](subsampling). Point at a unit "
            "in the network picture, and its field is framed on the page.",
        ),
        maps.receptive_field,
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "field of view, what a unit sees"),
    ),
    Term(
        "weight_sharing",
        QT_TRANSLATE_NOOP("Term", "weight sharing"),
        QT_TRANSLATE_NOOP(
            "Term",
            "All units of a [map](feature_map) use the same [weights](weight), only at different "
            "places. So a pattern that was learned at one place is found at all of them, and few "
            "[parameters](parameter) make many [connections](connection). It is the reason why a "
            "convolution needs far less data than a [full connection](full_connection).",
        ),
        maps.weight_sharing,
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "shared weights, tied weights"),
    ),
    Term(
        "connection_table",
        QT_TRANSLATE_NOOP("Term", "connection table"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The connection table of the paper says which maps of [S2](s2) each map of [C3](c3) "
            "reads. It keeps the number of [connections](connection) small, and it forces "
            "different maps to find different things, because they get different inputs. Later "
            "networks do without it and read all maps.",
        ),
        maps.connection_table,
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "Table I, sparse connections"),
    ),
    Term(
        "subsampling",
        QT_TRANSLATE_NOOP("Term", "subsampling"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Subsampling replaces each small square of a [map](feature_map) by one number: a "
            "weighted [sum](sum_subsampling), an [average](average_pooling), the "
            "[maximum](max_pooling) or a [max blur](max_blur). The maps become smaller and the "
            "exact place of a pattern counts less. So slightly shifted or distorted digits look "
            "alike to the layers above.",
        ),
        maps.subsampling,
        section="II-A",
        synonyms=QT_TRANSLATE_NOOP("Term", "pooling, downsampling, pooling layer"),
    ),
    Term(
        "sum_subsampling",
        QT_TRANSLATE_NOOP("Term", "sum (subsampling)"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The [subsampling](subsampling) of 1998 adds up the four units of a square, "
            "multiplies the sum by a trained [coefficient](coefficient), adds a trained "
            "[bias](bias), and applies the [activation function](activation_function). Each map "
            "has one coefficient and one bias. With a small coefficient the map merely blurs, "
            "with a large one it acts almost like a switch.",
        ),
        maps.pooling("sum"),
        formula="x = f(c · (x<sub>1</sub> + x<sub>2</sub> + x<sub>3</sub> + x<sub>4</sub>) + b)",
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "trainable pooling, subsampling of 1998"),
    ),
    Term(
        "average_pooling",
        QT_TRANSLATE_NOOP("Term", "average pooling"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Average pooling is a [subsampling](subsampling) that takes the mean of each square. "
            "Nothing in it is trained. Most networks called LeNet-5 in tutorials use it in place "
            "of the trained [sum](sum_subsampling) of 1998.",
        ),
        maps.pooling("average"),
        formula="x = (x<sub>1</sub> + x<sub>2</sub> + x<sub>3</sub> + x<sub>4</sub>) / 4",
        synonyms=QT_TRANSLATE_NOOP("Term", "mean pooling"),
    ),
    Term(
        "max_pooling",
        QT_TRANSLATE_NOOP("Term", "max pooling"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Max pooling is a [subsampling](subsampling) that keeps the largest number of each "
            "square and drops the others. It answers whether a pattern is anywhere in the square. "
            "In [backpropagation](backpropagation) only the unit that won gets a share of the "
            "error.",
        ),
        maps.pooling("max"),
        formula="x = max(x<sub>1</sub>, x<sub>2</sub>, x<sub>3</sub>, x<sub>4</sub>)",
        synonyms=QT_TRANSLATE_NOOP("Term", "maximum pooling"),
    ),
    Term(
        "max_blur",
        QT_TRANSLATE_NOOP("Term", "max blur"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Max blur is a [subsampling](subsampling) in two steps: it takes the "
            "[maximum](max_pooling) of overlapping squares, and then the "
            "[average](average_pooling) of neighbouring maxima. So a shift of the digit by one "
            "pixel changes the result only a little. It was proposed by Zhang in 2019 as "
            "MaxBlurPool.",
        ),
        maps.pooling("max blur"),
        synonyms=QT_TRANSLATE_NOOP("Term", "MaxBlurPool, anti-aliased pooling, blur pooling"),
    ),
)
