# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libserver.a
libserver_a_SOURCES = \
	src/server/alarms.c src/server/alarms.h \
	src/server/bell.c src/server/bell.h \
	src/server/erasure_again.c src/server/erasure_again.h \
	src/server/erasure_book.c src/server/erasure_book.h \
	src/server/erasures.c src/server/erasures.h \
	src/server/deliveries.c src/server/deliveries.h \
	src/server/errands.c src/server/errands.h \
	src/server/figures.c \
	src/server/former_prompt.c src/server/former_prompt.h \
	src/server/gates.c src/server/gates.h \
	src/server/journal_clock.c src/server/journal_clock.h \
	src/server/life.c src/server/life.h \
	src/server/logging.c \
	src/server/long_start.c src/server/long_start.h \
	src/server/lookup_secrets.c src/server/lookup_secrets.h \
	src/server/lookups.c src/server/lookups.h \
	src/server/notes.c src/server/notes.h \
	src/server/offline.c src/server/offline.h \
	src/server/opening.c \
	src/server/past.c src/server/past.h \
	src/server/recalls.c src/server/recalls.h \
	src/server/prompts.c src/server/prompts.h \
	src/server/sound_sweep.c src/server/sound_sweep.h \
	src/server/replies.c src/server/replies.h \
	src/server/requests.c \
	src/server/secret_file.c src/server/secret_file.h \
	src/server/secrets.c src/server/secrets.h \
	src/server/server.h \
	src/server/service.c src/server/service.h \
	src/server/settings.c src/server/settings.h \
	src/server/settings_calls.c \
	src/server/speeches.c src/server/speeches.h \
	src/server/trunk_watch.c src/server/trunk_watch.h \
	src/server/take.c src/server/take.h \
	src/server/turns.c \
	src/server/visits.c src/server/visits.h \
	src/server/waiting.c src/server/waiting.h \
	src/server/watchdog.c

sbin_PROGRAMS += cclited
cclited_SOURCES = src/server/main.c
cclited_LDADD = libserver.a libweb.a libjobs.a libcalls.a libsip.a libmedia.a \
	libstore.a libwire.a libcore.a liblang.a libbase.a \
	$(LWS_LIBS) $(SODIUM_LIBS) $(RE_LIBS) $(SRTP_LIBS) $(SQLITE_LIBS) $(JANSSON_LIBS) \
	$(CURL_LIBS) $(ICU_LIBS)
