/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What main asks of a media thread: a flat value. */

#ifndef MEDIA_COMMAND_H
#define MEDIA_COMMAND_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

#include "media/stream.h"

enum media_command_type {
    COMMAND_ATTACH, /* a new stream is at home here; not answered */
    COMMAND_CONNECT,
    COMMAND_PLAY,
    COMMAND_STOP_PLAY,
    COMMAND_CONTROL_PLAY,
    COMMAND_BRIDGE,
    COMMAND_UNBRIDGE,
    COMMAND_MUTE,
    COMMAND_DIGIT,
    COMMAND_RECORD,
    COMMAND_PAUSE_RECORD,
    COMMAND_STOP_RECORD,
    COMMAND_CLOSE, /* answered by MEDIA_DETACHED */
    COMMAND_STOP,  /* ends the thread; not answered */
};

struct media_command {
    enum media_command_type type;
    struct media_stream *stream;
    uint64_t tag;
    union {
        struct {
            struct sockaddr_storage remote;
            struct stream_agreement agreed;
        } connect;
        struct media_play play; /* with a reference to the sound */
        struct media_stream *partner;
        bool mute;
        bool pause;
        struct {
            enum media_play_action action;
            int64_t value;
        } control;
        struct {
            struct tape *tape;          /* taken over */
            struct media_stream *other; /* NULL: it is recorded alone */
            uint32_t quiet_ms;          /* of one alone; 0: never */
        } record;
        struct {
            uint8_t event;
            uint32_t duration_ms;
        } digit;
    } with;
};

/**
 * Turns two descriptions into what a stream needs.
 *
 * @param family      of the media's sockets
 * @param ret_remote  the peer's address in that family; family 0: nowhere
 *
 * @return 0, or the errors of media_connect()'s answer
 */
int media_command_agree(const struct media_description *remote,
                        const struct media_description *local,
                        sa_family_t family, struct sockaddr_storage *ret_remote,
                        struct stream_agreement *ret_agreed);

/**
 * Carries out a command to a stream, other than ATTACH and CLOSE, and answers
 * it. In the stream's home; carry_out.c.
 */
void media_command_carry_out(const struct media_command *command,
                             int64_t now_us);

#endif
