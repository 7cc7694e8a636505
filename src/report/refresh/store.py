"""Files of publishers: downloaded, or taken from a folder that somebody has filled."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pooch
import requests


class RefreshError(RuntimeError):
    """A table cannot be rebuilt; the tables in ``data/`` stay as they are."""


class NotOpen(RefreshError):
    """The publisher gives the file to people only, after a registration or on a page."""


@dataclass(frozen=True)
class Store:
    """Where files come from.

    Attributes
    ----------
    target : Path
        Folder for downloads.
    given : Path, optional
        Folder of files that were downloaded already; then nothing is taken from the network.
    pinned : bool
        Take the edition that the committed tables rest on, where the publisher has editions.
    """

    target: Path
    given: Path | None = None
    pinned: bool = False

    def get(self, name: str, url: str, sha256: str | None = None) -> Path:
        """One file.

        Parameters
        ----------
        name : str
            File name, in the folder given as in the one of downloads.
        url : str
            Where the publisher has it.
        sha256 : str, optional
            What its checksum has to be.

        Raises
        ------
        RefreshError
            If it is not in the folder, cannot be downloaded, or has another checksum.
        """
        if self.given is None:
            return self._download(name, url, sha256)
        path = self._given(name, url)
        if sha256 and hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            raise RefreshError(f"{name} in {self.given} is not the file of the pinned edition")
        return path

    def only_given(self, pattern: str, page: str) -> list[Path]:
        """Files that can only be had by hand, in order of name.

        Parameters
        ----------
        pattern : str
            Of their names, with ``*`` for any text.
        page : str
            Where the publisher offers them.

        Raises
        ------
        NotOpen
            If there is none; the error names the page where people get it.
        """
        found = sorted(self.given.glob(pattern)) if self.given else []
        if not found:
            raise NotOpen(f"{pattern} must be downloaded by hand from {page}")
        return found

    def _given(self, name: str, url: str) -> Path:
        path = self.given / name
        if not path.is_file():
            raise RefreshError(f"{name} is not in {self.given}; it can be had from "
                               f"{urlsplit(url).netloc}")
        return path

    def _download(self, name: str, url: str, sha256: str | None) -> Path:
        pooch.get_logger().setLevel("WARNING")
        folder = self.target / hashlib.sha256(url.encode()).hexdigest()[:12]
        try:
            return Path(pooch.retrieve(
                url, known_hash=f"sha256:{sha256}" if sha256 else None, fname=name, path=folder,
                downloader=pooch.HTTPDownloader(timeout=60)))
        except requests.RequestException as error:
            raise RefreshError(f"{name} cannot be downloaded from {urlsplit(url).netloc}: "
                               f"{_reason(error)}") from None
        except ValueError:  # pooch's word for a wrong checksum
            raise RefreshError(f"{name} from {urlsplit(url).netloc} is not the file of the "
                               "pinned edition") from None


def _reason(error: Exception) -> str:
    response = getattr(error, "response", None)
    return f"the server answers {response.status_code}" if response is not None \
        else f"no connection, or one that broke ({type(error).__name__})"
