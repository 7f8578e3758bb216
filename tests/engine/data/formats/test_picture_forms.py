"""Pictures that are stored inverted or turned: noticed, named, and made like MNIST's."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.training_values import TrainingConfig, TrainingData
from lenet_gui.engine.data import dataset_cache, datasets
from lenet_gui.engine.data.datasets import forget, load_dataset
from lenet_gui.engine.data.formats import form_noticing
from lenet_gui.engine.data.formats.form_noticing import suggest
from lenet_gui.engine.data.formats.picture_forms import (
    FORM_WORDS,
    TURNS,
    PictureForm,
    Suggestion,
    form_of_words,
)
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.data.stroke_sets import write_stroke_set
from lenet_gui.engine.data.train_test_splits import load_parts
from tests.engine.data.idx_files import digits, put, write_emnist
from tests.engine.data.test_stroke_sets import small_set

FORMS = [PictureForm(invert, turn) for invert, turn in product((False, True), TURNS)]
AS_IT_IS = FORMS[0]


def write(folder: Path, images: np.ndarray, labels: np.ndarray, name: str = "own-images") -> Path:
    put(folder / name.replace("images", "labels"), labels)
    return put(folder / name, images)


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_each_form_is_noticed_and_mended(tmp_path: Path, form: PictureForm) -> None:
    images, labels = digits(0, 400)
    path = write(tmp_path, form.undone(images), labels)
    found = load_dataset(str(path)).suggestion
    if form == AS_IT_IS:
        assert found is None
        return
    assert found is not None
    assert found.form == form
    assert found.right is not None
    assert found.right_now is not None
    assert found.right > 0.95 > 0.8 > found.right_now
    name = f"{path}#{','.join(form.words)}"
    data = load_dataset(name)
    assert np.array_equal(data.images, images)
    assert data.suggestion is None


def test_emnist_under_any_name_is_noticed_and_its_name_is_believed(tmp_path: Path) -> None:
    images, labels = digits(0, 300)
    turned = np.ascontiguousarray(images.swapaxes(1, 2))
    found = load_dataset(str(write(tmp_path, turned, labels))).suggestion
    assert found is not None
    assert found.form == PictureForm(turn="transpose")
    put(tmp_path / "emnist-digits-train-labels", labels)
    named = put(tmp_path / "emnist-digits-train-images", turned)
    assert load_dataset(str(named)).suggestion is None
    put(named, images)  # somebody has turned it already
    found = load_dataset(str(named)).suggestion
    assert found is not None
    assert found.form == PictureForm(turn="transpose")


@pytest.mark.parametrize("most", [1, 16])
def test_few_grey_levels_are_stretched_and_told(tmp_path: Path, most: int) -> None:
    images, labels = digits(0, 300)
    levels = np.round(images / 255.0 * most).astype(np.uint8)
    data = load_dataset(str(write(tmp_path, levels, labels)))
    assert np.array_equal(data.images, np.round(levels * (255 / most)).astype(np.uint8))
    (remark,) = data.remarks
    assert f"end at {most}; they were stretched" in str(remark)
    assert data.suggestion is None
    light = load_dataset(str(write(tmp_path, most - levels, labels, "light-images")))
    assert light.suggestion is not None
    assert light.suggestion.form == PictureForm(True)


@pytest.mark.parametrize("side", [(40, 40), (60, 50)])
def test_pictures_of_other_sizes_are_inverted_before_they_are_normalized(
    tmp_path: Path, side: tuple[int, int]
) -> None:
    images, labels = digits(0, 300)
    large = np.zeros((300, *side), np.uint8)
    large[:, 4:32, 8:36] = images
    path = write(tmp_path, 255 - large, labels)
    found = load_dataset(str(path)).suggestion
    assert found is not None
    assert found.form == PictureForm(True)
    right = load_dataset(str(write(tmp_path, large, labels, "right-images")))
    assert right.suggestion is None
    assert np.array_equal(load_dataset(f"{path}#invert").images, right.images)


def test_letters_are_inverted_if_their_paper_is_light(tmp_path: Path) -> None:
    path = write_emnist(tmp_path, 260)
    assert load_dataset(str(path)).suggestion is None
    images = np.ascontiguousarray(255 - digits(0, 260)[0].swapaxes(1, 2))
    put(path, images)
    assert load_dataset(str(path)).suggestion == Suggestion(PictureForm(True))
    assert load_dataset(f"{path}#invert").suggestion is None


def test_what_no_network_reads_gets_no_advice(tmp_path: Path) -> None:
    images, _ = digits(0, 300)
    noise = np.random.default_rng(5).integers(0, 10, 300).astype(np.uint8)
    assert load_dataset(str(write(tmp_path, images, noise))).suggestion is None
    few = load_dataset(str(write(tmp_path, PictureForm(False, "flip").undone(images)[:9],
                                 digits(0, 9)[1], "few-images")))  # fmt: skip
    assert few.suggestion is None  # nine digits tell nothing


def test_a_sample_is_read_however_large_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    real = form_noticing.digits_of

    def counted(images: np.ndarray) -> np.ndarray:
        read.append(images.size)
        return real(images)

    monkeypatch.setattr(form_noticing, "digits_of", counted)
    images, labels = digits(0, 2000)
    assert suggest(images, tuple(map(str, labels.tolist())), PictureForm()) is None
    assert read == [form_noticing.SAMPLE * 784]
    read.clear()
    assert suggest(255 - images, tuple(map(str, labels.tolist())), PictureForm()) is not None
    assert read == [form_noticing.SAMPLE * 784] * 3
    read.clear()
    large = np.broadcast_to(np.uint8(0), (500, 2000, 2000))
    assert suggest(large, ("1",) * 500, PictureForm()) is None
    assert read == []  # five of them would not tell anything


def test_pictures_in_folders_can_be_turned(tmp_path: Path) -> None:
    images, labels = digits(0, 120)
    for place, (image, label) in enumerate(zip(images, labels.tolist(), strict=True)):
        for name, shown in (("right", image), ("turned", np.rot90(image))):
            (tmp_path / name / str(label)).mkdir(parents=True, exist_ok=True)
            Image.fromarray(255 - shown).save(tmp_path / name / str(label) / f"{place}.png")
    assert load_dataset(str(tmp_path / "right")).suggestion is None
    found = load_dataset(str(tmp_path / "turned")).suggestion
    assert found is not None
    assert found.form == PictureForm(False, "turn-right")
    mended = load_dataset(f"{tmp_path / 'turned'}#turn-right")
    assert mended.suggestion is None
    assert np.array_equal(mended.images, load_dataset(str(tmp_path / "right")).images)


def test_the_test_file_is_read_in_the_same_form(tmp_path: Path) -> None:
    form = PictureForm(True, "transpose")
    for name, start, count in (("train-images", 0, 200), ("t10k-images", 500, 30)):
        images, labels = digits(start, count)
        write(tmp_path, form.undone(images), labels, name)
    for source in (tmp_path / "train-images", tmp_path):
        parts = load_parts(TrainingData((f"{source}#invert,transpose",)), 0)
        assert np.array_equal(parts.test.images, digits(500, 30)[0])
        assert "t10k-images" in parts.hashes


def test_the_form_is_part_of_the_source_in_a_configuration() -> None:
    config = TrainingConfig("lenet-5", TrainingData(("/a/images#invert,flip", "/b/images")))
    assert TrainingConfig.from_json(config.as_json()) == config
    old = {"architecture": "lenet-5", "data": ["/a/images"]}
    assert TrainingConfig.from_json(old).data.sources == ("/a/images",)


def test_names_of_sources(tmp_path: Path) -> None:
    path = put(tmp_path / "a", digits(0, 3)[0])
    assert source_name(str(path)).suffix == ""
    named = source_name(f"{path}#transpose, invert")
    assert (named.path, named.form) == (path, PictureForm(True, "transpose"))
    assert str(named) == f"{path}#invert,transpose"
    assert named.title == "a#invert,transpose"
    (tmp_path / "a#invert").touch()  # a file of that name is meant
    assert source_name(f"{path}#invert").path == tmp_path / "a#invert"
    with pytest.raises(BadChoice, match="Did you mean transpose"):
        source_name(f"{path}#transposed")
    with pytest.raises(BadChoice, match="flip and mirror cannot be combined"):
        source_name(f"{path}#flip,mirror")
    with pytest.raises(BadInput, match=r"There is no data named .*b#invert"):
        load_dataset(str(tmp_path / "b#invert"))
    with pytest.raises(BadInput, match="has no test part within it"):
        load_dataset(f"{path}#test")


def test_stroke_sets_are_not_turned(tmp_path: Path) -> None:
    write_stroke_set(tmp_path / "s.npz", small_set())
    with pytest.raises(BadInput, match="is a stroke set; it cannot be inverted or turned"):
        load_dataset(f"{tmp_path / 's.npz'}#flip")


def test_words_and_forms_belong_together() -> None:
    assert [form_of_words(form.words) for form in FORMS] == FORMS
    assert set(FORM_WORDS) == {word for form in FORMS for word in form.words}


def test_each_form_is_another_data_set_and_remarks_last_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(dataset_cache.DATA_VARIABLE, str(tmp_path / "user"))
    monkeypatch.setattr(datasets, "SLOW", 0.0)
    images, labels = digits(0, 120)
    for place, (image, label) in enumerate(zip(images, labels.tolist(), strict=True)):
        (tmp_path / "own" / str(label)).mkdir(parents=True, exist_ok=True)
        Image.fromarray(image[::-1]).save(tmp_path / "own" / str(label) / f"{place}.png")
    (tmp_path / "own" / "3" / "bad.png").write_bytes(b"no picture")
    before = load_dataset(str(tmp_path / "own"))
    turned = load_dataset(f"{tmp_path / 'own'}#flip")
    assert not np.array_equal(before.images, turned.images)
    forget()
    monkeypatch.setattr(datasets, "_folder", None)  # not read again
    again = load_dataset(str(tmp_path / "own"))
    assert again.suggestion == before.suggestion != turned.suggestion
    assert list(map(str, again.remarks)) == list(map(str, before.remarks))
    assert "left out: 1. 3/bad.png is not an image" in str(again.remarks[0])
    assert np.array_equal(load_dataset(f"{tmp_path / 'own'}#flip").images, turned.images)
    forget()
