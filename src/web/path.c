/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beginnings and ends of steps, put together. */

#include "web/path.h"

#include <string.h>

#include "web/exchange.h"
#include "web/lookup.h"

struct path {
    const struct exchange *exchange;
    struct shape_step *rows;
    size_t count;
    uint64_t flow_id;
    int64_t began_us; /* the last step */
};

static void begin_step(struct path *path, const struct event_step_began *e,
                       int64_t at_us)
{
    struct shape_step *row = &path->rows[path->count++];
    const char *flow =
        lookup_name(path->exchange, DOCUMENT_FLOW, path->flow_id);

    row->step = e->step;
    row->flow_id = path->flow_id;
    memcpy(row->flow.text, flow, strlen(flow));
    row->node = e->node_name;
    row->node_type = e->node_type;
    path->began_us = at_us;
}

/* The one that is meant is the last one, or there is none. */
static struct shape_step *last_step(const struct path *path, int64_t step)
{
    struct shape_step *row =
        path->count > 0 ? &path->rows[path->count - 1] : NULL;

    return row && row->step == step ? row : NULL;
}

static void press_digit(struct path *path, const struct event_digit_pressed *e)
{
    struct shape_step *row = last_step(path, e->step);

    if (row)
        row->digit = e->digit;
}

static void end_step(struct path *path, const struct event_step_ended *e,
                     int64_t at_us)
{
    struct shape_step *row = last_step(path, e->step);

    if (!row)
        return;
    row->over = true;
    row->exit = e->exit;
    row->for_us = at_us - path->began_us;
}

static void take_event(struct path *path, const struct event *event)
{
    switch (event->type) {
    case EVENT_CONTACT_ARRIVED:
        path->flow_id = event->as.contact_arrived.flow_id;
        break;
    case EVENT_FLOW_ENTERED:
        path->flow_id = event->as.flow_entered.flow_id;
        break;
    case EVENT_STEP_BEGAN:
        begin_step(path, &event->as.step_began, event->at_us);
        break;
    case EVENT_DIGIT_PRESSED:
        press_digit(path, &event->as.digit_pressed);
        break;
    case EVENT_STEP_ENDED:
        end_step(path, &event->as.step_ended, event->at_us);
        break;
    default:
        break;
    }
}

size_t path_fill(const struct exchange *exchange, const struct event *events,
                 size_t count, struct shape_step *ret_rows)
{
    struct path path = { .exchange = exchange, .rows = ret_rows };

    for (size_t i = 0; i < count; i++)
        take_event(&path, &events[i]);
    return path.count;
}
