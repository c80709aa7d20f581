/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes on their way to a descriptor that may not take them now. */

#ifndef TUI_OUTLET_H
#define TUI_OUTLET_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What is added waits, and goes out by one write() where the descriptor takes
 * it whole. What it does not take keeps its order and waits for the next
 * flush: nothing here ever blocks. The descriptor is opened anew, so that its
 * O_NONBLOCK is nobody else's (open(2): flags belong to the open file).
 */

enum { OUTLET_MAX = 4 * 1024 * 1024 }; /* bytes that wait; more is refused */

struct outlet {
    int fd;
    char *bytes;
    size_t length; /* added and not yet flushed away */
    size_t taken;  /* of them */
    size_t room;
    bool is_stuck;  /* the descriptor would not take more */
    bool is_broken; /* something was refused, and is lost */
};

/** Opens a device for writing; 0 or -errno. */
int outlet_open(struct outlet *outlet, const char *device);

/** Closes it; what waits is lost. One that was zeroed is fine. */
void outlet_close(struct outlet *outlet);

/** Adds bytes. Past OUTLET_MAX, or without memory, they are lost whole. */
void outlet_add(struct outlet *outlet, const char *bytes, size_t length);
void outlet_add_text(struct outlet *outlet, const char *text);

/** Writes what the descriptor takes; of one that is gone, drops all. */
void outlet_flush(struct outlet *outlet);

/** Forgets what waits. */
void outlet_drop(struct outlet *outlet);

/** Whether bytes were lost since the last call. */
bool outlet_takes_break(struct outlet *outlet);

#endif
