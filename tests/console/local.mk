# SPDX-License-Identifier: GPL-3.0-or-later
# Screens without a terminal, on rows from fixtures.
console_tests = tests/console/test_golden tests/console/test_keys
check_PROGRAMS += $(console_tests)
TESTS += $(console_tests)
CONSOLE_STAGE = tests/console/claim.c tests/console/claim.h \
	tests/console/fake_session.c tests/console/fake_session.h \
	tests/console/stage.c tests/console/stage.h
CONSOLE_TEST_LDADD = libconsole.a libtui.a libclient.a libwire.a libcore.a \
	liblang.a libbase.a $(NCURSES_LIBS) $(CURL_LIBS) $(JANSSON_LIBS) \
	$(ICU_LIBS) $(CMOCKA_LIBS) -lm

tests_console_test_golden_SOURCES = tests/console/test_golden.c \
	tests/console/golden.def $(CONSOLE_STAGE)
tests_console_test_golden_LDADD = $(CONSOLE_TEST_LDADD)
tests_console_test_keys_SOURCES = tests/console/test_keys.c $(CONSOLE_STAGE)
tests_console_test_keys_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_condition_rows
TESTS += tests/console/test_condition_rows
tests_console_test_condition_rows_SOURCES = \
	tests/console/test_condition_rows.c
tests_console_test_condition_rows_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_typed_moment
TESTS += tests/console/test_typed_moment
tests_console_test_typed_moment_SOURCES = \
	tests/console/test_typed_moment.c
tests_console_test_typed_moment_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_ladder
TESTS += tests/console/test_ladder
tests_console_test_ladder_SOURCES = tests/console/test_ladder.c
tests_console_test_ladder_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_linear
TESTS += tests/console/test_linear
tests_console_test_linear_SOURCES = tests/console/test_linear.c $(CONSOLE_STAGE)
tests_console_test_linear_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_own
TESTS += tests/console/test_own
tests_console_test_own_SOURCES = tests/console/test_own.c $(CONSOLE_STAGE)
tests_console_test_own_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_preference
TESTS += tests/console/test_preference
tests_console_test_preference_SOURCES = tests/console/test_preference.c
tests_console_test_preference_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += tests/console/fixtures/alarm-new.json \
	tests/console/fixtures/alarm.json \
	tests/console/fixtures/analyst-agent.json \
	tests/console/fixtures/asked.json \
	tests/console/fixtures/asking.json \
	tests/console/fixtures/asking-number.json \
	tests/console/fixtures/back.json \
	tests/console/fixtures/back-refused.json \
	tests/console/fixtures/callback-free.json \
	tests/console/fixtures/contacts-new.json \
	tests/console/fixtures/callback-lost.json \
	tests/console/fixtures/callback-there.json \
	tests/console/fixtures/callbacks-night.json \
	tests/console/fixtures/callbacks-right.json \
	tests/console/fixtures/callbacks.json \
	tests/console/fixtures/cut.json \
	tests/console/fixtures/cut-again.json \
	tests/console/fixtures/held.json \
	tests/console/fixtures/hold.json \
	tests/console/fixtures/hostile.json \
	tests/console/fixtures/idle.json \
	tests/console/fixtures/let-go.json \
	tests/console/fixtures/let-in.json \
	tests/console/fixtures/lock.json \
	tests/console/fixtures/lock-wrong.json \
	tests/console/fixtures/missed-meanwhile.json \
	tests/console/fixtures/muted-then.json \
	tests/console/fixtures/nailed-asked.json \
	tests/console/fixtures/nailed-called.json \
	tests/console/fixtures/nailed-down.json \
	tests/console/fixtures/nailed-lost.json \
	tests/console/fixtures/no-queue.json \
	tests/console/fixtures/notice.json \
	tests/console/fixtures/offline.json \
	tests/console/fixtures/paused-logged-in.json \
	tests/console/fixtures/paused-missed.json \
	tests/console/fixtures/paused.json \
	tests/console/fixtures/record-paused.json \
	tests/console/fixtures/recorded.json \
	tests/console/fixtures/refused.json \
	tests/console/fixtures/refused-call.json \
	tests/console/fixtures/ringing-callback.json \
	tests/console/fixtures/ringing-accepted.json \
	tests/console/fixtures/ringing-busy.json \
	tests/console/fixtures/ringing-failed.json \
	tests/console/fixtures/ringing-handed-over.json \
	tests/console/fixtures/ringing-missed.json \
	tests/console/fixtures/ringing-over.json \
	tests/console/fixtures/ringing-phone.json \
	tests/console/fixtures/ringing-rejected.json \
	tests/console/fixtures/ringing.json \
	tests/console/fixtures/silent.json \
	tests/console/fixtures/stops.json \
	tests/console/fixtures/supervisor.json \
	tests/console/fixtures/talking-callback.json \
	tests/console/fixtures/talking-cs.json \
	tests/console/fixtures/talking-then.json \
	tests/console/fixtures/calendar-refused.json \
	tests/console/fixtures/marked.json \
	tests/console/fixtures/talking.json \
	tests/console/fixtures/unreachable.json \
	tests/console/fixtures/wrap-up-behind.json \
	tests/console/fixtures/wrap-up-cs.json \
	tests/console/fixtures/wrap-up-fresh.json \
	tests/console/fixtures/wrap-up-gone.json \
	tests/console/fixtures/wrap-up-handed-on.json \
	tests/console/fixtures/wrap-up-no-callback.json \
	tests/console/fixtures/wrap-up-open.json \
	tests/console/fixtures/wrap-up-taken-on.json \
	tests/console/fixtures/wrap-up-timed-out.json \
	tests/console/fixtures/trace.json \
	tests/console/fixtures/trace-refused.json \
	tests/console/fixtures/talking-taken-over.json \
	tests/console/fixtures/dial-refused.json \
	tests/console/fixtures/resting.json \
	tests/console/fixtures/dialling.json \
	tests/console/fixtures/dialling-failed.json \
	tests/console/fixtures/dialling-ended.json \
	tests/console/fixtures/wrap-up.json

# Pictures are the whole folder: each by its name, they made a list longer than
# one argument of a command may be, and there was no tarball.
EXTRA_DIST += tests/console/golden

# Figures, and pictures made of them.
PICTURE = tests/tui/picture.c tests/tui/picture.h

check_PROGRAMS += tests/console/test_figures
TESTS += tests/console/test_figures
tests_console_test_figures_SOURCES = tests/console/test_figures.c
tests_console_test_figures_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_wallboard
TESTS += tests/console/test_wallboard
tests_console_test_wallboard_SOURCES = tests/console/test_wallboard.c \
	tests/console/golden.c tests/console/golden.h \
	tests/console/fixture.c tests/console/fixture.h $(PICTURE)
tests_console_test_wallboard_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += tests/console/fixtures/floor.json

check_PROGRAMS += tests/console/test_boards
TESTS += tests/console/test_boards
tests_console_test_boards_SOURCES = tests/console/test_boards.c $(CONSOLE_STAGE)
tests_console_test_boards_LDADD = $(CONSOLE_TEST_LDADD)

# The recordings, and the player.
check_PROGRAMS += tests/console/test_recordings
TESTS += tests/console/test_recordings
tests_console_test_recordings_SOURCES = tests/console/test_recordings.c \
	$(CONSOLE_STAGE)
tests_console_test_recordings_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/fixtures/listen-ends.json \
	tests/console/fixtures/listen-plays.json \
	tests/console/fixtures/listen-rings.json \
	tests/console/fixtures/recordings-admin.json \
	tests/console/fixtures/recordings-busy.json \
	tests/console/fixtures/erased.json \
	tests/console/fixtures/erased-all.json \
	tests/console/fixtures/erased-refused.json \
	tests/console/fixtures/recordings-few.json \
	tests/console/fixtures/recordings-held.json \
	tests/console/fixtures/recordings-many.json \
	tests/console/fixtures/recordings-lost.json \
	tests/console/fixtures/recordings-no-phone.json \
	tests/console/fixtures/recordings-refused.json \
	tests/console/fixtures/recordings-sorted.json \
	tests/console/fixtures/recordings-unreachable.json \
	tests/console/fixtures/recordings-watcher.json \
	tests/console/fixtures/recordings-wraps-up.json \
	tests/console/fixtures/recordings.json

# The contacts that there are and were.
check_PROGRAMS += tests/console/test_contacts
TESTS += tests/console/test_contacts
tests_console_test_contacts_SOURCES = tests/console/test_contacts.c \
	$(CONSOLE_STAGE)
tests_console_test_contacts_LDADD = $(CONSOLE_TEST_LDADD)
EXTRA_DIST += \
	tests/console/fixtures/contacts.json \
	tests/console/fixtures/contacts-many.json \
	tests/console/fixtures/contacts-masked.json \
	tests/console/fixtures/contacts-none.json \
	tests/console/fixtures/contacts-refused.json

# The messages that callers left.
check_PROGRAMS += tests/console/test_inbox
TESTS += tests/console/test_inbox
tests_console_test_inbox_SOURCES = tests/console/test_inbox.c $(CONSOLE_STAGE)
tests_console_test_inbox_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/fixtures/inbox-brought.json \
	tests/console/fixtures/inbox-by-itself.json \
	tests/console/fixtures/inbox-fewer.json \
	tests/console/fixtures/inbox-forwarded.json \
	tests/console/fixtures/inbox-forwarded-before.json \
	tests/console/fixtures/inbox-given.json \
	tests/console/fixtures/inbox-one-for-one.json \
	tests/console/fixtures/inbox-history.json \
	tests/console/fixtures/inbox-history-none.json \
	tests/console/fixtures/inbox-greetings-more.json \
	tests/console/fixtures/inbox-masked.json \
	tests/console/fixtures/inbox-tags.json \
	tests/console/fixtures/inbox-nailed.json \
	tests/console/fixtures/inbox-news.json \
	tests/console/fixtures/inbox-no-agent.json \
	tests/console/fixtures/inbox-no-greetings.json \
	tests/console/fixtures/inbox-other-box.json \
	tests/console/fixtures/inbox-again.json \
	tests/console/fixtures/inbox-own.json \
	tests/console/fixtures/inbox-resting.json \
	tests/console/fixtures/inbox-plays.json \
	tests/console/fixtures/inbox-refused.json \
	tests/console/fixtures/inbox-refused-pin.json \
	tests/console/fixtures/prompt-uses-drafts.json \
	tests/console/fixtures/prompt-uses-many.json \
	tests/console/fixtures/prompt-uses.json \
	tests/console/fixtures/queue-uses.json \
	tests/console/fixtures/routing-figures.json \
	tests/console/fixtures/routing-many.json \
	tests/console/fixtures/inbox-urgent.json \
	tests/console/fixtures/inbox.json

# What people configure.
check_PROGRAMS += tests/console/test_documents
TESTS += tests/console/test_documents
tests_console_test_documents_SOURCES = tests/console/test_documents.c 	$(CONSOLE_STAGE)
tests_console_test_documents_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_matrix
TESTS += tests/console/test_matrix
tests_console_test_matrix_SOURCES = tests/console/test_matrix.c \
	$(CONSOLE_STAGE)
tests_console_test_matrix_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/fixtures/boxes.json \
	tests/console/fixtures/office-conflict.json \
	tests/console/fixtures/office-agents-gone.json \
	tests/console/fixtures/office-agent.json \
	tests/console/fixtures/office-arrivals.json \
	tests/console/fixtures/office-demand.json \
	tests/console/fixtures/office-duties.json \
	tests/console/fixtures/office-line.json \
	tests/console/fixtures/office-plain-agent.json \
	tests/console/fixtures/office-team-refused.json \
	tests/console/fixtures/office-offline.json \
	tests/console/fixtures/office-refusals.json \
	tests/console/fixtures/office-sessions.json \
	tests/console/fixtures/office-settled.json \
	tests/console/fixtures/office-supervisor.json \
	tests/console/fixtures/routing-shadowed.json \
	tests/console/fixtures/routing-unreached.json \
	tests/console/fixtures/routing-valid.json \
	tests/console/fixtures/routing.json \
	tests/console/fixtures/queue-hours-many.json \
	tests/console/fixtures/queue-hours.json \
	tests/console/fixtures/queue-members.json \
	tests/console/fixtures/routing-draft.json \
	tests/console/fixtures/routing-number-refused.json \
	tests/console/fixtures/routing-numbers.json \
	tests/console/fixtures/routing-one-refused.json \
	tests/console/fixtures/routing-rejects.json \
	tests/console/fixtures/routing-replay-none.json \
	tests/console/fixtures/routing-replay-same.json \
	tests/console/fixtures/office.json

# The flows, and their pictures.
check_PROGRAMS += tests/console/test_flows
TESTS += tests/console/test_flows
tests_console_test_flows_SOURCES = tests/console/test_flows.c $(CONSOLE_STAGE)
tests_console_test_flows_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += tests/console/fixtures/flows.json \
	tests/console/fixtures/flows-conflict.json \
	tests/console/fixtures/flows-came.json \
	tests/console/fixtures/flows-late.json \
	tests/console/fixtures/flows-limits.json \
	tests/console/fixtures/flows-ready.json \
	tests/console/fixtures/flows-problems.json \
	tests/console/fixtures/flows-prompts.json \
	tests/console/fixtures/flows-states.json \
	tests/console/fixtures/flows-unfit.json \
	tests/console/fixtures/flows-untried.json \
	tests/console/fixtures/flows-new-refused.json \
	tests/console/fixtures/flows-number.json \
	tests/console/fixtures/flows-tests.json \
	tests/console/fixtures/flows-tests-long.json \
	tests/console/fixtures/flows-unread.json \
	tests/console/fixtures/flows-queues.json \
	tests/console/fixtures/flows-refused.json \
	tests/console/fixtures/flow-versions.json \
	tests/console/fixtures/prompt-versions.json \
	tests/console/fixtures/queue-versions.json \
	tests/console/fixtures/queue-ways.json \
	tests/console/fixtures/queue-versions-stale.json \
	tests/console/fixtures/flows-rings.json \
	tests/console/fixtures/flows-ways-later.json \
	tests/console/fixtures/flows-ways.json \
	tests/console/fixtures/flows-settled.json
