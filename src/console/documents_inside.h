/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the lists share. Nobody else includes it. */

#ifndef CONSOLE_DOCUMENTS_INSIDE_H
#define CONSOLE_DOCUMENTS_INSIDE_H

#include "console/document_figure.h"
#include "console/document_value.h"
#include "console/documents.h"
#include "console/rule_set.h"

enum { DOCUMENTS_FILTER_SIZE = 128 };

/* A column: a setting, or a live figure. */
struct documents_column {
    enum document_kind kind;
    const char *setting; /* or NULL: a figure */
    bool is_figure;      /* ... which is told in place of the setting */
    enum document_figure figure;
    struct table_column column;
};

/* A live figure that is told below the list. */
struct documents_below {
    enum document_kind kind;
    enum document_figure figure;
    const char *label;
};

/** The n-th of a kind, counted from 0; NULL: it has fewer. */
const struct documents_below *documents_below(enum document_kind kind, int n);

/* A deletion that is asked about, or on its way. */
struct removal {
    uint64_t id;
    char tag[DOCUMENT_TAG_SIZE]; /* of what was seen */
    char name[64];
    uint64_t heir_id; /* what is to take its place; 0: nothing */
    bool is_sent;
};

struct documents {
    struct program *program;
    const struct document_list *list;
    struct table *table;
    struct table_column columns[TABLE_COLUMNS];
    const struct documents_column *shown[TABLE_COLUMNS];
    int column_count;
    char words[DOCUMENTS_FILTER_SIZE]; /* filter; "" */
    size_t *rows;                      /* that the filter lets through */
    size_t row_count, room;
    uint64_t sounds_rev;       /* of the prompts whose sounds are known */
    bool is_held[TOPIC_COUNT]; /* topics, while it is open */
    struct removal removal;
    struct event_user_set turned; /* as it was before it was turned on or off */
    struct rule_set rules;        /* of those alone */
};

enum { DOCUMENTS_TOP = 2 }; /* rows above the table */

/** Fills the columns of its list. */
void documents_choose_columns(struct documents *documents);

/** The source of its table. */
struct table_source documents_source(struct documents *documents);

/** Lets through what the filter says now; before each drawing and key. */
void documents_refresh(struct documents *documents);

/** The selected row; NULL: there is none. */
const struct replica_row *documents_selected(struct documents *documents);

/** Draws the tabs, the table and what is selected. */
void documents_draw(void *documents, const struct surface *surface);

/** Carries out what only one kind has. @return whether it knows the action */
bool documents_more(struct documents *documents, int action);

/** The list in which such an action is done; NULL: it is none of these. */
const struct document_list *documents_more_list(int action);

/** The route of such an action, for its permission; enum route_id. */
int documents_more_route(int action);

/** Asks for the name, and deletes the selected document. */
void documents_remove(struct documents *documents);

/** Sends what was asked about; heir_id takes its place, 0: nothing does. */
void documents_send_removal(struct documents *documents, uint64_t heir_id);

/* documents_replace.c: a queue was refused as it is in use: who takes its place
   is asked. @return false: not, it is something else. And what moved is told,
   with the deletion. */
bool documents_ask_heir(struct documents *documents,
                        const struct outcome *outcome);
void documents_say_moved(struct documents *documents,
                         const struct json_t *answer);

#endif
