/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the disk after two phones have talked. */

#include "media/recorder.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "media/g711.h"
#include "media/media.h"
#include "tests/media/peer.h"
#include "tests/media/spectrum.h"
#include "tests/test.h"

enum {
    RATE = 8000,
    AGENT = 0,
    CALLER = 1,
    HEAD = 58,
    MAX_BYTES = 1 << 20,
};

static const double tones[2] = { [AGENT] = 1000, [CALLER] = 440 };

static struct scene {
    char directory[64];
    struct recorder *recorder;
    struct desk desk;
    struct peer peers[2];
    struct media_stream_id ids[2];
    uint16_t ports[2];
    char object[OBJECT_NAME_SIZE];
    int frame; /* sent by both */
} scene;

static void bridge(struct scene *s)
{
    assert_int_equal(
        desk_result(&s->desk, media_bridge(s->desk.media, s->ids[CALLER],
                                           s->ids[AGENT], TAG(&s->desk))),
        0);
}

static struct scene *scene_open(void)
{
    struct media_settings settings = desk_settings();
    struct scene *s = &scene;

    *s = (struct scene){ .directory = "/tmp/recorder-XXXXXX" };
    assert_non_null(mkdtemp(s->directory));
    assert_int_equal(recorder_new(s->directory, &s->recorder), 0);
    desk_open(&s->desk, &settings);
    for (int i = 0; i < 2; i++) {
        peer_open(&s->peers[i]);
        s->ids[i] = desk_stream(&s->desk, &s->peers[i], &s->ports[i]);
    }
    bridge(s);
    object_draw(s->object);
    return s;
}

static void scene_close(struct scene *s)
{
    char command[128];

    if (s->desk.media)
        desk_close(&s->desk);
    recorder_free(s->recorder);
    peer_close(&s->peers[0]);
    peer_close(&s->peers[1]);
    snprintf(command, sizeof(command), "rm -rf %s", s->directory);
    assert_int_equal(system(command), 0);
}

static void record(struct scene *s, uint64_t id)
{
    struct tape *tape = NULL;

    assert_int_equal(recorder_begin(s->recorder, id, s->object, &tape), 0);
    assert_int_equal(
        desk_result(&s->desk,
                    media_record(s->desk.media, s->ids[AGENT], s->ids[CALLER],
                                 TAG(&s->desk), tape)),
        0);
}

static void make_tone(double hz, int frame, uint8_t octets[PEER_FRAME])
{
    for (int i = 0; i < PEER_FRAME; i++)
        octets[i] = g711_encode(
            MEDIA_PCMU, (int16_t)(8000 * sin(2 * 3.14159265358979 * hz *
                                             (frame * PEER_FRAME + i) / RATE)));
}

/* Both phones talk, at the pace of phones. */
static void talk(struct scene *s, int frames)
{
    int64_t began_ms = test_now_ms();

    for (int f = 0; f < frames; f++, s->frame++) {
        for (int i = 0; i < 2; i++) {
            uint8_t octets[PEER_FRAME];

            make_tone(tones[i], s->frame, octets);
            peer_send(&s->peers[i], s->ports[i], octets, PEER_FRAME);
        }
        int64_t wait_ms = began_ms + 20 * (f + 1) - test_now_ms();
        if (wait_ms > 0)
            poll(NULL, 0, (int)wait_ms);
    }
}

static void stop(struct scene *s)
{
    assert_int_equal(
        desk_result(&s->desk, media_stop_record(s->desk.media, s->ids[AGENT],
                                                TAG(&s->desk))),
        0);
}

static struct recorder_event wait_event(struct scene *s,
                                        enum recorder_event_type type)
{
    struct pollfd ready = { recorder_event_fd(s->recorder), POLLIN, 0 };
    struct recorder_event event;

    for (;;) {
        while (recorder_next_event(s->recorder, &event))
            if (event.type == type)
                return event;
        assert_int_equal(poll(&ready, 1, PATIENCE_MS), 1);
    }
}

/* The file, as somebody who only knows WAV reads it. */
struct wav {
    char *bytes;
    size_t length;
    const uint8_t *data;
    size_t samples;
};

static uint32_t little(const char *p)
{
    const uint8_t *u = (const uint8_t *)p;

    return u[0] | (uint32_t)u[1] << 8 | (uint32_t)u[2] << 16 |
           (uint32_t)u[3] << 24;
}

static struct wav read_wav(const struct scene *s)
{
    struct wav wav = { 0 };
    char path[200];

    snprintf(path, sizeof(path), "%s/%.2s/%s.wav", s->directory, s->object,
             s->object);
    assert_int_equal(file_read(path, MAX_BYTES, &wav.bytes, &wav.length), 0);
    assert_true(wav.length >= HEAD);
    assert_memory_equal(wav.bytes, "RIFF", 4);
    assert_int_equal(little(wav.bytes + 4), wav.length - 8);
    assert_memory_equal(wav.bytes + 8, "WAVEfmt ", 8);
    assert_int_equal(little(wav.bytes + 20), 7 | 2 << 16); /* mu-law, 2 */
    assert_int_equal(little(wav.bytes + 24), RATE);
    assert_memory_equal(wav.bytes + 50, "data", 4);
    assert_int_equal(little(wav.bytes + 54), wav.length - HEAD);
    wav.data = (const uint8_t *)wav.bytes + HEAD;
    wav.samples = (wav.length - HEAD) / 2;
    return wav;
}

static void decode(const struct wav *wav, int channel, size_t from,
                   size_t count, int16_t *ret_samples)
{
    assert_true(from + count <= wav->samples);
    for (size_t i = 0; i < count; i++)
        ret_samples[i] = g711_decode(
            MEDIA_PCMU, wav->data[2 * (from + i) + (size_t)channel]);
}

static double loudness_of(const struct wav *wav, int channel, int from_ms,
                          int to_ms)
{
    static int16_t samples[60 * RATE];
    size_t from = (size_t)from_ms * RATE / 1000;
    size_t count = (size_t)(to_ms - from_ms) * RATE / 1000;

    decode(wav, channel, from, count, samples);
    return loudness(samples, count);
}

/* How much of the time it is that tone: each 40 ms by itself, because a sender
   that comes late for a moment, on a busy machine, shifts the waves. */
static double tone_of(const struct wav *wav, int channel, int from_ms,
                      int to_ms, double hz)
{
    enum { PART = RATE / 25 };
    int parts = (to_ms - from_ms) / 40;
    int heard = 0;

    for (int i = 0; i < parts; i++) {
        int16_t samples[PART];

        decode(wav, channel, (size_t)(from_ms + 40 * i) * RATE / 1000, PART,
               samples);
        heard += share_at(samples, PART, hz) > 0.7;
    }

    return (double)heard / parts;
}

static int length_ms(const struct wav *wav)
{
    return (int)(wav->samples * 1000 / RATE);
}

static void test_each_on_its_own_channel(void **state)
{
    struct scene *s = scene_open();

    (void)state;
    record(s, 7);
    talk(s, 60);
    stop(s);

    struct recorder_event event = wait_event(s, RECORDER_FINISHED);
    struct wav wav = read_wav(s);
    unsigned char digest[SHA256_SIZE];
    char spelled[SHA256_TEXT_SIZE];

    assert_int_equal(event.id, 7);
    assert_false(event.repaired);
    assert_int_equal(event.lost, 0);
    assert_int_equal(event.facts.samples, wav.samples);
    assert_int_equal(event.facts.bytes, wav.length);
    assert_in_range(length_ms(&wav), 1100, 5000);
    assert_true(tone_of(&wav, TAPE_RIGHT, 200, 1000, tones[AGENT]) > 0.7);
    assert_true(tone_of(&wav, TAPE_LEFT, 200, 1000, tones[CALLER]) > 0.7);

    sha256_of(wav.bytes, wav.length, digest);
    sha256_spell(digest, spelled);
    assert_string_equal(event.facts.digest, spelled);

    /* 8000 of 32768 is 12 dB down: the 29th step. */
    assert_true(strspn(event.facts.peaks[TAPE_LEFT] + 10, "t") > 30);
    assert_int_equal(strlen(event.facts.peaks[TAPE_LEFT]),
                     (wav.samples + 159) / 160);
    free(wav.bytes);
    scene_close(s);
}

/* A second one is heard for nothing, whoever sends as whom. */
static void test_strangers_and_digits_are_not_kept(void **state)
{
    struct scene *s = scene_open();
    struct peer stranger;
    static const uint8_t digit[4] = { 5, 10, 0, 160 };

    (void)state;
    peer_open(&stranger);
    talk(s, 10);
    record(s, 1);
    for (int i = 0; i < 40; i++) {
        uint8_t octets[PEER_FRAME];

        talk(s, 1);
        make_tone(2500, i, octets);
        peer_send(&stranger, s->ports[CALLER], octets, PEER_FRAME);
        s->peers[CALLER].payload_type = 101;
        peer_send(&s->peers[CALLER], s->ports[CALLER], digit, sizeof(digit));
        s->peers[CALLER].payload_type = 0;
        s->peers[CALLER].timestamp -= PEER_FRAME;
    }
    stop(s);
    wait_event(s, RECORDER_FINISHED);

    struct wav wav = read_wav(s);

    assert_true(tone_of(&wav, TAPE_LEFT, 100, 700, tones[CALLER]) > 0.7);
    assert_true(tone_of(&wav, TAPE_LEFT, 100, 700, 2500) < 0.01);
    free(wav.bytes);
    peer_close(&stranger);
    scene_close(s);
}

static void unbridge(struct scene *s)
{
    assert_int_equal(
        desk_result(&s->desk, media_unbridge(s->desk.media, s->ids[CALLER],
                                             TAG(&s->desk))),
        0);
}

static void pause_record(struct scene *s, bool pause)
{
    assert_int_equal(
        desk_result(&s->desk, media_pause_record(s->desk.media, s->ids[AGENT],
                                                 TAG(&s->desk), pause)),
        0);
}

/* A stretch of the talk, by the clock, without what is near to its ends. */
struct stretch {
    int from_ms;
    int to_ms;
};

static struct stretch talk_stretch(struct scene *s, int64_t began_ms)
{
    int64_t from_ms = test_now_ms() - began_ms;

    talk(s, 50);
    return (struct stretch){ (int)from_ms + 250,
                             (int)(test_now_ms() - began_ms) - 250 };
}

static bool is_silent(const struct wav *wav, int channel,
                      const struct stretch *at)
{
    double loudness = loudness_of(wav, channel, at->from_ms, at->to_ms);

    assert_true(loudness < 50 || loudness > 2000);
    return loudness < 50;
}

static void test_holds_and_pauses_are_silent(void **state)
{
    struct scene *s = scene_open();
    struct stretch parts[4];

    (void)state;
    record(s, 1);

    int64_t began_ms = test_now_ms();

    parts[0] = talk_stretch(s, began_ms);
    unbridge(s);
    parts[1] = talk_stretch(s, began_ms);
    bridge(s);
    pause_record(s, true);
    parts[2] = talk_stretch(s, began_ms);
    pause_record(s, false);
    parts[3] = talk_stretch(s, began_ms);
    stop(s);
    wait_event(s, RECORDER_FINISHED);

    static const bool silent[TAPE_CHANNELS][4] = {
        [TAPE_LEFT] = { false, true, true, false },
        [TAPE_RIGHT] = { false, false, true, false },
    };
    struct wav wav = read_wav(s);

    for (int c = 0; c < TAPE_CHANNELS; c++)
        for (int i = 0; i < 4; i++)
            assert_int_equal(is_silent(&wav, c, &parts[i]), silent[c][i]);
    free(wav.bytes);
    scene_close(s);
}

static void test_whoever_goes_first(void **state)
{
    struct scene *s = scene_open();

    (void)state;
    record(s, 1);
    talk(s, 10);
    media_close(s->desk.media, s->ids[CALLER], TAG(&s->desk));
    desk_event(&s->desk, MEDIA_DETACHED, s->ids[CALLER]);
    media_close(s->desk.media, s->ids[AGENT], TAG(&s->desk));
    wait_event(s, RECORDER_FINISHED);
    scene_close(s);
}

static void test_refused_tapes_end(void **state)
{
    struct scene *s = scene_open();
    struct media_stream_id none = { 0 };
    struct tape *tape = NULL;

    (void)state;
    assert_int_equal(recorder_begin(s->recorder, 3, s->object, &tape), 0);
    assert_int_equal(
        media_record(s->desk.media, s->ids[AGENT], none, TAG(&s->desk), tape),
        -ESTALE);
    assert_int_equal(wait_event(s, RECORDER_FINISHED).facts.samples, 0);
    assert_int_equal(
        desk_result(&s->desk, media_pause_record(s->desk.media, s->ids[AGENT],
                                                 TAG(&s->desk), true)),
        -ENOENT);
    scene_close(s);
}

/* A file as a process that died left it: the head is behind, and the last
   sample is half there. */
static void leave_behind(const struct scene *s, size_t bytes)
{
    char path[200];
    uint8_t octets[2 * RATE + 1];
    int directory = open(s->directory, O_RDONLY | O_DIRECTORY);
    int fd = recording_file_create(directory, s->object, RECORDING_FRAME);

    assert_true(fd >= 0);
    memset(octets, 0x20, sizeof(octets));
    assert_int_equal(recording_file_write(fd, 0, octets, 100), 0);
    assert_int_equal(pwrite(fd, octets, bytes, HEAD), (ssize_t)bytes);
    close(fd);
    close(directory);
    snprintf(path, sizeof(path), "%s/open/%s.wav", s->directory, s->object);
    assert_int_equal(access(path, F_OK), 0);
}

static void test_left_behind_is_repaired(void **state)
{
    struct scene *s = scene_open();
    char path[200];
    struct stat status;

    (void)state;
    leave_behind(s, 2 * RATE + 1);
    for (int i = 0; i < 2; i++) { /* a crash after the repair: once more */
        assert_int_equal(recorder_repair(s->recorder, 9, s->object), 0);

        struct recorder_event event = wait_event(s, RECORDER_FINISHED);
        struct wav wav = read_wav(s);

        assert_int_equal(event.id, 9);
        assert_true(event.repaired);
        assert_int_equal(event.facts.samples, RATE);
        assert_int_equal(wav.samples, RATE);
        free(wav.bytes);
    }
    snprintf(path, sizeof(path), "%s/open/%s.wav", s->directory, s->object);
    assert_int_equal(access(path, F_OK), -1);
    snprintf(path, sizeof(path), "%s/%.2s/%s.wav", s->directory, s->object,
             s->object);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(stat(s->directory, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    scene_close(s);
}

/* The tape of one who speaks alone, for a quarter of a second, loudly. */
static void speak_alone(struct scene *s, uint64_t id)
{
    uint8_t octets[PEER_FRAME];
    struct tape *tape = NULL;
    int64_t at_us = 0;

    memset(octets, 0x20, sizeof(octets));
    assert_int_equal(recorder_begin_alone(s->recorder, id, s->object, &tape),
                     0);
    tape_begin(tape, at_us);
    for (uint32_t i = 0; i < RATE / 4 / PEER_FRAME + 1; i++) {
        at_us += 20000;
        tape_hear(tape, TAPE_LEFT, 1, i * PEER_FRAME, MEDIA_PCMU, octets,
                  PEER_FRAME, at_us);
    }
    tape_end(tape, at_us);
}

static void test_who_speaks_alone_has_one_channel(void **state)
{
    struct scene *s = scene_open();
    char path[200], *bytes = NULL;
    size_t length = 0;

    (void)state;
    speak_alone(s, 7);

    struct recorder_event event = wait_event(s, RECORDER_FINISHED);

    snprintf(path, sizeof(path), "%s/%.2s/%s.wav", s->directory, s->object,
             s->object);
    assert_int_equal(file_read(path, MAX_BYTES, &bytes, &length), 0);
    assert_int_equal(little(bytes + 4), length - 8);
    assert_int_equal(little(bytes + 20), 7 | 1 << 16); /* mu-law, 1 */
    assert_int_equal(little(bytes + 28), RATE);
    assert_int_equal(little(bytes + 32), 1 | 8 << 16);
    assert_int_equal(little(bytes + 54), length - HEAD);
    assert_int_equal(event.facts.samples, length - HEAD);
    assert_in_range(event.facts.samples, RATE / 4, RATE / 3);
    for (size_t i = HEAD; i < length; i++)
        assert_int_equal((uint8_t)bytes[i], 0x20);
    /* the outline has both sides, as that of a talk */
    assert_int_equal(strlen(event.facts.peaks[TAPE_LEFT]),
                     strlen(event.facts.peaks[TAPE_RIGHT]));
    assert_int_equal(strspn(event.facts.peaks[TAPE_RIGHT], "0"),
                     strlen(event.facts.peaks[TAPE_RIGHT]));
    assert_null(strchr(event.facts.peaks[TAPE_LEFT], '0'));
    free(bytes);
    scene_close(s);
}

/* Both kinds are played, whichever version kept them. */
static void test_one_channel_is_played_as_two_are(void **state)
{
    struct scene *s = scene_open();
    struct recorder_event event;
    struct sound *one;

    (void)state;
    speak_alone(s, 7);
    wait_event(s, RECORDER_FINISHED);
    assert_int_equal(recorder_load(s->recorder, 8, s->object), 0);
    event = wait_event(s, RECORDER_LOADED);
    assert_int_equal(event.error, 0);
    one = event.sound;

    object_draw(s->object);
    leave_behind(s, 2 * RATE);
    assert_int_equal(recorder_load(s->recorder, 9, s->object), 0);
    event = wait_event(s, RECORDER_LOADED);
    assert_int_equal(event.error, 0);
    assert_int_equal(sound_samples(event.sound), RATE);
    assert_in_range(sound_samples(one), RATE / 4, RATE / 3);
    sound_unref(event.sound);
    sound_unref(one);
    scene_close(s);
}

static void test_one_channel_left_behind_is_repaired(void **state)
{
    struct scene *s = scene_open();
    uint8_t octets[RATE];
    int directory = open(s->directory, O_RDONLY | O_DIRECTORY);
    int fd = recording_file_create(directory, s->object, RECORDING_MONO);

    (void)state;
    memset(octets, 0x20, sizeof(octets));
    assert_int_equal(recording_file_write(fd, 0, octets, 100), 0);
    assert_int_equal(pwrite(fd, octets, sizeof(octets), HEAD), RATE);
    close(fd);
    close(directory);
    assert_int_equal(recorder_repair(s->recorder, 9, s->object), 0);
    assert_int_equal(wait_event(s, RECORDER_FINISHED).facts.samples, RATE);
    scene_close(s);
}

static void test_nothing_left_behind(void **state)
{
    struct scene *s = scene_open();

    (void)state;
    assert_int_equal(recorder_repair(s->recorder, 9, s->object), 0);
    assert_int_equal(wait_event(s, RECORDER_FINISHED).facts.bytes, 0);
    scene_close(s);
}

static void test_removed_is_gone(void **state)
{
    struct scene *s = scene_open();
    char path[200];

    (void)state;
    leave_behind(s, 100);
    for (int i = 0; i < 2; i++) { /* a crash after it: once more */
        assert_int_equal(recorder_remove(s->recorder, 4, s->object), 0);
        assert_int_equal(wait_event(s, RECORDER_REMOVED).id, 4);
    }
    snprintf(path, sizeof(path), "%s/open/%s.wav", s->directory, s->object);
    assert_int_equal(access(path, F_OK), -1);
    scene_close(s);
}

/* The linker sends the product's fdatasync() here. */

int __real_fdatasync(int fd);
int __wrap_fdatasync(int fd);

static atomic_int syncs_that_fail;

int __wrap_fdatasync(int fd)
{
    if (atomic_load(&syncs_that_fail) == 0)
        return __real_fdatasync(fd);

    atomic_fetch_sub(&syncs_that_fail, 1);
    errno = EIO;
    return -1;
}

/* A second fdatasync() succeeds after a failed one, and means nothing. */
static void test_what_the_disk_loses_is_told(void **state)
{
    struct scene *s = scene_open();

    (void)state;
    atomic_store(&syncs_that_fail, 1);
    record(s, 5);
    talk(s, 20);
    stop(s);

    struct recorder_event event = wait_event(s, RECORDER_LOSES);

    assert_int_equal(event.id, 5);
    assert_int_equal(event.error, -EIO);
    wait_event(s, RECORDER_FINISHED);
    scene_close(s);
}

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;

    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static bool heard_by_agent(struct scene *s)
{
    struct heard heard;

    peer_forget(&s->peers[AGENT]);
    talk(s, 5);
    return peer_hear(&s->peers[AGENT], &heard, PATIENCE_MS);
}

static void test_a_full_disk_leaves_a_gap(void **state)
{
    struct scene *s = scene_open();
    struct recorder_status status;

    (void)state;
    signal(SIGXFSZ, SIG_IGN);
    record(s, 1);
    talk(s, 50);
    limit_files(HEAD + 2 * RATE / 2); /* of the talk, half a second fits */
    talk(s, 250);
    assert_int_equal(wait_event(s, RECORDER_LOSES).error, -EFBIG);
    recorder_status(s->recorder, &status);
    assert_int_equal(status.error, -EFBIG);
    assert_true(heard_by_agent(s));

    limit_files(RLIM_INFINITY);
    talk(s, 150);
    stop(s);

    struct recorder_event event = wait_event(s, RECORDER_FINISHED);
    struct wav wav = read_wav(s);
    int length = length_ms(&wav);

    /* Time was kept: what is lost is a gap, and then it goes on. */
    assert_in_range(length, 9000, PATIENCE_MS);
    assert_in_range(event.lost, RATE / 2, (length - 2000) * (RATE / 1000));
    assert_true(tone_of(&wav, TAPE_RIGHT, 200, 400, tones[AGENT]) > 0.5);
    assert_true(tone_of(&wav, TAPE_RIGHT, length - 900, length - 200,
                        tones[AGENT]) > 0.5);
    recorder_status(s->recorder, &status);
    assert_true(status.lost_us > 0);
    free(wav.bytes);
    scene_close(s);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, test_each_on_its_own_channel);
    TEST_LIST_ADD(&list, test_strangers_and_digits_are_not_kept);
    TEST_LIST_ADD(&list, test_holds_and_pauses_are_silent);
    TEST_LIST_ADD(&list, test_whoever_goes_first);
    TEST_LIST_ADD(&list, test_refused_tapes_end);
    TEST_LIST_ADD(&list, test_left_behind_is_repaired);
    TEST_LIST_ADD(&list, test_who_speaks_alone_has_one_channel);
    TEST_LIST_ADD(&list, test_one_channel_is_played_as_two_are);
    TEST_LIST_ADD(&list, test_one_channel_left_behind_is_repaired);
    TEST_LIST_ADD(&list, test_nothing_left_behind);
    TEST_LIST_ADD(&list, test_removed_is_gone);
    TEST_LIST_ADD(&list, test_what_the_disk_loses_is_told);
    TEST_LIST_ADD(&list, test_a_full_disk_leaves_a_gap);
    return test_list_run(&list);
}
