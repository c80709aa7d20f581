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
};

struct rule_test {
    struct program *program;
    struct form *form;
    struct document_choice trunk;
    struct document_choice queue; /* that it waits in; none: it comes */
    struct json_t *found;         /* of the answer; NULL: not here yet */
    struct safe_text complaint;
    size_t top; /* first row of the trace that is drawn */
};

/** rule_test_ask.c: asks about the call in the form. */
void rule_test_ask(struct rule_test *test);

/** rule_test_trace.c: draws what each rule says, the one that leads in sight. */
void rule_test_trace(struct rule_test *test, const struct surface *surface);

#endif
