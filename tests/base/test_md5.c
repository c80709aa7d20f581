/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The test suite of RFC 1321, appendix A.5. */

#include "base/md5.h"

#include "tests/test.h"

struct md5_row {
    const char *says;
    const char *text;
    const char *digest;
};

static const struct md5_row rows[] = {
    { "nothing", "", "d41d8cd98f00b204e9800998ecf8427e" },
    { "a", "a", "0cc175b9c0f1b6a831c399e269772661" },
    { "abc", "abc", "900150983cd24fb0d6963f7d28e17f72" },
    { "message digest", "message digest", "f96b697d7cb7938d525a2f31aaf161d0" },
    { "the alphabet", "abcdefghijklmnopqrstuvwxyz",
      "c3fcd3d76192e4007dfb496cca67e13b" },
    { "letters and digits",
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
      "d174ab98d277d9f5a5611c2c9f419d9f" },
    { "more than a block",
      "1234567890123456789012345678901234567890123456789012345678901234567890"
      "1234567890",
      "57edf4a22be3c955ac49da2e2107b67a" },
};

static void hashes(void **state)
{
    const struct md5_row *row = *state;
    char text[MD5_TEXT_SIZE];

    md5_spell(&row->text, 1, text);
    assert_string_equal(text, row->digest);
}

static void pieces_are_one_text(void **state)
{
    static const char *const pieces[] = { "message", "", " ", "digest" };
    char text[MD5_TEXT_SIZE];

    (void)state;
    md5_spell(pieces, ARRAY_LEN(pieces), text);
    assert_string_equal(text, "f96b697d7cb7938d525a2f31aaf161d0");
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, hashes, rows);
    TEST_LIST_ADD(&list, pieces_are_one_text);
    return test_list_run(&list);
}
