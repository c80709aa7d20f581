# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES =
libbase_a_SOURCES += src/base/base64.c src/base/base64.h
libbase_a_SOURCES += src/base/breaker.c src/base/breaker.h
libbase_a_SOURCES += src/base/clock.c src/base/clock.h
libbase_a_SOURCES += src/base/config.c src/base/config.h
libbase_a_SOURCES += src/base/csv.c src/base/csv.h
libbase_a_SOURCES += src/base/config_file.c src/base/config_inside.h
libbase_a_SOURCES += src/base/descriptor.c src/base/descriptor.h
libbase_a_SOURCES += src/base/entropy.c src/base/entropy.h
libbase_a_SOURCES += src/base/fifo.c src/base/fifo.h
libbase_a_SOURCES += src/base/file.c src/base/file.h
libbase_a_SOURCES += src/base/hmac.c src/base/hmac.h
libbase_a_SOURCES += src/base/home.c src/base/home.h
libbase_a_SOURCES += src/base/line.c src/base/line.h
libbase_a_SOURCES += src/base/log.c src/base/log.h
libbase_a_SOURCES += src/base/loudness.c src/base/loudness.h
libbase_a_SOURCES += src/base/mailbox.c src/base/mailbox.h
libbase_a_SOURCES += src/base/mark.h
libbase_a_SOURCES += src/base/md5.c src/base/md5.h
libbase_a_SOURCES += src/base/object.c src/base/object.h
libbase_a_SOURCES += src/base/pulse.c src/base/pulse.h
libbase_a_SOURCES += src/base/restricted.c src/base/restricted.h
libbase_a_SOURCES += src/base/setting.c src/base/setting.h
libbase_a_SOURCES += src/base/sha1.c src/base/sha1.h
libbase_a_SOURCES += src/base/sha256.c src/base/sha256.h
libbase_a_SOURCES += src/base/text.c src/base/text.h \
	src/base/text_diff.c src/base/text_diff.h
libbase_a_SOURCES += src/base/trace.c src/base/trace.h
libbase_a_SOURCES += src/base/trace_book.c src/base/trace_book.h
libbase_a_SOURCES += src/base/trace_text.c src/base/trace_text.h \
	src/base/trace_mask.c src/base/trace_lines.c src/base/trace_lines.h
libbase_a_SOURCES += src/base/tree.c src/base/tree.h
