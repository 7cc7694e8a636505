"""The folder of the project is the one that holds its contents and its packages."""

from report import project


def test_root_is_the_folder_of_the_book():
    for name in ("_config.yml", "_toc.yml", "CITATION.cff", "data/datapackage.json",
                 "src/report/project.py"):
        assert (project.ROOT / name).is_file()
