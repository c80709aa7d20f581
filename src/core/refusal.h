/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a command is refused: an answer with a code, not an accident. */

#ifndef CORE_REFUSAL_H
#define CORE_REFUSAL_H

#include "core/record.h"

/* All above 0, so that an int can also hold 0 for done and -errno. */
enum refusal {
    REFUSED_NOT = 0,
#define REFUSAL(CODE, code, status, field, fix) REFUSED_##CODE,
#include "core/refusal.def"
    REFUSAL_COUNT,
};

/* A row of the table. */
struct refusal_text {
    const char *code;  /* for programs */
    int status;        /* HTTP's */
    const char *field; /* of the command; "" for the command as a whole */
    const char *fix;   /* for people, in English */
};

/**
 * Looks a refusal up in the table; not REFUSED_NOT.
 */
const struct refusal_text *refusal_text(enum refusal refusal);

/**
 * Says what to do, in English, by a refusal's code; "" for an unknown one.
 */
const char *refusal_fix(const char *code);

#endif
