extension Trainer {
  /// One step for each batch of all pictures in a new random order; the last batch is smaller where they do not divide.
  ///
  /// - Returns: the mean loss over all pictures, each before its step; nil when the schedule was cancelled, and then the
  ///   steps so far are done.
  /// - Throws: `TrainingError.batchSize` for a size below 1 or no pictures at all, or as `step(images:labels:)`.
  @discardableResult
  public mutating func epoch(
    over set: TrainingSet, batchSize: Int, schedule: RowBandSchedule = RowBandSchedule()
  ) throws(TrainingError) -> Double? {
    guard batchSize >= 1 else { throw .batchSize(batchSize) }
    guard set.count >= 1 else { throw .batchSize(0) }
    let order = shuffled(set.count)
    var sum = 0.0
    var start = 0
    while start < order.count {
      let batch = set.subset(order[start..<min(order.count, start + min(batchSize, order.count))])
      guard let loss = try step(images: batch.images, labels: batch.labels, schedule: schedule) else { return nil }
      sum += loss * Double(batch.count)
      start += batch.count
    }
    return sum / Double(set.count)
  }

  /// The class with the greatest number for each picture, the first of equal ones; nil when the schedule was cancelled.
  ///
  /// - Throws: `TrainingError.network` for pictures that are none of the network's.
  public func classes(
    of images: Tensor, schedule: RowBandSchedule = RowBandSchedule()
  ) throws(TrainingError) -> [Int]? {
    guard images.shape.batch > 0 else { return [] }
    do throws(NetworkError) {
      guard let output = try network.forward(images, weights: weights, schedule: schedule)?.output.tensor else {
        return nil
      }
      let count = output.shape.count / output.shape.batch
      return (0..<output.shape.batch).map { picture in
        let row = output.values[(picture * count)..<((picture + 1) * count)]
        return row.indices.reduce(row.startIndex) { row[$1] > row[$0] ? $1 : $0 } - row.startIndex
      }
    } catch {
      throw .network(error)
    }
  }

  /// The share of pictures whose class is the right one, from 0 to 1, not a number for none; nil when the schedule was
  /// cancelled.
  ///
  /// - Throws: `TrainingError.network` for pictures that are none of the network's.
  public func accuracy(
    over set: TrainingSet, schedule: RowBandSchedule = RowBandSchedule()
  ) throws(TrainingError) -> Double? {
    guard let classes = try classes(of: set.images, schedule: schedule) else { return nil }
    return Double(zip(classes, set.labels).count { $0 == $1 }) / Double(set.count)
  }
}
