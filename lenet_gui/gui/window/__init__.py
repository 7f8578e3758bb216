"""The main window: docks, toolbar, status bar, and how it is assembled."""
