/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Responses are what libre would have written, and go where it sends them. */

#include "sip/reply.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/test.h"

#define VIA   "Via: SIP/2.0/UDP 127.0.0.5:5062;branch=z9hG4bK1"
#define MORE  "Via: SIP/2.0/UDP 192.0.2.8;branch=z9hG4bK2\r\n"
#define ROUTE "Record-Route: <sip:192.0.2.9;lr>\r\n"

static const struct request_row {
    const char *says;
    const char *via;
    const char *to;
    const char *more; /* complete lines */
} request_rows[] = {
    { "a response goes back along the Via", VIA, "To: <sip:100@h>", "" },
    { "rport is told", VIA ";rport", "To: <sip:100@h>", "" },
    { "rport is told in the middle", VIA ";RPORT;x=y", "To: <sip:100@h>", "" },
    { "a parameter that only sounds like rport is none", VIA ";xrport;rports=1",
      "To: <sip:100@h>", "" },
    { "who calls itself something else is told where it is",
      "Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1", "To: <sip:100@h>", "" },
    { "a name in the Via is told the address",
      "v: SIP/2.0/UDP phone.test;branch=z9hG4bK1;rport", "t: <sip:100@h>", "" },
    { "maddr is where it goes", VIA ";maddr=127.0.0.9;rport", "To: <sip:100@h>",
      "" },
    { "further Vias stay as they are", VIA ";rport", "To: <sip:100@h>",
      MORE MORE },
    { "a tag stays as it is", VIA, "To: <sip:100@h>;tag=abc", "" },
    { "a route is repeated when it makes a dialog", VIA, "To: <sip:100@h>",
      ROUTE "Subject: none\r\n" ROUTE },
};

static const struct signal_reply replies[] = {
    { .code = 100 },
    { .code = 180, .makes_dialog = true, .headers = "Contact: <sip:a@h>\r\n" },
    { .code = 200, .makes_dialog = true, .headers = "A: b\r\n", .sdp = "v=0" },
    { .code = 200, .headers = "" },
    { .code = 486, .reason = "Not now", .headers = "Retry-After: 1\r\n" },
};

static const struct signalling_handlers no_handlers = { .arg = NULL };

static struct signalling *signalling_of(struct loop **ret_loop)
{
    struct loop_settings of_loop = { .max_fds = 1024 };
    struct signalling_settings settings = {
        .listener_count = 1,
        .realm = "test",
        .user_agent = "test 1.0",
    };
    struct sockaddr_storage *at = &settings.listeners[0].address;
    struct signalling *signalling = NULL;

    *(struct sockaddr_in *)at = (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    assert_int_equal(loop_new(&of_loop, ret_loop), 0);
    assert_int_equal(
        signalling_new(*ret_loop, &settings, &no_handlers, &signalling), 0);
    return signalling;
}

static struct sip_msg *request_of(const char *method,
                                  const struct request_row *row)
{
    struct mbuf *mb = mbuf_alloc(2048);
    struct sip_msg *msg = NULL;

    assert_non_null(mb);
    assert_int_equal(
        mbuf_printf(mb,
                    "%s sip:100@127.0.0.1 SIP/2.0\r\n%s\r\n%s%s\r\n"
                    "From: <sip:a@h>;tag=1\r\nCall-ID: c1\r\n"
                    "CSeq: 7 %s\r\nContact: <sip:a@h>\r\n\r\n",
                    method, row->via, row->more, row->to, method),
        0);
    mb->pos = 0;
    assert_int_equal(sip_msg_decode(&msg, mb), 0);
    mem_deref(mb);
    msg->tp = SIP_TRANSP_UDP;
    msg->tag = 0x1234567890abcdef;
    assert_int_equal(sa_set_str(&msg->src, "127.0.0.5", 5099), 0);
    return msg;
}

/* What libre makes of it. */
static struct mbuf *write_by_libre(struct signalling *signalling,
                                   const struct sip_msg *msg,
                                   const struct signal_reply *reply)
{
    struct sip_strans *transaction = NULL;
    const char *sdp = reply->sdp ? reply->sdp : "";
    struct mbuf *mb = NULL;

    assert_int_equal(
        sip_treplyf(&transaction, &mb, signalling->sip, msg,
                    reply->makes_dialog, (uint16_t)reply->code,
                    reply->reason ? reply->reason : signal_phrase(reply->code),
                    "%s%sContent-Length: %zu\r\n\r\n%s",
                    reply->headers ? reply->headers : "",
                    *sdp ? "Content-Type: application/sdp\r\n" : "",
                    strlen(sdp), sdp),
        0);
    mem_deref(transaction);
    return mb;
}

static void writes_what_libre_writes(void **state)
{
    const struct request_row *row = *state;
    struct loop *loop;
    struct signalling *signalling = signalling_of(&loop);
    struct sip_msg *msg = request_of("INVITE", row);

    for (size_t i = 0; i < ARRAY_LEN(replies); i++) {
        struct sip_strans *transaction = NULL;
        struct mbuf *theirs = write_by_libre(signalling, msg, &replies[i]);
        struct mbuf *ours = NULL;

        assert_int_equal(
            signal_reply(signalling, msg, &replies[i], &transaction, &ours), 0);
        assert_int_equal(transaction != NULL, replies[i].code < 200);
        assert_int_equal(ours->pos, 0);
        assert_int_equal(ours->end, theirs->end);
        assert_memory_equal(ours->buf, theirs->buf, ours->end);
        mem_deref(transaction);
        mem_deref(theirs);
        mem_deref(ours);
    }

    mem_deref(msg);
    signalling_free(signalling);
    loop_free(loop);
}

/* libre leaves the value behind, at the end of what stands before. */
static void an_rport_with_a_value_is_told_anew(void **state)
{
    (void)state;
    static const struct request_row row = { "", VIA ";rport=9;x=y",
                                            "To: <sip:h>", "" };
    const char via[] = VIA ";x=y;rport=5099";
    const struct signal_reply reply = { .code = 200 };
    struct loop *loop;
    struct signalling *signalling = signalling_of(&loop);
    struct sip_msg *msg = request_of("INVITE", &row);
    struct mbuf *ours = NULL;

    assert_int_equal(signal_reply(signalling, msg, &reply, NULL, &ours), 0);
    assert_memory_equal(ours->buf + strlen("SIP/2.0 200 OK\r\n"), via,
                        strlen(via));
    mem_deref(ours);
    mem_deref(msg);
    signalling_free(signalling);
    loop_free(loop);
}

static void goes_where_libre_sends_it(void **state)
{
    struct sip_msg *msg = request_of("INVITE", *state);
    const enum sip_transp transports[] = { SIP_TRANSP_UDP, SIP_TRANSP_TCP };
    struct sa ours, theirs;
    struct pl rport;

    for (size_t i = 0; i < ARRAY_LEN(transports); i++) {
        msg->tp = transports[i];
        sip_reply_addr(&theirs, msg,
                       !msg_param_exists(&msg->via.params, "rport", &rport));
        signal_reply_address(msg, &ours);
        assert_true(sa_cmp(&ours, &theirs, SA_ALL));
    }

    mem_deref(msg);
}

/* Sends a reply of our own port to a socket, and reads it there. */
static void a_reply_without_state_is_sent(void **state)
{
    (void)state;
    struct loop *loop;
    struct signalling *signalling = signalling_of(&loop);
    struct sip_msg *msg = request_of("BYE", &request_rows[1]);
    const struct signal_reply reply = { .code = 200 };
    struct sockaddr_in at = { .sin_family = AF_INET };
    socklen_t length = sizeof(at);
    struct timeval patience = { .tv_sec = 5 };
    char bytes[1024] = "";
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    assert_int_equal(inet_pton(AF_INET, "127.0.0.5", &at.sin_addr), 1);
    assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &length), 0);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    sa_set_port(&msg->src, ntohs(at.sin_port));

    assert_int_equal(signal_reply_once(signalling, msg, &reply), 0);
    assert_true(recv(fd, bytes, sizeof(bytes) - 1, 0) > 0);
    assert_memory_equal(bytes, "SIP/2.0 200 OK\r\n", 16);

    close(fd);
    mem_deref(msg);
    signalling_free(signalling);
    loop_free(loop);
}

static void an_ack_gets_no_reply(void **state)
{
    (void)state;
    struct loop *loop;
    struct signalling *signalling = signalling_of(&loop);
    struct sip_msg *msg = request_of("ACK", &request_rows[0]);
    const struct signal_reply reply = { .code = 481 };

    /* Where nothing can be sent, nothing was tried. */
    msg->tp = SIP_TRANSP_TLS;
    assert_int_equal(signal_reply_once(signalling, msg, &reply), 0);
    mem_deref(msg);

    msg = request_of("BYE", &request_rows[0]);
    msg->tp = SIP_TRANSP_TLS;
    assert_true(signal_reply_once(signalling, msg, &reply) < 0);
    mem_deref(msg);
    signalling_free(signalling);
    loop_free(loop);
}

static void a_reply_that_cannot_be_sent_ends_the_transaction(void **state)
{
    (void)state;
    struct loop *loop;
    struct signalling *signalling = signalling_of(&loop);
    struct sip_msg *msg = request_of("INVITE", &request_rows[0]);
    const struct signal_reply reply = { .code = 180 };
    struct sip_strans *transaction = NULL;

    assert_int_equal(
        sip_strans_alloc(&transaction, signalling->sip, msg, NULL, NULL), 0);
    msg->tp = SIP_TRANSP_TLS;
    assert_true(signal_reply(signalling, msg, &reply, &transaction, NULL) < 0);
    assert_null(transaction);

    mem_deref(msg);
    signalling_free(signalling);
    loop_free(loop);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, writes_what_libre_writes, request_rows);
    TEST_LIST_ADD(&list, an_rport_with_a_value_is_told_anew);
    TEST_LIST_ADD_ROWS(&list, goes_where_libre_sends_it, request_rows);
    TEST_LIST_ADD(&list, a_reply_without_state_is_sent);
    TEST_LIST_ADD(&list, an_ack_gets_no_reply);
    TEST_LIST_ADD(&list, a_reply_that_cannot_be_sent_ends_the_transaction);
    return test_list_run(&list);
}
