/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which clock a telephone number goes by. */

#ifndef LANG_PHONE_ZONE_H
#define LANG_PHONE_ZONE_H

/**
 * Finds the time zone in which the numbers of a country are, by its calling
 * code (ITU-T E.164), and those of islands by their area code. Countries with
 * several zones are not in the table: no guess is better than a wrong one.
 *
 * @param number  as dialled: +34..., 0034...; all else is in no zone
 *
 * @return a name of the IANA database, "Europe/Madrid"; "": it is not known
 */
const char *phone_zone(const char *number);

#endif
