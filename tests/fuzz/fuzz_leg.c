/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A script of what a trunk sends, what we do and how time passes, into legs. */

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/leg_house.h"

/*
 * Each step is a letter and an argument, a character from '0' on, whose bits
 * choose. The stack is the real one with a socket of its own on loopback; what
 * it sends is read to make what fits it, or what does not. Time is the script's
 * alone: the stack's clock and the library's.
 */
enum {
    MAX_STEPS = 100,
    SETTLE_TURNS = 16,
    SETTLE_US = 10000000,
};

/* What an argument says, in a request of the trunk. */
enum {
    ARG_WHICH = 3,  /* dialog, leg or request: of the last four */
    ARG_SDP = 4,    /* an offer or an answer goes with it */
    ARG_AGAIN = 8,  /* the CSeq and branch of the last one */
    ARG_WRONG = 16, /* another tag than ours */
    ARG_MORE = 32,  /* what the method may ask for besides */
};

/* What the trunk sends. */

static void send_out(char *message)
{
    size_t length = strlen(message);

    if (house.damaged >= 0 && length > 0)
        message[(size_t)house.damaged * 11 % length] ^= 0x15;
    house.damaged = -1;
    (void)sendto(house.fd, message, length, 0, (struct sockaddr *)&house.stack,
                 sizeof(struct sockaddr_in));
    house_turn();
    house_hear();
}

static const char *sdp(int arg)
{
    if (!(arg & ARG_SDP))
        return "";
    return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\n"
           "t=0 0\r\nm=audio 40000 RTP/AVP 8 0 101\r\n"
           "a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n";
}

static const char *type_of(const char *body)
{
    return body[0] ? "Content-Type: application/sdp\r\n" : "";
}

static void send_request(struct dialog *dialog, const char *method, int arg,
                         const char *more)
{
    char message[MESSAGE];
    const char *body = sdp(arg);
    bool is_of_invite =
        strcmp(method, "ACK") == 0 || strcmp(method, "CANCEL") == 0;

    if (!is_of_invite && !(arg & ARG_AGAIN)) {
        dialog->cseq++;
        dialog->branch = house.made++;
    }
    if (strcmp(method, "INVITE") == 0) {
        dialog->invite_cseq = dialog->cseq;
        dialog->invite_branch = dialog->branch;
    }
    (void)snprintf(
        message, sizeof(message),
        "%s sip:100@127.0.0.1:%u SIP/2.0\r\n"
        "Via: SIP/2.0/UDP 127.0.0.1:%u;branch=z9hG4bK%u;rport\r\n"
        "Max-Forwards: 70\r\nFrom: %s\r\nTo: %s%s\r\nCall-ID: %s\r\n"
        "CSeq: %u %s\r\nContact: <sip:trunk@127.0.0.1:%u>\r\n%s%s"
        "Content-Length: %zu\r\n\r\n%s",
        method, ntohs(((struct sockaddr_in *)&house.stack)->sin_port),
        ntohs(house.own.sin_port),
        is_of_invite ? dialog->invite_branch : dialog->branch, dialog->ours,
        dialog->theirs, arg & ARG_WRONG ? "x" : "", dialog->call_id,
        is_of_invite ? dialog->invite_cseq : dialog->cseq, method,
        ntohs(house.own.sin_port), more, type_of(body), strlen(body), body);
    send_out(message);
}

static struct dialog *dialog_at(int arg)
{
    size_t back = (size_t)(arg & ARG_WHICH);

    if (back >= house.dialog_count)
        return NULL;
    return &house.dialogs[(house.dialog_count - 1 - back) % MAX_DIALOGS];
}

static void call_in(int arg)
{
    static const char *const callers[] = {
        "<sip:1@127.0.0.1>", "\"A \\\"B\\\" <C>\" <sip:%22%0d%0a@127.0.0.1>",
        "J\xc3\xb6rg <sip:+49%3b1;x=y@127.0.0.1>",
        "\"\x1b[2J\xff\" <sip:a%00b@127.0.0.1>"
    };
    struct dialog *dialog = house_dialog_new();

    (void)snprintf(dialog->call_id, HEADER, "call-%u", house.made++);
    (void)snprintf(dialog->ours, HEADER, "%s;tag=trunk",
                   callers[arg / ARG_AGAIN & 3]);
    (void)snprintf(dialog->theirs, HEADER, "<sip:100@127.0.0.1>");
    send_request(dialog, "INVITE", arg & ARG_SDP,
                 arg & ARG_MORE ? "Require: 100rel\r\n" : "");
}

/* A request within a dialog, with what its method wants. */
static void ask_within(char letter, int arg)
{
    static const char *const methods[] = {
        ['A'] = "ACK",    ['B'] = "BYE",    ['C'] = "CANCEL",
        ['V'] = "INVITE", ['U'] = "UPDATE", ['K'] = "PRACK",
        ['N'] = "INFO",   ['F'] = "REFER",  ['O'] = "OPTIONS"
    };
    struct dialog *dialog = dialog_at(arg);
    char more[HEADER] = "";

    if (!dialog)
        return;
    if (letter == 'K')
        (void)snprintf(more, sizeof(more), "RAck: %s %u INVITE\r\n",
                       dialog->rseq[0] ? dialog->rseq : "1",
                       dialog->invite_cseq + !!(arg & ARG_MORE));
    else if (letter == 'F')
        (void)snprintf(more, sizeof(more), "Refer-To: <sip:%s@127.0.0.1>\r\n",
                       arg & ARG_MORE ? "200?Replaces=x%3Bto-tag%3D1%3B"
                                        "from-tag%3D2"
                                      : "200");
    else if ((letter == 'V' || letter == 'U') && (arg & ARG_MORE))
        (void)snprintf(more, sizeof(more),
                       "Supported: timer\r\n"
                       "Session-Expires: 90;refresher=uas"
                       "\r\n");
    send_request(dialog, methods[(unsigned char)letter], arg, more);
}

/* An answer to one of the stack's last requests, by its letter from '0' on. */
static void answer_asked(char letter, int arg)
{
    static const int codes[] = { 100, 180, 183, 200, 202, 302, 401, 404,
                                 422, 481, 486, 488, 491, 500, 503, 603 };
    char message[MESSAGE];
    char via[HEADER], from[HEADER], to[HEADER], call_id[HEADER], cseq[HEADER];
    size_t back = (size_t)(arg & ARG_WHICH);
    int code = codes[letter & 15];
    const char *body = sdp(arg);

    if (back >= house.asked_count)
        return;

    const char *asked = house.asked[(house.asked_count - 1 - back) % MAX_ASKED];

    house_find_line(asked, "Via", via, sizeof(via));
    house_find_line(asked, "From", from, sizeof(from));
    house_find_line(asked, "To", to, sizeof(to));
    house_find_line(asked, "Call-ID", call_id, sizeof(call_id));
    house_find_line(asked, "CSeq", cseq, sizeof(cseq));
    (void)snprintf(message, sizeof(message),
                   "SIP/2.0 %d Code\r\nVia: %s\r\nFrom: %s\r\nTo: %s%s%s\r\n"
                   "Call-ID: %s\r\nCSeq: %s\r\n"
                   "Contact: <sip:trunk@127.0.0.1:%u>\r\n%s%s"
                   "Content-Length: %zu\r\n\r\n%s",
                   code, via, from, to, strstr(to, ";tag=") ? "" : ";tag=trunk",
                   arg & ARG_WRONG ? "2" : "", call_id, cseq,
                   ntohs(house.own.sin_port),
                   arg & ARG_MORE ? "Require: 100rel\r\nRSeq: 7\r\n" : "",
                   type_of(body), strlen(body), body);
    send_out(message);
}

/* What we do. */

static struct media_description local_media(int arg)
{
    struct media_description media = {
        .formats = { { MEDIA_PCMA, 8 }, { MEDIA_PCMU, 0 } },
        .format_count = 2,
        .event_type = 101,
        .event_clock_hz = 8000,
        .ptime_ms = 20,
        .direction = arg & ARG_MORE ? MEDIA_SENDS : MEDIA_BOTH_WAYS,
    };

    memcpy(&media.rtp, &house.own, sizeof(house.own));
    ((struct sockaddr_in *)&media.rtp)->sin_port = htons(30000);
    return media;
}

static void dial(int arg)
{
    struct leg_target target;
    struct media_description local = local_media(arg);
    const struct leg_call call = {
        .id = house.next_id++,
        .target = &target,
        .caller = house.caller,
        .caller_name = house.caller_name,
        .local = &local,
    };
    struct leg *leg;

    CLAIM(leg_target_trunk(house.signalling, TRUNK, "200", &target) == 0);
    if (house.leg_count < MAX_LEGS &&
        leg_dial(house.signalling, &call, &leg) == 0)
        house_take_in(leg);
}

static void do_to(struct leg *leg, char letter, int arg)
{
    struct media_description local = local_media(arg);

    switch (letter) {
    case 'p':
        (void)leg_progress(leg, arg & ARG_WRONG ? 183 : 180,
                           arg & ARG_SDP ? &local : NULL);
        break;
    case 'w':
        (void)leg_answer(leg, &local);
        break;
    case 'r':
        (void)leg_reject(leg, 486, NULL, NULL);
        break;
    case 'h':
        leg_hang_up(leg, LEG_WHY_NORMAL);
        break;
    case 'o':
        (void)leg_reoffer(leg, &local);
        break;
    case 't':
        (void)leg_talk(leg);
        break;
    default:
        (void)leg_refer_result(leg, arg & ARG_SDP ? 100 : 200);
        break;
    }
}

static void act(char letter, int arg)
{
    size_t back = (size_t)(arg & ARG_WHICH);

    house.is_inside = true;
    if (letter == 'd')
        dial(arg);
    else if (back < house.leg_count)
        do_to(house.legs[house.leg_count - 1 - back], letter, arg);
    house.is_inside = false;
    house_turn();
    house_hear();
}

static void pass(int64_t us)
{
    house_now_us += us;
    house_turn();
    house_hear();
}

static void step(char letter, int arg)
{
    static const int64_t spans_ms[] = { 10,   100,   500,   1000,
                                        4000, 32000, 90000, 1800000 };

    static const char letters[] = "IT!ABCVUKNFOdpwrhotf0123456789:;<=>?";

    if (!letter || !strchr(letters, letter))
        letter = letters[(unsigned char)letter % strlen(letters)];
    if (letter >= '0' && letter <= '?')
        answer_asked(letter, arg);
    else if (letter == 'I')
        call_in(arg);
    else if (letter == 'T')
        pass(1000 * spans_ms[arg & 7]);
    else if (letter == '!')
        house.damaged = arg;
    else if (strchr("ABCVUKNFO", letter))
        ask_within(letter, arg);
    else
        act(letter, arg);
}

static int append(const char *p, size_t size, void *arg)
{
    return mbuf_write_mem(arg, (const uint8_t *)p, size);
}

#define NOTHING_LEFT "client transactions:\nserver transactions:"

/* The library says what it has. */
static void claim_no_transaction(void)
{
    struct mbuf *text = mbuf_alloc(MESSAGE);
    struct re_printf printf = { append, text };

    CLAIM(text && sip_debug(&printf, house.signalling->sip) == 0);
    CLAIM(mbuf_write_u8(text, 0) == 0);
    /* As a heading and what stands beneath: nothing does. */
    const char *left = strstr((const char *)text->buf, "client transactions:");

    CLAIM(left && strncmp(left, NOTHING_LEFT, strlen(NOTHING_LEFT)) == 0);
    CLAIM(strspn(left + strlen(NOTHING_LEFT), "\n") ==
          strlen(left + strlen(NOTHING_LEFT)));
    mem_deref(text);
}

/* All hang up, and time passes until the last has had its last answer. */
static void settle(void)
{
    struct signalling_stats stats;

    house.damaged = -1;
    for (size_t i = house.leg_count; i > 0; i--)
        leg_hang_up(house.legs[i - 1], LEG_WHY_NORMAL);
    for (int i = 0; i < SETTLE_TURNS; i++)
        pass(SETTLE_US);

    CLAIM(house.leg_count == 0 && house.up_count == 0);
    CLAIM(signalling_is_quiet(house.signalling));
    signalling_read_stats(house.signalling, &stats);
    CLAIM(stats.legs == 0);
    claim_no_transaction();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!house.loop)
        house_open();

    memset(house.dialogs, 0, sizeof(house.dialogs));
    house.dialog_count = house.asked_count = 0;
    house.damaged = -1;
    (void)snprintf(house.caller, sizeof(house.caller), "1");
    house.caller_name[0] = '\0';
    for (size_t i = 0; i + 1 < size && i < 2 * (size_t)MAX_STEPS; i += 2)
        step((char)data[i], (data[i + 1] - '0') & 63);
    settle();
    return 0;
}
