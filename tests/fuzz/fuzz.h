/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One input, from anywhere, given to one of our parsers. */

#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * A harness is one function over bytes, without a clock, a file or a network.
 * It claims more than that nothing crashes: what the parser's header promises
 * of what it lets through. libFuzzer (`make fuzz`) looks for inputs that break
 * a claim; replay.c gives the collected ones to the same function in every
 * `make check`.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** A claim: when it does not hold, the program stops, and says which. */
#define CLAIM(holds)                                                           \
    do {                                                                       \
        if (!(holds)) {                                                        \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__,         \
                    #holds);                                                   \
            abort();                                                           \
        }                                                                      \
    } while (0)

/** The bytes as a terminated text; free() it. */
static inline char *fuzz_text(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);

    CLAIM(text);
    for (size_t i = 0; i < size; i++)
        text[i] = (char)data[i];
    text[size] = '\0';
    return text;
}

/**
 * Takes the first line off, which says what the rest is: one of so many names,
 * so that an input stays what it is when a table grows. Any other line means
 * one of them, too.
 *
 * @return the index of the name
 */
size_t fuzz_name(const uint8_t **data, size_t *size, size_t count,
                 const char *(*name)(size_t index));

/** Takes the first byte off, to choose with; 0 when there is none. */
static inline uint8_t fuzz_choice(const uint8_t **data, size_t *size)
{
    if (*size == 0)
        return 0;

    --*size;
    return *(*data)++;
}

#endif
