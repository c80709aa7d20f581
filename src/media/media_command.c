/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands, handed to the stream's home. */

#include "media/media_inside.h"

#include <assert.h>
#include <errno.h>

#include "media/command.h"
#include "media/digit_receiver.h"

/* Hands over a command that owes so many events. */
static int submit(struct media *media, struct media_stream *stream,
                  const struct media_command *command, size_t events)
{
    if (media->owed + events > owed_max(media))
        return -EAGAIN;

    int rc = media_thread_command(slot_of(media, stream)->home, command,
                                  media->settings.max_streams);

    if (rc == 0)
        media->owed += events;
    return rc;
}

static int submit_to(struct media *media, struct media_stream_id id,
                     struct media_command *command)
{
    assert(media);

    command->stream = find_stream(media, id, SLOT_OPEN);
    if (!command->stream)
        return -ESTALE;

    return submit(media, command->stream, command, 1);
}

/* An answer that needs no thread. */
static int answer_at_once(struct media *media, struct media_stream *stream,
                          uint64_t tag, int result)
{
    struct media_event event = {
        .type = MEDIA_ANSWER,
        .tag = tag,
        .result = result,
    };

    if (media->owed + 1 > owed_max(media))
        return -EAGAIN;

    media->owed++;
    media_stream_tell(stream, &event, NULL);
    return 0;
}

int media_connect(struct media *media, struct media_stream_id id, uint64_t tag,
                  const struct media_description *remote,
                  const struct media_description *local)
{
    assert(media && remote && local);

    struct media_command command = { .type = COMMAND_CONNECT, .tag = tag };

    command.stream = find_stream(media, id, SLOT_OPEN);
    if (!command.stream)
        return -ESTALE;

    int rc = media_command_agree(remote, local, media->settings.bind.ss_family,
                                 &command.with.connect.remote,
                                 &command.with.connect.agreed);
    if (rc < 0)
        return answer_at_once(media, command.stream, tag, rc);

    return submit(media, command.stream, &command, 1);
}

int media_play(struct media *media, struct media_stream_id id, uint64_t tag,
               const struct media_play *play)
{
    assert(media && play && play->sound);

    struct media_command command = {
        .type = COMMAND_PLAY,
        .stream = find_stream(media, id, SLOT_OPEN),
        .tag = tag,
        .with.play = *play,
    };

    if (!command.stream)
        return -ESTALE;

    int rc = submit(media, command.stream, &command, 2);

    /* Nobody gives back what main still holds before the event is read. */
    if (rc == 0)
        sound_ref(play->sound);
    return rc;
}

int media_control_play(struct media *media, struct media_stream_id id,
                       uint64_t tag, enum media_play_action action,
                       int64_t value)
{
    struct media_command command = {
        .type = COMMAND_CONTROL_PLAY,
        .tag = tag,
        .with.control = { action, value },
    };

    return submit_to(media, id, &command);
}

int media_stop_play(struct media *media, struct media_stream_id id,
                    uint64_t tag)
{
    struct media_command command = { .type = COMMAND_STOP_PLAY, .tag = tag };

    return submit_to(media, id, &command);
}

/* Partners share a thread. 0 or -errno of moving the second one. */
static int bring_together(struct media *media, struct media_stream *first,
                          struct media_stream *second)
{
    struct slot *here = slot_of(media, first);
    struct slot *there = slot_of(media, second);

    if (there->home == here->home)
        return 0;

    int rc = media_thread_move(there->home, here->home, second);

    if (rc == 0)
        there->home = here->home;
    return rc;
}

int media_bridge(struct media *media, struct media_stream_id a,
                 struct media_stream_id b, uint64_t tag)
{
    assert(media);

    struct media_stream *first = find_stream(media, a, SLOT_OPEN);
    struct media_stream *second = find_stream(media, b, SLOT_OPEN);
    struct media_command command = {
        .type = COMMAND_BRIDGE,
        .stream = first,
        .tag = tag,
        .with.partner = second,
    };

    if (!first || !second)
        return -ESTALE;
    if (first == second)
        return -EINVAL;

    int rc = bring_together(media, first, second);
    if (rc < 0)
        return answer_at_once(media, first, tag, rc);

    return submit(media, first, &command, 1);
}

int media_unbridge(struct media *media, struct media_stream_id id, uint64_t tag)
{
    struct media_command command = { .type = COMMAND_UNBRIDGE, .tag = tag };

    return submit_to(media, id, &command);
}

int media_mute(struct media *media, struct media_stream_id id, uint64_t tag,
               bool mute)
{
    struct media_command command = {
        .type = COMMAND_MUTE,
        .tag = tag,
        .with.mute = mute,
    };

    return submit_to(media, id, &command);
}

int media_record(struct media *media, struct media_stream_id right,
                 struct media_stream_id left, uint64_t tag, struct tape *tape)
{
    assert(media && tape);

    struct media_stream *first = find_stream(media, right, SLOT_OPEN);
    struct media_stream *second = find_stream(media, left, SLOT_OPEN);
    struct media_command command = {
        .type = COMMAND_RECORD,
        .stream = first,
        .tag = tag,
        .with.record = { .tape = tape, .other = second },
    };
    int rc = !first || !second ? -ESTALE
             : first == second ? -EINVAL
                               : bring_together(media, first, second);

    if (rc == 0)
        rc = submit(media, first, &command, 1);
    if (rc < 0)
        tape_end(tape, 0);
    return rc;
}

int media_record_alone(struct media *media, struct media_stream_id id,
                       uint64_t tag, struct tape *tape, uint32_t quiet_ms)
{
    assert(media && tape);

    struct media_command command = {
        .type = COMMAND_RECORD,
        .tag = tag,
        .with.record = { tape, NULL, quiet_ms },
    };
    int rc = submit_to(media, id, &command);

    if (rc < 0)
        tape_end(tape, 0);
    return rc;
}

int media_pause_record(struct media *media, struct media_stream_id right,
                       uint64_t tag, bool pause)
{
    struct media_command command = {
        .type = COMMAND_PAUSE_RECORD,
        .tag = tag,
        .with.pause = pause,
    };

    return submit_to(media, right, &command);
}

int media_stop_record(struct media *media, struct media_stream_id right,
                      uint64_t tag)
{
    struct media_command command = { .type = COMMAND_STOP_RECORD, .tag = tag };

    return submit_to(media, right, &command);
}

int media_send_digit(struct media *media, struct media_stream_id id,
                     uint64_t tag, char digit, uint32_t duration_ms)
{
    int event = digit_event(digit);

    if (event < 0 || duration_ms < MEDIA_MIN_DIGIT_MS ||
        duration_ms > MEDIA_MAX_DIGIT_MS)
        return -EINVAL;

    struct media_command command = {
        .type = COMMAND_DIGIT,
        .tag = tag,
        .with.digit = { (uint8_t)event, duration_ms },
    };

    return submit_to(media, id, &command);
}

int media_close(struct media *media, struct media_stream_id id, uint64_t tag)
{
    assert(media);

    struct media_command command = {
        .type = COMMAND_CLOSE,
        .stream = find_stream(media, id, SLOT_OPEN),
        .tag = tag,
    };

    if (!command.stream)
        return -ESTALE;

    struct slot *slot = slot_of(media, command.stream);
    int rc = media_thread_command(slot->home, &command, 0);

    assert(rc == 0); /* a place is reserved for each stream */
    slot->state = SLOT_CLOSING;
    return rc;
}
