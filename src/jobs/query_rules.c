/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows gathered one by one. */

#include "jobs/query_rules.h"

#include <errno.h>
#include <stdlib.h>

#include "store/reader.h"

struct gathering {
    struct shape_rule_figures *rows;
    size_t count;
    size_t room;
};

static int gather(void *arg, const struct shape_rule_figures *sum)
{
    struct gathering *gathering = arg;

    if (gathering->count == QUERY_MAX_RULE_SUMS)
        return -E2BIG;
    if (gathering->count == gathering->room) {
        size_t room = 2 * gathering->room + 16;
        struct shape_rule_figures *rows =
            realloc(gathering->rows, room * sizeof(*rows));

        if (!rows)
            return -ENOMEM;
        gathering->rows = rows;
        gathering->room = room;
    }

    gathering->rows[gathering->count++] = *sum;
    return 0;
}

int query_rule_sums(void *hands, int64_t from_wall_us, int64_t before_wall_us,
                    struct shape_rule_figures **ret_rows, size_t *ret_count)
{
    struct gathering gathering = { .rows = NULL };

    if (!hands)
        return -ENODATA;

    int rc = reader_rule_sums(hands, from_wall_us, before_wall_us, gather,
                              &gathering);
    if (rc < 0) {
        free(gathering.rows);
        return rc;
    }

    *ret_rows = gathering.rows;
    *ret_count = gathering.count;
    return 0;
}

struct versions {
    struct event_rule_set *rows;
    size_t count;
};

static int visit_version(void *arg, const struct event *event)
{
    struct versions *versions = arg;

    if (versions->count == QUERY_MAX_VERSIONS)
        return 1;
    if (event->type == EVENT_RULE_SET)
        versions->rows[versions->count++] = event->as.rule_set;
    return 0;
}

int query_rule_versions(void *hands, uint64_t rule_id,
                        struct event_rule_set **ret_rows, size_t *ret_count)
{
    struct versions versions = { .count = 0 };

    if (!hands)
        return -ENODATA;

    versions.rows = calloc(QUERY_MAX_VERSIONS, sizeof(*versions.rows));
    if (!versions.rows)
        return -ENOMEM;

    int rc =
        reader_history(hands, DOCUMENT_RULE, rule_id, visit_version, &versions);
    if (rc < 0) {
        free(versions.rows);
        return rc;
    }

    *ret_rows = versions.rows;
    *ret_count = versions.count;
    return 0;
}
