from pathlib import Path

import pytest

from yokame.server.environment import (
    SettingError,
    is_loopback,
    read_environment,
    unknown_variables,
    usual_data_dir,
)

MAIL = {
    "YOKAME_SMTP_URL": "smtp://smtp.example.ac.jp",
    "YOKAME_MAIL_FROM": "yokame <yokame@example.ac.jp>",
}


def test_nothing_set_means_this_machine_only_on_port_8000() -> None:
    environment = read_environment({})

    assert (environment.host, environment.port) == ("127.0.0.1", 8000)
    assert environment.allowed_hosts == ("127.0.0.1", "localhost", "[::1]")


@pytest.mark.parametrize("text", ["eighty", "-1", "65536", "8000.0", "８０００"])
def test_a_port_that_is_none_is_named_in_the_error(text: str) -> None:
    with pytest.raises(SettingError, match="YOKAME_PORT"):
        read_environment({"YOKAME_PORT": text})


def test_an_empty_variable_counts_as_not_set() -> None:
    names = ("YOKAME_PORT", "YOKAME_HOST", "YOKAME_DATA_DIR", "YOKAME_ALLOWED_HOSTS")

    assert read_environment(dict.fromkeys(names, "")) == read_environment({})


def test_other_machines_are_let_in_only_under_a_name_that_was_given() -> None:
    with pytest.raises(SettingError, match="YOKAME_ALLOWED_HOSTS"):
        read_environment({"YOKAME_HOST": "0.0.0.0"})

    named = {
        **MAIL,
        "YOKAME_HOST": "0.0.0.0",
        "YOKAME_ALLOWED_HOSTS": "a.example.ac.jp, b.example.ac.jp",
    }
    assert read_environment(named).allowed_hosts[3:] == ("a.example.ac.jp", "b.example.ac.jp")


@pytest.mark.parametrize("names", ["", "localhost", "127.0.0.1, [::1]"])
def test_without_a_name_beyond_this_machine_nobody_signs_in(names: str) -> None:
    assert read_environment({"YOKAME_ALLOWED_HOSTS": names}).is_local


@pytest.mark.parametrize("names", ["yokame.example.ac.jp", "localhost 192.168.0.2", ".example.jp"])
def test_a_name_for_others_makes_a_server_on_which_people_sign_in(names: str) -> None:
    assert not read_environment({**MAIL, "YOKAME_ALLOWED_HOSTS": names}).is_local


@pytest.mark.parametrize("missing", MAIL)
def test_a_server_that_could_not_prove_an_address_does_not_start(missing: str) -> None:
    mail = {name: value for name, value in MAIL.items() if name != missing}

    with pytest.raises(SettingError, match=missing):
        read_environment({**mail, "YOKAME_ALLOWED_HOSTS": "yokame.example.ac.jp"})


@pytest.mark.parametrize(
    "text", ["yokame", "a@", "@b.example", "a b", "a@b.example\nBcc: c@d.example"]
)
def test_a_sender_that_is_no_address_is_named_in_the_error(text: str) -> None:
    with pytest.raises(SettingError, match="YOKAME_MAIL_FROM"):
        read_environment({"YOKAME_MAIL_FROM": text})


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("localhost", True), ("127.0.0.2", True), ("::1", True), ("0.0.0.0", False), ("me", False)],
)
def test_only_addresses_of_this_machine_are_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_data_lies_where_each_platform_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/hana")

    assert usual_data_dir({}, "linux") == Path("/home/hana/.local/share/yokame")
    assert usual_data_dir({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/yokame")
    assert usual_data_dir({"XDG_DATA_HOME": "data"}, "linux").is_relative_to("/home/hana")
    mac = Path("/home/hana/Library/Application Support/yokame")
    assert usual_data_dir({"XDG_DATA_HOME": "/data"}, "darwin") == mac


def test_a_misspelt_setting_is_noticed() -> None:
    assert unknown_variables({"YOKAME_PROT": "1", "YOKAME_PORT": "1", "HOME": "/"}) == [
        "YOKAME_PROT"
    ]


@pytest.mark.parametrize("text", ["short", "A" * 44, "あ" * 43 + "=", "A" * 43 + "=,short"])
def test_an_encryption_key_that_is_none_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(SettingError, match="YOKAME_ENCRYPTION_KEY") as refused:
        read_environment({"YOKAME_ENCRYPTION_KEY": text})

    assert text not in str(refused.value)


def test_several_encryption_keys_may_be_given_in_either_alphabet() -> None:
    keys = read_environment({"YOKAME_ENCRYPTION_KEY": f"{'+' * 43}=, {'_' * 43}="}).encryption_keys

    assert keys == ("-" * 43 + "=", "_" * 43 + "=")


@pytest.mark.parametrize(
    ("variables", "address"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"YOKAME_HOST": "::1", "YOKAME_PORT": "81"}, "http://[::1]:81"),
        ({"YOKAME_PORT": "0"}, ""),
        (
            {"YOKAME_ALLOWED_HOSTS": "yokame.example.ac.jp,b.example"},
            "https://yokame.example.ac.jp",
        ),
        ({"YOKAME_ALLOWED_HOSTS": ".example.ac.jp"}, ""),
        ({"YOKAME_ALLOWED_HOSTS": "*"}, ""),
    ],
)
def test_the_house_knows_its_address_for_links_in_mails(
    variables: dict[str, str], address: str
) -> None:
    assert read_environment({**MAIL, **variables}).own_address == address


def test_a_model_is_named_by_its_path_and_none_unless_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert read_environment({"YOKAME_MODEL": "~/a.yokame"}).model == tmp_path / "a.yokame"
    assert read_environment({"YOKAME_MODEL": ""}).model is None
