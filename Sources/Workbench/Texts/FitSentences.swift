import ConvolutionEngine
import Explorer

/// Sentences about fitting a kernel to a target.
extension TextTable {
  func sentence(for problem: FitProblem) -> String {
    switch problem {
    case .noTarget: text(.fitNoTarget)
    case .noKernel(let operation): text(.fitNoKernel, operation.rawValue)
    case .shape(let shape, let output): text(.problemTargetShape, sides(shape), sides(output))
    case .tooManyUnknowns(let count, let limit): text(.fitTooManyUnknowns, "\(count)", "\(limit)")
    case .tooManyEquations(let cells, let unknowns): text(.fitTooManyEquations, "\(cells)", "\(unknowns)")
    case .notFinite: text(.fitNotFinite)
    }
  }

  /// How near the fitted kernel comes to the target, and why it comes no nearer.
  func sentence(for report: FitReport, of output: Shape) -> String {
    guard !report.isExact else {
      return report.freedom == 0 ? text(.fitExact) : text(.fitExactFree, "\(report.freedom)")
    }
    let rest = text(
      .fitResidual, Self.brief(report.residual), Self.brief(report.largest),
      outputCellName(report.largestAt, of: output))
    guard let conflict = report.conflict else { return rest }
    return rest + text(.joinWords)
      + text(
        .fitConflict,
        arguments: [
          outputCellName(conflict.first, of: output), outputCellName(conflict.second, of: output),
          NumberText.shortest(conflict.wanted.ours), NumberText.shortest(conflict.wanted.other),
        ])
  }

  /// Four significant digits: what is left over is no exact number.
  static func brief(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return NumberText.shortest(Float(value)) }
    var unit = 1.0
    while value / unit >= 10_000 { unit *= 10 }
    while value / unit < 1000, unit > 1e-30 { unit /= 10 }
    return NumberText.shortest(Float((value / unit).rounded() * unit))
  }
}
