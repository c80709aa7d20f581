/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything the toolkit has, once. */

#include "tests/tui/sample.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "tui/chart.h"
#include "tui/confirm.h"
#include "tui/match.h"
#include "tui/menu.h"

static bool can_hold(const void *arg, int id, struct safe_text *ret_reason)
{
    const struct sample *sample = arg;

    (void)id;
    if (!sample->has_call)
        safe_text_copy(ret_reason, "There is no call to hold.");
    return sample->has_call;
}

static bool can_always(const void *arg, int id, struct safe_text *ret_reason)
{
    (void)arg;
    (void)id;
    (void)ret_reason;
    return true;
}

static const struct action actions[] = {
    { SAMPLE_FORM, ACTION_READ, SCOPE_SAMPLE_LIST, "e Enter", "edit", 60,
      "sample edit", 'e', NULL },
    { SAMPLE_CHARTS, ACTION_READ, SCOPE_SAMPLE_LIST, "c", "charts", 50,
      "sample charts", 'c', NULL },
    { SAMPLE_DELETE, ACTION_IRREVERSIBLE, SCOPE_SAMPLE_LIST, "d", "delete", 55,
      "sample delete", '\0', can_always },
    { SAMPLE_LANGUAGE, ACTION_READ, SCOPE_SAMPLE_LIST, "L", "language", 0,
      "lang", '\0', NULL },
    { SAMPLE_HOLD, ACTION_CHANGE, SCOPE_PHONE, "F3 Alt-h", "hold", 70, "hold",
      '\0', can_hold },
    { SAMPLE_STATE, ACTION_READ, SCOPE_PHONE, "F9", "state", 65, "state set",
      '\0', NULL },
    { SAMPLE_DUMP, ACTION_READ, SCOPE_PHONE, "Ctrl-D", "dump", 0, NULL, '\0',
      NULL },
    { SAMPLE_CRASH, ACTION_READ, SCOPE_SAMPLE_LIST, "X", "crash", 0, NULL, '\0',
      NULL },
};

const struct action_table sample_actions = { actions, sizeof(actions) /
                                                          sizeof(actions[0]) };

/* The list. */

static const char *const names[] = {
    "Support Tier 1", "Sales ES",      "Podpora – Dvořáková",
    "日本サポート",   "Bi\u0301lling", "Night line",
};

static size_t row_count(void *arg)
{
    const struct sample *sample = arg;
    size_t count = 0;

    for (size_t i = 0; i < SAMPLE_ROWS; i++)
        count += match_words(names[i % 6], sample->words);
    return count;
}

static size_t nth(const struct sample *sample, size_t row)
{
    for (size_t i = 0;; i++)
        if (match_words(names[i % 6], sample->words) && row-- == 0)
            return i;
}

static void row_fill(void *arg, size_t row, struct table_row *ret_row)
{
    size_t n = nth(arg, row);

    *ret_row = (struct table_row){
        .id = 1000 + n,
        .has_glyph = n % 7 == 3,
        .glyph = GLYPH_CRIT,
        .role = ROLE_CRIT,
    };
}

static void cell_fill(void *arg, size_t row, int column,
                      struct table_cell *ret_cell)
{
    const struct sample *sample = arg;
    size_t n = nth(sample, row);

    ret_cell->look = LOOK(TEXT, 0);
    if (column == 0) {
        safe_text_copy(&ret_cell->text, n == 2 && sample->hostile
                                            ? sample->hostile
                                            : names[n % 6]);
    } else if (column == 1) {
        safe_text_format(&ret_cell->text, "%zu", n * 37 % 101);
    } else if (column == 2) {
        safe_text_format(&ret_cell->text, "%zu:%02zu", n % 10, n * 7 % 60);
    } else {
        ret_cell->has_glyph = true;
        ret_cell->glyph = n % 3 ? GLYPH_OK : GLYPH_WARN;
        ret_cell->look = n % 3 ? LOOK(OK, 0) : LOOK(WARN, 0);
        safe_text_copy(&ret_cell->text, n % 3 ? "open" : "slow");
    }
}

static int row_compare(void *arg, size_t a, size_t b, int column)
{
    size_t left = nth(arg, a), right = nth(arg, b);

    if (column == 0)
        return strcmp(names[left % 6], names[right % 6]);
    left = left * 37 % 101;
    right = right * 37 % 101;
    return (left > right) - (left < right);
}

static const struct table_column columns[] = {
    { "Queue", 14, 18, 1, 0, false, true },
    { "Waiting", 7, 7, 0, 0, true, true },
    { "Oldest", 6, 6, 0, 1, true, false },
    { "State", 8, 10, 0, 2, false, false },
};

static void list_draw(void *state, const struct surface *surface)
{
    struct sample *sample = state;
    static const char *const tabs[] = { "Queues", "Skills", "Hours" };
    struct surface rows =
        surface_part(surface, 2, 0, surface->rows - 2, surface->columns);

    chart_tabs(surface, 0, tabs, 3, 0);
    surface_rule(surface, 1, "Queues", "60");
    table_draw(sample->table, &rows, true, sample->now_us);
}

static bool list_input(void *state, const struct input *input)
{
    struct sample *sample = state;

    return table_input(sample->table, input, sample->now_us) != TABLE_IGNORED;
}

static void list_filter(void *state, const char *words)
{
    struct sample *sample = state;

    snprintf(sample->words, sizeof(sample->words), "%s", words);
}

static struct table *list_table(const void *state, int n)
{
    return n == 0 ? ((const struct sample *)state)->table : NULL;
}

static const struct view_kind list_kind = {
    .name = "Queues",
    .scopes = { SCOPE_SAMPLE_LIST, SCOPE_LIST, SCOPE_TABLE },
    .table = list_table,
    .draw = list_draw,
    .input = list_input,
    .filter = list_filter,
};

/* The form. */

static int option_count(const void *arg)
{
    (void)arg;
    return 3;
}

static void option_fill(const void *arg, int n, const struct style *style,
                        struct safe_text *ret_text)
{
    static const char *const options[] = { "longest idle", "round robin",
                                           "ring all" };

    (void)arg;
    (void)style;
    safe_text_copy(ret_text, options[n]);
}

static const struct form_field fields[] = {
    { .id = SAMPLE_NAME,
      .kind = FORM_TEXT,
      .label = "Name",
      .cells = 24,
      .max = 20,
      .is_required = true },
    { .id = SAMPLE_WORD,
      .kind = FORM_PASSWORD,
      .label = "Password",
      .cells = 24 },
    { .id = SAMPLE_NUMBER,
      .kind = FORM_NUMBER,
      .label = "Places",
      .cells = 6,
      .min = 1,
      .max = 50 },
    { .id = SAMPLE_RING,
      .kind = FORM_DURATION,
      .label = "Ring time",
      .cells = 6,
      .min = 5,
      .max = 120 },
    { .id = SAMPLE_STRATEGY,
      .kind = FORM_CHOICE,
      .label = "Strategy",
      .cells = 20,
      .options = option_count,
      .option = option_fill },
    { .kind = FORM_HEADING, .label = "More" },
    { .id = SAMPLE_KIND,
      .kind = FORM_RADIO,
      .label = "Kind",
      .options = option_count,
      .option = option_fill },
    { .id = SAMPLE_OPEN, .kind = FORM_CHECK, .label = "Open" },
    { .id = SAMPLE_NOTES, .kind = FORM_NOTES, .label = "Notes", .rows = 3 },
    { .id = SAMPLE_SAVE, .kind = FORM_BUTTON, .label = "Save" },
    { .id = SAMPLE_CANCEL, .kind = FORM_BUTTON, .label = "Cancel" },
};

static void form_view_draw(void *state, const struct surface *surface)
{
    struct sample *sample = state;

    form_draw(sample->form, surface, true);
}

static bool form_view_input(void *state, const struct input *input)
{
    struct sample *sample = state;
    enum form_event event = form_input(sample->form, input);

    if (event == FORM_PRESSED && form_focused(sample->form) == SAMPLE_SAVE &&
        form_review(sample->form, ui_style(sample->ui)->language) == 0) {
        sample->saved++;
        form_clean(sample->form);
    }
    return event != FORM_IGNORED;
}

static bool form_view_is_typing(const void *state)
{
    const struct sample *sample = state;

    return form_is_typing(sample->form);
}

static const struct view_kind form_kind = {
    .name = "Edit",
    .scopes = { SCOPE_SAMPLE_FORM, SCOPE_FORM },
    .draw = form_view_draw,
    .input = form_view_input,
    .is_typing = form_view_is_typing,
};

/* The charts. */

static void charts_draw(void *state, const struct surface *surface)
{
    static const int64_t values[] = { 1, 3, 2, 5, 8, 13, CHART_UNKNOWN, 9, 4 };
    static const uint8_t left[] = { 0, 40, 255, 90, 10, 0, 0, 128 };
    static const uint8_t right[] = { 255, 0, 10, 60, 200, 200, 90, 3 };
    const struct series series = { values, 9, 0 };
    struct wave wave = { .peaks = { left, right },
                         .names = { "agent", "caller" },
                         .count = 8,
                         .position = 4,
                         .has_position = true };
    struct surface part;

    (void)state;
    chart_bar(surface, (struct place){ 0, 1, 20, false }, LOOK(RUN, 0), 420);
    chart_spark(surface, (struct place){ 0, 24, 12, false }, LOOK(OK, 0),
                &series);
    part = surface_part(surface, 1, 0, WAVE_ROWS, surface->columns);
    chart_wave(&part, &wave);
    part = surface_part(surface, 5, 0, 4, surface->columns / 2);
    chart_columns(&part, LOOK(BUSY, 0), &series);
    part = surface_part(surface, 10, 0, 9, surface->columns);
    chart_digits(&part, LOOK(CRIT, 0), "3:52");
}

static const struct view_kind charts_kind = { .name = "Charts",
                                              .draw = charts_draw };

/* What actions do. */

static void answer_delete(void *arg, bool is_yes)
{
    struct sample *sample = arg;

    sample->deleted += is_yes;
}

static int state_count(const void *arg)
{
    (void)arg;
    return 3;
}

static void state_item(const void *arg, int n, const struct style *style,
                       struct menu_item *ret_item)
{
    static const char *const labels[] = { "Ready", "Lunch", "Training" };

    (void)arg;
    (void)style;
    ret_item->letter = "rlt"[n];
    ret_item->has_glyph = true;
    ret_item->glyph = n == 0 ? GLYPH_OK : GLYPH_PAUSED;
    ret_item->role = n == 0 ? ROLE_OK : ROLE_PAUSED;
    safe_text_copy(&ret_item->label, labels[n]);
    if (n == 2)
        safe_text_copy(&ret_item->reason, "not today");
}

static void state_choose(void *arg, int n, uint32_t stroke)
{
    struct sample *sample = arg;

    (void)stroke;
    sample->state = n;
}

static bool run_own(struct sample *sample, int action)
{
    switch (action) {
    case SAMPLE_DELETE:
        confirm_push(sample->ui,
                     &(struct confirm){ .title = "Delete queue",
                                        .lines = { "Callers go nowhere." },
                                        .name = "Sales ES",
                                        .yes = "Delete",
                                        .answer = answer_delete,
                                        .arg = sample });
        return true;
    case SAMPLE_STATE:
        menu_push(sample->ui, &(struct menu){ .title = "Change state",
                                              .hint = "letter picks",
                                              .count = state_count,
                                              .item = state_item,
                                              .choose = state_choose,
                                              .arg = sample });
        return true;
    case SAMPLE_CRASH:
        abort();
    default:
        return false;
    }
}

static bool sample_run(void *arg, struct ui *ui, int action)
{
    struct sample *sample = arg;
    struct style style = *ui_style(ui);

    switch (action) {
    case SAMPLE_FORM:
        ui_push(ui, &form_kind, sample);
        return true;
    case SAMPLE_CHARTS:
        ui_push(ui, &charts_kind, sample);
        return true;
    case SAMPLE_HOLD:
        sample->held++;
        return true;
    case SAMPLE_LANGUAGE:
        style.language = (style.language + 1) % LANGUAGE_COUNT;
        ui_style_set(ui, style);
        return true;
    case SAMPLE_DUMP:
        if (sample->dump)
            sample->dump(sample);
        return true;
    default:
        return run_own(sample, action);
    }
}

static bool sample_command(void *arg, struct ui *ui, const char *line)
{
    struct sample *sample = arg;

    (void)ui;
    snprintf(sample->command, sizeof(sample->command), "%s", line);
    return strncmp(line, "queue ", 6) == 0;
}

static void header_fill(void *arg, struct header *ret_header)
{
    (void)arg;
    safe_text_copy(&ret_header->who, "Ana Nováková 2041");
    ret_header->state_glyph = GLYPH_OK;
    ret_header->state_role = ROLE_OK;
    safe_text_copy(&ret_header->state, "READY 04:12");
    safe_text_copy(&ret_header->link, "live");
    safe_text_copy(&ret_header->clock, "14:32:07");
}

static int64_t now_of(void *arg)
{
    return ((struct sample *)arg)->now_us;
}

static int64_t wall_of(void *arg)
{
    return ((struct sample *)arg)->wall_us;
}

void sample_init(struct sample *sample, int rows, int columns_,
                 struct style style)
{
    struct table_source source = { row_count, row_fill,    cell_fill,
                                   NULL,      row_compare, sample };

    *sample = (struct sample){ .state = -1, .wall_us = 1795357927000000 };
    struct ui_setup setup = {
        .rows = rows,
        .columns = columns_,
        .style = style,
        .actions = sample_actions,
        .header = header_fill,
        .run = sample_run,
        .command = sample_command,
        .now_us = now_of,
        .wall_us = wall_of,
        .arg = sample,
    };
    if (ui_new(&setup, &sample->ui) < 0 ||
        table_new(columns, 4, &source, &sample->table) < 0 ||
        form_new(fields, sizeof(fields) / sizeof(fields[0]), &sample->form) < 0)
        abort();
    ui_push(sample->ui, &list_kind, sample);
}

void sample_done(struct sample *sample)
{
    sample->ui = ui_free(sample->ui);
    sample->table = table_free(sample->table);
    sample->form = form_free(sample->form);
}

void sample_press(struct sample *sample, const char *keys)
{
    while (*keys) {
        size_t length = strcspn(keys, " ");
        struct input input = { .kind = INPUT_STROKE,
                               .stroke = stroke_find(keys, length) };

        assert(input.stroke != STROKE_NONE);
        ui_input(sample->ui, &input);
        keys += length;
        keys += *keys == ' ';
    }
}

void sample_type(struct sample *sample, const char *text)
{
    for (; *text; text++)
        ui_input(sample->ui, &(struct input){ .kind = INPUT_STROKE,
                                              .stroke = (uint32_t)*text });
}
