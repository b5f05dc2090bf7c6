#ifndef MINGLE_CCURL_SHIM_H
#define MINGLE_CCURL_SHIM_H

// What Swift cannot call by itself: libcurl's variadic functions, zlib's macros, and the few socket
// calls whose names differ from system to system.

#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <netinet/in.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

static inline CURLcode mingle_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode mingle_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode mingle_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode mingle_set_headers(CURL *easy, struct curl_slist *list) {
  return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list);
}

typedef size_t (*mingle_receive)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode mingle_set_receive(CURL *easy, CURLoption option, mingle_receive receive) {
  return curl_easy_setopt(easy, option, receive);
}

typedef curl_socket_t (*mingle_open)(
    void *context, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode mingle_set_open(CURL *easy, mingle_open open) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open);
}

static inline long mingle_get_long(CURL *easy, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline CURLMcode mingle_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

/// Only http and https: the option's name and type changed in 7.85.
static inline CURLcode mingle_allow_http_only(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

/// Lets a transfer end while its host name is still being looked up, instead of waiting for it.
static inline void mingle_leave_lookups(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
  (void)easy;
#endif
}

/// Opens the socket that libcurl asks for; no child process inherits it.
static inline curl_socket_t mingle_open_socket(const struct curl_sockaddr *address) {
  curl_socket_t opened = socket(address->family, address->socktype, address->protocol);
  if (opened != CURL_SOCKET_BAD) (void)fcntl(opened, F_SETFD, FD_CLOEXEC);
  return opened;
}

static inline curl_socket_t mingle_no_socket(void) { return CURL_SOCKET_BAD; }

/// Writes the IP address into `bytes`: 4 or 16 of them, 0 for any other family.
static inline int mingle_ip_bytes(const struct curl_sockaddr *address, uint8_t bytes[16]) {
  if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
    memcpy(bytes, &((const struct sockaddr_in *)(const void *)&address->addr)->sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
    memcpy(bytes, &((const struct sockaddr_in6 *)(const void *)&address->addr)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

/// The same of an address that a lookup gave.
static inline int mingle_name_bytes(const struct sockaddr *address, uint8_t bytes[16]) {
  if (address->sa_family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)(const void *)address)->sin_addr, 4);
    return 4;
  }
  if (address->sa_family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

/// Keeps a peer that hangs up during TLS from ending the whole program.
static inline void mingle_block_broken_pipe(void) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, NULL);
}

/// How many files and sockets the process may have open.
static inline long mingle_file_limit(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > 1 << 20) return 1 << 20;
  return (long)limit.rlim_cur;
}

/// Gives memory that was freed back to the system: glibc keeps that of small texts, for each thread.
static inline void mingle_trim_memory(void) {
#ifdef __GLIBC__
  (void)malloc_trim(0);
#endif
}

/// zlib's `inflateInit2` is a macro; `bits` choose gzip (31), zlib (15) or raw deflate (-15).
static inline int mingle_inflate_start(z_stream *stream, int bits) {
  return inflateInit2(stream, bits);
}

#endif
