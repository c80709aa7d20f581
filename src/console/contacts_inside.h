/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the contacts' screens share. Nobody else includes it. */

#ifndef CONSOLE_CONTACTS_INSIDE_H
#define CONSOLE_CONTACTS_INSIDE_H

#include "console/contacts.h"
#include "console/recordings_shelf.h"
#include "tui/table.h"

struct contacts {
    struct program *program;
    struct shelf *shelf;
    struct table *table;
    char filter[FILTER_MAX_LENGTH + 1]; /* as it is typed */
    bool has_looked;                    /* at those that are live */
    uint64_t newest;                    /* of them, so far */
    int fresh; /* have come since the list was asked for, found by it or not */
};

/* One of them, and its way as far as it was told. */
struct contact_view {
    struct program *program;
    uint64_t contact_id;
    struct shelf_row row;             /* contact_id 0: not told yet */
    struct json_t *steps, *decisions; /* NULL: not told yet */
    struct safe_text complaint;       /* why something was not; or "" */
    size_t top;                       /* the first item in sight */
};

extern const struct view_kind contacts_kind, contact_view_kind;

/** Makes the table over the shelf's rows. @return 0 or -ENOMEM */
int contacts_table_new(struct contacts *contacts);

/** Draws all of the list, as the size allows. */
void contacts_draw(void *contacts, const struct surface *surface);

/** Asks by a form what to find, and filters by it. @return 0 or -ENOMEM */
int contacts_search_open(struct program *program);

/** Carries out what keys do about one contact, from a list or in its details;
 *  false: it is none of these keys. */
bool contact_run(struct program *program, int action, uint64_t contact_id);

/** Draws one, and returns how many items there are to scroll through. */
size_t contact_view_items(const struct contact_view *view);
void contact_view_draw(void *view, const struct surface *surface);

#endif
