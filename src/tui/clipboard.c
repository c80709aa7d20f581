/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sequence, and the same one wrapped. */

#include "tui/clipboard.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/base64.h"

char *clipboard_write(const char *text, bool is_in_tmux)
{
    assert(text);
    size_t coded = BASE64_SIZE(strlen(text)), size = 2 * coded + 64;
    char *base64 = malloc(coded), *bytes = malloc(size);

    if (base64 && bytes) {
        base64_write(text, strlen(text), base64);
        int length = snprintf(bytes, size, "\033]52;c;%s\033\\", base64);
        if (is_in_tmux)
            snprintf(bytes + length, size - (size_t)length,
                     "\033Ptmux;\033\033]52;c;%s\033\033\\\033\\", base64);
    } else {
        free(bytes);
        bytes = NULL;
    }
    free(base64);
    return bytes;
}
