"""Which readers there should be, and how good each must be. All figures in percent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """name: of a reader; what: for the README. mnist, pens: the error must not be larger;
    the aims are wishes. seeds: its mean over three trainings is reported, too."""

    name: str
    what: str
    mnist: float
    mnist_aim: float | None = None
    pens: float | None = None
    pens_aim: float | None = None
    seeds: bool = False


NETWORKS: tuple[Plan, ...] = (
    Plan("lenet-5", "the network of 1998 as published", 0.60, 0.50, seeds=True),
    Plan("lenet-5-tanh", "full C3, average pooling, tanh, softmax", 1.0),
    Plan("lenet-5-modern", "full C3, max blur pooling, ReLU, softmax", 0.45, 0.35, seeds=True),
    Plan("lenet-sigmoid", "28x28 input, sigmoid, max pooling", 1.2, 1.0),
    Plan("lenet-relu", "three channels, ReLU, max pooling, any number of classes", 1.0),
    Plan("lenet-keras", "28x28 input, padded C1, tanh, average pooling", 1.0),
    Plan("lenet-5-modern-pen", "`lenet-5-modern`, trained on pens, too", 0.5, None, 1.5, 1.0),
    Plan("lenet-5-pen", "`lenet-5`, trained on pens, too", 0.7, None, 2.0, 1.2),
)

PENS_REJECTED, MNIST_REJECTED = 3.0, 1.0  # at most, by the reader that is used by default
SIGNS_REJECTED, SCRIBBLES_REJECTED = 90.0, 90.0  # at least
REJECTED_PART, ERROR_THEN = 2.0, 0.1  # of MNIST's test digits

PAPER = (
    "LeNet-5 in the paper of 1998: 60,000 parameters, 340,908 connections, 0.95 % errors on "
    "MNIST's test digits, 0.80 % with distortions; 2 to 3 days of a 200 MHz processor. "
    "The network of 1990: 1 % errors at 9 % rejects, on other digits."
)
