"""Every panel shows networks of any architecture: one convolution, three, none at all."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import FOUR, draw, idle, pixels

RELU = ActivationFunction("relu")
LAYERS = {
    "one convolution": (
        Layer("C1", Convolution(4, 5, stride=2), RELU),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
    "three convolutions": (
        Layer("C1", Convolution(8, 3), RELU),
        Layer("C2", Convolution(16, 3), RELU),
        Layer("S3", Subsampling("max"), None),
        Layer("C4", Convolution(32, 3, padding=1), RELU),
        Layer("S5", Subsampling("average", 3), None),
        Layer("F6", FullConnection(50), RELU),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
    "no convolution": (
        Layer("F1", FullConnection(100), ActivationFunction("sigmoid")),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
}


def recognizer_of(kind: str) -> Recognizer:
    made = Architecture(kind, (1, 28, 28), (0.0, 1.0), "torch", "", LAYERS[kind])
    checkpoint = checkpoint_of(made, tuple("0123456789"), initial_weights(made, 1))
    return Recognizer(kind, checkpoint)


@pytest.fixture(params=LAYERS)
def own(request: pytest.FixtureRequest) -> Recognizer:
    return recognizer_of(request.param)


@pytest.mark.parametrize("name", [panel.name for panel in PANELS])
def test_each_panel_shows_it(qtbot, context: ViewContext, own: Recognizer, name: str) -> None:
    """Drawn on, pointed at, and with another network in between."""
    (panel,) = [panel for panel in PANELS if panel.name == name]
    context.session.use(own)
    widget = panel.make(context)
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    widget.show()
    draw(context.session, FOUR)
    for x in range(20, 700, 40):
        QTest.mouseMove(widget, QPoint(x, 200))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(widget, key)
    idle()
    assert pixels(widget).std() > 0
    context.session.use(recognizer_of("three convolutions"))
    idle()
    context.session.use(own)
    idle()
    assert pixels(widget).std() > 0


def test_the_window_shows_it(window: MainWindow, own: Recognizer) -> None:
    window.session.use(own)
    draw(window.session, FOUR)
    for workspace in ("read", "look_inside", "train"):
        window.workspaces.show_workspace(workspace)
        idle()
        assert isinstance(window.centralWidget(), QWidget)
    assert not window.session.recognition.blank
