# SPDX-License-Identifier: GPL-3.0-or-later
"""Routing rules lead real calls: a blocked caller gets busy, a known one is
served first, nobody else is touched; and a rule can be asked beforehand."""

import json
import os

import place
import tap
from centre import Centre

centre = Centre(time_zone="Europe/Madrid")
api = centre.api
VIP, BLOCKED = "+34612555018", "+34900111222"

api.post("/api/caller-lists", name="vip", country="34")
api.post("/api/caller-lists", name="blocked")
api.post("/api/calendars", name="never", zone="America/New_York",
         hours="mon 00:00-00:01", holidays="2026-01-01")


def load(name, text, version="*"):
    return api.ask("POST", f"/api/caller-lists/{name}/numbers",
                   raw=text.encode() if isinstance(text, str) else text,
                   headers={"Content-Type": "text/csv", "If-Match": version})


def tested(**call):
    """What each rule says, by its name."""
    rows = api.post("/api/routing/test", **call)["items"]
    return {row["name"]: row for row in rows}


def numbers_come_from_a_table():
    """a table of numbers is taken whole or not at all, with the row that is
    wrong"""
    answer = load("vip", "number;name\n612 555 018;Ana\n")
    assert answer.status == 200 and answer.json["numbers"] == 1, answer.raw
    answer = load("blocked", f"{BLOCKED}\n4.41E+11\n")
    assert (answer.status, answer.json["code"], answer.json["line"]) == (
        422, "bad_caller", 2), answer.raw
    assert answer.json["rejected_count"] == 1, answer.raw
    answer = load("blocked", "number\nana\n+34612555018\n4.41E+11\n123\n")
    assert [row["row"] for row in answer.json["rejected"]] == [2, 4, 5], \
        answer.raw
    assert "spreadsheet" in answer.json["rejected"][1]["fix"], answer.raw
    answer = load("blocked", "number\n" + 250 * "ana\n")
    assert answer.json["rejected_count"] == 250, answer.raw
    assert len(answer.json["rejected"]) == 100, answer.raw
    assert api.get("/api/caller-lists/blocked")["numbers"] == 0
    assert load("blocked", f"{BLOCKED}\n", '"9"').status == 412
    assert load("blocked", b"\xff\xfe").json["code"] == "bad_caller"
    answer = load("blocked", f"{BLOCKED}\n")
    assert answer.status == 200 and answer.json["version"] == 2, answer.raw


def mistakes_have_a_place():
    """a condition or opening hours that cannot be read are refused where they
    go wrong"""
    answer = api.ask("POST", "/api/routing/rules",
                     {"name": "bad", "condition": "caller in vip and hour >"})
    assert (answer.status, answer.json["code"], answer.json["field"],
            answer.json["column"]) == (422, "bad_condition", "condition", 25), \
        answer.raw
    answer = api.ask("POST", "/api/calendars",
                     {"name": "bad", "holidays": "12-25\n13-01"})
    assert (answer.status, answer.json["field"], answer.json["line"],
            answer.json["column"]) == (422, "holidays", 2, 1), answer.raw
    answer = api.ask("POST", "/api/calendars", {"name": "bad", "zone": "Mars"})
    assert (answer.status, answer.json["code"]) == (422, "no_zone"), answer.raw
    answer = api.ask("POST", "/api/routing/rules",
                     {"name": "bad", "condition": "caller in nobody"})
    assert answer.json["code"] == "condition_names_nothing", answer.raw
    answer = api.ask("POST", "/api/routing/rules",
                     {"name": "bad", "condition":
                      'caller != "vipp" and caller in vipp'})
    assert (answer.json["code"], answer.json["field"], answer.json["line"],
            answer.json["column"]) == (
                "condition_names_nothing", "condition", 1, 32), answer.raw
    assert "vipp" in answer.json["detail"], answer.raw
    assert "(vip)" in answer.json["fix"], answer.raw
    for condition, column in (
            ("hour >= 8 and caller in hour", 25),
            ('caller != "in nobody" and caller in nobody', 37),
            ("(hour > 8) and queue( hour ).waiting > 1", 23),
            ("open(office) and trunk_up(office)", 6)):
        answer = api.ask("POST", "/api/routing/rules",
                         {"name": "bad", "condition": condition})
        assert answer.json.get("column") == column, answer.raw
    answer = api.ask("POST", "/api/routing/rules",
                     {"name": "bad", "condition": "trunk_up(nobody)"})
    assert answer.json["code"] == "condition_names_nothing", answer.raw
    assert "trunks" in answer.json["fix"], answer.raw


def sums_go_wrong_quietly():
    """brackets without end are refused by rules and by their draft; what is
    divided by nothing, or too large, is not known, and matches nothing"""
    deep = 100000 * "(" + "hour > 8" + 100000 * ")"
    less = 17 * "(" + "hour > 8" + 17 * ")"
    for path in ("/api/routing/rules", "/api/routing/draft"):
        answer = api.ask("POST", path, {"name": "bad", "condition": deep})
        assert answer.status in (413, 422), answer.raw
        for condition in (less, 250 * "(" + "hour > 8" + 250 * ")",
                          600 * "(", "hour > 9999999999999999999"):
            answer = api.ask("POST", path, {"name": "bad",
                                            "condition": condition})
            assert (answer.status, answer.json["field"]) == (
                422, "condition"), answer.raw
    sums = {"none": "hour / 0 == hour / 0",
            "large": "999999999999999999 * 999999999999999999 > hour"}
    for name, condition in sums.items():
        api.post("/api/routing/rules", name=name, condition=condition,
                 to="busy")
    rows = tested(caller=VIP, called="200", trunk_id="provider")
    for name in sums:
        assert api.ask("DELETE", f"/api/routing/rules/{name}",
                       headers={"If-Match": "*"}).status == 200
    assert {rows[name]["result"] for name in sums} == {
        "condition_false"}, rows


def rules_are_made():
    """rules are documents, and name what they lead to"""
    api.post("/api/routing/rules", name="block", position=10,
             condition="caller in blocked", to="busy")
    api.post("/api/routing/rules", name="closed", position=15,
             condition="open(never)", to="hang_up")
    api.post("/api/routing/rules", name="vip", position=20,
             condition="caller in vip and queue(sales).waiting < 5",
             to="queue", to_id="sales", priority=1, language="es", tag="vip")
    rules = api.items("/api/routing/rules")
    assert [rule["name"] for rule in rules] == ["block", "closed", "vip"]
    answer = api.ask("DELETE", "/api/caller-lists/vip",
                     headers={"If-Match": "*"})
    assert answer.json["code"] == "in_use", answer.raw


def a_rule_can_be_asked():
    """a test tells of each rule whether it leads, and what settled it"""
    rows = tested(caller=VIP, called="200", trunk_id="provider")
    assert rows["block"]["result"] == "condition_false", rows
    assert rows["block"]["why"] == "caller in blocked", rows
    assert rows["block"]["is"] == VIP, rows
    assert rows["closed"]["why"] == "open(never)", rows
    assert rows["vip"]["result"] == "matches", rows
    assert rows["vip"]["to"] == "queue" and rows["vip"]["place"] == 1, rows
    assert rows["reception"]["result"] == "not_asked", rows
    rows = tested(caller="+44207946000", called="200", trunk_id="provider")
    assert rows["reception"]["result"] == "matches", rows
    # 00:00 in New York, on a Monday in summer and one in winter
    for at in (1785124800, 1798434000):
        rows = tested(caller="+44207946000", called="200",
                      trunk_id="provider", at_wall_us=at * 1000000)
        assert rows["closed"]["result"] == "matches", (at, rows)
    rows = tested(caller="+44207946000", called="200", trunk_id="provider",
                  at_wall_us=(1785124800 - 60) * 1000000)
    assert rows["closed"]["result"] == "condition_false", rows


def another_moment_is_pretended():
    """a test is told of a queue what is not so, and conditions go by it; what
    is no fact of a queue is refused"""
    call = {"caller": VIP, "called": "200", "trunk_id": "provider"}
    rows = tested(**call, queues="queue(sales).waiting=7, "
                  "queue(support).waiting=1")
    assert (rows["vip"]["result"], rows["vip"]["why"], rows["vip"]["is"]) == (
        "condition_false", "queue(sales).waiting < 5", "7"), rows
    rows = tested(**call, queues="queue(sales).free = 0")
    assert rows["vip"]["result"] == "matches", rows
    for wrong in ("sales.waiting=7", "queue(nobody).waiting=7",
                  "queue(sales).depth=7", "queue(sales).waiting=-1",
                  "queue(sales).waiting=many", "queue(sales).waiting"):
        answer = api.ask("POST", "/api/routing/test",
                         {"caller": VIP, "called": "200", "queues": wrong})
        assert answer.status == 422, (wrong, answer.raw)
        assert answer.json["field"] == "queues", (wrong, answer.raw)
    code, out, err = centre.server.command(
        "rule", "test", VIP, "200", "--trunk", "provider", "--queues",
        "queue(sales).waiting=7", "--json")
    assert code == 0, err
    assert [row["is"] for row in json.loads(out)["items"]
            if row["name"] == "vip"] == ["7"], out


def a_draft_is_tried_first():
    """a disabled rule is a draft: no call is led by it, but a test can ask
    what it would do"""
    api.post("/api/routing/rules", name="draft", position=5, to="hang_up",
             enabled=False)
    call = {"caller": VIP, "called": "200", "trunk_id": "provider"}
    assert tested(**call)["draft"]["result"] == "disabled"
    assert tested(**call)["vip"]["result"] == "matches"
    rows = tested(**call, drafts=True)
    assert rows["draft"]["result"] == "matches", rows
    assert rows["vip"]["result"] == "not_asked", rows
    answer = api.ask("DELETE", "/api/routing/rules/draft",
                     headers={"If-Match": "*"})
    assert answer.status == 200, answer.raw


def a_blocked_caller_gets_busy():
    """who is in the list of the blocked hears busy, and nobody is rung"""
    call = centre.caller(caller=BLOCKED)
    assert call.wait_refusal() == 486, call.final
    contact = centre.wait_ended(centre.last_contact()["contact_id"])
    assert contact["cause"] == "not_allowed", contact


def is_marked(contact, tag):
    """Whether the history finds it by that tag, as the command does."""
    found = api.items(f"/api/contacts?filter=tags%20has%20{tag}")
    code, out, err = centre.server.command("contact", "list", "--json",
                                           "--tag", tag)
    assert code == 0, err
    rows = json.loads(out)["items"]
    assert {row["contact_id"] for row in rows} == {
        row["contact_id"] for row in found}, (rows, found)
    return contact in {row["contact_id"] for row in found}


def a_known_caller_is_led():
    """a caller of the list waits in the rule's queue, without the menu, with
    the rule's priority"""
    call = centre.caller(caller=VIP, hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    row = place.wait_until("it waits", lambda: next(
        (one for one in api.items("/api/contacts")
         if one["contact_id"] == contact and one["queue"] == "sales"), None))
    assert row["priority"] == 1 and row["language"] == "es", row
    arrived = centre.events_of(contact)[0]
    rule = api.get("/api/routing/rules/vip")
    assert arrived["rule_id"] == rule["id"], arrived
    assert (arrived["rule_to"], arrived["tag"]) == (1, "vip"), arrived
    assert 0 <= arrived["draw"] < 10000, arrived
    assert row["tags"] == "vip", row
    call.hang_up()
    centre.wait_ended(contact)
    assert is_marked(contact, "vip") and not is_marked(contact, "vi")
    rows = {row["name"]: row for row in api.post(
        "/api/routing/test", contact_id=contact)["items"]}
    assert rows["vip"]["result"] == "matches", rows


def why(contact, event):
    """What the server says of one decision, with the ids in it."""
    rows = [one for one in centre.settle().api.items(
        f"/api/contacts/{contact}/why") if one["event"] == event]
    assert len(rows) == 1, rows
    return rows[0]


def of_rule(rule):
    """The contacts that the command finds by a rule's name or number."""
    code, out, err = centre.server.command("contact", "list", "--json",
                                           "--rule", rule)
    assert code == 0, err
    return [one["contact_id"] for one in json.loads(out)["items"]]


def its_way_names_the_rule():
    """why a call went where it went names the rule that led it, by the name it
    has now, and where that led; so do its trace, the contact itself and a
    list of what the rule led"""
    api.post("/api/routing/rules", name="quick", position=30, to="queue",
             to_id="sales", condition='caller == "+33155501"')
    rule = api.get("/api/routing/rules/quick")["id"]
    call = centre.caller(caller="+33155501", hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    row = place.wait_until("it waits", lambda: next(
        (one for one in api.items("/api/contacts?filter=rule%20=%20quick")
         if one["queue"] == "sales"), None))
    assert (row["contact_id"], row["rule_id"], row["rule_to"]) == (
        contact, rule, 1), row
    call.hang_up()
    ended = centre.wait_ended(contact)
    assert (ended["rule_id"], ended["rule"], ended["rule_to"]) == (
        rule, "quick", 1), ended
    said = why(contact, "contact_arrived")
    assert said["rule_id"] == rule and said["queue_rule_id"] == 0, said
    assert "rule quick" in said["says"], said
    assert "to the queue sales" in said["says"], said
    assert "to a flow" not in said["says"], said
    traced = [one["says"] for one in api.items(
        f"/api/contacts/{contact}/trace") if one["what"] == "contact_arrived"]
    assert traced == [said["says"]], traced
    assert of_rule("quick") == of_rule(str(rule)) == [contact]
    api.put("/api/routing/rules/quick", name="fast")
    assert "rule fast" in why(contact, "contact_arrived")["says"]
    assert of_rule("fast") == [contact] and of_rule("quick") == []
    assert api.ask("DELETE", "/api/routing/rules/fast",
                   headers={"If-Match": "*"}).status == 200
    assert "a removed rule" in why(contact, "contact_arrived")["says"]
    assert api.get(f"/api/contacts/{contact}")["rule"] == ""
    assert of_rule(str(rule)) == [contact]


def others_come_as_before():
    """nobody else is touched: the entry's flow answers"""
    call = centre.in_queue()
    contact = centre.last_contact()["contact_id"]
    assert centre.events_of(contact)[0]["rule_id"] == 0
    said = why(contact, "contact_arrived")["says"]
    assert "to a flow" in said and "main" in said and "rule" not in said, said
    call.hang_up()
    centre.wait_ended(contact)


def what_became_of_them():
    """the figures tell of each rule and destination what became of its
    calls"""
    rows = {row["name"] or row["rule_id"]: row for row in centre.settle(
        ).api.get("/api/routing/analytics")["items"]}
    assert rows["block"]["hits"] == 1 and rows["block"]["to"] == "busy", rows
    assert (rows["vip"]["hits"], rows["vip"]["offered"],
            rows["vip"]["abandoned"], rows["vip"]["place"]) == (1, 1, 1, 1), \
        rows
    assert rows[0]["place"] == 0 and rows[0]["hits"] == 1, rows
    assert sum(row["share_permille"] for row in rows.values()) >= 999, rows
    empty = api.get("/api/routing/analytics?from=2020-01-01&until=2020-01-02")
    assert empty["items"] == [], empty
    answer = api.ask("GET", "/api/routing/analytics?from=tomorrow")
    assert answer.status == 400, answer.raw


def rules_move_and_go_back():
    """a rule is moved, its versions are told, and an old one is set again"""
    api.post("/api/routing/rules/vip/move", before_id="block")
    rules = api.items("/api/routing/rules")
    by_position = sorted(rules, key=lambda rule: rule["position"])
    assert [rule["name"] for rule in by_position] == ["vip", "block",
                                                      "closed"], rules
    versions = centre.settle().api.get(
        "/api/routing/rules/vip/versions")["items"]
    assert [(one["version"], one["position"] == 20) for one in versions] == [
        (2, False), (1, True)], versions
    code, _, err = centre.server.command("rule", "rollback", "vip", "1")
    assert code == 0, err
    vip = api.get("/api/routing/rules/vip")
    assert (vip["version"], vip["position"]) == (3, 20), vip
    code, _, err = centre.server.command("rule", "rollback", "vip", "77")
    assert code != 0 and "77" in err, err


def who_called_before_is_known():
    """who called within the last day is led by that, and nobody else is; the
    call rings while it is looked up"""
    caller = "+4930123456"
    api.post("/api/routing/rules", name="again", position=30,
             condition="called_within(1) and caller starts \"+49\"",
             to="queue", to_id="sales", priority=2)
    call = centre.caller(caller=caller, hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    events = {event["type"]: event for event in centre.events_of(contact)}
    assert events["contact_arrived"]["led_due_us"] > 0, events
    assert events["caller_recalled"]["calls"] == 0, events
    assert events["contact_led"]["rule_id"] == 0, events
    assert "No routing rule" in why(contact, "contact_led")["says"]
    call.hang_up()
    centre.wait_ended(contact)
    centre.settle()
    call = centre.caller(caller=caller, hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    row = place.wait_until("it waits", lambda: next(
        (one for one in api.items("/api/contacts")
         if one["contact_id"] == contact and one["queue"] == "sales"), None))
    assert row["priority"] == 2, row
    said = why(contact, "contact_led")["says"]
    assert "rule again" in said and "to the queue sales" in said, said
    call.hang_up()
    ended = centre.wait_ended(contact)
    centre.settle()
    rows = {one["name"]: one for one in api.post(
        "/api/routing/test", contact_id=contact)["items"]}
    assert rows["again"]["result"] == "matches", (rows, ended)


def who_waits_can_be_asked_about():
    """the rules for who waits are asked about a call that waits, and no
    others are; and a past contact with the lot that was drawn for it, unless one
    is given, as 0 is, too"""
    api.post("/api/routing/rules", name="late", asked="waiting", priority=3,
             condition='waited >= 60 and waits_in == "sales"')
    waits = {"caller": VIP, "called": "200", "queue_id": "sales"}
    rows = tested(waited_ms=61000, **waits)
    assert (rows["late"]["result"], rows["late"]["place"]) == (
        "matches", 0), rows
    assert rows["vip"]["result"] == "other_time", rows
    assert tested(waited_ms=5000, **waits)["late"][
        "result"] == "condition_false"
    rows = tested(caller="+33", called="200")
    assert rows["late"]["result"] == "other_time", rows
    assert api.ask("DELETE", "/api/routing/rules/late",
                   headers={"If-Match": "*"}).status == 200
    call = centre.caller(caller="+4930999", hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    centre.wait_ended(contact)
    lot = centre.told(contact, "contact_arrived")[0]["draw"] % 100
    for share, result in ((lot + 1, "matches"), (lot, "condition_false")):
        api.post("/api/routing/rules", name="lot", enabled=False, to="busy",
                 position=1, condition=f"percent({share})")
        rows = tested(contact_id=contact, drafts=True)
        assert rows["lot"]["result"] == result, (share, rows)
        rows = tested(contact_id=contact, draw=0, drafts=True)
        assert rows["lot"]["result"] == (
            "matches" if share else "condition_false"), (share, rows)
        assert api.ask("DELETE", "/api/routing/rules/lot",
                       headers={"If-Match": "*"}).status == 200


def holidays(text, version="*", **headers):
    """Gives the calendar that never opens the holidays of a text."""
    return api.ask("POST", "/api/calendars/never/holidays", raw=text.encode(),
                   headers={"Content-Type": "text/calendar",
                            "If-Match": version, **headers})


def ical(*lines):
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines,
                        "END:VCALENDAR", ""))


def holidays_come_from_icalendar():
    """holidays of a file of iCalendar are taken whole or not at all, with the
    line that is wrong; what the calendar is besides stays"""
    day = ("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261208", "END:VEVENT")
    before = api.get("/api/calendars/never")
    answer = holidays(ical(*day))
    assert answer.status == 200, answer.raw
    assert answer.json["holidays"] == "2026-12-08", answer.raw
    assert {**before, **{key: answer.json[key] for key in (
        "holidays", "version")}} == answer.json, answer.raw
    answer = holidays(ical(*day, "BEGIN:VEVENT",
                           "DTSTART:20261209T100000Z", "END:VEVENT"))
    assert (answer.status, answer.json["code"], answer.json["line"]) == (
        422, "bad_calendar", 7), answer.raw
    assert answer.json["fix"], answer.raw
    assert holidays("").status == 422
    assert holidays("not a calendar").json["line"] == 1
    assert holidays(ical(*day), '"1"').status == 412
    assert holidays(ical(*day), **{"Content-Type": "text/csv"}).json[
        "code"] == "not_ical_type"
    answer = holidays(ical(*day) + 1024 * 1024 * "x")
    assert answer.status == 413 and "a calendar 1 MiB" in answer.json["fix"]
    answer = api.ask("POST", "/api/calendars/none/holidays", raw=b"",
                     headers={"Content-Type": "text/calendar",
                              "If-Match": "*"})
    assert answer.status == 404, answer.raw
    assert api.get("/api/calendars/never")["holidays"] == "2026-12-08"


def calendars_come_from_files():
    """holidays come from a file of iCalendar, and calendars of four countries
    with the server"""
    path = place.write("days.ics", "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT",
        "DTSTART;VALUE=DATE:20261224", "SUMMARY:Eve", "END:VEVENT",
        "END:VCALENDAR", ""]))
    code, _, err = centre.server.command("calendar", "import", "never", path)
    assert code == 0, err
    calendar = api.get("/api/calendars/never")
    assert calendar["holidays"] == "2026-12-24", calendar
    assert calendar["hours"] == "mon 00:00-00:01", calendar
    for name in ("en-GB", "en-US", "es", "cs"):
        code, _, err = centre.server.command("calendar", "add", name.lower())
        assert code == 0, err
        code, _, err = centre.server.command(
            "calendar", "import", name.lower(),
            os.path.join(place.SOURCE, f"share/calendars/{name}.json"))
        assert code == 0, (name, err)
    assert api.get("/api/calendars/es")["zone"] == "Europe/Madrid"


def ran(*arguments):
    """What a command says, which is done."""
    code, out, err = centre.server.command("rule", *arguments)
    assert code == 0, (arguments, out, err)
    return out


def a_draft_of_all_is_published_at_once():
    """rules are changed, added, removed and moved in a draft: nobody is led by
    it, its differences are told, and all of it is live at once"""
    before = {rule["name"]: rule for rule in api.items("/api/routing/rules")}
    ran("draft-set", "block", "--to", "hang_up")
    ran("draft-add", "third", "--condition", 'caller starts "+33"',
        "--to", "busy")
    ran("draft-remove", "closed", "--yes")
    ran("draft-move", "third", "vip")
    rows = {row["name"]: row for row in api.items("/api/routing/draft")}
    assert {name: row["change"] for name, row in rows.items()} == {
        "vip": "same", "block": "changed", "again": "same",
        "third": "added", "closed": "removed"}, rows
    assert rows["third"]["position"] < rows["vip"]["position"], rows
    changes = [(row["name"], row["change"], row["field"], row["was"],
                row["will_be"]) for row in api.items("/api/routing/diff")]
    assert ("block", "changed", "to", "busy", "hang_up") in changes, changes
    assert ("closed", "removed", "", "", "") in changes, changes
    assert ("third", "added", "to", "", "busy") in changes, changes
    assert len([one for one in changes if one[0] == "block"]) == 1, changes
    out = ran("diff")
    assert "third" in out and "hang_up" in out, out
    assert {rule["name"]: rule for rule in api.items(
        "/api/routing/rules")} == before
    assert tested(caller="+33", called="200",
                  of_draft=True)["third"]["result"] == "matches"
    assert "third" not in tested(caller="+33", called="200")

    ran("publish")
    after = {rule["name"]: rule for rule in api.items("/api/routing/rules")}
    assert sorted(after) == ["again", "block", "third", "vip"], after
    assert after["block"]["version"] == before["block"]["version"] + 1, after
    assert after["vip"] == before["vip"], after
    assert api.items("/api/routing/diff") == []
    call = centre.caller(caller="+331")
    assert call.wait_refusal() == 486, call.final


def a_draft_has_its_refusals():
    """nothing to publish, one that was changed outside, an old version of it,
    and what is not there are refused"""
    answer = api.ask("POST", "/api/routing/publish", {})
    assert (answer.status, answer.json["code"]) == (409, "no_rule_draft")
    assert api.ask("DELETE", "/api/routing/draft").status == 409
    read = api.ask("GET", "/api/routing/draft/third")
    etag = read.headers["ETag"]
    body = {"name": "third", "to": "hang_up"}
    answer = api.ask("PUT", "/api/routing/draft/third", body)
    assert answer.status == 428, answer.raw
    answer = api.ask("PUT", "/api/routing/draft/third", body,
                     headers={"If-Match": etag})
    assert answer.status == 200, answer.raw
    answer = api.ask("PUT", "/api/routing/draft/third", body,
                     headers={"If-Match": etag})
    assert (answer.status, answer.json["code"]) == (412, "stale_version")
    answer = api.ask("POST", "/api/routing/draft",
                     {"name": "x", "condition": "hour >"})
    assert (answer.status, answer.json["column"]) == (422, 7), answer.raw
    assert api.ask("GET", "/api/routing/draft/nobody").status == 404
    ran("set", "third", "--priority", "5")
    assert [row["stale"] for row in api.items("/api/routing/draft")
            if row["name"] == "third"] == [True]
    code, _, err = centre.server.command("rule", "publish")
    assert code != 0 and "third" in err, err
    ran("discard", "third")
    assert api.items("/api/routing/diff") == []
    assert api.get("/api/routing/rules/third")["priority"] == 5


def all_rules_go_back():
    """the versions of all rules are told, and one of them becomes the draft"""
    sets = centre.settle().api.items("/api/routing/versions")
    published = next(one for one in sets if one["published"])
    assert (published["changed"], published["rules"]) == (3, 4), sets
    assert sets[0]["version"] == published["version"] + 1, sets
    assert (sets[0]["name"], sets[0]["changed"]) == ("third", 1), sets
    version = str(published["version"] - 1)
    changes = {(row["name"], row["change"]) for row in api.items(
        f"/api/routing/versions/{version}/diff")}
    assert changes == {("block", "changed"), ("third", "removed"),
                       ("closed", "added")}, changes
    assert "closed" in ran("diff", version)
    ran("draft-set", "vip", "--priority", "9")
    ran("restore", version)
    rows = {row["name"]: row["change"] for row in api.items(
        "/api/routing/draft")}
    assert rows == {"vip": "same", "again": "same", "block": "changed",
                    "third": "removed", "closed": "added"}, rows
    ran("publish")
    rules = {rule["name"]: rule for rule in api.items("/api/routing/rules")}
    assert sorted(rules) == ["again", "block", "closed", "vip"], rules
    assert rules["block"]["to"] == "busy", rules
    assert api.ask("GET", "/api/routing/versions/999/diff").status == 404
    assert api.ask("POST", "/api/routing/versions/999/restore").status == 404
    centre.settle()
    versions = api.items("/api/routing/rules/block/versions")
    assert versions[0]["to"] == "busy" and versions[1]["to"] == "hang_up", \
        versions


def what_comes_back_goes_on_counting():
    """a rule that was removed and comes back has versions of its own: no
    number comes twice"""
    rows = api.items("/api/routing/rules/closed/versions")
    numbers = [one["version"] for one in rows]
    assert len(numbers) > 1 and numbers == sorted(set(numbers), reverse=True), \
        rows


def what_cannot_stand_drops_no_draft():
    """going back to rules that name what is gone is refused with the rule, and
    so is dropping another draft than the one that was seen; the draft stays"""
    api.post("/api/caller-lists", name="short-lived")
    api.post("/api/routing/rules", name="old", to="busy", enabled=False,
             condition="caller in short-lived")
    version = centre.settle().api.items("/api/routing/versions")[0]["version"]
    assert api.ask("DELETE", "/api/routing/rules/old",
                   headers={"If-Match": "*"}).status == 200
    ran("draft-set", "vip", "--priority", "8")
    seq = int(api.ask("GET", "/api/routing/draft/vip").headers[
        "ETag"].strip('"d'))
    path = f"/api/routing/versions/{version}/restore"
    answer = api.ask("POST", path, {"seq": seq - 1})
    assert (answer.status, answer.json["code"]) == (412, "stale_version"), \
        answer.raw
    assert api.ask("DELETE", "/api/caller-lists/short-lived",
                   headers={"If-Match": "*"}).status == 200
    answer = api.ask("POST", path, {"seq": seq})
    assert (answer.status, answer.json["code"]) == (
        422, "condition_names_nothing"), answer.raw
    assert "old" in answer.json["detail"], answer.raw
    rows = {row["name"]: row["change"] for row in api.items(
        "/api/routing/draft")}
    assert rows["vip"] == "changed" and "old" not in rows, rows
    assert api.ask("DELETE", "/api/routing/draft").status == 200


def led_to(contact, of_draft):
    """By which rule, and where, as the test of one call has it."""
    rows = api.post("/api/routing/test", contact_id=contact,
                    of_draft=of_draft)["items"]
    row = next(row for row in rows if row["result"] == "matches")
    return row["name"], row["to"], row["to_id"]


def a_day_is_replayed():
    """the calls of a time are asked about once more: what the draft would lead
    elsewhere comes first, and each of them is as the test of one call has it"""
    api.put("/api/routing/draft/vip", to="hang_up", to_id=0)
    calls = [one["contact_id"] for one in centre.settle().api.items(
        "/api/contacts") if one["entry_id"] and not one["outbound"]]
    wanted = {}
    for contact in calls:
        pair = led_to(contact, False), led_to(contact, True)
        wanted[pair] = wanted.get(pair, 0) + 1
    rows = api.items("/api/routing/replay")
    assert {((row["was_name"], row["was_to"], row["was_to_id"]),
             (row["name"], row["to"], row["to_id"])): row["contacts"]
            for row in rows} == wanted, (rows, wanted)
    assert {(row["of"], row["more"]) for row in rows} == {
        (len(calls), False)}, rows
    assert [row["same"] for row in rows] == sorted(
        row["same"] for row in rows), rows
    assert rows[0]["name"] == "vip" and not rows[0]["same"], rows
    assert (rows[0]["was_to_name"], rows[0]["to_name"]) == ("sales", ""), rows
    assert any(row["same"] for row in rows), rows
    assert "vip" in ran("replay")
    assert api.items("/api/routing/replay?until=2001-01-02T00:00:00Z") == []
    answer = api.ask("GET", "/api/routing/replay?from=2100-01-01T00:00:00Z")
    assert (answer.status, answer.json["field"]) == (400, "from"), answer.raw
    answer = api.ask("GET", "/api/routing/replay?from=2001-01-01T00:00:00Z")
    assert (answer.status, answer.json["field"]) == (400, "from"), answer.raw
    assert "31 days" in answer.json["detail"], answer.raw
    ran("discard", "vip")
    assert all(row["same"] for row in api.items("/api/routing/replay"))


def it_is_so_after_a_restart():
    """lists, zones and rules are there after a restart"""
    centre.server.stop()
    centre.server.start()
    call = centre.caller(caller=BLOCKED)
    assert call.wait_refusal() == 486, call.final
    rows = tested(caller=BLOCKED, called="200", trunk_id="provider")
    assert rows["block"]["result"] == "matches", rows


def the_commands_do_it_too():
    """list import, rule test and rule set do the same in a shell"""
    code, out, err = centre.server.command("rule", "test", BLOCKED, "200",
                                           "--trunk", "provider")
    assert code == 0 and "caller in blocked" in out, (out, err)
    path = place.write("numbers.csv", "+34612555018\nana\n")
    code, out, err = centre.server.command("list", "import", "blocked", path)
    assert code != 0 and "row 2: " in err, (code, out, err)
    place.write("numbers.csv", "+34612555018\n")
    code, out, err = centre.server.command("list", "import", "blocked", path)
    assert code == 0, (out, err)
    call = centre.caller(caller=VIP)
    assert call.wait_refusal() == 486, call.final
    code, out, err = centre.server.command("rule", "set", "block",
                                           "--enabled", "no")
    assert code == 0, err
    call = centre.caller(caller=VIP).wait_answer()
    call.hang_up()


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    numbers_come_from_a_table,
    mistakes_have_a_place,
    sums_go_wrong_quietly,
    rules_are_made,
    a_rule_can_be_asked,
    another_moment_is_pretended,
    a_draft_is_tried_first,
    a_blocked_caller_gets_busy,
    a_known_caller_is_led,
    its_way_names_the_rule,
    others_come_as_before,
    what_became_of_them,
    rules_move_and_go_back,
    who_called_before_is_known,
    who_waits_can_be_asked_about,
    holidays_come_from_icalendar,
    calendars_come_from_files,
    a_draft_of_all_is_published_at_once,
    a_draft_has_its_refusals,
    all_rules_go_back,
    what_comes_back_goes_on_counting,
    what_cannot_stand_drops_no_draft,
    a_day_is_replayed,
    it_is_so_after_a_restart,
    the_commands_do_it_too,
    the_books_agree,
)
