/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The message line, and what was said before. */

#ifndef TUI_MESSAGE_H
#define TUI_MESSAGE_H

#include <stdint.h>

#include "tui/surface.h"

/*
 * One line says what matters now: the most severe, of these the newest. News
 * goes after six seconds, warnings after fifteen, errors stay until Esc. An
 * error has the line for six seconds, whatever comes; then a newer warning is
 * seen for as long as it lasts, and the error again after it.
 * All are kept with their time, the newest 200.
 */
enum severity {
    SEVERITY_INFO,
    SEVERITY_WARNING,
    SEVERITY_ERROR,
    SEVERITY_COUNT,
};

enum {
    MESSAGE_KEPT = 200,
    MESSAGE_SIZE = 320, /* longer ones are cut */
};

struct message {
    enum severity severity;
    int64_t wall_us; /* when, for people */
    int64_t at_us;   /* when, for the line */
    bool is_dismissed;
    char text[MESSAGE_SIZE];
};

struct message_log;

/** Makes an empty one; -ENOMEM. Release with message_log_free(). */
int message_log_new(struct message_log **ret_log);
struct message_log *message_log_free(struct message_log *log);

/** Says something: what happened, what you can do. */
void message_log_add(struct message_log *log, const struct message *message);

/** What the line shows now, or NULL. */
const struct message *message_log_current(const struct message_log *log,
                                          int64_t now_us);

/** Takes the line's message away; false: there was none. */
bool message_log_dismiss(struct message_log *log, int64_t now_us);

/** Has the line show those with this text no more; false: there were none. */
bool message_log_withdraw(struct message_log *log, const char *text);

/** When the line changes by time alone; INT64_MAX: never. */
int64_t message_log_wake(const struct message_log *log, int64_t now_us);

/** How many have been said, those no longer kept included. */
uint64_t message_log_said(const struct message_log *log);

/** How many are kept; 0 is the newest. */
size_t message_log_count(const struct message_log *log);
const struct message *message_log_get(const struct message_log *log, size_t n);

/** Rows a message takes at so many columns, at least one. */
int message_rows(const struct message *message, int columns);

/** Draws one over the rows of a surface: what has no room in the last of them
 *  ends in an ellipsis there. NULL draws nothing. */
void message_draw(const struct surface *surface, const struct message *message);

#endif
