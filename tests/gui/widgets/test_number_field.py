"""Number fields: what is typed becomes that number, or is refused beside the field."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.widgets.number_field import REFUSAL_NAME, NumberField
from lenet_gui.gui.widgets.number_text import number_of
from tests.gui.helpers import idle


def type_into(field: NumberField, text: str) -> None:
    """Replace the text and press Enter, as a person does."""
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    field.lineEdit().insert(text)  # QTest types ASCII only
    QTest.keyClick(field, Qt.Key.Key_Return)
    idle()


def refusals(window: QWidget) -> list[str]:
    """What is said beside the fields of a window."""
    found = window.findChildren(QWidget, REFUSAL_NAME)
    return [label.text() for label in found if label.isVisible()]


def shown(qtbot: QtBot, field: NumberField) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(field)
    window.resize(400, 200)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def rate(qtbot: QtBot) -> Iterator[NumberField]:
    """A learning rate, which is 0.002."""
    field = NumberField(1e-6, 100.0, decimals=6, step=0)
    window = shown(qtbot, field)
    field.setValue(0.002)
    yield field
    window.close()


@pytest.fixture
def seconds(qtbot: QtBot) -> Iterator[NumberField]:
    """A time, which is 60 s."""
    field = NumberField(1, 864_000, time=True)
    window = shown(qtbot, field)
    field.setValue(60)
    yield field
    window.close()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0,001", 0.001), ("0.001", 0.001), ("1e-3", 0.001), ("1E-3", 0.001), ("1,5e-2", 0.015),
        (" 0.25 ", 0.25), (".5", 0.5), (",5", 0.5), ("5.", 5.0), ("+2", 2.0),
        ("０．００１", 0.001), ("１ｅ－３", 0.001), ("１ｅ−３", 0.001), ("٠٫٥", 0.5), ("۵", 5.0),
        ("1.000", 1.0), ("12.345678", 12.345678),
    ],
)  # fmt: skip
def test_a_number_is_taken_as_it_is_written(rate: NumberField, text: str, number: float) -> None:
    heard: list[float] = []
    rate.valueChanged.connect(heard.append)
    type_into(rate, text)
    assert rate.number == number
    assert heard == [number]
    assert not refusals(rate.window())
    type_into(rate, rate.text())  # what it shows means the same
    assert rate.number == number


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("abc", "“abc” is not a number."), ("", "“” is not a number."),
        ("1:30", "“1:30” is not a number."), ("10²", "“10²” is not a number."),
        ("1 2", "“1 2” is not a number."), ("0x10", "“0x10” is not a number."),
        ("nan", "“nan” is not a number."), ("1_0", "“1_0” is not a number."),
        ("1.2.3", "“1.2.3” is not a number."), ("--1", "“--1” is not a number."),
        ("½", "“½” is not a number."), ("<b>1", "“<b>1” is not a number."),
        ("1\u200b0", "“1⟨U+200B⟩0” is not a number."),
        ("1,000", "“1,000” can be read in two ways. Enter it without a group separator."),
        ("-1", "Enter a number from 1e-06 to 100."), ("101", "Enter a number from 1e-06 to 100."),
        ("1e999", "Enter a number from 1e-06 to 100."),
        ("0.0000015", "“0.0000015” has too many decimals; at most 6 are possible."),
    ],
)  # fmt: skip
def test_anything_else_is_refused_beside_the_field(rate: NumberField, text: str, why: str) -> None:
    heard: list[float] = []
    rate.valueChanged.connect(heard.append)
    type_into(rate, text)
    assert (rate.number, rate.text(), heard) == (0.002, "0.002", [])
    assert refusals(rate.window()) == [f"{why} The value is still 0.002."]
    QTest.keyClicks(rate, "1")
    assert not refusals(rate.window())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("90", 90), ("1:30", 90), ("0:05", 5), ("1:00:00", 3600), ("１：３０", 90), ("1e3", 1000),
        ("1,000", 1000), ("100,000", 100_000), ("1 000", 1000), ("12'345", 12_345),
        ("12\u00a0345", 12_345), ("１２", 12),
    ],
)  # fmt: skip
def test_whole_numbers_and_times(seconds: NumberField, text: str, number: int) -> None:
    type_into(seconds, text)
    assert seconds.number == number
    assert isinstance(seconds.number, int)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("0,001", "“0,001” is not a whole number."), ("1.5", "“1.5” is not a whole number."),
        ("1e-3", "“1e-3” is not a whole number."),
        ("1.000", "“1.000” can be read in two ways."), ("1:5", "“1:5” is no time."),
        ("1:75", "“1:75” is no time."), ("1:60:00", "“1:60:00” is no time."),
        ("864001", "Enter a number from 1 to 864,000."), ("0:00", "Enter a number from 1 to"),
    ],
)  # fmt: skip
def test_what_is_no_whole_number_or_time_is_refused(
    seconds: NumberField, text: str, why: str
) -> None:
    type_into(seconds, text)
    assert seconds.number == 60
    (said,) = refusals(seconds.window())
    assert said.startswith(why)
    assert said.endswith("The value is still 60.")


def test_leaving_the_field_decides_as_enter_does(qtbot: QtBot, rate: NumberField) -> None:
    other = NumberField(0, 1)
    rate.window().layout().addWidget(other)
    rate.window().activateWindow()
    idle()  # it is shown
    rate.setFocus()
    rate.selectAll()
    rate.lineEdit().insert("0,5")
    other.setFocus()
    assert rate.number == 0.5
    rate.setFocus()
    rate.selectAll()
    rate.lineEdit().insert("half")
    other.setFocus()
    assert rate.number == 0.5
    assert refusals(rate.window())


def test_arrows_step(seconds: NumberField, rate: NumberField) -> None:
    QTest.keyClick(seconds, Qt.Key.Key_Up)
    assert seconds.number == 61
    QTest.keyClick(rate, Qt.Key.Key_Up)
    assert rate.number == pytest.approx(0.0021)


@pytest.mark.parametrize("language", ["en", "zh_CN", "de", "fr", "ar_EG"])
@pytest.mark.parametrize("number", [1, 60, 1000, 123_456, 864_000])
def test_a_field_reads_what_it_shows(
    qtbot: QtBot, seconds: NumberField, language: str, number: int
) -> None:
    seconds.setLocale(QLocale(language))
    seconds.setValue(number)
    if language != "de":  # its 1.000 is another number elsewhere, and no language of the window
        assert number_of(seconds.text(), whole=True) == number


def test_a_long_text_is_shortened_in_the_sentence() -> None:
    with pytest.raises(BadInput) as refused:
        number_of("x" * 10_000)
    assert len(str(refused.value)) < 80
