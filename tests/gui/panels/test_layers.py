"""The layers panel: rows with formulas, what the chosen layer is for, and copies as text."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.explaining.layer_copies import as_keras_summary, as_pytorch_prints
from lenet_gui.engine.explaining.layer_words import ACTIVATION_WORDS
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.theme import DARK, LIGHT, apply_theme
from lenet_gui.gui.glossary.table import TERMS as GLOSSARY
from lenet_gui.gui.panels.layers.panel import LayersPanel
from lenet_gui.gui.panels.layers.purposes import TERMS
from lenet_gui.gui.panels.layers.table import CONNECTIONS, KIND, NAME, PARAMETERS, SHAPE
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.wording.layer_words import layer_headings
from tests.engine.checkpoints.test_network_scripts import OWN, networks
from tests.gui.helpers import contrast, idle, pixels


@pytest.fixture
def panel(qtbot, session: Session) -> LayersPanel:
    session.use_network("lenet-5")
    panel = LayersPanel(session)
    qtbot.addWidget(panel)
    panel.resize(420, 330)
    with qtbot.waitExposed(panel):
        panel.show()
    idle()
    return panel


def text_at(panel: LayersPanel, row: int, column: int) -> str:
    """What a cell says, wherever its lines break."""
    item = panel.table.item(row, column)
    assert item is not None
    return " ".join(item.text().split())


def row_of(panel: LayersPanel, name: str) -> int:
    return [text_at(panel, row, NAME) for row in range(panel.table.rowCount())].index(name)


def click_row(panel: LayersPanel, name: str) -> None:
    place = panel.table.model().index(row_of(panel, name), KIND)
    panel.table.scrollTo(place)
    at = panel.table.visualRect(place).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def background_of(panel: LayersPanel, name: str) -> QColor:
    """The colour behind the name of a layer, as it is painted."""
    place = panel.table.model().index(row_of(panel, name), NAME)
    panel.table.scrollTo(place)
    at = panel.table.visualRect(place).topRight()
    return QColor(*pixels(panel.table.viewport())[at.y() + 2, at.x() - 2].tolist())


def test_rows_of_the_network_of_1998(panel: LayersPanel) -> None:
    rows = [text_at(panel, row, NAME) for row in range(panel.table.rowCount())]
    assert rows == ["INPUT", "C1", "S2", "C3", "S4", "C5", "F6", "OUTPUT"]
    assert panel.totals.text() == "60,000 parameters · 340,908 connections"
    assert text_at(panel, 0, KIND) == "28×28 digit, border 2"
    assert text_at(panel, 0, PARAMETERS) == "paper is -0.1, ink 1.175"
    third = [text_at(panel, row_of(panel, "C3"), column) for column in range(1, 5)]
    assert third == [
        "convolution by table 5×5 · scaled tanh",
        "6@14×14 → 16@10×10",
        "5·5·60 + 16 = 1,516",
        "1,516·10·10 = 151,600",
    ]
    assert text_at(panel, row_of(panel, "S2"), CONNECTIONS) == "(4+1)·6·14·14 = 5,880"
    assert text_at(panel, row_of(panel, "OUTPUT"), PARAMETERS) == "0 the codes are fixed"


def test_it_follows_the_network(panel: LayersPanel, session: Session) -> None:
    click_row(panel, "F6")
    assert [link.text() for link in panel.links] == ["full connection", "scaled tanh"]
    session.use_network("lenet-keras")
    assert [link.text() for link in panel.links] == ["full connection", "tanh"]
    assert "Before training: weights uniform within ±0.171, biases 0." in panel.text.text()
    assert panel.totals.text() == "61,706 parameters · 429,342 connections"
    assert text_at(panel, 0, PARAMETERS) == "C1 pads it by 2 per side with zeros paper is 0, ink 1"
    assert text_at(panel, 1, KIND) == "convolution 5×5 · padding 2 · tanh"
    assert panel.name.text() == "F6"
    assert panel.text.text().startswith("Each of the 84 units weighs all units of C5")
    session.use(Recognizer("own", networks()["stride, table, odd maps"]))
    assert text_at(panel, 1, KIND) == "convolution 4×4 · stride 2 · padding 1 · tanh"
    assert text_at(panel, 1, SHAPE) == "3@31×31 → 5@15×15"
    assert panel.name.text() == "C1"  # there is no F6 in it
    assert "⌊(31+2·1−4)/2⌋+1 = 15" in panel.text.text()


@pytest.mark.parametrize("name", ["lenet-relu", "lenet-sigmoid", "lenet-5-modern", *OWN])
def test_every_layer_of_every_network_says_what_it_is_for(
    panel: LayersPanel, session: Session, name: str
) -> None:
    if name in OWN:
        session.use(Recognizer(name, networks()[name]))
    else:
        session.use_network(name)
    said = set()
    for row in range(panel.table.rowCount()):
        layer = text_at(panel, row, NAME)
        panel.show_layer(layer)
        assert panel.name.text() == layer
        assert "{" not in panel.text.text()
        assert not panel.links[0].isHidden()
        said.add((layer, panel.text.text()))
    assert len(said) == panel.table.rowCount()


def test_pointing_tints_a_row_and_pinning_chooses_it(panel: LayersPanel, session: Session) -> None:
    plain = QColor(LIGHT.panel)
    session.point_at(Unit("S2", 0, 3, 3))
    idle()
    tinted = background_of(panel, "S2")
    assert tinted != plain
    assert panel.name.text() == "C1"
    session.point_at(None)
    idle()
    assert background_of(panel, "S2") == plain
    session.pins.pin(Unit("C3", 6, 5, 3))
    idle()
    assert background_of(panel, "C3") not in (plain, tinted)
    assert panel.text.text().startswith("Each of the 16 maps reads only some of the 6 maps")
    session.pins.follow(WeightPlace("F6", "weight", (3, 4)))
    assert panel.name.text() == "F6"


def test_a_click_and_the_keyboard_choose_a_layer(panel: LayersPanel) -> None:
    click_row(panel, "S2")
    assert "times a trained coefficient, plus a trained bias" in panel.text.text()
    assert "Before training: coefficients 0.25, biases 0." in panel.text.text()
    assert panel.section.text() == "1998 paper, II-A"
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.name.text() == "C3"
    assert "Rows and columns of a map: 14−5+1 = 10." in panel.text.text()


def test_links_ask_for_terms_of_the_glossary(panel: LayersPanel, qtbot) -> None:
    panel.show_layer("C3")
    assert [link.text() for link in panel.links] == ["convolution by table", "scaled tanh"]
    for link, key in zip(panel.links, ("connection_table", "scaled_tanh"), strict=True):
        with qtbot.waitSignal(panel.term_asked) as asked:
            QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        assert asked.args == [key]
    panel.show_layer("OUTPUT")
    assert panel.links[1].isHidden()
    with qtbot.waitSignal(panel.term_asked) as asked:
        QTest.mouseClick(panel.links[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["rbf"]


def test_every_link_leads_to_a_term() -> None:
    keys = {name.replace(" ", "_") for name in ACTIVATION_WORDS} | set(TERMS.values()) | {"input"}
    assert keys <= set(GLOSSARY)


def test_copies(panel: LayersPanel, session: Session) -> None:
    architecture = session.recognizer.architecture
    menu = panel.findChild(QMenu, "layers-copy-menu")
    assert menu is not None
    markdown, pytorch, keras = menu.actions()
    markdown.trigger()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[2].startswith("| C1 | convolution | 5×5 | 1 | 0 | scaled tanh | 1@32×32 |")
    pytorch.trigger()
    assert QApplication.clipboard().text() == as_pytorch_prints(architecture)
    keras.trigger()
    said = "Keras also counts 900 weights that the connection table holds at 0.\n"
    assert QApplication.clipboard().text() == as_keras_summary(architecture) + said
    session.use_network("lenet-keras")
    keras.trigger()
    assert QApplication.clipboard().text() == as_keras_summary(session.recognizer.architecture)
    session.use_network("lenet-5")
    assert panel.as_csv().splitlines()[2].startswith("S2,sum subsampling,2×2,2,,scaled tanh,")


@pytest.mark.parametrize("size", [(420, 330), (620, 420), (340, 190), (1300, 900)])
def test_all_of_it_can_be_reached_at_any_size(panel: LayersPanel, size: tuple[int, int]) -> None:
    panel.resize(*size)
    idle()
    table = panel.table
    assert table.viewport().height() > 40
    for name in table.names:
        panel.show_layer(name)
        idle()
        seen = table.visualRect(table.currentIndex())
        assert table.viewport().rect().intersects(seen)
    if size[0] >= 420:
        whole = sum(table.columnWidth(column) for column in range(table.columnCount()))
        assert whole <= table.viewport().width()
        metrics = table.fontMetrics()
        for row in range(1, table.rowCount()):
            for column in (PARAMETERS, CONNECTIONS):
                item = table.item(row, column)
                assert item is not None
                room = QRect(0, 0, table.columnWidth(column) - 6, 1000)
                words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
                assert words.width() <= room.width()
                assert words.height() <= table.rowHeight(row)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_stands_out_from_the_chosen_row(panel: LayersPanel, qapp, theme) -> None:
    apply_theme(qapp, theme.name)
    panel.show_layer("S4")
    idle()
    assert contrast(background_of(panel, "S4"), QColor(theme.text)) > 4.5
    assert contrast(background_of(panel, "C1"), QColor(theme.text)) > 4.5


def test_the_chosen_row_outlives_another_language(
    panel: LayersPanel, session: Session, qtbot
) -> None:
    panel.show_layer("S4")
    other = LayersPanel(session)
    qtbot.addWidget(other)
    other.take_over(panel)
    assert other.name.text() == "S4"


def test_headings_of_the_picture(session: Session) -> None:
    session.use_network("lenet-5")
    headings = layer_headings(session.recognizer.architecture)
    assert headings["C1"] == "5×5 · tanh"
    assert headings["OUTPUT"] == "10 × RBF"
