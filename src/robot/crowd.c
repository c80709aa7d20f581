/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All robots of one run. */

#include "robot/crowd.h"

#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "robot/crowd_inside.h"

enum {
    LAST_WORDS_MS = 300, /* BYEs on their way, before all is shut */
    QUIET_TRIES = 60,    /* ... of 50 ms each */
    QUIET_MS = 50,
    MAX_FDS = 20000,
};

/* The end. */

static void look_whether_quiet(void *arg)
{
    struct crowd *crowd = arg;
    struct room *room = &crowd->room;

    if ((signalling_is_quiet(room->line) && signalling_is_quiet(room->desks)) ||
        ++crowd->quiet_tries > QUIET_TRIES) {
        loop_stop(room->loop);
        return;
    }
    loop_start_timer(room->loop, &crowd->quiet, QUIET_MS * 1000,
                     look_whether_quiet, crowd);
}

static void go_home(void *arg)
{
    struct crowd *crowd = arg;

    desks_leave(&crowd->desks);
    signalling_stop(crowd->room.line);
    signalling_stop(crowd->room.desks);
    look_whether_quiet(crowd);
}

static void all_calls_done(struct room *room)
{
    struct crowd *crowd = (struct crowd *)room;

    room->stopping = true;
    loop_start_timer(room->loop, &crowd->deadline, LAST_WORDS_MS * 1000,
                     go_home, crowd);
}

static void time_is_up(void *arg)
{
    struct crowd *crowd = arg;

    if (!crowd->room.stopping)
        callers_stop(&crowd->callers);
}

static void signalled(int fd, unsigned events, void *arg)
{
    struct signalfd_siginfo info;

    (void)events;
    if (read(fd, &info, sizeof(info)) > 0)
        time_is_up(arg);
}

/* The beginning. */

static void line_came(int fd, unsigned events, void *arg)
{
    struct crowd *crowd = arg;
    char byte;

    (void)events;
    if (read(fd, &byte, 1) == 1 && byte != '\n')
        return;
    loop_unwatch_fd(crowd->room.loop, fd);
    crowd->reads_input = false;
    if (crowd->room.options->callers > 0)
        callers_start(&crowd->callers);
}

static void all_registered(struct room *room)
{
    struct crowd *crowd = (struct crowd *)room;

    fprintf(crowd->errors,
            "cclite-robots: %zu phones are registered, %zu are not\n",
            (size_t)room->tally.phones_registered,
            (size_t)room->tally.phones_refused);
    fflush(crowd->errors);
    if (!room->options->waits_for_line && room->options->callers > 0)
        callers_start(&crowd->callers);
}

/* Setting up. */

static int open_stack(struct crowd *crowd, const struct sockaddr_storage *at,
                      const struct signalling_handlers *handlers,
                      struct signalling **ret)
{
    const struct robot_options *options = crowd->room.options;
    struct signalling_settings settings = {
        .listeners = { { .address = *at,
                         .transport = room_transport(options) } },
        .listener_count = 1,
        .realm = "robots",
        .user_agent = "cclite-robots",
        .max_legs = ROOM_MAX_HANDSETS,
    };
    struct trunk_settings server = {
        .id = ROOM_SERVER_TRUNK,
        .name = "server",
        .addresses = { options->server },
        .address_count = 1,
        .transport = room_transport(options),
        .any_port = true,
    };

    /* With TLS its certificate has to name it by its address. */
    if (getnameinfo((const struct sockaddr *)&options->server,
                    sizeof(options->server), server.host, sizeof(server.host),
                    NULL, 0, NI_NUMERICHOST) != 0)
        return -EINVAL;

    memcpy(settings.tls_certificate, options->tls, sizeof(options->tls));
    memcpy(settings.tls_authorities, options->tls, sizeof(options->tls));

    int rc = signalling_new(crowd->room.loop, &settings, handlers, ret);

    return rc < 0 ? rc : trunk_set(*ret, &server);
}

static int open_media(struct crowd *crowd)
{
    struct media_settings settings;

    media_settings_default(&settings);
    settings.bind = crowd->room.options->trunk;
    settings.port_min = crowd->room.options->rtp_min;
    settings.port_max = crowd->room.options->rtp_max;
    settings.rtp_timeout_ms = 0;
    settings.quarantine_ms = 0;
    return media_new(&settings, &crowd->room.media);
}

/* Answers of media: what failed is counted, the rest is known. */
static void media_said(int fd, unsigned events, void *arg)
{
    struct room *room = arg;
    struct media_event event;

    (void)fd, (void)events;
    while (media_next_event(room->media, &event))
        if (event.type == MEDIA_ANSWER && event.result < 0)
            room->tally.media_failures++;
}

static int watch(struct crowd *crowd)
{
    struct room *room = &crowd->room;
    int rc = loop_watch_fd(room->loop, media_event_fd(room->media), LOOP_READ,
                           media_said, room);

    if (rc == 0)
        rc = loop_watch_fd(room->loop, crowd->signals, LOOP_READ, signalled,
                           crowd);
    if (rc == 0 && room->options->waits_for_line) {
        crowd->reads_input = true;
        rc = loop_watch_fd(room->loop, STDIN_FILENO, LOOP_READ, line_came,
                           crowd);
    }
    loop_start_timer(room->loop, &crowd->deadline,
                     (int64_t)room->options->seconds * 1000000, time_is_up,
                     crowd);
    return rc;
}

static int set_up(struct crowd *crowd)
{
    struct room *room = &crowd->room;
    struct loop_settings loop = { .max_fds = MAX_FDS };
    const struct signalling_handlers line = crowd_line_handlers(crowd);
    const struct signalling_handlers desks = crowd_desk_handlers(crowd);
    int rc;

    rc = loop_new(&loop, &room->loop);
    if (rc == 0)
        rc = open_media(crowd);
    if (rc == 0)
        rc = open_stack(crowd, &room->options->trunk, &line, &room->line);
    if (rc == 0)
        rc = open_stack(crowd, &room->options->desks, &desks, &room->desks);
    if (rc == 0)
        rc = ears_new(room, &crowd->ears);
    if (rc == 0)
        rc = watch(crowd);
    if (rc == 0) {
        callers_init(&crowd->callers, room, all_calls_done);
        rc = desks_init(&crowd->desks, room, crowd->ears, &crowd->callers,
                        all_registered);
    }
    return rc;
}

static void tear_down(struct crowd *crowd)
{
    struct room *room = &crowd->room;

    callers_forget(&crowd->callers);
    desks_done(&crowd->desks);
    if (room->loop && crowd->reads_input)
        loop_unwatch_fd(room->loop, STDIN_FILENO);
    crowd->ears = ears_free(crowd->ears);
    room->line = signalling_free(room->line);
    room->desks = signalling_free(room->desks);
    room->media = media_free(room->media);
    room->loop = loop_free(room->loop);
    tally_done(&room->tally);
}

static void print(struct crowd *crowd, FILE *out)
{
    const char *comma = "";

    fputs("{", out);
    tally_print(&crowd->room.tally, out);
    fputs(",\n  \"answered_by\": {", out);
    for (size_t i = 0; i < crowd->desks.count; i++) {
        fprintf(out, "%s\"%s\": %zu", comma, crowd->desks.desk[i].agent->name,
                (size_t)crowd->desks.desk[i].answered_calls);
        comma = ", ";
    }
    fputs("}\n}\n", out);
    fflush(out);
}

static int open_signals(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    if (sigprocmask(SIG_BLOCK, &set, NULL) < 0)
        return -errno;
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int crowd_run(const struct robot_options *options, FILE *out, FILE *errors)
{
    struct crowd *crowd = calloc(1, sizeof(*crowd));
    int rc;

    if (!crowd)
        return -ENOMEM;
    crowd->room.options = options;
    crowd->errors = errors;
    crowd->signals = open_signals();
    rc = crowd->signals < 0 ? -EMFILE : set_up(crowd);
    if (rc == 0) {
        if (options->agent_count == 0)
            all_registered(&crowd->room);
        rc = loop_run(crowd->room.loop);
        print(crowd, out);
    }
    tear_down(crowd);
    if (crowd->signals >= 0)
        close(crowd->signals);
    free(crowd);
    return rc;
}
