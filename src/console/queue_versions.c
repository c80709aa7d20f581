/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions above; below, the selected one beside what is. */

#include "console/queue_versions.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_pages.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/queue_versions_inside.h"
#include "console/undo.h"
#include "console/versions.h"
#include "tui/confirm.h"
#include "wire/record_json.h"
#include "wire/setting.h"

struct queue_versions {
    struct versions versions;
    uint64_t id;
    struct document_form *form;  /* whose tab it is; or NULL */
    struct event_queue_set then; /* the selected one; version 0: not here yet */
    struct event_queue_set now;  /* what it was compared with */
    struct event_queue_set was;  /* now, when going back was asked for */
    int64_t asked;               /* the version to go back to */
    bool is_sent;
};

static struct program *program_of(const struct queue_versions *of)
{
    return of->versions.program;
}

static const struct record *record_of_queue(void)
{
    return document_kind_info(DOCUMENT_QUEUE)->record;
}

static void take_rows(void *owner, const struct outcome *outcome)
{
    struct queue_versions *of = owner;
    struct json_t *items =
        outcome->is_done
            ? queue_versions_gather(value_get(outcome->value, "items"))
            : NULL;

    if (items)
        versions_take_list(&of->versions, items);
    else if (outcome->is_done)
        errand_word_failure(-ENOMEM, program_language(program_of(of)),
                            &of->versions.complaint);
    else
        of->versions.complaint = outcome->complaint;
}

static void fetch(struct queue_versions *of)
{
    (void)program_send(program_of(of),
                       &(struct errand){ .route = ROUTE_QUEUE_VERSIONS,
                                         .id = of->id,
                                         .done = take_rows,
                                         .owner = of,
                                         .is_quiet = true });
}

/* A setting that this release does not know yet is as it is there. */
static int read_queue(const struct json_t *value, struct event_queue_set *queue)
{
    const struct record *record = record_of_queue();

    *queue = (struct event_queue_set){ .id = 0 };
    setting_presets(record, queue);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json_t *part = value_get(value, field->name);

        if (part && field_from_json(field, part, queue, NULL) < 0)
            return -EPROTO;
    }
    return 0;
}

static void take_version(void *owner, const struct outcome *outcome)
{
    struct queue_versions *of = owner;
    const struct replica *rows = program_rows(program_of(of));
    const struct replica_row *row =
        rows ? replica_find(rows, TOPIC_QUEUE_SETTINGS, of->id) : NULL;
    struct event_queue_set then;

    if (!outcome->is_done)
        of->versions.complaint = outcome->complaint;
    else if (!row || read_queue(outcome->value, &then) < 0)
        errand_word_failure(row ? -EPROTO : -ENOENT,
                            program_language(program_of(of)),
                            &of->versions.complaint);
    else {
        of->then = then;
        of->now = *(const struct event_queue_set *)row->fields;
        versions_take_difference(
            &of->versions,
            queue_versions_differ(program_of(of), &of->now, &of->then));
    }
}

static void ask(void *owner, int64_t version)
{
    struct queue_versions *of = owner;

    of->then.version = 0;
    (void)program_send(program_of(of),
                       &(struct errand){ .route = ROUTE_QUEUE_VERSION,
                                         .id = of->id,
                                         .part_id = (uint64_t)version,
                                         .done = take_version,
                                         .owner = of,
                                         .is_quiet = true });
}

/* The way back. */

static void restored(void *owner, const struct outcome *outcome)
{
    struct queue_versions *of = owner;
    struct program *program = program_of(of);
    struct event_queue_set queue;

    of->is_sent = false;
    if (!outcome->is_done) {
        ui_say(program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
        fetch(of); /* what is may be another one now */
        return;
    }
    undo_note_change(program, document_list_of(DOCUMENT_QUEUE), &of->was,
                     outcome->etag);
    if (of->form && read_queue(outcome->value, &queue) == 0)
        document_pages_take(of->form, &queue, outcome->etag);
    ui_say(program->ui, SEVERITY_INFO,
           program_text(program, N_("%s is as it was in version %lld.")),
           of->was.name.text, (long long)of->asked);
    ui_close(program->ui, of);
}

static void answer(void *arg, bool is_yes)
{
    struct queue_versions *of = arg;
    const struct record *record = record_of_queue();
    char tag[DOCUMENT_TAG_SIZE];

    if (!is_yes || of->then.version != of->asked)
        return;
    document_tag(record, &of->was, tag);
    of->is_sent =
        program_send(program_of(of),
                     &(struct errand){ .route = ROUTE_QUEUE_CHANGE,
                                       .id = of->id,
                                       .match = tag,
                                       .body = document_body(record, &of->then),
                                       .done = restored,
                                       .owner = of,
                                       .is_quiet = true });
}

static void go_back(struct queue_versions *of)
{
    struct ui *ui = program_of(of)->ui;

    if (of->is_sent || of->then.version == 0 || !of->versions.difference)
        return;
    if (!of->versions.difference[0]) {
        ui_say(ui, SEVERITY_INFO, "%s",
               program_text(program_of(of), of->versions.kind->same));
        return;
    }
    of->asked = of->then.version;
    of->was = of->now;
    (void)confirm_push(
        ui, &(struct confirm){
                .title = N_("Back to this version"),
                .lines = { of->was.name.text,
                           N_("Calls that come from now on go by it.") },
                .yes = N_("Go back"),
                .answer = answer,
                .arg = of,
            });
}

/* The screen. */

static void word(const void *owner, const struct json_t *item,
                 struct safe_text *ret_text)
{
    queue_versions_word(program_of(owner), item, ret_text);
}

static const struct versions_kind kind = {
    .heading = N_("What going back would change"),
    .same = N_("The queue is what it was then."),
    .ask = ask,
    .word = word,
};

static bool queue_versions_input(void *state, const struct input *input)
{
    return versions_input(&((struct queue_versions *)state)->versions, input);
}

static bool queue_versions_run(void *state, int action)
{
    struct queue_versions *of = state;

    if (action == DO_QUEUE_VERSION_BACK)
        go_back(of);
    else if (action == DO_QUEUE_DIFFERENCE_ON ||
             action == DO_QUEUE_DIFFERENCE_BACK)
        versions_page(&of->versions, action == DO_QUEUE_DIFFERENCE_BACK);
    else if (action == DO_QUEUE_TAB_SAVE && of->form)
        document_pages_save(of->form, of);
    else
        return document_pages_run(of->form, DOCUMENT_PAGE_HISTORY, of, action);
    return true;
}

static void queue_versions_draw(void *state, const struct surface *surface)
{
    struct queue_versions *of = state;
    int top = document_pages_draw(of->form, DOCUMENT_PAGE_HISTORY, surface);
    struct surface rest =
        surface_part(surface, top, 0, surface->rows - top, surface->columns);

    versions_draw(&of->versions, &rest);
}

/* The page keys turn tabs where there are some; else they move the difference,
   as brackets do in both. */
static int queue_versions_pane(const void *state)
{
    return ((const struct queue_versions *)state)->form ? SCOPE_QUEUE_TAB
                                                        : SCOPE_QUEUE_VERSIONS;
}

/* Over its form the queue is named already. */
static void queue_versions_trail(const void *state, struct safe_text *ret_name)
{
    const struct queue_versions *of = state;
    const char *history = program_text(program_of(of), N_("History"));
    struct safe_text name;

    document_name(program_of(of), DOCUMENT_QUEUE, of->id, &name);
    if (of->form)
        safe_text_copy(ret_name, history);
    else
        safe_text_format(ret_name, "%s: %s", name.text, history);
}

static void queue_versions_free(void *state)
{
    struct queue_versions *of = state;

    errands_forget(program_of(of)->errands, of);
    versions_done(&of->versions);
    free(of);
}

static const struct view_kind view_kind = {
    .scopes = { SCOPE_QUEUE_VERSIONS },
    .pane = queue_versions_pane,
    .draw = queue_versions_draw,
    .input = queue_versions_input,
    .run = queue_versions_run,
    .trail = queue_versions_trail,
    .free = queue_versions_free,
};

int queue_versions_open(struct program *program, uint64_t queue_id,
                        struct document_form *form)
{
    assert(program && queue_id);
    struct queue_versions *of = calloc(1, sizeof(*of));

    if (!of)
        return -ENOMEM;
    of->versions.program = program;
    of->versions.kind = &kind;
    of->versions.owner = of;
    of->id = queue_id;
    of->form = form;
    fetch(of);
    return ui_push(program->ui, &view_kind, of);
}
