"""The second and third step of the import dialog: reading and summary."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.printable import visible
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.data.summary import Summary
from lenet_gui.gui.importing.class_table import ClassTable
from lenet_gui.gui.importing.form_row import FormRow
from lenet_gui.gui.importing.invitation import TroubleLine
from lenet_gui.gui.importing.split_bar import SplitBar
from lenet_gui.gui.importing.words import kind_words, split_words, warnings
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain, explain_button
from lenet_gui.gui.widgets.plain_text import PlainLabel


class ReadingPage(QWidget):
    """The step with the progress of the reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setObjectName("import-progress")
        explain(self.bar, self.tr("Reading progress"), self.tr("Reading progress"))
        self.remaining = PlainLabel()
        self.remaining.setObjectName("import-remaining")
        self.remaining.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cancel = QPushButton(self.tr("Ca&ncel"))
        self.cancel.setObjectName("cancel-import")
        explain_button(self.cancel, self.tr("Stop reading; nothing is imported"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(60, 0, 60, 0)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addWidget(self.remaining)
        layout.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def begin(self, name: str) -> None:
        """Show that ``name`` is being read."""
        self.title.set_name(self.tr("Reading {0} …").format(name))
        self.show_progress(-1.0, -1.0)

    @Slot(float, float)
    def show_progress(self, part: float, seconds: float) -> None:
        """Show the progress. part: 0..1, or -1 if unknown; seconds: that remain, or -1."""
        self.bar.setRange(0, 0 if part < 0 else 1000)
        self.bar.setValue(round(1000 * part) if part >= 0 else 0)
        text = self.tr("About {0} s left").format(self.locale().toString(round(seconds)))
        self.remaining.setText(text if seconds >= 0 else " ")


class SummaryPage(QWidget):
    """The step with the contents of the data, its split, and warnings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.facts = ElidedLabel(), PlainLabel()
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.name.setFont(font)
        self.facts.setObjectName("import-facts")
        self.facts.setWordWrap(True)
        self.table = ClassTable()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.StyledPanel)
        explain(
            scroll,
            self.table.accessibleName(),
            self.tr("Random samples of each class, as the network sees them"),
        )
        scroll.setWidget(self.table)
        self.others = QPushButton(self.tr("Other e&xamples"))
        self.others.setObjectName("other-examples")
        explain_button(self.others, self.tr("Show other random samples of each class"))
        self.others.clicked.connect(self.table.show_others)
        self.split_bar = SplitBar()
        self.split_text = PlainLabel()
        self.split_text.setObjectName("import-split")
        self.split_text.setWordWrap(True)
        self.form = FormRow()
        self.notice = TroubleLine("import-warnings")
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.others)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.facts)
        layout.addWidget(self.form)
        layout.addWidget(scroll, 1)
        layout.addSpacing(4)
        layout.addWidget(self.split_bar)
        layout.addWidget(self.split_text)
        layout.addWidget(self.notice)

    def show_summary(self, summary: Summary) -> None:
        """Show a data set."""
        number = self.locale().toString
        self.name.set_name(visible(summary.dataset.name))
        facts = [
            kind_words(summary),
            self.tr("Samples: {0}").format(number(len(summary.dataset))),
            self.tr("Classes: {0}").format(number(len(summary.class_names))),
        ]
        if summary.writers:
            facts.append(self.tr("Writers: {0}").format(number(summary.writers)))
        self.facts.setText("   ·   ".join(facts))
        self.form.show_form(source_name(summary.source).form, summary.dataset.kind)
        self.table.show_summary(summary)
        split = summary.split
        self.split_bar.setVisible(split is not None)
        self.split_text.setVisible(split is not None)
        if split is not None:
            self.split_bar.show_counts(split.training, split.validation, split.test)
            self.split_text.setText(split_words(summary, split))
        said = [] if summary.problem is None else [sentence(summary.problem)]
        self.notice.say("\n".join([*said, *warnings(summary)]))
