/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, the way from an answer to a file, and back. */

#include "jobs/prompt_sounds.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sha256.h"
#include "jobs/prompt_aside.h"
#include "jobs/recordings.h"
#include "jobs/speech.h"

enum {
    HEAD_SIZE = 44,
    SAMPLE_SIZE = 2,
    TAG_PCM = 1,
    TEMPORARY_SIZE = OBJECT_PATH_SIZE + 40,
};

/* Keys. */

bool prompt_sound_key(const struct prompt_shop *shop,
                      const struct event_prompt_set *prompt,
                      struct digest *ret_key)
{
    assert(shop && prompt && ret_key);

    if (prompt->sound.text[0]) {
        *ret_key = prompt->sound;
        return true;
    }
    if (!prompt->text.text[0])
        return false;

    speech_key(&shop->worker.voices.of[prompt->language], prompt->language,
               prompt->text.text, ret_key);
    return true;
}

void prompt_sound_path(const struct digest *key,
                       char ret_path[OBJECT_PATH_SIZE])
{
    char name[OBJECT_NAME_SIZE] = "";

    assert(key && ret_path);

    memcpy(name, key->text, OBJECT_NAME_SIZE - 1);
    assert(object_is_name(name));
    object_whole_path(name, ret_path);
}

/* Files. */

static void put16(uint8_t *to, unsigned value)
{
    to[0] = (uint8_t)(value & 0xff);
    to[1] = (uint8_t)(value >> 8 & 0xff);
}

static void put32(uint8_t *to, uint32_t value)
{
    put16(to, value & 0xffff);
    put16(to + 2, value >> 16);
}

static void write_head(uint8_t head[HEAD_SIZE], size_t data)
{
    memcpy(head, "RIFF....WAVEfmt ", 16);
    put32(head + 4, (uint32_t)(HEAD_SIZE - 8 + data));
    put32(head + 16, 16);
    put16(head + 20, TAG_PCM);
    put16(head + 22, 1);
    put32(head + 24, WORKER_RATE_HZ);
    put32(head + 28, WORKER_RATE_HZ * SAMPLE_SIZE);
    put16(head + 32, SAMPLE_SIZE);
    put16(head + 34, 8 * SAMPLE_SIZE);
    memcpy(head + 36, "data", 4);
    put32(head + 40, (uint32_t)data);
}

/* @return the file's bytes, to be freed, or NULL */
static uint8_t *make_file(const struct worker_result *result, size_t *ret_size)
{
    size_t data = result->count * SAMPLE_SIZE;
    uint8_t *bytes = malloc(HEAD_SIZE + data);

    if (!bytes)
        return NULL;

    write_head(bytes, data);
    for (size_t i = 0; i < result->count; i++)
        put16(bytes + HEAD_SIZE + i * SAMPLE_SIZE,
              (uint16_t)result->samples[i]);
    *ret_size = HEAD_SIZE + data;
    return bytes;
}

static int write_all(int fd, const uint8_t *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = write(fd, bytes, length);

        if (put < 0 && errno != EINTR)
            return -errno;
        if (put > 0) {
            bytes += put;
            length -= (size_t)put;
        }
    }

    return fdatasync(fd) < 0 ? -errno : 0;
}

/* The folder is there, and the entry in it is on the disk. */
static int make_folder(int beneath, const char *path, char *ret_folder)
{
    memcpy(ret_folder, path, 2);
    ret_folder[2] = '\0';

    return mkdirat(beneath, ret_folder, 0700) < 0 && errno != EEXIST ? -errno
                                                                     : 0;
}

static int sync_folder(int beneath, const char *folder)
{
    int fd = openat(beneath, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int rc = fd < 0 || fsync(fd) < 0 ? -errno : 0;

    if (fd >= 0)
        close(fd);
    return rc;
}

/* Written beside its place, under a name nobody else draws, and moved there:
   what is there is whole, and two that make the same do no harm. */
static int put_file(int beneath, const char *path, const uint8_t *bytes,
                    size_t length)
{
    char folder[3];
    char drawn[OBJECT_NAME_SIZE];
    char temporary[TEMPORARY_SIZE];
    int rc = make_folder(beneath, path, folder);

    if (rc < 0)
        return rc;

    object_draw(drawn);
    (void)snprintf(temporary, sizeof(temporary), "%s/%s.part", folder, drawn);
    int fd = openat(beneath, temporary,
                    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return -errno;

    rc = write_all(fd, bytes, length);
    close(fd);
    if (rc == 0 && renameat(beneath, temporary, beneath, path) < 0)
        rc = -errno;
    if (rc < 0)
        (void)unlinkat(beneath, temporary, 0);
    return rc == 0 ? sync_folder(beneath, folder) : rc;
}

static int keep(const struct prompt_shop *shop, const struct digest *key,
                const uint8_t *bytes, size_t length)
{
    char path[OBJECT_PATH_SIZE];

    if (mkdir(shop->directory, 0700) < 0 && errno != EEXIST)
        return -errno;

    int beneath = open(shop->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (beneath < 0)
        return -errno;

    prompt_sound_path(key, path);
    int rc = put_file(beneath, path, bytes, length);
    close(beneath);
    if (rc == 0 && shop->kept)
        atomic_fetch_add_explicit(shop->kept, 1, memory_order_relaxed);
    return rc;
}

/* Speaking and converting. */

static int ask(const struct prompt_shop *shop,
               const struct worker_question *question, const void *bytes,
               struct worker_result *ret_result,
               enum worker_outcome *ret_outcome)
{
    int rc = worker_ask(&shop->worker, question, bytes, ret_result);

    if (rc == 0 && ret_result->outcome != WORKER_DONE) {
        *ret_outcome = ret_result->outcome;
        rc = -EBADMSG;
    }
    return rc;
}

static bool is_kept(const struct prompt_shop *shop, const struct digest *key)
{
    return prompt_sound_look(shop, key) == 0;
}

int prompt_sound_speak(const struct prompt_shop *shop,
                       const struct event_prompt_set *prompt,
                       enum worker_outcome *ret_outcome)
{
    const struct worker_question question = {
        .task = WORKER_SPEAK,
        .language = (uint32_t)prompt->language,
        .length = (uint32_t)strlen(prompt->text.text),
        .voice = shop->worker.voices.of[prompt->language],
    };
    struct worker_result result = { .samples = NULL };
    struct digest key;
    size_t size = 0;

    assert(shop && prompt && ret_outcome);

    if (prompt->sound.text[0] || !prompt_sound_key(shop, prompt, &key) ||
        is_kept(shop, &key))
        return 0;

    int rc = ask(shop, &question, prompt->text.text, &result, ret_outcome);
    if (rc < 0)
        return rc;

    uint8_t *bytes = make_file(&result, &size);
    rc = bytes ? keep(shop, &key, bytes, size) : -ENOMEM;
    free(bytes);
    free(result.samples);
    return rc;
}

int prompt_sound_convert(const struct prompt_shop *shop, const void *bytes,
                         size_t length, struct digest *ret_key,
                         enum worker_outcome *ret_outcome)
{
    const struct worker_question question = {
        .task = WORKER_CONVERT,
        .length = (uint32_t)length,
    };
    struct worker_result result = { .samples = NULL };
    unsigned char digest[SHA256_SIZE];
    struct digest key = { "" };
    size_t size = 0;

    assert(shop && length <= WORKER_MAX_FILE && ret_key && ret_outcome);

    int rc = ask(shop, &question, bytes, &result, ret_outcome);
    if (rc < 0)
        return rc;

    uint8_t *file = make_file(&result, &size);
    if (file) {
        sha256_of(file, size, digest);
        sha256_spell(digest, key.text);
    }
    rc = !file                 ? -ENOMEM
         : is_kept(shop, &key) ? 1
                               : keep(shop, &key, file, size);
    if (rc >= 0)
        *ret_key = key;
    free(file);
    free(result.samples);
    return rc;
}

int prompt_sound_open(const struct prompt_shop *shop, const struct digest *key,
                      uint64_t *ret_size)
{
    char name[OBJECT_NAME_SIZE] = "";

    assert(shop && key && ret_size);

    memcpy(name, key->text, OBJECT_NAME_SIZE - 1);
    return object_is_name(name)
               ? recording_open(shop->directory, name, ret_size)
               : -ENOENT;
}

static int touch(const struct prompt_shop *shop, const struct digest *key)
{
    uint64_t size;
    int fd = prompt_sound_open(shop, key, &size);

    if (fd < 0)
        return fd;

    int rc = futimens(fd, NULL) < 0 ? -errno : 0;
    close(fd);
    return rc;
}

static bool is_there(const struct prompt_shop *shop, const struct digest *key)
{
    uint64_t size;
    int fd = prompt_sound_open(shop, key, &size);

    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

static void take_back(const struct prompt_shop *shop, const struct digest *key)
{
    char path[OBJECT_PATH_SIZE], aside[TEMPORARY_SIZE];
    int beneath = open(shop->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (beneath < 0)
        return;

    prompt_sound_path(key, path);
    (void)snprintf(aside, sizeof(aside), "%.*s%s", (int)strcspn(path, "."),
                   path, PROMPT_ASIDE);
    (void)renameat(beneath, aside, beneath, path);
    close(beneath);
}

/* A sweep may have it aside, before it was touched or after. The sweep that has
   not will find it touched. Two may have it one behind the other. */
int prompt_sound_look(const struct prompt_shop *shop, const struct digest *key)
{
    enum { TRIES = 3 };

    for (int i = 0; i < TRIES; i++) {
        int rc = touch(shop, key);

        if (rc < 0 && rc != -ENOENT)
            return rc;
        if (rc == 0 && is_there(shop, key))
            return 0;
        take_back(shop, key);
    }

    return -ENOENT;
}
