/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU's calendar, asked for nothing but its offsets. */

#include "lang/timezone.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "lang/locale.h"

enum { MAX_NAME = 64 };

/* ICU takes an unknown zone for UTC without a word, so it is looked up. */
static int open_calendar(const char *name, UCalendar **ret_calendar)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[MAX_NAME];
    UChar canonical[MAX_NAME];
    UBool is_system = 0;
    int32_t length = 0;

    if (*name) {
        u_strFromUTF8(wide, MAX_NAME, &length, name, -1, &status);
        ucal_getCanonicalTimeZoneID(wide, length, canonical, MAX_NAME,
                                    &is_system, &status);
        if (U_FAILURE(status) || !is_system)
            return -EINVAL;
    }

    *ret_calendar = ucal_open(*name ? wide : NULL, *name ? length : -1, "en",
                              UCAL_GREGORIAN, &status);
    return U_FAILURE(status) ? locale_errno(status) : 0;
}

static int64_t offset_us(UCalendar *calendar, UErrorCode *status)
{
    int64_t ms = ucal_get(calendar, UCAL_ZONE_OFFSET, status);

    return 1000 * (ms + ucal_get(calendar, UCAL_DST_OFFSET, status));
}

/* The calendar stands at the last change; moves it to the next. */
static bool next_change(UCalendar *calendar, int64_t until_us, int64_t *ret_us,
                        UErrorCode *status)
{
    UDate at = 0;

    if (!ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_NEXT, &at,
                                        status) ||
        U_FAILURE(*status) || at * 1000 > (double)until_us)
        return false;

    ucal_setMillis(calendar, at, status);
    *ret_us = (int64_t)at * 1000;
    return U_SUCCESS(*status);
}

int timezone_read(const char *name, int64_t from_us, int64_t until_us,
                  struct timezone_shift *ret_shifts, size_t room)
{
    assert(name && ret_shifts && room > 0);

    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar = NULL;
    int64_t at_us = from_us;
    size_t count = 0;

    int rc = open_calendar(name, &calendar);
    if (rc < 0)
        return rc;

    ucal_setMillis(calendar, (UDate)(from_us / 1000), &status);
    do {
        ret_shifts[count++] =
            (struct timezone_shift){ at_us, offset_us(calendar, &status) };
    } while (count < room && next_change(calendar, until_us, &at_us, &status));

    ucal_close(calendar);
    return U_FAILURE(status) ? locale_errno(status) : (int)count;
}
