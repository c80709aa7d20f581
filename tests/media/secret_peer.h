/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SRTP of a phone made by others: libre's, which shares nothing with ours. */

#ifndef TESTS_MEDIA_SECRET_PEER_H
#define TESTS_MEDIA_SECRET_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/description.h"

/* One key, one way. */
struct foreign;

/* Ends the test when it cannot. */
struct foreign *foreign_new(const struct media_crypto *crypto);
void foreign_free(struct foreign *foreign);

enum foreign_way {
    FOREIGN_ENCRYPT,
    FOREIGN_DECRYPT,
    FOREIGN_ENCRYPT_REPORT,
    FOREIGN_DECRYPT_REPORT,
};

/* Changes a packet where it is, which has 64 octets of room behind it.
   @return whether it could */
bool foreign_change(struct foreign *foreign, enum foreign_way way,
                    uint8_t *packet, size_t *length);

/* A key made of one octet and those that follow it. */
struct media_crypto crypto_of(enum media_suite suite, uint8_t first);

#endif
