/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last versions of one rule. */

#include "jobs/query_rules.h"

#include <errno.h>
#include <stdlib.h>

#include "jobs/rule_replay.h"
#include "store/reader.h"

struct versions {
    struct rule_replay *replay;
    uint64_t rule_id;
    struct event_rule_set rows[QUERY_MAX_RULE_VERSIONS]; /* a ring */
    size_t count; /* all that there were */
};

static void note_version(void *arg, uint64_t rule_id,
                         const struct event_rule_set *rule)
{
    struct versions *versions = arg;

    if (rule && rule_id == versions->rule_id)
        versions->rows[versions->count++ % QUERY_MAX_RULE_VERSIONS] = *rule;
}

static int visit_version(void *arg, const struct event *event)
{
    struct versions *versions = arg;
    int rc = rule_replay_take(versions->replay, event, note_version, versions);

    return rc < 0 ? rc : 0;
}

/* The newest first. */
static int copy_versions(const struct versions *versions,
                         struct event_rule_set **ret_rows, size_t *ret_count)
{
    size_t count = versions->count < QUERY_MAX_RULE_VERSIONS
                       ? versions->count
                       : QUERY_MAX_RULE_VERSIONS;
    struct event_rule_set *rows = calloc(count + 1, sizeof(*rows));

    if (!rows)
        return -ENOMEM;
    for (size_t i = 0; i < count; i++)
        rows[i] =
            versions->rows[(versions->count - 1 - i) % QUERY_MAX_RULE_VERSIONS];

    *ret_rows = rows;
    *ret_count = count;
    return 0;
}

int query_rule_versions(void *hands, uint64_t rule_id,
                        struct event_rule_set **ret_rows, size_t *ret_count)
{
    struct versions *versions;
    int rc;

    if (!hands)
        return -ENODATA;

    versions = calloc(1, sizeof(*versions));
    if (!versions)
        return -ENOMEM;
    versions->rule_id = rule_id;
    rc = rule_replay_new(&versions->replay);
    if (rc == 0)
        rc = reader_documents(hands, DOCUMENT_RULE, visit_version, versions);
    if (rc == 0)
        rc = copy_versions(versions, ret_rows, ret_count);

    rule_replay_free(versions->replay);
    free(versions);
    return rc;
}
