"""LeNet-5 as published in 1998: it reads test digits, shows its layers, and is tested.

    python lenet_5_of_1998.py

Its outputs are penalties, squared distances from a drawn code of each digit: small is good.
"""

import lenet_gui

network = lenet_gui.load("lenet-5")
print(f"{network.name}: {network.architecture.parameters:,} trainable parameters")

test = lenet_gui.load_dataset("mnist-test")
for image, label in zip(test.images[:5], test.labels[:5], strict=True):
    answer = network.recognize(image, paper="black")  # MNIST's ink is light on dark
    first, second = answer.ranking[:2]
    print(
        f"a {label} is read as {answer.label}: penalty {answer.scores[first]:.1f}, "
        f"then {second} with {answer.scores[second]:.1f}"
    )

for layer, values in answer.activations.items():
    print(f"{layer:7}{values.shape!s:14}{values.min():7.2f} to {values.max():.2f}")

result = lenet_gui.evaluate(network, test)
print(f"{result.errors} of {result.count:,} test digits are misread")
