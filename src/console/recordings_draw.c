/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list, the selected one with its outline, and how far all is. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/recordings_inside.h"
#include "console/bulk.h"
#include "console/download.h"
#include "console/fact.h"
#include "console/player.h"
#include "console/shelf_table.h"
#include "console/show.h"
#include "lang/cells.h"
#include "tui/chart.h"

enum {
    LABEL = 11,
    FACT_ROWS = 5, /* of the selected one */
    INSPECTOR_ROWS = 1 + WAVE_ROWS + FACT_ROWS,
    OUTLINE_ROWS = 1 + WAVE_ROWS, /* without the facts */
    LIST_ROWS = 5,                /* at least, where there is an inspector */
    HASH_CHARACTERS = 12,
};

/* Facts. */

static void fact(const struct surface *surface, int row, const char *msgid,
                 const struct safe_text *text)
{
    fact_draw(surface, (struct place){ row, 1, LABEL, false }, msgid, text);
}

static void draw_people(const struct recordings *recordings,
                        const struct shelf_row *row,
                        const struct surface *surface)
{
    struct safe_text text;

    recordings_word_caller(recordings, row, &text);
    fact(surface, 0, N_("Caller"), &text);
    recordings_word_number(recordings, row, &text);
    fact(surface, 1, N_("Number"), &text);
    safe_text_number(&text, row->recording.called.text,
                     strlen(row->recording.called.text));
    fact(surface, 2, N_("Called"), &text);
    recordings_word_agent(recordings, row, &text);
    fact(surface, 3, N_("Agent"), &text);
    recordings_word_queue(recordings, row, &text);
    fact(surface, 4, N_("Queue"), &text);
}

static void draw_file(const struct recordings *recordings,
                      const struct shelf_row *row,
                      const struct surface *surface)
{
    const struct style *style = surface->style;
    const struct shape_recording *recording = &row->recording;
    struct safe_text text, other;

    recordings_word_state(recordings, row, &other);
    safe_text_format(
        &text, "%s%s%s", other.text, recording->repaired ? ", " : "",
        recording->repaired ? show_say(style, N_("repaired")) : "");
    fact(surface, 0, N_("State"), &text);
    recordings_word_size(recordings, row, &text);
    fact(surface, 1, N_("Size"), &text);
    safe_text_format(&text, "%.*s", HASH_CHARACTERS, recording->digest.text);
    fact(surface, 2, N_("SHA-256"), &text);
    show_span(style, recording->paused_us, &other);
    show_span(style, recording->lost_us, &text);
    struct safe_text both;
    safe_text_format(&both, show_say(style, N_("%s left out, %s lost")),
                     other.text, text.text);
    fact(surface, 3, N_("Gaps"), &both);
    safe_text_format(&text, "%" PRIu64, recording->contact_id);
    fact(surface, 4, N_("Contact"), &text);
}

static void draw_inspector(struct recordings *recordings,
                           const struct surface *surface)
{
    const struct shelf_row *row = recordings_selected(recordings);
    int half = surface->columns / 2;

    if (!row) {
        surface_rule(surface, 0, surface_say(surface, N_("Selected")), NULL);
        return;
    }

    struct safe_text when, title, player;
    recordings_word_when(recordings, row, &when);
    safe_text_format(&title, "%s %" PRIu64 "  %s",
                     surface_say(surface, N_("Recording")),
                     row->recording.recording_id, when.text);
    const struct outline outline = recordings_outline(row);
    outline_word_player(recordings->program, &outline, &player);
    surface_rule(surface, 0, title.text, player.text);

    struct surface wave =
        surface_part(surface, 1, 0, WAVE_ROWS, surface->columns);
    struct surface left =
        surface_part(surface, 1 + WAVE_ROWS, 0, FACT_ROWS, half - 1);
    struct surface right = surface_part(surface, 1 + WAVE_ROWS, half, FACT_ROWS,
                                        surface->columns - half);
    outline_draw(recordings->program, &outline, &wave);
    draw_people(recordings, row, &left);
    draw_file(recordings, row, &right);
}

/* The last row. */

static const char *const order_words[SHELF_ORDERS] = {
    [SHELF_NEWEST] = N_("newest first"),
    [SHELF_OLDEST] = N_("oldest first"),
    [SHELF_BY_AGENT] = N_("by agent"),
    [SHELF_BY_CONTACT] = N_("by contact"),
};

static void draw_count(const struct recordings *recordings,
                       const struct surface *surface, int row)
{
    struct safe_text text;

    shelf_word_count(recordings->shelf, surface->style, &text);
    surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(DIM, 0),
                 &text);
    surface_words(
        surface,
        (struct place){ row, (int)cells_count(text.text) + 3,
                        surface->columns - 2, true },
        LOOK(DIM, 0),
        surface_say(surface, order_words[shelf_sorted(recordings->shelf)]));
}

/* What keys would be about. */
static void draw_marked(const struct recordings *recordings,
                        const struct surface *surface, int row)
{
    struct safe_text text, all;
    struct marked marked;

    recordings_marked(recordings, BULK_DELETE, &marked);
    recordings_word_marked(recordings, &marked, &all);
    safe_text_format(&text,
                     /* TRANSLATORS: "12 recordings, 1:20 in all, 4.3 MB" */
                     surface_say(surface, N_("Marked: %s")), all.text);
    surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(TITLE, 0),
                 &text);
    surface_words(surface,
                  (struct place){ row, (int)cells_count(text.text) + 3,
                                  surface->columns - 2, true },
                  LOOK(DIM, 0),
                  surface_say(surface, N_("x and d take all of them")));
}

static void draw_state(const struct recordings *recordings,
                       const struct surface *surface, int row)
{
    struct progress progress;
    size_t place;

    if (shelf_mistake(recordings->shelf, &place)) {
        shelf_table_draw_mistake(
            surface, row, recordings->filter, place,
            N_("not understood from here, as in: agent = ana and length_us > "
               "3m"));
    } else if (bulk_runs(recordings->program)) {
        bulk_progress(recordings->program, &progress);
        chart_progress(surface, row, &progress);
    } else if (download_runs(recordings->program)) {
        download_progress(recordings->program, &progress);
        chart_progress(surface, row, &progress);
    } else if (table_marked(recordings->table) > 0) {
        draw_marked(recordings, surface, row);
    } else {
        draw_count(recordings, surface, row);
    }
}

/* What fits: all of it, its outline, or nothing. */
static int inspector_rows_of(int room)
{
    return room >= INSPECTOR_ROWS ? INSPECTOR_ROWS
           : room >= OUTLINE_ROWS ? OUTLINE_ROWS
                                  : 0;
}

void recordings_draw(void *state, const struct surface *surface)
{
    struct recordings *recordings = state;
    const struct shelf_row *row = recordings_selected(recordings);
    int inspector_rows = inspector_rows_of(surface->rows - LIST_ROWS - 1);
    int list = surface->rows - 1 - inspector_rows;
    struct surface table = surface_part(surface, 0, 0, list, surface->columns);

    if (recordings->is_whole && row) {
        recordings_draw_whole(recordings, row, surface);
        return;
    }
    table_draw(recordings->table, &table, true,
               ui_now_us(recordings->program->ui));
    if (inspector_rows > 0) {
        struct surface inspector =
            surface_part(surface, list, 0, inspector_rows, surface->columns);

        draw_inspector(recordings, &inspector);
    }
    draw_state(recordings, surface, surface->rows - 1);
}
