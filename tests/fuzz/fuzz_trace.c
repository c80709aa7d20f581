/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A SIP message, of which some is hidden before it is kept or shown. */

#include <string.h>

#include "base/trace_text.h"
#include "tests/fuzz/fuzz.h"

static bool is_within(const char *bytes, size_t size, const char *text,
                      size_t length)
{
    return length == 0 ||
           (text >= bytes && length <= size - (size_t)(text - bytes));
}

static void look_at(const char *bytes, size_t size)
{
    struct trace_line line;

    trace_text_read(bytes, size, &line);
    CLAIM(line.code >= 0 && (!line.is_request || line.code == 0));
    CLAIM(is_within(bytes, size, line.call_id, line.call_id_length));
    CLAIM(is_within(bytes, size, line.cseq_method, line.cseq_method_length));
    if (line.is_request)
        CLAIM(is_within(bytes, size, line.method, line.method_length));
    else if (line.code)
        CLAIM(is_within(bytes, size, line.phrase, line.phrase_length));
}

/* What is hidden becomes an 'x', and no line begins or ends elsewhere. */
static void compare(const uint8_t *before, const char *after, size_t size)
{
    for (size_t i = 0; i < size; i++)
        CLAIM(after[i] == (char)before[i] ||
              (after[i] == 'x' && before[i] != '\n'));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = fuzz_text(data, size);
    char *again;

    look_at(bytes, size);
    trace_text_redact(bytes, size);
    compare(data, bytes, size);
    look_at(bytes, size);

    again = fuzz_text((const uint8_t *)bytes, size);
    trace_text_redact(again, size);
    CLAIM(memcmp(bytes, again, size) == 0);
    free(again);

    trace_text_mask(bytes, size);
    compare(data, bytes, size);
    free(bytes);
    return 0;
}
