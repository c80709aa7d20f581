/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to base64, and texts that claim to be base64. */

#include <string.h>

#include "base/base64.h"
#include "tests/fuzz/fuzz.h"
#include "wire/frame.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *written = malloc(BASE64_SIZE(size));
    char *text = fuzz_text(data, size);
    char accept[FRAME_ACCEPT_SIZE];

    CLAIM(written);
    base64_write(data, size, written);
    CLAIM(strlen(written) == BASE64_SIZE(size) - 1);
    CLAIM(base64_is_bytes(written, size));
    CLAIM(size == 0 || !base64_is_bytes(written, size - 1));

    for (size_t length = 0; length <= size && length < 64; length++)
        if (base64_is_bytes(text, length))
            CLAIM(strlen(text) == BASE64_SIZE(length) - 1 &&
                  strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrst"
                               "uvwxyz0123456789+/=") == strlen(text));
    if (frame_is_key(text)) {
        frame_accept(text, accept);
        CLAIM(base64_is_bytes(accept, 20));
    }
    free(text);
    free(written);
    return 0;
}
