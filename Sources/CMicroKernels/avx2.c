// 8 lanes and 16 registers: 12 sums, 2 vectors of cells and a weight.
#include "internal.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define NAME "avx2"
#define LANES 8
#define TILE_ROWS 6
#define TILE_VECTORS 2
#define PANEL_VECTORS 2
#define PANEL_COLUMNS 6
#define FILTER_ROWS 5
#define FILTER_VECTORS 2
#define PAIR_ROWS 3
#define PAIR_TAPS 4
#define LOW(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define HIGH(a, b) __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#define EVEN(a, b) __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14)
#define ODD(a, b) __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15)
#define NEXT(a, b) __builtin_shufflevector(a, b, 1, 2, 3, 4, 5, 6, 7, 14)
#define LAST(a, b) __builtin_shufflevector(a, b, 1, 2, 3, 4, 5, 6, 7, 15)
#include "kernels.inc"

#pragma clang attribute pop

const CMKKernels *cmk_avx2(void) { return &kernels; }

#else

const CMKKernels *cmk_avx2(void) { return NULL; }

#endif
