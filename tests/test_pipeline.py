"""Files in, a build out; what cannot be read is one clear line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import pipeline, rdf
from kg.errors import InputError

REPORT = "新华社北京12月6日电 国家能源局印发《电力规划》。江苏省南京市的紫金山实验室参加编制。\n"


def write(folder: Path, name: str, text: str = REPORT) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_folder_gives_its_texts_by_name_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    files = [write(tmp_path, "b.txt"), write(tmp_path / "deep", "a.md"), write(tmp_path, "c.pdf")]
    assert list(pipeline.files([tmp_path])) == sorted(files[:2])


def test_one_bad_file_among_many_is_listed_and_the_rest_built(tmp_path: Path) -> None:
    write(tmp_path, "good.txt")
    (tmp_path / "bad.txt").write_bytes(b"")
    result = pipeline.build([tmp_path])
    assert [source.name for source in result.knowledge.sources] == ["good.txt"]
    (line,) = result.failures
    assert "bad.txt" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"\x00\x01\x02\xff" * 50, "text"), (None, "no such file")],
    ids=["empty", "binary", "missing"],
)
def test_what_cannot_be_read_is_one_line_that_names_the_file(tmp_path: Path, content: bytes | None, says: str) -> None:
    file = tmp_path / "page.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InputError) as error:
        pipeline.build([file])
    message = str(error.value)
    assert "page.txt" in message
    assert says in message
    assert "\n" not in message


def test_a_file_too_large_for_a_page_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as out:
        out.truncate(50 * 1024 * 1024)
    with pytest.raises(InputError, match="50 MB"):
        pipeline.build([file])


def test_a_folder_without_texts_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.txt"):
        pipeline.build([tmp_path])


def test_a_text_without_names_is_an_issue_not_a_failure(tmp_path: Path) -> None:
    result = pipeline.build([write(tmp_path, "plain.txt", "他拿起铅笔，在纸上画了一条线，然后笑了笑。\n")])
    assert result.failures == ()
    assert "no-entity" in {issue.kind for issue in result.issues}


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{name}.txt", f"{name}讯：{REPORT}") for name in "甲乙丙"]
    one = rdf.to_turtle(pipeline.build(files).knowledge)
    other = rdf.to_turtle(pipeline.build(files[::-1]).knowledge)
    assert one == other


def test_the_hash_seed_does_not_matter(tmp_path: Path) -> None:
    file = write(tmp_path, "2025-12-06-a.txt", REPORT * 3)
    program = (
        "import sys; from pathlib import Path; from kg import pipeline, rdf; from kg.export import page; "
        "k = pipeline.build([Path(sys.argv[1])]).knowledge; "
        "sys.stdout.buffer.write(rdf.to_turtle(k) + page.render(k).encode())"
    )
    written = {
        subprocess.run(
            [sys.executable, "-c", program, str(file)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(written) == 1


def test_a_place_that_may_be_several_is_listed(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("鼓楼区今天下雨。", encoding="utf-8")
    built = pipeline.build([page])
    assert [issue.kind for issue in built.issues] == ["ambiguous-place"]
    assert built.issues[0].detail.startswith("鼓楼区: one of ")
    page.write_text("江苏省南京市鼓楼区今天下雨。", encoding="utf-8")
    assert pipeline.build([page]).issues == ()
