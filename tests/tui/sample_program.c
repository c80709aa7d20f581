/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sample on a real terminal, for tests that play one. Ctrl-D writes what it
 * means to show into a file, cell by cell. SAMPLE_THEME is the theme wished,
 * SAMPLE_REPORT where a crash is written to.
 *
 *     sample_program DUMP [probe] [HOSTILE TEXT]
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>

#include "base/clock.h"
#include "tests/tui/sample.h"
#include "tui/crash.h"
#include "tui/loop.h"
#include "tui/terminal.h"

struct stage {
    struct sample sample;
    struct terminal *terminal;
    enum theme theme;
    const char *path;
};

static void write_cell(FILE *file, const struct stage *stage,
                       const struct cell *cell)
{
    struct paint paint =
        theme_paint(stage->theme, tigetnum("colors"), cell->look);

    fprintf(file, "%d %d %d %d %d %d %d\n", cell->width, cell->points[0],
            cell->points[1], cell->points[2], paint.foreground,
            paint.background, paint.flags);
}

static void write_grid(FILE *file, const struct stage *stage,
                       const struct grid *grid)
{
    struct grid_cursor cursor = grid_cursor(grid);

    fprintf(file, "%d %d %d %d %d\n", grid_rows(grid), grid_columns(grid),
            cursor.row, cursor.column, cursor.is_shown);
    for (int row = 0; row < grid_rows(grid); row++)
        for (int column = 0; column < grid_columns(grid); column++)
            write_cell(file, stage, grid_cell(grid, row, column));
}

/* The bell rings when the file is complete: whoever hears it behind the frame
 * has seen every byte of it. */
static void dump(struct sample *sample)
{
    struct stage *stage = sample->arg;
    const struct grid *grid = ui_draw(sample->ui);
    char path[4096];
    FILE *file;

    if (terminal_is_behind(stage->terminal))
        ui_touch(sample->ui); /* the loop shows it, later */
    else
        terminal_show(stage->terminal, grid, false);
    snprintf(path, sizeof(path), "%s.part", stage->path);
    file = fopen(path, "w");
    if (!file)
        _exit(3);
    write_grid(file, stage, grid);
    if (fclose(file) != 0 || rename(path, stage->path) != 0)
        _exit(3);
    terminal_bell(stage->terminal);
}

/* The interface's time moves, the clock on the wall stands still. */
static int64_t now(void *arg)
{
    struct stage *stage = arg;

    stage->sample.now_us = clock_boot_us();
    return stage->sample.now_us;
}

static int64_t wall(void *arg)
{
    (void)arg;
    return clock_wall_us();
}

static const char *environment(const char *name)
{
    return getenv(name);
}

static void report_arm(void)
{
    const char *path = getenv("SAMPLE_REPORT");

    if (path)
        crash_arm(&(struct crash_setup){ "sample 1", path, "See the report." });
}

int main(int argc, char **argv)
{
    static struct stage stage;
    bool is_probed = argc > 2 && strcmp(argv[2], "probe") == 0;
    struct terminal_setup setup = { .is_probed = is_probed };

    if (argc < 2 ||
        theme_choose(getenv("SAMPLE_THEME"), environment, &stage.theme) < 0)
        return 2;
    setup.theme = stage.theme;
    stage.path = argv[1];
    report_arm();
    if (terminal_open(&setup, &stage.terminal) < 0)
        return 4;

    struct style style = { terminal_tier(stage.terminal), LANGUAGE_EN };
    sample_init(&stage.sample, terminal_rows(stage.terminal),
                terminal_columns(stage.terminal), style);
    stage.sample.dump = dump;
    stage.sample.arg = &stage;
    stage.sample.hostile = argc > 3 ? argv[3] : NULL;
    struct loop loop = {
        .ui = stage.sample.ui,
        .terminal = stage.terminal,
        .fd = -1,
        .frame_us = 250000,
        .now_us = now,
        .wall_us = wall,
        .arg = &stage,
    };
    int rc = loop_run(&loop);
    terminal_close(stage.terminal);
    sample_done(&stage.sample);
    return rc < 0 ? 5 : 0;
}
