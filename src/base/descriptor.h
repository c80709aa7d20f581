/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may still take a descriptor when hardly any is left. */

#ifndef BASE_DESCRIPTOR_H
#define BASE_DESCRIPTOR_H

#include <stdbool.h>

/*
 * A process without a free descriptor cannot even refuse a connection: whoever
 * waits for them is woken again and again, and accepts none. So the last ones
 * are kept for what matters more, in steps of 16 (or, if that is less, of a 32nd
 * of the limit and one): connections go first, then new calls, then recordings; the
 * last are for the journal and what else is opened in passing. The kernel hands
 * out the lowest free number, so a number near the limit means that there are
 * few.
 */
enum descriptor_use {
    DESCRIPTOR_RECORDING = 1, /* steps that it leaves alone */
    DESCRIPTOR_SOUND,
    DESCRIPTOR_CONNECTION, /* of a phone, or of this machine's */
    DESCRIPTOR_CLIENT,     /* of HTTP from anywhere */
};

/**
 * @param fd  just opened
 *
 * @return whether it is one of the last, and to be closed. One system call
 */
bool descriptor_is_last(int fd, enum descriptor_use use);

#endif
