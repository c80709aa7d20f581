/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the recordings' screen, and what they do. */

#include "console/recordings.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/bulk.h"
#include "console/download.h"
#include "console/erasure.h"
#include "console/key.h"
#include "console/ladder_view.h"
#include "console/player.h"
#include "console/recordings_inside.h"
#include "console/shelf_table.h"
#include "lang/failure.h"
#include "tui/confirm.h"

/* Deleting. */

static void take_deletion(void *owner, const struct outcome *outcome)
{
    struct recordings *recordings = owner;

    if (outcome->is_done) {
        shelf_drop(recordings->shelf, recordings->deleted_id);
        ui_say(
            recordings->program->ui, SEVERITY_INFO,
            program_text(recordings->program, N_("Recording %s is deleted.")),
            recordings->subject);
    }
    recordings->deleted_id = 0;
}

static void answer_deletion(void *arg, bool is_yes)
{
    struct recordings *recordings = arg;

    struct errand errand = { .route = ROUTE_RECORDING_DELETE,
                             .id = recordings->subject_id,
                             .done = take_deletion,
                             .owner = recordings };

    if (is_yes && program_send(recordings->program, &errand))
        recordings->deleted_id = errand.id;
}

static void ask_deletion(struct recordings *recordings)
{
    const struct shelf_row *row = recordings_selected(recordings);
    struct safe_text when, caller, agent, head;

    recordings_word_when(recordings, row, &when);
    recordings_word_caller(recordings, row, &caller);
    recordings_word_agent(recordings, row, &agent);
    safe_text_format(&head, "%s  %s", when.text, agent.text);
    recordings->subject_id = row->recording.recording_id;
    snprintf(recordings->subject, sizeof(recordings->subject), "%" PRIu64,
             recordings->subject_id);
    confirm_push(recordings->program->ui,
                 &(struct confirm){
                     .title = N_("Delete this recording"),
                     .lines = { head.text, caller.text,
                                N_("Nobody will hear it again. x exports it "
                                   "first.") },
                     .name = recordings->subject,
                     .yes = N_("Delete"),
                     .answer = answer_deletion,
                     .arg = recordings,
                 });
}

/* Keys. */

static void sort_next(struct recordings *recordings)
{
    enum shelf_order order = shelf_sorted(recordings->shelf);

    shelf_sort(recordings->shelf,
               (enum shelf_order)((order + 1) % SHELF_ORDERS));
}

static void export(struct recordings *recordings)
{
    struct program *program = recordings->program;

    if (table_marked(recordings->table) > 0) {
        recordings_ask_bulk(recordings, BULK_EXPORT);
        return;
    }

    const struct shape_recording *recording =
        &recordings_selected(recordings)->recording;
    int rc = download_begin(program, recording->recording_id, recording->bytes,
                            NULL);
    if (rc < 0)
        ui_say(program->ui, SEVERITY_ERROR, "recording-%" PRIu64 ".wav: %s",
               recording->recording_id,
               failure_text(program_language(program), rc));
}

static void end_export(struct program *program)
{
    if (bulk_runs(program)) {
        bulk_stop(program);
        return;
    }
    download_cancel(program);
    ui_say(program->ui, SEVERITY_INFO, "%s",
           program_text(program, N_("The export has been ended; there is no "
                                    "file.")));
}

static void give(struct recordings *recordings, uint32_t stroke)
{
    const struct input input = { .kind = INPUT_STROKE, .stroke = stroke };

    (void)table_input(recordings->table, &input,
                      ui_now_us(recordings->program->ui));
}

static bool recordings_run(void *state, int action)
{
    struct recordings *recordings = state;
    struct program *program = recordings->program;
    const struct shelf_row *row = recordings_selected(recordings);

    switch (action) {
    case DO_LISTEN:
        player_begin(program, row->recording.recording_id);
        return true;
    case DO_EXPORT:
        export(recordings);
        return true;
    case DO_END_EXPORT:
        end_export(program);
        return true;
    case DO_DELETE_RECORDING:
        if (table_marked(recordings->table) > 0)
            recordings_ask_bulk(recordings, BULK_DELETE);
        else
            ask_deletion(recordings);
        return true;
    case DO_ERASE_CALLER:
        recordings_erase(recordings);
        return true;
    case DO_MARK_RECORDING:
        give(recordings, ' ');
        return true;
    case DO_MARK_RECORDINGS:
        give(recordings, '*');
        return true;
    case DO_SORT_RECORDINGS:
        sort_next(recordings);
        return true;
    case DO_TRACE_RECORDING:
        (void)ladder_view_open(
            program, recordings_selected(recordings)->recording.contact_id);
        return true;
    case DO_SHOW_RECORDING:
        recordings->is_whole = !recordings->is_whole;
        return true;
    case DO_FIND_RECORDINGS:
        if (recordings_search_open(program) < 0)
            ui_say(program->ui, SEVERITY_ERROR, "%s",
                   program_text(program, N_("Out of memory.")));
        return true;
    case DO_RELOAD_RECORDINGS:
        shelf_reload(recordings->shelf);
        return true;
    default:
        return player_run(program, action);
    }
}

/* Esc leads back step by step. */
static bool step_back(struct recordings *recordings)
{
    if (recordings->is_whole)
        recordings->is_whole = false;
    else if (table_marked(recordings->table) > 0)
        table_unmark(recordings->table);
    else
        return false;
    return true;
}

/* The orders a table can make have no use here. */
static bool recordings_input(void *state, const struct input *input)
{
    struct recordings *recordings = state;
    struct program *program = recordings->program;

    if (input->kind == INPUT_STROKE &&
        (input->stroke == 's' || input->stroke == 'S'))
        return false;
    if (input->kind == INPUT_STROKE && input->stroke == STROKE_ESCAPE)
        return step_back(recordings);
    enum table_event event =
        table_input(recordings->table, input, ui_now_us(program->ui));
    shelf_table_look_ahead(recordings->shelf, recordings->table);
    if (event == TABLE_OPENED)
        ui_run(program->ui,
               program->player.now.recording_id ? DO_PLAY_PAUSE : DO_LISTEN);
    return event != TABLE_IGNORED;
}

static void recordings_filter(void *state, const char *words)
{
    struct recordings *recordings = state;

    snprintf(recordings->filter, sizeof(recordings->filter), "%s", words);
    table_unmark(recordings->table); /* nothing is marked unseen */
    shelf_filter(recordings->shelf, recordings->filter);
}

static struct table *recordings_view_table(const void *state, int n)
{
    return n == 0 ? ((const struct recordings *)state)->table : NULL;
}

/* Space pauses what plays, and else marks. */
static int recordings_pane(const void *state)
{
    const struct recordings *recordings = state;

    return recordings->program->player.now.recording_id ? SCOPE_PLAYING
                                                        : SCOPE_SHELF;
}

/* Coming and going. */

static void recordings_free(void *state)
{
    struct recordings *recordings = state;

    program_release(recordings->program, TOPIC_QUEUES);
    table_free(recordings->table);
    shelf_free(recordings->shelf);
    errands_forget(recordings->program->errands, recordings);
    bulk_forget(recordings->program, recordings);
    erasure_forget(recordings->program, recordings);
    free(recordings);
}

const struct view_kind recordings_kind = {
    .name = N_("Recordings"),
    .scopes = { SCOPE_RECORDINGS, SCOPE_LIST },
    .draw = recordings_draw,
    .input = recordings_input,
    .run = recordings_run,
    .pane = recordings_pane,
    .filter = recordings_filter,
    .table = recordings_view_table,
    .free = recordings_free,
};

int recordings_open(struct program *program)
{
    assert(program);
    struct recordings *recordings = calloc(1, sizeof(*recordings));

    if (!recordings)
        return -ENOMEM;
    recordings->program = program;
    int rc = recordings_table_new(recordings);
    if (rc == 0)
        rc = shelf_new(program, &shelf_of_recordings, "", &recordings->shelf);
    if (rc < 0) {
        table_free(recordings->table);
        free(recordings);
        return rc;
    }
    program_hold(program, TOPIC_QUEUES);
    if (!player_hindrance(program))
        player_look(program);
    return ui_replace(program->ui, &recordings_kind, recordings);
}
