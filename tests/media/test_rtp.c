/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RTP packets, loss and jitter, and the numbers of what we send. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "media/lag.h"
#include "media/rtp_outgoing.h"
#include "media/rtp_packet.h"
#include "media/rtp_reception.h"
#include "tests/test.h"

/* Packets. */

static const struct packet_row {
    const char *says;
    const char *bytes;
    size_t length;
    int rc;
    size_t payload_offset, payload_length;
} packet_rows[] = {
    { "a bare header is a packet without payload",
      "\x80\x00\x12\x34\0\0\0\1\0\0\0\2", 12, 0, 12, 0 },
    { "what follows the header is the payload",
      "\x80\x00\x12\x34\0\0\0\1\0\0\0\2abc", 15, 0, 12, 3 },
    { "CSRCs are passed over", "\x82\x00\x12\x34\0\0\0\1\0\0\0\2AAAABBBBabc",
      23, 0, 20, 3 },
    { "an extension is passed over",
      "\x90\x00\x12\x34\0\0\0\1\0\0\0\2\xbe\xde\0\1EEEEabc", 23, 0, 20, 3 },
    { "an extension without words is passed over",
      "\x90\x00\x12\x34\0\0\0\1\0\0\0\2\xbe\xde\0\0abc", 19, 0, 16, 3 },
    { "padding is cut off", "\xa0\x00\x12\x34\0\0\0\1\0\0\0\2abc\0\2", 17, 0,
      12, 3 },
    { "nothing but padding is no payload",
      "\xa0\x00\x12\x34\0\0\0\1\0\0\0\2\0\0\0\4", 16, 0, 12, 0 },
    { "version 1 is not RTP", "\x40\x00\x12\x34\0\0\0\1\0\0\0\2", 12, -EPROTO,
      0, 0 },
    { "STUN is not RTP", "\x00\x01\0\0\x21\x12\xa4\x42transaction!", 20,
      -EPROTO, 0, 0 },
    { "DTLS is not RTP", "\x16\xfe\xfd\0\0\0\0\0\0\0\0\0\x10", 13, -EPROTO, 0,
      0 },
    { "an RTCP sender report is not RTP", "\x80\xc8\0\6\0\0\0\1\0\0\0\2", 12,
      -EPROTO, 0, 0 },
    { "an RTCP BYE is not RTP", "\x81\xcb\0\1\0\0\0\1\0\0\0\2", 12, -EPROTO, 0,
      0 },
    { "11 octets are not RTP", "\x80\x00\x12\x34\0\0\0\1\0\0\0", 11, -EPROTO, 0,
      0 },
    { "15 CSRCs that are not there are malformed",
      "\x8f\x00\x12\x34\0\0\0\1\0\0\0\2AAAA", 16, -EBADMSG, 0, 0 },
    { "an extension that is not there is malformed",
      "\x90\x00\x12\x34\0\0\0\1\0\0\0\2\xbe\xde", 14, -EBADMSG, 0, 0 },
    { "an extension of 65535 words is malformed",
      "\x90\x00\x12\x34\0\0\0\1\0\0\0\2\xbe\xde\xff\xff", 16, -EBADMSG, 0, 0 },
    { "padding into the header is malformed",
      "\xa0\x00\x12\x34\0\0\0\1\0\0\0\2abc\xff", 16, -EBADMSG, 0, 0 },
    { "padding of 0 octets is malformed",
      "\xa0\x00\x12\x34\0\0\0\1\0\0\0\2abc\0", 16, -EBADMSG, 0, 0 },
    { "padding without an octet to say so is malformed",
      "\xa0\x00\x12\x34\0\0\0\1\0\0\0\2", 12, -EBADMSG, 0, 0 },
};

/* In memory of exactly its length, for the sanitizer. */
static int parse_exact(const void *bytes, size_t length,
                       struct rtp_packet *ret_packet)
{
    uint8_t *exact = malloc(length ? length : 1);

    assert_non_null(exact);
    memcpy(exact, bytes, length);

    int rc = rtp_packet_parse(exact, length, ret_packet);

    if (rc == 0)
        assert_true(ret_packet->payload_offset >= RTP_HEADER_SIZE &&
                    ret_packet->payload_offset + ret_packet->payload_length <=
                        length);
    free(exact);
    return rc;
}

static void is_parsed(void **state)
{
    const struct packet_row *row = *state;
    struct rtp_packet packet;

    assert_int_equal(parse_exact(row->bytes, row->length, &packet), row->rc);
    if (row->rc < 0)
        return;

    assert_int_equal(packet.sequence, 0x1234);
    assert_int_equal(packet.timestamp, 1);
    assert_int_equal(packet.ssrc, 2);
    assert_int_equal(packet.payload_offset, row->payload_offset);
    assert_int_equal(packet.payload_length, row->payload_length);
}

static void a_written_header_is_read_back(void **state)
{
    (void)state;
    uint8_t header[RTP_HEADER_SIZE];
    struct rtp_packet read;
    struct rtp_packet packet = {
        .payload_type = 101,
        .marker = true,
        .sequence = 0xfedc,
        .timestamp = 0x89abcdef,
        .ssrc = 0x01234567,
    };

    rtp_packet_write_header(header, &packet);
    assert_memory_equal(header,
                        "\x80\xe5\xfe\xdc\x89\xab\xcd\xef\1\x23\x45\x67", 12);
    assert_int_equal(rtp_packet_parse(header, sizeof(header), &read), 0);
    assert_int_equal(read.payload_type, 101);
    assert_true(read.marker);
}

static void no_bytes_are_fatal(void **state)
{
    (void)state;
    uint8_t bytes[64];
    struct rtp_packet packet;

    srand(2);
    for (int round = 0; round < 50000; round++) {
        for (size_t i = 0; i < sizeof(bytes); i++)
            bytes[i] = (uint8_t)rand();
        bytes[0] = (uint8_t)(0x80 | bytes[0]);
        parse_exact(bytes, (size_t)rand() % sizeof(bytes), &packet);
    }
}

static void a_packet_beyond_the_limit_is_not_rtp(void **state)
{
    (void)state;
    static uint8_t bytes[RTP_MAX_PACKET + 1] = { 0x80 };
    struct rtp_packet packet;

    assert_int_equal(rtp_packet_parse(bytes, RTP_MAX_PACKET, &packet), 0);
    assert_int_equal(rtp_packet_parse(bytes, RTP_MAX_PACKET + 1, &packet),
                     -EPROTO);
}

/* Reception. A script is a list of sequence numbers, less `from`. */

static const struct loss_row {
    const char *says;
    uint16_t from;
    int script[16]; /* -1 ends */
    uint64_t lost;
    uint32_t highest; /* extended */
} loss_rows[] = {
    { "nothing is lost in order", 10, { 0, 1, 2, 3, -1 }, 0, 13 },
    { "a gap is loss", 10, { 0, 1, 4, 5, -1 }, 2, 15 },
    { "reordered packets are not lost", 10, { 0, 2, 1, 4, 3, -1 }, 0, 14 },
    { "a doubled packet does not hide loss below 0",
      10,
      { 0, 1, 1, 1, -1 },
      0,
      11 },
    { "a doubled packet hides one lost one, as A.3 has it",
      10,
      { 0, 1, 1, 3, -1 },
      0,
      13 },
    { "numbers wrap", 65534, { 0, 1, 2, 3, -1 }, 0, 65537 },
    { "loss across the wrap is loss", 65534, { 0, 3, -1 }, 2, 65537 },
    { "reordering across the wrap is none",
      65534,
      { 0, 2, 1, 3, -1 },
      0,
      65537 },
    { "one packet of far away is left out", 10, { 0, 1, 20000, 2, -1 }, 0, 12 },
    { "two in a row are a new start",
      10,
      { 0, 1, 20000, 20001, 20002, -1 },
      0,
      20012 },
    { "loss before a new start is remembered",
      10,
      { 0, 3, 20000, 20001, 20003, -1 },
      3,
      20013 },
};

static void counts_loss(void **state)
{
    const struct loss_row *row = *state;
    struct rtp_reception reception = { 0 };
    struct rtp_report_block block;

    for (size_t i = 0; row->script[i] >= 0; i++)
        rtp_reception_note(&reception, 1,
                           (uint16_t)(row->from + row->script[i]),
                           (uint32_t)i * 160, (uint32_t)i * 160);

    assert_int_equal(rtp_reception_lost(&reception), row->lost);
    assert_true(rtp_reception_report(&reception, &block));
    assert_int_equal(block.highest_sequence, row->highest);
}

static void another_source_keeps_the_loss_of_the_first(void **state)
{
    (void)state;
    struct rtp_reception reception = { 0 };

    rtp_reception_note(&reception, 1, 10, 0, 0);
    rtp_reception_note(&reception, 1, 15, 0, 0);
    rtp_reception_note(&reception, 2, 999, 0, 0);
    assert_int_equal(rtp_reception_lost(&reception), 4);
}

static void the_fraction_is_of_the_interval(void **state)
{
    (void)state;
    struct rtp_reception reception = { 0 };
    struct rtp_report_block block;

    assert_false(rtp_reception_report(&reception, &block));
    for (uint16_t s = 0; s < 100; s++)
        if (s % 4 != 3 || s == 99)
            rtp_reception_note(&reception, 9, s, 0, 0);
    assert_true(rtp_reception_report(&reception, &block));
    assert_int_equal(block.ssrc, 9);
    assert_int_equal(block.cumulative_lost, 24);
    assert_true(abs(block.fraction_lost - 24 * 256 / 100) <= 1);

    for (uint16_t s = 100; s < 150; s++)
        rtp_reception_note(&reception, 9, s, 0, 0);
    assert_true(rtp_reception_report(&reception, &block));
    assert_int_equal(block.fraction_lost, 0);
    assert_int_equal(block.cumulative_lost, 24);
}

/* Shuffling within a few packets changes nothing about loss. */
static void order_does_not_matter_to_loss(void **state)
{
    (void)state;

    for (unsigned seed = 1; seed <= 50; seed++) {
        struct rtp_reception plain = { 0 }, shuffled = { 0 };
        uint16_t sent[1000];
        size_t count = 0;

        srand(seed);
        for (uint16_t s = 0; s < 1000; s++)
            if (s == 0 || s == 999 || rand() % 10)
                sent[count++] = (uint16_t)(65000 + s);
        for (size_t i = 0; i < count; i++)
            rtp_reception_note(&plain, 1, sent[i], 0, 0);
        for (size_t i = 1; i + 6 < count; i += 5) {
            size_t other = i + (size_t)rand() % 5;
            uint16_t swap = sent[i];

            sent[i] = sent[other];
            sent[other] = swap;
        }
        for (size_t i = 0; i < count; i++)
            rtp_reception_note(&shuffled, 1, sent[i], 0, 0);

        assert_int_equal(rtp_reception_lost(&plain), 1000 - count);
        assert_int_equal(rtp_reception_lost(&shuffled), 1000 - count);
    }
}

static void an_even_stream_has_no_jitter(void **state)
{
    (void)state;
    struct rtp_reception reception = { 0 };
    struct rtp_report_block block;

    for (uint16_t s = 0; s < 200; s++)
        rtp_reception_note(&reception, 1, s, s * 160u, 5000 + s * 160u);
    rtp_reception_report(&reception, &block);
    assert_int_equal(block.jitter, 0);
}

/* A.8 converges on the mean distance: here each packet is 80 units early or
   late in turn, 160 apart. */
static void jitter_converges_on_the_mean_distance(void **state)
{
    (void)state;
    struct rtp_reception reception = { 0 };
    struct rtp_report_block block;

    for (uint16_t s = 0; s < 500; s++)
        rtp_reception_note(&reception, 1, s, s * 160u,
                           5000 + s * 160u + (s % 2 ? 80 : -80u));
    rtp_reception_report(&reception, &block);
    assert_in_range(block.jitter, 150, 165);
}

static void a_jump_of_the_clock_is_no_jitter(void **state)
{
    (void)state;
    struct rtp_reception reception = { 0 };
    struct rtp_report_block block;

    for (uint16_t s = 0; s < 100; s++)
        rtp_reception_note(&reception, 1, s,
                           s * 160u + (s > 50 ? 0x80000000u : 0), s * 160u);
    rtp_reception_report(&reception, &block);
    assert_int_equal(block.jitter, 0);
}

/* Lag. */

/* A sender of 20 ms frames and what becomes of them. */
struct sender {
    struct lag lag;
    int64_t now_us;     /* arrival of the next one */
    uint32_t timestamp; /* of the next one */
    int stale, anew;
};

static enum lag_verdict send_one(struct sender *sender)
{
    enum lag_verdict verdict =
        lag_note(&sender->lag, sender->now_us, sender->timestamp, true);

    sender->stale += verdict == LAG_STALE;
    sender->anew += verdict == LAG_ANEW;
    sender->timestamp += 160;
    return verdict;
}

/* So many, with such a distance between arrivals. */
static void send_some(struct sender *sender, int count, int64_t apart_us)
{
    for (int i = 0; i < count; i++) {
        send_one(sender);
        sender->now_us += apart_us;
    }
}

static void an_even_stream_never_lags(void **state)
{
    (void)state;
    struct lag lag = { 0 };

    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(lag_note(&lag, i * 20000 + (i % 7) * 9000,
                                  0xfffffff0u + i * 160, true),
                         LAG_FRESH);
}

static void what_waited_half_a_second_is_stale(void **state)
{
    (void)state;
    struct sender sender = { 0 };

    send_some(&sender, 100, 20000);
    sender.now_us += 50 * 20000;
    /* 50 come together, the first of them 1 s late: it might be a clock that
       stood still, until the fifth one has made 80 ms up. Those less than
       400 ms old are still worth hearing. */
    send_some(&sender, 50, 0);
    assert_int_equal(sender.stale, 30 - 4);
    assert_int_equal(sender.anew, 2); /* taken for a clock, and back */
    sender.now_us += 20000;
    assert_int_equal(send_one(&sender), LAG_FRESH);
}

static void a_clock_that_stood_still_loses_nothing(void **state)
{
    (void)state;
    static const int64_t pauses_us[] = {
        150000, 210000, 450000, 1000000, 3000000, 14900000, 15100000, 90000000
    };

    for (size_t i = 0; i < ARRAY_LEN(pauses_us); i++) {
        struct sender sender = { .timestamp = 0xfffff000u };

        for (int spurt = 0; spurt < 50; spurt++) {
            send_some(&sender, 3 + spurt % 40, 20000);
            sender.now_us += pauses_us[i];
        }
        assert_int_equal(sender.stale, 0);
    }
}

static void a_clock_that_stood_still_is_told_with_its_first_packet(void **state)
{
    (void)state;
    struct sender sender = { 0 };

    send_some(&sender, 50, 20000);
    sender.now_us += 700000;
    assert_int_equal(send_one(&sender), LAG_ANEW);
    sender.now_us += 20000;
    send_some(&sender, 500, 20000);
    assert_int_equal(sender.anew, 1);

    /* And what is late after it is as late as ever. */
    sender.now_us += 1000000;
    send_some(&sender, 50, 0);
    assert_int_equal(sender.stale, 30 - 4);
}

/* Some phones send one frame left over from before a hold. */
static void a_frame_left_over_does_not_shift_the_clock(void **state)
{
    (void)state;
    struct sender sender = { 0 };

    send_some(&sender, 50, 20000);
    sender.now_us += 5000000;
    assert_int_equal(send_one(&sender), LAG_ANEW);
    sender.now_us += 20000;
    sender.timestamp += 5000 * 8;
    assert_int_equal(send_one(&sender), LAG_ANEW);
    sender.now_us += 20000;
    send_some(&sender, 500, 20000);
    assert_int_equal(sender.stale, 0);
    assert_int_equal(sender.anew, 2);
}

static void a_queue_that_grows_is_no_clock(void **state)
{
    (void)state;
    struct sender sender = { 0 };
    int64_t apart_us[] = { 100000, 150000 }; /* 80 and 130 ms a packet */

    for (size_t i = 0; i < ARRAY_LEN(apart_us); i++) {
        sender = (struct sender){ 0 };
        send_some(&sender, 100, 20000);
        send_some(&sender, 15, apart_us[i]);
        assert_in_range(sender.stale, 6, 15);
    }
}

static void one_that_was_overtaken_is_no_clock(void **state)
{
    (void)state;
    struct sender sender = { 0 };

    send_some(&sender, 100, 20000);
    assert_int_equal(lag_note(&sender.lag, sender.now_us, 70 * 160, false),
                     LAG_STALE);
    send_some(&sender, 100, 20000);
    assert_int_equal(sender.stale + sender.anew, 0);
}

static void a_path_that_grows_is_accepted_after_some_seconds(void **state)
{
    (void)state;
    struct sender sender = { 0 };

    send_some(&sender, 100, 20000);
    send_some(&sender, 12, 70000);
    send_some(&sender, 300, 20000);
    assert_in_range(sender.stale, 50, 210);
    assert_int_equal(send_one(&sender), LAG_FRESH);
}

static void another_clock_is_no_lag(void **state)
{
    (void)state;
    static const uint32_t jumps[] = { 0x80000000u, 0x7fffffffu, 0x10000000u,
                                      0xf0000000u };

    for (size_t i = 0; i < ARRAY_LEN(jumps); i++) {
        struct sender sender = { 0 };

        send_some(&sender, 100, 20000);
        sender.timestamp += jumps[i];
        send_some(&sender, 100, 20000);
        assert_int_equal(sender.stale, 0);
        assert_int_equal(sender.anew, 1);

        /* Nor is it one that stood still, however fast it goes on. */
        sender.timestamp += jumps[i];
        send_some(&sender, 50, 0);
        sender.now_us += 50 * 20000;
        send_some(&sender, 50, 20000);
        assert_int_equal(sender.stale, 0);
    }
}

/* Outgoing. */

static const uint32_t seeds[3] = { 0xabcd, 0xfff0, 0xffffff00 };

static struct rtp_packet from_phone(uint32_t ssrc, uint16_t sequence,
                                    uint32_t timestamp)
{
    return (struct rtp_packet){ .ssrc = ssrc,
                                .sequence = sequence,
                                .timestamp = timestamp };
}

/* A listener who counts what is odd. */
struct listener {
    bool started;
    uint16_t sequence;
    uint32_t timestamp;
    uint32_t ssrc;
};

static void hears_next(struct listener *listener, const struct rtp_packet *p)
{
    if (listener->started) {
        assert_int_equal((uint16_t)(p->sequence - listener->sequence), 1);
        assert_true((int32_t)(p->timestamp - listener->timestamp) > 0);
        assert_int_equal(p->ssrc, listener->ssrc);
    }
    *listener = (struct listener){ true, p->sequence, p->timestamp, p->ssrc };
}

/* A player, a bridge, another player, another bridge: one source. */
static void takes_turns_without_a_seam(void **state)
{
    (void)state;
    struct rtp_outgoing outgoing;
    struct listener listener = { 0 };
    struct rtp_packet packet = { 0 };
    int64_t now_us = 1000000;

    rtp_outgoing_init(&outgoing, seeds, now_us);
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 30; i++, now_us += 20000) {
            rtp_outgoing_frame(&outgoing, now_us, 160, &packet);
            assert_int_equal(packet.marker, i == 0);
            hears_next(&listener, &packet);
        }
        now_us += 7000;
        for (int i = 0; i < 30; i++, now_us += 20000) {
            packet = from_phone((uint32_t)round, (uint16_t)(65530 + i),
                                0x7ffffff0u + (uint32_t)i * 160);
            assert_true(rtp_outgoing_relay(&outgoing, now_us, 160, &packet));
            assert_int_equal(packet.marker, i == 0);
            hears_next(&listener, &packet);
        }
        rtp_outgoing_break(&outgoing);
    }
}

static void time_passes_in_pauses(void **state)
{
    (void)state;
    struct rtp_outgoing outgoing;
    struct rtp_packet first = { 0 }, second = { 0 };

    rtp_outgoing_init(&outgoing, seeds, 0);
    rtp_outgoing_frame(&outgoing, 0, 160, &first);
    rtp_outgoing_break(&outgoing);
    rtp_outgoing_frame(&outgoing, 60000000, 160, &second);
    assert_int_equal(second.timestamp - first.timestamp, 60 * 8000);
    assert_int_equal((uint16_t)(second.sequence - first.sequence), 1);
    assert_true(second.marker);
}

static void a_skipped_frame_leaves_a_hole_in_time_only(void **state)
{
    (void)state;
    struct rtp_outgoing outgoing;
    struct rtp_packet first = { 0 }, second = { 0 };

    rtp_outgoing_init(&outgoing, seeds, 0);
    rtp_outgoing_frame(&outgoing, 0, 160, &first);
    rtp_outgoing_skip(&outgoing, 5 * 160);
    rtp_outgoing_frame(&outgoing, 120000, 160, &second);
    assert_int_equal(second.timestamp - first.timestamp, 6 * 160);
    assert_int_equal((uint16_t)(second.sequence - first.sequence), 1);
    assert_false(second.marker);
}

/* Relays the packet with this number, 20 ms after the one before it. */
static struct rtp_packet relay(struct rtp_outgoing *outgoing, int number)
{
    struct rtp_packet packet =
        from_phone(77, (uint16_t)number, (uint32_t)number * 160);

    assert_true(
        rtp_outgoing_relay(outgoing, 1000000 + number * 20000, 160, &packet));
    return packet;
}

static void loss_and_reordering_are_passed_on(void **state)
{
    (void)state;
    struct rtp_outgoing outgoing;

    rtp_outgoing_init(&outgoing, seeds, 0);

    struct rtp_packet first = relay(&outgoing, 10);
    struct rtp_packet third = relay(&outgoing, 13);
    struct rtp_packet second = relay(&outgoing, 11);

    assert_int_equal((uint16_t)(third.sequence - first.sequence), 3);
    assert_int_equal((uint16_t)(second.sequence - first.sequence), 1);
    assert_int_equal(second.timestamp - first.timestamp, 160);
    assert_int_equal(third.timestamp - first.timestamp, 3 * 160);
}

static void a_packet_older_than_the_spurt_is_dropped(void **state)
{
    (void)state;
    struct rtp_outgoing outgoing;
    struct rtp_packet late = from_phone(77, 9, 9 * 160);

    rtp_outgoing_init(&outgoing, seeds, 0);
    relay(&outgoing, 10);
    assert_false(rtp_outgoing_relay(&outgoing, 1200000, 160, &late));
}

static void timestamps_found_anew_go_on_after_what_was_sent(void **state)
{
    (void)state;
    struct rtp_outgoing outgoing;
    struct rtp_packet back = from_phone(1, 12, 100);

    rtp_outgoing_init(&outgoing, seeds, 0);

    struct rtp_packet first = relay(&outgoing, 10);
    struct rtp_packet second = relay(&outgoing, 11);

    rtp_outgoing_find_anew(&outgoing);
    assert_true(rtp_outgoing_relay(&outgoing, 1000000, 160, &back));
    assert_true(back.marker);
    assert_int_equal((uint16_t)(back.sequence - first.sequence), 2);
    assert_int_equal(back.timestamp - second.timestamp, 160);
}

static void a_swallowed_packet_leaves_no_gap(void **state)
{
    (void)state;
    struct rtp_outgoing outgoing;
    struct rtp_packet swallowed = from_phone(77, 11, 11 * 160);

    rtp_outgoing_init(&outgoing, seeds, 0);

    struct rtp_packet first = relay(&outgoing, 10);

    rtp_outgoing_swallow(&outgoing, &swallowed);

    struct rtp_packet second = relay(&outgoing, 12);

    assert_int_equal((uint16_t)(second.sequence - first.sequence), 1);
    assert_int_equal(second.timestamp - first.timestamp, 2 * 160);
}

static const struct jump_row {
    const char *says;
    uint32_t ssrc;
    uint16_t sequence;
    uint32_t timestamp;
} jump_rows[] = {
    { "another SSRC goes on without a seam", 78, 5, 100 },
    { "a jump of the sequence goes on without a seam", 77, 40000, 11 * 160 },
    { "a jump of the clock goes on without a seam", 77, 11, 0x80000000 },
    { "a small jump of the clock back goes on, too", 77, 11,
      11 * 160 - 5 * 8000u },
};

static void goes_on(void **state)
{
    const struct jump_row *row = *state;
    struct rtp_outgoing outgoing;
    struct listener listener = { 0 };

    rtp_outgoing_init(&outgoing, seeds, 0);

    struct rtp_packet first = relay(&outgoing, 10);
    struct rtp_packet jumped =
        from_phone(row->ssrc, row->sequence, row->timestamp);

    hears_next(&listener, &first);
    assert_true(
        rtp_outgoing_relay(&outgoing, 1000000 + 11 * 20000, 160, &jumped));
    hears_next(&listener, &jumped);
    assert_int_equal(jumped.timestamp - first.timestamp, 160);
    assert_true(jumped.marker);
}

/* Whatever a phone sends, time and numbers never run away from ours. */
static void no_sender_leads_the_clock_astray(void **state)
{
    (void)state;
    struct rtp_outgoing outgoing;
    int64_t now_us = 0;

    srand(3);
    rtp_outgoing_init(&outgoing, seeds, 0);
    for (int i = 0; i < 20000; i++, now_us += rand() % 40000) {
        struct rtp_packet packet = from_phone(
            (uint32_t)rand() % 3, (uint16_t)rand(), (uint32_t)rand() * 3);

        if (rand() % 2)
            packet.timestamp = (uint32_t)(now_us / 125) + 5000;
        if (!rtp_outgoing_relay(&outgoing, now_us, 160, &packet))
            continue;

        int32_t wander =
            (int32_t)(packet.timestamp - rtp_outgoing_clock(&outgoing, now_us));

        assert_true(wander > -3 * 8000 && wander < 60 * 8000);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_parsed, packet_rows);
    TEST_LIST_ADD(&list, a_written_header_is_read_back);
    TEST_LIST_ADD(&list, no_bytes_are_fatal);
    TEST_LIST_ADD(&list, a_packet_beyond_the_limit_is_not_rtp);
    TEST_LIST_ADD_ROWS(&list, counts_loss, loss_rows);
    TEST_LIST_ADD(&list, another_source_keeps_the_loss_of_the_first);
    TEST_LIST_ADD(&list, the_fraction_is_of_the_interval);
    TEST_LIST_ADD(&list, order_does_not_matter_to_loss);
    TEST_LIST_ADD(&list, an_even_stream_has_no_jitter);
    TEST_LIST_ADD(&list, jitter_converges_on_the_mean_distance);
    TEST_LIST_ADD(&list, a_jump_of_the_clock_is_no_jitter);
    TEST_LIST_ADD(&list, an_even_stream_never_lags);
    TEST_LIST_ADD(&list, what_waited_half_a_second_is_stale);
    TEST_LIST_ADD(&list, a_clock_that_stood_still_loses_nothing);
    TEST_LIST_ADD(&list,
                  a_clock_that_stood_still_is_told_with_its_first_packet);
    TEST_LIST_ADD(&list, a_frame_left_over_does_not_shift_the_clock);
    TEST_LIST_ADD(&list, a_queue_that_grows_is_no_clock);
    TEST_LIST_ADD(&list, one_that_was_overtaken_is_no_clock);
    TEST_LIST_ADD(&list, a_path_that_grows_is_accepted_after_some_seconds);
    TEST_LIST_ADD(&list, another_clock_is_no_lag);
    TEST_LIST_ADD(&list, takes_turns_without_a_seam);
    TEST_LIST_ADD(&list, time_passes_in_pauses);
    TEST_LIST_ADD(&list, a_skipped_frame_leaves_a_hole_in_time_only);
    TEST_LIST_ADD(&list, loss_and_reordering_are_passed_on);
    TEST_LIST_ADD(&list, a_packet_older_than_the_spurt_is_dropped);
    TEST_LIST_ADD(&list, timestamps_found_anew_go_on_after_what_was_sent);
    TEST_LIST_ADD(&list, a_swallowed_packet_leaves_no_gap);
    TEST_LIST_ADD_ROWS(&list, goes_on, jump_rows);
    TEST_LIST_ADD(&list, no_sender_leads_the_clock_astray);
    return test_list_run(&list);
}
