"""A stack of widgets that is as large as the one it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class FittedStack(QStackedWidget):
    """A stack with the size of the widget it shows; Qt's own has the size of its largest one."""

    def show_only(self, shown: QWidget) -> None:
        """Show a widget of the stack; call this in place of ``setCurrentWidget``."""
        for place in range(self.count()):
            page = self.widget(place)
            if page is not None:
                fit = QSizePolicy.Policy.Preferred if page is shown else QSizePolicy.Policy.Ignored
                page.setSizePolicy(fit, fit)
        self.setCurrentWidget(shown)
