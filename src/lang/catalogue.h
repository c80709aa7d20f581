/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One language's texts, read from a compiled gettext catalogue. */

#ifndef LANG_CATALOGUE_H
#define LANG_CATALOGUE_H

#include <stddef.h>

/*
 * The file is what msgfmt makes (GNU gettext manual, "The Format of GNU MO
 * Files"), in either byte order. It is read whole, and everything in it is
 * checked once when it is opened: bounds, terminators, order, UTF-8, plural
 * rule. A catalogue never changes afterwards, so any number of threads may ask
 * it at once; libintl could not do that, as it has one language per process.
 */
struct catalogue;

enum {
    CATALOGUE_MAX_BYTES = 4 * 1024 * 1024,
};

/**
 * Reads a catalogue.
 *
 * @param ret_catalogue  on success, the catalogue; release with
 *                       catalogue_free()
 *
 * @return 0, or
 *         -EINVAL  no catalogue, a broken one, or not in UTF-8
 *         -EFBIG   larger than CATALOGUE_MAX_BYTES
 *         -ENOMEM  out of memory
 *         or what open() and read() give
 */
int catalogue_open(const char *path, struct catalogue **ret_catalogue);

/**
 * Forgets a catalogue, and with it every text it gave.
 *
 * @param catalogue  may be NULL
 *
 * @return NULL always
 */
struct catalogue *catalogue_free(struct catalogue *catalogue);

/**
 * Looks a text up. O(log n).
 *
 * @return the translation, owned by the catalogue, or NULL
 */
const char *catalogue_text(const struct catalogue *catalogue,
                           const char *msgid);

/**
 * Looks a text up that depends on a count. O(log n).
 *
 * @param msgid  the English singular
 *
 * @return the form for n, owned by the catalogue, or NULL
 */
const char *catalogue_text_n(const struct catalogue *catalogue,
                             const char *msgid, unsigned long n);

#endif
