"""What users install: the wheel carries graph/, and works in an environment that has nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WHEEL_LIMIT = 20 * 1024 * 1024


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=ROOT)
    (file,) = folder.glob("*.whl")
    return file


def test_the_wheel_carries_what_the_project_knows(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in (ROOT / "graph").rglob("*"):
        if file.is_file():
            assert f"kg/_graph/{file.relative_to(ROOT / 'graph').as_posix()}" in names
    assert "kg/py.typed" in names
    assert wheel.stat().st_size < WHEEL_LIMIT


def test_the_wheel_builds_the_sample_page_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "env", folder=tmp_path)
    run(tmp_path / "env/bin/python", "-m", "pip", "install", "--quiet", wheel, folder=tmp_path)
    kg = tmp_path / "env/bin/kg"
    assert run(kg, "--version", folder=tmp_path).stdout.startswith("kg, version")
    run(kg, "build", ROOT / "seeds", "--out", "out", folder=tmp_path)
    run(kg, "validate", folder=tmp_path)
    assert (tmp_path / "out/graph.html").stat().st_size > 100_000


def test_the_public_surface_is_short_and_listed() -> None:
    import kg

    assert sorted(kg.__all__) == ["Graph", "__version__", "build"]
    assert all(hasattr(kg, name) for name in kg.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Builder'"):
        kg.Builder  # noqa: B018
