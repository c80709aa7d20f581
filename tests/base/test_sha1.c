/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-1 and base64 against the examples of their standards. */

#include "base/sha1.h"

#include <stdio.h>
#include <string.h>

#include "base/base64.h"
#include "tests/test.h"

struct sha1_row {
    const char *says;
    const char *text;
    size_t repeat;
    const char *digest;
};

/* FIPS 180-2, appendix A, and the RFC 3174 test suite; the lengths about the
   block's end were computed with coreutils' sha1sum. */
static const struct sha1_row sha1_rows[] = {
    { "abc", "abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d" },
    { "nothing", "", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
    { "two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      1, "84983e441c3bd26ebaae4aa1f95129e5e54670f1" },
    { "a million a", "a", 1000000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f" },
    { "640 octets",
      "0123456701234567012345670123456701234567012345670123456701"
      "234567",
      10, "dea356a2cddd90c7a7ecedc5ebb563934f460452" },
    { "55 a", "a", 55, "c1c8bbdc22796e28c0e15163d20899b65621d65a" },
    { "56 a", "a", 56, "c2db330f6083854c99d4b5bfb6e8f29f201be699" },
    { "64 a", "a", 64, "0098ba824b5c16427bd7a1122a5a442a25ec644d" },
};

static void hashes(void **state)
{
    const struct sha1_row *row = *state;
    size_t length = strlen(row->text);
    char *text = malloc(length * row->repeat + 1);
    unsigned char digest[SHA1_SIZE];
    char spelt[2 * SHA1_SIZE + 1];

    for (size_t i = 0; i < row->repeat; i++)
        memcpy(text + i * length, row->text, length);
    sha1_of(text, length * row->repeat, digest);
    for (size_t i = 0; i < SHA1_SIZE; i++)
        (void)snprintf(spelt + 2 * i, 3, "%02x", digest[i]);
    free(text);
    assert_string_equal(spelt, row->digest);
}

struct base64_row {
    const char *says;
    const char *bytes;
    const char *text;
};

/* RFC 4648, section 10. */
static const struct base64_row base64_rows[] = {
    { "base64 of nothing", "", "" },
    { "of f", "f", "Zg==" },
    { "of fo", "fo", "Zm8=" },
    { "of foo", "foo", "Zm9v" },
    { "of foob", "foob", "Zm9vYg==" },
    { "of fooba", "fooba", "Zm9vYmE=" },
    { "of foobar", "foobar", "Zm9vYmFy" },
};

static void spells(void **state)
{
    const struct base64_row *row = *state;
    char text[32];

    base64_write(row->bytes, strlen(row->bytes), text);
    assert_string_equal(text, row->text);
    assert_true(base64_is_bytes(text, strlen(row->bytes)));
    assert_false(base64_is_bytes(text, strlen(row->bytes) + 3));

    char back[16];
    size_t length = 99;

    assert_int_equal(base64_read(text, back, &length), 0);
    assert_int_equal(length, strlen(row->bytes));
    assert_memory_equal(back, row->bytes, length);
}

static void only_canonical_base64_is_taken(void **state)
{
    (void)state;
    assert_false(base64_is_bytes("Zh==", 1)); /* bits left over */
    assert_false(base64_is_bytes("Zg=", 1));
    assert_false(base64_is_bytes("Zg=A", 1));
    assert_false(base64_is_bytes("Z*==", 1));
    assert_false(base64_is_bytes("Zm9v", 2));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, hashes, sha1_rows);
    TEST_LIST_ADD_ROWS(&list, spells, base64_rows);
    TEST_LIST_ADD(&list, only_canonical_base64_is_taken);
    return test_list_run(&list);
}
