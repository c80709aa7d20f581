# SPDX-License-Identifier: GPL-3.0-or-later

# Prompts are spoken into the build directory; the recipe makes all at once.
PROMPTS = welcome language menu please_wait comfort notice no_input invalid \
	closed busy error goodbye silence \
	voicemail voicemail_menu voicemail_urgent voicemail_sent voicemail_full \
	mailbox_number mailbox_pin mailbox_wrong mailbox_refused mailbox_locked \
	mailbox_menu mailbox_message mailbox_saved mailbox_deleted \
	mailbox_no_more mailbox_no_call mailbox_no_right mailbox_greetings \
	mailbox_record \
	mailbox_review mailbox_too_short mailbox_kept mailbox_no_holiday mailbox_not_recorded \
	mailbox_goodbye mailbox_forward mailbox_forwarded mailbox_no_box \
	mailbox_same_box mailbox_box_full mailbox_language \
	callback_ask callback_type callback_invalid callback_booked \
	callback_offer callback_number callback_when callback_time \
	callback_time_wrong callback_time_closed callback_agreed trial_over
prompts_en = $(PROMPTS:%=share/prompts/en/%.wav)
prompts_es = $(PROMPTS:%=share/prompts/es/%.wav)
prompts_cs = $(PROMPTS:%=share/prompts/cs/%.wav)

promptsendir = $(pkgdatadir)/prompts/en
promptsesdir = $(pkgdatadir)/prompts/es
promptscsdir = $(pkgdatadir)/prompts/cs
promptsen_DATA = $(prompts_en)
promptses_DATA = $(prompts_es)
promptscs_DATA = $(prompts_cs)

share/prompts/spoken: share/prompts/prompts.txt share/prompts/speak
	$(AM_V_GEN)ESPEAK='$(ESPEAK)' SOX='$(SOX)' \
		$(SHELL) $(srcdir)/share/prompts/speak \
		$(srcdir)/share/prompts/prompts.txt share/prompts
	$(AM_V_at)touch $@

$(prompts_en) $(prompts_es) $(prompts_cs): share/prompts/spoken
	$(AM_V_at)test -f $@ || { rm -f share/prompts/spoken; \
		$(MAKE) $(AM_MAKEFLAGS) share/prompts/spoken; }

EXTRA_DIST += share/prompts/prompts.txt share/prompts/speak
CLEANFILES += share/prompts/spoken $(prompts_en) $(prompts_es) $(prompts_cs)

# Calendars to begin with.
calendarsdir = $(pkgdatadir)/calendars
dist_calendars_DATA = share/calendars/en-GB.json share/calendars/en-US.json \
	share/calendars/es.json share/calendars/cs.json

# Flows to begin with.
flowsdir = $(pkgdatadir)/flows
dist_flows_DATA = share/flows/callback.json share/flows/identify.json \
	share/flows/main.json share/flows/office-hours.json \
	share/flows/survey.json

sampledir = $(pkgdatadir)
dist_sample_DATA = share/cclite.conf.sample

# The demo; bootstrap runs it from the sources.
demodir = $(pkgdatadir)/demo
dist_demo_DATA = share/demo/flow.json share/demo/frame.jq
dist_demo_SCRIPTS = share/demo/run

# The service, for where there is systemd.
systemdunitdir = $(prefix)/lib/systemd/system
systemdunit_DATA = share/systemd/cclited.service
sysusersdir = $(prefix)/lib/sysusers.d
dist_sysusers_DATA = share/sysusers/cclite.conf

share/systemd/cclited.service: share/systemd/cclited.service.in Makefile
	$(AM_V_GEN)$(MKDIR_P) share/systemd && \
		sed -e 's,[@]sbindir@,$(sbindir),g' \
			-e 's,[@]sysconfdir@,$(sysconfdir),g' \
			$(srcdir)/share/systemd/cclited.service.in >$@
EXTRA_DIST += share/systemd/cclited.service.in
CLEANFILES += share/systemd/cclited.service
