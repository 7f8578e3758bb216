"""Uses the packaged program as a person does who has nothing else: `make package` runs it.

python packaging/smoke_test.py FOLDER. On a virtual screen, with an empty home and no Python to be
found; as root also with the program's folder read-only and without a network. It draws a digit,
exports and reads from the command line, plays a video, trains for ten seconds, and reads on with
what was learned.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.end_to_end.screen import Program, Screen, clean_environment, until  # noqa: E402
from tests.end_to_end.test_training import (  # noqa: E402
    changing,
    keep_dialog,
    worker,
)
from tests.end_to_end.test_window import DIGITS  # noqa: E402
from tests.gui.streams import page_of, write_video  # noqa: E402

ALONE = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && PATH=/none exec "$@"'
SLOW = 120.0  # seconds that a busy machine may take


def main(folder: Path) -> int:
    program = folder / "lenet-gui"
    before = contents(folder)
    with tempfile.TemporaryDirectory() as name, Screen() as screen:
        person = Person(program, screen, Path(name))
        steps = (person.reads, person.exports, person.imports, person.draws, person.plays,
                 person.trains)  # fmt: skip
        for step in steps:
            start = time.monotonic()
            step()
            print(f"smoke test: {step.__name__}, {time.monotonic() - start:.1f} s", flush=True)
    assert contents(folder) == before, "the program has changed its own folder"
    return 0


class Person:
    """Does one thing after the other with the program."""

    def __init__(self, program: Path, screen: Screen, folder: Path) -> None:
        self._screen, self._folder = screen, folder
        self._home = folder / "home"
        self._command: list[str | Path] = [program]
        self._environment = clean_environment(self._home, PATH="/none")
        for variable in ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME"):
            self._environment.pop(variable, None)
        if can_be_alone():
            self._command = ["unshare", "--mount", "--net", "sh", "-c", ALONE, "sh",
                             program.parent, program]  # fmt: skip
            self._environment["PATH"] = os.environ["PATH"]  # the shell takes it away
        else:
            print("smoke test: not as root, so the network and the folder stay as they are")

    def run(self, *arguments: str | Path) -> str:
        done = subprocess.run(
            [*self._command, *arguments], env=self._environment, cwd=self._folder,
            capture_output=True, text=True, timeout=SLOW, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
        return done.stdout

    def window(self, name: str, silent: bool = True) -> Program:
        path = self._environment["PATH"]
        return Program(self._screen, self._home / name, self._command, silent, PATH=path)

    # ---- the steps

    def reads(self) -> None:
        """The command line: version, samples, networks."""
        assert self.run("--version").startswith("lenet-gui ")
        samples = [ROOT / "resources" / "samples" / f"{name}.json" for name in ("two", "seven")]
        read = json.loads(self.run("recognize", *samples, "--json"))
        assert [result["digit"] for result in read] == [2, 7]
        for name in ("page.png", "page.avif"):  # the second one in a process of its own
            many = self.run("recognize", "--many", self._page("7337", name))
            assert "7337" in many, many
        assert "lenet-5" in self.run("networks")

    def exports(self) -> None:
        """ONNX is checked by the program itself, and a script needs its resources."""
        for form in ("onnx", "script", "safetensors"):
            self.run("export", "--network", "lenet-5", "--format", form, "--output", form)
            assert (self._folder / form).stat().st_size > 10_000

    def imports(self) -> None:
        """What was exported, and what PyTorch wrote, in a process of its own."""
        import torch

        from lenet_gui.engine.checkpoints.named_networks import load_checkpoint

        weights = load_checkpoint("lenet-sigmoid").weights
        state = {name: torch.from_numpy(values.copy()) for name, values in weights.items()}
        torch.save(state, self._folder / "theirs.pt")
        for file, name in (("onnx", "lenet-5"), ("theirs.pt", "lenet-sigmoid")):
            written = ("--output", "imported.safetensors", "--json")
            said = json.loads(self.run("import", file, "--architecture", name, *written))
            assert said["choices"][0]["architecture"] == name

    def draws(self) -> None:
        """With the mouse; the answer stands in the title."""
        with self.window("draws") as program:
            program.draw(DIGITS["3"])
            program.wait_for_answer("3")
            program.keys("Delete")
            program.wait_for_answer("")
            program.close_window()
            assert program.wait_for_end() == 0

    def plays(self) -> None:
        """A video, as if it were a camera: the digit in it is read."""
        video = write_video(self._folder / "page.avi", [page_of("7")] * 50)
        with self.window("plays", silent=False) as program:  # FFmpeg talks
            program.click(program.plan["camera"])
            until(program.still, "the camera's bar")
            program.keys("v", "Tab", "Tab")
            program.screen.hand("type", str(video))
            program.keys("Return")
            until(lambda: program.answer == "7", "the digit of the video to be read", SLOW)
            program.close_window()
            code = program.wait_for_end()
            assert code == 0, (code, program.said())
            assert "Traceback" not in program.said(), program.said()

    def trains(self) -> None:
        """Ten seconds, in a process of its own; then what was learned is kept, and reads."""
        with self.window("trains") as program:
            program.draw(DIGITS["3"])
            program.wait_for_answer("3")
            shipped = program.maps("C1")
            home = self._home / "trains"
            program.keys("ctrl+4")  # the workspace Train
            program.rest()
            until(lambda: worker(program) is not None, "the training process", SLOW)
            program.keys("alt+l", "Home")
            until(program.still, "the window to rest")
            program.keys("F5")
            program.rest()
            program.keys("ctrl+1")
            program.rest()
            until(lambda: changing(program, "C1"), "maps that change", SLOW)
            until(lambda: asked_for_a_name(program), "the end, and the question for a name", SLOW)
            program.screen.hand("type", "mine")
            program.keys("Return")
            until(lambda: list(home.rglob("mine.safetensors")), "the network in the library")
            program.keys("ctrl+1")
            until(program.still, "the window to rest")
            program.keys("Delete")
            program.wait_for_answer("")
            program.draw(DIGITS["3"])
            # What ten seconds of a busy machine have taught may not be sure of it.
            until(lambda: program.answer, "an answer of what was learned")
            until(program.still, "the window to rest")
            assert (program.maps("C1") != shipped).any(), "it does not read with what was learned"
            program.close_window()
            assert program.wait_for_end() == 0

    def _page(self, digits: str, name: str) -> Path:
        from PIL import Image

        path = self._folder / name
        Image.fromarray(page_of(digits)).save(path)
        return path


def asked_for_a_name(program: Program) -> bool:
    """Press Keep, which is there when the training is over, until a name is asked for."""
    if keep_dialog(program):
        return True
    program.keys("ctrl+4")
    program.rest()
    program.keys("alt+k")
    time.sleep(1.0)
    return keep_dialog(program)


def can_be_alone() -> bool:
    """Whether this user may take network and writing away from a program."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "--mount", "--net", "true"], check=False).returncode == 0


def contents(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file."""
    stats = {path: path.lstat() for path in folder.rglob("*")}
    return {str(path): (stat.st_size, stat.st_mtime_ns) for path, stat in stats.items()}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
