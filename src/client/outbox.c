/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of commands, and what becomes of each. */

#include "client/outbox.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "client/outbox_inside.h"

int outbox_new(struct outbox **ret_outbox)
{
    assert(ret_outbox);
    struct outbox *outbox = calloc(1, sizeof(*outbox));

    if (!outbox)
        return -ENOMEM;
    *ret_outbox = outbox;
    return 0;
}

/* A note is the customer's business: nothing of it stays in memory. */
static void item_done(struct outbox_item *item)
{
    if (item->body)
        explicit_bzero(item->body, strlen(item->body));
    free(item->body);
    explicit_bzero(item, sizeof(*item));
}

static void take_out(struct outbox *outbox, size_t n)
{
    item_done(&outbox->items[n]);
    outbox->version++;
    outbox->count--;
    memmove(&outbox->items[n], &outbox->items[n + 1],
            (outbox->count - n) * sizeof(outbox->items[0]));
    memset(&outbox->items[outbox->count], 0, sizeof(outbox->items[0]));
}

void outbox_empty(struct outbox *outbox)
{
    assert(outbox);

    while (outbox->count > 0)
        take_out(outbox, outbox->count - 1);
    outbox->paused_until_us = 0;
}

struct outbox *outbox_free(struct outbox *outbox)
{
    if (outbox)
        outbox_empty(outbox);
    free(outbox);
    return NULL;
}

/* What was never sent, and is wished otherwise now. @return OUTBOX_MAX: none */
static size_t find_replaced(const struct outbox *outbox,
                            const struct outbox_wish *wish)
{
    for (size_t n = 0; n < outbox->count; n++) {
        const struct outbox_item *item = &outbox->items[n];

        if (item->state == OUTBOX_WAITING && item->tries == 0 &&
            item->kind == wish->kind && item->about == wish->about)
            return n;
    }
    return OUTBOX_MAX;
}

int outbox_add(struct outbox *outbox, const struct outbox_wish *wish,
               int64_t now_us)
{
    assert(outbox && wish && wish->path && wish->body && wish->words);
    size_t replaced = find_replaced(outbox, wish);

    if (strlen(wish->path) >= OUTBOX_PATH_SIZE)
        return -ENAMETOOLONG;
    if (replaced == OUTBOX_MAX && outbox->count == OUTBOX_MAX)
        return -ENOSPC;
    char *body = strdup(wish->body);
    if (!body)
        return -ENOMEM;
    if (replaced < OUTBOX_MAX)
        take_out(outbox, replaced);

    struct outbox_item *item = &outbox->items[outbox->count++];
    outbox->version++;
    *item = (struct outbox_item){
        .id = ++outbox->last_id,
        .kind = wish->kind,
        .about = wish->about,
        .since_us = now_us,
        .good_for_us = wish->good_for_us,
        .body = body,
    };
    client_key_make(item->key);
    memcpy(item->path, wish->path, strlen(wish->path));
    memcpy(item->words, wish->words,
           text_cut(wish->words, strlen(wish->words), OUTBOX_WORDS_SIZE - 1));
    return 0;
}

int outbox_remove(struct outbox *outbox, uint64_t id)
{
    assert(outbox);

    for (size_t n = 0; n < outbox->count; n++)
        if (outbox->items[n].id == id) {
            if (outbox->items[n].state == OUTBOX_SENDING)
                return -EBUSY;
            take_out(outbox, n);
            return 0;
        }
    return -ENOENT;
}

size_t outbox_count(const struct outbox *outbox)
{
    assert(outbox);

    return outbox->count;
}

const struct outbox_item *outbox_at(const struct outbox *outbox, size_t n)
{
    assert(outbox && n < outbox->count);

    return &outbox->items[n];
}

size_t outbox_pending(const struct outbox *outbox)
{
    size_t pending = 0;

    assert(outbox);
    for (size_t n = 0; n < outbox->count; n++)
        pending += outbox->items[n].state != OUTBOX_REFUSED;
    return pending;
}

/* @return NULL: none is due, or one is on its way */
static struct outbox_item *next_item(struct outbox *outbox, int64_t now_us)
{
    struct outbox_item *next = NULL;

    for (size_t n = 0; n < outbox->count; n++) {
        struct outbox_item *item = &outbox->items[n];

        if (item->state == OUTBOX_SENDING)
            return NULL;
        if (!next && item->state == OUTBOX_WAITING && item->again_us <= now_us)
            next = item;
    }
    return next;
}

static bool is_too_late(const struct outbox_item *item, int64_t now_us)
{
    return item->good_for_us > 0 && now_us - item->since_us > item->good_for_us;
}

bool outbox_send(struct outbox *outbox, struct session *session, int64_t now_us)
{
    assert(outbox && session);
    struct outbox_item *item;
    bool is_changed = false;

    if (now_us < outbox->paused_until_us)
        return false;
    while ((item = next_item(outbox, now_us)) && is_too_late(item, now_us)) {
        item->state = OUTBOX_REFUSED;
        outbox->version++;
        is_changed = true;
    }
    if (!item)
        return is_changed;
    if (session_ask(session,
                    &(struct client_request){ .method = "POST",
                                              .path = item->path,
                                              .body = item->body,
                                              .key = item->key },
                    &item->ticket) < 0)
        return is_changed; /* too much waits, or no memory: with the next call */
    item->state = OUTBOX_SENDING;
    item->tries++;
    outbox->version++;
    return true;
}

/* Not now, whatever it is: the server is busy, stops, or does it just now. */
static bool is_later(const struct client_problem *problem)
{
    return problem->status >= 500 || problem->status == 429 ||
           problem->status == 401 ||
           strcmp(problem->code, "idempotency_busy") == 0;
}

/* A server that stumbles over this one alone does what is behind it. */
static void put_off(struct outbox *outbox, struct outbox_item *item, int status,
                    int64_t now_us)
{
    item->state = OUTBOX_WAITING;
    if (status >= 500)
        item->put_off++;
    if (item->put_off < OUTBOX_PATIENCE) {
        outbox->paused_until_us = now_us + OUTBOX_AGAIN_US;
        return;
    }
    item->again_us = now_us + OUTBOX_ASIDE_US;
    outbox->version++;
}

static enum outbox_outcome take_reply(struct outbox *outbox, size_t n,
                                      const struct client_reply *reply,
                                      int64_t now_us)
{
    struct outbox_item *item = &outbox->items[n];
    struct client_problem problem = { .status = reply->status };

    if (reply->status >= 300)
        client_problem_read(reply, &problem);
    if (reply->status < 300 || strcmp(problem.code, "already_so") == 0) {
        take_out(outbox, n);
        return OUTBOX_DONE;
    }
    if (is_later(&problem)) {
        put_off(outbox, item, problem.status, now_us);
        return OUTBOX_AGAIN;
    }
    item->state = OUTBOX_REFUSED;
    item->problem = problem;
    outbox->version++;
    return OUTBOX_NO;
}

enum outbox_outcome outbox_take(struct outbox *outbox,
                                const struct session_news *news, int64_t now_us)
{
    assert(outbox && news && news->kind == SESSION_NEWS_REPLY);

    for (size_t n = 0; n < outbox->count; n++) {
        struct outbox_item *item = &outbox->items[n];

        if (item->state != OUTBOX_SENDING || item->ticket != news->ticket)
            continue;
        if (news->rc == 0)
            return take_reply(outbox, n, &news->reply, now_us);
        item->state = OUTBOX_WAITING;
        outbox->paused_until_us = now_us + OUTBOX_AGAIN_US;
        return OUTBOX_AGAIN;
    }
    return OUTBOX_NOT_MINE;
}

bool outbox_is_aside(const struct outbox_item *item)
{
    return item->state == OUTBOX_WAITING && item->again_us > 0;
}

void outbox_hurry(struct outbox *outbox)
{
    assert(outbox);

    outbox->paused_until_us = 0;
    for (size_t n = 0; n < outbox->count; n++) {
        outbox->items[n].put_off = 0;
        outbox->items[n].again_us = 0;
    }
}

void outbox_lose(struct outbox *outbox)
{
    assert(outbox);

    for (size_t n = 0; n < outbox->count; n++)
        if (outbox->items[n].state == OUTBOX_SENDING)
            outbox->items[n].state = OUTBOX_WAITING;
}
