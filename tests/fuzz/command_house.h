/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The web server and the core in this process, without a socket, a thread or a
   disk: for fuzz_command. */

#ifndef TESTS_FUZZ_COMMAND_HOUSE_H
#define TESTS_FUZZ_COMMAND_HOUSE_H

#include <stdbool.h>

#include "core/core.h"
#include "web/exchange.h"
#include "web/inside.h"

/*
 * What a request asks of the main thread is done by the core at once, and its
 * events are folded into the floor, as the server does it. Work for others is
 * done at once, too, by hands that reach no database.
 *
 * Nobody's role is asked of the server: who they are is written down here.
 */
struct person {
    const char *name;
    int64_t uid; /* -1: not signed in */
    enum role role;
    bool has_team;
    bool is_agent;
};

enum { PERSONS = 8 };

extern const struct person persons[PERSONS];
const char *person_name(size_t index);

struct house {
    struct core *core;
    struct web *web;
    size_t asked; /* of the main thread since the last look */
    size_t kept;  /* beside the journal */
};

extern struct house house;

/** A world with something of each kind. Again: as it was at first. */
void house_open(void);
void house_close(void);

/** The last event of the core's state, and of the floor. */
uint64_t house_seq(void);
uint64_t house_floor_seq(void);

/** Told each thing that is asked of the main thread, before it is done. */
extern void (*house_on_request)(const struct web_request *request);

/** Does what has been asked, until nobody waits. */
void house_settle(void);

/**
 * Asks by HTTP, as a person.
 *
 * @param head  a whole head, which is written to
 * @param body  copied
 *
 * @return with its answer, to be released with house_let_go(); NULL: no head
 */
struct exchange *house_ask(const struct person *person, char *head,
                           const char *body, size_t length);

/** NULL is fine. */
void house_let_go(struct exchange *exchange);

#endif
