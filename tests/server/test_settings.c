/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the settings mean for those outside. */

#include "tests/test.h"

#include <arpa/inet.h>
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
    { "of two addresses the first one is told", "192.0.2.1 2001:db8::1", "",
      5060, "192.0.2.1:5060" },
    { "every address of both is no address either",
      "0.0.0.0 ::", "198.51.100.9", 5060, "198.51.100.9:5060" },
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

static const struct listen_row {
    const char *says;
    const char *address;
    bool has_tls;
    int listeners; /* -1: refused */
    int sound;     /* the family for sound */
} listen_rows[] = {
    { "one address is listened at by UDP and TCP", "192.0.2.1", false, 2,
      AF_INET },
    { "with a certificate by TLS, too", "192.0.2.1", true, 3, AF_INET },
    { "IPv6 alone is one address", "2001:db8::1", false, 2, AF_INET6 },
    { "one of each family is two, and sound takes both",
      "192.0.2.1 2001:db8::1", true, 6, AF_INET6 },
    { "every address of both families", "0.0.0.0\t ::", false, 4, AF_INET6 },
    { "two of one family are one too many", "192.0.2.1 192.0.2.2", false, -1,
      0 },
    { "three are one too many", "192.0.2.1 :: ::1", false, -1, 0 },
    { "a name is no address", "sip.example.com", false, -1, 0 },
    { "blanks are no address", "  ", false, -1, 0 },
};

static void listens(void **state)
{
    const struct listen_row *row = *state;
    struct server_settings settings = { .sip_port = 5060,
                                        .sip_tls_port = 5061,
                                        .rtp_port_max = 2000 };
    static struct calls_settings calls;

    snprintf(settings.sip_address, sizeof(settings.sip_address), "%s",
             row->address);
    snprintf(settings.sip_realm, sizeof(settings.sip_realm), "x");
    if (row->has_tls)
        snprintf(settings.sip_tls_certificate,
                 sizeof(settings.sip_tls_certificate), "c.pem");
    settings_sound_address(&settings);

    int rc = settings_for_calls(&settings, &calls);
    assert_int_equal(rc < 0, row->listeners < 0);
    if (rc < 0)
        return;

    assert_int_equal(calls.signalling.listener_count, row->listeners);
    assert_int_equal(calls.media.bind.ss_family, row->sound);
    for (size_t i = 0; i < calls.signalling.listener_count; i++) {
        const struct signal_listener *at = &calls.signalling.listeners[i];

        assert_int_equal(
            ntohs(((const struct sockaddr_in *)&at->address)->sin_port),
            at->transport == SIGNAL_TLS ? 5061 : 5060);
    }
}

static const struct server_row {
    const char *says;
    const char *servers;
    int count; /* -1: refused */
    int port;  /* of the last */
} server_rows[] = {
    { "no name server is the system's", "", 0, 0 },
    { "name servers listen at port 53", "192.0.2.1 2001:db8::1", 2, 53 },
    { "or at another one", "192.0.2.1:5353", 1, 5353 },
    { "of IPv6 as well", "::1 [::1]:5353", 2, 5353 },
    { "brackets without a port are refused", "[::1]", -1, 0 },
    { "a fourth one is refused", "::1 ::2 ::3 ::4", -1, 0 },
    { "a name is no name server", "ns.example.com", -1, 0 },
    { "port 0 is refused", "192.0.2.1:0", -1, 0 },
};

static void asks(void **state)
{
    const struct server_row *row = *state;
    struct server_settings settings = { .sip_port = 5060 };
    struct sockaddr_storage servers[SIGNAL_MAX_NAME_SERVERS];

    snprintf(settings.sip_name_servers, sizeof(settings.sip_name_servers), "%s",
             row->servers);
    int count = settings_name_servers(&settings, servers);
    assert_int_equal(count < 0 ? -1 : count, row->count);
    if (count > 0)
        assert_int_equal(
            ntohs(((struct sockaddr_in *)&servers[count - 1])->sin_port),
            row->port);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, tells_where_phones_register, address_rows);
    TEST_LIST_ADD_ROWS(&list, listens, listen_rows);
    TEST_LIST_ADD_ROWS(&list, asks, server_rows);
    return test_list_run(&list);
}
