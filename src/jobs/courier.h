/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One attempt to send a message on, in a worker's thread. */

#ifndef JOBS_COURIER_H
#define JOBS_COURIER_H

#include <stdatomic.h>

#include "core/event.h"
#include "jobs/pool.h"

enum { COURIER_SECRET_SIZE = 256 };

/* What all attempts have in common; texts are borrowed. All but the first does
   not change. */
struct courier {
    atomic_bool is_ending; /* what is under way ends soon, as not done */
    const char *smtp_url;  /* "": no mail can be sent */
    const char *smtp_from, *smtp_user, *smtp_authorities;
    char smtp_password[COURIER_SECRET_SIZE];
    bool smtp_tls;
    char webhook_key[COURIER_SECRET_SIZE]; /* "": nothing is signed */
    const char *webhook_authorities;
    bool webhook_private;
    const char *recording_dir;
    const char *time_zone; /* "": UTC */
};

struct courier_job {
    struct job job; /* first; its hands read the store */
    const struct courier *courier;
    uint64_t serial;
    uint64_t delivery_id;
    enum delivery_way way;
    uint64_t message_id;
    int64_t attempt;          /* from 1 on */
    int64_t due_boot_us;      /* nothing that would take longer is begun */
    struct event_box_set box; /* ... as it is for whoever gets the mail */
    bool hides_caller;        /* from that one */
    bool is_given;            /* ... who is to care for it */
    struct label colleague;   /* who left it by a phone of ours; else "" */

    enum delivery_result result;
    int code;                 /* what the other end said; 0: nothing */
    bool was_asked;           /* the other end, so the result is its */
    struct courier_job *next; /* the owner's */
};

/** Readies libcurl, before any thread works. @return 0 or -ENOMEM */
int courier_begin(void);

/** Sets the work of a job whose other fields are filled. */
void courier_prepare(struct courier_job *job);

/**
 * Writes the line that lets whoever receives a webhook check that it is ours
 * and of now: "X-CCLite-Signature: t=1795357927,v1=HEX", where HEX is the
 * HMAC-SHA-256 of the time, a dot and the body, by the key.
 */
enum { COURIER_SIGNATURE_SIZE = 128 };
void courier_sign(const char *key, int64_t wall_s, const char *body,
                  char ret_line[COURIER_SIGNATURE_SIZE]);

#endif
