/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where calls out go: a phone's newest place, or a number behind a trunk. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "sip/trunk_table.h"

int leg_target_device(const struct signalling *signalling, uint64_t device_id,
                      struct leg_target *ret_target)
{
    assert(signalling && ret_target);

    struct phone_binding bindings[REGISTRAR_BINDINGS_PER_DEVICE];
    size_t count = registrar_bindings(signalling, device_id, bindings,
                                      REGISTRAR_BINDINGS_PER_DEVICE);

    for (size_t i = 0; i < count; i++) {
        if (!bindings[i].reachable)
            continue;

        *ret_target = (struct leg_target){
            .next_hop = bindings[i].source,
            .transport = bindings[i].transport,
            .device_id = device_id,
        };
        memcpy(ret_target->request_uri, bindings[i].contact,
               sizeof(ret_target->request_uri));
        return 0;
    }

    return -ENOENT;
}

/* By its name where it has one: others may serve many (RFC 3263, 4). */
static int write_uri(const struct trunk *trunk, const struct trunk_path *path,
                     const struct pl *user, struct leg_target *target)
{
    const struct trunk_settings *settings = &trunk->settings;
    char port[8] = "";

    if (settings->address_count > 0)
        return re_snprintf(target->request_uri, sizeof(target->request_uri),
                           "sip:%H@%J", uri_user_escape, user, &path->address);
    if (settings->port != 0)
        (void)re_snprintf(port, sizeof(port), ":%u", settings->port);

    return re_snprintf(target->request_uri, sizeof(target->request_uri),
                       "sip:%H@%s%s", uri_user_escape, user, settings->host,
                       port);
}

static int target_path(const struct trunk *trunk, const struct trunk_path *path,
                       const char *number, struct leg_target *ret_target)
{
    struct leg_target target = { .trunk_id = trunk->settings.id };
    struct pl user;

    pl_set_str(&user, number);
    if (user.l == 0 || user.l > LEG_NUMBER_MAX ||
        !leg_is_line(number, LEG_NUMBER_MAX))
        return -EINVAL;
    if (write_uri(trunk, path, &user, &target) < 0)
        return -EINVAL;

    target.transport = trunk->settings.transport;
    signal_address_from_sa(&path->address, &target.next_hop);
    *ret_target = target;
    return 0;
}

int leg_target_trunk(const struct signalling *signalling, uint64_t trunk_id,
                     const char *number, struct leg_target *ret_target)
{
    assert(signalling && number && ret_target);

    const struct trunk *trunk = trunk_find(signalling->trunks, trunk_id);
    if (!trunk)
        return -ENOENT;

    const struct trunk_path *path = trunk_best_path(trunk);

    return path ? target_path(trunk, path, number, ret_target) : -EHOSTDOWN;
}

int leg_target_help(const struct signalling *signalling, uint64_t trunk_id,
                    const char *number, struct leg_target *ret_target)
{
    assert(signalling && number && ret_target);

    const struct trunk *trunk = trunk_find(signalling->trunks, trunk_id);
    if (!trunk)
        return -ENOENT;

    const struct trunk_path *path = trunk_any_path(trunk);

    return path ? target_path(trunk, path, number, ret_target) : -EHOSTDOWN;
}

/* Of the address only the number counts: where it is called is not for the one
   who redirects to say. */
void leg_read_redirect(const struct sip_msg *msg,
                       char ret_number[LEG_REDIRECT_MAX + 1])
{
    static const char allowed[] = "+*#0123456789";
    const struct sip_hdr *contact = sip_msg_hdr(msg, SIP_HDR_CONTACT);
    struct leg_text user = { NULL, 0 };
    struct sip_addr address;

    ret_number[0] = '\0';
    if (!contact || sip_addr_decode(&address, &contact->val))
        return;

    struct pl escaped = leg_user_of(&address.uri);

    if (leg_unescape(&escaped, &user) == 0 && user.length > 0 &&
        user.length <= LEG_REDIRECT_MAX &&
        strspn(user.bytes, allowed) == user.length)
        memcpy(ret_number, user.bytes, user.length + 1);
    leg_text_done(&user);
}
