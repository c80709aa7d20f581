/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that is worked off; what fails is told and passed over. */

#include "console/bulk.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/download.h"
#include "console/program.h"
#include "lang/failure.h"

static void go_on(struct program *program);

static void note_failure(struct program *program, const char *complaint)
{
    struct bulk *bulk = &program->bulk;
    char number[24];

    bulk->failed++;
    snprintf(number, sizeof(number), "%" PRIu64,
             bulk->items[bulk->next - 1].recording_id);
    ui_say(program->ui, SEVERITY_WARNING,
           program_text(program, N_("Recording %s: %s")), number, complaint);
}

/* One of the list. */

static void take_export(struct program *program, const char *complaint)
{
    if (complaint)
        note_failure(program, complaint);
    else
        program->bulk.done++;
    go_on(program);
}

static void take_deletion(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;
    struct bulk *bulk = &program->bulk;

    if (!outcome->is_done) {
        note_failure(program, outcome->complaint.text);
    } else {
        bulk->done++;
        if (bulk->gone)
            bulk->gone(bulk->owner, bulk->items[bulk->next - 1].recording_id);
    }
    go_on(program);
}

/* @return whether an answer is to come */
static bool begin_export(struct program *program, const struct bulk_item *item)
{
    int rc =
        download_begin(program, item->recording_id, item->bytes, take_export);

    if (rc < 0)
        note_failure(program, failure_text(program_language(program), rc));
    return rc == 0;
}

static bool begin_deletion(struct program *program,
                           const struct bulk_item *item)
{
    bool is_sent = program_send(program, &(struct errand){
                                             .route = ROUTE_RECORDING_DELETE,
                                             .id = item->recording_id,
                                             .done = take_deletion,
                                             .owner = program,
                                             .is_quiet = true,
                                         });

    if (!is_sent) /* why has been said */
        program->bulk.failed++;
    return is_sent;
}

/* The whole. */

static void say_end(struct program *program)
{
    const struct bulk *bulk = &program->bulk;
    enum language language = program_language(program);
    int done = (int)bulk->done;

    if (bulk->done < bulk->count)
        ui_say(program->ui,
               bulk->failed > 0 ? SEVERITY_ERROR : SEVERITY_WARNING,
               lang_text(language, bulk->kind == BULK_EXPORT
                                       ? N_("Exported: %d, failed: %d, not "
                                            "tried: %d. M tells why.")
                                       : N_("Deleted: %d, failed: %d, not "
                                            "tried: %d. M tells why.")),
               done, (int)bulk->failed,
               (int)(bulk->count - bulk->done - bulk->failed));
    else if (bulk->kind == BULK_EXPORT)
        ui_say(program->ui, SEVERITY_INFO,
               P_(language, "%d recording is written here.",
                  "%d recordings are written here.", bulk->done),
               done);
    else
        ui_say(program->ui, SEVERITY_INFO,
               P_(language, "%d recording is deleted.",
                  "%d recordings are deleted.", bulk->done),
               done);
}

static void finish(struct program *program)
{
    say_end(program);
    free(program->bulk.items);
    program->bulk = (struct bulk){ .kind = BULK_NONE };
}

static void go_on(struct program *program)
{
    struct bulk *bulk = &program->bulk;

    while (bulk->next < bulk->count && bulk->failed < BULK_MAX_FAILURES &&
           !bulk->is_stopped) {
        const struct bulk_item *item = &bulk->items[bulk->next++];

        if (bulk->kind == BULK_EXPORT ? begin_export(program, item)
                                      : begin_deletion(program, item))
            return;
    }
    if (bulk->kind != BULK_NONE)
        finish(program);
}

void bulk_begin(struct program *program, enum bulk_kind kind,
                struct bulk_item *items, size_t count,
                void (*gone)(void *owner, uint64_t recording_id), void *owner)
{
    assert(program && kind != BULK_NONE && items && count > 0);
    assert(!bulk_runs(program) && !download_runs(program));

    program->bulk = (struct bulk){
        .kind = kind,
        .items = items,
        .count = count,
        .began_us = program_now_us(program),
        .gone = gone,
        .owner = owner,
    };
    go_on(program);
}

bool bulk_runs(const struct program *program)
{
    return program->bulk.kind != BULK_NONE;
}

void bulk_stop(struct program *program)
{
    struct bulk *bulk = &program->bulk;

    if (!bulk_runs(program))
        return;
    bulk->is_stopped = true;
    if (bulk->kind != BULK_EXPORT)
        return;
    download_cancel(program);
    bulk->next--; /* it was not whole */
    finish(program);
}

void bulk_forget(struct program *program, const void *owner)
{
    if (program->bulk.owner == owner) {
        program->bulk.gone = NULL;
        program->bulk.owner = NULL;
    }
}

void bulk_progress(const struct program *program, struct progress *ret_progress)
{
    assert(bulk_runs(program) && ret_progress);
    const struct bulk *bulk = &program->bulk;
    size_t tried = bulk->done + bulk->failed;
    int64_t passed_us = program_now_us(program) - bulk->began_us;

    *ret_progress = (struct progress){
        .permille = (int)(tried * 1000 / bulk->count),
        .left_s = tried > 0 && passed_us > 1000000
                      ? passed_us / 1000000 * (int64_t)(bulk->count - tried) /
                            (int64_t)tried
                      : -1,
    };
    safe_text_format(&ret_progress->name,
                     program_text(program, bulk->kind == BULK_EXPORT
                                               ? N_("export %d of %d")
                                               : N_("delete %d of %d")),
                     (int)bulk->next, (int)bulk->count);
}
