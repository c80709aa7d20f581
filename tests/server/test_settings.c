/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the settings mean for those outside. */

#include "tests/test.h"

#include <stdio.h>

#include "server/settings.h"

static const struct address_row {
    const char *says;
    const char *address;
    const char *public_address;
    int64_t port;
    const char *told;
} address_rows[] = {
    { "phones register where the server listens", "192.0.2.1", "", 5060,
      "192.0.2.1:5060" },
    { "phones find a port of its own", "127.0.7.1", "198.51.100.9", 5071,
      "127.0.7.1:5071" },
    { "who listens everywhere is found at the public address", "0.0.0.0",
      "198.51.100.9", 5060, "198.51.100.9:5060" },
    { "who listens everywhere without one tells the port", "0.0.0.0", "", 5071,
      ":5071" },
    { "every address of IPv6 is no address either", "::", "", 5060, ":5060" },
    { "IPv6 stands in brackets", "2001:db8::1", "", 5060,
      "[2001:db8::1]:5060" },
};

static void tells_where_phones_register(void **state)
{
    const struct address_row *row = *state;
    struct server_settings settings = { .sip_port = row->port };
    char text[SETTINGS_TEXT_SIZE + 16];

    snprintf(settings.sip_address, sizeof(settings.sip_address), "%s",
             row->address);
    snprintf(settings.sip_public_address, sizeof(settings.sip_public_address),
             "%s", row->public_address);
    settings_sip_address(&settings, text, sizeof(text));
    assert_string_equal(text, row->told);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, tells_where_phones_register, address_rows);
    return test_list_run(&list);
}
