/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who, in what state, alarms, link and clock. */

#include "console/chrome.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "console/document_value.h"
#include "console/doing.h"
#include "console/inbox.h"
#include "console/naming.h"
#include "console/phone_line.h"
#include "console/word.h"
#include "lang/cells.h"

enum { STATE_CELLS = 18 }; /* with its sign and time, see tui/header.c */

/* One that stays connected has a sign that says whether it is. */
static void fill_phone(const struct program *program,
                       const struct safe_text *name, const struct topic_me *me,
                       struct header *header)
{
    const struct topic_agents *agent = program_agent_fields(program);
    enum glyph sign = agent ? phone_line_glyph(agent) : GLYPH_COUNT;

    if (sign == GLYPH_COUNT)
        safe_text_format(&header->who, "%s %s", name->text, me->device.text);
    else
        safe_text_format(&header->who, "%s %s %s", name->text, me->device.text,
                         glyph_text(ui_style(program->ui)->tier, sign));
}

static void fill_who(const struct program *program, struct header *header)
{
    const struct topic_me *me = program_me(program);

    if (!me)
        return;

    struct safe_text name;
    word_name(&(struct word_names){ &me->name, &me->label, NULL, NULL },
              program_language(program), &name);
    if (me->agent_id != 0)
        fill_phone(program, &name, me, header);
    else
        safe_text_format(&header->who, "%s  %s", name.text,
                         program_text(program, document_word(&word_list_role,
                                                             (int)me->role)));
}

/* The time is never cut: the word gives way, and shows that it did. */
static void join_state(enum glyph_tier tier, const struct safe_text *word,
                       const char *time, struct safe_text *ret_state)
{
    size_t room = STATE_CELLS - 3 - cells_count(time);
    bool fits = cells_count(word->text) <= room;

    safe_text_format(ret_state, "%.*s%s %s",
                     (int)cells_cut(word->text, fits ? room : room - 1),
                     word->text, fits ? "" : glyph_text(tier, GLYPH_ELLIPSIS),
                     time);
}

static void fill_state(const struct program *program, struct header *header)
{
    const struct replica_row *row = program_agent(program);

    if (!row)
        return;

    const struct topic_agents *agent = row->fields;
    struct safe_text word = { .text = "" };
    char time[WORD_TIME_SIZE];
    word_duration(program_state_age_us(program), time);
    naming_agent_state(program, agent, &word);
    join_state(ui_style(program->ui)->tier, &word, time, &header->state);
    header->state_glyph = word_state_glyph(doing_state(agent));
    header->state_role = word_state_role(doing_state(agent));
}

/* With the cockpit all that its list says, the server's alarms included. It was
   drawn before the header; the next frame may be without it. */
static void fill_alerts(struct program *program, struct header *header)
{
    struct program_floor *floor = &program->floor;
    enum glyph_tier tier = ui_style(program->ui)->tier;
    const char *warn = glyph_text(tier, GLYPH_WARN);

    if (floor->critical > 0 && floor->warnings > 0)
        safe_text_format(&header->alarms, "%s%d %s%d",
                         glyph_text(tier, GLYPH_CRIT), floor->critical, warn,
                         floor->warnings);
    else if (floor->warnings > 0)
        safe_text_format(&header->alarms, "%s %d", warn, floor->warnings);
    else
        safe_text_format(&header->alarms, "%s %d", glyph_text(tier, GLYPH_CRIT),
                         floor->critical);
    header->alarms_role = floor->critical > 0 ? ROLE_CRIT : ROLE_WARN;
    floor->critical = floor->warnings = 0;
}

static void fill_alarms(const struct program *program, struct header *header)
{
    const struct replica *rows = program_rows(program);

    if (!rows || replica_count(rows, TOPIC_SERVER) == 0 ||
        !program_may(program, PERMISSION_SERVER_SEE))
        return;

    const struct topic_server *server =
        replica_at(rows, TOPIC_SERVER, 0)->fields;
    if (server->alarms == 0)
        return;
    safe_text_format(&header->alarms, "%s %" PRId64,
                     glyph_text(ui_style(program->ui)->tier, GLYPH_CRIT),
                     server->alarms);
    header->alarms_role = ROLE_CRIT;
}

/* New ones, of the boxes that one hears; none is no news. */
static void fill_messages(const struct program *program, struct header *header)
{
    struct inbox_figures figures;

    inbox_figures(program, &figures);
    if (figures.fresh == 0)
        return;
    safe_text_format(&header->messages,
                     /* TRANSLATORS: new voicemail messages; at most 8 cells */
                     program_text(program, N_("vm %lld")),
                     (long long)figures.fresh);
    header->messages_role = figures.urgent > 0 ? ROLE_WARN : ROLE_TEXT;
}

/* It stops when the last call has ended, and at the latest then. */
static bool fill_stop(const struct program *program, struct header *header)
{
    const struct replica *rows = program_rows(program);
    char time[WORD_TIME_SIZE];

    if (replica_count(rows, TOPIC_SERVER) == 0)
        return false;
    const struct replica_row *row = replica_at(rows, TOPIC_SERVER, 0);
    const struct topic_server *server = row->fields;
    if (!server->draining)
        return false;
    word_duration(
        replica_left_us(row, server->stop_left_us, program_now_us(program)),
        time);
    safe_text_format(&header->link, "%s %s %s",
                     glyph_text(ui_style(program->ui)->tier, GLYPH_WARN),
                     /* TRANSLATORS: the server, in so many minutes */
                     program_text(program, N_("STOPS")), time);
    header->link_role = ROLE_WARN;
    return true;
}

/* How far away somebody sits, where that is felt. */
static void fill_live(const struct program *program, struct header *header)
{
    if (program->slow_us == 0)
        safe_text_copy(&header->link, program_text(program, N_("live")));
    else
        safe_text_format(&header->link, program_text(program, N_("live %d ms")),
                         (int)(program->slow_us / 1000));
}

/* Before anybody is signed in: where one would be, by which way, and in which
   language. Other machines are reached by TLS alone, see client/endpoint.h. */
static void fill_server(const struct program *program, struct header *header)
{
    const struct endpoint *server = &program->setup.endpoint;
    const char *name = endpoint_name(server), *host = strstr(name, "://");
    bool is_secure = strncmp(name, "https:", 6) == 0;

    safe_text_copy(&header->who, host ? host + 3 : name);
    safe_text_format(&header->link, "%s  %s",
                     /* TRANSLATORS: the server is this machine */
                     is_secure ? "TLS" : program_text(program, N_("local")),
                     lang_code(program_language(program)));
}

static void fill_link(const struct program *program, struct header *header)
{
    const struct session_link *link =
        program->session ? session_link(program->session) : NULL;
    char time[WORD_TIME_SIZE];

    if (!link || link->state == SESSION_REFUSED) {
        fill_server(program, header);
        return;
    }
    if (link->state == SESSION_LIVE && fill_stop(program, header))
        return;
    if (link->state == SESSION_LIVE) {
        fill_live(program, header);
        return;
    }
    if (link->state == SESSION_CONNECTING) {
        safe_text_copy(&header->link, program_text(program, N_("connects")));
        return;
    }
    word_duration(program_since_us(program, link->since_us), time);
    safe_text_format(&header->link, "%s %s %s",
                     glyph_text(ui_style(program->ui)->tier, GLYPH_CRIT),
                     program_text(program, N_("OFFLINE")), time);
    header->link_role = ROLE_CRIT;
}

void chrome_header(void *arg, struct header *header)
{
    struct program *program = arg;
    char clock[WORD_TIME_SIZE], day[WORD_TIME_SIZE];

    assert(program && header);
    fill_who(program, header);
    fill_state(program, header);
    if (program->floor.critical + program->floor.warnings > 0)
        fill_alerts(program, header);
    else
        fill_alarms(program, header);
    fill_messages(program, header);
    fill_link(program, header);
    word_clock(program_wall_us(program), ui_is_calm(program->ui), clock);
    safe_text_copy(&header->clock, clock);
    word_day(program_language(program), program_wall_us(program), day);
    safe_text_copy(&header->day, day);
}

const char *chrome_title(const struct program *program)
{
    const struct replica_row *row = program_agent(program);

    if (!row)
        return "cclite";
    switch (doing_state(row->fields)) {
    case AGENT_OFFERED:
        return program_text(program, N_("▲ RINGING – cclite"));
    case AGENT_AVAILABLE:
        return program_text(program, N_("READY – cclite"));
    case AGENT_TALKING:
    case AGENT_HOLD:
        return program_text(program, N_("ON CALL – cclite"));
    default:
        return "cclite";
    }
}
