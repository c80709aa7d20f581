/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the transfer's popup share; for them alone. */

#ifndef CONSOLE_TRANSFER_INSIDE_H
#define CONSOLE_TRANSFER_INSIDE_H

#include "console/program.h"
#include "tui/edit.h"

enum { TRANSFER_FOUND = 256, TRANSFER_NOTE = 511, TRANSFER_NUMBER_SIZE = 40 };

struct transfer {
    struct program *program;
    struct edit to, why;
    bool is_saying_why;
    uint64_t found[TRANSFER_FOUND]; /* ids of rows; 0: the number typed */
    int count, selected, top;
    size_t known;    /* rows of the topic when it was searched last */
    uint64_t warned; /* the row whose agent pauses, as was told; or 0 */
};

/** Searches the targets by what is typed. */
void transfer_search(struct transfer *transfer);

/** Names a target in a language. */
void transfer_name(const struct topic_targets *target, enum language language,
                   struct safe_text *ret_name);

/** Who could take a call now comes first: 0 to 3, colleagues off duty. */
int transfer_rank(const struct topic_targets *target);

/** Why no caller can be handed over there, whatever one confirms; NULL: one
 *  can. A msgid. */
const char *transfer_wall(const struct topic_targets *target);

/** The view's draw function. */
void transfer_draw(void *transfer, const struct surface *surface);

/** Whether a text may be dialled: two or more of + 0-9 and blanks. */
bool transfer_is_number(const char *text);

/** Asks the server to send the caller there, or to call there first, as the
 *  route says; number may have blanks. */
void transfer_ask(struct program *program, enum route_id route,
                  enum destination to, uint64_t to_id, const char *number,
                  const char *note);

#endif
