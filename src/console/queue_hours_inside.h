/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a queue's hours share. Nobody else includes it. */

#ifndef CONSOLE_QUEUE_HOURS_INSIDE_H
#define CONSOLE_QUEUE_HOURS_INSIDE_H

#include "console/program.h"
#include "core/event.h"

enum { QUEUE_HOURS_ROWS = 16 };

/* A calendar, and for what it counts. */
struct queue_hours_row {
    const struct event_calendar_set
        *calendar; /* of the rows; NULL: not there */
    uint64_t id;
    bool is_of_queue;
    bool is_of_callbacks;
    char rules[96]; /* names of those that ask it; "" */
};

struct queue_hours_rows {
    struct queue_hours_row rows[QUEUE_HOURS_ROWS];
    int count;
    bool is_cut; /* there are more */
};

/* Those that the queue itself names; 0: none. */
struct queue_hours_own {
    uint64_t calendar_id;
    uint64_t callback_calendar_id;
};

/** Gathers them: that of the queue first, then that of callbacks. O(rules). */
void queue_hours_gather(const struct program *program, uint64_t queue_id,
                        const struct queue_hours_own *own,
                        struct queue_hours_rows *ret_rows);

enum {
    QUEUE_HOURS_DAYS = 10,
    QUEUE_HOURS_AHEAD = 92,
    QUEUE_HOURS_HOLIDAYS = 6
};

/* What a calendar says, as it was asked last: asking costs too much to be done
   at each drawing. Zeroed at first. */
struct queue_hours_days {
    uint64_t id;
    int64_t version;
    int64_t today; /* since 1970, in the calendar's zone; 0: not asked */
    bool is_bad;   /* its hours, or its zone, cannot be read here */
    struct {
        int64_t days;
        bool is_holiday;
        struct safe_text hours; /* "09:00–14:00, 16:00–19:00"; "": closed */
    } rows[QUEUE_HOURS_DAYS];

    int64_t holidays[QUEUE_HOURS_HOLIDAYS]; /* the next ones, from today on */
    int holiday_count;
};

/** Asks the calendar, unless it is the same as before on the same day. */
void queue_hours_ask(const struct program *program,
                     const struct event_calendar_set *calendar,
                     struct queue_hours_days *days);

/** Draws today, the next days and the next holidays. */
void queue_hours_draw_days(const struct surface *surface,
                           const struct queue_hours_days *days);

#endif
