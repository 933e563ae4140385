// The innermost loops whose speed hangs on the width of the vector registers, once for each width that a processor may have.
//
// Nothing here allocates, starts threads or knows a convolution's shape: lengths and addresses come from the caller, and each
// function says which cells it reads and writes. All numbers are float32.
#ifndef CMICROKERNELS_H
#define CMICROKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The kernels of one vector width. Pointers to cells need no alignment.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  // "avx512", "avx2" or "plain".
  const char *_Nonnull name;
  // Floats in a vector.
  ptrdiff_t lanes;
  // Sums that a full register tile keeps: `tile_rows` filters × `tile_vectors` vectors of cells.
  ptrdiff_t tile_rows, tile_vectors;

  // A register tile: output[m·stride + p] = bias[m] + Σ_k weights[k·tile_rows + m] · input[offsets[k] + p], k in order, for
  // m < `rows` and p < `vectors`·lanes, with 1 ≤ vectors ≤ tile_vectors and 1 ≤ rows ≤ tile_rows.
  // `bias` holds tile_rows values.
  void (*_Nonnull tile)(
      ptrdiff_t vectors, ptrdiff_t rows, ptrdiff_t terms, const float *_Nonnull input, const int32_t *_Nonnull offsets,
      const float *_Nonnull weights, const float *_Nonnull bias, float *_Nonnull output, ptrdiff_t stride);

  // target[m·target_stride + p] = source[m·source_stride + p] for m < rows and p < count.
  void (*_Nonnull copy)(
      ptrdiff_t rows, ptrdiff_t count, const float *_Nonnull source, ptrdiff_t source_stride, float *_Nonnull target,
      ptrdiff_t target_stride);

  // Every `step`-th cell: output[b·stride + i] = source[i·step + b] for b < step, wherever i·step + b < count.
  void (*_Nonnull split)(
      const float *_Nonnull source, ptrdiff_t count, ptrdiff_t step, float *_Nonnull output, ptrdiff_t stride);

  // Multiply-adds on registers alone, for measuring the processor's peak; returns their number of float operations.
  double (*_Nonnull peak)(ptrdiff_t rounds, float *_Nonnull sink);
} CMKKernels;

// The kernels of that name, or null where the processor cannot run them. "plain" always exists.
const CMKKernels *_Nullable cmk_named(const char *_Nonnull name);

// The widest kernels that the processor runs; the environment variable CONVOSCOPE_VECTORS may name narrower ones.
const CMKKernels *_Nonnull cmk_best(void);

#endif
