/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bindings and dialogs as they lie in the database: what is read is written the
   same, and what is not understood is refused. */

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "calls/keepsake.h"
#include "tests/fuzz/fuzz.h"

static void claim_address(const struct sockaddr_storage *address)
{
    CLAIM(address->ss_family == AF_INET || address->ss_family == AF_INET6);
}

static void look_at_binding(const struct phone_binding *binding)
{
    struct phone_binding again;
    char text[CALLS_NOTE_TEXT_SIZE], key[CALLS_NOTE_KEY_SIZE];

    CLAIM(binding->device_id > 0 && !binding->reachable);
    CLAIM(memchr(binding->contact, '\0', sizeof(binding->contact)));
    CLAIM(memchr(binding->call_id, '\0', sizeof(binding->call_id)));
    CLAIM(binding->expires_at_us >= 0 && binding->transport <= SIGNAL_TLS);
    claim_address(&binding->source);
    CLAIM(keepsake_write_binding(binding, text) == 0);
    CLAIM(keepsake_read_binding(text, &again) == 0);
    CLAIM(memcmp(binding, &again, sizeof(again)) == 0);
    CLAIM(!strpbrk(text, "\r\n"));
    keepsake_binding_key(binding, key);
    CLAIM(key[0] && memchr(key, '\0', sizeof(key)));
}

static void look_at_dialog(const struct leg_left *left)
{
    struct leg_left again;
    char text[CALLS_NOTE_TEXT_SIZE];

    CLAIM(memchr(left->target, '\0', sizeof(left->target)));
    CLAIM(memchr(left->route, '\0', sizeof(left->route)));
    CLAIM(left->transport <= SIGNAL_TLS);
    claim_address(&left->next_hop);
    if (keepsake_write_dialog(left, text) < 0)
        return; /* escapes may make it longer than it was */
    CLAIM(keepsake_read_dialog(text, &again) == 0);
    CLAIM(memcmp(left, &again, sizeof(again)) == 0);
    CLAIM(!strpbrk(text, "\r\n"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    struct phone_binding binding = { .device_id = 77 };
    struct leg_left left = { .cseq = 77 };
    int rc = keepsake_read_binding(text, &binding);

    CLAIM(rc == 0 || (rc == -EBADMSG && binding.device_id == 77));
    if (rc == 0)
        look_at_binding(&binding);
    rc = keepsake_read_dialog(text, &left);
    CLAIM(rc == 0 || (rc == -EBADMSG && left.cseq == 77));
    if (rc == 0)
        look_at_dialog(&left);
    free(text);
    return 0;
}
