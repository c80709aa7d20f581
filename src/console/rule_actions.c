/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From keys to the draft, to one rule of it, and to other screens. */

#include "console/rule_actions.h"

#include <assert.h>
#include <errno.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/rule_difference.h"
#include "console/rule_moves.h"
#include "console/rule_test.h"
#include "console/rule_versions.h"

int rule_actions_route(int action)
{
    switch (action) {
    case DO_RULE_SOONER:
    case DO_RULE_LATER:
        return ROUTE_RULE_DRAFT_MOVE;
    case DO_RULE_ENABLE:
        return ROUTE_RULE_DRAFT_CHANGE;
    case DO_RULE_PUBLISH:
    case DO_RULE_PUBLISH_SEEN:
        return ROUTE_RULE_PUBLISH;
    case DO_RULE_DISCARD:
        return ROUTE_RULE_DRAFT_DISCARD;
    case DO_RULE_DROP:
        return ROUTE_RULE_DRAFT_DROP;
    case DO_RULE_DIFFERENCE:
        return ROUTE_RULE_DIFF;
    case DO_RULE_REPLAY:
        return ROUTE_RULE_REPLAY;
    case DO_RULE_VERSIONS:
        return ROUTE_RULE_SETS;
    case DO_RULE_VERSION_BACK:
        return ROUTE_RULE_SET_RESTORE;
    case DO_RULE_TEST:
        return ROUTE_RULE_TEST;
    default:
        return -ENOENT;
    }
}

static void run_on_one(struct rule_set *set, uint64_t id, int action)
{
    struct program *program = set->program;

    if (id == 0)
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("There is nothing to choose.")));
    else if (action == DO_RULE_ENABLE)
        rule_turn(program, id);
    else if (action == DO_RULE_DISCARD)
        rule_set_discard(set, id);
    else
        rule_move(program, id, action == DO_RULE_SOONER);
}

bool rule_actions_run(struct rule_set *set, uint64_t id, int action)
{
    assert(set);
    switch (action) {
    case DO_RULE_PUBLISH:
        rule_set_publish(set);
        return true;
    case DO_RULE_DROP:
        rule_set_drop(set);
        return true;
    case DO_RULE_DIFFERENCE:
        (void)rule_difference_open(set->program);
        return true;
    case DO_RULE_REPLAY:
        (void)rule_replay_open(set->program);
        return true;
    case DO_RULE_VERSIONS:
        (void)rule_versions_open(set->program);
        return true;
    case DO_RULE_TEST:
        (void)rule_test_open(set->program);
        return true;
    default:
        if (rule_actions_route(action) < 0)
            return false;
        run_on_one(set, id, action);
        return true;
    }
}
