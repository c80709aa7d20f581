/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of an HTTP/1.1 request, read strictly. RFC 9112, RFC 9110. */

#ifndef WEB_MESSAGE_HEAD_H
#define WEB_MESSAGE_HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire/problem.h"

/*
 * The library's own reader tidies paths, takes lines without CR, a space
 * before the colon and upgrades to other protocols, and does not know a
 * chunked body; so two readers of one request may see two requests. Here a
 * request is what the RFC's grammar says, or it is refused:
 *
 *   lines end in CR LF; no line is folded; no NUL or other control character
 *   a name is a token right before its colon
 *   exactly one Host with HTTP/1.1; what may be given once is given once
 *   Content-Length is digits, and never together with Transfer-Encoding,
 *   which is "chunked" or refused
 */
enum {
    MESSAGE_HEAD_MAX_LENGTH = 8192,
    MESSAGE_HEAD_MAX_FIELDS = 64,
};

struct message_field {
    const char *name; /* in lower case */
    const char *value;
};

/* Points into the text it was read from. */
struct message_head {
    const char *method;
    const char *target; /* begins with '/' */
    struct message_field fields[MESSAGE_HEAD_MAX_FIELDS];
    size_t field_count;
    int64_t content_length; /* 0 when there is none */
    bool is_chunked;
    bool is_last;        /* the client wants the connection closed after */
    bool wants_continue; /* before it sends the body */
};

/**
 * Looks for the end of a head.
 *
 * @param from        how far was looked before, to be kept by the caller
 * @param ret_length  on success, of the head with its empty line
 *
 * @return PROBLEM_NONE: found, or, with ret_length 0, more is needed; or what
 *         is wrong already
 */
enum problem message_head_find(const char *text, size_t length, size_t from,
                               size_t *ret_length);

/**
 * Reads a head. O(length).
 *
 * @param text  the head with its empty line; written to
 *
 * @return PROBLEM_NONE, or why it is refused
 */
enum problem message_head_parse(char *text, size_t length,
                                struct message_head *ret_head);

/** The value of a field, named in lower case; NULL when there is none. */
const char *message_head_field(const struct message_head *head,
                               const char *name);

/** Whether a field lists a word, whatever the case of its letters. */
bool message_head_names(const struct message_head *head, const char *name,
                        const char *word);

#endif
