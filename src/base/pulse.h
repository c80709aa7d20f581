/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which threads still turn: one table of heartbeats. */

#ifndef BASE_PULSE_H
#define BASE_PULSE_H

#include <stdint.h>

/*
 * A process has one table, as it has one log. Each thread that lives as long as
 * the process enters itself and beats at each turn of its loop; one that waits
 * for work, for however long, says so. Whoever looks, and looks about each
 * second, learns which of the others have stood still within a turn for longer
 * than they may: they are deadlocked, or whatever they called does not return.
 *
 * Silence is counted by the looks, at most PULSE_LOOK_MS from one to the next.
 * So a process that was stopped, or starved of processors, blames nobody for
 * the time in which nobody could have beaten.
 *
 * A beat is two relaxed accesses to memory that nobody else writes.
 */

enum {
    PULSE_MAX = 64, /* threads in the table; more are not looked at */
    PULSE_LOOK_MS = 2000,
};

/** Enters this thread, which beats. @param name  a constant; @param limit_ms
 *  how long one turn of it may take */
void pulse_begin(const char *name, int limit_ms);

/** ... whose work the others do without: it is told of, but not missed. */
void pulse_begin_aside(const char *name, int limit_ms);

/** This thread turns: it did not wait, or no longer does. */
void pulse_beat(void);

/** From now to its next beat this thread waits for work. */
void pulse_rest(void);

/** Leaves the table. As the others, without pulse_begin() it does nothing. */
void pulse_end(void);

/* What one who looks remembers of the table; zeroed at first, and one's own. */
struct pulse_look {
    int64_t looked_us;
    unsigned
        missed; /* of those that stand still: all but pulse_begin_aside() */
    struct {
        unsigned beats;
        int64_t silent_us;
        _Bool is_still;
    } seen[PULSE_MAX];
};

/**
 * Looks at all threads but the own one, and tells of each that begins to stand
 * still and of each that goes on.
 *
 * @param name    only those of this name; NULL: all
 * @param now_us  by clock_boot_us()
 * @param tell    in this thread, before the return
 *
 * @return how many stand still
 */
unsigned pulse_look(struct pulse_look *look, const char *name, int64_t now_us,
                    void (*tell)(const char *name, _Bool is_still));

#endif
