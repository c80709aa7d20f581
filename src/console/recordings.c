/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the recordings' screen, and what they do. */

#include "console/recordings.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/download.h"
#include "console/key.h"
#include "console/player.h"
#include "console/recordings_inside.h"
#include "tui/confirm.h"

/* Why not; NULL: it can be done. */

static const char *no_listening(const struct program *program,
                                const struct shelf_row *row)
{
    const struct replica_row *found = program_agent(program);
    const struct topic_agents *agent = found ? found->fields : NULL;
    const char *hindrance = player_hindrance(program);

    if (hindrance)
        return hindrance;
    if (program->player.now.recording_id != 0)
        return N_("Your phone plays one already. s stops it.");
    if (agent && !agent->reachable)
        return N_("Your phone cannot be reached. Is it registered?");
    if (agent && agent->contact_id != 0)
        return N_("Your phone is in use. Listen when the call is over.");
    return row->recording.state == RECORDING_KEPT
               ? NULL
               : N_("There is no sound: it is not whole yet, or is gone.");
}

static const char *no_export(const struct program *program, int action,
                             const struct shelf_row *row)
{
    if (action == DO_END_EXPORT)
        return download_runs(program) ? NULL : N_("Nothing is exported.");
    if (!program_may(program, PERMISSION_RECORDING_LISTEN))
        return N_("This needs the right recording.listen.");
    if (download_runs(program))
        return N_("One export runs already. X ends it.");
    return row->recording.state == RECORDING_KEPT && row->recording.bytes > 0
               ? NULL
               : N_("There is no sound: it is not whole yet, or is gone.");
}

static const char *no_deletion(const struct program *program,
                               const struct shelf_row *row)
{
    if (!program_may(program, PERMISSION_RECORDING_DELETE))
        return N_("This needs the right recording.delete.");
    return row->recording.state == RECORDING_KEPT ||
                   row->recording.state == RECORDING_LOST
               ? NULL
               : N_("It is not whole yet, or is gone already.");
}

static const char *find_reason(struct recordings *recordings, int action)
{
    const struct program *program = recordings->program;
    const struct shelf_row *row = recordings_selected(recordings);

    if (action == DO_END_EXPORT)
        return no_export(program, action, row);
    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (!row)
        return N_("No recording is selected.");
    return action == DO_LISTEN   ? no_listening(program, row)
           : action == DO_EXPORT ? no_export(program, action, row)
                                 : no_deletion(program, row);
}

bool recordings_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    struct recordings *recordings = ui_top(program->ui, &recordings_kind);
    const char *reason = recordings
                             ? find_reason(recordings, action)
                             : N_("This is done among the recordings: g l.");

    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

/* Deleting. */

static void take_deletion(void *owner, const struct outcome *outcome)
{
    struct recordings *recordings = owner;

    if (!outcome->is_done)
        return;
    shelf_drop(recordings->shelf, recordings->subject_id);
    ui_say(recordings->program->ui, SEVERITY_INFO,
           program_text(recordings->program, N_("Recording %s is deleted.")),
           recordings->subject);
}

static void answer_deletion(void *arg, bool is_yes)
{
    struct recordings *recordings = arg;

    if (is_yes)
        program_send(recordings->program,
                     &(struct errand){ .route = ROUTE_RECORDING_DELETE,
                                       .id = recordings->subject_id,
                                       .done = take_deletion,
                                       .owner = recordings });
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
        download_begin(program, row->recording.recording_id,
                       row->recording.bytes);
        return true;
    case DO_END_EXPORT:
        download_cancel(program);
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("The export has been ended; there is "
                                        "no file.")));
        return true;
    case DO_DELETE_RECORDING:
        ask_deletion(recordings);
        return true;
    case DO_RELOAD_RECORDINGS:
        shelf_reload(recordings->shelf);
        return true;
    default:
        return player_run(program, action);
    }
}

/* As far as a page below what is in sight. */
static void fetch_ahead(struct recordings *recordings)
{
    size_t page = (size_t)table_page(recordings->table);
    size_t at = table_selected(recordings->table);

    shelf_want(recordings->shelf, (at == SIZE_MAX ? 0 : at) + 2 * page);
}

/* What a table can do besides, marks and orders, has no use here. */
static bool recordings_input(void *state, const struct input *input)
{
    struct recordings *recordings = state;
    struct program *program = recordings->program;

    if (input->kind == INPUT_STROKE &&
        (input->stroke == '*' || input->stroke == 'S'))
        return false;
    enum table_event event =
        table_input(recordings->table, input, ui_now_us(program->ui));
    fetch_ahead(recordings);
    if (event == TABLE_OPENED)
        ui_run(program->ui,
               program->player.now.recording_id ? DO_PLAY_PAUSE : DO_LISTEN);
    return event != TABLE_IGNORED;
}

static void recordings_filter(void *state, const char *words)
{
    struct recordings *recordings = state;

    snprintf(recordings->filter, sizeof(recordings->filter), "%s", words);
    shelf_filter(recordings->shelf, recordings->filter);
}

/* Coming and going. */

static void recordings_free(void *state)
{
    struct recordings *recordings = state;

    program_release(recordings->program, TOPIC_QUEUES);
    table_free(recordings->table);
    shelf_free(recordings->shelf);
    errands_forget(recordings->program->errands, recordings);
    free(recordings);
}

const struct view_kind recordings_kind = {
    .name = N_("Recordings"),
    .scopes = { SCOPE_RECORDINGS, SCOPE_LIST },
    .draw = recordings_draw,
    .input = recordings_input,
    .run = recordings_run,
    .filter = recordings_filter,
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
        rc = shelf_new(program, &recordings->shelf);
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
