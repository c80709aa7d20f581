/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tabs, rows, and the selected message with its outline. */

#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/fact.h"
#include "console/inbox_inside.h"
#include "lang/cells.h"
#include "tui/chart.h"
#include "tui/prose.h"

enum {
    TOP_ROWS = 2, /* tabs, and a rule */
    WAVE = 2,     /* one side, and the mark below it */
    SAID_ROWS = 2,
    FACT_ROWS =
        3 + SAID_ROWS, /* two beside each other, note and tags, the words */
    INSPECTOR_ROWS = 1 + WAVE + FACT_ROWS,
    LIST_ROWS = 4, /* at least, where there is an inspector */
    LABEL = 13,
};

static const char *const tab_names[INBOX_TABS] = {
    [INBOX_OPEN] = N_("Inbox"),    [INBOX_NEW] = N_("New"),
    [INBOX_MINE] = N_("Mine"),     [INBOX_URGENT] = N_("Urgent ones"),
    [INBOX_SAVED] = N_("Saved"),   [INBOX_DONE] = N_("Done"),
    [INBOX_ERASED] = N_("Erased"),
};

static void draw_tabs(const struct inbox *inbox, const struct surface *surface)
{
    struct safe_text words[INBOX_TABS];
    const char *names[INBOX_TABS + 1]; /* the greetings are a screen of their
                                          own */
    struct inbox_figures figures;

    inbox_figures(inbox->program, &figures);
    for (int i = 0; i < INBOX_TABS; i++) {
        int64_t count = i == INBOX_NEW      ? figures.fresh
                        : i == INBOX_MINE   ? figures.mine
                        : i == INBOX_URGENT ? figures.urgent
                                            : 0;

        names[i] = tab_names[i];
        if (count == 0)
            continue;
        safe_text_format(&words[i], "%s %lld", surface_say(surface, names[i]),
                         (long long)count);
        names[i] = words[i].text;
    }
    names[INBOX_TABS] = N_("Greetings");
    chart_tabs(surface, 0, names, INBOX_TABS + 1, (int)inbox->tab);
    surface_rule(surface, 1, NULL, NULL);
}

/* The selected one. */

static void fact(const struct surface *surface, int row, const char *msgid,
                 const struct safe_text *text)
{
    fact_draw(surface, (struct place){ row, 1, LABEL, false }, msgid, text);
}

/* As far as it has room; all of it: cclite voicemail show. */
static void draw_said(const struct shape_message *message,
                      const struct surface *surface)
{
    struct surface part = surface_part(surface, 3, LABEL + 2, SAID_ROWS,
                                       surface->columns - LABEL - 3);
    struct safe_text text;

    if (!message->transcript.text[0])
        return;
    surface_label(surface, (struct place){ 3, 1, LABEL, false }, LOOK(DIM, 0),
                  N_("Transcript"));
    safe_text_copy(&text, message->transcript.text);
    (void)prose_draw(&part, LOOK(TEXT, 0), text.text);
}

static void draw_facts(const struct inbox *inbox, const struct shelf_row *row,
                       const struct surface *surface)
{
    int half = surface->columns / 2;
    struct surface left = surface_part(surface, 0, 0, 3, half - 1);
    struct surface right =
        surface_part(surface, 0, half, 3, surface->columns - half);
    const struct shape_message *message = &row->message;
    struct safe_text text;

    inbox_word_number(inbox, row, &text);
    fact(&left, 0, N_("Number"), &text);
    inbox_word_box(inbox, message, &text);
    fact(&left, 1, N_("Box"), &text);
    inbox_word_state(inbox, message, &text);
    fact(&right, 0, N_("State"), &text);
    inbox_word_agent(inbox, message, &text);
    fact(&right, 1, N_("Cares for it"), &text);
    if (message->note.text[0]) {
        safe_text_copy(&text, message->note.text);
        fact(message->tags.text[0] ? &left : surface, 2, N_("Note"), &text);
    }
    if (message->tags.text[0]) {
        safe_text_copy(&text, message->tags.text);
        fact(&right, 2, N_("Tags"), &text);
    }
    draw_said(message, surface);
}

/* Who, when and in which language on the rule; what the phone does with it. */
static void draw_inspector(struct inbox *inbox, const struct surface *surface)
{
    size_t at = table_selected(inbox->table);
    struct safe_text caller, when, title, player;

    if (at >= shelf_count(inbox->shelf)) {
        surface_rule(surface, 0, surface_say(surface, N_("Selected")), NULL);
        return;
    }

    const struct shelf_row *row = shelf_at(inbox->shelf, at);
    const struct outline outline = inbox_outline(&row->message);
    struct surface wave = surface_part(surface, 1, 0, WAVE, surface->columns);
    struct surface facts =
        surface_part(surface, 1 + WAVE, 0, FACT_ROWS, surface->columns);

    inbox_word_caller(inbox, row, &caller);
    inbox_word_when(inbox, &row->message, &when);
    safe_text_format(
        &title, "%s  %s, %s", caller.text, when.text,
        surface_say(surface, document_word(&word_list_speech,
                                           (int)row->message.language)));
    outline_word_player(inbox->program, &outline, &player);
    surface_rule(surface, 0, title.text, player.text);
    outline_draw(inbox->program, &outline, &wave);
    draw_facts(inbox, row, &facts);
}

/* The last row. */

static void draw_count(const struct inbox *inbox, const struct surface *surface,
                       int row)
{
    struct safe_text text;

    shelf_word_count(inbox->shelf, surface->style, &text);
    surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(DIM, 0),
                 &text);
}

static void draw_state(const struct inbox *inbox, const struct surface *surface,
                       int row)
{
    size_t marked = table_marked(inbox->table), place;
    struct safe_text text;

    if (shelf_mistake(inbox->shelf, &place)) {
        surface_label(surface, (struct place){ row, 1, 0, false },
                      LOOK(WARN, 0),
                      N_("The filter is not understood, as in: caller ~ +420 "
                         "and length_us > 1m"));
    } else if (marked > 0) {
        safe_text_format(&text,
                         P_(surface->style->language,
                            "%d message is marked: k d w e o f take it. Esc "
                            "forgets the mark.",
                            "%d messages are marked: k d w e o f take all of "
                            "them. Esc forgets the marks.",
                            marked),
                         (int)marked);
        surface_text(surface, (struct place){ row, 1, 0, false },
                     LOOK(TITLE, 0), &text);
    } else {
        draw_count(inbox, surface, row);
    }
}

static void draw_emptiness(const struct inbox *inbox,
                           const struct surface *surface)
{
    if (shelf_count(inbox->shelf) > 0 ||
        shelf_state(inbox->shelf) != SHELF_WHOLE)
        return;
    surface_label(surface, (struct place){ 1, 3, 0, false }, LOOK(DIM, 0),
                  N_("There are no messages here."));
}

void inbox_draw(void *state, const struct surface *surface)
{
    struct inbox *inbox = state;
    int room = surface->rows - TOP_ROWS - 1;
    int low = room >= LIST_ROWS + INSPECTOR_ROWS ? INSPECTOR_ROWS : 0;
    struct surface list =
        surface_part(surface, TOP_ROWS, 0, room - low, surface->columns);

    draw_tabs(inbox, surface);
    table_draw(inbox->table, &list, true, ui_now_us(inbox->program->ui));
    draw_emptiness(inbox, &list);
    if (low > 0) {
        struct surface inspector = surface_part(surface, TOP_ROWS + room - low,
                                                0, low, surface->columns);

        draw_inspector(inbox, &inspector);
    }
    draw_state(inbox, surface, surface->rows - 1);
}
