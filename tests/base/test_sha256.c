/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 gives what the standard's examples, and other programs, give. */

#include "base/sha256.h"

#include <stdlib.h>
#include <string.h>

#include "tests/test.h"

/* NIST, "Example Values" for FIPS 180-4, and its SHAVS byte-oriented tests
   (SHA256ShortMsg.rsp); the last three from coreutils' sha256sum. */
static const struct vector_row {
    const char *says;
    const char *repeated;
    size_t times;
    const char *digest;
} vector_rows[] = {
    { "the empty message", "", 1,
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "one block", "abc", 1,
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
    { "one byte", "\xd3", 1,
      "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1" },
    { "a million bytes", "a", 1000000,
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
    { "a message that just leaves room for its length", "a", 55,
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318" },
    { "a message that just does not", "a", 56,
      "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a" },
    { "a message of a whole block", "a", 64,
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb" },
};

static void gives(void **state)
{
    const struct vector_row *row = *state;
    unsigned char digest[SHA256_SIZE];
    char text[SHA256_TEXT_SIZE];
    struct sha256 hash;

    sha256_init(&hash);
    for (size_t i = 0; i < row->times; i++)
        sha256_add(&hash, row->repeated, strlen(row->repeated));
    sha256_end(&hash, digest);
    sha256_spell(digest, text);
    assert_string_equal(text, row->digest);
}

static void pieces_do_not_matter(void **state)
{
    unsigned char bytes[300];
    unsigned char whole[SHA256_SIZE];
    unsigned char pieces[SHA256_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = (unsigned char)(7 * i);
    sha256_of(bytes, sizeof(bytes), whole);

    for (size_t cut = 0; cut <= sizeof(bytes); cut++) {
        struct sha256 hash;

        sha256_init(&hash);
        sha256_add(&hash, bytes, cut);
        sha256_add(&hash, bytes + cut, sizeof(bytes) - cut);
        sha256_end(&hash, pieces);
        assert_memory_equal(pieces, whole, sizeof(whole));
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, gives, vector_rows);
    TEST_LIST_ADD(&list, pieces_do_not_matter);
    return test_list_run(&list);
}
