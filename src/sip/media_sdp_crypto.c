/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word by word; whatever is left over is not understood. */

#include "sip/media_sdp_crypto.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/base64.h"
#include "sip/media_sdp_word.h"

enum {
    KEY_LETTERS = 40,     /* of 30 octets; no padding */
    LIFETIME_POWER = 48,  /* RFC 3711, 9.2: SRTP packets of one key */
    LIFETIME_DIGITS = 15, /* of 2^48 */
    WSH_LEAST = 64,       /* RFC 4568, 6.3.6 */
    WSH_MOST = 999999999,
};

static const char *const suites[MEDIA_SUITE_COUNT] = {
    [MEDIA_AES_128_SHA1_80] = "AES_CM_128_HMAC_SHA1_80",
    [MEDIA_AES_128_SHA1_32] = "AES_CM_128_HMAC_SHA1_32",
};

/* Names of suites are tokens of ABNF, which know no case. */
static bool read_suite(const struct pl *word, enum media_suite *ret)
{
    for (size_t i = 0; i < MEDIA_SUITE_COUNT; i++)
        if (suites[i] && pl_strcasecmp(word, suites[i]) == 0) {
            *ret = (enum media_suite)i;
            return true;
        }

    return false;
}

/* "2^31", or how many packets that is; both at most 2^48. */
static bool is_lifetime(struct pl text)
{
    const struct pl power = { .p = text.p + 2, .l = text.l - 2 };
    uint32_t exponent;

    if (text.l > 2 && memcmp(text.p, "2^", 2) == 0)
        return media_sdp_is_number(&power, LIFETIME_POWER, &exponent) &&
               exponent > 0;
    if (text.l == 0 || text.l > LIFETIME_DIGITS || text.p[0] == '0')
        return false;
    for (size_t i = 0; i < text.l; i++)
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;

    return pl_u64(&text) <= UINT64_C(1) << LIFETIME_POWER;
}

/* "inline:KEY" or "inline:KEY|LIFETIME"; an MKI, or a second key, is more. */
static bool read_key(struct pl word, uint8_t ret_key[MEDIA_KEY_SIZE])
{
    static const char method[] = "inline:";
    const size_t begin = sizeof(method) - 1;
    char letters[KEY_LETTERS + 1];
    size_t length;

    if (word.l < begin + KEY_LETTERS || strncasecmp(word.p, method, begin) != 0)
        return false;

    memcpy(letters, word.p + begin, KEY_LETTERS);
    letters[KEY_LETTERS] = '\0';
    pl_advance(&word, (ssize_t)(begin + KEY_LETTERS));
    if (!base64_is_bytes(letters, MEDIA_KEY_SIZE))
        return false;
    if (word.l > 0) {
        if (*word.p != '|')
            return false;
        pl_advance(&word, 1);
        if (!is_lifetime(word))
            return false;
    }

    return base64_read(letters, ret_key, &length) == 0;
}

static bool is_parameter(const struct pl *word)
{
    const struct pl window = { .p = word->p + 4, .l = word->l - 4 };
    uint32_t packets;

    if (word->l > 1 && word->p[0] == '-')
        return true;

    return word->l > 4 && memcmp(word->p, "WSH=", 4) == 0 &&
           media_sdp_is_number(&window, WSH_MOST, &packets) &&
           packets >= WSH_LEAST;
}

bool media_sdp_crypto_read(const struct pl *value,
                           struct media_sdp_crypto *ret_crypto)
{
    assert(value && ret_crypto);

    struct media_sdp_crypto crypto = { 0 };
    struct pl line = *value, tag, suite, key, parameter;

    if (!media_sdp_next_word(&line, &tag) ||
        !media_sdp_next_word(&line, &suite) ||
        !media_sdp_next_word(&line, &key) ||
        !media_sdp_is_number(&tag, MEDIA_SDP_TAG_MAX, &crypto.tag) ||
        !read_suite(&suite, &crypto.crypto.suite) ||
        !read_key(key, crypto.crypto.key))
        return false;

    while (media_sdp_next_word(&line, &parameter))
        if (!is_parameter(&parameter))
            return false;

    *ret_crypto = crypto;
    return true;
}

void media_sdp_crypto_write(const struct media_sdp_crypto *crypto,
                            char ret[MEDIA_SDP_CRYPTO_SIZE])
{
    assert(crypto && crypto->crypto.suite > MEDIA_PLAIN &&
           crypto->crypto.suite < MEDIA_SUITE_COUNT);

    char key[BASE64_SIZE(MEDIA_KEY_SIZE)];

    base64_write(crypto->crypto.key, MEDIA_KEY_SIZE, key);
    (void)snprintf(ret, MEDIA_SDP_CRYPTO_SIZE, "a=crypto:%u %s inline:%s",
                   crypto->tag, suites[crypto->crypto.suite], key);
    explicit_bzero(key, sizeof(key));
}
