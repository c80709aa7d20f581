/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Effects: what the core asks the world to do, and when it may be done. */

#ifndef CORE_EFFECT_H
#define CORE_EFFECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

/*
 * The core carries nothing out. Whoever drains the outbox does, once the
 * effect's gate is open, and gives the answer as a command that names the
 * effect's serial. The world being what it is, an answer comes at once, late,
 * twice or never.
 *
 * An effect always follows from an event, and its serial is the number of that
 * event; no event asks for two effects that are waited for. So the gate knows
 * which commit to wait for, and the state knows from the event alone what it
 * is waiting for. An effect of a start before this one is nobody's.
 */
enum gate {
    GATE_NOW,     /* at once: a crash would end it anyway */
    GATE_SOON,    /* after the event's commit, or 200 ms at the latest */
    GATE_DURABLE, /* never before the event's commit */
};

enum effect_type {
#define EFFECT(CODE, name, gate, answer_within_us, doc) EFFECT_##CODE,
#include "core/effect.def"
};

enum {
    EFFECT_TYPE_COUNT = 0
#define EFFECT(CODE, name, gate, answer_within_us, doc) +1
#include "core/effect.def"
};

enum { WAY_OUT_TRUNKS = 4 };

/* What an effect does not need stays 0. A plain value. */
struct effect {
    enum effect_type type;
    int64_t start;   /* the server's start number */
    uint64_t serial; /* the number of the event it follows from */
    int64_t due_us;  /* answered by then, or given up; 0: not waited for */
    uint64_t contact_id;
    uint64_t call;       /* the caller's leg, as calls named it */
    uint64_t granted_by; /* serial of the effect whose leg is meant */
    uint64_t other;      /* of JOIN_LEGS: the same of the second leg; of DIAL:
                            of the phone that is told how it goes, or 0 */
    uint64_t agent_id;
    uint64_t device_id;
    bool auto_answer;     /* of RING */
    bool is_help;         /* of RING: the phone is to call an emergency number,
                             and rings whatever stands against it */
    bool unheard;         /* of BEEP: no tone, only a file to record into */
    int64_t step;         /* of PLAY and SAY */
    int code;             /* of REJECT: the SIP status; of STOP_RINGING: 200
                            when another took it, else 0; of STOP_RINGING and
                            RELEASE: what a phone of TAKE_CALL, which was not
                            answered, is told */
    enum speech language; /* of PLAY, SAY, PLAY_MUSIC and HOLD */
    struct name prompt;   /* of PLAY, PLAY_MUSIC and HOLD */
    int64_t silence_ms;   /* of RECORD of the caller alone: so long a silence is
                             told by speaker_silent; 0: none is */
    uint64_t prompt_id;   /* of PLAY: of the library, 0: by name; of LISTEN, 0:
                             a recording */
    struct phone_number number; /* of RING: who calls; of DIAL: whom to call */
    struct phone_number shown; /* of DIAL: who calls; "": as the trunk has it */
    uint64_t trunk_ids[WAY_OUT_TRUNKS]; /* of DIAL: to be tried in this order;
                                           0 ends it */
    struct label label;    /* of RING: the caller's name, as sent; of
                                   REJECT: why, for the phone's display; of
                                   CALL_VISITOR: the flow that is tried, or "" */
    struct note text;      /* of SAY: with values in braces, as lang/sentence.h
                              has them; private */
    struct digits digits;  /* of SEND_DIGITS */
    uint64_t lookup_id;    /* of LOOK_UP */
    uint64_t box_id;       /* of CHECK_PIN */
    uint64_t recording_id; /* of RECORD and the like */
    struct name object; /* of RECORD, REPAIR_ and REMOVE_RECORDING; of LISTEN:
                           the recording's, or that of a prompt as it was
                           once; "": as it is */
};

/* A row of the table. */
struct effect_rule {
    const char *name;
    enum gate gate;
    int64_t answer_within_us; /* 0: not waited for */
    const char *doc;
};

enum {
    EFFECT_TEXT_SIZE = 3584, /* more than the longest effect takes */
};

/**
 * Looks an effect up in the table.
 */
const struct effect_rule *effect_rule(enum effect_type type);

/**
 * Writes an effect as one line of text: equal effects give equal bytes.
 *
 * @return the length of the text
 */
size_t effect_encode(const struct effect *effect,
                     char ret_text[EFFECT_TEXT_SIZE]);

#endif
