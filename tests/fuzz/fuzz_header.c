/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a peer writes into Replaces, Refer-To and the headers of a session's
   length, read against a dialog that is there. */

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>

#include "sip/leg_inside.h"
#include "sip/sanity.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/leg_house.h"

/*
 * The first character says what the rest is: R a value of Replaces, U the
 * headers of a URI that may have one, T a value of Refer-To, S and others the
 * lines of a message. In R and U three characters stand for what nobody can
 * guess: '#' for the dialog's Call-ID, '@' for our tag, '$' for the peer's.
 */
enum { OWNER = 7, SETTLE_TURNS = 16, SETTLE_US = 10000000 };

/* A dialog: a call of the trunk's that was answered. */

static void send_out(const char *message)
{
    (void)sendto(house.fd, message, strlen(message), 0,
                 (struct sockaddr *)&house.stack, sizeof(struct sockaddr_in));
    house_turn();
    house_hear();
}

static void send_request(const struct dialog *dialog, const char *method,
                         const char *headers)
{
    static const char offer[] =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\n"
        "t=0 0\r\nm=audio 40000 RTP/AVP 8\r\n";
    const char *body = strcmp(method, "INVITE") == 0 ? offer : "";
    char message[MESSAGE];

    (void)snprintf(message, sizeof(message),
                   "%s sip:100@127.0.0.1 SIP/2.0\r\n"
                   "Via: SIP/2.0/UDP 127.0.0.1:%u;branch=z9hG4bK%u%s;rport\r\n"
                   "Max-Forwards: 70\r\nFrom: %s\r\nTo: %s\r\nCall-ID: %s\r\n"
                   "CSeq: %u %s\r\nContact: <sip:trunk@127.0.0.1:%u>\r\n%s"
                   "%sContent-Length: %zu\r\n\r\n%s",
                   method, ntohs(house.own.sin_port), dialog->branch, method,
                   dialog->ours, dialog->theirs, dialog->call_id, dialog->cseq,
                   method, ntohs(house.own.sin_port), headers,
                   body[0] ? "Content-Type: application/sdp\r\n" : "",
                   strlen(body), body);
    send_out(message);
}

static struct leg *call_in(void)
{
    struct dialog *dialog = house_dialog_new();
    struct media_description local = {
        .formats = { { MEDIA_PCMA, 8 } },
        .format_count = 1,
        .ptime_ms = 20,
        .direction = MEDIA_BOTH_WAYS,
    };

    memcpy(&local.rtp, &house.own, sizeof(house.own));
    (void)snprintf(dialog->call_id, HEADER, "header-%u", house.made++);
    (void)snprintf(dialog->ours, HEADER, "<sip:1@127.0.0.1>;tag=trunk");
    (void)snprintf(dialog->theirs, HEADER, "<sip:100@127.0.0.1>");
    dialog->branch = house.made++;
    send_request(dialog, "INVITE", "");
    CLAIM(house.leg_count == 1);
    CLAIM(leg_answer(house.legs[0], &local) == 0);
    house_turn();
    house_hear();
    send_request(dialog, "ACK", "");
    CLAIM(house.leg_count == 1 && house.legs[0]->state == LEG_CONFIRMED);
    return house.legs[0];
}

static void settle(void)
{
    for (size_t i = house.leg_count; i > 0; i--)
        leg_hang_up(house.legs[i - 1], LEG_WHY_NORMAL);
    for (int i = 0; i < SETTLE_TURNS; i++) {
        house_now_us += SETTLE_US;
        house_turn();
        house_hear();
    }
    CLAIM(house.leg_count == 0 && house.up_count == 0);
}

/* Replaces. */

static char *with_names(const uint8_t *data, size_t size, const struct leg *leg)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);

    CLAIM(file);
    for (size_t i = 0; i < size; i++)
        if (data[i] == '#')
            fputs(leg->dialog.call_id, file);
        else if (data[i] == '@')
            fputs(leg->dialog.local_tag, file);
        else if (data[i] == '$')
            fputs(leg->dialog.remote_tag, file);
        else
            fputc(data[i], file);
    fclose(file);
    return text;
}

static void claim_found(const char *text, const struct leg *leg,
                        const struct leg *found)
{
    CLAIM(found == leg);
    CLAIM(strstr(text, leg->dialog.local_tag) || strchr(text, '%'));
    CLAIM(strstr(text, leg->dialog.call_id) || strchr(text, '%'));
}

static void read_replaces(const uint8_t *data, size_t size, struct leg *leg,
                          bool is_uri)
{
    int (*read)(const struct signalling *, const struct pl *, uint64_t,
                struct leg **) = is_uri ? leg_replaces_in_uri : leg_replaces;
    char *text = with_names(data, size, leg);
    const struct pl value = { text, strlen(text) };
    struct leg *found = NULL, *stolen = NULL;

    leg->device_id = OWNER;
    int code = read(house.signalling, &value, OWNER, &found);
    int others = read(house.signalling, &value, OWNER + 1, &stolen);
    int nobodys = read(house.signalling, &value, 0, &stolen);

    leg->device_id = 0;
    CLAIM(code == 0 || code == 400 || code == 481 || code == 486 ||
          (is_uri && code == 603));
    CLAIM(others == nobodys && !stolen);
    CLAIM(others == (code == 0 || code == 486 ? 403 : code));
    if (code == 0)
        claim_found(text, leg, found);
    else
        CLAIM(!found);
    free(text);
}

/* Refer-To, as a request of the dialog's. */

static void refer(const uint8_t *data, size_t size, struct leg *leg)
{
    struct dialog *dialog = &house.dialogs[0];
    char headers[1024];

    if (size > 900)
        size = 900;
    (void)snprintf(headers, sizeof(headers), "Refer-To: %.*s\r\n", (int)size,
                   (const char *)data);
    dialog->cseq++;
    dialog->branch = house.made++;
    send_request(dialog, "REFER", headers);
    if (house.leg_count == 1 && leg->refer_pending)
        CLAIM(leg_refer_result(leg, 200) == 0 && !leg->refer_pending);
}

/* How long a session is. */

static struct sip_msg *read_message(const uint8_t *data, size_t size,
                                    const char *first)
{
    struct mbuf *mb = mbuf_alloc(size + 512);
    struct sip_msg *msg = NULL;

    CLAIM(mb);
    CLAIM(mbuf_printf(mb,
                      "%s\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1\r\n"
                      "From: <sip:1@127.0.0.1>;tag=1\r\n"
                      "To: <sip:2@127.0.0.1>;tag=2\r\nCall-ID: a\r\n"
                      "CSeq: 1 INVITE\r\n%b\r\n\r\n",
                      first, data, size) == 0);
    mb->pos = 0;
    if (sip_msg_decode(&msg, mb) != 0)
        msg = NULL;
    mem_deref(mb);
    return msg;
}

static void claim_session(const struct leg *leg)
{
    const struct leg_session *session = &leg->session;
    const struct signalling_settings *settings = &leg->signalling->settings;

    CLAIM(session->interval_s <= 86400 && session->min_s <= 86400);
    CLAIM(session->interval_s == 0 ||
          session->interval_s >= settings->min_session_s);
}

static void negotiate(const uint8_t *data, size_t size, struct leg *leg)
{
    struct sip_msg *request =
        read_message(data, size, "INVITE sip:2@127.0.0.1 SIP/2.0");
    struct sip_msg *response = read_message(data, size, "SIP/2.0 200 OK");
    struct sip_msg *refusal = read_message(data, size, "SIP/2.0 422 Short");

    if (request) {
        leg_session_take(leg, request);
        claim_session(leg);
        CLAIM(leg->session.interval_s == 0 ||
              leg->session.interval_s >= leg->session.min_s);
        if (leg_session_is_short(leg->signalling, request))
            CLAIM(sip_msg_hdr(request, SIP_HDR_SESSION_EXPIRES));
    }
    if (response) {
        leg_session_learn(leg, response);
        claim_session(leg);
        CLAIM(leg->session.interval_s == 0 ||
              sip_msg_hdr(response, SIP_HDR_SESSION_EXPIRES));
    }
    if (refusal && leg_session_lengthen(leg, refusal)) {
        claim_session(leg);
        CLAIM(leg->session.interval_s >= leg->session.min_s);
    }
    mem_deref(request);
    mem_deref(response);
    mem_deref(refusal);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t kind = fuzz_choice(&data, &size);

    if (!house.loop)
        house_open();
    memset(house.dialogs, 0, sizeof(house.dialogs));
    house.dialog_count = house.asked_count = 0;

    struct leg *leg = call_in();

    if (kind == 'R' || kind == 'U')
        read_replaces(data, size, leg, kind == 'U');
    else if (kind == 'T')
        refer(data, size, leg);
    else
        negotiate(data, size, leg);
    settle();
    return 0;
}
