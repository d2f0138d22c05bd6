from tests.journeys.screenshots import FOLDER, NAMES


def test_every_picture_of_the_documentation_is_there_and_light() -> None:
    sizes = {path.stem: path.stat().st_size for path in FOLDER.glob("*.webp")}

    assert set(sizes) == NAMES
    assert max(sizes.values()) < 150_000
