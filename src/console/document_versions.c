/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions above; below, the selected one beside what is. */

#include "console/document_versions.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_pages.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/document_versions_inside.h"
#include "console/player.h"
#include "console/undo.h"
#include "console/versions.h"
#include "tui/confirm.h"
#include "wire/record_json.h"
#include "wire/setting.h"

/* What the kinds have of their own. */
struct history {
    enum document_kind kind;
    enum topic topic; /* of the rows with their settings */
    enum route_id list, read, change;
    const char *warning;  /* before going back; msgid */
    int back, on, before; /* actions */
};

union document {
    struct event_queue_set queue;
    struct event_prompt_set prompt;
};

struct document_versions {
    struct versions versions;
    const struct history *history;
    uint64_t id;
    struct document_form *form; /* whose tab it is; or NULL */
    union document then;        /* the selected one; version 0: not here yet */
    union document now;         /* what it was compared with */
    union document was;         /* now, when going back was asked for */
    int64_t asked;              /* the version to go back to */
    bool is_sent;
};

static struct program *program_of(const struct document_versions *of)
{
    return of->versions.program;
}

static const struct record *record_of(const struct document_versions *of)
{
    return document_kind_info(of->history->kind)->record;
}

static int64_t version_of(const struct document_versions *of,
                          const union document *document)
{
    return field_get_integer(record_field(record_of(of), "version"), document);
}

static const char *name_of(const struct document_versions *of,
                           const union document *document)
{
    return field_get_text(record_field(record_of(of), "name"), document);
}

static void take_rows(void *owner, const struct outcome *outcome)
{
    struct document_versions *of = owner;
    struct json_t *items =
        outcome->is_done
            ? document_versions_gather(value_get(outcome->value, "items"))
            : NULL;

    if (items)
        versions_take_list(&of->versions, items);
    else if (outcome->is_done)
        errand_word_failure(-ENOMEM, program_language(program_of(of)),
                            &of->versions.complaint);
    else
        of->versions.complaint = outcome->complaint;
}

static void fetch(struct document_versions *of)
{
    (void)program_send(program_of(of),
                       &(struct errand){ .route = of->history->list,
                                         .id = of->id,
                                         .done = take_rows,
                                         .owner = of,
                                         .is_quiet = true });
}

/* A setting that this release does not know yet is as it is there. */
static int read_document(const struct record *record,
                         const struct json_t *value, union document *document)
{
    memset(document, 0, sizeof(*document));
    setting_presets(record, document);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json_t *part = value_get(value, field->name);

        if (part && field_from_json(field, part, document, NULL) < 0)
            return -EPROTO;
    }
    return 0;
}

static void take_version(void *owner, const struct outcome *outcome)
{
    struct document_versions *of = owner;
    const struct replica *rows = program_rows(program_of(of));
    const struct replica_row *row =
        rows ? replica_find(rows, of->history->topic, of->id) : NULL;
    const struct record *record = record_of(of);
    union document then;

    if (!outcome->is_done)
        of->versions.complaint = outcome->complaint;
    else if (!row || read_document(record, outcome->value, &then) < 0)
        errand_word_failure(row ? -EPROTO : -ENOENT,
                            program_language(program_of(of)),
                            &of->versions.complaint);
    else {
        of->then = then;
        memcpy(&of->now, row->fields, record->size);
        versions_take_difference(
            &of->versions, document_versions_differ(program_of(of), record,
                                                    &of->now, &of->then));
    }
}

static void ask(void *owner, int64_t version)
{
    struct document_versions *of = owner;

    memset(&of->then, 0, sizeof(of->then));
    (void)program_send(program_of(of),
                       &(struct errand){ .route = of->history->read,
                                         .id = of->id,
                                         .part_id = (uint64_t)version,
                                         .done = take_version,
                                         .owner = of,
                                         .is_quiet = true });
}

/* The way back. */

static void restored(void *owner, const struct outcome *outcome)
{
    struct document_versions *of = owner;
    struct program *program = program_of(of);
    union document document;

    of->is_sent = false;
    if (!outcome->is_done) {
        ui_say(program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
        fetch(of); /* what is may be another one now */
        return;
    }
    undo_note_change(program, document_list_of(of->history->kind), &of->was,
                     outcome->etag);
    if (of->form &&
        read_document(record_of(of), outcome->value, &document) == 0)
        document_pages_take(of->form, &document, outcome->etag);
    ui_say(program->ui, SEVERITY_INFO,
           program_text(program, N_("%s is as it was in version %lld.")),
           name_of(of, &of->was), (long long)of->asked);
    ui_close(program->ui, of);
}

static void answer(void *arg, bool is_yes)
{
    struct document_versions *of = arg;
    const struct record *record = record_of(of);
    char tag[DOCUMENT_TAG_SIZE];

    if (!is_yes || version_of(of, &of->then) != of->asked)
        return;
    document_tag(record, &of->was, tag);
    of->is_sent =
        program_send(program_of(of),
                     &(struct errand){ .route = of->history->change,
                                       .id = of->id,
                                       .match = tag,
                                       .body = document_body(record, &of->then),
                                       .done = restored,
                                       .owner = of,
                                       .is_quiet = true });
}

static void go_back(struct document_versions *of)
{
    struct ui *ui = program_of(of)->ui;

    if (of->is_sent || version_of(of, &of->then) == 0 ||
        !of->versions.difference)
        return;
    if (!of->versions.difference[0]) {
        ui_say(ui, SEVERITY_INFO, "%s",
               program_text(program_of(of), of->versions.kind->same));
        return;
    }
    of->asked = version_of(of, &of->then);
    of->was = of->now;
    (void)confirm_push(
        ui, &(struct confirm){
                .title = N_("Back to this version"),
                .lines = { name_of(of, &of->was), of->history->warning },
                .yes = N_("Go back"),
                .answer = answer,
                .arg = of,
            });
}

/* The screen. */

static void word(const void *owner, const struct json_t *item,
                 struct safe_text *ret_text)
{
    document_versions_word(program_of(owner), record_of(owner), item, ret_text);
}

static const struct versions_kind kinds[] = {
    { N_("What going back would change"), N_("The queue is what it was then."),
      ask, word },
    { N_("What going back would change"), N_("The prompt is what it was then."),
      ask, word },
};

static const struct history histories[] = {
    { DOCUMENT_QUEUE, TOPIC_QUEUE_SETTINGS, ROUTE_QUEUE_VERSIONS,
      ROUTE_QUEUE_VERSION, ROUTE_QUEUE_CHANGE,
      N_("Calls that come from now on go by it."), DO_QUEUE_VERSION_BACK,
      DO_QUEUE_DIFFERENCE_ON, DO_QUEUE_DIFFERENCE_BACK },
    { DOCUMENT_PROMPT, TOPIC_PROMPTS, ROUTE_PROMPT_VERSIONS,
      ROUTE_PROMPT_VERSION, ROUTE_PROMPT_CHANGE,
      N_("Callers hear it so from now on."), DO_PROMPT_VERSION_BACK,
      DO_PROMPT_DIFFERENCE_ON, DO_PROMPT_DIFFERENCE_BACK },
};

static bool document_versions_input(void *state, const struct input *input)
{
    return versions_input(&((struct document_versions *)state)->versions,
                          input);
}

static bool document_versions_run(void *state, int action)
{
    struct document_versions *of = state;

    if (action == of->history->back)
        go_back(of);
    else if (action == of->history->on || action == of->history->before)
        versions_page(&of->versions, action == of->history->before);
    else if (action == DO_PROMPT_VERSION_LISTEN)
        player_begin_former(program_of(of), of->id,
                            versions_selected(&of->versions));
    else if (action == DO_PROMPT_VERSION_STOP)
        (void)player_run(program_of(of), DO_PLAY_STOP);
    else if (action == DO_QUEUE_TAB_SAVE && of->form)
        document_pages_save(of->form, of);
    else
        return document_pages_run(of->form, DOCUMENT_PAGE_HISTORY, of, action);
    return true;
}

static void document_versions_draw(void *state, const struct surface *surface)
{
    struct document_versions *of = state;
    int top = document_pages_draw(of->form, DOCUMENT_PAGE_HISTORY, surface);
    struct surface rest =
        surface_part(surface, top, 0, surface->rows - top, surface->columns);

    versions_draw(&of->versions, &rest);
}

/* The page keys turn tabs where there are some; else they move the difference,
   as brackets do in both. */
static int document_versions_pane(const void *state)
{
    return ((const struct document_versions *)state)->form
               ? SCOPE_QUEUE_TAB
               : SCOPE_QUEUE_VERSIONS;
}

/* Over its form it is named already. */
static void document_versions_trail(const void *state,
                                    struct safe_text *ret_name)
{
    const struct document_versions *of = state;
    const char *history = program_text(program_of(of), N_("History"));
    struct safe_text name;

    document_name(program_of(of), of->history->kind, of->id, &name);
    if (of->form)
        safe_text_copy(ret_name, history);
    else
        safe_text_format(ret_name, "%s: %s", name.text, history);
}

static void document_versions_free(void *state)
{
    struct document_versions *of = state;

    errands_forget(program_of(of)->errands, of);
    versions_done(&of->versions);
    free(of);
}

static int prompt_versions_pane(const void *state)
{
    (void)state;
    return SCOPE_PROMPT_VERSIONS;
}

static const struct view_kind queue_view = {
    .scopes = { SCOPE_QUEUE_VERSIONS },
    .pane = document_versions_pane,
    .draw = document_versions_draw,
    .input = document_versions_input,
    .run = document_versions_run,
    .trail = document_versions_trail,
    .free = document_versions_free,
};

static const struct view_kind prompt_view = {
    .scopes = { SCOPE_PROMPT_VERSIONS },
    .pane = prompt_versions_pane,
    .draw = document_versions_draw,
    .input = document_versions_input,
    .run = document_versions_run,
    .trail = document_versions_trail,
    .free = document_versions_free,
};

int document_versions_open(struct program *program, enum document_kind kind,
                           uint64_t id, struct document_form *form)
{
    assert(program && id);
    bool is_prompt = kind == DOCUMENT_PROMPT;
    struct document_versions *of = calloc(1, sizeof(*of));

    if (!of)
        return -ENOMEM;
    of->versions.program = program;
    of->versions.kind = &kinds[is_prompt];
    of->versions.owner = of;
    of->history = &histories[is_prompt];
    of->id = id;
    of->form = form;
    fetch(of);
    return ui_push(program->ui, is_prompt ? &prompt_view : &queue_view, of);
}
