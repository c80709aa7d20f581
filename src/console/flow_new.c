/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with the name of a new flow, and what it begins as. */

#include "console/flows.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mark.h"
#include "client/flow_template.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/form_popup.h"
#include "console/key.h"
#include "lang/failure.h"
#include "tui/table.h"
#include "wire/flow_text.h"
#include "wire/value.h"

enum { ID_NAME = 1, ID_BEGIN };
enum { WORDS_ROWS = 1, NAME_MAX_CHARACTERS = 63 };

/* The least that can be run. */
static const char least[] =
    "{\"nodes\": [{\"name\": \"start\", \"type\": \"start\", \"next\": "
    "\"hang_up\"}, {\"name\": \"hang_up\", \"type\": \"hang_up\"}]}";

/* What comes with the program is told in words, and first; others by name. */
static const struct beginning {
    const char *name;
    const char *says;
} known[] = {
    { "main", N_("main: a language, sales or support") },
    { "identify", N_("identify: asks for a customer number") },
    { "survey", N_("survey: a question after the talk") },
    { "office-hours", N_("office-hours: a queue, else a message") },
    { "callback", N_("callback: to wait, or a call back") },
};

enum {
    KNOWN = sizeof(known) / sizeof(known[0]),
    ALL_TO_SEE = 11, /* more are a list to choose from */
};

struct flow_new {
    struct form_popup popup; /* first: see form_popup.h */
    struct flow_template templates[FLOW_TEMPLATES]; /* options behind the first
                                                       one */
    size_t count;
    char name[4 * NAME_MAX_CHARACTERS + 1]; /* that was sent */
};

/* Enter opens what is selected. */
static void select_made(struct program *program, const struct outcome *outcome)
{
    struct table *table = ui_table(program->ui);
    int64_t id = value_get_integer(outcome->value, "id", 0);

    if (table && id > 0)
        table_select(table, (uint64_t)id);
}

static void made(void *owner, const struct outcome *outcome)
{
    struct flow_new *making = owner;
    struct program *program = making->popup.program;
    bool is_text = strncmp(outcome->problem.field, "nodes", 5) == 0;

    if (!form_popup_take(&making->popup, outcome, is_text ? ID_BEGIN : ID_NAME))
        return;
    ui_say(program->ui, SEVERITY_INFO,
           program_text(program, N_("%s is added. Enter opens it.")),
           making->name);
    ui_close(program->ui, making);
    select_made(program, outcome);
}

/* What it begins as. */

/* What a node of a template may name. */
static const struct {
    const char *key;
    enum document_kind kind;
} references[] = {
    { "queue", DOCUMENT_QUEUE },
    { "calendar", DOCUMENT_CALENDAR },
    { "box", DOCUMENT_BOX },
};

enum { REFERENCES = sizeof(references) / sizeof(references[0]) };

static bool is_there(const struct program *program, enum document_kind kind,
                     const char *name)
{
    const struct replica *rows = program_rows(program);
    const struct field *field =
        record_field(document_kind_info(kind)->record, "name");

    for (size_t i = 0; i < document_rows(program, document_topic(kind)); i++)
        if (strcmp(
                field_get_text(
                    field, replica_at(rows, document_topic(kind), i)->fields),
                name) == 0)
            return true;
    return false;
}

/* A draft may lack a queue, which the editor tells, but name none that there
   is not. While the queues are not known, the server has to tell. */
static void leave_out(const struct program *program, struct json_t *nodes,
                      const char *key, enum document_kind kind)
{
    if (replica_state(program_rows(program), document_topic(kind)) !=
        REPLICA_LIVE)
        return;
    for (size_t i = 0; i < value_count(nodes); i++) {
        const char *name = value_get_text(value_at(nodes, i), key);

        if (name && !is_there(program, kind, name))
            value_remove(value_at(nodes, i), key);
    }
}

static int read_template(const struct program *program, const char *name,
                         char **ret_text)
{
    char path[FLOW_TEMPLATE_PATH_SIZE], *text = NULL;
    size_t length = 0;
    struct json_t *flow;
    int rc = flow_template_path(name, path);

    if (rc == 0)
        rc = file_read(path, FLOW_TEXT_MAX_LENGTH, &text, &length);
    if (rc == 0)
        rc = value_parse(text, length, FLOW_TEXT_MAX_LENGTH, &flow, NULL);
    free(text);
    if (rc < 0)
        return rc;

    for (size_t i = 0; i < REFERENCES; i++)
        leave_out(program, value_get(flow, "nodes"), references[i].key,
                  references[i].kind);
    text = value_print(flow, VALUE_COMPACT);
    value_free(flow);
    if (!text)
        return -ENOMEM;
    *ret_text = text;
    return 0;
}

static int set_text(const struct flow_new *making, struct json_t *body)
{
    int choice = form_choice(making->popup.form, ID_BEGIN);
    char *text = NULL;

    if (choice == 0)
        return value_set_text(body, "text", least);
    int rc = read_template(making->popup.program,
                           making->templates[choice - 1].name.text, &text);

    if (rc == 0)
        rc = value_set_text(body, "text", text);
    free(text);
    return rc;
}

static void complain(struct form_popup *popup, int rc)
{
    struct safe_text words;

    safe_text_format(
        &words,
        program_text(popup->program, N_("The template cannot be read: %s")),
        failure_text(program_language(popup->program), rc));
    form_popup_complain(popup, ID_BEGIN, words.text);
}

static void make(struct flow_new *making)
{
    struct form_popup *popup = &making->popup;

    if (!form_popup_is_ready(popup))
        return;

    snprintf(making->name, sizeof(making->name), "%s",
             form_text(popup->form, ID_NAME));

    struct json_t *body = value_object();
    int rc = value_set_text(body, "name", making->name);

    if (rc == 0)
        rc = set_text(making, body);
    if (rc == 0)
        rc = value_set_flag(body, "draft", true);
    if (rc < 0) {
        value_free(body);
        complain(popup, rc);
        return;
    }
    form_popup_send(popup, (struct errand){ .route = ROUTE_FLOW_CREATE,
                                            .body = body,
                                            .done = made });
}

/* The popup. */

static void new_draw(void *state, const struct surface *surface)
{
    int last = surface->rows - WORDS_ROWS;
    struct surface form = surface_part(surface, 0, 0, last, surface->columns);

    form_popup_draw(state, &form);
    surface_label(surface, (struct place){ last, 1, 0, false }, LOOK(DIM, 0),
                  N_("a-z 0-9 . _ -, at most 63 of them"));
}

static bool new_input(void *state, const struct input *input)
{
    struct flow_new *making = state;
    enum form_event event = form_input(making->popup.form, input);

    if (event == FORM_ENTERED)
        make(making);
    return event != FORM_IGNORED;
}

static void new_size(const void *state, int *ret_rows, int *ret_columns)
{
    form_popup_size(state, ret_rows, ret_columns);
    *ret_rows += WORDS_ROWS;
}

static void new_free(void *state)
{
    struct flow_new *making = state;

    for (size_t i = 0; i < REFERENCES; i++)
        program_release(making->popup.program,
                        document_topic(references[i].kind));
    form_popup_done(&making->popup);
    free(making);
}

static const struct view_kind new_kind = {
    .name = N_("New flow"),
    .hint = N_("Enter adds it   Tab moves   Esc leaves"),
    .is_popup = true,
    .draw = new_draw,
    .input = new_input,
    .is_typing = form_popup_is_typing,
    .size = new_size,
    .free = new_free,
};

static int count_beginnings(const void *arg)
{
    const struct flow_new *making = arg;

    return (int)making->count + 1;
}

/* One's own does not do what the program's of that name does. */
static const struct beginning *known_as(const struct flow_template *one)
{
    for (size_t i = 0; i < KNOWN && !one->is_own; i++)
        if (strcmp(known[i].name, one->name.text) == 0)
            return &known[i];
    return NULL;
}

static void show_beginning(const void *arg, int n, const struct style *style,
                           struct safe_text *ret_text)
{
    const struct flow_new *making = arg;
    const char *words = N_("Hang up: nothing else yet");

    if (n > 0) {
        const struct flow_template *one = &making->templates[n - 1];
        const struct beginning *is = known_as(one);

        if (!is) {
            safe_text_copy(ret_text, one->name.text);
            return;
        }
        words = is->says;
    }
    safe_text_copy(ret_text, lang_text(style->language, words));
}

static int rank_of(const struct flow_template *one)
{
    const struct beginning *is = known_as(one);

    return is ? (int)(is - known) : KNOWN;
}

static int compare(const void *a, const void *b)
{
    const struct flow_template *one = a, *other = b;
    int left = rank_of(one), right = rank_of(other);

    return left != right ? left - right
                         : strcmp(one->name.text, other->name.text);
}

static int make_form(struct flow_new *making, struct program *program)
{
    const struct form_field fields[] = {
        { .id = ID_NAME,
          .kind = FORM_TEXT,
          .label = N_("Short name"),
          .max = NAME_MAX_CHARACTERS,
          .is_required = true },
        { .id = ID_BEGIN,
          .kind = making->count < ALL_TO_SEE ? FORM_RADIO : FORM_CHOICE,
          .label = N_("It begins as"),
          .cells = 40,
          .options = count_beginnings,
          .option = show_beginning,
          .arg = making },
    };

    return form_popup_init(&making->popup, program, fields,
                           (int)(sizeof(fields) / sizeof(*fields)));
}

int flow_new_open(struct program *program)
{
    assert(program);
    struct flow_new *making = calloc(1, sizeof(*making));
    int rc = -ENOMEM;

    if (making) {
        making->count = flow_template_list(making->templates);
        qsort(making->templates, making->count, sizeof(making->templates[0]),
              compare);
        rc = make_form(making, program);
    }

    if (rc < 0) {
        free(making);
        return rc;
    }
    for (size_t i = 0; i < REFERENCES; i++)
        program_hold(program, document_topic(references[i].kind));
    return ui_push(program->ui, &new_kind, making);
}
