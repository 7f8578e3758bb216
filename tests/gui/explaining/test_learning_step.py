"""Steps of a copy: who reads the page, and what a training notices of it."""

import pytest
from PySide6.QtCore import QObject

from lenet_gui.common.recipes import best_recipe
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.gui.explaining.learning_step import LearningStep
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.training.training_parts import TrainingParts
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import FOUR, SEVEN, draw, idle


@pytest.fixture
def learning(session: Session, trainings: TrainingParts) -> LearningStep:
    draw(session, FOUR)
    learning = LearningStep(session, trainings)
    learning.watch(session)
    return learning


def test_the_right_class_is_the_answer_until_it_is_chosen(
    session: Session, learning: LearningStep
) -> None:
    assert learning.label == 4
    session.clear()
    idle()
    assert learning.label is None
    assert learning.lesson is None
    draw(session, SEVEN)
    assert learning.label == 7
    learning.choose(1)
    assert learning.label == 1
    draw(session, [[(200, 300), (360, 300)]])
    assert learning.label == 1
    session.clear()
    idle()
    draw(session, FOUR)
    assert learning.label == 4


def test_a_copy_reads_and_the_original_stays_as_it_is(
    session: Session, learning: LearningStep
) -> None:
    original = session.recognizer
    weights = {name: values.copy() for name, values in original.checkpoint.weights.items()}
    learning.choose(9)
    for steps in (1, 2, 3):
        learning.take(0.001)
        assert learning.steps == steps
        assert session.recognizer is not original
        assert session.recognizer.name == f"{original.name}, changed"
        assert session.recognition.network == session.recognizer.name
        assert session.recognizer.rule == original.rule
    assert all((original.checkpoint.weights[name] == weights[name]).all() for name in weights)


def test_steps_are_undone_one_by_one(session: Session, learning: LearningStep) -> None:
    learning.choose(9)
    losses = []
    for _ in range(3):
        assert learning.lesson is not None
        losses.append(learning.lesson.loss.value)
        learning.take(0.001)
    assert losses == sorted(losses, reverse=True)
    for loss in reversed(losses):
        assert learning.can_undo
        learning.undo()
        assert learning.lesson.loss.value == pytest.approx(loss, rel=1e-6)
    assert learning.steps == 0
    assert not learning.can_undo
    learning.undo()
    assert learning.steps == 0


def test_another_step_after_undo_is_the_only_one_ahead(
    session: Session, learning: LearningStep
) -> None:
    learning.choose(9)
    learning.take(0.001)
    learning.take(0.001)
    learning.undo()
    learning.take(0.0001)
    assert learning.steps == 2
    learning.undo()
    learning.undo()
    assert learning.steps == 0


def test_what_the_step_did_is_told_only_of_the_same_page(
    session: Session, learning: LearningStep
) -> None:
    learning.choose(9)
    assert learning.lesson is not None
    before = learning.lesson.loss.value
    learning.take(0.001)
    assert learning.last is not None
    assert learning.last.before == pytest.approx(before)
    assert learning.last.after == learning.lesson.loss.value
    draw(session, [[(200, 300), (360, 300)]])
    assert learning.last is None


def test_back_to_the_start(session: Session, learning: LearningStep) -> None:
    original = session.recognizer
    learning.choose(9)
    for _ in range(3):
        learning.take(0.01)
    assert session.recognition.ranking[0] == 9
    learning.back_to_start()
    assert session.recognizer is original
    assert session.recognition.ranking[0] == 4


def test_when_no_panel_watches_all_is_as_before(session: Session, learning: LearningStep) -> None:
    original, other = session.recognizer, QObject(session)
    learning.watch(other)
    learning.show_layers(3)
    learning.take(0.001)
    learning.unwatch(other)
    idle()
    assert learning.steps == 1
    assert set(session.gradients) == {"OUTPUT", "F6", "C5"}
    learning.unwatch(session)
    learning.watch(session)  # as when a panel is made anew in another language
    idle()
    assert learning.steps == 1
    learning.unwatch(session)
    idle()
    assert session.recognizer is original
    assert not session.gradients


def test_another_network_is_read_with_at_once(session: Session, learning: LearningStep) -> None:
    learning.show_layers(8)
    learning.take(0.001)
    session.use(load_recognizer("lenet-5"))
    assert learning.steps == 0
    assert learning.lesson is not None
    assert learning.lesson.criterion.name == "map"
    assert session.gradients["C3"].shape == (16, 10, 10)
    learning.take(0.001)
    assert session.recognizer.name == "lenet-5, changed"


def test_the_network_that_a_training_changes_takes_no_step(
    session: Session, trainings: TrainingParts, training: FakeTraining, learning: LearningStep
) -> None:
    original = session.recognizer
    training.start(best_recipe("lenet-5-modern"))
    assert session.recognizer.name == "learning"
    assert learning.is_learning
    assert learning.lesson is not None
    before = session.recognizer
    learning.take(0.1)
    assert session.recognizer is before
    session.use(original)  # the training goes on, and this network may be changed
    calls = list(training.calls)
    learning.choose(9)
    learning.take(0.001)
    assert learning.steps == 1
    training.learn()
    assert learning.steps == 1
    assert training.calls == calls
    assert trainings.watch("learning")
    assert learning.steps == 0


def test_a_training_that_begins_and_is_stopped_gives_the_copy_back(
    session: Session, trainings: TrainingParts, training: FakeTraining, learning: LearningStep
) -> None:
    original = session.recognizer
    learning.choose(9)
    learning.take(0.001)
    copy = session.recognizer
    trainings.learning.watch(True)
    training.start(best_recipe("lenet-5-modern"))
    assert session.recognizer.name == "learning"
    training.stopped.emit("")
    assert session.recognizer is copy
    assert learning.steps == 1
    learning.back_to_start()
    assert session.recognizer is original
