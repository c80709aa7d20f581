/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The call above, in fields; below it the rules in their order. */

#include "console/rule_test.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/night_until.h"
#include "console/rule_set.h"
#include "console/rule_test_inside.h"

enum { FORM_ROWS = 12, WAITED_MOST_S = 86400 };

static void test_draw(void *state, const struct surface *surface)
{
    struct rule_test *test = state;
    struct surface top =
        surface_part(surface, 1, 0, FORM_ROWS, surface->columns);
    struct surface low =
        surface_part(surface, FORM_ROWS + 2, 0, surface->rows - FORM_ROWS - 2,
                     surface->columns);

    (void)document_choice_fill(&test->trunk);
    (void)document_choice_fill(&test->queue);
    surface_rule(surface, 0,
                 surface_say(surface, N_("A call that nobody makes")), NULL);
    form_draw(test->form, &top, true);
    surface_rule(surface, FORM_ROWS + 1,
                 surface_say(surface, N_("What each rule says")), NULL);
    rule_test_trace(test, &low);
}

static bool test_input(void *state, const struct input *input)
{
    struct rule_test *test = state;

    switch (form_input(test->form, input)) {
    case FORM_ENTERED:
        rule_test_ask(test);
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
    rule_test_ask(state);
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
    document_choice_done(&test->queue);
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
        { .id = RULE_TEST_CALLER,
          .kind = FORM_TEXT,
          .label = N_("From"),
          .cells = 24 },
        { .id = RULE_TEST_CALLED,
          .kind = FORM_TEXT,
          .label = N_("To"),
          .cells = 24 },
        { .id = RULE_TEST_TRUNK,
          .kind = FORM_CHOICE,
          .label = N_("Trunk"),
          .cells = 24,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &test->trunk },
        { .id = RULE_TEST_DAY,
          .kind = FORM_DATE,
          .label = N_("Day"),
          .cells = 14,
          .start = night_until_today(program_wall_us(test->program)) },
        { .id = RULE_TEST_TIME,
          .kind = FORM_TIME,
          .label = N_("Time"),
          .cells = 8,
          .start = NIGHT_MORNING },
        { .id = RULE_TEST_DATA,
          .kind = FORM_TEXT,
          .label = N_("Data"),
          .cells = 44 },
        { .id = RULE_TEST_QUEUE,
          .kind = FORM_CHOICE,
          .label = N_("Waits in"),
          .cells = 24,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &test->queue },
        { .id = RULE_TEST_WAITED,
          .kind = FORM_DURATION,
          .label = N_("... since"),
          .cells = 8,
          .max = WAITED_MOST_S },
        { .id = RULE_TEST_DAYS,
          .kind = FORM_NUMBER,
          .label = N_("Called, days ago"),
          .cells = 8,
          .min = -1,
          .max = 3650 },
        { .id = RULE_TEST_CONTACT,
          .kind = FORM_NUMBER,
          .label = N_("... or as contact"),
          .cells = 12,
          .min = 1,
          .max = INT64_MAX },
        { .id = RULE_TEST_DISABLED,
          .kind = FORM_CHECK,
          .label = N_("Disabled rules too") },
        { .id = RULE_TEST_DRAFT,
          .kind = FORM_CHECK,
          .label = N_("As the draft has them") },
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
    test->queue = (struct document_choice){ .program = program,
                                            .kind = DOCUMENT_QUEUE,
                                            .has_none = true };
    int rc = make_form(test);
    if (rc == 0)
        rc = document_choice_fill(&test->trunk);
    if (rc == 0)
        rc = document_choice_fill(&test->queue);
    if (rc < 0) {
        test_free(test);
        return rc;
    }
    form_set_number(test->form, RULE_TEST_DAYS, -1);
    form_set_check(test->form, RULE_TEST_DRAFT, rule_set_seq(program) != 0);
    rule_test_ask(test);
    return ui_push(program->ui, &test_kind, test);
}
