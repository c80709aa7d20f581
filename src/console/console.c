/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the program together, and gives the session's news to its parts. */

#include "console/console.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/mark.h"
#include "console/callback_wish.h"
#include "console/chrome.h"
#include "console/documents.h"
#include "console/flows.h"
#include "console/export.h"
#include "console/inbox.h"
#include "console/key.h"
#include "console/key_file.h"
#include "console/key_right.h"
#include "console/key_table.h"
#include "console/line.h"
#include "console/link_view.h"
#include "console/lock.h"
#include "console/login.h"
#include "console/matrix.h"
#include "console/offline.h"
#include "console/phone.h"
#include "console/player.h"
#include "console/ring.h"
#include "console/screen.h"
#include "console/sign_out.h"
#include "console/undo.h"
#include "console/unsent.h"
#include "console/unsent_file.h"
#include "console/wallboard_print.h"
#include "console/wallboard_view.h"

static bool run(void *arg, struct ui *ui, int action)
{
    struct program *program = arg;
    int screen = screen_of_action(action);

    (void)ui;
    if (phone_run(program, action) || line_run_action(program, action) ||
        player_run(program, action) || documents_run(program, action) ||
        flows_run(program, action) || undo_run(program, action) ||
        export_run(program, action) || link_view_run(program, action))
        return true;
    if (action == DO_LOCK) {
        (void)lock_push(program);
        return true;
    }
    if (action == DO_SIGN_OUT) {
        sign_out_push(program);
        return true;
    }
    if (screen < 0)
        return false;
    screen_open(program, (enum screen)screen);
    return true;
}

static bool command(void *arg, struct ui *ui, const char *line)
{
    (void)ui;
    return line_run(arg, line);
}

static const char *key_name(const void *arg, const struct action *action)
{
    const char *name = phone_name(arg, action);

    return name ? name : matrix_key_name(arg, action->id);
}

/* What the header and the phone's keys need, whatever is on the screen. */
static void hold_topics(struct program *program)
{
    program_hold(program, TOPIC_ME);
    program_hold(program, TOPIC_AGENTS);
    program_hold(program, TOPIC_PAUSE_REASONS);
    program_hold(program, TOPIC_SERVER);
    program_hold(program, TOPIC_MAILBOXES);
}

int console_new(const struct console_setup *setup, struct program **ret_program)
{
    assert(setup && ret_program);
    struct ui_setup interface = {
        .rows = setup->rows,
        .columns = setup->columns,
        .style = setup->style,
        .actions = key_table(),
        .header = chrome_header,
        .run = run,
        .command = command,
        .name = key_name,
        .may = key_may,
        .now_us = setup->ui_now_us,
        .is_read_only =
            setup->program.board && setup->program.board->is_read_only,
    };
    struct program *program;
    if (setup->keys) {
        interface.actions = key_set_ours(setup->keys);
        interface.own = key_set_own(setup->keys);
    }
    int screen = setup->screen ? screen_find(setup->screen) : 0;

    if (screen < 0)
        return screen;
    int rc = program_new(&setup->program, &interface, &program);
    if (rc < 0)
        return rc;
    program->first_screen = setup->screen ? screen : -1;
    hold_topics(program);
    rc = setup->program.board ? wallboard_open(program) : login_push(program);
    if (rc < 0) {
        program_free(program);
        return rc;
    }
    *ret_program = program;
    return 0;
}

struct program *console_free(struct program *program)
{
    if (program)
        unsent_file_leave(program);
    return program_free(program);
}

static bool is_refused(const struct program *program)
{
    return program->session &&
           session_link(program->session)->state == SESSION_REFUSED;
}

/* The first screen comes when it is known who it is for; a sign-in that came
 * in between gives back what was there. */
static void let_in(struct program *program)
{
    bool is_open = login_is_open(program);

    if (program->is_locked) /* only a password leads out, and in again */
        return;
    if (is_refused(program)) {
        if (!is_open)
            login_push(program);
        return;
    }
    if (!is_open || !program_me(program) || !program_is_live(program) ||
        !login_close(program))
        return;

    enum screen screen = program->first_screen >= 0
                             ? (enum screen)program->first_screen
                             : screen_first(program);
    if (screen_open(program, screen) < 0)
        screen_open(program, SCREEN_AGENT);
}

static void say_reply(struct program *program, const struct session_news *news)
{
    struct safe_text complaint;

    if (errands_take(program->errands, news, program_language(program),
                     &complaint))
        ui_say(program->ui, SEVERITY_ERROR, "%s", complaint.text);
}

static void take(struct program *program, const struct session_news *news)
{
    switch (news->kind) {
    case SESSION_NEWS_LINK:
        link_log_note(&program->link_log, session_link(program->session),
                      program_wall_us(program));
        break;
    case SESSION_NEWS_REPLY:
        if (!unsent_take(program, news))
            say_reply(program, news);
        break;
    case SESSION_NEWS_TOPIC: /* rare: a screen waits for its rows */
        ui_hurry(program->ui);
        break;
    case SESSION_NEWS_NOTICE:
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Another console of yours has been "
                                        "opened. Both work; your call goes "
                                        "on.")));
        break;
    default:
        break;
    }
}

static void follow(struct program *program)
{
    if (program->follower.look)
        program->follower.look(program->follower.arg);
}

void console_take_news(struct program *program)
{
    assert(program);
    struct session_news news;

    while (program->session && session_next(program->session, &news)) {
        take(program, &news);
        session_news_done(&news);
        ui_touch(program->ui);
    }
    let_in(program);
    offline_look(program);
    follow(program);
    unsent_look(program);
    ring_look(program);
    callback_late_look(program);
    inbox_look(program);
}

void console_tick(struct program *program)
{
    if (program->session)
        watches_prune(&program->watches, program->session,
                      program_now_us(program));
    follow(program);
    unsent_look(program);
    callback_late_look(program);
    player_tick(program);
    lock_tick(program);
}
