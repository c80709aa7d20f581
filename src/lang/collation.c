/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A collator of ICU. */

#include "lang/collation.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucol.h>

#include "lang/locale.h"

struct collation {
    UCollator *collator;
};

int collation_new(enum language language, struct collation **ret_collation)
{
    assert(ret_collation);

    struct collation *collation = calloc(1, sizeof(*collation));
    if (!collation)
        return -ENOMEM;

    UErrorCode status = U_ZERO_ERROR;
    collation->collator = ucol_open(locale_name(language), &status);
    if (U_FAILURE(status)) {
        collation_free(collation);
        return locale_errno(status);
    }

    *ret_collation = collation;
    return 0;
}

struct collation *collation_free(struct collation *collation)
{
    if (!collation)
        return NULL;

    if (collation->collator)
        ucol_close(collation->collator);
    free(collation);
    return NULL;
}

int collation_compare(const struct collation *collation, const char *a,
                      const char *b)
{
    assert(collation && a && b);

    UErrorCode status = U_ZERO_ERROR;
    UCollationResult order =
        ucol_strcollUTF8(collation->collator, a, -1, b, -1, &status);

    if (U_FAILURE(status) || order == UCOL_EQUAL)
        return strcmp(a, b);

    return order == UCOL_LESS ? -1 : 1;
}
