/// One weight over one plane: the innermost loops of a convolution over padded maps, forward and backward.
///
/// The output plane has `rows × columns` cells, densely stored; the cell (i, j) sees the padded cell
/// i·`rowStep` + j·`columnStep` after the one that the tap starts from. Plain loops over pointers, which stay quick where
/// nothing is optimised and whose rows become vector code where it is.
///
/// Safety: whoever calls gives pointers to `rows × columns` output cells and to padded cells up to
/// (rows − 1)·`rowStep` + (columns − 1)·`columnStep`, both inclusive; nothing else is read or written.
struct TapPlane {
  let rows: Int
  let columns: Int
  let rowStep: Int
  let columnStep: Int

  /// output(i,j) += weight · padded(i,j).
  func add(_ weight: Double, of padded: UnsafePointer<Double>, to output: UnsafeMutablePointer<Double>) {
    var (source, target) = (padded, output)
    var row = 0
    while row < rows {
      var column = 0
      if columnStep == 1 {
        while column < columns {
          target[column] += weight * source[column]
          column &+= 1
        }
      } else {
        while column < columns {
          target[column] += weight * source[column &* columnStep]
          column &+= 1
        }
      }
      source += rowStep
      target += columns
      row &+= 1
    }
  }

  /// padded(i,j) += weight · output(i,j): the adjoint of `add`.
  func spread(_ weight: Double, of output: UnsafePointer<Double>, to padded: UnsafeMutablePointer<Double>) {
    var (source, target) = (output, padded)
    var row = 0
    while row < rows {
      var column = 0
      if columnStep == 1 {
        while column < columns {
          target[column] += weight * source[column]
          column &+= 1
        }
      } else {
        while column < columns {
          target[column &* columnStep] += weight * source[column]
          column &+= 1
        }
      }
      source += columns
      target += rowStep
      row &+= 1
    }
  }

  /// sum + Σ output(i,j) · padded(i,j), added one after the other in storage order.
  func sum(
    addedTo sum: Double, of output: UnsafePointer<Double>, times padded: UnsafePointer<Double>
  ) -> Double {
    var (gradient, source) = (output, padded)
    var sum = sum
    var row = 0
    while row < rows {
      var column = 0
      while column < columns {
        sum += gradient[column] * source[column &* columnStep]
        column &+= 1
      }
      gradient += columns
      source += rowStep
      row &+= 1
    }
    return sum
  }
}

extension TapPlane {
  /// The output plane of a convolution as it lies over padded maps.
  init(_ convolution: Convolution, over maps: PaddedMaps) {
    self.init(
      rows: convolution.output.height, columns: convolution.output.width,
      rowStep: convolution.geometry.vertical.stride * maps.width,
      columnStep: convolution.geometry.horizontal.stride)
  }
}
