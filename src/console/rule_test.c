/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The call above, in fields; below it the rules in their order. */

#include "console/rule_test.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_choice.h"
#include "console/document_value.h"
#include "console/key.h"
#include "core/words.h"
#include "tui/form.h"
#include "wire/shape.h"
#include "wire/word_label.h"

enum {
    FIELD_CALLER = 1,
    FIELD_CALLED,
    FIELD_TRUNK,
    FIELD_DATA,
    FIELD_DAYS,
    FIELD_CONTACT,
    FIELD_DRAFTS,
};

enum { FORM_ROWS = 8, NAME_CELLS = 20, RESULT_CELLS = 22 };

struct rule_test {
    struct program *program;
    struct form *form;
    struct document_choice trunk;
    struct json_t *found; /* of the answer; NULL: not here yet */
    struct safe_text complaint;
    size_t top; /* first row of the trace that is drawn */
};

/* Asking. */

static void take_found(void *owner, const struct outcome *outcome)
{
    struct rule_test *test = owner;

    test->found = value_free(test->found);
    test->top = 0;
    safe_text_copy(&test->complaint, "");
    if (outcome->is_done)
        test->found = value_share(value_get(outcome->value, "items"));
    else
        test->complaint = outcome->complaint;
}

static int put_number(const struct rule_test *test, struct json_t *body, int id,
                      const char *name)
{
    int64_t number;

    if (form_number(test->form, id, &number) < 0)
        return 0;
    return value_set_integer(body, name, number);
}

static struct json_t *body_of(struct rule_test *test)
{
    struct json_t *body = value_object();
    int64_t trunk_id = document_choice_value(
        &test->trunk, form_choice(test->form, FIELD_TRUNK));
    int rc =
        value_set_text(body, "caller", form_text(test->form, FIELD_CALLER));

    rc |= value_set_text(body, "called", form_text(test->form, FIELD_CALLED));
    rc |= value_set_text(body, "data", form_text(test->form, FIELD_DATA));
    rc |= value_set_integer(body, "trunk_id", trunk_id);
    rc |= value_set_flag(body, "drafts", form_check(test->form, FIELD_DRAFTS));
    rc |= put_number(test, body, FIELD_DAYS, "called_days");
    rc |= put_number(test, body, FIELD_CONTACT, "contact_id");
    return rc == 0 ? body : value_free(body);
}

static void ask(struct rule_test *test)
{
    struct json_t *body = body_of(test);

    errands_forget(test->program->errands, test);
    if (body)
        (void)program_send(test->program, &(struct errand){
                                              .route = ROUTE_RULE_TEST,
                                              .body = body,
                                              .done = take_found,
                                              .owner = test,
                                              .is_quiet = true,
                                          });
}

/* The trace. */

static bool is_result(const struct json_t *row, enum rule_result result)
{
    const char *is = value_get_text(row, "result");

    return is &&
           strcmp(is, word_spell(&word_list_rule_result, (int)result)) == 0;
}

/* "queue sales": where it ends. */
static void word_where(const struct rule_test *test, const struct json_t *row,
                       struct safe_text *ret_text)
{
    const char *to = value_get_text(row, "to");
    int number = to ? word_find(&word_list_destination, to) : -1;
    const char *word =
        number < 0 ? NULL : document_word(&word_list_destination, number);
    int kind = to ? route_destination(to) : -ENOENT;
    struct safe_text name;

    safe_text_copy(&name, "");
    if (kind >= 0)
        document_name(test->program, (enum document_kind)kind,
                      (uint64_t)value_get_integer(row, "to_id", 0), &name);
    safe_text_format(
        ret_text, "%s %s %s",
        glyph_text(ui_style(test->program->ui)->tier, GLYPH_BECOMES),
        word ? program_text(test->program, word) : "", name.text);
}

/* What settled it, with what is so: "queue(sales).waiting < 5 (7)". */
static void word_why(const struct json_t *row, struct safe_text *ret_text)
{
    const char *why = value_get_text(row, "why");
    const char *is = value_get_text(row, "is");

    if (why && is && *is)
        safe_text_format(ret_text, "%s (%s)", why, is);
    else
        safe_text_copy(ret_text, why ? why : "");
}

static void draw_row(const struct rule_test *test,
                     const struct surface *surface, int at,
                     const struct json_t *row)
{
    bool leads = is_result(row, RULE_MATCHES);
    struct look look = leads                            ? LOOK(OK, 0)
                       : is_result(row, RULE_NOT_ASKED) ? LOOK(DIM, 0)
                                                        : LOOK(TEXT, 0);
    const char *result = value_get_text(row, "result");
    const char *name = value_get_text(row, "name");
    bool is_entry = value_get_integer(row, "rule_id", 0) == 0;
    struct safe_text text;

    if (leads)
        surface_glyph(surface, at, 1, look, GLYPH_RUN);
    safe_text_copy(&text, name && *name ? name : "");
    if (is_entry && !text.text[0])
        safe_text_copy(&text, surface_say(surface, N_("no entry")));
    surface_text(surface, (struct place){ at, 3, NAME_CELLS, false }, look,
                 &text);
    surface_label(
        surface, (struct place){ at, 4 + NAME_CELLS, RESULT_CELLS, false },
        look, word_label(&word_list_rule_result, result ? result : ""));
    if (leads)
        word_where(test, row, &text);
    else
        word_why(row, &text);
    surface_text(surface,
                 (struct place){ at, 5 + NAME_CELLS + RESULT_CELLS, 0, false },
                 look, &text);
}

/* The row that leads is in sight. */
static void follow(struct rule_test *test, int rows)
{
    size_t count = value_count(test->found);

    for (size_t i = 0; i < count; i++)
        if (is_result(value_at(test->found, i), RULE_MATCHES) &&
            i >= test->top + (size_t)rows)
            test->top = i + 1 - (size_t)rows;
}

static void draw_trace(struct rule_test *test, const struct surface *surface)
{
    size_t count = value_count(test->found);

    if (test->complaint.text[0])
        surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                     &test->complaint);
    follow(test, surface->rows);
    for (int row = 0; row < surface->rows && test->top + (size_t)row < count;
         row++)
        draw_row(test, surface, row,
                 value_at(test->found, test->top + (size_t)row));
}

/* The screen. */

static void test_draw(void *state, const struct surface *surface)
{
    struct rule_test *test = state;
    struct surface top =
        surface_part(surface, 1, 0, FORM_ROWS, surface->columns);
    struct surface low =
        surface_part(surface, FORM_ROWS + 2, 0, surface->rows - FORM_ROWS - 2,
                     surface->columns);

    (void)document_choice_fill(&test->trunk);
    surface_rule(surface, 0,
                 surface_say(surface, N_("A call that nobody makes")), NULL);
    form_draw(test->form, &top, true);
    surface_rule(surface, FORM_ROWS + 1,
                 surface_say(surface, N_("What each rule says")), NULL);
    draw_trace(test, &low);
}

static bool test_input(void *state, const struct input *input)
{
    struct rule_test *test = state;

    switch (form_input(test->form, input)) {
    case FORM_ENTERED:
        ask(test);
        return true;
    case FORM_IGNORED:
        return false;
    default:
        return true;
    }
}

static bool test_run(void *state, int action)
{
    if (action != DO_RULE_ASK)
        return false;
    ask(state);
    return true;
}

static bool test_is_typing(const void *state)
{
    return form_is_typing(((const struct rule_test *)state)->form);
}

static void test_free(void *state)
{
    struct rule_test *test = state;

    errands_forget(test->program->errands, test);
    value_free(test->found);
    document_choice_done(&test->trunk);
    form_free(test->form);
    free(test);
}

static const struct view_kind test_kind = {
    .name = N_("Test"),
    .scopes = { SCOPE_RULE_TEST },
    .draw = test_draw,
    .input = test_input,
    .run = test_run,
    .is_typing = test_is_typing,
    .free = test_free,
};

static int make_form(struct rule_test *test)
{
    const struct form_field fields[] = {
        { .id = FIELD_CALLER,
          .kind = FORM_TEXT,
          .label = N_("From"),
          .cells = 24 },
        { .id = FIELD_CALLED,
          .kind = FORM_TEXT,
          .label = N_("To"),
          .cells = 24 },
        { .id = FIELD_TRUNK,
          .kind = FORM_CHOICE,
          .label = N_("Trunk"),
          .cells = 24,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &test->trunk },
        { .id = FIELD_DATA,
          .kind = FORM_TEXT,
          .label = N_("Data"),
          .cells = 44 },
        { .id = FIELD_DAYS,
          .kind = FORM_NUMBER,
          .label = N_("Called, days ago"),
          .cells = 8,
          .min = -1,
          .max = 3650 },
        { .id = FIELD_CONTACT,
          .kind = FORM_NUMBER,
          .label = N_("... or as contact"),
          .cells = 12,
          .min = 1,
          .max = INT64_MAX },
        { .id = FIELD_DRAFTS,
          .kind = FORM_CHECK,
          .label = N_("Disabled rules too") },
    };

    return form_new(fields, (int)(sizeof(fields) / sizeof(fields[0])),
                    &test->form);
}

int rule_test_open(struct program *program)
{
    assert(program);
    struct rule_test *test = calloc(1, sizeof(*test));

    if (!test)
        return -ENOMEM;
    test->program = program;
    test->trunk = (struct document_choice){ .program = program,
                                            .kind = DOCUMENT_TRUNK,
                                            .has_none = true };
    int rc = make_form(test);
    if (rc == 0)
        rc = document_choice_fill(&test->trunk);
    if (rc < 0) {
        test_free(test);
        return rc;
    }
    form_set_number(test->form, FIELD_DAYS, -1);
    ask(test);
    return ui_push(program->ui, &test_kind, test);
}
