/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of the core become the tables of the SIP stack. */

#include <stdlib.h>
#include <string.h>

#include "calls/inside.h"
#include "calls/trunks.h"
#include "core/dialling.h"

enum { DEVICES_MAX = 20000 };

/* A phone can register once its name and its password are both known, in
   whichever order they come. */
struct known_device {
    uint64_t id;
    struct name name; /* "": not yet */
    uint8_t ha1[CALLS_HA1_SIZE];
    bool has_ha1;
    enum media_srtp srtp;
    struct phone_number line_prefix; /* that it dials before outside numbers */
};

static struct known_device *find_device(struct calls *calls, uint64_t id)
{
    for (size_t i = 0; i < calls->device_count; i++)
        if (calls->devices[i].id == id)
            return &calls->devices[i];

    return NULL;
}

static struct known_device *find_or_add_device(struct calls *calls, uint64_t id)
{
    struct known_device *device = find_device(calls, id);

    if (device || calls->device_count == DEVICES_MAX)
        return device;

    if (calls->device_count == calls->device_room) {
        size_t room = calls->device_room ? 2 * calls->device_room : 64;
        struct known_device *grown =
            realloc(calls->devices, room * sizeof(*grown));
        if (!grown)
            return NULL;

        calls->devices = grown;
        calls->device_room = room;
    }

    device = &calls->devices[calls->device_count++];
    *device = (struct known_device){ .id = id };
    return device;
}

static void push_device(struct calls *calls, const struct known_device *device)
{
    struct registrar_device pushed = {
        .id = device->id,
        .username = device->name.text,
        .srtp = device->srtp,
    };

    if (!device->name.text[0] || !device->has_ha1)
        return;

    memcpy(pushed.ha1, device->ha1, sizeof(pushed.ha1));
    registrar_set_device(calls->signalling, &pushed);
}

/* The password's hash contains the name: a new name needs a new password. */
static void set_device(struct calls *calls,
                       const struct event_device_set *document)
{
    struct known_device *device = find_or_add_device(calls, document->id);
    if (!device)
        return;

    bool is_renamed = device->name.text[0] &&
                      strcmp(device->name.text, document->name.text) != 0;

    device->name = document->name;
    device->srtp = srtp_of(document->srtp);
    device->line_prefix = document->line_prefix;
    if (is_renamed) {
        device->has_ha1 = false;
        registrar_remove_device(calls->signalling, device->id);
    }
    push_device(calls, device);
}

void calls_set_secret(struct calls *calls, uint64_t device_id,
                      const uint8_t ha1[CALLS_HA1_SIZE])
{
    struct known_device *device = find_or_add_device(calls, device_id);
    if (!device)
        return;

    memcpy(device->ha1, ha1, sizeof(device->ha1));
    device->has_ha1 = true;
    push_device(calls, device);
}

static void remove_device(struct calls *calls, uint64_t id)
{
    struct known_device *device = find_device(calls, id);

    registrar_remove_device(calls->signalling, id);
    if (device)
        *device = calls->devices[--calls->device_count];
}

void configuration_take_event(struct calls *calls, const struct event *event)
{
    switch (event->type) {
    case EVENT_DEVICE_SET:
        set_device(calls, &event->as.device_set);
        break;
    case EVENT_DEVICE_REMOVED:
        remove_device(calls, event->as.device_removed.id);
        break;
    case EVENT_TRUNK_SET:
        trunks_set(calls, &event->as.trunk_set);
        break;
    case EVENT_TRUNK_REMOVED:
        trunks_remove(calls, event->as.trunk_removed.id);
        break;
    case EVENT_PROMPT_SET:
        /* Out of memory it has no sound: its flows take their way out. */
        (void)prompt_library_set(calls->prompt_library, &event->as.prompt_set);
        break;
    case EVENT_PROMPT_REMOVED:
        prompt_library_remove(calls->prompt_library,
                              event->as.prompt_removed.id);
        break;
    default:
        break;
    }
}

static bool any_dials_for_help(const struct calls *calls, const char *number)
{
    for (size_t i = 0; i < calls->line_out.count; i++)
        if (dialling_is_emergency(&calls->line_out.trunks[i].document, number))
            return true;

    return false;
}

bool configuration_is_emergency(struct calls *calls, uint64_t device_id,
                                const struct leg_text *called)
{
    const struct known_device *device = find_device(calls, device_id);
    const char *prefix = device ? device->line_prefix.text : "";
    size_t skipped = strlen(prefix);
    struct phone_number number = { "" };

    if (called->length >= sizeof(number.text))
        return false;

    memcpy(number.text, called->bytes, called->length);
    return any_dials_for_help(calls, number.text) ||
           (strncmp(number.text, prefix, skipped) == 0 &&
            any_dials_for_help(calls, number.text + skipped));
}

int calls_give_prompt(struct calls *calls, uint64_t prompt_id,
                      struct sound *sound)
{
    return prompt_library_give(calls->prompt_library, prompt_id, sound);
}

const struct prompt_shelf *calls_prompt_shelf(const struct calls *calls)
{
    return prompts_shelf(calls->prompts);
}

void configuration_done(struct calls *calls)
{
    free(calls->devices);
    trunks_done(calls);
}
