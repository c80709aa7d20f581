/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every usual WAV file is read as it is meant, every doubtful one refused. */

#include "worker/wave.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "tests/test.h"

enum { FILE_MAX = 512 };

struct file {
    uint8_t bytes[FILE_MAX];
    size_t length;
};

static void put(struct file *file, uint64_t value, unsigned width)
{
    for (unsigned i = 0; i < width; i++)
        file->bytes[file->length++] = (uint8_t)(value >> (8 * i) & 0xff);
}

static void put_text(struct file *file, const char *text)
{
    memcpy(file->bytes + file->length, text, strlen(text));
    file->length += strlen(text);
}

static void set32(struct file *file, size_t at, uint32_t value)
{
    size_t length = file->length;

    file->length = at;
    put(file, value, 4);
    file->length = length;
}

struct format {
    unsigned tag;
    unsigned channels;
    uint32_t rate_hz;
    unsigned bits;
};

static void put_format(struct file *file, const struct format *format)
{
    unsigned frame = format->channels * format->bits / 8;

    put_text(file, "fmt ");
    put(file, 16, 4);
    put(file, format->tag, 2);
    put(file, format->channels, 2);
    put(file, format->rate_hz, 4);
    put(file, format->rate_hz * frame, 4);
    put(file, frame, 2);
    put(file, format->bits, 2);
}

static void begin(struct file *file)
{
    *file = (struct file){ .length = 0 };
    put_text(file, "RIFF....WAVE");
}

static void put_data(struct file *file, const void *data, size_t length)
{
    put_text(file, "data");
    put(file, length, 4);
    memcpy(file->bytes + file->length, data, length);
    file->length += length;
}

static void end(struct file *file)
{
    set32(file, 4, (uint32_t)file->length - 8);
}

static void make(struct file *file, const struct format *format,
                 const void *data, size_t length)
{
    begin(file);
    put_format(file, format);
    put_data(file, data, length);
    end(file);
}

/* From memory that ends where the file ends. */
static enum worker_outcome parse(const struct file *file, size_t length,
                                 struct wave *ret_wave)
{
    uint8_t *copy = malloc(length + 1);

    assert_non_null(copy);
    memcpy(copy, file->bytes, length);
    copy = realloc(copy, length ? length : 1);
    assert_non_null(copy);

    enum worker_outcome outcome = wave_parse(copy, length, ret_wave);
    float sample;

    if (outcome == WORKER_DONE)
        wave_read(ret_wave, ret_wave->frames - 1, 1, &sample);
    free(copy);
    return outcome;
}

/* What each way to write a sample means; by hand, not by our code. */
static const struct coding_row {
    const char *says;
    struct format format;
    uint8_t data[16];
    size_t length;
    float first; /* of full scale */
    size_t frames;
} coding_rows[] = {
    { "8 bits are unsigned", { 1, 1, 8000, 8 }, { 0x40, 0x80 }, 2, -0.5f, 2 },
    { "16 bits are signed", { 1, 1, 8000, 16 }, { 0, 0xc0 }, 2, -0.5f, 1 },
    { "24 bits are signed",
      { 1, 1, 44100, 24 },
      { 0, 0, 0x40, 0, 0, 0 },
      6,
      0.5f,
      2 },
    { "32 bits are signed",
      { 1, 1, 8000, 32 },
      { 0, 0, 0, 0x20 },
      4,
      0.25f,
      1 },
    { "32 bits may be floating point",
      { 3, 1, 48000, 32 },
      { 0, 0, 0, 0x3f },
      4,
      0.5f,
      1 },
    { "64 bits are floating point",
      { 3, 1, 8000, 64 },
      { 0, 0, 0, 0, 0, 0, 0xd0, 0xbf },
      8,
      -0.25f,
      1 },
    { "what is no number is silence",
      { 3, 1, 8000, 32 },
      { 0, 0, 0xc0, 0x7f },
      4,
      0.0f,
      1 },
    { "what is beyond full scale is cut",
      { 3, 1, 8000, 32 },
      { 0, 0, 0x80, 0x7f },
      4,
      1.0f,
      1 },
    { "channels are mixed",
      { 1, 2, 8000, 16 },
      { 0, 0x40, 0, 0x20 },
      4,
      0.375f,
      1 },
    { "mu-law is read (ITU-T G.711: 0x80 is 32124)",
      { 7, 1, 8000, 8 },
      { 0x80 },
      1,
      0.98035f,
      1 },
    { "A-law is read (ITU-T G.711: 0xaa is 32256)",
      { 6, 1, 8000, 8 },
      { 0xaa },
      1,
      0.984375f,
      1 },
};

static void reads_codings(void **state)
{
    const struct coding_row *row = *state;
    struct file file;
    struct wave wave;
    float sample;

    make(&file, &row->format, row->data, row->length);
    assert_int_equal(wave_parse(file.bytes, file.length, &wave), WORKER_DONE);
    assert_int_equal(wave.frames, row->frames);
    assert_int_equal(wave.rate_hz, row->format.rate_hz);
    wave_read(&wave, 0, 1, &sample);
    assert_true(fabsf(sample - row->first) < 0.0001f);
}

static const struct format good = { 1, 1, 8000, 16 };
static const uint8_t two_samples[] = { 1, 2, 3, 4 };

static const struct format_row {
    const char *says;
    struct format format;
    enum worker_outcome outcome;
} format_rows[] = {
    { "MP3 in a WAV file", { 0x55, 1, 8000, 8 }, WORKER_BAD_CODING },
    { "ADPCM", { 2, 1, 8000, 8 }, WORKER_BAD_CODING },
    { "no channel", { 1, 0, 8000, 16 }, WORKER_BAD_CHANNELS },
    { "nine channels", { 1, 9, 8000, 16 }, WORKER_BAD_CHANNELS },
    { "a rate of 0", { 1, 1, 0, 16 }, WORKER_BAD_RATE },
    { "a rate of 3999 Hz", { 1, 1, 3999, 16 }, WORKER_BAD_RATE },
    { "a rate of 192001 Hz", { 1, 1, 192001, 16 }, WORKER_BAD_RATE },
    { "a rate of 4 GHz", { 1, 1, UINT32_MAX, 16 }, WORKER_BAD_RATE },
    { "12 bits", { 1, 1, 8000, 12 }, WORKER_BAD_WIDTH },
    { "64 bits that are whole numbers", { 1, 1, 8000, 64 }, WORKER_BAD_WIDTH },
    { "16 bits of floating point", { 3, 1, 8000, 16 }, WORKER_BAD_WIDTH },
    { "16 bits of mu-law", { 7, 1, 8000, 16 }, WORKER_BAD_WIDTH },
    { "0 bits", { 1, 1, 8000, 0 }, WORKER_BAD_WIDTH },
};

static void refuses_formats(void **state)
{
    const struct format_row *row = *state;
    struct file file;
    struct wave wave;

    make(&file, &row->format, two_samples, sizeof(two_samples));
    assert_int_equal(wave_parse(file.bytes, file.length, &wave), row->outcome);
}

/* A good file, and one place of it that is changed. */
enum { AT_FORMAT_SIZE = 16, AT_BYTE_RATE = 28, AT_DATA_SIZE = 40 };

static const struct change_row {
    const char *says;
    size_t at;
    uint32_t value;
    enum worker_outcome outcome;
} change_rows[] = {
    { "a file of another kind", 0, 0x20202020, WORKER_NO_WAV },
    { "a RIFF that is no WAVE", 8, 0x20495641, WORKER_NO_WAV },
    { "a length beyond the end", 4, 41, WORKER_TRUNCATED },
    { "a length of 4 GiB", 4, UINT32_MAX, WORKER_TRUNCATED },
    { "a length of nothing", 4, 3, WORKER_TRUNCATED },
    { "a format of 12 bytes", AT_FORMAT_SIZE, 12, WORKER_SHORT_FORMAT },
    { "a format beyond the end", AT_FORMAT_SIZE, 4096, WORKER_BAD_CHUNK },
    { "a format of -8 bytes", AT_FORMAT_SIZE, UINT32_MAX - 7,
      WORKER_BAD_CHUNK },
    { "a byte rate that is wrong", AT_BYTE_RATE, 8000, WORKER_CONTRADICTION },
    { "data beyond the end", AT_DATA_SIZE, 6, WORKER_BAD_CHUNK },
    { "data of no bytes", AT_DATA_SIZE, 0, WORKER_EMPTY },
    { "data that end within a sample", AT_DATA_SIZE, 3, WORKER_HALF_SAMPLE },
};

static void refuses_changes(void **state)
{
    const struct change_row *row = *state;
    struct file file;
    struct wave wave;

    make(&file, &good, two_samples, sizeof(two_samples));
    set32(&file, row->at, row->value);
    assert_int_equal(parse(&file, file.length, &wave), row->outcome);
}

static void refuses_two_formats(void **state)
{
    (void)state;
    struct file file;
    struct wave wave;

    begin(&file);
    put_format(&file, &good);
    put_format(&file, &good);
    put_data(&file, two_samples, sizeof(two_samples));
    end(&file);
    assert_int_equal(parse(&file, file.length, &wave), WORKER_TWO_FORMATS);
}

static void refuses_data_before_the_format(void **state)
{
    (void)state;
    struct file file;
    struct wave wave;

    begin(&file);
    put_data(&file, two_samples, sizeof(two_samples));
    put_format(&file, &good);
    end(&file);
    assert_int_equal(parse(&file, file.length, &wave), WORKER_DATA_FIRST);
}

/* One walk of 64 steps at most, whatever there is. */
static void refuses_endless_chunks(void **state)
{
    (void)state;
    enum { CHUNKS = 100000 };
    size_t length = 12 + 8 * (size_t)CHUNKS;
    uint8_t *bytes = calloc(1, length);
    struct file head;
    struct wave wave;

    assert_non_null(bytes);
    begin(&head);
    set32(&head, 4, (uint32_t)length - 8);
    memcpy(bytes, head.bytes, head.length);
    assert_int_equal(wave_parse(bytes, length, &wave), WORKER_NO_DATA);
    free(bytes);
}

static void refuses_more_than_five_minutes(void **state)
{
    (void)state;
    const struct format slow = { 1, 1, 4000, 8 };
    size_t samples = (size_t)4000 * WORKER_MAX_S;
    struct file file;
    struct wave wave;

    make(&file, &slow, "", 0);
    for (size_t more = 0; more < 2; more++) {
        size_t length = file.length + samples + more;
        uint8_t *bytes = calloc(1, length);

        assert_non_null(bytes);
        set32(&file, 4, (uint32_t)length - 8);
        set32(&file, AT_DATA_SIZE, (uint32_t)(samples + more));
        memcpy(bytes, file.bytes, file.length);
        assert_int_equal(wave_parse(bytes, length, &wave),
                         more ? WORKER_TOO_LONG : WORKER_DONE);
        free(bytes);
    }
}

static void reads_what_stands_between(void **state)
{
    (void)state;
    struct file file;
    struct wave wave;

    begin(&file);
    put_text(&file, "LIST");
    put(&file, 3, 4); /* an odd one has a byte more */
    put_text(&file, "abc");
    put(&file, 0, 1);
    put_format(&file, &good);
    put_data(&file, two_samples, sizeof(two_samples));
    put_text(&file, "junk");
    end(&file);
    assert_int_equal(parse(&file, file.length, &wave), WORKER_DONE);
    assert_int_equal(wave.frames, 2);
}

/* Cut anywhere it is refused, and changed anywhere it is answered; nothing
   beyond its end is read (the sanitizer looks). */
static void survives_every_cut_and_change(void **state)
{
    (void)state;
    struct file file;
    struct wave wave;

    make(&file, &good, two_samples, sizeof(two_samples));
    for (size_t length = 0; length < file.length; length++)
        assert_int_not_equal(parse(&file, length, &wave), WORKER_DONE);
    for (size_t at = 0; at < file.length; at++)
        for (unsigned value = 0; value < 256; value++) {
            struct file changed = file;

            changed.bytes[at] = (uint8_t)value;
            assert_true(parse(&changed, changed.length, &wave) <
                        worker_outcome_count);
        }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, reads_codings, coding_rows);
    TEST_LIST_ADD_ROWS(&list, refuses_formats, format_rows);
    TEST_LIST_ADD_ROWS(&list, refuses_changes, change_rows);
    TEST_LIST_ADD(&list, refuses_two_formats);
    TEST_LIST_ADD(&list, refuses_data_before_the_format);
    TEST_LIST_ADD(&list, refuses_endless_chunks);
    TEST_LIST_ADD(&list, refuses_more_than_five_minutes);
    TEST_LIST_ADD(&list, reads_what_stands_between);
    TEST_LIST_ADD(&list, survives_every_cut_and_change);
    return test_list_run(&list);
}
