/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring with two ends, and the times of two senders' clocks. */

#include "media/tape.h"

#include <assert.h>
#include <string.h>

#include "media/g711.h"

enum {
    SILENCE = 0xff,      /* of mu-law */
    US_PER_SAMPLE = 125, /* at 8 kHz */
    LEAST_OVER = 16000,  /* 2 s: how long a window of lateness is */
    NEGLIGIBLE = 16,     /* 2 ms */
    AT_ONCE = 160,       /* 20 ms: more is made up in one step */
    OTHER_CLOCK = 4000,  /* 500 ms: no lateness but another clock */
    NO_LEAST = OTHER_CLOCK + 1,
};

void tape_init(struct tape *tape)
{
    assert(tape);

    memset(tape, 0, sizeof(*tape));
    memset(tape->ring, SILENCE, sizeof(tape->ring));
}

/* Time. */

static int64_t sample_of(const struct tape *tape, int64_t now_us)
{
    int64_t since_us = now_us - tape->began_us;

    return since_us > 0 ? since_us / US_PER_SAMPLE : 0;
}

void tape_begin(struct tape *tape, int64_t now_us)
{
    assert(tape);

    tape->began_us = now_us;
}

void tape_pause(struct tape *tape, bool paused)
{
    assert(tape);

    tape->paused = paused;
}

static void begin_window(struct tape_track *track, int64_t now)
{
    track->window_began = now;
    track->least = NO_LEAST;
}

static void begin_track(struct tape_track *track, uint32_t ssrc,
                        uint32_t timestamp, int64_t at)
{
    *track = (struct tape_track){
        .started = true,
        .ssrc = ssrc,
        .timestamp = timestamp,
        .position = at,
    };
    begin_window(track, at);
}

/* The window is over: even its soonest packet came so late. */
static void turn_window(struct tape_track *track, int64_t now)
{
    if (now - track->window_began < LEAST_OVER)
        return;

    if (track->least >= AT_ONCE && track->least < NO_LEAST) {
        track->position += track->least;
        track->behind = 0;
    } else {
        track->behind = track->least > NEGLIGIBLE && track->least < NO_LEAST
                            ? track->least
                            : 0;
    }
    begin_window(track, now);
}

static void make_up(struct tape_track *track)
{
    if (track->behind == 0)
        return;

    track->behind--;
    track->position++;
}

/* Where a packet belongs whose first sample would be `at` if it came at once. */
static int64_t locate(struct tape_track *track, uint32_t ssrc,
                      uint32_t timestamp, int64_t at)
{
    int64_t ahead = (int32_t)(timestamp - track->timestamp);
    int64_t late = at - (track->position + ahead);

    if (!track->started || track->ssrc != ssrc || late > OTHER_CLOCK ||
        late < -OTHER_CLOCK) {
        begin_track(track, ssrc, timestamp, at);
        return at;
    }

    if (late < 0) {
        track->position += late;
        track->behind = 0;
        late = 0;
    }
    if (late < track->least)
        track->least = late;
    turn_window(track, at);
    make_up(track);

    track->position += ahead;
    track->timestamp = timestamp;
    return track->position;
}

/* The media thread's side. */

static void put(uint8_t *to, enum media_codec law, const uint8_t *octets,
                size_t count)
{
    memcpy(to, octets, count);
    if (law != MEDIA_PCMU)
        g711_transcode(law, to, count);
}

/* From a place on, around the ring's end. */
static void put_around(uint8_t *ring, int64_t at, enum media_codec law,
                       const uint8_t *octets, size_t count)
{
    size_t place = (size_t)(at % TAPE_RING);
    size_t first = TAPE_RING - place < count ? TAPE_RING - place : count;

    put(ring + place, law, octets, first);
    put(ring, law, octets + first, count - first);
}

void tape_hear(struct tape *tape, enum tape_channel channel, uint32_t ssrc,
               uint32_t timestamp, enum media_codec law, const uint8_t *octets,
               size_t count, int64_t now_us)
{
    assert(tape && octets);

    int64_t first = atomic_load_explicit(&tape->head, memory_order_relaxed);
    int64_t room =
        atomic_load_explicit(&tape->tail, memory_order_acquire) + TAPE_RING;
    int64_t at = locate(&tape->tracks[channel], ssrc, timestamp,
                        sample_of(tape, now_us) - (int64_t)count);
    int64_t end = at + (int64_t)count;

    if (tape->paused)
        return;
    if (end <= first) {
        tape->late++;
        return;
    }
    if (at > first)
        first = at;
    if (end > room)
        end = room;
    if (first < end)
        put_around(tape->ring[channel], first, law, octets + (first - at),
                   (size_t)(end - first));
}

void tape_begin_anew(struct tape *tape, enum tape_channel channel)
{
    assert(tape && channel < TAPE_CHANNELS);

    tape->tracks[channel].started = false;
}

/* Never backwards. */
static void finalize(struct tape *tape, int64_t sample)
{
    if (sample > atomic_load_explicit(&tape->head, memory_order_relaxed))
        atomic_store_explicit(&tape->head, sample, memory_order_release);
}

void tape_advance(struct tape *tape, int64_t now_us)
{
    assert(tape);

    finalize(tape, sample_of(tape, now_us) - TAPE_WINDOW);
}

void tape_end(struct tape *tape, int64_t now_us)
{
    assert(tape);

    finalize(tape, sample_of(tape, now_us));
    atomic_store_explicit(&tape->ended, true, memory_order_release);
}

/* The recorder's side. */

int64_t tape_waiting(const struct tape *tape)
{
    assert(tape);

    return atomic_load_explicit(&tape->head, memory_order_acquire) -
           atomic_load_explicit(&tape->tail, memory_order_relaxed);
}

/* What is further than the ring reaches was never put there. */
void tape_copy(const struct tape *tape, uint8_t *ret_octets, size_t count)
{
    assert(tape && ret_octets);

    int64_t tail = atomic_load_explicit(&tape->tail, memory_order_relaxed);
    size_t place = (size_t)(tail % TAPE_RING);

    assert(count <= TAPE_RING);
    for (size_t i = 0; i < count; i++) {
        ret_octets[2 * i] = tape->ring[TAPE_LEFT][place];
        ret_octets[2 * i + 1] = tape->ring[TAPE_RIGHT][place];
        place = place + 1 == TAPE_RING ? 0 : place + 1;
    }
}

void tape_take(struct tape *tape, size_t count)
{
    assert(tape && count <= TAPE_RING);

    int64_t tail = atomic_load_explicit(&tape->tail, memory_order_relaxed);
    size_t place = (size_t)(tail % TAPE_RING);
    size_t first = TAPE_RING - place < count ? TAPE_RING - place : count;

    for (int c = 0; c < TAPE_CHANNELS; c++) {
        memset(tape->ring[c] + place, SILENCE, first);
        memset(tape->ring[c], SILENCE, count - first);
    }
    atomic_store_explicit(&tape->tail, tail + (int64_t)count,
                          memory_order_release);
}
