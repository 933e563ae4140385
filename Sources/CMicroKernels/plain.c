// 4 lanes of the architecture's baseline: SSE2 on x86-64 (16 registers, no fused multiply-add), NEON on arm64 (32 registers).
#include "internal.h"

#define NAME "plain"
#define LANES 4
#if defined(__aarch64__)
#define TILE_ROWS 8
#define TILE_VECTORS 3
#define PANEL_VECTORS 2
#define PANEL_COLUMNS 6
#define FILTER_ROWS 6
#define FILTER_VECTORS 4
#define PAIR_ROWS 4
#define PAIR_TAPS 6
#else
#define TILE_ROWS 6
#define TILE_VECTORS 2
#define PANEL_VECTORS 2
#define PANEL_COLUMNS 6
#define FILTER_ROWS 6
#define FILTER_VECTORS 2
#define PAIR_ROWS 3
#define PAIR_TAPS 3
#endif
#define LOW(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define HIGH(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#define EVEN(a, b) __builtin_shufflevector(a, b, 0, 2, 4, 6)
#define ODD(a, b) __builtin_shufflevector(a, b, 1, 3, 5, 7)
#define NEXT(a, b) __builtin_shufflevector(a, b, 1, 2, 3, 6)
#define LAST(a, b) __builtin_shufflevector(a, b, 1, 2, 3, 7)
#include "kernels.inc"

const CMKKernels *cmk_plain(void) { return &kernels; }
