/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two growing arrays, grown only when a decision begins. */

#include "core/outbox.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

void outbox_init(struct outbox *outbox)
{
    assert(outbox);

    *outbox = (struct outbox){ 0 };
}

void outbox_done(struct outbox *outbox)
{
    assert(outbox);

    free(outbox->events);
    free(outbox->effects);
    outbox_init(outbox);
}

void outbox_clear(struct outbox *outbox)
{
    assert(outbox);

    outbox->event_count = 0;
    outbox->effect_count = 0;
    outbox->first_event = 0;
    outbox->first_effect = 0;
}

static size_t wanted_room(size_t count)
{
    return 2 * (count + OUTBOX_MAX_PER_DECISION);
}

static int make_event_room(struct outbox *outbox, size_t most)
{
    if (outbox->event_room - outbox->event_count >= most)
        return 0;

    size_t room = most > OUTBOX_MAX_PER_DECISION
                      ? outbox->event_count + most
                      : wanted_room(outbox->event_count);
    struct event *events =
        realloc(outbox->events, room * sizeof(outbox->events[0]));
    if (!events)
        return -ENOMEM;

    outbox->events = events;
    outbox->event_room = room;
    return 0;
}

static int make_effect_room(struct outbox *outbox, size_t most)
{
    if (outbox->effect_room - outbox->effect_count >= most)
        return 0;

    size_t room = most > OUTBOX_MAX_PER_DECISION
                      ? outbox->effect_count + most
                      : wanted_room(outbox->effect_count);
    struct effect *effects =
        realloc(outbox->effects, room * sizeof(outbox->effects[0]));
    if (!effects)
        return -ENOMEM;

    outbox->effects = effects;
    outbox->effect_room = room;
    return 0;
}

int outbox_begin(struct outbox *outbox, const struct outbox_stamp *stamp,
                 size_t most)
{
    assert(outbox && stamp && stamp->next_seq >= 1);

    int rc = make_event_room(outbox, most);
    if (rc == 0)
        rc = make_effect_room(outbox, most);
    if (rc < 0)
        return rc;

    outbox->stamp = *stamp;
    outbox->most = most;
    outbox->first_event = outbox->event_count;
    outbox->first_effect = outbox->effect_count;
    return 0;
}

void outbox_add_event(struct outbox *outbox, const struct event *event)
{
    assert(outbox->event_count < outbox->event_room);
    assert(outbox->event_count - outbox->first_event < outbox->most);

    struct event *added = &outbox->events[outbox->event_count++];

    *added = *event;
    added->seq = outbox->stamp.next_seq++;
    added->at_us = outbox->stamp.at_us;
    added->by = outbox->stamp.by;
}

void outbox_add_effect(struct outbox *outbox, const struct effect *effect)
{
    assert(outbox->effect_count < outbox->effect_room);
    assert(outbox->effect_count - outbox->first_effect < outbox->most);
    assert(outbox->event_count > outbox->first_event);

    struct effect *added = &outbox->effects[outbox->effect_count++];

    *added = *effect;
    added->serial = outbox->stamp.next_seq - 1;
    added->start = outbox->stamp.start;
}
