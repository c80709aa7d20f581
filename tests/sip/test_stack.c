/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stack in this process: settings, names, text, proofs and their age. */

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "sip/leg_inside.h"
#include "sip/registrar_table.h"
#include "sip/stack.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

static int64_t now_us; /* journal time of these tests */

static int64_t tell_now(void *arg)
{
    (void)arg;
    return now_us;
}

static struct loop *loop_of(void)
{
    struct loop_settings settings = { .max_fds = 1024, .now_us = tell_now };
    struct loop *loop = NULL;

    now_us = 1000000000;
    assert_int_equal(loop_new(&settings, &loop), 0);
    return loop;
}

static struct sockaddr_storage address_of(const char *text)
{
    struct sockaddr_storage address;

    assert_int_equal(trunk_read_address(text, SIGNAL_UDP, &address, NULL), 0);
    return address;
}

static struct signalling_settings usual_settings(void)
{
    struct signalling_settings settings = {
        .listener_count = 1,
        .realm = "test",
        .user_agent = "test",
    };

    settings.listeners[0].address = address_of("127.0.0.1:5060");
    ((struct sockaddr_in *)&settings.listeners[0].address)->sin_port = 0;
    return settings;
}

static const struct signalling_handlers no_handlers = { .arg = NULL };

/* The loop. */

struct turns {
    struct loop *loop;
    struct wheel_timer first, second;
    int fds[2];
    int read, fired;
};

static void second_fires(void *arg)
{
    struct turns *turns = arg;

    assert_int_equal(turns->fired, 1);
    turns->fired = 2;
    assert_int_equal(write(turns->fds[1], "x", 1), 1);
}

static void first_fires(void *arg)
{
    struct turns *turns = arg;

    turns->fired = 1;
    loop_start_timer(turns->loop, &turns->second, 0, second_fires, turns);
    assert_int_equal(turns->fired, 1); /* not from inside */
}

static void pipe_ready(int fd, unsigned events, void *arg)
{
    struct turns *turns = arg;
    char c;

    assert_int_equal(events & LOOP_READ, LOOP_READ);
    assert_int_equal(read(fd, &c, 1), 1);
    turns->read++;
    loop_unwatch_fd(turns->loop, fd);
    loop_stop(turns->loop);
}

static void a_loop_fires_timers_and_watches_descriptors(void **state)
{
    (void)state;
    struct turns turns = { .loop = loop_of() };

    assert_int_equal(pipe2(turns.fds, O_CLOEXEC | O_NONBLOCK), 0);
    assert_int_equal(
        loop_watch_fd(turns.loop, turns.fds[0], LOOP_READ, pipe_ready, &turns),
        0);
    loop_start_timer(turns.loop, &turns.first, 0, first_fires, &turns);
    assert_int_equal(turns.fired, 0);
    assert_int_equal(loop_run(turns.loop), 0);
    assert_int_equal(turns.fired, 2);
    assert_int_equal(turns.read, 1);
    loop_free(turns.loop);
    close(turns.fds[0]);
    close(turns.fds[1]);
}

static void a_descriptor_beyond_the_bound_is_not_watched(void **state)
{
    (void)state;
    struct loop *loop = loop_of();
    int high = fcntl(0, F_DUPFD_CLOEXEC, 1500);

    assert_int_equal(loop_max_fds(loop), 1024);
    if (high >= 0) {
        assert_int_equal(loop_watch_fd(loop, high, LOOP_READ, pipe_ready, NULL),
                         -EMFILE);
        close(high);
    }
    loop_free(loop);
}

/* Settings. */

static void spoil_listeners(struct signalling_settings *settings)
{
    settings->listener_count = 0;
}

static void spoil_realm(struct signalling_settings *settings)
{
    settings->realm[0] = '"';
}

static void forget_realm(struct signalling_settings *settings)
{
    settings->realm[0] = '\0';
}

static void spoil_agent(struct signalling_settings *settings)
{
    settings->user_agent[0] = '\n';
}

static void spoil_network(struct signalling_settings *settings)
{
    settings->local_network_count = 1;
}

static void spoil_public_address(struct signalling_settings *settings)
{
    settings->public_address.ss_family = AF_UNIX;
}

static void take_a_strange_address(struct signalling_settings *settings)
{
    settings->listeners[0].address = address_of("192.0.2.1:5060");
}

static const struct settings_row {
    const char *says;
    void (*spoil)(struct signalling_settings *settings);
    int rc;
} settings_rows[] = {
    { "a stack without a listener is refused", spoil_listeners, -EINVAL },
    { "a realm with a quote is refused", spoil_realm, -EINVAL },
    { "an empty realm is refused", forget_realm, -EINVAL },
    { "a user agent with a line end is refused", spoil_agent, -EINVAL },
    { "a network of no family is refused", spoil_network, -EINVAL },
    { "a public address of no family is refused", spoil_public_address,
      -EINVAL },
    { "an address of another machine cannot be listened at",
      take_a_strange_address, -EADDRNOTAVAIL },
};

static void refuses_settings(void **state)
{
    const struct settings_row *row = *state;
    struct signalling_settings settings = usual_settings();
    struct signalling *signalling = NULL;
    struct loop *loop = loop_of();

    row->spoil(&settings);
    assert_int_equal(signalling_new(loop, &settings, &no_handlers, &signalling),
                     row->rc);
    assert_null(signalling);
    loop_free(loop);
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    struct signalling_settings settings = usual_settings();
    int before = live_blocks();
    int rc = -ENOMEM;
    int successes = 0;

    for (; rc == -ENOMEM; successes++) {
        struct loop_settings loop_settings = { .max_fds = 64 };
        struct loop *loop = NULL;
        struct signalling *signalling = NULL;

        fail_alloc_after(successes);
        rc = loop_new(&loop_settings, &loop);
        if (rc == 0)
            rc = signalling_new(loop, &settings, &no_handlers, &signalling);
        fail_alloc_after(FAIL_NO_ALLOC);
        signalling_free(signalling);
        loop_free(loop);
        assert_int_equal(live_blocks(), before);
    }

    assert_int_equal(rc, 0);
    assert_true(successes > 6); /* loop, wheel, digest, replay, lock-out ... */
}

/* What we call ourselves. */

static const struct shown_row {
    const char *says;
    const char *peer;
    const char *shown;
} shown_rows[] = {
    { "a peer on the internet sees the public address", "198.51.100.1",
      "203.0.113.9:5099" },
    { "a peer in a local network sees our own", "10.1.2.3", "127.0.0.1" },
    { "a private peer outside of it sees the public one", "10.2.0.1",
      "203.0.113.9:5099" },
    { "loopback is always local", "127.0.0.5", "127.0.0.1" },
};

static void shows_an_address(void **state)
{
    const struct shown_row *row = *state;
    struct signalling_settings settings = usual_settings();
    struct signalling *signalling = NULL;
    struct loop *loop = loop_of();
    struct sa peer, shown;
    char text[64];

    settings.public_address = address_of("203.0.113.9:5099");
    settings.local_networks[0].address = address_of("10.1.0.0");
    settings.local_networks[0].prefix_bits = 16;
    settings.local_network_count = 1;
    assert_int_equal(signalling_new(loop, &settings, &no_handlers, &signalling),
                     0);

    assert_int_equal(sa_set_str(&peer, row->peer, 5060), 0);
    assert_int_equal(
        signal_shown_address(signalling, SIP_TRANSP_UDP, &peer, &shown), 0);
    assert_true(re_snprintf(text, sizeof(text), "%J", &shown) > 0);
    assert_memory_equal(text, row->shown, strlen(row->shown));
    assert_int_equal(
        signal_shown_address(signalling, SIP_TRANSP_TCP, &peer, &shown),
        -EAFNOSUPPORT);

    signalling_free(signalling);
    loop_free(loop);
}

/* Text. */

static const struct text_row {
    const char *says;
    int (*undo)(const struct pl *text, struct leg_text *ret_text);
    const char *text;
    const char *bytes;
    size_t length;
} text_rows[] = {
    { "plain text stays", leg_unescape, "anna", "anna", 4 },
    { "escapes are undone", leg_unescape, "%2B420%20x", "+420 x", 6 },
    { "an escaped NUL does not end it", leg_unescape, "a%00b", "a\0b", 3 },
    { "half an escape stays", leg_unescape, "50%", "50%", 3 },
    { "a wrong escape stays", leg_unescape, "%zz%4", "%zz%4", 5 },
    { "an escape at the very end is undone", leg_unescape, "x%41", "xA", 2 },
    { "quoted pairs lose their backslash", leg_unquote, "a\\\"b\\\\", "a\"b\\",
      4 },
    { "a backslash at the end stays", leg_unquote, "a\\", "a\\", 2 },
    { "a fold becomes its blank", leg_unquote, "a\r\n b", "a b", 3 },
};

static void undoes(void **state)
{
    const struct text_row *row = *state;
    struct leg_text text = { 0 };
    struct pl pl;

    pl_set_str(&pl, row->text);
    assert_int_equal(row->undo(&pl, &text), 0);
    assert_int_equal(text.length, row->length);
    assert_memory_equal(text.bytes, row->bytes, row->length + 1);
    leg_text_done(&text);
    assert_int_equal(text.length, 0);
}

static void a_name_of_ours_cannot_leave_its_quotes(void **state)
{
    (void)state;
    char text[80];

    re_snprintf(text, sizeof(text), "%H|", leg_print_name,
                "a\"b\\c\r\nX-Evil: d\x7f");
    assert_string_equal(text, "\"a\\\"b\\\\cX-Evil: d\" |");
    re_snprintf(text, sizeof(text), "%H|", leg_print_name, "");
    assert_string_equal(text, "|");
}

static void lines_have_no_ends_inside(void **state)
{
    (void)state;
    assert_true(leg_is_line("sip:a@b", 7));
    assert_false(leg_is_line("sip:a@b", 6));
    assert_false(leg_is_line("a\rb", 10));
    assert_false(leg_is_line("a\nb", 10));
}

static void a_user_is_found_in_every_kind_of_uri(void **state)
{
    (void)state;
    struct uri uri;
    struct pl text = PL("tel:+420100;phone-context=x");

    assert_int_equal(uri_decode(&uri, &text), 0);
    struct pl user = leg_user_of(&uri);
    assert_int_equal(pl_strcmp(&user, "+420100"), 0);

    struct pl sip_text = PL("sip:anna@h");
    assert_int_equal(uri_decode(&uri, &sip_text), 0);
    user = leg_user_of(&uri);
    assert_int_equal(pl_strcmp(&user, "anna"), 0);
}

/* Trunk addresses. */

static const struct address_row {
    const char *says;
    const char *text;
    const char *address; /* NULL: refused */
} address_rows[] = {
    { "a number alone has the usual port", "10.0.0.1", "10.0.0.1:5060" },
    { "a port may follow", "10.0.0.1:5070", "10.0.0.1:5070" },
    { "IPv6 stands in brackets", "[2001:db8::1]:5061", "[2001:db8::1]:5061" },
    { "a name is refused", "sip.example.com", NULL },
    { "port 0 is refused", "10.0.0.1:0", NULL },
    { "port 65536 is refused", "10.0.0.1:65536", NULL },
    { "nothing is refused", "", NULL },
};

static void reads_an_address(void **state)
{
    const struct address_row *row = *state;
    struct sockaddr_storage address;
    struct sa sa;
    char text[64];
    int rc = trunk_read_address(row->text, SIGNAL_UDP, &address, NULL);

    assert_int_equal(rc, row->address ? 0 : -EINVAL);
    if (rc < 0)
        return;

    assert_int_equal(signal_address_to_sa(&address, &sa), 0);
    assert_true(re_snprintf(text, sizeof(text), "%J", &sa) > 0);
    assert_string_equal(text, row->address);
}

/* Proofs and their age. */

static uint64_t find_anna(const struct pl *username, uint8_t *ret_ha1,
                          void *arg)
{
    (void)arg;
    if (pl_strcmp(username, "anna"))
        return 0;

    assert_int_equal(registrar_ha1("anna", "test", "secret", ret_ha1), 0);
    return 5;
}

static struct sip_msg *prove(const char *nonce, unsigned count)
{
    uint8_t ha1[MD5_SIZE], ha2[MD5_SIZE], response[MD5_SIZE];
    struct mbuf *mb = mbuf_alloc(1024);
    struct sip_msg *msg = NULL;

    assert_int_equal(md5_printf(ha1, "anna:test:secret"), 0);
    assert_int_equal(md5_printf(ha2, "REGISTER:sip:test"), 0);
    assert_int_equal(md5_printf(response, "%w:%s:%08x:c:auth:%w", ha1,
                                sizeof(ha1), nonce, count, ha2, sizeof(ha2)),
                     0);
    assert_int_equal(
        mbuf_printf(mb,
                    "REGISTER sip:test SIP/2.0\r\n"
                    "Via: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
                    "Authorization: Digest username=\"anna\", realm=\"test\", "
                    "nonce=\"%s\", uri=\"sip:test\", response=\"%w\", "
                    "qop=auth, nc=%08x, cnonce=\"c\"\r\n\r\n",
                    nonce, response, sizeof(response), count),
        0);
    mb->pos = 0;
    assert_int_equal(sip_msg_decode(&msg, mb), 0);
    assert_int_equal(sa_set_str(&msg->src, "192.0.2.7", 5060), 0);
    mem_deref(mb);
    return msg;
}

static enum digest_verdict judge(struct signal_digest *digest,
                                 const char *nonce, unsigned count,
                                 int64_t at_us)
{
    struct sip_msg *msg = prove(nonce, count);
    uint64_t device_id = 0;
    enum digest_verdict verdict =
        signal_digest_check(digest, msg, at_us, find_anna, NULL, &device_id);

    assert_int_equal(device_id, verdict == DIGEST_PROVEN ? 5 : 0);
    mem_deref(msg);
    return verdict;
}

static void read_nonce(const char *challenge, char *ret, size_t size)
{
    struct pl nonce;

    assert_int_equal(
        re_regex(challenge, strlen(challenge), "nonce=\"[^\"]+\"", &nonce), 0);
    assert_int_equal(pl_strcpy(&nonce, ret, size), 0);
}

static void a_nonce_lives_for_a_minute(void **state)
{
    (void)state;
    static const int64_t SECOND_US = 1000000;
    struct signal_digest *digest = NULL;
    char challenge[DIGEST_CHALLENGE_SIZE], nonce[64];
    struct sa source;

    assert_int_equal(signal_digest_new("test", &digest), 0);
    assert_int_equal(sa_set_str(&source, "192.0.2.7", 5060), 0);
    assert_int_equal(signal_digest_challenge(digest, &source, 100 * SECOND_US,
                                             false, challenge),
                     0);
    read_nonce(challenge, nonce, sizeof(nonce));

    assert_int_equal(judge(digest, nonce, 1, 100 * SECOND_US), DIGEST_PROVEN);
    assert_int_equal(judge(digest, nonce, 1, 101 * SECOND_US), DIGEST_REPLAYED);
    assert_int_equal(judge(digest, nonce, 2, 160 * SECOND_US), DIGEST_PROVEN);
    assert_int_equal(judge(digest, nonce, 3, 161 * SECOND_US), DIGEST_STALE);
    assert_int_equal(judge(digest, "0123", 1, 100 * SECOND_US), DIGEST_STALE);

    nonce[3] = nonce[3] == '0' ? '1' : '0';
    assert_int_equal(judge(digest, nonce, 4, 100 * SECOND_US), DIGEST_STALE);
    signal_digest_free(digest);
}

static void another_process_knows_no_nonce_of_ours(void **state)
{
    (void)state;
    struct signal_digest *ours = NULL, *theirs = NULL;
    char challenge[DIGEST_CHALLENGE_SIZE], nonce[64];
    struct sa source;

    assert_int_equal(signal_digest_new("test", &ours), 0);
    assert_int_equal(signal_digest_new("test", &theirs), 0);
    assert_int_equal(sa_set_str(&source, "192.0.2.7", 5060), 0);
    assert_int_equal(
        signal_digest_challenge(theirs, &source, 100000000, false, challenge),
        0);
    read_nonce(challenge, nonce, sizeof(nonce));
    assert_int_equal(judge(theirs, nonce, 1, 100000000), DIGEST_PROVEN);
    assert_int_equal(judge(ours, nonce, 1, 100000000), DIGEST_STALE);
    signal_digest_free(ours);
    signal_digest_free(theirs);
}

/* Devices. */

static void devices_are_checked(void **state)
{
    (void)state;
    struct signalling_settings settings = usual_settings();
    struct signalling *signalling = NULL;
    struct loop *loop = loop_of();
    char long_name[REGISTRAR_USERNAME_MAX + 2];

    settings.max_devices = 2;
    memset(long_name, 'a', sizeof(long_name));
    long_name[sizeof(long_name) - 1] = '\0';
    assert_int_equal(signalling_new(loop, &settings, &no_handlers, &signalling),
                     0);

    const struct {
        struct registrar_device device;
        int rc;
    } steps[] = {
        { { .id = 1, .username = "anna" }, 0 },
        { { .id = 1, .username = "anna" }, 0 },
        { { .id = 2, .username = "anna" }, -EEXIST },
        { { .id = 0, .username = "zero" }, -EINVAL },
        { { .id = 2, .username = "" }, -EINVAL },
        { { .id = 2, .username = "a b" }, -EINVAL },
        { { .id = 2, .username = "a\"b" }, -EINVAL },
        { { .id = 2, .username = long_name }, -EINVAL },
        { { .id = 2, .username = "berta" }, 0 },
        { { .id = 3, .username = "cilka" }, -ENOSPC },
        { { .id = 2, .username = "dora" }, 0 },
        { { .id = 1, .username = "berta" }, 0 },
    };

    for (size_t i = 0; i < ARRAY_LEN(steps); i++)
        assert_int_equal(registrar_set_device(signalling, &steps[i].device),
                         steps[i].rc);

    struct phone_binding binding = { .device_id = 9 };
    assert_int_equal(registrar_load_binding(signalling, &binding), -ENOENT);
    binding.device_id = 1;
    assert_int_equal(registrar_load_binding(signalling, &binding), -EINVAL);
    strncpy(binding.contact, "sip:a@h", sizeof(binding.contact) - 1);
    assert_int_equal(registrar_load_binding(signalling, &binding), -ESTALE);
    binding.expires_at_us = INT64_MAX;
    assert_true(registrar_load_binding(signalling, &binding) < 0);
    assert_int_equal(registrar_bindings(signalling, 1, NULL, 0), 0);

    signalling_free(signalling);
    loop_free(loop);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_loop_fires_timers_and_watches_descriptors);
    TEST_LIST_ADD(&list, a_descriptor_beyond_the_bound_is_not_watched);
    TEST_LIST_ADD_ROWS(&list, refuses_settings, settings_rows);
    TEST_LIST_ADD(&list, survives_every_failed_allocation);
    TEST_LIST_ADD_ROWS(&list, shows_an_address, shown_rows);
    TEST_LIST_ADD_ROWS(&list, undoes, text_rows);
    TEST_LIST_ADD(&list, a_name_of_ours_cannot_leave_its_quotes);
    TEST_LIST_ADD(&list, lines_have_no_ends_inside);
    TEST_LIST_ADD(&list, a_user_is_found_in_every_kind_of_uri);
    TEST_LIST_ADD_ROWS(&list, reads_an_address, address_rows);
    TEST_LIST_ADD(&list, a_nonce_lives_for_a_minute);
    TEST_LIST_ADD(&list, another_process_knows_no_nonce_of_ours);
    TEST_LIST_ADD(&list, devices_are_checked);
    return test_list_run(&list);
}
