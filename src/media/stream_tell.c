/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stream tells main, and when main is woken for it. */

#include "media/stream.h"

#include <assert.h>

/* Most commands are not waited for, and most of these succeed. */
static bool is_awaited(const struct media_event *event)
{
    return event->type != MEDIA_ANSWER || event->tag != 0 || event->result != 0;
}

/* Whether nobody misses it for 20 ms: what was ended by a command has ended. */
static bool can_wait(const struct media_event *event)
{
    if (event->type == MEDIA_DETACHED)
        return event->tag == 0;

    return event->type == MEDIA_PLAY_ENDED &&
           event->ending != MEDIA_PLAY_FINISHED;
}

void media_stream_tell(struct media_stream *stream,
                       const struct media_event *event, struct sound *played)
{
    struct stream_event told = { .event = *event, .played = played };

    told.event.stream = stream->id;

    struct stream_outlet *outlet = stream->outlet;
    int rc = mailbox_push_quietly(outlet->events, &told);

    assert(rc == 0);
    if (!is_awaited(event))
        return;

    atomic_store(&outlet->unannounced, true);
    if (!can_wait(event))
        stream_outlet_announce(outlet);
}

void stream_outlet_announce(struct stream_outlet *outlet)
{
    assert(outlet);

    if (atomic_load(&outlet->unannounced) &&
        atomic_exchange(&outlet->unannounced, false))
        mailbox_wake(outlet->events);
}

bool media_stream_report(struct media_stream *stream,
                         const struct media_event *event, unsigned unread_max)
{
    struct stream_outlet *outlet = stream->outlet;

    if (atomic_fetch_add(&stream->unread, 1) < unread_max) {
        if (atomic_fetch_add(&outlet->unread, 1) < outlet->unread_max) {
            media_stream_tell(stream, event, NULL);
            return true;
        }
        atomic_fetch_sub(&outlet->unread, 1);
    }
    atomic_fetch_sub(&stream->unread, 1);
    return false;
}
