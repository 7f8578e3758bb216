"""Pages of which one is shown, no larger than that one needs."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class FittedStack(QStackedWidget):
    """Where Qt's own stack is as large as its largest page, this one is as large as what it
    shows."""

    def show_only(self, shown: QWidget) -> None:
        """Show that page."""
        for place in range(self.count()):
            page = self.widget(place)
            if page is not None:
                fit = QSizePolicy.Policy.Preferred if page is shown else QSizePolicy.Policy.Ignored
                page.setSizePolicy(fit, fit)
        self.setCurrentWidget(shown)
