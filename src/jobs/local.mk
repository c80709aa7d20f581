# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libjobs.a
libjobs_a_SOURCES = \
	src/jobs/erasure.c src/jobs/erasure.h \
	src/jobs/fetch_address.c src/jobs/fetch_address.h \
	src/jobs/fetch_hosts.c src/jobs/fetch_hosts.h \
	src/jobs/fetch_transfer.c src/jobs/fetch_transfer.h \
	src/jobs/fetcher.c src/jobs/fetcher.h \
	src/jobs/courier.c src/jobs/courier.h \
	src/jobs/mail.c src/jobs/mail.h src/jobs/mail_header.c \
	src/jobs/message_mail.c src/jobs/message_mail.h \
	src/jobs/messages.c src/jobs/messages.h \
	src/jobs/pool.c src/jobs/pool.h \
	src/jobs/prompt_outline.c src/jobs/prompt_outline.h \
	src/jobs/prompt_aside.h \
	src/jobs/prompt_sounds.c src/jobs/prompt_sounds.h \
	src/jobs/prompt_sweep.c \
	src/jobs/query_history.c src/jobs/query_history.h \
	src/jobs/query.c src/jobs/query.h \
	src/jobs/query_previous.c \
	src/jobs/prompt_past.c src/jobs/prompt_past.h \
	src/jobs/query_rules.c src/jobs/query_rules.h \
	src/jobs/query_rule_sums.c src/jobs/query_rule_sums.h \
	src/jobs/query_calls.c src/jobs/query_calls.h \
	src/jobs/query_rule_sets.c src/jobs/query_rule_sets.h \
	src/jobs/rule_replay.c src/jobs/rule_replay.h \
	src/jobs/recordings.c src/jobs/recordings.h \
	src/jobs/speech.c src/jobs/speech.h \
	src/jobs/worker.c src/jobs/worker.h \
	src/jobs/worker_answer.c src/jobs/worker_answer.h \
	src/jobs/worker_process.c src/jobs/worker_process.h \
	src/jobs/worker_tally.c src/jobs/worker_tally.h
