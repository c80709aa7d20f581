/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of the whole, its queues, and who does which effect. */

#include "calls/calls.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "calls/inside.h"
#include "calls/keepsake.h"

enum {
    DEFAULT_MAX_WAITING = 2000,
    MAX_COMMANDS = 1 << 18, /* far above what may wait */
    MAX_NOTES = 1 << 14,
    FORBIDDEN = 403,
};

/* Life. */

static void media_ready(int fd, unsigned events, void *arg)
{
    (void)fd;
    (void)events;
    stream_take_events(arg);
}

static void recorder_ready(int fd, unsigned events, void *arg)
{
    (void)fd;
    (void)events;
    recordings_take_events(arg);
}

static int open_recorder(struct calls *calls, const char *directory)
{
    if (!directory)
        return 0;

    int rc = recorder_new(directory, &calls->recorder);
    if (rc < 0)
        return rc;

    return loop_watch_fd(calls->loop, recorder_event_fd(calls->recorder),
                         LOOP_READ, recorder_ready, calls);
}

static int open_all(struct calls *calls, const struct calls_settings *settings)
{
    struct signalling_handlers handlers;

    int rc = party_table_init(&calls->parties, CALLS_MAX_PARTIES);
    if (rc == 0)
        rc = prompts_new(settings->prompt_dir, settings->country,
                         &calls->prompts);
    if (rc == 0)
        rc = prompt_library_new(&calls->prompt_library);
    if (rc == 0)
        rc = media_new(&settings->media, &calls->media);
    if (rc == 0)
        rc = loop_watch_fd(calls->loop, media_event_fd(calls->media), LOOP_READ,
                           media_ready, calls);
    if (rc == 0)
        rc = open_recorder(calls, settings->recording_dir);
    if (rc < 0)
        return rc;

    sip_handlers(calls, &handlers);
    return signalling_new(calls->loop, &settings->signalling, &handlers,
                          &calls->signalling);
}

int calls_new(struct loop *loop, const struct calls_settings *settings,
              struct calls **ret_calls)
{
    assert(loop && settings && ret_calls);

    struct calls *calls = calloc(1, sizeof(*calls));
    if (!calls)
        return -ENOMEM;

    fifo_init(&calls->commands, sizeof(struct command), MAX_COMMANDS);
    fifo_init(&calls->notes, sizeof(struct calls_note *), MAX_NOTES);
    calls->loop = loop;
    calls->wanted = settings->wanted;
    calls->arg = settings->arg;
    calls->trace = settings->trace;
    calls->max_waiting =
        settings->max_waiting ? settings->max_waiting : DEFAULT_MAX_WAITING;
    calls->party_of_stream = calloc(MEDIA_MAX_STREAMS, sizeof(uint64_t));
    int rc = calls->party_of_stream ? open_all(calls, settings) : -ENOMEM;
    if (rc < 0) {
        calls_free(calls);
        return rc;
    }

    *ret_calls = calls;
    return 0;
}

struct calls *calls_free(struct calls *calls)
{
    struct calls_note *note;

    if (!calls)
        return NULL;

    signalling_free(calls->signalling);
    if (calls->media)
        loop_unwatch_fd(calls->loop, media_event_fd(calls->media));
    media_free(calls->media);
    if (calls->recorder)
        loop_unwatch_fd(calls->loop, recorder_event_fd(calls->recorder));
    recorder_free(calls->recorder);
    prompts_free(calls->prompts);
    prompt_library_free(calls->prompt_library);
    party_table_done(&calls->parties);
    configuration_done(calls);
    free(calls->party_of_stream);
    fifo_done(&calls->commands);
    while ((note = calls_next_note(calls)))
        free(note);
    fifo_done(&calls->notes);
    free(calls);
    return NULL;
}

void calls_drain(struct calls *calls)
{
    signalling_drain(calls->signalling);
}

void calls_set_behind(struct calls *calls, bool is_behind)
{
    signalling_set_behind(calls->signalling, is_behind);
}

void calls_stop(struct calls *calls)
{
    signalling_stop(calls->signalling);
}

bool calls_is_quiet(const struct calls *calls)
{
    return signalling_is_quiet(calls->signalling);
}

size_t calls_party_count(const struct calls *calls)
{
    return calls->parties.count;
}

struct signalling *calls_signalling(struct calls *calls)
{
    return calls->signalling;
}

struct media *calls_media(struct calls *calls)
{
    return calls->media;
}

/* Events and effects. */

/* The caller may have hung up before the core gave the contact its number. */
static void name_contact(struct calls *calls, uint64_t call,
                         uint64_t contact_id)
{
    struct party *party = party_find(&calls->parties, call);
    if (!party)
        return;

    party->contact_id = contact_id;
    tracing_party(calls, party);
    secrecy_named(calls, party);
    if (!party->leg)
        party_gone(calls, party);
}

/* A contact's phone has called: when it is gone already, TAKE_CALL fails, and
   the contact's own caller is not meant. */
static void name_second(struct calls *calls,
                        const struct event_consult_phoned *phoned)
{
    struct party *party = party_find(&calls->parties, phoned->call);

    if (party)
        party->told_gone = party->leg == NULL;
    name_contact(calls, phoned->call, phoned->contact_id);
}

void calls_take_event(struct calls *calls, const struct event *event)
{
    assert(calls && event);

    if (event->type == EVENT_CONTACT_ARRIVED)
        name_contact(calls, event->as.contact_arrived.call,
                     event->as.contact_arrived.contact_id);
    else if (event->type == EVENT_CONTACT_DIALLED)
        name_contact(calls, event->as.contact_dialled.call,
                     event->as.contact_dialled.contact_id);
    else if (event->type == EVENT_CONSULT_PHONED)
        name_second(calls, &event->as.consult_phoned);
    else if (event->type == EVENT_CONTACT_ENDED)
        tracing_ended(calls, &event->as.contact_ended);
    else
        configuration_take_event(calls, event);
}

void calls_do(struct calls *calls, const struct effect *effect)
{
    static void (*const how[])(struct calls *, const struct effect *) = {
        [EFFECT_REJECT] = do_reject,
        [EFFECT_ANSWER] = do_answer,
        [EFFECT_PLAY] = do_play,
        [EFFECT_SAY] = do_say,
        [EFFECT_STOP_PLAY] = do_stop_play,
        [EFFECT_PLAY_MUSIC] = do_play_over,
        [EFFECT_RING_BACK] = do_ring_back,
        [EFFECT_RING] = do_ring,
        [EFFECT_CALL_LINE] = do_call_line,
        [EFFECT_LEND_LINE] = do_lend_line,
        [EFFECT_TALK] = do_talk,
        [EFFECT_STOP_RINGING] = do_end_callee,
        [EFFECT_DIAL] = do_dial,
        [EFFECT_DIAL_EMERGENCY] = do_dial,
        [EFFECT_TAKE_CALL] = do_take_call,
        [EFFECT_PICK_UP] = do_pick_up,
        [EFFECT_BRIDGE] = do_bridge,
        [EFFECT_HOLD] = do_hold,
        [EFFECT_RESUME] = do_resume,
        [EFFECT_JOIN_LEGS] = do_join_legs,
        [EFFECT_PARK_LEG] = do_park_leg,
        [EFFECT_MUTE] = do_mute,
        [EFFECT_UNMUTE] = do_mute,
        [EFFECT_SEND_DIGITS] = do_send_digits,
        [EFFECT_RELEASE] = do_end_callee,
        [EFFECT_HANG_UP] = do_hang_up,
        [EFFECT_BEEP] = do_beep,
        [EFFECT_PLAY_MESSAGE] = do_play_message,
        [EFFECT_SKIP_PLAY] = do_skip_play,
        [EFFECT_RECORD] = do_record,
        [EFFECT_PAUSE_RECORDING] = do_pause_recording,
        [EFFECT_RESUME_RECORDING] = do_resume_recording,
        [EFFECT_STOP_RECORDING] = do_stop_recording,
        [EFFECT_REPAIR_RECORDING] = do_repair_recording,
        [EFFECT_REMOVE_RECORDING] = do_remove_recording,
        [EFFECT_LISTEN] = do_listen,
        [EFFECT_CALL_VISITOR] = do_call_visitor,
        [EFFECT_STOP_LISTENING] = do_stop_listening,
    };

    assert(calls && effect && (size_t)effect->type < EFFECT_TYPE_COUNT);
    tracing_effect(calls, effect);
    how[effect->type](calls, effect);
}

/* A phone that asked for a transfer hears what became of it. */
static void referral_done(struct calls *calls,
                          const struct command_leg_referred *command, int rc)
{
    struct party *party = party_by_serial(&calls->parties, command->serial);

    if (!party || !party->leg || !party->was_referred)
        return;

    party->was_referred = false;
    leg_refer_result(party->leg, rc == 0 ? 200 : FORBIDDEN);
}

/* The core would not have this caller: too many, or no memory. */
static void arrival_refused(struct calls *calls,
                            const struct command_contact_arrives *command)
{
    struct party *party = party_find(&calls->parties, command->call);

    if (!party)
        return;

    party->told_gone = true;
    if (party->leg)
        leg_reject(party->leg, 503, NULL, "Retry-After: 5\r\n");
    else
        party_gone(calls, party);
}

void calls_command_done(struct calls *calls, const struct command *command,
                        int rc)
{
    assert(calls && command);

    if (command->type == COMMAND_LEG_REFERRED)
        referral_done(calls, &command->as.leg_referred, rc);
    if (command->type == COMMAND_CONTACT_ARRIVES && rc != 0)
        arrival_refused(calls, &command->as.contact_arrives);
}
