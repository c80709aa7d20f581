/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of what was wished without a server, spoilt or not. */

#include <string.h>

#include "client/outbox.h"
#include "tests/fuzz/fuzz.h"

static const struct outbox_moment moment = { INT64_C(5000000),
                                             INT64_C(1767225600000000) };

static void look_at(const struct outbox *outbox)
{
    CLAIM(outbox_count(outbox) <= OUTBOX_MAX);
    CLAIM(outbox_pending(outbox) <= outbox_count(outbox));
    for (size_t n = 0; n < outbox_count(outbox); n++) {
        const struct outbox_item *item = outbox_at(outbox, n);

        CLAIM(strncmp(item->path, "/api/", 5) == 0);
        CLAIM(item->body && item->tries >= 0 && item->good_for_us >= 0);
        CLAIM(item->state != OUTBOX_SENDING);
        CLAIM(item->since_us <= moment.now_us);
        CLAIM(strlen(item->key) == CLIENT_KEY_SIZE - 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct outbox *outbox, *again;
    char *text = fuzz_text(data, size);

    CLAIM(outbox_new(&outbox) == 0 && outbox_new(&again) == 0);
    if (outbox_parse(outbox, text, "/api/", moment) == 0) {
        char *written = outbox_print(outbox, moment);

        look_at(outbox);
        CLAIM(written);
        CLAIM(outbox_parse(again, written, "/api/", moment) == 0);
        CLAIM(outbox_count(again) == outbox_count(outbox));
        free(written);
    } else {
        CLAIM(outbox_count(outbox) == 0);
    }
    outbox_free(again);
    outbox_free(outbox);
    free(text);
    return 0;
}
