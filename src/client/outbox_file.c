/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outbox as a text that outlives the program. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "client/outbox_inside.h"
#include "wire/value.h"

uint64_t outbox_version(const struct outbox *outbox)
{
    assert(outbox);

    return outbox->version;
}

static struct json_t *print_item(const struct outbox_item *item,
                                 struct outbox_moment moment)
{
    struct json_t *value = value_object();
    int64_t since_wall_us = moment.wall_us - (moment.now_us - item->since_us);
    int rc = 0;

    rc |= value_set_integer(value, "kind", item->kind);
    rc |= value_set_integer(value, "about", (int64_t)item->about);
    rc |= value_set_integer(value, "since_wall_us", since_wall_us);
    rc |= value_set_integer(value, "good_for_us", item->good_for_us);
    rc |= value_set_integer(value, "tries", item->tries);
    rc |= value_set_flag(value, "refused", item->state == OUTBOX_REFUSED);
    rc |= value_set_integer(value, "status", item->problem.status);
    rc |= value_set_text(value, "fix", item->problem.fix);
    rc |= value_set_text(value, "key", item->key);
    rc |= value_set_text(value, "path", item->path);
    rc |= value_set_text(value, "words", item->words);
    rc |= value_set_text(value, "body", item->body);
    return rc ? value_free(value) : value;
}

char *outbox_print(const struct outbox *outbox, struct outbox_moment moment)
{
    assert(outbox);
    struct json_t *whole = value_object(), *items = value_list();
    int rc = 0;

    for (size_t n = 0; n < outbox->count; n++)
        rc |= value_append(items, print_item(&outbox->items[n], moment));
    rc |= value_set(whole, "items", items);
    char *text = rc ? NULL : value_print(whole, VALUE_COMPACT);
    value_free(whole);
    return text;
}

/* @return whether it is there, and fits */
static bool take_text(const struct json_t *value, const char *name,
                      char *ret_text, size_t size)
{
    const char *text = value_get_text(value, name);

    if (!text || strlen(text) >= size)
        return false;
    memcpy(ret_text, text, strlen(text) + 1);
    return true;
}

static bool is_key(const char *key)
{
    return strlen(key) == CLIENT_KEY_SIZE - 1 &&
           key[strspn(key, "0123456789abcdef")] == '\0';
}

/* Its key is forgotten by now: sent again it might be done again. */
static bool is_stale(const struct outbox_item *item, int64_t now_us)
{
    return item->tries > 0 &&
           now_us - item->since_us > INT64_C(3600000000) * OUTBOX_KEY_HOURS;
}

/* @return 0, -EBADMSG or -ENOMEM */
static int parse_item(const struct json_t *value, struct outbox_moment moment,
                      struct outbox_item *ret_item)
{
    const char *body = value_get_text(value, "body");
    int64_t since_wall_us = value_get_integer(value, "since_wall_us", 0);
    int64_t age_us =
        since_wall_us > 0 ? moment.wall_us - since_wall_us : moment.wall_us;

    *ret_item = (struct outbox_item){
        .kind = (int)value_get_integer(value, "kind", 0),
        .about = (uint64_t)value_get_integer(value, "about", 0),
        .since_us = moment.now_us - (age_us > 0 ? age_us : 0),
        .good_for_us = value_get_integer(value, "good_for_us", 0),
        .tries = (int)value_get_integer(value, "tries", 0),
        .problem.status = (int)value_get_integer(value, "status", 0),
    };
    if (!body ||
        !take_text(value, "key", ret_item->key, sizeof(ret_item->key)) ||
        !take_text(value, "path", ret_item->path, sizeof(ret_item->path)) ||
        !take_text(value, "words", ret_item->words, sizeof(ret_item->words)) ||
        !take_text(value, "fix", ret_item->problem.fix,
                   sizeof(ret_item->problem.fix)) ||
        !is_key(ret_item->key) || ret_item->tries < 0 || since_wall_us < 0 ||
        ret_item->good_for_us < 0)
        return -EBADMSG;
    if (value_get_flag(value, "refused") || is_stale(ret_item, moment.now_us))
        ret_item->state = OUTBOX_REFUSED;
    ret_item->body = strdup(body);
    return ret_item->body ? 0 : -ENOMEM;
}

/* @return 0, or as outbox_parse(); what it has added is behind the others */
static int parse_items(struct outbox *outbox, const struct json_t *items,
                       const char *prefix, struct outbox_moment moment)
{
    if (!value_is_list(items) || value_count(items) > OUTBOX_MAX)
        return -EBADMSG;
    if (value_count(items) > OUTBOX_MAX - outbox->count)
        return -ENOSPC;
    for (size_t n = 0; n < value_count(items); n++) {
        struct outbox_item *item = &outbox->items[outbox->count];
        int rc = parse_item(value_at(items, n), moment, item);

        if (rc < 0)
            return rc;
        item->id = ++outbox->last_id;
        outbox->count++;
        if (strncmp(item->path, prefix, strlen(prefix)) != 0)
            (void)outbox_remove(outbox, item->id);
    }
    return 0;
}

int outbox_parse(struct outbox *outbox, const char *text, const char *prefix,
                 struct outbox_moment moment)
{
    assert(outbox && text && prefix);
    size_t before = outbox->count;
    struct json_t *whole;
    int rc = value_parse(text, strlen(text), VALUE_MAX_LENGTH, &whole, NULL);

    if (rc < 0)
        return rc;
    rc = parse_items(outbox, value_get(whole, "items"), prefix, moment);
    while (rc < 0 && outbox->count > before)
        (void)outbox_remove(outbox, outbox->items[outbox->count - 1].id);
    outbox->version++;
    value_free(whole);
    return rc;
}
