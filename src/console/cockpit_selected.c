/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selected call, agent or queue in full. */

#include <string.h>

#include "base/mark.h"
#include "console/cockpit_inside.h"
#include "console/figures.h"
#include "console/secrecy.h"
#include "console/show.h"
#include "console/word.h"

enum { LABEL = 16 };

struct lines {
    const struct surface *surface;
    int row;
};

static void line(struct lines *lines, const char *msgid,
                 const struct safe_text *value)
{
    surface_label(lines->surface, (struct place){ lines->row, 1, LABEL, false },
                  LOOK(DIM, 0), msgid);
    surface_text(lines->surface,
                 (struct place){ lines->row, LABEL + 2, 0, false },
                 LOOK(TEXT, 0), value);
    lines->row++;
}

static void text_line(struct lines *lines, const char *msgid, const char *text)
{
    struct safe_text value;

    safe_text_copy(&value, text);
    if (value.text[0])
        line(lines, msgid, &value);
}

static void span_line(struct lines *lines, const char *msgid, int64_t span_us)
{
    struct safe_text value;

    show_span(lines->surface->style, span_us, &value);
    line(lines, msgid, &value);
}

static void count_line(struct lines *lines, const char *msgid, int64_t count)
{
    struct safe_text value;

    show_count(lines->surface->style, count, &value);
    line(lines, msgid, &value);
}

static void describe_call(const struct program *program,
                          const struct replica_row *row, struct lines *lines)
{
    const struct topic_contacts *contact = row->fields;
    int64_t now_us = program_now_us(program);
    const char *secrecy =
        secrecy_of_call(contact->caller_encrypted, contact->agent_encrypted);
    struct safe_text number;

    safe_text_number(&number, contact->caller.text,
                     strlen(contact->caller.text));
    line(lines, N_("Caller"), &number);
    text_line(lines, N_("Name"), contact->caller_name.text);
    text_line(lines, N_("Called"), contact->called.text);
    text_line(lines, N_("Entry"), contact->entry.text);
    text_line(lines, N_("Flow"), contact->flow.text);
    text_line(lines, N_("Step"), contact->step.text);
    text_line(lines, N_("Queue"), contact->queue.text);
    text_line(lines, N_("Agent"), contact->agent.text);
    if (secrecy)
        text_line(lines, N_("Encrypted"), program_text(program, secrecy));
    span_line(lines, N_("Here since"),
              replica_age_us(row, contact->contact_age_us, now_us));
    span_line(lines, N_("Waited"), contact->wait_us);
}

static void describe_agent(const struct program *program,
                           const struct replica_row *row, struct lines *lines)
{
    const struct topic_agents *agent = row->fields;
    struct safe_text name;

    word_name(&(struct word_names){ &agent->name, &agent->label, NULL, NULL },
              program_language(program), &name);
    line(lines, N_("Agent"), &name);
    text_line(lines, N_("Phone"), agent->device.text);
    text_line(lines, N_("Reachable"),
              program_text(program, agent->reachable ? N_("yes") : N_("no")));
    count_line(lines, N_("Consoles"), agent->consoles);
    text_line(lines, N_("Queue"), agent->queue.text);
    count_line(lines, N_("Offered"), agent->offered);
    count_line(lines, N_("Handled"), agent->handled);
    count_line(lines, N_("Missed"), agent->missed);
    span_line(lines, N_("Talking"), agent->talk_us);
    span_line(lines, N_("Wrap-up"), agent->acw_us);
}

/* One line, as the pane has few: only where somebody was to be called back. */
static void callbacks_line(const struct program *program, struct lines *lines,
                           const struct topic_queues *queue)
{
    const struct style *style = lines->surface->style;
    struct safe_text asked, reached, given_up, wait, value;

    if (!queue->callbacks_asked && !queue->callbacks_reached &&
        !queue->callbacks_given_up)
        return;
    show_count(style, queue->callbacks_asked, &asked);
    show_count(style, queue->callbacks_reached, &reached);
    show_count(style, queue->callbacks_given_up, &given_up);
    show_span(style,
              queue->callbacks_reached ? queue->average_callback_wait_us : -1,
              &wait);
    /* TRANSLATORS: callbacks of a queue on this day: how many were asked for,
       how many callers were reached, how many callbacks were given up, and how
       long those reached had waited on average */
    safe_text_format(
        &value,
        program_text(program,
                     N_("%s asked for, %s reached, %s given up, wait %s")),
        asked.text, reached.text, given_up.text, wait.text);
    line(lines, N_("Callbacks"), &value);
}

static void describe_queue(const struct program *program,
                           const struct replica_row *row, struct lines *lines)
{
    struct figures figures;
    struct safe_text value;

    figures_read(row->fields, replica_passed_us(row, program_now_us(program)),
                 program_language(program), &figures);
    text_line(lines, N_("Queue"), figures.label.text);
    count_line(lines, N_("Waiting"), figures.waiting);
    span_line(lines, N_("Oldest"), figures.oldest_us);
    show_permille(lines->surface->style, figures.level_permille, &value);
    line(lines, N_("SLA"), &value);
    count_line(lines, N_("Offered"), figures.offered);
    count_line(lines, N_("Handled"), figures.handled);
    count_line(lines, N_("Abandoned"), figures.abandoned);
    callbacks_line(program, lines, row->fields);
    span_line(lines, N_("Longest wait"), figures.longest_wait_us);
    span_line(lines, N_("AHT"), figures.handling_us);
}

void cockpit_draw_selected(struct cockpit *cockpit,
                           const struct surface *surface)
{
    static void (*const describe[])(
        const struct program *, const struct replica_row *, struct lines *) = {
        describe_call,
        describe_agent,
        describe_queue,
    };
    enum cockpit_pane pane =
        cockpit->pane < PANE_ALERTS ? cockpit->pane : PANE_CALLS;
    const struct replica_row *row = roll_selected(cockpit->rolls[pane]);
    struct lines lines = { surface, 1 };

    surface_rule(surface, 0, surface_say(surface, N_("Selected")), NULL);
    if (row)
        describe[pane](cockpit->program, row, &lines);
}
