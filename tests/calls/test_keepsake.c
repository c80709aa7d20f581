/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What outlives the process, written and read back. */

#include "calls/keepsake.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

static struct sockaddr_storage v4(const char *host, uint16_t port)
{
    struct sockaddr_storage address = { 0 };
    struct sockaddr_in *in = (struct sockaddr_in *)&address;

    in->sin_family = AF_INET;
    in->sin_port = htons(port);
    assert_int_equal(inet_pton(AF_INET, host, &in->sin_addr), 1);
    return address;
}

static struct phone_binding some_binding(void)
{
    struct phone_binding binding = {
        .device_id = 7,
        .source = v4("192.0.2.9", 40000),
        .transport = SIGNAL_TCP,
        .expires_at_us = 1790000000000000,
        .cseq = 12,
    };

    snprintf(binding.contact, sizeof(binding.contact), "sip:ana@10.0.0.7:5060");
    snprintf(binding.call_id, sizeof(binding.call_id), "a84b4c76e66710");
    return binding;
}

static struct leg_left some_dialog(void)
{
    struct leg_left left = {
        .cseq = 4,
        .transport = SIGNAL_UDP,
        .next_hop = v4("192.0.2.1", 5060),
    };

    snprintf(left.call_id, sizeof(left.call_id), "one\ttwo\n%%");
    snprintf(left.local_tag, sizeof(left.local_tag), "l");
    snprintf(left.remote_tag, sizeof(left.remote_tag), "r\xff");
    snprintf(left.local_uri, sizeof(left.local_uri), "sip:100@192.0.2.2");
    snprintf(left.remote_uri, sizeof(left.remote_uri), "sip:+420123@192.0.2.1");
    snprintf(left.target, sizeof(left.target), "sip:+420123@192.0.2.1");
    return left;
}

static void a_binding_comes_back_as_it_was(void **state)
{
    (void)state;
    struct phone_binding binding = some_binding(), read;
    char text[CALLS_NOTE_TEXT_SIZE];

    assert_int_equal(keepsake_write_binding(&binding, text), 0);
    assert_string_equal(text, "binding1\t7\tsip:ana@10.0.0.7:5060\t192.0.2.9\t"
                              "40000\t1\t1790000000000000\ta84b4c76e66710\t12");
    assert_int_equal(keepsake_read_binding(text, &read), 0);
    assert_memory_equal(&read, &binding, sizeof(read));
}

static void a_dialog_of_any_bytes_comes_back_as_it_was(void **state)
{
    (void)state;
    struct leg_left left = some_dialog(), read;
    char text[CALLS_NOTE_TEXT_SIZE];

    assert_int_equal(keepsake_write_dialog(&left, text), 0);
    assert_non_null(strstr(text, "\tone%09two%0A%25\tl\tr%FF\t"));
    assert_int_equal(keepsake_read_dialog(text, &read), 0);
    assert_memory_equal(&read, &left, sizeof(read));
}

/* Cut anywhere, it is not what was written: refused, or another number. */
static void a_binding_cut_before_its_last_field_is_refused(void **state)
{
    (void)state;
    struct phone_binding binding = some_binding(), read;
    char text[CALLS_NOTE_TEXT_SIZE];

    assert_int_equal(keepsake_write_binding(&binding, text), 0);
    for (size_t end = strlen(text) - 2; end > 0; end--) {
        text[end] = '\0';
        assert_int_equal(keepsake_read_binding(text, &read), -EBADMSG);
    }
}

static const struct bad_row {
    const char *says;
    const char *text;
} bad_rows[] = {
    { "an empty line is no binding", "" },
    { "a binding of another release is refused",
      "binding2\t7\tsip:a@b\t192.0.2.9\t1\t1\t1\tx\t1" },
    { "a device without a number is refused",
      "binding1\t0\tsip:a@b\t192.0.2.9\t1\t1\t1\tx\t1" },
    { "a number that overflows is refused",
      "binding1\t99999999999999999999\tsip:a@b\t192.0.2.9\t1\t1\t1\tx\t1" },
    { "a port above 65535 is refused",
      "binding1\t7\tsip:a@b\t192.0.2.9\t65536\t1\t1\tx\t1" },
    { "a host name is no source address",
      "binding1\t7\tsip:a@b\texample\t1\t1\t1\tx\t1" },
    { "an unknown transport is refused",
      "binding1\t7\tsip:a@b\t192.0.2.9\t1\t9\t1\tx\t1" },
    { "half an escape is refused",
      "binding1\t7\tsip:a%4\t192.0.2.9\t1\t1\t1\tx\t1" },
    { "an escaped NUL is refused",
      "binding1\t7\tsip:a%00b\t192.0.2.9\t1\t1\t1\tx\t1" },
    { "a field too much is refused",
      "binding1\t7\tsip:a@b\t192.0.2.9\t1\t1\t1\tx\t1\tmore" },
};

static void refuses(void **state)
{
    const struct bad_row *row = *state;
    struct phone_binding read;

    assert_int_equal(keepsake_read_binding(row->text, &read), -EBADMSG);
}

static void long_contacts_have_keys_of_their_own(void **state)
{
    (void)state;
    struct phone_binding one = some_binding(), other;
    char key[CALLS_NOTE_KEY_SIZE], other_key[CALLS_NOTE_KEY_SIZE];

    memset(one.contact, '\x01', sizeof(one.contact) - 1);
    other = one;
    other.contact[sizeof(other.contact) - 2] = '\x02';
    keepsake_binding_key(&one, key);
    keepsake_binding_key(&other, other_key);
    assert_string_not_equal(key, other_key);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD(&list, a_binding_comes_back_as_it_was);
    TEST_LIST_ADD(&list, a_dialog_of_any_bytes_comes_back_as_it_was);
    TEST_LIST_ADD(&list, a_binding_cut_before_its_last_field_is_refused);
    TEST_LIST_ADD_ROWS(&list, refuses, bad_rows);
    TEST_LIST_ADD(&list, long_contacts_have_keys_of_their_own);
    return test_list_run(&list);
}
