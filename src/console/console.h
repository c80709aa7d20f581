/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The console: a program of screens, with or without a terminal. */

#ifndef CONSOLE_CONSOLE_H
#define CONSOLE_CONSOLE_H

#include "console/program.h"

struct key_set;

/* Where it begins, and how it is drawn. */
struct console_setup {
    struct program_setup program;
    int rows, columns;
    struct style style;
    const char *screen; /* as screen_find(); NULL: what suits who it is */
    const struct key_set *keys; /* lives as long; NULL: as in the tables */

    /* The toolkit's own time (what lets go, pops up, asks); NULL: the
       program's clocks. */
    int64_t (*ui_now_us)(void *arg);
};

/**
 * Makes a console without a terminal: inputs go to program->ui, pictures come
 * out of it.
 *
 * @param ret_program  release with console_free()
 *
 * @return 0; -ENOENT: there is no such screen; or -ENOMEM
 */
int console_new(const struct console_setup *setup,
                struct program **ret_program);

/** Gives back what it holds on this machine. NULL is fine. @return NULL */
struct program *console_free(struct program *program);

/** Takes all news of the session. When its descriptor can be read, and once
 *  after program_connect(). */
void console_take_news(struct program *program);

/** What is due once a second. */
void console_tick(struct program *program);

#endif
