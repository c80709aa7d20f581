/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies between two configurations, and in which order. */

#include "cli/changes.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

enum { TEXT_SIZE = 1024 };

/* The parts that the rows use, as JSON of {"name": document}. */
struct sides {
    const char *users, *queues, *flows, *assignments;
};

static struct json_t *read(const char *text)
{
    struct json_t *value = NULL;

    text = text ? text : "{}";
    assert_int_equal(value_parse(text, strlen(text), TEXT_SIZE, &value, NULL),
                     0);
    return value;
}

static struct arrangement arrange(const struct sides *sides)
{
    struct arrangement all = { 0 };

    for (int i = 0; i < ARRANGEMENT_PARTS; i++)
        all.parts[i] = read(i == DOCUMENT_USER             ? sides->users
                            : i == DOCUMENT_QUEUE          ? sides->queues
                            : i == DOCUMENT_FLOW           ? sides->flows
                            : i == ARRANGEMENT_ASSIGNMENTS ? sides->assignments
                                                           : NULL);

    return all;
}

static const struct order_row {
    const char *says;
    struct sides from, to;
    bool prune;
    const char *order; /* "+part name", "=" set, "-" removed */
} order_rows[] = {
    { "nothing lies between equals",
      { .users = "{\"a\":{\"x\":1,\"y\":[1,{}]}}" },
      { .users = "{\"a\":{\"y\":[1,{}],\"x\":1}}" },
      true,
      "" },
    { "another value is a setting",
      { .users = "{\"a\":{\"x\":1}}" },
      { .users = "{\"a\":{\"x\":2}}" },
      true,
      "=users a;" },
    { "another type is a setting",
      { .users = "{\"a\":{\"x\":1}}" },
      { .users = "{\"a\":{\"x\":\"1\"}}" },
      true,
      "=users a;" },
    { "a longer list is a setting",
      { .users = "{\"a\":{\"x\":[1]}}" },
      { .users = "{\"a\":{\"x\":[1,1]}}" },
      true,
      "=users a;" },
    { "names go in their order",
      { 0 },
      { .users = "{\"b\":{},\"a\":{},\"c\":{}}" },
      true,
      "+users a;+users b;+users c;" },
    { "without prune nothing is removed",
      { .users = "{\"a\":{}}" },
      { 0 },
      false,
      "" },
    { "removals come last, what refers first",
      { .users = "{\"a\":{}}",
        .queues = "{\"q\":{}}",
        .assignments = "{\"q/a\":{}}" },
      { .flows = "{\"f\":{}}" },
      true,
      "+flows f;-assignments q/a;-queues q;-users a;" },
    { "queues are there before flows, and overflow after both",
      { .queues = "{\"old\":{\"overflow_id\":\"\"}}" },
      { .queues = "{\"old\":{\"overflow_id\":\"new\"},"
                  "\"new\":{\"overflow_id\":\"f\"},"
                  "\"plain\":{\"overflow_id\":\"\"}}",
        .flows = "{\"f\":{}}",
        .assignments = "{\"new/a\":{}}" },
      true,
      "+queues new;+queues plain;+flows f;=queues new;=queues old;"
      "+assignments new/a;" },
};

static void spell(const struct changes *changes, char ret_text[TEXT_SIZE])
{
    size_t length = 0;

    ret_text[0] = '\0';
    for (size_t i = 0; i < changes->count; i++)
        length += (size_t)snprintf(ret_text + length, TEXT_SIZE - length,
                                   "%c%s %s;", "+=-"[changes->list[i].kind],
                                   arrangement_key(changes->list[i].part),
                                   changes -> list[i].name);
}

static void finds_changes_in_order(void **state)
{
    const struct order_row *row = *state;
    struct arrangement from = arrange(&row->from), to = arrange(&row->to);
    struct changes changes = { 0 };
    char order[TEXT_SIZE];

    assert_int_equal(changes_find(&from, &to, row->prune, &changes), 0);
    spell(&changes, order);
    assert_string_equal(order, row->order);
    changes_done(&changes);
    arrangement_done(&from);
    arrangement_done(&to);
}

static void survives_every_failing_allocation(void **state)
{
    (void)state;
    const struct order_row *row = &order_rows[ARRAY_LEN(order_rows) - 1];
    struct arrangement from = arrange(&row->from), to = arrange(&row->to);
    struct changes changes = { 0 };
    int before = live_blocks(), rc = -ENOMEM;

    for (int successes = 0; rc; successes++) {
        fail_alloc_after(successes);
        rc = changes_find(&from, &to, true, &changes);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_true(rc == 0 || rc == -ENOMEM);
        if (rc)
            assert_int_equal(live_blocks(), before);
    }

    changes_done(&changes);
    arrangement_done(&from);
    arrangement_done(&to);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, finds_changes_in_order, order_rows);
    TEST_LIST_ADD(&list, survives_every_failing_allocation);
    return test_list_run(&list);
}
