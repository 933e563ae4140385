/// Why a network is not trained by `FastTrainer`. Facts only. `Trainer` takes all that `.training` does not name.
public enum FastTrainingError: Error, Equatable, Sendable {
  /// As `Trainer` says.
  case training(TrainingError)
  /// This layer has no fast form, or not with its parameters.
  case layer(String, kind: String)
  /// This layer takes something else than the output of the layer before it.
  case notAChain(layer: String)
  /// The maps around this layer have more cells than 32-bit places.
  case tooLarge(layer: String)
}
