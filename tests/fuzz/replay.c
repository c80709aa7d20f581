/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives a harness its collected inputs, and what is near to each of them. */

#include <errno.h>
#include <string.h>

#include "tests/fuzz/fuzz.h"

/*
 * A corpus is a text: an input on each line, with \n \r \t \\ and \xNN. Around
 * each input, always the same few hundred more are tried: it is cut short at
 * each place, and bytes of it are changed. That finds no deep fault, which is
 * libFuzzer's work, but those that a change of the parser lets in at once. Where
 * an input is dear, as a whole server is asked, FUZZ_NEAR makes them fewer.
 */
#ifndef FUZZ_NEAR
#define FUZZ_NEAR 256
#endif
enum { MAX_LINE = 65536, MAX_NEAR = FUZZ_NEAR };

static uint32_t chance = 1;

static size_t draw(size_t below)
{
    chance = chance * 1664525 + 1013904223; /* Numerical Recipes, 7.1 */
    return (size_t)(chance >> 8) % below;
}

/* In memory of its own, so that a step past its end is seen. */
static void give(const uint8_t *bytes, size_t size)
{
    uint8_t *copy = malloc(size ? size : 1);

    CLAIM(copy);
    memcpy(copy, bytes, size);
    (void)LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void give_near(uint8_t *bytes, size_t size)
{
    size_t step = size / MAX_NEAR + 1;

    give(bytes, size);
    for (size_t end = 0; end < size; end += step)
        give(bytes, end);
    for (size_t i = 0; size > 0 && i < MAX_NEAR; i++) {
        size_t at = draw(size);
        uint8_t old = bytes[at];

        bytes[at] = (uint8_t)(i % 4 ? old ^ (1U << draw(8)) : draw(256));
        give(bytes, size);
        bytes[at] = old;
    }
}

static int hex_value(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *digit = c ? strchr(digits, c) : NULL;

    return digit ? (int)(digit - digits) : -1;
}

/* Decodes in place; the line's length, or -EINVAL. */
static long decode(char *line)
{
    char *to = line;

    for (const char *from = line; *from; from++) {
        const char *place = NULL;

        if (*from != '\\') {
            *to++ = *from;
            continue;
        }
        from++;
        if (*from == 'x' && hex_value(from[1]) >= 0 &&
            hex_value(from[2]) >= 0) {
            *to++ = (char)(16 * hex_value(from[1]) + hex_value(from[2]));
            from += 2;
        } else if (*from && (place = strchr("n\nr\rt\t\\\\", *from))) {
            *to++ = place[1];
        } else {
            return -EINVAL;
        }
    }
    return to - line;
}

/* @return how many inputs there were, or -1 */
static int replay(FILE *file)
{
    static char line[MAX_LINE];
    int count = 0;

    while (fgets(line, sizeof(line), file)) {
        char *end = strchr(line, '\n');
        if (!end)
            return -1;
        *end = '\0';

        long length = decode(line);
        if (length < 0)
            return -1;
        give_near((uint8_t *)line, (size_t)length);
        count++;
    }
    return count;
}

int main(int argc, char **argv)
{
    const char *top = getenv("top_srcdir");
    const char *slash = strrchr(argv[0], '/');
    const char *name = slash ? slash + 1 : argv[0];
    char path[4096];

    if (strncmp(name, "lt-", 3) == 0)
        name += 3;
    snprintf(path, sizeof(path), "%s/tests/fuzz/corpus/%s.txt", top ? top : ".",
             name);

    FILE *file = fopen(argc > 1 ? argv[1] : path, "r");
    if (!file) {
        printf("Bail out! there is no %s\n", path);
        return 1;
    }

    int count = replay(file);
    fclose(file);
    printf("1..1\n%sok 1 - %s keeps its claims with %d inputs and those near "
           "to them\n",
           count > 0 ? "" : "not ", name, count);
    return count > 0 ? 0 : 1;
}
