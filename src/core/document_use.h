/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who uses a document in a way that its own fields do not show. */

#ifndef CORE_DOCUMENT_USE_H
#define CORE_DOCUMENT_USE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/library.h"
#include "core/rule_book.h"
#include "core/state.h"

struct document_use {
    enum document_kind kind;
    uint64_t id;
    struct name name;
    bool of_draft; /* a rule, as the draft of the rules has it */
};

enum { DOCUMENT_USES = 32 }; /* that are told of one document at once */

/* A part of all: after the first `skip` of them, as many as there is room for.
   What follows is counted on, so that whoever asked learns how many are left. */
struct document_use_page {
    struct document_use *uses;
    size_t room;
    size_t skip;
    size_t count; /* out: written */
    size_t total; /* out: of all there are */
    size_t rules; /* out: of those, rules, which come last */
};

/**
 * Finds the flows, as new contacts enter them, with a node that leads to the
 * document or plays it, the routing rules whose condition asks about it or
 * whose demand names it, and the rules of the draft that use it in any way.
 * What documents say by themselves is in their fields.
 * O(flows, rules, and their nodes).
 *
 * @param page  its `uses`, `room` and `skip` are the caller's
 */
void document_use_find(const struct state *state, const struct library *library,
                       const struct rule_book *book, enum document_kind kind,
                       uint64_t id, struct document_use_page *page);

/**
 * Finds the flows and routing rules, of the draft, too, with a condition or
 * demand that names it: the name cannot change, nor another document take its
 * place, before they do.
 */
void document_namers_find(const struct state *state,
                          const struct library *library,
                          const struct rule_book *book, enum document_kind kind,
                          uint64_t id, struct document_use_page *page);

/** Puts one into a page, if it is its turn. */
void document_use_add(struct document_use_page *page,
                      const struct document_use *use);

#endif
