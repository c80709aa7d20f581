/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Broken catalogues are refused; no byte of them can do harm. */

#include "lang/catalogue.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

static char scratch[] = "/tmp/cclite-catalogue-XXXXXX";

static void sample(char **ret_bytes, size_t *ret_length)
{
    const char *build = getenv("top_builddir");
    char path[PATH_MAX];

    snprintf(path, sizeof(path), "%s/tests/lang/cs.mo", build ? build : ".");
    assert_int_equal(file_read(path, 65536, ret_bytes, ret_length), 0);
}

static int open_bytes(const char *bytes, size_t length,
                      struct catalogue **ret_catalogue)
{
    int fd = open(scratch, O_WRONLY | O_TRUNC);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, length), length);
    close(fd);
    return catalogue_open(scratch, ret_catalogue);
}

/* Asks everything there is to ask, so that a sanitizer sees each access. */
static void ask(const struct catalogue *catalogue)
{
    static const char *const msgids[] = { "queue", "%lu call waits", "",
                                          "nobody wrote this" };

    for (size_t i = 0; i < ARRAY_LEN(msgids); i++) {
        const char *text = catalogue_text(catalogue, msgids[i]);

        assert_true(!text || strlen(text) < 65536);
        for (unsigned long n = 0; n < 8; n++) {
            text = catalogue_text_n(catalogue, msgids[i], n);
            assert_true(!text || strlen(text) < 65536);
        }
    }
}

static void a_catalogue_cut_anywhere_is_refused(void **state)
{
    (void)state;
    struct catalogue *catalogue = NULL;
    char *bytes;
    size_t length;

    sample(&bytes, &length);
    for (size_t cut = 0; cut < length; cut++) {
        assert_int_equal(open_bytes(bytes, cut, &catalogue), -EINVAL);
        assert_null(catalogue);
    }
    assert_int_equal(open_bytes(bytes, length, &catalogue), 0);
    catalogue_free(catalogue);
    free(bytes);
}

/* Refused or readable, but never a step outside. */
static void any_byte_may_be_wrong(void **state)
{
    (void)state;
    static const unsigned char wrong[] = { 0x00, 0x01, 0x7F, 0x80, 0xFF };
    char *bytes;
    size_t length;
    int refused = 0;

    sample(&bytes, &length);
    for (size_t at = 0; at < length; at++) {
        for (size_t i = 0; i < sizeof(wrong); i++) {
            struct catalogue *catalogue = NULL;
            char kept = bytes[at];

            bytes[at] = (char)wrong[i];
            if (open_bytes(bytes, length, &catalogue) == 0)
                ask(catalogue);
            else
                refused++;
            bytes[at] = kept;
            catalogue_free(catalogue);
        }
    }
    assert_true(refused > 100);
    free(bytes);
}

static void put(char *bytes, size_t at, uint32_t number)
{
    memcpy(bytes + at, &number, sizeof(number));
}

static uint32_t get(const char *bytes, size_t at)
{
    uint32_t number;

    memcpy(&number, bytes + at, sizeof(number));
    return number;
}

/* The tables, not the texts, in the other order. */
static void the_other_byte_order_is_understood(void **state)
{
    (void)state;
    struct catalogue *catalogue = NULL;
    char *bytes;
    size_t length;

    sample(&bytes, &length);
    uint32_t count = get(bytes, 8);
    uint32_t tables[] = { get(bytes, 12), get(bytes, 16) };

    for (size_t table = 0; table < 2; table++)
        for (uint32_t i = 0; i < 2 * count; i++)
            put(bytes, tables[table] + 4 * i,
                __builtin_bswap32(get(bytes, tables[table] + 4 * i)));
    for (size_t at = 0; at < 28; at += 4)
        put(bytes, at, __builtin_bswap32(get(bytes, at)));

    assert_int_equal(open_bytes(bytes, length, &catalogue), 0);
    assert_string_equal(catalogue_text(catalogue, "queue"), "fronta");
    catalogue_free(catalogue);
    free(bytes);
}

static const struct field_row {
    const char *says;
    size_t at;
    uint32_t number;
} field_rows[] = {
    { "another magic number is refused", 0, 0x12345678 },
    { "a later major revision is refused", 4, 2u << 16 },
    { "no entries at all are refused", 8, 0 },
    { "more entries than bytes are refused", 8, UINT32_MAX },
    { "a table of texts outside is refused", 12, UINT32_MAX },
    { "a table of texts across the end is refused", 12, UINT32_MAX - 3 },
    { "a table of translations outside is refused", 16, UINT32_MAX },
};

static void a_wrong_field_is_refused(void **state)
{
    const struct field_row *row = *state;
    struct catalogue *catalogue = NULL;
    char *bytes;
    size_t length;

    sample(&bytes, &length);
    put(bytes, row->at, row->number);
    assert_int_equal(open_bytes(bytes, length, &catalogue), -EINVAL);
    free(bytes);
}

static void texts_in_disorder_are_refused(void **state)
{
    (void)state;
    struct catalogue *catalogue = NULL;
    char *bytes;
    size_t length;

    sample(&bytes, &length);
    size_t table = get(bytes, 12);
    char row[8];

    memcpy(row, bytes + table + 8, 8);
    memcpy(bytes + table + 8, bytes + table + 16, 8);
    memcpy(bytes + table + 16, row, 8);
    assert_int_equal(open_bytes(bytes, length, &catalogue), -EINVAL);
    free(bytes);
}

static void a_broken_letter_is_refused(void **state)
{
    (void)state;
    struct catalogue *catalogue = NULL;
    char *bytes;
    size_t length;

    sample(&bytes, &length);
    char *text = memmem(bytes, length, "fronta", 6);
    assert_non_null(text);
    text[2] = (char)0xFF;
    assert_int_equal(open_bytes(bytes, length, &catalogue), -EINVAL);
    free(bytes);
}

static void what_is_no_file_is_refused(void **state)
{
    (void)state;
    struct catalogue *catalogue = NULL;

    assert_int_equal(catalogue_open("/tmp", &catalogue), -EISDIR);
    assert_int_equal(catalogue_open("/dev/zero", &catalogue), -EINVAL);
    assert_int_equal(catalogue_open("/nonexistent/x", &catalogue), -ENOENT);
    assert_int_equal(truncate(scratch, CATALOGUE_MAX_BYTES + 1), 0);
    assert_int_equal(catalogue_open(scratch, &catalogue), -EFBIG);
    assert_null(catalogue);
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    char *bytes;
    size_t length;
    int successes = 0;
    int rc;

    sample(&bytes, &length);
    int before = live_blocks();
    do {
        struct catalogue *catalogue = NULL;

        fail_alloc_after(successes++);
        rc = open_bytes(bytes, length, &catalogue);
        fail_alloc_after(FAIL_NO_ALLOC);

        assert_true(rc == 0 || rc == -ENOMEM);
        catalogue_free(catalogue);
        assert_int_equal(live_blocks(), before);
    } while (rc == -ENOMEM);

    assert_int_equal(successes, 3); /* itself and the file; then none */
    free(bytes);
}

int main(void)
{
    struct test_list list = { 0 };
    int fd = mkstemp(scratch);

    if (fd < 0)
        return 99;
    close(fd);

    TEST_LIST_ADD_ROWS(&list, a_wrong_field_is_refused, field_rows);
    TEST_LIST_ADD(&list, a_catalogue_cut_anywhere_is_refused);
    TEST_LIST_ADD(&list, any_byte_may_be_wrong);
    TEST_LIST_ADD(&list, the_other_byte_order_is_understood);
    TEST_LIST_ADD(&list, texts_in_disorder_are_refused);
    TEST_LIST_ADD(&list, a_broken_letter_is_refused);
    TEST_LIST_ADD(&list, what_is_no_file_is_refused);
    TEST_LIST_ADD(&list, survives_every_failed_allocation);
    int rc = test_list_run(&list);
    unlink(scratch);
    return rc;
}
