/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libre draws its random numbers from our pool, and they are good ones. */

#include <string.h>

#include "base/entropy.h"
#include "sip/libre.h"

#include "tests/test.h"

static int draws;

void __real_entropy_bytes(void *bytes, size_t size);
void __wrap_entropy_bytes(void *bytes, size_t size);

void __wrap_entropy_bytes(void *bytes, size_t size)
{
    draws++;
    __real_entropy_bytes(bytes, size);
}

static void a_message_is_numbered_by_us(void **state)
{
    static const char text[] = "SIP/2.0 200 OK\r\n"
                               "Via: SIP/2.0/UDP a;branch=z9hG4bK1\r\n\r\n";
    struct mbuf *mb = mbuf_alloc(sizeof(text));
    struct sip_msg *msg = NULL;
    int before = draws;

    (void)state;
    assert_int_equal(mbuf_write_str(mb, text), 0);
    mb->pos = 0;
    assert_int_equal(sip_msg_decode(&msg, mb), 0);
    assert_int_equal(draws, before + 1);
    mem_deref(msg);
    mem_deref(mb);
}

/* So a program that is linked statically needs none of the library's. */
static void all_numbers_are_ours(void **state)
{
    uint8_t bytes[3];
    char text[3];
    int before = draws;

    (void)state;
    rand_init();
    (void)rand_u16();
    (void)rand_u32();
    (void)rand_u64();
    rand_bytes(bytes, sizeof(bytes));
    assert_int_equal(draws, before + 4);
    (void)rand_char();
    assert_true(draws > before + 4);
    before = draws;
    rand_str(text, sizeof(text));
    assert_true(draws >= before + 2);
}

static void a_string_has_every_letter_and_digit(void **state)
{
    static const char expected[] = "0123456789"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                   "abcdefghijklmnopqrstuvwxyz";
    int counts[256] = { 0 };
    char text[62 * 100 + 1];

    (void)state;
    rand_str(text, sizeof(text));
    assert_int_equal(strlen(text), sizeof(text) - 1);
    for (const char *at = text; *at; at++)
        counts[(unsigned char)*at]++;
    for (int i = 0; i < 256; i++)
        if (i != 0 && strchr(expected, i))
            assert_in_range(counts[i], 20, 180);
        else
            assert_int_equal(counts[i], 0);
}

static void a_string_ends_in_its_room(void **state)
{
    char text[4] = { 'x', 'x', 'x', 'x' };

    (void)state;
    rand_str(text, 0);
    assert_int_equal(text[0], 'x');
    rand_str(text, 1);
    assert_int_equal(text[0], '\0');
    rand_str(text, 3);
    assert_int_equal(strlen(text), 2);
    assert_int_equal(text[3], 'x');
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_message_is_numbered_by_us);
    TEST_LIST_ADD(&list, all_numbers_are_ours);
    TEST_LIST_ADD(&list, a_string_has_every_letter_and_digit);
    TEST_LIST_ADD(&list, a_string_ends_in_its_room);
    return test_list_run(&list);
}
