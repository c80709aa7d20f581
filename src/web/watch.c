/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks become rows. */

#include "web/watch.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "web/fill.h"
#include "web/history.h"
#include "web/inside.h"
#include "web/socket_list.h"
#include "web/standing.h"

static const int64_t STEP_US = INT64_C(1000000) * HISTORY_STEP_S;

int watch_new(const struct state *floor, struct watch **ret_watch)
{
    assert(floor && ret_watch);

    struct watch *watch = calloc(1, sizeof(*watch));
    if (!watch)
        return -ENOMEM;
    int rc = rows_new(&watch->rows);
    if (rc == 0)
        rc = history_new(HISTORY_STEP_S, &watch->history);
    if (rc == 0)
        rc = history_new(HISTORY_STEP_S, &watch->arrivals);
    if (rc < 0) {
        watch_free(watch);
        return rc;
    }
    mark_all(&watch->marks);
    *ret_watch = watch;
    return 0;
}

struct watch *watch_free(struct watch *watch)
{
    if (!watch)
        return NULL;

    rows_free(watch->rows);
    history_free(watch->history);
    history_free(watch->arrivals);
    free(watch);
    return NULL;
}

/* The node that a contact has reached is told by the event alone. */
static void note_step(struct web *web, const struct event *event)
{
    const struct event_step_began *step = &event->as.step_began;
    union fill room;

    if (event->type != EVENT_STEP_BEGAN ||
        !fill_row(web->floor, 0, TOPIC_CONTACTS, step->contact_id, &room))
        return;
    room.contacts.step = step->node_name;
    (void)rows_put(web->watch->rows, TOPIC_CONTACTS, &room);
}

void watch_fold(struct web *web, const struct event *event)
{
    struct marks *marks = &web->watch->marks;

    assert(web && event);

    if (!web->sockets.first) { /* nobody looks: whoever comes sees it all */
        state_fold(web->floor, event);
        mark_all(marks);
    } else {
        mark_event(marks, web->floor, event);
        state_fold(web->floor, event);
        mark_event(marks, web->floor, event);
    }
    note_step(web, event);
}

static void keep_step(const struct row *before, union fill *room)
{
    const struct topic_contacts *contact = before ? before->data : NULL;

    if (contact)
        room->contacts.step = contact->step;
}

/* What rows tell beside the floor. */
static void complete(struct web *web, enum topic topic, uint64_t id,
                     union fill *room)
{
    struct watch *watch = web->watch;

    if (topic == TOPIC_CONTACTS)
        keep_step(rows_find(watch->rows, topic, id), room);
    if (topic == TOPIC_AGENTS)
        room->agents.consoles = (int64_t)socket_list_attending(web, id);
    if (topic == TOPIC_QUEUES) {
        history_note(watch->history, id, room->queues.waiting, web_now_us(web),
                     &room->queues.history);
        room->queues.arrivals_hour = history_rate(
            watch->arrivals, id, room->queues.offered, web_now_us(web));
    }
}

/* @return 0 or -ENOMEM */
static int renew(struct web *web, enum topic topic, uint64_t id, bool is_forced)
{
    struct rows *rows = web->watch->rows;
    union fill room;
    const void *row = fill_row(web->floor, web_now_us(web), topic, id, &room);

    if (!row) {
        (void)rows_remove(rows, topic, id);
        if (topic == TOPIC_QUEUES) {
            history_forget(web->watch->history, id);
            history_forget(web->watch->arrivals, id);
        }
        return 0;
    }
    complete(web, topic, id, &room);
    int rc = rows_put(rows, topic, row);
    if (rc == 0 && is_forced)
        rows_touch(rows, topic, id);
    return rc < 0 ? rc : 0;
}

/* Those that there were, and then those that there are. */
static int renew_all(struct web *web, enum topic topic, bool is_forced)
{
    const struct rows *rows = web->watch->rows;
    const struct row *row = rows_from(rows, topic, 0);
    int rc = 0;

    while (row && rc == 0) {
        uint64_t id = row->id;
        rc = renew(web, topic, id, is_forced);
        row = rows_from(rows, topic, id + 1);
    }
    for (size_t i = 0; i < fill_key_count(web->floor, topic) && rc == 0; i++) {
        uint64_t id = fill_key_at(web->floor, topic, i);
        if (!rows_find(rows, topic, id))
            rc = renew(web, topic, id, is_forced);
    }
    return rc;
}

/* @return 0, or -ENOMEM: the marks stay */
static int settle_topic(struct web *web, enum topic topic)
{
    struct marks *marks = &web->watch->marks;
    int rc = 0;

    if (marks->topics[topic].all)
        rc = renew_all(web, topic, marks->topics[topic].all_forced);
    for (size_t i = 0; i < marks->topics[topic].count && rc == 0; i++)
        rc = renew(web, topic, marks->topics[topic].marks[i].id,
                   marks->topics[topic].marks[i].is_forced);
    if (rc < 0)
        return rc;
    marks->topics[topic].count = 0;
    marks->topics[topic].all = false;
    marks->topics[topic].all_forced = false;
    return 0;
}

void watch_settle_topic(struct web *web, enum topic topic)
{
    assert(web);

    if (topic == TOPIC_ALARMS || topic == TOPIC_TRUNK_STATES ||
        topic == TOPIC_SERVER)
        standing_settle(web, topic);
    else
        (void)settle_topic(web, topic);
}

/* What the main thread tells once a second follows with the tick. */
static bool is_of_main(enum topic topic)
{
    return topic == TOPIC_SERVER || topic == TOPIC_TRUNK_STATES;
}

void watch_settle(struct web *web)
{
    assert(web);

    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (web->sockets.watchers[topic] > 0 && !is_of_main((enum topic)topic))
            watch_settle_topic(web, (enum topic)topic);
}

/* Also while nobody looks: what they tell of the past is told by nobody else
   later. */
static bool is_kept_up(enum topic topic)
{
    return topic == TOPIC_QUEUES || topic == TOPIC_CONTACTS ||
           topic == TOPIC_TRUNK_STATES;
}

void watch_tick(struct web *web)
{
    int64_t day = state_day(web->floor, web_now_us(web));
    struct watch *watch = web->watch;

    assert(web);

    if (watch->day != day) /* yesterday's figures are over */
        mark_all(&watch->marks);
    watch->day = day;
    if (watch->step != web_now_us(web) / STEP_US)
        watch->marks.topics[TOPIC_QUEUES].all = true;
    watch->step = web_now_us(web) / STEP_US;
    if (watch->marks.all_soon)
        mark_all(&watch->marks);
    if (watch->marks.names_soon && socket_list_has_teams(web))
        mark_names(&watch->marks);
    watch->marks.all_soon = false;
    watch->marks.names_soon = false;
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (web->sockets.first || is_kept_up((enum topic)topic))
            watch_settle_topic(web, (enum topic)topic);
}
