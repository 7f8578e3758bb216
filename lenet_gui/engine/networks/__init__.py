"""Networks: layers, activation functions, architectures, the forward and the backward pass.

An architecture is data: a tuple of layer specifications. Each kind of layer has its specification
and its numpy arithmetic, forward and backward, side by side (one file each; ``layers`` is their
table; ``activation_functions``); ``network`` binds them to weights. ``losses`` and ``backward``
compute derivatives, and cost the forward pass nothing.

Sections and equations refer to LeCun, Bottou, Bengio, Haffner: "Gradient-based learning applied to
document recognition", Proc. IEEE 86(11), 1998 ("the 1998 paper").
"""
