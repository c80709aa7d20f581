/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of paths, escaped. */

#include "client/client.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

int client_path_add(char *path, size_t size, const char *part)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    size_t start = strlen(path);
    size_t length = start;

    for (; *part; part++) {
        bool is_plain = strchr(plain, *part) != NULL;

        if (length + (is_plain ? 1 : 3) >= size) {
            path[start] = '\0';
            return -ENAMETOOLONG;
        }

        if (is_plain)
            path[length++] = *part;
        else
            length += (size_t)snprintf(path + length, size - length, "%%%02X",
                                       (unsigned char)*part);
    }
    path[length] = '\0';
    return 0;
}
