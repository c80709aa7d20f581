/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each allocation fails in turn: it is refused, and nothing is lost. */

#include <errno.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"
#include "tests/tui/sample.h"
#include "tui/confirm.h"
#include "tui/help.h"
#include "tui/palette.h"
#include "tui/reply.h"

static int64_t now(void *arg)
{
    (void)arg;
    return 0;
}

static int make_ui(void)
{
    struct ui_setup setup = {
        .rows = 10, .columns = 40, .now_us = now, .wall_us = now
    };
    struct ui *ui = NULL;
    int rc = ui_new(&setup, &ui);

    ui_free(ui);
    return rc;
}

static int make_grid(void)
{
    struct grid *grid = NULL;
    int rc = grid_new(10, 40, &grid);

    grid_free(grid);
    return rc;
}

static int make_form(void)
{
    static const struct form_field fields[] = {
        { .id = 1, .kind = FORM_TEXT, .label = "Name" },
        { .id = 2, .kind = FORM_NOTES, .label = "Notes" },
    };
    struct form *form = NULL;
    int rc = form_new(fields, 2, &form);

    form_free(form);
    return rc;
}

static int make_reply(void)
{
    struct reply reply;
    int rc = reply_init(&reply);

    reply_done(&reply);
    return rc;
}

static const struct memory_row {
    const char *says;
    int (*make)(void);
} memory_rows[] = {
    { "an interface", make_ui },
    { "a grid", make_grid },
    { "a form", make_form },
    { "an automaton", make_reply },
};

static void each_allocation_fails_once(void **state)
{
    const struct memory_row *row = *state;
    int rc = -ENOMEM, blocks = live_blocks(), failures = 0;

    while (rc == -ENOMEM) {
        fail_alloc_after(failures++);
        rc = row->make();
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_int_equal(live_blocks(), blocks);
        assert_true(rc == 0 || rc == -ENOMEM);
        assert_true(failures < 100);
    }
    assert_true(failures > 1);
}

static void answer(void *arg, bool is_yes)
{
    (void)arg;
    (void)is_yes;
}

/* Without memory popups do not come, and everything else goes on. */
static void popups_are_refused(void **state)
{
    struct sample sample;
    struct confirm confirm = {
        .title = "T", .lines = { "L" }, .yes = "Y", .answer = answer
    };

    (void)state;
    sample_init(&sample, 24, 80,
                (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    fail_alloc_after(0);
    assert_int_equal(confirm_push(sample.ui, &confirm), -ENOMEM);
    assert_int_equal(help_push(sample.ui), -ENOMEM);
    assert_int_equal(palette_push(sample.ui), -ENOMEM);
    sample_press(&sample, "F9 ? : M j Space s");
    ui_input(sample.ui,
             &(struct input){ .kind = INPUT_RESIZE, .row = 30, .column = 90 });
    assert_int_equal(grid_rows(ui_draw(sample.ui)), 24);
    sample_press(&sample, "e");
    sample_type(&sample, "typed");
    assert_string_equal(form_text(sample.form, SAMPLE_NAME), "typed");
    form_focus(sample.form, SAMPLE_NOTES);
    sample_type(&sample, "noted");
    assert_string_equal(form_text(sample.form, SAMPLE_NOTES), "noted");
    fail_alloc_after(FAIL_NO_ALLOC);
    sample_done(&sample);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, each_allocation_fails_once, memory_rows);
    TEST_LIST_ADD(&list, popups_are_refused);
    return test_list_run(&list);
}
