/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of all topics as they are now, in the order in which they changed. */

#ifndef WEB_ROWS_H
#define WEB_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/event.h"
#include "wire/topic.h"

/*
 * There is one row for all who watch, and one order of changes per topic. Who
 * watches only remembers the last change it was told: what comes behind it is
 * what it has to hear, each row once and as it is by then, however slow it
 * listens. So a reader costs no memory of its own (the idea of a log that is
 * compacted by key).
 *
 * A row that is gone leaves its id behind for the readers, as long as there
 * are not too many such ids; a reader further behind begins anew.
 *
 * Within a row of ours, a field ..._age_us is the moment when it began, and
 * ..._left_us the moment when it ends, in journal time; 0: it does not run. So
 * rows are equal when nothing has happened, however much time has passed.
 */
struct rows;

enum { ROWS_MAX_GONE = 4096 }; /* ids remembered, of each topic */

struct row {
    uint64_t id;
    uint64_t change; /* its number in the order; larger than all before */
    bool is_gone;    /* only the id is left */
    const void *data;
};

int rows_new(struct rows **ret_rows);      /* 0 or -ENOMEM */
struct rows *rows_free(struct rows *rows); /* NULL always */

/**
 * Puts a row in, in place of the one with its key. O(log n).
 *
 * @return 1; 0: it was the same before; or -ENOMEM, nothing changed
 */
int rows_put(struct rows *rows, enum topic topic, const void *data);

/** Takes a row out, if it is there. O(log n). @return whether it was */
bool rows_remove(struct rows *rows, enum topic topic, uint64_t id);

/** Moves a row, the same as it is, to the end of the order: who may see it has
 *  changed. */
void rows_touch(struct rows *rows, enum topic topic, uint64_t id);

/** The row with an id, if it is not gone; or NULL. O(log n). */
const struct row *rows_find(const struct rows *rows, enum topic topic,
                            uint64_t id);

/** The first row with an id not below this one, gone ones left out; or NULL.
 *  O(log n). */
const struct row *rows_from(const struct rows *rows, enum topic topic,
                            uint64_t id);

/** The number of the last change of a topic; 0: there was none. */
uint64_t rows_last_change(const struct rows *rows, enum topic topic);

/** Whether a reader who was told so much can go on from there: no id that went
 *  since is forgotten. */
bool rows_reach_back(const struct rows *rows, enum topic topic,
                     uint64_t change);

/** The first row that changed after this change; or NULL. O(log n). */
const struct row *rows_after(const struct rows *rows, enum topic topic,
                             uint64_t change);

/**
 * The row as JSON, made once for all who see as much:
 *
 *     {"id":1,"rev":5,"fields":{...},"age_us":
 *
 * to be closed by how long ago it was made and a brace.
 *
 * @param ret_made_us  when it was made
 *
 * @return borrowed until the row changes; NULL: out of memory
 */
const char *rows_text(struct rows *rows, enum topic topic,
                      const struct row *row, enum event_view view,
                      int64_t now_us, int64_t *ret_made_us);

#endif
