"""The table of actions: menus, shortcuts and texts, and the command that each calls."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.commands.action import Action
from lenet_gui.gui.commands.action import action as _action
from lenet_gui.gui.commands.help_actions import HELP_ACTIONS

MENU_ACTIONS: tuple[Action, ...] = (
    _action(
        "open", "file", "documents.open",
        QT_TRANSLATE_NOOP("Action", "&Open …"),
        QT_TRANSLATE_NOOP("Action", "Open drawings, images, videos, checkpoints or labelled data"),
        "Open",
    ),
    _action(
        "samples", "file", "welcome.show_samples",
        QT_TRANSLATE_NOOP("Action", "Sa&mples …"),
        QT_TRANSLATE_NOOP("Action", "Open a drawing or a page that comes with the program"),
        "Ctrl+G",
    ),
    _action(
        "save", "file", "documents.save",
        QT_TRANSLATE_NOOP("Action", "&Save"),
        QT_TRANSLATE_NOOP("Action", "Save the drawing"), "Save", separate=True,
    ),
    _action(
        "save_as", "file", "documents.save_as",
        QT_TRANSLATE_NOOP("Action", "Save &as …"),
        QT_TRANSLATE_NOOP("Action", "Save the drawing, as strokes or as an image"), "Ctrl+Shift+S",
    ),
    _action(
        "recovery", "file", "recovery.use",
        QT_TRANSLATE_NOOP("Action", "&Keep for recovery"),
        QT_TRANSLATE_NOOP(
            "Action", "Keep the drawing on this computer, to offer it after a sudden end"
        ),
        toggles=True, separate=True,
    ),
    _action(
        "quit", "file", "close",
        QT_TRANSLATE_NOOP("Action", "&Quit"),
        QT_TRANSLATE_NOOP("Action", "Close the program"), "Ctrl+Q", separate=True,
    ),
    _action(
        "undo", "edit", "page.undo",
        QT_TRANSLATE_NOOP("Action", "&Undo"),
        QT_TRANSLATE_NOOP("Action", "Undo the last change to the drawing"), "Undo",
    ),
    _action(
        "redo", "edit", "session.undo_stack.redo",
        QT_TRANSLATE_NOOP("Action", "&Redo"),
        QT_TRANSLATE_NOOP("Action", "Redo the last undone change"), "Ctrl+Shift+Z", "Ctrl+Y",
    ),
    _action(
        "copy", "edit", "documents.copy",
        QT_TRANSLATE_NOOP("Action", "&Copy"),
        QT_TRANSLATE_NOOP("Action", "Copy the drawing, as strokes and as an image"), "Copy",
        separate=True,
    ),
    _action(
        "paste", "edit", "documents.paste",
        QT_TRANSLATE_NOOP("Action", "&Paste"),
        QT_TRANSLATE_NOOP("Action", "Paste a copied drawing, image, file or path"), "Paste",
    ),
    _action(
        "copy_text", "edit", "photos.copy_text",
        QT_TRANSLATE_NOOP("Action", "Copy as te&xt"),
        QT_TRANSLATE_NOOP("Action", "Copy all lines read from a picture"), "Ctrl+Shift+C",
    ),
    _action(
        "clear", "edit", "session.clear",
        QT_TRANSLATE_NOOP("Action", "C&lear"),
        QT_TRANSLATE_NOOP("Action", "Clear the page (can be undone)"), "Del", "Ctrl+Backspace",
    ),
    _action(
        "eraser", "edit", "session.set_erasing",
        QT_TRANSLATE_NOOP("Action", "Stroke &eraser"),
        QT_TRANSLATE_NOOP("Action", "Erase whole strokes with the pen"), "E",
        toggles=True, separate=True, local=True,
    ),
    _action(
        "thinner", "edit", "page.thinner",
        QT_TRANSLATE_NOOP("Action", "&Thinner pen"),
        QT_TRANSLATE_NOOP("Action", "Draw thinner lines"), "[", local=True,
    ),
    _action(
        "thicker", "edit", "page.thicker",
        QT_TRANSLATE_NOOP("Action", "T&hicker pen"),
        QT_TRANSLATE_NOOP("Action", "Draw thicker lines"), "]", local=True,
    ),
    _action(
        "random_digit", "source", "photos.random_digit",
        QT_TRANSLATE_NOOP("Action", "&Random MNIST digit"),
        QT_TRANSLATE_NOOP("Action", "Put a random MNIST test digit onto the page"), "Ctrl+R",
        separate=True,
    ),
    _action(
        "camera", "source", "photos.toggle_camera",
        QT_TRANSLATE_NOOP("Action", "&Start or stop the camera"),
        QT_TRANSLATE_NOOP(
            "Action",
            "Start or stop reading the camera, network camera, video or screen",
        ),
        "F9", separate=True,
    ),
    _action(
        "freeze", "source", "photos.freeze",
        QT_TRANSLATE_NOOP("Action", "&Freeze the picture"),
        QT_TRANSLATE_NOOP("Action", "Freeze or resume the live picture"), "Shift+F9",
    ),
    _action(
        "open_checkpoint", "network", "documents.open_checkpoint",
        QT_TRANSLATE_NOOP("Action", "&Open checkpoint …"),
        QT_TRANSLATE_NOOP("Action", "Use a trained network from a file"), "Ctrl+Shift+O",
    ),
    _action(
        "library", "network", "results.show_library",
        QT_TRANSLATE_NOOP("Action", "&Library"),
        QT_TRANSLATE_NOOP(
            "Action",
            "All trained networks: compare, rename, annotate, train further",
        ),
        "Ctrl+L", separate=True,
    ),
    _action(
        "export_network", "network", "network_export.export",
        QT_TRANSLATE_NOOP("Action", "&Export network …"),
        QT_TRANSLATE_NOOP(
            "Action", "Save the network in use as an ONNX model, as weights, or as a PyTorch script"
        ),
        "Ctrl+E",
    ),
    _action(
        "evaluate", "network", "results.evaluate",
        QT_TRANSLATE_NOOP("Action", "&Test this network"),
        QT_TRANSLATE_NOOP(
            "Action",
            "Test the network in use on labelled data, its own test part first",
        ),
        "Ctrl+J",
    ),
    _action(
        "certainty", "network", "dial.show",
        QT_TRANSLATE_NOOP("Action", "&Certainty"),
        QT_TRANSLATE_NOOP(
            "Action",
            "How certain the network must be to answer, and what that costs",
        ),
        "Ctrl+D", separate=True,
    ),
    _action(
        "more_careful", "network", "dial.more_careful",
        QT_TRANSLATE_NOOP("Action", "&More careful"),
        QT_TRANSLATE_NOOP("Action", "Answer less often, with fewer errors"), "F8",
    ),
    _action(
        "less_careful", "network", "dial.less_careful",
        QT_TRANSLATE_NOOP("Action", "Less caref&ul"),
        QT_TRANSLATE_NOOP("Action", "Answer more often, with more errors"), "Shift+F8",
    ),
    _action(
        "train_start", "train", "training.start",
        QT_TRANSLATE_NOOP("Action", "&Start"),
        QT_TRANSLATE_NOOP(
            "Action",
            "Start a training with the settings in the Training panel",
        ), "F5",
    ),
    _action(
        "train_pause", "train", "training.pause",
        QT_TRANSLATE_NOOP("Action", "&Pause"),
        QT_TRANSLATE_NOOP("Action", "Pause or resume the training"), "F6",
    ),
    _action(
        "train_cancel", "train", "training.cancel",
        QT_TRANSLATE_NOOP("Action", "&Cancel"),
        QT_TRANSLATE_NOOP("Action", "Stop the training; the network trained so far can be kept"),
        "Shift+F5",
    ),
    _action(
        "train_options", "train", "training.show_options",
        QT_TRANSLATE_NOOP("Action", "&All settings …"),
        QT_TRANSLATE_NOOP(
            "Action",
            "All training settings, with a preview of the image augmentation",
        ),
        "F7", separate=True,
    ),
    _action(
        "import_data", "train", "training.import_data",
        QT_TRANSLATE_NOOP("Action", "&Import data …"),
        QT_TRANSLATE_NOOP("Action", "Import your own labelled digits as training data"), "Ctrl+I",
    ),
    _action(
        "theme_system", "view", "view.use_theme",
        QT_TRANSLATE_NOOP("Action", "Follow &system theme"),
        QT_TRANSLATE_NOOP("Action", "Use the light or dark theme of the desktop"),
        group="theme", choice="system",
    ),
    _action(
        "theme_light", "view", "view.use_theme",
        QT_TRANSLATE_NOOP("Action", "&Light"),
        QT_TRANSLATE_NOOP("Action", "Dark ink on light paper"), group="theme", choice="light",
    ),
    _action(
        "theme_dark", "view", "view.use_theme",
        QT_TRANSLATE_NOOP("Action", "&Dark"),
        QT_TRANSLATE_NOOP("Action", "Light ink on dark paper"), group="theme", choice="dark",
    ),
    _action(
        "projector", "view", "view.use_projector",
        QT_TRANSLATE_NOOP("Action", "&Projector"),
        QT_TRANSLATE_NOOP(
            "Action", "Fill the screen, with large letters and a large page, for a whole room"
        ),
        "F11", toggles=True, separate=True,
    ),
    _action(
        "auto_clear", "view", "view.use_auto_clear",
        QT_TRANSLATE_NOOP("Action", "&Clear the page by itself"),
        QT_TRANSLATE_NOOP(
            "Action", "Clear the page when nobody has drawn for a while, as for an exhibition"
        ),
        toggles=True,
    ),
    _action(
        "still", "view", "view.use_stillness",
        QT_TRANSLATE_NOOP("Action", "Reduce &motion"),
        QT_TRANSLATE_NOOP("Action", "Stop blinking, and update live displays once a second"),
        toggles=True,
    ),
    _action(
        "language_system", "language", "view.use_language",
        QT_TRANSLATE_NOOP("Action", "&Language of the desktop"),
        QT_TRANSLATE_NOOP("Action", "Use the desktop's language if it is supported"),
        group="language", choice="system",
    ),
    # Languages are named in themselves, for people who cannot read the current one.
    _action(
        "language_en", "language", "view.use_language",
        "&English", "All texts in English", group="language", choice="en",
    ),
    _action(
        "language_zh_CN", "language", "view.use_language",
        "&中文（简体）", "所有文字使用简体中文", group="language", choice="zh_CN",
    ),
    _action(
        "reset_layout", "view", "workspaces.reset",
        QT_TRANSLATE_NOOP("Action", "Reset t&his workspace"),
        QT_TRANSLATE_NOOP("Action", "Move the panels of this workspace back to where they were"),
        separate=True,
    ),
    _action(
        "reset_all", "view", "workspaces.reset_all",
        QT_TRANSLATE_NOOP("Action", "Reset all &workspaces"),
        QT_TRANSLATE_NOOP("Action", "Move the panels of every workspace back to where they were"),
    ),
    *HELP_ACTIONS,
)  # fmt: skip
