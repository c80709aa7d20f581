/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Internals of a flow's test run: what it is, and its picture. */

#ifndef CONSOLE_FLOW_RUN_H
#define CONSOLE_FLOW_RUN_H

#include "console/flow_editor_inside.h"
#include "tui/edit.h"

enum { FLOW_RUN_KEYS = 128, FLOW_RUN_SILENCE = '-' };

struct flow_run {
    struct flow_editor *editor;
    struct edit caller;
    bool is_calling; /* the number is typed; else keys are pressed */
    enum speech language;
    char keys[FLOW_RUN_KEYS]; /* one each time that keys are asked for */
    struct json_t *steps;     /* of the answer; NULL: not here yet */
    struct safe_text complaint;
};

/** "1 - 2": what was pressed; the second time nothing. */
void flow_run_spell(const struct flow_run *run,
                    char ret_text[2 * FLOW_RUN_KEYS]);

/** Its steps on the left, its way on the right. */
void flow_run_draw(void *run, const struct surface *surface);

#endif
