"""Original UNIPEN files: components, delineations, includes, and files that are damaged."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data.stroke_sets import StrokeSet, read_stroke_set, write_stroke_set
from lenet_gui.engine.data.unipen import reader as unipen
from lenet_gui.engine.data.unipen import statements
from lenet_gui.engine.data.unipen.reader import UnipenImport, read_unipen
from tests.helpers import written

HEAD = ".VERSION 1.0\n.DATA_SOURCE lab\n.HIERARCHY CHARACTER\n.COORD X Y\n.WRITER_ID jane\n"
# Components 0 to 3: down, down, up, down; the empty ones have no number.
PEN = """.PEN_DOWN
0 0
10 20
30 40
.PEN_UP
.PEN_DOWN
5 6
.PEN_UP
7 7
8 8
.PEN_DOWN
1 1
2 2
3 3
4 4
"""


def read(folder: Path, *texts: str) -> UnipenImport:
    paths = [folder / f"{'abc'[place]}.dat" for place in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return read_unipen(paths)


def good(folder: Path, *texts: str) -> StrokeSet:
    found = read(folder, *texts)
    assert found.problems == []
    return found.stroke_set()


def lines(strokes: StrokeSet, index: int = 0) -> list[list[list[float]]]:
    return [line.tolist() for line in strokes.lines(index)]


def problem(folder: Path, text: str) -> str:
    found = read(folder, text)
    assert len(found.problems) == 1, found.problems
    return found.problems[0]


def test_a_character_of_two_strokes(tmp_path: Path) -> None:
    strokes = good(tmp_path, HEAD + PEN + '.SEGMENT CHARACTER 0-1 OK "5"\n')
    assert strokes.label.tolist() == [5]
    assert lines(strokes) == [[[0, 0], [10, -20], [30, -40]], [[5, -6]]]  # y grows downward
    assert strokes.writer.tolist() == ["jane"]
    assert strokes.split.tolist() == ["lab/OK"]
    assert json.loads(strokes.meta)["source"] == "UNIPEN files"


@pytest.mark.parametrize(
    ("delineation", "wanted"),
    [
        ("1", [[[5, -6]]]),
        ("3", [[[1, -1], [2, -2], [3, -3], [4, -4]]]),
        ("1-3", [[[5, -6]], [[1, -1], [2, -2], [3, -3], [4, -4]]]),  # 2 is a pen-up
        ("0:1-1", [[[10, -20], [30, -40]], [[5, -6]]]),
        ("0:2-3:1", [[[30, -40]], [[5, -6]], [[1, -1], [2, -2]]]),
        ("3:1-3:2", [[[2, -2], [3, -3]]]),
        ("0-0:0", [[[0, 0]]]),
        ("1,3", [[[5, -6]], [[1, -1], [2, -2], [3, -3], [4, -4]]]),
        ("3:2-3:3,0-1", [[[3, -3], [4, -4]], [[0, 0], [10, -20], [30, -40]], [[5, -6]]]),
    ],
)
def test_delineations(tmp_path: Path, delineation: str, wanted: object) -> None:
    strokes = good(tmp_path, HEAD + PEN + f'.SEGMENT CHARACTER {delineation} ? "7"\n')
    assert lines(strokes) == wanted
    assert strokes.split.tolist() == ["lab/?"]


def test_segments_may_stand_before_their_components(tmp_path: Path) -> None:
    strokes = good(tmp_path, HEAD + '.SEGMENT CHARACTER 3 OK "4"\n' + PEN)
    assert lines(strokes) == [[[1, -1], [2, -2], [3, -3], [4, -4]]]


@pytest.mark.parametrize("delineation", ["? OK", "?", ""])
def test_without_delineation_what_follows_is_meant(tmp_path: Path, delineation: str) -> None:
    inline = ""
    for label, x in (("1", 0), ("2", 50)):
        inline += f'.SEGMENT CHARACTER {delineation} "{label}"\n.PEN_DOWN\n{x} 1\n{x} 2\n.PEN_UP\n'
    strokes = good(tmp_path, HEAD + inline)
    assert strokes.label.tolist() == [1, 2]
    assert lines(strokes, 1) == [[[50, -1], [50, -2]]]


def test_a_set_begins_to_count_anew(tmp_path: Path) -> None:
    one = ".START_SET {0}\n.PEN_DOWN\n{1} 0\n.PEN_UP\n" + '.SEGMENT CHARACTER 0 OK "{0}"\n'
    strokes = good(tmp_path, HEAD + one.format(1, 10) + one.format(2, 20))
    assert [lines(strokes, index) for index in range(2)] == [[[[10, 0]]], [[[20, 0]]]]


@pytest.mark.parametrize(
    ("label", "code"),
    [("5", 5), ("A", 65), (r"\"", 34), (r"\\", 92), ("é", 0xE9), ("数", 0x6570), ("\\5", 5)],
)
def test_labels_are_digits_or_character_codes(tmp_path: Path, label: str, code: int) -> None:
    strokes = good(tmp_path, HEAD + PEN + f'.SEGMENT CHARACTER 0 OK "{label}"\n')
    assert strokes.label.tolist() == [code]


def test_what_is_no_single_character_is_left_out_and_counted(tmp_path: Path) -> None:
    segments = [
        'CHARACTER 0 OK "12"', 'CHARACTER 0 OK ""', 'CHARACTER 0 OK " "', r'CHARACTER 0 OK "\t"',
        "CHARACTER 0 OK", "CHARACTER 0", "CHARACTER", 'WORD 0-3 OK "5"', 'CHARACTER 0 GOOD "3"',
    ]  # fmt: skip
    found = read(tmp_path, HEAD + PEN + "".join(f".SEGMENT {s}\n" for s in segments))
    assert found.problems == []
    assert sorted(found.skipped.values()) == [1, 3, 4]
    assert found.stroke_set().label.tolist() == [3]
    assert found.stroke_set().split.tolist() == ["lab/GOOD"]


def test_comments_and_unknown_keywords_are_passed_over(tmp_path: Path) -> None:
    noise = '.COMMENT ### "\n  .PEN_DOWN in a text\n.LEXICON "5" "6"\n.MADE_UP 1 2 x\n'
    strokes = good(tmp_path, HEAD + noise + PEN + noise + '.SEGMENT CHARACTER 0 OK "5"\n' + noise)
    assert len(strokes) == 1


def test_a_label_may_run_over_lines_and_other_line_ends(tmp_path: Path) -> None:
    text = HEAD + PEN + '.SEGMENT CHARACTER\n  0 OK\n  "5"\n'
    for ends in ("\r\n", "\r"):
        (tmp_path / "a.dat").write_bytes(text.replace("\n", ends).encode())
        assert read_unipen([tmp_path / "a.dat"]).stroke_set().label.tolist() == [5]


def test_numbers_may_begin_with_a_dot_or_a_sign(tmp_path: Path) -> None:
    text = HEAD + '.PEN_DOWN\n.5 -.25\n+1 2e1\n.SEGMENT CHARACTER 0 OK "1"\n'
    assert lines(good(tmp_path, text)) == [[[0.5, 0.25], [1, -20]]]


@pytest.mark.parametrize("unit", ["INCH", "MM"])
def test_the_aspect_is_that_of_the_paper(tmp_path: Path, unit: str) -> None:
    head = HEAD + f".X_POINTS_PER_{unit} 400\n.Y_POINTS_PER_{unit} 100\n"
    strokes = good(tmp_path, head + PEN + '.SEGMENT CHARACTER 0 OK "1"\n')
    assert lines(strokes) == [[[0, 0], [10, -80], [30, -160]]]


def test_times_and_pressures_of_their_columns(tmp_path: Path) -> None:
    text = (
        HEAD.replace("X Y", "T X P Y")
        + ".PEN_DOWN\n1000 1 50 2\n1010 3 200 4\n.PEN_UP\n.DT 500\n.PEN_DOWN\n1030 5 -3 6\n"
        + '.SEGMENT CHARACTER 0-1 OK "1"\n.SEGMENT CHARACTER 1 OK "2"\n'
    )
    strokes = good(tmp_path, text)
    assert lines(strokes) == [[[1, -2], [3, -4]], [[5, -6]]]
    assert strokes.t.tolist() == [0, 10, 30, 0]
    assert strokes.pressure.tolist() == [250, 1000, 0, 0]


def test_times_from_the_sampling_rate_and_the_pauses(tmp_path: Path) -> None:
    text = HEAD + ".POINTS_PER_SECOND 50\n" + PEN.replace("7 7", ".DT 100\n.PEN_UP\n7 7")
    strokes = good(tmp_path, text + '.SEGMENT CHARACTER 0-3 OK "1"\n')
    # three points, one point, 100 ms, two points with the pen up
    assert strokes.t.tolist() == [0, 20, 40, 60, 220, 240, 260, 280]


def test_times_are_unknown_without_rate_or_if_the_clock_runs_backward(tmp_path: Path) -> None:
    segment = '.SEGMENT CHARACTER 0 OK "1"\n'
    backward = HEAD.replace("X Y", "X Y T") + ".PEN_DOWN\n0 0 9\n1 1 8\n" + segment
    strokes = good(tmp_path, HEAD + PEN + segment, backward)
    assert strokes.t.tolist() == [-1] * 5
    assert strokes.pressure.tolist() == [-1] * 5


def test_every_writer_is_who_was_named_last(tmp_path: Path) -> None:
    one = ".WRITER_ID {0}\n.PEN_DOWN\n{1} 0\n"
    text = HEAD + one.format("ann", 1) + one.format("bob  b", 2)
    strokes = good(tmp_path, text + '.SEGMENT CHARACTER 0 OK "1"\n.SEGMENT CHARACTER 1 OK "2"\n')
    assert strokes.writer.tolist() == ["ann", "bob b"]


def test_a_file_that_names_no_writer_is_a_writer(tmp_path: Path) -> None:
    anonymous = HEAD.replace(".WRITER_ID jane\n", "") + PEN + '.SEGMENT CHARACTER 0 OK "1"\n'
    assert good(tmp_path, anonymous, anonymous).writer.tolist() == ["a", "b"]


def test_the_set_can_be_written_and_read(tmp_path: Path) -> None:
    strokes = good(
        tmp_path, HEAD + PEN + '.SEGMENT CHARACTER 0-1 OK "5"\n.SEGMENT CHARACTER 3 ? "a"\n'
    )
    write_stroke_set(tmp_path / "s.npz", strokes)
    found = read_stroke_set(tmp_path / "s.npz")
    assert found.class_names() == ["5", "a"]
    assert lines(found, 0) == lines(strokes, 0)


# ---- includes and folders


def release(folder: Path) -> None:
    """Laid out as the release of 1999: segments in data, ink in include."""
    for place in ("include/lab/data", "data/1a/lab"):
        (folder / place).mkdir(parents=True)
    (folder / "include/lab/lab.doc").write_text(HEAD + ".COMMENT .SEGMENT in a text\n")
    (folder / "include/lab/data/w1.dat").write_text(".INCLUDE lab/lab.doc\n.WRITER_ID kim\n" + PEN)
    (folder / "data/1a/lab/w1.dat").write_text(
        '.VERSION 1.0\n.INCLUDE lab/data/w1.dat\n.SEGMENT CHARACTER 0-1 ? "4"\n'
    )


def test_a_folder_is_searched_for_segments_and_their_includes(tmp_path: Path) -> None:
    release(tmp_path)
    found = read_unipen([tmp_path, tmp_path / "data/1a/lab/w1.dat"])
    assert found.problems == []
    strokes = found.stroke_set()
    assert strokes.writer.tolist() == ["kim"]  # once, though it was named twice
    assert strokes.split.tolist() == ["lab/?"]
    assert lines(strokes) == [[[0, 0], [10, -20], [30, -40]], [[5, -6]]]


def test_an_include_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "ink.txt").write_text(HEAD + PEN)
    assert len(good(tmp_path, '.INCLUDE ink.txt\n.SEGMENT CHARACTER 0 OK "1"\n')) == 1


def test_a_folder_without_segments_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Jane")
    found = read_unipen([tmp_path])
    assert found.problems == [f"{tmp_path} has no files with segments."]
    with pytest.raises(BadInput, match="no labelled characters"):
        found.stroke_set()


@pytest.mark.parametrize(
    "name", ["none.dat", "../a.dat", "/etc/hosts", "C:\\a", "", "a\0b", "x" * 5000]
)
def test_an_include_that_is_not_there_gets_a_sentence(tmp_path: Path, name: str) -> None:
    assert problem(tmp_path, f".VERSION 1.0\n.INCLUDE {name}\n").startswith("a.dat, line 2: ")


def test_include_loops_get_a_sentence(tmp_path: Path) -> None:
    for name, other in (("a.dat", "b.dat"), ("b.dat", "a.dat"), ("c.dat", "c.dat")):
        (tmp_path / name).write_text(f"\n.INCLUDE {other}\n" + PEN)
    found = read_unipen([tmp_path / "a.dat", tmp_path / "c.dat"])
    assert found.problems == [
        "b.dat, line 2: it includes a.dat in a loop, or too deeply.",
        "c.dat, line 2: it includes c.dat in a loop, or too deeply.",
    ]


def test_includes_that_multiply_are_stopped(tmp_path: Path) -> None:
    for level in range(7):
        (tmp_path / f"{level}.dat").write_text(f".INCLUDE {level + 1}.dat\n" * 20)
    (tmp_path / "7.dat").write_text(HEAD + PEN)
    (sentence,) = read_unipen([tmp_path / "0.dat"]).problems
    assert sentence.startswith("0.dat includes too many files")


# ---- damage


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + ".PEN_DOWN\n1 2\n3 x4\n", 8, "'x4' is not a valid number"),
        (HEAD + ".PEN_DOWN\n1 nan\n", 7, "'nan' is not a valid number"),
        (HEAD + ".PEN_DOWN\n1 1e300\n", 7, "'1e300' is not a valid number"),
        (HEAD + ".PEN_DOWN\n1 inf\n", 7, "'inf' is not a valid number"),
        (HEAD + ".PEN_DOWN\n1 2\n3\n", 6, "3 numbers do not form whole points of X Y"),
        (".PEN_DOWN\n1 2\n", 1, "no .COORD"),
        (".COORD X T\n.PEN_DOWN\n1 2\n", 2, "no .COORD with X and Y"),
        (".COORD\n.PEN_DOWN\n1 2\n", 2, "no .COORD with X and Y"),
        (HEAD + ".X_POINTS_PER_INCH 0\n", 6, "needs one number above 0"),
        (HEAD + ".POINTS_PER_SECOND -5\n", 6, "needs one number above 0"),
        (HEAD + ".POINTS_PER_SECOND fast\n", 6, "'fast' is not a valid number"),
        (HEAD + ".Y_POINTS_PER_MM\n", 6, "needs one number above 0"),
        (HEAD + ".DT soon\n", 6, "'soon' is not a valid number"),
    ],
)
def test_damage_gets_a_sentence_with_file_and_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    sentence = problem(tmp_path, text)
    assert sentence.startswith(f"a.dat, line {line}: ")
    assert words in sentence


@pytest.mark.parametrize(
    ("delineation", "words"),
    [
        ("4", "names component 4; there are 4"),
        ("0-9", "names component 9; there are 4"),
        ("2-1", "names component 2; there are 4"),
        ("999999999-999999999", "there are 4"),
        ("0:3-1", "names points 3 to 2 of component 0"),
        ("0-1:1", "names points 0 to 1 of component 1, which has 1"),
        ("3:2-3:1", "names points 2 to 1 of component 3"),
        ("2", "no component with the pen down"),
        ("0:1", "does not name components"),
        ("-1", "does not name components"),
        ("0,", "does not name components"),
        ("zero", "does not name components"),
        ("9999999999", "does not name components"),
        ("٣", "does not name components"),
    ],
)
def test_a_segment_of_nothing_is_a_problem_and_the_others_are_read(
    tmp_path: Path, delineation: str, words: str
) -> None:
    found = read(
        tmp_path,
        HEAD + PEN + f'.SEGMENT CHARACTER {delineation} OK "5"\n.SEGMENT CHARACTER 0 OK "1"\n',
    )
    (sentence,) = found.problems
    assert sentence.startswith("a.dat, line 21: ")
    assert words in sentence
    assert found.stroke_set().label.tolist() == [1]


def test_bytes_that_are_no_utf_8_are_latin_1(tmp_path: Path) -> None:
    text = HEAD.replace("jane", "J\u00fcrgen") + PEN + '.SEGMENT CHARACTER 0 OK "\u00df"\n'
    for encoding in ("latin-1", "utf-8", "utf-8-sig"):
        (tmp_path / "a.dat").write_bytes(text.encode(encoding))
        strokes = read_unipen([tmp_path / "a.dat"]).stroke_set()
        assert strokes.writer.tolist() == ["J\u00fcrgen"]
        assert strokes.class_names() == ["\u00df"]


@pytest.mark.parametrize("data", [b"", b"\0\xff" * 500, b"hello", b".VERSION 1.0\n", b"PK\x03\x04"])
def test_other_files_are_a_problem(tmp_path: Path, data: bytes) -> None:
    found = read_unipen([written(tmp_path / "a.dat", data)])
    assert found.problems == ["a.dat is not a UNIPEN file: it has no segments."]


def test_a_missing_file_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.dat"
    path.write_text(HEAD + PEN + '.SEGMENT CHARACTER 0 OK "1"\n')
    found = read_unipen([tmp_path / "none.dat", path])
    assert len(found.problems) == 1
    assert "There is no file" in found.problems[0]
    assert len(found.stroke_set()) == 1


def test_a_folder_that_cannot_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", closed)
    assert f"{tmp_path.name} cannot be read: Permission denied." in read_unipen([tmp_path]).problems


def test_huge_files_and_segments_get_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HEAD + PEN + '.SEGMENT CHARACTER 0-3 OK "1"\n.SEGMENT CHARACTER 3 OK "2"\n'
    monkeypatch.setattr(unipen, "MAX_SAMPLE_POINTS", 6)
    assert "more than 6 points" in problem(tmp_path, text)
    monkeypatch.setattr(unipen, "MAX_SET_POINTS", 3)
    with pytest.raises(BadInput, match="million points"):
        read(tmp_path, text).stroke_set()
    monkeypatch.setattr(statements, "MAX_UNIPEN_FILE", 1_000_000)
    assert "larger than 1 MB" in problem(tmp_path, HEAD + "#" * 1_000_000)


WORDS = st.sampled_from(
    [".PEN_DOWN", ".PEN_UP", ".SEGMENT", ".COORD", ".START_SET", ".DT", ".INCLUDE", ".WRITER_ID",
     "CHARACTER", "X", "Y", "T", "P", "0", "1", "-7.5", "0-1", "0:1-1:0", "?", "OK", '"5"', '"',
     ".X_POINTS_PER_INCH", ".Y_POINTS_PER_INCH", ".POINTS_PER_SECOND", "a.dat", "\\", "1e9"]
)  # fmt: skip


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(st.tuples(WORDS, st.sampled_from([" ", "\n"])), max_size=60))
def test_any_words_give_a_set_or_sentences(tmp_path: Path, words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    found = read(tmp_path, HEAD + PEN + text + '\n.SEGMENT CHARACTER 0 OK "1"\n')
    try:
        strokes = found.stroke_set()
    except BadInput:
        assert found.problems
        return
    write_stroke_set(tmp_path / "s.npz", strokes)
    assert np.isfinite(read_stroke_set(tmp_path / "s.npz").xy).all()
