"""A training and what belongs to it, made when one of them is first needed."""

import subprocess
import sys

from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.training_parts import TrainingParts
from tests.gui.fake_training import FakeTraining
from tests.helpers import default_recognizer

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.training_parts import TrainingParts

application = QCoreApplication([])
parts = TrainingParts(Session(load_recognizer()), Settings())
print(parts.busy, parts.watch(""), parts.watch("learning"))
parts.shut_down()
print("lenet_gui.gui.training.training_session" in sys.modules)
"""


def test_nothing_is_made_before_it_is_needed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.split() == ["False", "False", "False", "False"]


def test_there_is_one_of_each(trainings: TrainingParts) -> None:
    assert trainings.training is trainings.training
    assert trainings.learning is trainings.learning
    assert trainings.form is trainings.form


def test_the_learning_network_is_chosen_by_its_name(
    trainings: TrainingParts, training: FakeTraining, session: Session
) -> None:
    training.start(TrainingConfig("lenet-5"))
    assert trainings.busy
    assert session.recognizer.name == "learning"
    session.use(default_recognizer())
    assert not trainings.watch("lenet-5")
    assert session.recognizer is default_recognizer()
    assert trainings.watch("learning")
    assert session.recognizer.name == "learning"


def test_the_form_has_the_settings_that_it_is_given(
    trainings: TrainingParts, training: FakeTraining, settings: Settings
) -> None:
    trainings.form.set(rate=0.0123)
    assert settings.text("training/rate", "") == "0.0123"
