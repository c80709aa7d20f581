# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libmedia.a
libmedia_a_SOURCES = \
	src/media/address.c src/media/address.h \
	src/media/carry_out.c \
	src/media/cipher.c src/media/cipher.h \
	src/media/command.c src/media/command.h \
	src/media/description.h \
	src/media/digit_receiver.c src/media/digit_receiver.h \
	src/media/digit_sender.c src/media/digit_sender.h \
	src/media/drop.def \
	src/media/event.h \
	src/media/g711.c src/media/g711.h \
	src/media/lag.c src/media/lag.h \
	src/media/latch.c src/media/latch.h \
	src/media/media.c src/media/media.h \
	src/media/media_command.c \
	src/media/media_inside.h \
	src/media/media_open.c \
	src/media/music.c src/media/music.h \
	src/media/octets.h \
	src/media/peaks.c src/media/peaks.h \
	src/media/player.c src/media/player.h \
	src/media/quiet.c src/media/quiet.h \
	src/media/port_pool.c src/media/port_pool.h \
	src/media/recorder.c src/media/recorder.h \
	src/media/recording_file.c src/media/recording_file.h \
	src/media/rtcp_report.c src/media/rtcp_report.h \
	src/media/rtp_outgoing.c src/media/rtp_outgoing.h \
	src/media/rtp_packet.c src/media/rtp_packet.h \
	src/media/rtp_reception.c src/media/rtp_reception.h \
	src/media/sine.c src/media/sine.h \
	src/media/sound.c src/media/sound.h \
	src/media/sound_octets.h \
	src/media/spool.c src/media/spool.h \
	src/media/stats.c src/media/stats.h \
	src/media/stats_cell.c src/media/stats_cell.h \
	src/media/stream.c src/media/stream.h \
	src/media/stream_receive.c \
	src/media/stream_record.c \
	src/media/stream_report.c \
	src/media/stream_secret.c \
	src/media/stream_send.c \
	src/media/stream_tell.c \
	src/media/tape.c src/media/tape.h \
	src/media/thread.c src/media/thread.h \
	src/media/thread_ask.c \
	src/media/thread_inside.h \
	src/media/thread_life.c \
	src/media/tone.c src/media/tone.h \
	src/media/wav.c src/media/wav.h
