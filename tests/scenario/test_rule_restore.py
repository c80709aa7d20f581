# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back to a version of the routing rules is one command: killed in its
middle the draft is what it was, acknowledged it is kept, and what the draft
uses meanwhile is not removed."""

import shutil

import tap
from centre import Centre
from cut_down import killed_while

RULES = 120

centre = Centre()
server, api = centre.server, centre.api
api.post("/api/caller-lists", name="spare")
for n in range(RULES):
    api.post("/api/routing/rules", name=f"r{n}", to="busy", enabled=False,
             condition=f'caller == "{n}"')
then = centre.settle().api.items("/api/routing/versions")[0]["version"]
for n in range(RULES):
    api.put(f"/api/routing/draft/r{n}", tag="since", name=f"r{n}", to="busy",
            enabled=False, condition=f'caller == "{n}"')
assert api.ask("POST", "/api/routing/publish", {}).status == 200


def restore():
    return api.ask("POST", f"/api/routing/versions/{then}/restore", {})


def changes():
    """How many rules the draft has others than there are."""
    return len([row for row in api.items("/api/routing/draft")
                if row["change"] != "same"])


def killed_in_the_middle():
    """killed at a write or sync of it, all of the draft is there or nothing of
    it, and the one before is whole then"""
    if not shutil.which("strace"):
        raise tap.Skip("there is no strace")
    outcomes = []
    for where in ("pwrite64:when=1", "pwrite64:when=2", "pwrite64:when=15",
                  "pwrite64:when=40", "fdatasync:when=1", "pwrite64:when=9999"):
        api.ask("DELETE", "/api/routing/draft")
        api.post("/api/routing/draft", name="mine", to="busy")
        centre.settle()
        answer = killed_while(server, where, restore)
        names = [row["name"] for row in api.items("/api/routing/draft")]
        is_new = changes() == RULES
        assert is_new == ("mine" not in names), (where, changes())
        assert is_new or changes() == 1, (where, changes())
        assert is_new or not answer, (where, answer.raw)
        outcomes.append(is_new)
        assert server.verifies(), where
    assert outcomes[0] is False and outcomes[-1] is True, outcomes


def by_one_turn():
    """its events follow one another, and nothing stands between them"""
    api.ask("DELETE", "/api/routing/draft")
    before = centre.settle().server.events("rule_drafted")
    assert restore().status == 200
    events = centre.settle().server.events("rule_drafted")[len(before):]
    seqs = [one["seq"] for one in events]
    assert len(seqs) == RULES, len(seqs)
    assert seqs == list(range(seqs[0], seqs[0] + RULES)), seqs
    assert len({one["at_us"] for one in events}) == 1


def what_the_draft_uses_stays():
    """a list that only the draft asks about is not removed, and the refusal
    names the rule; without the draft it is"""
    api.ask("DELETE", "/api/routing/draft")
    api.post("/api/routing/draft", name="mine", to="busy",
             condition="caller in spare")
    answer = api.ask("DELETE", "/api/caller-lists/spare",
                     headers={"If-Match": "*"})
    assert (answer.status, answer.json["code"]) == (409, "in_use"), answer.raw
    assert answer.json["used_by"] == [{
        "kind": "rule", "id": answer.json["used_by"][0]["id"], "name": "mine",
        "of_draft": True}], answer.raw
    assert "rule in the draft mine" in answer.json["detail"], answer.raw
    assert api.ask("DELETE", "/api/routing/draft").status == 200
    assert api.ask("DELETE", "/api/caller-lists/spare",
                   headers={"If-Match": "*"}).status == 200


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(by_one_turn, killed_in_the_middle, what_the_draft_uses_stays,
        the_books_agree)
