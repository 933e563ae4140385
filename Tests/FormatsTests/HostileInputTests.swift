import ConvolutionEngine
import TestSupport
import Testing

@testable import Formats

/// Files that are cut or damaged at every place: the answer is a grid, an array or an error, never a trap.
@Suite struct HostileInputTests {
  /// Formats whose end is known, so that every cut is an error.
  static let exact: [(String, [UInt8])] = [
    ("npy", NPYSample.file(descr: ">f8", fortran: true, shape: "(2, 3)", data: Array(repeating: 63, count: 48))),
    ("png", PNGSample.file(width: 5, height: 3, colour: .rgb, rows: Array(repeating: Array(0..<15), count: 3))),
    ("interlaced png", PNGSample.interlaced(width: 9, height: 9, values: Array(0..<81))),
    (
      "palette png",
      PNGSample.file(
        width: 3, height: 1, depth: 2, colour: .palette, rows: [[24]],
        chunks: [("PLTE", Array(0..<9)), ("tRNS", [9, 0])])
    ),
    ("grey jpeg", JPEGSample.grey),
    ("colour jpeg", JPEGSample.colour),
    ("progressive jpeg", JPEGSample.progressive),
    ("raw bitmap", Array("P4 9 2\n".utf8) + [1, 128, 2, 0]),
    ("raw greymap", Array("P5 2 2 300\n".utf8) + [0, 1, 0, 2, 1, 0, 0, 9]),
    ("raw pixmap", Array("P6 2 1 200\n".utf8) + [1, 2, 3, 4, 5, 6]),
  ]

  /// Arrays of every kind of loop in the reader: copied, converted, in Fortran order, empty, and without axes.
  static let arrays: [(String, [UInt8])] = [
    ("npy", NPYSample.file(descr: ">f8", fortran: true, shape: "(2, 3)", data: Array(repeating: 63, count: 48))),
    ("native npy", NPYSample.file(descr: "<f4", shape: "(2, 1, 3)", data: Array(repeating: 63, count: 24))),
    ("five axes", NPYSample.file(descr: "<i2", fortran: true, shape: "(1, 2, 2, 1, 3)", data: Array(0..<24))),
    ("no axis", NPYSample.file(descr: "<u8", shape: "()", data: Array(0..<8), version: 2)),
    ("empty npy", NPYSample.file(descr: "<f4", shape: "(0, 3)", data: [])),
  ]

  /// Text, where a cut can leave a smaller but whole table.
  static let open: [(String, [UInt8])] = [
    ("bitmap", Array("P1 # c\n3 2\n101 0 1 0\n".utf8)),
    ("greymap", Array("P2\n3 2\n99\n1 2 3\n4 5 99\n".utf8)),
    ("pixmap", Array("P3\n1 2\n99\n1 2 3\n4 5 99\n".utf8)),
    ("csv", Array("\u{FEFF}# c\r\n1,\"2\",-3e1\r\n4,nan,.5\r\n".utf8)),
    ("spaces", Array("1 2 3\n4 5 6\n".utf8)),
  ]

  /// Small enough that nothing a damaged header asks for takes noticeable memory or time.
  private let limits = GridLimits(bytes: 1 << 20, values: 1 << 16, side: 1 << 12)

  @Test("A file whose end is known is refused when cut anywhere", arguments: exact)
  func everyPrefix(name: String, file: [UInt8]) throws {
    _ = try GridReader.read(bytes: file, name: "whole")
    for count in 0..<file.count {
      let tensor = try? GridReader.read(bytes: Array(file.prefix(count)), name: "cut")
      #expect(tensor == nil, "\(name) cut to \(count) of \(file.count) bytes")
    }
  }

  @Test("An array is refused when cut anywhere", arguments: arrays)
  func everyArrayPrefix(name: String, file: [UInt8]) throws {
    _ = try ArrayReader.read(bytes: file, name: "whole", as: Float.self)
    for count in 0..<file.count {
      let array = try? ArrayReader.read(bytes: Array(file.prefix(count)), name: "cut", as: Float.self)
      #expect(array == nil, "\(name) cut to \(count) of \(file.count) bytes")
    }
  }

  @Test("Text that is cut anywhere gives an error or a smaller table", arguments: open)
  func everyTextPrefix(name: String, file: [UInt8]) throws {
    let whole = try GridReader.read(bytes: file, name: "whole.csv")
    for count in 0..<file.count {
      let tensor = try? GridReader.read(bytes: Array(file.prefix(count)), name: "cut.csv")
      #expect(tensor.map { $0.shape.count <= whole.shape.count } ?? true, "\(name) cut to \(count) bytes")
    }
  }

  @Test("2,000 seeded mutations of each sample give a grid within the limits or an error", arguments: exact + open)
  func mutations(name: String, file: [UInt8]) {
    let seed: UInt64 = 7
    var random = SeededGenerator(seed: seed)
    var refused = 0
    for round in 0..<2000 {
      let damaged = Self.damaged(file, &random)
      do throws(FormatError) {
        let tensor = try GridReader.read(bytes: damaged, name: "damaged.csv", limits: limits)
        #expect(
          tensor.shape.count > 0 && tensor.shape.count <= limits.values, "\(name), seed \(seed), round \(round)")
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0, "not one of the mutations of \(name) was noticed")
  }

  @Test("2,000 seeded mutations of each array give an array within the limits or an error", arguments: arrays)
  func arrayMutations(name: String, file: [UInt8]) {
    let seed: UInt64 = 9
    var random = SeededGenerator(seed: seed)
    var refused = 0
    for round in 0..<2000 {
      do throws(FormatError) {
        let damaged = Self.damaged(file, &random)
        let array = try ArrayReader.read(bytes: damaged, name: "damaged", limits: limits, as: Double.self)
        let count = try? NDArray<Double>.count(of: array.axes)
        #expect(
          array.values.count == count && array.values.count <= limits.values, "\(name), seed \(seed), round \(round)")
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0, "not one of the mutations of \(name) was noticed")
  }

  /// `file` with one to four bytes changed, added or left out.
  private static func damaged(_ file: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var damaged = file
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<damaged.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
      case 1: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: damaged.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: if damaged.count > 1 { damaged.remove(at: place) }
      }
    }
    return damaged
  }

  @Test("Random bytes behind each magic number give an error or a grid within the limits")
  func noise() {
    let seed: UInt64 = 8
    var random = SeededGenerator(seed: seed)
    for (_, file) in Self.exact + Self.open {
      for _ in 0..<200 {
        let tail = (0..<Int.random(in: 0..<200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        let start = Int.random(in: 0...min(40, file.count), using: &random)
        let tensor = try? GridReader.read(bytes: file.prefix(start) + tail, name: "noise.csv", limits: limits)
        #expect(tensor.map { $0.shape.count <= limits.values } ?? true, "seed \(seed)")
      }
    }
  }
}
