/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of numbers and kept lists, as anybody may send them. */

#include <string.h>

#include "tests/fuzz/fuzz.h"
#include "wire/caller_text.h"

static void read_table(const char *bytes, size_t length, const char *country)
{
    struct caller_list *list = NULL;
    struct caller_list *again = NULL;
    struct caller_rejects rejects = { .count = 0 };

    if (caller_csv_parse(bytes, length, country, &list, &rejects) < 0) {
        CLAIM(rejects.count >= 1);
        CLAIM(rejects.rows[0].row >= 1);
        CLAIM(rejects.rows[0].says);
        return;
    }

    CLAIM(caller_list_is_valid(list));

    char *text = caller_text_print(list);

    CLAIM(text);
    CLAIM(caller_text_parse(text, strlen(text), &again) == 0);
    CLAIM(again->count == list->count);
    CLAIM(strcmp(again->digest, list->digest) == 0);
    free(again);
    free(text);
    free(list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);

    read_table(text, size, "");
    read_table(text, size, "34");
    free(text);
    return 0;
}
