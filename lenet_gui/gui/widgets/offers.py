"""Protocols: abilities that a panel, a source or a dialog may offer beyond being a widget.

A widget offers something by having the method or attribute; it need not inherit from these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QDialog, QWidget

    from lenet_gui.gui.photos.photo_viewer import PhotoViewer


@runtime_checkable
class OffersTable(Protocol):
    """A panel whose figures can be exported."""

    def as_csv(self) -> str:
        """Return the figures as CSV, or an empty text while there are none."""


@runtime_checkable
class TakesOver(Protocol):
    """A widget that shows more than the session knows."""

    def take_over(self, former: Any) -> None:
        """Take that from ``former``, a widget of the same class in another language."""


@runtime_checkable
class Reopens(Protocol):
    """A dialog that may stay open while the language changes."""

    def anew(self, window: QWidget) -> QDialog:
        """Return a dialog like this one in the language that is in use now."""


@runtime_checkable
class Refreshes(Protocol):
    """A panel that shows what another program may change."""

    def refresh(self) -> None:
        """Look again."""


@runtime_checkable
class ShowsPhotos(Protocol):
    """A source that shows photographs and what was read in them."""

    @property
    def viewer(self) -> PhotoViewer:
        """Reads and shows the photograph that is looked at."""


@runtime_checkable
class TellsFailures(Protocol):
    """A source that cannot tell errors itself."""

    @property
    def failed(self) -> SignalInstance:
        """Carries the error."""


@runtime_checkable
class ShowsLayers(Protocol):
    """A panel that explains layers."""

    def show_layer(self, name: str) -> None:
        """Show a layer, or "INPUT"."""
