/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The house that a call comes to which is made up: a popup, and its words. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/flow_run.h"
#include "core/words.h"
#include "wire/word_label.h"

enum { HOUSE_ROWS = 14, HOUSE_CELLS = 56, NAME_CELLS = 30 };

/* Agents, and below them trunks, in the order of their rows. */
struct house {
    struct flow_run *run;
    int at; /* the row that is selected */
};

/* What stands in a row. */
struct tenant {
    enum document_kind kind;
    uint64_t id;
};

static struct program *program_of(const struct flow_run *run)
{
    return run->editor->program;
}

static int count_of(const struct flow_run *run, enum document_kind kind)
{
    return (int)document_rows(program_of(run), document_topic(kind));
}

static int count_all(const struct flow_run *run)
{
    return count_of(run, DOCUMENT_AGENT) + count_of(run, DOCUMENT_TRUNK);
}

static struct tenant tenant_at(const struct flow_run *run, int n)
{
    int agents = count_of(run, DOCUMENT_AGENT);
    enum document_kind kind = n < agents ? DOCUMENT_AGENT : DOCUMENT_TRUNK;
    size_t at = (size_t)(n < agents ? n : n - agents);

    return (struct tenant){
        kind,
        replica_at(program_rows(program_of(run)), document_topic(kind), at)->id
    };
}

/* The short name, as tests and the server have it. */
static const char *name_of(const struct flow_run *run, enum document_kind kind,
                           uint64_t id)
{
    const struct replica *rows = program_rows(program_of(run));
    const struct replica_row *row =
        rows ? replica_find(rows, document_topic(kind), id) : NULL;
    const struct field *field =
        record_field(document_kind_info(kind)->record, "name");

    return row ? field_get_text(field, row->fields) : "";
}

/* What is so. */

static size_t find_agent(const struct flow_run *run, uint64_t id)
{
    size_t at = 0;

    while (at < run->agent_count && run->agents[at].agent_id != id)
        at++;
    return at;
}

static size_t find_lost(const struct flow_run *run, uint64_t id)
{
    size_t at = 0;

    while (at < run->lost_count && run->lost[at] != id)
        at++;
    return at;
}

static enum agent_state state_of(const struct flow_run *run, uint64_t id)
{
    size_t at = find_agent(run, id);

    return at < run->agent_count ? run->agents[at].state : AGENT_OFFLINE;
}

/* What comes next: offline, ready, paused, and again; false: there is no room.
 */
static bool turn_agent(struct flow_run *run, uint64_t id)
{
    size_t at = find_agent(run, id);

    if (at == run->agent_count) {
        if (at == FLOW_TEST_MAX_AGENTS)
            return false;
        run->agents[run->agent_count++] =
            (struct flow_stand_in){ id, AGENT_AVAILABLE };
    } else if (run->agents[at].state == AGENT_AVAILABLE) {
        run->agents[at].state = AGENT_PAUSED;
    } else {
        run->agents[at] = run->agents[--run->agent_count];
    }
    return true;
}

static bool turn_trunk(struct flow_run *run, uint64_t id)
{
    size_t at = find_lost(run, id);

    if (at < run->lost_count)
        run->lost[at] = run->lost[--run->lost_count];
    else if (at < FLOW_TEST_MAX_LOST)
        run->lost[run->lost_count++] = id;
    else
        return false;
    return true;
}

static void turn(struct house *house)
{
    struct flow_run *run = house->run;
    struct tenant tenant;

    if (house->at >= count_all(run))
        return;
    tenant = tenant_at(run, house->at);
    if (tenant.kind == DOCUMENT_AGENT ? turn_agent(run, tenant.id)
                                      : turn_trunk(run, tenant.id))
        flow_run_call(run);
    else
        ui_say(program_of(run)->ui, SEVERITY_WARNING,
               program_text(
                   program_of(run),
                   N_("A call knows %d agents and %d trunks out of service.")),
               FLOW_TEST_MAX_AGENTS, FLOW_TEST_MAX_LOST);
}

/* Words, for the call and for a test. */

void flow_run_agents(const struct flow_run *run, struct note *ret_words)
{
    size_t length = 0;

    *ret_words = (struct note){ "" };
    for (size_t i = 0; i < run->agent_count; i++) {
        const struct flow_stand_in *agent = &run->agents[i];
        int used =
            snprintf(ret_words->text + length, sizeof(ret_words->text) - length,
                     "%s%s=%s", length > 0 ? " " : "",
                     name_of(run, DOCUMENT_AGENT, agent->agent_id),
                     word_spell(&word_list_agent_state, (int)agent->state));

        if (used < 0 || (size_t)used >= sizeof(ret_words->text) - length)
            break;
        length += (size_t)used;
    }
    ret_words->text[length] = '\0';
}

void flow_run_lost(const struct flow_run *run, struct note *ret_words)
{
    size_t length = 0;

    *ret_words = (struct note){ "" };
    for (size_t i = 0; i < run->lost_count; i++) {
        int used = snprintf(
            ret_words->text + length, sizeof(ret_words->text) - length, "%s%s",
            length > 0 ? " " : "", name_of(run, DOCUMENT_TRUNK, run->lost[i]));

        if (used < 0 || (size_t)used >= sizeof(ret_words->text) - length)
            break;
        length += (size_t)used;
    }
    ret_words->text[length] = '\0';
}

int flow_run_keep_house(const struct flow_run *run, struct json_t *test)
{
    struct json_t *agents = value_list(), *trunks = value_list();
    int rc = 0;

    for (size_t i = 0; i < run->agent_count; i++) {
        struct json_t *one = value_object();

        rc |= value_set_text(
            one, "agent",
            name_of(run, DOCUMENT_AGENT, run->agents[i].agent_id));
        rc |= value_set_text(
            one, "state",
            word_spell(&word_list_agent_state, (int)run->agents[i].state));
        rc |= value_append(agents, one);
    }
    for (size_t i = 0; i < run->lost_count; i++) {
        struct json_t *one = value_object();

        rc |= value_set_text(one, "trunk",
                             name_of(run, DOCUMENT_TRUNK, run->lost[i]));
        rc |= value_append(trunks, one);
    }
    if (run->agent_count > 0)
        rc |= value_set(test, "agents", value_share(agents));
    if (run->lost_count > 0)
        rc |= value_set(test, "lost_trunks", value_share(trunks));
    value_free(agents);
    value_free(trunks);
    return rc;
}

static uint64_t find_named(const struct flow_run *run, enum document_kind kind,
                           const char *name)
{
    const struct replica *rows = program_rows(program_of(run));
    int count = count_of(run, kind);

    for (int i = 0; name && i < count; i++) {
        uint64_t id = replica_at(rows, document_topic(kind), (size_t)i)->id;

        if (strcmp(name_of(run, kind, id), name) == 0)
            return id;
    }
    return 0;
}

void flow_run_take_house(struct flow_run *run, const struct json_t *test)
{
    const struct json_t *agents = value_get(test, "agents");
    const struct json_t *trunks = value_get(test, "lost_trunks");

    for (size_t i = 0;
         i < value_count(agents) && run->agent_count < FLOW_TEST_MAX_AGENTS;
         i++) {
        const struct json_t *one = value_at(agents, i);
        const char *spelling = value_get_text(one, "state");
        int state = spelling ? word_find(&word_list_agent_state, spelling) : -1;
        uint64_t id =
            find_named(run, DOCUMENT_AGENT, value_get_text(one, "agent"));

        if (id && state >= 0)
            run->agents[run->agent_count++] =
                (struct flow_stand_in){ id, (enum agent_state)state };
        else
            run->is_partial = true;
    }
    for (size_t i = 0;
         i < value_count(trunks) && run->lost_count < FLOW_TEST_MAX_LOST; i++) {
        uint64_t id = find_named(run, DOCUMENT_TRUNK,
                                 value_get_text(value_at(trunks, i), "trunk"));

        if (id)
            run->lost[run->lost_count++] = id;
        else
            run->is_partial = true;
    }
}

/* The popup. */

static void draw_row(const struct house *house, const struct surface *surface,
                     int row, int n)
{
    const struct flow_run *run = house->run;
    const struct tenant tenant = tenant_at(run, n);
    bool is_lost = find_lost(run, tenant.id) < run->lost_count;
    enum agent_state state = state_of(run, tenant.id);
    bool is_plain =
        tenant.kind == DOCUMENT_AGENT ? state == AGENT_OFFLINE : !is_lost;
    const char *says =
        tenant.kind == DOCUMENT_AGENT
            ? word_label(&word_list_agent_state,
                         word_spell(&word_list_agent_state, (int)state))
        : is_lost ? N_("out of service")
                  : N_("in service");
    struct safe_text name;

    if (n == house->at) {
        surface_glyph(surface, row, 0, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_focus(surface, row);
    }
    document_name(program_of(run), tenant.kind, tenant.id, &name);
    surface_text(surface, (struct place){ row, 2, NAME_CELLS, false },
                 LOOK(TEXT, 0), &name);
    surface_label(surface, (struct place){ row, NAME_CELLS + 4, 0, false },
                  is_plain ? LOOK(DIM, 0) : LOOK(TITLE, 0), says);
}

static void house_draw(void *state, const struct surface *surface)
{
    const struct house *house = state;
    int count = count_all(house->run);
    int first = house->at >= surface->rows ? house->at - surface->rows + 1 : 0;

    if (count == 0)
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      N_("There are no agents and no trunks."));
    for (int row = 0; row < surface->rows && first + row < count; row++)
        draw_row(house, surface, row, first + row);
}

static bool house_input(void *state, const struct input *input)
{
    struct house *house = state;
    int last = count_all(house->run) - 1;

    if (input->kind != INPUT_STROKE)
        return false;
    if (input->stroke == STROKE_UP && house->at > 0)
        house->at--;
    else if (input->stroke == STROKE_DOWN && house->at < last)
        house->at++;
    else if (input->stroke == STROKE_HOME)
        house->at = 0;
    else if (input->stroke == STROKE_END && last >= 0)
        house->at = last;
    else if (input->stroke == ' ' || input->stroke == STROKE_ENTER)
        turn(house);
    else
        return false;
    return true;
}

static void house_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct house *house = state;
    int count = count_all(house->run);

    *ret_rows = count < 1 ? 1 : count < HOUSE_ROWS ? count : HOUSE_ROWS;
    *ret_columns = HOUSE_CELLS;
}

static const struct view_kind house_kind = {
    .name = N_("Who is in, and what is lost"),
    .is_popup = true,
    .hint = N_("Space changes it  ↑ ↓ move  Esc back to the run"),
    .draw = house_draw,
    .input = house_input,
    .size = house_size,
    .free = free,
};

int flow_run_house(struct flow_run *run)
{
    assert(run);
    struct house *house = calloc(1, sizeof(*house));

    if (!house)
        return -ENOMEM;
    house->run = run;
    return ui_push(program_of(run)->ui, &house_kind, house);
}
