"""Networks: layers, activation functions, architectures, and the forward pass.

An architecture is data: a tuple of layer specifications. Each kind of layer has its specification
and its numpy arithmetic side by side (``layers``, ``subsampling``, ``activation_functions``);
``network`` binds them to weights. Sections and equations refer to LeCun, Bottou, Bengio, Haffner:
"Gradient-based learning applied to document recognition", Proc. IEEE 86(11), 1998 ("the 1998
paper").
"""
