/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tests of a flow: which pass, and what the selected one does. */

#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/flow_editor_tests.h"

enum {
    HEAD_ROWS = 2,
    DETAIL_ROWS = 5, /* with the rule above */
    NAME_CELLS = 30,
};

/* What came of it; NULL: it was not run, or had another name then. */
static const struct json_t *result_of(const struct test_list *list,
                                      const char *name)
{
    for (size_t i = 0; i < value_count(list->results); i++) {
        const struct json_t *result = value_at(list->results, i);
        const char *is = value_get_text(result, "name");

        if (is && strcmp(is, name) == 0)
            return result;
    }
    return NULL;
}

static void draw_head(const struct test_list *list,
                      const struct surface *surface)
{
    size_t count = flow_draft_test_count(list->editor->draft);
    size_t passed = 0, failed = 0;
    struct safe_text text;

    for (size_t i = 0; i < count; i++) {
        const struct json_t *result = result_of(list, test_list_name(list, i));

        passed += result && value_get_flag(result, "passed");
        failed += result && !value_get_flag(result, "passed");
    }
    safe_text_format(
        &text, surface_say(surface, N_("tests %zu, passed %zu, failed %zu")),
        count, passed, failed);
    surface_text(surface, (struct place){ 0, 1, 0, false },
                 failed ? LOOK(CRIT, 0) : LOOK(TITLE, 0), &text);
    if (list->complaint.text[0])
        surface_text(surface, (struct place){ 1, 1, 0, false }, LOOK(CRIT, 0),
                     &list->complaint);
    else if (flow_draft_is_dirty(list->editor->draft))
        surface_label(surface, (struct place){ 1, 1, 0, false }, LOOK(WARN, 0),
                      N_("What is tried is what was saved last."));
}

/* "fails at czech"; what was never run says nothing. */
static void word_result(const struct surface *surface,
                        const struct json_t *result, struct safe_text *ret_text)
{
    const char *node = value_get_text(result, "node");

    if (value_get_flag(result, "passed"))
        safe_text_copy(ret_text, surface_say(surface, N_("passed")));
    else if (node && *node)
        safe_text_format(ret_text, surface_say(surface, N_("failed at %s")),
                         node);
    else
        safe_text_copy(ret_text, surface_say(surface, N_("failed")));
}

static void draw_row(const struct test_list *list,
                     const struct surface *surface, int row, size_t index)
{
    const struct json_t *result = result_of(list, test_list_name(list, index));
    bool is_selected = index == list->selected;
    bool has_passed = result && value_get_flag(result, "passed");
    struct safe_text text;

    if (is_selected) {
        surface_glyph(surface, row, 0, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_focus(surface, row);
    }
    if (result)
        surface_glyph(surface, row, 2, has_passed ? LOOK(OK, 0) : LOOK(CRIT, 0),
                      has_passed ? GLYPH_OK : GLYPH_CRIT);
    safe_text_copy(&text, test_list_name(list, index));
    surface_text(surface, (struct place){ row, 4, NAME_CELLS, false },
                 is_selected ? LOOK(TITLE, 0) : LOOK(TEXT, 0), &text);
    if (!result)
        return;
    word_result(surface, result, &text);
    surface_text(surface, (struct place){ row, NAME_CELLS + 6, 0, false },
                 has_passed ? LOOK(DIM, 0) : LOOK(CRIT, 0), &text);
}

static void draw_rows(const struct test_list *list,
                      const struct surface *surface)
{
    size_t count = flow_draft_test_count(list->editor->draft);
    size_t room = surface->rows > 0 ? (size_t)surface->rows : 0;
    size_t first = list->selected >= room ? list->selected - room + 1 : 0;

    if (count == 0)
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      N_("There is no test yet: s in a test run keeps one."));
    for (size_t i = 0; i < room && first + i < count; i++)
        draw_row(list, surface, (int)i, first + i);
}

/* A list of the test as words; an empty one is silence. */
static void word_list_of(const struct json_t *nodes, struct safe_text *ret_text)
{
    char text[SAFE_TEXT_SIZE] = "";
    size_t length = 0;

    for (size_t i = 0; i < value_count(nodes); i++) {
        const char *word = value_as_text(value_at(nodes, i));
        int used = snprintf(text + length, sizeof(text) - length, "%s%s",
                            i > 0 ? " " : "", word && *word ? word : "-");

        if (used < 0 || (size_t)used >= sizeof(text) - length)
            break;
        length += (size_t)used;
    }
    text[length] = '\0';
    safe_text_copy(ret_text, text);
}

static void draw_line(const struct surface *surface, int row, const char *label,
                      const struct safe_text *text)
{
    int column = 3 + surface_label(surface, (struct place){ row, 1, 0, false },
                                   LOOK(DIM, 0), label);

    surface_text(surface, (struct place){ row, column, 0, false },
                 LOOK(TEXT, 0), text);
}

static void draw_detail(const struct test_list *list,
                        const struct surface *surface)
{
    const struct json_t *test =
        flow_draft_test(list->editor->draft, list->selected);
    const struct json_t *result =
        result_of(list, test_list_name(list, list->selected));
    const char *path = value_get_text(result, "path");
    struct safe_text text;

    surface_rule(surface, 0, test_list_name(list, list->selected), NULL);
    word_list_of(value_get(test, "keys"), &text);
    draw_line(surface, 1, N_("Pressed"), &text);
    word_list_of(value_get(test, "expect"), &text);
    draw_line(surface, 2, N_("Expected"), &text);
    safe_text_copy(&text, path ? path : "");
    draw_line(surface, 3, N_("Went"), &text);
}

void test_list_draw(void *state, const struct surface *surface)
{
    struct test_list *list = state;
    size_t count = flow_draft_test_count(list->editor->draft);
    int rows = surface->rows - HEAD_ROWS - DETAIL_ROWS;
    struct surface middle =
        surface_part(surface, HEAD_ROWS, 0, rows, surface->columns);
    struct surface low = surface_part(surface, HEAD_ROWS + rows, 0, DETAIL_ROWS,
                                      surface->columns);

    if (list->selected >= count)
        list->selected = count > 0 ? count - 1 : 0;
    draw_head(list, surface);
    draw_rows(list, &middle);
    if (count > 0)
        draw_detail(list, &low);
}
