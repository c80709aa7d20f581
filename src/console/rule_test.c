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
#include "core/rule.h"

enum { FORM_ROWS = 12, SEEN_ROWS = 2, HIGH_ROWS = 36, WAITED_MOST_S = 86400 };

/* Who looks at the rules sees the call's first fields only, where there is no
   room for both. */
static int form_height(const struct rule_test *test,
                       const struct surface *surface)
{
    if (surface->rows >= HIGH_ROWS)
        return form_rows(test->form, surface->columns);

    return test->on_trace ? SEEN_ROWS : FORM_ROWS;
}

static void test_draw(void *state, const struct surface *surface)
{
    struct rule_test *test = state;
    int rows = form_height(test, surface);
    struct surface top = surface_part(surface, 1, 0, rows, surface->columns);
    struct surface low = surface_part(
        surface, rows + 2, 0, surface->rows - rows - 2, surface->columns);

    (void)rule_test_fill(test);
    surface_rule(surface, 0,
                 surface_say(surface, N_("A call that nobody makes")), NULL);
    form_draw(test->form, &top, !test->on_trace);
    surface_rule(surface, rows + 1,
                 surface_say(surface, N_("What each rule says")), NULL);
    rule_test_trace(test, &low);
}

static bool test_input(void *state, const struct input *input)
{
    struct rule_test *test = state;

    if (test->on_trace)
        return rule_test_move(test, input);
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
    struct rule_test *test = state;

    switch (action) {
    case DO_RULE_ASK:
        rule_test_ask(test);
        return true;
    case DO_RULE_SIDE:
        test->on_trace = !test->on_trace;
        return true;
    case DO_RULE_NEXT_HIT:
        rule_test_next(test);
        return true;
    default:
        return false;
    }
}

static bool test_is_typing(const void *state)
{
    const struct rule_test *test = state;

    return !test->on_trace && form_is_typing(test->form);
}

static int test_pane(const void *state)
{
    return ((const struct rule_test *)state)->on_trace ? SCOPE_RULE_TRACE
                                                       : SCOPE_RULE_TEST;
}

/* From the rules back to the call. */
static bool test_leave(void *state)
{
    struct rule_test *test = state;
    bool stays = test->on_trace;

    test->on_trace = false;
    return stays;
}

static void test_free(void *state)
{
    struct rule_test *test = state;

    errands_forget(test->program->errands, test);
    value_free(test->found);
    document_choice_done(&test->trunk);
    document_choice_done(&test->queue);
    document_choice_done(&test->agent);
    document_choice_done(&test->last_queue);
    document_choice_done(&test->language);
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
    .pane = test_pane,
    .leave = test_leave,
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
        { .id = RULE_TEST_AGENT,
          .kind = FORM_CHOICE,
          .label = N_("... last agent"),
          .cells = 24,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &test->agent },
        { .id = RULE_TEST_LAST_QUEUE,
          .kind = FORM_CHOICE,
          .label = N_("... last queue"),
          .cells = 24,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &test->last_queue },
        { .id = RULE_TEST_LANGUAGE,
          .kind = FORM_CHOICE,
          .label = N_("Language in line"),
          .cells = 24,
          .options = document_choice_count,
          .option = document_choice_option,
          .arg = &test->language },
        { .id = RULE_TEST_DRAW,
          .kind = FORM_NUMBER,
          .label = N_("Lot, 0 to 9999"),
          .cells = 8,
          .min = 0,
          .max = RULE_DRAWS - 1 },
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
    test->agent = (struct document_choice){ .program = program,
                                            .kind = DOCUMENT_AGENT,
                                            .has_none = true };
    test->last_queue = test->queue;
    test->language = (struct document_choice){ .program = program,
                                               .words = &word_list_speech };
    int rc = make_form(test);
    if (rc == 0)
        rc = rule_test_fill(test);
    if (rc < 0) {
        test_free(test);
        return rc;
    }
    form_set_number(test->form, RULE_TEST_DAYS, -1);
    form_set_check(test->form, RULE_TEST_DRAFT, rule_set_seq(program) != 0);
    rule_test_ask(test);
    return ui_push(program->ui, &test_kind, test);
}
