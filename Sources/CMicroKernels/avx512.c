// 16 lanes and 32 registers: 24 sums, 3 vectors of cells, and weights straight from memory.
#include "internal.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,fma"))), apply_to = function)

#define NAME "avx512"
#define LANES 16
#define TILE_ROWS 8
#define TILE_VECTORS 3
#define PANEL_VECTORS 2
#define PANEL_COLUMNS 14
#define FILTER_ROWS 6
#define FILTER_VECTORS 4
#define PAIR_ROWS 4
#define PAIR_TAPS 6
#define LOW(a, b) \
  __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define HIGH(a, b) \
  __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#define EVEN(a, b) \
  __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)
#define ODD(a, b) \
  __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)
#define NEXT(a, b) \
  __builtin_shufflevector(a, b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 30)
#define LAST(a, b) \
  __builtin_shufflevector(a, b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 31)
// A store under a mask; there is no way to say it in vector extensions.
#define STORE_FIRST(target, value, count) \
  __builtin_ia32_storeups512_mask((target), (value), (unsigned short)(0xffffu >> (16 - (count))))
#include "kernels.inc"

#pragma clang attribute pop

const CMKKernels *cmk_avx512(void) { return &kernels; }

#else

const CMKKernels *cmk_avx512(void) { return NULL; }

#endif
