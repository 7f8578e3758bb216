"""Light and dark: palettes for Qt's Fusion style, and the colours of our own painting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

SIGNED_LEVELS = 255  # colours of the signed scale; index 127 is zero
EMPTY = 255  # the colour index where there is no value
# Fusion paints the edge of these in their window's colour, so much darker that it cannot be seen
# in the dark; they paint nothing else with it. Menus do, and the lists of combo boxes with theirs.
EDGED = (
    "QCheckBox", "QRadioButton", "QAbstractSpinBox", "QLineEdit", "QComboBox",
    "QPushButton", "QToolButton", "QSlider", "QListWidget",
)  # fmt: skip
FUSION_ARGUMENTS = ("-style", "Fusion")  # of the application; as setStyle, but faster
_STYLED = "fusion"  # property of the application
FUSION_DARKER = 140  # percent: by this much Fusion darkens the window's colour for an edge


@dataclass(frozen=True)
class Theme:
    """Colours as #rrggbb. ``negative``, ``zero`` and ``positive`` are the ends and the middle of
    the signed scale: blue and orange, which colour-blind people can tell apart."""

    name: str
    window: str
    panel: str
    border: str
    edge: str  # of controls: contrast 3 to what is around it, as WCAG 2 asks for
    text: str
    quiet: str
    accent: str
    accent_text: str
    paper: str
    ink: str
    negative: str
    zero: str
    positive: str

    def color(self, role: str) -> QColor:
        """Return the colour in the field of that name."""
        return QColor(getattr(self, role))

    def signed_table(self) -> list[int]:
        """Return 256 colours for QImage: SIGNED_LEVELS from negative to positive, then EMPTY."""
        return _signed_table(self)

    def ink_table(self) -> list[int]:
        """Return 256 colours for QImage, from paper (0) to ink (255)."""
        return _ink_table(self)


LIGHT = Theme(
    name="light", window="#f2f3f6", panel="#ffffff", border="#d9dee7", text="#1b1e24",
    edge="#868d9a", quiet="#626a77", accent="#d9691e", accent_text="#b4510f", paper="#ffffff",
    ink="#1b1e24", negative="#1f6fd9", zero="#ffffff", positive="#d9691e",
)  # fmt: skip
DARK = Theme(
    name="dark", window="#16181c", panel="#1e2026", border="#343942", text="#e8eaed",
    edge="#6d7583", quiet="#9aa1ad", accent="#ff9a3d", accent_text="#ff9a3d", paper="#1e2026",
    ink="#e8eaed", negative="#4aa3ff", zero="#1e2026", positive="#ff9a3d",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_of(widget: QWidget) -> Theme:
    """Return the theme whose palette the widget has."""
    return DARK if widget.palette().color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def apply_theme(application: QApplication, choice: str) -> None:
    """Use a theme from now on. choice: "light", "dark", or "system" for the desktop's."""
    scheme = application.styleHints().colorScheme()
    wanted = "dark" if scheme == Qt.ColorScheme.Dark else "light"
    theme = THEMES.get(choice, THEMES[wanted])
    use_fusion(application)
    palette = _palette(theme)
    application.setPalette(palette)
    palette.setColor(QPalette.ColorRole.Window, QColor(theme.edge).lighter(FUSION_DARKER))
    for kind in EDGED:
        application.setPalette(palette, kind)  # type: ignore[arg-type]  # its bytes are refused
    application.setStyleSheet(_style_sheet(theme))


def use_fusion(application: QApplication) -> None:
    """Use Qt's Fusion style; at the start ``FUSION_ARGUMENTS`` have done that.

    Each other theme gets a new style: where the former one stayed, Qt 6.11 crashed now and then.
    """
    if application.property(_STYLED):
        application.setProperty(_STYLED, False)
    else:
        application.setStyle("Fusion")  # PySide returns the style, whose class takes long to make


def mark_fusion(application: QApplication) -> None:
    """Note that the application has the Fusion style since its start."""
    application.setProperty(_STYLED, True)


def use_font(application: QApplication, font: QFont) -> None:
    """Use a font everywhere; widgets that the style sheet names would keep their own."""
    application.setFont(font)
    sheet = application.styleSheet()
    application.setStyleSheet("")
    application.setStyleSheet(sheet)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    colors = {
        role.Window: theme.window, role.WindowText: theme.text, role.Base: theme.panel,
        role.AlternateBase: theme.window, role.Text: theme.text, role.Button: theme.panel,
        role.ButtonText: theme.text, role.ToolTipBase: theme.panel, role.ToolTipText: theme.text,
        role.Highlight: theme.accent_text, role.HighlightedText: theme.panel,
        role.Link: theme.accent_text,
        role.PlaceholderText: theme.quiet, role.Mid: theme.border, role.Light: theme.panel,
        role.Midlight: theme.border, role.Dark: theme.border, role.Shadow: theme.border,
    }  # fmt: skip
    for key, value in colors.items():
        palette.setColor(key, QColor(value))
    for key in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.quiet))
    return palette


def _style_sheet(theme: Theme) -> str:
    return f"""
    QMainWindow::separator {{ background: {theme.window}; width: 8px; height: 8px; }}
    QMainWindow::separator:hover {{ background: {theme.border}; }}
    QToolBar {{ background: {theme.window}; border: none; spacing: 8px; padding: 4px 10px; }}
    QMenuBar, QStatusBar {{ background: {theme.window}; }}
    QStatusBar::item {{ border: none; }}
    QDockWidget {{ font-weight: 600; }}
    QDockWidget::title {{ background: {theme.window}; padding: 0.5em 10px; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ border: 1px solid {theme.border}; padding: 3px; }}
    """


@cache
def _ink_table(theme: Theme) -> list[int]:
    return _ramp(theme.paper, theme.ink, 256)


@cache
def _signed_table(theme: Theme) -> list[int]:
    half = SIGNED_LEVELS // 2
    below = _ramp(theme.negative, theme.zero, half + 1)
    above = _ramp(theme.zero, theme.positive, half + 1)
    return [*below, *above[1:], QColor(theme.panel).rgba()]


def _ramp(first: str, last: str, count: int) -> list[int]:
    one, other = QColor(first), QColor(last)
    ends = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    colors = []
    for step in range(count):
        part = step / (count - 1)
        red, green, blue = (round(a * (1 - part) + b * part) for a, b in ends)
        colors.append(0xFF000000 | red << 16 | green << 8 | blue)
    return colors
