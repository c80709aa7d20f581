/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table for all kinds: the same name means the same everywhere. */

#include "console/setting_label.h"

#include <string.h>

#include "base/mark.h"

static const struct {
    const char *name;
    const char *label;
} labels[] = {
    { "name", N_("Short name") },
    { "label", N_("Name") },
    { "label_es", N_("Name in Spanish") },
    { "label_cs", N_("Name in Czech") },
    { "role", N_("Role") },
    { "language", N_("Language") },
    { "enabled", N_("Enabled") },
    { "uid", N_("Local account") },
    { "team_id", N_("Team") },
    { "mode", N_("Mode") },
    { "user_id", N_("User") },
    { "device_id", N_("Phone") },
    { "strategy", N_("Strategy") },
    { "max_waiting", N_("Max waiting") },
    { "max_wait_ms", N_("Max wait") },
    { "overflow_to", N_("Overflow to") },
    { "overflow_id", N_("Overflow target") },
    { "ring_ms", N_("Ring time") },
    { "wrap_up", N_("Wrap-up") },
    { "wrap_up_ms", N_("Wrap-up time") },
    { "wrap_up_more_ms", N_("Wrap-up extension") },
    { "wrap_up_max_ms", N_("Longest wrap-up") },
    { "cool_no_answer_ms", N_("Rest, no answer") },
    { "cool_rejected_ms", N_("Rest, rejected") },
    { "cool_busy_ms", N_("Rest, busy") },
    { "cool_failed_ms", N_("Rest, failed") },
    { "max_misses", N_("Max misses") },
    { "music", N_("Music") },
    { "service_level_ms", N_("Service level") },
    { "short_abandon_ms", N_("Short abandon") },
    { "recording", N_("Recording") },
    { "recording_percentage", N_("Recorded, %") },
    { "recording_pause_ms", N_("Recording pause") },
    { "address", N_("Address") },
    { "transport", N_("Transport") },
    { "max_channels", N_("Channels") },
    { "outbound", N_("Outbound") },
    { "prefixes", N_("Prefixes") },
    { "preference", N_("Preference") },
    { "caller_id", N_("Caller ID") },
    { "check_ms", N_("Health check") },
    { "number", N_("Number") },
    { "trunk_id", N_("Trunk") },
    { "flow_id", N_("Flow") },
    { "productive", N_("Productive") },
    { "key", N_("Key") },
    { "daily_ms", N_("Daily budget") },
    { "digest", N_("Digest") },
};

const char *setting_label(const struct field *field)
{
    for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
        if (strcmp(labels[i].name, field->name) == 0)
            return labels[i].label;
    return field->name;
}
