/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens and accounts become users, users become rights. */

#include "web/asker.h"

#include <assert.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static void sign_in(struct asker *asker, const struct state *floor,
                    const struct event_user_set *user)
{
    asker->is_signed_in = true;
    asker->user_id = user->id;
    asker->role = user->role;
    asker->agent_id = state_agent_of_user(floor, user->id);
    asker->team_id = user->team_id;
}

static enum problem find_by_token(struct asker *asker,
                                  const struct state *floor,
                                  const struct tokens *tokens,
                                  const char *authorization, int64_t wall_us)
{
    const struct event_user_set *user = NULL;
    const struct token *token = NULL;

    if (strncasecmp(authorization, "Bearer ", 7) == 0)
        token = tokens_find(tokens, authorization + 7, wall_us);
    if (token)
        user = state_user(floor, token->user_id);
    if (!user || !user->enabled)
        return PROBLEM_UNAUTHORIZED;

    memcpy(asker->token, token->hash, sizeof(asker->token));
    sign_in(asker, floor, user);
    return PROBLEM_NONE;
}

/* Before there is a user, somebody must be able to make one. */
static void find_first(struct asker *asker, const struct state *floor,
                       int64_t local_uid)
{
    if (state_document_count(floor, DOCUMENT_USER) > 0)
        return;
    if (local_uid != 0 && local_uid != (int64_t)geteuid())
        return;
    asker->is_signed_in = true;
    asker->role = ROLE_ADMIN;
}

static void find_by_account(struct asker *asker, const struct state *floor,
                            int64_t local_uid)
{
    size_t count = state_document_count(floor, DOCUMENT_USER);

    asker->is_local = true;
    for (size_t i = 0; i < count; i++) {
        const struct event_user_set *user =
            state_document_at(floor, DOCUMENT_USER, i);
        if (user->uid == local_uid && user->enabled) {
            sign_in(asker, floor, user);
            return;
        }
    }
    find_first(asker, floor, local_uid);
}

enum problem asker_find(struct asker *asker, const struct state *floor,
                        const struct tokens *tokens, const char *authorization,
                        int64_t local_uid, int64_t wall_us)
{
    assert(asker && floor && tokens);

    if (authorization)
        return find_by_token(asker, floor, tokens, authorization, wall_us);
    if (local_uid >= 0)
        find_by_account(asker, floor, local_uid);
    return PROBLEM_NONE;
}

enum asker_change asker_recheck(const struct asker *asker,
                                const struct state *floor,
                                const struct tokens *tokens, int64_t local_uid,
                                int64_t wall_us)
{
    struct asker now = { .is_signed_in = false };

    assert(asker && floor && tokens);

    if (asker->is_local) {
        find_by_account(&now, floor, local_uid);
    } else {
        const struct token *token =
            tokens_find_hash(tokens, asker->token, wall_us);
        const struct event_user_set *user =
            token ? state_user(floor, token->user_id) : NULL;
        if (user && user->enabled)
            sign_in(&now, floor, user);
    }
    if (!now.is_signed_in || now.user_id != asker->user_id)
        return ASKER_OUT;
    return now.role == asker->role && now.agent_id == asker->agent_id &&
                   now.team_id == asker->team_id
               ? ASKER_SAME
               : ASKER_CHANGED;
}

enum may asker_scope(const struct asker *asker, enum permission permission)
{
    assert(asker);

    if (permission == PERMISSION_ANYONE)
        return MAY;
    if (!asker->is_signed_in)
        return MAY_NOT;
    enum may may = permission_may(permission, asker->role);
    enum team_share share =
        asker->team_id ? permission_in_team(permission) : TEAM_WHOLE;
    if (share == TEAM_NOTHING)
        return MAY_NOT;
    return share == TEAM_OWN && may == MAY ? MAY_OWN : may;
}

bool asker_may(const struct asker *asker, enum permission permission,
               uint64_t user_id, uint64_t agent_id)
{
    enum may scope = asker_scope(asker, permission);

    if (scope == MAY_OWN)
        return (user_id != 0 && user_id == asker->user_id) ||
               (agent_id != 0 && agent_id == asker->agent_id);
    return scope == MAY;
}
