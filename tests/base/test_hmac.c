/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HMAC with SHA-256 gives what RFC 4231, 4, gives. */

#include "base/hmac.h"

#include <string.h>

#include "tests/test.h"

enum { LONGEST = 131 };

/* A key of one byte, repeated; "": the text is the key. */
static const struct vector_row {
    const char *says;
    const char *key;
    unsigned char byte;
    size_t key_length;
    const char *text;
    const char *mac;
} vector_rows[] = {
    { "case 1", "", 0x0b, 20, "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7" },
    { "case 2, a short key", "Jefe", 0, 4, "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" },
    { "case 6, a key longer than a block", "", 0xaa, LONGEST,
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54" },
    { "case 7, text and key longer than a block", "", 0xaa, LONGEST,
      "This is a test using a larger than block-size key and a larger than "
      "block-size data. The key needs to be hashed before being used by the "
      "HMAC algorithm.",
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2" },
};

static void signs(void **state)
{
    const struct vector_row *row = *state;
    unsigned char key[LONGEST], mac[SHA256_SIZE];
    char text[SHA256_TEXT_SIZE];

    memset(key, row->byte, sizeof(key));
    if (row->key[0])
        memcpy(key, row->key, row->key_length);
    hmac_sha256(key, row->key_length, row->text, strlen(row->text), mac);
    sha256_spell(mac, text);
    assert_string_equal(text, row->mac);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, signs, vector_rows);
    return test_list_run(&list);
}
