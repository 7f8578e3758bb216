# The types of what __init__.py loads when it is first asked for.

from lenet_gui.api.data import dataset_of as dataset_of
from lenet_gui.api.data import load_dataset as load_dataset
from lenet_gui.api.evaluation import evaluate as evaluate
from lenet_gui.api.named_network import Answer as Answer
from lenet_gui.api.named_network import NamedNetwork as NamedNetwork
from lenet_gui.api.named_network import load as load
from lenet_gui.api.named_network import recognize as recognize
from lenet_gui.api.named_network import untrained as untrained
from lenet_gui.api.settings import TrainingSettings as TrainingSettings
from lenet_gui.api.training import Training as Training
from lenet_gui.api.training import train as train
from lenet_gui.common.bad_input import BadInput as BadInput
from lenet_gui.common.training_reports import TrainingStep as TrainingStep
from lenet_gui.common.training_values import ImageAugmentation as ImageAugmentation
from lenet_gui.common.training_values import LearningConfig as LearningConfig
from lenet_gui.common.training_values import RunConfig as RunConfig
from lenet_gui.common.training_values import TrainingChanges as TrainingChanges
from lenet_gui.common.training_values import TrainingData as TrainingData
from lenet_gui.common.values import Evaluation as Evaluation
from lenet_gui.engine.checkpoints.named_networks import network_names as network_names
from lenet_gui.engine.data.dataset import Dataset as Dataset

__version__: str
