/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small files that are replaced whole, and believed for a minute. */

#include "cli/recall.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/sha256.h"
#include "client/token.h"

enum { PATH_SIZE = 4096 };

/* Where the files are, made for their owner alone. */
static bool find_directory(char ret_path[PATH_SIZE])
{
    const char *cache = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    bool has_cache = cache && cache[0] == '/';

    if (!has_cache && !(home && home[0] == '/'))
        return false;

    int length = has_cache ? snprintf(ret_path, PATH_SIZE, "%s", cache)
                           : snprintf(ret_path, PATH_SIZE, "%s/.cache", home);

    if (length >= PATH_SIZE - 128 || (mkdir(ret_path, 0700) && errno != EEXIST))
        return false;

    (void)snprintf(ret_path + length, 128, "/cclite");
    return mkdir(ret_path, 0700) == 0 || errno == EEXIST;
}

/* Whoever asks with another token may see other names. */
static void hash_asker(const struct endpoint *endpoint, enum document_kind kind,
                       char ret_text[SHA256_TEXT_SIZE])
{
    char token[TOKEN_PATH_SIZE] = "";
    const char *server = endpoint_name(endpoint);
    unsigned char digest[SHA256_SIZE];
    unsigned char number = (unsigned char)kind;
    struct sha256 hash;

    (void)token_path(endpoint, token);
    sha256_init(&hash);
    sha256_add(&hash, server, strlen(server) + 1);
    sha256_add(&hash, token, strlen(token) + 1);
    sha256_add(&hash, &number, 1);
    sha256_end(&hash, digest);
    sha256_spell(digest, ret_text);
}

static bool find_path(const struct endpoint *endpoint, enum document_kind kind,
                      char ret_path[PATH_SIZE])
{
    char name[SHA256_TEXT_SIZE];

    if (!find_directory(ret_path))
        return false;

    size_t length = strlen(ret_path);

    hash_asker(endpoint, kind, name);
    (void)snprintf(ret_path + length, PATH_SIZE - length, "/names-%.32s", name);
    return true;
}

/* One's own, nobody else's to write, and of this minute: a clock that was put
   back makes it too old, too. */
static bool is_good(int fd, size_t *ret_size)
{
    struct stat facts;
    time_t now = time(NULL);

    if (fstat(fd, &facts) || !S_ISREG(facts.st_mode) ||
        facts.st_uid != geteuid() || (facts.st_mode & 022) ||
        facts.st_size > RECALL_MAX_BYTES)
        return false;

    *ret_size = (size_t)facts.st_size;
    return facts.st_mtime <= now && now - facts.st_mtime < RECALL_S;
}

static char *read_names(int fd, size_t size)
{
    char *names = malloc(size + 1);
    ssize_t length = names ? read(fd, names, size) : -1;

    if (length < 0) {
        free(names);
        return NULL;
    }

    names[length] = '\0';
    return names;
}

bool recall_take(const struct endpoint *endpoint, enum document_kind kind,
                 char **ret_names)
{
    char path[PATH_SIZE];
    size_t size;

    assert(endpoint && ret_names);

    if (!find_path(endpoint, kind, path))
        return false;

    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return false;

    *ret_names = is_good(fd, &size) ? read_names(fd, size) : NULL;
    close(fd);
    return *ret_names != NULL;
}

void recall_keep(const struct endpoint *endpoint, enum document_kind kind,
                 const char *names)
{
    char path[PATH_SIZE], fresh[PATH_SIZE + 24];
    size_t length = strlen(names);

    assert(endpoint && names);

    if (length > RECALL_MAX_BYTES || !find_path(endpoint, kind, path))
        return;

    (void)snprintf(fresh, sizeof(fresh), "%s.%ld", path, (long)getpid());
    int fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return;

    bool ok = write(fd, names, length) == (ssize_t)length;

    if (close(fd) || !ok || rename(fresh, path))
        (void)unlink(fresh);
}

void recall_forget(const struct endpoint *endpoint)
{
    char path[PATH_SIZE];

    assert(endpoint);

    for (int kind = 0; kind < document_kind_count; kind++)
        if (find_path(endpoint, (enum document_kind)kind, path))
            (void)unlink(path);
}
