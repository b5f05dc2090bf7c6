#ifndef MINGLE_LIMIT_H
#define MINGLE_LIMIT_H

#include <stddef.h>

// Reads a document with libxml2's push parser and handlers that do nothing, in pieces of `piece`
// bytes (0: all at once). Returns how many bytes were read before a fault: all, if there is none.
size_t limit_read(const char *bytes, size_t count, size_t piece);

#endif
