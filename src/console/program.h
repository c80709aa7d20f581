/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all screens share: the session, who sits here, clocks and wishes. */

#ifndef CONSOLE_PROGRAM_H
#define CONSOLE_PROGRAM_H

#include "client/outbox.h"
#include "client/session.h"
#include "client/token.h"
#include "console/callback_wished.h"
#include "console/erasure.h"
#include "console/errand.h"
#include "console/inbox_known.h"
#include "console/link_log.h"
#include "console/sound.h"
#include "console/undo_steps.h"
#include "console/watch.h"
#include "tui/theme.h"
#include "tui/ui.h"

struct wallboard_wishes;

/*
 * Screens read this struct and draw from it; they change it by the functions
 * below alone. The present is an argument of the program: tests bring clocks of
 * their own, and --now holds both still.
 */
struct program_clocks {
    int64_t (*now_us)(void);  /* goes only forward: ages of rows */
    int64_t (*wall_us)(void); /* since 1970: what the header shows */
};

/* What is to be done to the terminal, which screens do not know. */
struct program_wishes {
    bool bell;     /* ring once */
    bool has_note; /* note it on the desktop: something rings */
    struct safe_text note;
    const char *title; /* set it; lives for ever; NULL: leave it */
    bool has_theme;
    enum theme theme;
};

enum {
    PROGRAM_STEP_US = 1000000,      /* what counts seconds goes on so often */
    PROGRAM_SLOW_STEP_US = 5000000, /* on a slow line */
};

struct program_setup {
    struct endpoint endpoint;
    struct endpoint others[SESSION_MAX_OTHERS]; /* as session_settings */
    int other_count;
    const char *ca_file; /* lives as long as the program; or NULL */
    long timeout_ms;
    struct program_clocks clocks;
    const char *token_file; /* copied; NULL: tokens are kept nowhere */

    /* Begins as a wallboard, on which nobody sits; NULL: as a console. Lives
       as long as the program */
    const struct wallboard_wishes *board;
};

/* What the agent did before the connection was lost. */
struct program_before {
    bool was_lost; /* and what came of it has not been said yet */
    bool is_known;
    enum agent_state state;
    uint64_t contact_id;
    int64_t missed;
    bool is_stopping; /* the server, and it has been said */
};

/* Who looks at what has come, after all news and once a second: one screen. */
struct program_follower {
    void (*look)(void *arg);
    void *arg;
};

/* What the cockpit shows of the floor; 0: all. */
struct program_floor {
    uint64_t team_id;
    uint64_t queue_id;
    int critical, warnings; /* alerts, in a frame that shows the cockpit */
};

struct program {
    struct program_floor floor;
    struct program_setup setup;
    struct ui *ui;
    struct session *session; /* NULL: nobody has signed in */
    struct errands *errands;
    struct outbox *outbox;    /* see console/unsent.h */
    uint64_t outbox_agent_id; /* whose it is; 0: nobody's */
    uint64_t outbox_kept;     /* the version that is in its file */
    bool has_outbox_file;
    int outbox_place;       /* of its file, see unsent_file.h; 0: none */
    int outbox_lock;        /* of the place; without one, why: -errno */
    size_t outbox_selected; /* the item that is marked */
    struct link_log link_log;
    struct watches watches;
    struct program_wishes wishes;
    struct program_follower follower;
    struct program_before before;
    int64_t slow_us; /* the terminal's answer takes so long; 0: it is near */
    struct program_before told;  /* the one that meanwhile.h tells of */
    struct player player;        /* see player.h */
    struct download download;    /* see console/download.h */
    struct erasure_wish erasure; /* see console/erasure.h */
    struct bulk bulk;            /* see console/bulk.h */
    struct undo undo;            /* see console/undo.h */
    struct callback_wish wish;   /* see console/callback_wish.h */
    struct callback_late late;   /* ... whose wrap-up is over */
    struct json_t *rule_figures; /* see console/rule_hits.h; NULL: none yet */
    struct rule_bits *rule_bits; /* see console/rule_bits.h; NULL: none yet */
    struct prompt_sounds *prompt_sounds; /* see console/prompt_sounds.h; NULL:
                                            none yet */
    struct prompt_sounds *(*prompt_sounds_free)(struct prompt_sounds *sounds);
    int first_screen;      /* asked for at the start; -1: none */
    bool is_linear;        /* lines for screens, see linear.h: they tell
                                    of whoever asks, by their own words */
    bool has_alarms;       /* told once */
    int64_t alarms;        /* as told last */
    bool is_locked;        /* the screen, see lock.h: it shows no names */
    int64_t lock_after_us; /* without a key; 0: never */
    bool locks_admins;     /* after LOCK_ADMIN_US, without such a time */
    bool is_by_account;    /* signed in without a token, by the socket */
    bool has_refusals;     /* of calls by the phone; told once */
    int64_t refusals;
    enum line_state line; /* of the phone, as told last */
    uint64_t asked_about; /* the contact a colleague asks about, told; or 0 */
    struct inbox_known inbox; /* see inbox.h */
    uint64_t rung_for; /* the contact that rings, the bell has rung; or 0 */
    struct dial_seen {
        uint64_t contact_id; /* a call to the outside, in a row; or 0 */
        int64_t asked_us;    /* one was asked for and is in no row yet; or 0 */
    } dial;                  /* see dial_end.h */
    struct offer_seen {
        uint64_t contact_id; /* what was on offer, or 0 */
        bool accepted;
        bool is_elsewhere;     /* than where it is shown, so that it is said */
        struct safe_text said; /* of it, or of the one before; or "" */
    } offer;                   /* see ring_told.h */
    char token_file[TOKEN_PATH_SIZE]; /* or "" */
};

/**
 * Makes a program.
 *
 * @param setup        copied
 * @param interface    copied; its arg becomes the program, its clocks too
 * @param ret_program  release with program_free()
 *
 * @return 0 or -ENOMEM
 */
int program_new(const struct program_setup *setup,
                const struct ui_setup *interface, struct program **ret_program);

/** Ends the session and releases all; NULL is fine. Returns NULL. */
struct program *program_free(struct program *program);

/**
 * Begins a session, in place of the one before.
 *
 * @param token  borrowed; NULL: the server knows who it is (a Unix socket)
 *
 * @return 0, or as session_open(): there is no session then
 */
int program_connect(struct program *program, const char *token);

/** Changes where the server is, for the next program_connect(); its other
 *  addresses are not this one's. */
void program_server_set(struct program *program,
                        const struct endpoint *endpoint);

/** The language of the screens; asked anew with the next frame. */
enum language program_language(const struct program *program);

/** Changes it: the next frame, and what the server says from now on. */
void program_language_set(struct program *program, enum language language);

/** Translates into it. */
const char *program_text(const struct program *program, const char *msgid)
    __attribute__((format_arg(2)));

/**
 * The present by the clock of the rows, for what is shown: the moment at which
 * the clock on the wall last began a second, or five on a slow line. So all
 * that counts seconds goes on in one frame; a row may be younger than this.
 */
int64_t program_now_us(const struct program *program);

/** What has passed since a moment; 0: it is younger than what is shown. */
int64_t program_since_us(const struct program *program, int64_t moment_us);

/** The same moment by the clock on the wall. */
int64_t program_wall_us(const struct program *program);

/** The rows; NULL before somebody has signed in. */
const struct replica *program_rows(const struct program *program);

/** Whether commands reach the server now. */
bool program_is_live(const struct program *program);

/** Whether the role of who is signed in may; with what is OWN counted. */
bool program_may(const struct program *program, enum permission permission);

/** Who is signed in; NULL: not told yet. */
const struct topic_me *program_me(const struct program *program);

/** The row of the agent who sits here (struct topic_agents); NULL: not told
 *  yet, or who is signed in is no agent. */
const struct replica_row *program_agent(const struct program *program);

/** What it says; NULL likewise. */
const struct topic_agents *program_agent_fields(const struct program *program);

/** How long the agent does what they do; of a talk with all its holds. -1: not
 *  known. */
int64_t program_state_age_us(const struct program *program);

/**
 * Sends a command for the agent who sits here.
 *
 * @param body  becomes the errand's; without agent_id
 */
void program_command(struct program *program, enum route_id route,
                     struct json_t *body);

/**
 * Sends a command or a question, see console/errand.h. What cannot even be
 * sent becomes a message.
 *
 * @return whether it is on its way
 */
bool program_send(struct program *program, const struct errand *errand);

/** Holds a topic while a screen is open, and lets it go. */
void program_hold(struct program *program, enum topic topic);
void program_release(struct program *program, enum topic topic);

#endif
