/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's own tables of offsets, checked once and searched by halves. */

#include "lang/catalogue.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "lang/plural.h"

enum {
    HEADER_BYTES = 28,
    ROW_BYTES = 8, /* length, offset */
};

struct entry {
    const char *text;
    size_t length; /* NULs between plural forms included, the last one not */
};

struct catalogue {
    char *bytes;
    size_t length;
    bool swapped; /* written on a machine of the other byte order */
    size_t count;
    size_t msgids; /* where the rows begin; ascending, as strcmp() has it */
    size_t msgstrs;
    struct plural plural;
};

static uint32_t number_at(const struct catalogue *catalogue, size_t at)
{
    uint32_t number;

    memcpy(&number, catalogue->bytes + at, sizeof(number));
    return catalogue->swapped ? __builtin_bswap32(number) : number;
}

/* Of rows that were checked. */
static struct entry entry_at(const struct catalogue *catalogue, size_t rows,
                             size_t i)
{
    size_t row = rows + i * ROW_BYTES;

    return (struct entry){ catalogue->bytes + number_at(catalogue, row + 4),
                           number_at(catalogue, row) };
}

static const char *msgid_at(const struct catalogue *catalogue, size_t i)
{
    return entry_at(catalogue, catalogue->msgids, i).text;
}

static int check_row(const struct catalogue *catalogue, size_t row)
{
    size_t length = number_at(catalogue, row);
    size_t offset = number_at(catalogue, row + 4);

    if (offset >= catalogue->length || length >= catalogue->length - offset)
        return -EINVAL;

    const char *text = catalogue->bytes + offset;
    return text[length] == '\0' && text_is_utf8(text, length) ? 0 : -EINVAL;
}

static int check_rows(const struct catalogue *catalogue, size_t rows)
{
    if (rows > catalogue->length ||
        catalogue->count > (catalogue->length - rows) / ROW_BYTES)
        return -EINVAL;

    for (size_t i = 0; i < catalogue->count; i++) {
        int rc = check_row(catalogue, rows + i * ROW_BYTES);
        if (rc < 0)
            return rc;
    }
    return 0;
}

static bool is_ascending(const struct catalogue *catalogue)
{
    for (size_t i = 1; i < catalogue->count; i++)
        if (strcmp(msgid_at(catalogue, i - 1), msgid_at(catalogue, i)) >= 0)
            return false;

    return true;
}

/* The entry of the empty text holds lines like those of a mail. */
static int read_header(struct catalogue *catalogue)
{
    static const char plural_forms[] = "\nPlural-Forms:";
    static const char charset[] = "charset=UTF-8\n";
    const char *header = catalogue_text(catalogue, "");

    if (!header || !strstr(header, charset))
        return -EINVAL;

    const char *rule = strstr(header, plural_forms);
    if (!rule)
        return -EINVAL;

    return plural_compile(rule + strlen(plural_forms), &catalogue->plural);
}

static int read_all(struct catalogue *catalogue)
{
    static const uint32_t magic = 0x950412DE;

    if (catalogue->length < HEADER_BYTES)
        return -EINVAL;

    if (number_at(catalogue, 0) != magic) {
        catalogue->swapped = true;
        if (number_at(catalogue, 0) != magic)
            return -EINVAL;
    }

    /* Major revision 0 or 1; the minor one 1 has texts we do not use. */
    if (number_at(catalogue, 4) >> 16 > 1)
        return -EINVAL;

    catalogue->count = number_at(catalogue, 8);
    if (catalogue->count == 0 ||
        catalogue->count > catalogue->length / ROW_BYTES)
        return -EINVAL;

    catalogue->msgids = number_at(catalogue, 12);
    catalogue->msgstrs = number_at(catalogue, 16);

    int rc = check_rows(catalogue, catalogue->msgids);
    if (rc == 0)
        rc = check_rows(catalogue, catalogue->msgstrs);
    if (rc < 0)
        return rc;

    return is_ascending(catalogue) ? read_header(catalogue) : -EINVAL;
}

int catalogue_open(const char *path, struct catalogue **ret_catalogue)
{
    assert(path && ret_catalogue);

    struct catalogue *catalogue = calloc(1, sizeof(*catalogue));
    if (!catalogue)
        return -ENOMEM;

    int rc = file_read(path, CATALOGUE_MAX_BYTES, &catalogue->bytes,
                       &catalogue->length);
    if (rc == 0)
        rc = read_all(catalogue);
    if (rc < 0) {
        catalogue_free(catalogue);
        return rc;
    }

    *ret_catalogue = catalogue;
    return 0;
}

struct catalogue *catalogue_free(struct catalogue *catalogue)
{
    if (!catalogue)
        return NULL;

    free(catalogue->bytes);
    free(catalogue);
    return NULL;
}

/* A text of no bytes: there is none. */
static struct entry find(const struct catalogue *catalogue, const char *msgid)
{
    size_t low = 0;
    size_t high = catalogue->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(msgid, msgid_at(catalogue, middle));

        if (order == 0)
            return entry_at(catalogue, catalogue->msgstrs, middle);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return (struct entry){ NULL, 0 };
}

const char *catalogue_text(const struct catalogue *catalogue, const char *msgid)
{
    struct entry found = find(catalogue, msgid);

    return found.length > 0 ? found.text : NULL;
}

const char *catalogue_text_n(const struct catalogue *catalogue,
                             const char *msgid, unsigned long n)
{
    struct entry found = find(catalogue, msgid);

    if (found.length == 0)
        return NULL;

    const char *form = found.text;
    const char *end = found.text + found.length;

    for (size_t i = plural_form(&catalogue->plural, n); i > 0; i--) {
        form += strlen(form) + 1;
        if (form > end)
            return NULL;
    }
    return form;
}
