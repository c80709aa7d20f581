/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins the program to the terminal, and to the token's file. */

#include "config.h"

#include "console/console_run.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/home.h"
#include "base/mark.h"
#include "console/console.h"
#include "console/console_start.h"
#include "console/keeping.h"
#include "console/linear_run.h"
#include "console/lock.h"
#include "tui/crash.h"
#include "tui/loop.h"

enum { FRAME_US = 250000, BOARD_FRAME_US = 500000, STALLED_S = 3 };

struct run {
    struct program *program;
    struct terminal *terminal;
    struct loop loop;
    const char *title; /* as it was set; NULL: not yet */
    int stalled_s;     /* for so long it has taken nothing */
    bool is_stalled;
    bool is_away;     /* an editor has the terminal */
    const char *bell; /* the preference */
    bool has_notes;   /* likewise */
    bool is_flashing;
};

static int64_t boot_us(void *arg)
{
    (void)arg;
    return clock_boot_us();
}

static int64_t wall_us(void *arg)
{
    (void)arg;
    return clock_wall_us();
}

static const char *environment(const char *variable)
{
    return getenv(variable);
}

/* The choices are those of the toolkit. */
static void fill_terminal(const struct preferences *preferences,
                          struct terminal_setup *setup)
{
    setup->is_probed = true;
    setup->has_tier = glyph_tier_find(preferences->glyphs, &setup->tier) == 0;
    int rc = theme_choose(preferences->theme, environment, &setup->theme);
    assert(rc == 0);
    (void)rc;
}

static void prefer(struct ui *ui, const struct preferences *preferences)
{
    enum announce announce;

    if (announce_find(preferences->announce, &announce) == 0)
        ui_announce_set(ui, announce);
    ui_calm_set(ui, strcmp(preferences->reduce_motion, "yes") == 0);
    if (strcmp(preferences->mouse, "no") == 0)
        ui_mouse_set(ui, false);
}

static void ring(struct run *run)
{
    if (strcmp(run->bell, "on") == 0)
        terminal_bell(run->terminal);
    else if (strcmp(run->bell, "visual") == 0)
        terminal_flash_set(run->terminal, run->is_flashing = true);
}

static void fulfil(struct run *run)
{
    struct program_wishes *wishes = &run->program->wishes;

    if (wishes->bell)
        ring(run);
    if (wishes->has_note && run->has_notes && run->loop.is_blurred)
        terminal_note(run->terminal, wishes->note.text);
    if (wishes->title && (!run->title || strcmp(run->title, wishes->title))) {
        terminal_title_set(run->terminal, wishes->title);
        run->title = wishes->title;
    }
    if (wishes->has_theme)
        terminal_theme_set(run->terminal, wishes->theme);
    *wishes = (struct program_wishes){ .title = NULL };
    run->loop.fd =
        run->program->session ? session_fd(run->program->session) : -1;
}

static void ready(void *arg)
{
    struct run *run = arg;

    console_take_news(run->program);
    if (!run->is_away)
        fulfil(run);
}

/* A terminal that takes nothing for seconds shows nobody what rings. */
static void tell_stall(struct run *run)
{
    bool is_stalled;

    run->stalled_s =
        terminal_is_writable(run->terminal) ? 0 : run->stalled_s + 1;
    is_stalled = run->stalled_s >= STALLED_S;
    if (is_stalled == run->is_stalled || !run->program->session)
        return;
    run->is_stalled = is_stalled;
    session_stall(run->program->session, is_stalled);
}

static void tick(void *arg)
{
    struct run *run = arg;

    console_tick(run->program);
    if (run->is_away)
        return;
    if (run->is_flashing)
        terminal_flash_set(run->terminal, run->is_flashing = false);
    tell_stall(run);
    fulfil(run);
}

static void tell_link(void *arg, enum link_class link, int64_t round_trip_us)
{
    struct run *run = arg;

    run->program->slow_us = link == LINK_FAST ? 0 : round_trip_us;
    ui_touch(run->program->ui);
}

/* Nobody sees what rings: no offers, as with a terminal that is stuck. */
static void tell_away(void *arg, bool is_away)
{
    struct run *run = arg;

    if (run->program->session && run->is_stalled != is_away)
        session_stall(run->program->session, is_away);
    run->is_stalled = is_away;
    run->stalled_s = 0;
    run->is_away = is_away;
}

static int run_loop(struct run *run)
{
    run->loop = (struct loop){
        .ui = run->program->ui,
        .terminal = run->terminal,
        .fd = session_fd(run->program->session),
        .ready = ready,
        .tick = tick,
        .link = tell_link,
        .away = tell_away,
        .arg = run,
        .frame_us = run->program->setup.board ? BOARD_FRAME_US : FRAME_US,
        .now_us = boot_us,
        .wall_us = wall_us,
    };
    return loop_run(&run->loop);
}

/* Where nothing can be kept, there is no report. */
static void arm_report(enum language language)
{
    char path[HOME_PATH_SIZE], words[HOME_PATH_SIZE + 256];

    if (home_path(HOME_STATE, "cclite/crash.txt", path) < 0 ||
        home_make_way(path) < 0)
        return;
    snprintf(words, sizeof(words),
             lang_text(language, N_("cclite: crashed. A report without names, "
                                    "numbers and texts is in %s")),
             path);
    crash_arm(&(struct crash_setup){ "cclite " PACKAGE_VERSION, path, words });
}

/* What terminfo lacks is told: keys may be others than they seem. */
static void tell_stand_in(const struct run *run)
{
    const char *name = terminal_stand_in(run->terminal);

    if (name)
        ui_say(run->program->ui, SEVERITY_WARNING,
               program_text(run->program,
                            N_("This kind of terminal is not known here. It is "
                               "taken for %s.")),
               name);
}

static int run_screen(const struct console_wishes *wishes, struct run *run)
{
    const struct console_place place = {
        terminal_rows(run->terminal),
        terminal_columns(run->terminal),
        terminal_tier(run->terminal),
    };
    int rc = console_start(wishes, &place, &run->program);

    if (rc < 0)
        return rc;
    prefer(run->program->ui, &wishes->preferences);
    lock_prefer(run->program, wishes->preferences.lock_after);
    run->bell = wishes->preferences.bell;
    run->has_notes = strcmp(wishes->preferences.notes, "on") == 0;
    tell_stand_in(run);
    for (int n = 0; n < 2; n++)
        if (wishes->complaints[n])
            ui_say(run->program->ui, SEVERITY_ERROR, "%s",
                   wishes->complaints[n]);
    keeping_load(run->program->ui);
    rc = run_loop(run);
    keeping_save(run->program->ui);
    return rc;
}

static bool is_linear(const struct console_wishes *wishes)
{
    return !wishes->board &&
           preferences_are_linear(&wishes->preferences, environment);
}

int console_run(const struct console_wishes *wishes)
{
    assert(wishes);
    struct terminal_setup setup = { .device = NULL };
    struct run run = { 0 };
    int rc;

    if (is_linear(wishes))
        return linear_run(wishes);
    fill_terminal(&wishes->preferences, &setup);
    arm_report(wishes->language);
    rc = terminal_open(&setup, &run.terminal);
    if (rc == 0)
        rc = run_screen(wishes, &run);
    else if (rc == -ENOTTY && !wishes->board && isatty(STDIN_FILENO))
        rc = linear_run(wishes); /* it writes lines, and no more */
    terminal_close(run.terminal);
    crash_disarm();
    console_free(run.program);
    return rc;
}
