"""The HTTP API: the same report, the archive, an editor's validation, and every refusal with its code."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from derive.render.schema import text as schema_text
from tests.cli.run import derive
from tests.gate.newsroom import CHANGED, FAITHFUL, OWN_STORY, UNCREDITED, WIRE, page
from tests.service.server import Running, serving

SOURCE = {key: value for key, value in WIRE.items() if key in ("id", "title", "outlet", "published", "text")}
DRAFT = {"id": "draft", "text": CHANGED, "published": "2025-03-04"}


def posted(server: Running, path: str, body: object) -> dict[str, Any]:
    """The answer to a request that must succeed."""
    with server.client() as client:
        answer = client.post(path, json=body)
    assert answer.status_code == 200, answer.text
    data = answer.json()
    assert isinstance(data, dict)
    return data


class TestExamine:
    """compare, check and validate."""

    def test_the_report_is_the_command_lines(self, server: Running, room: Path) -> None:
        """The same JSON but for the ids and paths of files."""
        data = posted(server, "/v1/check", {"draft": DRAFT})
        jsonschema.validate(data, json.loads(schema_text()))
        (room / "draft.jsonl").write_text(json.dumps(DRAFT), "utf-8")
        done = derive("check", room / "draft.jsonl", "--archive", room / "wires.db", "--format", "json")
        assert data["examined"] == json.loads(done.stdout)["examined"]
        assert [one["check"] for one in data["examined"][0]["findings"]] == ["number"]

    def test_compare(self, server: Running) -> None:
        """Sources and rewrite in the body; names for those without an id; texts on request."""
        data = posted(server, "/v1/compare?text=true", {"sources": [SOURCE], "rewrite": {"text": CHANGED}})
        jsonschema.validate(data, json.loads(schema_text()))
        assert data["articles"][1]["id"] == "draft"
        assert data["articles"][1]["text"] == CHANGED

    def test_check_against_the_body(self, server: Running) -> None:
        """Without touching the archive; with its window and outlets."""
        body = {"draft": DRAFT, "against": [SOURCE]}
        assert posted(server, "/v1/check", body)["examined"][0]["status"] == "findings"
        assert posted(server, "/v1/check", {**body, "since": "2026-01-01"})["examined"][0]["status"] == "no-source"
        none = posted(server, "/v1/check", {**body, "exclude_outlets": [SOURCE["outlet"]]})
        assert none["examined"][0]["status"] == "no-source"

    def test_offsets_in_utf16(self, server: Running) -> None:
        """Characters beyond the basic plane count twice, in every place of the report."""
        text = "\U0001f6a2\U0001f30a " + CHANGED
        source = {**SOURCE, "title": "\U0001f6a2 " + str(SOURCE["title"])}
        body = {"sources": [source], "rewrite": {"text": text}}
        plain, wide = (posted(server, f"/v1/compare?offsets={one}", body) for one in ("codepoints", "utf16"))
        units = text.encode("utf-16-le")
        for one, other in zip(plain["examined"][0]["findings"], wide["examined"][0]["findings"], strict=True):
            place = other["rewrite"]
            assert units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le") == place["text"]
            assert other["source"]["start"] == one["source"]["start"] + 1
        spans = [link["rewrite"] for link in wide["examined"][0]["sources"][0]["alignments"]]
        assert spans != [link["rewrite"] for link in plain["examined"][0]["sources"][0]["alignments"]]
        assert wide["articles"][1]["characters"] == len(units) // 2

    def test_html_draft(self, server: Running) -> None:
        """A page of the content management system; the text that offsets count comes back on request."""
        title, _, body = CHANGED.partition("\n\n")
        draft = {"text": page(title, body.strip()), "markup": "html"}
        data = posted(server, "/v1/check?text=true", {"draft": draft})
        (one,) = data["examined"][0]["findings"]
        text = next(article["text"] for article in data["articles"] if article["id"] == "draft")
        assert text[one["rewrite"]["start"] : one["rewrite"]["end"]] == one["rewrite"]["text"]

    def test_validate(self, server: Running) -> None:
        """Errors and warnings with place, words, rule and what the source says."""
        draft = {"text": CHANGED.replace(", Meridian reported", "")}
        data = posted(server, "/v1/validate", {"draft": draft})
        (error,), (warning,) = data["errors"], data["warnings"]
        assert draft["text"][error["from"] : error["to"]] == error["matchedText"]
        assert error["rule"]["id"] == "number"
        assert "12 cranes" in error["source"]["text"]
        assert warning["rule"]["id"] == "uncredited"
        assert posted(server, "/v1/validate", {"draft": {"text": FAITHFUL}})["errors"] == []
        assert posted(server, "/v1/validate", {"draft": {"text": OWN_STORY}})["status"] == "no-source"

    def test_configuration_and_waivers_hold_here_too(self, tmp_path: Path, room: Path) -> None:
        """Severities of derive.toml, waivers beside it, read anew for each request."""
        (tmp_path / "derive.toml").write_text('[severity]\nuncredited = "error"\n', "utf-8")
        with serving(tmp_path, "--archive", room / "wires.db") as server:
            body = {"draft": {"text": UNCREDITED}}
            (error,) = posted(server, "/v1/validate", body)["errors"]
            waive = ("waive", error["fingerprint"], "--reason", "own wire", "--by", "Night desk")
            assert derive(*waive, DERIVE_WAIVERS=str(tmp_path / "derive-waivers.toml")).returncode == 0
            assert posted(server, "/v1/validate", body)["errors"] == []
            (finding,) = posted(server, "/v1/check", body)["examined"][0]["findings"]
            assert finding["waived"]["by"] == "Night desk"


class TestArticles:
    """GET, PUT and DELETE."""

    def test_life_of_an_article(self, server: Running) -> None:
        """New, unchanged, changed, found as a source, gone."""
        body = {"text": OWN_STORY, "outlet": "Halden Courier", "published": "2025-03-02"}
        with server.client() as client:
            path = "/v1/articles/courier/choir%20of%20Märrick"
            assert client.get(path).status_code == 404
            answers = [client.put(path, json=one) for one in (body, body, {**body, "title": "Choir"})]
            assert [one.status_code for one in answers] == [201, 200, 200]
            assert [one.json()["stored"] for one in answers] == ["new", "unchanged", "changed"]
            assert client.get(path).json()["title"] == "Choir"
            found = client.post("/v1/check", json={"draft": {"text": OWN_STORY}}).json()["examined"][0]
            assert [one["article"] for one in found["sources"]] == ["courier/choir of Märrick"]
            assert client.delete(path).status_code == 204
            assert client.delete(path).status_code == 404

    def test_without_an_archive(self, tmp_path: Path) -> None:
        """Said clearly, by each route."""
        with serving(tmp_path) as server, server.client() as client:
            assert client.get("/v1/articles/x").status_code == 404
            answer = client.post("/v1/check", json={"draft": DRAFT})
            assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad-request")
            assert "no archive" in answer.json()["error"]["message"]
            assert client.get("/healthz").json()["articles"] is None


class TestRefusals:
    """Bad requests: a code, a line, the request's id; never the text, never a 5xx."""

    @pytest.mark.parametrize(
        ("body", "status"),
        [
            (b"{", 422), (b"", 422), (b"[]", 422), (b"null", 422), (b"[" * 100_000, 400), (b'{"draft": {}}', 422),
            (b'{"draft": {"text": ""}}', 422), (b'{"draft": {"text": "  "}}', 422), (b'{"draft": {"text": 3}}', 422),
            (b'{"draft": {"text": "a\\u0000b"}}', 422), (b'{"draft": {"text": "x"}, "sources": []}', 422),
            (b'{"draft": {"text": "x", "published": "yesterday"}}', 422),
            (b'{"draft": {"text": "x", "id": "a"}, "against": [{"text": "y", "id": "a"}]}', 422),
            (b'{"draft": {"text": "<div><p>x"}, "max_sources": 0}', 422), (b"\xff\xfe", 422),
            (b'{"draft": {"text": "' + b"<b>" * 400 + b'x", "markup": "html"}}', 422),
        ],
    )  # fmt: skip
    def test_bad_bodies(self, server: Running, body: bytes, status: int) -> None:
        """Malformed JSON, wrong types, unknown fields, empty and hostile texts."""
        with server.client() as client:
            answer = client.post("/v1/check", content=body, headers={"content-type": "application/json"})
        assert answer.status_code in (status, 400), answer.text
        error = answer.json()["error"]
        assert error["request"] == answer.headers["x-request-id"]
        assert "\n" not in error["message"]

    def test_a_lone_surrogate_is_no_crash(self, server: Running) -> None:
        """It is refused or replaced, never a 500."""
        with server.client() as client:
            body = b'{"draft": {"text": "lone \\ud800 half of a pair"}}'
            answer = client.post("/v1/check", content=body, headers={"content-type": "application/json"})
        assert answer.status_code in (200, 422)

    def test_never_the_text(self, server: Running) -> None:
        """Neither errors nor logs repeat what was sent."""
        with server.client() as client:
            answer = client.post("/v1/check", json={"draft": {"text": ["secretword"]}, "secretword": 1})
            assert answer.status_code == 422
            client.put("/v1/articles/secretword", json={"text": "secretword"})
            client.delete("/v1/articles/secretword")
        assert "secretword" not in answer.text.replace("body.secretword", "")
        assert "secretword" not in server.log.read_text("utf-8")

    def test_content_type_and_size(self, tmp_path: Path) -> None:
        """415 and 413, declared or not."""
        with serving(tmp_path, "--max-body", "2000") as server, server.client() as client:
            plain = client.post("/v1/check", content=b"x", headers={"content-type": "text/plain"})
            assert plain.status_code == 415
            kind = {"content-type": "application/json"}
            assert client.post("/v1/check", content=b"x" * 3000, headers=kind).status_code == 413
            parts = (b"x" * 500 for _ in range(10))
            assert client.post("/v1/check", content=parts, headers=kind).status_code == 413
            assert client.get("/healthz").status_code == 200

    def test_methods_and_paths(self, server: Running) -> None:
        """404 and 405."""
        with server.client() as client:
            assert client.get("/v2/check").status_code == 404
            assert client.get("/v1/check").status_code == 405
            assert client.get("/page.html").status_code == 404
            assert client.get("/docs").status_code == 404

    def test_token(self, tmp_path: Path) -> None:
        """Asked for by everything that reads or computes; the wrong one is as good as none."""
        with serving(tmp_path, DERIVE_TOKEN="s3cret") as server:
            body = {"draft": DRAFT, "against": [SOURCE]}
            for headers, status in (
                ({}, 401),
                ({"authorization": "Bearer wrong"}, 401),
                ({"authorization": "Basic s3cret"}, 401),
                ({"authorization": "Bearer s3cret"}, 200),
            ):
                with server.client(**headers) as client:
                    answer = client.post("/v1/check", json=body)
                assert answer.status_code == status
                assert status == 200 or answer.headers["www-authenticate"] == "Bearer"
            with server.client() as client:
                assert client.get("/healthz").status_code == 200
                assert client.post("/view", data={"draft": CHANGED, "original": "x y z"}).status_code == 401
                form = {"draft": CHANGED, "original": SOURCE["text"], "token": "s3cret"}
                assert client.post("/view", data=form).status_code == 200
            assert "s3cret" not in server.log.read_text("utf-8")

    def test_other_hosts(self, server: Running) -> None:
        """A foreign page that rebinds its name to this machine gets nothing."""
        with server.client(host="evil.example") as client:
            assert client.get("/").status_code == 403

    def test_too_slow(self, tmp_path: Path) -> None:
        """504 after the time that was set; the service lives on."""
        with serving(tmp_path, "--timeout", "0.1") as server, server.client() as client:
            long = {"text": "The council of Halden voted 31 to 18 on the ferry to Southmark. " * 3000}
            answer = client.post("/v1/compare", json={"sources": [{**long, "id": "a"}], "rewrite": long})
            assert answer.status_code == 504
            assert client.get("/page.css").status_code == 200


class TestStart:
    """What `derive serve` refuses to start with."""

    @pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
    def test_no_token_for_other_machines(self, tmp_path: Path, host: str) -> None:
        """Exit code 2 and one line."""
        done = derive("serve", "--host", host, "--port", "0", DERIVE_TOKEN="")
        assert done.returncode == 2
        assert "DERIVE_TOKEN" in done.stderr.splitlines()[-1]

    def test_the_extra_is_missing(self, tmp_path: Path) -> None:
        """Exit code 2 and the command that installs it."""
        (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['fastapi'] = None\n", "utf-8")
        done = derive("serve", PYTHONPATH=f"{tmp_path}:{Path(__file__).parents[2]}")
        assert done.returncode == 2
        assert done.stderr == "derive: serve needs fastapi: pip install 'derive-news[serve]'\n"

    def test_a_port_that_is_taken(self) -> None:
        """Exit code 2 and a line with the address."""
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            one.listen()
            done = derive("serve", "--port", str(one.getsockname()[1]))
        assert done.returncode == 2
        assert "cannot be listened on" in done.stderr

    def test_bad_archive_and_configuration(self, tmp_path: Path) -> None:
        """Shown at the start, not at the first request."""
        (tmp_path / "note.db").write_text("no database", "utf-8")
        assert derive("serve", "--archive", tmp_path / "note.db").returncode == 2
        (tmp_path / "derive.toml").write_text("fail_on = 'x'", "utf-8")
        assert "did you mean" in derive("serve", "--config", tmp_path / "derive.toml").stderr
        assert "holds no token" in derive("serve", "--token-file", "/dev/null").stderr


def test_requests_have_ids_and_logs_are_lines(server: Running) -> None:
    """The given id is kept if it is harmless; each log line is JSON."""
    with server.client() as client:
        assert client.get("/healthz", headers={"x-request-id": "cms-42"}).headers["x-request-id"] == "cms-42"
        evil = client.get("/healthz", headers={"x-request-id": 'a"b{}'}).headers["x-request-id"]
    assert re.fullmatch("[0-9a-f]{32}", evil)
    lines = [json.loads(one) for one in server.log.read_text("utf-8").splitlines() if one.startswith("{")]
    (mine,) = (one for one in lines if one["request"] == "cms-42")
    assert (mine["method"], mine["route"], mine["status"]) == ("GET", "/healthz", 200)


class TestPage:
    """The web page at `/`."""

    def test_strict_policy_and_nothing_from_elsewhere(self, server: Running) -> None:
        """default-src 'none'; every reference is its own."""
        with server.client() as client:
            answer = client.get("/")
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert "unsafe" not in answer.headers["content-security-policy"]
            assert not re.search("https?:|//", answer.text.split("<body>")[1])
            for one in re.findall(r'(?:src|href)="([^"]+)"', answer.text):
                assert client.get(f"/{one}").status_code == 200

    def test_the_editors_view(self, server: Running) -> None:
        """With an original: compare. Without: the archive. Hostile text stays text."""
        with server.client() as client:
            both = client.post("/view", data={"draft": CHANGED, "original": SOURCE["text"]})
            assert "12 cranes" in both.text
            assert "Content-Security-Policy" in both.text
            alone = client.post("/view", data={"draft": CHANGED})
            assert "Meridian Wire" in alone.text
            evil = client.post("/view", data={"draft": "<script>window.hit=1</script> " + CHANGED})
            assert "<script>window.hit" not in evil.text
            assert client.post("/view", data={"draft": " "}).status_code == 422
