/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 from outside, and what of it may be shown. */

#include "base/text.h"

#include <string.h>

#include "tests/test.h"

#define BROKEN "\xEF\xBF\xBD"
#define DOT    "\xC2\xB7"

/* The expected texts follow console/README B.5 and Unicode 3.9, by hand. */
static const struct safe_row {
    const char *says;
    const char *bytes;
    const char *text;
} safe_rows[] = {
    { "nothing stays nothing", "", "" },
    { "plain text stays", "Jana (VIP) <+420 603>", "Jana (VIP) <+420 603>" },
    { "Spanish and Czech stay", "Peña Žluťoučký", "Peña Žluťoučký" },
    { "scripts and symbols stay", "日本 Ω ☎ 😀", "日本 Ω ☎ 😀" },
    { "a newline becomes a space", "a\nb", "a b" },
    { "an escape sequence is a dot and letters", "\x1b[31mred", DOT "[31mred" },
    { "tab, return, bell and delete are dots", "\t\r\a\x7f", DOT DOT DOT DOT },
    { "a C1 control is a dot", "a\xC2\x9Bm", "a" DOT "m" },
    { "right-to-left override is removed", "a\xE2\x80\xAEgpj.exe", "agpj.exe" },
    { "isolates are removed", "\xE2\x81\xA6x\xE2\x81\xA9", "x" },
    { "direction marks are removed", "\xE2\x80\x8E\xE2\x80\x8F\xD8\x9Cx", "x" },
    { "zero width is removed", "pay\xE2\x80\x8Bpal\xEF\xBB\xBF", "paypal" },
    { "line and paragraph separators are removed",
      "a\xE2\x80\xA8"
      "b\xE2\x80\xA9"
      "c",
      "abc" },
    { "tags are removed", "a\xF3\xA0\x81\x81z", "az" },
    { "variation selectors are removed", "\xE2\x98\x8E\xEF\xB8\x8F",
      "\xE2\x98\x8E" },
    { "private use is removed", "\xEE\x80\x80\xF4\x80\x80\x80x", "x" },
    { "non-characters are removed", "\xEF\xBF\xBE\xEF\xB7\x90x", "x" },
    { "two marks on a letter stay", "a\xCC\x81\xCC\x82z",
      "a\xCC\x81\xCC\x82z" },
    { "the third mark is dropped", "a\xCC\x81\xCC\x82\xCC\x83z",
      "a\xCC\x81\xCC\x82z" },
    { "an invisible character does not start a new count",
      "a\xCC\x81\xCC\x82\xE2\x80\x8B\xCC\x83z", "a\xCC\x81\xCC\x82z" },
    { "Latin-1 becomes a replacement",
      "Pe\xF1"
      "a",
      "Pe" BROKEN "a" },
    { "an overlong slash is broken", "\xC0\xAF", BROKEN BROKEN },
    { "an overlong NUL is broken", "\xE0\x80\x80", BROKEN BROKEN BROKEN },
    { "a surrogate is broken", "\xED\xA0\x80", BROKEN BROKEN BROKEN },
    { "a cut code point is one replacement", "\xE2\x82", BROKEN },
    { "a cut code point before a letter is one replacement", "\xF0\x9F\x98z",
      BROKEN "z" },
    { "above U+10FFFF is broken", "\xF4\x90\x80\x80",
      BROKEN BROKEN BROKEN BROKEN },
    { "FE and FF are broken", "\xFE\xFF", BROKEN BROKEN },
};

static void is_shown_as(void **state)
{
    const struct safe_row *row = *state;
    char text[256];
    char again[256];
    size_t length = text_safe(row->bytes, strlen(row->bytes), text, 256);

    assert_string_equal(text, row->text);
    assert_int_equal(length, strlen(row->text));

    text_safe(text, length, again, sizeof(again));
    assert_string_equal(again, text);
}

static void shows_what_follows_a_nul(void **state)
{
    (void)state;
    char text[16];

    assert_int_equal(text_safe("a\0b", 3, text, sizeof(text)), 4);
    assert_string_equal(text, "a" DOT "b");
}

static void ends_after_a_whole_code_point(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "",
        "a",
        "a",
        "a\xC2\xB7",
        "a\xC2\xB7",
        "a\xC2\xB7",
        "a\xC2\xB7\xEF\xBF\xBD",
    };
    char text[8];

    for (size_t size = 1; size <= ARRAY_LEN(wanted); size++) {
        text_safe("a\x01\xFF", 3, text, size);
        assert_string_equal(text, wanted[size - 1]);
    }
}

static uint32_t next_random(uint32_t *seed)
{
    return *seed = *seed * 1664525 + 1013904223;
}

/* Bytes that make every path likely: leads, continuations, ASCII, controls. */
static char random_byte(uint32_t *seed)
{
    static const unsigned char leads[] = { 0xC2, 0xCC, 0xE2, 0xEF, 0xF0, 0xF3 };
    uint32_t draw = next_random(seed) >> 8;

    switch (draw % 4) {
    case 0:
        return (char)leads[draw / 4 % sizeof(leads)];
    case 1:
        return (char)(0x80 | (draw / 4 & 0x3F));
    case 2:
        return (char)(draw / 4 & 0x7F);
    default:
        return (char)(draw / 4);
    }
}

static void random_bytes_become_safe_and_stay_so(void **state)
{
    (void)state;
    uint32_t seed = 1;
    char bytes[40];
    char text[TEXT_SAFE_SIZE(sizeof(bytes))];
    char again[sizeof(text)];

    for (int round = 0; round < 20000; round++) {
        for (size_t i = 0; i < sizeof(bytes); i++)
            bytes[i] = random_byte(&seed);

        size_t size = 1 + next_random(&seed) % sizeof(text);
        size_t length = text_safe(bytes, sizeof(bytes), text, size);

        assert_true(length < size && text_is_utf8(text, length));
        for (size_t i = 0; i < length; i++)
            assert_true((unsigned char)text[i] >= ' ' && text[i] != 0x7F);
        assert_int_equal(text_safe(text, length, again, sizeof(again)), length);
        assert_memory_equal(text, again, length);
    }
}

static void the_room_promised_is_enough(void **state)
{
    (void)state;
    char bytes[10];
    char text[TEXT_SAFE_SIZE(sizeof(bytes))];

    memset(bytes, 0xFF, sizeof(bytes));
    assert_int_equal(text_safe(bytes, sizeof(bytes), text, sizeof(text)),
                     sizeof(text) - 1);
}

static const struct decode_row {
    const char *says;
    const char *bytes;
    int32_t code_point;
    size_t used;
} decode_rows[] = {
    { "U+007F takes one byte", "\x7F", 0x7F, 1 },
    { "U+0080 takes two", "\xC2\x80", 0x80, 2 },
    { "U+07FF takes two", "\xDF\xBF", 0x7FF, 2 },
    { "U+0800 takes three", "\xE0\xA0\x80", 0x800, 3 },
    { "U+D7FF takes three", "\xED\x9F\xBF", 0xD7FF, 3 },
    { "U+FFFF takes three", "\xEF\xBF\xBF", 0xFFFF, 3 },
    { "U+10000 takes four", "\xF0\x90\x80\x80", 0x10000, 4 },
    { "U+10FFFF takes four", "\xF4\x8F\xBF\xBF", 0x10FFFF, 4 },
    { "a lone continuation takes one", "\x80z", TEXT_BROKEN, 1 },
    { "a broken tail takes what was right", "\xF0\x9F\x98z", TEXT_BROKEN, 3 },
};

static void decodes(void **state)
{
    const struct decode_row *row = *state;
    size_t used = 0;

    assert_int_equal(text_decode(row->bytes, strlen(row->bytes), &used),
                     row->code_point);
    assert_int_equal(used, row->used);
}

static void cuts_between_code_points(void **state)
{
    (void)state;

    assert_int_equal(text_cut("abc", 3, 5), 3);
    assert_int_equal(text_cut("abc", 3, 2), 2);
    assert_int_equal(text_cut("a\xE2\x82\xAC", 4, 3), 1);
    assert_int_equal(text_cut("a\xE2\x82\xAC", 4, 1), 1);
    assert_int_equal(text_cut("\xE2\x82\xAC", 3, 2), 0);
    assert_int_equal(text_cut("\x80\x80\x80\x80\x80\x80", 6, 5), 5);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, is_shown_as, safe_rows);
    TEST_LIST_ADD_ROWS(&list, decodes, decode_rows);
    TEST_LIST_ADD(&list, shows_what_follows_a_nul);
    TEST_LIST_ADD(&list, ends_after_a_whole_code_point);
    TEST_LIST_ADD(&list, random_bytes_become_safe_and_stay_so);
    TEST_LIST_ADD(&list, the_room_promised_is_enough);
    TEST_LIST_ADD(&list, cuts_between_code_points);
    return test_list_run(&list);
}
