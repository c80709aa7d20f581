/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties: a dialog and a stream each, found by name or by effect. */

#ifndef CALLS_PARTY_H
#define CALLS_PARTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/effect.h"
#include "media/media.h"
#include "sip/leg.h"

/* To be tried for one call. An emergency number may be dialled by more trunks,
   but each that does not ring takes its time (leg.h), and the core's patience
   with DIAL_EMERGENCY is for so many: the best of them will do. */
enum { PARTY_TRUNKS = 16 };

enum party_kind {
    PARTY_CALLER,   /* called us, or was called by an agent and answered;
                       named `call` by the core */
    PARTY_AGENT,    /* an agent's phone; named by the serial of its RING */
    PARTY_OUTSIDE,  /* an outside number; named by the serial of its DIAL */
    PARTY_LISTENER, /* an agent's phone, to play a recording to; of a LISTEN */
    PARTY_VISITOR, /* an agent's phone that we called, of a CALL_VISITOR; picked
                       up it is named as a caller is, by its id */
};

/* Changed by the files of this folder only. */
struct party {
    uint64_t id; /* never used twice; also the leg's id */
    enum party_kind kind;
    struct leg *leg; /* NULL: not yet, or no longer */
    struct media_stream_id stream;
    uint16_t port;
    bool has_stream;
    bool is_connected; /* media know where to send */
    bool is_answered;
    bool is_held;      /* by its own phone */
    bool is_encrypted; /* its sound, both ways */
    bool told_secrecy; /* of a caller: the core believes that some sound is */
    uint64_t with;     /* the party that it was last joined with, or 0 */
    bool was_referred; /* the phone waits to hear of its transfer */

    uint64_t contact_id; /* 0: the core has not named it yet */
    uint64_t call;       /* of callees: the caller's party; may be gone */
    uint64_t serial;     /* of RING or DIAL; of a caller: of an ANSWER that is
                            not confirmed yet, or 0 */
    uint64_t end_serial; /* of the effect that waits for it to be gone */
    bool told_gone;      /* the core knows, or must not be told again */
    uint64_t playing;    /* serial of the PLAY or BEEP under way, or 0 */
    bool beeps;          /* it is a BEEP */
    uint64_t loading;    /* serial of the PLAY_MESSAGE, or of the SAY, whose
                            sound is awaited */
    uint64_t recorded;   /* the message that it leaves, or 0 */
    bool hears_sound;    /* of a callee: a tone or music, until it is joined */
    bool was_taken;      /* of an agent's phone: it has called us */
    bool hears_early;    /* ... and hears the other end before the answer */
    bool is_heard_early; /* of an outside number: by the caller sent to it */
    uint64_t line;       /* of an agent's phone whose leg stands: serial of the
                            CALL_LINE; `serial` is another while it is lent */

    struct media_description offer; /* of a caller that offered */
    bool has_offer;

    struct {
        uint64_t agent_id;
        struct sound *sound; /* a reference; NULL: not there yet */
        bool is_paused;
        unsigned speed_pct;
    } listener;

    struct phone_number number; /* whom a DIAL calls */
    uint64_t dialler;           /* ... for which phone: its serial, or 0 */
    struct phone_number shown;  /* who calls; "": as the trunk has it */
    uint64_t trunk_ids[PARTY_TRUNKS]; /* in order; 0 ends it */
    uint64_t trunk_id;                /* the one that was tried last */
    size_t next_trunk;                /* to try when this one fails */
    bool is_emergency;                /* ... whatever stands against it */

    size_t slot;
    struct party *next_by_serial;
};

struct party_table {
    struct party **slots;
    uint32_t *generations;
    size_t room;
    size_t max;
    size_t next; /* slot to begin a search at */
    size_t count;
    struct party *by_serial[1024]; /* callees only */
};

/** Makes an empty table. @return 0 or -ENOMEM */
int party_table_init(struct party_table *table, size_t max);

/** Releases all parties and the table's memory. */
void party_table_done(struct party_table *table);

/**
 * Makes a party.
 *
 * @param serial  of a callee; 0 for a caller
 *
 * @return the party, or NULL when the table is full or memory is out
 */
struct party *party_add(struct party_table *table, enum party_kind kind,
                        uint64_t serial);

/** Makes a callee a caller: whom an agent has called, and who is from now on
 *  named by its id, as whoever calls us is. */
void party_become_caller(struct party_table *table, struct party *party);

/** Makes a caller a callee: a phone whose agent calls somebody, and who is
 *  from now on named by the effect that answered it. */
void party_become_agent(struct party_table *table, struct party *party,
                        uint64_t serial);

/** Gives a callee another serial: by the old one it is not found any more. */
void party_rename(struct party_table *table, struct party *party,
                  uint64_t serial);

/** Forgets a party. */
void party_remove(struct party_table *table, struct party *party);

/** Finds a party by its id. O(1). @return NULL when it is gone */
struct party *party_find(const struct party_table *table, uint64_t id);

/** Finds a callee by the effect that made it. O(1). @return or NULL */
struct party *party_by_serial(const struct party_table *table, uint64_t serial);

/** Finds the standing leg that this CALL_LINE made, lent or not. O(room).
 *  @return or NULL */
struct party *party_of_line(const struct party_table *table, uint64_t line);

/** Walks all slots, 0 to room - 1. @return the party there, or NULL */
struct party *party_at(const struct party_table *table, size_t index);

#endif
