/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions above, and below what differs between one of them and what is. */

#ifndef CONSOLE_VERSIONS_H
#define CONSOLE_VERSIONS_H

#include "console/program.h"

/*
 * What a screen of versions is beside where they come from: flow_versions.c,
 * document_versions.c and rule_versions.c fetch them and go back. The up and down arrows choose one, the
 * page keys move the difference.
 */
struct versions_kind {
    const char *heading; /* above the difference; msgid */
    const char *same;    /* where nothing differs; msgid */

    /** Asks for what differs between a version and what is;
     *  versions_take_difference() gets it. */
    void (*ask)(void *owner, int64_t version);

    /** What is told of a version beside its number, moment and user. */
    void (*word)(const void *owner, const struct json_t *item,
                 struct safe_text *ret_text);
};

/* A plain struct, zeroed at first but for program, kind and owner. */
struct versions {
    struct program *program;
    const struct versions_kind *kind;
    void *owner;          /* of its errands, too */
    struct json_t *items; /* newest first; NULL: not here yet */
    size_t selected;
    char *difference; /* NULL: not here, or not asked for */
    int top;          /* the first line of it that is shown */
    struct safe_text complaint;
};

/** Releases what it holds. */
void versions_done(struct versions *versions);

/** Takes the list, with "version", "wall_us" and "user" of each, or why there
 *  is none; and asks about the selected one. */
void versions_take_items(struct versions *versions,
                         const struct outcome *outcome);

/** The same with items that are the screen's own, owned from now on. */
void versions_take_list(struct versions *versions, struct json_t *items);

/** Takes what differs: lines, owned from now on; NULL: out of memory. */
void versions_take_difference(struct versions *versions, char *lines);

/** Asks about the selected one again: what is has changed. Whatever was asked
 *  for before is not waited for any more. */
void versions_ask(struct versions *versions);

/** The number of the selected one; 0: there is none. */
int64_t versions_selected(const struct versions *versions);

/** Moves the difference, where the page keys do something else. */
void versions_page(struct versions *versions, bool is_back);

bool versions_input(struct versions *versions, const struct input *input);
void versions_draw(struct versions *versions, const struct surface *surface);

#endif
