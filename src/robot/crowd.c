/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All robots of one run. */

#include "robot/crowd.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "robot/desk.h"
#include "robot/outside.h"

enum {
    LAST_WORDS_MS = 300, /* BYEs on their way, before all is shut */
    QUIET_TRIES = 60,    /* ... of 50 ms each */
    QUIET_MS = 50,
    MAX_FDS = 20000,
};

struct crowd {
    struct room room; /* must be first: the handlers get the room */
    struct callers callers;
    struct desks desks;
    struct ears *ears;
    struct wheel_timer deadline, quiet;
    int signals;
    int quiet_tries;
    bool reads_input;
    FILE *errors;
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

/* Handlers of the line. */

static void line_incoming(void *arg, struct leg *leg,
                          const struct leg_invite *invite)
{
    outside_rung(arg, leg, invite);
}

static void line_ended(void *arg, struct leg *leg, const struct leg_end *end)
{
    struct handset *handset = handset_find(arg, leg_id(leg));

    if (!handset)
        return;
    if (handset->is_caller)
        caller_ended((struct caller *)handset, end);
    else
        outside_ended(handset);
}

/* Handlers of the desks. */

static void desks_incoming(void *arg, struct leg *leg,
                           const struct leg_invite *invite)
{
    struct crowd *crowd = arg;

    desk_rung(&crowd->desks, leg, invite);
}

/* Handlers of both. */

static void ignore_ringing(void *arg, struct leg *leg, int code,
                           const struct media_description *early)
{
    struct handset *handset = handset_find(arg, leg_id(leg));

    (void)code;
    if (handset && early)
        handset_connect(handset, early);
}

static void ignore_confirmed(void *arg, struct leg *leg,
                             const struct media_description *remote)
{
    struct handset *handset = handset_find(arg, leg_id(leg));

    if (handset && remote)
        handset_connect(handset, remote);
}

static void media_changed(void *arg, struct leg *leg,
                          const struct media_description *remote)
{
    struct handset *handset = handset_find(arg, leg_id(leg));

    if (handset)
        handset_connect(handset, remote);
}

static void reoffered(void *arg, struct leg *leg, int code,
                      const struct media_description *remote)
{
    (void)arg, (void)leg, (void)code, (void)remote;
}

static void digit(void *arg, struct leg *leg, char key, uint32_t duration_ms)
{
    (void)arg, (void)leg, (void)key, (void)duration_ms;
}

static void refer(void *arg, struct leg *leg, const struct leg_refer *asked)
{
    (void)arg, (void)asked;
    (void)leg_refer_result(leg, 603);
}

static void dialog_up(void *arg, uint64_t id, const struct leg_left *left)
{
    (void)arg, (void)id, (void)left;
}

static void dialog_gone(void *arg, uint64_t id)
{
    (void)arg, (void)id;
}

static struct signalling_handlers handlers_of(struct crowd *crowd)
{
    return (struct signalling_handlers){
        .leg = { .incoming = line_incoming,
                 .ringing = ignore_ringing,
                 .answered = caller_answered,
                 .confirmed = ignore_confirmed,
                 .media_changed = media_changed,
                 .reoffered = reoffered,
                 .digit = digit,
                 .refer = refer,
                 .ended = line_ended,
                 .dialog_up = dialog_up,
                 .dialog_gone = dialog_gone },
        .arg = crowd,
    };
}

/* Setting up. */

static int open_stack(struct crowd *crowd, const struct sockaddr_storage *at,
                      const struct signalling_handlers *handlers,
                      struct signalling **ret)
{
    struct signalling_settings settings = {
        .listeners = { { .address = *at, .transport = SIGNAL_UDP } },
        .listener_count = 1,
        .realm = "robots",
        .user_agent = "cclite-robots",
        .max_legs = ROOM_MAX_HANDSETS,
    };
    struct trunk_settings server = {
        .id = ROOM_SERVER_TRUNK,
        .name = "server",
        .addresses = { crowd->room.options->server },
        .address_count = 1,
        .any_port = true,
    };
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
    struct signalling_handlers line = handlers_of(crowd);
    struct signalling_handlers desks = line;
    int rc;

    desks.leg.incoming = desks_incoming;
    desks.leg.confirmed = desk_confirmed;
    desks.leg.ended = desk_ended;
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
