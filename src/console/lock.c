/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A password, and the session that judges it. */

#include "console/lock.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/doing.h"
#include "console/login.h"
#include "console/word.h"
#include "tui/form.h"
#include "wire/value.h"

enum { PASSWORD = 1, SUBMIT };

enum { BOX_ROWS = 12, BOX_COLUMNS = 60 };

struct lock {
    struct program *program;
    struct form *form;
    struct name user; /* who locked it */
    uint64_t user_id;
    int64_t expires_wall_us; /* of the session that the password made */
    bool is_asking;
    struct safe_text complaint;
};

static const struct form_field fields[] = {
    { .id = PASSWORD,
      .kind = FORM_PASSWORD,
      .label = N_("Password"),
      .is_required = true,
      .max = 255 },
    { .id = SUBMIT, .kind = FORM_BUTTON, .label = N_("Unlock") },
};

/* The session that judged it. */

/* It is known by the moment at which it would end, to the microsecond. */
static uint64_t find_session(const struct lock *lock,
                             const struct json_t *items)
{
    for (size_t n = 0; value_is_list(items) && n < value_count(items); n++) {
        const struct json_t *item = value_at(items, n);

        if (!value_get_flag(item, "current") &&
            value_get_integer(item, "expires_wall_us", 0) ==
                lock->expires_wall_us)
            return (uint64_t)value_get_integer(item, "id", 0);
    }
    return 0;
}

static void unlock(struct lock *lock)
{
    ui_close(lock->program->ui, lock);
}

/* Whatever becomes of it, the password was right. */
static void take_sessions(void *owner, const struct outcome *outcome)
{
    struct lock *lock = owner;
    uint64_t session =
        outcome->is_done
            ? find_session(lock, value_get(outcome->value, "items"))
            : 0;

    if (session != 0)
        program_send(lock->program, &(struct errand){
                                        .route = ROUTE_SESSION_REMOVE,
                                        .id = lock->user_id,
                                        .part_id = session,
                                    });
    unlock(lock);
}

static void end_session(struct lock *lock)
{
    if (!program_send(lock->program, &(struct errand){
                                         .route = ROUTE_SESSION_LIST,
                                         .id = lock->user_id,
                                         .done = take_sessions,
                                         .owner = lock,
                                     }))
        unlock(lock);
}

static bool is_refused(const struct program *program)
{
    return !program->session ||
           session_link(program->session)->state == SESSION_REFUSED;
}

static void take_token(void *owner, const struct outcome *outcome)
{
    struct lock *lock = owner;
    struct program *program = lock->program;
    const char *token = value_get_text(outcome->value, "token");

    lock->is_asking = false;
    form_set_text(lock->form, PASSWORD, "");
    if (!outcome->is_done || !token) {
        lock->complaint = outcome->complaint;
        form_focus(lock->form, PASSWORD);
        return;
    }
    if (is_refused(program)) { /* ours has ended: this one follows it */
        login_keep_token(program, token);
        program_connect(program, token);
        unlock(lock);
        return;
    }
    lock->expires_wall_us =
        value_get_integer(outcome->value, "expires_wall_us", 0);
    end_session(lock);
}

static void submit(struct lock *lock)
{
    if (lock->is_asking ||
        form_review(lock->form, program_language(lock->program)) > 0)
        return;
    safe_text_copy(&lock->complaint, "");
    lock->is_asking =
        login_ask(lock->program, lock->user.text,
                  form_text(lock->form, PASSWORD), take_token, lock);
    if (!lock->is_asking)
        safe_text_copy(
            &lock->complaint,
            program_text(lock->program, N_("The server cannot be asked now.")));
}

/* Keys. */

static bool is_phone_key(const struct lock *lock, uint32_t stroke)
{
    return !stroke_is_text(stroke) &&
           action_of_stroke(ui_action_table(lock->program->ui), SCOPE_PHONE,
                            stroke);
}

static bool lock_input(void *state, const struct input *input)
{
    struct lock *lock = state;

    if (input->kind == INPUT_STROKE && is_phone_key(lock, input->stroke)) {
        safe_text_copy(
            &lock->complaint,
            program_text(lock->program, N_("Locked: unlock first, or use the "
                                           "phone itself.")));
        return true;
    }

    enum form_event event = form_input(lock->form, input);
    if (event == FORM_PRESSED || event == FORM_ENTERED)
        submit(lock);
    return true;
}

static bool lock_is_typing(const void *state)
{
    return form_is_typing(((const struct lock *)state)->form);
}

/* Nothing leads out of it. */
static bool lock_leave(void *state)
{
    (void)state;
    return true;
}

/* The picture. */

/* The call itself, and nothing of who calls. */
static void draw_phone(const struct lock *lock, const struct surface *inside,
                       int row)
{
    const struct program *program = lock->program;
    const struct topic_agents *agent = program_agent_fields(program);
    char time[WORD_TIME_SIZE];
    struct safe_text word, text;

    if (!program_is_live(program) || !agent)
        return;

    enum agent_state state = doing_state(agent);

    word_state(state, inside->style->language, &word);
    word_duration(program_state_age_us(program), time);
    safe_text_format(&text, "%s %s %s",
                     glyph_text(inside->style->tier, word_state_glyph(state)),
                     word.text, time);
    surface_text(inside, (struct place){ row, 2, 0, false },
                 (struct look){ (uint8_t)word_state_role(state), 0 }, &text);
    if (state == AGENT_OFFERED)
        surface_label(inside, (struct place){ row + 1, 2, 0, false },
                      LOOK(TEXT, 0), N_("A call rings. Unlock to answer it."));
}

static void draw_link(const struct lock *lock, const struct surface *surface)
{
    char clock[WORD_TIME_SIZE];

    word_clock(program_wall_us(lock->program), ui_is_calm(lock->program->ui),
               clock);
    surface_words(surface, (struct place){ 0, 1, surface->columns - 2, true },
                  LOOK(TEXT, 0), clock);
    surface_words(surface, (struct place){ 0, 1, 0, false }, LOOK(TITLE, 0),
                  "cclite");
}

static void lock_draw(void *state, const struct surface *surface)
{
    struct lock *lock = state;
    int rows = surface->rows < BOX_ROWS ? surface->rows : BOX_ROWS;
    int columns =
        surface->columns < BOX_COLUMNS ? surface->columns : BOX_COLUMNS;
    struct surface box =
        surface_part(surface, (surface->rows - rows) / 2,
                     (surface->columns - columns) / 2, rows, columns);
    struct safe_text user;

    draw_link(lock, surface);
    safe_text_copy(&user, lock->user.text);
    struct surface inside =
        surface_box(&box, surface_say(surface, N_("Locked")), user.text);
    struct surface form = surface_part(&inside, 4, 1, 4, inside.columns - 2);

    draw_phone(lock, &inside, 1);
    form_draw(lock->form, &form, true);
    if (lock->is_asking)
        surface_label(&inside, (struct place){ inside.rows - 1, 2, 0, false },
                      LOOK(DIM, 0), N_("asks the server"));
    else
        surface_text(&inside, (struct place){ inside.rows - 1, 2, 0, false },
                     LOOK(WARN, 0), &lock->complaint);
}

/* Coming and going. */

static void lock_free(void *state)
{
    struct lock *lock = state;

    lock->program->is_locked = false;
    errands_forget(lock->program->errands, lock);
    form_free(lock->form);
    free(lock);
}

static const struct view_kind lock_kind = {
    .name = N_("Locked"),
    .is_shut = true,
    .draw = lock_draw,
    .input = lock_input,
    .is_typing = lock_is_typing,
    .leave = lock_leave,
    .free = lock_free,
};

int lock_push(struct program *program)
{
    assert(program && program_me(program));
    const struct topic_me *me = program_me(program);
    struct lock *lock = calloc(1, sizeof(*lock));

    if (!lock)
        return -ENOMEM;
    if (form_new(fields, sizeof(fields) / sizeof(fields[0]), &lock->form) < 0) {
        free(lock);
        return -ENOMEM;
    }
    lock->program = program;
    lock->user = me->name;
    lock->user_id = me->user_id;
    program->is_locked = true;
    return ui_push(program->ui, &lock_kind, lock);
}

bool lock_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const struct topic_me *me = program_me(program);
    const char *reason = NULL;

    (void)action;
    if (!me)
        reason = N_("Sign in first.");
    else if (me->user_id == 0 || program->is_by_account)
        reason = N_("You signed in without a password: nothing would unlock "
                    "it.");
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}
