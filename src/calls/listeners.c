/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those to whom a recording or a prompt is played: rung, played to, let go. */

#include <assert.h>
#include <errno.h>

#include "calls/inside.h"

enum { NOBODY = 0, FULL_SPEED_PCT = 100 };

static void queue_over(struct calls *calls, uint64_t agent_id, uint64_t serial)
{
    const struct command command = {
        .type = COMMAND_LISTENING_OVER,
        .as.listening_over = { .agent_id = agent_id, .serial = serial },
    };

    queue_command(calls, &command);
}

static void queue_hears(struct calls *calls, const struct party *party)
{
    const struct command command = {
        .type = COMMAND_LISTENER_HEARS,
        .as.listener_hears = { .agent_id = party->listener.agent_id,
                               .serial = party->serial },
    };

    queue_command(calls, &command);
}

/* A recording comes from the disk while the phone rings, and what a prompt was
   once is given (calls_give_heard()); a prompt as it is is here. */
static int find_sound(struct calls *calls, struct party *party,
                      const struct effect *effect)
{
    struct sound *sound;

    if (effect->prompt_id && effect->object.text[0])
        return 0;
    if (!effect->prompt_id)
        return calls->recorder ? recorder_load(calls->recorder, effect->serial,
                                               effect->object.text)
                               : -ENOTSUP;

    sound = prompt_library_own(calls->prompt_library, effect->prompt_id);
    party->listener.sound = sound ? sound_ref(sound) : NULL;
    return sound ? 0 : -ENOENT;
}

static int ring(struct calls *calls, struct party *party,
                const struct effect *effect)
{
    struct leg_target target;
    const struct leg_call how = {
        .caller = effect->prompt_id ? "prompt" : "recording",
        .caller_name = "",
        .auto_answer = effect->auto_answer,
    };
    int rc = find_sound(calls, party, effect);

    if (rc < 0 || party->line)
        return rc;

    rc = leg_target_device(calls->signalling, effect->device_id, &target);
    return rc < 0 ? rc : callee_dial(calls, party, &target, &how);
}

/* As soon as both are there: who listens, and what. */
static void begin_to_play(struct calls *calls, struct party *party)
{
    const struct media_play how = {
        .sound = party->listener.sound,
        .play_id = party->serial,
    };

    if (party->is_answered && party->listener.sound &&
        media_play(calls->media, party->stream, NOBODY, &how) == 0)
        queue_hears(calls, party);
}

/* Over, whether the leg goes with it, or stands. */
static void end_listening(struct calls *calls, struct party *party)
{
    if (party->line && party->leg) {
        queue_over(calls, party->listener.agent_id, party->serial);
        line_give_back(calls, party);
    } else if (party->leg) {
        leg_hang_up(party->leg, LEG_WHY_NORMAL);
    } else {
        listener_ended(calls, party);
    }
}

void do_listen(struct calls *calls, const struct effect *effect)
{
    struct party *party = effect->granted_by
                              ? line_lend(calls, effect, PARTY_LISTENER)
                              : callee_add(calls, PARTY_LISTENER, effect);

    if (!party) {
        queue_over(calls, effect->agent_id, effect->serial);
        return;
    }

    party->listener.agent_id = effect->agent_id;
    party->listener.speed_pct = FULL_SPEED_PCT;
    if (ring(calls, party, effect) < 0)
        end_listening(calls, party);
    else
        begin_to_play(calls, party);
}

/* Nobody waits for the leg to be gone: the core has gone on. */
void do_stop_listening(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_by_serial(&calls->parties, effect->granted_by);

    if (party && line_is_lent_as(party, effect->granted_by))
        line_give_back(calls, party);
    else if (party && party->leg)
        leg_hang_up(party->leg, LEG_WHY_NORMAL);
}

void listener_answered(struct calls *calls, struct party *party)
{
    begin_to_play(calls, party);
}

void calls_give_heard(struct calls *calls, uint64_t serial, struct sound *sound)
{
    struct party *party = party_by_serial(&calls->parties, serial);

    assert(serial);
    if (!party || party->kind != PARTY_LISTENER || party->listener.sound) {
        sound_unref(sound);
        return;
    }
    if (!sound) {
        end_listening(calls, party);
        return;
    }

    party->listener.sound = sound;
    begin_to_play(calls, party);
}

void listener_loaded(struct calls *calls, const struct recorder_event *event)
{
    if (!message_loaded(calls, event->id, event->sound))
        calls_give_heard(calls, event->id, event->sound);
}

/* The sound is over, and with it the call. */
void listener_heard_all(struct calls *calls, struct party *party)
{
    if (party->leg)
        end_listening(calls, party);
}

void listener_ended(struct calls *calls, struct party *party)
{
    queue_over(calls, party->listener.agent_id, party->serial);
    party_gone(calls, party);
}

/* What people do with it. */

static int control(struct calls *calls, struct party *party,
                   enum listening_action action, int64_t value)
{
    static const enum media_play_action actions[] = {
        [LISTENING_PLAY] = MEDIA_PLAY_GO_ON,
        [LISTENING_PAUSE] = MEDIA_PLAY_PAUSE,
        [LISTENING_SEEK] = MEDIA_PLAY_SEEK,
        [LISTENING_SKIP] = MEDIA_PLAY_SKIP,
        [LISTENING_SPEED] = MEDIA_PLAY_SPEED,
    };

    if (action == LISTENING_STATUS)
        return 0;
    if (action == LISTENING_STOP ||
        (action == LISTENING_SPEED &&
         (value < MEDIA_SLOWEST_PCT || value > MEDIA_FASTEST_PCT)))
        return -EINVAL;
    if (!party->is_answered || !party->listener.sound)
        return -ENOTCONN;

    if (action == LISTENING_PLAY || action == LISTENING_PAUSE)
        party->listener.is_paused = action == LISTENING_PAUSE;
    if (action == LISTENING_SPEED)
        party->listener.speed_pct = (unsigned)value;
    return media_control_play(calls->media, party->stream, NOBODY,
                              actions[action], value);
}

int calls_control_listening(struct calls *calls, uint64_t serial,
                            enum listening_action action, int64_t value,
                            struct calls_listening *ret_listening)
{
    assert(calls && ret_listening);

    struct party *party = party_by_serial(&calls->parties, serial);
    uint32_t at_ms = 0;

    if (!party || party->kind != PARTY_LISTENER)
        return -ENOENT;

    int rc = control(calls, party, action, value);
    if (rc < 0)
        return rc;

    (void)media_play_at(calls->media, party->stream, &at_ms);
    *ret_listening = (struct calls_listening){
        .is_ringing = !party->is_answered,
        .is_paused = party->listener.is_paused,
        .at_ms = at_ms,
        .length_ms =
            party->listener.sound ? sound_length_ms(party->listener.sound) : 0,
        .speed_pct = party->listener.speed_pct,
    };
    return 0;
}
