/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What peers say in SDP: understood, refused, and answered. */

#include "sip/media_sdp.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "base/base64.h"
#include "tests/test.h"

#define HEAD        "v=0\r\no=- 1 1 IN IP4 192.0.2.7\r\ns=-\r\nt=0 0\r\n"
#define AT(address) HEAD "c=IN IP4 " address "\r\n"
#define USUAL                                                                  \
    "m=audio 4000 RTP/AVP 8 0 101\r\na=rtpmap:8 PCMA/8000\r\n"                 \
    "a=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\n"

/* As words: "codec:type ... eTYPE pPTIME direction address:port". */
static void describe(const struct media_sdp *sdp, char *ret, size_t size)
{
    static const char *const directions[] = { "inactive", "sends", "receives",
                                              "both" };
    const struct media_description *audio = &sdp->audio;
    const struct sockaddr_in *in = (const struct sockaddr_in *)&audio->rtp;
    char address[INET_ADDRSTRLEN] = "nowhere";
    size_t length = 0;

    if (in->sin_family == AF_INET)
        inet_ntop(AF_INET, &in->sin_addr, address, sizeof(address));
    for (size_t i = 0; i < audio->format_count; i++)
        length += (size_t)snprintf(
            ret + length, size - length, "%s:%u ",
            audio->formats[i].codec == MEDIA_PCMA ? "pcma" : "pcmu",
            audio->formats[i].payload_type);
    snprintf(ret + length, size - length, "e%u p%u %s %s:%u", audio->event_type,
             audio->ptime_ms, directions[audio->direction], address,
             in->sin_family == AF_INET ? ntohs(in->sin_port) : 0);
}

static const struct read_row {
    const char *says;
    const char *sdp;
    const char *peer; /* NULL: 192.0.2.7 */
    enum media_sdp_fault fault;
    const char *described;
} read_rows[] = {
    { "an ordinary offer is understood", AT("192.0.2.7") USUAL, NULL,
      MEDIA_SDP_FINE, "pcma:8 pcmu:0 e101 p20 both 192.0.2.7:4000" },
    { "a static payload type needs no rtpmap",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 0\r\n", NULL, MEDIA_SDP_FINE,
      "pcmu:0 e255 p20 both 192.0.2.7:4000" },
    { "a codec may have a dynamic payload type",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 97\r\na=rtpmap:97 pcma/8000/1\r\n",
      NULL, MEDIA_SDP_FINE, "pcma:97 e255 p20 both 192.0.2.7:4000" },
    { "a static number that is given another meaning has it",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 0\r\na=rtpmap:0 opus/48000/2\r\n",
      NULL, MEDIA_SDP_NO_FORMAT, NULL },
    { "the section's address wins over the session's",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 0\r\nc=IN IP4 192.0.2.9\r\n", NULL,
      MEDIA_SDP_FINE, "pcmu:0 e255 p20 both 192.0.2.9:4000" },
    { "line ends may be LF alone",
      "v=0\no=- 1 1 IN IP4 192.0.2.7\ns=-\nc=IN IP4 192.0.2.7\nt=0 0\n"
      "m=audio 4000 RTP/AVP 8",
      NULL, MEDIA_SDP_FINE, "pcma:8 e255 p20 both 192.0.2.7:4000" },
    { "sendonly of the peer leaves us receiving",
      AT("192.0.2.7") USUAL "a=sendonly\r\n", NULL, MEDIA_SDP_FINE,
      "pcma:8 pcmu:0 e101 p20 receives 192.0.2.7:4000" },
    { "recvonly of the peer leaves us sending",
      AT("192.0.2.7") USUAL "a=recvonly\r\n", NULL, MEDIA_SDP_FINE,
      "pcma:8 pcmu:0 e101 p20 sends 192.0.2.7:4000" },
    { "a direction of the session holds for its sections",
      AT("192.0.2.7") "a=inactive\r\n" USUAL, NULL, MEDIA_SDP_FINE,
      "pcma:8 pcmu:0 e101 p20 inactive 192.0.2.7:4000" },
    { "the address 0.0.0.0 is hold and nothing is sent there",
      AT("0.0.0.0") USUAL, NULL, MEDIA_SDP_FINE,
      "pcma:8 pcmu:0 e101 p20 receives nowhere:0" },
    { "a ptime is taken when it makes sense",
      AT("192.0.2.7") USUAL "a=ptime:40\r\n", NULL, MEDIA_SDP_FINE,
      "pcma:8 pcmu:0 e101 p40 both 192.0.2.7:4000" },
    { "a ptime of 0 is none", AT("192.0.2.7") USUAL "a=ptime:0\r\n", NULL,
      MEDIA_SDP_FINE, "pcma:8 pcmu:0 e101 p20 both 192.0.2.7:4000" },
    { "a ptime of -1 is none", AT("192.0.2.7") USUAL "a=ptime:-1\r\n", NULL,
      MEDIA_SDP_FINE, "pcma:8 pcmu:0 e101 p20 both 192.0.2.7:4000" },
    { "a ptime of a week is none",
      AT("192.0.2.7") USUAL "a=ptime:1000000000\r\n", NULL, MEDIA_SDP_FINE,
      "pcma:8 pcmu:0 e101 p20 both 192.0.2.7:4000" },
    { "the first audio that has a port is taken",
      AT("192.0.2.7") "m=audio 0 RTP/AVP 0\r\nm=video 5000 RTP/AVP 99\r\n"
                      "m=audio 6000 RTP/AVP 8\r\n",
      NULL, MEDIA_SDP_FINE, "pcma:8 e255 p20 both 192.0.2.7:6000" },
    { "a bad rtpmap of another section does no harm",
      AT("192.0.2.7") USUAL "m=video 5000 RTP/AVP 31\r\na=rtpmap:31 LPC\r\n",
      NULL, MEDIA_SDP_FINE, "pcma:8 pcmu:0 e101 p20 both 192.0.2.7:4000" },
    { "repeated formats count once",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 0 0 0 8 8 0 0 0\r\n", NULL,
      MEDIA_SDP_FINE, "pcmu:0 pcma:8 e255 p20 both 192.0.2.7:4000" },
    { "a private address from the internet is for the latch to find",
      AT("10.0.0.5") USUAL, "198.51.100.4", MEDIA_SDP_FINE,
      "pcma:8 pcmu:0 e101 p20 both 10.0.0.5:4000" },
    { "a loopback peer may speak of loopback", AT("127.0.0.1") USUAL,
      "127.0.0.1", MEDIA_SDP_FINE,
      "pcma:8 pcmu:0 e101 p20 both 127.0.0.1:4000" },

    { "our loopback is nobody else's", AT("127.0.0.1") USUAL, NULL,
      MEDIA_SDP_BAD_ADDRESS, NULL },
    { "multicast is refused", AT("224.0.0.1") USUAL, NULL,
      MEDIA_SDP_BAD_ADDRESS, NULL },
    { "broadcast is refused", AT("255.255.255.255") USUAL, NULL,
      MEDIA_SDP_BAD_ADDRESS, NULL },
    { "a name is refused", AT("media.example.com") USUAL, NULL,
      MEDIA_SDP_BAD_ADDRESS, NULL },
    { "an address of another family is refused",
      HEAD "c=IN IP6 2001:db8::1\r\n" USUAL, NULL, MEDIA_SDP_BAD_ADDRESS,
      NULL },
    { "an address that does not fit its family is refused",
      HEAD "c=IN IP4 2001:db8::1\r\n" USUAL, NULL, MEDIA_SDP_BAD_ADDRESS,
      NULL },
    { "port 70000 does not become 4464",
      AT("192.0.2.7") "m=audio 70000 RTP/AVP 0\r\n", NULL,
      MEDIA_SDP_BAD_ADDRESS, NULL },
    { "a negative port is refused", AT("192.0.2.7") "m=audio -1 RTP/AVP 0\r\n",
      NULL, MEDIA_SDP_BAD_ADDRESS, NULL },
    { "a port that is a word is refused",
      AT("192.0.2.7") "m=audio x RTP/AVP 0\r\n", NULL, MEDIA_SDP_BAD_ADDRESS,
      NULL },
    { "port 0 is no audio", AT("192.0.2.7") "m=audio 0 RTP/AVP 0\r\n", NULL,
      MEDIA_SDP_NO_AUDIO, NULL },
    { "a range of ports is no audio for us",
      AT("192.0.2.7") "m=audio 4002/2 RTP/AVP 0\r\n", NULL, MEDIA_SDP_NO_AUDIO,
      NULL },
    { "encrypted audio is not taken",
      AT("192.0.2.7") "m=audio 4000 RTP/SAVP 0\r\n", NULL, MEDIA_SDP_NO_AUDIO,
      NULL },
    { "video alone is no audio", AT("192.0.2.7") "m=video 4000 RTP/AVP 99\r\n",
      NULL, MEDIA_SDP_NO_AUDIO, NULL },
    { "a fax is no audio", AT("192.0.2.7") "m=image 4000 udptl t38\r\n", NULL,
      MEDIA_SDP_NO_AUDIO, NULL },
    { "no section is no audio", AT("192.0.2.7"), NULL, MEDIA_SDP_NO_AUDIO,
      NULL },
    { "no codec of ours is no format",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 3 18 101\r\n"
                      "a=rtpmap:101 telephone-event/8000\r\n",
      NULL, MEDIA_SDP_NO_FORMAT, NULL },
    { "a format that is a word is not number 0",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP pcmu 256\r\n", NULL,
      MEDIA_SDP_NO_FORMAT, NULL },
    { "a codec at another clock is another codec",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 97\r\na=rtpmap:97 PCMU/16000\r\n",
      NULL, MEDIA_SDP_NO_FORMAT, NULL },
    { "no address at all is refused", HEAD USUAL, NULL, MEDIA_SDP_UNREADABLE,
      NULL },
    { "a bad rtpmap of the audio is refused",
      AT("192.0.2.7") USUAL "a=rtpmap:31 LPC\r\n", NULL, MEDIA_SDP_UNREADABLE,
      NULL },
    { "text is no SDP", "hello", NULL, MEDIA_SDP_UNREADABLE, NULL },
    { "nothing is no SDP", "", NULL, MEDIA_SDP_UNREADABLE, NULL },
    { "a line without a type is refused", AT("192.0.2.7") "xyz\r\n" USUAL, NULL,
      MEDIA_SDP_UNREADABLE, NULL },
    { "half an m line is refused", AT("192.0.2.7") "m=audio 4000\r\n", NULL,
      MEDIA_SDP_UNREADABLE, NULL },
    { "another version is refused", "v=1\r\nc=IN IP4 192.0.2.7\r\n" USUAL, NULL,
      MEDIA_SDP_UNREADABLE, NULL },
};

static enum media_sdp_fault read_secret(const char *text, const char *from,
                                        enum media_srtp srtp,
                                        struct media_sdp *ret_sdp)
{
    struct sa peer;

    assert_int_equal(sa_set_str(&peer, from ? from : "192.0.2.7", 5060), 0);
    return media_sdp_read((const uint8_t *)text, strlen(text), &peer, srtp,
                          ret_sdp);
}

static enum media_sdp_fault read_text(const char *text, const char *from,
                                      struct media_sdp *ret_sdp)
{
    return read_secret(text, from, MEDIA_SRTP_NO, ret_sdp);
}

static void reads(void **state)
{
    const struct read_row *row = *state;
    struct media_sdp sdp;
    char described[160];

    memset(&sdp, 0xa5, sizeof(sdp));
    struct media_sdp untouched = sdp;

    assert_int_equal(read_text(row->sdp, row->peer, &sdp), row->fault);
    if (row->fault) {
        assert_memory_equal(&sdp, &untouched, sizeof(sdp));
        return;
    }

    describe(&sdp, described, sizeof(described));
    assert_string_equal(described, row->described);
}

static void refuses_too_many_sections(void **state)
{
    (void)state;
    char text[MEDIA_SDP_MAX_BYTES] = AT("192.0.2.7");
    struct media_sdp sdp;
    size_t length = strlen(text);

    for (int i = 0; i < MEDIA_SDP_MAX_SECTIONS + 1; i++)
        length += (size_t)snprintf(text + length, sizeof(text) - length,
                                   "m=audio 4000 RTP/AVP 0\r\n");
    assert_int_equal(read_text(text, NULL, &sdp), MEDIA_SDP_TOO_LARGE);
}

static void refuses_too_many_bytes(void **state)
{
    (void)state;
    static char text[MEDIA_SDP_MAX_BYTES + 2];
    struct media_sdp sdp;

    memset(text, 'a', MEDIA_SDP_MAX_BYTES + 1);
    memcpy(text, "v=0\r\n", 5);
    assert_int_equal(read_text(text, NULL, &sdp), MEDIA_SDP_TOO_LARGE);
}

static void refuses_a_nul_inside(void **state)
{
    (void)state;
    static const char text[] = AT("192.0.2.7") "a=x\0y\r\n" USUAL;
    struct media_sdp sdp;
    struct sa peer;

    assert_int_equal(sa_set_str(&peer, "192.0.2.7", 5060), 0);
    assert_int_equal(media_sdp_read((const uint8_t *)text, sizeof(text) - 1,
                                    &peer, MEDIA_SRTP_NO, &sdp),
                     MEDIA_SDP_UNREADABLE);
}

/* Keys. The first one is that of RFC 4568, 9.1. */

#define KEY      "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz"
#define OTHER    "UEHZhOVCQMsFx6FLOAEgM1kLAc3kCqBVIDmgE1hC"
#define SHA1_80  " AES_CM_128_HMAC_SHA1_80 inline:"
#define SHA1_32  " AES_CM_128_HMAC_SHA1_32 inline:"
#define SECRETLY "m=audio 4000 RTP/SAVP 0\r\n"
#define PLAINLY  "m=audio 4000 RTP/AVP 0\r\n"
#define NO       MEDIA_SRTP_NO
#define OPTIONAL MEDIA_SRTP_OPTIONAL
#define REQUIRED MEDIA_SRTP_REQUIRED

static const struct key_row {
    const char *says;
    const char *crypto; /* the line's value */
    uint32_t tag;       /* 0: it is not taken */
    enum media_suite suite;
} key_rows[] = {
    { "a key is taken", "1" SHA1_80 KEY, 1, MEDIA_AES_128_SHA1_80 },
    { "one with a short tag is taken", "2" SHA1_32 KEY, 2,
      MEDIA_AES_128_SHA1_32 },
    { "a suite's name may be written small",
      "1 aes_cm_128_hmac_sha1_80 inline:" KEY, 1, MEDIA_AES_128_SHA1_80 },
    { "a lifetime of a power is taken", "1" SHA1_80 KEY "|2^20", 1,
      MEDIA_AES_128_SHA1_80 },
    { "the longest lifetime is taken", "1" SHA1_80 KEY "|281474976710656", 1,
      MEDIA_AES_128_SHA1_80 },
    { "the largest tag is taken", "999999999" SHA1_80 KEY, 999999999,
      MEDIA_AES_128_SHA1_80 },
    { "a window is a hint", "1" SHA1_80 KEY " WSH=128", 1,
      MEDIA_AES_128_SHA1_80 },
    { "what may be passed over is", "1" SHA1_80 KEY " -FUTURE=1 WSH=64", 1,
      MEDIA_AES_128_SHA1_80 },

    { "without a tag it is none", SHA1_80 KEY, 0, 0 },
    { "a tag of 10 digits is none", "1000000000" SHA1_80 KEY, 0, 0 },
    { "a tag that is a word is none", "one" SHA1_80 KEY, 0, 0 },
    { "another suite is none", "1 AES_256_CM_HMAC_SHA1_80 inline:" KEY, 0, 0 },
    { "F8 is none", "1 F8_128_HMAC_SHA1_80 inline:" KEY, 0, 0 },
    { "no cipher at all is none", "1 NULL_HMAC_SHA1_80 inline:" KEY, 0, 0 },
    { "without a key it is none", "1 AES_CM_128_HMAC_SHA1_80", 0, 0 },
    { "another method is none", "1 AES_CM_128_HMAC_SHA1_80 uri:" KEY, 0, 0 },
    { "a short key is none",
      "1" SHA1_80 "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGV", 0, 0 },
    { "a long key is none", "1" SHA1_80 KEY "A", 0, 0 },
    { "a padded key is none",
      "1" SHA1_80 "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubG==", 0, 0 },
    { "a key that is no base64 is none",
      "1" SHA1_80 "WVNfX19zZW1jdGwg-CkgewkyMjA7fQp9CnVubGVz", 0, 0 },
    { "an MKI is more than we support", "1" SHA1_80 KEY "|2^20|1:4", 0, 0 },
    { "so it is without a lifetime", "1" SHA1_80 KEY "|1:4", 0, 0 },
    { "a second key is more than we support", "1" SHA1_80 KEY ";inline:" OTHER,
      0, 0 },
    { "a lifetime of nothing is none", "1" SHA1_80 KEY "|", 0, 0 },
    { "a lifetime of 0 is none", "1" SHA1_80 KEY "|0", 0, 0 },
    { "a lifetime of 2^0 is none", "1" SHA1_80 KEY "|2^0", 0, 0 },
    { "a lifetime of 2^49 is none", "1" SHA1_80 KEY "|2^49", 0, 0 },
    { "one packet more than the longest is none",
      "1" SHA1_80 KEY "|281474976710657", 0, 0 },
    { "a lifetime of 20 digits is none",
      "1" SHA1_80 KEY "|99999999999999999999", 0, 0 },
    { "sound that is not encrypted is none",
      "1" SHA1_80 KEY " UNENCRYPTED_SRTP", 0, 0 },
    { "reports that are not encrypted are none",
      "1" SHA1_80 KEY " UNENCRYPTED_SRTCP", 0, 0 },
    { "sound that is not authenticated is none",
      "1" SHA1_80 KEY " UNAUTHENTICATED_SRTP", 0, 0 },
    { "keys derived anew are more than we support", "1" SHA1_80 KEY " KDR=16",
      0, 0 },
    { "a window below the least is none", "1" SHA1_80 KEY " WSH=63", 0, 0 },
    { "a window that is a word is none", "1" SHA1_80 KEY " WSH=x", 0, 0 },
    { "a lonely minus is none", "1" SHA1_80 KEY " -", 0, 0 },
};

static void reads_keys(void **state)
{
    const struct key_row *row = *state;
    struct media_sdp_crypto crypto;
    struct pl value;

    memset(&crypto, 0xa5, sizeof(crypto));
    struct media_sdp_crypto untouched = crypto;

    pl_set_str(&value, row->crypto);
    assert_int_equal(media_sdp_crypto_read(&value, &crypto), row->tag != 0);
    if (row->tag == 0) {
        assert_memory_equal(&crypto, &untouched, sizeof(crypto));
        return;
    }
    assert_int_equal(crypto.tag, row->tag);
    assert_int_equal(crypto.crypto.suite, row->suite);
    /* What the letters stand for begins so. */
    assert_memory_equal(crypto.crypto.key, "YS__", 4);
}

static const struct secret_row {
    const char *says;
    enum media_srtp srtp;
    const char *sections;
    enum media_sdp_fault fault;
    size_t section; /* the one that is taken */
    uint32_t tag;   /* 0: it is plain */
} secret_rows[] = {
    { "encrypted audio is taken where it is optional", OPTIONAL,
      SECRETLY "a=crypto:1" SHA1_80 KEY "\r\n", MEDIA_SDP_FINE, 0, 1 },
    { "and where it is required", REQUIRED,
      SECRETLY "a=crypto:1" SHA1_80 KEY "\r\n", MEDIA_SDP_FINE, 0, 1 },
    { "and refused where it is not wanted", NO,
      SECRETLY "a=crypto:1" SHA1_80 KEY "\r\n", MEDIA_SDP_NO_AUDIO, 0, 0 },
    { "plain audio is taken where encryption is optional", OPTIONAL, PLAINLY,
      MEDIA_SDP_FINE, 0, 0 },
    { "and refused where it is required", REQUIRED, PLAINLY,
      MEDIA_SDP_NOT_SECRET, 0, 0 },
    { "a key beside plain audio is taken where it is optional", OPTIONAL,
      PLAINLY "a=crypto:3" SHA1_32 KEY "\r\n", MEDIA_SDP_FINE, 0, 3 },
    { "and passed over where it is not wanted", NO,
      PLAINLY "a=crypto:3" SHA1_32 KEY "\r\n", MEDIA_SDP_FINE, 0, 0 },
    { "and not enough where it is required", REQUIRED,
      PLAINLY "a=crypto:3" SHA1_32 KEY "\r\n", MEDIA_SDP_NOT_SECRET, 0, 0 },
    { "the first key that we support is taken", OPTIONAL,
      SECRETLY "a=crypto:1 AES_256_CM_HMAC_SHA1_80 inline:" KEY "\r\n"
               "a=crypto:2" SHA1_32 KEY "\r\na=crypto:3" SHA1_80 OTHER "\r\n",
      MEDIA_SDP_FINE, 0, 2 },
    { "encrypted audio without a key is refused", OPTIONAL, SECRETLY,
      MEDIA_SDP_NO_KEY, 0, 0 },
    { "with a key that we do not support, too", REQUIRED,
      SECRETLY "a=crypto:1" SHA1_80 KEY "|2^20|1:4\r\n", MEDIA_SDP_NO_KEY, 0,
      0 },
    { "a key of another section is not its key", OPTIONAL,
      "m=video 5000 RTP/SAVP 99\r\na=crypto:1" SHA1_80 KEY "\r\n" SECRETLY,
      MEDIA_SDP_NO_KEY, 0, 0 },
    { "plain audio behind encrypted one without a key is taken", OPTIONAL,
      SECRETLY PLAINLY, MEDIA_SDP_FINE, 1, 0 },
    { "of two ways the first is taken", OPTIONAL,
      SECRETLY "a=crypto:1" SHA1_80 KEY "\r\n" PLAINLY, MEDIA_SDP_FINE, 0, 1 },
    { "of two ways the encrypted one is taken where it is required", REQUIRED,
      PLAINLY SECRETLY "a=crypto:1" SHA1_80 KEY "\r\n", MEDIA_SDP_FINE, 1, 1 },
    { "keys by DTLS are none of ours", OPTIONAL,
      "m=audio 4000 UDP/TLS/RTP/SAVP 0\r\na=fingerprint:sha-1 4A:AD\r\n",
      MEDIA_SDP_NO_AUDIO, 0, 0 },
};

static void reads_secrets(void **state)
{
    const struct secret_row *row = *state;
    struct media_sdp sdp;
    char text[1024];

    snprintf(text, sizeof(text), "%s%s", AT("192.0.2.7"), row->sections);
    assert_int_equal(read_secret(text, NULL, row->srtp, &sdp), row->fault);
    if (row->fault)
        return;
    assert_int_equal(sdp.audio_section, row->section);
    assert_int_equal(sdp.crypto_tag, row->tag);
    assert_int_equal(sdp.audio.crypto.suite != MEDIA_PLAIN, row->tag != 0);
}

/* But want of memory is no fault of the offer. */
static void every_fault_has_a_warning(void **state)
{
    char headers[MEDIA_SDP_HEADERS_SIZE];

    (void)state;
    for (enum media_sdp_fault fault = 0; fault < MEDIA_SDP_FAULT_COUNT; fault++)
        if (fault != MEDIA_SDP_NO_MEMORY) {
            assert_int_equal(media_sdp_refusal(fault, headers), 488);
            assert_memory_equal(headers, "Warning: 3", strlen("Warning: 3"));
            assert_string_equal(strchr(headers, '\0') - 3, "\"\r\n");
        }

    assert_int_equal(media_sdp_refusal(MEDIA_SDP_NO_MEMORY, headers), 500);
    assert_memory_equal(headers, "Retry-After: ", 13);
}

/* Answers. */

static struct media_description ours(void)
{
    struct media_description local = {
        .formats = { { MEDIA_PCMU, 0 }, { MEDIA_PCMA, 8 } },
        .format_count = 2,
        .event_type = 101,
        .event_clock_hz = 8000,
        .ptime_ms = 20,
        .direction = MEDIA_BOTH_WAYS,
    };
    struct sockaddr_in *in = (struct sockaddr_in *)&local.rtp;

    in->sin_family = AF_INET;
    in->sin_port = htons(20000);
    inet_pton(AF_INET, "198.51.100.1", &in->sin_addr);
    return local;
}

static void an_offer_of_ours_is_written_so(void **state)
{
    (void)state;
    struct media_description local = ours();
    struct media_sdp_text text = { .local = &local,
                                   .session_id = 12,
                                   .version = 3 };
    char written[1024];

    int length = media_sdp_write(&text, written, sizeof(written));
    assert_string_equal(written, "v=0\r\n"
                                 "o=- 12 3 IN IP4 198.51.100.1\r\n"
                                 "s=-\r\n"
                                 "c=IN IP4 198.51.100.1\r\n"
                                 "t=0 0\r\n"
                                 "m=audio 20000 RTP/AVP 0 8 101\r\n"
                                 "a=rtpmap:0 PCMU/8000\r\n"
                                 "a=rtpmap:8 PCMA/8000\r\n"
                                 "a=rtpmap:101 telephone-event/8000\r\n"
                                 "a=fmtp:101 0-15\r\n"
                                 "a=ptime:20\r\n"
                                 "a=sendrecv\r\n");
    assert_int_equal(length, strlen(written));
    assert_true(media_sdp_write(&text, written, 100) < 0);
}

static void an_answer_refuses_what_is_not_audio_with_port_0(void **state)
{
    (void)state;
    struct media_sdp offer;
    struct media_description local = ours(), answer;
    struct media_sdp_text text = { .local = &answer, .offer = &offer };
    char written[1024];

    assert_int_equal(
        read_text(AT("192.0.2.7") "m=video 5000 RTP/AVP 99 98\r\n"
                                  "m=audio 4000 RTP/AVP 97 96\r\n"
                                  "a=rtpmap:97 PCMA/8000\r\n"
                                  "a=rtpmap:96 telephone-event/8000\r\n"
                                  "m=image 6000 udptl t38\r\n",
                  NULL, &offer),
        MEDIA_SDP_FINE);
    assert_true(media_sdp_agree(&local, &offer.audio, &answer));
    assert_true(media_sdp_write(&text, written, sizeof(written)) > 0);
    assert_non_null(strstr(written, "t=0 0\r\n"
                                    "m=video 0 RTP/AVP 99\r\n"
                                    "m=audio 20000 RTP/AVP 97 96\r\n"));
    assert_non_null(strstr(written, "a=sendrecv\r\nm=image 0 udptl t38\r\n"));
    assert_non_null(strstr(written, "a=rtpmap:96 telephone-event/8000\r\n"));
}

static void give_key(struct media_description *local, enum media_suite suite)
{
    size_t length;

    local->crypto.suite = suite;
    assert_int_equal(base64_read(OTHER, local->crypto.key, &length), 0);
}

static void an_offer_of_ours_has_its_key(void **state)
{
    (void)state;
    struct media_description local = ours();
    struct media_sdp_text text = { .local = &local };
    char written[1024];

    give_key(&local, MEDIA_AES_128_SHA1_80);
    assert_true(media_sdp_write(&text, written, sizeof(written)) > 0);
    assert_non_null(strstr(written, "m=audio 20000 RTP/AVP 0 8 101\r\n"));
    assert_non_null(strstr(written, "\r\na=crypto:1" SHA1_80 OTHER "\r\n"));
    text.encrypted = true;
    assert_true(media_sdp_write(&text, written, sizeof(written)) > 0);
    assert_non_null(strstr(written, "m=audio 20000 RTP/SAVP 0 8 101\r\n"));
}

/* RFC 4568, 7.1.2: one key, for the tag and suite that were chosen. */
static void an_answer_has_the_offers_tag_and_our_key(void **state)
{
    (void)state;
    struct media_sdp offer;
    struct media_description local = ours(), answer;
    struct media_sdp_text text = { .local = &answer, .offer = &offer };
    char written[1024];

    assert_int_equal(read_secret(AT("192.0.2.7") SECRETLY
                                 "a=crypto:7" SHA1_32 KEY "\r\n",
                                 NULL, OPTIONAL, &offer),
                     MEDIA_SDP_FINE);
    assert_true(media_sdp_agree(&local, &offer.audio, &answer));
    give_key(&answer, MEDIA_AES_128_SHA1_32);
    assert_true(media_sdp_write(&text, written, sizeof(written)) > 0);
    assert_non_null(strstr(written, "m=audio 20000 RTP/SAVP 0\r\n"));
    assert_non_null(strstr(written, "\r\na=crypto:7" SHA1_32 OTHER "\r\n"));
    assert_null(strstr(strstr(written, "a=crypto:") + 1, "a=crypto:"));
    assert_null(strstr(written, KEY));
}

static const struct agree_row {
    const char *says;
    const char *offer;
    enum media_direction ours;
    const char *answer; /* what we say, or NULL: nothing in common */
} agree_rows[] = {
    { "the answer keeps the offerer's order",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 8 0\r\n", MEDIA_BOTH_WAYS,
      "RTP/AVP 8 0\r\n" },
    { "digits nobody offered are not answered",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 0\r\n", MEDIA_BOTH_WAYS,
      "RTP/AVP 0\r\n" },
    { "our hold stands while the peer wants both ways",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 0\r\n", MEDIA_SENDS,
      "a=sendonly\r\n" },
    { "hold of both sides is inactive",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 0\r\na=sendonly\r\n", MEDIA_SENDS,
      "a=inactive\r\n" },
    { "what the peer holds we only receive",
      AT("192.0.2.7") "m=audio 4000 RTP/AVP 0\r\na=sendonly\r\n",
      MEDIA_BOTH_WAYS, "a=recvonly\r\n" },
};

static void agrees(void **state)
{
    const struct agree_row *row = *state;
    struct media_sdp offer;
    struct media_description local = ours(), answer;
    struct media_sdp_text text = { .local = &answer, .offer = &offer };
    char written[1024];

    local.direction = row->ours;
    assert_int_equal(read_text(row->offer, NULL, &offer), MEDIA_SDP_FINE);
    assert_true(media_sdp_agree(&local, &offer.audio, &answer));
    assert_true(media_sdp_write(&text, written, sizeof(written)) > 0);
    assert_non_null(strstr(written, row->answer));
}

static void nothing_in_common_is_told(void **state)
{
    (void)state;
    struct media_description local = ours(), offer = ours(), answer;

    local.format_count = 1;
    offer.formats[0] = offer.formats[1];
    offer.format_count = 1;
    assert_false(media_sdp_agree(&local, &offer, &answer));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, reads, read_rows);
    TEST_LIST_ADD(&list, refuses_too_many_sections);
    TEST_LIST_ADD(&list, refuses_too_many_bytes);
    TEST_LIST_ADD(&list, refuses_a_nul_inside);
    TEST_LIST_ADD_ROWS(&list, reads_keys, key_rows);
    TEST_LIST_ADD_ROWS(&list, reads_secrets, secret_rows);
    TEST_LIST_ADD(&list, every_fault_has_a_warning);
    TEST_LIST_ADD(&list, an_offer_of_ours_is_written_so);
    TEST_LIST_ADD(&list, an_answer_refuses_what_is_not_audio_with_port_0);
    TEST_LIST_ADD(&list, an_offer_of_ours_has_its_key);
    TEST_LIST_ADD(&list, an_answer_has_the_offers_tag_and_our_key);
    TEST_LIST_ADD_ROWS(&list, agrees, agree_rows);
    TEST_LIST_ADD(&list, nothing_in_common_is_told);
    return test_list_run(&list);
}
