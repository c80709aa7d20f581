/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The SIP stack with a line to its standard input: commands in, events out,
 * one a line, so that scenarios can be written against it.
 *
 *     peer ADDRESS UDP-PORT TCP-PORT [SETTING=VALUE ...]
 *
 * Ports of 0 are free ones; "ready UDP-PORT TCP-PORT TLS-PORT" tells which,
 * and then those of second=ADDRESS.
 */

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/base64.h"
#include "sip/phone.h"
#include "sip/signalling.h"

enum {
    MAX_LEGS = 512,
    LINE_MAX_BYTES = 4096,
    FIRST_IN = 1000,
    MAX_FDS = 4096,
};

struct peer {
    struct loop *loop;
    struct signalling *signalling;
    struct leg *legs[MAX_LEGS];
    struct phone *phone;
    uint64_t next_in;
    uint16_t next_port;
    bool answers; /* every call at once, without being told */
    char realm[SIGNAL_REALM_MAX + 1];
    char line[LINE_MAX_BYTES];
    size_t length;
    struct wheel_timer leaving;
    struct phone_binding stored;
    struct leg_left left;
};

static struct leg **slot_of(struct peer *peer, uint64_t id)
{
    return &peer->legs[id % MAX_LEGS];
}

static struct leg *leg_of(struct peer *peer, uint64_t id)
{
    struct leg *leg = *slot_of(peer, id);

    return leg && leg_id(leg) == id ? leg : NULL;
}

static void print_text(const char *name, const struct leg_text *text)
{
    printf(" %s=", name);
    for (size_t i = 0; i < text->length; i++) {
        unsigned char c = (unsigned char)text->bytes[i];

        if (c > ' ' && c < 0x7f && c != '\\')
            putchar(c);
        else
            printf("\\x%02x", c);
    }
}

static void print_address(const struct sockaddr_storage *address)
{
    const struct sockaddr_in *in = (const struct sockaddr_in *)address;
    const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *)address;
    char text[INET6_ADDRSTRLEN] = "-";

    if (address->ss_family == AF_INET6) {
        inet_ntop(AF_INET6, &in6->sin6_addr, text, sizeof(text));
        printf("[%s]:%u", text, ntohs(in6->sin6_port));
        return;
    }
    if (address->ss_family == AF_INET)
        inet_ntop(AF_INET, &in->sin_addr, text, sizeof(text));
    printf("%s:%u", text,
           address->ss_family == AF_INET ? ntohs(in->sin_port) : 0);
}

static void print_key(const struct media_crypto *crypto)
{
    char key[BASE64_SIZE(MEDIA_KEY_SIZE)];

    if (crypto->suite == MEDIA_PLAIN)
        return;

    base64_write(crypto->key, sizeof(crypto->key), key);
    printf("/%s=%s", crypto->suite == MEDIA_AES_128_SHA1_80 ? "k80" : "k32",
           key);
}

static void print_media(const struct media_description *media)
{
    static const char *const directions[] = { "inactive", "sends", "receives",
                                              "both" };

    if (!media) {
        printf(" media=none");
        return;
    }

    printf(" media=");
    print_address(&media->rtp);
    printf("/%s/", directions[media->direction]);
    for (size_t i = 0; i < media->format_count; i++)
        printf("%s%u", media->formats[i].codec == MEDIA_PCMA ? "a" : "u",
               media->formats[i].payload_type);
    printf("/e%u/p%u", media->event_type, media->ptime_ms);
    print_key(&media->crypto);
}

static void end_line(void)
{
    putchar('\n');
    fflush(stdout);
}

static void local_media(struct peer *peer, const struct leg *leg,
                        const char *how, struct media_description *media)
{
    *media = (struct media_description){
        .formats = { { MEDIA_PCMA, 8 }, { MEDIA_PCMU, 0 } },
        .format_count = strstr(how, "pcma") ? 1 : 2,
        .event_type = 101,
        .event_clock_hz = 8000,
        .ptime_ms = 20,
        .direction = strstr(how, "hold")       ? MEDIA_SENDS
                     : strstr(how, "inactive") ? MEDIA_INACTIVE
                                               : MEDIA_BOTH_WAYS,
    };
    if (leg)
        leg_media_address(leg, &media->rtp);
    ((struct sockaddr_in *)&media->rtp)->sin_port = htons(peer->next_port);
    peer->next_port = (uint16_t)(peer->next_port + 2);
}

static void incoming(void *arg, struct leg *leg,
                     const struct leg_invite *invite)
{
    struct peer *peer = arg;
    uint64_t id = peer->next_in++;

    leg_set_id(leg, id);
    *slot_of(peer, id) = leg;
    printf("incoming %" PRIu64 " trunk=%" PRIu64 " device=%" PRIu64, id,
           invite->trunk_id, invite->device_id);
    print_text("called", &invite->called);
    print_text("caller", &invite->caller);
    print_text("name", &invite->caller_name);
    print_media(invite->offer);
    end_line();
    if (peer->answers) {
        struct media_description media;

        local_media(peer, leg, "", &media);
        (void)leg_answer(leg, &media);
    }
}

static void ringing(void *arg, struct leg *leg, int code,
                    const struct media_description *early)
{
    (void)arg;
    printf("ringing %" PRIu64 " %d", leg_id(leg), code);
    print_media(early);
    end_line();
}

static void answered(void *arg, struct leg *leg,
                     const struct media_description *remote)
{
    (void)arg;
    printf("answered %" PRIu64, leg_id(leg));
    print_media(remote);
    end_line();
}

static void confirmed(void *arg, struct leg *leg,
                      const struct media_description *remote)
{
    (void)arg;
    printf("confirmed %" PRIu64, leg_id(leg));
    print_media(remote);
    end_line();
}

static void media_changed(void *arg, struct leg *leg,
                          const struct media_description *remote)
{
    (void)arg;
    printf("media %" PRIu64, leg_id(leg));
    print_media(remote);
    end_line();
}

static void reoffered(void *arg, struct leg *leg, int code,
                      const struct media_description *remote)
{
    (void)arg;
    printf("reoffered %" PRIu64 " %d", leg_id(leg), code);
    print_media(remote);
    end_line();
}

static void digit(void *arg, struct leg *leg, char key, uint32_t duration_ms)
{
    (void)arg;
    printf("digit %" PRIu64 " %c %" PRIu32, leg_id(leg), key, duration_ms);
    end_line();
}

static void refer(void *arg, struct leg *leg, const struct leg_refer *refer)
{
    (void)arg;
    printf("refer %" PRIu64, leg_id(leg));
    print_text("target", &refer->target);
    print_text("uri", &refer->uri);
    if (refer->replaces_id)
        printf(" replaces=%" PRIu64, refer->replaces_id);
    end_line();
}

static void ended(void *arg, struct leg *leg, const struct leg_end *end)
{
    static const char *const causes[LEG_CAUSE_COUNT] = {
        "hung_up", "peer_hung_up", "cancelled", "refused",   "silent",
        "no_ack",  "no_media",     "lost",      "shut_down",
    };
    struct peer *peer = arg;

    if (*slot_of(peer, leg_id(leg)) == leg)
        *slot_of(peer, leg_id(leg)) = NULL;
    printf("ended %" PRIu64 " %s %d q850=%d retry=%d", leg_id(leg),
           causes[end->cause], end->code, end->q850, end->retry_after_s);
    if (end->redirect[0])
        printf(" redirect=%s", end->redirect);
    end_line();
}

static void dialog_up(void *arg, uint64_t id, const struct leg_left *left)
{
    struct peer *peer = arg;

    peer->left = *left;
    printf("dialog_up %" PRIu64 " cseq=%" PRIu32 " target=%s", id, left->cseq,
           left->target);
    end_line();
}

/* 112, whoever calls it. */
static bool is_emergency(void *arg, uint64_t device_id,
                         const struct leg_text *called)
{
    (void)arg;
    (void)device_id;
    return called->length == 3 && memcmp(called->bytes, "112", 3) == 0;
}

static void dialog_gone(void *arg, uint64_t id)
{
    (void)arg;
    printf("dialog_gone %" PRIu64, id);
    end_line();
}

static void reachable(void *arg, uint64_t id)
{
    (void)arg;
    printf("reachable %" PRIu64, id);
    end_line();
}

static void unreachable(void *arg, uint64_t id)
{
    (void)arg;
    printf("unreachable %" PRIu64, id);
    end_line();
}

static void print_binding(const char *what, const struct phone_binding *binding)
{
    printf("%s %" PRIu64 " %s source=", what, binding->device_id,
           binding->contact);
    print_address(&binding->source);
    end_line();
}

static void binding_set(void *arg, const struct phone_binding *binding)
{
    struct peer *peer = arg;

    peer->stored = *binding;
    print_binding("binding_set", binding);
}

static void binding_gone(void *arg, const struct phone_binding *binding)
{
    (void)arg;
    print_binding("binding_gone", binding);
}

static void trunk_is_up(void *arg, uint64_t id)
{
    (void)arg;
    printf("trunk_up %" PRIu64, id);
    end_line();
}

static void trunk_is_down(void *arg, uint64_t id, int code)
{
    (void)arg;
    printf("trunk_down %" PRIu64 " %d", id, code);
    end_line();
}

static const struct signalling_handlers handlers = {
    .leg = { incoming, ringing, answered, confirmed, media_changed, reoffered,
             digit, refer, ended, dialog_up, dialog_gone, is_emergency },
    .registrar = { reachable, unreachable, binding_set, binding_gone },
    .trunk = { trunk_is_up, trunk_is_down },
};

/* Commands. Each gives 0 or a negative errno, which is printed. */

static enum media_srtp srtp_named(const char *name)
{
    return strcmp(name, "required") == 0   ? MEDIA_SRTP_REQUIRED
           : strcmp(name, "optional") == 0 ? MEDIA_SRTP_OPTIONAL
                                           : MEDIA_SRTP_NO;
}

/* device ID NAME PASSWORD [optional|required] */
static int set_device(struct peer *peer, char *words[])
{
    struct registrar_device device = {
        .id = strtoull(words[0], NULL, 10),
        .username = words[1],
        .srtp = srtp_named(words[3]),
    };

    registrar_ha1(words[1], peer->realm, words[2], device.ha1);
    return registrar_set_device(peer->signalling, &device);
}

static int remove_device(struct peer *peer, char *words[])
{
    registrar_remove_device(peer->signalling, strtoull(words[0], NULL, 10));
    return 0;
}

static enum signal_transport transport_named(const char *name)
{
    return strcmp(name, "tls") == 0   ? SIGNAL_TLS
           : strcmp(name, "tcp") == 0 ? SIGNAL_TCP
                                      : SIGNAL_UDP;
}

/* trunk ID ADDRESS any|exact udp|tcp|tls CHANNELS OPTIONS-S REALM USER PASSWORD
   [register|- [optional|required]] */
static int set_trunk(struct peer *peer, char *words[])
{
    struct trunk_settings trunk = {
        .id = strtoull(words[0], NULL, 10),
        .any_port = strcmp(words[2], "any") == 0,
        .transport = transport_named(words[3]),
        .max_channels = (uint32_t)strtoul(words[4], NULL, 10),
        .options_interval_s = (uint32_t)strtoul(words[5], NULL, 10),
    };

    trunk.registers = strcmp(words[9], "register") == 0;
    trunk.srtp = srtp_named(words[10]);
    snprintf(trunk.realm, sizeof(trunk.realm), "%s", words[6]);
    snprintf(trunk.username, sizeof(trunk.username), "%s", words[7]);
    snprintf(trunk.password, sizeof(trunk.password), "%s", words[8]);
    int rc = trunk_read_place(words[1], &trunk);
    return rc < 0 ? rc : trunk_set(peer->signalling, &trunk);
}

/* dial ID device|trunk ID NUMBER CALLER NAME [auto|help] */
static int dial(struct peer *peer, char *words[])
{
    struct leg_target target;
    struct media_description media;
    struct leg *leg;
    uint64_t to = strtoull(words[2], NULL, 10);
    struct leg_call call = {
        .id = strtoull(words[0], NULL, 10),
        .target = &target,
        .caller = words[4],
        .caller_name = words[5],
        .auto_answer = strcmp(words[6], "auto") == 0,
        .is_emergency = strcmp(words[6], "help") == 0,
        .local = &media,
        .headers = { { "X-Contact", words[0] } },
        .header_count = 1,
    };

    int rc = strcmp(words[1], "trunk") != 0
                 ? leg_target_device(peer->signalling, to, &target)
             : call.is_emergency
                 ? leg_target_help(peer->signalling, to, words[3], &target)
                 : leg_target_trunk(peer->signalling, to, words[3], &target);
    if (rc < 0)
        return rc;

    local_media(peer, NULL, "", &media);
    uint16_t port = ((struct sockaddr_in *)&media.rtp)->sin_port;
    leg_target_media_address(peer->signalling, &target, &media.rtp);
    ((struct sockaddr_in *)&media.rtp)->sin_port = port;
    rc = leg_dial(peer->signalling, &call, &leg);
    if (rc == 0)
        *slot_of(peer, call.id) = leg;
    return rc;
}

static int progress(struct peer *peer, char *words[])
{
    struct leg *leg = leg_of(peer, strtoull(words[0], NULL, 10));
    struct media_description media;
    bool early = strcmp(words[2], "early") == 0;

    if (!leg)
        return -ENOENT;
    local_media(peer, leg, "", &media);
    return leg_progress(leg, (int)strtol(words[1], NULL, 10),
                        early ? &media : NULL);
}

static int answer(struct peer *peer, char *words[])
{
    struct leg *leg = leg_of(peer, strtoull(words[0], NULL, 10));
    struct media_description media;

    if (!leg)
        return -ENOENT;
    local_media(peer, leg, words[1], &media);
    return leg_answer(leg, &media);
}

static int reject(struct peer *peer, char *words[])
{
    struct leg *leg = leg_of(peer, strtoull(words[0], NULL, 10));

    return leg ? leg_reject(leg, (int)strtol(words[1], NULL, 10), NULL, NULL)
               : -ENOENT;
}

static int hang_up(struct peer *peer, char *words[])
{
    struct leg *leg = leg_of(peer, strtoull(words[0], NULL, 10));

    if (!leg)
        return -ENOENT;
    leg_hang_up(leg, strcmp(words[1], "elsewhere") == 0
                         ? LEG_WHY_ANSWERED_ELSEWHERE
                         : LEG_WHY_NORMAL);
    return 0;
}

static int reoffer(struct peer *peer, char *words[])
{
    struct leg *leg = leg_of(peer, strtoull(words[0], NULL, 10));
    struct media_description media;

    if (!leg)
        return -ENOENT;
    local_media(peer, leg, words[1], &media);
    return leg_reoffer(leg, &media);
}

static int refer_result(struct peer *peer, char *words[])
{
    struct leg *leg = leg_of(peer, strtoull(words[0], NULL, 10));

    return leg ? leg_refer_result(leg, (int)strtol(words[1], NULL, 10))
               : -ENOENT;
}

static int talk(struct peer *peer, char *words[])
{
    struct leg *leg = leg_of(peer, strtoull(words[0], NULL, 10));

    return leg ? leg_talk(leg) : -ENOENT;
}

static int load_binding(struct peer *peer, char *words[])
{
    (void)words;
    return registrar_load_binding(peer->signalling, &peer->stored);
}

static int bye_left(struct peer *peer, char *words[])
{
    (void)words;
    return leg_left_bye(peer->signalling, &peer->left);
}

static void registered(void *arg, struct phone *phone, int code)
{
    (void)arg;
    (void)phone;
    printf("registered %d", code);
    end_line();
}

/* phone ADDRESS udp|tcp USER PASSWORD EXPIRES */
static int be_phone(struct peer *peer, char *words[])
{
    struct phone_settings settings = {
        .transport = transport_named(words[1]),
        .username = words[2],
        .password = words[3],
        .domain = "127.0.0.1",
        .expires_s = (uint32_t)strtoul(words[4], NULL, 10),
        .registered = registered,
        .arg = peer,
    };

    int rc = trunk_read_address(words[0], settings.transport,
                                &settings.registrar, NULL);
    return rc < 0 ? rc
                  : phone_register(peer->signalling, &settings, &peer->phone);
}

static int unregister(struct peer *peer, char *words[])
{
    (void)words;
    peer->phone = phone_free(peer->phone);
    return 0;
}

static int answer_all(struct peer *peer, char *words[])
{
    (void)words;
    peer->answers = true;
    return 0;
}

static int drain(struct peer *peer, char *words[])
{
    (void)words;
    signalling_drain(peer->signalling);
    return 0;
}

static int stop(struct peer *peer, char *words[])
{
    (void)words;
    signalling_stop(peer->signalling);
    return 0;
}

static int stats(struct peer *peer, char *words[])
{
    (void)words;
    struct signalling_stats s;

    signalling_read_stats(peer->signalling, &s);
    printf("stats requests=%" PRIu64 " sanity=%" PRIu64 " sdp=%" PRIu64
           " busy=%" PRIu64 " locked=%" PRIu64 " replays=%" PRIu64
           " failures=%" PRIu64 " forks=%" PRIu64 " again=%" PRIu64
           " badresp=%" PRIu64 " legs=%u bindings=%u tcp=%" PRIu64
           " unreadable=%" PRIu64 " refreshed=%" PRIu64 " expired=%" PRIu64
           " keptalive=%" PRIu64 " idle=%" PRIu64,
           s.requests, s.refused_sanity, s.refused_sdp, s.refused_busy,
           s.locked_out, s.replays, s.auth_failures, s.forks_ended,
           s.answers_retransmitted, s.bad_responses, s.legs, s.bindings,
           s.tcp_refused, s.unreadable, s.sessions_refreshed,
           s.sessions_expired, s.keep_alives, s.tcp_idle);
    end_line();
    return 0;
}

static int refusals(struct peer *peer, char *words[])
{
    (void)words;
    static const char *const reasons[] = { "stranger", "password", "locked" };
    struct signal_refusal refusal;

    while (signalling_next_refusal(peer->signalling, &refusal)) {
        printf("%s %s", reasons[refusal.reason], refusal.source);
        end_line();
    }
    return 0;
}

static int trunk_status(struct peer *peer, char *words[])
{
    struct trunk_status s;
    uint64_t id = strtoull(words[0], NULL, 10);

    int rc = trunk_ask_status(peer->signalling, id, &s);
    if (rc < 0)
        return rc;

    printf("trunk %" PRIu64 " up=%d channels=%u full=%" PRIu64
           " failures=%" PRIu64 " code=%d name=%d:%s certificate=%d"
           " registered=%d",
           id, s.up, s.channels, s.refused_full, s.failures, s.last_code,
           s.named, s.name_error ? strerror(-s.name_error) : "-",
           s.certificate_fault, s.registered == TRUNK_REGISTERED);
    end_line();
    return 0;
}

static int reload(struct peer *peer, char *words[])
{
    (void)words;
    return signalling_reload(peer->signalling);
}

/* How many days the certificate is good for. */
static int certificate(struct peer *peer, char *words[])
{
    (void)words;
    printf("certificate %" PRId64,
           signalling_certificate_left_us(peer->signalling) /
               INT64_C(86400000000));
    end_line();
    return 0;
}

static int quit(struct peer *peer, char *words[])
{
    (void)words;
    loop_stop(peer->loop);
    return 0;
}

static const struct {
    const char *name;
    int (*run)(struct peer *peer, char *words[]);
} commands[] = {
    { "device", set_device },
    { "remove", remove_device },
    { "trunk", set_trunk },
    { "dial", dial },
    { "progress", progress },
    { "answer", answer },
    { "reject", reject },
    { "hangup", hang_up },
    { "reoffer", reoffer },
    { "refer_result", refer_result },
    { "talk", talk },
    { "load", load_binding },
    { "bye_left", bye_left },
    { "phone", be_phone },
    { "unregister", unregister },
    { "answer_all", answer_all },
    { "drain", drain },
    { "stop", stop },
    { "stats", stats },
    { "refusals", refusals },
    { "status", trunk_status },
    { "reload", reload },
    { "certificate", certificate },
    { "quit", quit },
};

enum {
    MAX_WORDS = 16,
};

static void run_line(struct peer *peer, char *line)
{
    static char nothing[] = "";
    char *words[MAX_WORDS];
    char *rest = line;
    size_t count = 0;

    for (char *word = strsep(&rest, " "); word && count < MAX_WORDS;
         word = strsep(&rest, " "))
        words[count++] = word;
    while (count < MAX_WORDS)
        words[count++] = nothing;

    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        if (strcmp(words[0], commands[i].name) != 0)
            continue;

        int rc = commands[i].run(peer, words + 1);
        printf("rc %s %s", words[0], rc ? strerror(-rc) : "ok");
        end_line();
        return;
    }

    printf("rc %s unknown", words[0]);
    end_line();
}

static void read_commands(int fd, unsigned events, void *arg)
{
    (void)events;
    struct peer *peer = arg;
    ssize_t n = read(fd, peer->line + peer->length,
                     sizeof(peer->line) - 1 - peer->length);

    if (n <= 0) {
        loop_unwatch_fd(peer->loop, fd);
        loop_stop(peer->loop);
        return;
    }

    peer->length += (size_t)n;
    peer->line[peer->length] = '\0';
    for (char *end = strchr(peer->line, '\n'); end;
         end = strchr(peer->line, '\n')) {
        *end = '\0';
        run_line(peer, peer->line);
        peer->length -= (size_t)(end + 1 - peer->line);
        memmove(peer->line, end + 1, peer->length + 1);
    }
}

/* A certificate brings a third listener. */
static void read_tls(struct signalling_settings *settings, const char *text)
{
    if (strncmp(text, "certificate=", 12) == 0) {
        snprintf(settings->tls_certificate, sizeof(settings->tls_certificate),
                 "%s", text + 12);
        settings->listeners[2] = settings->listeners[0];
        ((struct sockaddr_in *)&settings->listeners[2].address)->sin_port = 0;
        settings->listeners[2].transport = SIGNAL_TLS;
        settings->listener_count = 3;
    }
    if (strncmp(text, "key=", 4) == 0)
        snprintf(settings->tls_key, sizeof(settings->tls_key), "%s", text + 4);
    if (strncmp(text, "authorities=", 12) == 0)
        snprintf(settings->tls_authorities, sizeof(settings->tls_authorities),
                 "%s", text + 12);
}

/* Another address, by UDP and TCP. */
static void read_second(struct signalling_settings *settings, const char *text)
{
    for (int i = 0; i < 2; i++) {
        struct signal_listener *listener =
            &settings->listeners[settings->listener_count++];

        (void)trunk_read_address(text, SIGNAL_UDP, &listener->address, NULL);
        ((struct sockaddr_in *)&listener->address)->sin_port = 0;
        listener->transport = i == 0 ? SIGNAL_UDP : SIGNAL_TCP;
    }
}

static void read_setting(struct signalling_settings *settings, const char *text)
{
    const struct {
        const char *name;
        uint32_t *value;
    } numbers[] = {
        { "max_legs=", &settings->max_legs },
        { "max_requests_per_s=", &settings->max_requests_per_s },
        { "max_tcp_per_source=", &settings->max_tcp_per_source },
        { "max_tcp_connections=", &settings->max_tcp_connections },
        { "tcp_idle_s=", &settings->tcp_idle_s },
        { "auth_failures=", &settings->auth_failures_per_minute },
        { "min_expires_s=", &settings->min_expires_s },
        { "max_expires_s=", &settings->max_expires_s },
        { "session_s=", &settings->session_s },
        { "min_session_s=", &settings->min_session_s },
        { "t1_ms=", &settings->t1_ms },
        { "keep_alive_s=", &settings->keep_alive_s },
        { "min_ttl_s=", &settings->min_ttl_s },
    };

    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        size_t length = strlen(numbers[i].name);

        if (strncmp(text, numbers[i].name, length) == 0)
            *numbers[i].value = (uint32_t)strtoul(text + length, NULL, 10);
    }

    read_tls(settings, text);
    if (strncmp(text, "second=", 7) == 0)
        read_second(settings, text + 7);
    if (strncmp(text, "dns=", 4) == 0)
        (void)trunk_read_address(
            text + 4, SIGNAL_UDP,
            &settings->name_servers[settings->name_server_count++], NULL);
    if (strncmp(text, "public=", 7) == 0)
        (void)trunk_read_address(text + 7, SIGNAL_UDP,
                                 &settings->public_address, NULL);
}

static void read_settings(int argc, char *argv[],
                          struct signalling_settings *settings)
{
    *settings = (struct signalling_settings){
        .listener_count = 2,
        .realm = "cclite.test",
        .user_agent = "cclite-peer",
    };

    for (int i = 0; i < 2; i++) {
        struct sockaddr_storage *address = &settings->listeners[i].address;

        (void)trunk_read_address(argv[1], SIGNAL_UDP, address, NULL);
        ((struct sockaddr_in *)address)->sin_port =
            htons((uint16_t)strtoul(argv[2 + i], NULL, 10));
        settings->listeners[i].transport = i == 0 ? SIGNAL_UDP : SIGNAL_TCP;
    }
    for (int i = 4; i < argc; i++)
        read_setting(settings, argv[i]);
}

static uint16_t port_of(const struct peer *peer, size_t index)
{
    struct sockaddr_storage address = { 0 };

    (void)signalling_local_address(peer->signalling, index, &address);
    return ntohs(((struct sockaddr_in *)&address)->sin_port);
}

int main(int argc, char *argv[])
{
    static struct peer peer = { .next_in = FIRST_IN, .next_port = 40000 };
    struct signalling_settings settings;
    struct signalling_handlers mine = handlers;
    struct loop_settings loop_settings = { .max_fds = MAX_FDS };

    if (argc < 4)
        return 2;

    read_settings(argc, argv, &settings);
    mine.arg = &peer;
    snprintf(peer.realm, sizeof(peer.realm), "%s", settings.realm);

    int rc = loop_new(&loop_settings, &peer.loop);
    if (rc == 0)
        rc = signalling_new(peer.loop, &settings, &mine, &peer.signalling);
    if (rc == 0)
        rc = loop_watch_fd(peer.loop, STDIN_FILENO, LOOP_READ, read_commands,
                           &peer);
    if (rc == 0) {
        printf("ready");
        for (size_t i = 0; i < settings.listener_count; i++)
            printf(" %u", port_of(&peer, i));
        end_line();
        rc = loop_run(peer.loop);
    }

    phone_free(peer.phone);
    signalling_free(peer.signalling);
    loop_free(peer.loop);
    if (rc < 0)
        fprintf(stderr, "peer: %s\n", strerror(-rc));
    return rc < 0;
}
