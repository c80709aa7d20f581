/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lists below each other. */

#include "console/link_view.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/unsent.h"
#include "console/unsent_file.h"
#include "console/word.h"

enum {
    CLOCK_CELLS = 8,
    KIND_AT = 11,
    KIND_CELLS = 14,
    WORDS_AT = 27,
    STATE_CELLS = 11,
    LOG_ROWS = 4, /* enough for a glance, with its rule */
};

static size_t selected(const struct program *program)
{
    size_t count = outbox_count(program->outbox);

    return program->outbox_selected < count ? program->outbox_selected
           : count > 0                      ? count - 1
                                            : 0;
}

static bool is_reason_shown(const struct program *program)
{
    return outbox_count(program->outbox) > 0 &&
           outbox_at(program->outbox, selected(program))->state ==
               OUTBOX_REFUSED;
}

/* With their rule, and below them why the marked one was refused. */
static int unsent_rows(const struct program *program)
{
    int count = (int)outbox_count(program->outbox);

    return count > 0 ? 1 + count + is_reason_shown(program) : 0;
}

int link_view_rows(const struct program *program, int most)
{
    int log = (int)program->link_log.count + 1;
    int rows = unsent_rows(program) + (log < LOG_ROWS ? log : LOG_ROWS);

    assert(program);
    return rows < most ? rows : most;
}

static struct look state_look(const struct outbox_item *item)
{
    return item->state == OUTBOX_REFUSED ? LOOK(CRIT, 0) : LOOK(DIM, 0);
}

static const char *state_word(const struct outbox_item *item)
{
    static const char *const words[] = {
        [OUTBOX_WAITING] = N_("waiting"),
        [OUTBOX_SENDING] = N_("sending"),
        [OUTBOX_REFUSED] = N_("refused"),
    };

    return outbox_is_aside(item) ? N_("set aside") : words[item->state];
}

static void draw_item(const struct program *program,
                      const struct surface *surface, int row, size_t n)
{
    const struct outbox_item *item = outbox_at(program->outbox, n);
    int64_t age_us = program_now_us(program) - item->since_us;
    int state_at = surface->columns - STATE_CELLS - 1;
    char clock[WORD_TIME_SIZE];
    struct safe_text words;

    word_clock(program_wall_us(program) - age_us, false, clock);
    surface_words(surface, (struct place){ row, 2, CLOCK_CELLS, false },
                  LOOK(TEXT, 0), clock);
    surface_label(surface, (struct place){ row, KIND_AT, KIND_CELLS, false },
                  LOOK(TEXT, 0),
                  unsent_kind_word((enum unsent_kind)item->kind));
    safe_text_copy(&words, item->words);
    surface_text(
        surface,
        (struct place){ row, WORDS_AT, state_at - WORDS_AT - 1, false },
        LOOK(TEXT, 0), &words);
    surface_label(surface, (struct place){ row, state_at, STATE_CELLS, true },
                  state_look(item), state_word(item));
    if (n != selected(program))
        return;
    surface_glyph(surface, row, 0, LOOK(TEXT, 0), GLYPH_FOCUS);
    surface_focus(surface, row);
}

static void draw_reason(const struct program *program,
                        const struct surface *surface, int row)
{
    const struct outbox_item *item =
        outbox_at(program->outbox, selected(program));
    struct safe_text words;

    unsent_reason(program, item, &words);
    surface_text(surface, (struct place){ row, 2, 0, false }, state_look(item),
                 &words);
}

static void draw_unsent(const struct program *program,
                        const struct surface *surface)
{
    int shown = surface->rows - 1 - is_reason_shown(program);
    int count = (int)outbox_count(program->outbox);
    int top = (int)selected(program) - shown + 1;
    struct safe_text counted;

    safe_text_format(&counted, "%d", count);
    surface_rule(surface, 0, surface_say(surface, N_("Waiting to be sent")),
                 counted.text);
    for (int i = 0; i < shown && i < count; i++)
        draw_item(program, surface, 1 + i, (size_t)(i + (top > 0 ? top : 0)));
    if (is_reason_shown(program))
        draw_reason(program, surface, surface->rows - 1);
}

static void draw_entry(const struct program *program,
                       const struct surface *surface, int row,
                       const struct link_entry *entry)
{
    char clock[WORD_TIME_SIZE];
    struct safe_text words;
    int used;

    word_clock(entry->wall_us, false, clock);
    surface_words(surface, (struct place){ row, 2, CLOCK_CELLS, false },
                  LOOK(TEXT, 0), clock);
    link_entry_word(entry, surface->style->language, &words);
    used = surface_text(surface, (struct place){ row, KIND_AT, 0, false },
                        LOOK(TEXT, 0), &words);
    if (program->setup.other_count == 0 || !program->session)
        return;
    safe_text_copy(
        &words, endpoint_name(session_server(program->session, entry->server)));
    surface_text(surface, (struct place){ row, KIND_AT + used + 2, 0, false },
                 LOOK(DIM, 0), &words);
}

static void draw_log(const struct program *program,
                     const struct surface *surface)
{
    const struct link_log *log = &program->link_log;

    surface_rule(surface, 0, surface_say(surface, N_("Connection")), NULL);
    for (int row = 1; row < surface->rows && (size_t)row <= log->count; row++)
        draw_entry(program, surface, row, link_log_at(log, (size_t)row - 1));
}

void link_view_draw(struct program *program, const struct surface *surface)
{
    assert(program && surface);
    int rows = unsent_rows(program);
    int most = surface->rows - 2; /* a line of the other list, too */

    if (rows > most)
        rows = most;
    if (rows >= 2 + is_reason_shown(program)) {
        struct surface unsent =
            surface_part(surface, 0, 0, rows, surface->columns);
        draw_unsent(program, &unsent);
    } else {
        rows = 0;
    }
    struct surface log =
        surface_part(surface, rows, 0, surface->rows - rows, surface->columns);
    draw_log(program, &log);
}

bool link_view_input(struct program *program, const struct input *input)
{
    size_t at = selected(program);

    if (input->kind != INPUT_STROKE || outbox_count(program->outbox) == 0)
        return false;
    if (input->stroke == STROKE_UP)
        program->outbox_selected = at > 0 ? at - 1 : 0;
    else if (input->stroke == STROKE_DOWN)
        program->outbox_selected = at + 1;
    else
        return false;
    program->outbox_selected = selected(program);
    return true;
}

static bool is_retry(int action)
{
    return action == DO_RETRY || action == DO_RETRY_LATER ||
           action == DO_RETRY_LINK;
}

static bool is_drop(int action)
{
    return action == DO_DROP || action == DO_DROP_LATER ||
           action == DO_DROP_LINK;
}

/* What the server could not do is tried once a minute, or now. */
static bool has_some_aside(const struct program *program)
{
    for (size_t n = 0; n < outbox_count(program->outbox); n++)
        if (outbox_is_aside(outbox_at(program->outbox, n)))
            return true;
    return false;
}

bool link_view_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const char *reason = NULL;

    if (is_retry(action) && program_is_live(program) &&
        !has_some_aside(program))
        reason = N_("Connected: there is nothing to try.");
    else if (is_drop(action) && outbox_count(program->outbox) == 0)
        reason = N_("Nothing waits to be sent.");
    else if (is_drop(action) &&
             outbox_at(program->outbox, selected(program))->state ==
                 OUTBOX_SENDING)
        reason = N_("It is on its way already.");
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

static void drop(struct program *program)
{
    const struct outbox_item *item =
        outbox_at(program->outbox, selected(program));
    struct safe_text words;

    safe_text_copy(&words, item->words);
    outbox_remove(program->outbox, item->id);
    unsent_file_write(program);
    ui_say(program->ui, SEVERITY_INFO,
           program_text(program, N_("Dropped, and not sent: %s")), words.text);
}

/* The popup. */

static void popup_draw(void *state, const struct surface *surface)
{
    struct program *program = *(struct program **)state;

    link_view_draw(program, surface);
    if (outbox_count(program->outbox) == 0)
        surface_cursor(surface, 0, 1, true);
}

static bool popup_input(void *state, const struct input *input)
{
    return link_view_input(*(struct program **)state, input);
}

static void popup_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = 17;
    *ret_columns = 76;
}

static const struct view_kind popup_kind = {
    .name = N_("Link"),
    .scopes = { SCOPE_LINK },
    .is_popup = true,
    .draw = popup_draw,
    .input = popup_input,
    .size = popup_size,
    .free = free,
};

static int popup_push(struct program *program)
{
    struct program **state = malloc(sizeof(*state));

    if (!state)
        return -ENOMEM;
    *state = program;
    return ui_push(program->ui, &popup_kind, state);
}

static void retry(struct program *program)
{
    session_retry(program->session);
    outbox_hurry(program->outbox);
    unsent_look(program);
}

bool link_view_run(struct program *program, int action)
{
    if (action == DO_GO_LINK)
        (void)popup_push(program);
    else if (is_retry(action) && program->session)
        retry(program);
    else if (is_drop(action))
        drop(program);
    else
        return false;
    return true;
}
