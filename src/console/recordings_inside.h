/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the recordings' screen share. Nobody else includes it. */

#ifndef CONSOLE_RECORDINGS_INSIDE_H
#define CONSOLE_RECORDINGS_INSIDE_H

#include "console/outline.h"
#include "console/recordings.h"
#include "console/recordings_shelf.h"
#include "tui/table.h"

struct recordings {
    struct program *program;
    struct shelf *shelf;
    struct table *table;
    uint64_t subject_id;                /* of the deletion that is asked for */
    char subject[24];                   /* ... as it is typed */
    struct shape_recording erased;      /* whose caller is asked about */
    uint64_t deleted_id;                /* its deletion is on its way; or 0 */
    char filter[FILTER_MAX_LENGTH + 1]; /* as it is typed */
    bool is_whole;                      /* one fills the screen */
};

/* What is marked, and in the list. */
struct marked {
    size_t count;
    size_t fit; /* for what is to be done; what follows is of them */
    int64_t length_us, bytes;
};

extern const struct view_kind recordings_kind;

/** Sums up what is marked. None for want of memory. O(rows log marks) */
void recordings_marked(const struct recordings *recordings, enum bulk_kind kind,
                       struct marked *ret_marked);

/** "12 recordings, 1:20:15 in all, 43.2 MB". */
void recordings_word_marked(const struct recordings *recordings,
                            const struct marked *marked,
                            struct safe_text *ret_text);

/** Asks how much of the selected one's caller goes, and erases it. */
void recordings_erase(struct recordings *recordings);

/** Asks whether it is to be done to all marked ones, and does it. */
void recordings_ask_bulk(struct recordings *recordings, enum bulk_kind kind);

/** Makes the table over the shelf's rows. @return 0 or -ENOMEM */
int recordings_table_new(struct recordings *recordings);

/** The selected row; NULL: there are none. */
const struct shelf_row *recordings_selected(struct recordings *recordings);

/** Draws all of it, as the size allows. */
void recordings_draw(void *recordings, const struct surface *surface);

/** Draws the selected one over all of the screen. */
void recordings_draw_whole(const struct recordings *recordings,
                           const struct shelf_row *row,
                           const struct surface *surface);

/** A row's outline, which borrows from it. */
struct outline recordings_outline(const struct shelf_row *row);

/** Asks by a form what to find, and filters by it. @return 0 or -ENOMEM */
int recordings_search_open(struct program *program);

/* Words for a row, each in its own type. */
void recordings_word_when(const struct recordings *recordings,
                          const struct shelf_row *row,
                          struct safe_text *ret_text);
void recordings_word_agent(const struct recordings *recordings,
                           const struct shelf_row *row,
                           struct safe_text *ret_text);
void recordings_word_queue(const struct recordings *recordings,
                           const struct shelf_row *row,
                           struct safe_text *ret_text);
void recordings_word_number(const struct recordings *recordings,
                            const struct shelf_row *row,
                            struct safe_text *ret_text);
/** The caller's name in quotes, for the network says it; else the number. */
void recordings_word_caller(const struct recordings *recordings,
                            const struct shelf_row *row,
                            struct safe_text *ret_text);
void recordings_word_state(const struct recordings *recordings,
                           const struct shelf_row *row,
                           struct safe_text *ret_text);
void recordings_word_size(const struct recordings *recordings,
                          const struct shelf_row *row,
                          struct safe_text *ret_text);

#endif
