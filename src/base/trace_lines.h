/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_TRACE_LINES_H
#define BASE_TRACE_LINES_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The lines of a SIP message (RFC 3261, 7) for who reads it in a trace: the
 * bytes may be anything, and nothing here looks beyond their length. Offsets
 * count from the first byte; no function keeps what it is given or fails.
 * Each takes a time linear in what it passes.
 */

/* A part of the message. */
struct trace_part {
    size_t from;
    size_t length;
};

/* A header: its name without blanks and ends of lines around it, its value with
   all lines it goes on in and their ends. */
struct trace_header {
    struct trace_part name; /* empty: the line has no colon */
    struct trace_part value;
};

/* @return the offset after the line that begins at from, at most length */
size_t trace_line_end(const char *bytes, size_t from, size_t length);

/* @return the offset of the first line: connections are kept alive by empty
   ones before it (RFC 3261, 7.5; RFC 5626, 3.5.1) */
size_t trace_begin(const char *bytes, size_t length);

/**
 * The next header. The empty line after the last one may have any number of
 * carriage returns: whoever reads messages leniently takes it for the end.
 *
 * @param at  in: where it begins; out: what follows it
 *
 * @return false when there is none: the body begins at *at, or the message is
 *         over, *ret is as it was
 */
bool trace_next_header(const char *bytes, size_t length, size_t *at,
                       struct trace_header *ret);

/* A blank or a tab. */
bool trace_is_blank(char c);

/* Whether these bytes are a word, in any case of letters. */
bool trace_is_word(const char *bytes, size_t length, const char *word);

/* Whether a header has one of these names. */
bool trace_is_named(const char *bytes, const struct trace_header *header,
                    const char *const *names, size_t count);

/* Leaves out blanks and ends of lines on both sides. */
void trace_trim(const char *bytes, struct trace_part *part);

/* @return how many bytes there are before the next blank or end of a line */
size_t trace_word_length(const char *bytes, size_t length);

#endif
