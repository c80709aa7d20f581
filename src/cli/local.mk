# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcli.a
libcli_a_SOURCES = \
	src/cli/arrangement.c src/cli/arrangement.h \
	src/cli/arrangement_fetch.c \
	src/cli/arrangement_pair.c src/cli/arrangement_pair.h \
	src/cli/arrangement_read.c \
	src/cli/arrangement_sounds.c \
	src/cli/ask.c src/cli/ask.h src/cli/ask_given.c src/cli/ask_given.h \
	src/cli/ask_list.c \
	src/cli/body.c src/cli/body.h \
	src/cli/moment_given.c src/cli/moment_given.h \
	src/cli/call.c src/cli/call.h \
	src/cli/cell.c src/cli/cell.h \
	src/cli/changes.c src/cli/changes.h \
	src/cli/cli.c src/cli/cli.h \
	src/cli/column.def \
	src/cli/complaint.c src/cli/complaint.h \
	src/cli/console_begin.h \
	src/cli/console_own.c src/cli/console_own.h \
	src/cli/event_print.c src/cli/event_print.h \
	src/cli/exit_code.c src/cli/exit_code.h \
	src/cli/guess.c src/cli/guess.h \
	src/cli/help.c src/cli/help.h \
	src/cli/input.c src/cli/input.h \
	src/cli/list_filter.c src/cli/list_filter.h \
	src/cli/listing.c src/cli/listing.h \
	src/cli/listing_one.c \
	src/cli/mistake.c src/cli/mistake.h \
	src/cli/names.c src/cli/names.h \
	src/cli/normal_form.c src/cli/normal_form.h \
	src/cli/offer.c src/cli/offer.h \
	src/cli/output.c src/cli/output.h \
	src/cli/patience.c src/cli/patience.h \
	src/cli/prompt.c src/cli/prompt.h \
	src/cli/recall.c src/cli/recall.h \
	src/cli/run.h \
	src/cli/run_call.c \
	src/cli/run_check.c \
	src/cli/run_command.c \
	src/cli/run_many.c src/cli/run_many.h \
	src/cli/run_completion.c \
	src/cli/run_config.c \
	src/cli/run_console.c \
	src/cli/run_document.c src/cli/run_document.h \
	src/cli/run_erase.c \
	src/cli/run_event.c \
	src/cli/flow_tree.c src/cli/flow_tree.h \
	src/cli/run_ivr.c src/cli/run_ivr_test.c \
	src/cli/run_ivr_node.c \
	src/cli/run_flow.c \
	src/cli/run_listening.c \
	src/cli/run_phone.c \
	src/cli/run_prompt.c src/cli/upload.c src/cli/upload.h \
	src/cli/run_recording.c \
	src/cli/run_calendar.c src/cli/run_rule.c src/cli/run_rule_version.c \
	src/cli/run_beside.c \
	src/cli/run_rule_draft.c src/cli/run_rule_turn.c \
	src/cli/run_rule_cases.c src/cli/rule_cases.c src/cli/rule_cases.h \
	src/cli/run_secret.c \
	src/cli/run_setup.c \
	src/cli/run_state.c \
	src/cli/run_state_set.c src/cli/run_switch.c \
	src/cli/run_tail.c \
	src/cli/run_trace.c \
	src/cli/run_trunk.c \
	src/cli/run_wallboard.c \
	src/cli/run_why.c \
	src/cli/setup_accounts.c src/cli/setup_accounts.h \
	src/cli/setup_answers.c src/cli/setup_answers.h \
	src/cli/setup_steps.c src/cli/setup_steps.h \
	src/cli/sheet.c src/cli/sheet.h \
	src/cli/verb.c src/cli/verb.def src/cli/verb.h \
	src/cli/verb_options.c \
	src/cli/wallboard_options.c src/cli/wallboard_options.h
libcli_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(builddir)/src

# `cclite completion bash` prints the very file that is installed.
completion_source = src/cli/completion_bash.inc
BUILT_SOURCES += $(completion_source)
CLEANFILES += $(completion_source)
completiondir = $(datadir)/bash-completion/completions
dist_completion_DATA = share/completion/cclite.bash
$(completion_source): $(srcdir)/share/completion/cclite.bash
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		sed 's/\\/\\\\/g; s/"/\\"/g; s/^/"/; s/$$/\\n"/' \
		$(srcdir)/share/completion/cclite.bash >$@
src/cli/libcli_a-run_completion.$(OBJEXT): $(completion_source)

bin_PROGRAMS += cclite
cclite_SOURCES = src/cli/main.c
cclite_LDADD = libcli.a libconsole.a libtui.a libclient.a libwire.a libcore.a \
	liblang.a libbase.a $(NCURSES_LIBS) $(CURL_LIBS) $(JANSSON_LIBS) \
	$(ICU_LIBS) $(SODIUM_LIBS) -lm
