"""`make audit`: known weaknesses of the pinned packages, by pip-audit.

pip-audit lives in an environment of its own under build/. Where its data cannot be reached, the
pinned versions are listed instead. Exit code 1 if a weakness is known.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "packaging" / "constraints.txt"
FOLDER = ROOT / "build" / "audit"
TOOL = "pip-audit==2.10.1"
PATIENCE = 600  # seconds


def main() -> int:
    pins = pinned()
    found = report(pins)
    weak = [each for each in found if each.get("vulns")]
    for each in weak:
        for one in each["vulns"]:
            fixed = ", ".join(one.get("fix_versions", [])) or "no version yet"
            print(f"{each['name']} {each['version']}: {one['id']}, mended in {fixed}")
    checked = {each["name"].lower() for each in found if "vulns" in each}
    print(f"{len(checked)} of {len(pins)} pinned packages were checked, {len(weak)} are weak")
    unknown = {name: version for name, version in pins.items() if name.lower() not in checked}
    if unknown:
        print("nothing could be learned of:")
        for name, version in unknown.items():
            print(f"  {name} {version}")
    return 1 if weak else 0


def pinned() -> dict[str, str]:
    """Names and versions, as the constraints have them."""
    lines = (line.partition("#")[0].strip() for line in PINS.read_text("utf-8").splitlines())
    return dict(line.split("==", 1) for line in lines if line)


def report(pins: dict[str, str]) -> list[dict[str, Any]]:
    """What pip-audit says of each package; empty if it cannot be had or reaches nothing."""
    wanted = FOLDER / "pins.txt"
    try:
        program = tool()
        wanted.write_text("".join(f"{name}=={version}\n" for name, version in pins.items()))
        done = subprocess.run(
            [program, "--requirement", wanted, "--no-deps", "--disable-pip", "--format", "json",
             "--progress-spinner", "off"],
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        dependencies: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.SubprocessError, ValueError, KeyError) as error:
        print(f"pip-audit cannot say anything here ({type(error).__name__})")
        return []
    return dependencies


def tool() -> Path:
    """The program, installed when it is first needed."""
    scripts = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")
    if not (scripts / "pip-audit").exists() and not (scripts / "pip-audit.exe").exists():
        venv.create(FOLDER, clear=True, with_pip=True)
        install = [scripts / "python", "-m", "pip", "install", "--quiet", TOOL]
        subprocess.run(install, timeout=PATIENCE, check=True)
    return scripts / "pip-audit"


if __name__ == "__main__":
    sys.exit(main())
