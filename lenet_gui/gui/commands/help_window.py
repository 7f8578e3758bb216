"""Help that works offline: what the window shows, and every shortcut of the table of actions."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from lenet_gui import __version__
from lenet_gui.gui.commands.action_table import MENU_ACTIONS
from lenet_gui.gui.commands.menus import key_sequences
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.wording.phrases import plain
from lenet_gui.gui.workspaces import WORKSPACES

TEXT_MARGIN = 14  # pixels around the text


class HelpWindow(QDialog):
    """A text to read beside the main window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How to use lenet_gui"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)
        text = QTextBrowser()
        text.setObjectName("help-text")
        tip = self.tr("What the window shows, and all shortcuts; arrow keys scroll")
        explain(text, self.tr("Help"), tip)
        text.setToolTip("")  # it would cover the text
        text.document().setDocumentMargin(TEXT_MARGIN)
        text.setHtml(self._introduction() + self._shortcuts())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        explain(close, self.tr("Close"), self.tr("Close this window (Esc)"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(buttons)

    def anew(self, window: QWidget) -> HelpWindow:
        """Return a window like this one in the language that is in use now."""
        return HelpWindow(window)

    def _introduction(self) -> str:
        paragraphs = (
            self.tr("<h2>Draw a digit</h2>"),
            self.tr(
                "Draw with mouse, pen or finger. The network reads while you draw. The answer is "
                "below the page, with the runner-up and the margin between them. If the network "
                "is not certain enough, it answers <i>Not sure</i> and says why."
            ),
            self.tr(
                "The <b>dial</b> below the answer sets how many mistakes in 100 answers are "
                "allowed: turn it right to make the network more careful. <b>Certainty</b> shows "
                "what that costs, and chooses the rule by which digits are rejected. Each "
                "network keeps its own dial position."
            ),
            self.tr(
                "<b>Camera</b> reads paper in front of a camera, the stream of a network camera, "
                "a video, or the screen; <b>Picture</b> reads one or many photos. Blue boxes "
                "hold digits that were read, grey boxes ink that was rejected. All panels show "
                "the digit in the orange box; click another one to select it and put its ink "
                "onto the page. The camera is off whenever its picture is hidden."
            ),
            self.tr(
                "<b>Network</b> shows the activations of every layer, from the input on the left "
                "to the output on the right. Orange is positive, blue negative; all maps of a "
                "layer share the scale below them. Point at a unit to see its value, the maps "
                "that it reads, and its receptive field on the page."
            ),
            self.tr(
                "<b>Normalisation</b> shows how the ink is prepared for the network, "
                "<b>Kernels</b> the trained weights of C1 and C3, <b>Connection table</b> which "
                "maps of S2 each map of C3 reads."
            ),
            self.tr(
                "The row at the top chooses a <b>workspace</b>: an arrangement of panels around "
                "the same page. You can move, float and close panels in each; the View menu shows "
                "them again, and resets the workspace. The tabs over the page choose where the "
                "digits come from."
            ),
            self.tr(
                "<b>Training</b> trains a network on this computer. Choose how long, press "
                "Start, and draw while it learns: the network in training reads your digits. You "
                "can pause or stop it and resume later; its progress is saved."
            ),
            self.tr(
                "<b>Result</b> shows how well a network reads digits that it was not trained on: "
                "click a cell of the table to see its digits, and a digit to put it onto the "
                "page. <b>Library</b> holds the networks that you kept: use one, rename it, "
                "annotate it, train it further, or compare two on the same digits."
            ),
            self.tr(
                "The <b>Network</b> list in the toolbar chooses the trained network. You can "
                "open, paste or drop checkpoints, drawings and images, and networks of PyTorch, "
                "ONNX and Keras, which are imported: a table shows what became what."
            ),
            self.tr(
                "<b>Glossary</b> (F3) explains every term in plain words, with numbers of the "
                "network in use. The question mark in the heading of a panel opens it there; so "
                "do the links of <b>What is this?</b> (Shift+F1)."
            ),
            self.tr(
                "From Python, <b>import lenet_gui</b> loads networks, reads pictures, trains and "
                "evaluates; <b>help(lenet_gui)</b> explains it."
            ),
        )
        return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)

    def _shortcuts(self) -> str:
        rows = [
            (
                _keys(record.shortcuts),
                QCoreApplication.translate("Action", record.tip),
            )
            for record in MENU_ACTIONS
            if record.shortcuts
        ]
        named = [("Workspace", workspace.title, workspace.key) for workspace in WORKSPACES]
        named += [("Panel", panel.title, panel.key) for panel in PANELS]
        rows += [
            (_keys((key,)), plain(QCoreApplication.translate(context, title)))
            for context, title, key in named
        ]
        rows += [
            (self.tr("Shift while drawing"), self.tr("Draw a straight segment")),
            (self.tr("Esc while drawing"), self.tr("Discard the stroke")),
            (self.tr("Ctrl and wheel"), self.tr("Change the pen width")),
            (self.tr("Arrow keys, Enter in Camera, Picture"), self.tr("Go from digit to digit")),
            (self.tr("+, -, 0 in Camera, Picture"), self.tr("Zoom in, zoom out, show all")),
            (self.tr("Space in Camera"), self.tr("Freeze the picture")),
            (self.tr("Arrow keys in Network"), self.tr("Go from unit to unit")),
            (self.tr("Page Up, Page Down in Network"), self.tr("Go from map to map")),
            (self.tr("Home, End in Network"), self.tr("Go from layer to layer")),
            (self.tr("Arrow keys, Enter in Result"), self.tr("Show the digits of a cell")),
            (self.tr("Enter, F2, Del in Library"), self.tr("Use, rename, delete")),
        ]
        table = "".join(
            f"<tr><td><b>{escape(keys)}</b>&nbsp;&nbsp;</td><td>{escape(tip)}</td></tr>"
            for keys, tip in rows
        )
        heading = self.tr("Shortcuts")
        return f"<h2>{heading}</h2><table>{table}</table>"


def _keys(shortcuts: tuple[str, ...]) -> str:
    """Return the first key of each; standard keys have others that few keyboards know."""
    native = QKeySequence.SequenceFormat.NativeText
    first = [key_sequences((shortcut,))[:1] for shortcut in shortcuts]
    return ", ".join(sequence.toString(native) for keys in first for sequence in keys)


def about_text() -> str:
    """Return version, credits and licences as rich text."""
    return QCoreApplication.translate(
        "About",
        "<h3>lenet_gui {0}</h3>"
        "<p>LeNet-5, the network of Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner "
        "(<i>Gradient-based learning applied to document recognition</i>, Proc. IEEE 86(11), "
        "1998), reads the digits you draw.</p>"
        "<p>lenet_gui is free under the MIT licence. It uses Qt and PySide6 under the GNU Lesser "
        "General Public License 3 (LGPL), PyTorch and NumPy under BSD licences, Pillow under the "
        "MIT-CMU licence, OpenCV, ONNX and safetensors under the Apache licence 2.0, PyQtGraph and "
        "platformdirs under the MIT licence, and tqdm under the MPL 2.0 and MIT licences.</p>"
        "<p>MNIST: Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.</p>",
    ).format(__version__)
