/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another machine answers about a caller, and where the values in it
   are. */

#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "wire/lookup_answer.h"

enum { PATHS_SIZE = 512 };

/* The first line says what is wanted, the rest is the answer. */
static size_t read_wanted(const uint8_t *data, size_t size,
                          struct lookup_values *ret_wanted)
{
    char paths[PATHS_SIZE];
    const uint8_t *end = size ? memchr(data, '\n', size) : NULL;
    size_t length = end ? (size_t)(end - data) : size;
    size_t kept = length < sizeof(paths) - 1 ? length : sizeof(paths) - 1;

    if (kept > 0)
        memcpy(paths, data, kept);
    paths[kept] = '\0';
    ret_wanted->count = 0;
    if (!lookup_values_read(paths, ret_wanted))
        return SIZE_MAX;
    CLAIM(ret_wanted->count >= 1 && ret_wanted->count <= LOOKUP_MAX_VALUES);
    return length + (end != NULL);
}

static bool is_wanted(const struct lookup_values *wanted,
                      const struct name *variable)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (strcmp(wanted->rows[i].variable.text, variable->text) == 0)
            return true;
    return false;
}

/* Each line is a variable that was asked for, and a text that may be shown. */
static void look_at(const struct lookup_values *wanted,
                    const struct note *values, int count)
{
    const char *text = values->text;
    struct name variable;
    struct label value;
    int lines = 0;

    CLAIM(memchr(values->text, '\0', sizeof(values->text)));
    while (lookup_line_take(&text, &variable, &value)) {
        CLAIM(is_wanted(wanted, &variable));
        CLAIM(text_is_utf8(value.text, strlen(value.text)));
        for (const char *at = value.text; *at; at++)
            CLAIM((unsigned char)*at >= ' ' && *at != 0x7f);
        lines++;
    }
    CLAIM(lines == count && count <= (int)wanted->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct lookup_values wanted;
    struct note values;
    size_t used = read_wanted(data, size, &wanted);

    if (used == SIZE_MAX)
        return 0;

    int rc = lookup_answer_read((const char *)data + used, size - used, &wanted,
                                &values);

    CLAIM(rc >= 0 || rc == -EBADMSG);
    if (rc >= 0)
        look_at(&wanted, &values, rc);
    else
        CLAIM(values.text[0] == '\0');
    return 0;
}
