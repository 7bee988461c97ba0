"""The recipes, as far as they can be run here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.gate.newsroom import CHANGED, FAITHFUL, WIRE, put, wires
from tests.service.server import serving

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "pipelines.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    """The code blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_yaml_is_yaml() -> None:
    """The hook that is shown exists; every snippet parses."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    shown = [yaml.safe_load(one) for one in blocks("yaml")]
    assert shown[0]["repos"][0]["hooks"][0]["id"] in {one["id"] for one in hooks}
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert set(shown[1]["jobs"]["drafts"]["steps"][1]["with"]) <= set(action["inputs"])


@pytest.mark.parametrize(("draft", "code"), [(FAITHFUL, 0), (CHANGED, 1), ("", 2)])
def test_the_script_of_the_action(tmp_path: Path, draft: str, code: int) -> None:
    """Annotations on stdout, SARIF in the file, the summary appended, the code of the gate."""
    (step,) = (one for one in yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"] if "env" in one)
    put(tmp_path, {"draft.txt": draft})
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env={
            **os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "DRAFTS": "draft.txt",
            "ARCHIVE": "", "AGAINST": str(wires(tmp_path)), "FAIL_ON": "error", "SARIF": "out.sarif",
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        },
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert ("::error file=draft.txt" in done.stdout) == (code > 0)
    assert (tmp_path / "out.sarif").exists()
    assert (tmp_path / "summary.md").exists()


def test_the_superdesk_hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Called as Superdesk calls it: the item, the list of errors, their fields."""
    (recipe,) = blocks("python")
    with serving(tmp_path, "--archive", "wires.db") as server:
        with server.client() as client:
            assert client.put("/v1/articles/w", json={"text": WIRE["text"], "title": WIRE["title"]}).status_code == 201
        monkeypatch.setenv("DERIVE_URL", server.url)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        names: dict[str, Any] = {}
        exec(compile(recipe, "recipe", "exec"), names)
        for text, count in ((FAITHFUL, 0), (CHANGED, 1)):
            title, _, body = text.partition("\n\n")
            html = "".join(f"<p>{one}</p>" for one in body.strip().split("\n\n"))
            response: list[str] = []
            fields: dict[str, str] = {}
            item = {"type": "text", "headline": title, "body_html": html}
            names["hold_against_sources"](None, item=item, response=response, error_fields=fields)
            assert len(response) == count, response
            assert all(one.startswith("number: ") for one in response)
            assert set(fields) == ({"body_html"} if count else set())
