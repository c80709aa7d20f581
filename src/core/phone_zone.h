/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which clock a telephone number goes by. */

#ifndef CORE_PHONE_ZONE_H
#define CORE_PHONE_ZONE_H

#include <stddef.h>

/*
 * By the calling code of a country (ITU-T E.164), and of islands by their area
 * code. A country with several zones has those at its two ends, of which
 * neither is the number's: what holds by both clocks holds by all between.
 * Numbers are as dialled, +34... or 0034...; all else is in no zone. The names
 * are of the IANA database: whoever has it tells what they mean (core/zone.h).
 */
enum { PHONE_ZONE_ENDS = 2 };

/** The zone that a number is in, "Europe/Madrid"; "": it is not known, for no
 *  guess is better than a wrong one. O(codes). */
const char *phone_zone(const char *number);

/**
 * Finds the zones between which a number is.
 *
 * @return 1 (the zone that it is in), 2 (the eastern end and the western one),
 *         or 0: it is not known. O(codes)
 */
size_t phone_zone_ends(const char *number,
                       const char *ret_zones[PHONE_ZONE_ENDS]);

/** All that are named, some more than once, and "" between them; NULL: there
 *  is none from here on. O(1). */
const char *phone_zone_at(size_t i);

#endif
