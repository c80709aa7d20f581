/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row as JSON: whole and redacted, each made when first asked for. */

#ifndef WEB_ROW_TEXT_H
#define WEB_ROW_TEXT_H

#include <stdint.h>

#include "core/event.h"
#include "wire/topic.h"

struct row;

enum { ROW_VIEWS = 2 }; /* of enum event_view */

/* Zeroed at first. */
struct row_text {
    char *texts[ROW_VIEWS]; /* owned */
    int64_t made_us[ROW_VIEWS];
};

/** The text of a row that is told to one reader alone; free() it. @return NULL:
 *  out of memory */
char *row_text_make(enum topic topic, const struct row *row,
                    enum event_view view, int64_t now_us);

/** See rows_text(). */
const char *row_text_get(struct row_text *text, enum topic topic,
                         const struct row *row, enum event_view view,
                         int64_t now_us, int64_t *ret_made_us);

/** Forgets the texts: the row is another. */
void row_text_done(struct row_text *text);

#endif
