/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands that are refused: why, and that nothing has changed. */

#include "core/core.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

#define TEN "0123456789"

/* clang-format off */
#define REMOVE(KIND, kind, id, version) \
    { COMMAND_REMOVE_##KIND, .as.remove_##kind = { id, version } }
#define SET_USER(...)   { COMMAND_SET_USER, .as.set_user = { __VA_ARGS__ } }
#define SET_DEVICE(...) { COMMAND_SET_DEVICE, .as.set_device = { __VA_ARGS__ } }
#define SET_AGENT(...)  { COMMAND_SET_AGENT, .as.set_agent = { __VA_ARGS__ } }
#define SET_FLOW(...)   { COMMAND_SET_FLOW, .as.set_flow = { __VA_ARGS__ } }
#define SET_REASON(...) \
    { COMMAND_SET_PAUSE_REASON, .as.set_pause_reason = { __VA_ARGS__ } }
#define SET_PROMPT(...) { COMMAND_SET_PROMPT, .as.set_prompt = { __VA_ARGS__ } }
#define SET_ENTRY(...)  { COMMAND_SET_ENTRY, .as.set_entry = { __VA_ARGS__ } }
#define SET_QUEUE(...) \
    { COMMAND_SET_QUEUE, \
      .as.set_queue = { .max_waiting = 1, .ring_ms = 1000, \
                        .wrap_up_ms = 1000, .music = { "music" }, \
                        .ring_more_ms = 1000, .weight = 1, .callback_tries = 1, \
                        .callback_retry_ms = 10000, .callback_expiry_ms = 60000, \
                        .service_level_ms = 1000, __VA_ARGS__ } }

#define OF_CALLER { SERIAL_OF(EFFECT_ANSWER) }
#define OF(effect) { SERIAL_OF(effect) }
/* clang-format on */

static const struct refusal_row {
    const char *says;
    enum situation in;
    struct command command;
    enum refusal refusal;
} refusal_rows[] = {
    /* agents */
    /* asking somebody */
    { "to ask for an agent that there is not", TALKING,
      CONSULT(9, TO_AGENT, BOB, ""), REFUSED_NO_AGENT },
    { "to ask an agent that there is not", TALKING,
      CONSULT(ANN, TO_AGENT, 9, ""), REFUSED_NO_AGENT },
    { "to ask without a caller", ANN_FREE, CONSULT(ANN, TO_AGENT, BOB, ""),
      REFUSED_NO_TALK },
    { "to ask before the caller is heard", BRIDGING,
      CONSULT(ANN, TO_AGENT, BOB, ""), REFUSED_NO_TALK },
    { "to ask oneself", TALKING, CONSULT(ANN, TO_AGENT, ANN, ""),
      REFUSED_TO_ONESELF },
    { "to ask who is offline", TALKING, CONSULT(ANN, TO_AGENT, BOB, ""),
      REFUSED_AGENT_NOT_THERE },
    { "to ask a queue", TALKING, CONSULT(ANN, TO_QUEUE, SALES, ""),
      REFUSED_BAD_CONSULT },
    { "to ask a number that is none", TALKING,
      CONSULT(ANN, TO_NUMBER, 0, "anna"), REFUSED_BAD_NUMBER },
    { "to ask a number that the agent may not call", TALKING,
      CONSULT(ANN, TO_NUMBER, 0, "1900"), REFUSED_NOT_ALLOWED_OUT },
    { "to ask a second one", ASKED, CONSULT(ANN, TO_NUMBER, 0, "+420555"),
      REFUSED_CONSULTS_ALREADY },
    { "to ask who is asked", ASKED_OUT, CONSULT(ANN, TO_AGENT, BOB, ""),
      REFUSED_CONSULTS_ALREADY },
    { "to ask who talks", BOB_TALKING, CONSULT(ANN, TO_AGENT, BOB, ""),
      REFUSED_TARGET_BUSY },
    { "to complete without one", TALKING, COMPLETE(ANN), REFUSED_NO_CONSULT },
    { "to complete before it is picked up", ASKING, COMPLETE(ANN),
      REFUSED_CONSULT_RINGS },
    { "to complete as the one who is asked", ASKED, COMPLETE(BOB),
      REFUSED_NO_CONSULT },
    { "to complete as nobody", ASKED, COMPLETE(9), REFUSED_NO_AGENT },
    { "to go back without one", TALKING, RETRIEVE(ANN), REFUSED_NO_CONSULT },
    { "to go back as nobody", TALKING, RETRIEVE(9), REFUSED_NO_AGENT },
    { "to call as the one who is asked", ASKED, DIAL(BOB, "+420555", 0),
      REFUSED_AGENT_BUSY },
    { "a diversion by nobody who is called", TALKING,
      REDIRECTED(EFFECT_RING, "+420556"), REFUSED_NOT_ASKED },
    { "two calls of a phone that has one", TALKING,
      REFERRED_TWO(EFFECT_RING, EFFECT_RING), REFUSED_NOT_ASKED },
    { "two calls of which one rings", PHONING,
      REFERRED_TWO(EFFECT_RING, EFFECT_TAKE_CALL), REFUSED_CONSULT_RINGS },
    { "two calls of which one is whom the phone called", PHONED,
      REFERRED_TWO(EFFECT_RING, EFFECT_DIAL), REFUSED_NOT_ASKED },
    { "the phone that has taken the call, twice", PHONED,
      ANSWERED(EFFECT_TAKE_CALL), REFUSED_ANSWERED_TWICE },

    { "an agent that there is not", ANN_FREE, LOG_IN(9), REFUSED_NO_AGENT },
    { "logging in twice", ANN_PAUSED, LOG_IN(ANN), REFUSED_ALREADY_LOGGED_IN },
    { "logging in while talking", TALKING, LOG_IN(ANN),
      REFUSED_ALREADY_LOGGED_IN },
    { "logging out before logging in", NOBODY_THERE, LOG_OUT(ANN),
      REFUSED_NOT_LOGGED_IN },
    { "available before logging in", NOBODY_THERE, AVAILABLE(ANN),
      REFUSED_NOT_LOGGED_IN },
    { "available twice", ANN_FREE, AVAILABLE(ANN), REFUSED_ALREADY_SO },
    { "available without a reachable phone", UNREACHABLE, AVAILABLE(ANN),
      REFUSED_PHONE_UNREACHABLE },
    { "taking back what was not asked for", TALKING, CANCEL_REQUEST(ANN),
      REFUSED_NO_REQUEST },
    { "taking back for nobody", PAUSE_NEXT, CANCEL_REQUEST(9),
      REFUSED_NO_AGENT },
    { "a pause without a reason", ANN_FREE, PAUSE(ANN, 0),
      REFUSED_NO_PAUSE_REASON },
    { "a reason that is the product's own", ANN_FREE, PAUSE(ANN, PAUSE_MISSED),
      REFUSED_NO_PAUSE_REASON },
    { "a pause before logging in", NOBODY_THERE, PAUSE(ANN, LUNCH),
      REFUSED_NOT_LOGGED_IN },
    { "a second sign of life", ANN_FREE, AGENT_ALIVE(ANN), REFUSED_ALREADY_SO },
    { "a sign of life of nobody", ANN_FREE, AGENT_ALIVE(9), REFUSED_NO_AGENT },

    /* consoles */
    { "a console of nobody", ANN_FREE, CONSOLE(9, CONSOLE_ATTACHED),
      REFUSED_NO_AGENT },
    { "a console in no such state", ANN_FREE,
      CONSOLE(ANN, (enum console_state)console_state_count),
      REFUSED_BAD_VALUE },
    { "a console that is there", AT_CONSOLE, CONSOLE(ANN, CONSOLE_ATTACHED),
      REFUSED_ALREADY_SO },
    { "a console gone twice", UNATTENDED, CONSOLE(ANN, CONSOLE_NONE),
      REFUSED_ALREADY_SO },
    { "a supervisor makes available whom nobody sees",
      UNATTENDED,
      { COMMAND_MAKE_AVAILABLE, .by = ROOT, .as.make_available = { ANN } },
      REFUSED_NOBODY_THERE },

    /* recordings */
    { "an agent of a team that there is not", ANN_FREE,
      SET_AGENT(.name = { "eva" }, .team_id = 9), REFUSED_NO_TEAM },
    { "removing no route", ANN_FREE, REMOVE(ROUTE, route, 9, 1),
      REFUSED_NO_ROUTE },
    { "removing no cap", ANN_FREE, REMOVE(CAP, cap, 9, 1), REFUSED_NO_CAP },
    { "a route over a trunk that there is not",
      ANN_FREE,
      { COMMAND_SET_ROUTE, .as.set_route = { .name = { "uk" },
                                             .number = { "+44*" },
                                             .closes = 24,
                                             .trunk2_id = 9 } },
      REFUSED_NO_TRUNK },
    { "a route that tries a trunk twice",
      ANN_FREE,
      { COMMAND_SET_ROUTE, .as.set_route = { .name = { "uk" },
                                             .number = { "+44*" },
                                             .closes = 24,
                                             .trunk_id = TRUNK,
                                             .trunk4_id = TRUNK } },
      REFUSED_TRUNK_TWICE },
    { "a route that closes before the day begins",
      ANN_FREE,
      { COMMAND_SET_ROUTE,
        .as.set_route = { .name = { "uk" }, .number = { "+44*" } } },
      REFUSED_BAD_VALUE },
    { "a cap for all that names an agent",
      ANN_FREE,
      { COMMAND_SET_CAP, .as.set_cap = { .name = { "x" }, .agent_id = ANN } },
      REFUSED_BAD_SCOPE },
    { "a cap for nobody",
      ANN_FREE,
      { COMMAND_SET_CAP, .as.set_cap = { .name = { "x" },
                                         .scope = CAP_OF_AGENT,
                                         .agent_id = 9 } },
      REFUSED_NO_AGENT },
    { "a cap for no trunk",
      ANN_FREE,
      { COMMAND_SET_CAP, .as.set_cap = { .name = { "x" },
                                         .scope = CAP_OF_TRUNK,
                                         .trunk_id = 9 } },
      REFUSED_NO_TRUNK },
    { "removing no team", ANN_FREE, REMOVE(TEAM, team, 9, 1), REFUSED_NO_TEAM },
    { "a pause of what is not recorded", TALKING, PAUSE_RECORDING(ANN, "card"),
      REFUSED_NOT_RECORDED },
    { "a pause of a recording without a talk", ANN_FREE,
      PAUSE_RECORDING(ANN, "card"), REFUSED_NO_TALK },
    { "a pause of nobody's recording", RECORDING, PAUSE_RECORDING(9, "card"),
      REFUSED_NO_AGENT },
    { "a pause of a recording without a reason", RECORDING,
      PAUSE_RECORDING(ANN, ""), REFUSED_BAD_REASON },
    { "a reason that is no text", RECORDING, PAUSE_RECORDING(ANN, "a\tb"),
      REFUSED_BAD_REASON },
    { "a recording paused twice", RECORD_PAUSED, PAUSE_RECORDING(ANN, "card"),
      REFUSED_RECORDING_PAUSED },
    { "a recording resumed that is not paused", RECORDING,
      RESUME_RECORDING(ANN), REFUSED_RECORDING_NOT_PAUSED },
    { "a recording that nobody makes", TALKING, RECORDED(1, 1),
      REFUSED_NOT_ASKED },
    { "a recording whole twice", RECORD_KEPT, RECORDED(1, 1),
      REFUSED_NOT_ASKED },
    { "a gap of a recording that is whole", RECORD_KEPT, RECORDING_LOSES(1),
      REFUSED_NOT_ASKED },
    { "a file gone that nobody removes", RECORD_KEPT, RECORDING_GONE(1),
      REFUSED_NOT_ASKED },
    { "a file gone while it is written", RECORDING, RECORDING_GONE(1),
      REFUSED_NOT_ASKED },
    { "deleting what is being recorded", RECORDING, DELETE_RECORDING(1),
      REFUSED_RECORDING_RUNS },
    { "deleting what is not whole yet", RECORD_ENDING, DELETE_RECORDING(1),
      REFUSED_RECORDING_RUNS },
    { "deleting twice", RECORD_DELETED, DELETE_RECORDING(1),
      REFUSED_ALREADY_SO },
    { "deleting what there never was", RECORD_KEPT, DELETE_RECORDING(2),
      REFUSED_BAD_VALUE },
    { "deleting without a file",
      RECORD_KEPT,
      { COMMAND_DELETE_RECORDING,
        .as.delete_recording = { 1, 1, ANN, { "" } } },
      REFUSED_BAD_VALUE },
    { "listening twice at once", LISTENING, LISTEN(1),
      REFUSED_LISTENS_ALREADY },
    { "listening while the phone is being let go", RECORD_KEPT, LISTEN(1),
      REFUSED_LISTENER_BUSY },
    { "listening by phone to what is being recorded", RECORDING, LISTEN(1),
      REFUSED_RECORDING_RUNS },
    { "listening without a phone of one's own",
      RECORD_KEPT_FREE,
      { COMMAND_LISTEN, ROOT,
        .as.listen = { 1, 1, ANN, { "object-1" }, SECOND_US } },
      REFUSED_NO_OWN_PHONE },
    { "listening to three hours",
      RECORD_KEPT_FREE,
      { COMMAND_LISTEN, 2,
        .as.listen = { 1, 1, ANN, { "object-1" }, 10800LL * SECOND_US } },
      REFUSED_RECORDING_TOO_LONG },
    { "listening to nothing",
      RECORD_KEPT_FREE,
      { COMMAND_LISTEN, 2, .as.listen = { 1, 1, ANN, { "object-1" }, 0 } },
      REFUSED_BAD_VALUE },
    { "listening to a prompt that there is not",
      RECORD_KEPT_FREE,
      { COMMAND_LISTEN_TO_PROMPT, 2, .as.listen_to_prompt.prompt_id = 9 },
      REFUSED_NO_PROMPT },
    { "removing no prompt", ANN_FREE, REMOVE(PROMPT, prompt, 9, 1),
      REFUSED_NO_PROMPT },
    { "a translation of no prompt", ANN_FREE,
      SET_PROMPT(.name = { "x" }, .prompt_id = 9), REFUSED_NO_PROMPT },
    { "a prompt whose sound is no digest", ANN_FREE,
      SET_PROMPT(.name = { "x" }, .sound = { "../../etc/passwd" }),
      REFUSED_BAD_VALUE },
    { "a prompt with a command for terminals", ANN_FREE,
      SET_PROMPT(.name = { "x" }, .text = { "a\033[2J" }), REFUSED_BAD_VALUE },
    { "stopping to listen without listening", RECORD_KEPT, STOP_LISTENING(ANN),
      REFUSED_LISTENS_NOT },
    { "a phone hung up that played nothing", RECORD_KEPT, LISTENING_OVER(ANN),
      REFUSED_NOT_ASKED },
    { "removing an agent who listens", LISTENING, REMOVE(AGENT, agent, ANN, 1),
      REFUSED_AGENT_BUSY },
    { "listening to what there never was", TALKING, NOTE_LISTENING(1),
      REFUSED_BAD_VALUE },
    { "listening to what is being recorded", RECORDING, NOTE_LISTENING(1),
      REFUSED_RECORDING_RUNS },
    { "listening to what was deleted", RECORD_DELETED, NOTE_LISTENING(1),
      REFUSED_ALREADY_SO },
    { "reading the trace of nothing", TALKING, NOTE_TRACE(0),
      REFUSED_BAD_VALUE },

    /* erasing */
    { "erasing whoever still calls", TALKING, ERASE(1), REFUSED_CONTACT_LIVES },
    { "erasing whoever is being let go", CALLER_LET_GO, ERASE(1),
      REFUSED_CONTACT_LIVES },
    { "erasing in wrap-up", WRAPPING_UP, ERASE(1), REFUSED_BEING_WRAPPED_UP },
    { "erasing before the recording is whole", RECORD_LATE, ERASE(1),
      REFUSED_RECORDING_RUNS },
    { "erasing nobody", ANN_FREE, ERASE(0), REFUSED_BAD_VALUE },

    /* phones */
    { "a phone that there is not", ANN_FREE, DEVICE_SEEN(9),
      REFUSED_NO_DEVICE },
    { "a phone that is there", ANN_FREE, DEVICE_SEEN(1), REFUSED_ALREADY_SO },
    { "a phone lost that there is not", ANN_FREE, DEVICE_LOST(9),
      REFUSED_NO_DEVICE },
    { "a phone lost twice", UNREACHABLE, DEVICE_LOST(1), REFUSED_ALREADY_SO },

    /* offers */
    { "accepting without an offer", ANN_FREE, ACCEPT(ANN), REFUSED_NO_OFFER },
    { "accepting for nobody", ANN_FREE, ACCEPT(9), REFUSED_NO_AGENT },
    { "accepting what the phone answers", RINGING, ACCEPT(ANN),
      REFUSED_PHONE_ANSWERS },
    { "accepting twice", ACCEPTED, ACCEPT(BOB), REFUSED_ALREADY_ACCEPTED },
    { "rejecting without an offer", TALKING, REJECT(ANN), REFUSED_NO_OFFER },

    /* talks */
    { "hanging up without a call", ANN_FREE, HANG_UP(ANN), REFUSED_NO_TALK },
    { "hanging up an offer", RINGING, HANG_UP(ANN), REFUSED_NO_TALK },
    { "hanging up twice", WRAPPING_UP, HANG_UP(ANN), REFUSED_NO_TALK },
    { "hanging up for nobody", TALKING, HANG_UP(9), REFUSED_NO_AGENT },
    { "mute without a call", ANN_FREE, MUTE(ANN), REFUSED_NO_TALK },
    { "mute before both are joined", BRIDGING, MUTE(ANN), REFUSED_NO_TALK },
    { "mute twice", MUTED, MUTE(ANN), REFUSED_MUTED },
    { "mute for nobody", TALKING, MUTE(9), REFUSED_NO_AGENT },
    { "mute after the talk", WRAPPING_UP, UNMUTE(ANN), REFUSED_NO_TALK },
    { "being heard while one is", TALKING, UNMUTE(ANN), REFUSED_NOT_MUTED },
    { "being heard for nobody", MUTED, UNMUTE(9), REFUSED_NO_AGENT },
    { "keys without a call", ANN_FREE, KEYS(ANN, "1", false), REFUSED_NO_TALK },
    { "keys before both are joined", BRIDGING, KEYS(ANN, "1", false),
      REFUSED_NO_TALK },
    { "keys of nobody", TALKING, KEYS(9, "1", false), REFUSED_NO_AGENT },
    { "no keys", TALKING, KEYS(ANN, "", false), REFUSED_BAD_DIGITS },
    { "keys that there are not", TALKING, KEYS(ANN, "1w2", true),
      REFUSED_BAD_DIGITS },
    { "keys lost of nobody", TALKING, KEYS_LOST(9, 1), REFUSED_NO_CONTACT },
    { "keys lost of nobody any more", CALLER_LET_GO, KEYS_LOST(1, 1),
      REFUSED_CONTACT_ENDED },
    { "keys lost that were not pressed", TALKING, KEYS_LOST(1, 1),
      REFUSED_BAD_VALUE },
    { "hold without a call", ANN_FREE, HOLD(ANN), REFUSED_NO_TALK },
    { "hold before both are joined", BRIDGING, HOLD(ANN), REFUSED_NO_TALK },
    { "hold twice", HOLDING, HOLD(ANN), REFUSED_ON_HOLD },
    { "hold for nobody", HOLDING, HOLD(9), REFUSED_NO_AGENT },
    { "resuming without hold", TALKING, RESUME(ANN), REFUSED_NOT_ON_HOLD },
    { "a phone that resumes without hold", TALKING, HELD(false),
      REFUSED_NOT_ON_HOLD },
    { "a phone that holds after the talk", WRAPPING_UP, HELD(true),
      REFUSED_NOT_ASKED },

    /* after the talk */
    { "a disposition while talking", TALKING, DISPOSE(ANN, SOLD, ""),
      REFUSED_NOT_WRAPPING_UP },
    { "a disposition that there is not", SILENT_AFTER, DISPOSE(ANN, 9, ""),
      REFUSED_NO_DISPOSITION },
    { "a disposition of nobody", SILENT_AFTER, DISPOSE(9, SOLD, ""),
      REFUSED_NO_AGENT },
    { "a note without a call", ANN_FREE, NOTE(ANN, "x"), REFUSED_NO_TALK },
    { "a note meant for another call", WRAPPING_UP, NOTE_OF(ANN, "x", 9),
      REFUSED_OTHER_CONTACT },
    { "a note for a call that is over", ANN_FREE, NOTE_OF(ANN, "x", 1),
      REFUSED_OTHER_CONTACT },
    { "a disposition meant for another call", WRAPPING_UP, DISPOSE_OF(ANN, 9),
      REFUSED_OTHER_CONTACT },
    { "a disposition for a call that is over", ANN_FREE, DISPOSE_OF(ANN, 1),
      REFUSED_OTHER_CONTACT },
    { "a note of an offer", RINGING, NOTE(ANN, "x"), REFUSED_NO_TALK },
    { "a note of nobody", TALKING, NOTE(9, "x"), REFUSED_NO_AGENT },
    { "a note so far that steers a terminal", TALKING, NOTE(ANN, "\x1b[2J"),
      REFUSED_BAD_NOTE },
    { "no note where none is", TALKING, NOTE(ANN, ""), REFUSED_ALREADY_SO },
    { "more time while talking", TALKING, MORE_TIME(ANN),
      REFUSED_NOT_WRAPPING_UP },
    { "more time for nobody", SILENT_AFTER, MORE_TIME(9), REFUSED_NO_AGENT },
    { "a pause after the work for no reason", SILENT_AFTER,
      DISPOSE_THEN(ANN, AFTER_PAUSED, 0), REFUSED_NO_PAUSE_REASON },
    { "a pause after the work for a reason that there is not", SILENT_AFTER,
      DISPOSE_THEN(ANN, AFTER_AS_REQUESTED, 9), REFUSED_NO_PAUSE_REASON },
    { "a reason to be available", SILENT_AFTER,
      DISPOSE_THEN(ANN, AFTER_AVAILABLE, LUNCH), REFUSED_BAD_VALUE },
    { "a state after the work that there is not", SILENT_AFTER,
      DISPOSE_THEN(ANN, (enum after_work)after_work_count, 0),
      REFUSED_BAD_VALUE },
    { "a note that steers a terminal", SILENT_AFTER,
      DISPOSE(ANN, SOLD, "\x1b[2J"), REFUSED_BAD_NOTE },

    /* calls that an agent makes */
    { "a call by nobody", ANN_FREE, DIAL(9, "+420555", 0), REFUSED_NO_AGENT },
    { "a call by who is offline", NOBODY_THERE, DIAL(ANN, "+420555", 0),
      REFUSED_NOT_LOGGED_IN },
    { "a call in a talk", TALKING, DIAL(ANN, "+420555", 0),
      REFUSED_AGENT_BUSY },
    { "a call during the after-call work", SILENT_AFTER,
      DIAL(ANN, "+420555", 0), REFUSED_AGENT_BUSY },
    { "a call before the phone has let go", REJECTED, DIAL(ANN, "+420555", 0),
      REFUSED_AGENT_BUSY },
    { "a call by whose phone plays a recording", LISTENING,
      DIAL(ANN, "+420555", 0), REFUSED_LISTENS_ALREADY },
    { "a call without a phone that can be reached", UNREACHABLE,
      DIAL(ANN, "+420555", 0), REFUSED_PHONE_UNREACHABLE },
    { "a call to no number", ANN_FREE, DIAL(ANN, "", 0), REFUSED_BAD_NUMBER },
    { "a call to a number that is none", ANN_FREE, DIAL(ANN, "sip:x@y", 0),
      REFUSED_BAD_NUMBER },
    { "a call that the agent may not make", ANN_FREE, DIAL(ANN, "113", 0),
      REFUSED_NOT_ALLOWED_OUT },
    { "a call for no queue", ANN_FREE, DIAL(ANN, "+420555", 9),
      REFUSED_NO_QUEUE },
    { "a call for a queue of others", ANN_FREE, DIAL(ANN, "+420555", HELP),
      REFUSED_NOT_ASSIGNED },
    { "a call when the server has stopped", STOPPED, DIAL(ANN, "+420555", 0),
      REFUSED_NOT_SERVING },
    { "a call answered by whom nobody can name", CALLED_OUT,
      ANSWERED(EFFECT_DIAL), REFUSED_BAD_VALUE },
    { "holding who has not answered", CALLED_OUT, HOLD(ANN), REFUSED_NO_TALK },
    { "a hang-up by who was not called yet", CALLING, CALLER_HANGS_UP(1),
      REFUSED_NOT_ASKED },

    /* transfers */
    { "a transfer without a talk", ANN_FREE, TRANSFER(ANN, TO_QUEUE, HELP, ""),
      REFUSED_NO_TALK },
    { "a transfer before both are joined", BRIDGING,
      TRANSFER(ANN, TO_QUEUE, HELP, ""), REFUSED_NO_TALK },
    { "a transfer by nobody", TALKING, TRANSFER(9, TO_QUEUE, HELP, ""),
      REFUSED_NO_AGENT },
    { "a transfer to hanging up", TALKING, TRANSFER(ANN, TO_HANG_UP, 0, ""),
      REFUSED_BAD_DESTINATION },
    { "a transfer to nowhere", TALKING,
      TRANSFER(ANN, (enum destination)destination_count, 0, ""),
      REFUSED_BAD_DESTINATION },
    { "a transfer to no queue", TALKING, TRANSFER(ANN, TO_QUEUE, 9, ""),
      REFUSED_NO_QUEUE },
    { "a transfer to no agent", TALKING, TRANSFER(ANN, TO_AGENT, 9, ""),
      REFUSED_NO_AGENT },
    { "a transfer to oneself", TALKING, TRANSFER(ANN, TO_AGENT, ANN, ""),
      REFUSED_TO_ONESELF },
    { "a transfer to an agent who is offline", TALKING,
      TRANSFER(ANN, TO_AGENT, BOB, ""), REFUSED_AGENT_NOT_THERE },
    { "a transfer with a note that steers a terminal", TALKING,
      TRANSFER_SAYING(ANN, TO_QUEUE, HELP, "\x1b[2J"), REFUSED_BAD_NOTE },
    { "a transfer to no flow", TALKING, TRANSFER(ANN, TO_FLOW, 9, ""),
      REFUSED_NO_FLOW },
    { "a transfer to no number", TALKING, TRANSFER(ANN, TO_NUMBER, 0, ""),
      REFUSED_BAD_NUMBER },
    { "a transfer to a number nobody can dial", TALKING,
      TRANSFER(ANN, TO_NUMBER, 0, "12a"), REFUSED_BAD_NUMBER },
    { "a transfer with the phone to such", TALKING, REFERRED("sip"),
      REFUSED_BAD_NUMBER },
    { "a transfer with the phone after the talk", WRAPPING_UP, REFERRED("112"),
      REFUSED_NOT_ASKED },

    /* contacts */
    { "a call without a name", ANN_FREE, ARRIVES(0, "+42021"),
      REFUSED_BAD_VALUE },
    { "a called number of letters", ANN_FREE, ARRIVES(1, "abc"),
      REFUSED_BAD_VALUE },
    { "a call while the server stops", STOPPED, ARRIVES(1, "+42021"),
      REFUSED_NOT_SERVING },
    { "a stop after a stop", STOPPED, STOP, REFUSED_NOT_SERVING },
    { "a caller whom nobody knows", TALKING, CALLER_HANGS_UP(9),
      REFUSED_NO_CONTACT },
    { "a caller who hangs up after being let go", CALLER_LET_GO,
      CALLER_HANGS_UP(1), REFUSED_CONTACT_ENDED },
    { "ending no contact", TALKING, END_CONTACT(9), REFUSED_NO_CONTACT },
    { "ending a contact twice", CALLER_LET_GO, END_CONTACT(1),
      REFUSED_CONTACT_ENDED },
    { "moving no contact", WAITING, MOVE(9, HELP, 1), REFUSED_NO_CONTACT },
    { "moving one who talks", TALKING, MOVE(1, HELP, 1), REFUSED_NOT_WAITING },
    { "moving one who is gone", CALLER_LET_GO, MOVE(1, HELP, 1),
      REFUSED_CONTACT_ENDED },
    { "moving to no queue", WAITING, MOVE(1, 9, 1), REFUSED_NO_QUEUE },
    { "moving to where it is", WAITING, MOVE(1, SALES, 50),
      REFUSED_ALREADY_SO },
    { "pulling no contact", WAITING, PULL(9, ANN), REFUSED_NO_CONTACT },
    { "pulling one who talks", TALKING, PULL(1, BOB), REFUSED_NOT_WAITING },
    { "pulling one who is gone", CALLER_LET_GO, PULL(1, ANN),
      REFUSED_CONTACT_ENDED },
    { "pulling by nobody", WAITING, PULL(1, 9), REFUSED_NO_AGENT },
    { "pulling by who is offline", WAITING, PULL(1, ANN),
      REFUSED_AGENT_NOT_READY },
    { "pulling what rings here already", RINGING, PULL(1, ANN),
      REFUSED_ALREADY_SO },
    { "pulling a colleague's call", BOB_RINGS_ANN_FREE, PULL(2, ANN),
      REFUSED_NO_CONTACT },
    { "pulling what is for a colleague", BOB_OFFERED, PULL(1, BOB),
      REFUSED_NOT_WAITING },
    { "withdrawing no contact", WAITING, WITHDRAW(9, TO_HANG_UP, 0, ""),
      REFUSED_NO_CONTACT },
    { "withdrawing one who talks", TALKING, WITHDRAW(1, TO_HANG_UP, 0, ""),
      REFUSED_NOT_WAITING },
    { "withdrawing to where it is", WAITING, WITHDRAW(1, TO_QUEUE, SALES, ""),
      REFUSED_ALREADY_SO },
    { "withdrawing to no queue", WAITING, WITHDRAW(1, TO_QUEUE, 9, ""),
      REFUSED_NO_QUEUE },
    { "withdrawing to no box", WAITING, WITHDRAW(1, TO_VOICEMAIL, 9, ""),
      REFUSED_NO_BOX },
    { "withdrawing to who is offline", WAITING, WITHDRAW(1, TO_AGENT, BOB, ""),
      REFUSED_TARGET_NOT_THERE },
    { "withdrawing to an emergency number", WAITING,
      WITHDRAW(1, TO_NUMBER, 0, "112"), REFUSED_TO_EMERGENCY },
    { "withdrawing to a number that is none", WAITING,
      WITHDRAW(1, TO_NUMBER, 0, "anna"), REFUSED_BAD_NUMBER },
    { "withdrawing to nothing with a number", WAITING,
      WITHDRAW(1, TO_HANG_UP, 3, ""), REFUSED_BAD_TARGET },
    { "withdrawing to being busy", WAITING, WITHDRAW(1, TO_BUSY, 0, ""),
      REFUSED_NO_SUCH_WAY },
    { "an assignment until now", ANN_FREE, ASSIGN_UNTIL(ANN, HELP, 1, WALL_US),
      REFUSED_UNTIL_IS_PAST },
    { "many assignments of none", ANN_FREE, ASSIGN_MANY("", "1", 1, 0),
      REFUSED_BAD_VALUE },
    { "many assignments of words", ANN_FREE, ASSIGN_MANY("1 ann", "1", 1, 0),
      REFUSED_BAD_VALUE },
    { "many assignments, one of nobody", ANN_FREE,
      ASSIGN_MANY("1 9", "1 2", 1, 0), REFUSED_NO_AGENT },
    { "many assignments, one to no queue", ANN_FREE,
      ASSIGN_MANY("1 2", "1 9", 1, 0), REFUSED_NO_QUEUE },
    { "many assignments with priority 0", ANN_FREE,
      ASSIGN_MANY("1 2", "1", 0, 0), REFUSED_BAD_PRIORITY },
    { "many assignments until now", ANN_FREE,
      ASSIGN_MANY("1 2", "1", 1, WALL_US), REFUSED_UNTIL_IS_PAST },
    { "many assignments as they are", ANN_FREE, ASSIGN_MANY("1", "1", 1, 0),
      REFUSED_ALREADY_SO },
    { "giving up many that there are not", ANN_FREE, UNASSIGN_MANY("1", "2"),
      REFUSED_NOT_ASSIGNED },
    { "giving up one of nobody", ANN_FREE, UNASSIGN_MANY("2 9", "2"),
      REFUSED_NO_AGENT },
    { "a priority below 1", WAITING, MOVE(1, SALES, 0), REFUSED_BAD_PRIORITY },
    { "a priority above 100", WAITING, MOVE(1, SALES, 101),
      REFUSED_BAD_PRIORITY },

    /* flows */
    { "a digit of nobody", IN_MENU, PRESS(9, "1"), REFUSED_NO_CONTACT },
    { "a digit that there is not", IN_MENU, PRESS(1, "x"), REFUSED_BAD_VALUE },
    { "two digits at once", IN_MENU, PRESS(1, "12"), REFUSED_BAD_VALUE },
    { "a digit where no menu is", IN_PROMPT, PRESS(1, "1"), REFUSED_NOT_ASKED },
    { "a digit in a talk", TALKING, PRESS(1, "1"), REFUSED_NOT_ASKED },
    { "a prompt that ends twice", IN_INPUT, PROMPT_ENDS(false),
      REFUSED_NOT_ASKED },

    /* answers */
    { "an answer to nothing",
      ANN_FREE,
      { COMMAND_LEG_ANSWERED, .as.leg_answered = { 0, 0, 0 } },
      REFUSED_NOT_ASKED },
    { "an answer from the future",
      RINGING,
      { COMMAND_LEG_ANSWERED, .as.leg_answered = { 9999, 0, 0 } },
      REFUSED_NOT_ASKED },
    { "a caller connected twice", IN_PROMPT, CONNECTED, REFUSED_NOT_ASKED },
    { "a leg answered twice", BRIDGING, ANSWERED(EFFECT_RING),
      REFUSED_ANSWERED_TWICE },
    { "a leg answered again while talking", TALKING, ANSWERED(EFFECT_RING),
      REFUSED_ANSWERED_TWICE },
    { "an outside leg answered twice", OUTSIDE, ANSWERED(EFFECT_DIAL),
      REFUSED_ANSWERED_TWICE },
    { "bridged twice", TALKING, BRIDGED, REFUSED_ANSWERED_TWICE },
    { "bridged twice with the outside", OUTSIDE, BRIDGED,
      REFUSED_ANSWERED_TWICE },
    { "a bridge where a leg was asked for",
      RINGING,
      { COMMAND_BRIDGED, .as.bridged.serial = SERIAL_OF(EFFECT_RING) },
      REFUSED_NOT_ASKED },
    { "a bridge where a number is dialled",
      DIALLING,
      { COMMAND_BRIDGED, .as.bridged.serial = SERIAL_OF(EFFECT_DIAL) },
      REFUSED_NOT_ASKED },
    { "a bridge where an outside leg is",
      REACHED,
      { COMMAND_BRIDGED, .as.bridged.serial = SERIAL_OF(EFFECT_DIAL) },
      REFUSED_NOT_ASKED },
    { "a leg where a bridge was asked for", BRIDGING, ANSWERED(EFFECT_BRIDGE),
      REFUSED_NOT_ASKED },
    { "a leg where a bridge is", TALKING, ANSWERED(EFFECT_BRIDGE),
      REFUSED_NOT_ASKED },
    { "a leg where the caller's was",
      IN_ANSWER,
      { COMMAND_LEG_ANSWERED,
        .as.leg_answered.serial = SERIAL_OF(EFFECT_ANSWER) },
      REFUSED_NOT_ASKED },
    { "a leg that failed after it was answered", BRIDGING,
      FAILED(EFFECT_RING, OFFER_BUSY), REFUSED_NOT_ASKED },
    { "a failure that is none", RINGING, FAILED(EFFECT_RING, OFFER_ANSWERED),
      REFUSED_BAD_VALUE },
    { "a bridge that failed after it was made", TALKING,
      FAILED(EFFECT_BRIDGE, OFFER_FAILED), REFUSED_NOT_ASKED },
    { "a leg gone that nobody sent away", TALKING, GONE(EFFECT_RING),
      REFUSED_NOT_ASKED },
    { "a leg gone twice", SILENT_AFTER, GONE(EFFECT_RELEASE),
      REFUSED_NOT_ASKED },
    { "a leg hung up after it was let go", WRAPPING_UP, HUNG_UP(EFFECT_RING),
      REFUSED_NOT_ASKED },

    /* documents: common */
    { "a change of what there is not", ANN_FREE,
      SET_DEVICE(.id = 9, .version = 1, .name = { "x" }), REFUSED_NO_DEVICE },
    { "a change of a change", ANN_FREE,
      SET_DEVICE(.id = 1, .version = 2, .name = { "x" }),
      REFUSED_STALE_VERSION },
    { "a change of what one has not seen", ANN_FREE,
      SET_DEVICE(.id = 1, .version = 0, .name = { "x" }),
      REFUSED_STALE_VERSION },
    { "a name that another has", ANN_FREE, SET_DEVICE(.name = { "p1" }),
      REFUSED_NAME_TAKEN },
    { "a change to a name that another has", ANN_FREE,
      SET_DEVICE(.id = 1, .version = 1, .name = { "p2" }), REFUSED_NAME_TAKEN },
    { "no name", ANN_FREE, SET_DEVICE(.mode = PHONE_RINGS), REFUSED_BAD_VALUE },
    { "a word that there is not", ANN_FREE,
      SET_DEVICE(.name = { "x" }, .mode = (enum phone_mode)phone_mode_count),
      REFUSED_BAD_VALUE },
    { "a removal of what has changed", ANN_FREE, REMOVE(ENTRY, entry, 1, 7),
      REFUSED_STALE_VERSION },

    /* ... of each kind */
    { "removing no user", ANN_FREE, REMOVE(USER, user, 9, 1), REFUSED_NO_USER },
    { "removing no trunk", ANN_FREE, REMOVE(TRUNK, trunk, 9, 1),
      REFUSED_NO_TRUNK },
    { "removing no entry", ANN_FREE, REMOVE(ENTRY, entry, 9, 1),
      REFUSED_NO_ENTRY },
    { "removing no flow", ANN_FREE, REMOVE(FLOW, flow, 9, 1), REFUSED_NO_FLOW },
    { "removing no disposition", ANN_FREE,
      REMOVE(DISPOSITION, disposition, 9, 1), REFUSED_NO_DISPOSITION },
    { "a reason of the product's own is not removed", ANN_FREE,
      REMOVE(PAUSE_REASON, pause_reason, PAUSE_MISSED, 1),
      REFUSED_NO_PAUSE_REASON },
    { "a key that is the screens' own", ANN_FREE,
      SET_REASON(.name = { "x" }, .key = { "r" }), REFUSED_KEY_TAKEN },
    { "a key of two letters", ANN_FREE,
      SET_REASON(.name = { "x" }, .key = { "ab" }), REFUSED_BAD_VALUE },
    { "a key that is no letter", ANN_FREE,
      SET_REASON(.name = { "x" }, .key = { "." }), REFUSED_BAD_VALUE },
    { "a local account that another user has", ANN_FREE,
      SET_USER(.name = { "x" }, .uid = 0), REFUSED_UID_TAKEN },
    { "the last administrator becomes an agent", ANN_FREE,
      SET_USER(.id = ROOT, .version = 1, .name = { "root" }, .role = ROLE_AGENT,
               .enabled = true),
      REFUSED_LAST_ADMIN },
    { "the last administrator is locked out", ANN_FREE,
      SET_USER(.id = ROOT, .version = 1, .name = { "root" }, .role = ROLE_ADMIN,
               .enabled = false),
      REFUSED_LAST_ADMIN },
    { "the last administrator is removed", ANN_FREE,
      REMOVE(USER, user, ROOT, 1), REFUSED_LAST_ADMIN },
    { "a user who is an agent is removed", ANN_FREE, REMOVE(USER, user, 2, 1),
      REFUSED_IN_USE },
    { "a phone that an agent has is removed", ANN_FREE,
      REMOVE(DEVICE, device, 1, 1), REFUSED_IN_USE },
    { "an agent who is no user", ANN_FREE,
      SET_AGENT(.name = { "x" }, .user_id = 9), REFUSED_NO_USER },
    { "an agent with no such phone", ANN_FREE,
      SET_AGENT(.name = { "x" }, .device_id = 9), REFUSED_NO_DEVICE },
    { "two agents who are one user", ANN_FREE,
      SET_AGENT(.name = { "x" }, .user_id = 2), REFUSED_USER_TAKEN },
    { "two agents with one phone", ANN_FREE,
      SET_AGENT(.name = { "x" }, .device_id = 1), REFUSED_DEVICE_TAKEN },
    { "another phone during a talk", TALKING,
      SET_AGENT(.id = ANN, .version = 1, .name = { "ann" }, .user_id = 2),
      REFUSED_AGENT_BUSY },
    { "another phone while the old one rings on", REJECTED,
      SET_AGENT(.id = ANN, .version = 1, .name = { "ann" }, .user_id = 2),
      REFUSED_AGENT_BUSY },
    { "an agent is removed during a talk", TALKING,
      REMOVE(AGENT, agent, ANN, 1), REFUSED_AGENT_BUSY },
    { "an agent is removed for whom somebody waits", FOR_BOB_PAUSED,
      REMOVE(AGENT, agent, BOB, 1), REFUSED_IN_USE },
    { "an overflow to no queue", ANN_FREE,
      SET_QUEUE(.name = { "x" }, .overflow_to = TO_QUEUE, .overflow_id = 9),
      REFUSED_NO_QUEUE },
    { "an overflow to itself", ANN_FREE,
      SET_QUEUE(.id = SALES, .version = 1, .name = { "sales" },
                .overflow_to = TO_QUEUE, .overflow_id = SALES),
      REFUSED_OVERFLOW_TO_SELF },
    { "an overflow to no flow", ANN_FREE,
      SET_QUEUE(.name = { "x" }, .overflow_to = TO_FLOW, .overflow_id = 9),
      REFUSED_NO_FLOW },
    { "an overflow to an agent", ANN_FREE,
      SET_QUEUE(.name = { "x" }, .overflow_to = TO_AGENT, .overflow_id = 1),
      REFUSED_BAD_OVERFLOW },
    { "hanging up on whom", ANN_FREE,
      SET_QUEUE(.name = { "x" }, .overflow_to = TO_HANG_UP, .overflow_id = 1),
      REFUSED_BAD_VALUE },
    { "a queue that a flow leads to is removed", ANN_FREE,
      REMOVE(QUEUE, queue, HELP, 1), REFUSED_IN_USE },
    { "no queue is removed", ANN_FREE, REMOVE(QUEUE, queue, 9, 1),
      REFUSED_NO_QUEUE },
    { "a flow that nobody has stored", ANN_FREE,
      SET_FLOW(.name = { "x" },
               .digest = { "0000000000000000000000000000000000000000"
                           "000000000000000000000000" }),
      REFUSED_FLOW_NOT_STORED },
    { "a flow that an entry begins is removed", ANN_FREE,
      REMOVE(FLOW, flow, MAIN, 1), REFUSED_IN_USE },
    { "an entry without a flow", ANN_FREE,
      SET_ENTRY(.name = { "x" }, .number = { "1" }, .flow_id = 9),
      REFUSED_NO_FLOW },
    { "an entry on no trunk", ANN_FREE,
      SET_ENTRY(.name = { "x" }, .number = { "1" }, .flow_id = MAIN,
                .trunk_id = 9),
      REFUSED_NO_TRUNK },
    { "two entries for one number", ANN_FREE,
      SET_ENTRY(.name = { "x" }, .number = { "+4201" }, .flow_id = MAIN),
      REFUSED_PATTERN_TAKEN },
    { "a secret of no user", ANN_FREE, NOTE_SECRET(DOCUMENT_USER, 9),
      REFUSED_NO_USER },
    { "a secret of no device", ANN_FREE, NOTE_SECRET(DOCUMENT_DEVICE, 9),
      REFUSED_NO_DEVICE },
    { "a secret of what has none", ANN_FREE, NOTE_SECRET(DOCUMENT_QUEUE, 1),
      REFUSED_BAD_VALUE },
    { "an assignment of nobody", ANN_FREE, ASSIGN(9, SALES, 1),
      REFUSED_NO_AGENT },
    { "an assignment to nothing", ANN_FREE, ASSIGN(ANN, 9, 1),
      REFUSED_NO_QUEUE },
    { "an assignment with priority 0", ANN_FREE, ASSIGN(ANN, HELP, 0),
      REFUSED_BAD_PRIORITY },
    { "an assignment that waits for a day", ANN_FREE,
      ASSIGN_LATE(ANN, HELP, 1, 86400000), REFUSED_BAD_DELAY },
    { "an assignment that is so", ANN_FREE, ASSIGN(ANN, SALES, 1),
      REFUSED_ALREADY_SO },
    { "the end of no assignment", ANN_FREE, UNASSIGN(ANN, HELP),
      REFUSED_NOT_ASSIGNED },
};

static void refuses(void **state)
{
    const struct refusal_row *row = *state;
    struct story story;

    story_begin_in(&story, row->in);
    struct state *before = copy_of_state(core_state(story.core));

    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    assert_int_equal(story.outbox.effect_count, 0);
    assert_same_state(core_state(story.core), before);
    state_free(before);
    story_end(&story);
}

/* Refusals that need more than a situation. */

static void give_refused(struct story *story, const struct command *command,
                         enum refusal refusal)
{
    assert_int_equal(story_give(story, command), refusal);
    assert_int_equal(story->outbox.event_count, 0);
}

static void refuses_a_way_out_without_trunk(void **state)
{
    (void)state;
    struct story story;
    struct command no_dialling = { .type = COMMAND_SET_TRUNK };
    static const struct command transfer =
        TRANSFER(ANN, TO_NUMBER, 0, "+420123");

    story_begin_in(&story, TALKING);
    memcpy(&no_dialling.as, state_trunk(core_state(story.core), TRUNK),
           sizeof(no_dialling.as.set_trunk));
    no_dialling.as.set_trunk.outbound = false;
    story_lead(&story, &no_dialling, 1);
    give_refused(&story, &transfer, REFUSED_NO_WAY_OUT);
    story_end(&story);
}

static void refuses_a_call_for_no_queue(void **state)
{
    static const struct command leave = UNASSIGN(ANN, SALES);
    static const struct command call = DIAL(ANN, "+420555", 0);
    struct story story;

    (void)state;
    story_begin_in(&story, ANN_FREE);
    assert_int_equal(story_give(&story, &leave), 0);
    outbox_clear(&story.outbox);
    give_refused(&story, &call, REFUSED_SERVES_NO_QUEUE);
    story_end(&story);
}

static void refuses_numbers_to_call_that_are_none(void **state)
{
    struct story story;
    struct command agent = { .type = COMMAND_SET_AGENT };

    (void)state;
    story_begin_in(&story, ANN_FREE);
    memcpy(&agent.as, state_agent(core_state(story.core), ANN),
           sizeof(agent.as.set_agent));
    agent.as.set_agent.outside = (struct label){ "+44;+34" };
    give_refused(&story, &agent, REFUSED_BAD_OUTSIDE);
    story_end(&story);
}

/* Between quotes they would end the text that they are in. */
static void refuses_accounts_that_break_a_header(void **state)
{
    static const char *const texts[] = { "a\"b", "a\\b", "a\r\nb", "a\tb" };
    struct story story;
    struct command trunk = { .type = COMMAND_SET_TRUNK };
    struct command_set_trunk *set = &trunk.as.set_trunk;

    (void)state;
    story_begin_in(&story, ANN_FREE);
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        enum refusal refusal = i < 2 ? REFUSED_BAD_ACCOUNT : REFUSED_BAD_VALUE;

        memcpy(&trunk.as, state_trunk(core_state(story.core), TRUNK),
               sizeof(*set));
        memcpy(set->username.text, texts[i], strlen(texts[i]) + 1);
        give_refused(&story, &trunk, refusal);
        set->realm = set->username;
        set->username = (struct label){ "" };
        give_refused(&story, &trunk, refusal);
    }
    story_end(&story);
}

/* Whoever reads the signalling would read the keys. */
static void refuses_keys_of_sound_without_tls(void **state)
{
    static const enum transport transports[] = { TRANSPORT_UDP, TRANSPORT_TCP };
    struct story story;
    struct command trunk = { .type = COMMAND_SET_TRUNK };
    struct command_set_trunk *set = &trunk.as.set_trunk;

    (void)state;
    story_begin_in(&story, ANN_FREE);
    memcpy(&trunk.as, state_trunk(core_state(story.core), TRUNK), sizeof(*set));
    for (size_t i = 0; i < ARRAY_LEN(transports); i++) {
        set->transport = transports[i];
        set->srtp = SOUND_MAY_BE_SECRET;
        give_refused(&story, &trunk, REFUSED_SRTP_NEEDS_TLS);
        set->srtp = SOUND_MUST_BE_SECRET;
        give_refused(&story, &trunk, REFUSED_SRTP_NEEDS_TLS);
    }
    set->transport = TRANSPORT_TLS;
    assert_int_equal(story_give(&story, &trunk), 0);
    story_end(&story);
}

static void refuses_emergency_numbers_that_are_none(void **state)
{
    struct story story;
    struct command trunk = { .type = COMMAND_SET_TRUNK };

    (void)state;
    story_begin_in(&story, ANN_FREE);
    memcpy(&trunk.as, state_trunk(core_state(story.core), TRUNK),
           sizeof(trunk.as.set_trunk));
    trunk.as.set_trunk.emergency = (struct label){ "112;911" };
    give_refused(&story, &trunk, REFUSED_BAD_EMERGENCY);
    story_end(&story);
}

static void refuses_prefixes_that_are_none(void **state)
{
    (void)state;
    struct story story;
    struct command trunk = { .type = COMMAND_SET_TRUNK };

    story_begin_in(&story, TALKING);
    memcpy(&trunk.as, state_trunk(core_state(story.core), TRUNK),
           sizeof(trunk.as.set_trunk));
    trunk.as.set_trunk.prefixes = (struct label){ "+44,+34" };
    give_refused(&story, &trunk, REFUSED_BAD_PREFIXES);
    story_end(&story);
}

static void refuses_availability_without_phone(void **state)
{
    (void)state;
    struct story story;
    static const struct command way[] = { SET_AGENT(.name = { "eva" }),
                                          LOG_IN(3) };
    static const struct command available = AVAILABLE(3);

    story_begin(&story);
    story_lead(&story, way, ARRAY_LEN(way));
    give_refused(&story, &available, REFUSED_NO_PHONE);
    story_end(&story);
}

static void refuses_a_full_queue(void **state)
{
    (void)state;
    struct story story;
    static const struct command sales[] = { PRESS(3, "1"), LOG_IN(ANN),
                                            AVAILABLE(ANN),
                                            ANSWERED(EFFECT_RING), BRIDGED };
    static const struct command transfer = TRANSFER(ANN, TO_QUEUE, HELP, "");
    static const struct command more[] = { ARRIVES(4, "+42021"), CONNECTED };
    static const struct command move = MOVE(4, HELP, 1);

    story_begin_in(&story, HELP_FULL);
    story_lead(&story, sales, ARRAY_LEN(sales));
    give_refused(&story, &transfer, REFUSED_QUEUE_IS_FULL);
    story_lead(&story, more, ARRAY_LEN(more));
    give_refused(&story, &move, REFUSED_QUEUE_IS_FULL);
    story_end(&story);
}

/* Whoever belongs to it would see nothing, or everything. */
static void refuses_to_remove_a_team_in_use(void **state)
{
    (void)state;
    static const struct command way[] = {
        { COMMAND_SET_TEAM, .as.set_team = { .name = { "north" } } },
        SET_AGENT(.name = { "eva" }, .team_id = 1),
    };
    static const struct command remove = REMOVE(TEAM, team, 1, 1);
    static const struct command leave[] = {
        SET_AGENT(.id = 3, .version = 1, .name = { "eva" }),
        REMOVE(TEAM, team, 1, 1),
    };
    struct story story;

    story_begin(&story);
    story_lead(&story, way, ARRAY_LEN(way));
    give_refused(&story, &remove, REFUSED_IN_USE);
    story_lead(&story, leave, ARRAY_LEN(leave));
    assert_null(state_team(core_state(story.core), 1));
    story_end(&story);
}

/* Prompt 1 is English, 2 its Spanish translation, 3 an English one alone. */
static void story_with_prompts(struct story *story)
{
    static const struct command way[] = {
        SET_PROMPT(.name = { "hello" }, .text = { "Hello" }),
        SET_PROMPT(.name = { "hola" }, .prompt_id = 1, .language = SPEAKS_ES),
        SET_PROMPT(.name = { "bye" }),
    };

    story_begin_in(story, RECORD_KEPT_FREE);
    story_lead(story, way, ARRAY_LEN(way));
    assert_non_null(state_prompt(core_state(story->core), 3));
}

static void refuses_strange_translations(void **state)
{
    (void)state;
    static const struct command strange[] = {
        SET_PROMPT(.name = { "x" }, .prompt_id = 1, .language = SPEAKS_ES),
        SET_PROMPT(.name = { "x" }, .prompt_id = 1, .language = SPEAKS_EN),
        SET_PROMPT(.name = { "x" }, .prompt_id = 2, .language = SPEAKS_CS),
        SET_PROMPT(.id = 1, .version = 1, .name = { "hello" },
                   .language = SPEAKS_CS, .prompt_id = 1),
        SET_PROMPT(.id = 1, .version = 1, .name = { "hello" },
                   .language = SPEAKS_CS, .prompt_id = 3),
        SET_PROMPT(.id = 1, .version = 1, .name = { "hello" },
                   .language = SPEAKS_ES),
    };
    static const struct command fine[] = {
        SET_PROMPT(.name = { "ahoj" }, .prompt_id = 1, .language = SPEAKS_CS),
        SET_PROMPT(.id = 2, .version = 1, .name = { "hola" },
                   .language = SPEAKS_ES, .prompt_id = 3),
    };
    struct story story;

    story_with_prompts(&story);
    for (size_t i = 0; i < ARRAY_LEN(strange); i++)
        give_refused(&story, &strange[i], REFUSED_BAD_TRANSLATION);
    story_lead(&story, fine, ARRAY_LEN(fine));
    story_end(&story);
}

static void refuses_to_remove_a_prompt_in_use(void **state)
{
    (void)state;
    static const struct command remove_origin = REMOVE(PROMPT, prompt, 1, 1);
    static const struct command remove_music = REMOVE(PROMPT, prompt, 3, 1);
    static const struct command leave[] = { REMOVE(PROMPT, prompt, 2, 1),
                                            REMOVE(PROMPT, prompt, 1, 1) };
    struct command music;
    struct story story;

    story_with_prompts(&story);
    music = story_queue(&story, SALES);
    memcpy(music.as.set_queue.music.text, "bye", 4);
    memset(music.as.set_queue.music.text + 4, 0,
           sizeof(music.as.set_queue.music.text) - 4);
    story_lead(&story, &music, 1);
    give_refused(&story, &remove_origin, REFUSED_IN_USE);
    give_refused(&story, &remove_music, REFUSED_IN_USE);
    story_lead(&story, leave, ARRAY_LEN(leave));
    assert_null(state_prompt(core_state(story.core), 1));
    story_end(&story);
}

/* ... which has a sound of its own, and is told with it. */
static void listens_to_a_version(void **state)
{
    (void)state;
    static const struct command listen = {
        COMMAND_LISTEN_TO_PROMPT, 2, .as.listen_to_prompt = { 3, 2, { "ab" } }
    };
    static const struct command soundless = {
        COMMAND_LISTEN_TO_PROMPT, 2, .as.listen_to_prompt = { 3, 2, { "" } }
    };
    struct story story;

    story_with_prompts(&story);
    give_refused(&story, &soundless, REFUSED_BAD_VALUE);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &listen), 0);

    const struct outbox *said = &story.outbox;
    const struct event *began = &said->events[said->event_count - 1];
    const struct effect *effect = &said->effects[said->effect_count - 1];

    assert_int_equal(began->type, EVENT_LISTENING_BEGAN);
    assert_int_equal(began->as.listening_began.prompt_version, 2);
    assert_int_equal(effect->type, EFFECT_LISTEN);
    assert_int_equal(effect->prompt_id, 3);
    assert_string_equal(effect->object.text, "ab");
    story_end(&story);
}

/* A phone plays one thing at a time, whatever it is. */
static void listens_to_a_prompt(void **state)
{
    (void)state;
    static const struct command listen = { COMMAND_LISTEN_TO_PROMPT, 2,
                                           .as.listen_to_prompt.prompt_id = 3 };
    static const struct command recording = LISTEN(1);
    struct story story;

    story_with_prompts(&story);
    story_lead(&story, &listen, 1);

    uint64_t agent_id = state_agent_of_user(core_state(story.core), 2);
    const struct desk_row *desk = desk_of(&story, agent_id);

    assert_int_equal(desk->listening, 3);
    assert_true(desk->listening_prompt);
    give_refused(&story, &recording, REFUSED_LISTENS_ALREADY);

    const struct command stop = STOP_LISTENING(agent_id);

    story_lead(&story, &stop, 1);
    assert_int_equal(desk_of(&story, agent_id)->listening, 0);
    assert_false(desk_of(&story, agent_id)->listening_prompt);
    story_end(&story);
}

static void refuses_a_key_twice(void **state)
{
    (void)state;
    static const struct command first =
        SET_REASON(.name = { "x" }, .key = { "b" });
    static const struct command again =
        SET_REASON(.name = { "y" }, .key = { "b" });
    static const struct command same =
        SET_REASON(.id = LUNCH + 1, .version = 1, .name = { "z" },
                   .key = { "b" });
    struct story story;

    story_begin(&story);
    story_lead(&story, &first, 1);
    give_refused(&story, &again, REFUSED_KEY_TAKEN);
    story_lead(&story, &same, 1);
    story_end(&story);
}

/* With manual work the agent must say how it ended. */
static void refuses_to_end_manual_work_without_disposition(void **state)
{
    (void)state;
    struct story story;
    struct command manual;
    static const struct command end[] = { CALLER_HANGS_UP(1) };
    static const struct command dispose = DISPOSE(ANN, 0, "");
    static const struct command more = MORE_TIME(ANN);
    static const struct command none[] = {
        REMOVE(DISPOSITION, disposition, SOLD, 1), DISPOSE(ANN, 0, "")
    };

    story_begin_in(&story, TALKING);
    manual = story_queue(&story, SALES);
    manual.as.set_queue.wrap_up = WRAP_UP_MANDATORY_MANUAL;
    manual.as.set_queue.wrap_up_max_ms = 0;
    story_lead(&story, &manual, 1);
    story_lead(&story, end, ARRAY_LEN(end));

    story_wait(&story, INT64_C(86400) * SECOND_US);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    outbox_clear(&story.outbox);
    give_refused(&story, &dispose, REFUSED_DISPOSITION_NEEDED);
    give_refused(&story, &more, REFUSED_NO_TIME_LIMIT);

    /* but nobody is kept for ever for want of dispositions */
    story_lead(&story, none, ARRAY_LEN(none));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    story_end(&story);
}

static void refuses_more_time_than_the_queue_allows(void **state)
{
    (void)state;
    struct story story;
    struct command strict;
    static const struct command more = MORE_TIME(ANN);

    story_begin_in(&story, SILENT_AFTER);
    strict = story_queue(&story, SALES);
    strict.as.set_queue.wrap_up_more_ms = 0;
    story_lead(&story, &strict, 1);
    give_refused(&story, &more, REFUSED_NO_MORE_TIME);
    story_end(&story);
}

static void refuses_to_remove_a_reason_of_a_pause(void **state)
{
    (void)state;
    struct story story;
    static const struct command pause = PAUSE(ANN, LUNCH);
    static const struct command remove =
        REMOVE(PAUSE_REASON, pause_reason, LUNCH, 1);

    story_begin_in(&story, ANN_FREE);
    story_lead(&story, &pause, 1);
    give_refused(&story, &remove, REFUSED_IN_USE);
    story_end(&story);
}

static void refuses_to_remove_the_trunk_of_an_entry(void **state)
{
    (void)state;
    struct story story;
    static const struct command entry =
        SET_ENTRY(.name = { "x" }, .number = { "1" }, .flow_id = MAIN,
                  .trunk_id = TRUNK);
    static const struct command remove = REMOVE(TRUNK, trunk, TRUNK, 1);

    story_begin(&story);
    story_lead(&story, &entry, 1);
    give_refused(&story, &remove, REFUSED_IN_USE);
    story_end(&story);
}

/* A document too many, of the smallest kind. */
static void refuses_one_too_many(void **state)
{
    (void)state;
    struct story story;
    struct command more = { COMMAND_SET_DISPOSITION,
                            .as.set_disposition = { .name = { "x" } } };
    char *name = more.as.set_disposition.name.text;

    story_begin(&story);
    for (unsigned i = 1; i < STATE_MAX_DOCUMENTS; i++) {
        unsigned rest = i;

        for (size_t digit = 1; digit <= 4; digit++, rest /= 10)
            name[digit] = (char)('0' + (char)(rest % 10));
        assert_int_equal(story_give(&story, &more), 0);
        outbox_clear(&story.outbox);
    }

    name[5] = 'x';
    give_refused(&story, &more, REFUSED_TOO_MANY);
    story_end(&story);
}

/* Every code of the table is claimed by a row, or by a test above. */
static void tests_every_refusal(void **state)
{
    (void)state;
    static const enum refusal elsewhere[] = {
        REFUSED_NO_SKILL, /* these: test_skill.c */
        REFUSED_NO_LEVEL,
        REFUSED_BAD_LEVEL,
        REFUSED_BAD_DEMAND,
        REFUSED_TEAM_SERVES,
        REFUSED_NO_WAY_OUT,
        REFUSED_NO_PHONE,
        REFUSED_QUEUE_IS_FULL,
        REFUSED_DISPOSITION_NEEDED,
        REFUSED_TOO_MANY,
        REFUSED_NONE_BY_HAND,   /* test_queue_hours.c */
        REFUSED_GREETING_TWICE, /* test_greeting.c */
        REFUSED_BAD_AGENT_WAIT, /* test_agent_wait.c */
        REFUSED_BAD_PREFIXES,
        REFUSED_NO_TIME_LIMIT,
        REFUSED_NO_MORE_TIME,
        REFUSED_BAD_OUTSIDE,
        REFUSED_SERVES_NO_QUEUE,
        REFUSED_BAD_EMERGENCY,
        REFUSED_BAD_TRANSLATION,
        REFUSED_BAD_ACCOUNT,
        REFUSED_SRTP_NEEDS_TLS,
        REFUSED_NO_LINE, /* these: test_line.c */
        REFUSED_NOT_NAILED_UP,
        REFUSED_LINE_THERE,
        REFUSED_EXTENSION_TAKEN, /* these: test_number_plan.c */
        REFUSED_BAD_EXTENSION,
        REFUSED_NO_EXTENSION,
        REFUSED_COLLEAGUE_BUSY,
        REFUSED_NO_OWN_BOX,
        REFUSED_NOBODY_CALLED,
        REFUSED_CALLER_WITHHELD,
        REFUSED_NOTHING_RINGS,
        REFUSED_EXTENSION_GONE, /* test_visit.c */
        REFUSED_ROUTE_TAKEN,    /* these: test_way_out.c */
        REFUSED_NUMBER_BARRED,
        REFUSED_ROUTE_CLOSED,
        REFUSED_CALLS_CAPPED,
        REFUSED_COST_CAPPED,
        REFUSED_BURST_CAPPED,
        REFUSED_NO_BOX, /* these: test_voicemail.c */
        REFUSED_NO_MESSAGE,
        REFUSED_OWN_MESSAGE, /* these: test_visit.c */
        REFUSED_CALLER_AWAY,
        REFUSED_CALLER_BUSY,
        REFUSED_NO_CALLER,
        REFUSED_MESSAGE_DELETED,
        REFUSED_BOX_FULL,
        REFUSED_BOX_TAKEN,
        REFUSED_BOX_NOT_EMPTY,
        REFUSED_TWO_OWNERS,
        REFUSED_BAD_MAIL, /* these: test_delivery.c */
        REFUSED_BAD_WEBHOOK,
        REFUSED_BAD_ADDRESS, /* test_member_mail.c */
        REFUSED_BAD_HOLIDAY,
        REFUSED_BAD_DAYS, /* these: test_greeting_days.c */
        REFUSED_BAD_GREETING_DAYS,
        REFUSED_BAD_BUSY_DAYS,
        REFUSED_BAD_CLOSED_DAYS,
        REFUSED_BAD_OPERATOR,
        REFUSED_NO_REPLACEMENT, /* these: test_replace.c */
        REFUSED_REPLACED_BY_SELF,
        REFUSED_TOO_MUCH_TO_REPLACE,
        REFUSED_TOO_MANY_AT_ONCE, /* test_duties.c */
        REFUSED_NO_LONGEST_WAIT,  /* test_queue_rule.c */
        REFUSED_NO_LOOKUP,        /* these: test_lookup.c */
        REFUSED_BAD_URL,
        REFUSED_BAD_BODY,
        REFUSED_BAD_HEADER,
        REFUSED_BAD_SECRET_HEADER,
        REFUSED_BAD_VALUES,
        REFUSED_NO_CALLBACK, /* these: test_callback.c */
        REFUSED_CALLBACK_OVER,
        REFUSED_HEIR_CALLS_NOBODY,
        REFUSED_CALLBACK_RUNS,
        REFUSED_CALLBACK_THERE,
        REFUSED_NOT_CALLED_BACK,
        REFUSED_NEVER_CALLED,
        REFUSED_BAD_CALLED_BACK,
        REFUSED_NO_BACK_CALENDAR,
        REFUSED_NO_NEVER_LIST,
        REFUSED_BAD_DUE,
        REFUSED_NO_BACK_FLOW, /* these: test_callback_flow.c */
        REFUSED_BACK_FLOW_TYPE,
        REFUSED_BAD_WINDOW, /* these: test_callback_window.c */
        REFUSED_OUTSIDE_WINDOW,
        REFUSED_NO_MUSIC, /* these: test_prompt_shelf.c */
        REFUSED_NO_NOTICE,
        REFUSED_NO_COMFORT,
        REFUSED_NO_COMFORT2,
        REFUSED_NO_COMFORT3,
        REFUSED_NO_COMFORT4,
        REFUSED_FLOW_TYPE_USED, /* these: test_flow_place.c */
        REFUSED_OVERFLOW_TYPE,
        REFUSED_TARGET_TYPE,
        REFUSED_RULE_TO_TYPE,
        REFUSED_OPERATOR_TYPE,
        REFUSED_TRANSFER_TYPE,
        REFUSED_FLOW_NOT_PUBLISHED, /* these: test_trial.c */
        REFUSED_FLOW_TYPE,
        REFUSED_NO_CALENDAR, /* these: test_rule.c */
        REFUSED_NO_CALLER_LIST,
        REFUSED_NO_RULE,
        REFUSED_NO_ZONE,
        REFUSED_BAD_CALENDAR,
        REFUSED_BAD_CONDITION,
        REFUSED_CONDITION_NAMES_NOTHING,
        REFUSED_LIST_NOT_STORED,
        REFUSED_BAD_RULE_TO,
        REFUSED_BAD_VALIDITY,
        REFUSED_LED_TO_BUSY,
        REFUSED_LED_AWAY,
        REFUSED_NO_ROOM_THERE,
        REFUSED_NO_RULE_DRAFT, /* these: test_rule_draft.c */
        REFUSED_RULE_DRAFT_STALE,
        REFUSED_NO_RULE_SET,      /* test_rule_set.c */
        REFUSED_OTHER_QUEUES_WAY, /* test_queue_rule_order.c */
        REFUSED_NO_QUEUE_RULE,    /* these: test_queue_rule.c */
        REFUSED_BAD_MOMENT,
        REFUSED_BAD_HOLD,
        REFUSED_BAD_REOPEN_MS,
        REFUSED_BAD_FEW,
        REFUSED_BAD_REOPEN_WAITING, /* test_queue_flutter.c */
        REFUSED_BAD_ESTIMATE,
        REFUSED_BAD_AFTER, /* these: test_wait_step.c */
        REFUSED_AFTER_LONGEST_WAIT,
        REFUSED_WAIT_BEFORE_STEP,
        REFUSED_WAIT_IS_A_STEP,
        REFUSED_BAD_KEY,
        REFUSED_RULE_KEY_TAKEN,
        REFUSED_RULE_TO_SELF,
        REFUSED_BAD_TARGET,
        REFUSED_NO_SUCH_WAY,
        REFUSED_TO_EMERGENCY,
        REFUSED_QUEUE_IS_CLOSED,
        REFUSED_UNTIL_IS_PAST,
        REFUSED_NO_HOURS_CALENDAR, /* these: test_queue_hours.c */
        REFUSED_NO_CLOSED_PROMPT,
        REFUSED_NOT_PICKED_UP, /* the server's: scenario/test_listening.py */
    };

    for (int i = 1; i < REFUSAL_COUNT; i++) {
        bool is_tested = false;

        for (size_t row = 0; row < ARRAY_LEN(refusal_rows); row++)
            is_tested |= refusal_rows[row].refusal == (enum refusal)i;
        for (size_t other = 0; other < ARRAY_LEN(elsewhere); other++)
            is_tested |= elsewhere[other] == (enum refusal)i;
        if (!is_tested)
            fail_msg("no row for %s", refusal_text((enum refusal)i)->code);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, refuses, refusal_rows);
    TEST_LIST_ADD(&list, refuses_a_way_out_without_trunk);
    TEST_LIST_ADD(&list, refuses_a_call_for_no_queue);
    TEST_LIST_ADD(&list, refuses_numbers_to_call_that_are_none);
    TEST_LIST_ADD(&list, refuses_emergency_numbers_that_are_none);
    TEST_LIST_ADD(&list, refuses_accounts_that_break_a_header);
    TEST_LIST_ADD(&list, refuses_keys_of_sound_without_tls);
    TEST_LIST_ADD(&list, refuses_prefixes_that_are_none);
    TEST_LIST_ADD(&list, refuses_availability_without_phone);
    TEST_LIST_ADD(&list, refuses_a_full_queue);
    TEST_LIST_ADD(&list, refuses_to_end_manual_work_without_disposition);
    TEST_LIST_ADD(&list, refuses_more_time_than_the_queue_allows);
    TEST_LIST_ADD(&list, refuses_to_remove_a_team_in_use);
    TEST_LIST_ADD(&list, refuses_strange_translations);
    TEST_LIST_ADD(&list, refuses_to_remove_a_prompt_in_use);
    TEST_LIST_ADD(&list, listens_to_a_prompt);
    TEST_LIST_ADD(&list, listens_to_a_version);
    TEST_LIST_ADD(&list, refuses_a_key_twice);
    TEST_LIST_ADD(&list, refuses_to_remove_a_reason_of_a_pause);
    TEST_LIST_ADD(&list, refuses_to_remove_the_trunk_of_an_entry);
    TEST_LIST_ADD(&list, refuses_one_too_many);
    TEST_LIST_ADD(&list, tests_every_refusal);
    return test_list_run(&list);
}
