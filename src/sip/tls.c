/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libre's context, with OpenSSL's own functions for what libre has none for. */

#include "sip/tls.h"

#include <assert.h>
#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct signal_tls {
    struct tls *tls;
    struct signal_tls_files files;
    const char *expected;
    signal_tls_verified_h *verified; /* or NULL */
    void *arg;
};

/* Of a context its struct signal_tls, of a connection whom it is to reach. */
static int owner_index = -1;
static int name_index = -1;

/* A pass phrase would be asked for at the terminal. */
static int no_passphrase(char *buffer, int size, int writing, void *arg)
{
    (void)buffer;
    (void)size;
    (void)writing;
    (void)arg;
    return 0;
}

/* libre makes its connections itself; that one was made is all we see. */
static void note_name(void *parent, void *ptr, CRYPTO_EX_DATA *data, int index,
                      long number, void *arg)
{
    (void)ptr;
    (void)number;
    (void)arg;
    const SSL_CTX *context = SSL_get_SSL_CTX(parent);
    const struct signal_tls *tls =
        context ? SSL_CTX_get_ex_data(context, owner_index) : NULL;

    if (tls && tls->expected)
        (void)CRYPTO_set_ex_data(data, index, strdup(tls->expected));
}

static void forget_name(void *parent, void *ptr, CRYPTO_EX_DATA *data,
                        int index, long number, void *arg)
{
    (void)parent;
    (void)data;
    (void)index;
    (void)number;
    (void)arg;
    free(ptr);
}

static bool get_indexes(void)
{
    if (owner_index < 0)
        owner_index = SSL_CTX_get_ex_new_index(0, NULL, NULL, NULL, NULL);
    if (name_index < 0)
        name_index =
            SSL_get_ex_new_index(0, NULL, note_name, NULL, forget_name);

    return owner_index >= 0 && name_index >= 0;
}

/* A certificate that names nobody cannot be asked for: such a connection finds
   no name that would do. */
static void demand_name(SSL *ssl)
{
    const char *name = SSL_get_ex_data(ssl, name_index);
    X509_VERIFY_PARAM *rules = SSL_get0_param(ssl);

    if (!name || !*name)
        name = "nobody.invalid";
    if (X509_VERIFY_PARAM_set1_ip_asc(rules, name) != 1) {
        (void)SSL_set1_host(ssl, name);
        (void)SSL_set_tlsext_host_name(ssl, name);
    }
    SSL_set_verify(ssl, SSL_VERIFY_PEER, NULL);
}

/* A handshake that fails for another reason tells nothing of certificates. */
static void tell_verified(const SSL *ssl, bool is_done)
{
    const struct signal_tls *tls =
        SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), owner_index);
    const char *name = SSL_get_ex_data(ssl, name_index);
    long fault = SSL_get_verify_result(ssl);

    if (tls && tls->verified && name && *name &&
        is_done == (fault == X509_V_OK))
        tls->verified(name, (int)fault, tls->arg);
}

static void look_on(const SSL *ssl, int where, int value)
{
    (void)value;
    if (SSL_is_server(ssl))
        return;
    if (where & SSL_CB_HANDSHAKE_START)
        demand_name((SSL *)ssl);
    if (where & SSL_CB_HANDSHAKE_DONE)
        tell_verified(ssl, true);
    if ((where & SSL_CB_WRITE_ALERT) == SSL_CB_WRITE_ALERT)
        tell_verified(ssl, false);
}

static int load_own(SSL_CTX *context, const struct signal_tls_files *files)
{
    const char *key = *files->key ? files->key : files->certificate;

    if (access(files->certificate, R_OK) < 0 || access(key, R_OK) < 0)
        return -errno;

    SSL_CTX_set_default_passwd_cb(context, no_passphrase);
    if (SSL_CTX_use_certificate_chain_file(context, files->certificate) != 1)
        return -EBADMSG;
    if (SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1)
        return ERR_GET_REASON(ERR_peek_last_error()) ==
                       X509_R_KEY_VALUES_MISMATCH
                   ? -EKEYREJECTED
                   : -EBADMSG;

    return SSL_CTX_check_private_key(context) == 1 ? 0 : -EKEYREJECTED;
}

static int load_authorities(SSL_CTX *context, const char *file)
{
    X509_VERIFY_PARAM *rules = SSL_CTX_get0_param(context);

    /* Whoever is named in the file is believed, even if others made it. */
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
    if (!*file)
        return SSL_CTX_set_default_verify_paths(context) == 1 ? 0 : -EBADMSG;
    if (access(file, R_OK) < 0)
        return -errno;

    return SSL_CTX_load_verify_locations(context, file, NULL) == 1 ? 0
                                                                   : -EBADMSG;
}

static int set_up(struct signal_tls *tls)
{
    SSL_CTX *context = tls_openssl_context(tls->tls);

    if (!get_indexes() || SSL_CTX_set_ex_data(context, owner_index, tls) != 1 ||
        SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1)
        return -ENOMEM;

    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_info_callback(context, look_on);
    int rc = load_authorities(context, tls->files.authorities);
    return rc < 0 ? rc : load_own(context, &tls->files);
}

int signal_tls_new(const struct signal_tls_files *files,
                   struct signal_tls **ret_tls)
{
    assert(files && files->certificate && files->key && files->authorities);
    assert(ret_tls);

    struct signal_tls *tls = calloc(1, sizeof(*tls));
    int rc = tls && tls_alloc(&tls->tls, TLS_METHOD_SSLV23, NULL, NULL) == 0
                 ? 0
                 : -ENOMEM;

    if (rc == 0) {
        tls->files = *files;
        rc = set_up(tls);
        ERR_clear_error();
    }
    if (rc < 0) {
        signal_tls_free(tls);
        return rc;
    }

    *ret_tls = tls;
    return 0;
}

struct signal_tls *signal_tls_free(struct signal_tls *tls)
{
    if (!tls)
        return NULL;

    if (tls->tls && owner_index >= 0)
        (void)SSL_CTX_set_ex_data(tls_openssl_context(tls->tls), owner_index,
                                  NULL);
    mem_deref(tls->tls);
    free(tls);
    return NULL;
}

/* Tried on a context that nobody uses: half a change would serve nobody. */
int signal_tls_reload(struct signal_tls *tls)
{
    assert(tls);

    SSL_CTX *trial = SSL_CTX_new(TLS_method());
    int rc = trial ? load_own(trial, &tls->files) : -ENOMEM;

    SSL_CTX_free(trial);
    if (rc == 0)
        rc = load_own(tls_openssl_context(tls->tls), &tls->files);
    ERR_clear_error();
    return rc;
}

int64_t signal_tls_expires_us(const struct signal_tls *tls)
{
    assert(tls);

    const X509 *own = SSL_CTX_get0_certificate(tls_openssl_context(tls->tls));
    struct tm end;

    if (!own || ASN1_TIME_to_tm(X509_get0_notAfter(own), &end) != 1)
        return 0;

    return (int64_t)timegm(&end) * 1000000;
}

void signal_tls_on_verified(struct signal_tls *tls,
                            signal_tls_verified_h *verified, void *arg)
{
    assert(tls);

    tls->verified = verified;
    tls->arg = arg;
}

const char *signal_tls_fault(int fault)
{
    return X509_verify_cert_error_string(fault);
}

struct tls *signal_tls_of_libre(const struct signal_tls *tls)
{
    assert(tls);

    return tls->tls;
}

void signal_tls_expect(struct signal_tls *tls, const char *name)
{
    assert(tls && name);

    tls->expected = name;
}
