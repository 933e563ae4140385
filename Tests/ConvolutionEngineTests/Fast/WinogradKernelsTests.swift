import Testing

@testable import ConvolutionEngine

/// The transforms of the vector kernels against their definition in Double, on every width that this processor runs.
@Suite struct WinogradKernelsTests {
  private static let canary = Float(bitPattern: 0x7fa1_b2c3)

  @Test("hand-worked: the matrices of F(2×2, 3×3) are those of the paper up to the sign of a row and its column")
  func matricesOfTwo() {
    let matrices = WinogradMatrices(.two)
    #expect(matrices.input == [[-1, 0, 1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, -1, 0, 1]])
    #expect(matrices.output == [[1, 1, 1, 0], [0, 1, -1, 1]])
    #expect(WinogradTile.two.filterTransform == [[-1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
  }

  @Test("the three matrices together are a correlation with three taps", arguments: WinogradTile.allCases)
  func identity(tile: WinogradTile) {
    let matrices = WinogradMatrices(tile)
    for output in 0..<tile.side {
      for tap in 0..<3 {
        for cell in 0..<tile.span {
          let sum = (0..<tile.span).reduce(0.0) {
            $0 + matrices.output[output][$1] * tile.filterTransform[$1][tap] * matrices.input[$1][cell]
          }
          #expect(abs(sum - (cell == output + tap ? 1 : 0)) < 1e-14, "output \(output), tap \(tap), cell \(cell)")
        }
      }
    }
  }

  @Test("the input transform is Bᵀ d B of each tile, and touches no other cell", arguments: WinogradTile.allCases)
  func input(tile: WinogradTile) {
    let matrix = WinogradMatrices(tile).input
    for kernels in VectorKernels.available {
      var generator = SplitMix64(seed: 5)
      let width = tile.side * kernels.lanes + 2
      let (row, stride) = (width + 3, kernels.lanes + 2)
      var source = Array(repeating: Float.nan, count: tile.span * row)
      for i in 0..<tile.span { for j in 0..<width { source[i * row + j] = Float(generator.integer(-999...999)) / 999 } }
      var target = Array(repeating: Self.canary, count: tile.products * stride)
      let transform = tile == .four ? kernels.table.winograd4_input : kernels.table.winograd2_input
      transform(source, row, &target, stride)
      for t in 0..<kernels.lanes {
        for product in 0..<tile.products {
          let (i, j) = (product / tile.span, product % tile.span)
          var (sum, size) = (0.0, 0.0)
          for k in 0..<tile.span {
            for l in 0..<tile.span {
              let term = matrix[i][k] * Double(source[k * row + tile.side * t + l]) * matrix[j][l]
              sum += term
              size += abs(term)
            }
          }
          // Both steps round each of at most four sums and products.
          let close = abs(Double(target[product * stride + t]) - sum) <= 8 * 0x1p-24 * size
          #expect(close, "\(kernels.name), tile \(t), product \(product)")
        }
      }
      let untouched = target.indices.filter { $0 % stride >= kernels.lanes }
      #expect(untouched.allSatisfy { target[$0].bitPattern == Self.canary.bitPattern }, "\(kernels.name)")
    }
  }

  @Test("products are sums over the terms for blocks of filters and any number of vectors, and touch no other cell")
  func products() {
    for kernels in VectorKernels.available {
      for vectors in 1...kernels.tileVectors {
        var generator = SplitMix64(seed: 7)
        let (blocks, terms, cells) = (2, 5, vectors * kernels.lanes)
        let (pitch, rows) = (cells + 3, blocks * kernels.tileRows)
        // Whole numbers: sums are exact.
        let source = (0..<(terms * pitch)).map { $0 % pitch < cells ? Float(generator.integer(-9...9)) : .nan }
        let weights = (0..<(terms * rows)).map { _ in Float(generator.integer(-9...9)) }
        var target = Array(repeating: Self.canary, count: rows * pitch)
        kernels.table.winograd_products(vectors, blocks, terms, source, weights, &target, pitch)
        for row in 0..<rows {
          let (block, filter) = row.quotientAndRemainder(dividingBy: kernels.tileRows)
          for cell in 0..<cells {
            let sum = (0..<terms).reduce(Float(0)) {
              $0 + weights[(block * terms + $1) * kernels.tileRows + filter] * source[$1 * pitch + cell]
            }
            #expect(target[row * pitch + cell] == sum, "\(kernels.name), \(vectors) vectors, row \(row), cell \(cell)")
          }
        }
        let untouched = target.indices.filter { $0 % pitch >= cells }
        #expect(untouched.allSatisfy { target[$0].bitPattern == Self.canary.bitPattern }, "\(kernels.name)")
      }
    }
  }

  @Test(
    "the output transform is Aᵀ p A and the bias, whole or cut, and touches no other cell",
    arguments: WinogradTile.allCases)
  func output(tile: WinogradTile) {
    let matrix = WinogradMatrices(tile).output
    for kernels in VectorKernels.available {
      var generator = SplitMix64(seed: 6)
      let width = tile.side * kernels.lanes
      let (row, stride) = (width + 3, kernels.lanes + 2)
      let source = (0..<(tile.products * stride)).map {
        $0 % stride < kernels.lanes ? Float(generator.integer(-999...999)) / 999 : .nan
      }
      let transform = tile == .four ? kernels.table.winograd4_output : kernels.table.winograd2_output
      func result(rows: Int, columns: Int) -> [Float] {
        var target = Array(repeating: Self.canary, count: tile.side * row)
        transform(source, stride, 0.375, &target, row, rows, columns)
        let untouched = target.indices.filter { $0 / row >= rows || $0 % row >= columns }
        #expect(untouched.allSatisfy { target[$0].bitPattern == Self.canary.bitPattern }, "\(kernels.name)")
        return target
      }
      let whole = result(rows: tile.side, columns: width)
      for t in 0..<kernels.lanes {
        for i in 0..<tile.side {
          for j in 0..<tile.side {
            var (sum, size) = (0.375, 0.375)
            for product in 0..<tile.products {
              let term =
                matrix[i][product / tile.span] * Double(source[product * stride + t])
                * matrix[j][product % tile.span]
              sum += term
              size += abs(term)
            }
            // Both steps round each of at most five sums and products, and the bias is added.
            let close = abs(Double(whole[i * row + tile.side * t + j]) - sum) <= 11 * 0x1p-24 * size
            #expect(close, "\(kernels.name), tile \(t), cell \(i),\(j)")
          }
        }
      }
      for rows in 1...tile.side {
        for columns in [1, 3, kernels.lanes - 1, kernels.lanes, kernels.lanes + 1, width - 1, width] {
          let cut = result(rows: rows, columns: columns)
          let kept = cut.indices.filter { $0 / row < rows && $0 % row < columns }
          #expect(kept.allSatisfy { cut[$0] == whole[$0] }, "\(kernels.name), \(rows) rows, \(columns) columns")
        }
      }
    }
  }
}
