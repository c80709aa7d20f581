/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits to be fetched: commands for the core, notes for the store. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "calls/inside.h"

static void want(struct calls *calls)
{
    if (calls->wanted)
        calls->wanted(calls->arg);
}

/*
 * Without room, a word of the world is lost, as it may be on any network: the
 * core's deadline answers for it.
 */
void queue_command(struct calls *calls, const struct command *command)
{
    if (fifo_push(&calls->commands, command) == 0)
        want(calls);
}

void queue_serial(struct calls *calls, enum command_type type, uint64_t serial)
{
    struct command command = { .type = type };

    switch (type) {
    case COMMAND_CALLER_CONNECTED:
        command.as.caller_connected.serial = serial;
        break;
    case COMMAND_PROMPT_ENDED:
        command.as.prompt_ended.serial = serial;
        break;
    case COMMAND_LEG_ANSWERED:
        command.as.leg_answered.serial = serial;
        break;
    case COMMAND_LEG_GONE:
        command.as.leg_gone.serial = serial;
        break;
    case COMMAND_LEG_HUNG_UP:
        command.as.leg_hung_up.serial = serial;
        break;
    default:
        assert(0 && "a command that has only a serial");
    }
    queue_command(calls, &command);
}

void queue_failed(struct calls *calls, uint64_t serial,
                  enum offer_result result)
{
    const struct command command = {
        .type = COMMAND_LEG_FAILED,
        .as.leg_failed = { .serial = serial, .result = result },
    };

    queue_command(calls, &command);
}

void queue_redirected(struct calls *calls, uint64_t serial, const char *number)
{
    struct command command = {
        .type = COMMAND_LEG_REDIRECTED,
        .as.leg_redirected = { .serial = serial },
    };
    struct phone_number *to = &command.as.leg_redirected.number;

    static_assert(sizeof(to->text) > LEG_REDIRECT_MAX, "it fits");
    memcpy(to->text, number, strlen(number) + 1);
    queue_command(calls, &command);
}

static struct calls_note *make_note(enum calls_note_kind kind, const char *key,
                                    const char *text, bool gone)
{
    size_t key_size = strlen(key) + 1, text_size = strlen(text) + 1;
    struct calls_note *note = malloc(sizeof(*note) + key_size + text_size);

    if (!note)
        return NULL;

    char *place = (char *)(note + 1);

    *note = (struct calls_note){ kind, gone, place, place + key_size };
    memcpy(place, key, key_size);
    memcpy(place + key_size, text, text_size);
    return note;
}

void queue_note(struct calls *calls, enum calls_note_kind kind, const char *key,
                const char *text)
{
    struct calls_note *note = make_note(kind, key, text ? text : "", !text);

    if (note && fifo_push(&calls->notes, &note) == 0)
        want(calls);
    else
        free(note);
}

bool calls_next_command(struct calls *calls, struct command *ret_command)
{
    assert(calls && ret_command);

    return fifo_pop(&calls->commands, ret_command);
}

struct calls_note *calls_next_note(struct calls *calls)
{
    struct calls_note *note = NULL;

    assert(calls);

    fifo_pop(&calls->notes, &note);
    return note;
}
