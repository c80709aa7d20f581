/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The core: commands and time in, events and effects out. */

#ifndef CORE_CORE_H
#define CORE_CORE_H

#include <stdint.h>

#include "core/command.h"
#include "core/flow.h"
#include "core/outbox.h"
#include "core/refusal.h"
#include "core/document_use.h"
#include "core/rule_book.h"
#include "core/state.h"

/*
 * Decide, then fold. A decision reads the state and writes events and effects
 * into the outbox, or refuses; the events, folded, make the new state. Nothing
 * else changes the state, so folding a stored journal gives it back. What
 * follows from a decision (a free agent, a queued contact, the next node of a
 * flow) is put on a pending list and decided one by one: a turn.
 *
 * The core reads no clock: the present is an argument, in microseconds of
 * journal time, and never goes backwards. A deadline is settled at its own
 * moment, not at the moment of being noticed, so a late wake writes the very
 * journal that a punctual one would have written.
 *
 * The core calls nobody back. After each call its caller drains the outbox,
 * also after a refusal or a failure: time may have settled deadlines first.
 */
struct core;
struct lookup_request; /* lookup.h */
struct prompt_shelf;   /* prompt_shelf.h */
struct rule_set;       /* rule_set.h */

/* The latest present: leaves room for every span that may be added. */
static const int64_t CORE_MAX_NOW_US = INT64_MAX / 2;

/**
 * Makes a core to which nothing has happened.
 *
 * @param ret_core  on success, the core; release with core_free()
 *
 * @return 0, or -ENOMEM
 */
int core_new(struct core **ret_core);

/** Releases a core; NULL is fine. @return NULL always */
struct core *core_free(struct core *core);

/**
 * Begins from a snapshot instead of from nothing.
 *
 * @param state  taken over on success; its events continue after its seq
 *
 * @return 0, or -ENOMEM
 */
int core_adopt(struct core *core, struct state *state);

/**
 * Takes note of one stored event.
 *
 * @return 0, -ENOMEM, or -EBADMSG with nothing changed: the number is not the
 *         next one, time runs backwards, or this release does not know it
 */
int core_recover(struct core *core, const struct event *event);

/**
 * Gives the core a flow's program, before a version of a flow with that digest
 * is set, and at the start for each version still in use. Kept for as long as
 * the state names it; others make room for it where 10,000 are there.
 *
 * @return 0, -ENOMEM, -ENOSPC above 10,000 programs in use, or -EINVAL when
 *         flow_broken_claim() has something to say
 */
int core_add_program(struct core *core, const struct flow_program *program);

/**
 * Gives the core the numbers of a caller list, before a list with that digest
 * is set, and at the start for each list there is: see rule_book_add_list().
 *
 * @return 0, -ENOMEM, -ENOSPC, or -EINVAL
 */
int core_add_list(struct core *core, const struct caller_list *list);

/**
 * Gives the core the routing rules of a version, for the command RESTORE_RULES
 * that comes next; it keeps them until others are given.
 *
 * @param set  taken over; NULL: none
 */
void core_give_rules(struct core *core, struct rule_set *set);

/**
 * Gives the core the changes of a time zone, before a calendar in it is set,
 * and at the start: see rule_book_set_zone().
 *
 * @return 0, -ENOMEM, or -ENOSPC
 */
int core_set_zone(struct core *core, const struct zone *zone);

/** ... all that a book has. */
int core_set_zones(struct core *core, const struct rule_book *book);

/**
 * Tells the core which prompts came with the server, before the first command:
 * who names another one, which nobody made, is refused.
 *
 * @param shelf  borrowed until core_free()
 */
void core_set_shelf(struct core *core, const struct prompt_shelf *shelf);

/**
 * Settles all deadlines up to now, then does what the command asks, and what
 * follows from that: all of it in one outbox, which is a turn. (Only START
 * comes first: whoever was live before it ended with the server.)
 *
 * @param now_us  from 1 to CORE_MAX_NOW_US, not before the last call's; moment
 *                0 stands for none in the state
 * @param outbox  what is decided is added to it
 * @param ret_id  on success, the id of what was created (a document, a
 *                contact), else 0; may be NULL
 *
 * @return 0, or
 *         above 0  an enum refusal: the command has changed nothing; that it
 *                  looked like fraud may have been written
 *         -ENOMEM  the command has changed nothing; it may be given again
 */
int core_apply(struct core *core, const struct command *command, int64_t now_us,
               struct outbox *outbox, uint64_t *ret_id);

/**
 * Tells when time alone will change something.
 *
 * @return the moment to call core_wake(), which may have passed; INT64_MAX for
 *         never
 */
int64_t core_next_wake(const struct core *core);

/**
 * Settles the deadlines up to now, in the order of (due, serial), and what
 * follows from each. Harmless when called early, and right when called late.
 * Stops after 1,000 decisions, so that others have their turn: whoever called
 * looks at core_next_wake() anyway, and calls again at once.
 *
 * @return 0, or -ENOMEM: what is not settled yet stays due
 */
int core_wake(struct core *core, int64_t now_us, struct outbox *outbox);

/**
 * Tells whether somebody still works with a contact, so that what is known of
 * its caller cannot be erased yet. O(agents + recordings not done with).
 *
 * @return 0 when nobody does, or what COMMAND_ERASE_PERSON is refused with
 */
enum refusal core_check_erasure(const struct core *core, uint64_t contact_id);

/** The same of a callback: while a contact stands in line for it, or talks.
 *  O(1). */
enum refusal core_check_callback_erasure(const struct core *core,
                                         uint64_t callback_id);

/**
 * Fills in what the effect LOOK_UP asks: see lookup.h.
 *
 * @param ret_request  may hold what is masked: not for logs, nor for a trace
 *
 * @return 0, -ENOENT: contact or lookup is gone, -EMSGSIZE: it does not fit,
 *         or a value of only dots would change the path
 */
int core_fill_lookup(struct core *core, uint64_t contact_id, uint64_t lookup_id,
                     struct lookup_request *ret_request);

/**
 * Tells what the effect CHECK_PIN is about: see visit.h.
 *
 * @param ret_keys  a PIN: not for logs, nor for a trace; to be wiped
 *
 * @return 0, or -ENOENT: the contact is gone
 */
int core_visit_keys(const struct core *core, uint64_t contact_id,
                    struct digits *ret_keys);

/** Shows the state. Borrowed, and valid until the core is released. */
const struct state *core_state(const struct core *core);

/** See document_use_find() and document_namers_find(); of the rules as they are
 *  after the last command. @return 0, or -ENOMEM with an empty page */
int core_document_uses(struct core *core, enum document_kind kind, uint64_t id,
                       struct document_use_page *page);
int core_document_namers(struct core *core, enum document_kind kind,
                         uint64_t id, struct document_use_page *page);

#endif
