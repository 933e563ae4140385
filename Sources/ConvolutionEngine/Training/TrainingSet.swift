/// Pictures with the class of each.
public struct TrainingSet: Sendable {
  /// N×C×H×W, or N×1×1×F for vectors.
  public let images: Tensor
  /// The index of the right class of each picture.
  public let labels: [Int]

  /// - Throws: `TrainingError.labels` unless there is one label for each picture.
  public init(images: Tensor, labels: [Int]) throws(TrainingError) {
    guard images.shape.batch == labels.count else {
      throw .labels(.labelCount(labels.count, pictures: images.shape.batch))
    }
    self.images = images
    self.labels = labels
  }

  private init(_ set: TrainingSet, _ indices: some Collection<Int>) {
    images = set.images.pictures(indices)
    labels = indices.map { set.labels[$0] }
  }

  /// The number of pictures.
  public var count: Int { labels.count }

  /// Some of the pictures, in the order of `indices`, which must all lie in `0..<count`.
  public func subset(_ indices: some Collection<Int>) -> TrainingSet { TrainingSet(self, indices) }
}
