"""The service against its own OpenAPI document: no generated request makes a 5xx or hangs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from tests.service.server import serving

OPERATIONS = {
    ("/v1/compare", "POST"),
    ("/v1/check", "POST"),
    ("/v1/validate", "POST"),
    ("/v1/articles/{id}", "GET"),
    ("/v1/articles/{id}", "PUT"),
    ("/v1/articles/{id}", "DELETE"),
    ("/healthz", "GET"),
}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The document of a server of its own: what is generated is stored, too."""
    with serving(tmp_path_factory.mktemp("schema"), "--archive", "wires.db") as server:
        yield schemathesis.openapi.from_url(f"{server.url}/openapi.json")


def test_the_document_names_every_route(document: Any) -> None:
    """And says nothing of the page's own."""
    assert {(path, method.upper()) for path, item in document.raw_schema["paths"].items() for method in item} == (
        OPERATIONS
    )


@pytest.mark.parametrize(("path", "method"), sorted(OPERATIONS))
def test_no_server_error(document: Any, path: str, method: str) -> None:
    """Whatever is sent."""

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=document[path][method].as_strategy())
    def sent(case: Any) -> None:
        assert case.call(timeout=60).status_code < 500

    sent()
