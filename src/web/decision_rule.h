/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By which rule a decision was made, and where it led. */

#ifndef WEB_DECISION_RULE_H
#define WEB_DECISION_RULE_H

#include <stdint.h>

#include "core/event.h"

struct exchange;

/* The rule of an event. */
struct decision_rule {
    uint64_t id; /* 0: none */
    bool is_way; /* a way out of a queue; else a routing rule */
};

struct decision_rule decision_rule_of(const struct event *event);

enum { DECISION_NUMBER_SIZE = 24 };

/**
 * What a sentence calls a document: its name or, of another team's or of a rule
 * that is not the asker's to see, its number.
 *
 * @return "": there is none, or no more
 */
const char *decision_name(const struct exchange *exchange,
                          enum document_kind kind, uint64_t id,
                          char ret_number[DECISION_NUMBER_SIZE]);

/** Names the rule as it is called now, or tells that it is gone; "" when there
 *  is none. */
void decision_write_rule(const struct exchange *exchange,
                         const struct event *event, struct note *ret_text);

/** Tells where the event leads; "" when it does not say. */
void decision_write_led(const struct exchange *exchange,
                        const struct event *event, struct note *ret_text);

#endif
