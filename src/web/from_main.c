/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A locked list of news, and the latest figures. */

#include "web/from_main.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct from_main {
    pthread_mutex_t lock;
    struct news *first;
    struct news **end;
    int64_t metrics[METRIC_COUNT];
    struct web_status status;
    struct web_trunk trunks[WEB_MAX_TRUNKS];
    size_t trunk_count;

    /* The main thread's own. */
    struct news *room; /* for the next events */
    size_t room_count; /* so many */
};

int from_main_new(struct from_main **ret_from_main)
{
    assert(ret_from_main);

    struct from_main *from_main = calloc(1, sizeof(*from_main));
    if (!from_main)
        return -ENOMEM;

    from_main->end = &from_main->first;
    pthread_mutex_init(&from_main->lock, NULL);
    *ret_from_main = from_main;
    return 0;
}

struct from_main *from_main_free(struct from_main *from_main)
{
    if (!from_main)
        return NULL;

    for (struct news *news = from_main->first, *next; news; news = next) {
        next = news->next;
        free(news);
    }
    free(from_main->room);
    pthread_mutex_destroy(&from_main->lock);
    free(from_main);
    return NULL;
}

static void put(struct from_main *from_main, struct news *news)
{
    pthread_mutex_lock(&from_main->lock);
    *from_main->end = news;
    from_main->end = &news->next;
    pthread_mutex_unlock(&from_main->lock);
}

int from_main_make_room(struct from_main *from_main, size_t count)
{
    assert(from_main);

    if (from_main->room && from_main->room_count >= count)
        return 0;

    free(from_main->room);
    from_main->room =
        malloc(sizeof(struct news) + count * sizeof(struct event));
    from_main->room_count = count;
    return from_main->room ? 0 : -ENOMEM;
}

int from_main_put_events(struct from_main *from_main,
                         const struct event *events, size_t count)
{
    assert(from_main && events);

    int rc = from_main_make_room(from_main, count);
    if (rc < 0)
        return rc;

    struct news *news = from_main->room;

    from_main->room = NULL;
    news->next = NULL;
    news->kind = NEWS_EVENTS; /* the fields of a reply stay as they are */
    news->event_count = count;
    memcpy(news->events, events, count * sizeof(*events));
    put(from_main, news);
    return 0;
}

int from_main_put_reply(struct from_main *from_main, struct web_slot slot,
                        const struct web_reply *reply)
{
    assert(from_main && reply);

    struct news *news = calloc(1, sizeof(*news));
    if (!news)
        return -ENOMEM;

    news->kind = NEWS_REPLY;
    news->slot = slot;
    news->reply = *reply;
    put(from_main, news);
    return 0;
}

void from_main_put_metrics(struct from_main *from_main,
                           const int64_t values[METRIC_COUNT])
{
    assert(from_main && values);

    pthread_mutex_lock(&from_main->lock);
    memcpy(from_main->metrics, values, sizeof(from_main->metrics));
    pthread_mutex_unlock(&from_main->lock);
}

void from_main_put_status(struct from_main *from_main,
                          const struct web_status *status)
{
    assert(from_main && status);

    pthread_mutex_lock(&from_main->lock);
    from_main->status = *status;
    pthread_mutex_unlock(&from_main->lock);
}

void from_main_put_trunks(struct from_main *from_main,
                          const struct web_trunk *trunks, size_t count)
{
    assert(from_main && count <= WEB_MAX_TRUNKS);

    pthread_mutex_lock(&from_main->lock);
    if (count > 0)
        memcpy(from_main->trunks, trunks, count * sizeof(*trunks));
    from_main->trunk_count = count;
    pthread_mutex_unlock(&from_main->lock);
}

struct news *from_main_take(struct from_main *from_main)
{
    assert(from_main);

    pthread_mutex_lock(&from_main->lock);
    struct news *first = from_main->first;
    from_main->first = NULL;
    from_main->end = &from_main->first;
    pthread_mutex_unlock(&from_main->lock);
    return first;
}

void from_main_metrics(struct from_main *from_main,
                       int64_t ret_values[METRIC_COUNT])
{
    assert(from_main && ret_values);

    pthread_mutex_lock(&from_main->lock);
    memcpy(ret_values, from_main->metrics, sizeof(from_main->metrics));
    pthread_mutex_unlock(&from_main->lock);
}

void from_main_status(struct from_main *from_main,
                      struct web_status *ret_status)
{
    assert(from_main && ret_status);

    pthread_mutex_lock(&from_main->lock);
    *ret_status = from_main->status;
    pthread_mutex_unlock(&from_main->lock);
}

bool from_main_trunk(struct from_main *from_main, uint64_t trunk_id,
                     struct web_trunk *ret_trunk)
{
    bool is_found = false;

    assert(from_main && ret_trunk);

    pthread_mutex_lock(&from_main->lock);
    for (size_t i = 0; i < from_main->trunk_count && !is_found; i++)
        if (from_main->trunks[i].trunk_id == trunk_id) {
            *ret_trunk = from_main->trunks[i];
            is_found = true;
        }
    pthread_mutex_unlock(&from_main->lock);
    return is_found;
}
