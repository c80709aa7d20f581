/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Datagrams that libre cannot read, and what their senders are told. */

#include <string.h>

#include "sip/salvage.h"
#include "tests/fuzz/fuzz.h"

/* Lines that all end as they should, the last one empty and no other. */
static void look_at(const char *answer, size_t length)
{
    CLAIM(length <= SALVAGE_ANSWER_MAX);
    CLAIM(length > 4 && memcmp(answer + length - 4, "\r\n\r\n", 4) == 0);
    CLAIM(memcmp(answer, "SIP/2.0 400 ", 12) == 0 ||
          memcmp(answer, "SIP/2.0 505 ", 12) == 0);
    for (size_t i = 0; i + 1 < length; i++) {
        CLAIM((answer[i] == '\r') == (answer[i + 1] == '\n'));
        if (i + 4 < length)
            CLAIM(memcmp(answer + i, "\r\n\r\n", 4) != 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char answer[SALVAGE_ANSWER_MAX];
    char *text = malloc(size + 1); /* its end is where it should be */
    struct sa source;
    const struct pl datagram = { text, size };
    const struct salvage_scene scene = { &source, "fuzz", 7 };

    CLAIM(text && sa_set_str(&source, "192.0.2.1", 5060) == 0);
    if (size > 0)
        memcpy(text, data, size);

    size_t length = salvage_answer(&datagram, &scene, answer);
    if (length > 0)
        look_at(answer, length);

    free(text);
    return 0;
}
