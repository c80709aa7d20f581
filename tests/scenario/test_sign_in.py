# SPDX-License-Identifier: GPL-3.0-or-later
"""Who gets in at the real server, who does not, and what is told of it."""

import http.client
import json
import os
import subprocess
import time

import place
import tap
from api import Api
from server import PROGRAM, Server

PASSWORD, GUESS = "correct horse battery", "wrong-guess-of-somebody"
FREE_TRIES = 5  # of a name from a source; of one of them alone four times

server = Server(log__level="detail").start()
api = server.api
api.post("/api/users", name="boss", role="admin", uid=os.getuid())
for name in ("ana", "ben", "eva"):
    api.post("/api/users", name=name, role="supervisor")
    api.set_password(f"/api/users/{name}/password", PASSWORD)
secrets = [PASSWORD, GUESS]


class From(Api):
    """The API over TCP, from an address of one's own."""

    def __init__(self, number, token=None):
        super().__init__((server.address, 8080), token)
        self.source = place.host(number)

    def connection(self):
        return http.client.HTTPConnection(
            *self.where, timeout=self.timeout_s,
            source_address=(self.source, 0))

    def sign_in(self, user, password=PASSWORD):
        """The answer's status; a token is kept as a secret."""
        answer = self.ask("POST", "/api/sessions",
                          {"name": user, "password": password})
        if answer.status == 201:
            secrets.append(answer.json["token"])
        return answer.status


def routes():
    """(method, path, permission) of all there are, by the program's words."""
    described = json.loads(subprocess.run(
        [PROGRAM, "--openapi"], capture_output=True, check=True).stdout)
    return [(method.upper(), path.replace("{id}", "1").replace(
                "{token}", "1"), operation["x-permission"])
            for path, operations in described["paths"].items()
            for method, operation in operations.items()]


def opens_nothing(token):
    """Each route says 401 to it, and nothing has changed."""
    stranger = From(0, token)
    before = api.get("/api/state")["seq"]
    for method, path, permission in routes():
        if permission != "anyone":
            body = {} if method in ("POST", "PUT") else None
            status = stranger.ask(method, path, body).status
            assert status == 401, (method, path, status)
    assert api.get("/api/state")["seq"] == before


def one_source_many_names():
    """who tries one password at many names waits as well"""
    sprayer = From(1)
    given = [sprayer.sign_in(f"name{n}", GUESS)
             for n in range(4 * FREE_TRIES + 1)]
    assert given == [401] * 4 * FREE_TRIES + [429], given
    assert sprayer.sign_in("eva") == 429  # with the right one, too
    assert From(2).sign_in("eva") == 201  # but not from elsewhere


def the_usual_place_is_open():
    """guesses from elsewhere lock nobody out of the usual place"""
    usual = From(2)
    assert usual.sign_in("ana") == 201
    guesser = From(3)
    given = [guesser.sign_in("ana", GUESS) for _ in range(FREE_TRIES + 1)]
    assert given == [401] * FREE_TRIES + [429], given
    assert guesser.sign_in("ana") == 429
    assert usual.sign_in("ana") == 201
    assert api.get("/api/me")["name"] == "boss"


def it_is_counted():
    """sign-ins that were refused stand in the metrics"""
    text = api.ask("GET", "/metrics").raw.decode()
    count = [float(line.split()[1]) for line in text.splitlines()
             if line.startswith("cclite_sign_ins_refused_total ")][0]
    assert count >= 5 * FREE_TRIES, count


def a_token_that_is_none():
    """no route opens to no token, a cut one, or one in the address"""
    answer = From(2).ask("POST", "/api/sessions",
                         {"name": "ben", "password": PASSWORD})
    token = answer.json["token"]
    secrets.append(token)
    assert From(0, token).get("/api/me")["name"] == "ben"
    opens_nothing(None)
    opens_nothing(token[:-1])
    opens_nothing("A" * len(token))
    status = From(0).ask("GET", f"/api/queues?token={token}").status
    assert status == 401, status


def one_of_another_server():
    """no route opens to a token that another server gave"""
    other = Server("other", address=place.host(3)).start()
    other.api.post("/api/users", name="boss", role="admin", uid=os.getuid())
    made = other.api.post("/api/users/boss/tokens", label="foreign")
    secrets.append(made["token"])
    opens_nothing(made["token"])
    assert other.stop() == 0


def one_that_has_expired():
    """no route opens to a token whose time is over"""
    made = api.post("/api/users/boss/tokens", label="short", expires_in_s=1)
    secrets.append(made["token"])
    place.wait_until("it has expired", lambda: From(
        0, made["token"]).ask("GET", "/api/me").status == 401)
    opens_nothing(made["token"])


def one_that_was_revoked():
    """no route opens to a token that was revoked, signed out, or orphaned"""
    made = api.post("/api/users/boss/tokens", label="key")
    secrets.append(made["token"])
    assert From(0, made["token"]).get("/api/me")["name"] == "boss"
    assert api.ask("DELETE",
                   f"/api/users/boss/tokens/{made['id']}").status == 204
    opens_nothing(made["token"])

    tokens = [From(2).post("/api/sessions", name="eva",
                           password=PASSWORD)["token"] for _ in range(2)]
    secrets.extend(tokens)
    assert From(0, tokens[0]).ask("DELETE",
                                  "/api/sessions/current").status == 204
    opens_nothing(tokens[0])
    eva = api.ask("GET", "/api/users/eva")
    assert api.ask("DELETE", "/api/users/eva", headers={
        "If-Match": eva.headers["ETag"]}).status in (200, 204)
    opens_nothing(tokens[1])


def secrets_are_nowhere():
    """no token and no password is in the log at its most talkative, or kept"""
    began = time.monotonic()
    place.wait_until("a turn more", lambda: time.monotonic() > began + 0.2)
    assert server.stop() == 0
    files = [os.path.join(where, name)
             for where, _, names in os.walk(server.data) for name in names]
    files.append(place.path(server.log))
    assert len(files) > 2 and len(secrets) > 8
    for path in files:
        with open(path, "rb") as file:
            raw = file.read()
        found = [secret for secret in secrets if secret.encode() in raw]
        assert not found, (path, found)


tap.run(one_source_many_names, the_usual_place_is_open, it_is_counted,
        a_token_that_is_none, one_of_another_server, one_that_has_expired,
        one_that_was_revoked, secrets_are_nowhere)
