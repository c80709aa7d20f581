/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of permissions and roles, made from its table. */

#include "wire/permission.h"

#include <assert.h>

#include "core/record.h"

#define YES MAY
#define OWN MAY_OWN
#define NO  MAY_NOT

static const struct permission_info permissions[] = {
#define PERMISSION(CODE, word, admin, supervisor, agent, analyst, text)        \
    [PERMISSION_##CODE] = { .name = word,                                      \
                            .may = { [ROLE_ADMIN] = admin,                     \
                                     [ROLE_SUPERVISOR] = supervisor,           \
                                     [ROLE_AGENT] = agent,                     \
                                     [ROLE_ANALYST] = analyst },               \
                            .doc = text },
#include "wire/permission.def"
};

const struct permission_info *permission_info(enum permission permission)
{
    assert(permission < PERMISSION_COUNT);

    return &permissions[permission];
}

enum may permission_may(enum permission permission, enum role role)
{
    assert((unsigned)role < role_count);

    return permission_info(permission)->may[role];
}

enum team_share permission_in_team(enum permission permission)
{
    static const enum team_share shares[PERMISSION_COUNT] = {
#define TEAM_PERMISSION(CODE, left) [PERMISSION_##CODE] = TEAM_##left,
#include "wire/permission.def"
    };

    assert(permission < PERMISSION_COUNT);

    return shares[permission];
}
