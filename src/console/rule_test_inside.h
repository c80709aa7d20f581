/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the test of rules share. Nobody else includes it. */

#ifndef CONSOLE_RULE_TEST_INSIDE_H
#define CONSOLE_RULE_TEST_INSIDE_H

#include "console/document_choice.h"
#include "console/program.h"
#include "tui/form.h"

enum {
    RULE_TEST_CALLER = 1,
    RULE_TEST_CALLED,
    RULE_TEST_TRUNK,
    RULE_TEST_DAY,
    RULE_TEST_TIME,
    RULE_TEST_DATA,
    RULE_TEST_DAYS,
    RULE_TEST_CONTACT,
    RULE_TEST_DISABLED,
    RULE_TEST_DRAFT,
    RULE_TEST_QUEUE,
    RULE_TEST_WAITED,
    RULE_TEST_AGENT,
    RULE_TEST_LAST_QUEUE,
    RULE_TEST_LANGUAGE,
    RULE_TEST_DRAW,
};

struct rule_test {
    struct program *program;
    struct form *form;
    struct document_choice trunk;
    struct document_choice queue;      /* that it waits in; none: it comes */
    struct document_choice agent;      /* who talked to the caller last */
    struct document_choice last_queue; /* that the caller waited in last */
    struct document_choice language;   /* that it has while it waits */
    struct json_t *found;              /* of the answer; NULL: not here yet */
    struct safe_text complaint;
    size_t top;    /* first row of the trace that is drawn */
    size_t at;     /* the row that is looked at */
    bool on_trace; /* the keys are the trace's, and not the form's */
};

/** rule_test_ask.c: asks about the call in the form. */
void rule_test_ask(struct rule_test *test);

/** rule_test_ask.c: all choices have what there is to choose from. @return 0,
 *  -ENOMEM */
int rule_test_fill(struct rule_test *test);

/** rule_test_trace.c: draws what each rule says. The one that leads is in sight;
 *  with the keys the one that is looked at, with all of it below. */
void rule_test_trace(struct rule_test *test, const struct surface *surface);

/** ... moves in it. @return whether it was for it */
bool rule_test_move(struct rule_test *test, const struct input *input);

/** ... looks at the next rule that leads the call, from the first one behind
 *  the last. */
void rule_test_next(struct rule_test *test);

#endif
