/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays a console without a terminal. */

#include "tests/console/stage.h"

#include <stdio.h>
#include <string.h>

#include "tests/console/fake_session.h"
#include "tests/test.h"
#include "tui/stroke.h"

/* Sun 22 Nov 2026 14:32:07 UTC */
#define BEGIN_US (INT64_C(1795357927) * 1000000)

static int64_t now_us, wall_us;
static char picture[256 * 1024];

static int64_t clock_now(void)
{
    return now_us;
}

static int64_t clock_wall(void)
{
    return wall_us;
}

void stage_open(struct stage *stage, const char *fixture)
{
    struct console_setup setup = {
        .program = {
            .endpoint = { .url = "https://cc.example.net:8443" },
            .clocks = { clock_now, clock_wall },
            .timeout_ms = 1000,
        },
        .rows = stage->rows ? stage->rows : 24,
        .columns = stage->columns ? stage->columns : 80,
        .style = stage->style,
        .keys = stage->keys,
    };

    now_us = INT64_C(1000000000000);
    wall_us = BEGIN_US;
    fake_begin(clock_now);
    assert_int_equal(console_new(&setup, &stage->program), 0);
    assert_int_equal(program_connect(stage->program, "token"), 0);
    fake_load(fixture);
    console_take_news(stage->program);
    console_take_news(stage->program);
}

void stage_close(struct stage *stage)
{
    stage->program = console_free(stage->program);
    fake_end();
}

/* Answers come after the questions, which come after the news. */
static void settle(struct stage *stage)
{
    console_take_news(stage->program);
    console_take_news(stage->program);
}

static void press(struct stage *stage, uint32_t stroke)
{
    struct input input = { .kind = INPUT_STROKE, .stroke = stroke };

    ui_input(stage->program->ui, &input);
    settle(stage);
}

static void pass(struct stage *stage, int seconds)
{
    for (; seconds > 0; seconds--) {
        now_us += 1000000;
        wall_us += 1000000;
        console_tick(stage->program);
        settle(stage);
    }
}

static void resize(struct stage *stage, const char *size)
{
    struct input input = { .kind = INPUT_RESIZE };
    char *end;

    input.column = (int)strtol(size, &end, 10);
    input.row = (int)strtol(end + 1, NULL, 10);
    ui_input(stage->program->ui, &input);
}

/* "5x10", or "5x10>7x20": pressed there, and let go elsewhere. */
static void click(struct stage *stage, const char *place)
{
    struct input input = { .kind = INPUT_CLICK };
    char *end;

    input.row = input.pressed_row = (int)strtol(place, &end, 10);
    input.column = input.pressed_column = (int)strtol(end + 1, &end, 10);
    if (*end == '>') {
        input.row = (int)strtol(end + 1, &end, 10);
        input.column = (int)strtol(end + 1, NULL, 10);
    }
    (void)ui_draw(stage->program->ui);
    ui_input(stage->program->ui, &input);
}

/* "5x10+3": three rows down. */
static void roll(struct stage *stage, const char *place)
{
    struct input input = { .kind = INPUT_WHEEL };
    char *end;

    input.row = (int)strtol(place, &end, 10);
    input.column = (int)strtol(end + 1, &end, 10);
    input.wheel = (int)strtol(end, NULL, 10);
    (void)ui_draw(stage->program->ui);
    ui_input(stage->program->ui, &input);
}

/* What is typed is ASCII; Enter ends no step by itself. */
static void type(struct stage *stage, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        press(stage, (uint32_t)text[i]);
}

/* A confirmation is deaf for 300 ms after it opens; a key is later. */
static void press_named(struct stage *stage, const char *word, size_t length)
{
    uint32_t stroke = stroke_find(word, length);

    if (stroke == STROKE_NONE)
        fail_msg("no such key: %.*s", (int)length, word);
    now_us += 400000;
    wall_us += 400000;
    press(stage, stroke);
    now_us -= 400000;
    wall_us -= 400000;
}

static void play_word(struct stage *stage, const char *word, size_t length)
{
    char name[64];

    snprintf(name, sizeof(name), "%.*s", (int)length - 1, word + 1);
    if (word[0] == '@' && length > 1) {
        fake_load(name);
        settle(stage);
    } else if (word[0] == '+' && length > 1) {
        pass(stage, (int)strtol(name, NULL, 10));
    } else if (word[0] == '~' && length > 1) {
        now_us += 1000 * strtol(name, NULL, 10);
        wall_us += 1000 * strtol(name, NULL, 10);
    } else if (word[0] == '=' && length > 1) {
        resize(stage, name);
    } else if (word[0] == '^' && length > 1) {
        click(stage, name);
    } else if (word[0] == '%' && length > 1) {
        roll(stage, name);
    } else if (word[0] == '!' && length == 1) {
        (void)ui_draw(stage->program->ui);
    } else {
        press_named(stage, word, length);
    }
}

/* The length of the next step; quotes hold blanks. */
static size_t step_length(const char *steps)
{
    const char *quote = steps[0] == '\''                      ? steps
                        : steps[0] == ':' && steps[1] == '\'' ? steps + 1
                                                              : NULL;

    return quote ? (size_t)(strchr(quote + 1, '\'') - steps) + 1
                 : strcspn(steps, " ");
}

void stage_play(struct stage *stage, const char *steps)
{
    while (*(steps += strspn(steps, " "))) {
        size_t length = step_length(steps);

        if (steps[0] == '\'') {
            type(stage, steps + 1, length - 2);
        } else if (steps[0] == ':' && length > 1) {
            char line[256];

            snprintf(line, sizeof(line), "%.*s", (int)length - 3, steps + 2);
            assert_true(ui_command(stage->program->ui, line));
            settle(stage);
        } else {
            play_word(stage, steps, length);
        }
        steps += length;
    }
}

int stage_keys(const char *steps)
{
    int keys = 0;

    while (*(steps += strspn(steps, " "))) {
        size_t length = step_length(steps);

        if (steps[0] == '\'')
            keys += (int)length - 2;
        else
            keys += !((steps[0] == '@' || steps[0] == '+') && length > 1) &&
                    !(steps[0] == '!' && length == 1);
        steps += length;
    }
    return keys;
}

const char *stage_picture(struct stage *stage)
{
    FILE *file = fmemopen(picture, sizeof(picture), "w");

    assert_non_null(file);
    assert_int_equal(grid_print(ui_draw(stage->program->ui), file), 0);
    fclose(file);
    return picture;
}

static char flag_of(const struct cell *cell)
{
    int flags = theme_paint(THEME_MONO, 0, cell->look).flags;

    return flags & LOOK_REVERSE     ? 'R'
           : flags & LOOK_UNDERLINE ? 'U'
           : flags & LOOK_BOLD      ? 'B'
           : flags & LOOK_DIM       ? 'D'
                                    : ' ';
}

static void print_flags(FILE *file, const struct grid *grid, int row)
{
    char flags[GRID_MAX + 1];
    int length = 0;

    for (int column = 0; column < grid_columns(grid); column++) {
        flags[column] = flag_of(grid_cell(grid, row, column));
        if (flags[column] != ' ')
            length = column + 1;
    }
    if (length > 0)
        fprintf(file, "%.*s\n", length, flags);
}

const char *stage_picture_mono(struct stage *stage)
{
    const struct grid *grid = ui_draw(stage->program->ui);
    static char text[128 * 1024];
    FILE *file = fmemopen(text, sizeof(text), "w");

    assert_int_equal(grid_print(grid, file), 0);
    fclose(file);
    file = fmemopen(picture, sizeof(picture), "w");
    const char *line = text;
    for (int row = 0; row < grid_rows(grid); row++) {
        size_t length = strcspn(line, "\n");

        fprintf(file, "%.*s\n", (int)length, line);
        print_flags(file, grid, row);
        line += length + 1;
    }
    fclose(file);
    return picture;
}
