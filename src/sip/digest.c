/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nonces: second, serial number, HMAC-SHA256(key, both and the address). */

#include "sip/digest.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sip/replay.h"

enum {
    KEY_SIZE = 32,
    NUMBER_DIGITS = 8,
    MAC_BYTES = 12,
    NONCE_SIZE = 2 * NUMBER_DIGITS + 2 * MAC_BYTES,
    CNONCE_MAX = 128,
};

struct signal_digest {
    const char *realm;
    uint8_t key[KEY_SIZE];
    uint8_t nobody_ha1[REGISTRAR_HA1_SIZE]; /* of users that do not exist */
    uint32_t next_serial; /* phones of one address must not share a nonce */
    struct signal_replay *replay;
};

bool signal_digest_same(const void *a, const void *b, size_t size)
{
    const uint8_t *x = a, *y = b;
    uint8_t differing = 0;

    for (size_t i = 0; i < size; i++)
        differing |= (uint8_t)(x[i] ^ y[i]);

    return differing == 0;
}

int registrar_ha1(const char *username, const char *realm, const char *password,
                  uint8_t ret_ha1[REGISTRAR_HA1_SIZE])
{
    assert(username && realm && password && ret_ha1);

    uint8_t ha1[REGISTRAR_HA1_SIZE];

    int err = md5_printf(ha1, "%s:%s:%s", username, realm, password);
    if (err)
        return -err;

    memcpy(ret_ha1, ha1, sizeof(ha1));
    return 0;
}

int signal_digest_new(const char *realm, struct signal_digest **ret_digest)
{
    assert(realm && ret_digest);

    struct signal_digest *digest = calloc(1, sizeof(*digest));
    if (!digest)
        return -ENOMEM;

    digest->realm = realm;
    rand_bytes(digest->key, sizeof(digest->key));
    rand_bytes(digest->nobody_ha1, sizeof(digest->nobody_ha1));

    int rc = signal_replay_new(DIGEST_NONCES, &digest->replay);
    if (rc < 0) {
        signal_digest_free(digest);
        return rc;
    }

    *ret_digest = digest;
    return 0;
}

struct signal_digest *signal_digest_free(struct signal_digest *digest)
{
    if (!digest)
        return NULL;

    signal_replay_free(digest->replay);
    free(digest);
    return NULL;
}

static uint32_t second_of(int64_t now_us)
{
    return (uint32_t)(now_us / 1000000);
}

static int make_nonce(const struct signal_digest *digest,
                      const struct sa *source, uint32_t second, uint32_t serial,
                      char ret[NONCE_SIZE + 1])
{
    struct hmac *hmac = NULL;
    uint8_t mac[32];
    char text[80];

    int n =
        re_snprintf(text, sizeof(text), "%08x%08x|%j", second, serial, source);
    if (n < 0)
        return -EINVAL;

    int err = hmac_create(&hmac, HMAC_HASH_SHA256, digest->key, KEY_SIZE);
    if (!err)
        err = hmac_digest(hmac, mac, sizeof(mac), (const uint8_t *)text,
                          (size_t)n);
    mem_deref(hmac);
    if (err)
        return -err;

    n = re_snprintf(ret, NONCE_SIZE + 1, "%08x%08x%w", second, serial, mac,
                    (size_t)MAC_BYTES);
    return n == NONCE_SIZE ? 0 : -EINVAL;
}

/* Made by this process for this address, and young enough. */
static bool nonce_lives(const struct signal_digest *digest,
                        const struct pl *nonce, const struct sa *source,
                        uint32_t now_s, uint32_t *ret_second)
{
    struct pl digits = { .p = nonce->p, .l = NUMBER_DIGITS };
    struct pl more = { .p = nonce->p + NUMBER_DIGITS, .l = NUMBER_DIGITS };
    char expected[NONCE_SIZE + 1];

    if (nonce->l != NONCE_SIZE)
        return false;

    uint32_t second = pl_x32(&digits);
    if (make_nonce(digest, source, second, pl_x32(&more), expected) < 0 ||
        !signal_digest_same(expected, nonce->p, NONCE_SIZE))
        return false;

    *ret_second = second;
    return now_s - second <= DIGEST_NONCE_LIFE_S;
}

/* Fields that enter the proof: bounded, and of the kind that we asked for. */
static bool is_well_formed(const struct signal_digest *digest,
                           const struct httpauth_digest_resp *response,
                           const struct sip_msg *msg, const struct pl *header)
{
    struct pl algorithm = PL_INIT;

    (void)re_regex(header->p, header->l, "algorithm=[\"]*[^\", ]+", NULL,
                   &algorithm);
    if (pl_isset(&algorithm) && pl_strcasecmp(&algorithm, "MD5"))
        return false;

    return pl_strcmp(&response->realm, digest->realm) == 0 &&
           pl_strcasecmp(&response->qop, "auth") == 0 &&
           response->response.l == 32 && response->nc.l == 8 &&
           response->cnonce.l > 0 && response->cnonce.l <= CNONCE_MAX &&
           response->username.l <= REGISTRAR_USERNAME_MAX &&
           pl_cmp(&response->uri, &msg->ruri) == 0;
}

static bool proves(const struct httpauth_digest_resp *response,
                   const struct pl *method, const uint8_t *ha1)
{
    uint8_t ha2[MD5_SIZE], wanted[MD5_SIZE];
    char hex[2 * MD5_SIZE + 1];

    if (md5_printf(ha2, "%r:%r", method, &response->uri) ||
        md5_printf(wanted, "%w:%r:%r:%r:%r:%w", ha1, (size_t)MD5_SIZE,
                   &response->nonce, &response->nc, &response->cnonce,
                   &response->qop, ha2, sizeof(ha2)))
        return false;
    if (re_snprintf(hex, sizeof(hex), "%w", wanted, sizeof(wanted)) < 0)
        return false;

    return signal_digest_same(hex, response->response.p, 2 * MD5_SIZE);
}

static enum digest_verdict count_use(struct signal_digest *digest,
                                     const struct httpauth_digest_resp *resp,
                                     uint32_t second)
{
    switch (signal_replay_use(digest->replay, &resp->nonce, second,
                              pl_x32(&resp->nc))) {
    case REPLAY_FIRST:
        return DIGEST_PROVEN;
    case REPLAY_TOO_OLD:
        return DIGEST_STALE;
    case REPLAY_AGAIN:
        break;
    }

    return DIGEST_REPLAYED;
}

enum digest_verdict signal_digest_check(struct signal_digest *digest,
                                        const struct sip_msg *msg,
                                        int64_t now_us,
                                        signal_digest_find_h *find, void *arg,
                                        uint64_t *ret_device_id)
{
    assert(digest && msg && find && ret_device_id);

    const struct sip_hdr *header = sip_msg_hdr(msg, SIP_HDR_AUTHORIZATION);
    struct httpauth_digest_resp response;
    uint8_t ha1[REGISTRAR_HA1_SIZE];
    uint32_t second = 0;

    if (!header)
        return DIGEST_MISSING;
    if (httpauth_digest_response_decode(&response, &header->val) ||
        !is_well_formed(digest, &response, msg, &header->val))
        return DIGEST_WRONG;

    uint64_t device_id = find(&response.username, ha1, arg);
    if (!device_id)
        memcpy(ha1, digest->nobody_ha1, sizeof(ha1));

    uint32_t now_s = second_of(now_us);
    bool lives =
        nonce_lives(digest, &response.nonce, &msg->src, now_s, &second);
    bool proven = proves(&response, &msg->met, ha1);

    if (!proven || !device_id)
        return DIGEST_WRONG;
    if (!lives)
        return DIGEST_STALE;

    enum digest_verdict verdict = count_use(digest, &response, second);
    if (verdict == DIGEST_PROVEN)
        *ret_device_id = device_id;

    return verdict;
}

int signal_digest_challenge(struct signal_digest *digest,
                            const struct sa *source, int64_t now_us, bool stale,
                            char ret[DIGEST_CHALLENGE_SIZE])
{
    assert(digest && source && ret);

    char nonce[NONCE_SIZE + 1];
    int rc = make_nonce(digest, source, second_of(now_us),
                        digest->next_serial++, nonce);
    if (rc < 0)
        return rc;

    snprintf(ret, DIGEST_CHALLENGE_SIZE,
             "WWW-Authenticate: Digest realm=\"%s\", nonce=\"%s\", "
             "qop=\"auth\", algorithm=MD5%s\r\n",
             digest->realm, nonce, stale ? ", stale=true" : "");
    return 0;
}
