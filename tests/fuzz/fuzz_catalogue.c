/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled catalogue of translations, whole or spoilt. */

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/text.h"
#include "lang/catalogue.h"
#include "tests/fuzz/fuzz.h"

static void look_at(const struct catalogue *catalogue)
{
    static const char *const asked[] = { "", "a", "b", "one call", "zz" };

    for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
        const char *text = catalogue_text(catalogue, asked[i]);

        CLAIM(!text || text_is_utf8(text, strlen(text)));
        for (unsigned long n = 0; n < 12; n++) {
            text = catalogue_text_n(catalogue, asked[i], n);
            CLAIM(!text || text_is_utf8(text, strlen(text)));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int fd = memfd_create("catalogue", MFD_CLOEXEC);
    struct catalogue *catalogue;
    char path[64];

    CLAIM(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    if (catalogue_open(path, &catalogue) == 0) {
        look_at(catalogue);
        catalogue_free(catalogue);
    }
    close(fd);
    return 0;
}
