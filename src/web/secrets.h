/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hashes of the users' passwords. */

#ifndef WEB_SECRETS_H
#define WEB_SECRETS_H

#include <stddef.h>
#include <stdint.h>

#include "web/password.h"

struct secrets;

int secrets_new(struct secrets **ret_secrets); /* 0 or -ENOMEM */
struct secrets *secrets_free(struct secrets *secrets);

/** Keeps a user's hash instead of the one before. @return 0 or -ENOMEM */
int secrets_set(struct secrets *secrets, uint64_t user_id,
                const char hash[PASSWORD_HASH_SIZE]);

/** @return the hash, until the next change; NULL: the user has no password */
const char *secrets_get(const struct secrets *secrets, uint64_t user_id);

void secrets_remove(struct secrets *secrets, uint64_t user_id);

#endif
