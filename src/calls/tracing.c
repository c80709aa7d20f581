/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept to find out later what went wrong with a call. */

#include <string.h>

#include "base/trace_text.h"
#include "calls/inside.h"

enum { REFUSED = 400 };

static bool is_method(const char *text, size_t length, const char *method)
{
    return length == strlen(method) && memcmp(text, method, length) == 0;
}

static const char *method_of(const struct trace_line *line, size_t *ret_length)
{
    *ret_length =
        line->is_request ? line->method_length : line->cseq_method_length;
    return line->is_request ? line->method : line->cseq_method;
}

/* Wrong passwords come before right ones; busy phones and losers of a race are
   no failures of ours. */
static bool is_failure(const struct trace_line *line)
{
    static const int usual[] = { 401, 407, 422, 480, 486, 487, 491, 600, 603 };

    if (line->code < REFUSED ||
        !is_method(line->cseq_method, line->cseq_method_length, "INVITE"))
        return false;
    for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
        if (line->code == usual[i])
            return false;
    return true;
}

/* Registrations and questions about health are of no contact. */
static bool is_of_a_call(const struct trace_line *line)
{
    size_t length;
    const char *method = method_of(line, &length);

    return !is_method(method, length, "REGISTER") &&
           !is_method(method, length, "OPTIONS");
}

static bool begins(const struct trace_line *line)
{
    return line->is_request && !line->has_to_tag &&
           is_method(line->method, line->method_length, "INVITE");
}

static enum trace_transport transport_of(enum signal_transport transport)
{
    return transport == SIGNAL_UDP   ? TRACE_UDP
           : transport == SIGNAL_TLS ? TRACE_TLS
                                     : TRACE_TCP;
}

void tracing_message(struct calls *calls, const struct signal_message *message)
{
    char bytes[TRACE_MESSAGE_MAX];
    size_t kept =
        message->length < sizeof(bytes) ? message->length : sizeof(bytes);
    struct trace_entry entry = {
        .kind = TRACE_MESSAGE,
        .at_us = loop_now_us(calls->loop),
        .is_sent = message->is_sent,
        .transport = transport_of(message->transport),
        .length = (uint32_t)message->length,
    };
    struct trace_line line;

    if (!calls->trace)
        return;

    memcpy(bytes, message->bytes, kept);
    trace_text_read(bytes, kept, &line);
    if (!is_of_a_call(&line))
        return;

    trace_address_set(&entry.ours, message->ours);
    trace_address_set(&entry.theirs, message->theirs);
    trace_text_redact(bytes, kept);
    trace_add_message(calls->trace, line.call_id, line.call_id_length,
                      begins(&line), is_failure(&line), &entry, bytes);
}

void tracing_party(struct calls *calls, const struct party *party)
{
    if (!calls->trace || !party->leg || party->contact_id == 0)
        return;

    struct leg_text name = leg_call_id(party->leg);

    trace_bind(calls->trace, name.bytes, name.length, party->contact_id,
               loop_now_us(calls->loop));
}

void tracing_effect(struct calls *calls, const struct effect *effect)
{
    const struct trace_entry entry = {
        .kind = TRACE_EFFECT,
        .at_us = loop_now_us(calls->loop),
        .code = (unsigned)effect->type,
        .agent_id = effect->agent_id,
    };

    if (calls->trace)
        trace_add_effect(calls->trace, effect->contact_id, &entry);
}

void tracing_ended(struct calls *calls, const struct event_contact_ended *ended)
{
    static const enum end_cause failures[] = {
        END_FLOW_FAILED,     END_NO_ENTRY,   END_BRIDGE_FAILED,
        END_TRANSFER_FAILED, END_MEDIA_LOST, END_NOT_CONNECTED,
        END_FAULT,
    };
    bool has_failed = false;

    if (!calls->trace)
        return;
    for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++)
        has_failed |= ended->cause == failures[i];
    trace_end(calls->trace, ended->contact_id, has_failed,
              loop_now_us(calls->loop));
}
