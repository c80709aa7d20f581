/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tabs and keys of the inbox. */

#include "console/inbox.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/dial_end.h"
#include "console/document_password.h"
#include "console/greetings.h"
#include "console/inbox_inside.h"
#include "console/key.h"
#include "console/ladder_view.h"
#include "console/message_history.h"
#include "console/own_mail.h"
#include "console/player.h"
#include "console/shelf_table.h"

static const enum topic topics[] = { TOPIC_MAILBOXES, TOPIC_TARGETS };

enum { TOPICS = sizeof(topics) / sizeof(topics[0]) };

/* What is shown. */

static const char *const tab_filters[INBOX_TABS] = {
    [INBOX_OPEN] = "state != done and state != deleted",
    [INBOX_NEW] = "state = new",
    [INBOX_MINE] = "state != done and state != deleted and agent_id = ",
    [INBOX_URGENT] = "state != done and state != deleted and urgent = yes",
    [INBOX_SAVED] = "state = saved",
    [INBOX_DONE] = "state = done",
    [INBOX_ERASED] = "state = deleted",
};

/* The messages of a contact are all of them, done or not: its filter, which the
   list of contacts gives, stands alone. */
static bool is_of_contact(const struct inbox *inbox)
{
    return strncmp(inbox->words, "contact_id = ", strlen("contact_id = ")) == 0;
}

/* The server reads one filter; who types one knows nothing of the tab's. */
static void write_filter(struct inbox *inbox)
{
    const struct topic_me *me = program_me(inbox->program);
    char own[24] = "";

    if (inbox->tab == INBOX_MINE)
        snprintf(own, sizeof(own), "%" PRIu64, me ? me->agent_id : 0);
    if (inbox->tab == INBOX_OPEN && is_of_contact(inbox)) {
        snprintf(inbox->filter, sizeof(inbox->filter), "%s", inbox->words);
        inbox->before = 0;
        return;
    }
    int length = snprintf(inbox->filter, sizeof(inbox->filter), "%s%s",
                          tab_filters[inbox->tab], own);
    bool is_more = inbox->words[strspn(inbox->words, " ")] != '\0';
    inbox->before = (size_t)length + (is_more ? strlen(" and ") : 0);
    if (is_more)
        snprintf(inbox->filter + length, sizeof(inbox->filter) - (size_t)length,
                 " and %s", inbox->words);
}

static void show(struct inbox *inbox)
{
    write_filter(inbox);
    table_unmark(inbox->table); /* nothing is marked unseen */
    shelf_filter(inbox->shelf, inbox->filter);
}

static bool is_agent(const struct program *program)
{
    const struct topic_me *me = program_me(program);

    return me && me->agent_id != 0;
}

static void show_tab(struct inbox *inbox, enum inbox_tab tab)
{
    if (tab == inbox->tab)
        return;
    if (tab == INBOX_MINE && !is_agent(inbox->program)) {
        ui_say(inbox->program->ui, SEVERITY_INFO, "%s",
               program_text(inbox->program, N_("You are no agent: no message "
                                               "is yours to care for.")));
        return;
    }
    inbox->tab = tab;
    show(inbox);
}

static void show_next(struct inbox *inbox)
{
    enum inbox_tab next = (enum inbox_tab)((int)(inbox->tab + 1) % INBOX_TABS);

    if (next == INBOX_MINE && !is_agent(inbox->program))
        next = INBOX_URGENT;
    show_tab(inbox, next);
}

static void inbox_filter(void *state, const char *words)
{
    struct inbox *inbox = state;

    snprintf(inbox->words, sizeof(inbox->words), "%s", words);
    show(inbox);
}

static void follow(void *arg)
{
    struct inbox *inbox = arg;
    uint64_t rev = inbox_rev(inbox->program);

    if (rev == 0 || rev == inbox->seen_rev || !program_is_live(inbox->program))
        return;
    if (inbox->seen_rev != 0)
        shelf_reload(inbox->shelf);
    inbox->seen_rev = rev;
}

/* Keys. */

static void give(struct inbox *inbox, uint32_t stroke)
{
    const struct input input = { .kind = INPUT_STROKE, .stroke = stroke };

    (void)table_input(inbox->table, &input, ui_now_us(inbox->program->ui));
}

static void called_back(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;

    inbox_own_answered(program);
    if (!outcome->is_done)
        return;
    dial_end_expect(program);
    ui_say(program->ui, SEVERITY_INFO, "%s",
           program_text(program, N_("Your phone rings first; then whoever "
                                    "left the message is called.")));
}

static void call_back(struct program *program, uint64_t id)
{
    inbox_own_sent(program);
    (void)program_send(program, &(struct errand){
                                    .route = ROUTE_VOICEMAIL_CALL_BACK,
                                    .id = id,
                                    .done = called_back,
                                    .owner = program,
                                });
}

/* @return whether the action is one that marks */
static bool run_mark(struct inbox *inbox, int action)
{
    static const struct {
        int action;
        enum message_state state;
    } marks[] = {
        { DO_MESSAGE_KEEP, MESSAGE_SAVED },
        { DO_MESSAGE_DONE, MESSAGE_DONE },
        { DO_MESSAGE_NEW, MESSAGE_NEW },
        { DO_MESSAGE_ERASE, MESSAGE_DELETED },
    };

    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (marks[i].action == action) {
            inbox_mark(inbox, marks[i].state);
            return true;
        }
    return false;
}

static void say_no_memory(const struct program *program, int rc)
{
    if (rc == -ENOMEM)
        ui_say(program->ui, SEVERITY_ERROR, "%s",
               program_text(program, N_("Out of memory.")));
}

static void open_own(struct program *program, int action)
{
    int rc = action == DO_OWN_MAIL
                 ? own_mail_open(program)
                 : document_password_ask(program, &(struct document_password){
                                                      .route = ROUTE_ME_PIN });

    say_no_memory(program, rc);
}

static bool inbox_run(void *state, int action)
{
    struct inbox *inbox = state;
    struct program *program = inbox->program;
    const struct shape_message *message = inbox_selected(inbox);

    switch (action) {
    case DO_INBOX_LISTEN:
        player_begin_message(program, message->message_id);
        return true;
    case DO_CALL_BACK:
        call_back(program, message->message_id);
        return true;
    case DO_MESSAGE_BACK:
        inbox_take_back(inbox);
        return true;
    case DO_MESSAGE_OFFER:
    case DO_MESSAGE_FORWARD:
        say_no_memory(program,
                      inbox_send_open(inbox, action == DO_MESSAGE_FORWARD));
        return true;
    case DO_MESSAGE_HISTORY:
        say_no_memory(program,
                      message_history_open(program, message->message_id));
        return true;
    case DO_TRACE_MESSAGE:
        (void)ladder_view_open(program, message->contact_id);
        return true;
    case DO_MARK_MESSAGE:
    case DO_MARK_MESSAGES:
        give(inbox, action == DO_MARK_MESSAGE ? ' ' : '*');
        return true;
    case DO_OWN_PIN:
    case DO_OWN_MAIL:
        open_own(program, action);
        return true;
    case DO_INBOX_LISTS:
        show_next(inbox);
        return true;
    case DO_GREETINGS:
        say_no_memory(program, greetings_open(program));
        return true;
    case DO_RELOAD_INBOX:
        shelf_reload(inbox->shelf);
        return true;
    default:
        return run_mark(inbox, action) || player_run(program, action);
    }
}

static bool inbox_input(void *state, const struct input *input)
{
    struct inbox *inbox = state;
    struct program *program = inbox->program;
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    if (stroke == 's' || stroke == 'S') /* the server has one order */
        return false;
    if (stroke >= '1' && stroke < '1' + INBOX_TABS) {
        show_tab(inbox, (enum inbox_tab)(stroke - '1'));
        return true;
    }
    if (stroke == '1' + INBOX_TABS) {
        ui_run(program->ui, DO_GREETINGS);
        return true;
    }
    if (stroke == STROKE_ESCAPE && table_marked(inbox->table) > 0) {
        table_unmark(inbox->table);
        return true;
    }

    enum table_event event =
        table_input(inbox->table, input, ui_now_us(program->ui));
    shelf_table_look_ahead(inbox->shelf, inbox->table);
    if (event == TABLE_OPENED)
        ui_run(program->ui, program->player.now.recording_id ? DO_PLAY_PAUSE
                                                             : DO_INBOX_LISTEN);
    return event != TABLE_IGNORED;
}

static struct table *inbox_view_table(const void *state, int n)
{
    return n == 0 ? ((const struct inbox *)state)->table : NULL;
}

/* Space pauses what plays, and else marks. */
static int inbox_pane(const void *state)
{
    const struct inbox *inbox = state;

    return inbox->program->player.now.recording_id ? SCOPE_PLAYING
                                                   : SCOPE_INBOX_SHELF;
}

/* What is erased can only come back, and nothing comes back unasked. */
static bool inbox_hides(const void *state, int action)
{
    const struct inbox *inbox = state;
    const struct shape_message *message = inbox_selected(inbox);
    bool is_erased = message && message->state == MESSAGE_DELETED;

    switch (action) {
    case DO_MESSAGE_ERASE:
    case DO_MESSAGE_OFFER:
    case DO_MESSAGE_FORWARD:
        return is_erased;
    case DO_MESSAGE_BACK:
        return !is_erased && !inbox->undo.marks;
    default:
        return false;
    }
}

/* Coming and going. */

static void inbox_free(void *state)
{
    struct inbox *inbox = state;

    if (inbox->program->follower.arg == inbox)
        inbox->program->follower = (struct program_follower){ .arg = NULL };
    for (int i = 0; i < TOPICS; i++)
        program_release(inbox->program, topics[i]);
    errands_forget(inbox->program->errands, inbox);
    table_free(inbox->table);
    shelf_free(inbox->shelf);
    inbox_work_done(&inbox->work);
    inbox_work_done(&inbox->undo);
    free(inbox);
}

const struct view_kind inbox_kind = {
    .name = N_("Voicemail"),
    .scopes = { SCOPE_INBOX, SCOPE_LIST },
    .draw = inbox_draw,
    .input = inbox_input,
    .run = inbox_run,
    .pane = inbox_pane,
    .hides = inbox_hides,
    .filter = inbox_filter,
    .table = inbox_view_table,
    .free = inbox_free,
};

int inbox_open(struct program *program)
{
    assert(program);
    struct inbox *inbox = calloc(1, sizeof(*inbox));

    if (!inbox)
        return -ENOMEM;
    inbox->program = program;
    write_filter(inbox);
    int rc = inbox_table_new(inbox);
    if (rc == 0)
        rc = shelf_new(program, &shelf_of_messages, inbox->filter,
                       &inbox->shelf);
    if (rc < 0) {
        table_free(inbox->table);
        free(inbox);
        return rc;
    }
    for (int i = 0; i < TOPICS; i++)
        program_hold(program, topics[i]);
    if (!player_hindrance(program))
        player_look(program);
    rc = ui_replace(program->ui, &inbox_kind, inbox);
    if (rc == 0)
        program->follower = (struct program_follower){ follow, inbox };
    return rc;
}
