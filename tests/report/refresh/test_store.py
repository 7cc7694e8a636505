"""Files come from a folder or from the network, whole and unchanged, or not at all."""

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from report.refresh.store import NotOpen, RefreshError, Store

CONTENT = b"a,b\n1,2\n"


class Publisher(BaseHTTPRequestHandler):
    """Answers with a file, with half of it, or with an error."""

    def do_GET(self):
        if self.path.startswith("/gone"):
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        self.wfile.write(CONTENT[:3] if self.path.startswith("/broken") else CONTENT)

    def log_message(self, *arguments):
        """Nothing is printed."""


@pytest.fixture(scope="module")
def publisher():
    server = HTTPServer(("127.0.0.1", 0), Publisher)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_download_and_checksum(tmp_path, publisher):
    digest = hashlib.sha256(CONTENT).hexdigest()
    assert Store(tmp_path).get("t.csv", f"{publisher}/t.csv", digest).read_bytes() == CONTENT


@pytest.mark.parametrize(("path", "digest", "words"), [
    ("gone.csv", None, "the server answers 404"),
    ("broken.csv", None, "no connection, or one that broke"),
    ("other.csv", "0" * 64, "not the file of the pinned edition")])
def test_fault_is_one_sentence_and_leaves_no_file(tmp_path, publisher, path, digest, words):
    with pytest.raises(RefreshError, match=words):
        Store(tmp_path).get("t.csv", f"{publisher}/{path}", digest)
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_no_network(tmp_path):
    with pytest.raises(RefreshError, match="t.csv cannot be downloaded from 127.0.0.1:9"):
        Store(tmp_path).get("t.csv", "http://127.0.0.1:9/t.csv")


def test_folder_in_place_of_the_network(tmp_path):
    store = Store(tmp_path / "unused", given=tmp_path)
    (tmp_path / "t.csv").write_bytes(CONTENT)
    assert store.get("t.csv", "https://example.org/t.csv").read_bytes() == CONTENT
    with pytest.raises(RefreshError, match="not the file of the pinned edition"):
        store.get("t.csv", "https://example.org/t.csv", "0" * 64)
    with pytest.raises(RefreshError, match="u.csv is not in .* from example.org"):
        store.get("u.csv", "https://example.org/u.csv")


def test_files_that_only_people_get(tmp_path):
    with pytest.raises(NotOpen, match="by hand from the page"):
        Store(tmp_path).only_given("V-Dem*.csv", "the page")
    (tmp_path / "V-Dem-v15.csv").write_text("")
    (found,) = Store(tmp_path, given=tmp_path).only_given("V-Dem*.csv", "the page")
    assert found.name == "V-Dem-v15.csv"
