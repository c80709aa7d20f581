/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libre's headers, which have no guards of their own, once and in order. */

#ifndef SIP_LIBRE_H
#define SIP_LIBRE_H

#include <re_types.h>
#include <re_fmt.h>
#include <re_mem.h>
#include <re_mbuf.h>
#include <re_sa.h>
#include <re_list.h>
#include <re_hash.h>
#include <re_main.h>
#include <re_net.h>
#include <re_sys.h>
#include <re_md5.h>
#include <re_hmac.h>
#include <re_httpauth.h>
#include <re_tmr.h>
#include <re_uri.h>
#include <re_tcp.h>
#include <re_srtp.h>
#define USE_OPENSSL /* as Debian built it */
#include <re_tls.h>
#undef USE_OPENSSL
#include <re_udp.h>
#include <re_msg.h>
#include <re_sip.h>
#include <re_sipreg.h>
#include <re_sdp.h>
#include <re_dns.h>

#endif
