/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Internals of a flow's test run: what it is, and its picture. */

#ifndef CONSOLE_FLOW_RUN_H
#define CONSOLE_FLOW_RUN_H

#include "console/flow_editor_inside.h"
#include "core/flow_test.h"
#include "tui/edit.h"

enum {
    FLOW_RUN_AHEAD = 32, /* keys that wait for the server's answer */
    FLOW_RUN_KEYS_SIZE = FLOW_TEST_MAX_INPUTS * sizeof(struct digits) + 1,
    FLOW_RUN_SILENCE = '-',
    FLOW_RUN_END = '\r', /* of a number */
};

/* In the order of Tab. */
enum flow_run_field {
    RUN_KEYS, /* none: keys are pressed */
    RUN_CALLER,
    RUN_CALLED,
    RUN_WHEN,
    RUN_LOOKUPS,    /* what they answer: crm level=gold; orders not_found */
    RUN_LAST,       /* the language of the last call: en, es or cs */
    RUN_BROKEN,     /* nodes: no prompt is heard, no queue takes anybody */
    RUN_BUSY,       /* nodes whose number is */
    RUN_UNANSWERED, /* ... nobody answers */
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
    struct digits inputs[FLOW_TEST_MAX_INPUTS]; /* as in struct flow_test */
    size_t input_count;
    bool is_ended; /* the last one is: the next key begins another */
    char ahead[FLOW_RUN_AHEAD]; /* pressed since it was asked */
    bool is_asked;              /* the answer is on its way */
    struct name test;           /* that it is a run of; "": of none */
    bool is_partial;            /* ... of which not all could be taken over */
    struct json_t *steps;       /* of the answer; NULL: not here yet */
    struct safe_text complaint;
};

/* flow_run_keys.c: what is pressed. Each time that keys are asked for takes one
   input, which may be a number: its keys go on as long as the step that took
   them would take more, and until FLOW_RUN_END. */

/** Takes a key, FLOW_RUN_SILENCE or FLOW_RUN_END, and tries it. */
void flow_run_press(struct flow_run *run, char key);

/** Goes on with what was pressed meanwhile: when an answer is here. */
void flow_run_press_on(struct flow_run *run);

/** One key less, or none at all; tries nothing. */
void flow_run_press_back(struct flow_run *run);
void flow_run_press_none(struct flow_run *run);

/** Whether the next key is part of the last input. */
bool flow_run_goes_on(const struct flow_run *run);

/** "1 - 4711": what was pressed; the second time nothing. */
void flow_run_spell(const struct flow_run *run,
                    char ret_text[FLOW_RUN_KEYS_SIZE]);

/** The same as the list in a test, and from there. @return NULL: no memory */
struct json_t *flow_run_keep_keys(const struct flow_run *run);
void flow_run_take_keys(struct flow_run *run, const struct json_t *list);

/** The field that is typed into; NULL: keys are pressed. */
struct edit *flow_run_edit(struct flow_run *run);

/** What stands in a field; "" is what comes without saying so. */
const char *flow_run_typed(const struct flow_run *run,
                           enum flow_run_field field);

/** The fields as the body of a call, and within a test; there without when.
 *  @return 0, or below: out of memory */
int flow_run_tell(const struct flow_run *run, struct json_t *body);
int flow_run_keep_words(const struct flow_run *run, struct json_t *test);

/** ... and from a test, with its moment; what a field cannot hold, or would be
 *  read from it as something else, is left out, and is_partial says so. */
void flow_run_take_words(struct flow_run *run, const struct json_t *test);

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

/** ... and from a test; who is not known here is left out, and is_partial says
 *  so. */
void flow_run_take_house(struct flow_run *run, const struct json_t *test);

/** Its steps on the left, its way on the right. */
void flow_run_draw(void *run, const struct surface *surface);

#endif
