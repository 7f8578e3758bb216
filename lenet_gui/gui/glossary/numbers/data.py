"""Numbers of the data that a network learned from."""

from __future__ import annotations

from lenet_gui.common.printable import visible
from lenet_gui.gui.glossary.numbers.sentences import not_recorded, short, translate, whole
from lenet_gui.gui.glossary.open_network import MOST_LETTERS, OpenNetwork

MOST_SOURCES = 4  # named in a sentence


def training_data(network: OpenNetwork) -> tuple[str, ...]:
    samples, sources = network.recorded_count("samples"), network.recorded("sources")
    said = []
    if samples:
        text = translate("TermNumbers", "This network learned from {0} samples.")
        said.append(text.format(whole(samples)))
    if sources:
        names = [visible(name)[-MOST_LETTERS:] for name in sources[:MOST_SOURCES]]
        names += ["…"] * (len(sources) > MOST_SOURCES)
        said.append(translate("TermNumbers", "Sources: {0}.").format(", ".join(names)))
    return tuple(said) or not_recorded()


def validation_data(network: OpenNetwork) -> tuple[str, ...]:
    samples = network.recorded_count("validation_samples")
    if not samples:
        return not_recorded()
    text = translate("TermNumbers", "{0} samples were set aside for this network.")
    return (text.format(whole(samples)),)


def overfitting(network: OpenNetwork) -> tuple[str, ...]:
    parameters, samples = network.architecture.parameters, network.recorded_count("samples")
    if not samples:
        text = translate("TermNumbers", "This network has {0} parameters.")
        return (text.format(whole(parameters)),)
    text = translate("TermNumbers", "{0} parameters learned from {1} samples.")
    return (text.format(whole(parameters), whole(samples)),)


def augmentation(network: OpenNetwork) -> tuple[str, ...]:
    copies, ranges = (
        network.recorded(field) for field in ("stroke_augmentations", "image_augmentation")
    )
    said = []
    if copies:
        text = translate("TermNumbers", "Copies of each drawing by other hands: {0}.")
        said.append(text.format(whole(copies)))
    if ranges is not None:
        text = translate(
            "TermNumbers", "Images were turned by up to ±{0}° and moved by ±{1} pixels."
        )
        said.append(text.format(short(ranges.rotation), short(ranges.shift)))
    return tuple(said) or (
        translate("TermNumbers", "None is recorded for the training of this network."),
    )


def distillation(network: OpenNetwork) -> tuple[str, ...]:
    teachers, part = network.recorded("teachers"), network.recorded("distillation")
    if not teachers:
        return (translate("TermNumbers", "This network learned from labels alone."),)
    text = translate("TermNumbers", "Teachers: {0}; they made {1} of the loss.")
    return (text.format(len(teachers), short(part if part is not None else 0.0)),)


def mnist(network: OpenNetwork) -> tuple[str, ...]:
    sources = network.recorded("sources")
    if sources is None:
        return not_recorded()
    if {"mnist", "mnist-train"} & set(sources):
        return (translate("TermNumbers", "This network learned from MNIST."),)
    return (translate("TermNumbers", "This network did not learn from MNIST."),)
