import ConvolutionEngine
import Foundation

/// The handwritten digits of the lessons: pictures of 8×8 with the ink from 0 to 16, and which digit each is.
struct Digits {
  private let pictures: [UInt8]
  private let labels: [UInt8]

  /// nil where the folder does not hold `images.npy` and `labels.npy`, both of bytes.
  init?(folder: String) throws {
    let root = URL(fileURLWithPath: folder)
    guard let pictures = Self.bytes(root.appending(path: "images.npy")),
      let labels = Self.bytes(root.appending(path: "labels.npy")), pictures.count == 64 * labels.count
    else { return nil }
    (self.pictures, self.labels) = (pictures, labels)
  }

  /// What follows the header of an array file: 10 bytes, of which the last two say how long the text after them is.
  private static func bytes(_ file: URL) -> [UInt8]? {
    guard let data = try? Data(contentsOf: file), data.count > 10 else { return nil }
    let header = 10 + Int(data[8]) + Int(data[9]) << 8
    return data.count > header ? Array(data[header...]) : nil
  }

  /// Four digits of five to train with and the others, at random: 1437 and 360.
  func split(seed: UInt64) throws -> (training: TrainingSet, test: TrainingSet) {
    let images = try Tensor(
      shape: Shape(batch: labels.count, channels: 1, height: 8, width: 8), values: pictures.map { Float($0) / 16 })
    let set = try TrainingSet(images: images, labels: labels.map { Int($0) })
    var generator = SplitMix64(seed: seed &+ 100)
    let order = (0..<set.count).map { ($0, generator.next()) }.sorted { $0.1 < $1.1 }.map { $0.0 }
    let count = set.count * 4 / 5
    return (set.subset(order[..<count]), set.subset(order[count...]))
  }
}
