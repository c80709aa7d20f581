/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules in their order, and what each says of a call. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/rule_test_inside.h"
#include "core/words.h"
#include "tui/prose.h"
#include "tui/scroll.h"
#include "wire/word_label.h"

enum { NAME_CELLS = 20, RESULT_CELLS = 22, DETAIL_ROWS = 8 };

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

    safe_text_copy(&name, value_get_text(row, "number")
                              ? value_get_text(row, "number")
                              : "");
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
                     const struct surface *surface, int at, size_t index)
{
    const struct json_t *row = value_at(test->found, index);
    bool leads = is_result(row, RULE_MATCHES);
    struct look look = leads                            ? LOOK(OK, 0)
                       : is_result(row, RULE_NOT_ASKED) ? LOOK(DIM, 0)
                                                        : LOOK(TEXT, 0);
    const char *result = value_get_text(row, "result");
    const char *name = value_get_text(row, "name");
    bool is_entry = value_get_integer(row, "rule_id", 0) == 0;
    struct safe_text text;

    if (test->on_trace && index == test->at) {
        surface_glyph(surface, at, 0, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_cursor(surface, at, 3, false);
    }
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

/* The row that is looked at is in sight: at first the one that leads. */
static void follow(struct rule_test *test, int rows)
{
    if (test->at < test->top)
        test->top = test->at;
    if (rows > 0 && test->at >= test->top + (size_t)rows)
        test->top = test->at + 1 - (size_t)rows;
}

/* All of what settled it, which has no room in a row. */
static void draw_detail(const struct rule_test *test,
                        const struct surface *surface)
{
    const struct json_t *row = value_at(test->found, test->at);
    struct surface words =
        surface_part(surface, 1, 1, surface->rows - 1, surface->columns - 2);
    struct safe_text name, text;
    int rows = 0;

    safe_text_copy(&name, row && value_get_text(row, "name")
                              ? value_get_text(row, "name")
                              : "");
    surface_rule(
        surface, 0,
        name.text[0] ? name.text : surface_say(surface, N_("no entry")), NULL);
    if (is_result(row, RULE_MATCHES)) {
        word_where(test, row, &text);
        rows = prose_draw(&words, LOOK(OK, 0), text.text);
    }
    words = surface_part(surface, 1 + rows, 1, surface->rows - 1 - rows,
                         surface->columns - 2);
    word_why(row, &text);
    prose_draw(&words, LOOK(TEXT, 0), text.text);
}

void rule_test_trace(struct rule_test *test, const struct surface *surface)
{
    assert(test && surface);
    size_t count = value_count(test->found);
    bool is_looked_at = test->on_trace && count > 0;
    int rows = surface->rows - (is_looked_at ? DETAIL_ROWS : 0);
    struct surface detail =
        surface_part(surface, rows, 0, DETAIL_ROWS, surface->columns);

    if (test->complaint.text[0])
        surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                     &test->complaint);
    follow(test, rows);
    for (int row = 0; row < rows && test->top + (size_t)row < count; row++)
        draw_row(test, surface, row, test->top + (size_t)row);
    if (is_looked_at)
        draw_detail(test, &detail);
}

/* Moves. */

bool rule_test_move(struct rule_test *test, const struct input *input)
{
    assert(test && input);
    size_t count = value_count(test->found);
    long by;

    if (!scroll_input(input, DETAIL_ROWS, &by))
        return false;

    size_t back = by < 0 ? (size_t)-by : 0;

    test->at = by >= 0           ? test->at + (size_t)by
               : test->at > back ? test->at - back
                                 : 0;
    if (test->at >= count)
        test->at = count > 0 ? count - 1 : 0;
    return true;
}

void rule_test_next(struct rule_test *test)
{
    assert(test);
    size_t count = value_count(test->found);

    for (size_t i = 1; i <= count; i++) {
        size_t at = (test->at + i) % count;

        if (is_result(value_at(test->found, at), RULE_MATCHES)) {
            test->at = at;
            return;
        }
    }
}
