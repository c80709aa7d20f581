/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules as they are asked: conditions read, calendars read, lists at hand. */

#ifndef CORE_RULE_BOOK_H
#define CORE_RULE_BOOK_H

#include "core/caller_list.h"
#include "core/condition.h"
#include "core/state.h"
#include "core/zone.h"

/*
 * Documents are texts; asking them a thousand times a second needs what they
 * mean. A book holds that: made anew when a rule, a calendar or a list has
 * changed, and with it the memory of a question, so that asking allocates
 * nothing. What is too large for documents, or comes from outside, is given to
 * it: the numbers of lists, and time zones.
 *
 * Whoever asks rules has a book of its own: the core that decides, and the web
 * server that tells what would be decided.
 */
struct rule_book;

enum {
    RULE_BOOK_MAX_ZONES = 192, /* those of telephone numbers among them */
    RULE_BOOK_MAX_LISTS = 2000,
    RULE_BOOK_MAX_UNNAMED = 16, /* lists that no document names yet */
};

int rule_book_new(struct rule_book **ret_book); /* 0 or -ENOMEM */
struct rule_book *rule_book_free(struct rule_book *book);

/**
 * Gives it a list, before a document that names its digest is set. One that no
 * document names any more is forgotten, and of those that none has named yet
 * the oldest beyond RULE_BOOK_MAX_UNNAMED.
 *
 * @return 0, -ENOMEM, -ENOSPC above RULE_BOOK_MAX_LISTS, or -EINVAL when
 *         caller_list_is_valid() does not hold
 */
int rule_book_add_list(struct rule_book *book, const struct caller_list *list);

/** Finds a list by its digest, or NULL. O(lists). */
const struct caller_list *rule_book_list(const struct rule_book *book,
                                         const char *digest);

/** Whether a caller list of the state has that digest. O(lists). */
bool state_names_list(const struct state *state, const char *digest);

/**
 * Gives it a time zone, or its changes anew. The one named "" is that of hours
 * and dates which no calendar asks about; UTC until it is given.
 *
 * @return 0, -ENOMEM, or -ENOSPC above RULE_BOOK_MAX_ZONES
 */
int rule_book_set_zone(struct rule_book *book, const struct zone *zone);

/** Finds a zone, or NULL. "" and "UTC" are always there. O(zones). */
const struct zone *rule_book_zone(const struct rule_book *book,
                                  const char *name);

/** Gives one book all zones of another one. @return as rule_book_set_zone() */
int rule_book_copy_zones(struct rule_book *book, const struct rule_book *from);

/**
 * Makes it anew if what it was made from has changed. O(1) if not.
 *
 * @param state  always the same one
 *
 * @return 0, or -ENOMEM: it is as it was before, and made the next time
 */
int rule_book_refresh(struct rule_book *book, const struct state *state);

/** Makes it from the draft of the rules, until it is refreshed again; and until
 *  the state changes. 0 or -ENOMEM. O(rules). */
int rule_book_refresh_draft(struct rule_book *book, const struct state *state);

/** Whether a rule that is enabled needs to know the caller's past. O(1). */
bool rule_book_asks_past(const struct rule_book *book);

/** Finds the rules whose condition names that queue, trunk, calendar or list.
 *  @return how many were written, up to room */
size_t rule_book_namers(const struct rule_book *book, enum document_kind kind,
                        const char *name,
                        const struct event_rule_set **ret_rules, size_t room);

/** Whether there is one. */
bool rule_book_names(const struct rule_book *book, enum document_kind kind,
                     const char *name);

#endif
