/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The longest common subsequence, walked from the beginning. */

#include "base/text_diff.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CONTEXT = 3 };

struct lines {
    const char **at; /* each ends with a line feed, or the text */
    size_t count;
};

/* One line of what is printed. */
struct edit {
    char sign; /* ' ', '-', '+' */
    const char *line;
};

static int split(const char *text, struct lines *lines)
{
    size_t count = 0;

    for (const char *c = text; *c; c++)
        count += *c == '\n' || c[1] == '\0';
    lines->at = calloc(count + 1, sizeof(lines->at[0]));
    if (!lines->at)
        return -ENOMEM;

    lines->count = 0;
    while (*text) {
        lines->at[lines->count++] = text;
        text += strcspn(text, "\n");
        text += *text == '\n';
    }
    return 0;
}

static bool is_same(const char *a, const char *b)
{
    size_t length = strcspn(a, "\n");

    return length == strcspn(b, "\n") && strncmp(a, b, length) == 0;
}

/* How long the longest common rest is, from line i of the one and j of the
   other on: (count + 1) * (count + 1) numbers. */
static uint16_t *rests(const struct lines *a, const struct lines *b)
{
    size_t width = b->count + 1;
    uint16_t *table = calloc((a->count + 1) * width, sizeof(*table));

    if (!table)
        return NULL;
    for (size_t i = a->count; i-- > 0;)
        for (size_t j = b->count; j-- > 0;) {
            uint16_t down = table[(i + 1) * width + j];
            uint16_t right = table[i * width + j + 1];

            if (is_same(a->at[i], b->at[j]))
                table[i * width + j] =
                    (uint16_t)(table[(i + 1) * width + j + 1] + 1);
            else
                table[i * width + j] = down > right ? down : right;
        }
    return table;
}

static size_t walk(const struct lines *a, const struct lines *b,
                   const uint16_t *table, struct edit *edits)
{
    size_t width = b->count + 1;
    size_t count = 0, i = 0, j = 0;

    while (i < a->count || j < b->count) {
        bool is_common =
            i < a->count && j < b->count && is_same(a->at[i], b->at[j]);
        bool takes_first =
            j == b->count ||
            (i < a->count && (!table || table[(i + 1) * width + j] >=
                                            table[i * width + j + 1]));

        if (table && is_common) {
            edits[count++] = (struct edit){ ' ', a->at[i++] };
            j++;
        } else if (takes_first) {
            edits[count++] = (struct edit){ '-', a->at[i++] };
        } else {
            edits[count++] = (struct edit){ '+', b->at[j++] };
        }
    }
    return count;
}

static bool is_near(const struct edit *edits, size_t count, size_t at)
{
    size_t from = at > CONTEXT ? at - CONTEXT : 0;

    for (size_t i = from; i < count && i <= at + CONTEXT; i++)
        if (edits[i].sign != ' ')
            return true;

    return false;
}

static bool print(FILE *out, const struct edit *edits, size_t count)
{
    bool differ = false;
    bool is_gap = false;

    for (size_t i = 0; i < count; i++) {
        differ |= edits[i].sign != ' ';
        if (!is_near(edits, count, i)) {
            is_gap = true;
            continue;
        }
        if (is_gap)
            fputs("...\n", out);
        is_gap = false;
        fprintf(out, "%c%.*s\n", edits[i].sign,
                (int)strcspn(edits[i].line, "\n"), edits[i].line);
    }
    return differ;
}

int text_diff_print(FILE *out, const char *before, const char *after,
                    bool *ret_differ)
{
    struct lines a = { NULL, 0 }, b = { NULL, 0 };
    struct edit *edits = NULL;
    uint16_t *table = NULL;
    int rc;

    assert(out && before && after && ret_differ);
    rc = split(before, &a);
    if (rc == 0)
        rc = split(after, &b);
    if (rc == 0) {
        edits = calloc(a.count + b.count + 1, sizeof(*edits));
        rc = edits ? 0 : -ENOMEM;
    }
    if (rc == 0 && a.count <= TEXT_DIFF_MAX_LINES &&
        b.count <= TEXT_DIFF_MAX_LINES) {
        table = rests(&a, &b);
        rc = table ? 0 : -ENOMEM;
    }
    if (rc == 0)
        *ret_differ = print(out, edits, walk(&a, &b, table, edits));

    free(table);
    free(edits);
    free(a.at);
    free(b.at);
    return rc;
}
