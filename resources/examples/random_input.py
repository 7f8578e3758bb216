"""A LeNet-5 with tanh and average pooling, as tutorials build it, and a random input.

    python random_input.py

As with `net(torch.randn(1, 1, 32, 32))`, the weights are random, too: the ten probabilities mean
nothing yet, but every layer has its shape and its parameters.
"""

import numpy as np

import lenet_gui

network = lenet_gui.untrained("lenet-5-tanh", seed=0)
inputs = np.random.default_rng(0).standard_normal((1, 1, 32, 32))
activations = network.activations(inputs)

print(f"{'INPUT':8}{inputs.shape!s:18}")
for layer in network.architecture.placed_layers():
    shape = activations[layer.name].shape
    print(f"{layer.name:8}{shape!s:18}{layer.parameters:7,} parameters")

probabilities = activations["OUTPUT"][0]
print(np.round(probabilities, 3), "sum", round(float(probabilities.sum()), 3))
