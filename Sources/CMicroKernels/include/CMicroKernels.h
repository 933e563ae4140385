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
  // Sums that `correlate` makes at a time. `pair_rows` divides tile_rows.
  ptrdiff_t pair_rows, pair_taps;

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
  // `rows` holds filter_rows + height − 1 rows of columns + width − 1 cells, whatever `count` is. `streams` is for pictures
  // larger than the caches: then filter_rows rows more follow, which are fetched ahead for the next call, and where `stride` is a
  // multiple of `lanes`, output goes past the caches to memory.
  void (*_Nonnull filter)(
      const float *_Nonnull const *_Nonnull rows, ptrdiff_t height, ptrdiff_t width, const float *_Nonnull weights,
      float bias, ptrdiff_t count, ptrdiff_t columns, float *_Nonnull output, ptrdiff_t stride, bool streams);

  // As `filter`, with zeros beside the rows: output[i·stride + j] = bias + Σ_b Σ_a weights[b·height + a] · cell(i + a, j + b − before)
  // with cell(r, c) = rows[r][c] for 0 ≤ c < cells and 0 elsewhere, for any number i < `count` of rows and j < columns, with
  // columns ≥ lanes. `rows` holds count + height − 1 rows and filter_rows − 1 more, whose values do not matter.
  // Cells −before to columns + width − 2 − before of each row are read, and ignored outside 0..<cells.
  void (*_Nonnull depthwise)(
      const float *_Nonnull const *_Nonnull rows, ptrdiff_t cells, ptrdiff_t before, ptrdiff_t height, ptrdiff_t width,
      const float *_Nonnull weights, float bias, ptrdiff_t count, ptrdiff_t columns, float *_Nonnull output,
      ptrdiff_t stride);

  // A few cells of `filter`, bit for bit: output[i·stride + j] = bias + Σ_b Σ_a weights[b·height + a] · input[(i + a)·step + j + b]
  // for i < rows, j < columns. The cells read are those of `rows` and `columns` rounded up to a multiple of 8.
  void (*_Nonnull patch)(
      const float *_Nonnull input, ptrdiff_t step, ptrdiff_t height, ptrdiff_t width, const float *_Nonnull weights,
      float bias, ptrdiff_t rows, ptrdiff_t columns, float *_Nonnull output, ptrdiff_t stride);

  // target[m·target_stride + p] = source[m·source_stride + p] for m < rows and p < count.
  void (*_Nonnull copy)(
      ptrdiff_t rows, ptrdiff_t count, const float *_Nonnull source, ptrdiff_t source_stride, float *_Nonnull target,
      ptrdiff_t target_stride);

  // Asks for cells that will soon be read, or written, without waiting for them: source[m·stride + p] for m < rows and p < count.
  // Addresses need not be valid.
  void (*_Nonnull fetch)(ptrdiff_t rows, ptrdiff_t count, const float *_Nonnull source, ptrdiff_t stride);
  void (*_Nonnull fetch_for_writing)(ptrdiff_t rows, ptrdiff_t count, const float *_Nonnull source, ptrdiff_t stride);

  // target[p] += factor · source[p] for p < count.
  void (*_Nonnull add)(ptrdiff_t count, float factor, const float *_Nonnull source, float *_Nonnull target);

  // Every `step`-th cell: output[b·stride + i] = source[i·step + b] for b < step, wherever i·step + b < count.
  void (*_Nonnull split)(
      const float *_Nonnull source, ptrdiff_t count, ptrdiff_t step, float *_Nonnull output, ptrdiff_t stride);

  // The way back of `split`: output[i·step + b] = source[b·stride + i], wherever i·step + b < count.
  void (*_Nonnull merge)(
      const float *_Nonnull source, ptrdiff_t stride, ptrdiff_t step, ptrdiff_t count, float *_Nonnull output);

  // Winograd F(m×m, 3×3) with m = 4 or 2, a vector of neighbouring tiles of (m + 2)×(m + 2) cells: for t < lanes,
  // output[(i·(m + 2) + j)·stride + t] is (Bᵀ d B)(i, j) of tile t, whose cell d(i, j) stands at source[i·row + m·t + j].
  // Reads m·lanes + 2 cells of each of m + 2 rows.
  void (*_Nonnull winograd4_input)(
      const float *_Nonnull source, ptrdiff_t row, float *_Nonnull output, ptrdiff_t stride);
  void (*_Nonnull winograd2_input)(
      const float *_Nonnull source, ptrdiff_t row, float *_Nonnull output, ptrdiff_t stride);

  // The products in between, for one of the (m + 2)² places of a tile, over blocks of tile_rows filters:
  // output[(b·tile_rows + f)·pitch + p] = Σ_k weights[(b·terms + k)·tile_rows + f] · input[k·pitch + p], k in order, for
  // b < `blocks`, f < tile_rows and p < `vectors`·lanes, with 1 ≤ vectors ≤ tile_vectors.
  void (*_Nonnull winograd_products)(
      ptrdiff_t vectors, ptrdiff_t blocks, ptrdiff_t terms, const float *_Nonnull input, const float *_Nonnull weights,
      float *_Nonnull output, ptrdiff_t pitch);

  // The way back: output[i·row + m·t + j] = bias + (Aᵀ p A)(i, j) of tile t for i < `rows` ≤ m and m·t + j < `columns` ≤ m·lanes,
  // with p(i, j) = source[(i·(m + 2) + j)·stride + t] of all `lanes` tiles.
  void (*_Nonnull winograd4_output)(
      const float *_Nonnull source, ptrdiff_t stride, float bias, float *_Nonnull output, ptrdiff_t row, ptrdiff_t rows,
      ptrdiff_t columns);
  void (*_Nonnull winograd2_output)(
      const float *_Nonnull source, ptrdiff_t stride, float bias, float *_Nonnull output, ptrdiff_t row, ptrdiff_t rows,
      ptrdiff_t columns);

  // What follows has the pictures of a batch in the lanes: a cell is `vectors` vectors, and places and offsets are in floats.

  // The way back through `tile`: output[offsets[m] + p] += Σ_k w(k, m) · source[k·stride + p], k in order, for m < `rows` ≤
  // tile_rows and p < `vectors`·lanes ≤ tile_vectors·lanes, with w(k, m) =
  // weights[(k div tile_rows)·block + m·tile_rows + k mod tile_rows]. Weights are read for all of tile_rows.
  void (*_Nonnull spread)(
      ptrdiff_t vectors, ptrdiff_t rows, ptrdiff_t terms, const float *_Nonnull source, ptrdiff_t stride,
      const float *_Nonnull weights, ptrdiff_t block, const int32_t *_Nonnull offsets, float *_Nonnull output);

  // output[j·stride + m] += Σ_i Σ_p left[m·left_stride + left_places[i] + p] · right[offsets[j] + right_places[i] + p], for
  // 1 ≤ m + 1 ≤ `rows` ≤ pair_rows, 1 ≤ j + 1 ≤ `taps` ≤ pair_taps, i < places and p < vectors·lanes.
  void (*_Nonnull correlate)(
      ptrdiff_t vectors, ptrdiff_t rows, ptrdiff_t taps, ptrdiff_t places, const float *_Nonnull left,
      ptrdiff_t left_stride, const int32_t *_Nonnull left_places, const float *_Nonnull right,
      const int32_t *_Nonnull offsets, const int32_t *_Nonnull right_places, float *_Nonnull output, ptrdiff_t stride);

  // Σ_i Σ_p source[offsets[i] + p] for i < places and p < vectors·lanes.
  float (*_Nonnull sum)(
      ptrdiff_t vectors, ptrdiff_t places, const float *_Nonnull source, const int32_t *_Nonnull offsets);

  // Cells that are not above 0 become 0; and so does the gradient there. Not-a-number stays.
  void (*_Nonnull rectify)(ptrdiff_t vectors, float *_Nonnull cells);
  void (*_Nonnull rectify_back)(ptrdiff_t vectors, const float *_Nonnull cells, float *_Nonnull gradient);

  // output[p] = max_t input[offsets[t] + p]; −∞ without taps.
  void (*_Nonnull largest)(
      ptrdiff_t vectors, ptrdiff_t taps, const float *_Nonnull input, const int32_t *_Nonnull offsets,
      float *_Nonnull output);

  // gradient[offsets[t] + p] += output_gradient[p] for the first t with input[offsets[t] + p] = output[p].
  void (*_Nonnull largest_back)(
      ptrdiff_t vectors, ptrdiff_t taps, const float *_Nonnull input, const int32_t *_Nonnull offsets,
      const float *_Nonnull output, const float *_Nonnull output_gradient, float *_Nonnull gradient);

  // With z(c) = logits[c·stride + p] and m their greatest: totals[p] = Σ_c e^(z(c) − m), greatest[p] = m and
  // gradient[c·stride + p] = scale · e^(z(c) − m) / totals[p]. At least one class.
  void (*_Nonnull softmax)(
      ptrdiff_t vectors, ptrdiff_t classes, float scale, const float *_Nonnull logits, ptrdiff_t stride,
      float *_Nonnull gradient, float *_Nonnull greatest, float *_Nonnull totals);

  // velocity = momentum·velocity + gradient, weights −= rate·velocity, for vectors·lanes floats.
  void (*_Nonnull descend)(
      ptrdiff_t vectors, float rate, float momentum, const float *_Nonnull gradient, float *_Nonnull velocity,
      float *_Nonnull weights);

  // Fourier transforms, one in each lane: X(f) = Σ_t x(t) · exp(−2πi·f·t/size), with vector t of the real parts at re[t·lanes] and
  // of the imaginary ones at im[t·lanes]; `size` is 2 or more, a power of 2. The result stands in `re` and `im`, or, when true
  // comes back, in `more_re` and `more_im`, of the same length; the other pair holds anything.
  // `factors` holds for each length size, size/4, size/16 … ≥ 4, and each p < length/4, the real and imaginary parts of
  // exp(−2πi·p·k/length) for k = 1, 2, 3.
  bool (*_Nonnull fourier)(
      ptrdiff_t size, const float *_Nonnull factors, float *_Nonnull re, float *_Nonnull im, float *_Nonnull more_re,
      float *_Nonnull more_im);

  // target[j·target_stride + i] = source[i·source_stride + j] for i, j < lanes.
  void (*_Nonnull transpose)(
      const float *_Nonnull source, ptrdiff_t source_stride, float *_Nonnull target, ptrdiff_t target_stride);

  // Complex products in place: (re, im) ← (re, im) · (factors_re, factors_im) for `vectors`·lanes numbers.
  void (*_Nonnull multiply)(
      ptrdiff_t vectors, const float *_Nonnull factors_re, const float *_Nonnull factors_im, float *_Nonnull re,
      float *_Nonnull im);

  // Multiply-adds on registers alone, for measuring the processor's peak; returns their number of float operations.
  double (*_Nonnull peak)(ptrdiff_t rounds, float *_Nonnull sink);
} CMKKernels;

// What a thread does while it waits a moment for another: tells the core so, which saves power and yields to its twin.
static inline void cmk_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

// The kernels of that name, or null where the processor cannot run them. "plain" always exists.
const CMKKernels *_Nullable cmk_named(const char *_Nonnull name);

// The widest kernels that the processor runs; the environment variable CONVOSCOPE_VECTORS may name narrower ones.
const CMKKernels *_Nonnull cmk_best(void);

#endif
