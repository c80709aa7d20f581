/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read as a whole, and wiped before it is freed. */

#include "server/secret_file.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "lang/failure.h"

bool secret_is_one_line(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 127)
            return false;

    return true;
}

int secret_file_read(const char *path, char *ret_secret, size_t size)
{
    assert(path && ret_secret && size > 1);
    char *text;
    size_t length;

    if (path[0] == '\0')
        return 0;

    int rc = file_read(path, size - 1, &text, &length);
    if (rc < 0) {
        log_say(LOG_LEVEL_ERROR, "server", "%s: %s", path,
                failure_text(lang_own(), rc));
        return rc;
    }
    text[strcspn(text, "\r\n")] = '\0';
    if (text[0] && secret_is_one_line(text)) {
        memcpy(ret_secret, text, strlen(text) + 1);
    } else {
        rc = -EINVAL;
        log_say(LOG_LEVEL_ERROR, "server",
                "%s: the first line is empty, or has control characters", path);
    }
    explicit_bzero(text, length);
    free(text);
    return rc;
}
