"""Photos, feeds and files with a network that sees pictures: each picture is one, in colours."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from lenet_gui.common.values import Unit
from lenet_gui.engine.ink.colour_pictures import resized
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.painting import painted_picture
from lenet_gui.gui.photos.background_recognition import read_frame
from lenet_gui.gui.photos.contact_sheet_model import contact_sheet_csv, read_entry
from lenet_gui.gui.photos.photo_files import read_image
from lenet_gui.gui.photos.photo_viewer import PhotoViewer
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import finish_work, idle, pixels
from tests.gui.picture_networks import quarters, red_four_on_yellow, seeing_pictures
from tests.helpers import default_recognizer


def frame(colours: bool = False) -> np.ndarray:
    """A frame of a camera, not decoded yet."""
    rgb = quarters(240, 320)
    return rgb if colours else np.asarray(Image.fromarray(rgb).convert("L"))


@pytest.fixture
def session(session: Session) -> Session:
    session.use(seeing_pictures())
    return session


@pytest.fixture
def viewer(qtbot, session: Session) -> PhotoViewer:
    viewer = PhotoViewer(session)
    qtbot.addWidget(viewer)
    viewer.resize(420, 400)
    with qtbot.waitExposed(viewer):
        viewer.show()
    return viewer


def test_a_frame_is_read_whole_and_in_colour() -> None:
    photo = read_frame(frame, seeing_pictures())
    (found,) = photo.digits
    assert found.box == (0, 0, 320, 240)
    wanted = seeing_pictures().recognize(found.picture)
    assert np.array_equal(found.recognition.field, resized(quarters(240, 320), (3, 32, 32)))
    assert found.label == wanted.label
    assert tuple(photo.shown[5, 5]) == (255, 0, 0)


def test_a_framed_region_is_read_alone() -> None:
    photo = read_frame(frame, seeing_pictures(), (0.5, 0.0, 1.0, 0.5))
    (found,) = photo.digits
    assert found.box == (160, 0, 160, 120)
    assert (found.picture.rgb == (0, 255, 0)).all()
    assert photo.size == (320, 240)


def test_an_ink_network_still_decodes_grey_alone() -> None:
    asked = []

    def decode(colours: bool = False) -> np.ndarray:
        asked.append(colours)
        return frame(colours)

    assert not read_frame(decode, default_recognizer()).whole
    assert read_frame(decode, seeing_pictures()).whole
    assert asked == [False, True]


def test_the_viewer_shows_the_answer_to_the_whole_picture(
    viewer: PhotoViewer, session: Session
) -> None:
    viewer.show_frame(frame)
    finish_work()
    assert viewer.photo is not None
    (found,) = viewer.photo.digits
    assert np.array_equal(session.recognition.field, found.recognition.field)
    assert session.recognition.label == found.label is not None
    answer, mode = viewer.text.text().split("\n")
    assert answer.startswith(str(found.label))
    assert mode.startswith("The network sees the whole picture")
    assert not viewer.stages.isEnabled()
    place = viewer.view.place()
    assert place is not None
    at = place.to_widget((60, 60, 0, 0)).topLeft().toPoint()
    assert tuple(pixels(viewer.view)[at.y(), at.x()]) == (255, 0, 0)


def test_live_answers_follow_and_a_click_takes_the_picture(
    viewer: PhotoViewer, session: Session
) -> None:
    viewer.show_frame(frame)
    finish_work()
    first = session.recognition.field
    viewer.show_frame(lambda colours: np.full((240, 320, 3), (0, 0, 255), np.uint8))
    finish_work()
    assert not np.array_equal(session.recognition.field, first)
    assert (session.recognition.field[2] == 255).all()
    middle = QPointF(viewer.view.rect().center()).toPoint()
    QTest.mouseClick(viewer.view, Qt.MouseButton.LeftButton, pos=middle)
    idle()
    assert session.drawing.picture is not None
    assert (session.drawing.picture.rgb == (0, 0, 255)).all()


def test_a_receptive_field_lies_in_the_picture(viewer: PhotoViewer, session: Session) -> None:
    viewer.show_frame(frame)
    finish_work()
    session.point_at(Unit("C1", 0, 27, 27))
    field = viewer.view.field
    assert field is not None
    box = field.boundingRect()
    assert (round(box.right()), round(box.bottom())) == (320, 240)
    assert (round(box.width()), round(box.height())) == (50, 38)  # 5 of 32 each way


def test_networks_change_under_a_photo(viewer: PhotoViewer, session: Session) -> None:
    session.use(default_recognizer())
    viewer.show_frame(frame)
    finish_work()
    assert viewer.photo is not None
    assert not viewer.photo.whole
    session.use(seeing_pictures())
    finish_work()
    assert viewer.photo.whole
    session.use(default_recognizer())
    finish_work()
    assert not viewer.photo.whole
    assert viewer.stages.isEnabled()


# ---- files


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "quarters.png"
    Image.fromarray(quarters()).save(path)
    return path


def test_an_image_keeps_its_colours_and_is_never_a_page(file: Path) -> None:
    found = read_image(file, seeing_pictures())
    assert found.picture is not None
    assert found.picture.rgb is not None
    assert np.array_equal(found.picture.rgb, quarters())
    assert found.picture.ink.any()  # an ink network that is chosen later reads it
    assert found.photo.whole


def test_a_picture_of_one_colour_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "red.png"
    Image.new("RGB", (20, 30), (255, 0, 0)).save(path)
    found = read_image(path, seeing_pictures())
    assert found.picture is not None
    assert (found.picture.rgb == (255, 0, 0)).all()


def test_a_photo_opened_for_its_ink_shows_its_colours_later(file: Path) -> None:
    found = read_image(file, default_recognizer())
    assert found.rgb is None
    assert found.decode_frame().ndim == 2
    assert np.array_equal(found.decode_frame(colours=True), quarters())


def test_a_contact_sheet_has_one_answer_for_each_picture(file: Path, tmp_path: Path) -> None:
    entry = read_entry(file, seeing_pictures())
    assert entry.lines is not None
    ((cell,),) = entry.lines
    assert cell.box == (0, 0, 90, 60)
    assert entry.texts == [cell.label]
    assert "0,0,90,60" in contact_sheet_csv([entry])
    assert entry.thumbnail is not None
    assert tuple(pixels(entry.thumbnail)[40, 30]) == (255, 0, 0)
    drawing = tmp_path / "four.json"
    write_drawing(drawing, red_four_on_yellow())
    ((cell,),) = read_entry(drawing, seeing_pictures()).lines or ()
    painted = seeing_pictures().recognize(painted_picture(red_four_on_yellow()))
    assert cell.label == painted.label
