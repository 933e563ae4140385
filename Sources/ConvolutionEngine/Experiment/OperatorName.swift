/// The name of an operator, as on the command line.
public enum OperatorName: String, CaseIterable, Sendable {
  case conv1d
  case conv2d
  case convTranspose1d = "conv-transpose1d"
  case convTranspose2d = "conv-transpose2d"
  case maxPool1d = "max-pool1d"
  case maxPool2d = "max-pool2d"
  case avgPool1d = "avg-pool1d"
  case avgPool2d = "avg-pool2d"
  case adaptiveAvgPool2d = "adaptive-avg-pool2d"
  case adaptiveMaxPool2d = "adaptive-max-pool2d"
  case globalAvgPool2d = "global-avg-pool2d"
  case linear
  case flatten
  case relu
  case leakyRelu = "leaky-relu"
  case sigmoid
  case tanh
  case softmax
  case batchNorm = "batch-norm"
  case dropout
  case add
  case concat
  case pad
  case upsampleNearest = "upsample-nearest"
  case attention
  case affineGridSample = "affine-grid-sample"
}
