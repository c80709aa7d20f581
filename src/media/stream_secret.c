/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stream's keys, and what is dropped because of them. */

#include "media/stream.h"

#include <assert.h>
#include <errno.h>

static int new_incoming(const struct media_crypto *crypto,
                        const struct cipher *before, struct cipher **ret_cipher)
{
    return crypto->suite == MEDIA_PLAIN
               ? 0
               : cipher_new_incoming(crypto, before, ret_cipher);
}

static int new_outgoing(const struct media_crypto *crypto, uint32_t ssrc,
                        struct cipher **ret_cipher)
{
    return crypto->suite == MEDIA_PLAIN
               ? 0
               : cipher_new_outgoing(crypto, ssrc, ret_cipher);
}

int media_stream_set_keys(struct media_stream *stream,
                          const struct stream_agreement *agreed)
{
    assert(stream && agreed);

    bool same_ours = cipher_is_of(stream->encrypts, &agreed->ours);
    bool same_theirs = cipher_is_of(stream->decrypts, &agreed->theirs);
    struct cipher *encrypts = NULL;
    struct cipher *decrypts = NULL;
    int rc = same_ours ? 0
                       : new_outgoing(&agreed->ours, stream->outgoing.ssrc,
                                      &encrypts);

    if (rc == 0 && !same_theirs)
        rc = new_incoming(&agreed->theirs, stream->decrypts, &decrypts);
    if (rc < 0) {
        cipher_free(encrypts);
        return rc;
    }

    if (!same_ours) {
        cipher_free(stream->encrypts);
        stream->encrypts = encrypts;
    }
    if (!same_theirs) {
        cipher_free(stream->decrypts);
        stream->decrypts = decrypts;
    }
    return 0;
}

void media_stream_forget_keys(struct media_stream *stream)
{
    assert(stream);

    stream->encrypts = cipher_free(stream->encrypts);
    stream->decrypts = cipher_free(stream->decrypts);
}

bool media_stream_decrypts(struct media_stream *stream,
                           int (*change)(struct cipher *cipher, uint8_t *packet,
                                         size_t *length),
                           uint8_t *bytes, size_t *length)
{
    assert(stream && change && bytes && length);

    if (!stream->decrypts)
        return true;

    int rc = change(stream->decrypts, bytes, length);

    if (rc < 0)
        media_stream_drop(stream, rc == -EALREADY ? MEDIA_DROP_REPLAYED
                                                  : MEDIA_DROP_FORGED);
    return rc == 0;
}
