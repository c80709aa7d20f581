/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Internals of a flow's test run: what it is, and its picture. */

#ifndef CONSOLE_FLOW_RUN_H
#define CONSOLE_FLOW_RUN_H

#include "console/flow_editor_inside.h"
#include "core/flow_test.h"
#include "tui/edit.h"

enum { FLOW_RUN_KEYS = 128, FLOW_RUN_SILENCE = '-' };

/* In the order of Tab. */
enum flow_run_field {
    RUN_KEYS, /* none: keys are pressed */
    RUN_CALLER,
    RUN_CALLED,
    RUN_WHEN,
    RUN_LOOKUPS, /* what they answer: crm level=gold; orders not_found */
    RUN_LAST,    /* the language of the last call: en, es or cs */
    RUN_BROKEN,  /* nodes: no prompt is heard, no queue takes anybody */
    RUN_FIELDS,
};

struct flow_run {
    struct flow_editor *editor;
    struct edit edits[RUN_FIELDS]; /* when: UTC; empty: now */
    enum flow_run_field typed;     /* what is typed; or keys are pressed */
    int64_t tried_us;              /* wall time of the last try */
    enum speech language;
    struct flow_stand_in agents[FLOW_TEST_MAX_AGENTS]; /* else offline */
    size_t agent_count;
    uint64_t lost[FLOW_TEST_MAX_LOST]; /* trunks */
    size_t lost_count;
    char keys[FLOW_RUN_KEYS]; /* one each time that keys are asked for */
    struct json_t *steps;     /* of the answer; NULL: not here yet */
    struct safe_text complaint;
};

/** "1 - 2": what was pressed; the second time nothing. */
void flow_run_spell(const struct flow_run *run,
                    char ret_text[2 * FLOW_RUN_KEYS]);

/** The field that is typed into; NULL: keys are pressed. */
struct edit *flow_run_edit(struct flow_run *run);

/** What stands in a field; "" is what comes without saying so. */
const char *flow_run_typed(const struct flow_run *run,
                           enum flow_run_field field);

/** The fields as the body of a call, and within a test; there without when.
 *  @return 0, or below: out of memory */
int flow_run_tell(const struct flow_run *run, struct json_t *body);
int flow_run_keep_words(const struct flow_run *run, struct json_t *test);

/** Tries it: what comes of it is drawn when it is here. */
void flow_run_call(struct flow_run *run);

/**
 * Opens the house over it: agents, each offline, ready or paused, and trunks,
 * each lost or not. Every change is a try.
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int flow_run_house(struct flow_run *run);

/** The same as words of the call: "ana=available petr=paused"; "provider". */
void flow_run_agents(const struct flow_run *run, struct note *ret_words);
void flow_run_lost(const struct flow_run *run, struct note *ret_words);

/** ... and within a test. @return 0, or below: out of memory */
int flow_run_keep_house(const struct flow_run *run, struct json_t *test);

/** Its steps on the left, its way on the right. */
void flow_run_draw(void *run, const struct surface *surface);

#endif
