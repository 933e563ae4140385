extension OperatorDescription {
  /// The mean of each channel: `adaptiveAvgPool2d` with one cell.
  ///
  /// Input N×C×H×W, output N×C×1×1: out(n,c) = Σ_y Σ_x input(n,c,y,x) / (H·W).
  ///
  /// Source: Lin, Chen, Yan, "Network in Network" (2013), 3.2; in PyTorch `torch.nn.AdaptiveAvgPool2d(1)`.
  public static let globalAvgPool2d = OperatorDescription(
    name: .globalAvgPool2d,
    aliases: ["global-avg-pool"],
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [],
    layout: .maps,
    makePlan: { shapes, _ throws(ExperimentError) in
      try AdaptivePoolPlan(.mean, size: PerAxis(1), shapes)
    })
}
