/* SPDX-License-Identifier: GPL-3.0-or-later */
/* getrandom() in a loop, for signals and large requests cut it short. */

#include "base/entropy.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>

void entropy_bytes(void *bytes, size_t size)
{
    char *at = bytes;

    while (size > 0) {
        ssize_t got = getrandom(at, size, 0);

        if (got < 0 && errno != EINTR)
            abort();
        if (got > 0) {
            at += got;
            size -= (size_t)got;
        }
    }
}
