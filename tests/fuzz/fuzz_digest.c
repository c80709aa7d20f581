/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Credentials of somebody who does not know the password prove nothing. */

#include <string.h>

#include "sip/digest.h"
#include "tests/fuzz/fuzz.h"

static uint64_t find(const struct pl *username,
                     uint8_t ret_ha1[REGISTRAR_HA1_SIZE], void *arg)
{
    (void)arg;
    CLAIM(username->l <= REGISTRAR_USERNAME_MAX);
    if (pl_strcmp(username, "ann"))
        return 0;

    memset(ret_ha1, 0x5a, REGISTRAR_HA1_SIZE);
    return 7;
}

static struct sip_msg *make_request(const uint8_t *data, size_t size)
{
    static const char head[] =
        "REGISTER sip:pbx.example SIP/2.0\r\n"
        "Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bK1\r\n"
        "Authorization: ";
    struct mbuf *mb = mbuf_alloc(size + sizeof(head) + 4);
    struct sip_msg *msg = NULL;

    CLAIM(mb && mbuf_write_str(mb, head) == 0);
    CLAIM(mbuf_write_mem(mb, data, size) == 0);
    CLAIM(mbuf_write_str(mb, "\r\n\r\n") == 0);
    mb->pos = 0;
    (void)sip_msg_decode(&msg, mb);
    mem_deref(mb);
    if (msg)
        CLAIM(sa_set_str(&msg->src, "192.0.2.7", 5060) == 0);
    return msg;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct signal_digest *digest;
    uint64_t device_id = 0;

    if (!digest)
        CLAIM(signal_digest_new("pbx.example", &digest) == 0);

    struct sip_msg *msg = make_request(data, size);

    if (msg) {
        enum digest_verdict verdict = signal_digest_check(
            digest, msg, INT64_C(60000000), find, NULL, &device_id);

        CLAIM(verdict == DIGEST_WRONG || verdict == DIGEST_MISSING);
        CLAIM(device_id == 0);
    }
    mem_deref(msg);
    return 0;
}
