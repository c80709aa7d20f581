/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handlers that doubt, a clock that is set, and what the stack sends. */

#include "tests/fuzz/leg_house.h"

#include <arpa/inet.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/text.h"
#include "sip/sanity.h"
#include "tests/fuzz/fuzz.h"

enum { TURNS = 3 };

struct house house;
int64_t house_now_us = 1000000000;

/* The library's clock, in place of its own. */
uint64_t tmr_jiffies(void)
{
    return (uint64_t)house_now_us / 1000;
}

/* Nor does the loop's timer run by the machine's: it is set off when it is due
   in the script. */
static int timer_fd = -1;
static int64_t timer_due_us = INT64_MAX;

int timerfd_settime(int fd, int flags, const struct itimerspec *wanted,
                    struct itimerspec *old)
{
    int64_t delay_us = (int64_t)wanted->it_value.tv_sec * 1000000 +
                       wanted->it_value.tv_nsec / 1000;

    CLAIM(flags == 0 && !old && delay_us > 0);
    timer_fd = fd;
    timer_due_us = house_now_us + delay_us;
    return 0;
}

static void set_off(void)
{
    static const struct itimerspec now = { .it_value.tv_nsec = 1 };
    struct pollfd ready = { .fd = timer_fd, .events = POLLIN };

    if (timer_due_us > house_now_us)
        return;
    timer_due_us = INT64_MAX;
    CLAIM(syscall(SYS_timerfd_settime, timer_fd, 0, &now, NULL) == 0);
    CLAIM(poll(&ready, 1, -1) == 1);
}

static int64_t tell_now(void *arg)
{
    (void)arg;
    return house_now_us;
}

/* Handlers: each leg has one end, and nothing after it. */

static size_t place_of(const struct leg *leg)
{
    size_t i = 0;

    CLAIM(!house.is_inside);
    while (i < house.leg_count && house.legs[i] != leg)
        i++;
    CLAIM(i < house.leg_count);
    return i;
}

void house_take_in(struct leg *leg)
{
    CLAIM(house.leg_count < MAX_LEGS);
    house.legs[house.leg_count++] = leg;
}

static void incoming(void *arg, struct leg *leg,
                     const struct leg_invite *invite)
{
    (void)arg;
    CLAIM(!house.is_inside && invite->trunk_id == TRUNK);
    leg_set_id(leg, house.next_id++);
    house_take_in(leg);
    text_safe(invite->caller.bytes, invite->caller.length, house.caller,
              sizeof(house.caller));
    text_safe(invite->caller_name.bytes, invite->caller_name.length,
              house.caller_name, sizeof(house.caller_name));
}

static void ringing(void *arg, struct leg *leg, int code,
                    const struct media_description *early)
{
    (void)arg;
    (void)early;
    (void)place_of(leg);
    CLAIM(code > 100 && code < 200);
}

static void media(void *arg, struct leg *leg,
                  const struct media_description *remote)
{
    (void)arg;
    (void)place_of(leg);
    CLAIM(!remote || remote->format_count > 0);
}

static void reoffered(void *arg, struct leg *leg, int code,
                      const struct media_description *remote)
{
    CLAIM(code >= 200 && (code < 300 || !remote));
    media(arg, leg, remote);
}

static void digit(void *arg, struct leg *leg, char key, uint32_t duration_ms)
{
    (void)arg;
    (void)duration_ms;
    (void)place_of(leg);
    CLAIM(key && strchr("0123456789*#ABCD", key));
}

static void refer(void *arg, struct leg *leg, const struct leg_refer *refer)
{
    (void)arg;
    (void)place_of(leg);
    CLAIM(refer->replaces_id || refer->target.length > 0);
}

static void ended(void *arg, struct leg *leg, const struct leg_end *end)
{
    size_t i = place_of(leg);

    (void)arg;
    CLAIM(end->cause < LEG_CAUSE_COUNT);
    house.legs[i] = house.legs[--house.leg_count];
}

static size_t up_place(uint64_t id)
{
    size_t i = 0;

    while (i < house.up_count && house.up[i] != id)
        i++;
    return i;
}

static void dialog_up(void *arg, uint64_t id, const struct leg_left *left)
{
    size_t i = up_place(id);

    (void)arg;
    CLAIM(left->call_id[0] && left->local_tag[0] && i < MAX_LEGS);
    house.up[i] = id;
    house.up_count += i == house.up_count;
}

static void dialog_gone(void *arg, uint64_t id)
{
    size_t i = up_place(id);

    (void)arg;
    CLAIM(i < house.up_count);
    house.up[i] = house.up[--house.up_count];
}

static void of_binding(void *arg, const struct phone_binding *binding)
{
    (void)arg;
    (void)binding;
}

static void of_id(void *arg, uint64_t id)
{
    (void)arg;
    (void)id;
}

static void trunk_down(void *arg, uint64_t id, int code)
{
    (void)code;
    of_id(arg, id);
}

static const struct signalling_handlers handlers = {
    .leg = { incoming, ringing, media, media, media, reoffered, digit, refer,
             ended, dialog_up, dialog_gone, NULL },
    .registrar = { of_id, of_id, of_binding, of_binding },
    .trunk = { of_id, trunk_down },
};

/* The house: a stack, and a trunk's socket. */

static void open_socket(void)
{
    socklen_t size = sizeof(house.own);

    house.own = (struct sockaddr_in){ .sin_family = AF_INET };
    house.own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    house.fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    CLAIM(house.fd >= 0 &&
          bind(house.fd, (struct sockaddr *)&house.own, size) == 0);
    CLAIM(getsockname(house.fd, (struct sockaddr *)&house.own, &size) == 0);
}

static void stop(int fd, unsigned events, void *arg)
{
    (void)fd;
    (void)events;
    loop_stop(arg);
}

/* Always readable, so that no turn waits. */
static void open_bell(void)
{
    int fd = eventfd(1, EFD_NONBLOCK | EFD_CLOEXEC);

    CLAIM(fd >= 0);
    CLAIM(loop_watch_fd(house.loop, fd, LOOP_READ, stop, house.loop) == 0);
}

void house_open(void)
{
    static const struct loop_settings loop = { .max_fds = 1024,
                                               .now_us = tell_now };
    struct signalling_settings settings = { .listener_count = 1,
                                            .realm = "test",
                                            .user_agent = "test",
                                            .max_legs = MAX_LEGS };
    struct trunk_settings trunk = { .id = TRUNK, .address_count = 1 };

    open_socket();
    memcpy(&settings.listeners[0].address, &house.own, sizeof(house.own));
    ((struct sockaddr_in *)&settings.listeners[0].address)->sin_port = 0;
    memcpy(&trunk.addresses[0], &house.own, sizeof(house.own));
    CLAIM(loop_new(&loop, &house.loop) == 0);
    open_bell();
    CLAIM(signalling_new(house.loop, &settings, &handlers, &house.signalling) ==
          0);
    CLAIM(trunk_set(house.signalling, &trunk) == 0);
    CLAIM(signalling_local_address(house.signalling, 0, &house.stack) == 0);
    house.next_id = 1;
}

/* Some: what comes in may be looked at in the next turn. */
void house_turn(void)
{
    for (int i = 0; i < TURNS; i++) {
        set_off();
        CLAIM(loop_run(house.loop) == 0);
    }
}

/* What the stack sends. */

/* The line that begins so, as far as it fits; "" when there is none. */
void house_find_line(const char *message, const char *name, char *ret,
                     size_t size)
{
    char start[32];

    (void)snprintf(start, sizeof(start), "\r\n%s: ", name);
    const char *line = strstr(message, start);
    ret[0] = '\0';
    if (!line)
        return;

    line += strlen(start);
    (void)snprintf(ret, size, "%.*s", (int)strcspn(line, "\r"), line);
}

struct dialog *house_dialog_new(void)
{
    size_t i = house.dialog_count++ % MAX_DIALOGS;

    house.dialogs[i] = (struct dialog){ .cseq = 1 };
    return &house.dialogs[i];
}

static struct dialog *dialog_of(const char *call_id)
{
    for (size_t i = 0; i < MAX_DIALOGS; i++)
        if (strcmp(house.dialogs[i].call_id, call_id) == 0)
            return &house.dialogs[i];
    return NULL;
}

/* Whoever gets it can read it, whoever's name is in it. */
static void claim_readable(const char *message)
{
    struct mbuf *mb = mbuf_alloc(MESSAGE);
    struct sanity_fault fault;
    struct sip_msg *msg = NULL;

    CLAIM(mb && mbuf_write_str(mb, message) == 0);
    mb->pos = 0;
    CLAIM(sip_msg_decode(&msg, mb) == 0);
    CLAIM(sanity_check_request(msg, &fault));
    mem_deref(msg);
    mem_deref(mb);
}

static void note_request(const char *message, const char *call_id)
{
    char to[HEADER];

    claim_readable(message);
    (void)snprintf(house.asked[house.asked_count++ % MAX_ASKED], MESSAGE, "%s",
                   message);
    if (strncmp(message, "INVITE ", 7) != 0 || dialog_of(call_id))
        return;

    struct dialog *dialog = house_dialog_new();

    (void)snprintf(dialog->call_id, HEADER, "%s", call_id);
    house_find_line(message, "From", dialog->theirs, HEADER);
    house_find_line(message, "To", to, sizeof(to));
    (void)snprintf(dialog->ours, HEADER, "%.300s;tag=trunk", to);
}

static void note(const char *message)
{
    char call_id[HEADER];
    char to[HEADER];

    house_find_line(message, "Call-ID", call_id, sizeof(call_id));
    if (strncmp(message, "SIP/2.0 ", 8) != 0) {
        note_request(message, call_id);
        return;
    }

    struct dialog *dialog = dialog_of(call_id);

    house_find_line(message, "To", to, sizeof(to));
    if (!dialog || !strstr(to, ";tag=") || strstr(to, ";tag=trunk"))
        return;
    (void)snprintf(dialog->theirs, HEADER, "%s", to);
    house_find_line(message, "RSeq", dialog->rseq, sizeof(dialog->rseq));
}

void house_hear(void)
{
    char message[MESSAGE];
    ssize_t length;

    while ((length = recv(house.fd, message, sizeof(message) - 1, 0)) >= 0) {
        message[length] = '\0';
        note(message);
    }
}
