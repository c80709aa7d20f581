/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Permissions: what the four roles may do. */

#ifndef WIRE_PERMISSION_H
#define WIRE_PERMISSION_H

#include "core/words.h"

enum permission {
#define PERMISSION(CODE, name, admin, supervisor, agent, analyst, doc)         \
    PERMISSION_##CODE,
#include "wire/permission.def"
    PERMISSION_COUNT,
};

enum may {
    MAY_NOT,
    MAY_OWN, /* what is the asker's own: the user, and the agent who it is */
    MAY,
};

/* What is left of a permission for a person who belongs to a team. */
enum team_share {
    TEAM_NOTHING,
    TEAM_OWN,    /* at most what is one's own */
    TEAM_SHARED, /* what is the team's */
    TEAM_WHOLE,  /* it is about nothing that a team has */
};

struct permission_info {
    const char *name; /* "queue.see" */
    enum may may[role_count];
    const char *doc; /* English, through N_() */
};

/** Looks a permission up. */
const struct permission_info *permission_info(enum permission permission);

/** Tells what is left of it within a team. */
enum team_share permission_in_team(enum permission permission);

/** Tells whether a role may. */
enum may permission_may(enum permission permission, enum role role);

#endif
