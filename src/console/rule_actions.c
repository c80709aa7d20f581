/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From keys to the draft, to one rule of it, and to other screens. */

#include "console/rule_actions.h"

#include <assert.h>
#include <errno.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/rule_difference.h"
#include "console/rule_figures.h"
#include "console/rule_test.h"
#include "console/rule_versions.h"
#include "console/rule_work.h"

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
    case DO_RULE_FIGURES:
        return ROUTE_RULE_FIGURES;
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

static enum rule_task task_of(int action)
{
    switch (action) {
    case DO_RULE_ENABLE:
        return RULE_TURN;
    case DO_RULE_DISCARD:
        return RULE_BACK;
    case DO_RULE_SOONER:
        return RULE_SOONER;
    default:
        return RULE_LATER;
    }
}

/* Marks stay: several places up are several keys. */
static void run_on_picked(struct rule_set *set,
                          const struct rule_picked *picked, int action)
{
    struct program *program = set->program;

    if (picked->mark_count > 0)
        rule_work_begin(set, task_of(action), picked->marks,
                        picked->mark_count);
    else if (picked->selected)
        rule_work_begin(set, task_of(action), &picked->selected, 1);
    else
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("There is nothing to choose.")));
}

bool rule_actions_run(struct rule_set *set, const struct rule_picked *picked,
                      int action)
{
    assert(set && picked);
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
    case DO_RULE_FIGURES:
        (void)rule_figures_open(set->program);
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
        run_on_picked(set, picked, action);
        return true;
    }
}
