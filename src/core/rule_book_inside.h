/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a book of rules is made of: for the files rule* alone. */

#ifndef CORE_RULE_BOOK_INSIDE_H
#define CORE_RULE_BOOK_INSIDE_H

#include "core/calendar.h"
#include "core/rule_book.h"

/* What must hold for a condition to hold: its root, or each operand of an `and`
   there. Those that several rules ask, which are mostly known, come first. */
struct rule_part {
    uint16_t memo; /* as the node's */
    uint16_t node;
    uint16_t fact; /* whose memo must be the text of that mark; 0: none must */
    uint16_t mark; /* so that most conditions need not be looked into */
};

enum { RULE_PARTS = 8 }; /* with more of them the root is the only one */

/* A rule, in the order of asking, with what is asked of all. Its document
   stays where it is until the book is made anew. */
struct rule_page {
    const struct event_rule_set *rule;
    struct condition *condition; /* with the nodes that it has */
    uint64_t entry_id;
    int64_t valid_from_us;
    int64_t valid_until_us;
    bool enabled;
    bool is_for_waiting;
    uint8_t part_count;
    struct rule_part parts[RULE_PARTS];
};

struct calendar_page {
    struct name name;
    struct label zone;
    struct calendar calendar;
};

/* What was made from documents. */
struct rule_pages {
    struct rule_page *rules;
    size_t rule_count;
    struct calendar_page *calendars;
    size_t calendar_count;
    bool asks_past;     /* one of those enabled */
    struct value *memo; /* what a question keeps; 0 is not used */
    size_t memo_count;
};

struct rule_book {
    struct rule_pages pages;
    uint64_t made_from; /* state.rule_changes */
    bool is_made;
    bool is_of_draft; /* made from it, for a while */
    struct list_entry {
        struct caller_list *list;
        bool is_named; /* by a document, at some time */
        bool is_given; /* anew, for a document that may be about to be set */
    } * lists;
    size_t list_count;
    struct zone *zones;
    size_t zone_count;
};

/* rule_pages.c: makes them from documents, or from the draft of the rules. 0 or
   -ENOMEM. */
int rule_pages_make(const struct state *state, bool of_draft,
                    struct rule_pages *ret_pages);
void rule_pages_done(struct rule_pages *pages);

#endif
