/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One recording over the whole screen: its outline, and all that is known. */

#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
#include "console/fact.h"
#include "console/recordings_inside.h"
#include "console/show.h"
#include "tui/chart.h"

enum { TOP = 2 + WAVE_ROWS, LABEL = 15 };

/* The next fact, below the one before. */
static void fact(const struct surface *surface, int *row, const char *msgid,
                 const struct safe_text *text)
{
    fact_draw(surface, (struct place){ (*row)++, 1, LABEL, false }, msgid,
              text);
}

static void number_fact(const struct surface *surface, int *row,
                        const char *msgid, uint64_t number)
{
    struct safe_text text;

    safe_text_format(&text, "%" PRIu64, number);
    fact(surface, row, msgid, &text);
}

static void span_fact(const struct surface *surface, int *row,
                      const char *msgid, int64_t span_us)
{
    struct safe_text text;

    show_span(surface->style, span_us, &text);
    fact(surface, row, msgid, &text);
}

static void draw_people(const struct recordings *recordings,
                        const struct shelf_row *row,
                        const struct surface *surface)
{
    struct safe_text text;
    int at = 0;

    recordings_word_when(recordings, row, &text);
    fact(surface, &at, N_("When"), &text);
    recordings_word_caller(recordings, row, &text);
    fact(surface, &at, N_("Caller"), &text);
    recordings_word_number(recordings, row, &text);
    fact(surface, &at, N_("Number"), &text);
    safe_text_number(&text, row->recording.called.text,
                     strlen(row->recording.called.text));
    fact(surface, &at, N_("Called"), &text);
    recordings_word_agent(recordings, row, &text);
    fact(surface, &at, N_("Agent"), &text);
    recordings_word_queue(recordings, row, &text);
    fact(surface, &at, N_("Queue"), &text);
    number_fact(surface, &at, N_("Contact"), row->recording.contact_id);
}

static void draw_file(const struct recordings *recordings,
                      const struct shelf_row *row,
                      const struct surface *surface)
{
    const struct shape_recording *recording = &row->recording;
    struct safe_text text;
    int at = 0;

    recordings_word_state(recordings, row, &text);
    fact(surface, &at, N_("State"), &text);
    span_fact(surface, &at, N_("Length"),
              recording->length_us ? recording->length_us : -1);
    span_fact(surface, &at, N_("Left out"), recording->paused_us);
    span_fact(surface, &at, N_("Lost"), recording->lost_us);
    recordings_word_size(recordings, row, &text);
    fact(surface, &at, N_("Size"), &text);
    safe_text_copy(&text, surface_say(surface, recording->repaired ? N_("yes")
                                                                   : N_("no")));
    fact(surface, &at, N_("Repaired"), &text);
    safe_text_format(&text, "%s",
                     surface_say(surface, N_("caller left, agent right")));
    fact(surface, &at, N_("Channels"), &text);
}

/* In two halves where one line has no room for all of it. */
static void draw_hash(const struct shape_recording *recording,
                      const struct surface *surface)
{
    enum { HALF = 32 };
    bool fits = surface->columns > LABEL + 2 + 2 * HALF;
    const char *hash = recording->digest.text;
    struct safe_text text;
    int at = 0;

    safe_text_format(&text, "%.*s", fits ? 2 * HALF : HALF, hash);
    fact(surface, &at, N_("SHA-256"), &text);
    if (fits || strlen(hash) <= HALF)
        return;
    safe_text_copy(&text, hash + HALF);
    surface_text(surface, (struct place){ at, LABEL + 2, 0, false },
                 LOOK(TEXT, 0), &text);
}

void recordings_draw_whole(const struct recordings *recordings,
                           const struct shelf_row *row,
                           const struct surface *surface)
{
    enum { FACTS = 7 };
    int half = surface->columns / 2;
    const struct outline outline = recordings_outline(row);
    struct safe_text title, player;
    struct surface wave =
        surface_part(surface, 1, 0, WAVE_ROWS, surface->columns);
    struct surface left = surface_part(surface, TOP, 0, FACTS, half - 1);
    struct surface right =
        surface_part(surface, TOP, half, FACTS, surface->columns - half);
    struct surface below =
        surface_part(surface, TOP + FACTS, 0, 2, surface->columns);

    safe_text_format(&title, "%s %" PRIu64,
                     surface_say(surface, N_("Recording")),
                     row->recording.recording_id);
    outline_word_player(recordings->program, &outline, &player);
    surface_rule(surface, 0, title.text, player.text);
    outline_draw(recordings->program, &outline, &wave);
    draw_people(recordings, row, &left);
    draw_file(recordings, row, &right);
    draw_hash(&row->recording, &below);
    surface_label(surface, (struct place){ surface->rows - 1, 1, 0, false },
                  LOOK(DIM, 0),
                  N_("Up and down show the others; Esc the list."));
}
