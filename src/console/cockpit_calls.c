/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures of calls stand in which column. */

#include "console/cockpit_rolls.h"

#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/naming.h"
#include "console/show.h"

void cockpit_show_age(const struct program *program,
                      const struct replica_row *row, int64_t age_us,
                      struct safe_text *ret_text)
{
    show_span(ui_style(program->ui),
              replica_age_us(row, age_us, program_now_us(program)), ret_text);
}

enum {
    CALL_STATE,
    CALL_TIME,
    CALL_AGENT,
    CALL_PHONE,
    CALL_TEAM,
    CALL_CALLER,
    CALL_NUMBER,
    CALL_QUEUE,
    CALL_WAIT,
    CALL_TAPE,
    CALL_SECRECY,
    CALL_ENTRY
};

/* On a narrow screen names are more than the wait: of who waits still, that is
 * how long the call is there. */
static const struct table_column call_columns[] = {
    [CALL_STATE] = { N_("State"), 8, 9, 0, 0, false, true },
    [CALL_TIME] = { N_("For"), 6, 7, 0, 0, true, true },
    [CALL_AGENT] = { N_("Agent"), 11, 15, 1, 0, false, true },
    [CALL_PHONE] = { N_("Phone"), 8, 9, 0, 8, false, true },
    [CALL_TEAM] = { N_("Team"), 7, 8, 0, 9, false, true },
    [CALL_CALLER] = { N_("Caller"), 14, 19, 1, 0, false, true },
    [CALL_NUMBER] = { N_("Number"), 13, 16, 0, 7, false, true },
    [CALL_QUEUE] = { N_("Queue"), 10, 14, 1, 1, false, true },
    [CALL_WAIT] = { N_("Wait"), 6, 7, 0, 6, true, true },
    [CALL_TAPE] = { N_("Rec"), 4, 4, 0, 4, false, true },
    [CALL_SECRECY] = { "SRTP", 4, 4, 0, 5, false, true },
    [CALL_ENTRY] = { N_("Entry"), 18, 18, 1, 10, false, true },
};

struct call_look {
    const char *word;
    enum glyph glyph;
    enum look_role role;
};

static struct call_look call_look(const struct topic_contacts *contact)
{
    if (contact->on_hold)
        return (struct call_look){ N_("HOLD"), GLYPH_HOLD, ROLE_WARN };
    if (contact->on_offer)
        return (struct call_look){ N_("RINGING"), GLYPH_CRIT, ROLE_CRIT };
    switch (contact->place) {
    case PLACE_QUEUE:
        return (struct call_look){ N_("WAITS"), GLYPH_WARN, ROLE_WARN };
    case PLACE_TALK:
        return (struct call_look){ N_("TALK"), GLYPH_BUSY, ROLE_BUSY };
    case PLACE_DIALLING:
        return (struct call_look){ N_("CALLS"), GLYPH_RUN, ROLE_RUN };
    case PLACE_TRANSFER:
    case PLACE_OUTSIDE:
        return (struct call_look){ N_("OUTSIDE"), GLYPH_BUSY, ROLE_BUSY };
    default:
        return (struct call_look){ N_("IVR"), GLYPH_RUN, ROLE_RUN };
    }
}

static void call_sign(const struct program *program,
                      const struct replica_row *row, struct table_row *ret_row)
{
    struct call_look look = call_look(row->fields);

    (void)program;
    ret_row->has_glyph = true;
    ret_row->glyph = look.glyph;
    ret_row->role = look.role;
}

static void show_caller(const struct program *program,
                        const struct topic_contacts *contact,
                        struct safe_text *ret_text)
{
    if (contact->caller_name.text[0])
        safe_text_copy(ret_text, contact->caller_name.text);
    else if (contact->caller.text[0])
        safe_text_number(ret_text, contact->caller.text,
                         strlen(contact->caller.text));
    else
        safe_text_copy(ret_text, program_text(program, N_("withheld")));
}

static void show_phone(const struct program *program,
                       const struct topic_contacts *contact,
                       struct safe_text *ret_text)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_AGENTS, contact->agent_id);
    const struct topic_agents *agent = row ? row->fields : NULL;

    if (agent)
        safe_text_copy(ret_text, agent->device.text);
}

static void show_team(const struct program *program,
                      const struct topic_contacts *contact,
                      struct safe_text *ret_text)
{
    uint64_t team_id =
        contact->agent_team_id ? contact->agent_team_id : contact->team_id;

    if (team_id)
        document_name(program, DOCUMENT_TEAM, team_id, ret_text);
}

static void show_tape(const struct topic_contacts *contact,
                      struct table_cell *ret_cell)
{
    if (!contact->recording_id)
        return;
    ret_cell->has_glyph = true;
    ret_cell->glyph = contact->recording_paused ? GLYPH_PAUSED : GLYPH_OK;
    ret_cell->look = contact->recording_paused ? LOOK(PAUSED, 0) : LOOK(REC, 0);
}

/* Whose sound is encrypted: first the caller's, then the other's. */
static void show_secrecy(const struct program *program,
                         const struct topic_contacts *contact,
                         struct safe_text *ret_text)
{
    enum glyph_tier tier = ui_style(program->ui)->tier;

    if (!contact->caller_encrypted && !contact->agent_encrypted)
        return;
    safe_text_format(
        ret_text, "%s%s",
        glyph_text(tier, contact->caller_encrypted ? GLYPH_OK : GLYPH_PAUSED),
        glyph_text(tier, contact->agent_encrypted ? GLYPH_OK : GLYPH_PAUSED));
}

/* What only wide screens show. */
static void wide_cell(const struct program *program,
                      const struct topic_contacts *contact, int column,
                      struct table_cell *ret_cell)
{
    switch (column) {
    case CALL_PHONE:
        show_phone(program, contact, &ret_cell->text);
        break;
    case CALL_TEAM:
        show_team(program, contact, &ret_cell->text);
        break;
    case CALL_NUMBER:
        safe_text_number(&ret_cell->text, contact->caller.text,
                         strlen(contact->caller.text));
        break;
    case CALL_TAPE:
        show_tape(contact, ret_cell);
        break;
    case CALL_SECRECY:
        show_secrecy(program, contact, &ret_cell->text);
        break;
    default:
        safe_text_copy(&ret_cell->text, contact->entry.text);
        break;
    }
}

static void call_cell(const struct program *program,
                      const struct replica_row *row, int column,
                      struct table_cell *ret_cell)
{
    const struct topic_contacts *contact = row->fields;
    struct call_look look = call_look(contact);

    switch (column) {
    case CALL_STATE:
        safe_text_copy(&ret_cell->text, program_text(program, look.word));
        ret_cell->look.role = (uint8_t)look.role;
        break;
    case CALL_TIME:
        cockpit_show_age(program, row,
                         contact->on_hold ? contact->hold_age_us
                                          : contact->place_age_us,
                         &ret_cell->text);
        break;
    case CALL_AGENT:
        naming_agent(program, contact->agent_id, &contact->agent,
                     &ret_cell->text);
        break;
    case CALL_CALLER:
        show_caller(program, contact, &ret_cell->text);
        break;
    case CALL_QUEUE:
        naming_queue(program, contact->queue_id, &contact->queue,
                     &ret_cell->text);
        break;
    case CALL_WAIT:
        cockpit_show_age(program, row, contact->waiting_age_us,
                         &ret_cell->text);
        break;
    default:
        wide_cell(program, contact, column, ret_cell);
        break;
    }
}

static bool keep_call(const struct program *program,
                      const struct replica_row *row)
{
    const struct topic_contacts *contact = row->fields;
    const struct program_floor *floor = &program->floor;

    return (!floor->team_id || contact->team_id == floor->team_id ||
            contact->agent_team_id == floor->team_id) &&
           (!floor->queue_id || contact->queue_id == floor->queue_id);
}

static bool call_key(const struct program *program,
                     const struct replica_row *row, int column,
                     int64_t *ret_key)
{
    const struct topic_contacts *contact = row->fields;

    if (column != CALL_TIME && column != CALL_WAIT)
        return false;
    *ret_key = replica_age_us(row,
                              column == CALL_TIME ? contact->place_age_us
                                                  : contact->waiting_age_us,
                              program_now_us(program));
    return true;
}

const struct roll_kind cockpit_calls = {
    .keep = keep_call,
    .topic = TOPIC_CONTACTS,
    .columns = call_columns,
    .column_count = sizeof(call_columns) / sizeof(call_columns[0]),
    .sign = call_sign,
    .cell = call_cell,
    .key = call_key,
};
