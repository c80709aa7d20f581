/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands and time lead to, situation by situation. */

#include "core/core.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

/* Commands that are done: what they write, and what Ann does then. */

static const struct move_row {
    const char *says;
    enum situation in;
    struct command command;
    const char *wrote;
    enum agent_state then;
} move_rows[] = {
    /* the agent */
    { "logging in is not yet availability", NOBODY_THERE, LOG_IN(ANN),
      "agent_state_changed", AGENT_PAUSED },
    { "logging out when free is at once", ANN_PAUSED, LOG_OUT(ANN),
      "agent_state_changed", AGENT_OFFLINE },
    { "a paused agent becomes available", ANN_PAUSED, AVAILABLE(ANN),
      "agent_state_changed", AGENT_AVAILABLE },
    { "a pause may change its reason", ANN_PAUSED, PAUSE(ANN, LUNCH),
      "agent_state_changed", AGENT_PAUSED },
    { "a pause is kept for after the offer", RINGING, PAUSE(ANN, LUNCH),
      "agent_state_requested", AGENT_OFFERED },
    { "and is forgotten when it is taken back", PAUSE_NEXT, CANCEL_REQUEST(ANN),
      "agent_request_cancelled", AGENT_TALKING },
    { "a pause is kept for after the talk", TALKING, PAUSE(ANN, LUNCH),
      "agent_state_requested", AGENT_TALKING },
    { "logging out is kept for after the work", SILENT_AFTER, LOG_OUT(ANN),
      "agent_state_requested", AGENT_ACW },
    { "an unreachable agent may pause", UNREACHABLE, PAUSE(ANN, LUNCH),
      "agent_state_changed", AGENT_PAUSED },
    { "a phone that is lost takes its free agent away", ANN_FREE,
      DEVICE_LOST(1), "device_unreachable agent_state_changed",
      AGENT_UNAVAILABLE },
    { "a phone that is lost leaves a paused agent paused", ANN_PAUSED,
      DEVICE_LOST(1), "device_unreachable", AGENT_PAUSED },
    { "a phone that comes back brings its agent back", UNREACHABLE,
      DEVICE_SEEN(1), "device_reachable agent_state_changed", AGENT_AVAILABLE },

    /* waiting and offers */
    { "a caller finds a free agent at once", ANN_FREE, ARRIVES(1, "+42021"),
      "contact_arrived answer_asked +answer", AGENT_AVAILABLE },
    { "who calls a number that nobody serves is known, and refused",
      NOBODY_THERE, ARRIVES(1, "+999"), "contact_arrived contact_ended +reject",
      AGENT_OFFLINE },
    { "a caller abandons while waiting", WAITING, CALLER_HANGS_UP(1),
      "queue_left contact_ended", AGENT_OFFLINE },
    { "a caller who abandons an offer silences the phone", RINGING,
      CALLER_HANGS_UP(1), "offer_ended queue_left contact_ended +stop_ringing",
      AGENT_AVAILABLE },
    { "a caller who falls silent while waiting is let go", WAITING,
      CALLER_FALLS_SILENT(1), "queue_left contact_ended +hang_up",
      AGENT_OFFLINE },
    { "an agent who rejects stays, and the phone is silenced", RINGING,
      REJECT(ANN), "offer_ended +stop_ringing", AGENT_AVAILABLE },
    { "a busy phone need not be stopped", RINGING,
      FAILED(EFFECT_RING, OFFER_BUSY), "offer_ended", AGENT_AVAILABLE },
    { "an agent who hangs up on the ringing phone rejects", RINGING,
      HUNG_UP(EFFECT_RING), "offer_ended", AGENT_AVAILABLE },
    { "accepting in the console tells the ringing phone to pick up",
      TOLD_RINGING, ACCEPT(ANN), "pick_up_asked +talk", AGENT_OFFERED },
    { "which is lifted, or picks up, as any other", TOLD_RINGING,
      ANSWERED(EFFECT_RING), "offer_taken queue_left +bridge", AGENT_TALKING },
    { "accepting in the console lets the phone answer", OFFERED, ACCEPT(BOB),
      "offer_accepted +ring", AGENT_OFFLINE },
    { "rejecting in the console rings no phone", OFFERED, REJECT(BOB),
      "offer_ended", AGENT_OFFLINE },
    { "rejecting after accepting silences the phone", ACCEPTED, REJECT(BOB),
      "offer_ended +stop_ringing", AGENT_OFFLINE },
    { "the accepted phone answers, and both are joined", ACCEPTED,
      ANSWERED(EFFECT_RING), "offer_taken queue_left +bridge", AGENT_OFFLINE },
    { "a phone picked up ends the wait and joins both", RINGING,
      ANSWERED(EFFECT_RING), "offer_taken queue_left +bridge", AGENT_TALKING },
    { "a contact may be sent to another queue while it waits", WAITING,
      MOVE(1, HELP, 50), "queue_left contact_queued +play_music",
      AGENT_OFFLINE },
    { "and while it is on offer, which ends", RINGING, MOVE(1, HELP, 50),
      "offer_ended queue_left contact_queued +stop_ringing +play_music",
      AGENT_AVAILABLE },
    { "an agent who is ready pulls one that rings elsewhere",
      BOB_RINGS_ANN_FREE, PULL(1, ANN),
      "offer_ended contact_pulled offer_made +ring", AGENT_OFFERED },
    { "one that waits may be withdrawn to a flow", WAITING,
      WITHDRAW(1, TO_FLOW, MAIN, ""),
      "queue_left flow_entered step_began step_ended step_began +stop_play "
      "+play",
      AGENT_OFFLINE },
    { "to another queue", WAITING, WITHDRAW(1, TO_QUEUE, HELP, ""),
      "queue_left contact_queued +play_music", AGENT_OFFLINE },
    { "to an outside number", WAITING, WITHDRAW(1, TO_NUMBER, 0, "+420555"),
      "queue_left sent_outside +dial +ring_back", AGENT_OFFLINE },
    { "or hung up on", WAITING, WITHDRAW(1, TO_HANG_UP, 0, ""),
      "queue_left contact_ended +hang_up", AGENT_OFFLINE },
    { "and one that rings rings no more", RINGING,
      WITHDRAW(1, TO_QUEUE, HELP, ""),
      "offer_ended queue_left contact_queued +stop_ringing +play_music",
      AGENT_AVAILABLE },
    { "a priority may change while on offer", RINGING, MOVE(1, SALES, 1),
      "priority_set", AGENT_OFFERED },

    /* talks */
    { "the bridge begins the talk", BRIDGING, BRIDGED, "talk_began",
      AGENT_TALKING },
    { "without a bridge there is no talk", BRIDGING,
      FAILED(EFFECT_BRIDGE, OFFER_FAILED),
      "talk_ended contact_ended +release +hang_up", AGENT_ACW },
    { "a caller may hang up before the bridge", BRIDGING, CALLER_HANGS_UP(1),
      "talk_ended contact_ended +release", AGENT_ACW },
    { "an agent may hang up before the bridge", BRIDGING, HANG_UP(ANN),
      "talk_ended contact_ended +release +hang_up", AGENT_ACW },
    { "a caller hangs up", TALKING, CALLER_HANGS_UP(1),
      "talk_ended contact_ended +release", AGENT_ACW },
    { "an agent hangs up in the console", TALKING, HANG_UP(ANN),
      "talk_ended contact_ended +release +hang_up", AGENT_ACW },
    { "an agent hangs up with the phone, which is gone then", TALKING,
      HUNG_UP(EFFECT_RING), "talk_ended contact_ended +hang_up", AGENT_ACW },
    { "a phone that falls silent is let go, and so is the caller", TALKING,
      SILENT(EFFECT_RING), "talk_ended contact_ended +release +hang_up",
      AGENT_ACW },
    { "a supervisor ends a contact wherever it is", TALKING, END_CONTACT(1),
      "talk_ended contact_ended +release +hang_up", AGENT_ACW },
    { "a caller is put on hold", TALKING, HOLD(ANN), "hold_began +hold",
      AGENT_HOLD },
    { "and taken back", HOLDING, RESUME(ANN), "hold_ended +resume",
      AGENT_TALKING },
    { "the phone may hold, too", TALKING, HELD(true), "hold_began +hold",
      AGENT_HOLD },
    { "a caller who hangs up on hold ends both", HOLDING, CALLER_HANGS_UP(1),
      "hold_ended talk_ended contact_ended +release", AGENT_ACW },
    { "an agent is muted", TALKING, MUTE(ANN), "mute_began +mute",
      AGENT_TALKING },
    { "an agent may be muted while the caller is on hold", HOLDING, MUTE(ANN),
      "mute_began +mute", AGENT_HOLD },
    { "and is heard again", MUTED, UNMUTE(ANN), "mute_ended +unmute",
      AGENT_TALKING },
    { "hold leaves the agent muted", MUTED, HOLD(ANN), "hold_began +hold",
      AGENT_HOLD },
    { "a caller who hangs up on a muted agent ends all of it", MUTED,
      CALLER_HANGS_UP(1), "talk_ended contact_ended +release", AGENT_ACW },
    { "keys are pressed for the other end", TALKING, KEYS(ANN, "409#", false),
      "digits_sent +send_digits", AGENT_TALKING },
    { "keys go through hold", HOLDING, KEYS(ANN, "1", true),
      "digits_sent +send_digits", AGENT_HOLD },

    /* after the talk */
    { "the phone lets go while the agent works on", WRAPPING_UP,
      GONE(EFFECT_RELEASE), "leg_gone", AGENT_ACW },
    { "a disposition ends the work", SILENT_AFTER, DISPOSE(ANN, SOLD, "x"),
      "wrap_up_ended", AGENT_AVAILABLE },
    { "the work may be given more time", SILENT_AFTER, MORE_TIME(ANN),
      "wrap_up_extended", AGENT_ACW },
    { "a disposition may pause the agent", SILENT_AFTER,
      DISPOSE_THEN(ANN, AFTER_PAUSED, LUNCH), "wrap_up_ended", AGENT_PAUSED },
    { "for which a reason is enough", SILENT_AFTER,
      DISPOSE_THEN(ANN, AFTER_AS_REQUESTED, LUNCH), "wrap_up_ended",
      AGENT_PAUSED },
    { "or log the agent out", SILENT_AFTER, DISPOSE_THEN(ANN, AFTER_OFFLINE, 0),
      "wrap_up_ended", AGENT_OFFLINE },
    { "the work need not wait for the phone", WRAPPING_UP,
      DISPOSE(ANN, SOLD, ""), "wrap_up_ended", AGENT_AVAILABLE },
    { "the caller's leg lets go", CALLER_LET_GO, GONE(EFFECT_HANG_UP),
      "leg_gone", AGENT_ACW },
    { "the phone stops ringing", REJECTED, GONE(EFFECT_STOP_RINGING),
      "leg_gone", AGENT_AVAILABLE },

    /* calls that an agent makes */
    { "an agent who calls has the own phone rung first", ANN_FREE,
      DIAL(ANN, "+420555", 0), "contact_dialled +ring", AGENT_TALKING },
    { "whoever paused goes on pausing after it", ANN_PAUSED,
      DIAL(ANN, "+420555", SALES),
      "contact_dialled agent_state_requested +ring", AGENT_TALKING },
    { "the phone picked up, the number is dialled", CALLING,
      ANSWERED(EFFECT_RING), "dialling_began +dial +ring_back", AGENT_TALKING },
    { "a phone that is busy ends it", CALLING, FAILED(EFFECT_RING, OFFER_BUSY),
      "dialling_ended contact_ended", AGENT_AVAILABLE },
    { "hanging up while the own phone rings silences it", CALLING, HANG_UP(ANN),
      "dialling_ended contact_ended +stop_ringing", AGENT_AVAILABLE },
    { "the number answers, and both are joined", CALLED_OUT,
      DIALLED_ANSWERS(50), "dialling_answered +bridge", AGENT_TALKING },
    { "a number that is busy ends it", CALLED_OUT,
      FAILED(EFFECT_DIAL, OFFER_BUSY),
      "transfer_failed dialling_ended contact_ended +release",
      AGENT_AVAILABLE },
    { "an agent who no longer waits lets the number go", CALLED_OUT,
      HUNG_UP(EFFECT_RING),
      "transfer_failed dialling_ended contact_ended +stop_ringing",
      AGENT_AVAILABLE },
    { "a supervisor ends it, too", CALLED_OUT, END_CONTACT(1),
      "transfer_failed dialling_ended contact_ended +stop_ringing +release",
      AGENT_AVAILABLE },
    { "the bridge begins the talk with whom the agent called", CALL_ANSWERED,
      BRIDGED, "talk_began", AGENT_TALKING },
    { "without a bridge both are let go", CALL_ANSWERED,
      FAILED(EFFECT_BRIDGE, OFFER_FAILED),
      "talk_ended outside_charged contact_ended +release +hang_up", AGENT_ACW },
    { "who was called can be held", CALL_TALKING, HOLD(ANN), "hold_began +hold",
      AGENT_HOLD },
    { "and hangs up as a caller does", CALL_TALKING, CALLER_HANGS_UP(1),
      "talk_ended outside_charged contact_ended +release", AGENT_ACW },
    { "and can be sent on to a queue", CALL_TALKING,
      TRANSFER(ANN, TO_QUEUE, HELP, ""),
      "talk_ended transfer_asked contact_queued +release +play_music",
      AGENT_ACW },

    /* inside the house */
    { "a phone that calls a colleague makes its agent busy", BOTH_FREE,
      PHONE_CALLS(7, 1, "302"),
      "contact_arrived answer_asked own_call_began +answer", AGENT_PAUSED },
    { "whoever paused goes on pausing then", ANN_PAUSED,
      PHONE_CALLS(7, 1, "300"),
      "contact_arrived answer_asked own_call_began agent_state_requested "
      "+answer",
      AGENT_PAUSED },
    { "the colleague is offered the call, and it rings", CALLS_BOB, CONNECTED,
      "caller_connected contact_queued offer_made +ring_back", AGENT_PAUSED },
    { "a colleague who rejects ends it, and both are free", BOB_OFFERED,
      REJECT(BOB),
      "offer_ended queue_left own_call_ended contact_ended +hang_up",
      AGENT_AVAILABLE },
    { "so does one who does not take it", BOB_OFFERED, CALLER_HANGS_UP(1),
      "offer_ended queue_left own_call_ended contact_ended", AGENT_AVAILABLE },
    { "both talk, and both are busy", BOB_OFFERED, ACCEPT(BOB),
      "offer_accepted +ring", AGENT_PAUSED },
    { "after the talk neither has anything to write up", BOB_TALKS,
      CALLER_HANGS_UP(1),
      "talk_ended wrap_up_ended own_call_ended contact_ended +release",
      AGENT_AVAILABLE },
    { "a state asked for meanwhile comes after the call", BOB_TALKS,
      PAUSE(ANN, LUNCH), "agent_state_requested", AGENT_PAUSED },
    { "nobody calls outside meanwhile", BOB_TALKS, PHONE_CALLS(8, 1, "+420555"),
      "contact_arrived call_refused contact_ended +reject", AGENT_PAUSED },
    { "a phone joins a queue by its extension", ANN_FREE,
      PHONE_CALLS(7, 1, "300"),
      "contact_arrived answer_asked own_call_began +answer", AGENT_PAUSED },
    { "a colleague who is not there is not called", ANN_FREE,
      PHONE_CALLS(7, 1, "302"),
      "contact_arrived call_refused contact_ended +reject", AGENT_AVAILABLE },
    { "nor oneself", ANN_FREE, PHONE_CALLS(7, 1, "301"),
      "contact_arrived call_refused contact_ended +reject", AGENT_AVAILABLE },
    { "a feature code is done, and the call answered", ANN_FREE,
      PHONE_CALLS(7, 1, "*43"),
      "agent_state_changed contact_arrived answer_asked +answer",
      AGENT_PAUSED },
    { "and let go", FEATURE_DONE_BY_PHONE, CONNECTED,
      "caller_connected contact_ended +hang_up", AGENT_PAUSED },
    { "a code that cannot be done is refused", ANN_FREE,
      PHONE_CALLS(7, 1, "*41"),
      "contact_arrived call_refused contact_ended +reject", AGENT_AVAILABLE },
    { "there is no voicemail", ANN_FREE, PHONE_CALLS(7, 1, "*97"),
      "contact_arrived call_refused contact_ended +reject", AGENT_AVAILABLE },
    { "what rings at a colleague is picked up", BOB_RINGS_ANN_FREE,
      PHONE_CALLS(7, 1, "*8"), "offer_ended offer_made +take_call +pick_up",
      AGENT_OFFERED },
    { "and talked to", PICKED_UP, ANSWERED(EFFECT_TAKE_CALL),
      "offer_taken queue_left +bridge", AGENT_TALKING },
    { "where nothing rings there is nothing to pick up", ANN_FREE,
      PHONE_CALLS(7, 1, "*8"),
      "contact_arrived call_refused contact_ended +reject", AGENT_AVAILABLE },
    { "a transfer by phone to a colleague's extension", TALKING_BOB_FREE,
      REFERRED("302"),
      "talk_ended transfer_asked contact_queued offer_made +release "
      "+play_music",
      AGENT_ACW },

    { "a phone that calls a number outside is its agent's call", ANN_FREE,
      PHONE_CALLS(7, 1, "+420555"),
      "contact_dialled dialling_began +take_call +dial", AGENT_TALKING },
    { "and one that the agent may not call is known, and refused", ANN_FREE,
      PHONE_CALLS(7, 1, "+99"),
      "contact_arrived call_refused contact_ended +reject", AGENT_AVAILABLE },
    { "so is one of a phone whose agent is not at work", NOBODY_THERE,
      PHONE_CALLS(7, 1, "+420555"),
      "contact_arrived call_refused contact_ended +reject", AGENT_OFFLINE },
    { "a phone that calls what an entry serves is a caller", NOBODY_THERE,
      PHONE_CALLS(7, 1, "+42021"), "contact_arrived answer_asked +answer",
      AGENT_OFFLINE },
    { "every phone may call an emergency number", NOBODY_THERE,
      PHONE_CALLS(7, 1, "112"), "contact_arrived answer_asked +answer",
      AGENT_OFFLINE },
    { "which is dialled at once, not behind a commit", EMERGENCY, CONNECTED,
      "caller_connected emergency_dialled +dial_emergency +ring_back",
      AGENT_OFFLINE },
    { "and so may an agent, without any rights", ANN_FREE, DIAL(ANN, "155", 0),
      "contact_dialled +ring", AGENT_TALKING },
    { "but no number that only begins so", NOBODY_THERE,
      PHONE_CALLS(7, 1, "1123"),
      "contact_arrived call_refused contact_ended +reject", AGENT_OFFLINE },

    /* transfers */
    { "to a queue", TALKING, TRANSFER(ANN, TO_QUEUE, HELP, ""),
      "talk_ended transfer_asked contact_queued +release +play_music",
      AGENT_ACW },
    { "to a flow", TALKING, TRANSFER(ANN, TO_FLOW, MAIN, ""),
      "talk_ended transfer_asked flow_entered step_began step_ended "
      "step_began +release +stop_play +play",
      AGENT_ACW },
    { "to a number, off hold", HOLDING, TRANSFER(ANN, TO_NUMBER, 0, "+420112"),
      "hold_ended talk_ended transfer_asked +release +dial +ring_back",
      AGENT_ACW },
    { "to a number with the phone", TALKING, REFERRED("+420112"),
      "talk_ended transfer_asked +release +dial +ring_back", AGENT_ACW },
    { "the outside number is joined", DIALLING, ANSWERED(EFFECT_DIAL),
      "transfer_taken +bridge", AGENT_ACW },
    { "and heard", REACHED, BRIDGED, "outside_began", AGENT_ACW },
    { "an outside number that is busy sends the caller back", DIALLING,
      FAILED(EFFECT_DIAL, OFFER_BUSY),
      "transfer_failed contact_queued +play_music", AGENT_ACW },
    { "so does one that cannot be joined", REACHED,
      FAILED(EFFECT_BRIDGE, OFFER_FAILED),
      "outside_charged transfer_failed contact_queued +release +play_music",
      AGENT_ACW },
    { "so does one that hangs up before", REACHED, HUNG_UP(EFFECT_DIAL),
      "outside_charged transfer_failed contact_queued +play_music", AGENT_ACW },
    { "a caller who hangs up meanwhile stops the dialling", DIALLING,
      CALLER_HANGS_UP(1), "transfer_failed contact_ended +stop_ringing",
      AGENT_ACW },
    { "or lets the outside number go", REACHED, CALLER_HANGS_UP(1),
      "outside_charged transfer_failed contact_ended +release", AGENT_ACW },
    { "the outside number hangs up", OUTSIDE, HUNG_UP(EFFECT_DIAL),
      "outside_charged outside_ended contact_ended +hang_up", AGENT_ACW },
    { "the caller hangs up on the outside number", OUTSIDE, CALLER_HANGS_UP(1),
      "outside_charged outside_ended contact_ended +release", AGENT_ACW },
    { "an outside number that falls silent is let go", OUTSIDE,
      SILENT(EFFECT_DIAL),
      "outside_charged outside_ended contact_ended +release +hang_up",
      AGENT_ACW },
    { "the wanted agent may reject, then anybody will do", FOR_BOB, REJECT(BOB),
      "offer_ended wanted_agent_given_up", AGENT_ACW },
    { "the wanted agent is offered the contact on coming", FOR_BOB_PAUSED,
      AVAILABLE(BOB), "agent_state_changed offer_made", AGENT_ACW },

    /* flows */
    { "the call is answered before anybody speaks", IN_ANSWER, CONNECTED,
      "caller_connected step_ended step_began +play", AGENT_OFFLINE },
    { "a call that cannot be answered is over", IN_ANSWER,
      FAILED(EFFECT_ANSWER, OFFER_FAILED), "contact_ended +hang_up",
      AGENT_OFFLINE },
    { "after the welcome comes the menu", IN_PROMPT, PROMPT_ENDS(false),
      "step_ended step_began +play", AGENT_OFFLINE },
    { "a welcome that cannot be played is passed over", IN_PROMPT,
      PROMPT_ENDS(true), "step_ended step_began +play", AGENT_OFFLINE },
    { "after the menu a digit is waited for", IN_MENU, PROMPT_ENDS(false),
      "input_awaited", AGENT_OFFLINE },
    { "a digit interrupts the menu", IN_MENU, PRESS(1, "1"),
      "digit_pressed step_ended step_began step_ended contact_queued "
      "+stop_play +play_music",
      AGENT_OFFLINE },
    { "a digit is taken", IN_INPUT, PRESS(1, "9"),
      "digit_pressed step_ended contact_ended +hang_up", AGENT_OFFLINE },
    { "a language is set, and the menu played in it", IN_INPUT, PRESS(1, "2"),
      "digit_pressed step_ended step_began language_set step_ended "
      "step_began +play",
      AGENT_OFFLINE },
    { "a wrong digit plays the menu again", IN_INPUT, PRESS(1, "7"),
      "digit_pressed step_ended step_began +play", AGENT_OFFLINE },
    { "a menu that cannot be played takes its way out", IN_MENU,
      PROMPT_ENDS(true),
      "step_ended step_began step_ended contact_ended +hang_up",
      AGENT_OFFLINE },
    { "a caller hangs up in a flow", IN_MENU, CALLER_HANGS_UP(1),
      "contact_ended", AGENT_OFFLINE },
    { "a full queue overflows at once", HELP_FULL, PRESS(3, "3"),
      "digit_pressed step_ended step_began step_ended queue_refused "
      "contact_queued +stop_play +play_music",
      AGENT_OFFLINE },

    /* late answers */
    { "a leg answered after a reject is given back", REJECTED,
      ANSWERED(EFFECT_RING), "grant_returned +release", AGENT_AVAILABLE },
    { "a leg answered after the talk is given back", SILENT_AFTER,
      ANSWERED(EFFECT_RING), "grant_returned +release", AGENT_ACW },
    { "a bridge after the talk is given back", WRAPPING_UP, BRIDGED,
      "grant_returned +release", AGENT_ACW },

    /* recordings */
    { "what is drawn is recorded", BRIDGING, BRIDGED_DRAWN(49),
      "talk_began recording_started +record", AGENT_TALKING },
    { "what is not drawn is not, and that is told", BRIDGING, BRIDGED_DRAWN(50),
      "talk_began recording_skipped", AGENT_TALKING },
    { "without a file nothing is recorded", BRIDGING, BRIDGED, "talk_began",
      AGENT_TALKING },
    { "a recording is paused", RECORDING, PAUSE_RECORDING(ANN, "card"),
      "recording_paused +pause_recording", AGENT_TALKING },
    { "and resumed", RECORD_PAUSED, RESUME_RECORDING(ANN),
      "recording_resumed +resume_recording", AGENT_TALKING },
    { "hold is recorded, too", RECORDING, HOLD(ANN), "hold_began +hold",
      AGENT_HOLD },
    { "with the talk the recording ends", RECORDING, CALLER_HANGS_UP(1),
      "talk_ended contact_ended +stop_recording +release", AGENT_ACW },
    { "whose leg is gone, its recording has ended", RECORDING,
      HUNG_UP(EFFECT_RING), "talk_ended contact_ended +hang_up", AGENT_ACW },
    { "with the talk the pause ends", RECORD_PAUSED, HANG_UP(ANN),
      "recording_resumed talk_ended contact_ended "
      "+stop_recording +release +hang_up",
      AGENT_ACW },
    { "a transfer ends it, too", RECORDING,
      TRANSFER(ANN, TO_NUMBER, 0, "+420123"),
      "talk_ended transfer_asked +stop_recording +release +dial +ring_back",
      AGENT_ACW },
    { "a recording becomes whole after the talk", RECORD_ENDING,
      RECORDED(1, SECOND_US), "recording_ended", AGENT_ACW },
    { "or before it, when it could not begin", RECORDING, RECORDED(1, 0),
      "recording_ended", AGENT_TALKING },
    { "a gap is told", RECORDING, RECORDING_LOSES(1), "recording_lost",
      AGENT_TALKING },
    { "access is told", RECORD_KEPT, NOTE_LISTENING(1), "recording_listened",
      AGENT_ACW },
    { "reading a trace is told", TALKING, NOTE_TRACE(1), "trace_read",
      AGENT_TALKING },
    { "a deletion removes the file", RECORD_KEPT, DELETE_RECORDING(1),
      "recording_deleted +remove_recording", AGENT_ACW },
    { "whose end is told", RECORD_DELETED, RECORDING_GONE(1),
      "recording_removed", AGENT_ACW },
    { "who is over is erased", RECORD_KEPT_FREE, ERASE(1), "person_erased",
      AGENT_AVAILABLE },
    { "one's own phone plays a recording", RECORD_KEPT_FREE, LISTEN(1),
      "recording_listened listening_began +listen", AGENT_AVAILABLE },
    { "whoever listens is offered nothing", LISTENING, ARRIVES(2, "+42021"),
      "contact_arrived answer_asked +answer", AGENT_AVAILABLE },
    { "the phone hangs up", LISTENING, LISTENING_OVER(ANN), "listening_ended",
      AGENT_AVAILABLE },
    { "or is let go", LISTENING, STOP_LISTENING(ANN),
      "listening_ended +stop_listening", AGENT_AVAILABLE },
    { "a crash ends it, too", LISTENING, START(0),
      "listening_ended server_started clock_set", AGENT_AVAILABLE },
    { "a recording at a crash waits for its repair", RECORD_PAUSED, START(0),
      "recording_resumed talk_ended contact_ended server_started clock_set",
      AGENT_ACW },

    /* the server */
    { "a stop lets everybody go", TALKING, STOP,
      "talk_ended contact_ended server_stopped +release +hang_up", AGENT_ACW },
    { "a stop with a contact on offer", RINGING, STOP,
      "offer_ended queue_left contact_ended server_stopped "
      "+stop_ringing +hang_up",
      AGENT_AVAILABLE },
    { "whoever was live at a crash has ended, and nobody is told", TALKING,
      START(0), "talk_ended contact_ended server_started clock_set",
      AGENT_ACW },
    { "an outside talk at a crash", OUTSIDE, START(0),
      "outside_charged outside_ended contact_ended server_started clock_set",
      AGENT_ACW },
    { "legs that were being let go at a crash are gone", CALLER_LET_GO,
      START(0), "leg_gone leg_gone server_started clock_set", AGENT_ACW },
    { "an agent may work on after a stop", STOPPED, LOG_IN(ANN),
      "agent_state_changed", AGENT_PAUSED },
    { "wall time is told", ANN_FREE, SET_CLOCK(WALL_US + 5), "clock_set",
      AGENT_AVAILABLE },
    { "a new password is known, but not what it is", ANN_FREE,
      NOTE_SECRET(DOCUMENT_DEVICE, 1), "secret_set", AGENT_AVAILABLE },
};

static void does(void **state)
{
    const struct move_row *row = *state;
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, row->in);
    assert_int_equal(story_give(&story, &row->command), 0);

    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, row->wrote);
    assert_int_equal(desk_of(&story, ANN)->state, row->then);
    story_end(&story);
}

/* What time alone does. Everything before has happened at moment 0. */

#define NEVER (24 * 3600)

static const struct wake_row {
    const char *says;
    enum situation in;
    int64_t at_ms;
    const char *wrote;
    enum agent_state then;
} wake_rows[] = {
    { "nothing happens to a free agent", ANN_FREE, NEVER * 1000LL, "",
      AGENT_AVAILABLE },
    { "one may wait for ever where that is allowed", WAITING, NEVER * 1000LL,
      "", AGENT_OFFLINE },
    { "an offer rings until it is due", RINGING, 19999, "", AGENT_OFFERED },
    { "then the agent has missed it, and has to cool down", RINGING, 20000,
      "offer_ended +stop_ringing", AGENT_AVAILABLE },
    { "a silenced phone is taken for gone after 5 s", RINGING, 25000,
      "offer_ended leg_gone +stop_ringing", AGENT_AVAILABLE },
    { "after 10 s the next offer is made", RINGING, 30000,
      "offer_ended leg_gone cool_down_ended offer_made +stop_ringing +ring",
      AGENT_OFFERED },
    { "an offer in the console rings no phone", OFFERED, 20000, "offer_ended",
      AGENT_OFFLINE },
    { "an accepted phone has 10 s to answer", ACCEPTED, 9999, "",
      AGENT_OFFLINE },
    { "then the agent has missed it", ACCEPTED, 10000,
      "offer_ended +stop_ringing", AGENT_OFFLINE },
    { "a bridge is waited for", BRIDGING, 4999, "", AGENT_TALKING },
    { "a bridge that never comes ends the contact", BRIDGING, 5000,
      "talk_ended contact_ended +release +hang_up", AGENT_ACW },
    { "a talk may last", TALKING, NEVER * 1000LL, "", AGENT_TALKING },
    { "a recording is paused for a minute", RECORD_PAUSED, 59999, "",
      AGENT_TALKING },
    { "then it goes on by itself", RECORD_PAUSED, 60000,
      "recording_resumed +resume_recording", AGENT_TALKING },
    { "nobody listens for ever: twice the length, and half an hour", LISTENING,
      (2 * 60 + 1800) * 1000LL, "listening_ended +stop_listening",
      AGENT_AVAILABLE },
    { "hold may last", HOLDING, NEVER * 1000LL, "", AGENT_HOLD },
    { "a silent phone is taken for gone while the agent works", WRAPPING_UP,
      5000, "leg_gone", AGENT_ACW },
    { "the work is granted its time", SILENT_AFTER, 29999, "", AGENT_ACW },
    { "and ends with it", SILENT_AFTER, 30000, "wrap_up_ended",
      AGENT_AVAILABLE },
    { "both legs that never let go are taken for gone", CALLER_LET_GO, 5000,
      "leg_gone leg_gone", AGENT_ACW },
    { "dialling has two minutes", DIALLING, 119999, "wrap_up_ended",
      AGENT_AVAILABLE },
    { "then the caller is back, at the agent who is free", DIALLING, 120000,
      "wrap_up_ended transfer_failed contact_queued offer_made "
      "+stop_ringing +play_music +ring",
      AGENT_OFFERED },
    { "who waits for one agent waits 30 s, then for any", FOR_BOB_PAUSED, 30000,
      "leg_gone wrap_up_ended wanted_agent_given_up offer_made +ring",
      AGENT_OFFERED },
    { "an ACK may come for as long as the answer is repeated", IN_ANSWER, 32000,
      "", AGENT_OFFLINE },
    { "a call never confirmed is let go", IN_ANSWER, 40000,
      "contact_ended +hang_up", AGENT_OFFLINE },
    { "a prompt that never ends is given up after ten minutes", IN_PROMPT,
      600000, "step_ended step_began +play", AGENT_OFFLINE },
    { "no digit plays the menu again", IN_INPUT, 5000,
      "step_ended step_began +play", AGENT_OFFLINE },
    { "who waits in HELP for a minute overflows to SALES, both of them",
      HELP_FULL, 60000,
      "queue_left contact_queued queue_left contact_queued "
      "+play_music +play_music",
      AGENT_OFFLINE },
};

static void wakes(void **state)
{
    const struct wake_row *row = *state;
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, row->in);
    story_wait(&story, row->at_ms * 1000);

    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, row->wrote);
    assert_int_equal(desk_of(&story, ANN)->state, row->then);
    story_end(&story);
}

/* What no row shows. */

static void lead(struct story *story, const struct command *command)
{
    story_lead(story, command, 1);
}

/* Three misses in a row pause; one answer forgives all before. */
static void pauses_who_misses_too_many(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, RINGING);
    for (int missed = 1; missed <= 2; missed++) {
        story_wait(&story, 20 * SECOND_US);
        assert_int_equal(desk_of(&story, ANN)->misses, missed);
        assert_int_equal(desk_of(&story, ANN)->last_offer, OFFER_NO_ANSWER);
        story_wait(&story, 10 * SECOND_US);
        assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    }

    story_wait(&story, 20 * SECOND_US);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_PAUSED);
    assert_int_equal(desk_of(&story, ANN)->reason_id, PAUSE_MISSED);
    assert_int_equal(state_tally(core_state(story.core), SALES)->missed_offers,
                     3);
    story_end(&story);
}

/* ... of those that were accepted, and not picked up, as well. */
static void pauses_whose_phone_does_not_pick_up(void **state)
{
    (void)state;
    static const struct command accepts = ACCEPT(BOB);
    struct story story;

    story_begin_in(&story, ACCEPTED);
    for (int missed = 1; missed <= 2; missed++) {
        story_wait(&story, 10 * SECOND_US);
        assert_int_equal(desk_of(&story, BOB)->misses, missed);
        assert_int_equal(desk_of(&story, BOB)->last_offer, OFFER_NO_ANSWER);
        story_wait(&story, 10 * SECOND_US);
        assert_int_equal(desk_of(&story, BOB)->state, AGENT_OFFERED);
        lead(&story, &accepts);
    }

    story_wait(&story, 10 * SECOND_US);
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_PAUSED);
    assert_int_equal(desk_of(&story, BOB)->reason_id, PAUSE_MISSED);
    assert_int_equal(desk_of(&story, BOB)->missed, 3);
    assert_int_equal(state_tally(core_state(story.core), SALES)->missed_offers,
                     3);
    story_end(&story);
}

static void forgives_misses_after_an_answer(void **state)
{
    (void)state;
    static const struct command answered = ANSWERED(EFFECT_RING);
    struct story story;

    story_begin_in(&story, RINGING);
    story_wait(&story, 30 * SECOND_US);
    assert_int_equal(desk_of(&story, ANN)->misses, 1);
    lead(&story, &answered);
    assert_int_equal(desk_of(&story, ANN)->misses, 0);
    assert_int_equal(desk_of(&story, ANN)->last_offer, OFFER_ANSWERED);
    story_end(&story);
}

/* What is said with the disposition comes after what was asked for before. */
static void takes_the_state_of_the_disposition(void **state)
{
    (void)state;
    static const struct command way[] = {
        LOG_OUT(ANN), DISPOSE_THEN(ANN, AFTER_AVAILABLE, 0)
    };
    static const struct command lost[] = {
        DEVICE_LOST(1), DISPOSE_THEN(ANN, AFTER_AVAILABLE, 0)
    };
    struct story story;

    story_begin_in(&story, SILENT_AFTER);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    story_end(&story);

    story_begin_in(&story, SILENT_AFTER);
    story_lead(&story, lost, ARRAY_LEN(lost));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_end(&story);
}

static void forgets_the_request_taken_back(void **state)
{
    (void)state;
    static const struct command way[] = { CANCEL_REQUEST(ANN),
                                          CALLER_HANGS_UP(1),
                                          DISPOSE(ANN, SOLD, "") };
    struct story story;

    story_begin_in(&story, PAUSE_NEXT);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    story_end(&story);
}

/* 30 s, and 20 more each time, but no more than a minute. */
static void gives_more_time_up_to_the_limit(void **state)
{
    (void)state;
    static const struct command more = MORE_TIME(ANN);
    struct story story;

    story_begin_in(&story, SILENT_AFTER);
    int64_t ended_us = story.now_us;

    lead(&story, &more);
    assert_int_equal(desk_of(&story, ANN)->wrap_up_due_us,
                     ended_us + 50 * SECOND_US);
    story.now_us += 49 * SECOND_US;
    lead(&story, &more);
    assert_int_equal(desk_of(&story, ANN)->wrap_up_due_us,
                     ended_us + 60 * SECOND_US);
    assert_int_equal(story_give(&story, &more), REFUSED_NO_MORE_TIME);

    story_wait(&story, 10 * SECOND_US);
    assert_int_equal(story.now_us, ended_us + 59 * SECOND_US);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    outbox_clear(&story.outbox);
    story_wait(&story, SECOND_US);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    assert_int_equal(desk_of(&story, ANN)->wrap_up_limit_us, 0);
    assert_true(story.outbox.events[0].as.wrap_up_ended.timed_out);
    story_end(&story);
}

static const struct mode_row {
    const char *says;
    enum wrap_up_mode mode;
    int64_t max_s;        /* the ceiling */
    enum refusal sooner;  /* ended without a disposition */
    enum refusal more;    /* time */
    int64_t ends_after_s; /* by itself; 0: never */
} mode_rows[] = {
    { "optional work ends as the agent likes", WRAP_UP_OPTIONAL, 0, REFUSED_NOT,
      REFUSED_NO_TIME_LIMIT, 0 },
    { "... at the ceiling at the latest", WRAP_UP_OPTIONAL, 60, REFUSED_NOT,
      REFUSED_NO_TIME_LIMIT, 60 },
    { "optional work for a time, too", WRAP_UP_OPTIONAL_TIMED, 60, REFUSED_NOT,
      REFUSED_NOT, 50 },
    { "mandatory work for a time ends sooner with a disposition only",
      WRAP_UP_MANDATORY_TIMED, 60, REFUSED_DISPOSITION_NEEDED, REFUSED_NOT,
      50 },
    { "... and has its ceiling", WRAP_UP_MANDATORY_TIMED, 40,
      REFUSED_DISPOSITION_NEEDED, REFUSED_NOT, 40 },
    { "manual work ends with a disposition only", WRAP_UP_MANDATORY_MANUAL, 0,
      REFUSED_DISPOSITION_NEEDED, REFUSED_NO_TIME_LIMIT, 0 },
    { "... or at the ceiling", WRAP_UP_MANDATORY_MANUAL, 60,
      REFUSED_DISPOSITION_NEEDED, REFUSED_NO_TIME_LIMIT, 60 },
};

static void wrap_up_in(struct story *story, const struct mode_row *row)
{
    static const struct command end[] = { CALLER_HANGS_UP(1),
                                          GONE(EFFECT_RELEASE) };
    struct command queue;

    story_begin_in(story, TALKING);
    queue = story_queue(story, SALES);
    queue.as.set_queue.wrap_up = row->mode;
    queue.as.set_queue.wrap_up_max_ms = row->max_s * 1000;
    story_lead(story, &queue, 1);
    story_lead(story, end, ARRAY_LEN(end));
    assert_int_equal(desk_of(story, ANN)->state, AGENT_ACW);
}

static void wraps_up_in_each_mode(void **state)
{
    const struct mode_row *row = *state;
    static const struct command more = MORE_TIME(ANN);
    static const struct command sooner = DISPOSE(ANN, 0, "");
    int64_t last_s = row->ends_after_s ? row->ends_after_s - 1 : 86400;
    struct story story;

    wrap_up_in(&story, row);
    assert_int_equal(story_give(&story, &sooner), row->sooner);
    story_end(&story);

    wrap_up_in(&story, row);
    assert_int_equal(story_give(&story, &more), row->more);
    story_wait(&story, last_s * SECOND_US);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    outbox_clear(&story.outbox);
    story_wait(&story, SECOND_US);
    if (row->ends_after_s) {
        assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
        assert_true(story.outbox.events[0].as.wrap_up_ended.timed_out);
    } else {
        assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    }
    story_end(&story);
}

/* It stays until the next transfer, with a note or without. */
static void hands_a_note_over(void **state)
{
    (void)state;
    static const struct command away =
        TRANSFER_SAYING(ANN, TO_QUEUE, HELP, "ID checked");
    static const struct command on[] = { LOG_IN(BOB), AVAILABLE(BOB),
                                         ACCEPT(BOB), ANSWERED(EFFECT_RING),
                                         BRIDGED };
    static const struct command further = TRANSFER(BOB, TO_QUEUE, SALES, "");
    struct story story;

    story_begin_in(&story, TALKING);
    lead(&story, &away);
    story_lead(&story, on, ARRAY_LEN(on));
    assert_string_equal(state_handover(core_state(story.core), 1)->text,
                        "ID checked");
    lead(&story, &further);
    assert_string_equal(state_handover(core_state(story.core), 1)->text, "");
    story_end(&story);
}

/* What was kept is the contact's, unless the disposition says more. */
static void keeps_a_note_until_the_work_ends(void **state)
{
    (void)state;
    static const struct command kept[] = { NOTE(ANN, "first"),
                                           NOTE_OF(ANN, "second\nline", 1),
                                           CALLER_HANGS_UP(1) };
    static const struct command end = DISPOSE(ANN, SOLD, "");
    static const struct command more = DISPOSE(ANN, SOLD, "last words");
    struct story story;

    for (int way = 0; way < 3; way++) {
        story_begin_in(&story, TALKING);
        story_lead(&story, kept, ARRAY_LEN(kept));
        if (way == 0)
            story_wait(&story, 40 * SECOND_US); /* the time runs out */
        else
            assert_int_equal(story_give(&story, way == 1 ? &end : &more), 0);

        const struct event *ended =
            &story.outbox.events[story.outbox.event_count - 1];

        assert_int_equal(ended->type, EVENT_WRAP_UP_ENDED);
        assert_string_equal(ended->as.wrap_up_ended.note.text,
                            way == 2 ? "last words" : "second\nline");
        assert_string_equal(desk_of(&story, ANN)->note.text, "");
        story_end(&story);
    }
}

/* Where there is no after-call work, it is not lost either. */
static void keeps_a_note_without_after_call_work(void **state)
{
    (void)state;
    static const struct command way[] = { NOTE(ANN, "kept") };
    static const struct command end = CALLER_HANGS_UP(1);
    struct command none;
    struct story story;

    story_begin_in(&story, TALKING);
    none = story_queue(&story, SALES);
    none.as.set_queue.wrap_up = WRAP_UP_NONE;
    lead(&story, &none);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(story_give(&story, &end), 0);
    for (size_t i = 0; i < story.outbox.event_count; i++)
        if (story.outbox.events[i].type == EVENT_WRAP_UP_ENDED)
            assert_string_equal(
                story.outbox.events[i].as.wrap_up_ended.note.text, "kept");
    assert_string_equal(desk_of(&story, ANN)->note.text, "");
    story_end(&story);
}

/* Not by the router either, when the caller is connected. */
static void offers_nothing_to_who_listens(void **state)
{
    (void)state;
    static const struct command arrives[] = { ARRIVES(2, "+42021"), CONNECTED };
    static const struct command over = LISTENING_OVER(ANN);
    struct story story;

    story_begin_in(&story, LISTENING);
    story_lead(&story, arrives, ARRAY_LEN(arrives));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    lead(&story, &over);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    story_end(&story);
}

static void takes_the_state_asked_for_last(void **state)
{
    (void)state;
    static const struct command way[] = { LOG_OUT(ANN), PAUSE(ANN, LUNCH),
                                          DISPOSE(ANN, SOLD, "") };
    struct story story;

    story_begin_in(&story, SILENT_AFTER);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_PAUSED);
    assert_int_equal(desk_of(&story, ANN)->reason_id, LUNCH);
    story_end(&story);
}

/* Available was asked for, but the phone was lost during the talk. */
static void is_unavailable_after_a_talk_without_phone(void **state)
{
    (void)state;
    static const struct command way[] = { DEVICE_LOST(1),
                                          DISPOSE(ANN, SOLD, "") };
    struct story story;

    story_begin_in(&story, SILENT_AFTER);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_end(&story);
}

/* Going away and coming back is no way to be offered less, or more. */
static void loses_the_idle_place_by_leaving(void **state)
{
    (void)state;
    static const struct command way[] = { PAUSE(ANN, LUNCH), AVAILABLE(ANN) };
    static const struct command arrives[] = { ASSIGN(BOB, SALES, 1),
                                              ARRIVES(1, "+42021"), CONNECTED };
    struct story story;

    story_begin_in(&story, BOTH_FREE);
    story.now_us += SECOND_US;
    story_lead(&story, way, ARRAY_LEN(way));
    story_lead(&story, arrives, ARRAY_LEN(arrives));
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_OFFERED);
    story_end(&story);
}

static void keeps_the_idle_place_when_the_caller_abandons(void **state)
{
    (void)state;
    static const struct command way[] = { CALLER_HANGS_UP(1),
                                          GONE(EFFECT_STOP_RINGING) };
    struct story story;

    story_begin_in(&story, RINGING);
    int64_t idle_since_us = desk_of(&story, ANN)->idle_since_us;
    story.now_us += SECOND_US;
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, ANN)->idle_since_us, idle_since_us);
    assert_int_equal(desk_of(&story, ANN)->cool_down_due_us, 0);
    story_end(&story);
}

/* No offer before agent and phone have shown life since the restart. */
static void offers_nothing_to_who_was_not_seen(void **state)
{
    (void)state;
    static const struct command restart = START(0);
    static const struct command call[] = { ARRIVES(1, "+42021"), CONNECTED };
    static const struct command alive = AGENT_ALIVE(ANN);
    static const struct command phone = DEVICE_SEEN(1);
    struct story story;

    story_begin_in(&story, ANN_FREE);
    lead(&story, &restart);
    story_lead(&story, call, ARRAY_LEN(call));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    assert_false(desk_of(&story, ANN)->seen);

    lead(&story, &alive);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    lead(&story, &phone);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    story_end(&story);
}

/* A contact cut off by a crash lasted until the last sign of life. */
static void ends_at_the_last_sign_of_life(void **state)
{
    (void)state;
    static const struct command start = START(41 * SECOND_US);
    struct story story;

    story_begin_in(&story, TALKING);
    story.now_us = 101 * SECOND_US;
    assert_int_equal(story_give(&story, &start), 0);

    const struct event *ended = &story.outbox.events[1];

    assert_int_equal(ended->type, EVENT_CONTACT_ENDED);
    assert_int_equal(ended->at_us, 101 * SECOND_US);
    assert_int_equal(ended->as.contact_ended.cause, END_SERVER_RESTART);
    assert_int_equal(ended->as.contact_ended.talk_us, 40 * SECOND_US);
    assert_int_equal(state_system(core_state(story.core))->start, 2);
    story_end(&story);
}

/* The day's figures, and how they begin anew. */
static void counts_the_day(void **state)
{
    (void)state;
    static const struct command end = CALLER_HANGS_UP(1);
    static const struct command next[] = { ARRIVES(2, "+42021"), CONNECTED };
    struct story story;

    story_begin_in(&story, TALKING);
    story.now_us += 60 * SECOND_US;
    lead(&story, &end);

    const struct tally_row *tally = state_tally(core_state(story.core), SALES);

    assert_int_equal(tally->day, WALL_US / INT64_C(86400000000));
    assert_int_equal(tally->offered, 1);
    assert_int_equal(tally->answered, 1);
    assert_int_equal(tally->answered_in_time, 1);
    assert_int_equal(tally->handled, 1);
    assert_int_equal(tally->talk_us, 60 * SECOND_US);

    story_wait(&story, INT64_C(86400) * SECOND_US);
    story_lead(&story, next, ARRAY_LEN(next));
    assert_int_equal(tally->day, WALL_US / INT64_C(86400000000) + 1);
    assert_int_equal(tally->offered, 1);
    assert_int_equal(tally->answered, 0);
    story_end(&story);
}

/* The place in line is kept by whoever comes back from a failed transfer. */
static void comes_back_to_the_old_place(void **state)
{
    (void)state;
    static const struct command later[] = { ARRIVES(2, "+42021"), CONNECTED };
    static const struct command failed = FAILED(EFFECT_DIAL, OFFER_BUSY);
    struct story story;

    story_begin_in(&story, DIALLING);
    story.now_us += 10 * SECOND_US;
    story_lead(&story, later, ARRAY_LEN(later));
    story.now_us += 2 * SECOND_US;
    assert_int_equal(story_give(&story, &failed), 0);

    const struct event_contact_queued *queued =
        &story.outbox.events[1].as.contact_queued;

    assert_int_equal(story.outbox.events[1].type, EVENT_CONTACT_QUEUED);
    assert_int_equal(queued->since_us, SECOND_US);
    assert_int_equal(queued->ahead, 0);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, does, move_rows);
    TEST_LIST_ADD_ROWS(&list, wakes, wake_rows);
    TEST_LIST_ADD(&list, pauses_who_misses_too_many);
    TEST_LIST_ADD(&list, pauses_whose_phone_does_not_pick_up);
    TEST_LIST_ADD(&list, forgives_misses_after_an_answer);
    TEST_LIST_ADD(&list, offers_nothing_to_who_listens);
    TEST_LIST_ADD(&list, takes_the_state_asked_for_last);
    TEST_LIST_ADD(&list, takes_the_state_of_the_disposition);
    TEST_LIST_ADD(&list, forgets_the_request_taken_back);
    TEST_LIST_ADD(&list, gives_more_time_up_to_the_limit);
    TEST_LIST_ADD_ROWS(&list, wraps_up_in_each_mode, mode_rows);
    TEST_LIST_ADD(&list, hands_a_note_over);
    TEST_LIST_ADD(&list, keeps_a_note_until_the_work_ends);
    TEST_LIST_ADD(&list, keeps_a_note_without_after_call_work);
    TEST_LIST_ADD(&list, is_unavailable_after_a_talk_without_phone);
    TEST_LIST_ADD(&list, loses_the_idle_place_by_leaving);
    TEST_LIST_ADD(&list, keeps_the_idle_place_when_the_caller_abandons);
    TEST_LIST_ADD(&list, offers_nothing_to_who_was_not_seen);
    TEST_LIST_ADD(&list, ends_at_the_last_sign_of_life);
    TEST_LIST_ADD(&list, counts_the_day);
    TEST_LIST_ADD(&list, comes_back_to_the_old_place);
    return test_list_run(&list);
}
