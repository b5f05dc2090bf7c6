#include "server.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

uint8_t *feed_compress(const uint8_t *bytes, size_t count, size_t *compressed) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  size_t room = deflateBound(&stream, count);
  uint8_t *output = malloc(room);
  if (output != NULL) {
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    stream.next_out = output;
    stream.avail_out = (uInt)room;
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) {
      free(output);
      output = NULL;
    }
    *compressed = room - stream.avail_out;
  }
  deflateEnd(&stream);
  return output;
}
