#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a shell, a network and a full disk can do to a command."""

import concurrent.futures
import itertools
import os
import re
import shutil
import socket
import ssl
import stat
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fake_server import Fake  # noqa: E402
from shell import CCLITE, cclite, environment, make_place  # noqa: E402
import tap  # noqa: E402

place = make_place()
fake = Fake(place.name)


def run(*arguments, **more):
    return cclite(place.name, *arguments, **more)


def is_one_line(err):
    return err.startswith("cclite: ") and err.count("\n") == 1


def listed(*words):
    """What stands on the left of a list of --help."""
    return [re.split(r" {2,}", line.strip())[0]
            for line in run(*words, "--help")[1].split("Commands:")[1]
            .splitlines() if re.match(r"  \S", line)]


def verbs():
    """Every command there is, as help lists them: nouns, and their verbs."""
    found = []
    for noun in listed():
        out = run(noun, "--help")[1]
        if "Options" in out:  # it stands alone, too
            found.append([noun])
        lines = listed(noun) if "Commands:" in out else []
        words = [[w for w in line.split() if w[0].islower()]
                 for line in lines]
        found += [verb for verb in words if verb != [noun]]
    return found


def explains_itself(words, other):
    """A command, in English and in another language."""
    texts = {run(*words, "--help", "--lang", lang)[:2]
             for lang in ("en", other)}
    assert len(texts) == 2 and all(code == 0 for code, _ in texts), words


def every_command_has_help():
    """every command explains itself without a server, in two languages

    English and, by turns, Spanish or Czech; that no text is missing in either
    is what check-catalogue claims."""
    found = verbs()
    assert len(found) > 75, len(found)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(explains_itself, found, itertools.cycle(("es", "cs"))))
    assert not fake.requests


def only_what_may_be_is_offered():
    """help and completion offer no word that would be refused"""
    for verb in ("add", "set"):
        out = run("queue", verb, "--help")[1]
        assert re.search(r"--overflow-to hang_up\|queue\|flow\|voicemail\s+\S",
                         out), out
    out = run("completion", "words", "--", "queue", "set", "sales",
              "--overflow-to", "")[1]
    assert out.split() == ["hang_up", "queue", "flow", "voicemail"], out


def mistakes_are_usage():
    """what is not understood is exit code 2 and one line"""
    for arguments in ((), ("nix",), ("queue",), ("queue", "nix"),
                      ("queue", "list", "x"), ("queue", "show"),
                      ("queue", "list", "--nix"), ("queue", "list", "--json=1"),
                      ("queue", "list", "--limit"),
                      ("queue", "list", "--limit", "0"),
                      ("queue", "list", "--limit", "9x"),
                      ("queue", "list", "--json", "--json"),
                      ("queue", "list", "--timeout", "5"),
                      ("queue", "list", "--timeout", "0s"),
                      ("queue", "list", "--lang", "de"),
                      ("queue", "list", "--server", "ftp://x"),
                      ("queue", "list", "--server", "http://cc.example"),
                      ("queue", "list", "--server", "https://a b"),
                      ("queue", "list", "--server", "https://u:p@cc.example"),
                      ("queue", "list", "--server", "https://a,"),
                      ("queue", "list", "--server", "https://a,ftp://b"),
                      ("queue", "list", "--server",
                       ",".join(["https://a"] * 5)),
                      ("queue", "list", "--socket", "x" * 200),
                      ("event", "tail", "--csv")):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "") and is_one_line(err), (arguments, err)
    assert not fake.requests


def mistakes_are_led_back():
    """a mistyped word is told the one it is like, and where it is explained"""
    for arguments, words in (
            (("queue", "colse"), "Did you mean close?"),
            (("queue", "colse"), "see cclite queue --help"),
            (("quue", "list"), "Did you mean queue?"),
            (("queue", "set", "a", "--rign", "5s"), "Did you mean --ring?"),
            (("queue", "set", "a", "--recor", "all"),
             "Did you mean --recording?"),
            (("voice", "list"), "Did you mean voicemail?"),
            (("queue", "set", "a", "--rign", "5s"),
             "see cclite queue set --help"),
            (("queue", "assign", "a"), "see cclite queue assign --help")):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "") and words in err, (arguments, err)
    assert "Did you mean" not in run("queue", "elephant")[2]


def odd_arguments_do_no_harm():
    """%n, 100 kB, escape sequences and broken UTF-8 are answered, not obeyed"""
    for word in ("%n%n%s%99999d", "x" * 100000, "\x1b]0;hi\x07", "", "../..",
                 "-1", "\udce9"):
        for arguments in (("queue", "show", word), ("queue", word), (word,),
                          ("queue", "list", "--" + word),
                          ("queue", "list", "--filter", word),
                          ("queue", "add", "a", "--label", word),
                          ("queue", "list", "--columns", word)):
            done = subprocess.run(
                [CCLITE, *arguments], stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60,
                check=False, env=environment(place.name), cwd=place.name)
            assert 0 <= done.returncode <= 8, (word[:20], done.stderr[-500:])
            assert b"\x1b" not in done.stderr + done.stdout, done.stderr
            assert len(done.stderr) < 20000


def nothing_but_the_name_is_needed():
    """without HOME, PATH or a locale a command still works"""
    run("queue", "add", "sales")
    done = subprocess.run(
        [CCLITE, "queue", "list"], stdout=subprocess.PIPE, timeout=60,
        env={"CCLITE_SOCKET": fake.socket}, check=True, cwd=place.name)
    assert b"sales" in done.stdout


def a_full_disk_is_told():
    """output that cannot be written is exit code 8 with a message"""
    for arguments in (("queue", "list"), ("--help",), ("--version",),
                      ("config", "export"), ("queue", "list", "--json")):
        with open("/dev/full", "w", encoding="ascii") as full:
            code, _, err = run(*arguments, stdout=full)
        assert code == 8 and is_one_line(err), (arguments, code, err)
        assert "space" in err, err


def a_reader_that_left_is_told():
    """a closed pipe ends a command with exit code 8, not by a signal"""
    read_end, write_end = os.pipe()
    os.close(read_end)
    code, _, err = run("queue", "list", stdout=write_end)
    os.close(write_end)
    assert code == 8 and is_one_line(err), (code, err)


def closed_descriptors_are_told():
    """a closed standard output is exit code 8, and nothing else is hit"""
    done = subprocess.run(
        ["sh", "-c", f'exec "{CCLITE}" queue list >&-'],
        stderr=subprocess.PIPE, timeout=60, check=False, encoding="utf-8",
        env=environment(place.name), cwd=place.name)
    assert done.returncode == 8 and is_one_line(done.stderr), done.stderr
    done = subprocess.run(
        ["sh", "-c", f'exec "{CCLITE}" queue list <&- >&- 2>&-'], timeout=60,
        check=False, env=environment(place.name), cwd=place.name)
    assert done.returncode == 8


def languages_need_no_locale():
    """--lang, CCLITE_LANG and LC_ALL choose the language under LC_ALL=C"""
    english = run("queue")[2]
    czech = run("queue", "--lang", "cs")[2]
    spanish = run("queue", env={"CCLITE_LANG": "es"})[2]
    assert len({english, czech, spanish}) == 3
    assert run("queue", env={"LC_ALL": "cs_CZ.UTF-8"})[2] == czech
    assert run("queue", "--lang=cs", env={"CCLITE_LANG": "es"})[2] == czech
    assert run("--lang", "cs", "queue")[2] == czech


def nobody_there_is_five():
    """no socket, no listener and a refused connection are exit code 5"""
    nowhere = os.path.join(place.name, "nowhere.sock")
    code, _, err = run("queue", "list", "--socket", nowhere)
    assert code == 5 and is_one_line(err) and nowhere in err, err
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(nowhere)
    assert run("queue", "list", "--socket", nowhere)[0] == 5
    dead.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    assert run("queue", "list", "--server", url)[0] == 5


def a_lost_connection_is_tried_again():
    """reading and POST are asked twice at most, and POST is done once"""
    fake.drop = 1
    assert run("queue", "list")[0] == 0
    before = len(fake.documents["queue"])
    fake.drop = 1
    assert run("queue", "add", "once")[0] == 0
    assert len(fake.documents["queue"]) == before + 1
    keys = [r.headers["Idempotency-Key"]
            for r in fake.asked("POST", "/api/queues")[-2:]]
    assert keys[0] == keys[1]
    fake.drop = 5
    code, _, err = run("queue", "list")
    assert code == 5 and fake.drop == 3, (code, fake.drop, err)
    fake.drop = 0


def a_lost_change_is_not_repeated():
    """PUT is never asked twice, because the version may have moved"""
    fake.drop, fake.drop_method = 1, "PUT"
    before = len(fake.asked("PUT", "/api/queues"))
    code, _, err = run("queue", "set", "sales", "--ring", "9s")
    assert code == 5 and "may have been done" in err, (code, err)
    assert len(fake.asked("PUT", "/api/queues")) == before + 1
    fake.drop_method = None


def nonsense_is_seven():
    """an answer that is no HTTP, no JSON, or too large is exit code 7"""
    long = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
    for raw in (b"hello\r\n\r\n", b"\0\1\2",
                long + b'{"items": [', long + b"[1]", long + b'{"a":"\xff"}',
                long + b"[" * 100000,
                long + b'{"items": [' + b'"x",' * (9 * 1024 * 1024)):
        fake.raw = raw
        code, out, err = run("queue", "list")
        assert code == 7 and out == "" and is_one_line(err), (raw[:60], err)
    fake.raw = (b"HTTP/1.1 418 Teapot\r\nContent-Type: text/html\r\n"
                b"Content-Length: 3\r\n\r\n<b>")
    code, _, err = run("queue", "list")
    assert code == 1 and "418" in err and is_one_line(err), err
    fake.raw = (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n"
                b"Content-Length: 0\r\n\r\n")
    assert run("queue", "list")[0] == 7
    fake.raw = None


def odd_answers_do_no_harm():
    """fields of other types than expected are shown, not believed"""
    for items in ([1, "x", None, []], [{"id": "x", "name": 5}],
                  [{"id": 1, "name": {"a": [1]}}], {"a": 1}, "x", None):
        fake.fixed["GET", "/api/queues"] = {"items": items, "next": None}
        for arguments in (("queue", "list"), ("queue", "list", "--csv"),
                          ("queue", "list", "--jsonl"), ("config", "export")):
            code, _, err = run(*arguments)
            assert 0 <= code <= 8 and "runtime error" not in err, err
            assert "Sanitizer" not in err, err
    del fake.fixed["GET", "/api/queues"]


def a_list_without_an_end_ends():
    """a server that always has another page is not followed for ever"""
    fake.fixed["GET", "/api/users"] = {
        "items": [{"id": 1, "name": "x"}] * 5000, "next": 1}
    code, out, err = run("user", "list", "--csv")
    assert (code, out) == (7, "") and is_one_line(err), (code, err)
    del fake.fixed["GET", "/api/users"]


def waiting_is_bounded():
    """a server that does not answer is exit code 5 after --timeout"""
    path = os.path.join(place.name, "mute.sock")
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(path)
        mute.listen(5)
        code, _, err = run("queue", "list", "--socket", path,
                           "--timeout", "300ms")
    assert code == 5 and is_one_line(err), (code, err)


def serve_tls(certificate, key):
    """A TLS server of this machine; gives its port and what it was asked."""
    listener = socket.create_server(("127.0.0.1", 0))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    asked = []

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(connection, server_side=True) as tls:
                    data = tls.recv(65536)
                    if not data:
                        continue
                    asked.append(data)
                    tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n"
                                b"Content-Type: application/json\r\n\r\n"
                                b'{"items":[]}')
            except OSError:  # who does not trust us hangs up in any way
                continue
    threading.Thread(target=serve, daemon=True).start()
    return listener, asked


def strangers_are_not_believed():
    """TLS is for a server whose certificate is good, and bears its name"""
    if not shutil.which("openssl"):
        raise tap.Skip("openssl is not installed")
    key, certificate = (os.path.join(place.name, n) for n in ("k", "c"))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days",
         "2", "-subj", "/CN=cc", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", key, "-out", certificate], check=True, timeout=60,
        capture_output=True)
    listener, asked = serve_tls(certificate, key)
    port = listener.getsockname()[1]
    for arguments, wanted in (
            (("--server", f"https://127.0.0.1:{port}"), 5),
            (("--server", f"https://localhost:{port}", "--ca-file",
              certificate), 5),
            (("--server", f"https://127.0.0.1:{port}", "--ca-file",
              "/nowhere"), 5)):
        code, _, err = run("queue", "list", *arguments)
        assert code == wanted and is_one_line(err), (arguments, code, err)
    assert not asked, asked
    code, _, err = run("queue", "list", "--server",
                       f"https://127.0.0.1:{port}", "--ca-file", certificate)
    assert (code, err) == (0, "") and asked, (code, err)
    listener.close()


def servers_do_not_share_tokens():
    """the token of one server is not sent to another"""
    tokens = os.path.join(place.name, ".config/cclite/tokens")
    os.makedirs(tokens)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        port = listener.getsockname()[1]
        for name in ("local", f"http_127.0.0.1_{port + 1}"):
            with open(os.path.join(tokens, name), "w",
                      encoding="ascii") as file:
                file.write("secret\n")
            os.chmod(os.path.join(tokens, name), 0o600)
        seen = []

        def serve():
            connection, _ = listener.accept()
            seen.append(connection.recv(65536))
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n"
                               b"Content-Type: application/json\r\n\r\n"
                               b'{"items":[]}')
            connection.close()
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        code = run("queue", "list", "--server",
                   f"http://127.0.0.1:{port}")[0]
        thread.join(10)
    assert code == 0 and b"secret" not in seen[0], (code, seen)


def completion_offers_what_fits():
    """completion offers nouns, verbs, options, words and names"""
    def offers(*words):
        return run("completion", "words", "--", *words)[1].split()
    assert "queue" in offers("") and "verify" in offers("ver")
    assert "assign" in offers("queue", "")
    assert {"show", "set", "cancel", "pauses"} <= set(offers("state", ""))
    assert offers("state", "set", "") == ["ready", "pause", "offline"]
    assert offers("check", "") == ["queue"]
    assert "sales" in offers("check", "queue", "")
    assert "--ring" in offers("queue", "add", "x", "--r")
    assert offers("queue", "add", "x", "--strategy", "")[-3:] == [
        "weighted_random", "ring_all", "ring_progressively"]
    assert "sales" in offers("queue", "show", "")
    assert offers("ivr", "check", "") == ["<file>"]
    assert offers("user", "set", "x", "--enabled", "") == ["yes", "no"]
    assert offers("queue", "add", "x", "--lang", "") == ["en", "es", "cs"]
    assert run("box", "add", "desk")[0] == 0
    assert offers("voicemail", "forward", "81", "") == ["desk"]
    assert offers("voicemail", "forward", "81", "80", "") == ["desk"]
    assert offers("voicemail", "mark", "81", "")[-5:] == [
        "new", "heard", "saved", "done", "deleted"]
    assert "being_left" not in offers("voicemail", "mark", "81", "")
    assert offers("greeting", "set", "desk", "") == [
        "standard", "busy", "closed", "holiday"]
    assert offers("nix", "") == []
    nobody = run("completion", "words", "--socket", "/nowhere", "--",
                 "queue", "show", "")
    assert nobody == (0, "", ""), nobody


def names_are_kept_for_a_minute():
    """names for completion are asked for once a minute, and by whom asks"""
    def offers(**env):
        return run("completion", "words", "--", "queue", "show", "",
                   env=env)[1].split()

    def asked():
        return len(fake.asked("GET", "/api/queues"))
    cache = os.path.join(place.name, "kept")
    assert "sales" in offers(XDG_CACHE_HOME=cache)
    before = asked()
    assert "sales" in offers(XDG_CACHE_HOME=cache)
    assert asked() == before
    directory = os.path.join(cache, "cclite")
    (name,) = os.listdir(directory)
    path = os.path.join(directory, name)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(directory).st_mode) == 0o700
    other = os.path.join(place.name, "token-of-another")
    offers(XDG_CACHE_HOME=cache, CCLITE_TOKEN_FILE=other)
    assert asked() == before + 1

    # Too old, from the future, others' to write, or no file: asked again.
    now = time.time()
    for spoil in (lambda: os.utime(path, (now - 61, now - 61)),
                  lambda: os.utime(path, (now + 600, now + 600)),
                  lambda: os.chmod(path, 0o666),
                  lambda: (os.unlink(path), os.symlink("/etc/passwd", path)),
                  lambda: (os.unlink(path), os.mkfifo(path))):
        spoil()
        before = asked()
        assert "sales" in offers(XDG_CACHE_HOME=cache)
        assert asked() == before + 1, path

    # Text from outside stays text; what was changed is asked for again.
    with open(path, "w", encoding="utf-8") as file:
        file.write("\x1b[2Jx\n")
    os.chmod(path, 0o600)
    assert "\x1b" not in "".join(offers(XDG_CACHE_HOME=cache))
    assert run("queue", "set", "sales", "--label", "S",
               env={"XDG_CACHE_HOME": cache})[0] == 0
    assert "sales" in offers(XDG_CACHE_HOME=cache)
    assert "sales" in offers(HOME=None, XDG_CACHE_HOME=None)


def bash_completes():
    """the script for bash fills in a noun, a verb and a name"""
    script = run("completion", "bash")[1]
    with open(os.path.join(os.environ.get("top_srcdir", "."), "share",
                           "completion", "cclite.bash"),
              encoding="utf-8") as file:
        assert script == file.read()
    for words, wanted in ((["ent"], "entry"),
                          (["queue", "unassign-"], "unassign-many"),
                          (["queue", "show", "sal"], "sales")):
        test = (script + f'COMP_WORDS=("{CCLITE}" '
                + " ".join(f'"{w}"' for w in words)
                + f'); COMP_CWORD={len(words)}; COMP_LINE="{CCLITE} '
                + " ".join(words) + '"; _cclite; '
                + 'echo "${COMPREPLY[@]}"')
        out = subprocess.run(["bash", "-c", test], stdout=subprocess.PIPE,
                             encoding="utf-8", timeout=60, check=True,
                             cwd=place.name,
                             env=environment(place.name)).stdout
        assert out.split() == [wanted], (words, out)


def the_manual_has_every_command():
    """cclite(1) names every command and option that help names, no others"""
    with open(os.path.join(os.environ.get("top_srcdir", "."), "man",
                           "cclite.1"), encoding="utf-8") as page:
        text = page.read()
    table = text.split('.\\" table commands')[1].split('.\\" end')[0]
    named = [re.sub(r" (Op )?Ar .*", "", line[7:])
             for line in table.splitlines() if line.startswith(".It Ic ")]
    assert sorted(named) == sorted(" ".join(words) for words in verbs()), named
    for option in re.findall(r"^  --([a-z-]+)", run("queue", "list",
                                                    "--help")[1], re.M):
        assert f"Fl -{option}" in text, option
    for kind in ("user", "device", "agent", "queue", "trunk", "entry",
                 "pause-reason", "disposition", "team", "prompt", "route",
                 "cap", "skill", "box", "calendar", "list", "rule",
                 "queue-rule"):
        for option in re.findall(r"^  --([a-z-]+)",
                                 run(kind, "set", "--help")[1], re.M):
            assert f".It Fl -{option}" in text, (kind, option)


def flows_are_checked_offline():
    """flow check reads a flow without a server, and tells line or node"""
    path = os.path.join(place.name, "flow.json")
    before = len(fake.requests)

    def check(text):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return run("ivr", "check", path)
    assert check('{"nodes": [{"name": "a", "type": "hang_up"}]}')[0] == 0
    assert run("ivr", "check", "-", text='{"nodes": [{"name": "a", '
               '"type": "hang_up"}]}')[0] == 0
    code, _, err = check('{"nodes": [\n')
    assert code == 1 and f"{path}:2" in err, err
    code, _, err = check('{"nodes": [{"name": "a", "type": "nix"}]}')
    assert code == 1 and "nodes[0]" in err, err
    code, _, err = check('{"nodes": [{"name": "b", "type": "hang_up"}, {'
                         '"name": "a", "type": "play", "prompt": "p", '
                         '"next": "b", "on_error": "a"}]}')
    assert code == 1 and "nodes[1]" in err and "circle" in err, err
    code, _, err = check("x" * 300000)
    assert code == 2 and is_one_line(err), err
    share = {"CCLITE_SHARE_DIR": os.path.join(place.name, "share")}
    os.makedirs(os.path.join(place.name, "share/flows"))
    for name in ("second.json", "first.json", "README"):
        with open(os.path.join(place.name, "share/flows", name), "w",
                  encoding="utf-8"):
            pass
    for name in ("../../etc/passwd", "fisrt"):
        code, _, err = run("ivr", "add", "a", name, "--template", env=share)
        assert code == 2 and is_one_line(err), err
        assert "There are: first, second." in err, err
    code, _, err = run("ivr", "add", "a", "main", "--template",
                       env={"CCLITE_SHARE_DIR": place.name})
    assert code == 2 and "there are no templates" in err, err
    assert run("ivr", "check", os.path.join(place.name, "no"))[0] == 2
    assert run("ivr", "check", place.name)[0] == 8
    assert len(fake.requests) == before


try:
    tap.run(every_command_has_help, only_what_may_be_is_offered,
            mistakes_are_usage, mistakes_are_led_back,
            odd_arguments_do_no_harm, nothing_but_the_name_is_needed,
            a_full_disk_is_told, a_reader_that_left_is_told,
            closed_descriptors_are_told, languages_need_no_locale,
            nobody_there_is_five, a_lost_connection_is_tried_again,
            a_lost_change_is_not_repeated, nonsense_is_seven,
            odd_answers_do_no_harm,
            a_list_without_an_end_ends, waiting_is_bounded,
            strangers_are_not_believed, servers_do_not_share_tokens,
            completion_offers_what_fits, names_are_kept_for_a_minute,
            bash_completes, the_manual_has_every_command,
            flows_are_checked_offline)
finally:
    fake.stop()
    place.cleanup()
