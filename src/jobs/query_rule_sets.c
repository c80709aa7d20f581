/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of rules are taken one by one, until the version that is wanted. */

#include "jobs/query_rule_sets.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jobs/rule_replay.h"
#include "store/reader.h"

struct search {
    struct rule_replay *replay;
    struct rule_set_history *history;
    struct rule_set_version *ring; /* QUERY_MAX_RULE_SETS */
    int64_t wanted;
    int64_t last;     /* version */
    struct name name; /* of what the event made another one */
    bool is_found;
};

static int compare_id(const void *id, const void *rule)
{
    uint64_t a = *(const uint64_t *)id;
    uint64_t b = ((const struct event_rule_set *)rule)->id;

    return (a > b) - (a < b);
}

static void note_last_version(struct rule_set_history *history,
                              uint64_t rule_id, int64_t version)
{
    const struct event_rule_set *rule =
        bsearch(&rule_id, history->rules, history->rule_count,
                sizeof(*history->rules), compare_id);

    if (rule)
        history->last_versions[rule - history->rules] = version;
}

static void note_rule(void *arg, uint64_t rule_id,
                      const struct event_rule_set *rule)
{
    struct search *search = arg;

    search->name = rule ? rule->name : (struct name){ "" };
    if (rule && search->is_found)
        note_last_version(search->history, rule_id, rule->version);
}

static int keep_rules(struct search *search)
{
    struct rule_set_history *history = search->history;

    free(history->rules);
    history->rules = NULL;

    int rc = rule_replay_rules(search->replay, &history->rules,
                               &history->rule_count);
    if (rc < 0)
        return rc;

    free(history->last_versions);
    history->last_versions =
        calloc(history->rule_count + 1, sizeof(*history->last_versions));
    if (!history->last_versions)
        return -ENOMEM;

    for (size_t i = 0; i < history->rule_count; i++)
        history->last_versions[i] = history->rules[i].version;
    search->is_found = true;
    return 0;
}

static int visit(void *arg, const struct event *event)
{
    struct search *search = arg;
    int changed = rule_replay_take(search->replay, event, note_rule, search);
    bool published = event->type == EVENT_RULES_PUBLISHED;

    if (changed <= 0)
        return changed;

    search->last++;
    search->ring[search->last % QUERY_MAX_RULE_SETS] =
        (struct rule_set_version){
            .version = search->last,
            .at_us = event->at_us,
            .by = event->by,
            .rules = (int64_t)rule_replay_count(search->replay),
            .changed = changed,
            .published = published,
            .name = published ? (struct name){ "" } : search->name,
        };

    return search->last == search->wanted ? keep_rules(search) : 0;
}

/* The newest first. */
static int copy_versions(struct search *search)
{
    struct rule_set_history *history = search->history;
    size_t count = search->last < QUERY_MAX_RULE_SETS ? (size_t)search->last
                                                      : QUERY_MAX_RULE_SETS;

    history->rows = calloc(count + 1, sizeof(*history->rows));
    if (!history->rows)
        return -ENOMEM;
    for (size_t i = 0; i < count; i++)
        history->rows[i] = search->ring[(size_t)(search->last - (int64_t)i) %
                                        QUERY_MAX_RULE_SETS];

    history->count = count;
    return 0;
}

static int search_all(void *hands, struct search *search)
{
    int rc = reader_documents(hands, DOCUMENT_RULE, visit, search);

    if (rc == 0 && search->wanted == 0)
        rc = keep_rules(search);
    if (rc == 0 && !search->is_found)
        rc = -ENOENT;

    return rc == 0 ? copy_versions(search) : rc;
}

int query_rule_sets(void *hands, int64_t version,
                    struct rule_set_history *ret_history)
{
    struct rule_set_history history = { .count = 0 };
    struct search search = { .history = &history, .wanted = version };

    assert(ret_history);
    if (!hands)
        return -ENODATA;

    int rc = rule_replay_new(&search.replay);
    search.ring = calloc(QUERY_MAX_RULE_SETS, sizeof(*search.ring));
    if (rc == 0)
        rc = search.ring ? search_all(hands, &search) : -ENOMEM;

    rule_replay_free(search.replay);
    free(search.ring);
    if (rc < 0)
        rule_set_history_done(&history);
    else
        *ret_history = history;

    return rc;
}

void rule_set_history_done(struct rule_set_history *history)
{
    free(history->rows);
    free(history->rules);
    free(history->last_versions);
    *history = (struct rule_set_history){ .count = 0 };
}
