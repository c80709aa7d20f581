/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands against a key of the recordings' screen. */

#include "base/mark.h"
#include "console/bulk.h"
#include "console/download.h"
#include "console/erasure.h"
#include "console/key.h"
#include "console/ladder_view.h"
#include "console/player.h"
#include "console/recordings_inside.h"

/* Why not; NULL: it can be done. */

static const char *no_listening(const struct program *program,
                                const struct shelf_row *row)
{
    const char *obstacle = player_obstacle(program);

    if (obstacle)
        return obstacle;
    return row->recording.state == RECORDING_KEPT
               ? NULL
               : N_("There is no sound: it is not whole yet, or is gone.");
}

static const char *no_marked(const struct recordings *recordings,
                             enum bulk_kind kind)
{
    struct marked marked;

    recordings_marked(recordings, kind, &marked);
    return marked.fit > 0 ? NULL
                          : N_("None of the marked ones is whole, or there "
                               "any more.");
}

static const char *no_export(const struct recordings *recordings, int action,
                             const struct shelf_row *row)
{
    const struct program *program = recordings->program;

    if (action == DO_END_EXPORT)
        return download_runs(program) || bulk_runs(program)
                   ? NULL
                   : N_("Nothing is exported.");
    if (download_runs(program) || bulk_runs(program))
        return N_("One export runs already. X ends it.");
    if (table_marked(recordings->table) > 0)
        return no_marked(recordings, BULK_EXPORT);
    return row->recording.state == RECORDING_KEPT && row->recording.bytes > 0
               ? NULL
               : N_("There is no sound: it is not whole yet, or is gone.");
}

static const char *no_deletion(const struct recordings *recordings,
                               const struct shelf_row *row)
{
    if (recordings->deleted_id != 0)
        return N_("One deletion has not been answered yet.");
    if (bulk_runs(recordings->program))
        return N_("Many are worked off just now. X ends it.");
    if (table_marked(recordings->table) > 0)
        return no_marked(recordings, BULK_DELETE);
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
        return no_export(recordings, action, row);
    if (action == DO_SHOW_RECORDING)
        return row ? NULL : N_("No recording is selected.");
    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (!row)
        return N_("No recording is selected.");
    if (action == DO_ERASE_CALLER)
        return erasure_hindrance(program);
    if (action == DO_TRACE_RECORDING)
        return ladder_view_hindrance(program);
    return action == DO_LISTEN   ? no_listening(program, row)
           : action == DO_EXPORT ? no_export(recordings, action, row)
                                 : no_deletion(recordings, row);
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
