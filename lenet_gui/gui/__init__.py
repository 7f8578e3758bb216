"""Shows. PySide6; never torch.

**Threads.** Qt classes are made in the window's thread. PySide makes a Python class when its name
is first asked for, and two threads that do so at once can crash; so all names are asked for before
a thread imports pyqtgraph or QtMultimedia (``system/qt_preload.py``), and what is opened later is
imported by the window's thread, one module at a time. Slow work runs in ``system/background.py``,
where only the newest request counts.

**Languages.** ``appearance/languages.py`` installs Qt's translators. ``commands/retranslation.py``
then renames the actions and makes panels, sources and open dialogs anew around the same session,
so no text can stay behind. A widget that holds more than the session knows takes it over from its
predecessor (``take_over``). A running training, the drawing and its undo history stay.

**Pointing.** Panels tell the session which unit the pointer is on. ``Architecture.windows``
returns what it reads, layer by layer down to its receptive field, and every panel that shows a
layer marks it.
"""
