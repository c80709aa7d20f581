/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU formatters behind one face; UTF-16 ends here. */

#include "lang/format.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "lang/locale.h"

enum {
    MAX_ZONE = 64,
};

/* Takes what ICU has written into UTF-8. */
static int take(const UChar *wide, int32_t length, UErrorCode status,
                char *ret_text, size_t size)
{
    int32_t written = 0;

    ret_text[0] = '\0';
    if (U_SUCCESS(status))
        u_strToUTF8(ret_text, (int32_t)size, &written, wide, length, &status);
    if (status == U_STRING_NOT_TERMINATED_WARNING)
        status = U_BUFFER_OVERFLOW_ERROR;
    if (U_SUCCESS(status))
        return 0;

    ret_text[0] = '\0';
    return locale_errno(status);
}

static int open_number(enum language language, int decimals,
                       UNumberFormat **ret_format)
{
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format =
        unum_open(UNUM_DECIMAL, NULL, 0, locale_name(language), NULL, &status);

    if (U_FAILURE(status))
        return locale_errno(status);

    /* Spanish leaves four digits together; ICU asks to be told to care. */
    unum_setAttribute(format, UNUM_MINIMUM_GROUPING_DIGITS,
                      UNUM_MINIMUM_GROUPING_DIGITS_AUTO);
    unum_setAttribute(format, UNUM_MIN_FRACTION_DIGITS, decimals);
    unum_setAttribute(format, UNUM_MAX_FRACTION_DIGITS, decimals);
    *ret_format = format;
    return 0;
}

int format_integer(enum language language, int64_t number, char *ret_text,
                   size_t size)
{
    return format_decimal(language, number, 0, ret_text, size);
}

int format_decimal(enum language language, int64_t number, int decimals,
                   char *ret_text, size_t size)
{
    assert(decimals >= 0 && decimals <= 9 && ret_text && size > 0);

    UNumberFormat *format;
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[FORMAT_SIZE];
    char digits[48];

    ret_text[0] = '\0';
    int rc = open_number(language, decimals, &format);
    if (rc < 0)
        return rc;

    /* ICU reads decimal text exactly; a double would not do for 64 bits. */
    int length =
        snprintf(digits, sizeof(digits), "%" PRId64 "E-%d", number, decimals);
    int32_t written = unum_formatDecimal(format, digits, length, wide,
                                         FORMAT_SIZE, NULL, &status);
    unum_close(format);
    return take(wide, written, status, ret_text, size);
}

/* ICU takes an unknown zone for UTC without a word, so it is looked up. */
static int find_zone(const char *zone, UChar wide[MAX_ZONE],
                     int32_t *ret_length)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar canonical[MAX_ZONE];
    UBool is_known = 0;

    u_strFromUTF8(wide, MAX_ZONE, ret_length, zone, -1, &status);
    ucal_getCanonicalTimeZoneID(wide, *ret_length, canonical, MAX_ZONE,
                                &is_known, &status);
    return U_SUCCESS(status) && is_known ? 0 : -EINVAL;
}

/* A way to write moments in a zone: a style, or else a pattern. */
struct manner {
    UDateFormatStyle style;
    const UChar *pattern; /* of UDAT_PATTERN */
};

static int write_moment(enum language language, const struct manner *manner,
                        int64_t wall_us, const char *zone, char *ret_text,
                        size_t size)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide_zone[MAX_ZONE];
    int32_t zone_length = -1;
    UChar wide[FORMAT_SIZE];

    ret_text[0] = '\0';
    if (zone) {
        int rc = find_zone(zone, wide_zone, &zone_length);
        if (rc < 0)
            return rc;
    }

    UDateFormat *format = udat_open(
        manner->style, manner->style, locale_name(language),
        zone ? wide_zone : NULL, zone_length, manner->pattern, -1, &status);
    if (U_FAILURE(status))
        return locale_errno(status);

    /* A UDate counts milliseconds; exact until the year 287396. */
    int32_t written = udat_format(format, (UDate)(wall_us / 1000), wide,
                                  FORMAT_SIZE, NULL, &status);
    udat_close(format);
    return take(wide, written, status, ret_text, size);
}

int format_moment(enum language language, int64_t wall_us, const char *zone,
                  char *ret_text, size_t size)
{
    const struct manner manner = { .style = UDAT_MEDIUM };

    assert(ret_text && size > 0);
    return write_moment(language, &manner, wall_us, zone, ret_text, size);
}

int format_part(enum language language, enum format_part part, int64_t wall_us,
                const char *zone, char *ret_text, size_t size)
{
    static const char *const patterns[][LANGUAGE_COUNT] = {
        [FORMAT_DAY] = { "EEE d MMM", "EEE d MMM", "EEE d. M." },
        [FORMAT_DAY_SHORT] = { "d MMM", "d MMM", "d. M." },
        [FORMAT_DAY_LONG] = { "EEEE d MMMM", "EEEE d 'de' MMMM",
                              "EEEE d. MMMM" },
        [FORMAT_DAY_OF_YEAR] = { "d MMM yyyy", "dd/MM/yyyy", "d. M. yyyy" },
        [FORMAT_CLOCK] = { "HH:mm", "HH:mm", "HH:mm" },
        [FORMAT_CLOCK_LONG] = { "HH:mm:ss", "HH:mm:ss", "HH:mm:ss" },
        [FORMAT_CITY] = { "VVV", "VVV", "VVV" },
    };
    UChar pattern[32];
    const struct manner manner = { UDAT_PATTERN, pattern };

    assert(language < LANGUAGE_COUNT && ret_text && size > 0);
    u_uastrcpy(pattern, patterns[part][language]);
    return write_moment(language, &manner, wall_us, zone, ret_text, size);
}

int format_duration(int64_t duration_us, char *ret_text, size_t size)
{
    assert(ret_text && size > 0);

    int64_t whole_s = duration_us / 1000000;
    const char *sign = whole_s < 0 ? "-" : "";
    int64_t s = whole_s < 0 ? -whole_s : whole_s;
    int length;

    if (s < 3600)
        length = snprintf(ret_text, size, "%s%d:%02d", sign, (int)(s / 60),
                          (int)(s % 60));
    else
        length = snprintf(ret_text, size, "%s%" PRId64 ":%02d:%02d", sign,
                          s / 3600, (int)(s / 60 % 60), (int)(s % 60));

    if (length > 0 && (size_t)length < size)
        return 0;

    ret_text[0] = '\0';
    return -ENOSPC;
}
