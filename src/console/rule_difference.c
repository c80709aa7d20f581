/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of settings as lines with signs. */

#include "console/rule_difference.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/difference.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/rule_replay.h"
#include "console/rule_set.h"
#include "console/typed_moment.h"
#include "core/words.h"
#include "wire/moment.h"

enum { PAGE_LINES = 8 };

/* One of the things that the draft changes. */
struct page {
    const char *title;
    enum route_id route;
    char *(*lines)(const struct program *program, const struct json_t *items);

    /** Why there is no line: a msgid. */
    const char *(*nothing)(const struct program *program, size_t items);
};

struct rule_difference {
    struct program *program;
    const struct page *page;
    struct rule_set set;
    char *lines; /* NULL: not here yet */
    size_t items;
    int top;
    struct safe_text complaint;
};

/* Lines. */

static const char *text_in(const struct json_t *item, const char *name)
{
    const char *text = value_get_text(item, name);

    return text ? text : "";
}

static char sign_of(const struct json_t *item)
{
    switch (word_find(&word_list_rule_change, text_in(item, "change"))) {
    case RULE_ADDED:
        return '+';
    case RULE_GONE:
        return '-';
    default:
        return ' ';
    }
}

static const char *label_of(const struct program *program,
                            const struct json_t *item)
{
    const struct record *record = document_kind_info(DOCUMENT_RULE)->record;
    const struct field *field = record_field(record, text_in(item, "field"));

    return field ? program_text(program, document_label(record, field))
                 : text_in(item, "field");
}

/* The server tells moments in UTC: here they are as the form has them. */
static const char *value_in(const struct json_t *item, const char *name,
                            char moment[TYPED_MOMENT_SIZE])
{
    const struct record *record = document_kind_info(DOCUMENT_RULE)->record;
    const struct field *field = record_field(record, text_in(item, "field"));
    const char *text = text_in(item, name);
    int64_t wall_us;

    if (!field || field->kind != FIELD_WALL || moment_parse(text, &wall_us) < 0)
        return text;
    typed_moment_write(wall_us, moment);
    return moment;
}

static void print_setting(const struct program *program, FILE *out,
                          const struct json_t *item)
{
    const char *label = label_of(program, item);
    char moment[TYPED_MOMENT_SIZE];

    if (!*text_in(item, "field"))
        return;
    if (sign_of(item) != '+')
        fprintf(out, "-   %s: %s\n", label, value_in(item, "was", moment));
    fprintf(out, "+   %s: %s\n", label, value_in(item, "will_be", moment));
}

char *rule_difference_lines(const struct program *program,
                            const struct json_t *items)
{
    assert(program);
    char *lines = NULL;
    size_t length = 0;
    int64_t rule_id = -1;
    FILE *out = open_memstream(&lines, &length);

    if (!out)
        return NULL;
    for (size_t i = 0; i < value_count(items); i++) {
        const struct json_t *item = value_at(items, i);
        int64_t id = value_get_integer(item, "rule_id", 0);

        if (id != rule_id)
            fprintf(out, "%c %s\n", sign_of(item), text_in(item, "name"));
        print_setting(program, out, item);
        rule_id = id;
    }
    if (fclose(out) != 0) {
        free(lines);
        return NULL;
    }
    return lines;
}

/* The screen. */

static void take(void *owner, const struct outcome *outcome)
{
    struct rule_difference *shown = owner;

    const struct json_t *items = value_get(outcome->value, "items");

    free(shown->lines);
    shown->lines =
        outcome->is_done ? shown->page->lines(shown->program, items) : NULL;
    shown->items = outcome->is_done ? value_count(items) : 0;
    shown->complaint = outcome->complaint;
}

static void difference_draw_all(void *state, const struct surface *surface)
{
    struct rule_difference *shown = state;
    struct surface low =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);
    struct safe_text words;

    rule_set_say(shown->program, &words);
    surface_rule(surface, 0, surface_say(surface, shown->page->title),
                 words.text[0] ? words.text : NULL);
    if (shown->lines && shown->lines[0])
        difference_draw(&low, shown->lines, &shown->top);
    else if (shown->lines)
        surface_label(&low, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      shown->page->nothing(shown->program, shown->items));
    else if (shown->complaint.text[0])
        surface_text(&low, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                     &shown->complaint);
    else
        surface_label(&low, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      N_("Loading…"));
}

static void move_by(struct rule_difference *shown, int by)
{
    shown->top = shown->top + by > 0 ? shown->top + by : 0;
}

static bool difference_input(void *state, const struct input *input)
{
    struct rule_difference *shown = state;

    if (input->kind != INPUT_STROKE)
        return false;
    switch (input->stroke) {
    case STROKE_UP:
        move_by(shown, -1);
        return true;
    case STROKE_DOWN:
        move_by(shown, 1);
        return true;
    case STROKE_PAGE_UP:
        move_by(shown, -PAGE_LINES);
        return true;
    case STROKE_PAGE_DOWN:
        move_by(shown, PAGE_LINES);
        return true;
    default:
        return false;
    }
}

static bool difference_run(void *state, int action)
{
    struct rule_difference *shown = state;

    if (action != DO_RULE_PUBLISH_SEEN)
        return false;
    rule_set_publish(&shown->set);
    return true;
}

static void difference_free(void *state)
{
    struct rule_difference *shown = state;

    errands_forget(shown->program->errands, shown);
    rule_set_done(&shown->set);
    free(shown->lines);
    free(shown);
}

static const char *no_draft(const struct program *program, size_t items)
{
    (void)program;
    (void)items;
    return N_("There is no draft: the rules are live as they stand.");
}

/* Both are asked as they are now; where a call went is not looked at. There is
   an item for each way, also for those that are the same. */
static const char *no_other_way(const struct program *program, size_t items)
{
    if (rule_set_seq(program) == 0)
        return no_draft(program, items);
    return items == 0 ? N_("No call came in the last day.")
                      : N_("The draft leads the calls of the last day where "
                           "the rules do.");
}

static const struct page settings_page = {
    .title = N_("What publishing changes"),
    .nothing = no_draft,
    .route = ROUTE_RULE_DIFF,
    .lines = rule_difference_lines,
};

static const struct page calls_page = {
    .title = N_("Calls of the last day, by the draft"),
    .nothing = no_other_way,
    .route = ROUTE_RULE_REPLAY,
    .lines = rule_replay_lines,
};

static const struct view_kind difference_kind = {
    .name = N_("Difference"),
    .scopes = { SCOPE_RULE_DIFFERENCE },
    .draw = difference_draw_all,
    .input = difference_input,
    .run = difference_run,
    .free = difference_free,
};

static int open_page(struct program *program, const struct page *page)
{
    struct rule_difference *shown = calloc(1, sizeof(*shown));

    if (!shown)
        return -ENOMEM;
    shown->program = program;
    shown->page = page;
    shown->set.program = program;
    (void)program_send(program, &(struct errand){ .route = page->route,
                                                  .done = take,
                                                  .owner = shown,
                                                  .is_quiet = true });
    return ui_push(program->ui, &difference_kind, shown);
}

int rule_difference_open(struct program *program)
{
    assert(program);

    return open_page(program, &settings_page);
}

int rule_replay_open(struct program *program)
{
    assert(program);

    return open_page(program, &calls_page);
}
