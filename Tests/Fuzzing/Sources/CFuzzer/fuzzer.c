#include "fuzzer.h"

// Weak, because the program has a main of its own and is built without libFuzzer too. SwiftPM gives
// every program a main, so that libFuzzer's own never comes to run.
extern int LLVMFuzzerRunDriver(int *, char ***, fuzz_one) __attribute__((weak));
extern size_t LLVMFuzzerMutate(uint8_t *, size_t, size_t) __attribute__((weak));

int fuzz_run(int *count, char ***arguments, fuzz_one one) {
  return LLVMFuzzerRunDriver ? LLVMFuzzerRunDriver(count, arguments, one) : -1;
}

size_t fuzz_change(uint8_t *bytes, size_t count, size_t most) {
  return LLVMFuzzerMutate ? LLVMFuzzerMutate(bytes, count, most) : count;
}
