# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += librobot.a
librobot_a_SOURCES = \
	src/robot/caller.c src/robot/caller.h \
	src/robot/chance.c src/robot/chance.h \
	src/robot/crowd.c src/robot/crowd.h \
	src/robot/crowd_hear.c src/robot/crowd_inside.h \
	src/robot/desk.c src/robot/desk.h \
	src/robot/ear.c src/robot/ear.h \
	src/robot/handset.c src/robot/handset.h \
	src/robot/options.c src/robot/options.h \
	src/robot/outside.c src/robot/outside.h \
	src/robot/room.h \
	src/robot/tally.c src/robot/tally.h \
	src/robot/voice.c src/robot/voice.h

bin_PROGRAMS += cclite-robots
cclite_robots_SOURCES = src/robot/main.c
cclite_robots_LDADD = librobot.a libsip.a libmedia.a libbase.a $(RE_LIBS) $(SRTP_LIBS) -lm
