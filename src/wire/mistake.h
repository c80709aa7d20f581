/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was wrong with what came from outside: an answer, not an accident. */

#ifndef WIRE_MISTAKE_H
#define WIRE_MISTAKE_H

#include <stdint.h>

enum mistake_code {
    MISTAKE_NONE = 0,
#define MISTAKE(CODE, code, status, text) MISTAKE_##CODE,
#include "wire/mistake.def"
    MISTAKE_COUNT,
};

enum { MISTAKE_PLACE_SIZE = 128, MISTAKE_NAME_SIZE = 128 };

/* Filled together with a return of -EBADMSG, else untouched. */
struct mistake {
    enum mistake_code code;
    const char *text; /* what to do, in English, to be translated */
    char place[MISTAKE_PLACE_SIZE]; /* "ring_ms", "nodes[3].next", or "" */
    char name[MISTAKE_NAME_SIZE];   /* of NO_SUCH_NAME: which, as safe text */
    int64_t min; /* of OUT_OF_RANGE, TOO_SHORT, TOO_LONG, TOO_MANY: what */
    int64_t max; /* is allowed; else 0 */
    int line;    /* of what the text itself has wrong, else 0 */
    int column;
};

/** Spells a code: "unknown_field". */
const char *mistake_spell(enum mistake_code code);

/** Tells the HTTP status that fits a code. */
int mistake_status(enum mistake_code code);

/**
 * Notes a mistake, with the text of the table.
 *
 * @param ret_mistake  may be NULL: nobody wants to know
 * @param place        cut to what fits, unprintable characters as '?'
 *
 * @return -EBADMSG always
 */
int mistake_note(struct mistake *ret_mistake, enum mistake_code code,
                 const char *place);

/** The same with the range that is allowed. */
int mistake_note_range(struct mistake *ret_mistake, enum mistake_code code,
                       const char *place, int64_t min, int64_t max);

/** NO_SUCH_NAME, with the name that was given: any text. */
int mistake_note_name(struct mistake *ret_mistake, const char *place,
                      const char *name);

/**
 * Puts a place before the one noted: "nodes[3]" and "next" give
 * "nodes[3].next". NULL is fine.
 */
void mistake_put_before(struct mistake *mistake, const char *place);

#endif
