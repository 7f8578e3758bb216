"""The LeNet-5 of the Keras articles, trained and evaluated as they do it: Adam, 5 epochs.

    python keras_article.py [SECONDS]

Where they say `model.compile(...)`, `model.fit(...)` and `model.evaluate(...)`, this program has a
preset, a training and an evaluation. 5,000 of the 60,000 digits are set aside for validation.
"""

import sys

import lenet_gui

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0  # 0: five epochs, as in the articles

training = lenet_gui.train(
    "lenet-keras", preset="keras-article", schedule="constant", seconds=seconds
)
print(f"{training.config.learning.optimizer}, {training.config.learning.batch} digits per step")
for step in training:
    if step.validation_error is not None:
        accuracy = 1 - step.validation_error
        print(f"epoch {step.epoch + 1}: loss {step.loss:.4f}, validation accuracy {accuracy:.2%}")

result = lenet_gui.evaluate(training.network)
print(f"test loss {result.loss:.4f}, test accuracy {1 - result.errors / result.count:.2%}")
answer = training.network.recognize(lenet_gui.load_dataset("mnist-test").images[0], paper="black")
print("probabilities of the first digit:", {k: round(v, 3) for k, v in answer.scores.items()})
