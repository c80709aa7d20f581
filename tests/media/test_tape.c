/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two senders over bad networks, and where their words lie on the tape. */

#include "media/tape.h"

#include <math.h>
#include <string.h>

#include "media/g711.h"
#include "media/lag.h"
#include "tests/media/spectrum.h"
#include "tests/test.h"

enum {
    RATE = 8000,
    SECONDS = 120,
    FRAME = 160,
    MAX_PACKETS = 2 * SECONDS * RATE / FRAME + 1000,
    BASE_US = 20000, /* the way of a packet at least */
    SILENCE = 0xff,
    /* Each channel says 100 ms of its tone at every full second. */
    BEEP = RATE / 10,
    PRODUCT_MS = 40, /* what the product promises */
};

static const double tones[TAPE_CHANNELS] = { 440, 1000 };

/* How one side's network and phone are. */
struct way {
    int loss_pct;
    int jitter_us; /* up to so much more than BASE_US, each packet anew */
    int drift_ppm; /* of the phone's clock: above 0 it is fast */
    int step_us;   /* the way becomes longer by so much after a minute */
    bool alaw;
    int hush_from_s; /* sends nothing ... */
    int hush_to_s;
    bool hush_stops_clock; /* ... and its timestamps stand still meanwhile */
    uint32_t jump;         /* of the timestamps, after the hush */
    bool new_ssrc;         /* after the hush */
    int nap_ms; /* of each second, in which its clock stands still, too */
};

struct row {
    const char *says;
    struct way ways[TAPE_CHANNELS];
    int settles_s; /* beeps are looked at from here on */
};

struct packet {
    int64_t arrival_us;
    enum tape_channel channel;
    uint32_t ssrc;
    uint32_t timestamp;
    int64_t first; /* sample of the sender's clock, rising with each */
};

static struct packet packets[MAX_PACKETS];
static size_t packet_count;
static uint8_t left_right[2 * RATE * (SECONDS + 10)];
static size_t recorded;
static uint32_t dice;

static uint32_t draw(uint32_t below)
{
    dice = dice * 1664525u + 1013904223u;
    return (dice >> 8) % below;
}

/* True time of a sender's sample. */
static int64_t true_us(const struct way *way, int64_t sample)
{
    return (int64_t)((double)sample * 1e6 /
                     (RATE * (1 + way->drift_ppm / 1e6)));
}

static void add_packet(const struct way *way, enum tape_channel channel,
                       int64_t first, uint32_t timestamp, bool after_hush)
{
    int64_t sent_us = true_us(way, first + FRAME);
    int64_t step_us = sent_us > 60000000 ? way->step_us : 0;
    int64_t late_us = way->jitter_us ? draw((uint32_t)way->jitter_us) : 0;

    if ((int)draw(100) < way->loss_pct)
        return;
    packets[packet_count++] = (struct packet){
        .arrival_us = sent_us + BASE_US + step_us + late_us,
        .channel = channel,
        .ssrc = way->new_ssrc && after_hush ? 99 : channel + 1u,
        .timestamp = timestamp,
        .first = first,
    };
}

/* From 300 ms after the full second on. */
static bool naps(const struct way *way, int64_t first)
{
    int64_t ms = first % RATE * 1000 / RATE;

    return ms >= 300 && ms < 300 + way->nap_ms;
}

static void send_all(const struct way *way, enum tape_channel channel)
{
    uint32_t timestamp = 0xfffff000u; /* wraps at once */
    bool after_hush = false;

    for (int64_t first = 0; first < (int64_t)SECONDS * RATE; first += FRAME) {
        int64_t second = first / RATE;
        bool hushed = second >= way->hush_from_s && second < way->hush_to_s;

        if (way->hush_to_s && second == way->hush_to_s && !after_hush) {
            after_hush = true;
            timestamp += way->jump;
        }
        bool napping = naps(way, first);

        if (!hushed && !napping)
            add_packet(way, channel, first, timestamp, after_hush);
        if (!napping && (!hushed || !way->hush_stops_clock))
            timestamp += FRAME;
    }
}

static int by_arrival(const void *a, const void *b)
{
    const struct packet *one = a, *other = b;

    return (one->arrival_us > other->arrival_us) -
           (one->arrival_us < other->arrival_us);
}

/* What a phone says: the tone at each full second of true time. */
static void speak(const struct way *way, const struct packet *packet,
                  uint8_t octets[FRAME])
{
    enum media_codec law = way->alaw ? MEDIA_PCMA : MEDIA_PCMU;

    for (int i = 0; i < FRAME; i++) {
        int64_t at_us = true_us(way, packet->first + i);
        double phase =
            2 * 3.14159265358979 * tones[packet->channel] * (double)at_us / 1e6;
        bool beeps = at_us % 1000000 < BEEP * 1000000 / RATE;

        octets[i] =
            g711_encode(law, beeps ? (int16_t)(8000 * sin(phase)) : (int16_t)0);
    }
}

static void take_all(struct tape *tape)
{
    int64_t count = tape_waiting(tape);

    if (count <= 0)
        return;
    assert_true(count <= TAPE_RING);
    tape_copy(tape, left_right + 2 * recorded, (size_t)count);
    tape_take(tape, (size_t)count);
    recorded += (size_t)count;
}

/* What the product knows of a channel's sender. */
static struct {
    struct lag lag;
    uint32_t ssrc;
    int64_t latest;
} senders[TAPE_CHANNELS];

/* As a stream does it: what is stale is dropped, clocks are mended. */
static void hear(struct tape *tape, const struct packet *packet,
                 const struct way *way)
{
    struct lag *lag = &senders[packet->channel].lag;
    bool in_order = packet->first > senders[packet->channel].latest;
    uint8_t octets[FRAME];

    if (senders[packet->channel].ssrc != packet->ssrc)
        lag->started = false;
    senders[packet->channel].ssrc = packet->ssrc;
    if (in_order)
        senders[packet->channel].latest = packet->first;

    enum lag_verdict verdict =
        lag_note(lag, packet->arrival_us, packet->timestamp, in_order);

    if (verdict == LAG_STALE)
        return;
    if (verdict == LAG_ANEW)
        tape_begin_anew(tape, packet->channel);
    speak(way, packet, octets);
    tape_hear(
        tape, packet->channel, packet->ssrc, packet->timestamp + lag->moved,
        way->alaw ? MEDIA_PCMA : MEDIA_PCMU, octets, FRAME, packet->arrival_us);
}

static void record(const struct row *row, struct tape *tape)
{
    int64_t now_us = 0;
    size_t next = 0;

    memset(senders, 0, sizeof(senders));
    tape_init(tape);
    tape_begin(tape, 0);
    recorded = 0;
    while (now_us < (int64_t)(SECONDS + 1) * 1000000) {
        while (next < packet_count && packets[next].arrival_us <= now_us) {
            const struct packet *packet = &packets[next++];

            hear(tape, packet, &row->ways[packet->channel]);
        }
        now_us += 5000;
        if (now_us % 20000 == 0)
            tape_advance(tape, now_us);
        if (now_us % 400000 == 0)
            take_all(tape);
    }
    tape_end(tape, now_us);
    take_all(tape);
}

/* Where the beep of a second begins on a channel, in ms of true time; -1: it is
   not there. Looked for 300 ms around. */
static int find_beep(enum tape_channel channel, int second)
{
    enum { STEP = RATE / 1000, LENGTH = 5 * STEP };

    for (int ms = -300; ms < 300; ms++) {
        int64_t at = (int64_t)second * RATE + ms * STEP;
        int16_t samples[LENGTH];

        if (at < 0 || at + LENGTH > (int64_t)recorded)
            continue;
        for (int i = 0; i < LENGTH; i++)
            samples[i] = g711_decode(MEDIA_PCMU,
                                     left_right[2 * (at + i) + (int)channel]);
        if (loudness(samples, LENGTH) > 2000)
            return ms + 300;
    }

    return -1;
}

static void check_second(const struct row *row, int second)
{
    int found[TAPE_CHANNELS];

    for (int c = 0; c < TAPE_CHANNELS; c++) {
        const struct way *way = &row->ways[c];

        found[c] = find_beep((enum tape_channel)c, second);
        if (way->hush_to_s && second >= way->hush_from_s &&
            second < way->hush_to_s)
            assert_int_equal(found[c], -1);
        else if (way->loss_pct == 0)
            assert_int_not_equal(found[c], -1);
    }
    if (found[0] >= 0 && found[1] >= 0 && row->ways[0].loss_pct == 0 &&
        row->ways[1].loss_pct == 0)
        assert_in_range((unsigned)(found[0] - found[1] + PRODUCT_MS), 0,
                        2 * PRODUCT_MS);
}

static void test_row(void **state)
{
    const struct row *row = *state;
    static struct tape tape;

    dice = 1;
    packet_count = 0;
    for (int c = 0; c < TAPE_CHANNELS; c++)
        send_all(&row->ways[c], (enum tape_channel)c);
    qsort(packets, packet_count, sizeof(packets[0]), by_arrival);
    record(row, &tape);

    /* As much as there was of time, whatever came. */
    assert_in_range(recorded, (SECONDS + 1) * RATE - 200,
                    (SECONDS + 1) * RATE + 200);
    for (int second = row->settles_s; second < SECONDS - 1; second++)
        check_second(row, second);
}

/* With loss, a beep may lack its beginning: then the spectrum says whether the
   right tone is where it should be, and nothing of the other one. */
static void test_loss_keeps_time(void **state)
{
    static const struct row row = {
        .says = "",
        .ways = { { .loss_pct = 30, .jitter_us = 60000 },
                  { .loss_pct = 30, .jitter_us = 60000, .alaw = true } },
    };
    static struct tape tape;
    int heard[TAPE_CHANNELS] = { 0 };

    (void)state;
    dice = 7;
    packet_count = 0;
    for (int c = 0; c < TAPE_CHANNELS; c++)
        send_all(&row.ways[c], (enum tape_channel)c);
    qsort(packets, packet_count, sizeof(packets[0]), by_arrival);
    record(&row, &tape);

    for (int second = 5; second < SECONDS - 1; second++)
        for (int c = 0; c < TAPE_CHANNELS; c++) {
            int16_t samples[2 * BEEP];
            int64_t at = (int64_t)second * RATE;

            for (int i = 0; i < 2 * BEEP; i++)
                samples[i] =
                    g711_decode(MEDIA_PCMU, left_right[2 * (at + i) + c]);
            if (loudness(samples, 2 * BEEP) < 1000)
                continue;
            heard[c]++;
            assert_true(share_at(samples, 2 * BEEP, tones[c]) >
                        3 * share_at(samples, 2 * BEEP, tones[1 - c]));
        }
    assert_in_range(heard[0], SECONDS * 8 / 10, SECONDS);
    assert_in_range(heard[1], SECONDS * 8 / 10, SECONDS);
}

static const struct row rows[] = {
    { "on a good network both channels lie together", { { 0 }, { 0 } }, 1 },
    { "jitter of 80 ms does not part them",
      { { .jitter_us = 80000 }, { 0 } },
      2 },
    { "packets that overtake each other are put in order",
      { { .jitter_us = 150000 }, { .jitter_us = 150000 } },
      2 },
    { "a clock fast by 200 ppm does not run away",
      { { .drift_ppm = 200 }, { 0 } },
      1 },
    { "a clock slow by 200 ppm does not fall behind",
      { { .drift_ppm = -200 }, { .alaw = true } },
      1 },
    { "two clocks apart by 1000 ppm stay together, with jitter",
      { { .drift_ppm = 500, .jitter_us = 40000 },
        { .drift_ppm = -500, .jitter_us = 40000 } },
      3 },
    { "silence during a hold is as long as the hold",
      { { .hush_from_s = 20, .hush_to_s = 40 }, { 0 } },
      1 },
    { "a clock that stood still during the hold is caught up with",
      { { .hush_from_s = 20, .hush_to_s = 40, .hush_stops_clock = true },
        { 0 } },
      1 },
    { "a clock that stands still for 240 ms of each second is caught up with",
      { { .nap_ms = 240 }, { 0 } },
      1 },
    { "a clock that stands still for 440 ms of each second is caught up with",
      { { .nap_ms = 440 }, { .nap_ms = 600 } },
      1 },
    { "a clock that stands still is caught up with through jitter",
      { { .nap_ms = 440, .jitter_us = 60000 }, { .jitter_us = 60000 } },
      3 },
    { "timestamps that jump by 2^31 begin anew",
      { { .hush_from_s = 20, .hush_to_s = 21, .jump = 0x80000000u }, { 0 } },
      1 },
    { "another source begins anew",
      { { .hush_from_s = 20, .hush_to_s = 22, .jump = 12345, .new_ssrc = true },
        { 0 } },
      1 },
};

static void test_a_longer_way_is_followed(void **state)
{
    static const struct row row = {
        .says = "",
        .ways = { { .step_us = 150000 }, { .step_us = 150000 } },
    };
    struct row one_sided = row;
    static struct tape tape;

    (void)state;
    one_sided.ways[1].step_us = 0;
    dice = 1;
    packet_count = 0;
    for (int c = 0; c < TAPE_CHANNELS; c++)
        send_all(&one_sided.ways[c], (enum tape_channel)c);
    qsort(packets, packet_count, sizeof(packets[0]), by_arrival);
    record(&one_sided, &tape);

    /* What is late by 150 ms is heard late by 150 ms, and so it is kept. */
    for (int second = 65; second < SECONDS - 1; second++)
        assert_in_range(find_beep(TAPE_LEFT, second) -
                            find_beep(TAPE_RIGHT, second),
                        150 - PRODUCT_MS, 150 + PRODUCT_MS);
}

static void put_frames(struct tape *tape, int frames, int64_t *now_us)
{
    uint8_t octets[FRAME];

    memset(octets, 0x10, sizeof(octets));
    for (int i = 0; i < frames; i++) {
        *now_us += 20000;
        tape_hear(tape, TAPE_RIGHT, 1, (uint32_t)(*now_us / 125), MEDIA_PCMU,
                  octets, FRAME, *now_us);
        tape_advance(tape, *now_us);
    }
}

static void test_nobody_takes_it(void **state)
{
    static struct tape tape;
    static uint8_t taken[2 * 8 * RATE];
    int64_t now_us = 0;
    size_t count = 0;

    (void)state;
    tape_init(&tape);
    tape_begin(&tape, 0);
    put_frames(&tape, 5 * 50, &now_us);

    while (tape_waiting(&tape) > 0) {
        size_t some =
            tape_waiting(&tape) < 4000 ? (size_t)tape_waiting(&tape) : 4000;

        tape_copy(&tape, taken + 2 * count, some);
        tape_take(&tape, some);
        count += some;
    }
    /* Time is kept, what fitted is there, what did not is silence. */
    assert_int_equal(count, 5 * RATE - TAPE_WINDOW);
    assert_int_equal(taken[2 * (TAPE_RING - 1) + 1], 0x10);
    assert_int_equal(taken[2 * TAPE_RING + 1], SILENCE);
    assert_int_equal(taken[2 * (count - 1) + 1], SILENCE);

    put_frames(&tape, 50, &now_us);
    tape_end(&tape, now_us);
    tape_copy(&tape, taken, (size_t)tape_waiting(&tape));
    assert_int_equal(taken[2 * (RATE / 2) + 1], 0x10);
}

/* Followed one sample at a time: there is no gap that anybody could hear. */
static void test_a_slow_clock_leaves_no_gap(void **state)
{
    static struct tape tape;
    uint8_t octets[FRAME];
    int longest = 0, silent = 0;

    (void)state;
    memset(octets, 0x10, sizeof(octets));
    tape_init(&tape);
    tape_begin(&tape, 0);
    recorded = 0;
    for (int frame = 1; frame <= SECONDS * 50; frame++) {
        int64_t now_us = frame * INT64_C(20010); /* 500 ppm slow */

        tape_hear(&tape, TAPE_RIGHT, 1, (uint32_t)(frame * FRAME), MEDIA_PCMU,
                  octets, FRAME, now_us);
        tape_advance(&tape, now_us);
        if (frame % 20 == 0)
            take_all(&tape);
    }
    for (size_t i = 5 * RATE; i < recorded; i++) {
        silent = left_right[2 * i + 1] == SILENCE ? silent + 1 : 0;
        longest = silent > longest ? silent : longest;
    }
    assert_in_range(longest, 1, 2);
}

static void test_pause_is_silence(void **state)
{
    static struct tape tape;
    static uint8_t taken[2 * TAPE_RING];
    int64_t now_us = 0;

    (void)state;
    tape_init(&tape);
    tape_begin(&tape, 0);
    put_frames(&tape, 25, &now_us);
    tape_pause(&tape, true);
    put_frames(&tape, 25, &now_us);
    tape_pause(&tape, false);
    put_frames(&tape, 25, &now_us);
    tape_end(&tape, now_us);

    assert_int_equal(tape_waiting(&tape), RATE * 3 / 2);
    tape_copy(&tape, taken, RATE * 3 / 2);
    assert_int_equal(taken[2 * (RATE / 4) + 1], 0x10);
    for (int i = RATE / 2; i < RATE; i++)
        assert_int_equal(taken[2 * i + 1], SILENCE);
    assert_int_equal(taken[2 * (RATE * 5 / 4) + 1], 0x10);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, test_row, rows);
    TEST_LIST_ADD(&list, test_loss_keeps_time);
    TEST_LIST_ADD(&list, test_a_longer_way_is_followed);
    TEST_LIST_ADD(&list, test_a_slow_clock_leaves_no_gap);
    TEST_LIST_ADD(&list, test_nobody_takes_it);
    TEST_LIST_ADD(&list, test_pause_is_silence);
    return test_list_run(&list);
}
