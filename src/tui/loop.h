/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins an interface to a terminal until somebody leaves. */

#ifndef TUI_LOOP_H
#define TUI_LOOP_H

#include "tui/pace.h"
#include "tui/terminal.h"
#include "tui/ui.h"

struct loop {
    struct ui *ui;
    struct terminal *terminal;

    /** A descriptor that is read besides, such as the network's pipe; -1. */
    int fd;
    /** It can be read: read it, call ui_touch() when something has changed. */
    void (*ready)(void *arg);

    /** Called once a second, on the second, before its frame; or NULL. */
    void (*tick)(void *arg);

    /** Told how fast the link is, when that changes; or NULL. */
    void (*link)(void *arg, enum link_class link, int64_t round_trip_us);
    /** Told that an editor has the terminal, and that it has ended: until then
     *  nobody sees what rings; or NULL. */
    void (*away)(void *arg, bool is_away);
    void *arg;

    bool is_blurred; /* another window has the focus, as the terminal tells */

    int64_t frame_us; /* shortest time between frames of data: 250,000 for
                         people, 500,000 for wallboards */
    int64_t (*now_us)(void *arg);  /* goes only forward */
    int64_t (*wall_us)(void *arg); /* for the second to tick on */
};

/**
 * Runs until ui_quit(), a signal that ends, or the terminal is gone. The
 * interface then still is what it was: unsaved texts can be kept.
 *
 * @return 0, or -errno of waiting
 */
int loop_run(struct loop *loop);

#endif
