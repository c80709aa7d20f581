/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of mistakes, and how one is noted. */

#include "wire/mistake.h"

#include <assert.h>
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "core/record.h"

static const struct mistake_row {
    const char *code;
    int status;
    const char *text;
} mistake_rows[] = {
#define MISTAKE(CODE, code, status, text)                                      \
    [MISTAKE_##CODE] = { #code, status, text },
#include "wire/mistake.def"
};

static const struct mistake_row *find_row(enum mistake_code code)
{
    assert(code > MISTAKE_NONE && code < MISTAKE_COUNT);

    return &mistake_rows[code];
}

const char *mistake_spell(enum mistake_code code)
{
    return find_row(code)->code;
}

int mistake_status(enum mistake_code code)
{
    return find_row(code)->status;
}

/* A place may be a key from outside: it is shown, so it must be harmless. */
static void copy_place(char *to, const char *from)
{
    size_t length = 0;

    for (; from[length] && length < MISTAKE_PLACE_SIZE - 1; length++) {
        char c = from[length];
        to[length] = c >= ' ' && c <= '~' ? c : '?';
    }
    to[length] = '\0';
}

int mistake_note_range(struct mistake *ret_mistake, enum mistake_code code,
                       const char *place, int64_t min, int64_t max)
{
    assert(place);

    if (!ret_mistake)
        return -EBADMSG;

    *ret_mistake = (struct mistake){
        .code = code,
        .text = find_row(code)->text,
        .min = min,
        .max = max,
    };
    copy_place(ret_mistake->place, place);
    return -EBADMSG;
}

int mistake_note(struct mistake *ret_mistake, enum mistake_code code,
                 const char *place)
{
    return mistake_note_range(ret_mistake, code, place, 0, 0);
}

int mistake_note_name(struct mistake *ret_mistake, const char *place,
                      const char *name)
{
    int rc = mistake_note(ret_mistake, MISTAKE_NO_SUCH_NAME, place);

    if (ret_mistake)
        (void)text_safe(name, strlen(name), ret_mistake->name,
                        sizeof(ret_mistake->name));
    return rc;
}

void mistake_put_before(struct mistake *mistake, const char *place)
{
    if (!mistake)
        return;

    char whole[2 * MISTAKE_PLACE_SIZE];
    bool has_dot = mistake->place[0] && mistake->place[0] != '[';

    (void)snprintf(whole, sizeof(whole), "%.*s%s%s", MISTAKE_PLACE_SIZE - 1,
                   place, has_dot ? "." : "", mistake->place);
    copy_place(mistake->place, whole);
}
