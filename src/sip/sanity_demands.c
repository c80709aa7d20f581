/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Content: what a request wants of us that we do not give. */

#include "sip/sanity.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sip/libre.h"

static bool refuse(struct sanity_fault *fault, int code, const char *reason)
{
    fault->code = code;
    fault->reason = reason;
    return false;
}

static bool is_method(const struct sip_msg *msg, const char *method)
{
    return pl_strcmp(&msg->met, method) == 0;
}

/* Methods that end something must not fail for the sake of politeness. */
static bool is_ending(const struct sip_msg *msg)
{
    return is_method(msg, "ACK") || is_method(msg, "CANCEL") ||
           is_method(msg, "BYE");
}

/* "<", ">", quotes and blanks do not occur in a URI (RFC 3261, 25.1). */
static bool is_clean_uri(const struct pl *uri)
{
    for (size_t i = 0; i < uri->l; i++) {
        char c = uri->p[i];

        if (c <= ' ' || c == 0x7f || c == '<' || c == '>' || c == '"' ||
            c == '\\')
            return false;
    }

    return uri->l > 0 && uri->l <= SANITY_MAX_URI;
}

/* Behind the host comes a port or nothing of it: an address of IPv6 without
   brackets could end in either (RFC 3261, 19.1.1). */
static bool has_clear_port(const struct sip_msg *msg)
{
    const char *p = msg->uri.host.p;
    const char *end = msg->ruri.p + msg->ruri.l;

    if (p[-1] == '[' || *p == '[')
        p = memchr(p, ']', (size_t)(end - p));
    else
        p += msg->uri.host.l;
    if (!p)
        return false;
    if (p < end && *p == ']')
        p++;
    if (p == end || *p != ':')
        return true;
    do
        p++;
    while (p < end && *p >= '0' && *p <= '9');

    return p == end || strchr(";?/", *p);
}

static bool check_uri(const struct sip_msg *msg, struct sanity_fault *fault)
{
    if (msg->ruri.l > SANITY_MAX_URI)
        return refuse(fault, 414, "Request-URI Too Long");
    if (!is_clean_uri(&msg->ruri))
        return refuse(fault, 400, "Bad Request-URI");
    if (pl_strcasecmp(&msg->uri.scheme, "sip"))
        return refuse(fault, 416, "Unsupported URI Scheme");
    if (!has_clear_port(msg))
        return refuse(fault, 400, "Bad Host In Request-URI");
    if (pl_isset(&msg->uri.headers))
        return refuse(fault, 400, "Headers In Request-URI");

    return true;
}

struct unsupported {
    char *text;
    size_t size, length;
    bool any;
};

/* Session timers (RFC 4028), PRACK (RFC 3262), and nothing else. */
static bool is_supported(const struct pl *extension)
{
    return !pl_strcasecmp(extension, "timer") ||
           !pl_strcasecmp(extension, "100rel");
}

static bool list_extension(const struct sip_hdr *header,
                           const struct sip_msg *msg, void *arg)
{
    (void)msg;
    struct unsupported *list = arg;

    if (header->id == SIP_HDR_REQUIRE && is_supported(&header->val))
        return false;

    list->any = true;
    if (header->val.l > 32)
        return false;

    int n =
        snprintf(list->text + list->length, list->size - list->length, "%s%.*s",
                 list->length ? ", " : "", (int)header->val.l, header->val.p);
    if (n > 0 && (size_t)n < list->size - list->length)
        list->length += (size_t)n;

    return false;
}

static bool check_require(const struct sip_msg *msg, struct sanity_fault *fault)
{
    char names[160] = "";
    struct unsupported list = { .text = names, .size = sizeof(names) };

    if (is_ending(msg) || (!sip_msg_hdr(msg, SIP_HDR_REQUIRE) &&
                           !sip_msg_hdr(msg, SIP_HDR_PROXY_REQUIRE)))
        return true;

    sip_msg_hdr_apply(msg, true, SIP_HDR_REQUIRE, list_extension, &list);
    sip_msg_hdr_apply(msg, true, SIP_HDR_PROXY_REQUIRE, list_extension, &list);
    if (!list.any)
        return true;

    names[list.length] = '\0';
    snprintf(fault->headers, sizeof(fault->headers), "Unsupported: %s\r\n",
             names);
    return refuse(fault, 420, "Bad Extension");
}

static bool has_type(const struct sip_msg *msg, const char *type,
                     const char *subtype)
{
    return pl_strcasecmp(&msg->ctyp.type, type) == 0 &&
           (!subtype || pl_strcasecmp(&msg->ctyp.subtype, subtype) == 0);
}

static bool check_type(const struct sip_msg *msg, struct sanity_fault *fault)
{
    const struct sip_hdr *encoding = sip_msg_hdr(msg, SIP_HDR_CONTENT_ENCODING);

    if (is_ending(msg) || mbuf_get_left(msg->mb) == 0)
        return true;

    if (encoding && pl_strcasecmp(&encoding->val, "identity")) {
        snprintf(fault->headers, sizeof(fault->headers),
                 "Accept-Encoding: identity\r\n");
        return refuse(fault, 415, "Unsupported Encoding");
    }
    if ((is_method(msg, "INVITE") || is_method(msg, "UPDATE") ||
         is_method(msg, "PRACK")) &&
        !has_type(msg, "application", "sdp")) {
        snprintf(fault->headers, sizeof(fault->headers),
                 "Accept: application/sdp\r\n");
        return refuse(fault, 415, "Unsupported Media Type");
    }
    if (is_method(msg, "INFO") && !has_type(msg, "application", "dtmf-relay") &&
        !has_type(msg, "application", "dtmf")) {
        snprintf(fault->headers, sizeof(fault->headers),
                 "Accept: application/dtmf-relay, application/dtmf\r\n");
        return refuse(fault, 415, "Unsupported Media Type");
    }

    return true;
}

static bool takes_sdp(const struct sip_hdr *header, const struct sip_msg *msg,
                      void *arg)
{
    (void)msg;
    (void)arg;
    struct pl type = header->val;
    const char *parameters = pl_strchr(&type, ';');

    if (parameters)
        type.l = (size_t)(parameters - type.p);
    while (type.l && (type.p[type.l - 1] == ' ' || type.p[type.l - 1] == '\t'))
        type.l--;

    return !pl_strcasecmp(&type, "application/sdp") ||
           !pl_strcasecmp(&type, "application/*") ||
           !pl_strcasecmp(&type, "*/*");
}

static bool check_accept(const struct sip_msg *msg, struct sanity_fault *fault)
{
    if (!is_method(msg, "INVITE") || !sip_msg_hdr(msg, SIP_HDR_ACCEPT) ||
        sip_msg_hdr_apply(msg, true, SIP_HDR_ACCEPT, takes_sdp, NULL))
        return true;

    return refuse(fault, 406, "Not Acceptable");
}

/* Only a call may go on from here, and come back; all else has arrived. */
static bool check_hops(const struct sip_msg *msg, struct sanity_fault *fault)
{
    if (!is_method(msg, "INVITE") || !pl_isset(&msg->maxfwd) ||
        pl_u32(&msg->maxfwd) > 0)
        return true;

    return refuse(fault, 483, "Too Many Hops");
}

/* A dialog needs exactly one place to send the next request to. */
static bool check_contact(const struct sip_msg *msg, struct sanity_fault *fault)
{
    const struct sip_hdr *contact = sip_msg_hdr(msg, SIP_HDR_CONTACT);

    if (!is_method(msg, "INVITE"))
        return true;
    if (sip_msg_hdr_count(msg, SIP_HDR_CONTACT) != 1 ||
        pl_strcmp(&contact->val, "*") == 0)
        return refuse(fault, 400, "Need One Contact");

    return true;
}

bool sanity_check_demands(const struct sip_msg *msg,
                          struct sanity_fault *ret_fault)
{
    assert(msg && ret_fault);

    return check_uri(msg, ret_fault) && check_hops(msg, ret_fault) &&
           check_require(msg, ret_fault) && check_contact(msg, ret_fault) &&
           check_type(msg, ret_fault) && check_accept(msg, ret_fault);
}
