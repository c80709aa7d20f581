/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text written in the editor of somebody's own choice. */

#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * $VISUAL, or else $EDITOR, gets a file of its own: mode 0600, in a directory of
 * mode 0700 below $XDG_RUNTIME_DIR, $TMPDIR or /tmp, so that what an editor
 * puts beside it (swap and backup files) is nobody else's either. The directory
 * goes with all that is in it when the editor ends. The variable is split at
 * blanks, as git(1) and others do; nothing of the text reaches a shell.
 */

/**
 * Says why no editor may be started: the session is restricted (see
 * base/restricted.h), or none is named.
 *
 * @param environment  getenv(), or a test's
 *
 * @return a msgid, or NULL: it may
 */
const char *editor_hindrance(const char *(*environment)(const char *variable));

/* What goes on meanwhile. All may be NULL but fd, which may be -1. */
struct editor_meanwhile {
    int fd; /* can be read: ready */
    void (*ready)(void *arg);
    void (*tick)(void *arg); /* about once a second */
    void *arg;
};

/**
 * Lets a text be edited, and waits until the editor has ended. The terminal
 * must have been left to it. SIGINT and SIGQUIT are the editor's meanwhile.
 *
 * @param text       to begin with
 * @param tty        the terminal, for the editor's input and output
 * @param max_bytes  of the result; the rest is left out
 * @param ret_text   on success: what came of it, to be freed by free(); a last
 *                   line's end is not part of it
 *
 * @return 0; 1: something was left out;
 *         -ECANCELED: the editor ended with a failure; -ENOENT: it cannot be
 *         started; or what the system says
 */
int editor_run(const char *text, int tty, size_t max_bytes,
               const struct editor_meanwhile *meanwhile, char **ret_text);

#endif
