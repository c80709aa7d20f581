/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mail by SMTP. */

#ifndef JOBS_MAIL_H
#define JOBS_MAIL_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/words.h"

/* Who takes our mail. Borrowed; "" is none, but for url and from. */
struct mail_server {
    const char *url;  /* smtp://mail.example.net:587, or smtps:// */
    const char *from; /* an address */
    const char *user; /* "": nobody signs in */
    const char *password;
    const char *authorities;      /* a PEM file; "": as the system has */
    bool needs_tls;               /* nothing is sent without */
    const char *host;             /* what Message-ID ends in */
    const atomic_bool *is_ending; /* ends what is under way, as not done */
};

enum {
    MAIL_TEXT_SIZE = 4096,
    MAIL_SUBJECT_SIZE = 256,
    MAIL_NAME_SIZE = 64,
};

/* What is sent. Texts are UTF-8, and may hold what strangers said: whatever is
   in them, it is one subject and one text. */
struct mail {
    const char *to;     /* addresses with blanks between, see core/delivery.h */
    bool waits_for_all; /* see mail_send() */
    uint64_t id;        /* the same whenever it is sent anew: of Message-ID */
    int64_t wall_us;    /* of its Date */
    char subject[MAIL_SUBJECT_SIZE];
    char text[MAIL_TEXT_SIZE];
    const char *language; /* "cs" */
    int sound;            /* a WAV file, not closed; -1: none */
    uint64_t sound_bytes;
    char sound_name[MAIL_NAME_SIZE]; /* letters, digits, dots and dashes */
};

/**
 * Sends it. An address that the server refuses is passed over as long as it
 * takes another one; where the mail waits for all of them, a 4yz for one puts
 * it off for all, before anybody has it. Blocks for MAIL_TIMEOUT_S at most; a job's work.
 *
 * @param ret_code  what the server said last; 0: nothing
 *
 * @return DELIVERY_SENT, DELIVERY_REFUSED (the mail, or all its addresses, by a
 *         5yz, RFC 5321) or DELIVERY_NOT_NOW
 */
enum { MAIL_TIMEOUT_S = 90 };
enum delivery_result mail_send(const struct mail_server *server,
                               const struct mail *mail, int *ret_code);

/** Lets a flag end a transfer of libcurl, a CURL, within about a second. */
void mail_end_by(void *easy, const atomic_bool *is_ending);

enum { MAIL_HEADER_SIZE = 2048 };

/**
 * Writes a header whose text may be anything: as words of RFC 2047, unless it
 * is plain ASCII of one line. Longer than fits is cut between characters.
 */
void mail_header(const char *name, const char *text,
                 char ret_line[MAIL_HEADER_SIZE]);

#endif
