# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libworker.a
libworker_a_SOURCES = \
	src/worker/cage.c src/worker/cage.h \
	src/worker/resample.c src/worker/resample.h \
	src/worker/samples.c src/worker/samples.h \
	src/worker/speech.c src/worker/speech.h \
	src/worker/task.c src/worker/task.h \
	src/worker/wave.c src/worker/wave.h

libexec_PROGRAMS += cclite-worker
cclite_worker_SOURCES = src/worker/main.c
cclite_worker_LDADD = libworker.a libmedia.a libwire.a libcore.a libbase.a \
	$(ESPEAK_NG_LIBS) $(SPEEXDSP_LIBS) $(SECCOMP_LIBS) $(JANSSON_LIBS) -lm
