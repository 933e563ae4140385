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
  // The same with filters in the lanes: up to `panel_vectors` vectors of filters × `panel_columns` cells.
  ptrdiff_t panel_vectors, panel_columns;
  // Output rows that `filter` makes at a time.
  ptrdiff_t filter_rows;

  // A register tile: output[m·stride + p] = bias[m] + Σ_k weights[k·tile_rows + m] · input[offsets[k] + p], k in order, for
  // m < `rows` and p < `vectors`·lanes, with 1 ≤ vectors ≤ tile_vectors and 1 ≤ rows ≤ tile_rows.
  // `bias` holds tile_rows values.
  void (*_Nonnull tile)(
      ptrdiff_t vectors, ptrdiff_t rows, ptrdiff_t terms, const float *_Nonnull input, const int32_t *_Nonnull offsets,
      const float *_Nonnull weights, const float *_Nonnull bias, float *_Nonnull output, ptrdiff_t stride);

  // The tile with filters in its lanes: output[m·stride + p] = bias[m] + Σ_k weights[k·vectors·lanes + m] · input[offsets[k] + p·step],
  // k in order, for m < `rows` ≤ vectors·lanes and p < `columns` ≤ panel_columns, with `vectors` 1 or panel_vectors.
  // `bias` holds vectors·lanes values.
  void (*_Nonnull panel)(
      ptrdiff_t vectors, ptrdiff_t columns, ptrdiff_t rows, ptrdiff_t terms, const float *_Nonnull input, ptrdiff_t step,
      const int32_t *_Nonnull offsets, const float *_Nonnull weights, const float *_Nonnull bias,
      float *_Nonnull output, ptrdiff_t stride);

  // One filter: output[p] = bias + Σ_k weights[k] · input[offsets[k] + p], for p < vectors·lanes.
  void (*_Nonnull plane)(
      ptrdiff_t vectors, ptrdiff_t terms, const float *_Nonnull input, const int32_t *_Nonnull offsets,
      const float *_Nonnull weights, float bias, float *_Nonnull output);

  // One channel, dense taps: output[i·stride + j] = bias + Σ_b Σ_a weights[b·height + a] · rows[i + a][j + b], b before a,
  // for i < `count` ≤ filter_rows and j < columns, with columns ≥ lanes and height, width ≥ 1. Weights stand column by column.
  // `rows` holds filter_rows + height − 1 rows of columns + width − 1 cells, whatever `count` is.
  void (*_Nonnull filter)(
      const float *_Nonnull const *_Nonnull rows, ptrdiff_t height, ptrdiff_t width, const float *_Nonnull weights,
      float bias, ptrdiff_t count, ptrdiff_t columns, float *_Nonnull output, ptrdiff_t stride);

  // As `filter`, with zeros beside the rows: output[i·stride + j] = bias + Σ_b Σ_a weights[b·height + a] · cell(i + a, j + b − before)
  // with cell(r, c) = rows[r][c] for 0 ≤ c < cells and 0 elsewhere, for any number i < `count` of rows and j < columns, with
  // columns ≥ lanes. `rows` holds count + height − 1 rows and filter_rows − 1 more, whose values do not matter.
  // Cells −before to columns + width − 2 − before of each row are read, and ignored outside 0..<cells.
  void (*_Nonnull depthwise)(
      const float *_Nonnull const *_Nonnull rows, ptrdiff_t cells, ptrdiff_t before, ptrdiff_t height, ptrdiff_t width,
      const float *_Nonnull weights, float bias, ptrdiff_t count, ptrdiff_t columns, float *_Nonnull output,
      ptrdiff_t stride);

  // target[m·target_stride + p] = source[m·source_stride + p] for m < rows and p < count.
  void (*_Nonnull copy)(
      ptrdiff_t rows, ptrdiff_t count, const float *_Nonnull source, ptrdiff_t source_stride, float *_Nonnull target,
      ptrdiff_t target_stride);

  // Every `step`-th cell: output[b·stride + i] = source[i·step + b] for b < step, wherever i·step + b < count.
  void (*_Nonnull split)(
      const float *_Nonnull source, ptrdiff_t count, ptrdiff_t step, float *_Nonnull output, ptrdiff_t stride);

  // The way back of `split`: output[i·step + b] = source[b·stride + i], wherever i·step + b < count.
  void (*_Nonnull merge)(
      const float *_Nonnull source, ptrdiff_t stride, ptrdiff_t step, ptrdiff_t count, float *_Nonnull output);

  // Winograd F(4×4, 3×3), a vector of neighbouring tiles: output[x·stride + t] for x < 36, t < lanes, is Bᵀ d B of the 6×6
  // cells of tile t, where cell (i, j) stands at source[i·row + (j mod 4)·phase + j div 4 + t].
  void (*_Nonnull winograd_input)(
      const float *_Nonnull source, ptrdiff_t row, ptrdiff_t phase, float *_Nonnull output, ptrdiff_t stride);

  // The way back: output[i·row + 4·t + j] = bias + (Aᵀ m A)(i, j) of tile t for i, j < 4, t < lanes, with
  // m(x) = source[x·stride + t].
  void (*_Nonnull winograd_output)(
      const float *_Nonnull source, ptrdiff_t stride, float bias, float *_Nonnull output, ptrdiff_t row);

  // Multiply-adds on registers alone, for measuring the processor's peak; returns their number of float operations.
  double (*_Nonnull peak)(ptrdiff_t rounds, float *_Nonnull sink);
} CMKKernels;

// The kernels of that name, or null where the processor cannot run them. "plain" always exists.
const CMKKernels *_Nullable cmk_named(const char *_Nonnull name);

// The widest kernels that the processor runs; the environment variable CONVOSCOPE_VECTORS may name narrower ones.
const CMKKernels *_Nonnull cmk_best(void);

#endif
