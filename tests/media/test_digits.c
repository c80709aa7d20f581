/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One key per press, through loss, doubling and reordering. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "media/digit_receiver.h"
#include "media/digit_sender.h"
#include "tests/test.h"

enum {
    MAX_PACKETS = 8192,
    MAX_KEYS = 128,
};

/* A telephone-event packet on its way. */
struct flying {
    uint32_t ssrc;
    uint32_t timestamp;
    uint8_t payload[DIGIT_PAYLOAD_SIZE];
    int press; /* which press it belongs to */
};

static struct flying event(uint32_t timestamp, uint8_t key, bool ends,
                           uint16_t duration)
{
    return (struct flying){
        .ssrc = 1,
        .timestamp = timestamp,
        .payload = { key, (uint8_t)(ends ? 0x8a : 0x0a),
                     (uint8_t)(duration >> 8), (uint8_t)duration },
    };
}

/* What a receiver makes of packets that come 20 ms apart. */
static void keys_of(const struct flying *packets, size_t count, char *keys)
{
    struct digit_receiver receiver = { 0 };
    size_t pressed = 0;

    for (size_t i = 0; i < count; i++)
        if (digit_receive(&receiver, packets[i].ssrc, packets[i].timestamp,
                          packets[i].payload, DIGIT_PAYLOAD_SIZE,
                          (int64_t)i * 20000, &keys[pressed]) == DIGIT_PRESSED)
            assert_true(++pressed < MAX_KEYS);

    keys[pressed] = '\0';
}

/* Small stories. */

static const struct story_row {
    const char *says;
    struct {
        uint32_t timestamp;
        uint8_t key;
        bool ends;
        uint16_t duration;
    } packets[10]; /* duration 0 ends */
    const char *keys;
} story_rows[] = {
    { "a whole press is one key",
      { { 1000, 5, false, 160 },
        { 1000, 5, false, 320 },
        { 1000, 5, true, 480 },
        { 1000, 5, true, 480 },
        { 1000, 5, true, 480 } },
      "5" },
    { "a single end packet is one key", { { 1000, 5, true, 480 } }, "5" },
    { "a press without end is one key", { { 1000, 5, false, 160 } }, "5" },
    { "an end before the start is one key",
      { { 1000, 5, true, 480 }, { 1000, 5, false, 160 } },
      "5" },
    { "the same key twice is two keys",
      { { 1000, 5, true, 480 }, { 3000, 5, true, 480 } },
      "55" },
    { "another key with the same timestamp is not pressed",
      { { 1000, 5, false, 160 }, { 1000, 6, true, 480 } },
      "5" },
    { "an end that comes after the next key is not a key",
      { { 1000, 5, true, 480 },
        { 3000, 6, false, 160 },
        { 1000, 5, true, 480 },
        { 3000, 6, true, 480 } },
      "56" },
    { "keys beyond 9 have names",
      { { 1000, 10, true, 480 },
        { 2000, 11, true, 480 },
        { 3000, 12, true, 480 },
        { 4000, 15, true, 480 },
        { 5000, 0, true, 480 } },
      "*#AD0" },
    { "modem tones are no keys and disturb none",
      { { 1000, 5, false, 160 },
        { 1200, 36, true, 480 },
        { 1000, 5, true, 480 },
        { 5000, 16, true, 480 },
        { 6000, 255, true, 480 } },
      "5" },
    { "a press longer than 16 bits is one key",
      { { 1000, 5, false, 65440 },
        { 1000, 5, false, 65535 },
        { 66535, 5, false, 160 },
        { 66535, 5, true, 8000 } },
      "5" },
    { "it is one key although the segment's last packet is lost",
      { { 1000, 5, false, 65440 }, { 66535, 5, false, 160 } },
      "5" },
    { "a second press after a long one that ended is another key",
      { { 1000, 5, true, 65535 }, { 66535, 5, false, 160 } },
      "55" },
    { "timestamps wrap",
      { { 0xffffff00, 1, true, 160 }, { 0x00000400, 2, true, 160 } },
      "12" },
};

static void is_heard_as(void **state)
{
    const struct story_row *row = *state;
    struct flying packets[10];
    char keys[MAX_KEYS];
    size_t count = 0;

    for (; count < 10 && row->packets[count].duration; count++)
        packets[count] =
            event(row->packets[count].timestamp, row->packets[count].key,
                  row->packets[count].ends, row->packets[count].duration);

    keys_of(packets, count, keys);
    assert_string_equal(keys, row->keys);
}

static void another_ssrc_is_another_press(void **state)
{
    (void)state;
    struct flying packets[] = { event(1000, 1, true, 480),
                                event(1000, 1, true, 480) };
    char keys[MAX_KEYS];

    packets[1].ssrc = 2;
    keys_of(packets, 2, keys);
    assert_string_equal(keys, "11");
}

static void a_cut_payload_is_ignored(void **state)
{
    (void)state;
    struct digit_receiver receiver = { 0 };
    struct flying packet = event(1000, 1, true, 480);
    char key;

    for (size_t length = 0; length < DIGIT_PAYLOAD_SIZE; length++)
        assert_int_equal(
            digit_receive(&receiver, 1, 1000, packet.payload, length, 0, &key),
            DIGIT_IGNORED);
}

static void a_flood_is_capped_and_a_hand_is_not(void **state)
{
    (void)state;
    struct digit_receiver receiver = { 0 };
    int pressed = 0, capped = 0;
    char key;

    /* 10,000 presses in a second. */
    for (uint32_t i = 0; i < 10000; i++) {
        struct flying packet = event(i * 200, (uint8_t)(i % 10), true, 160);

        switch (digit_receive(&receiver, 1, packet.timestamp, packet.payload, 4,
                              i * 100, &key)) {
        case DIGIT_PRESSED:
            pressed++;
            break;
        case DIGIT_CAPPED:
            capped++;
            break;
        default:
            fail();
        }
    }
    assert_in_range(pressed, 25, 31);
    assert_int_equal(pressed + capped, 10000);

    /* The fastest dialler: 40 ms of tone, 40 ms of pause. */
    receiver = (struct digit_receiver){ 0 };
    for (uint32_t i = 0; i < 1000; i++) {
        struct flying packet = event(i * 640, 1, true, 320);

        assert_int_equal(digit_receive(&receiver, 1, packet.timestamp,
                                       packet.payload, 4, i * 80000, &key),
                         DIGIT_PRESSED);
    }
}

static void keys_and_events_are_each_others_names(void **state)
{
    (void)state;

    assert_int_equal(digit_event('0'), 0);
    assert_int_equal(digit_event('*'), 10);
    assert_int_equal(digit_event('#'), 11);
    assert_int_equal(digit_event('D'), 15);
    assert_int_equal(digit_event('E'), -EINVAL);
    assert_int_equal(digit_event('\0'), -EINVAL);
    for (uint8_t i = 0; i < 16; i++)
        assert_int_equal(digit_event(digit_of_event(i)), i);
}

/* The sender, and a network. */

/* All packets for these keys; the gaps are not packets. */
static size_t dial(const char *keys, uint32_t duration_ms,
                   struct flying *packets)
{
    struct digit_sender sender = { 0 };
    uint32_t timestamp = 0, began = 0;
    size_t count = 0;
    int press = -1;

    for (; *keys || digit_sender_busy(&sender); timestamp += 160) {
        struct digit_frame frame;

        if (*keys && digit_sender_add(&sender, (uint8_t)digit_event(*keys),
                                      duration_ms) == 0)
            keys++;
        digit_sender_frame(&sender, 160, &frame);
        if (frame.nothing)
            continue;
        if (frame.first) {
            began = timestamp;
            press++;
        }

        assert_true(count < MAX_PACKETS);
        packets[count] = (struct flying){
            .ssrc = 1,
            .timestamp = began + frame.timestamp_units,
            .press = press,
        };
        memcpy(packets[count++].payload, frame.payload, DIGIT_PAYLOAD_SIZE);
    }

    return count;
}

static void a_press_grows_and_ends_three_times(void **state)
{
    (void)state;
    struct flying packets[MAX_PACKETS];
    size_t count = dial("7", 100, packets);
    static const uint16_t durations[] = { 160, 320, 480, 640, 800, 800, 800 };

    assert_int_equal(count, ARRAY_LEN(durations));
    for (size_t i = 0; i < count; i++) {
        const uint8_t *payload = packets[i].payload;

        assert_int_equal(payload[0], 7);
        assert_int_equal(payload[1] >> 7, i >= 4);
        assert_int_equal(payload[2] << 8 | payload[3], durations[i]);
        assert_int_equal(packets[i].timestamp, packets[0].timestamp);
    }
}

static void a_minute_of_one_key_is_split(void **state)
{
    (void)state;
    static struct flying packets[MAX_PACKETS];
    size_t count = dial("#", 60000, packets);
    char keys[MAX_KEYS];
    uint32_t segment = 0, last = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t duration =
            (uint32_t)(packets[i].payload[2] << 8 | packets[i].payload[3]);

        if (packets[i].timestamp != segment) {
            assert_int_equal(packets[i].timestamp, segment + 0xffff);
            assert_int_equal(last, 0xffff);
            segment = packets[i].timestamp;
        }
        last = duration;
    }
    assert_int_equal(segment + last, 60000 * 8);
    keys_of(packets, count, keys);
    assert_string_equal(keys, "#");
}

static void only_so_many_presses_wait(void **state)
{
    (void)state;
    struct digit_sender sender = { 0 };

    for (int i = 0; i < DIGIT_SENDER_ROOM; i++)
        assert_int_equal(digit_sender_add(&sender, 1, 100), 0);
    assert_int_equal(digit_sender_add(&sender, 1, 100), -ENOBUFS);
}

static bool one_in(int n)
{
    return rand() % n == 0;
}

/* Loses packets, but leaves one of each press; of the three ends two are lost
   in every press. */
static size_t lose(struct flying *packets, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count || packets[i + 1].press != packets[i].press;
        bool ends = packets[i].payload[1] & 0x80;
        bool alone = kept == 0 || packets[kept - 1].press != packets[i].press;

        if ((last && alone) || (!ends && !one_in(3)) || (ends && last))
            packets[kept++] = packets[i];
    }

    return kept;
}

/* Reorders within a press and beyond: a packet may fall behind by up to two,
   unless it is the only one of its press or the first one that arrived. */
static void shuffle(struct flying *packets, size_t count)
{
    for (size_t i = 0; i + 2 < count; i++) {
        size_t behind = i + (size_t)(rand() % 3);
        struct flying moved = packets[i];
        bool first = i == 0 || packets[i - 1].press != moved.press;

        if (first && packets[behind].press != moved.press)
            continue;
        memmove(&packets[i], &packets[i + 1],
                (behind - i) * sizeof(packets[0]));
        packets[behind] = moved;
    }
}

static size_t twice(struct flying *packets, size_t count)
{
    static struct flying doubled[MAX_PACKETS];
    size_t total = 0;

    for (size_t i = 0; i < count; i++) {
        doubled[total++] = packets[i];
        if (one_in(2))
            doubled[total++] = packets[i];
    }
    memcpy(packets, doubled, total * sizeof(packets[0]));
    return total;
}

/* The same presses over any network are the same keys. */
static void no_network_changes_the_keys(void **state)
{
    (void)state;
    static struct flying packets[MAX_PACKETS];

    for (unsigned seed = 1; seed <= 300; seed++) {
        char dialled[33] = "", heard[MAX_KEYS];

        srand(seed);
        for (size_t i = 0; i < 32; i++)
            dialled[i] = digit_of_event((uint8_t)(rand() % 16));

        size_t count = dial(dialled, 60 + 20 * ((uint32_t)rand() % 8), packets);

        count = lose(packets, count);
        shuffle(packets, count);
        count = twice(packets, count);
        keys_of(packets, count, heard);
        assert_string_equal(heard, dialled);
    }
}

static void no_bytes_are_fatal(void **state)
{
    (void)state;
    struct digit_receiver receiver = { 0 };
    char key = '?';

    srand(4);
    for (int i = 0; i < 100000; i++) {
        uint8_t payload[4] = { (uint8_t)(rand() % 20), (uint8_t)rand(),
                               (uint8_t)rand(), (uint8_t)rand() };

        if (digit_receive(&receiver, (uint32_t)rand() % 2, (uint32_t)rand() * 2,
                          payload, sizeof(payload), i * INT64_C(20000),
                          &key) == DIGIT_PRESSED)
            assert_non_null(strchr("0123456789*#ABCD", key));
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_heard_as, story_rows);
    TEST_LIST_ADD(&list, another_ssrc_is_another_press);
    TEST_LIST_ADD(&list, a_cut_payload_is_ignored);
    TEST_LIST_ADD(&list, a_flood_is_capped_and_a_hand_is_not);
    TEST_LIST_ADD(&list, keys_and_events_are_each_others_names);
    TEST_LIST_ADD(&list, a_press_grows_and_ends_three_times);
    TEST_LIST_ADD(&list, a_minute_of_one_key_is_split);
    TEST_LIST_ADD(&list, only_so_many_presses_wait);
    TEST_LIST_ADD(&list, no_network_changes_the_keys);
    TEST_LIST_ADD(&list, no_bytes_are_fatal);
    return test_list_run(&list);
}
