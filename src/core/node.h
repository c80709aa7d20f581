/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The types of a flow's nodes, as node.def has them. */

#ifndef CORE_NODE_H
#define CORE_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

/* Traits, as bits of a set. */
enum {
    NODE_PLAIN = 0,
    NODE_RESTS = 1 << 0,    /* takes time: a circle may pass it */
    NODE_CONNECTS = 1 << 1, /* the call must be answered before it */
    NODE_LIMITS = 1 << 2,   /* its exit OTHER is taken only so often */
    NODE_YIELDS = 1 << 3,   /* its exit ERROR may lead nowhere in any flow: then
                               what the node leads to settles it */
    NODE_FALLS = 1 << 4,    /* its exits but ERROR may lead nowhere in any flow:
                               then they lead where that one does */
};

/* What a node of a type may lead to by choice. */
enum node_choices {
    NO_CHOICES,
    CHOICES_KEYS,   /* one key of a phone each: 0-9 * # */
    CHOICES_VALUES, /* a value of a variable each */
};

/* clang-format off */
/* struct node_play and so on: what a node of the type is set to. Each begins
   with x, y and label. */
#define NODE(CODE, name, traits, choices, doc) struct node_##name { NODE_HEAD
#define SETTING(kind, name, privacy, preset, min, max, doc) KIND_##kind name;
#define EXITS(name) };
#include "core/node.def"

struct node_head {
    int64_t x;
    int64_t y;
    struct label label;
};

union node_settings {
    struct node_head head;
#define NODE(CODE, name, traits, choices, doc) struct node_##name name##_node;
#include "core/node.def"
};
/* clang-format on */

/* An exit that a type has, choices apart. */
struct node_exit {
    enum step_exit exit;
    const char *name; /* in the text of a flow */
    const char *doc;  /* when it is taken; English, through N_() */
};

/* A row of the table. */
struct node_rule {
    const struct record *record; /* its name, what it does, its settings */
    unsigned traits;
    enum node_choices choices;
    const struct node_exit *exits;
    size_t exit_count;
};

/** Looks a type up in the table; the type is one that there is. */
const struct node_rule *node_rule(enum node_type type);

/** The exit of that name, or NULL. */
const struct node_exit *node_exit_named(enum node_type type, const char *name);

/** Tells whether that exit may be left open: see NODE_YIELDS, NODE_FALLS. */
bool node_yields(enum node_type type, enum step_exit exit);

/** Tells whether nodes of a type have an exit. */
bool node_has_exit(enum node_type type, enum step_exit exit);

#endif
