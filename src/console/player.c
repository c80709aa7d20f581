/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys become commands; the server says what came of them. */

#include "console/player.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/doing.h"
#include "console/key.h"
#include "console/phone.h"
#include "console/program.h"
#include "wire/record_json.h"

enum { SPEED_STEP = 25, SPEED_MIN = 50, SPEED_MAX = 200 }; /* percent */

static bool is_playing(const struct program *program)
{
    return program->player.now.recording_id != 0 ||
           program->player.now.prompt_id != 0;
}

/* The phone was picked up, or it is over: what was said of that hides what is
   said next. */
static void unsay(struct program *program)
{
    ui_unsay(program->ui, program->player.refused.text);
    safe_text_copy(&program->player.refused, "");
}

static void forget(struct program *program)
{
    unsay(program);
    program->player.now = (struct shape_listening){ 0 };
}

static void take(struct program *program, const struct outcome *outcome)
{
    struct shape_listening now = { 0 };

    if (record_from_json(shape_record(SHAPE_LISTENING), outcome->value,
                         MISSING_KEPT, &now, NULL) < 0)
        return;
    program->player.now = now;
    if (!now.ringing)
        unsay(program);
}

/* Over: at its end, or whoever listened has hung up. */
static bool is_over(const struct outcome *outcome)
{
    return strcmp(outcome->problem.code, "listens_not") == 0;
}

static void end(struct program *program)
{
    if (is_playing(program))
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("Your phone plays no longer.")));
    forget(program);
}

static void take_look(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;

    program->player.is_asked = false;
    if (outcome->is_done)
        take(program, outcome);
    else if (is_over(outcome))
        end(program);
}

static void take_control(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;

    if (outcome->is_done)
        take(program, outcome);
    else if (is_over(outcome))
        forget(program);
    else if (strcmp(outcome->problem.code, "not_picked_up") == 0)
        program->player.refused = outcome->complaint;
}

static void take_begin(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;

    if (!outcome->is_done) {
        forget(program);
        return;
    }
    ui_say(program->ui, SEVERITY_INFO, "%s",
           program_text(program, phone_is_heard_by(program)));
    player_look(program);
}

/* What is rung for: by its route a prompt, or another sound. */
struct beginning {
    enum route_id route;
    uint64_t id;
    int64_t version; /* of a prompt as it was once */
};

static void begin(struct program *program, const struct beginning *what)
{
    bool is_prompt = what->route == ROUTE_PROMPT_LISTEN ||
                     what->route == ROUTE_PROMPT_VERSION_LISTEN;
    struct errand errand = { .route = what->route,
                             .id = what->id,
                             .part_id = (uint64_t)what->version,
                             .done = take_begin,
                             .owner = program };

    assert(program);
    if (program_send(program, &errand))
        program->player.now = (struct shape_listening){
            .recording_id = is_prompt ? 0 : what->id,
            .prompt_id = is_prompt ? what->id : 0,
            .ringing = true,
            .speed_percent = 100,
        };
}

void player_begin(struct program *program, uint64_t recording_id)
{
    begin(program, &(struct beginning){ .route = ROUTE_RECORDING_LISTEN,
                                        .id = recording_id });
}

void player_begin_message(struct program *program, uint64_t message_id)
{
    begin(program, &(struct beginning){ .route = ROUTE_VOICEMAIL_LISTEN,
                                        .id = message_id });
}

void player_begin_prompt(struct program *program, uint64_t prompt_id)
{
    begin(program,
          &(struct beginning){ .route = ROUTE_PROMPT_LISTEN, .id = prompt_id });
}

void player_begin_former(struct program *program, uint64_t prompt_id,
                         int64_t version)
{
    if (version > 0)
        begin(program, &(struct beginning){ ROUTE_PROMPT_VERSION_LISTEN,
                                            prompt_id, version });
}

void player_look(struct program *program)
{
    assert(program);
    struct errand errand = { .route = ROUTE_LISTENING_READ,
                             .done = take_look,
                             .owner = program,
                             .is_quiet = true };

    if (!program->player.is_asked)
        program->player.is_asked = program_send(program, &errand);
}

void player_tick(struct program *program)
{
    assert(program);
    if (is_playing(program) && program_is_live(program))
        player_look(program);
}

const char *player_hindrance(const struct program *program)
{
    assert(program);
    const struct topic_me *me = program_me(program);

    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (!program_may(program, PERMISSION_RECORDING_LISTEN))
        return N_("This needs the right recording.listen.");
    if (!me || me->agent_id == 0 || me->device_id == 0)
        return N_("You are no agent with a phone. Make yourself one: cclite "
                  "agent set NAME --user USER --device PHONE");
    return NULL;
}

/* While they wrap up the phone is free. */
static bool is_in_use(enum agent_state state)
{
    return state == AGENT_OFFERED || state == AGENT_TALKING ||
           state == AGENT_HOLD;
}

const char *player_obstacle(const struct program *program)
{
    const struct replica_row *found = program_agent(program);
    const struct topic_agents *agent = found ? found->fields : NULL;
    const char *hindrance = player_hindrance(program);

    if (hindrance)
        return hindrance;
    if (program->player.now.recording_id != 0)
        return N_("Your phone plays one already. s stops it.");
    if (agent && !agent->reachable)
        return N_("Your phone cannot be reached. Is it registered?");
    if (agent && is_in_use(doing_state(agent)))
        return N_("Your phone is in use. Listen when the call is over.");
    return NULL;
}

/* Whether the phone has been picked up by now the server knows best: it may
 * have been, since it was asked last. */
bool player_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const char *reason = player_hindrance(program);

    (void)action;
    if (!reason && !is_playing(program))
        reason =
            N_("Your phone plays nothing. On a recording or prompt, l begins.");
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

static void control(struct program *program, enum listening_action action,
                    int64_t value)
{
    struct shape_listening_asked asked = { .action = action, .value = value };

    program_send(program,
                 &(struct errand){
                     .route = ROUTE_LISTENING_CONTROL,
                     .body = record_to_json(shape_record(SHAPE_LISTENING_ASKED),
                                            &asked, EVENT_WHOLE),
                     .done = take_control,
                     .owner = program,
                 });
}

/* The next step of speed, kept here so that two quick keys are two steps. */
static void change_speed(struct program *program, int by)
{
    struct shape_listening *now = &program->player.now;
    int64_t speed = now->speed_percent + by;

    now->speed_percent = speed < SPEED_MIN   ? SPEED_MIN
                         : speed > SPEED_MAX ? SPEED_MAX
                                             : speed;
    control(program, LISTENING_SPEED, now->speed_percent);
}

bool player_run(struct program *program, int action)
{
    static const struct {
        int action;
        int64_t skip_ms;
    } skips[] = { { DO_PLAY_BACK, -5000 },
                  { DO_PLAY_FORWARD, 5000 },
                  { DO_PLAY_FAR_BACK, -10000 },
                  { DO_PLAY_FAR_FORWARD, 10000 } };

    assert(program);
    for (size_t i = 0; i < sizeof(skips) / sizeof(skips[0]); i++)
        if (skips[i].action == action) {
            control(program, LISTENING_SKIP, skips[i].skip_ms);
            return true;
        }
    if (action == DO_PLAY_PAUSE)
        control(program,
                program->player.now.paused ? LISTENING_PLAY : LISTENING_PAUSE,
                0);
    else if (action == DO_PLAY_SLOWER || action == DO_PLAY_FASTER)
        change_speed(program,
                     action == DO_PLAY_FASTER ? SPEED_STEP : -SPEED_STEP);
    else if (action == DO_PLAY_STOP)
        control(program, LISTENING_STOP, 0);
    else
        return false;
    return true;
}
