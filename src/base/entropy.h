/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes nobody can guess: for tags, tokens, nonces, salts. */

#ifndef BASE_ENTROPY_H
#define BASE_ENTROPY_H

#include <stddef.h>

/**
 * Fills with random bytes of the kernel's generator, getrandom(2). It cannot
 * fail once the machine has started; if it does, the process ends, because
 * anything else would hand out guessable secrets.
 *
 * Each thread fetches bytes for many small needs (up to 64 bytes) at once, and
 * wipes what it hands out; a child of fork() fetches its own. So 8 bytes cost
 * some 20 ns, a system call now and then.
 */
void entropy_bytes(void *bytes, size_t size);

#endif
