/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the robots saw with their own eyes, to be held against the server's. */

#ifndef ROBOT_TALLY_H
#define ROBOT_TALLY_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Counters; TALLY(name, "what is counted"). */
#define TALLY_COUNTERS(TALLY)                                                  \
    TALLY(calls_begun, "callers who sent an INVITE")                           \
    TALLY(calls_connected, "... who were answered by the server")              \
    TALLY(calls_answered, "... whom an agent's phone answered")                \
    TALLY(calls_completed, "... and whose talk ended with a BYE")              \
    TALLY(calls_abandoned, "... who hung up before an agent answered")         \
    TALLY(calls_sent_away, "... whom the server hung up on while waiting")     \
    TALLY(calls_failed, "... refused, or ended otherwise")                     \
    TALLY(heard_both_ways, "talks in which each heard the other's voice")      \
    TALLY(heard_not, "talks in which one did not")                             \
    TALLY(transfers_asked, "REFERs sent by phones")                            \
    TALLY(transfers_taken, "... accepted by the server")                       \
    TALLY(outside_answered, "calls that the server made to outside numbers")   \
    TALLY(offers, "INVITEs at phones")                                         \
    TALLY(offers_answered, "... answered")                                     \
    TALLY(offers_rejected, "... rejected")                                     \
    TALLY(offers_missed, "... let ring until the server gave up")              \
    TALLY(offers_withdrawn, "... cancelled because the caller had left")       \
    TALLY(offers_while_busy, "... at a phone that was in use: 486")            \
    TALLY(phones_registered, "phones whose REGISTER was accepted")             \
    TALLY(phones_refused, "phones whose REGISTER was not")                     \
    TALLY(media_failures, "media commands that could not be done")             \
    TALLY(digits_sent, "keys pressed")

/* Durations; SPAN(name, "from what to what"). */
#define TALLY_SPANS(SPAN)                                                      \
    SPAN(answer, "the caller's INVITE to its 200")                             \
    SPAN(offer, "the caller's INVITE to the INVITE at a phone")                \
    SPAN(digit, "the caller's key to the INVITE at a phone")                   \
    SPAN(freed, "an agent's hanging up to the next INVITE, others waiting")    \
    SPAN(heard, "the phone's 200 to hearing the caller's voice")

enum { TALLY_MAX_SAMPLES = 65536, TALLY_MAX_CODE = 699 };

struct tally_span {
    uint32_t *samples_us; /* the first TALLY_MAX_SAMPLES of them */
    size_t count;
    size_t size;
};

struct tally {
#define TALLY_COUNTER(name, says) uint64_t name;
    TALLY_COUNTERS(TALLY_COUNTER)
#undef TALLY_COUNTER
#define TALLY_SPAN(name, says) struct tally_span name;
    TALLY_SPANS(TALLY_SPAN)
#undef TALLY_SPAN
    uint64_t refused[TALLY_MAX_CODE + 1]; /* by SIP status; 0: no answer */
};

/**
 * Takes a sample; one too many, or one without memory, is not kept.
 */
void tally_take(struct tally_span *span, int64_t took_us);

/**
 * The least sample that so many of a thousand do not exceed (nearest rank); 0
 * when there is none. Sorts them.
 *
 * @param permille  1 to 1000
 */
uint32_t tally_quantile(struct tally_span *span, unsigned permille);

/**
 * Writes all counters and spans as members of a JSON object, without its
 * braces: "calls_begun": 20, ...
 */
void tally_print(struct tally *tally, FILE *out);

/** Frees the samples. */
void tally_done(struct tally *tally);

#endif
