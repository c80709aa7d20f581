/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telephone events, as they come, with each packet doubled, and with two of the
   same press the other way round: same keys. */

#include <stdbool.h>
#include <string.h>

#include "media/digit_receiver.h"
#include "media/octets.h"
#include "tests/fuzz/fuzz.h"

enum { PACKET = 11, MAX_KEYS = 4096 };

struct hearing {
    struct digit_receiver receiver;
    char keys[MAX_KEYS];
    size_t count;
};

static enum digit_verdict hear(struct hearing *hearing, const uint8_t *packet,
                               int64_t now_us)
{
    char key = '\0';
    enum digit_verdict verdict = digit_receive(
        &hearing->receiver, packet[0] & 1, octets_get32(packet + 1), packet + 5,
        (size_t)packet[9] % (DIGIT_PAYLOAD_SIZE + 1), now_us, &key);

    if (verdict == DIGIT_PRESSED) {
        CLAIM(digit_event(key) == packet[5]);
        CLAIM(digit_of_event(packet[5]) == key);
        CLAIM(hearing->count < MAX_KEYS);
        hearing->keys[hearing->count++] = key;
    }
    return verdict;
}

/* Whether two packets are of one press, so that their order tells nothing. */
static bool are_of_one(const uint8_t *a, const uint8_t *b)
{
    return (a[0] & 1) == (b[0] & 1) && memcmp(a + 1, b + 1, 5) == 0;
}

static void hear_in_pairs(const uint8_t *data, size_t size)
{
    static struct hearing straight, crossed;
    int64_t now_us = 1;

    memset(&straight, 0, sizeof(straight));
    memset(&crossed, 0, sizeof(crossed));
    for (; size >= 2 * PACKET && straight.count < MAX_KEYS / 2;
         data += 2 * PACKET, size -= 2 * PACKET) {
        const uint8_t *next = data + PACKET;
        bool is_crossed = are_of_one(data, next);

        now_us += data[10] * INT64_C(1000);
        hear(&straight, data, now_us);
        hear(&straight, next, now_us);
        hear(&crossed, is_crossed ? next : data, now_us);
        hear(&crossed, is_crossed ? data : next, now_us);
    }
    CLAIM(straight.count == crossed.count &&
          memcmp(straight.keys, crossed.keys, straight.count) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct hearing once, twice;
    int64_t now_us = 1;

    hear_in_pairs(data, size);
    memset(&once, 0, sizeof(once));
    memset(&twice, 0, sizeof(twice));
    for (; size >= PACKET && once.count < MAX_KEYS / 2;
         data += PACKET, size -= PACKET) {
        now_us += data[10] * INT64_C(1000);
        hear(&once, data, now_us);
        hear(&twice, data, now_us);

        enum digit_verdict again = hear(&twice, data, now_us);

        CLAIM(again == DIGIT_KNOWN || again == DIGIT_IGNORED);
    }
    CLAIM(once.count == twice.count &&
          memcmp(once.keys, twice.keys, once.count) == 0);
    CLAIM(once.count <= DIGIT_BURST + (size_t)(now_us / DIGIT_COST_US));
    return 0;
}
