/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to one request, and how it becomes bytes. */

#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/refusal.h"
#include "lang/lang.h"
#include "wire/caller_text.h"
#include "wire/frame.h"
#include "wire/mistake.h"
#include "wire/problem.h"
#include "wire/value.h"

/* A part of a file that is sent piece by piece. */
struct answer_file {
    int fd; /* owned */
    uint64_t offset;
    uint64_t left;
};

/* A plain struct, zeroed at first. Filling it again replaces what it held. */
struct answer {
    int status; /* HTTP's; 0: none yet */
    const char *type;
    char *body; /* owned; may be NULL */
    size_t length;
    char etag[32];            /* with its quotes; "" for none */
    char location[96];        /* "" for none */
    unsigned allow;           /* 1 << METHOD_GET and so on; 0 for none */
    int retry_after_s;        /* 0 for none */
    struct answer_file *file; /* owned: instead of body; NULL for none */
    char content_range[80];   /* "" for none */
    char file_name[64];       /* of a file; harmless characters only */
    bool is_replay;           /* an earlier request with this key did it */
    char accept[FRAME_ACCEPT_SIZE]; /* 101: for a WebSocket */
    const char *protocol;           /* 101: agreed on, or NULL */
};

/* All of these cannot fail: without memory the answer is 503, in English. */

/** Gives a value, which is released; NULL is for "no memory". */
void answer_with_value(struct answer *answer, int status, struct json_t *value);

/** Gives text, which is owned from now on; NULL is for "no memory". */
void answer_with_text(struct answer *answer, int status, const char *type,
                      char *text);

/** The same of any bytes. */
void answer_with_bytes(struct answer *answer, int status, const char *type,
                       char *bytes, size_t length);

/**
 * Gives a part of a file; the descriptor is owned from now on. What is sent of
 * it is the sender's business: answer_print() makes the head alone.
 */
void answer_with_file(struct answer *answer, int status, const char *type,
                      int fd, uint64_t offset, uint64_t length);

/** Gives nothing: 204. */
void answer_with_nothing(struct answer *answer);

/** Agrees to a WebSocket: 101. The protocol is a constant, or NULL. */
void answer_with_socket(struct answer *answer, const char *key,
                        const char *protocol);

/** Says why not, as RFC 9457 has it. Headers such as allow stay. */
void answer_with_problem(struct answer *answer, enum language language,
                         enum problem problem);

/* What a problem is about, as far as it is about something: NULL and 0. */
struct answer_matter {
    const char *field;   /* a field, a parameter or a header */
    const char *name;    /* what there is not; safe text */
    const char *choices; /* what there is instead */
    const char *reason;  /* in English, for translation: behind the title */
    const char *right;   /* that is missing: "box.set" */
    int64_t min;         /* what is allowed */
    int64_t max;
};

void answer_with_matter(struct answer *answer, enum language language,
                        enum problem problem,
                        const struct answer_matter *matter);

/** The same, naming a field, parameter or header. */
void answer_with_field_problem(struct answer *answer, enum language language,
                               enum problem problem, const char *field);

/**
 * @param asked  what was asked, in whose words the field is told: the target,
 *               or agents, where the core speaks of a queue or an agent; or
 *               NULL
 */
void answer_with_refusal(struct answer *answer, enum language language,
                         enum refusal refusal, const struct record *asked);

/** The same of one of many things, by its name (safe text), or NULL. */
void answer_with_refusal_of(struct answer *answer, enum language language,
                            enum refusal refusal, const char *name);

/** Refused as in use, with those who use it: in words, and as a list that is
 *  released; NULL is for "no memory".
 *  @param count  how many do, with those that are not in the list */
void answer_with_uses(struct answer *answer, enum language language,
                      const char *words, struct json_t *used_by, size_t count);

void answer_with_mistake(struct answer *answer, enum language language,
                         const struct mistake *mistake);

/** ... with what may have been meant, separated by commas; NULL: nothing. */
void answer_with_mistake_of(struct answer *answer, enum language language,
                            const struct mistake *mistake, const char *choices);

/** The same of a table of numbers: its rows that are refused, as they are
 *  counted; the first one as the place. */
void answer_with_rejects(struct answer *answer, enum language language,
                         const struct caller_rejects *rejects);

/**
 * Writes the answer as a message.
 *
 * @param headroom    bytes left free before it
 * @param is_last     the connection is closed after it
 * @param is_head     the body is left out, its length not
 * @param ret_length  of the message, without the headroom
 *
 * @return memory to be freed with free(), or NULL
 */
char *answer_print(const struct answer *answer, size_t headroom, bool is_last,
                   bool is_head, size_t *ret_length);

/** Releases what it holds and zeroes it. */
void answer_done(struct answer *answer);

#endif
