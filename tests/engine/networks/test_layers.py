"""The paper's numbers, and each kind of layer against loops that anyone can check."""

import math
from itertools import product

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.layers import (
    Convolution,
    EuclideanRBF,
    FullConnection,
    Operation,
    Subsampling,
)
from lenet_gui.engine.networks.rbf_codes import digit_codes
from tests.helpers import largest_error

LENET_5 = {  # 1998 paper, section II-B: shape, trainable, connections
    "C1": ((6, 28, 28), 156, 122_304),
    "S2": ((6, 14, 14), 12, 5_880),
    "C3": ((16, 10, 10), 1_516, 151_600),
    "S4": ((16, 5, 5), 32, 2_000),
    "C5": ((120, 1, 1), 48_120, 48_120),
    "F6": ((84,), 10_164, 10_164),
    "OUTPUT": ((10,), 0, 840),
}
TABLE_I = "012 123 234 345 045 015 0123 1234 2345 0345 0145 0125 0134 1245 0235 012345"
PRECISION = [(np.float32, 1e-5), (np.float64, 1e-10)]


def test_lenet_5_has_the_numbers_of_the_paper() -> None:
    layers = list(architecture("lenet-5").placed_layers())
    found = {layer.name: (layer.shape, layer.parameters, layer.connections) for layer in layers}
    assert found == LENET_5
    assert list(found) == list(LENET_5)


def test_lenet_5_has_60_000_parameters_and_340_908_connections() -> None:
    assert architecture("lenet-5").parameters == 60_000
    assert architecture("lenet-5").connections == 340_908


def test_c3_reads_the_maps_of_table_i() -> None:
    c3 = architecture("lenet-5").layer("C3").layer.operation
    assert isinstance(c3, Convolution)
    assert c3.table == tuple(tuple(map(int, row)) for row in TABLE_I.split())
    assert sum(map(len, c3.table)) == 60


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("lenet-5", 60_000),
        ("lenet-5-tanh", 61_706),
        ("lenet-sigmoid", 44_426),
        ("lenet-relu", 62_006),
        ("lenet-keras", 61_706),
        ("lenet-5-modern", 61_706),
    ],
)
def test_parameters_of_every_architecture(name: str, parameters: int) -> None:
    assert architecture(name).parameters == parameters


def test_every_architecture_is_counted_here_and_says_how_it_departs() -> None:
    assert len(ARCHITECTURES) == 6
    for name, network in ARCHITECTURES.items():
        assert network.name == name
        assert network.departure.endswith(".")
        assert network.classes == 10


def test_an_unknown_architecture_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(BadInput, match="Did you mean lenet-keras"):
        architecture("lenet-kera")


# ---- arithmetic


def run(layer: Operation, weights: dict[str, FloatArray], source: FloatArray) -> FloatArray:
    out = np.full((len(source), *layer.output_shape(source.shape[1:])), np.nan, source.dtype)
    layer.arithmetic(weights, source, out)()
    return out


def weights_for(
    layer: Operation, source: FloatArray, generator: np.random.Generator
) -> dict[str, FloatArray]:
    return {
        name: generator.normal(0, 1, shape).astype(source.dtype)
        for name, shape in layer.parameter_shapes(source.shape[1:]).items()
    }


def slow_convolution(
    layer: Convolution, weights: dict[str, FloatArray], source: FloatArray
) -> FloatArray:
    p, k = layer.padding, layer.kernel
    field = np.pad(source.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    below = range(source.shape[1])
    kernels = {}
    if layer.table is None:
        kernels = {(m, b): weights["weight"][m, b] for m in range(layer.maps) for b in below}
    else:
        pairs = [(m, b) for m, row in enumerate(layer.table) for b in row]
        kernels = dict(zip(pairs, weights["weight"], strict=True))
    out = np.zeros((len(source), *layer.output_shape(source.shape[1:])))
    for n, m, r, c in product(*map(range, out.shape)):
        out[n, m, r, c] = weights["bias"][m]
        for b in below:
            if (m, b) in kernels:
                top, left = r * layer.stride, c * layer.stride
                window = field[n, b, top : top + k, left : left + k]
                out[n, m, r, c] += float((window * kernels[m, b].astype(float)).sum())
    return out


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize(("dtype", "bar"), PRECISION)
@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (Convolution(3, 3), (2, 6, 5)),
        (Convolution(2, 3, padding=1), (2, 5, 6)),
        (Convolution(2, 5, padding=2), (1, 5, 5)),
        (Convolution(3, 2, table=((0, 2), (1,), (0, 1, 2))), (3, 4, 4)),
        (Convolution(4, 3), (2, 3, 3)),  # one output a map: computed as a full connection
        (Convolution(2, 3, table=((1,), (0, 1))), (2, 3, 3)),
        (Convolution(2, 3, stride=2), (2, 7, 6)),  # the last column is not read
        (Convolution(2, 3, padding=1, table=((1,), (0, 1)), stride=3), (2, 7, 9)),
    ],
)
def test_convolution(layer: Convolution, shape: tuple[int, ...], dtype, bar, batch: int) -> None:
    generator = np.random.default_rng(1)
    source = generator.normal(0, 1, (batch, *shape)).astype(dtype)
    weights = weights_for(layer, source, generator)
    assert (
        largest_error(run(layer, weights, source), slow_convolution(layer, weights, source)) < bar
    )


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize(("dtype", "bar"), PRECISION)
@pytest.mark.parametrize("rule", ["sum", "average", "max", "max blur"])
@pytest.mark.parametrize(("size", "more"), [(2, 0), (3, 0), (2, 1), (3, 1)])
def test_subsampling(rule, size: int, more: int, dtype, bar, batch: int) -> None:
    """more: rows and columns beyond the last whole square."""
    generator = np.random.default_rng(2)
    layer = Subsampling(rule, size)
    source = generator.normal(0, 1, (batch, 3, 2 * size + more, 3 * size + more)).astype(dtype)
    weights = weights_for(layer, source, generator)
    wanted = np.zeros((batch, 3, 2, 3))
    for n, m, r, c in product(*map(range, wanted.shape)):
        square = source[n, m, size * r : size * (r + 1), size * c : size * (c + 1)].astype(float)
        if rule == "max blur":
            corners = product(range(size * r, size * (r + 1)), range(size * c, size * (c + 1)))
            maxima = [source[n, m, y : y + size, x : x + size].max() for y, x in corners]
            wanted[n, m, r, c] = np.mean(maxima, dtype=float)
        elif rule == "sum":
            wanted[n, m, r, c] = weights["coefficient"][m] * square.sum() + weights["bias"][m]
        else:
            wanted[n, m, r, c] = square.mean() if rule == "average" else square.max()
    assert largest_error(run(layer, weights, source), wanted) < bar


@pytest.mark.parametrize("rule", ["average", "max", "max blur"])
@pytest.mark.parametrize(("size", "more"), [(2, 0), (3, 0), (3, 1), (3, 2)])
def test_connections_of_subsampling_are_what_its_units_read(rule, size: int, more: int) -> None:
    layer, source = Subsampling(rule, size), (3, 2 * size + more, 4 * size + more)
    read = 0
    for unit in product(*map(range, layer.output_shape(source))):
        maps, (top, left, bottom, right) = layer.reads(source, (unit[0], unit[1], unit[2]))
        read += len(maps) * (bottom - top) * (right - left)
    assert layer.connections(source) == read


def test_max_blur_notices_a_move_by_one_pixel_less_than_max() -> None:
    generator = np.random.default_rng(6)
    source = generator.normal(0, 1, (1, 50, 16, 16)).astype(np.float32)
    moved = np.roll(source, 1, axis=3)
    changes = {}
    for rule in ("max", "max blur"):
        layer = Subsampling(rule)
        before, after = (run(layer, {}, s)[..., 1:-1] for s in (source, moved))
        changes[rule] = np.abs(after - before).mean()
    assert changes["max blur"] < 0.8 * changes["max"]


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize(("dtype", "bar"), PRECISION)
def test_full_connection(dtype, bar, batch: int) -> None:
    generator = np.random.default_rng(3)
    layer = FullConnection(5)
    source = generator.normal(0, 1, (batch, 2, 2, 3)).astype(dtype)
    weights = weights_for(layer, source, generator)
    wanted = np.array(
        [
            [
                sum(float(w) * float(x) for w, x in zip(row, sample.ravel(), strict=True))
                + float(bias)
                for row, bias in zip(weights["weight"], weights["bias"], strict=True)
            ]
            for sample in source
        ]
    )
    assert largest_error(run(layer, weights, source), wanted) < bar


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize(("dtype", "bar"), PRECISION)
def test_euclidean_rbf(dtype, bar, batch: int) -> None:
    source = np.random.default_rng(4).normal(0, 1, (batch, 84)).astype(dtype)
    codes = digit_codes().tolist()
    wanted = [
        [sum((float(x) - w) ** 2 for x, w in zip(sample, code, strict=True)) for code in codes]
        for sample in source
    ]
    assert largest_error(run(EuclideanRBF(), {}, source), np.array(wanted)) < bar


@pytest.mark.parametrize(
    ("function", "slow"),
    [
        ("scaled tanh", lambda a: 1.7159 * math.tanh(2 * a / 3)),
        ("tanh", math.tanh),
        ("sigmoid", lambda a: 1 / (1 + math.exp(-a))),
        ("relu", lambda a: max(a, 0.0)),
    ],
)
@pytest.mark.parametrize(("dtype", "bar"), PRECISION)
def test_activation_functions(function, slow, dtype, bar) -> None:
    state = np.linspace(-8, 8, 101).astype(dtype)
    wanted = np.array([slow(float(a)) for a in state])
    ActivationFunction(function).in_place(state)()
    assert largest_error(state, wanted) < bar


def test_scaled_tanh_maps_1_to_1() -> None:
    state = np.array([-1.0, 1.0])
    ActivationFunction("scaled tanh").in_place(state)()
    assert state == pytest.approx([-1, 1], abs=1e-4)


def test_sigmoid_survives_what_exp_does_not() -> None:
    state = np.array([-1e4, 1e4], np.float32)
    with np.errstate(all="raise"):
        ActivationFunction("sigmoid").in_place(state)()
    assert state.tolist() == [0.0, 1.0]


@pytest.mark.parametrize(("dtype", "bar"), PRECISION)
def test_softmax(dtype, bar) -> None:
    state = np.array([[1, 2, 3], [0, 0, 0], [1000, 0, -1000]], dtype)
    with np.errstate(over="raise", invalid="raise"):
        Softmax().in_place(state)()
    first = [math.exp(a) / sum(math.exp(b) for b in (1, 2, 3)) for a in (1, 2, 3)]
    assert largest_error(state, np.array([first, [1 / 3] * 3, [1, 0, 0]])) < bar


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        (Convolution(1, 5), (1, 4, 9)),
        (Convolution(1, 5), (400,)),
        (Subsampling("max"), (1, 1, 4)),
        (EuclideanRBF(), (83,)),
    ],
)
def test_layers_that_do_not_fit_are_refused(layer: Operation, source: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  each says it in its own words
        layer.output_shape(source)
