/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records are made safe, compared with the last few, and written at once. */

#include "base/log.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/text.h"

enum {
    SENTENCE_SIZE = 1024,
    AREA_SIZE = 16,
    RECORD_SIZE = 3072, /* below PIPE_BUF, so that writing is atomic */
    REMEMBERED = 16,
    QUIET_US = 10000000, /* a repeated sentence is only counted so long */
};

_Static_assert(RECORD_SIZE <= PIPE_BUF, "a record must be written whole");

/* A sentence written lately, and how often it came again since. */
struct sentence {
    enum log_level level;
    char area[AREA_SIZE];
    char text[SENTENCE_SIZE]; /* "": free */
    int64_t written_us;
    unsigned repeated;
};

static atomic_int wanted = LOG_LEVEL_NOTE;

/* Everything below is touched only under the lock. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int output_fd = STDERR_FILENO;
static enum log_form output_form = LOG_FORM_TEXT;
static unsigned dropped;
static struct sentence sentences[REMEMBERED];

static const char *const names[LOG_LEVEL_COUNT] = {
    [LOG_LEVEL_ERROR] = "error",
    [LOG_LEVEL_WARNING] = "warning",
    [LOG_LEVEL_NOTE] = "note",
    [LOG_LEVEL_DETAIL] = "detail",
};

static void write_moment(char text[32])
{
    int64_t now_us = clock_wall_us();
    time_t now_s = (time_t)(now_us / 1000000);
    struct tm utc;

    gmtime_r(&now_s, &utc);
    size_t length = strftime(text, 32, "%Y-%m-%dT%H:%M:%S", &utc);
    snprintf(text + length, 32 - length, ".%03dZ", (int)(now_us / 1000 % 1000));
}

/* Safe text has no control characters: two bytes are left to escape. */
static void escape(const char *text, char *out, size_t size)
{
    size_t length = 0;

    for (; *text && length + 3 < size; text++) {
        if (*text == '"' || *text == '\\')
            out[length++] = '\\';
        out[length++] = *text;
    }
    out[length] = '\0';
}

static int make_record(char record[RECORD_SIZE], enum log_level level,
                       const char *area, const char *text)
{
    char moment[32];
    char escaped_area[2 * AREA_SIZE + 4];
    char escaped[2 * SENTENCE_SIZE + 4];

    write_moment(moment);
    if (output_form == LOG_FORM_TEXT)
        return snprintf(record, RECORD_SIZE, "%s %s %s %s\n", moment,
                        names[level], area, text);

    escape(area, escaped_area, sizeof(escaped_area));
    escape(text, escaped, sizeof(escaped));
    return snprintf(record, RECORD_SIZE,
                    "{\"at\":\"%s\",\"level\":\"%s\",\"area\":\"%s\","
                    "\"text\":\"%s\"}\n",
                    moment, names[level], escaped_area, escaped);
}

/* True when it was taken. A full pipe says so by poll(), and costs no time. */
static bool write_record(enum log_level level, const char *area,
                         const char *text)
{
    char record[RECORD_SIZE];
    struct pollfd reader = { output_fd, POLLOUT, 0 };
    int length = make_record(record, level, area, text);

    assert(length > 0 && length < RECORD_SIZE);
    if (poll(&reader, 1, 0) != 1 || !(reader.revents & POLLOUT))
        return false;

    return write(output_fd, record, (size_t)length) == length;
}

static void write_or_drop(enum log_level level, const char *area,
                          const char *text)
{
    char sentence[64];

    if (dropped > 0) {
        snprintf(sentence, sizeof(sentence),
                 "%u records were dropped: nobody reads", dropped);
        if (!write_record(LOG_LEVEL_WARNING, "log", sentence)) {
            dropped++;
            return;
        }
        dropped = 0;
    }

    if (!write_record(level, area, text))
        dropped++;
}

static void write_count(struct sentence *sentence)
{
    char text[SENTENCE_SIZE];

    if (sentence->repeated == 0)
        return;

    /* The beginning is enough to know it again. */
    size_t cut =
        text_cut(sentence->text, strlen(sentence->text), SENTENCE_SIZE - 64);
    snprintf(text, sizeof(text), "%.*s (%u times more)", (int)cut,
             sentence->text, sentence->repeated);
    write_or_drop(sentence->level, sentence->area, text);
    sentence->repeated = 0;
}

static struct sentence *find(enum log_level level, const char *area,
                             const char *text)
{
    for (size_t i = 0; i < REMEMBERED; i++)
        if (sentences[i].level == level &&
            strcmp(sentences[i].area, area) == 0 &&
            strcmp(sentences[i].text, text) == 0)
            return &sentences[i];

    return NULL;
}

/* The place of the sentence that was written longest ago. */
static struct sentence *oldest(void)
{
    struct sentence *found = &sentences[0];

    for (size_t i = 1; i < REMEMBERED; i++)
        if (sentences[i].written_us < found->written_us)
            found = &sentences[i];

    return found;
}

static void write_counts_due(int64_t now_us)
{
    for (size_t i = 0; i < REMEMBERED; i++) {
        if (sentences[i].repeated > 0 &&
            now_us - sentences[i].written_us >= QUIET_US) {
            write_count(&sentences[i]);
            sentences[i].written_us = now_us;
        }
    }
}

static void say(enum log_level level, const char *area, const char *text)
{
    int64_t now_us = clock_boot_us();
    struct sentence *known = find(level, area, text);

    write_counts_due(now_us);
    if (known && now_us - known->written_us < QUIET_US) {
        known->repeated++;
        return;
    }

    if (!known) {
        known = oldest();
        write_count(known);
        known->level = level;
        memcpy(known->area, area, AREA_SIZE);
        memcpy(known->text, text, SENTENCE_SIZE);
    }
    known->written_us = now_us;
    known->repeated = 0;
    write_or_drop(level, area, text);
}

void log_open(int fd, enum log_form form, enum log_level level)
{
    assert(fd >= 0 && level < LOG_LEVEL_COUNT);

    pthread_mutex_lock(&lock);
    output_fd = fd;
    output_form = form;
    dropped = 0;
    memset(sentences, 0, sizeof(sentences));
    pthread_mutex_unlock(&lock);
    log_set_level(level);
}

void log_close(void)
{
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < REMEMBERED; i++)
        write_count(&sentences[i]);
    pthread_mutex_unlock(&lock);
    log_open(STDERR_FILENO, LOG_FORM_TEXT, LOG_LEVEL_NOTE);
}

void log_set_level(enum log_level level)
{
    assert(level < LOG_LEVEL_COUNT);

    atomic_store_explicit(&wanted, (int)level, memory_order_relaxed);
}

bool log_wants(enum log_level level)
{
    return (int)level <= atomic_load_explicit(&wanted, memory_order_relaxed);
}

void log_say(enum log_level level, const char *area, const char *format, ...)
{
    assert(level < LOG_LEVEL_COUNT && area && format);

    if (!log_wants(level))
        return;

    char raw[SENTENCE_SIZE];
    char safe_area[AREA_SIZE] = "";
    char text[SENTENCE_SIZE] = "";
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(raw, sizeof(raw), format, arguments);
    va_end(arguments);

    if (length < 0)
        return;

    text_safe(area, strlen(area), safe_area, sizeof(safe_area));
    text_safe(raw, strlen(raw), text, sizeof(text));

    pthread_mutex_lock(&lock);
    say(level, safe_area, text);
    pthread_mutex_unlock(&lock);
}

int log_level_find(const char *name, enum log_level *ret_level)
{
    assert(name && ret_level);

    for (int i = 0; i < LOG_LEVEL_COUNT; i++) {
        if (strcmp(name, names[i]) == 0) {
            *ret_level = (enum log_level)i;
            return 0;
        }
    }
    return -ENOENT;
}

const char *log_level_name(enum log_level level)
{
    assert(level < LOG_LEVEL_COUNT);

    return names[level];
}
