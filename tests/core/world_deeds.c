/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people and callers do, sensible or not. */

#include <string.h>

#include "core/queue_rule.h"
#include "core/rule_walk.h"
#include "tests/core/world_inside.h"
#include "tests/test.h"

static void caller_comes(struct world *world)
{
    static const char *const numbers[] = { "+4201",   "+42021", "+42022",
                                           "+42099",  "+4202",  "112",
                                           "+420123", "+4207" };
    static const char *const inside[] = { "300", "301",   "302", "*41", "*42",
                                          "*43", "*44",   "*45", "*8",  "*69",
                                          "*97", "309",   "700", "701", "*97",
                                          "*98", "*98700" };
    struct command command = {
        COMMAND_CONTACT_ARRIVES,
        .as.contact_arrives = { .call = ++world->last_call,
                                .trunk_id = world_draw(world, 2),
                                .device_id = world_chance(world, 20)
                                                 ? 1 + world_draw(world, 3)
                                                 : 0,
                                .caller = { "+420777" } },
    };
    const char *number = numbers[world_draw(world, ARRAY_LEN(numbers))];

    if (command.as.contact_arrives.device_id && world_chance(world, 60))
        number = inside[world_draw(world, ARRAY_LEN(inside))];
    if (world->call_count == WORLD_MAX_CALLS)
        return;

    memcpy(command.as.contact_arrives.called.text, number, strlen(number));
    world->calls[world->call_count++] = command.as.contact_arrives.call;
    if (!state_system(core_state(world->story.core))->serving)
        world->call_count--;
    world_apply(world, &command);
}

static uint64_t draw_contact(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    size_t count = state_row_count(state, ROW_CONTACT);

    if (count == 0 || world_chance(world, 5))
        return world_draw(world, 20);

    const struct contact_row *contact =
        state_row_at(state, ROW_CONTACT, world_draw(world, (uint32_t)count));

    return contact->contact_id;
}

static void caller_does_something(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    const struct contact_row *contact =
        state_contact(state, draw_contact(world));
    static const char digits[][2] = { "1", "1", "2", "9", "5", "#", "3", "*" };
    uint64_t id = contact ? contact->contact_id : 999999;
    struct command press = PRESS(id, "");
    struct command hang_up = CALLER_HANGS_UP(id);

    press.as.press_digit.digit.text[0] =
        digits[world_draw(world, ARRAY_LEN(digits))][0];
    hang_up.as.caller_hung_up.media_lost = world_chance(world, 20);

    if (world_chance(world, 70)) {
        world_apply(world, &press);
        return;
    }

    if (contact && !hang_up.as.caller_hung_up.media_lost)
        world_close_call(world, contact->call);
    world_apply(world, &hang_up);
}

static uint64_t draw_granted(struct world *world)
{
    if (world->grant_count == 0)
        return world_draw(world, 1000);

    return world->grants[world_draw(world, (uint32_t)world->grant_count)]
        .serial;
}

/* A phone that has two calls wants them to be one. */
static struct command two_of_a_phone(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    struct command command = {
        COMMAND_LEG_REFERRED,
        .as.leg_referred = { draw_granted(world), { "" }, draw_granted(world) },
    };

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);
        const struct talk_row *talk = state_talk(state, contact->contact_id);
        const struct desk_row *desk = state_desk(state, contact->agent_id);

        if (desk && talk->consult_own_leg)
            command.as.leg_referred = (struct command_leg_referred){
                desk->leg, { "" }, talk->consult_own_leg
            };
    }

    return command;
}

/* Whoever is called says to call another number; one may often be called. */
static struct command another_number(struct world *world)
{
    struct command command = { COMMAND_LEG_REDIRECTED,
                               .as.leg_redirected = { draw_granted(world),
                                                      { "+420123" } } };

    uint32_t first = world_draw(world, (uint32_t)world->answer_count + 1);

    for (size_t i = 0; i < world->answer_count; i++) {
        const struct command *answer =
            &world->answers[(first + i) % world->answer_count].command;

        if (answer->type != COMMAND_LEG_ANSWERED)
            continue;
        command.as.leg_redirected.serial = answer->as.leg_answered.serial;
        break;
    }

    /* a number that is being dialled, if there is one */
    for (size_t i = 0; i < world->answer_count; i++) {
        uint64_t serial = world->answers[i].command.as.leg_answered.serial;

        if (world->answers[i].command.type == COMMAND_LEG_ANSWERED &&
            state_outcall(core_state(world->story.core), serial))
            command.as.leg_redirected.serial = serial;
    }

    return command;
}

/* A leg that stands takes with it what was lent of it, and tells both. */
static void line_hangs_up(struct world *world, uint64_t line, bool media_lost)
{
    struct command line_gone = { COMMAND_LEG_HUNG_UP,
                                 .as.leg_hung_up = { line, media_lost } };
    struct command lent_gone = line_gone;
    bool is_lent = false;

    for (size_t i = 0; i < world->grant_count && !is_lent; i++) {
        is_lent = world->grants[i].line == line;
        lent_gone.as.leg_hung_up.serial = world->grants[i].serial;
    }
    if (!media_lost && world_chance(world, 20))
        line_gone = (struct command){ COMMAND_LEG_FAILED,
                                      .as.leg_failed = { line, OFFER_FAILED } };

    world_apply(world, &line_gone);
    if (is_lent)
        world_apply(world, &lent_gone);
}

static bool is_line(const struct world *world, uint64_t serial)
{
    const struct state *state = core_state(world->story.core);

    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        if (desk->line_leg == serial)
            return true;
    }

    return false;
}

static void phone_does_something(struct world *world)
{
    if (world_chance(world, 10)) {
        const struct command other = another_number(world);

        world_apply(world, &other);
        return;
    }

    uint64_t serial = draw_granted(world);
    const struct command commands[] = {
        { COMMAND_LEG_HUNG_UP,
          .as.leg_hung_up = { serial, world_chance(world, 20) } },
        { COMMAND_LEG_HELD,
          .as.leg_held = { serial, world_chance(world, 50) } },
        { COMMAND_LEG_REFERRED,
          .as.leg_referred = { serial, { "+420123" }, 0 } },
        two_of_a_phone(world),
        another_number(world),
        DEVICE_SEEN(1 + world_draw(world, 3)),
        DEVICE_SEEN(1 + world_draw(world, 2)),
        DEVICE_LOST(1 + world_draw(world, 3)),
    };
    const struct command *command =
        &commands[world_draw(world, ARRAY_LEN(commands))];

    /* a bridge does not hang up */
    if (command->type == COMMAND_LEG_HUNG_UP && world->grant_count > 0)
        for (size_t i = 0; i < world->grant_count; i++)
            if (world->grants[i].serial == serial && world->grants[i].leg)
                return;
    for (size_t i = 0; i < world->grant_count; i++)
        if (world->grants[i].serial == serial && world->grants[i].line)
            serial = world->grants[i].line;
    if (command->type == COMMAND_LEG_HUNG_UP && is_line(world, serial)) {
        line_hangs_up(world, serial, command->as.leg_hung_up.media_lost);
        return;
    }

    world_apply(world, command);
}

/* Who has to accept a colleague's question does so now and then; or nobody. */
static uint64_t who_is_asked(struct world *world)
{
    const struct state *state = core_state(world->story.core);

    for (size_t i = 0; i < state_row_count(state, ROW_TALK); i++) {
        const struct talk_row *talk = state_row_at(state, ROW_TALK, i);

        if (talk->consult_waits && world_chance(world, 30))
            return talk->consult_agent_id;
    }

    return 0;
}

static void agent_does_something(struct world *world)
{
    uint64_t agent = 1 + world_draw(world, world_chance(world, 95) ? 2 : 4);
    const struct command accept = ACCEPT(who_is_asked(world));

    if (accept.as.accept_offer.agent_id) {
        world_apply(world, &accept);
        return;
    }

    const struct command commands[] = {
        LOG_IN(agent),
        LOG_IN(agent),
        AVAILABLE(agent),
        AVAILABLE(agent),
        AVAILABLE(agent),
        AVAILABLE(agent),
        AGENT_ALIVE(agent),
        PAUSE(agent, LUNCH + world_draw(world, 2)),
        LOG_OUT(agent),
        CALL_LINE(agent),
        ACCEPT(agent),
        ACCEPT(agent),
        ACCEPT(agent),
        REJECT(agent),
        HOLD(agent),
        HOLD(agent),
        RESUME(agent),
        MUTE(agent),
        MUTE(agent),
        UNMUTE(agent),
        KEYS(agent, "409#", world_chance(world, 30)),
        KEYS(agent, "", false),
        HANG_UP(agent),
        PAUSE_RECORDING(agent, "by chance"),
        RESUME_RECORDING(agent),
        DISPOSE(agent, world_draw(world, 3), "by chance"),
        DISPOSE(agent, SOLD, ""),
        DISPOSE_THEN(agent,
                     (enum after_work)world_draw(world, after_work_count),
                     world_draw(world, 2) ? LUNCH : 0),
        MORE_TIME(agent),
        MORE_TIME(agent),
        NOTE(agent, "so far"),
        NOTE(agent, "and further"),
        CANCEL_REQUEST(agent),
        TRANSFER(agent, (enum destination)world_draw(world, destination_count),
                 1 + world_draw(world, 3), "+420123"),
        TRANSFER(agent, TO_NUMBER, 0, "+420123"),
        TRANSFER(agent, TO_AGENT, 1 + world_draw(world, 2), ""),
        CONSULT(agent, TO_AGENT, 1 + world_draw(world, 3), ""),
        CONSULT(agent, TO_AGENT, 3 - agent % 3, ""),
        CONSULT(agent, TO_NUMBER, 0, "+420123"),
        CONSULT(agent, (enum destination)world_draw(world, destination_count),
                1, "+420123"),
        COMPLETE(agent),
        COMPLETE(agent),
        RETRIEVE(agent),
        DIAL(agent, "+420123", world_draw(world, 3)),
        DIAL(agent, "+420123", 0),
    };

    world_apply(world, &commands[world_draw(world, ARRAY_LEN(commands))]);
}

/* Of a contact for which keys were pressed, if there is one. */
static void keys_get_lost(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    uint64_t id = draw_contact(world);

    for (size_t i = 0; i < state_row_count(state, ROW_TALK); i++) {
        const struct talk_row *talk = state_row_at(state, ROW_TALK, i);

        if (talk->digits_sent > 0)
            id = talk->contact_id;
    }

    const struct command lost =
        KEYS_LOST(id, 1 + (int64_t)world_draw(world, 2));

    world_apply(world, &lost);
}

static void sound_changes(struct world *world)
{
    const struct command encrypted = ENCRYPTED(
        draw_contact(world), world_chance(world, 50), world_chance(world, 50));

    world_apply(world, &encrypted);
}

/* Consoles come, stall and go. */
static void console_does_something(struct world *world)
{
    uint64_t agent = 1 + world_draw(world, world_chance(world, 95) ? 2 : 4);
    const struct command commands[] = {
        CONSOLE(agent, CONSOLE_ATTACHED),
        CONSOLE(agent, CONSOLE_ATTACHED),
        CONSOLE(agent,
                (enum console_state)world_draw(world, console_state_count)),
    };

    world_apply(world, &commands[world_draw(world, ARRAY_LEN(commands))]);
}

static void supervisor_does_something(struct world *world)
{
    uint64_t id = draw_contact(world);
    enum destination to =
        (enum destination)world_draw(world, destination_count);
    int64_t wall_us =
        state_wall_us(core_state(world->story.core), world->story.now_us);
    int64_t until_us =
        world_chance(world, 50)
            ? wall_us + SECOND_US * (int64_t)world_draw(world, 60)
            : 0;
    struct command commands[] = {
        END_CONTACT(id),
        MOVE(id, 1 + world_draw(world, 3), 1 + (int64_t)world_draw(world, 100)),
        MOVE(id, SALES, 1 + (int64_t)world_draw(world, 100)),
        PULL(id, 1 + world_draw(world, 3)),
        WITHDRAW(id, to, world_draw(world, 3), ""),
        WITHDRAW(id, TO_NUMBER, 0, "+420123"),
        ASSIGN(1 + world_draw(world, 3), 1 + world_draw(world, 3),
               1 + (int64_t)world_draw(world, 3)),
        UNASSIGN(1 + world_draw(world, 2), 1 + world_draw(world, 2)),
        ASSIGN_UNTIL(1 + world_draw(world, 3), 1 + world_draw(world, 3),
                     1 + (int64_t)world_draw(world, 3), until_us),
        ASSIGN_MANY("1 2", "1 2", 1 + (int64_t)world_draw(world, 2), until_us),
        UNASSIGN_MANY("1 2", "2 1"),
        REPLACE(3 + world_draw(world, 8), 1, 1 + world_draw(world, 4)),
        ASSIGN(ANN, SALES, 1),
        ASSIGN(BOB, HELP, 1),
        ASSIGN(BOB, SALES, 2),
        SET_CLOCK(WALL_US + (int64_t)world_draw(world, 1000000)),
        NOTE_SECRET(DOCUMENT_USER, 1 + world_draw(world, 4)),
        { COMMAND_CLOSE_QUEUE,
          .as.close_queue = { world_draw(world, 4), world_draw(world, 2),
                              until_us } },
        OPEN_QUEUE(world_draw(world, 4)),
        OPEN_QUEUE(0),
        OPEN_QUEUE(SALES),
    };
    struct command *command = &commands[world_draw(world, ARRAY_LEN(commands))];

    command->by = world_draw(world, 4);
    world_apply(world, command);
}

/* Documents come and go beside those of the house. */

static void draw_route(struct world *world, struct command_set_route *route)
{
    static const char *const numbers[] = { "+420*", "+4201*", "+420123",
                                           "+42*" };
    const char *number = numbers[world_draw(world, ARRAY_LEN(numbers))];

    memset(&route->number, 0, sizeof(route->number));
    memcpy(route->number.text, number, strlen(number));
    route->trunk_id = world_draw(world, 20) ? TRUNK : 0;
    route->opens = world_chance(world, 10);
    route->closes = 24;
    route->minute_cost = world_draw(world, 200);
    route->premium = world_chance(world, 30);
}

static void draw_queue_rule(struct world *world,
                            struct command_set_queue_rule *rule)
{
    bool dials = world_chance(world, 20);

    rule->queue_id = 1 + world_draw(world, 2);
    rule->cause = (enum rule_cause)world_draw(world, rule_cause_count);
    rule->moment = (enum rule_moment)world_draw(world, rule_moment_count);
    if (rule->cause == RULE_FULL)
        rule->moment = RULE_ON_JOINING;
    if (rule->cause == RULE_WAITED || rule->cause == RULE_KEY)
        rule->moment = RULE_WHILE_WAITING;
    rule->hold_ms = rule_lasts((const void *)rule)
                        ? 1000 * (int64_t)world_draw(world, 20)
                        : 0;
    rule->estimate_ms = rule->cause == RULE_ESTIMATE ? 60000 : 0;
    rule->reopen_ms =
        rule->estimate_ms && rule->moment != RULE_WHILE_WAITING ? 30000 : 0;
    rule->agents = rule_counts_agents((const void *)rule)
                       ? 1 + (int64_t)world_draw(world, 2)
                       : 0;
    /* HELP has a longest wait, SALES has none */
    rule->after_ms =
        rule->cause == RULE_WAITED && rule->queue_id == SALES ? 30000 : 0;
    rule->key.text[0] = rule->cause == RULE_KEY ? '1' : '\0';
    rule->target = dials
                       ? TO_NUMBER
                       : (enum destination)world_draw(world, destination_count);
    rule->target_id =
        rule->target == TO_HANG_UP || rule->target == TO_CALLBACK || dials
            ? 0
            : 1 + world_draw(world, 2);
    /* DIRECT leads back at once: the limit of steps would end it, after most of
       the day's events */
    if (rule->target == TO_FLOW && rule->queue_id == SALES)
        rule->target_id = MAIN;
    rule->number = (struct phone_number){ "" };
    if (rule->target == TO_NUMBER) {
        rule->target_id = 0;
        rule->number = (struct phone_number){ "+420123" };
    }
}

static void draw_cap(struct world *world, struct command_set_cap *cap)
{
    cap->scope = (enum cap_scope)world_draw(world, cap_scope_count);
    cap->max_calls = world_chance(world, 20) ? 1 + world_draw(world, 2) : 0;
    cap->daily_cost = world_chance(world, 20) ? world_draw(world, 1000) : 0;
    cap->burst_calls = world_chance(world, 20) ? 1 + world_draw(world, 4) : 0;
}

static void draw_rule(struct world *world, struct command_set_rule *rule)
{
    static const char *const conditions[] = { "",
                                              "caller starts \"+420\"",
                                              "queue(sales).waiting > 1",
                                              "percent(40) and hour < 12",
                                              "called == \"+4201\"",
                                              "not called_within(7)",
                                              "trunk_up(t1)" };
    static const struct {
        enum destination to;
        uint64_t id;
    } destinations[] = {
        { TO_FLOW, 0 },    { TO_FLOW, DIRECT }, { TO_QUEUE, SALES },
        { TO_AGENT, ANN }, { TO_BUSY, 0 },      { TO_AGENT, 0 },
        { TO_NUMBER, 0 },  { TO_QUEUE, HELP },  { TO_QUEUE, HELP },
    };
    const char *condition =
        conditions[world_draw(world, ARRAY_LEN(conditions))];
    size_t to = world_draw(world, ARRAY_LEN(destinations));

    memset(&rule->condition, 0, sizeof(rule->condition));
    memcpy(rule->condition.text, condition, strlen(condition));
    rule->enabled = world_chance(world, 60);
    rule->position = world_draw(world, 50);
    rule->to = destinations[to].to;
    rule->to_id = destinations[to].id;
    rule->number = (struct phone_number){ "" };
    if (rule->to == TO_NUMBER)
        rule->number = (struct phone_number){ "+420123" };
    rule->to2 = TO_FLOW;
    rule->to3 = TO_FLOW;
    rule->share = 1;
    rule->asked = world_chance(world, 30) ? RULE_IN_QUEUE : RULE_ON_ARRIVAL;
    rule->priority = world_draw(world, 100);
}

static void draw_room(struct world *world, struct command_set_queue *queue)
{
    queue->reopen_waiting =
        queue->max_waiting
            ? (int64_t)world_draw(world, (uint32_t)queue->max_waiting + 1)
            : 0;
    queue->calendar_id = world_draw(world, 3);
}

/* Some days have an hour outside them, and some queues go by one. */
static void draw_hours(struct world *world, struct command_set_calendar *set)
{
    static const char *const hours[] = { "", "mon-sun 01:00-24:00",
                                         "mon-sun 00:00-05:00 06:00-24:00" };
    const char *drawn = hours[world_draw(world, ARRAY_LEN(hours))];

    set->zone = (struct label){ "UTC" };
    memset(&set->hours, 0, sizeof(set->hours));
    memcpy(set->hours.text, drawn, strlen(drawn));
}

static void administrator_does_something(struct world *world)
{
    enum document_kind kind =
        world_chance(world, 25) ? DOCUMENT_AGENT
        : world_chance(world, 20)
            ? DOCUMENT_DEVICE
            : (enum document_kind)world_draw(world, document_kind_count);
    const struct document_kind_info *info = document_kind_info(kind);
    const struct state *state = core_state(world->story.core);
    size_t count = state_document_count(state, kind);
    struct command command = { .type = info->set_command };
    struct document_head head;

    if (count == 0 || (count < 6 && world_chance(world, 30))) {
        /* a second one like the first, under another name */
        if (count > 0)
            memcpy(&command.as, state_document_at(state, kind, 0),
                   info->record->size);
        memcpy(&head, &command.as, sizeof(head));
        head = (struct document_head){ .id = 0, .version = 0 };
        head.name.text[0] = 'x';
        head.name.text[1] = (char)('a' + (char)world_draw(world, 26));
        memcpy(&command.as, &head, sizeof(head));
        if (kind == DOCUMENT_AGENT) {
            command.as.set_agent.user_id = 0;
            command.as.set_agent.device_id = world_draw(world, 5);
            command.as.set_agent.extension = (struct phone_number){ "" };
        }
        if (kind == DOCUMENT_QUEUE)
            command.as.set_queue.extension = (struct phone_number){ "" };
        if (kind == DOCUMENT_BOX) {
            command.as.set_box.agent_id = 0;
            command.as.set_box.mail_to = (struct note){ "b@example.net" };
            command.as.set_box.webhook = (struct note){ "" };
            command.as.set_box.extension = (struct phone_number){ "" };
        }
        if (kind == DOCUMENT_USER)
            command.as.set_user.uid = -1;
        if (kind == DOCUMENT_ROUTE)
            draw_route(world, &command.as.set_route);
        if (kind == DOCUMENT_CAP)
            draw_cap(world, &command.as.set_cap);
        if (kind == DOCUMENT_QUEUE_RULE)
            draw_queue_rule(world, &command.as.set_queue_rule);
        if (kind == DOCUMENT_CALENDAR)
            draw_hours(world, &command.as.set_calendar);
        if (kind == DOCUMENT_RULE)
            draw_rule(world, &command.as.set_rule);
        if (kind == DOCUMENT_LOOKUP) {
            command.as.set_lookup.url = (struct note){ "https://crm/a" };
            command.as.set_lookup.secret_header = (struct label){ "X-Key" };
            command.as.set_lookup.values = (struct note){ "level=level" };
            command.as.set_lookup.within_ms = 1000;
        }
        if (kind == DOCUMENT_ENTRY) {
            command.as.set_entry.number.text[4] = head.name.text[1] % 10 + '0';
            command.as.set_entry.lookup_id = head.name.text[1] % 2 ? 1 : 0;
        }
    } else {
        memcpy(
            &command.as,
            state_document_at(state, kind, world_draw(world, (uint32_t)count)),
            info->record->size);
        memcpy(&head, &command.as, sizeof(head));
        if (kind == DOCUMENT_DEVICE)
            command.as.set_device.mode =
                world_chance(world, 40)
                    ? PHONE_NAILED_UP
                    : (enum phone_mode)world_draw(world, phone_mode_count);
        if (head.name.text[0] == 'x') {
            command.type = info->remove_command;
            memset(&command.as, 0, sizeof(command.as));
            memcpy(&command.as, &head, 2 * sizeof(uint64_t));
        }
    }

    if (command.type == COMMAND_SET_QUEUE)
        draw_room(world, &command.as.set_queue);
    if (command.type == COMMAND_SET_RULE && world_chance(world, 50)) {
        command.type = COMMAND_DRAFT_RULE;
        command.as.draft_rule.version =
            rule_draft_seen(state, command.as.draft_rule.id);
    }
    world_apply(world, &command);
}

/* What becomes of the rules' draft. */
static void draft_goes_on(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    uint64_t id = 1 + world_draw(world, 6);
    const struct command commands[] = {
        { COMMAND_PUBLISH_RULES, .as.publish_rules = { 0 } },
        { COMMAND_PUBLISH_RULES, .as.publish_rules = { 0 } },
        { COMMAND_DROP_DRAFT, .as.drop_draft = { world_draw(world, 6) } },
        { COMMAND_MOVE_DRAFT, .as.move_draft = { id, world_draw(world, 6) } },
        { COMMAND_DRAFT_REMOVAL,
          .as.draft_removal = { id, rule_draft_seen(state, id) } },
    };

    world_apply(world, &commands[world_draw(world, ARRAY_LEN(commands))]);
}

/* The server dies, or is stopped, and comes back. */
static void restart(struct world *world)
{
    const struct command stop = STOP;
    const struct command start =
        START(world->story.now_us - (int64_t)world_draw(world, SECOND_US));

    if (world_chance(world, 50))
        world_apply(world, &stop);
    world->grant_count = 0;
    world->call_count = 0;
    world_apply(world, &start);
}

/* The recorder, and who deals with what it made. */
static void recorder_does_something(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    size_t count = state_row_count(state, ROW_RECORDING);
    const struct recording_row *row =
        count ? state_row_at(state, ROW_RECORDING,
                             world_draw(world, (uint32_t)count))
              : NULL;
    uint64_t id = row ? row->recording_id : world_draw(world, 9);
    uint64_t old_id = 1 + world_draw(world, 20);
    const uint64_t agent = 1 + world_draw(world, 2);
    const struct desk_row *desk = state_desk(state, agent);
    struct command spoken = RECORDED(id, 3 * SECOND_US);

    memcpy(spoken.as.recorded.peaks.text, "zz 00", 5);

    const struct command commands[] = {
        spoken,
        { COMMAND_SPEAKER_SILENT, .as.speaker_silent = { id } },
        LISTEN(old_id),
        STOP_LISTENING(agent),
        { COMMAND_LISTENER_HEARS,
          .as.listener_hears = { agent, desk ? desk->listen_leg : 0 } },
        { COMMAND_LISTENING_OVER,
          .as.listening_over = { agent, desk ? desk->listen_leg : 0 } },
        RECORDED(id, world_draw(world, 2) * SECOND_US),
        RECORDED(id, SECOND_US),
        RECORDING_LOSES(id),
        RECORDING_GONE(id),
        DELETE_RECORDING(old_id),
        NOTE_LISTENING(old_id),
        NOTE_TRACE(old_id),
        ERASE(old_id),
    };

    world_apply(world, &commands[world_draw(world, ARRAY_LEN(commands))]);
}

/* Who hears messages, and what becomes of them. */
static void messages_are_heard(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    size_t count = state_row_count(state, ROW_MESSAGE);
    const struct message_row *row =
        count ? state_row_at(state, ROW_MESSAGE,
                             world_draw(world, (uint32_t)count))
              : NULL;
    uint64_t id = row ? row->message_id : world_draw(world, 9);
    const struct command commands[] = {
        { COMMAND_MARK_MESSAGE,
          .as.mark_message = { id, (enum message_state)world_draw(
                                       world, message_state_count) } },
        { COMMAND_ASSIGN_MESSAGE,
          .as.assign_message = { id, world_draw(world, 3) } },
        { COMMAND_FORWARD_MESSAGE,
          .as.forward_message = { id, 1 + world_draw(world, 2), { "" } } },
        { COMMAND_TRANSCRIBE_MESSAGE,
          .as.transcribe_message = { id, { "said" } } },
        { COMMAND_DIAL,
          .as.dial = { 1 + world_draw(world, 2),
                       row ? row->caller : (struct phone_number){ "" }, 0,
                       id } },
    };

    world_apply(world, &commands[world_draw(world, ARRAY_LEN(commands))]);
}

void world_do_something(struct world *world)
{
    uint32_t what = world_draw(world, 1000);

    world_visitor_does_something(world);
    if (what < 200)
        caller_comes(world);
    else if (what < 400)
        caller_does_something(world);
    else if (what < 450)
        phone_does_something(world);
    else if (what < 490)
        recorder_does_something(world);
    else if (what < 495)
        messages_are_heard(world);
    else if (what < 503)
        world_callback_does_something(world);
    else if (what < 940)
        agent_does_something(world);
    else if (what < 950)
        console_does_something(world);
    else if (what < 955)
        keys_get_lost(world);
    else if (what < 956)
        sound_changes(world);
    else if (what < 975)
        supervisor_does_something(world);
    else if (what < 985)
        world_router_does_something(world);
    else if (what < 998)
        administrator_does_something(world);
    else if (what < 999)
        draft_goes_on(world);
    else
        restart(world);
}
