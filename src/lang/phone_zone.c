/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calling codes of countries with one time zone; the longest one that fits. */

#include "lang/phone_zone.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *code;
    const char *zone;
} codes[] = {
    { "20", "Africa/Cairo" },
    { "212", "Africa/Casablanca" },
    { "213", "Africa/Algiers" },
    { "216", "Africa/Tunis" },
    { "234", "Africa/Lagos" },
    { "254", "Africa/Nairobi" },
    { "27", "Africa/Johannesburg" },
    { "30", "Europe/Athens" },
    { "31", "Europe/Amsterdam" },
    { "32", "Europe/Brussels" },
    { "33", "Europe/Paris" },
    { "34", "Europe/Madrid" },
    { "34822", "Atlantic/Canary" },
    { "34828", "Atlantic/Canary" },
    { "34922", "Atlantic/Canary" },
    { "34928", "Atlantic/Canary" },
    { "351", "Europe/Lisbon" },
    { "351291", "Atlantic/Madeira" },
    { "351292", "Atlantic/Azores" },
    { "351295", "Atlantic/Azores" },
    { "351296", "Atlantic/Azores" },
    { "352", "Europe/Luxembourg" },
    { "353", "Europe/Dublin" },
    { "354", "Atlantic/Reykjavik" },
    { "355", "Europe/Tirane" },
    { "356", "Europe/Malta" },
    { "357", "Asia/Nicosia" },
    { "358", "Europe/Helsinki" },
    { "359", "Europe/Sofia" },
    { "36", "Europe/Budapest" },
    { "370", "Europe/Vilnius" },
    { "371", "Europe/Riga" },
    { "372", "Europe/Tallinn" },
    { "373", "Europe/Chisinau" },
    { "374", "Asia/Yerevan" },
    { "375", "Europe/Minsk" },
    { "376", "Europe/Andorra" },
    { "377", "Europe/Monaco" },
    { "380", "Europe/Kiev" },
    { "381", "Europe/Belgrade" },
    { "382", "Europe/Podgorica" },
    { "385", "Europe/Zagreb" },
    { "386", "Europe/Ljubljana" },
    { "387", "Europe/Sarajevo" },
    { "389", "Europe/Skopje" },
    { "39", "Europe/Rome" },
    { "40", "Europe/Bucharest" },
    { "41", "Europe/Zurich" },
    { "420", "Europe/Prague" },
    { "421", "Europe/Bratislava" },
    { "423", "Europe/Vaduz" },
    { "43", "Europe/Vienna" },
    { "44", "Europe/London" },
    { "45", "Europe/Copenhagen" },
    { "46", "Europe/Stockholm" },
    { "47", "Europe/Oslo" },
    { "48", "Europe/Warsaw" },
    { "49", "Europe/Berlin" },
    { "502", "America/Guatemala" },
    { "503", "America/El_Salvador" },
    { "504", "America/Tegucigalpa" },
    { "505", "America/Managua" },
    { "506", "America/Costa_Rica" },
    { "507", "America/Panama" },
    { "51", "America/Lima" },
    { "53", "America/Havana" },
    { "54", "America/Argentina/Buenos_Aires" },
    { "57", "America/Bogota" },
    { "58", "America/Caracas" },
    { "591", "America/La_Paz" },
    { "595", "America/Asuncion" },
    { "598", "America/Montevideo" },
    { "60", "Asia/Kuala_Lumpur" },
    { "63", "Asia/Manila" },
    { "65", "Asia/Singapore" },
    { "66", "Asia/Bangkok" },
    { "81", "Asia/Tokyo" },
    { "82", "Asia/Seoul" },
    { "84", "Asia/Ho_Chi_Minh" },
    { "852", "Asia/Hong_Kong" },
    { "86", "Asia/Shanghai" },
    { "886", "Asia/Taipei" },
    { "90", "Europe/Istanbul" },
    { "91", "Asia/Kolkata" },
    { "92", "Asia/Karachi" },
    { "961", "Asia/Beirut" },
    { "962", "Asia/Amman" },
    { "966", "Asia/Riyadh" },
    { "971", "Asia/Dubai" },
    { "972", "Asia/Jerusalem" },
};

const char *phone_zone(const char *number)
{
    const char *zone = "";
    size_t longest = 0;

    if (number[0] == '+')
        number += 1;
    else if (number[0] == '0' && number[1] == '0')
        number += 2;
    else
        return "";

    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        size_t length = strlen(codes[i].code);

        if (length > longest && strncmp(number, codes[i].code, length) == 0) {
            longest = length;
            zone = codes[i].zone;
        }
    }

    return zone;
}
