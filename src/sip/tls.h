/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIP over TLS: our certificate, and whom we believe (RFC 3261, 26.3; 5922). */

#ifndef SIP_TLS_H
#define SIP_TLS_H

#include <stdint.h>

#include "sip/libre.h"

/*
 * One context serves both ways. As a server we show our certificate and ask for
 * none: phones are known by their password, trunks by their address. As a
 * client we believe a peer only when its certificate names it and somebody we
 * trust vouches for it. TLS 1.2 or newer.
 */
struct signal_tls;

struct signal_tls_files {
    const char *certificate; /* PEM: ours, then those up to the root */
    const char *key;         /* PEM; "": in the same file. Not encrypted */
    const char *authorities; /* PEM; "": those that the system trusts */
};

/**
 * @param files    borrowed until signal_tls_free()
 * @param ret_tls  on success; signal_tls_free() it
 *
 * @return 0, or
 *         -ENOENT, -EACCES  a file cannot be read
 *         -EBADMSG          a file does not hold what it should
 *         -EKEYREJECTED     the key is not that of the certificate
 *         -ENOMEM
 */
int signal_tls_new(const struct signal_tls_files *files,
                   struct signal_tls **ret_tls);

/** NULL is fine; connections go on. @return NULL always */
struct signal_tls *signal_tls_free(struct signal_tls *tls);

/**
 * Reads certificate and key again. Connections there are keep what they have;
 * when the files are bad so do those to come.
 *
 * @return as signal_tls_new()
 */
int signal_tls_reload(struct signal_tls *tls);

/**
 * Told how a handshake of ours with a peer went: 0, or why its certificate was
 * refused, see signal_tls_fault(). From inside of reading from it.
 *
 * @param name  whom it was to reach, as expected
 */
typedef void signal_tls_verified_h(const char *name, int fault, void *arg);

void signal_tls_on_verified(struct signal_tls *tls,
                            signal_tls_verified_h *verified, void *arg);

/** Why, in English: "self-signed certificate". */
const char *signal_tls_fault(int fault);

/** @return until when our certificate is good, in µs of UTC */
int64_t signal_tls_expires_us(const struct signal_tls *tls);

/** For sip_transp_add(). @return owned by tls */
struct tls *signal_tls_of_libre(const struct signal_tls *tls);

/**
 * Tells whom a connection that libre makes from now on is to reach: a host name
 * or an IP address, as the certificate must have it. "": nobody, so it fails.
 *
 * @param name  borrowed until the next call
 */
void signal_tls_expect(struct signal_tls *tls, const char *name);

#endif
