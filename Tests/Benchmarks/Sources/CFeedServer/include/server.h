#ifndef FEED_SERVER_H
#define FEED_SERVER_H

#include <stddef.h>
#include <stdint.h>

/// One body, compressed already.
struct feed {
  const uint8_t *bytes;
  size_t count;
};

/// Serves feed N at /N on all addresses of the machine until a request for /end comes; 304 to whoever
/// sends an If-None-Match. Each answer waits for `latency` milliseconds after its request. /figures
/// tells, as three numbers in text, the requests, the connections that were accepted, and how many of
/// them were open at most; then all three begin anew.
///
/// Writes the port to standard output. Returns 0, or the number of a system error.
int feed_server_run(const struct feed *feeds, size_t count, int latency);

/// The bytes as gzip at zlib's usual level, in memory of `malloc`; NULL if there is none.
uint8_t *feed_compress(const uint8_t *bytes, size_t count, size_t *compressed);

#endif
