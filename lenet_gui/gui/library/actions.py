"""The actions of the library: a row of buttons and a menu, made from one table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.widgets.plain_text import describe
from lenet_gui.gui.wording.phrases import plain

ARROW = 8  # pixels: width of a button's arrow that shows that it has a menu

# Name of the panel's method, text, tip, key handled by the table, whether it has a button.
LIBRARY_ACTIONS: tuple[tuple[str, str, str, str, bool], ...] = (
    (
        "read",
        QT_TRANSLATE_NOOP("Library", "&Use this network"),
        QT_TRANSLATE_NOOP("Library", "Read with this network from now on"),
        "Return",
        True,
    ),
    (
        "train_further",
        QT_TRANSLATE_NOOP("Library", "&Train further"),
        QT_TRANSLATE_NOOP("Library", "Start a training from the weights of this network"),
        "",
        True,
    ),
    (
        "compare",
        QT_TRANSLATE_NOOP("Library", "&Compare"),
        QT_TRANSLATE_NOOP("Library", "Select two networks to compare them on the same digits"),
        "",
        True,
    ),
    (
        "rename",
        QT_TRANSLATE_NOOP("Library", "Re&name"),
        QT_TRANSLATE_NOOP("Library", "Rename this network"),
        "F2",
        False,
    ),
    (
        "edit_note",
        QT_TRANSLATE_NOOP("Library", "N&ote"),
        QT_TRANSLATE_NOOP("Library", "Edit the note saved with this network"),
        "",
        False,
    ),
    (
        "export",
        QT_TRANSLATE_NOOP("Library", "E&xport …"),
        QT_TRANSLATE_NOOP(
            "Library", "Export this network as an ONNX model, as weights, or as a script"
        ),
        "",
        False,
    ),
    (
        "show_folder",
        QT_TRANSLATE_NOOP("Library", "Show &folder"),
        QT_TRANSLATE_NOOP("Library", "Open the folder that contains your networks"),
        "",
        False,
    ),
    (
        "delete",
        QT_TRANSLATE_NOOP("Library", "&Delete …"),
        QT_TRANSLATE_NOOP("Library", "Delete this network from the library (asks first)"),
        "Del",
        True,
    ),
)


class LibraryActions(QWidget):
    """Buttons for the most frequent actions, and a button whose menu has all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_by_name: dict[str, QAction] = {}
        self.whole_menu = QMenu(self)
        self.whole_menu.setToolTipsVisible(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, text, tip, key, has_button in LIBRARY_ACTIONS:
            action = QAction(_translate(text), self)
            describe(action, _translate(tip))
            if key:
                action.setShortcut(QKeySequence(key))
                # The table handles the key itself; here it is only shown beside the text.
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.actions_by_name[name] = action
            self.whole_menu.addAction(action)
            if has_button:
                row.addWidget(_button(name, action))
        row.addWidget(self._more_button())
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def _more_button(self) -> QToolButton:
        more = QToolButton()
        more.setObjectName("library-more")
        more.setText(self.tr("&More"))
        more.setMenu(self.whole_menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMinimumWidth(more.sizeHint().width() + 2 * ARROW)
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        explain(more, self.tr("More"), self.tr("Rename, note, export, show the folder"))
        return more


def _button(name: str, action: QAction) -> QToolButton:
    made = QToolButton()
    made.setObjectName(f"library-{name.replace('_', '-')}")
    made.setDefaultAction(action)
    made.setText(action.text())
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    explain(made, plain(action.text()), action.toolTip())
    return made


def _translate(text: str) -> str:
    return QCoreApplication.translate("Library", text)
