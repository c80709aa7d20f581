/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole state as a text: what is taken prints the same. */

#include <errno.h>
#include <string.h>

#include "tests/fuzz/fuzz.h"
#include "wire/snapshot_json.h"

/*
 * An input is a snapshot's text, or, as a whole one is long, lines of
 * "LIST OBJECT": what stands in that list of the snapshot of a state to which
 * nothing has happened.
 */
enum { MAX_LINES = 40 };

static char *empty_snapshot(void)
{
    static char *text;
    struct state *state;

    if (text)
        return text;
    CLAIM(state_new(&state) == 0);
    text = snapshot_print(state);
    CLAIM(text);
    state_free(state);
    return text;
}

/* "text" with an object more in a list, or as it is; releases it. */
static char *put_in(char *text, const char *line, size_t length)
{
    const char *blank = memchr(line, ' ', length);
    char list[64];

    if (!blank || (size_t)(blank - line) > 40)
        return text;
    (void)snprintf(list, sizeof(list), "\"%.*s\":[", (int)(blank - line), line);
    char *at = strstr(text, list);
    if (!at)
        return text;

    size_t head = (size_t)(at - text) + strlen(list);
    size_t object = length - (size_t)(blank - line) - 1;
    char *more = malloc(strlen(text) + object + 2);

    CLAIM(more);
    memcpy(more, text, head);
    memcpy(more + head, blank + 1, object);
    if (text[head] != ']')
        more[head + object++] = ',';
    memcpy(more + head + object, text + head, strlen(text + head) + 1);
    free(text);
    return more;
}

static char *build(const char *lines)
{
    char *text = strdup(empty_snapshot());

    CLAIM(text);
    for (int i = 0; *lines && i < MAX_LINES; i++) {
        size_t length = strcspn(lines, "\n");

        text = put_in(text, lines, length);
        lines += length + (lines[length] == '\n');
    }
    return text;
}

static void look_at(struct state *state)
{
    char *first = snapshot_print(state);
    struct state *again = NULL;

    CLAIM(first);
    CLAIM(snapshot_parse(first, strlen(first), &again, NULL) == 0);
    char *second = snapshot_print(again);
    CLAIM(second && strcmp(first, second) == 0);
    free(first);
    free(second);
    state_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *input = fuzz_text(data, size);
    char *text = input[0] == '{' ? strdup(input) : build(input);
    struct state *state = NULL;
    struct mistake mistake;

    CLAIM(text);
    int rc = snapshot_parse(text, strlen(text), &state, &mistake);
    CLAIM(rc == 0 || (rc == -EBADMSG && !state));
    if (rc == 0)
        look_at(state);
    else
        CLAIM(memchr(mistake.place, '\0', sizeof(mistake.place)));
    state_free(state);
    free(input);
    free(text);
    return 0;
}
