/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing what events change in the projections. */

#include "store/projector.h"

#include <assert.h>
#include <errno.h>

#include "store/columns.h"
#include "store/db.h"

/* ?N is the N-th field of the projection. */
static const struct change_sql {
    enum projection_kind row;
    const char *sql;
} change_sqls[CHANGE_KIND_COUNT] = {
    [CHANGE_CONTACT_ARRIVED] = { PROJECTION_CONTACT,
                                 "INSERT INTO contact VALUES (?1, ?2, ?3, ?4, "
                                 "?5, ?6, ?7, ?8, ?9, ?10,"
                                 " ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
                                 "?19, ?20, ?21, ?22, ?23,"
                                 " ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)" },
    [CHANGE_CONTACT_ENDED] = { PROJECTION_CONTACT,
                               "UPDATE contact SET ended = 1, cause = ?13, "
                               "queue_id = ?14,"
                               " agent_id = ?15, answered = ?16, in_time = "
                               "?17, short_abandon = ?18,"
                               " ivr_us = ?19, wait_us = ?20, talk_us = ?21, "
                               "hold_us = ?22,"
                               " outside_us = ?23, total_us = ?24 WHERE "
                               "contact_id = ?1" },
    [CHANGE_CONTACT_LANGUAGE] = { PROJECTION_CONTACT,
                                  "UPDATE contact SET language = ?11 WHERE "
                                  "contact_id = ?1" },
    [CHANGE_CONTACT_LED] = { PROJECTION_CONTACT,
                             "UPDATE contact SET language = ?11, "
                             "rule_id = ?27, rule_to = ?28, "
                             "tags = ?29, rule_version = ?31 WHERE "
                             "contact_id = ?1" },
    [CHANGE_CONTACT_QUEUE] = { PROJECTION_CONTACT,
                               "UPDATE contact SET queue_id = ?14 WHERE "
                               "contact_id = ?1" },
    [CHANGE_CONTACT_AGENT] = { PROJECTION_CONTACT,
                               "UPDATE contact SET agent_id = ?15, answered = 1"
                               " WHERE contact_id = ?1" },
    [CHANGE_CONTACT_DISPOSITION] = { PROJECTION_CONTACT,
                                     "UPDATE contact SET disposition_id = ?25 "
                                     "WHERE contact_id = ?1" },
    [CHANGE_CONTACT_TAGS] = { PROJECTION_CONTACT,
                              "UPDATE contact SET tags = ?29 WHERE "
                              "contact_id = ?1" },
    [CHANGE_CONTACT_HOLDS] = { PROJECTION_CONTACT,
                               "UPDATE contact SET holds = ?30 WHERE "
                               "contact_id = ?1" },
    [CHANGE_RULED] = { PROJECTION_RULED,
                       "INSERT INTO ruled VALUES (?1, ?2, ?3, ?4)" },
    [CHANGE_SEGMENT_BEGAN] = { PROJECTION_SEGMENT,
                               "INSERT INTO segment VALUES (?1, ?2, ?3, ?4, "
                               "?5, ?6, ?7, ?8, ?9, ?10,"
                               " ?11, ?12, ?13, ?14, ?15, ?16)" },
    [CHANGE_SEGMENT_ENDED] = { PROJECTION_SEGMENT,
                               "UPDATE segment SET ended = 1, ended_us = ?9"
                               " WHERE contact_id = ?2 AND ended = 0" },
    [CHANGE_SEGMENT_RESULT] = { PROJECTION_SEGMENT,
                                "UPDATE segment SET result = ?10, talk_us = "
                                "?11, hold_us = ?12"
                                " WHERE seq = (SELECT max(seq) FROM segment"
                                " WHERE contact_id = ?2 AND place = ?3)" },
    [CHANGE_SEGMENT_WRAP_UP] = { PROJECTION_SEGMENT,
                                 "UPDATE segment SET acw_us = ?13, "
                                 "disposition_id = ?14,"
                                 " note_seq = ?15, note = ?16"
                                 " WHERE seq = (SELECT max(seq) FROM segment"
                                 " WHERE contact_id = ?2 AND agent_id = ?5 AND "
                                 "place = ?3)" },
    [CHANGE_OFFER_MADE] = { PROJECTION_OFFER,
                            "INSERT INTO offer VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                            "?7, ?8, ?9, ?10,"
                            " ?11)" },
    [CHANGE_OFFER_ENDED] = { PROJECTION_OFFER, "UPDATE offer SET ended = 1, "
                                               "result = ?10, ring_us = ?11"
                                               " WHERE seq = ?1" },
    [CHANGE_QUEUE_INTERVAL] = { PROJECTION_INTERVAL_QUEUE,
                                "INSERT INTO interval_queue VALUES (?1, ?2, "
                                "?3, ?4, ?5, ?6, ?7, ?8,"
                                " ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
                                " ON CONFLICT DO UPDATE SET"
                                " offered = offered + excluded.offered,"
                                " answered = answered + excluded.answered,"
                                " answered_in_time = answered_in_time + "
                                "excluded.answered_in_time,"
                                " abandoned = abandoned + excluded.abandoned,"
                                " short_abandoned = short_abandoned + "
                                "excluded.short_abandoned,"
                                " overflowed = overflowed + "
                                "excluded.overflowed,"
                                " refused_full = refused_full + "
                                "excluded.refused_full,"
                                " missed_offers = missed_offers + "
                                "excluded.missed_offers,"
                                " answer_wait_us = answer_wait_us + "
                                "excluded.answer_wait_us,"
                                " abandon_wait_us = abandon_wait_us + "
                                "excluded.abandon_wait_us,"
                                " longest_wait_us = max(longest_wait_us, "
                                "excluded.longest_wait_us),"
                                " talk_us = talk_us + excluded.talk_us,"
                                " hold_us = hold_us + excluded.hold_us,"
                                " acw_us = acw_us + excluded.acw_us,"
                                " handled = handled + excluded.handled" },
    [CHANGE_AGENT_INTERVAL] = { PROJECTION_AGENT_INTERVAL,
                                "INSERT INTO agent_interval VALUES (?1, ?2, "
                                "?3, ?4, ?5)"
                                " ON CONFLICT DO UPDATE SET for_us = for_us + "
                                "excluded.for_us" },
    [CHANGE_RECORDING_STARTED] = { PROJECTION_RECORDING,
                                   "INSERT INTO recording VALUES (?1, ?2, ?3,"
                                   " ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                                   " ?13, ?14, ?15, ?16)" },
    [CHANGE_RECORDING_PAUSED] = { PROJECTION_RECORDING,
                                  "UPDATE recording SET paused_us = paused_us"
                                  " + ?11 WHERE recording_id = ?1" },
    [CHANGE_RECORDING_ENDING] = { PROJECTION_RECORDING,
                                  "UPDATE recording SET state = ?8"
                                  " WHERE recording_id = ?1" },
    [CHANGE_RECORDING_ENDED] = { PROJECTION_RECORDING,
                                 "UPDATE recording SET state = ?8, length_us ="
                                 " ?9, lost_us = ?10, bytes = ?12, digest ="
                                 " ?13, peaks = ?14, repaired = ?15"
                                 " WHERE recording_id = ?1" },
    [CHANGE_RECORDING_DELETED] = { PROJECTION_RECORDING,
                                   "UPDATE recording SET state = ?8, bytes ="
                                   " ?12, peaks = ?14 WHERE recording_id = "
                                   "?1" },
    [CHANGE_MESSAGE_LEFT] = { PROJECTION_MESSAGE,
                              "INSERT INTO message VALUES (?1, ?2, ?3, ?4,"
                              " ?5, ?6, ?7, ?8, ?9, ?10, ?11)" },
    [CHANGE_MESSAGE_MARKED] = { PROJECTION_MESSAGE,
                                "UPDATE message SET state = ?5"
                                " WHERE message_id = ?1" },
    [CHANGE_MESSAGE_ASSIGNED] = { PROJECTION_MESSAGE,
                                  "UPDATE message SET agent_id = ?7"
                                  " WHERE message_id = ?1" },
    [CHANGE_MESSAGE_FORWARDED] = { PROJECTION_MESSAGE,
                                   "UPDATE message SET box_id = ?2, state ="
                                   " ?5, agent_id = ?7, note_seq = ?8, note ="
                                   " ?9 WHERE message_id = ?1" },
    [CHANGE_MESSAGE_TRANSCRIBED] = { PROJECTION_MESSAGE,
                                     "UPDATE message SET said_seq = ?10, said ="
                                     " ?11 WHERE message_id = ?1" },
    [CHANGE_MESSAGE_GONE] = { PROJECTION_MESSAGE,
                              "DELETE FROM message WHERE message_id = ?1" },
    [CHANGE_DOCUMENT] = { PROJECTION_DOCUMENT, "INSERT INTO document VALUES "
                                               "(?1, ?2, ?3, ?4, ?5, ?6)" },
};

int projector_init(struct projector *projector, sqlite3 *db)
{
    int rc = 0;

    *projector = (struct projector){ .put_seq = NULL };
    for (int i = 0; rc == 0 && i < CHANGE_KIND_COUNT; i++)
        rc = db_prepare(db, change_sqls[i].sql, &projector->statements[i]);
    if (rc == 0)
        rc =
            db_prepare(db, "UPDATE projected SET seq = ?", &projector->put_seq);
    return rc;
}

void projector_done(struct projector *projector)
{
    for (int i = 0; i < CHANGE_KIND_COUNT; i++)
        (void)sqlite3_finalize(projector->statements[i]);
    (void)sqlite3_finalize(projector->put_seq);
    *projector = (struct projector){ .put_seq = NULL };
}

static int write_row(struct projector *projector, enum change_kind kind,
                     const void *row)
{
    sqlite3_stmt *statement = projector->statements[kind];
    int rc =
        columns_bind(statement, projection_record(change_sqls[kind].row), row);

    return rc < 0 ? rc : db_finish(statement);
}

/* A span of an agent's time, cut where the intervals meet. */
static int write_span(struct projector *projector, const struct change *change)
{
    struct agent_interval_projection row = change->row.agent_interval;
    int64_t at = row.begins_wall_us;
    int rc = 0;

    while (rc == 0 && at < change->until_wall_us) {
        int64_t begins = at - at % PROJECTION_INTERVAL_US;
        int64_t ends = begins + PROJECTION_INTERVAL_US;

        if (ends > change->until_wall_us)
            ends = change->until_wall_us;
        row.begins_wall_us = begins;
        row.for_us = ends - at;
        rc = write_row(projector, CHANGE_AGENT_INTERVAL, &row);
        at = ends;
    }

    return rc;
}

int projector_write(struct projector *projector, const struct change *change)
{
    assert(projector && change);

    if (change->kind == CHANGE_AGENT_INTERVAL)
        return write_span(projector, change);

    return write_row(projector, change->kind, &change->row);
}

int projector_write_seq(struct projector *projector, uint64_t seq)
{
    (void)sqlite3_bind_int64(projector->put_seq, 1, (int64_t)seq);
    return db_finish(projector->put_seq);
}

int projector_read_seq(sqlite3 *db, uint64_t *ret_seq)
{
    int64_t seq = 0;
    int rc = db_number(db, "SELECT seq FROM projected", &seq);

    if (rc == 0)
        *ret_seq = (uint64_t)seq;
    return rc == -ENOENT ? -EBADMSG : rc;
}
