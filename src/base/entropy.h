/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes nobody can guess: for tags, tokens, nonces, salts. */

#ifndef BASE_ENTROPY_H
#define BASE_ENTROPY_H

#include <stddef.h>

/**
 * Fills with random bytes of the kernel's generator, getrandom(2). It cannot
 * fail once the machine has started; if it does, the process ends, because
 * anything else would hand out guessable secrets. About 1 us for 32 bytes.
 */
void entropy_bytes(void *bytes, size_t size);

#endif
