/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a contact, its steps in flows, and the decisions about it. */

#include <string.h>

#include "base/mark.h"
#include "console/candidate_words.h"
#include "console/contact_words.h"
#include "console/contacts_inside.h"
#include "console/document_value.h"
#include "console/fact.h"
#include "console/flow_kind.h"
#include "console/show.h"
#include "console/word.h"
#include "tui/prose.h"
#include "wire/record_json.h"
#include "wire/value.h"
#include "wire/word_label.h"

enum {
    LABEL = 13,
    SIDE_ROWS = 8,             /* facts beside each other */
    FACT_ROWS = SIDE_ROWS + 1, /* and the tags over all of the width */
    INDENT = 3,
};

/* Facts. */

static void fact(const struct surface *surface, int row, const char *msgid,
                 const struct safe_text *text)
{
    fact_draw(surface, (struct place){ row, 1, LABEL, false }, msgid, text);
}

static void span_fact(const struct surface *surface, int row, const char *msgid,
                      int64_t span_us)
{
    struct safe_text text;

    show_span(surface->style, span_us, &text);
    fact(surface, row, msgid, &text);
}

static void draw_people(const struct contact_view *view,
                        const struct surface *surface)
{
    const struct shape_contact *contact = &view->row.contact;
    const struct program *program = view->program;
    struct safe_text text;

    contact_word_caller(program, contact, view->row.is_masked, &text);
    fact(surface, 0, N_("Caller"), &text);
    shelf_word_number(program, &contact->caller, view->row.is_masked, &text);
    fact(surface, 1, N_("Number"), &text);
    safe_text_number(&text, contact->called.text, strlen(contact->called.text));
    fact(surface, 2, N_("Called"), &text);
    contact_word_direction(program, contact, &text);
    fact(surface, 3, N_("Direction"), &text);
    safe_text_copy(&text,
                   surface_say(surface, document_word(&word_list_speech,
                                                      (int)contact->language)));
    fact(surface, 4, N_("Language"), &text);
    contact_word_queue(program, contact, &text);
    fact(surface, 5, N_("Queue"), &text);
    contact_word_agent(program, contact, &text);
    fact(surface, 6, N_("Agent"), &text);
    contact_word_disposition(program, contact, &text);
    fact(surface, 7, N_("Disposition"), &text);
}

static void draw_times(const struct contact_view *view,
                       const struct surface *surface)
{
    const struct shape_contact *contact = &view->row.contact;
    struct safe_text text;

    shelf_word_when(view->program, contact->arrived_wall_us, &text);
    fact(surface, 0, N_("Arrived"), &text);
    contact_word_end(view->program, contact, &text);
    fact(surface, 1, N_("Outcome"), &text);
    span_fact(surface, 2, N_("In the menu"), contact->ivr_us);
    span_fact(surface, 3, N_("Waited"), contact->wait_us);
    span_fact(surface, 4, N_("Talked"), contact->talk_us);
    span_fact(surface, 5, N_("On hold"), contact->hold_us);
    span_fact(surface, 6, N_("Outside"), contact->outside_us);
    span_fact(surface, 7, N_("In all"), contact->total_us);
}

static void draw_facts(const struct contact_view *view,
                       const struct surface *surface)
{
    int half = surface->columns / 2;
    struct surface left = surface_part(surface, 0, 0, SIDE_ROWS, half - 1);
    struct surface right =
        surface_part(surface, 0, half, SIDE_ROWS, surface->columns - half);
    struct safe_text tags;

    draw_people(view, &left);
    draw_times(view, &right);
    safe_text_copy(&tags, view->row.contact.tags.text);
    fact(surface, SIDE_ROWS, N_("Tags"), &tags);
}

/* Items: a heading and the steps, a heading and the decisions. */

static size_t section_items(const struct json_t *list)
{
    return value_count(list) > 0 ? 1 + value_count(list) : 0;
}

size_t contact_view_items(const struct contact_view *view)
{
    return section_items(view->steps) + section_items(view->decisions);
}

/* How a step ended: the key that was pressed, else the exit. */
static void word_exit(const struct contact_view *view,
                      const struct json_t *step, struct safe_text *ret_text)
{
    const char *key = value_get_text(step, "digit");
    const char *exit = value_get_text(step, "exit");
    const char *becomes =
        glyph_text(ui_style(view->program->ui)->tier, GLYPH_BECOMES);

    if (key && *key)
        safe_text_format(ret_text, "  %s %s", becomes, key);
    else if (value_get_flag(step, "over") && exit)
        safe_text_format(ret_text, "  %s %s", becomes,
                         program_text(view->program,
                                      word_label(&word_list_step_exit, exit)));
    else
        safe_text_copy(ret_text, "");
}

/* "main: greeting, play  → done  0:03" */
static int draw_step(const struct contact_view *view, const struct json_t *step,
                     const struct surface *surface)
{
    const char *flow = value_get_text(step, "flow");
    const char *node = value_get_text(step, "node");
    const char *type = value_get_text(step, "node_type");
    int number = type ? word_find(&word_list_node_type, type) : -1;
    struct safe_text text, exit, time;

    word_exit(view, step, &exit);
    show_span(surface->style, value_get_integer(step, "for_us", -1), &time);
    safe_text_format(
        &text, "%s: %s, %s%s  %s", flow ? flow : "", node ? node : "",
        number < 0
            ? ""
            : surface_say(surface, flow_kind_name((enum node_type)number)),
        exit.text, time.text);
    return prose_draw(surface, LOOK(TEXT, 0), text.text);
}

/* Who was looked at, a row each, and how many there were besides. */
static int draw_candidates(const struct contact_view *view,
                           const struct candidates *candidates,
                           const struct surface *surface)
{
    struct safe_text text;
    int at = 0;

    for (uint32_t i = 0; i < candidates->row_count; i++) {
        candidate_word(view->program, &candidates->rows[i],
                       candidates->rows[i].for_us, &text);
        surface_text(surface, (struct place){ at++, INDENT, 0, false },
                     LOOK(DIM, 0), &text);
    }
    candidates_word_rest(view->program, candidates, &text);
    if (!text.text[0])
        return at;
    surface_text(surface, (struct place){ at, INDENT, 0, false }, LOOK(DIM, 0),
                 &text);
    return at + 1;
}

/* "14:32:07 offered to Ana", and who was looked at. */
static int draw_decision(const struct contact_view *view,
                         const struct json_t *item,
                         const struct surface *surface)
{
    struct shape_decision decision = { .seq = 0 };
    char clock[WORD_TIME_SIZE];
    struct safe_text text;

    if (record_from_json(shape_record(SHAPE_DECISION), item, MISSING_KEPT,
                         &decision, NULL) < 0)
        return 0;
    word_clock(decision.wall_us, false, clock);
    safe_text_format(&text, "%s  %s", clock,
                     decision.says.text[0] ? decision.says.text
                                           : decision.event.text);

    int rows = prose_draw(surface, LOOK(TEXT, 0), text.text);
    struct surface below =
        surface_part(surface, rows, 0, surface->rows - rows, surface->columns);

    return rows + draw_candidates(view, &decision.candidates, &below);
}

/* @return rows used */
static int draw_item(const struct contact_view *view, size_t n,
                     const struct surface *surface)
{
    size_t steps = section_items(view->steps);
    size_t at = n < steps ? n : n - steps;
    struct surface line =
        surface_part(surface, 0, 1, surface->rows, surface->columns - 2);

    if (at == 0) {
        surface_rule(surface, 0,
                     surface_say(surface, n < steps ? N_("Steps in flows")
                                                    : N_("Decisions")),
                     NULL);
        return 1;
    }
    return n < steps
               ? draw_step(view, value_at(view->steps, at - 1), &line)
               : draw_decision(view, value_at(view->decisions, at - 1), &line);
}

static void draw_items(const struct contact_view *view,
                       const struct surface *surface)
{
    size_t count = contact_view_items(view);
    int row = 0;

    for (size_t n = view->top; n < count && row < surface->rows; n++) {
        struct surface rest = surface_part(surface, row, 0, surface->rows - row,
                                           surface->columns);

        row += draw_item(view, n, &rest);
    }
    if (count == 0)
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      view->steps && view->decisions
                          ? N_("Nothing was decided about it.")
                          : N_("Loading…"));
}

void contact_view_draw(void *state, const struct surface *surface)
{
    struct contact_view *view = state;
    struct surface facts =
        surface_part(surface, 0, 0, FACT_ROWS, surface->columns);
    struct surface items =
        surface_part(surface, FACT_ROWS + 1, 0, surface->rows - FACT_ROWS - 1,
                     surface->columns);

    if (view->row.contact.contact_id != 0)
        draw_facts(view, &facts);
    if (view->complaint.text[0])
        (void)prose_draw(&items, LOOK(CRIT, 0), view->complaint.text);
    else
        draw_items(view, &items);
    surface_cursor(surface, FACT_ROWS + 1, 0, true);
}
