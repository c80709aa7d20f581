/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One request and its answer, from the head read to the answer made. */

#ifndef WEB_EXCHANGE_H
#define WEB_EXCHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "lang/lang.h"
#include "web/answer.h"
#include "web/asker.h"
#include "web/greeting.h"
#include "web/message_head.h"
#include "web/password.h"
#include "web/repeats.h"
#include "web/target.h"
#include "web/web.h"
#include "web/web_job.h"
#include "wire/route.h"

/*
 * A resource (documents.h and the others) is handed an exchange whose asker
 * may do what the route says, and whose body, if it takes one, is read. It
 * fills the answer, or has it wait: for the main thread (exchange_ask()) or a
 * worker (exchange_work()), and goes on in the function it named. When the
 * client leaves meanwhile, the exchange goes on without it, so that what was
 * done is known here too.
 */
enum {
    IDEMPOTENCY_KEY_SIZE = 129,
    EXCHANGE_MAX_BODY = 64 * 1024,
    EXCHANGE_MAX_FLOW_BODY = 1024 * 1024,
    EXCHANGE_MAX_CSV_BODY = 4 * 1024 * 1024,
    EXCHANGE_MAX_ICAL_BODY = 1024 * 1024,
    EXCHANGE_MAX_SOUND_BODY = 16 * 1024 * 1024,
};

struct client;
struct exchange_job;
struct piece;

struct exchange {
    struct web *web;
    struct web_slot slot; /* names it to others, while it lives */

    /* what was asked */
    bool is_head; /* GET without the body of the answer */
    struct target target;
    struct route_match match;
    struct asker asker;
    enum language language;
    char if_match[32]; /* "" for none */
    char idempotency_key[IDEMPOTENCY_KEY_SIZE];
    char range[64];           /* "" for none; "?" for one that is too long */
    char if_range[64];        /* the same */
    char *body;               /* owned, terminated; NULL for none */
    size_t length;            /* of the body */
    struct json_t *value;     /* owned: the body, where the route takes JSON */
    struct greeting greeting; /* of the route that takes one */

    /* what is answered */
    struct answer answer;
    bool waits;
    int64_t began_us;
    int64_t wait_until_us;
    void (*then)(struct exchange *exchange, const struct web_reply *reply);

    /* what resources keep between asking and going on */
    uint64_t id;
    char token[TOKEN_TEXT_SIZE]; /* to be shown once */
    char hash[PASSWORD_HASH_SIZE];
    struct token new_token; /* to be added when it is kept */

    void *kept; /* a job for later; NULL: none */
    void (*drop_kept)(struct exchange_job *kept); /* releases it */
    struct piece *piece; /* owned: of a file, to be sent next */

    /* of a request with a key */
    bool is_repeat; /* the reply of the first one is known */
    struct web_reply first_reply;
    char repeat_key[WEB_SIDE_KEY_SIZE];
    unsigned char fingerprint[FINGERPRINT_SIZE];

    struct client *client;                    /* NULL: it has left */
    void (*ready)(struct exchange *exchange); /* an answer waited for is made */
};

/** Makes an exchange with a slot of its own. @return NULL: none is free */
struct exchange *exchange_new(struct web *web, struct client *client);

/**
 * Reads the head: which route, who asks, in which language. When something is
 * wrong already the answer is made.
 *
 * @param local_uid  of a client of the Unix socket; -1: TCP
 * @param source     who a TCP client is, for counting wrong passwords
 */
void exchange_begin(struct exchange *exchange, const struct message_head *head,
                    int64_t local_uid, const char *source);

/** The longest body that this request may have. */
size_t exchange_max_body(const struct exchange *exchange);

/**
 * Looks at the body, now that it is read: JSON where the route takes it, and
 * whether the request was sent before.
 *
 * @return whether the resource shall go on; else the answer is made
 */
bool exchange_take_body(struct exchange *exchange);

/**
 * Takes the client away, which has left or been answered; what is still being
 * done goes on, and the exchange is released after it.
 */
void exchange_leave(struct exchange *exchange);

/** Releases it, and its slot. NULL is fine. @return NULL always */
struct exchange *exchange_free(struct exchange *exchange);

/** Hands a reply to the exchange that waits for it, if it still does. */
void exchange_hear(struct web *web, struct web_slot slot,
                   const struct web_reply *reply);

/** Answers those that have waited too long. */
void exchange_tick(struct web *web);

/* For resources. */

/** The present, in journal time and since 1970. */
int64_t exchange_now_us(const struct exchange *exchange);

/** What is so now. */
const struct state *exchange_floor(const struct exchange *exchange);

/** Answers with a problem. What is forbidden is told with the right that is
 *  missing, or with whose things it is for. */
void exchange_refuse(struct exchange *exchange, enum problem problem);
void exchange_refuse_field(struct exchange *exchange, enum problem problem,
                           const char *field);

/** Answers that a right is missing other than the route's. @param field  or
 *  NULL */
void exchange_refuse_right(struct exchange *exchange, const char *field,
                           enum permission permission);

/**
 * Asks the main thread. The command's `by`, the slot and the note for repeated
 * requests are filled in.
 *
 * @param request  what it owns is taken over
 * @param then     told the reply when it was done; a refusal is answered
 *                 without asking further
 */
void exchange_ask(struct exchange *exchange, struct web_request *request,
                  void (*then)(struct exchange *exchange,
                               const struct web_reply *reply));

/* Work for others: the first member of a resource's own struct. */
struct exchange_job {
    struct web_job to_do;
    struct web_slot slot;
    void (*then)(struct exchange *exchange, struct exchange_job *job);
    void (*drop)(struct exchange_job *job); /* releases it */
};

/**
 * Gives work to a worker. `then` is called in the web thread, `drop` always,
 * after it.
 */
void exchange_work(struct exchange *exchange, struct exchange_job *job);

/** The same to one of those that make sounds. */
void exchange_make(struct exchange *exchange, struct exchange_job *job);

/** Answers {"seq", "id"}. */
void exchange_answer_done(struct exchange *exchange,
                          const struct web_reply *reply);

#endif
