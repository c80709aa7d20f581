/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the SIP stack tells: found its party, handed on. */

#include <errno.h>
#include <string.h>

#include "calls/inside.h"
#include "calls/keepsake.h"

static struct party *party_of(struct calls *calls, const struct leg *leg)
{
    return party_find(&calls->parties, leg_id(leg));
}

static void incoming(void *arg, struct leg *leg,
                     const struct leg_invite *invite)
{
    caller_arrives(arg, leg, invite);
}

static void ringing(void *arg, struct leg *leg, int code,
                    const struct media_description *early)
{
    struct party *party = party_of(arg, leg);

    if (party)
        callee_rings(arg, party, code, early);
}

static void answered(void *arg, struct leg *leg,
                     const struct media_description *remote)
{
    struct party *party = party_of(arg, leg);

    if (party)
        callee_answered(arg, party, remote);
}

static void confirmed(void *arg, struct leg *leg,
                      const struct media_description *remote)
{
    struct party *party = party_of(arg, leg);

    if (party)
        caller_confirmed(arg, party, remote);
}

/* A phone that holds says that it will not listen; a caller's hold is only
   followed, an agent's is a hold of the contact. */
static void media_changed(void *arg, struct leg *leg,
                          const struct media_description *remote)
{
    struct calls *calls = arg;
    struct party *party = party_of(calls, leg);
    struct command command = { .type = COMMAND_LEG_HELD };

    if (!party)
        return;

    bool is_held = (remote->direction & MEDIA_RECEIVES) == 0 ||
                   (remote->direction & MEDIA_SENDS) == 0;

    stream_connect(calls, party, remote);
    if (party->is_held == is_held)
        return;

    party->is_held = is_held;
    if (party->kind != PARTY_AGENT)
        return;

    command.as.leg_held.serial = party->serial;
    command.as.leg_held.held = is_held;
    queue_command(calls, &command);
}

/* This layer never offers anew: hold acts in the server. */
static void reoffered(void *arg, struct leg *leg, int code,
                      const struct media_description *remote)
{
    (void)arg;
    (void)leg;
    (void)code;
    (void)remote;
}

static void digit(void *arg, struct leg *leg, char key, uint32_t duration_ms)
{
    struct party *party = party_of(arg, leg);
    struct command command = { .type = COMMAND_PRESS_DIGIT };

    (void)duration_ms;
    if (!party || party->kind != PARTY_CALLER || party->contact_id == 0)
        return;

    command.as.press_digit.contact_id = party->contact_id;
    command.as.press_digit.digit.text[0] = key;
    queue_command(arg, &command);
}

static void refer(void *arg, struct leg *leg, const struct leg_refer *to)
{
    struct party *party = party_of(arg, leg);

    if (party)
        callee_referred(arg, party, to);
    else
        leg_refer_result(leg, 603);
}

static void ended(void *arg, struct leg *leg, const struct leg_end *end)
{
    struct party *party = party_of(arg, leg);

    if (!party)
        return;
    if (party->kind == PARTY_CALLER)
        caller_ended(arg, party, end);
    else
        callee_ended(arg, party, end);
}

static void dialog_up(void *arg, uint64_t id, const struct leg_left *left)
{
    char key[CALLS_NOTE_KEY_SIZE];
    char text[CALLS_NOTE_TEXT_SIZE];

    keepsake_dialog_key(id, key);
    if (keepsake_write_dialog(left, text) == 0)
        queue_note(arg, CALLS_NOTE_DIALOG, key, text);
}

static void dialog_gone(void *arg, uint64_t id)
{
    char key[CALLS_NOTE_KEY_SIZE];

    keepsake_dialog_key(id, key);
    queue_note(arg, CALLS_NOTE_DIALOG, key, NULL);
}

static bool is_emergency(void *arg, uint64_t device_id,
                         const struct leg_text *called)
{
    return configuration_is_emergency(arg, device_id, called);
}

static void queue_device(struct calls *calls, enum command_type type,
                         uint64_t device_id)
{
    struct command command = { .type = type };

    if (type == COMMAND_DEVICE_SEEN)
        command.as.device_seen.device_id = device_id;
    else
        command.as.device_lost.device_id = device_id;
    queue_command(calls, &command);
}

static void reachable(void *arg, uint64_t device_id)
{
    queue_device(arg, COMMAND_DEVICE_SEEN, device_id);
}

static void unreachable(void *arg, uint64_t device_id)
{
    queue_device(arg, COMMAND_DEVICE_LOST, device_id);
}

static void binding_set(void *arg, const struct phone_binding *binding)
{
    char key[CALLS_NOTE_KEY_SIZE];
    char text[CALLS_NOTE_TEXT_SIZE];

    keepsake_binding_key(binding, key);
    if (keepsake_write_binding(binding, text) == 0)
        queue_note(arg, CALLS_NOTE_BINDING, key, text);
}

static void binding_gone(void *arg, const struct phone_binding *binding)
{
    char key[CALLS_NOTE_KEY_SIZE];

    keepsake_binding_key(binding, key);
    queue_note(arg, CALLS_NOTE_BINDING, key, NULL);
}

static void message(void *arg, const struct signal_message *one)
{
    tracing_message(arg, one);
}

void sip_handlers(struct calls *calls, struct signalling_handlers *ret)
{
    *ret = (struct signalling_handlers){
        .leg = {
            .incoming = incoming,
            .ringing = ringing,
            .answered = answered,
            .confirmed = confirmed,
            .media_changed = media_changed,
            .reoffered = reoffered,
            .digit = digit,
            .refer = refer,
            .ended = ended,
            .dialog_up = dialog_up,
            .dialog_gone = dialog_gone,
            .is_emergency = is_emergency,
        },
        .registrar = {
            .reachable = reachable,
            .unreachable = unreachable,
            .binding_set = binding_set,
            .binding_gone = binding_gone,
        },
        .message = calls->trace ? message : NULL,
        .arg = calls,
    };
}

int calls_load_note(struct calls *calls, enum calls_note_kind kind,
                    const char *key, const char *text)
{
    struct phone_binding binding;
    struct leg_left left;

    if (strlen(key) >= CALLS_NOTE_KEY_SIZE)
        return -EBADMSG;

    switch (kind) {
    case CALLS_NOTE_BINDING:
        if (keepsake_read_binding(text, &binding) < 0)
            return -EBADMSG;
        if (registrar_load_binding(calls->signalling, &binding) < 0)
            queue_note(calls, kind, key, NULL);
        return 0;
    case CALLS_NOTE_DIALOG:
        if (keepsake_read_dialog(text, &left) < 0)
            return -EBADMSG;
        leg_left_bye(calls->signalling, &left);
        queue_note(calls, kind, key, NULL);
        return 0;
    }

    return -EBADMSG;
}
