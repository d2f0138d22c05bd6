from tests.journeys.screenshots import FOLDER, PICTURES


def test_every_picture_of_the_documentation_is_there_and_light() -> None:
    sizes = {path.stem: path.stat().st_size for path in FOLDER.glob("*.webp")}

    assert set(sizes) == {name for name, *_rest in PICTURES}
    assert max(sizes.values()) < 150_000
