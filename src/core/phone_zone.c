/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calling codes of countries; the longest one that fits. */

#include "core/phone_zone.h"

#include <string.h>

static const struct {
    const char *code;
    const char *zone;
    const char *west; /* NULL: it has one; else zone is at the eastern end */
} codes[] = {
    { "1", "America/St_Johns", "Pacific/Honolulu" },
    { "1670", "Pacific/Guam", NULL },
    { "1671", "Pacific/Guam", NULL },
    { "1684", "Pacific/Pago_Pago", NULL },
    { "20", "Africa/Cairo", NULL },
    { "212", "Africa/Casablanca", NULL },
    { "213", "Africa/Algiers", NULL },
    { "216", "Africa/Tunis", NULL },
    { "234", "Africa/Lagos", NULL },
    { "243", "Africa/Lubumbashi", "Africa/Kinshasa" },
    { "254", "Africa/Nairobi", NULL },
    { "27", "Africa/Johannesburg", NULL },
    { "30", "Europe/Athens", NULL },
    { "31", "Europe/Amsterdam", NULL },
    { "32", "Europe/Brussels", NULL },
    { "33", "Europe/Paris", NULL },
    { "34", "Europe/Madrid", NULL },
    { "34822", "Atlantic/Canary", NULL },
    { "34828", "Atlantic/Canary", NULL },
    { "34922", "Atlantic/Canary", NULL },
    { "34928", "Atlantic/Canary", NULL },
    { "351", "Europe/Lisbon", NULL },
    { "351291", "Atlantic/Madeira", NULL },
    { "351292", "Atlantic/Azores", NULL },
    { "351295", "Atlantic/Azores", NULL },
    { "351296", "Atlantic/Azores", NULL },
    { "352", "Europe/Luxembourg", NULL },
    { "353", "Europe/Dublin", NULL },
    { "354", "Atlantic/Reykjavik", NULL },
    { "355", "Europe/Tirane", NULL },
    { "356", "Europe/Malta", NULL },
    { "357", "Asia/Nicosia", NULL },
    { "358", "Europe/Helsinki", NULL },
    { "359", "Europe/Sofia", NULL },
    { "36", "Europe/Budapest", NULL },
    { "370", "Europe/Vilnius", NULL },
    { "371", "Europe/Riga", NULL },
    { "372", "Europe/Tallinn", NULL },
    { "373", "Europe/Chisinau", NULL },
    { "374", "Asia/Yerevan", NULL },
    { "375", "Europe/Minsk", NULL },
    { "376", "Europe/Andorra", NULL },
    { "377", "Europe/Monaco", NULL },
    { "380", "Europe/Kiev", NULL },
    { "381", "Europe/Belgrade", NULL },
    { "382", "Europe/Podgorica", NULL },
    { "385", "Europe/Zagreb", NULL },
    { "386", "Europe/Ljubljana", NULL },
    { "387", "Europe/Sarajevo", NULL },
    { "389", "Europe/Skopje", NULL },
    { "39", "Europe/Rome", NULL },
    { "40", "Europe/Bucharest", NULL },
    { "41", "Europe/Zurich", NULL },
    { "420", "Europe/Prague", NULL },
    { "421", "Europe/Bratislava", NULL },
    { "423", "Europe/Vaduz", NULL },
    { "43", "Europe/Vienna", NULL },
    { "44", "Europe/London", NULL },
    { "45", "Europe/Copenhagen", NULL },
    { "46", "Europe/Stockholm", NULL },
    { "47", "Europe/Oslo", NULL },
    { "48", "Europe/Warsaw", NULL },
    { "49", "Europe/Berlin", NULL },
    { "502", "America/Guatemala", NULL },
    { "503", "America/El_Salvador", NULL },
    { "504", "America/Tegucigalpa", NULL },
    { "505", "America/Managua", NULL },
    { "506", "America/Costa_Rica", NULL },
    { "507", "America/Panama", NULL },
    { "51", "America/Lima", NULL },
    { "52", "America/Cancun", "America/Tijuana" },
    { "53", "America/Havana", NULL },
    { "54", "America/Argentina/Buenos_Aires", NULL },
    { "55", "America/Noronha", "America/Rio_Branco" },
    { "56", "America/Santiago", "Pacific/Easter" },
    { "57", "America/Bogota", NULL },
    { "58", "America/Caracas", NULL },
    { "591", "America/La_Paz", NULL },
    { "593", "America/Guayaquil", "Pacific/Galapagos" },
    { "595", "America/Asuncion", NULL },
    { "598", "America/Montevideo", NULL },
    { "60", "Asia/Kuala_Lumpur", NULL },
    { "61", "Australia/Sydney", "Australia/Perth" },
    { "62", "Asia/Jayapura", "Asia/Jakarta" },
    { "63", "Asia/Manila", NULL },
    { "64", "Pacific/Chatham", "Pacific/Auckland" },
    { "65", "Asia/Singapore", NULL },
    { "66", "Asia/Bangkok", NULL },
    { "7", "Asia/Kamchatka", "Europe/Kaliningrad" },
    { "81", "Asia/Tokyo", NULL },
    { "82", "Asia/Seoul", NULL },
    { "84", "Asia/Ho_Chi_Minh", NULL },
    { "852", "Asia/Hong_Kong", NULL },
    { "86", "Asia/Shanghai", NULL },
    { "886", "Asia/Taipei", NULL },
    { "90", "Europe/Istanbul", NULL },
    { "91", "Asia/Kolkata", NULL },
    { "92", "Asia/Karachi", NULL },
    { "961", "Asia/Beirut", NULL },
    { "962", "Asia/Amman", NULL },
    { "966", "Asia/Riyadh", NULL },
    { "971", "Asia/Dubai", NULL },
    { "972", "Asia/Jerusalem", NULL },
};

enum { CODES = sizeof(codes) / sizeof(codes[0]), NO_CODE = CODES };

static size_t code_of(const char *number)
{
    size_t found = NO_CODE, longest = 0;

    if (number[0] == '+')
        number += 1;
    else if (number[0] == '0' && number[1] == '0')
        number += 2;
    else
        return NO_CODE;

    for (size_t i = 0; i < CODES; i++) {
        size_t length = strlen(codes[i].code);

        if (length > longest && strncmp(number, codes[i].code, length) == 0) {
            longest = length;
            found = i;
        }
    }

    return found;
}

const char *phone_zone(const char *number)
{
    const char *zones[PHONE_ZONE_ENDS];

    return phone_zone_ends(number, zones) == 1 ? zones[0] : "";
}

size_t phone_zone_ends(const char *number,
                       const char *ret_zones[PHONE_ZONE_ENDS])
{
    size_t code = code_of(number);

    if (code == NO_CODE)
        return 0;

    ret_zones[0] = codes[code].zone;
    ret_zones[1] = codes[code].west;
    return codes[code].west ? 2 : 1;
}

const char *phone_zone_at(size_t i)
{
    if (i / PHONE_ZONE_ENDS >= CODES)
        return NULL;

    const char *zone = i % PHONE_ZONE_ENDS ? codes[i / PHONE_ZONE_ENDS].west
                                           : codes[i / PHONE_ZONE_ENDS].zone;

    return zone ? zone : "";
}
