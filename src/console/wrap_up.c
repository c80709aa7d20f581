/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dispositions by number and by words. */

#include "console/wrap_up.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/callback_wish.h"
#include "console/key.h"
#include "console/unsent.h"
#include "console/word.h"
#include "tui/match.h"
#include "wire/value.h"

static void row_name(const struct event_disposition_set *row,
                     enum language language, struct safe_text *ret_name)
{
    word_name(&(struct word_names){ &row->name, &row->label, &row->label_es,
                                    &row->label_cs },
              language, ret_name);
}

static void search(struct wrap_up *wrap_up)
{
    const struct replica *rows = program_rows(wrap_up->program);

    wrap_up->count = wrap_up->selected = wrap_up->top = 0;
    wrap_up->known = rows ? replica_count(rows, TOPIC_DISPOSITIONS) : 0;
    for (size_t i = 0; i < wrap_up->known && wrap_up->count < WRAP_UP_FOUND;
         i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_DISPOSITIONS, i);
        struct safe_text name;

        row_name(row->fields, program_language(wrap_up->program), &name);
        if (match_words(name.text, wrap_up->words))
            wrap_up->found[wrap_up->count++] = row->id;
    }
}

void wrap_up_begin(struct wrap_up *wrap_up, struct program *program)
{
    wrap_up->program = program;
    wrap_up->words[0] = '\0';
    search(wrap_up);
}

void wrap_up_find(struct wrap_up *wrap_up, const char *words)
{
    snprintf(wrap_up->words, sizeof(wrap_up->words), "%s", words);
    search(wrap_up);
}

bool wrap_up_input(struct wrap_up *wrap_up, const struct input *input)
{
    int to = wrap_up->selected;

    if (input->kind != INPUT_STROKE)
        return false;
    if (input->stroke >= '1' && input->stroke <= '9')
        to = wrap_up->top + (int)(input->stroke - '1');
    else if (input->stroke == STROKE_UP)
        to--;
    else if (input->stroke == STROKE_DOWN)
        to++;
    else
        return false;
    if (to >= 0 && to < wrap_up->count)
        wrap_up->selected = to;
    return true;
}

uint64_t wrap_up_picked(const struct wrap_up *wrap_up)
{
    return wrap_up->selected < wrap_up->count
               ? wrap_up->found[wrap_up->selected]
               : 0;
}

/* What it is called in the list of what waits. */
static void words_of(const struct program *program, uint64_t disposition_id,
                     const char *note, struct safe_text *ret_words)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_DISPOSITIONS, disposition_id);
    struct safe_text name;

    safe_text_copy(&name, program_text(program, N_("without a disposition")));
    if (row)
        row_name(row->fields, program_language(program), &name);
    safe_text_format(ret_words, "%s%s%s", name.text, *note ? ": " : "", note);
}

void wrap_up_save(struct program *program, uint64_t disposition_id,
                  const char *note, enum after_work then, uint64_t reason_id)
{
    const struct topic_agents *agent = program_agent_fields(program);
    uint64_t contact_id = agent ? agent->contact_id : 0;
    struct json_t *body = value_object();
    struct safe_text words;

    value_set_integer(body, "disposition_id", (int64_t)disposition_id);
    value_set_text(body, "note", note);
    value_set_text(body, "then", word_spell(&word_list_after_work, (int)then));
    value_set_integer(body, "reason_id", (int64_t)reason_id);
    value_set_integer(body, "contact_id", (int64_t)contact_id);
    callback_wish_put(program, contact_id, body);
    words_of(program, disposition_id, note, &words);
    if (unsent_wish(program, &(struct unsent_wish){
                                 .kind = UNSENT_DISPOSITION,
                                 .route = ROUTE_AGENT_DISPOSE,
                                 .contact_id = contact_id,
                                 .body = body,
                                 .words = words.text,
                             }))
        callback_wish_sent(program, contact_id);
}

static void draw_row(const struct wrap_up *wrap_up,
                     const struct surface *surface, int row, int n)
{
    const struct replica_row *found = replica_find(
        program_rows(wrap_up->program), TOPIC_DISPOSITIONS, wrap_up->found[n]);
    char digit[2] = { (char)('1' + row), '\0' };
    struct safe_text name;

    if (!found)
        return;
    row_name(found->fields, surface->style->language, &name);
    if (row < 9)
        surface_words(surface, (struct place){ row, 3, 1, false }, LOOK(KEY, 0),
                      digit);
    surface_text(surface, (struct place){ row, 5, 0, false }, LOOK(TEXT, 0),
                 &name);
    if (n != wrap_up->selected)
        return;
    surface_glyph(surface, row, 1, LOOK(TEXT, 0), GLYPH_FOCUS);
    surface_focus(surface, row);
}

void wrap_up_draw(struct wrap_up *wrap_up, const struct surface *surface)
{
    const struct replica *rows = program_rows(wrap_up->program);

    if (wrap_up->known != replica_count(rows, TOPIC_DISPOSITIONS))
        search(wrap_up);
    if (wrap_up->selected < wrap_up->top)
        wrap_up->top = wrap_up->selected;
    if (wrap_up->selected >= wrap_up->top + surface->rows)
        wrap_up->top = wrap_up->selected - surface->rows + 1;
    for (int i = 0; i < surface->rows && wrap_up->top + i < wrap_up->count; i++)
        draw_row(wrap_up, surface, i, wrap_up->top + i);
    if (wrap_up->count == 0)
        surface_label(surface, (struct place){ 0, 5, 0, false }, LOOK(DIM, 0),
                      N_("Nothing is called so."));
}

bool wrap_up_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const struct topic_agents *agent = program_agent_fields(program);
    bool is_live = program_is_live(program);
    const char *reason = NULL;

    /* Offline the call may have ended unseen: then it is the one meant. */
    if (!agent ||
        (is_live ? agent->state != AGENT_ACW : !unsent_has_call(program)))
        reason = N_("There is no call to wrap up.");
    else if (action == DO_CALL_AFTER && agent->calls_nobody_back)
        reason = N_("The queue calls nobody back.");
    else if (!is_live && action == DO_MORE_TIME)
        reason = N_("Offline: more time has to be asked for at once.");
    else if (action == DO_MORE_TIME && agent->wrap_up_left_us < 0)
        reason = N_("There is no time limit.");
    else if (action == DO_MORE_TIME && agent->wrap_up_more_us <= 0)
        reason = N_("The queue allows no more time.");
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}
