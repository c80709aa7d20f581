/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a flow's tests: for flow_editor_tests*.c. */

#ifndef CONSOLE_FLOW_EDITOR_TESTS_H
#define CONSOLE_FLOW_EDITOR_TESTS_H

#include "console/flow_editor_inside.h"

struct test_list {
    struct flow_editor *editor;
    size_t selected;
    struct json_t *results; /* of the server; NULL: not here yet */
    struct safe_text complaint;
};

/** The name of a test; "". */
static inline const char *test_list_name(const struct test_list *list,
                                         size_t index)
{
    const char *name =
        value_get_text(flow_draft_test(list->editor->draft, index), "name");

    return name ? name : "";
}

/** Asks for another name of the selected one. @return 0, -ENOMEM or that of
 *  ui_push() */
int test_list_rename(struct test_list *list);

/** Of struct view_kind. */
void test_list_draw(void *list, const struct surface *surface);

#endif
