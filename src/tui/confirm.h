/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question before something is done. */

#ifndef TUI_CONFIRM_H
#define TUI_CONFIRM_H

#include "tui/ui.h"

enum { CONFIRM_LINES = 8 };

/*
 * What is costly asks yes or no, with No focused: Enter means No until
 * somebody moves. What cannot be undone asks for a name to be typed; without
 * it there is no Yes. Keys of the first 300 ms count for nothing, so that an
 * Enter typed ahead confirms nothing.
 */
struct confirm {
    const char *title;                /* msgid */
    const char *lines[CONFIRM_LINES]; /* msgids or safe texts, NULL after the
                                         last; copied */
    const char *name; /* to be typed; NULL: yes or no is enough. Copied */
    const char *yes;  /* msgid of the button: "Delete" */

    /** Told once: yes, or no, which Esc is, too. The popup is closed. */
    void (*answer)(void *arg, bool is_yes);
    void *arg;
};

enum { CONFIRM_DEAF_US = 300000 };

/**
 * Asks.
 *
 * @return 0, -ENOMEM, or that of ui_push(); then nobody is told
 */
int confirm_push(struct ui *ui, const struct confirm *confirm);

#endif
