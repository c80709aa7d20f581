/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a test says of the house: who is signed in, and which trunk is lost. */

#include <errno.h>
#include <stdio.h>

#include "wire/flow_reader.h"

/* One item of a list: {"agent": "ana", "state": "available"}. */
struct item {
    struct flow_reader *flow;
    const struct json_t *object;
    size_t known; /* how many of its fields have been read */
};

static int refuse(const struct item *item, enum mistake_code code,
                  const char *place)
{
    return mistake_note(item->flow->ret_mistake, code, place);
}

static int read_number(const struct item *item, const char *key,
                       const struct json_t *value, uint64_t *ret_id)
{
    int64_t id;

    if (value_as_integer(value, &id) < 0)
        return refuse(item, MISTAKE_WRONG_TYPE, key);
    if (id < 1)
        return mistake_note_range(item->flow->ret_mistake, MISTAKE_OUT_OF_RANGE,
                                  key, 1, INT64_MAX);

    *ret_id = (uint64_t)id;
    return 0;
}

/* By name or by number, and not both; nothing else may be left then. */
static int read_who(struct item *item, enum document_kind kind,
                    uint64_t *ret_id)
{
    const struct flow_names *names = item->flow->names;
    const char *key = word_spell(&word_list_document_kind, (int)kind);
    const struct json_t *given = value_get(item->object, key);
    char by_number[32];
    struct name name;

    (void)snprintf(by_number, sizeof(by_number), "%s_id", key);

    const struct json_t *number = value_get(item->object, by_number);

    item->known++;
    if (number && !given)
        return read_number(item, by_number, number, ret_id);

    int rc = flow_read_name(item->flow, key, given, &name);

    if (rc == 0 && names && names->find_id)
        *ret_id = names->find_id(names->arg, kind, name.text);
    if (rc == 0 && *ret_id == 0)
        rc = mistake_note_name(item->flow->ret_mistake, key, name.text);
    return rc;
}

static int read_state(struct item *item, enum agent_state *ret_state)
{
    const struct json_t *value = value_get(item->object, "state");
    const char *text = value_as_text(value);
    int state = text ? word_find(&word_list_agent_state, text) : -ENOENT;

    item->known++;
    if (!text)
        return refuse(item, value ? MISTAKE_WRONG_TYPE : MISTAKE_MISSING_FIELD,
                      "state");
    if (state < 0 || !flow_stand_in_can_be((enum agent_state)state))
        return refuse(item, MISTAKE_UNKNOWN_WORD, "state");

    *ret_state = (enum agent_state)state;
    return 0;
}

static int check_known(const struct item *item)
{
    return value_count(item->object) > item->known
               ? refuse(item, MISTAKE_UNKNOWN_FIELD, "")
               : 0;
}

static int read_agent(struct item *item, struct flow_test *test)
{
    struct flow_stand_in *agent = &test->agents[test->agent_count];
    int rc = read_who(item, DOCUMENT_AGENT, &agent->agent_id);

    if (rc == 0)
        rc = read_state(item, &agent->state);
    if (rc == 0)
        rc = check_known(item);
    test->agent_count += rc == 0;
    return rc;
}

static int read_trunk(struct item *item, struct flow_test *test)
{
    int rc =
        read_who(item, DOCUMENT_TRUNK, &test->lost_trunks[test->lost_count]);

    if (rc == 0)
        rc = check_known(item);
    test->lost_count += rc == 0;
    return rc;
}

static int read_list(struct flow_reader *flow, const struct json_t *object,
                     const char *key, size_t max,
                     int (*read)(struct item *item, struct flow_test *test),
                     struct flow_test *test)
{
    const struct json_t *list = value_get(object, key);
    char place[32];
    int rc = 0;

    if (list && !value_is_list(list))
        return mistake_note(flow->ret_mistake, MISTAKE_WRONG_TYPE, key);
    if (value_count(list) > max)
        return mistake_note_range(flow->ret_mistake, MISTAKE_TOO_MANY, key, 0,
                                  (int64_t)max);

    for (size_t i = 0; rc == 0 && i < value_count(list); i++) {
        struct item item = { flow, value_at(list, i), 0 };

        rc = value_is_object(item.object)
                 ? read(&item, test)
                 : refuse(&item, MISTAKE_WRONG_TYPE, "");
        (void)snprintf(place, sizeof(place), "%s[%zu]", key, i);
        if (rc == -EBADMSG)
            mistake_put_before(flow->ret_mistake, place);
    }
    return rc;
}

int flow_read_house(struct flow_reader *flow, const struct json_t *object,
                    struct flow_test *test)
{
    int rc = read_list(flow, object, "agents", FLOW_TEST_MAX_AGENTS, read_agent,
                       test);

    return rc == 0 ? read_list(flow, object, "lost_trunks", FLOW_TEST_MAX_LOST,
                               read_trunk, test)
                   : rc;
}

/* Writing. */

static struct json_t *who_value(const struct flow_names *names,
                                enum document_kind kind, uint64_t id)
{
    struct json_t *object = value_object();
    const char *key = word_spell(&word_list_document_kind, (int)kind);
    const char *name = names && names->find_name
                           ? names->find_name(names->arg, kind, id)
                           : NULL;
    char by_number[32];

    (void)snprintf(by_number, sizeof(by_number), "%s_id", key);

    int rc = name ? value_set_text(object, key, name)
                  : value_set_integer(object, by_number, (int64_t)id);

    return rc == 0 ? object : value_free(object);
}

static struct json_t *agent_value(const struct flow_names *names,
                                  const struct flow_stand_in *agent)
{
    struct json_t *object = who_value(names, DOCUMENT_AGENT, agent->agent_id);

    if (value_set_text(object, "state",
                       word_spell(&word_list_agent_state, (int)agent->state)) <
        0)
        return value_free(object);

    return object;
}

/* What is empty is left out. */
static int set_list(struct json_t *object, const char *key, struct json_t *list,
                    int rc)
{
    if (rc < 0 || value_count(list) == 0) {
        value_free(list);
        return rc;
    }

    return value_set(object, key, list);
}

int flow_house_set(const struct flow_names *names, const struct flow_test *test,
                   struct json_t *object)
{
    struct json_t *agents = value_list();
    struct json_t *trunks = value_list();
    int rc = 0;

    for (size_t i = 0; i < test->agent_count; i++)
        rc |= value_append(agents, agent_value(names, &test->agents[i]));
    rc = set_list(object, "agents", agents, rc);
    for (size_t i = 0; i < test->lost_count; i++)
        rc |= value_append(
            trunks, who_value(names, DOCUMENT_TRUNK, test->lost_trunks[i]));
    return set_list(object, "lost_trunks", trunks, rc);
}
