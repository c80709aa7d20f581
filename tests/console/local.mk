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
	$(ICU_LIBS) $(CMOCKA_LIBS)

tests_console_test_golden_SOURCES = tests/console/test_golden.c \
	tests/console/golden.def $(CONSOLE_STAGE)
tests_console_test_golden_CFLAGS = $(TEST_CFLAGS)
tests_console_test_golden_LDADD = $(CONSOLE_TEST_LDADD)
tests_console_test_keys_SOURCES = tests/console/test_keys.c $(CONSOLE_STAGE)
tests_console_test_keys_CFLAGS = $(TEST_CFLAGS)
tests_console_test_keys_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_condition_rows
TESTS += tests/console/test_condition_rows
tests_console_test_condition_rows_SOURCES = \
	tests/console/test_condition_rows.c
tests_console_test_condition_rows_CFLAGS = $(TEST_CFLAGS)
tests_console_test_condition_rows_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_typed_moment
TESTS += tests/console/test_typed_moment
tests_console_test_typed_moment_SOURCES = \
	tests/console/test_typed_moment.c
tests_console_test_typed_moment_CFLAGS = $(TEST_CFLAGS)
tests_console_test_typed_moment_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_ladder
TESTS += tests/console/test_ladder
tests_console_test_ladder_SOURCES = tests/console/test_ladder.c
tests_console_test_ladder_CFLAGS = $(TEST_CFLAGS)
tests_console_test_ladder_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_linear
TESTS += tests/console/test_linear
tests_console_test_linear_SOURCES = tests/console/test_linear.c $(CONSOLE_STAGE)
tests_console_test_linear_CFLAGS = $(TEST_CFLAGS)
tests_console_test_linear_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_own
TESTS += tests/console/test_own
tests_console_test_own_SOURCES = tests/console/test_own.c $(CONSOLE_STAGE)
tests_console_test_own_CFLAGS = $(TEST_CFLAGS)
tests_console_test_own_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_preference
TESTS += tests/console/test_preference
tests_console_test_preference_SOURCES = tests/console/test_preference.c
tests_console_test_preference_CFLAGS = $(TEST_CFLAGS)
tests_console_test_preference_LDADD = $(CONSOLE_TEST_LDADD)

pictures = \
	01-sign-in \
	01-refused \
	01-capitals \
	01-relabelled \
	01-unreachable \
	02-idle \
	02-paused \
	02-paused-missed \
	02-paused-logged-in \
	02-nailed-down \
	02-nailed-lost \
	02-nailed-called \
	02-refused-call \
	02-no-agent \
	02-callbacks 02-no-queue \
	03-states \
	03-states-in-call \
	04-ringing \
	04-ringing-accepted \
	04-ringing-phone \
	04-callback \
	04-hostile \
	05-callback \
	05-talking \
	05-then-lunch \
	05-letters \
	05-hold-muted \
	05-recorded \
	05-record-paused \
	05-muted-then \
	07-asked \
	07-nailed-asked \
	07-asking \
	07-asking-number \
	06-transfer \
	06-transfer-number \
	06-transfer-nobody \
	06-transfer-paused \
	07-keypad \
	08-wrap-up \
	08-wrap-up-find \
	08-wrap-up-notes \
	08-wrap-up-call-back \
	08-wrap-up-called-back \
	08-wrap-up-open \
	08-wrap-up-gone \
	08-wrap-up-unknown \
	08-wrap-up-pause \
	09-callbacks \
	09-callbacks-team \
	09-callbacks-done \
	09-callbacks-none \
	09-callbacks-later \
	09-callbacks-add \
	09-callbacks-dismiss \
	09-callbacks-night \
	09-callbacks-anyway \
	09-callbacks-wide \
	40-help \
	41-palette \
	41-recent \
	41-go \
	01-locked \
	01-locked-refused \
	01-locked-small \
	44-offline \
	44-waiting \
	44-waiting-typing \
	44-waiting-wrap-up \
	44-waiting-small \
	44-refused \
	44-link \
	44-call-ended \
	44-stops \
	44-back \
	44-second-console \
	45-small-idle \
	45-small-call \
	45-small-wrap-up \
	45-large-call \
	46-switched
EXTRA_DIST += $(foreach name,$(pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant))) \
	tests/console/fixtures/alarm-new.json \
	tests/console/fixtures/alarm.json \
	tests/console/fixtures/asked.json \
	tests/console/fixtures/asking.json \
	tests/console/fixtures/asking-number.json \
	tests/console/fixtures/back.json \
	tests/console/fixtures/back-refused.json \
	tests/console/fixtures/callbacks-night.json \
	tests/console/fixtures/callbacks-right.json \
	tests/console/fixtures/callbacks.json \
	tests/console/fixtures/cut.json \
	tests/console/fixtures/cut-again.json \
	tests/console/fixtures/hold.json \
	tests/console/fixtures/hostile.json \
	tests/console/fixtures/idle.json \
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
	tests/console/fixtures/ringing-missed.json \
	tests/console/fixtures/ringing-over.json \
	tests/console/fixtures/ringing-phone.json \
	tests/console/fixtures/ringing-rejected.json \
	tests/console/fixtures/ringing.json \
	tests/console/fixtures/silent.json \
	tests/console/fixtures/stops.json \
	tests/console/fixtures/supervisor.json \
	tests/console/fixtures/talking-callback.json \
	tests/console/fixtures/talking-then.json \
	tests/console/fixtures/talking.json \
	tests/console/fixtures/unreachable.json \
	tests/console/fixtures/wrap-up-fresh.json \
	tests/console/fixtures/wrap-up-gone.json \
	tests/console/fixtures/wrap-up-open.json \
	tests/console/fixtures/trace.json \
	tests/console/fixtures/trace-refused.json \
	tests/console/fixtures/wrap-up.json

# Figures, and pictures made of them.
PICTURE = tests/tui/picture.c tests/tui/picture.h

check_PROGRAMS += tests/console/test_figures
TESTS += tests/console/test_figures
tests_console_test_figures_SOURCES = tests/console/test_figures.c
tests_console_test_figures_CFLAGS = $(TEST_CFLAGS)
tests_console_test_figures_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_wallboard
TESTS += tests/console/test_wallboard
tests_console_test_wallboard_SOURCES = tests/console/test_wallboard.c \
	tests/console/golden.c tests/console/golden.h \
	tests/console/fixture.c tests/console/fixture.h $(PICTURE)
tests_console_test_wallboard_CFLAGS = $(TEST_CFLAGS)
tests_console_test_wallboard_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/golden/wallboard-80x24-en.txt \
	tests/console/golden/wallboard-80x24-es.txt \
	tests/console/golden/wallboard-80x24-cs.txt \
	tests/console/golden/wallboard-80x24-ascii.txt \
	tests/console/golden/wallboard-160x45-en.txt \
	tests/console/golden/wallboard-160x45-cs.txt \
	tests/console/golden/wallboard-40x12-en.txt \
	tests/console/golden/wallboard-queue-80x24-en.txt \
	tests/console/golden/wallboard-unknown-80x24-en.txt \
	tests/console/golden/wallboard-crowd-80x24-en.txt
EXTRA_DIST += tests/console/fixtures/floor.json
board_pictures = 10-cockpit \
	10-cockpit-new \
	10-cockpit-seen \
	10-cockpit-state \
	10-cockpit-end \
	11-cockpit \
	11-cockpit-team \
	12-wallboard \
	12-wallboard-keys \
	12-wallboard-old \
	13-wallboard
EXTRA_DIST += $(foreach name,$(board_pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant)))

check_PROGRAMS += tests/console/test_boards
TESTS += tests/console/test_boards
tests_console_test_boards_SOURCES = tests/console/test_boards.c $(CONSOLE_STAGE)
tests_console_test_boards_CFLAGS = $(TEST_CFLAGS)
tests_console_test_boards_LDADD = $(CONSOLE_TEST_LDADD)

# The recordings, and the player.
check_PROGRAMS += tests/console/test_recordings
TESTS += tests/console/test_recordings
tests_console_test_recordings_SOURCES = tests/console/test_recordings.c \
	$(CONSOLE_STAGE)
tests_console_test_recordings_CFLAGS = $(TEST_CFLAGS)
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
sound_pictures = 24-trace 23-recordings \
	23-recordings-by-agent \
	23-recordings-delete \
	23-recordings-delete-many \
	23-recordings-erase \
	23-recordings-erase-contact \
	23-recordings-marked \
	23-recordings-details \
	23-recordings-details-wide \
	23-recordings-filter \
	23-recordings-find \
	23-recordings-hostile \
	23-recordings-plays \
	23-recordings-rings \
	23-recordings-small \
	23-recordings-wide
EXTRA_DIST += $(foreach name,$(sound_pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant)))

# The messages that callers left.
check_PROGRAMS += tests/console/test_inbox
TESTS += tests/console/test_inbox
tests_console_test_inbox_SOURCES = tests/console/test_inbox.c $(CONSOLE_STAGE)
tests_console_test_inbox_CFLAGS = $(TEST_CFLAGS)
tests_console_test_inbox_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/fixtures/inbox-by-itself.json \
	tests/console/fixtures/inbox-fewer.json \
	tests/console/fixtures/inbox-greetings-more.json \
	tests/console/fixtures/inbox-masked.json \
	tests/console/fixtures/inbox-nailed.json \
	tests/console/fixtures/inbox-news.json \
	tests/console/fixtures/inbox-no-agent.json \
	tests/console/fixtures/inbox-no-greetings.json \
	tests/console/fixtures/inbox-other-box.json \
	tests/console/fixtures/inbox-own.json \
	tests/console/fixtures/inbox-plays.json \
	tests/console/fixtures/inbox-refused.json \
	tests/console/fixtures/inbox-refused-pin.json \
	tests/console/fixtures/prompt-uses-many.json \
	tests/console/fixtures/prompt-uses.json \
	tests/console/fixtures/inbox-urgent.json \
	tests/console/fixtures/inbox.json
inbox_pictures = 25-inbox \
	25-inbox-erased \
	25-inbox-forward \
	25-greetings 25-greetings-days 25-greetings-text \
	25-inbox-give \
	25-inbox-give-marked \
	25-inbox-marked \
	25-inbox-news \
	25-inbox-plays \
	25-inbox-small \
	25-inbox-wide
EXTRA_DIST += $(foreach name,$(inbox_pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant)))

# What people configure.
check_PROGRAMS += tests/console/test_documents
TESTS += tests/console/test_documents
tests_console_test_documents_SOURCES = tests/console/test_documents.c 	$(CONSOLE_STAGE)
tests_console_test_documents_CFLAGS = $(TEST_CFLAGS)
tests_console_test_documents_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_matrix
TESTS += tests/console/test_matrix
tests_console_test_matrix_SOURCES = tests/console/test_matrix.c \
	$(CONSOLE_STAGE)
tests_console_test_matrix_CFLAGS = $(TEST_CFLAGS)
tests_console_test_matrix_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/fixtures/boxes.json \
	tests/console/fixtures/office-conflict.json \
	tests/console/fixtures/office-agent.json \
	tests/console/fixtures/office-duties.json \
	tests/console/fixtures/office-line.json \
	tests/console/fixtures/office-plain-agent.json \
	tests/console/fixtures/office-team-refused.json \
	tests/console/fixtures/office-offline.json \
	tests/console/fixtures/office-refusals.json \
	tests/console/fixtures/office-sessions.json \
	tests/console/fixtures/office-settled.json \
	tests/console/fixtures/office-supervisor.json \
	tests/console/fixtures/routing-valid.json \
	tests/console/fixtures/routing.json \
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
document_pictures = \
	14-disposition-form \
	48-prompt-form \
	48-prompt-uses \
	17-rules 17-rules-wide 17-rules-marked 17-rules-draft 17-rules-draft-wide \
	17-rules-publish 17-rules-difference 17-rules-versions \
	17-rule-form 17-condition 17-condition-part \
	17-condition-mistake 17-hours 17-hours-form 17-lists 17-list-import \
	17-list-number-add 17-list-numbers \
	18-replay \
	18-test \
	48-prompts \
	14-dispositions \
	14-boxes \
	14-box-form \
	14-entries \
	14-entry-form \
	14-pause-reason-form \
	14-pause-reasons \
	14-queue-agents \
	14-queue-closing \
	14-queue-opening \
	14-queue-delete \
	14-queues \
	14-queues-wide \
	14-queue-copy \
	14-waiting \
	14-waiting-nobody \
	14-waiting-why \
	14-waiting-wide \
	14-waiting-withdraw \
	16-duties \
	16-duties-changed \
	16-duties-delay \
	16-duties-teams \
	16-duties-wide \
	16-levels \
	16-levels-changed \
	15-history \
	15-history-back \
	15-queue-effect \
	15-hours 15-hours-night 15-hours-none 15-members 15-members-teams \
	15-history-tab 15-queue-form \
	15-queue-wrap-up \
	37-agent-form \
	37-agents \
	37-phone-form \
	37-phones \
	37-team-form \
	37-teams \
	37-user-disable \
	37-user-end-session \
	37-user-form \
	37-user-password \
	37-user-sessions \
	37-users \
	38-trunk-form \
	38-trunks \
	38-trunks-busy \
	39-settings \
	39-settings-agent \
	43-conflict \
	43-field-error
EXTRA_DIST += $(foreach name,$(document_pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant)))

# The flows, and their pictures.
check_PROGRAMS += tests/console/test_flows
TESTS += tests/console/test_flows
tests_console_test_flows_SOURCES = tests/console/test_flows.c $(CONSOLE_STAGE)
tests_console_test_flows_CFLAGS = $(TEST_CFLAGS)
tests_console_test_flows_LDADD = $(CONSOLE_TEST_LDADD)

flow_pictures = 19-flows 19-flow-new 19-flow 19-flow-aiming 19-flow-moved \
	19-flow-overview 19-flow-type 19-flow-versions 19-flow-node 19-flow-arranged \
	20-flow-wide 20-flow-survey \
	21-flow-node-form 22-flow-house 22-flow-test \
	22-flow-number 22-flow-tests
EXTRA_DIST += tests/console/fixtures/flows.json \
	tests/console/fixtures/flows-conflict.json \
	tests/console/fixtures/flows-new-refused.json \
	tests/console/fixtures/flows-number.json \
	tests/console/fixtures/flows-tests.json \
	tests/console/fixtures/flows-queues.json \
	tests/console/fixtures/flows-refused.json \
	tests/console/fixtures/flow-versions.json \
	tests/console/fixtures/queue-versions.json \
	tests/console/fixtures/queue-versions-stale.json \
	tests/console/fixtures/flows-settled.json \
	$(foreach name,$(flow_pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant)))
