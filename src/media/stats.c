/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the counters. */

#include "media/stats.h"

#include <assert.h>
#include <stddef.h>

const char *media_drop_word(enum media_drop drop)
{
    static const char *const words[] = {
#define DROP(name, word) [MEDIA_DROP_##name] = (word),
#include "media/drop.def"
#undef DROP
    };

    assert((size_t)drop < sizeof(words) / sizeof(words[0]));
    return words[drop];
}
