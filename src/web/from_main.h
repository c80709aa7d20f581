/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main thread tells the web thread: events, replies, figures. */

#ifndef WEB_FROM_MAIN_H
#define WEB_FROM_MAIN_H

#include "web/web.h"

/*
 * News lies here until the web thread fetches it, in the order in which it was
 * told: an event pushed before a reply is folded before it. Nothing is lost
 * and nothing waits: the list grows as long as there is memory.
 */
struct from_main;

enum news_kind { NEWS_EVENTS, NEWS_REPLY };

struct news {
    struct news *next;
    enum news_kind kind;
    struct web_slot slot;   /* of a reply */
    struct web_reply reply; /* of a reply */
    size_t event_count;     /* of events */
    struct event events[];
};

int from_main_new(struct from_main **ret_from_main); /* 0 or -ENOMEM */
struct from_main *from_main_free(struct from_main *from_main);

/** Room for the next from_main_put_events() of so many, for the main thread
 *  alone. @return 0 or -ENOMEM */
int from_main_make_room(struct from_main *from_main, size_t count);

/** @return 0 or -ENOMEM, not if there is room: nothing was taken */
int from_main_put_events(struct from_main *from_main,
                         const struct event *events, size_t count);
int from_main_put_reply(struct from_main *from_main, struct web_slot slot,
                        const struct web_reply *reply);

void from_main_put_metrics(struct from_main *from_main,
                           const int64_t values[METRIC_COUNT]);
void from_main_put_status(struct from_main *from_main,
                          const struct web_status *status);

void from_main_put_trunks(struct from_main *from_main,
                          const struct web_trunk *trunks, size_t count);

/** Takes all news, oldest first; each is to be freed with free(). */
struct news *from_main_take(struct from_main *from_main);

void from_main_metrics(struct from_main *from_main,
                       int64_t ret_values[METRIC_COUNT]);
void from_main_status(struct from_main *from_main,
                      struct web_status *ret_status);

/** What was told of one trunk; false: nothing. */
bool from_main_trunk(struct from_main *from_main, uint64_t trunk_id,
                     struct web_trunk *ret_trunk);

#endif
