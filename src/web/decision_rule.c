/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules are named as they are now; where they led, as it was then. */

#include "web/decision_rule.h"

#include <inttypes.h>
#include <stdio.h>

#include "lang/lang.h"
#include "lang/phrase.h"
#include "web/exchange.h"
#include "web/known.h"
#include "web/lookup.h"

struct decision_rule decision_rule_of(const struct event *event)
{
    const struct event_sent_on *sent_on = &event->as.sent_on;

    switch (event->type) {
    case EVENT_CONTACT_ARRIVED:
        return (struct decision_rule){ event->as.contact_arrived.rule_id,
                                       false };
    case EVENT_CONTACT_LED:
        return (struct decision_rule){ event->as.contact_led.rule_id, false };
    case EVENT_WAIT_RULED:
        return (struct decision_rule){ event->as.wait_ruled.rule_id, false };
    case EVENT_QUEUE_DIVERTED:
        return (struct decision_rule){ event->as.queue_diverted.rule_id, true };
    case EVENT_QUEUE_REFUSED:
        return (struct decision_rule){ event->as.queue_refused.rule_id, true };
    case EVENT_QUEUE_LEFT:
        return (struct decision_rule){ event->as.queue_left.rule_id, true };
    case EVENT_SENT_ON:
        return (struct decision_rule){ sent_on->rule_id,
                                       sent_on->sender == SENDER_QUEUE };
    default:
        return (struct decision_rule){ 0, false };
    }
}

const char *decision_name(const struct exchange *exchange,
                          enum document_kind kind, uint64_t id,
                          char ret_number[DECISION_NUMBER_SIZE])
{
    const char *name = lookup_name(exchange, kind, id);

    if (!*name ||
        known_may(&exchange->asker, exchange_floor(exchange), kind, id))
        return name;
    (void)snprintf(ret_number, DECISION_NUMBER_SIZE, "%" PRIu64, id);
    return ret_number;
}

void decision_write_rule(const struct exchange *exchange,
                         const struct event *event, struct note *ret_text)
{
    struct decision_rule rule = decision_rule_of(event);
    enum document_kind kind = rule.is_way ? DOCUMENT_QUEUE_RULE : DOCUMENT_RULE;
    char number[DECISION_NUMBER_SIZE];
    const char *name = decision_name(exchange, kind, rule.id, number);
    const char *gone =
        rule.is_way ? N_("a way out that is removed") : N_("a removed rule");
    const char *says = rule.is_way ? N_("way out %s") : N_("rule %s");

    ret_text->text[0] = '\0';
    if (rule.id == 0)
        return;
    phrase_fill(lang_text(exchange->language, *name ? says : gone), name, NULL,
                ret_text->text, sizeof(ret_text->text));
}

struct led {
    enum destination to;
    uint64_t id;
};

/* What leads into a flow is told by the flow. @return whether it leads */
static bool find_led(const struct event *event, struct led *ret_led)
{
    const struct event_contact_arrived *arrived = &event->as.contact_arrived;

    switch (event->type) {
    case EVENT_CONTACT_ARRIVED:
        *ret_led = arrived->flow_id
                       ? (struct led){ TO_FLOW, arrived->flow_id }
                       : (struct led){ arrived->to, arrived->to_id };
        return arrived->flow_id || arrived->to != TO_HANG_UP ||
               arrived->rule_id;
    case EVENT_CONTACT_LED:
        *ret_led = (struct led){ event->as.contact_led.to,
                                 event->as.contact_led.to_id };
        return ret_led->to != TO_HANG_UP;
    case EVENT_QUEUE_DIVERTED:
        *ret_led = (struct led){ event->as.queue_diverted.to,
                                 event->as.queue_diverted.to_id };
        return true;
    case EVENT_QUEUE_REFUSED:
        *ret_led = (struct led){ event->as.queue_refused.to,
                                 event->as.queue_refused.to_id };
        return true;
    case EVENT_SENT_ON:
        *ret_led =
            (struct led){ event->as.sent_on.to, event->as.sent_on.to_id };
        return true;
    default:
        return false;
    }
}

/* clang-format off */
static const struct {
    enum document_kind kind; /* whose name it is */
    const char *says;
} places[] = {
    [TO_HANG_UP] =      { 0, N_("to its end: busy, or hung up") },
    [TO_BUSY] =         { 0, N_("to its end: busy, or hung up") },
    [TO_NUMBER] =       { 0, N_("to an outside number") },
    [TO_QUEUE] =        { DOCUMENT_QUEUE,  N_("to the queue %s") },
    [TO_FLOW] =         { DOCUMENT_FLOW,   N_("to the flow %s") },
    [TO_AGENT] =        { DOCUMENT_AGENT,  N_("to the agent %s") },
    [TO_VOICEMAIL] =    { DOCUMENT_BOX,    N_("to the box %s") },
    [TO_CALLBACK] =     { DOCUMENT_QUEUE,  N_("to a callback by the queue %s") },
    [TO_ANNOUNCEMENT] = { DOCUMENT_PROMPT, N_("to the announcement %s") },
};
/* clang-format on */

void decision_write_led(const struct exchange *exchange,
                        const struct event *event, struct note *ret_text)
{
    char number[DECISION_NUMBER_SIZE];
    const char *name;
    struct led led;

    ret_text->text[0] = '\0';
    if (!find_led(event, &led))
        return;

    name = decision_name(exchange, places[led.to].kind, led.id, number);
    if (!*name) {
        (void)snprintf(number, sizeof(number), "%" PRIu64, led.id);
        name = number;
    }
    phrase_fill(lang_text(exchange->language, places[led.to].says), name, NULL,
                ret_text->text, sizeof(ret_text->text));
}
