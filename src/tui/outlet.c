/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A buffer that grows, and one write. */

#include "tui/outlet.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 8192 };

int outlet_open(struct outlet *outlet, const char *device)
{
    assert(outlet && device);
    int fd = open(device, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

    if (fd < 0)
        return -errno;
    *outlet = (struct outlet){ .fd = fd };
    return 0;
}

void outlet_close(struct outlet *outlet)
{
    if (outlet->fd > 0)
        close(outlet->fd);
    free(outlet->bytes);
    *outlet = (struct outlet){ .fd = 0 };
}

static bool make_room(struct outlet *outlet, size_t needed)
{
    size_t room = outlet->room ? outlet->room : FIRST_ROOM;

    if (needed > OUTLET_MAX)
        return false;
    while (room < needed)
        room *= 2;
    if (room == outlet->room)
        return true;
    char *bytes = realloc(outlet->bytes, room);
    if (!bytes)
        return false;
    outlet->bytes = bytes;
    outlet->room = room;
    return true;
}

void outlet_add(struct outlet *outlet, const char *bytes, size_t length)
{
    assert(outlet && bytes);
    if (!make_room(outlet, outlet->length + length)) {
        outlet->is_broken = true;
        return;
    }
    memcpy(outlet->bytes + outlet->length, bytes, length);
    outlet->length += length;
}

void outlet_add_text(struct outlet *outlet, const char *text)
{
    outlet_add(outlet, text, strlen(text));
}

void outlet_flush(struct outlet *outlet)
{
    outlet->is_stuck = false;
    while (outlet->taken < outlet->length) {
        ssize_t written = write(outlet->fd, outlet->bytes + outlet->taken,
                                outlet->length - outlet->taken);

        if (written > 0)
            outlet->taken += (size_t)written;
        else if (written < 0 && errno == EINTR)
            continue;
        else if (written < 0 && errno != EAGAIN)
            break; /* gone: reading tells */
        else {
            outlet->is_stuck = true;
            return;
        }
    }
    outlet_drop(outlet);
}

void outlet_drop(struct outlet *outlet)
{
    outlet->length = outlet->taken = 0;
    outlet->is_stuck = false;
}

bool outlet_takes_break(struct outlet *outlet)
{
    bool is_broken = outlet->is_broken;

    outlet->is_broken = false;
    return is_broken;
}
