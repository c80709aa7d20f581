/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types and exits of nodes, as the flow's text has them. */

#include "console/flow_kind.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"

static const struct kind {
    const char *type;
    char letter;
    const char *name;
} kinds[] = {
#define KIND(type, letter, name) { type, letter, name },
#include "console/flow_kind.def"
};

static const struct exit_name {
    const char *exit;
    const char *name;
} exit_names[] = {
#define EXIT_NAME(exit, name) { exit, name },
#include "console/flow_kind.def"
};

static const struct kind *kind_named(const char *type)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(kinds[i].type, type) == 0)
            return &kinds[i];
    return NULL;
}

int flow_kind_of(const struct json_t *node)
{
    const char *type = value_get_text(node, "type");

    for (int i = 0; type && i < node_type_count; i++)
        if (strcmp(node_rule((enum node_type)i)->record->name, type) == 0)
            return i;
    return -ENOENT;
}

const char *flow_kind_name(enum node_type type)
{
    const char *spelling = node_rule(type)->record->name;
    const struct kind *kind = kind_named(spelling);

    return kind ? kind->name : spelling;
}

char flow_kind_letter(enum node_type type)
{
    const struct kind *kind = kind_named(node_rule(type)->record->name);

    return kind ? kind->letter : '\0';
}

int flow_kind_of_letter(uint32_t stroke)
{
    for (int i = 0; stroke != 0 && i < node_type_count; i++)
        if ((uint32_t)flow_kind_letter((enum node_type)i) == stroke)
            return i;
    return -ENOENT;
}

bool flow_kind_has_choices(enum node_type type)
{
    return node_rule(type)->choices != NO_CHOICES;
}

bool flow_kind_chooses_by_key(enum node_type type)
{
    return node_rule(type)->choices == CHOICES_KEYS;
}

/* Exits being gathered. */
struct gathering {
    struct flow_exit *exits;
    size_t count;
};

/* null is an end that is meant; what nobody has said yet is not there, or, of a
   choice, "". */
static void read_target(struct flow_exit *exit, const struct json_t *value)
{
    const char *to = value_as_text(value);

    exit->to = to && *to ? to : NULL;
    exit->ends = value && value_is_null(value);
}

static int gather_choice(void *arg, const char *key, const struct json_t *value)
{
    struct gathering *all = arg;
    struct flow_exit *exit = &all->exits[all->count];

    if (all->count == FLOW_EXITS)
        return -ENOSPC;
    *exit = (struct flow_exit){ .is_choice = true };
    read_target(exit, value);
    snprintf(exit->key, sizeof(exit->key), "%s", key);
    all->count++;
    return 0;
}

size_t flow_kind_exits(const struct json_t *node,
                       struct flow_exit ret_exits[FLOW_EXITS])
{
    struct gathering all = { ret_exits, 0 };
    int type = flow_kind_of(node);

    if (type < 0)
        return 0;
    const struct node_rule *rule = node_rule((enum node_type)type);
    if (rule->choices != NO_CHOICES)
        value_each(value_get(node, "choices"), gather_choice, &all);
    for (size_t i = 0; i < rule->exit_count && all.count < FLOW_EXITS; i++) {
        struct flow_exit *exit = &ret_exits[all.count++];

        *exit = (struct flow_exit){
            .doc = rule->exits[i].doc,
            .yields = node_yields((enum node_type)type, rule->exits[i].exit),
        };
        read_target(exit, value_get(node, rule->exits[i].name));
        snprintf(exit->key, sizeof(exit->key), "%s", rule->exits[i].name);
    }
    return all.count;
}

const char *flow_kind_exit_name(const struct flow_exit *exit)
{
    for (size_t i = 0;
         !exit->is_choice && i < sizeof(exit_names) / sizeof(exit_names[0]);
         i++)
        if (strcmp(exit_names[i].exit, exit->key) == 0)
            return exit_names[i].name;
    return exit->key;
}

/* Copies that share what is in them. */

static int copy_member(void *arg, const char *key, const struct json_t *value)
{
    return value_set(arg, key, value_share(value));
}

struct json_t *flow_kind_copy(const struct json_t *node)
{
    struct json_t *copy = value_object();

    if (value_each(node, copy_member, copy) == 0)
        return copy;
    return value_free(copy);
}

static struct json_t *or_nothing(struct json_t *node, int rc)
{
    return rc == 0 ? node : value_free(node);
}

static struct json_t *target(const char *to)
{
    return strcmp(to, FLOW_TO_END) == 0 ? value_null() : value_text(to);
}

/* NULL as the target of a choice: it stays, and leads nowhere. */
static struct json_t *with_choice(const struct json_t *node, const char *key,
                                  const char *to)
{
    struct json_t *copy = flow_kind_copy(node);
    struct json_t *old = value_get(node, "choices");
    struct json_t *choices = old ? flow_kind_copy(old) : value_object();
    int rc = value_set(choices, key, to ? target(to) : value_text(""));

    rc |= value_set(copy, "choices", choices);
    return or_nothing(copy, rc);
}

struct json_t *flow_kind_lead(const struct json_t *node,
                              const struct flow_exit *exit, const char *to)
{
    if (exit->is_choice)
        return with_choice(node, exit->key, to);
    struct json_t *copy = flow_kind_copy(node);
    int rc = 0;

    if (to)
        rc = value_set(copy, exit->key, target(to));
    else
        value_remove(copy, exit->key);
    return or_nothing(copy, rc);
}

struct json_t *flow_kind_choice_add(const struct json_t *node, const char *key)
{
    if (value_get(value_get(node, "choices"), key))
        return flow_kind_copy(node);
    return with_choice(node, key, NULL);
}

struct json_t *flow_kind_choice_drop(const struct json_t *node, const char *key)
{
    struct json_t *copy = flow_kind_copy(node);
    struct json_t *old = value_get(node, "choices");
    struct json_t *choices = old ? flow_kind_copy(old) : value_object();

    value_remove(choices, key);
    return or_nothing(copy, value_set(copy, "choices", choices));
}

struct json_t *flow_kind_redirect(const struct json_t *node, const char *from,
                                  const char *to)
{
    struct flow_exit exits[FLOW_EXITS];
    size_t count = flow_kind_exits(node, exits);
    struct json_t *now = flow_kind_copy(node);

    for (size_t i = 0; i < count && now; i++) {
        if (!exits[i].to || strcmp(exits[i].to, from) != 0)
            continue;
        struct json_t *next = flow_kind_lead(now, &exits[i], to);

        value_free(now);
        now = next;
    }
    return now;
}

struct json_t *flow_kind_new(enum node_type type, const char *name)
{
    struct json_t *node = value_object();
    int rc = value_set_text(node, "name", name);

    rc |= value_set_text(node, "type", node_rule(type)->record->name);
    return or_nothing(node, rc);
}

const char *flow_kind_title(const struct json_t *node)
{
    const char *label = value_get_text(node, "label");
    const char *name = value_get_text(node, "name");

    return label && *label ? label : name ? name : "";
}
