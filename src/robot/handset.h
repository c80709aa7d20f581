/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One end of a call: a SIP leg, its sound, and a voice. */

#ifndef ROBOT_HANDSET_H
#define ROBOT_HANDSET_H

#include <stdbool.h>
#include <stdint.h>

#include "robot/room.h"
#include "robot/voice.h"

struct ear;
struct ears;

/* Lives inside what it is of, as the first member. */
struct handset {
    struct room *room;
    uint64_t id;     /* also the leg's; 0: not in the room */
    struct leg *leg; /* borrowed; NULL before and after */
    struct media_stream_id stream;
    uint16_t port;
    bool is_caller;
    unsigned expected_voice; /* that it should hear */
    bool speaks;             /* its voice is being played */
    struct sound *sound;
    struct wheel_timer timer; /* for its owner */
    /* Listening; see ear.h. */
    struct ear *ear;
    struct ears *waits_in; /* NULL: does not wait for an ear */
    struct handset *next_listener;
    void (*heard)(struct handset *handset, unsigned voice);
};

/**
 * Enters the room: gets an id and opens a stream.
 *
 * @param voice  1 to VOICE_COUNT
 *
 * @return 0, or what media_open() or voice_sound() return, or -ENOSPC
 */
int handset_enter(struct handset *handset, struct room *room, unsigned voice);

/** Who has that id; NULL: nobody. */
struct handset *handset_find(const struct room *room, uint64_t id);

/**
 * Describes its sound as both laws and events, to be offered or answered.
 *
 * @param address  to be shown, without a port
 */
struct media_description handset_describe(
    const struct handset *handset, const struct sockaddr_storage *address);

/** Lets sound flow to and from a peer, and begins to speak. */
void handset_connect(struct handset *handset,
                     const struct media_description *remote);

/** Presses a key for a tenth of a second. */
void handset_press(struct handset *handset, char digit);

/** Runs the owner's timer. */
void handset_later(struct handset *handset, uint32_t after_ms,
                   void (*then)(void *handset));

/** Leaves the room; its leg should be gone. */
void handset_leave(struct handset *handset);

#endif
