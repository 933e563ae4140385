/// A kernel that is to be found by what it does.
extension Scene {
  /// The same scene without anything that tells the weights: the cells of the kernel unknown, and of the sum its result alone.
  package var hidingKernel: Scene {
    var scales = scales
    scales[.kernel] = 0
    return Scene(
      input: input,
      kernel: kernel.mapped { _, _, cell in
        SceneCell(value: nil, ghost: cell.ghost, marks: cell.marks.subtracting([.currentProduct, .counted]))
      },
      output: output, arithmetic: arithmetic.hidingFactors, scales: scales, links: links, showsOverlap: showsOverlap)
  }
}

extension Arithmetic {
  /// The result alone, without products, running sums and winners.
  fileprivate var hidingFactors: Arithmetic {
    Arithmetic(
      cell: cell, trace: nil, termCount: termCount, shownTerms: shownTerms, isAsked: isAsked, runningValues: [],
      result: result, footprint: footprint, inputRows: inputRows, inputColumns: inputColumns)
  }
}
