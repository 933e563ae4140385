/// Why a network cannot be trained, or not with these numbers. Facts only.
public enum TrainingError: Error, Equatable, Sendable {
  /// The gradient of this layer is not known, and trained weights come before it.
  case noGradient(layer: String, kind: String)
  /// The network does not end in a vector, one number for each class.
  case noClasses(ActivationShape)
  /// The network has no weights to train.
  case nothingToTrain
  /// The learning rate is not above 0, or not finite.
  case learningRate(Double)
  /// The momentum is not in `0..<1`.
  case momentum(Double)
  /// A batch must have pictures.
  case batchSize(Int)
  /// Another number of labels than of pictures, or a label that is no class of the network.
  case labels(CrossEntropyError)
  /// Batch normalisation in this layer has a single value for each channel, which does not vary.
  case oneValuePerChannel(layer: String)
  case network(NetworkError)
}
