/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event as a journal has it, of this release or another, or spoilt. */

#include <string.h>

#include "core/event.h"
#include "tests/fuzz/fuzz.h"
#include "wire/event_json.h"

static const char *name_of_event(size_t index)
{
    return event_record((unsigned)index)->name;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char text[EVENT_TEXT_SIZE], second[EVENT_TEXT_SIZE];
    const char *type =
        name_of_event(fuzz_name(&data, &size, EVENT_TYPE_COUNT, name_of_event));
    struct event event = { .seq = 1, .at_us = 2 };
    struct event again = { .seq = 1, .at_us = 2 };
    struct mistake mistake = { 0 };

    if (event_parse_body(type, (const char *)data, size, NULL, &event,
                         &mistake) < 0) {
        CLAIM(mistake.code != MISTAKE_NONE);
        return 0;
    }

    size_t length = event_encode(&event, EVENT_WHOLE, text);
    char *body = event_print_body(&event, NULL);

    CLAIM(length < sizeof(text) && !memchr(text, '\n', length));
    CLAIM(body);
    CLAIM(event_parse_body(type, body, strlen(body), NULL, &again, &mistake) ==
          0);
    event_encode(&again, EVENT_WHOLE, second);
    CLAIM(strcmp(text, second) == 0);
    free(body);
    return 0;
}
