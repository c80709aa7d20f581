/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of numbers and kept lists, as anybody may send them. */

#include <inttypes.h>
#include <string.h>

#include "base/csv.h"
#include "tests/fuzz/fuzz.h"
#include "wire/caller_text.h"

/* A table that we write has the same numbers, whatever else is in its rows. */
static void write_and_read(const struct caller_list *list, const char *bytes)
{
    struct caller_list *again = NULL;
    char *table = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&table, &length);

    CLAIM(out);
    fputs("name,number\r\n", out);
    for (size_t i = 0; i < list->count; i++) {
        char number[32];

        (void)snprintf(number, sizeof(number), "+%" PRIu64, list->numbers[i]);
        csv_print_cell(i == 0 ? bytes : "", out);
        fputc(',', out);
        csv_print_cell(number, out);
        fputs("\r\n", out);
    }
    CLAIM(fclose(out) == 0);
    CLAIM(caller_csv_parse(table, length, "", &again, NULL) == 0);
    CLAIM(strcmp(again->digest, list->digest) == 0);
    free(again);
    free(table);
}

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
    if (list->count > 0)
        write_and_read(list, bytes);
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
