# SPDX-License-Identifier: GPL-3.0-or-later
"""Routing rules asked about the calls of a table, and several of them turned
and moved by one command, at a real server."""

import json

import place
import tap
from centre import Centre

centre = Centre()
api = centre.api
GUEST, BLOCKED = "+441632960001", "+441632960666"

api.post("/api/caller-lists", name="blocked")
assert api.ask("POST", "/api/caller-lists/blocked/numbers",
               raw=f"{BLOCKED}\n".encode(),
               headers={"Content-Type": "text/csv", "If-Match": "*"}
               ).status == 200
api.post("/api/routing/rules", name="block", position=10, to="busy",
         condition="caller in blocked")
api.post("/api/routing/rules", name="gold", position=20, to="queue",
         to_id="sales", condition='data.tier == "gold"')
api.post("/api/routing/rules", name="evening", position=30, to="hang_up",
         condition="hour >= 20")
api.post("/api/routing/rules", name="rest", position=40, to="queue",
         to_id="sales", condition='called == "200"')


def ran(*arguments):
    return centre.server.command("rule", *arguments)


def asked(text, *more):
    """What comes of a table: the exit status, and what is said."""
    path = place.write("calls.csv", text)
    return ran("test", "--calls", path, "--trunk", "provider", *more)


def each_call_is_asked():
    """each row is a call of its own, with the options of the command where it
    says nothing; where it ends is told with what was expected"""
    code, out, err = asked(
        "number;dnis;time;data;expected;rule\n"
        f"{BLOCKED};200;;;busy;block\n"
        f"{GUEST};200;2026-11-22T12:00;tier=gold;queue sales;gold\n"
        f"{GUEST};200;2026-11-22T21:00;;hang_up;\n"
        f"{GUEST};200;2026-11-22T12:00;;queue;rest\n"
        f"{GUEST};200;2026-11-22T12:00;;;\n", "--json")
    assert code == 0, (out, err)
    rows = json.loads(out)["items"]
    assert [(row["row"], row["rule"], row["leads_to"],
             row.get("as_expected")) for row in rows] == [
        (2, "block", "busy", True),
        (3, "gold", "queue sales", True),
        (4, "evening", "hang_up", True),
        (5, "rest", "queue sales", True),
        (6, "rest", "queue sales", None)], rows


def a_number_is_told():
    """a call that is led to an outside number is told with it: it is expected
    by the word alone, or by that number and no other one"""
    api.post("/api/routing/rules", name="away", position=5, to="number",
             number="+441632960009", condition='called == "201"')
    code, out, err = asked(
        "number;dnis;expected\n"
        f"{GUEST};201;number\n"
        f"{GUEST};201;number +441632960009\n"
        f"{GUEST};201;number +441632960008\n", "--json")
    assert code == 1, (out, err)
    rows = json.loads(out)["items"]
    assert [(row["leads_to"], row["as_expected"]) for row in rows] == [
        ("number +441632960009", one) for one in (True, True, False)], rows
    found = api.post("/api/routing/test", caller=GUEST, called="201")["items"]
    assert [(one["to"], one["number"]) for one in found
            if one["result"] == "matches"] == [
                ("number", "+441632960009")], found
    assert api.ask("DELETE", "/api/routing/rules/away",
                   headers={"If-Match": "*"}).status == 200


def what_goes_elsewhere_fails():
    """a call that goes elsewhere, or by another rule, is marked, and the exit
    status tells it"""
    text = ("caller,called,at,expected,rule\n"
            f"{GUEST},200,2026-11-22T12:00,queue support,\n"
            f"{GUEST},200,2026-11-22T12:00,queue sales,gold\n"
            f"{GUEST},200,2026-11-22T12:00,queue sales,rest\n")
    code, out, err = asked(text, "--json")
    assert code == 1, (out, err)
    assert [row["as_expected"] for row in json.loads(out)["items"]] == [
        False, False, True], out
    code, out, err = asked(text)
    assert code == 1 and out.count("not as expected") == 2, (out, err)
    assert "1 as expected, 2 not, 0 not compared, 0 refused" in out, out
    code, out, err = asked(text, "--csv", "--columns", "row,as_expected")
    assert code == 1 and out.split()[1:] == ["2,no", "3,no", "4,yes"], out


def a_table_is_taken_whole():
    """whatever is wrong with a row is told with it, and nothing is asked"""
    tables = {
        "caller;called\n4.41E+11;200\n": ("row 2", "spreadsheet"),
        "caller;called\n441632960001;200\n": ("row 2", "Write +"),
        "caller;called\n+441632960001;2.00E+02\n": ("row 2", "spreadsheet"),
        "caller;at\n+441632960001;tomorrow\n": ("row 2, at", ""),
        "caller;colour\n": ("row 1", "colour"),
        "caller;number\n": ("row 1", "twice"),
        "caller;called\n+441632960001;200;x\n": ("row 2", "more cells"),
        'caller;called\n"+441632960001;200\n': ("row 2", "quotation"),
        "caller\n" + 1001 * "+441632960001\n": ("row 1002", "1,000"),
        "caller;data\n+441632960001;" + 600 * "x" + "\n": ("row 2", "long"),
        "": ("", "empty"),
        "caller\n\n\n": ("", "no call"),
    }
    for text, words in tables.items():
        code, out, err = asked(text)
        assert code == 2 and not out, (text[:60], code, out, err)
        assert all(word in err for word in words), (text[:60], words, err)
    path = place.write("calls.csv", "")
    with open(path, "wb") as file:
        file.write(b"caller\n+441632960001\n\xff\xfe\n")
    code, out, err = ran("test", "--calls", path)
    assert code == 2 and "row 3" in err and "UTF-8" in err, (code, err)
    code, out, err = asked("caller\n" + 30 * "x1E+3;\n" + 30 * "1E+30\n")
    assert code == 2 and err.count("spreadsheet") <= 20, err
    assert "in all" in err, err


def a_refusal_is_one_of_them():
    """what the server does not take is told with its row, the rest is asked,
    and the exit status tells it"""
    code, out, err = asked("caller;data;expected\n"
                           f"{BLOCKED};nothing;busy\n"
                           f"{BLOCKED};;busy\n", "--json")
    assert code == 1 and "row 2" in err, (code, out, err)
    assert [(row["row"], row["as_expected"])
            for row in json.loads(out)["items"]] == [(3, True)], out


def enabled():
    return {row["name"]: row["enabled"]
            for row in api.items("/api/routing/rules")}


def order(path="/api/routing/rules"):
    return [row["name"] for row in sorted(
        api.items(path), key=lambda row: row["position"])]


def several_are_turned():
    """rules are turned off and on by one command; one that is so already is
    done, and one that there is not is told, and the rest is done"""
    code, out, err = ran("disable", "block", "evening")
    assert code == 0 and "2 of 2" in out, (out, err)
    assert enabled() == {"block": False, "gold": True, "evening": False,
                         "rest": True}
    version = api.get("/api/routing/rules/block")["version"]
    code, out, err = ran("enable", "block", "nobody", "gold", "evening")
    assert code == 3 and "3 of 4" in out and "nobody" in err, (code, out, err)
    assert all(enabled().values())
    assert api.get("/api/routing/rules/block")["version"] == version + 1
    code, out, err = ran("disable", "block", "nobody", "--json")
    assert [(one["id"], one["done"]) for one in json.loads(out)["items"]] == [
        ("block", True), ("nobody", False)], out
    ran("enable", "block")


def several_are_turned_in_the_draft():
    """the same in the draft changes no rule until it is published"""
    code, out, err = ran("draft-disable", "block", "rest")
    assert code == 0, err
    assert all(enabled().values())
    assert [row["name"] for row in api.items("/api/routing/draft")
            if not row["enabled"]] == ["block", "rest"]
    code, out, err = asked(f"caller;expected;called\n{BLOCKED};flow;\n"
                           f"{BLOCKED};busy;200\n", "--of-draft", "yes")
    assert code == 1, (out, err)
    code, out, err = ran("draft-enable", "block", "rest")
    assert code == 0, err
    assert all(row["change"] == "same"
               for row in api.items("/api/routing/draft"))


def several_are_moved():
    """rules are moved one behind the other before another one, or last"""
    code, out, err = ran("move-many", "evening", "rest", "--before", "gold")
    assert code == 0, (out, err)
    assert order() == ["block", "evening", "rest", "gold"], order()
    code, out, err = ran("move-many", "block", "evening")
    assert code == 0, (out, err)
    assert order() == ["rest", "gold", "block", "evening"], order()
    code, out, err = ran("draft-move-many", "evening", "block", "--before",
                         "rest")
    assert code == 0, (out, err)
    assert order() == ["rest", "gold", "block", "evening"], order()
    assert order("/api/routing/draft") == ["evening", "block", "rest",
                                           "gold"]


def what_is_never_reached_is_told():
    """a rule behind one that takes all calls is told, with that one's name"""
    def taken(name):
        return next((row["shadowed_by"] for row in
                     api.items("/api/routing/draft") if row["name"] == name))
    assert not any(row["shadowed_by_id"]
                   for row in api.items("/api/routing/draft")
                   if row["name"] == "block")
    api.post("/api/routing/rules", name="wall", to="busy", position=900)
    api.post("/api/routing/rules", name="behind", to="busy", position=901,
             condition="caller starts \"+420\"")
    assert (taken("wall"), taken("behind")) == ("", "wall")
    code, out, err = ran("draft")
    assert code == 0 and [line for line in out.splitlines()
                          if "behind" in line and "wall" in line], (out, err)
    assert [(row["name"], row["shadowed_by"], row["never_holds"]) for row in
            api.items("/api/routing/reach")] == [("behind", "wall", False)]
    for verb, words in (("list", "no, after wall"), ("draft", "no, after wall"),
                        ("unreached", "wall")):
        code, out, err = ran(verb)
        lines = [line for line in out.splitlines() if "behind" in line]
        assert code == 0 and len(lines) == 1 and words in lines[0], (out, err)
    api.put("/api/routing/rules/wall", enabled=False)
    assert taken("behind") == ""
    assert api.items("/api/routing/reach") == []


def what_is_published_and_never_reached_is_told():
    """publishing rules of which one is never reached says so, and is done"""
    api.post("/api/routing/draft", name="never", to="busy", position=902,
             condition="false")
    code, out, err = ran("publish")
    assert code == 0 and out == (
        "done\nNo call ever comes to never: its condition is false.\n"), (
        out, err)
    api.put("/api/routing/draft/wall", enabled=True)
    told = api.post("/api/routing/publish")
    assert (told["unreached"], told["unreached_rule"],
            told["shadowed_by"]) == (2, "behind", "wall"), told


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(each_call_is_asked, a_number_is_told, what_goes_elsewhere_fails,
        a_table_is_taken_whole, a_refusal_is_one_of_them, several_are_turned,
        several_are_turned_in_the_draft, several_are_moved,
        what_is_never_reached_is_told,
        what_is_published_and_never_reached_is_told, the_books_agree)
