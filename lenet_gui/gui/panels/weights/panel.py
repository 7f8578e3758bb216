"""The weights panel: choose a layer, see all its weights and how they are distributed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lenet_gui.common.values import WeightPlace
from lenet_gui.gui.panels.weights.histogram import WeightHistogram
from lenet_gui.gui.panels.weights.layer_weights import LayerWeights
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.quiet_tabs import QuietTabs


class WeightsPanel(QWidget):
    """A tab for each layer that has weights; they follow a training.

    A unit or a weight that is pinned brings its layer.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self.setObjectName("weights")
        self.setAccessibleName(self.tr("Weights"))
        self.setWhatsThis(
            self.tr(
                "All trained numbers of a layer: weights, biases, and the coefficients of "
                "subsampling. Point at one to see its value; click to pin it. The bars show how "
                "many weights there are of each size."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.tabs = QuietTabs()
        self.tabs.setAccessibleName(self.tr("Layer"))
        self.view = LayerWeights(session)
        self.histogram = WeightHistogram()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.view)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.histogram)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addLayout(row, 1)
        self.tabs.currentChanged.connect(self._refresh)
        session.network_changed.connect(self._change_network)
        session.weights_changed.connect(self._refresh)
        session.pins.changed.connect(self._bring)
        session.unit_pointed.connect(self._mark)
        self._change_network()
        self._bring(session.pins.pinned)

    def sizeHint(self) -> QSize:
        return QSize(620, 240)

    @property
    def layers(self) -> list[str]:
        """The names of the layers that have weights or codes, from the input on."""
        placed = self._session.recognizer.architecture.placed_layers()
        penalties = self._session.recognizer.architecture.score_kind == "penalty"
        return [p.name for p in placed if p.parameters or (penalties and p.name == "OUTPUT")]

    @Slot()
    def _change_network(self) -> None:
        chosen = self.tabs.tabText(max(self.tabs.currentIndex(), 0))
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for layer in self.layers:
            self.tabs.addTab(layer)
        self.tabs.blockSignals(False)
        self.tabs.mark(self.layers.index(chosen) if chosen in self.layers else 0)
        self._refresh()

    @Slot(object)
    def _bring(self, place: object) -> None:
        layer = getattr(place, "layer", "")
        if layer in self.layers:
            self.tabs.mark(self.layers.index(layer))
            self._mark()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._stale = not self.isVisible()
        if self._stale or self.tabs.count() == 0:
            return
        self.view.show_layer(self.layers[self.tabs.currentIndex()])
        trained = [grid.values.ravel() for grid in self.view.grids[:1] if grid.trained]
        values = np.concatenate(trained) if trained else np.empty(0)
        self.histogram.show_values(values[~np.isnan(values)])
        self.histogram.setVisible(bool(trained))
        self._mark()

    @Slot()
    def _mark(self) -> None:
        place, grids = self._session.looked_at, self.view.grids
        shown = isinstance(place, WeightPlace) and grids and place.layer == grids[0].layer
        value = None
        if isinstance(place, WeightPlace) and shown and place.parameter == grids[0].parameter:
            value = float(grids[0].values[grids[0].cell(place)])
        self.histogram.show_mark(value)
