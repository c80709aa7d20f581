/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many messages were new when the program looked last. */

#ifndef CONSOLE_INBOX_KNOWN_H
#define CONSOLE_INBOX_KNOWN_H

#include <stddef.h>
#include <stdint.h>

enum { INBOX_KNOWN = 256 }; /* boxes; of more nobody is told that one came */

struct inbox_known_box {
    uint64_t id;
    uint64_t newest;       /* how its row named the last one that came */
    int64_t held_until_us; /* one forwards into it: not looked at before */
};

struct inbox_known {
    uint64_t rev; /* of all boxes together */
    int64_t mine; /* that one is to care for, and 1; 0: not looked at yet */
    int64_t own_until_us; /* what one does oneself is no news so long */
    size_t count;
    struct inbox_known_box boxes[INBOX_KNOWN];
};

#endif
