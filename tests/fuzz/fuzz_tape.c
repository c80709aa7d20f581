/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packets of two senders as they come, and a disk that may stand still. */

#include <stdbool.h>
#include <string.h>

#include "media/tape.h"
#include "tests/fuzz/fuzz.h"

/*
 * Each step is a packet: what is odd about it, the time since the last one, and
 * by how much its timestamp is not the time. All of it says the same octet, so
 * that what comes out and was not said is seen.
 */
enum {
    STEP = 5,
    MAX_COUNT = 480, /* samples of a packet: 60 ms */
    FRAME = 160,
    US_PER_SAMPLE = 125,
    SAYS = 0x2a, /* in mu-law; in A-law it is another one, and no silence */
    SILENCE = 0xff,
};

enum {
    STEP_RIGHT = 1,
    STEP_ALAW = 2,
    STEP_OTHER = 4,  /* another SSRC */
    STEP_STUCK = 8,  /* the disk takes nothing */
    STEP_PAUSE = 16, /* or goes on */
    STEP_ANEW = 32,
    STEP_LONG = 64,  /* the time is in 20 ms */
    STEP_JUMP = 128, /* the timestamp is far from the time */
};

struct house {
    struct tape *tape;
    int64_t now_us;
    bool is_paused;
    int64_t said;  /* samples, of all packets */
    int64_t heard; /* samples that are no silence, of both channels */
    int64_t taken; /* samples of time */
};

/* As the recorder does. */
static void take(struct house *house)
{
    static uint8_t octets[TAPE_CHANNELS * TAPE_RING];
    int64_t left = tape_waiting(house->tape);

    CLAIM(left >= 0);
    while (left > 0) {
        size_t count = left < TAPE_RING ? (size_t)left : TAPE_RING;

        tape_copy(house->tape, octets, count);
        for (size_t i = 0; i < TAPE_CHANNELS * count; i++)
            house->heard += octets[i] != SILENCE;
        tape_take(house->tape, count);
        house->taken += (int64_t)count;
        left -= (int64_t)count;
    }
    CLAIM(house->heard <= house->said);
}

static void hear(struct house *house, const uint8_t *step)
{
    uint8_t octets[MAX_COUNT];
    size_t count = (size_t)(step[4] * 2) % MAX_COUNT + 1;
    uint32_t off = (uint32_t)(step[2] | step[3] << 8);
    uint32_t timestamp = (uint32_t)(house->now_us / US_PER_SAMPLE) +
                         (step[0] & STEP_JUMP ? off << 16 : off % 2048);

    memset(octets, SAYS, sizeof(octets));
    tape_hear(house->tape, step[0] & STEP_RIGHT ? TAPE_RIGHT : TAPE_LEFT,
              step[0] & STEP_OTHER ? 2 : 1, timestamp,
              step[0] & STEP_ALAW ? MEDIA_PCMA : MEDIA_PCMU, octets, count,
              house->now_us);
    if (!house->is_paused)
        house->said += (int64_t)count;
}

static void do_step(struct house *house, const uint8_t *step)
{
    house->now_us += step[1] * INT64_C(1000) * (step[0] & STEP_LONG ? 20 : 1);
    if (step[0] & STEP_PAUSE)
        house->is_paused = !house->is_paused;
    tape_pause(house->tape, house->is_paused);
    if (step[0] & STEP_ANEW)
        tape_begin_anew(house->tape, step[0] & STEP_RIGHT);
    hear(house, step);
    tape_advance(house->tape, house->now_us);
    if (!(step[0] & STEP_STUCK))
        take(house);
}

/* Memory is the tape's, whatever comes; what comes out is as long as it took. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int64_t began_us = 1000000;
    struct house house = { malloc(sizeof(struct tape)), .now_us = began_us };

    CLAIM(house.tape);
    tape_init(house.tape);
    tape_begin(house.tape, began_us);
    for (; size >= STEP; data += STEP, size -= STEP)
        do_step(&house, data);
    tape_end(house.tape, house.now_us);
    take(&house);

    int64_t passed = (house.now_us - began_us) / US_PER_SAMPLE;

    CLAIM(house.taken >= passed - FRAME && house.taken <= passed + FRAME);
    free(house.tape);
    return 0;
}
