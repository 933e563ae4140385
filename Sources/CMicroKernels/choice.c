// Which kernels the processor runs.
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)
static bool runs_avx512(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("fma");
}

static bool runs_avx2(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}
#else
static bool runs_avx512(void) { return false; }
static bool runs_avx2(void) { return false; }
#endif

const CMKKernels *cmk_named(const char *name) {
  if (strcmp(name, "avx512") == 0) return runs_avx512() ? cmk_avx512() : NULL;
  if (strcmp(name, "avx2") == 0) return runs_avx2() ? cmk_avx2() : NULL;
  return strcmp(name, "plain") == 0 ? cmk_plain() : NULL;
}

const CMKKernels *cmk_best(void) {
  const char *wanted = getenv("CONVOSCOPE_VECTORS");
  const CMKKernels *found = wanted ? cmk_named(wanted) : NULL;
  if (!found) found = cmk_named("avx512");
  if (!found) found = cmk_named("avx2");
  return found ? found : cmk_plain();
}
