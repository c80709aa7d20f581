/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list, looked through from its beginning. */

#include "tui/keep.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Letters, digits and - . _ alone: it is one word of a line. */
static void copy_name(char ret_name[KEEP_NAME_SIZE], const char *name)
{
    size_t length = 0;

    for (; *name && length + 1 < KEEP_NAME_SIZE; name++)
        ret_name[length++] =
            strchr(" \n\t", *name) || (unsigned char)*name < ' ' ? '_' : *name;
    ret_name[length] = '\0';
}

static int find(const struct keep *keep, const char *name)
{
    for (int i = 0; i < keep->count; i++)
        if (strcmp(keep->things[i].name, name) == 0)
            return i;
    return -1;
}

static void forget(struct keep *keep, int at)
{
    keep->count--;
    memmove(&keep->things[at], &keep->things[at + 1],
            (size_t)(keep->count - at) * sizeof(keep->things[0]));
}

void keep_set(struct keep *keep, const char *given, int64_t value)
{
    assert(keep && given);
    char name[KEEP_NAME_SIZE];

    copy_name(name, given);
    int at = find(keep, name);
    if (at >= 0 || keep->count == KEEP_MAX)
        forget(keep, at >= 0 ? at : 0);
    memcpy(keep->things[keep->count].name, name, sizeof(name));
    keep->things[keep->count++].value = value;
}

int64_t keep_get(const struct keep *keep, const char *given, int64_t preset)
{
    assert(keep && given);
    char name[KEEP_NAME_SIZE];

    copy_name(name, given);
    int at = find(keep, name);
    return at < 0 ? preset : keep->things[at].value;
}

int keep_print(const struct keep *keep, FILE *file)
{
    assert(keep && file);
    for (int i = 0; i < keep->count; i++)
        fprintf(file, "%s %" PRId64 "\n", keep->things[i].name,
                keep->things[i].value);
    return ferror(file) ? -EIO : 0;
}

static void read_line(struct keep *keep, const char *line, size_t length)
{
    char text[KEEP_NAME_SIZE + 24], *value, *end;

    if (length >= sizeof(text))
        return;
    memcpy(text, line, length);
    text[length] = '\0';
    value = strchr(text, ' ');
    if (!value || value == text)
        return;
    *value++ = '\0';
    errno = 0;
    long long number = strtoll(value, &end, 10);
    if (end != value && *end == '\0' && errno == 0)
        keep_set(keep, text, number);
}

void keep_read(struct keep *keep, const char *text)
{
    assert(keep && text);
    while (*text) {
        size_t length = strcspn(text, "\n");

        read_line(keep, text, length);
        text += length + (text[length] == '\n');
    }
}
