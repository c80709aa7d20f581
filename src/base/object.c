/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names from the kernel's generator, paths from names. */

#include "base/object.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/entropy.h"

static const char digits[] = "0123456789abcdef";

void object_draw(char ret_name[OBJECT_NAME_SIZE])
{
    unsigned char bytes[(OBJECT_NAME_SIZE - 1) / 2];

    assert(ret_name);

    entropy_bytes(bytes, sizeof(bytes));
    for (size_t i = 0; i < sizeof(bytes); i++) {
        ret_name[2 * i] = digits[bytes[i] >> 4];
        ret_name[2 * i + 1] = digits[bytes[i] & 0x0f];
    }
    ret_name[OBJECT_NAME_SIZE - 1] = '\0';
}

bool object_is_name(const char *text)
{
    assert(text);

    size_t length = strnlen(text, OBJECT_NAME_SIZE);

    return length == OBJECT_NAME_SIZE - 1 && strspn(text, digits) == length;
}

void object_open_path(const char *name, char ret_path[OBJECT_PATH_SIZE])
{
    assert(object_is_name(name) && ret_path);

    (void)snprintf(ret_path, OBJECT_PATH_SIZE, "open/%s.wav", name);
}

void object_whole_path(const char *name, char ret_path[OBJECT_PATH_SIZE])
{
    assert(object_is_name(name) && ret_path);

    (void)snprintf(ret_path, OBJECT_PATH_SIZE, "%.2s/%s.wav", name, name);
}
