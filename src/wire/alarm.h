/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and words of the server's alarms. */

#ifndef WIRE_ALARM_H
#define WIRE_ALARM_H

enum alarm {
#define ALARM(NAME, name, words) ALARM_##NAME,
#include "wire/alarm.def"
    ALARM_COUNT,
};

/** Its name, for programs: "storage_full". */
const char *alarm_name(enum alarm alarm);

/**
 * Finds what people read for a name, in English, to be translated.
 *
 * @return the words; the name itself when it is none of ours: a newer server
 *         has alarms that this program does not know
 */
const char *alarm_words(const char *name);

#endif
