/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of document has: its list, its routes, its keys. */

#ifndef CONSOLE_DOCUMENT_LIST_H
#define CONSOLE_DOCUMENT_LIST_H

#include "core/command.h"
#include "wire/route.h"
#include "wire/topic.h"

enum {
#define LIST(KIND, kind, TOPIC, ROUTES, GROUP, letter, title, adding,          \
             deleting)                                                         \
    LIST_OF_##KIND,
#include "console/document_list.def"
    DOCUMENT_LISTS,
};

enum document_group {
    GROUP_SERVICE,
    GROUP_ROUTING,
    GROUP_OUTSIDE,
    GROUP_VOICE,
    GROUP_PEOPLE,
};

struct document_list {
    enum document_kind kind;
    const struct record *record;
    enum topic topic;
    enum document_group group;
    enum route_id create, read, change, remove;
    int list_scope, form_scope;  /* enum key_scope */
    int open_action, add_action; /* enum key_action, as the next two */
    int change_action;           /* edits in the list, saves in the form */
    int copy_action, remove_action;
    char letter;                           /* of the menu of settings */
    const char *title, *adding, *deleting; /* msgids */
};

/** A list by its number, below DOCUMENT_LISTS. Lives for ever. */
const struct document_list *document_list_at(int n);

/** The list of a kind; NULL: its documents have a screen of another sort. */
const struct document_list *document_list_of(enum document_kind kind);

/** The list one of whose keys an action is; NULL: of none. */
const struct document_list *document_list_of_action(int action);

/** The topic whose rows are the documents of a kind. */
enum topic document_topic(enum document_kind kind);

#endif
