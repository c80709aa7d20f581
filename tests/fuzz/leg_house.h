/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stack in this process, and a trunk's socket beside it, in a time of
   their own: for fuzz_leg. */

#ifndef TESTS_FUZZ_LEG_HOUSE_H
#define TESTS_FUZZ_LEG_HOUSE_H

#include <netinet/in.h>
#include <stdbool.h>

#include "sip/stack.h"

/*
 * What the stack tells is checked as it comes: each leg has one end and nothing
 * after it, no handler comes from within a function of the leg's, what is to be
 * stored is given up again, and each request that the stack sends can be read.
 */
enum {
    MAX_LEGS = 64,   /* at once; more are refused by the stack */
    MAX_DIALOGS = 4, /* of the trunk, the last ones */
    MAX_ASKED = 4,   /* requests of the stack, the last ones */
    MESSAGE = 4096,
    HEADER = 400, /* bytes of a header's value */
    TRUNK = 1,    /* its id */
};

struct dialog {
    char call_id[HEADER];
    char ours[HEADER];   /* the trunk's From or To */
    char theirs[HEADER]; /* the stack's, with its tag as soon as it is known */
    unsigned cseq;
    unsigned branch;
    unsigned invite_cseq, invite_branch;
    char rseq[16];
};

struct house {
    struct loop *loop;
    struct signalling *signalling;
    struct sockaddr_storage stack;
    struct sockaddr_in own;
    int fd;
    bool is_inside; /* of a function of the leg's: no handler may come */
    struct leg *legs[MAX_LEGS];
    size_t leg_count;
    uint64_t up[MAX_LEGS]; /* dialogs to be stored */
    size_t up_count;
    struct dialog dialogs[MAX_DIALOGS];
    size_t dialog_count;
    char asked[MAX_ASKED][MESSAGE];
    size_t asked_count;
    unsigned made;                 /* names so far, never the same */
    char caller[LEG_TEXT_MAX + 1]; /* of the last call in, made safe */
    char caller_name[LEG_TEXT_MAX + 1];
    uint64_t next_id;
    int damaged; /* where the next message is; -1: it is not */
};

extern struct house house;
extern int64_t house_now_us; /* the time, of the stack and of the library */

/** Opens it, once. */
void house_open(void);

/** Lets the loop do what there is to do, without waiting for anything. */
void house_turn(void);

/** Reads what the stack has sent, into dialogs and `asked`. */
void house_hear(void);

/** Its handlers know a leg of ours from now on. */
void house_take_in(struct leg *leg);

/** A dialog in the place of the oldest one, all empty. */
struct dialog *house_dialog_new(void);

/** The value of a header line; "" when there is none. */
void house_find_line(const char *message, const char *name, char *ret,
                     size_t size);

#endif
