/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter of a list, over each kind of record, and settings as written. */

#include <string.h>

#include "core/command.h"
#include "tests/fuzz/fuzz.h"
#include "wire/filter.h"
#include "wire/setting.h"

/* What was read is written so that it is read alike. */
static void read_setting(const struct record *record, uint8_t choice,
                         const char *text)
{
    const struct field *field = &record->fields[choice % record->field_count];
    void *data = calloc(1, record->size);
    void *again = calloc(1, record->size);
    char written[SETTING_TEXT_SIZE];

    CLAIM(data && again);
    if (setting_parse(field, text, data, NULL) == 0) {
        setting_format(field, data, written);
        CLAIM(setting_parse(field, written, again, NULL) == 0);
        CLAIM(memcmp(data, again, record->size) == 0);
    }
    free(again);
    free(data);
}

static const char *name_of_kind(size_t index)
{
    return document_kind_info((enum document_kind)index)->name;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t kind = fuzz_name(&data, &size, document_kind_count, name_of_kind);
    const struct record *record =
        document_kind_info((enum document_kind)kind)->record;
    uint8_t choice = fuzz_choice(&data, &size);
    char *text = fuzz_text(data, size);
    void *row = calloc(1, record->size);
    struct filter filter;
    size_t place = 0;

    CLAIM(row);
    if (filter_parse(text, record, &filter, &place) == 0) {
        CLAIM(filter.term_count <= FILTER_MAX_TERMS);
        (void)filter_fits(&filter, row);
        (void)filter_is_private(&filter);
    } else {
        CLAIM(place <= strlen(text));
    }
    read_setting(record, choice, text);
    free(row);
    free(text);
    return 0;
}
