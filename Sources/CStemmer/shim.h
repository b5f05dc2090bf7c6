#ifndef MINGLE_CSTEMMER_SHIM_H
#define MINGLE_CSTEMMER_SHIM_H

#include <libstemmer.h>

#endif
