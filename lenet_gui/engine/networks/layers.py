"""The table of the kinds of layer; each has a file, with its arithmetic beside its specification.

A specification knows, for the shape it reads: its output shape, the parameters it trains, the
number of its connections, and what each unit reads (``reads``). ``arithmetic`` binds it to weights
and to buffers, and returns a function that computes one pass; all views are made once, while
binding.

Backward, each kind has two pure functions of weights, source and delta, which is dE/da of each of
its weighted sums a for some E: ``delta_below`` returns dE/dx of each unit x of the source,
``weight_gradients`` returns dE/dw of each parameter by its name, summed over the batch. They bind
nothing and stay out of the forward pass. ``backward.py`` joins them.

Shapes have no batch axis (``shapes.py``); buffers have it in front.
"""

from lenet_gui.engine.networks.convolution import Convolution
from lenet_gui.engine.networks.euclidean_rbf import EuclideanRBF
from lenet_gui.engine.networks.full_connection import FullConnection
from lenet_gui.engine.networks.subsampling import Subsampling

__all__ = ["Convolution", "EuclideanRBF", "FullConnection", "Operation", "Subsampling"]

Operation = Convolution | Subsampling | FullConnection | EuclideanRBF
