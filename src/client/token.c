/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens in files of mode 0600, replaced whole. */

#include "client/token.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/home.h"

/* "https://cc.example:8443" gives "https_cc.example_8443". */
static void spell_endpoint(const struct endpoint *endpoint,
                           char ret_name[ENDPOINT_URL_SIZE])
{
    const char *from = endpoint->url;
    size_t length = 0;

    if (endpoint_is_local(endpoint)) {
        memcpy(ret_name, "local", sizeof("local"));
        return;
    }

    for (; *from; from++) {
        bool kept = strchr("/:[]", *from) == NULL;

        if (kept)
            ret_name[length++] = *from;
        else if (length && ret_name[length - 1] != '_')
            ret_name[length++] = '_';
    }
    ret_name[length] = '\0';
}

int token_path(const struct endpoint *endpoint, char ret_path[TOKEN_PATH_SIZE])
{
    assert(endpoint && ret_path);

    const char *given = getenv("CCLITE_TOKEN_FILE");
    char spelt[ENDPOINT_URL_SIZE], name[ENDPOINT_URL_SIZE + 16];

    if (given && *given) {
        int length = snprintf(ret_path, TOKEN_PATH_SIZE, "%s", given);

        return length < 0 || length >= TOKEN_PATH_SIZE ? -ENAMETOOLONG : 0;
    }
    spell_endpoint(endpoint, spelt);
    snprintf(name, sizeof(name), "cclite/tokens/%s", spelt);
    return home_path(HOME_CONFIG, name, ret_path);
}

/* RFC 6750, 2.1: what may stand behind "Bearer". */
static bool is_token(const char *text)
{
    size_t length =
        strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                     "0123456789-._~+/=");

    return length > 0 && length < TOKEN_SIZE && !text[length];
}

static int check_file(int fd)
{
    struct stat facts;

    if (fstat(fd, &facts))
        return -errno;
    if (!S_ISREG(facts.st_mode))
        return -EBADMSG;

    return facts.st_uid == geteuid() && !(facts.st_mode & 077) ? 0 : -EPERM;
}

static int read_token(int fd, char ret_token[TOKEN_SIZE])
{
    char text[TOKEN_SIZE + 1];
    int rc = check_file(fd);

    if (rc)
        return rc;

    ssize_t length = read(fd, text, TOKEN_SIZE);
    if (length < 0)
        return -errno;

    text[length] = '\0';
    if (length > 0 && text[length - 1] == '\n')
        text[length - 1] = '\0';
    if (strlen(text) + 1 < (size_t)length || !is_token(text))
        return -EBADMSG;

    memcpy(ret_token, text, strlen(text) + 1);
    return 0;
}

int token_read(const char *path, char ret_token[TOKEN_SIZE])
{
    assert(path && ret_token);

    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return -errno;

    int rc = read_token(fd, ret_token);

    close(fd);
    return rc;
}

int token_write(const char *path, const char *token)
{
    assert(path && token);
    char line[TOKEN_SIZE + 1];

    if (!is_token(token))
        return -EINVAL;
    snprintf(line, sizeof(line), "%s\n", token);

    int rc = home_replace(path, line);
    explicit_bzero(line, sizeof(line));
    return rc;
}

int token_remove(const char *path)
{
    assert(path);

    return unlink(path) && errno != ENOENT ? -errno : 0;
}
