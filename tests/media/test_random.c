/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anything in any order: each command has one answer, each play one end. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "media/media.h"
#include "tests/failing_alloc.h"
#include "tests/media/peer.h"
#include "tests/test.h"

enum {
    STREAMS = 12,
    STEPS = 4000,
    SEEDS = 5,
};

/* The book that is kept beside the product. */
static struct book {
    struct desk desk;
    struct peer peers[STREAMS];
    struct media_stream_id ids[STREAMS]; /* generation 0: not open */
    uint16_t ports[STREAMS];
    size_t commands, answers; /* closes apart */
    size_t closes, detached;
    size_t plays, ends;
    struct sound *sounds[3];
} book;

static size_t chance(size_t below)
{
    return (size_t)rand() % below;
}

/* What a random moment asks; a refusal is no command. */
static int ask(struct media *media, size_t i)
{
    struct media_description remote = peer_description(&book.peers[i]);
    struct media_description local = remote;
    struct media_stream_id id = book.ids[i], other = book.ids[chance(STREAMS)];
    struct media_play play = { book.sounds[chance(3)], book.plays,
                               (uint32_t)chance(500), chance(2) };
    uint64_t tag = chance(2); /* whether it is waited for */

    remote.direction = (enum media_direction)chance(4);
    remote.event_type = chance(2) ? 101 : MEDIA_NO_EVENTS;
    remote.format_count = 1 + chance(2);
    switch (chance(8)) {
    case 0:
        return media_play(media, id, tag, &play) == 0 ? (book.plays++, 0) : 1;
    case 1:
        return media_stop_play(media, id, tag);
    case 2:
    case 3:
        return media_bridge(media, id, other, tag);
    case 4:
        return media_unbridge(media, id, tag);
    case 5:
        return media_mute(media, id, tag, chance(2));
    case 6:
        return media_send_digit(media, id, tag, '5', 100);
    default:
        return media_connect(media, id, tag, &remote, &local);
    }
}

static void open_or_close(struct media *media, size_t i)
{
    struct media_stream_id near = book.ids[chance(STREAMS)];

    if (book.ids[i].generation == 0) {
        assert_int_equal(media_open(media, near, &book.ids[i], &book.ports[i]),
                         0);
    } else {
        assert_int_equal(media_close(media, book.ids[i], 0), 0);
        assert_int_equal(media_close(media, book.ids[i], 0), -ESTALE);
        book.closes++;
        if (chance(4)) /* else the stale handle stays in use for a while */
            book.ids[i].generation = 0;
    }
}

static void read_events(int within_ms)
{
    desk_poll(&book.desk, within_ms);
    for (size_t i = 0; i < book.desk.count; i++) {
        const struct media_event *event = &book.desk.events[i];

        book.answers += event->type == MEDIA_ANSWER;
        book.detached += event->type == MEDIA_DETACHED;
        book.ends += event->type == MEDIA_PLAY_ENDED;
        assert_true(event->type != MEDIA_ANSWER || event->result == 0 ||
                    event->result == -ENOTCONN || event->result == -ENOTSUP ||
                    event->result == -ENOBUFS);
    }
    book.desk.count = 0;
    assert_true(book.answers <= book.commands);
    assert_true(book.detached <= book.closes);
    assert_true(book.ends <= book.plays);
}

static void step(void)
{
    struct media *media = book.desk.media;
    size_t i = chance(STREAMS);

    if (book.ids[i].generation == 0 || chance(20) == 0) {
        struct media_stats stats;

        /* A handle that was kept after its stream's end. */
        if (book.ids[i].generation != 0 &&
            media_stop_play(media, book.ids[i], 0) == -ESTALE) {
            media_stats(media, book.ids[i], &stats);
            book.ids[i].generation = 0;
            return;
        }
        book.commands += book.ids[i].generation != 0;
        open_or_close(media, i);
    } else if (chance(3) == 0) {
        peer_send_octet(&book.peers[i], book.ports[i], (uint8_t)i);
    } else {
        book.commands += ask(media, i) == 0;
    }
    if (chance(10) == 0)
        read_events(0);
    if (chance(500) == 0)
        read_events(30); /* let some frames be sent */
}

static void close_all(void)
{
    int64_t end_ms = test_now_ms() + PATIENCE_MS;

    for (size_t i = 0; i < STREAMS; i++)
        if (media_close(book.desk.media, book.ids[i], 0) == 0)
            book.closes++;
    while (book.detached < book.closes) {
        assert_true(test_now_ms() < end_ms);
        read_events(100);
    }
    assert_int_equal(media_open_streams(book.desk.media), 0);
}

static void the_book_is_balanced(unsigned seed, unsigned threads)
{
    int before = live_blocks();
    struct media_settings settings = desk_settings();

    memset(&book, 0, sizeof(book));
    settings.threads = threads;
    settings.max_streams = 2 * STREAMS; /* some may still be closing */
    settings.rtp_timeout_ms = 50;
    desk_open(&book.desk, &settings);
    for (size_t i = 0; i < STREAMS; i++)
        peer_open(&book.peers[i]);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(
            sound_from_tone(
                (enum sound_tone[]){ SOUND_BEEP, SOUND_BUSY, SOUND_SILENCE }[i],
                NULL, &book.sounds[i]),
            0);

    srand(seed);
    for (int i = 0; i < STEPS; i++) {
        step();
        while (media_open_streams(book.desk.media) > 2 * STREAMS - 2)
            read_events(100);
    }
    close_all();
    assert_int_equal(book.answers, book.commands);
    assert_int_equal(book.ends, book.plays);
    assert_true(book.plays > 50 && book.closes > 50);

    desk_close(&book.desk);
    for (size_t i = 0; i < 3; i++)
        sound_unref(book.sounds[i]);
    for (size_t i = 0; i < STREAMS; i++)
        peer_close(&book.peers[i]);
    assert_int_equal(live_blocks(), before);
}

static void one_thread_answers_everything_once(void **state)
{
    (void)state;

    for (unsigned seed = 1; seed <= SEEDS; seed++)
        the_book_is_balanced(seed, 1);
}

static void three_threads_answer_everything_once(void **state)
{
    (void)state;

    for (unsigned seed = 11; seed <= 10 + SEEDS; seed++)
        the_book_is_balanced(seed, 3);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, one_thread_answers_everything_once);
    TEST_LIST_ADD(&list, three_threads_answer_everything_once);
    return test_list_run(&list);
}
