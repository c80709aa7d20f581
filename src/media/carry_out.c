/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands to one stream, and their answers. */

#include "media/command.h"

#include <assert.h>

static void answer(const struct media_command *command, int result)
{
    struct media_event event = {
        .type = MEDIA_ANSWER,
        .tag = command->tag,
        .result = result,
    };

    media_stream_tell(command->stream, &event, NULL);
}

static void carry_out_play(const struct media_command *command)
{
    const struct media_play *play = &command->with.play;
    int rc = media_stream_play(command->stream, play->sound, play->play_id,
                               play->offset_ms, play->loop);

    answer(command, rc);
    if (rc == 0)
        return;

    /* Every accepted play has its end, which brings the sound back. */
    struct media_event event = {
        .type = MEDIA_PLAY_ENDED,
        .play_id = play->play_id,
        .ending = MEDIA_PLAY_STOPPED,
    };

    media_stream_tell(command->stream, &event, play->sound);
}

/* The result of a command that is over with its answer. */
static int result_of(const struct media_command *command, int64_t now_us)
{
    struct media_stream *stream = command->stream;

    switch (command->type) {
    case COMMAND_CONNECT:
        return media_stream_connect(stream, &command->with.connect.remote,
                                    &command->with.connect.agreed, now_us);
    case COMMAND_BRIDGE:
        return media_stream_bridge(stream, command->with.partner, now_us);
    case COMMAND_DIGIT:
        return media_stream_send_digit(stream, command->with.digit.event,
                                       command->with.digit.duration_ms);
    case COMMAND_CONTROL_PLAY:
        return media_stream_control_play(stream, command->with.control.action,
                                         command->with.control.value);
    case COMMAND_STOP_PLAY:
        media_stream_stop_play(stream, MEDIA_PLAY_STOPPED);
        return 0;
    case COMMAND_UNBRIDGE:
        media_stream_unbridge(stream);
        return 0;
    case COMMAND_RECORD:
        media_stream_record(stream, command->with.record.other,
                            command->with.record.tape, now_us);
        media_stream_watch_quiet(stream, command->with.record.quiet_ms, now_us);
        return 0;
    case COMMAND_PAUSE_RECORD:
        return media_stream_pause_record(stream, command->with.pause);
    case COMMAND_STOP_RECORD:
        media_stream_stop_record(stream, now_us);
        return 0;
    default:
        /* The others are the thread's own. */
        assert(command->type == COMMAND_MUTE);
        stream->muted = command->with.mute;
        return 0;
    }
}

void media_command_carry_out(const struct media_command *command,
                             int64_t now_us)
{
    assert(command && command->stream);

    if (command->type == COMMAND_PLAY)
        carry_out_play(command);
    else
        answer(command, result_of(command, now_us));
}
