from tests.tracker.writing import held_interview
from tests.web.applications.owner import Owner
from tests.web.visitor import text
from yokame.web.applications.deeds import DEEDS


def test_x(owner: Owner) -> None:
    uid, round_uid = held_interview(owner.person)
    page = owner.page(uid)
    assert page.status_code == 200
    print(text(page))
    for slug in DEEDS:
        p = owner.open(f"/applications/{uid}/rounds/{round_uid}/{slug}/")
        assert p.status_code == 200, slug
        p = owner.open(f"/applications/{uid}/rounds/{round_uid}/{slug}/", **{"HX-Request": "true"})
    for n in (1, 2, 3):
        assert owner.open(f"/applications/{uid}/events/{n}/").status_code == 200
    p = owner.open(
        "/applications/new/?said=1週間以内&held=2026-11-13&stage=final&signal=own_feeling_good"
    )
    print(text(p))
    r = owner.send(
        f"/applications/{uid}/rounds/{round_uid}/word/", {"said": "fail", "on": "2026-11-19"}
    )
    print(text(owner.follow(r)))
    r = owner.send(
        "/applications/new/",
        {
            "employer": "株式会社みほん",
            "begun": "applied",
            "applied_on": "11/18",
            "track": "new_grad",
        },
    )
    print(text(owner.follow(r)))
