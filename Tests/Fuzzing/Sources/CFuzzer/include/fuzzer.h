#ifndef MINGLE_FUZZER_H
#define MINGLE_FUZZER_H

#include <stddef.h>
#include <stdint.h>

typedef int (*fuzz_one)(const uint8_t *bytes, size_t count);

// Lets libFuzzer work with the arguments of the program until it has enough; -1 where the program
// was built without it.
int fuzz_run(int *count, char ***arguments, fuzz_one one);

// One of libFuzzer's own changes; returns the new length.
size_t fuzz_change(uint8_t *bytes, size_t count, size_t most);

#endif
