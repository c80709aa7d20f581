/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which people of a language expect names. */

#ifndef LANG_COLLATION_H
#define LANG_COLLATION_H

#include "lang/lang.h"

/*
 * In Czech "ch" is a letter of its own after "h", in Spanish "ñ" comes after
 * "n"; accents and case settle ties. The rules are those of the Unicode
 * Collation Algorithm and the CLDR, by ICU.
 */
struct collation;

/**
 * Loads the order of a language: about 100 us, so once for a list.
 *
 * @param ret_collation  on success; release with collation_free()
 *
 * @return 0, or -ENOMEM, or -EIO: ICU lacks its data
 */
int collation_new(enum language language, struct collation **ret_collation);

/**
 * Releases it; NULL is fine.
 *
 * @return NULL always
 */
struct collation *collation_free(struct collation *collation);

/**
 * Compares two UTF-8 texts, for qsort_r(). Equal only when they are the same
 * bytes, so that an order is always the same.
 *
 * @return below, above or equal to 0
 */
int collation_compare(const struct collation *collation, const char *a,
                      const char *b);

#endif
