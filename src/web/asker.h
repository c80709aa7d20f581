/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who asks, and what they may do. */

#ifndef WEB_ASKER_H
#define WEB_ASKER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/state.h"
#include "web/token.h"
#include "wire/permission.h"
#include "wire/problem.h"

/*
 * Every request says anew who asks: by a token, or by the local account at the
 * other end of the Unix socket. What the user may do is looked up in the floor
 * each time, so a role taken away, or a user locked, counts at once.
 */
struct asker {
    bool is_signed_in;
    uint64_t user_id; /* 0: root, or the server's account, before the first
                         user was made */
    enum role role;
    uint64_t agent_id;                    /* who the user is, or 0 */
    uint64_t team_id;                     /* 0: sees what is all teams' */
    bool is_local;                        /* by the local account */
    unsigned char token[TOKEN_HASH_SIZE]; /* the token's, if by one */
    char source[64];                      /* an address, or "uid:1000" */
};

/**
 * Finds out who asks. Nobody is a good answer, too: is_signed_in is false.
 *
 * @param authorization  the header, or NULL
 * @param local_uid      of the Unix socket's peer; -1: none
 *
 * @return PROBLEM_NONE, or PROBLEM_UNAUTHORIZED: a token that is not good
 */
enum problem asker_find(struct asker *asker, const struct state *floor,
                        const struct tokens *tokens, const char *authorization,
                        int64_t local_uid, int64_t wall_us);

/* Whether an asker of before is the same now. */
enum asker_change {
    ASKER_SAME,
    ASKER_CHANGED, /* another role, or another agent */
    ASKER_OUT,     /* no longer signed in */
};

/** Looks again, for those who stay connected. */
enum asker_change asker_recheck(const struct asker *asker,
                                const struct state *floor,
                                const struct tokens *tokens, int64_t local_uid,
                                int64_t wall_us);

/**
 * Tells whether the asker may.
 *
 * @param user_id, agent_id  whose thing it is; 0: nobody's
 */
bool asker_may(const struct asker *asker, enum permission permission,
               uint64_t user_id, uint64_t agent_id);

/** Tells what the asker's role may: all (of the team, see web/team.h), its own,
 *  nothing. */
enum may asker_scope(const struct asker *asker, enum permission permission);

#endif
