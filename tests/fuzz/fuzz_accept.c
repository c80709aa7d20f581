/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a browser wants to be spoken to in: one of our languages, by what it
   names, and not by what stands beside. */

#include <stdbool.h>
#include <string.h>

#include "lang/lang.h"
#include "tests/fuzz/fuzz.h"

enum { HEADER_SIZE = 4096 };

/* No range of more, as they are read; further ones count for nothing. */
static size_t count_ranges(const char *header)
{
    size_t count = 1;

    for (; *header; header++)
        count += *header == ',';
    return count;
}

/* The answer is the same with what nobody reads put before it. */
static void put_before(const char *words, const char *header,
                       enum language answer, enum language otherwise)
{
    char more[HEADER_SIZE];
    int length = snprintf(more, sizeof(more), "%s%s", words, header);

    if (length < HEADER_SIZE)
        CLAIM(lang_from_accept(more, otherwise) == answer);
}

/* What weighs as much as anything and stands first wins. */
static void put_first(enum language language, const char *header)
{
    char more[HEADER_SIZE];
    int length = snprintf(more, sizeof(more), "%s-ZZ ;\tQ=1.000,%s",
                          lang_code(language), header);

    if (length < HEADER_SIZE)
        for (int i = 0; i < LANGUAGE_COUNT; i++)
            CLAIM(lang_from_accept(more, (enum language)i) == language);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *header = fuzz_text(data, size);

    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        enum language otherwise = (enum language)i;
        enum language answer = lang_from_accept(header, otherwise);

        CLAIM(answer < LANGUAGE_COUNT);
        put_before(" ,\t,;q=1,xx;q=2,", header, answer, otherwise);
        put_first(otherwise, header);
        if (count_ranges(header) < 32)
            put_before("x-cs,", header, answer, otherwise);
    }
    free(header);
    return 0;
}
