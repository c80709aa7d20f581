/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two streams say, side by side in time, on its way to the disk. */

#ifndef MEDIA_TAPE_H
#define MEDIA_TAPE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/description.h"

/*
 * Two channels of mu-law in a ring of 2.5 s: the media thread puts packets
 * where they belong in time, the recorder's thread takes what can no longer
 * change. Neither waits for the other, and no packet asks for memory.
 *
 *     .. written | taken next ...... | may still change ......... | no room
 *               tail                head                     tail + ring
 *
 * A sample's place is the time of its packet's arrival, smoothed: the packet
 * that came soonest says how RTP's timestamps lie in time; no packet comes
 * before it was sent, so whatever looks too early corrects that at once. When
 * for 2 s even the soonest packet was late (the sender's clock is slow, the
 * path has become longer), the channel follows: by one sample a packet, which
 * nobody hears, or at once when it is much. A jump of the timestamps begins
 * anew at the arrival. So both channels stay within some milliseconds of the
 * moment in which they were heard here.
 *
 * What never came is silence. Late by more than 200 ms, a packet is not kept.
 * When the disk stands still for more than 2 s, what does not fit is lost, as
 * silence of the same length.
 */
enum tape_channel {
    TAPE_LEFT,  /* everyone else */
    TAPE_RIGHT, /* the agent */
    TAPE_CHANNELS,
};

enum {
    TAPE_RATE_HZ = 8000,
    TAPE_RING = 20000,  /* samples of a channel */
    TAPE_WINDOW = 1600, /* samples that may still come */
};

/* How a channel's timestamps lie in time. */
struct tape_track {
    bool started;
    uint32_t ssrc;
    uint32_t timestamp;   /* of some packet */
    int64_t position;     /* where it lies */
    int64_t window_began; /* sample of time */
    int64_t least;        /* lateness of the soonest packet of the window */
    int64_t behind;       /* samples still to be made up, one a packet */
};

struct tape {
    /* the media thread's */
    int64_t began_us;
    bool paused;
    uint64_t late; /* packets not kept */
    struct tape_track tracks[TAPE_CHANNELS];

    /* between the two */
    _Atomic int64_t head; /* samples before it are final */
    _Atomic int64_t tail; /* samples before it are taken */
    atomic_bool ended;    /* the media thread has let go of it */

    uint8_t ring[TAPE_CHANNELS][TAPE_RING];
};

/**
 * Makes a tape ready, in memory that is zeroed or was a tape before.
 */
void tape_init(struct tape *tape);

/* The media thread's side. */

/** Begins: sample 0 is now. */
void tape_begin(struct tape *tape, int64_t now_us);

/** Lets time pass in silence until it is resumed. */
void tape_pause(struct tape *tape, bool paused);

/**
 * Puts one packet's payload in its place. O(count).
 *
 * @param timestamp  of RTP, 8 kHz
 */
void tape_hear(struct tape *tape, enum tape_channel channel, uint32_t ssrc,
               uint32_t timestamp, enum media_codec law, const uint8_t *octets,
               size_t count, int64_t now_us);

/** What is heard next on a channel has other timestamps: it lies where it
    comes. */
void tape_begin_anew(struct tape *tape, enum tape_channel channel);

/** Tells how far it has become final; each 20 ms. */
void tape_advance(struct tape *tape, int64_t now_us);

/** Lets go of it: the last use by the media thread. */
void tape_end(struct tape *tape, int64_t now_us);

/* The recorder's side. */

/**
 * Copies the next samples, left and right in turns, and leaves them there.
 *
 * @param ret_octets  room for 2 * count
 * @param count       as many as are final, at most
 */
void tape_copy(const struct tape *tape, uint8_t *ret_octets, size_t count);

/** Gives the room of so many samples, which have been kept, back. */
void tape_take(struct tape *tape, size_t count);

/** How many samples are final and not taken. */
int64_t tape_waiting(const struct tape *tape);

#endif
