/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that is asked for, and asked for again when one was ended. */

#include "console/user_sessions.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/show.h"
#include "lang/format.h"
#include "tui/confirm.h"
#include "tui/table.h"
#include "wire/record_json.h"
#include "wire/shape.h"

enum { MAX_SESSIONS = 1000 };
enum { COLUMN_NUMBER, COLUMN_SINCE, COLUMN_UNTIL, COLUMN_CURRENT };

struct user_sessions {
    struct program *program;
    uint64_t user_id;
    struct table *table;
    struct shape_signed_in *rows; /* owned */
    size_t count;
    bool is_asked;  /* the answer is on its way */
    bool is_failed; /* the last one was none */
    uint64_t ending_id;
};

static const struct table_column columns[] = {
    { N_("Session"), 8, 9, 0, 0, true, true },
    { N_("Signed in"), 17, 20, 0, 1, false, true },
    { N_("Good until"), 17, 20, 0, 2, false, true },
    { N_("This one"), 9, 10, 0, 3, false, false },
};

static size_t source_count(void *arg)
{
    return ((const struct user_sessions *)arg)->count;
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = ((const struct user_sessions *)arg)->rows[row].id;
}

static void show_moment(const struct user_sessions *sessions, int64_t wall_us,
                        struct safe_text *ret_text)
{
    enum language language = program_language(sessions->program);
    char day[FORMAT_SIZE], clock[FORMAT_SIZE];

    format_part(language, FORMAT_DAY, wall_us, NULL, day, sizeof(day));
    format_part(language, FORMAT_CLOCK, wall_us, NULL, clock, sizeof(clock));
    safe_text_format(ret_text, "%s %s", day, clock);
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct user_sessions *sessions = arg;
    const struct shape_signed_in *session = &sessions->rows[row];

    ret_cell->look = LOOK(TEXT, 0);
    switch (column) {
    case COLUMN_NUMBER:
        safe_text_format(&ret_cell->text, "%llu",
                         (unsigned long long)session->id);
        break;
    case COLUMN_SINCE:
        show_moment(sessions, session->created_wall_us, &ret_cell->text);
        break;
    case COLUMN_UNTIL:
        show_moment(sessions, session->expires_wall_us, &ret_cell->text);
        break;
    default:
        safe_text_copy(
            &ret_cell->text,
            session->current ? program_text(sessions->program, N_("yes")) : "");
        break;
    }
}

static int source_compare(void *arg, size_t a, size_t b, int column)
{
    const struct user_sessions *sessions = arg;
    const struct shape_signed_in *one = &sessions->rows[a];
    const struct shape_signed_in *two = &sessions->rows[b];

    if (column == COLUMN_SINCE)
        return (one->created_wall_us > two->created_wall_us) -
               (one->created_wall_us < two->created_wall_us);
    if (column == COLUMN_UNTIL)
        return (one->expires_wall_us > two->expires_wall_us) -
               (one->expires_wall_us < two->expires_wall_us);
    return (one->id > two->id) - (one->id < two->id);
}

/* Asking. */

static void take_list(void *owner, const struct outcome *outcome)
{
    struct user_sessions *sessions = owner;
    const struct record *record = shape_record(SHAPE_SIGNED_IN);
    const struct json_t *items = value_get(outcome->value, "items");
    size_t count = outcome->is_done ? value_count(items) : 0;

    sessions->is_asked = false;
    sessions->is_failed = !outcome->is_done;
    if (count > MAX_SESSIONS)
        count = MAX_SESSIONS;
    struct shape_signed_in *rows = calloc(count + 1, sizeof(*rows));
    if (!rows || !outcome->is_done) {
        free(rows);
        return;
    }
    free(sessions->rows);
    sessions->rows = rows;
    sessions->count = 0;
    for (size_t i = 0; i < count; i++)
        if (record_from_json(record, value_at(items, i), MISSING_KEPT,
                             &rows[sessions->count], NULL) == 0)
            sessions->count++;
}

static void ask_list(struct user_sessions *sessions)
{
    if (!sessions->is_asked)
        sessions->is_asked = program_send(
            sessions->program, &(struct errand){ .route = ROUTE_SESSION_LIST,
                                                 .id = sessions->user_id,
                                                 .done = take_list,
                                                 .owner = sessions });
}

/* A refusal is a message; the list shows what is so, in any case. */
static void take_end(void *owner, const struct outcome *outcome)
{
    struct user_sessions *sessions = owner;

    if (outcome->is_done)
        ui_say(sessions->program->ui, SEVERITY_INFO, "%s",
               program_text(sessions->program, N_("The session has ended.")));
    ask_list(sessions);
}

static void answer_end(void *arg, bool is_yes)
{
    struct user_sessions *sessions = arg;

    if (is_yes)
        program_send(sessions->program,
                     &(struct errand){ .route = ROUTE_SESSION_REMOVE,
                                       .id = sessions->user_id,
                                       .part_id = sessions->ending_id,
                                       .done = take_end,
                                       .owner = sessions });
}

static const struct shape_signed_in *selected(struct user_sessions *sessions)
{
    uint64_t id;

    if (!table_selected_id(sessions->table, &id))
        return NULL;
    for (size_t i = 0; i < sessions->count; i++)
        if (sessions->rows[i].id == id)
            return &sessions->rows[i];
    return NULL;
}

static void ask_end(struct user_sessions *sessions)
{
    const struct shape_signed_in *session = selected(sessions);
    struct safe_text name, since;

    document_name(sessions->program, DOCUMENT_USER, sessions->user_id, &name);
    show_moment(sessions, session->created_wall_us, &since);
    sessions->ending_id = session->id;
    (void)confirm_push(
        sessions->program->ui,
        &(struct confirm){
            .title = N_("End session"),
            .lines = { name.text, since.text,
                       session->current
                           ? N_("It is the one of this console.")
                           : N_("Its console is signed out at once; a call "
                                "goes on.") },
            .yes = N_("End"),
            .answer = answer_end,
            .arg = sessions,
        });
}

/* The view. */

static void draw_empty(const struct user_sessions *sessions,
                       const struct surface *surface)
{
    const char *says = sessions->is_asked    ? N_("Fetching...")
                       : sessions->is_failed ? N_("They could not be fetched.")
                                             : N_("Nobody is signed in as "
                                                  "this user.");

    surface_words(surface, (struct place){ .row = 2, .column = 1 },
                  LOOK(DIM, 0), surface_say(surface, says));
}

static void sessions_draw(void *state, const struct surface *surface)
{
    struct user_sessions *sessions = state;
    struct surface rows =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);

    surface_rule(surface, 0, surface_say(surface, N_("Sessions")), NULL);
    table_draw(sessions->table, &rows, true, ui_now_us(sessions->program->ui));
    if (sessions->count == 0)
        draw_empty(sessions, surface);
}

static bool sessions_input(void *state, const struct input *input)
{
    struct user_sessions *sessions = state;

    switch (
        table_input(sessions->table, input, ui_now_us(sessions->program->ui))) {
    case TABLE_OPENED:
    case TABLE_TAKEN:
        return true;
    default:
        return false;
    }
}

static bool sessions_run(void *state, int action)
{
    struct user_sessions *sessions = state;

    if (action == DO_RELOAD_SESSIONS)
        ask_list(sessions);
    else if (action == DO_END_SESSION)
        ask_end(sessions);
    else
        return false;
    return true;
}

static void sessions_trail(const void *state, struct safe_text *ret_name)
{
    const struct user_sessions *sessions = state;

    document_name(sessions->program, DOCUMENT_USER, sessions->user_id,
                  ret_name);
}

static void sessions_free(void *state)
{
    struct user_sessions *sessions = state;

    errands_forget(sessions->program->errands, sessions);
    table_free(sessions->table);
    free(sessions->rows);
    free(sessions);
}

static struct table *sessions_table(const void *state, int n)
{
    return n == 0 ? ((const struct user_sessions *)state)->table : NULL;
}

static const struct view_kind sessions_kind = {
    .scopes = { SCOPE_USER_SESSIONS, SCOPE_LIST, SCOPE_TABLE },
    .table = sessions_table,
    .draw = sessions_draw,
    .input = sessions_input,
    .run = sessions_run,
    .trail = sessions_trail,
    .free = sessions_free,
};

bool user_sessions_may(const void *arg, int action,
                       struct safe_text *ret_reason)
{
    const struct program *program = arg;
    struct user_sessions *sessions = ui_top(program->ui, &sessions_kind);
    const char *reason =
        !sessions ? N_("Choose a user first, and look at its sessions.")
        : !program_is_live(program) ? N_("Offline: nothing can be changed now.")
        : !selected(sessions)       ? N_("No session is selected.")
                                    : NULL;

    (void)action;
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

int user_sessions_open(struct program *program, uint64_t user_id)
{
    assert(program);
    struct user_sessions *sessions = calloc(1, sizeof(*sessions));

    if (!sessions)
        return -ENOMEM;
    struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .compare = source_compare,
        .arg = sessions,
    };
    sessions->program = program;
    sessions->user_id = user_id;
    int rc = table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                       &source, &sessions->table);
    if (rc < 0) {
        free(sessions);
        return rc;
    }
    table_sort(sessions->table, COLUMN_NUMBER, false);
    ask_list(sessions);
    return ui_push(program->ui, &sessions_kind, sessions);
}
