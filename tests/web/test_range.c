/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a file a header asks for. */

#include "web/range.h"

#include "tests/test.h"

enum { SIZE = 1000 };

struct row {
    const char *says;
    const char *text;
    enum range range;
    uint64_t first;
    uint64_t length;
};

static const struct row rows[] = {
    { "no header is the whole", "", RANGE_WHOLE, 0, 0 },
    { "from one byte to another", "bytes=0-9", RANGE_PART, 0, 10 },
    { "the unit is of any case", "BYTES=0-9", RANGE_PART, 0, 10 },
    { "one byte", "bytes=5-5", RANGE_PART, 5, 1 },
    { "from a byte to the end", "bytes=990-", RANGE_PART, 990, 10 },
    { "the last bytes", "bytes=-10", RANGE_PART, 990, 10 },
    { "more of the last bytes than there are", "bytes=-5000", RANGE_PART, 0,
      1000 },
    { "an end behind the file is the file's", "bytes=990-5000", RANGE_PART, 990,
      10 },
    { "an end of more than 64 bits, too",
      "bytes=990-99999999999999999999999999", RANGE_PART, 990, 10 },
    { "the largest number there is", "bytes=0-18446744073709551615", RANGE_PART,
      0, 1000 },
    { "behind the file is nothing", "bytes=1000-", RANGE_NONE, 0, 0 },
    { "far behind it, too", "bytes=18446744073709551616-", RANGE_NONE, 0, 0 },
    { "no bytes of the end are nothing", "bytes=-0", RANGE_NONE, 0, 0 },
    { "backwards is no range", "bytes=9-0", RANGE_WHOLE, 0, 0 },
    { "two ranges are none", "bytes=0-1,5-6", RANGE_WHOLE, 0, 0 },
    { "a dash alone is none", "bytes=-", RANGE_WHOLE, 0, 0 },
    { "a number alone is none", "bytes=5", RANGE_WHOLE, 0, 0 },
    { "other units are none", "lines=0-1", RANGE_WHOLE, 0, 0 },
    { "a sign is none", "bytes=+1-2", RANGE_WHOLE, 0, 0 },
    { "blanks are none", "bytes= 1-2", RANGE_WHOLE, 0, 0 },
    { "hexadecimal is none", "bytes=0x1-2", RANGE_WHOLE, 0, 0 },
    { "a minus before the end is none", "bytes=1--2", RANGE_WHOLE, 0, 0 },
    { "what does not fit is none", "?", RANGE_WHOLE, 0, 0 },
};

static void reads(void **state)
{
    const struct row *row = *state;
    uint64_t first = 0, length = 0;

    assert_int_equal(range_read(row->text, SIZE, &first, &length), row->range);
    assert_int_equal(first, row->first);
    assert_int_equal(length, row->length);
}

static void nothing_has_no_part(void **state)
{
    uint64_t first = 0, length = 0;

    (void)state;
    assert_int_equal(range_read("bytes=0-", 0, &first, &length), RANGE_NONE);
    assert_int_equal(range_read("bytes=-1", 0, &first, &length), RANGE_NONE);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, reads, rows);
    TEST_LIST_ADD(&list, nothing_has_no_part);
    return test_list_run(&list);
}
