/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of recordings, messages, greetings or contacts, sorted by the server,
   fetched as far as somebody looks. */

#ifndef CONSOLE_RECORDINGS_SHELF_H
#define CONSOLE_RECORDINGS_SHELF_H

#include "console/program.h"
#include "wire/filter.h"
#include "wire/shape.h"

enum {
    SHELF_PAGE = 100,
    SHELF_MAX = 5000, /* rows kept, about 8 MB; older ones: by a filter */
};

/* What stands on it: the first field of a row is its number. Messages, contacts
   and greetings have one order, the newest first and that of the boxes. */
struct shelf_kind {
    enum route_id route;
    enum shape_id shape;
    bool is_ascending; /* by number, where nothing else is asked for */
};

extern const struct shelf_kind shelf_of_recordings, shelf_of_messages,
    shelf_of_greetings, shelf_of_contacts;

struct shelf_row {
    union {
        struct shape_recording recording;
        struct shape_message message;
        struct shape_greeting greeting;
        struct shape_contact contact;
    };
    bool is_masked; /* who called is not told: number.see is missing */
};

/** Reads a row as the server sends it. */
void shelf_read(enum shape_id shape, const struct json_t *item,
                struct shelf_row *ret_row);

/* By agent and by contact the newest come first among equals. */
enum shelf_order {
    SHELF_NEWEST,
    SHELF_OLDEST,
    SHELF_BY_AGENT,
    SHELF_BY_CONTACT,
    SHELF_ORDERS,
};

enum shelf_state {
    SHELF_ASKS,   /* a page is on its way */
    SHELF_WHOLE,  /* there are no more */
    SHELF_MORE,   /* there are; see shelf_want() */
    SHELF_FULL,   /* there are, and here is no room for them */
    SHELF_FAILED, /* the server refused: a message has said why */
};

struct shelf;

/** Makes one, and asks for the first page of what fits a filter that can be
 *  understood, or "". @return 0 or -ENOMEM */
int shelf_new(struct program *program, const struct shelf_kind *kind,
              const char *filter, struct shelf **ret_shelf);
struct shelf *shelf_free(struct shelf *shelf); /* NULL always */

/**
 * Shows only what fits, see wire/filter.h; "": all. What cannot be understood
 * (yet) changes nothing but shelf_mistake(). While a page is on its way the
 * latest filter waits: typing asks no more often than the server answers.
 */
void shelf_filter(struct shelf *shelf, const char *filter);

/** Whether the last filter could not be understood, and from which byte. */
bool shelf_mistake(const struct shelf *shelf, size_t *ret_place);

/** Asks for all in another order. */
void shelf_sort(struct shelf *shelf, enum shelf_order order);
enum shelf_order shelf_sorted(const struct shelf *shelf);

/** Asks for all anew; the rows stay until the answer comes. */
void shelf_reload(struct shelf *shelf);

/** Asks for the next ones until this many rows are there, if there are. */
void shelf_want(struct shelf *shelf, size_t count);

size_t shelf_count(const struct shelf *shelf);
const struct shelf_row *shelf_at(const struct shelf *shelf, size_t n);

/** The place of a row by its number, or SIZE_MAX. O(n); when sorted by time O(log n). */
size_t shelf_find(const struct shelf *shelf, uint64_t id);

/** Takes one out that was deleted; one that is not there is fine. */
void shelf_drop(struct shelf *shelf, uint64_t id);

enum shelf_state shelf_state(const struct shelf *shelf);

/** "412, and more": how many are there, and whether they are all. */
void shelf_word_count(const struct shelf *shelf, const struct style *style,
                      struct safe_text *ret_text);

/** The day and the time of a row. */
void shelf_word_when(const struct program *program, int64_t wall_us,
                     struct safe_text *ret_text);

/** The number of a row, or why there is none: it is masked, or "". */
void shelf_word_number(const struct program *program,
                       const struct phone_number *number, bool is_masked,
                       struct safe_text *ret_text);

#endif
