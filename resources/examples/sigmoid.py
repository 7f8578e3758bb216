"""A LeNet with sigmoid and max pooling on 28x28 digits, trained, tested and saved.

    python sigmoid.py [SECONDS]

Sigmoids learn slowly at first: look at the validation error of the first seconds.
"""

import sys

import lenet_gui

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0

training = lenet_gui.train("lenet-sigmoid", seconds=seconds, seed=1)
for step in training:
    if step.validation_error is not None:
        print(
            f"{step.seconds:4.0f} s: {step.validation_error:.2%} of the validation digits misread"
        )

network = training.network
result = lenet_gui.evaluate(network)
print(f"{result.errors} of {result.count:,} test digits misread")

network.save("sigmoid.safetensors", replace=True)
test = lenet_gui.load_dataset("mnist-test")
answer = lenet_gui.load("sigmoid.safetensors").recognize(test.images[0], paper="black")
print(f"the first test digit, a {test.labels[0]}, looks most like a {answer.ranking[0]}")
