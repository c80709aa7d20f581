/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the core's tests share: a small house, led into a situation. */

#ifndef TESTS_CORE_STORY_H
#define TESTS_CORE_STORY_H

#include <stdint.h>

#include "core/core.h"

/*
 * The house: agent ANN (user 2, phone 1, which she lifts) and agent BOB (user
 * 3, phone 2, which answers when he accepts) serve SALES, he after her; BOB
 * serves HELP as well. +4201 plays MAIN, a menu; +4202 and what begins so
 * leads to SALES at once, by the flow DIRECT. User 1 is the administrator. All
 * is made in the first second, and from there time passes as the test says.
 */
enum {
    ROOT = 1,
    ANN = 1,
    BOB = 2,
    SALES = 1, /* after a talk 30 s of work; rings 20 s; three misses pause */
    HELP = 2,  /* after a talk nothing; full with 2; overflows to SALES */
    MAIN = 1,
    DIRECT = 2,
    TRUNK = 1,
    LUNCH = PAUSE_FIRST_DEFINED,
    SOLD = 1,
};

enum {
    SECOND_US = 1000000,
    STORY_TEXT_SIZE = 65536,
};

/* Stands in a command for the serial of the last effect of that type. */
#define SERIAL_OF(effect) (UINT64_MAX - (uint64_t)(effect))

/* clang-format off */
/* Commands, as initializers. */
#define LOG_IN(agent)      { COMMAND_LOG_IN, .as.log_in = { agent } }
#define LOG_OUT(agent)     { COMMAND_LOG_OUT, .as.log_out = { agent } }
#define AVAILABLE(agent)   { COMMAND_MAKE_AVAILABLE, .as.make_available = { agent } }
#define PAUSE(agent, why)  { COMMAND_PAUSE, .as.pause = { agent, why } }
#define CALL_LINE(agent)   { COMMAND_CALL_LINE, .as.call_line = { agent } }
#define ACCEPT(agent)      { COMMAND_ACCEPT_OFFER, .as.accept_offer = { agent } }
#define REJECT(agent)      { COMMAND_REJECT_OFFER, .as.reject_offer = { agent } }
#define HOLD(agent)        { COMMAND_HOLD, .as.hold = { agent } }
#define RESUME(agent)      { COMMAND_RESUME, .as.resume = { agent } }
#define MUTE(agent)        { COMMAND_MUTE, .as.mute = { agent } }
#define UNMUTE(agent)      { COMMAND_UNMUTE, .as.unmute = { agent } }
#define KEYS(agent, keys, masked) \
    { COMMAND_SEND_DIGITS, .as.send_digits = { agent, { keys }, masked } }
#define KEYS_LOST(id, count) { COMMAND_DIGITS_LOST, .as.digits_lost = { id, count } }
#define ENCRYPTED(id, caller, agent) \
    { COMMAND_SOUND_ENCRYPTED, .as.sound_encrypted = { id, caller, agent } }
#define CONSOLE(agent, is) { COMMAND_SET_CONSOLE, .as.set_console = { agent, is } }
#define HANG_UP(agent)     { COMMAND_HANG_UP, .as.hang_up = { agent } }
#define TRANSFER(agent, to, id, number) \
    { COMMAND_TRANSFER,                                                        \
      .as.transfer = { agent, to, id, { number }, { "" }, 0 } }
#define TRANSFER_SAYING(agent, to, id, note) \
    { COMMAND_TRANSFER,                                                        \
      .as.transfer = { agent, to, id, { "" }, { note }, 0 } }
#define CONSULT(agent, to, id, number) \
    { COMMAND_CONSULT, .as.consult = { agent, to, id, { number }, { "" } } }
#define COMPLETE(agent) \
    { COMMAND_COMPLETE_CONSULT, .as.complete_consult = { agent } }
#define RETRIEVE(agent) { COMMAND_RETRIEVE, .as.retrieve = { agent } }
#define PAUSE_RECORDING(agent, why) \
    { COMMAND_PAUSE_RECORDING, .as.pause_recording = { agent, { why } } }
#define RESUME_RECORDING(agent) \
    { COMMAND_RESUME_RECORDING, .as.resume_recording = { agent } }
#define DELETE_RECORDING(id) \
    { COMMAND_DELETE_RECORDING, .as.delete_recording = { id, 1, ANN, { "object-1" } } }
#define ERASE(id) { COMMAND_ERASE_PERSON, .as.erase_person = { id, 0, 3, 1 } }
#define LISTEN(id) { COMMAND_LISTEN, 2, \
      .as.listen = { id, 1, BOB, { "object-1" }, 60 * SECOND_US } }
#define STOP_LISTENING(agent) { COMMAND_STOP_LISTENING, .as.stop_listening = { agent } }
#define LISTENING_OVER(agent) { COMMAND_LISTENING_OVER, \
      .as.listening_over = { agent, SERIAL_OF(EFFECT_LISTEN) } }
#define NOTE_LISTENING(id) \
    { COMMAND_NOTE_LISTENING, .as.note_listening = { id, 1, ANN } }
#define NOTE_TRACE(id) \
    { COMMAND_NOTE_TRACE, .as.note_trace = { id, true } }
#define DIAL(agent, number, queue) \
    { COMMAND_DIAL, .as.dial = { agent, { number }, queue, 0 } }
#define DISPOSE(agent, disposition, said) \
    { COMMAND_DISPOSE, .as.dispose = { .agent_id = agent, \
                                       .disposition_id = disposition, \
                                       .note = { said } } }
#define DISPOSE_THEN(agent, after, reason) \
    { COMMAND_DISPOSE, .as.dispose = { .agent_id = agent, \
                                       .disposition_id = SOLD, \
                                       .then = after, .reason_id = reason } }
#define DISPOSE_OF(agent, contact) \
    { COMMAND_DISPOSE, .as.dispose = { .agent_id = agent, \
                                       .disposition_id = SOLD, \
                                       .contact_id = contact } }
#define NOTE(agent, note)  { COMMAND_KEEP_NOTE, .as.keep_note = { agent, { note }, 0 } }
#define NOTE_OF(agent, note, contact) \
    { COMMAND_KEEP_NOTE, .as.keep_note = { agent, { note }, contact } }
#define MORE_TIME(agent)   { COMMAND_EXTEND_WRAP_UP, .as.extend_wrap_up = { agent } }
#define CANCEL_REQUEST(agent) \
    { COMMAND_CANCEL_REQUEST, .as.cancel_request = { agent } }
#define END_CONTACT(id)    { COMMAND_END_CONTACT, .as.end_contact = { id } }
#define MOVE(id, queue, priority) \
    { COMMAND_MOVE_CONTACT, .as.move_contact = { id, queue, priority } }
#define PULL(id, agent) \
    { COMMAND_PULL_CONTACT, .as.pull_contact = { id, agent, 0 } }
#define WITHDRAW(id, to, to_id, number) \
    { COMMAND_WITHDRAW_CONTACT,                                                \
      .as.withdraw_contact = { id, to, to_id, { number }, 0 } }
#define REPLACE(id, version, by) \
    { COMMAND_REPLACE_QUEUE, .as.replace_queue = { id, version, by } }
#define DEVICE_SEEN(id)    { COMMAND_DEVICE_SEEN, .as.device_seen = { id } }
#define DEVICE_LOST(id)    { COMMAND_DEVICE_LOST, .as.device_lost = { id } }
#define AGENT_ALIVE(agent) { COMMAND_AGENT_ALIVE, .as.agent_alive = { agent } }
#define ARRIVES(call, called) \
    { COMMAND_CONTACT_ARRIVES, \
      .as.contact_arrives = { call, TRUNK, 0, { "+420777" }, { "Jana" }, { called }, 0 } }
#define PHONE_CALLS(call, device, called) \
    { COMMAND_CONTACT_ARRIVES, \
      .as.contact_arrives = { call, 0, device, { "" }, { "" }, { called }, 0 } }
#define CALLER_HANGS_UP(id)  { COMMAND_CALLER_HUNG_UP, .as.caller_hung_up = { id, false } }
#define CALLER_FALLS_SILENT(id) { COMMAND_CALLER_HUNG_UP, .as.caller_hung_up = { id, true } }
#define PRESS(id, digit)     { COMMAND_PRESS_DIGIT, .as.press_digit = { id, { digit } } }
#define ASSIGN(agent, queue, priority) \
    { COMMAND_ASSIGN, .as.assign = { agent, queue, priority, 0, 0 } }
#define ASSIGN_UNTIL(agent, queue, priority, until) \
    { COMMAND_ASSIGN, .as.assign = { agent, queue, priority, 0, until } }
#define ASSIGN_MANY(agents, queues, priority, until) \
    { COMMAND_ASSIGN_MANY, .as.assign_many = { { agents }, { queues }, priority, 0, until } }
#define UNASSIGN_MANY(agents, queues) \
    { COMMAND_UNASSIGN_MANY, .as.unassign_many = { { agents }, { queues } } }
#define UNASSIGN(agent, queue) { COMMAND_UNASSIGN, .as.unassign = { agent, queue } }
#define ASSIGN_LATE(agent, queue, priority, delay) \
    { COMMAND_ASSIGN, .as.assign = { agent, queue, priority, delay, 0 } }
#define ASSIGN_TEAM(team, queue, priority, delay) \
    { COMMAND_ASSIGN_TEAM, .as.assign_team = { team, queue, priority, delay } }
#define UNASSIGN_TEAM(team, queue) \
    { COMMAND_UNASSIGN_TEAM, .as.unassign_team = { team, queue } }
#define SKILL(name_) { COMMAND_SET_SKILL, .as.set_skill = { .name = { name_ } } }
#define TEAM(name_) { COMMAND_SET_TEAM, .as.set_team = { .name = { name_ } } }
#define LEVEL(agent, skill, level) \
    { COMMAND_SET_LEVEL, .as.set_level = { agent, skill, level } }
#define NO_LEVEL_OF(agent, skill) \
    { COMMAND_UNSET_LEVEL, .as.unset_level = { agent, skill } }
#define PRIORITY(id, priority, added) \
    { COMMAND_SET_PRIORITY, .as.set_priority = { id, priority, added } }
#define DEMAND(id, demand) \
    { COMMAND_SET_DEMAND, .as.set_demand = { id, { demand } } }
#define TRUNK_IS(trunk, up) \
    { COMMAND_NOTE_TRUNK, .as.note_trunk = { trunk, up } }
#define RECALL(id, agent, queue, ago)                                          \
    { COMMAND_RECALL_CALLER, .as.recall_caller = { .contact_id = id, .agent_id = agent, .queue_id = queue, .ago_us = ago } }
#define START(alive_at_us) \
    { COMMAND_START, .as.start = { { "test" }, alive_at_us, WALL_US } }
#define STOP                 { COMMAND_STOP, .as.stop = { false } }
#define SET_CLOCK(wall_us)   { COMMAND_SET_CLOCK, .as.set_clock = { wall_us } }
#define NOTE_SECRET(kind, id) { COMMAND_NOTE_SECRET, .as.note_secret = { kind, id } }

#define CLOSE_QUEUE(queue, prompt, until_us) \
    { COMMAND_CLOSE_QUEUE, .as.close_queue = { queue, prompt, until_us } }
#define OPEN_QUEUE(queue) { COMMAND_OPEN_QUEUE, .as.open_queue = { queue } }

/* Answers to effects. */
#define CONNECTED   { COMMAND_CALLER_CONNECTED, \
                      .as.caller_connected = { SERIAL_OF(EFFECT_ANSWER) } }
#define PROMPT_ENDS(failed) { COMMAND_PROMPT_ENDED, \
                      .as.prompt_ended = { SERIAL_OF(EFFECT_PLAY), failed } }
#define ANSWERED(effect) { COMMAND_LEG_ANSWERED, .as.leg_answered = { SERIAL_OF(effect), 0, 0 } }
#define DIALLED_ANSWERS(call) { COMMAND_LEG_ANSWERED, \
                      .as.leg_answered = { SERIAL_OF(EFFECT_DIAL), call, 0 } }
#define BRIDGED     { COMMAND_BRIDGED, .as.bridged = { .serial = SERIAL_OF(EFFECT_BRIDGE) } }
/* ... with a file to record into, and a lot drawn: SALES wants below 50. */
#define BRIDGED_DRAWN(draw) { COMMAND_BRIDGED, \
                      .as.bridged = { SERIAL_OF(EFFECT_BRIDGE), { "object-1" }, draw } }
#define RECORDED(id, us)    { COMMAND_RECORDED, \
                      .as.recorded = { .recording_id = id, .length_us = us, .bytes = us } }
#define RECORDING_LOSES(id) { COMMAND_RECORDING_LOSES, .as.recording_loses = { id, true } }
#define RECORDING_GONE(id)  { COMMAND_RECORDING_REMOVED, .as.recording_removed = { id } }
#define FAILED(effect, result) \
    { COMMAND_LEG_FAILED, .as.leg_failed = { SERIAL_OF(effect), result } }
#define GONE(effect) { COMMAND_LEG_GONE, .as.leg_gone = { SERIAL_OF(effect) } }
#define HUNG_UP(effect) { COMMAND_LEG_HUNG_UP, .as.leg_hung_up = { SERIAL_OF(effect), false } }
#define SILENT(effect) { COMMAND_LEG_HUNG_UP, .as.leg_hung_up = { SERIAL_OF(effect), true } }
#define HELD(held)  { COMMAND_LEG_HELD, .as.leg_held = { SERIAL_OF(EFFECT_RING), held } }
#define REFERRED(number) { COMMAND_LEG_REFERRED, \
                      .as.leg_referred = { SERIAL_OF(EFFECT_RING), { number }, 0 } }
/* A phone or number that says to call another one. */
#define REDIRECTED(effect, number) { COMMAND_LEG_REDIRECTED, \
                      .as.leg_redirected = { SERIAL_OF(effect), { number } } }
/* ... or, of its two calls, has one replace the other. */
#define REFERRED_TWO(serial, replaces) { COMMAND_LEG_REFERRED, \
                      .as.leg_referred = { SERIAL_OF(serial), { "" }, SERIAL_OF(replaces) } }
/* clang-format on */

/* Wall time of journal moment 0: 2026-01-01 00:00 UTC. */
static const int64_t WALL_US = INT64_C(1767225600000000);

struct story {
    struct core *core;
    struct outbox outbox;
    int64_t now_us;
    uint64_t last[EFFECT_TYPE_COUNT]; /* serials */
};

/* A core to which nothing has happened, and one with the house in it. */
void story_begin_empty(struct story *story);
void story_begin(struct story *story);
void story_end(struct story *story);

/* The same, by hand: for tests of memory. 0 or -ENOMEM. */
int story_try_begin(struct story *story);

/* Gives a command now; SERIAL_OF() is resolved. Events stay in the outbox. */
int story_give(struct story *story, const struct command *command);

/* Gives several, all of which must be done, and clears the outbox. */
void story_lead(struct story *story, const struct command *commands,
                size_t count);

/* The commands that set a queue, or a flow, to what it is: what a test then
   changes is a change of that alone. */
struct command story_queue(const struct story *story, uint64_t queue_id);
struct command story_flow(const struct story *story, uint64_t flow_id);

/* Lets time pass. */
void story_wait(struct story *story, int64_t us);

/* Writes all events, then all effects, in full, a line each. */
void story_text(const struct outbox *outbox, char text[STORY_TEXT_SIZE]);

/* Writes the names only: "talk_ended contact_ended +release +hang_up". */
void story_summary(const struct outbox *outbox, char text[STORY_TEXT_SIZE]);

void assert_same_state(const struct state *a, const struct state *b);

/* A state with the same documents and rows, made by loading them. */
struct state *copy_of_state(const struct state *state);

/* The program of MAIN, and of DIRECT. */
const struct flow_program *story_program(uint64_t flow_id);

const struct desk_row *desk_of(const struct story *story, uint64_t agent_id);
const struct contact_row *contact_of(const struct story *story, uint64_t id);

#endif
