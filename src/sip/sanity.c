/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Form: what every request and every response must have, and in which shape. */

#include "sip/sanity.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "sip/libre.h"

static bool bad(struct sanity_fault *fault, const char *reason)
{
    fault->code = 400;
    fault->reason = reason;
    return false;
}

/* Of a folded line its end, too. */
static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_token(const struct pl *pl)
{
    static const char others[] = "-.!%*_+`'~";

    for (size_t i = 0; i < pl->l; i++) {
        char c = pl->p[i];
        bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9');

        if (!alphanumeric && (c == '\0' || !strchr(others, c)))
            return false;
    }

    return pl->l > 0;
}

static bool is_digits(const struct pl *pl, size_t max_digits)
{
    for (size_t i = 0; i < pl->l; i++)
        if (pl->p[i] < '0' || pl->p[i] > '9')
            return false;

    return pl->l > 0 && pl->l <= max_digits;
}

/* Visible characters only: what is copied into other messages. */
static bool is_word(const struct pl *pl, size_t max)
{
    for (size_t i = 0; i < pl->l; i++)
        if (pl->p[i] <= ' ' || pl->p[i] == 0x7f)
            return false;

    return pl->l > 0 && pl->l <= max;
}

/* No line may end inside a value but to be folded (RFC 3261, 7.3.1). */
static bool folds_well(const struct pl *value)
{
    for (size_t i = 0; i < value->l; i++) {
        if (value->p[i] != '\n' && value->p[i] != '\r')
            continue;
        if (value->p[i] == '\r' && i + 1 < value->l && value->p[i + 1] == '\n')
            continue;
        if (i + 1 == value->l ||
            (value->p[i + 1] != ' ' && value->p[i + 1] != '\t'))
            return false;
    }

    return true;
}

static bool check_headers(const struct sip_msg *msg, struct sanity_fault *fault)
{
    size_t count = 0;

    for (struct le *le = list_head(&msg->hdrl); le; le = le->next) {
        const struct sip_hdr *header = le->data;

        if (++count > SANITY_MAX_HEADERS)
            return bad(fault, "Too Many Headers");
        if (!is_token(&header->name))
            return bad(fault, "Bad Header Name");
        if (header->val.l > SANITY_MAX_VALUE)
            return bad(fault, "Header Too Long");
        if (!folds_well(&header->val))
            return bad(fault, "Bad Line Folding");
    }

    if (sip_msg_hdr_count(msg, SIP_HDR_VIA) > SANITY_MAX_VIAS)
        return bad(fault, "Too Many Vias");
    if (sip_msg_hdr_count(msg, SIP_HDR_RECORD_ROUTE) > SANITY_MAX_ROUTES ||
        sip_msg_hdr_count(msg, SIP_HDR_ROUTE) > SANITY_MAX_ROUTES)
        return bad(fault, "Too Many Routes");

    return true;
}

/* A response copies the CSeq; without one nobody could read it. */
static void make_up_cseq(const struct sip_msg *msg, struct sanity_fault *fault)
{
    if (msg->req && msg->met.l <= 32)
        snprintf(fault->headers, sizeof(fault->headers), "CSeq: 0 %.*s\r\n",
                 (int)msg->met.l, msg->met.p);
}

static bool check_single(const struct sip_msg *msg, struct sanity_fault *fault)
{
    static const struct {
        enum sip_hdrid id;
        bool needed;
        const char *reason;
    } rules[] = {
        { SIP_HDR_CALL_ID, true, "Need One Call-ID" },
        { SIP_HDR_FROM, true, "Need One From" },
        { SIP_HDR_TO, true, "Need One To" },
        { SIP_HDR_CSEQ, true, "Need One CSeq" },
        { SIP_HDR_CONTENT_LENGTH, false, "Many Content-Lengths" },
        { SIP_HDR_CONTENT_TYPE, false, "Many Content-Types" },
        { SIP_HDR_MAX_FORWARDS, false, "Many Max-Forwards" },
        { SIP_HDR_EXPIRES, false, "Many Expires" },
        { SIP_HDR_DATE, false, "Many Dates" },
    };

    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        uint32_t count = sip_msg_hdr_count(msg, rules[i].id);

        if (count == 1 || (count == 0 && !rules[i].needed))
            continue;
        if (rules[i].id == SIP_HDR_CSEQ && count == 0)
            make_up_cseq(msg, fault);
        fault->is_endless = rules[i].id == SIP_HDR_CONTENT_LENGTH;
        return bad(fault, rules[i].reason);
    }

    return true;
}

/* "4711 INVITE": digits below 2^31 and the method of the request. */
static bool check_cseq(const struct sip_msg *msg, struct sanity_fault *fault)
{
    const struct pl *value = &sip_msg_hdr(msg, SIP_HDR_CSEQ)->val;
    struct pl number = { .p = value->p, .l = 0 };

    while (number.l < value->l && !is_blank(number.p[number.l]))
        number.l++;

    if (!is_digits(&number, 10) || pl_u64(&number) > INT32_MAX)
        return bad(fault, "Bad CSeq Number");

    struct pl method = { .p = number.p + number.l, .l = value->l - number.l };

    while (method.l && is_blank(*method.p))
        pl_advance(&method, 1);
    if (pl_cmp(&method, &msg->met))
        return bad(fault, "CSeq Method Mismatch");

    return true;
}

static bool quotes_balance(const struct pl *value)
{
    bool open = false;

    for (size_t i = 0; i < value->l; i++) {
        if (open && value->p[i] == '\\')
            i++;
        else if (value->p[i] == '"')
            open = !open;
    }

    return !open;
}

/*
 * "Name" <sip:user@host;p>;tag=x. A URI with blanks inside its brackets is
 * none, and one with '?' needs them; a name with a comma needs quotes (RFC 3261,
 * 20.10).
 */
static bool is_address(const struct pl *value, const struct pl *uri)
{
    struct pl name = { value->p, (size_t)(uri->p - value->p) };

    if (!quotes_balance(value) || !is_word(uri, SANITY_MAX_URI))
        return false;
    if (name.l == 0 || uri->p[-1] != '<')
        return !pl_strchr(value, '?') && !pl_strchr(value, ',');

    return pl_strchr(&name, '"') || !pl_strchr(&name, ',');
}

/* With brackets there is nothing to take off: a blank in them is a fault. */
static void trim_uri(const struct pl *value, struct pl *uri)
{
    while (!pl_strchr(value, '<') && uri->l > 0 && is_blank(uri->p[uri->l - 1]))
        uri->l--;
}

/* libre takes the last of the words of a name without quotes. */
static void take_all_words(const struct pl *value, const struct pl *uri,
                           struct pl *name)
{
    struct pl words = { value->p, (size_t)(uri->p - value->p) };

    if (words.l == 0 || uri->p[-1] != '<' || pl_strchr(&words, '"'))
        return;

    words.l--;
    while (words.l > 0 && is_blank(words.p[words.l - 1]))
        words.l--;
    *name = words;
}

bool sanity_read_address(const struct pl *value, struct sip_addr *ret_address)
{
    assert(value && ret_address);

    if (sip_addr_decode(ret_address, value))
        return false;

    trim_uri(value, &ret_address->auri);
    take_all_words(value, &ret_address->auri, &ret_address->dname);
    return true;
}

static bool not_an_address(const struct sip_hdr *header,
                           const struct sip_msg *msg, void *arg)
{
    (void)msg;
    (void)arg;
    struct sip_addr address;

    if (pl_strcmp(&header->val, "*") == 0)
        return false;
    return !sanity_read_address(&header->val, &address) ||
           !is_address(&header->val, &address.auri);
}

static bool check_parties(const struct sip_msg *msg, struct sanity_fault *fault)
{
    if (!is_word(&msg->callid, SANITY_MAX_CALL_ID))
        return bad(fault, "Bad Call-ID");
    if (!is_address(&msg->from.val, &msg->from.auri) ||
        !is_word(&msg->from.tag, SANITY_MAX_TAG))
        return bad(fault, "Bad From");
    if (!is_address(&msg->to.val, &msg->to.auri) ||
        msg->to.tag.l > SANITY_MAX_TAG ||
        (pl_isset(&msg->to.tag) && !is_word(&msg->to.tag, SANITY_MAX_TAG)))
        return bad(fault, "Bad To");
    if (sip_msg_hdr_apply(msg, true, SIP_HDR_CONTACT, not_an_address, NULL))
        return bad(fault, "Bad Contact");
    if (!is_word(&msg->via.sentby, SANITY_MAX_URI) ||
        !is_word(&msg->via.branch, SANITY_MAX_URI))
        return bad(fault, "Bad Via");

    return true;
}

static bool ends_with(const struct pl *value, const char *end)
{
    size_t length = strlen(end);

    return value->l >= length &&
           memcmp(value->p + value->l - length, end, length) == 0;
}

static bool check_numbers(const struct sip_msg *msg, struct sanity_fault *fault)
{
    const struct sip_hdr *date = sip_msg_hdr(msg, SIP_HDR_DATE);

    if (pl_isset(&msg->maxfwd) &&
        (!is_digits(&msg->maxfwd, 9) || pl_u32(&msg->maxfwd) > 255))
        return bad(fault, "Bad Max-Forwards");
    if (pl_isset(&msg->expires) &&
        (!is_digits(&msg->expires, 10) || pl_u64(&msg->expires) > UINT32_MAX))
        return bad(fault, "Bad Expires");
    if (date && !ends_with(&date->val, " GMT"))
        return bad(fault, "Bad Date");

    return true;
}

/* On UDP the rest of the datagram is no longer body than it says. */
static bool check_length(struct sip_msg *msg, struct sanity_fault *fault)
{
    size_t body = mbuf_get_left(msg->mb);

    if (!sip_msg_hdr(msg, SIP_HDR_CONTENT_LENGTH))
        return true;
    if (!is_digits(&msg->clen, 6)) {
        fault->is_endless = true;
        return bad(fault, "Bad Content-Length");
    }
    if (pl_u32(&msg->clen) > body)
        return bad(fault, "Content-Length Too Large");

    msg->mb->end = msg->mb->pos + pl_u32(&msg->clen);
    return true;
}

/* A glance that spares most messages a search with a pattern. */
static bool may_hold(const struct pl *text, const char *word)
{
    size_t length = strlen(word);

    for (size_t i = 0; i + length <= text->l; i++)
        if (strncasecmp(text->p + i, word, length) == 0)
            return true;

    return false;
}

/* Replies would go to whom the sender names: a way to shoot at others. */
static bool check_reply_address(const struct sip_msg *msg)
{
    struct pl address;

    return !may_hold(&msg->via.params, "maddr") ||
           msg_param_decode(&msg->via.params, "maddr", &address) != 0;
}

bool sanity_check_request(struct sip_msg *msg, struct sanity_fault *ret_fault)
{
    assert(msg && msg->req && ret_fault);

    *ret_fault = (struct sanity_fault){ 0 };

    if (!check_reply_address(msg))
        return false;
    if (msg->mb->end > SANITY_MAX_BYTES) {
        ret_fault->code = 513;
        ret_fault->reason = "Message Too Large";
        return false;
    }
    if (!is_token(&msg->met))
        return bad(ret_fault, "Bad Method");

    trim_uri(&msg->from.val, &msg->from.auri);
    take_all_words(&msg->from.val, &msg->from.auri, &msg->from.dname);
    trim_uri(&msg->to.val, &msg->to.auri);

    return check_headers(msg, ret_fault) && check_single(msg, ret_fault) &&
           check_cseq(msg, ret_fault) && check_parties(msg, ret_fault) &&
           check_numbers(msg, ret_fault) && check_length(msg, ret_fault) &&
           sanity_check_demands(msg, ret_fault);
}

/* The status as it was written: libre keeps its last 16 bits only. */
static bool has_status(const struct sip_msg *msg)
{
    const char *p = msg->ver.p + msg->ver.l;
    struct pl code;

    while (*p == ' ')
        p++;
    code.p = p;
    code.l = (size_t)(msg->reason.p - p);
    while (code.l && code.p[code.l - 1] == ' ')
        code.l--;

    return is_digits(&code, 3) && code.l == 3 && msg->scode >= 100 &&
           msg->scode <= 699;
}

bool sanity_check_response(const struct sip_msg *msg)
{
    assert(msg && !msg->req);

    struct sanity_fault fault;

    return msg->mb->end <= SANITY_MAX_BYTES && has_status(msg) &&
           check_headers(msg, &fault) && check_single(msg, &fault) &&
           msg->cseq.num <= INT32_MAX && check_parties(msg, &fault);
}
