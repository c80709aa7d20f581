# SPDX-License-Identifier: GPL-3.0-or-later
# The recordings, and the player.
libconsole_a_SOURCES += \
	src/console/download.c src/console/download.h \
	src/console/player.c src/console/player.h src/console/sound.h \
	src/console/recordings.c src/console/recordings.h \
	src/console/recordings_draw.c \
	src/console/recordings_inside.h \
	src/console/recordings_may.c \
	src/console/recordings_outline.c \
	src/console/recordings_shelf.c src/console/recordings_shelf.h \
	src/console/recordings_table.c
