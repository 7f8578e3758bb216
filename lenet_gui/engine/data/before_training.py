"""Tells before a training reads its data which classes there are, and what will be lost."""

from __future__ import annotations

from collections.abc import Sequence

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.class_lists import in_order
from lenet_gui.engine.data.datasets import MNIST_PARTS, forget, load_dataset
from lenet_gui.engine.data.formats.class_folders import class_folders, data_in
from lenet_gui.engine.data.pictures_as_seen import MAX_SAMPLES
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.networks.architecture import DIGITS, Architecture
from lenet_gui.engine.storage.files import cannot_read


def classes_in(source: str) -> tuple[str, ...]:
    """Return the class names of a data source, in order; of class folders, without their pictures.

    Raises BadInput if it cannot be read.
    """
    if source == "mnist" or source in MNIST_PARTS:
        return DIGITS
    path = source_name(source).path
    try:
        folder = data_in(path) if path.is_dir() else None
        if folder is not None and folder.is_dir():
            files = class_folders(path, folder, MAX_SAMPLES).files
            return in_order(label for label, _ in files)
    except OSError as error:
        raise cannot_read(path, error) from None
    names = load_dataset(source).class_names()
    forget()  # only the worker trains with it
    return names


def classes_by_source(sources: tuple[str, ...]) -> dict[str, tuple[str, ...] | BadInput]:
    """Return the classes of each source, or why it cannot be read."""
    found: dict[str, tuple[str, ...] | BadInput] = {}
    for source in sources:
        try:
            found[source] = classes_in(source)
        except BadInput as error:
            found[source] = error
    return found


def channels_remark(architecture: Architecture, sources: Sequence[str]) -> BadInput | None:
    """Return a remark if channels for colours will all get the same ink; None if not.

    sources: the data to learn from. MNIST is grey, so that nothing of it is lost.
    """
    own = [source for source in sources if source != "mnist" and source not in MNIST_PARTS]
    if architecture.sees == "picture" or architecture.input_shape[0] == 1 or not own:
        return None
    return BadInput(
        "{name} has {count} channels, but sees ink: all of them get the same. To see colours, it "
        "must see pictures (--sees picture).",
        name=architecture.name,
        count=architecture.input_shape[0],
    )
