/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages and effects from memory, decisions from the journal, in one line. */

#include "web/traces.h"

#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/trace.h"
#include "base/trace_text.h"
#include "core/effect.h"
#include "web/decisions.h"
#include "web/inside.h"
#include "web/journal.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/pcap.h"
#include "web/trace_access.h"

static int64_t wall_us(const struct exchange *exchange, int64_t at_us)
{
    return state_wall_us(exchange_floor(exchange), at_us);
}

static void set_label(struct label *label, const char *bytes, size_t length)
{
    (void)text_safe(bytes, length, label->text, sizeof(label->text));
}

static void set_name(struct name *name, const char *text)
{
    (void)snprintf(name->text, sizeof(name->text), "%s", text);
}

static void set_address(struct address *ret, const struct trace_address *from)
{
    char host[INET6_ADDRSTRLEN] = "";

    (void)inet_ntop(from->is_v6 ? AF_INET6 : AF_INET, from->bytes, host,
                    sizeof(host));
    (void)snprintf(ret->text, sizeof(ret->text),
                   from->is_v6 ? "[%s]:%u" : "%s:%u", host, from->port);
}

static void fill_message(const struct trace_entry *entry, const char *bytes,
                         struct shape_traced *row)
{
    static const char *const transports[] = {
        [TRACE_UDP] = "udp", [TRACE_TCP] = "tcp", [TRACE_TLS] = "tls"
    };
    static const char *const sounds[] = { [TRACE_SOUND_NONE] = "",
                                          [TRACE_SOUND_PLAIN] = "rtp",
                                          [TRACE_SOUND_SECRET] = "srtp" };
    struct trace_line line;

    row->kind = TRACED_MESSAGE;
    row->sent = entry->is_sent;
    row->party = entry->party;
    row->bytes = entry->length;
    set_name(&row->transport, transports[entry->transport]);
    set_name(&row->sound,
             sounds[trace_text_sound(bytes + entry->offset, entry->kept)]);
    set_address(&row->ours, &entry->ours);
    set_address(&row->theirs, &entry->theirs);

    trace_text_read(bytes + entry->offset, entry->kept, &line);
    if (line.is_request) {
        set_label(&row->what, line.method, line.method_length);
        row->method = row->what;
        return;
    }
    (void)snprintf(row->what.text, sizeof(row->what.text), "%d ", line.code);

    size_t length = strlen(row->what.text);

    (void)text_safe(line.phrase, line.phrase_length, row->what.text + length,
                    sizeof(row->what.text) - length);
    set_label(&row->method, line.cseq_method, line.cseq_method_length);
}

static void fill_effect(const struct exchange *exchange,
                        const struct trace_entry *entry,
                        struct shape_traced *row)
{
    const char *name = effect_rule((enum effect_type)entry->code)->name;

    row->kind = TRACED_EFFECT;
    row->agent_id = entry->agent_id;
    set_label(&row->what, name, strlen(name));
    (void)snprintf(row->says.text, sizeof(row->says.text), "%s",
                   lookup_name(exchange, DOCUMENT_AGENT, entry->agent_id));
}

static void fill_event(const struct exchange *exchange,
                       const struct event *event, struct shape_traced *row)
{
    const char *type = event_record((unsigned)event->type)->name;
    struct shape_decision decision = { 0 };

    (void)decision_fill(exchange, event, &decision);
    row->kind = TRACED_DECISION;
    row->wall_us = wall_us(exchange, event->at_us);
    row->seq = event->seq;
    row->says = decision.says;
    row->queue_id = decision.queue_id;
    row->agent_id = decision.agent_id;
    set_label(&row->what, type, strlen(type));
}

static void fill_gap(const struct exchange *exchange, uint64_t dropped,
                     struct shape_traced *row)
{
    row->kind = TRACED_GAP;
    row->bytes = (int64_t)dropped;
    (void)snprintf(
        row->says.text, sizeof(row->says.text), "%s",
        lang_text(exchange->language, N_("What was older had to make room.")));
}

/* By time; what was decided at the same moment comes before what was done. */
static bool is_event_next(const struct trace_copy *trace, size_t entry,
                          const struct event *events, size_t event,
                          size_t event_count)
{
    return entry == trace->count ||
           (event < event_count &&
            events[event].at_us <= trace->entries[entry].at_us);
}

static void fill_entry(const struct exchange *exchange,
                       const struct trace_copy *trace, size_t index,
                       struct shape_traced *row)
{
    const struct trace_entry *entry = &trace->entries[index];

    row->wall_us = wall_us(exchange, entry->at_us);
    if (entry->kind == TRACE_MESSAGE)
        fill_message(entry, trace->bytes, row);
    else
        fill_effect(exchange, entry, row);
}

/* Who else has looked at it is for the audit, not for whoever looks now. */
static bool is_reading(const struct event *events, size_t event,
                       size_t event_count)
{
    return event < event_count && events[event].type == EVENT_TRACE_READ;
}

static size_t merge(const struct exchange *exchange,
                    const struct trace_copy *trace, const struct event *events,
                    size_t event_count, struct shape_traced *rows)
{
    size_t count = 0, e = 0, t = 0;

    if (trace->dropped > 0)
        fill_gap(exchange, trace->dropped, &rows[count++]);
    while (e < event_count || t < trace->count) {
        struct shape_traced *row = &rows[count];

        if (is_reading(events, e, event_count)) {
            e++;
            continue;
        }
        count++;
        if (is_event_next(trace, t, events, e, event_count))
            fill_event(exchange, &events[e++], row);
        else
            fill_entry(exchange, trace, t++, row);
    }

    if (trace->dropped > 0 && count > 1)
        rows[0].wall_us = rows[1].wall_us;
    return count;
}

/* @return whether there is one, even an empty one; else the answer says why */
static bool read_trace(struct exchange *exchange, struct trace_copy *ret_trace)
{
    struct trace *trace = exchange->web->settings.trace;
    int rc = trace ? trace_read(trace, lookup_number(exchange, 0), ret_trace)
                   : -ENOENT;

    if (rc == -ENOMEM)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    return rc != -ENOMEM;
}

static void tell_trace(struct exchange *exchange, const struct event *events,
                       size_t event_count)
{
    struct trace_copy trace = { 0 };

    if (!read_trace(exchange, &trace))
        return;

    struct shape_traced *rows =
        calloc(event_count + trace.count + 1, sizeof(*rows));

    if (rows)
        listing_answer_all(exchange, shape_record(SHAPE_TRACED), rows,
                           merge(exchange, &trace, events, event_count, rows),
                           lookup_view(exchange));
    else
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    free(rows);
    trace_copy_done(&trace);
    trace_access_note(exchange);
}

/* Numbers and names are for those who may see them. */
static void mask(const struct exchange *exchange, struct trace_copy *trace)
{
    if (lookup_view(exchange) == EVENT_WHOLE)
        return;

    for (size_t i = 0; i < trace->count; i++)
        trace_text_mask(trace->bytes + trace->entries[i].offset,
                        trace->entries[i].kept);
}

static void answer_packets(struct exchange *exchange,
                           const struct trace_copy *trace)
{
    struct answer *answer = &exchange->answer;
    size_t length = 0;
    char *file = pcap_print(trace, wall_us(exchange, 0), &length);

    answer_with_bytes(answer, 200, "application/vnd.tcpdump.pcap", file,
                      length);
}

static void tell_packets(struct exchange *exchange, const struct event *events,
                         size_t event_count)
{
    struct trace_copy trace = { 0 };

    (void)events;
    (void)event_count;
    if (!read_trace(exchange, &trace))
        return;
    if (trace.count == 0) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }

    mask(exchange, &trace);
    answer_packets(exchange, &trace);
    trace_copy_done(&trace);
    trace_access_note(exchange);
}

void traces_read(struct exchange *exchange)
{
    journal_ask_contact(exchange, tell_trace);
}

void traces_packets(struct exchange *exchange)
{
    journal_ask_contact(exchange, tell_packets);
}
