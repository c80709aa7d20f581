/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libre's own registration client, with its handlers tamed. */

#include "sip/phone.h"

#include <assert.h>
#include <errno.h>

#include "sip/stack.h"
#include "sip/trunk_table.h"

/* Outlives the phone: saying good-bye may have to be authenticated, too. */
struct credentials {
    char *username;
    char *password;
};

struct phone {
    struct sipreg *registration;
    void (*registered)(void *arg, struct phone *phone, int code);
    void *arg;
};

static void credentials_destructor(void *arg)
{
    struct credentials *credentials = arg;

    mem_deref(credentials->username);
    mem_deref(credentials->password);
}

static void phone_destructor(void *arg)
{
    struct phone *phone = arg;

    mem_deref(phone->registration);
}

static int give_credentials(char **username, char **password, const char *realm,
                            void *arg)
{
    (void)realm;
    const struct credentials *credentials = arg;

    return str_dup(username, credentials->username) ||
                   str_dup(password, credentials->password)
               ? ENOMEM
               : 0;
}

static void responded(int err, const struct sip_msg *msg, void *arg)
{
    struct phone *phone = arg;

    phone->registered(phone->arg, phone, err || !msg ? 0 : msg->scode);
}

static struct credentials *copy_credentials(const struct phone_settings *from)
{
    struct credentials *credentials =
        mem_zalloc(sizeof(*credentials), credentials_destructor);

    if (credentials && (str_dup(&credentials->username, from->username) ||
                        str_dup(&credentials->password, from->password)))
        credentials = mem_deref(credentials);

    return credentials;
}

static int start(struct phone *phone, struct signalling *signalling,
                 const struct phone_settings *settings,
                 const struct sa *registrar)
{
    struct credentials *credentials = copy_credentials(settings);
    char hop[SIGNAL_HOP_SIZE], record[256];

    if (!credentials)
        return -ENOMEM;

    signal_hop_uri(registrar, settings->transport, hop);
    int err = re_snprintf(record, sizeof(record), "sip:%s@%s",
                          settings->username, settings->domain) < 0
                  ? EINVAL
                  : 0;
    if (signalling->tls)
        signal_tls_expect(signalling->tls,
                          trunk_find_host(signalling->trunks, registrar));
    if (!err)
        err = sipreg_register(&phone->registration, signalling->sip, hop,
                              record, NULL, record, settings->expires_s,
                              settings->username, NULL, 0, 0, give_credentials,
                              credentials, true, responded, phone, NULL, NULL);

    if (signalling->tls)
        signal_tls_expect(signalling->tls, "");
    mem_deref(credentials);
    return -err;
}

int phone_register(struct signalling *signalling,
                   const struct phone_settings *settings,
                   struct phone **ret_phone)
{
    assert(signalling && settings && settings->registered && ret_phone);

    struct sa registrar;

    if (signal_address_to_sa(&settings->registrar, &registrar) < 0)
        return -EINVAL;

    struct phone *phone = mem_zalloc(sizeof(*phone), phone_destructor);
    if (!phone)
        return -ENOMEM;

    phone->registered = settings->registered;
    phone->arg = settings->arg;

    int rc = start(phone, signalling, settings, &registrar);
    if (rc < 0) {
        mem_deref(phone);
        return rc;
    }

    *ret_phone = phone;
    return 0;
}

struct phone *phone_free(struct phone *phone)
{
    mem_deref(phone);
    return NULL;
}
