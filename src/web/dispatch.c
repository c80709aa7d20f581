/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One function per route; routes of the same kind share one. */

#include "web/dispatch.h"

#include <assert.h>

#include "web/box_greetings.h"
#include "web/bulk.h"
#include "web/callbacks.h"
#include "web/contacts.h"
#include "web/destinations.h"
#include "web/document_versions.h"
#include "web/documents.h"
#include "web/erasures.h"
#include "web/exchange.h"
#include "web/figures.h"
#include "web/flow_by_phone.h"
#include "web/flow_publish.h"
#include "web/flow_trials.h"
#include "web/flows.h"
#include "web/greeting.h"
#include "web/journal.h"
#include "web/keys.h"
#include "web/listening.h"
#include "web/live.h"
#include "web/own.h"
#include "web/passwords.h"
#include "web/pauses.h"
#include "web/people.h"
#include "web/previous.h"
#include "web/prompt_sounds.h"
#include "web/prompts.h"
#include "web/queues.h"
#include "web/recordings.h"
#include "web/rule_draft.h"
#include "web/rule_reach.h"
#include "web/rules.h"
#include "web/sessions.h"
#include "web/skills.h"
#include "web/traces.h"
#include "web/trunks.h"
#include "web/uses.h"
#include "web/voicemail.h"
#include "web/waiting.h"
#include "wire/openapi.h"

static void describe(struct exchange *exchange)
{
    answer_with_value(&exchange->answer, 200, openapi_value());
}

/* clang-format off */
#define DOCUMENT_ROUTES(CODE)                                                  \
    [ROUTE_##CODE##_LIST] = documents_list,                                    \
    [ROUTE_##CODE##_CREATE] = documents_create,                                \
    [ROUTE_##CODE##_READ] = documents_read,                                    \
    [ROUTE_##CODE##_CHANGE] = documents_change,                                \
    [ROUTE_##CODE##_REMOVE] = documents_remove

static void (*const resources[ROUTE_COUNT])(struct exchange *exchange) = {
    DOCUMENT_ROUTES(USER),
    DOCUMENT_ROUTES(DEVICE),
    DOCUMENT_ROUTES(AGENT),
    DOCUMENT_ROUTES(QUEUE),
    DOCUMENT_ROUTES(QUEUE_RULE),
    DOCUMENT_ROUTES(TRUNK),
    DOCUMENT_ROUTES(ENTRY),
    DOCUMENT_ROUTES(PAUSE_REASON),
    DOCUMENT_ROUTES(DISPOSITION),
    DOCUMENT_ROUTES(TEAM),
    DOCUMENT_ROUTES(ROUTE),
    DOCUMENT_ROUTES(CAP),
    DOCUMENT_ROUTES(SKILL),
    DOCUMENT_ROUTES(BOX),
    DOCUMENT_ROUTES(CALLER_LIST),
    DOCUMENT_ROUTES(LOOKUP),
    [ROUTE_CALLER_LIST_IMPORT] = caller_lists_import,
    [ROUTE_CALLER_NUMBER_LIST] = caller_numbers_list,
    [ROUTE_CALLER_NUMBER_ADD] = caller_lists_add_number,
    [ROUTE_CALLER_NUMBER_REMOVE] = caller_lists_remove_number,
    [ROUTE_CALENDAR_LIST] = documents_list,
    [ROUTE_CALENDAR_CREATE] = calendars_create,
    [ROUTE_CALENDAR_READ] = documents_read,
    [ROUTE_CALENDAR_CHANGE] = calendars_change,
    [ROUTE_CALENDAR_IMPORT] = calendars_import,
    [ROUTE_CALENDAR_REMOVE] = documents_remove,
    [ROUTE_RULE_LIST] = documents_list,
    [ROUTE_RULE_CREATE] = rules_create,
    [ROUTE_RULE_READ] = documents_read,
    [ROUTE_RULE_CHANGE] = rules_change,
    [ROUTE_RULE_REMOVE] = documents_remove,
    [ROUTE_RULE_TEST] = routing_test,
    [ROUTE_RULE_MOVE] = rules_move,
    [ROUTE_RULE_VERSIONS] = rules_versions,
    [ROUTE_RULE_FIGURES] = routing_figures,
    [ROUTE_RULE_REPLAY] = routing_replay,
    [ROUTE_RULE_DRAFT_LIST] = rule_draft_list,
    [ROUTE_RULE_DRAFT_CREATE] = rule_draft_create,
    [ROUTE_RULE_DRAFT_DROP] = rule_draft_drop,
    [ROUTE_RULE_DRAFT_READ] = rule_draft_read,
    [ROUTE_RULE_DRAFT_CHANGE] = rule_draft_change,
    [ROUTE_RULE_DRAFT_REMOVE] = rule_draft_remove,
    [ROUTE_RULE_DRAFT_MOVE] = rule_draft_move,
    [ROUTE_RULE_DRAFT_DISCARD] = rule_draft_discard,
    [ROUTE_RULE_DIFF] = rule_diff_draft,
    [ROUTE_RULE_REACH] = rule_reach_list,
    [ROUTE_RULE_PUBLISH] = rule_draft_publish,
    [ROUTE_RULE_SETS] = rule_sets_list,
    [ROUTE_RULE_SET_DIFF] = rule_sets_diff,
    [ROUTE_RULE_SET_RESTORE] = rule_sets_restore,
    [ROUTE_FLOW_LIST] = documents_list,
    [ROUTE_FLOW_CREATE] = flows_create,
    [ROUTE_FLOW_READ] = documents_read,
    [ROUTE_FLOW_CHANGE] = flows_change,
    [ROUTE_FLOW_REMOVE] = documents_remove,
    [ROUTE_FLOW_TEXT] = flows_text,
    [ROUTE_FLOW_DRAFT] = flows_draft,
    [ROUTE_FLOW_PROBLEMS] = flow_publish_problems,
    [ROUTE_FLOW_TEST] = flow_trials_test,
    [ROUTE_FLOW_TRY] = flow_trials_try,
    [ROUTE_FLOW_BY_PHONE] = flow_by_phone,
    [ROUTE_FLOW_PUBLISH] = flow_publish,
    [ROUTE_FLOW_DISCARD] = flow_publish_discard,
    [ROUTE_FLOW_VERSIONS] = flow_publish_versions,
    [ROUTE_FLOW_VERSION_TEXT] = flow_publish_version_text,
    [ROUTE_FLOW_WAYS] = flow_ways,
    [ROUTE_NODE_ADD] = flow_publish_add_node,

    [ROUTE_PROMPT_LIST] = documents_list,
    [ROUTE_PROMPT_CREATE] = prompts_create,
    [ROUTE_PROMPT_READ] = documents_read,
    [ROUTE_PROMPT_CHANGE] = prompts_change,
    [ROUTE_PROMPT_REMOVE] = prompts_remove,
    [ROUTE_PROMPT_UPLOAD] = prompts_upload,
    [ROUTE_PROMPT_DOWNLOAD] = prompts_download,
    [ROUTE_PROMPT_USES] = prompts_uses,
    [ROUTE_PROMPT_VERSIONS] = prompts_versions,
    [ROUTE_PROMPT_VERSION] = document_versions_read,
    [ROUTE_PROMPT_VERSION_SOUND] = prompts_version_sound,
    [ROUTE_PROMPT_SOUNDS] = prompt_sounds_list,
    [ROUTE_PROMPT_LISTEN] = prompts_listen,
    [ROUTE_PROMPT_VERSION_LISTEN] = prompts_version_listen,

    [ROUTE_SESSION_OPEN] = sessions_open,
    [ROUTE_SESSION_CLOSE] = sessions_close,
    [ROUTE_ME_READ] = sessions_me,
    [ROUTE_USER_PASSWORD] = passwords_of_user,
    [ROUTE_DEVICE_PASSWORD] = passwords_of_device,
    [ROUTE_TRUNK_PASSWORD] = passwords_of_trunk,
    [ROUTE_LOOKUP_PASSWORD] = passwords_of_lookup,
    [ROUTE_BOX_PIN] = passwords_of_box,
    [ROUTE_BOX_RECORD] = voicemail_record,
    [ROUTE_PROMPT_RECORD] = prompts_record,
    [ROUTE_BOX_UNLOCK] = voicemail_unlock_box,
    [ROUTE_DEVICE_UNLOCK] = voicemail_unlock_device,
    [ROUTE_TRUNK_UNLOCK] = voicemail_unlock_trunk,
    [ROUTE_ME_PIN] = own_pin,
    [ROUTE_ME_MAIL] = own_mail,
    [ROUTE_TOKEN_LIST] = keys_list,
    [ROUTE_TOKEN_CREATE] = keys_create,
    [ROUTE_TOKEN_REMOVE] = keys_remove,
    [ROUTE_SESSION_LIST] = keys_list_sessions,
    [ROUTE_SESSION_REMOVE] = keys_end_session,

    [ROUTE_QUEUE_RULE_MOVE] = queues_move_way,
    [ROUTE_QUEUE_STATS] = queues_stats,
    [ROUTE_QUEUE_USES] = uses_of_queue,
    [ROUTE_QUEUE_VERSIONS] = queues_versions,
    [ROUTE_QUEUE_VERSION] = document_versions_read,
    [ROUTE_QUEUE_WAITING] = waiting_list,
    [ROUTE_QUEUE_ESTIMATES] = waiting_estimates,
    [ROUTE_QUEUE_AGENTS] = queues_agents,
    [ROUTE_QUEUE_ASSIGN] = queues_command,
    [ROUTE_QUEUES_ASSIGN] = bulk_assign,
    [ROUTE_QUEUES_UNASSIGN] = bulk_unassign,
    [ROUTE_QUEUE_UNASSIGN] = queues_command,
    [ROUTE_QUEUE_CLOSE] = queues_command,
    [ROUTE_QUEUE_OPEN] = queues_command,
    [ROUTE_QUEUES_CLOSE] = queues_command_all,
    [ROUTE_QUEUES_OPEN] = queues_command_all,
    [ROUTE_QUEUES_NOW] = queues_now,

    [ROUTE_LEVEL_LIST] = skills_levels,
    [ROUTE_SKILL_AGENTS] = skills_agents,
    [ROUTE_AGENT_SKILLS] = skills_of_agent,
    [ROUTE_AGENT_SET_SKILL] = skills_command,
    [ROUTE_AGENT_UNSET_SKILL] = skills_command,
    [ROUTE_TEAM_DUTIES] = skills_team_duties,
    [ROUTE_TEAM_QUEUES] = skills_team_queues,
    [ROUTE_TEAM_ASSIGN] = skills_team_command,
    [ROUTE_TEAM_UNASSIGN] = skills_team_command,

    [ROUTE_AGENT_STATE] = people_state,
    [ROUTE_AGENT_LOG_IN] = people_agent_command,
    [ROUTE_AGENT_LOG_OUT] = people_agent_command,
    [ROUTE_AGENT_AVAILABLE] = people_agent_command,
    [ROUTE_AGENT_PAUSE] = people_agent_command,
    [ROUTE_AGENT_ACCEPT] = people_agent_command,
    [ROUTE_AGENT_LINE] = people_agent_command,
    [ROUTE_AGENT_REJECT] = people_agent_command,
    [ROUTE_AGENT_HOLD] = people_agent_command,
    [ROUTE_AGENT_RESUME] = people_agent_command,
    [ROUTE_AGENT_MUTE] = people_agent_command,
    [ROUTE_AGENT_UNMUTE] = people_agent_command,
    [ROUTE_AGENT_DIGITS] = people_agent_command,
    [ROUTE_AGENT_HANG_UP] = people_agent_command,
    [ROUTE_AGENT_DIAL] = people_agent_command,
    [ROUTE_AGENT_TRANSFER] = people_agent_command,
    [ROUTE_AGENT_CONSULT] = people_agent_command,
    [ROUTE_AGENT_COMPLETE] = people_agent_command,
    [ROUTE_AGENT_RETRIEVE] = people_agent_command,
    [ROUTE_AGENT_DISPOSE] = people_agent_command,
    [ROUTE_AGENT_NOTE] = people_note,
    [ROUTE_AGENT_KEEP_NOTE] = people_agent_command,
    [ROUTE_AGENT_EXTEND] = people_agent_command,
    [ROUTE_AGENT_CANCEL] = people_agent_command,
    [ROUTE_AGENT_PAUSES] = pauses_list,
    [ROUTE_AGENT_TARGETS] = destinations_list,
    [ROUTE_AGENTS_NOW] = people_now,

    [ROUTE_CONTACT_LIST] = contacts_list,
    [ROUTE_CONTACT_READ] = contacts_read,
    [ROUTE_CONTACT_WHY] = journal_why,
    [ROUTE_CONTACT_EVENTS] = journal_of_contact,
    [ROUTE_CONTACT_PATH] = journal_path,
    [ROUTE_CONTACT_TRACE] = traces_read,
    [ROUTE_CONTACT_PCAP] = traces_packets,
    [ROUTE_CONTACT_PREVIOUS] = previous_list,
    [ROUTE_CONTACT_END] = contacts_command,
    [ROUTE_CONTACT_MOVE] = contacts_command,
    [ROUTE_CONTACT_PULL] = waiting_pull,
    [ROUTE_CONTACT_WITHDRAW] = contacts_command,
    [ROUTE_CONTACT_PRIORITY] = contacts_command,
    [ROUTE_CONTACT_DEMAND] = contacts_command,
    [ROUTE_ERASURE_MAKE] = erasures_make,
    [ROUTE_EVENT_LIST] = journal_list,

    [ROUTE_RECORDING_LIST] = recordings_list,
    [ROUTE_RECORDING_READ] = recordings_read,
    [ROUTE_RECORDING_DOWNLOAD] = recordings_download,
    [ROUTE_RECORDING_DELETE] = recordings_delete,
    [ROUTE_RECORDING_LISTEN] = listening_begin,
    [ROUTE_LISTENING_READ] = listening_read,
    [ROUTE_LISTENING_CONTROL] = listening_control,
    [ROUTE_AGENT_PAUSE_RECORDING] = people_agent_command,
    [ROUTE_AGENT_RESUME_RECORDING] = people_agent_command,

    [ROUTE_VOICEMAIL_LIST] = voicemail_list,
    [ROUTE_VOICEMAIL_READ] = voicemail_read,
    [ROUTE_VOICEMAIL_DELETE] = voicemail_delete,
    [ROUTE_VOICEMAIL_DOWNLOAD] = voicemail_download,
    [ROUTE_VOICEMAIL_HISTORY] = voicemail_history,
    [ROUTE_VOICEMAIL_LISTEN] = voicemail_listen,
    [ROUTE_VOICEMAIL_CALL_BACK] = voicemail_call_back,
    [ROUTE_CALLBACK_LIST] = callbacks_list,
    [ROUTE_CALLBACK_ASK] = callbacks_ask,
    [ROUTE_CALLBACK_READ] = callbacks_read,
    [ROUTE_CALLBACK_ATTEMPTS] = callbacks_attempts,
    [ROUTE_CALLBACK_CHANGE] = callbacks_command,
    [ROUTE_CALLBACK_CANCEL] = callbacks_command,

    [ROUTE_VOICEMAIL_MARK] = voicemail_mark,
    [ROUTE_VOICEMAIL_ASSIGN] = voicemail_command,
    [ROUTE_VOICEMAIL_FORWARD] = voicemail_command,
    [ROUTE_VOICEMAIL_TRANSCRIPT] = voicemail_command,
    [ROUTE_VOICEMAIL_TRANSCRIBE] = voicemail_transcribe,
    [ROUTE_VOICEMAIL_GREETINGS] = voicemail_greetings,
    [ROUTE_GREETING_LIST] = greetings_list,
    [ROUTE_GREETING_SOUNDS] = prompt_sounds_greetings,
    [ROUTE_BOX_GREETING] = greetings_set,
    [ROUTE_BOX_SOUND] = greetings_upload,
    [ROUTE_BOX_HOLIDAY] = greetings_holiday,
    [ROUTE_BOX_DAYS] = greetings_days,
    [ROUTE_BOX_LISTEN] = greetings_listen,

    [ROUTE_TRUNK_STATE] = trunks_state,
    [ROUTE_TRUNKS_NOW] = trunks_now,

    [ROUTE_STATE_READ] = live_state,
    [ROUTE_WEBSOCKET] = greeting_answer,
    [ROUTE_SERVER_READ] = live_server,
    [ROUTE_SERVER_VERIFY] = live_task,
    [ROUTE_SERVER_BACKUP] = live_task,
    [ROUTE_SERVER_LOG] = live_task,
    [ROUTE_SERVER_DRAIN] = live_task,
    [ROUTE_SERVER_RELOAD] = live_task,
    [ROUTE_HEALTH] = live_health,
    [ROUTE_READINESS] = live_readiness,
    [ROUTE_METRICS] = figures_print,
    [ROUTE_OPENAPI] = describe,
};
/* clang-format on */

void dispatch(struct exchange *exchange)
{
    assert(exchange && exchange->match.route);

    /* A route without a resource is found by the test of all routes. */
    assert(resources[exchange->match.route->id]);
    resources[exchange->match.route->id](exchange);
}
