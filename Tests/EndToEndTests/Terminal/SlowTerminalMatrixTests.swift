import Foundation
import TestSupport
import Testing

/// Terminals that read slowly, or not at all for a while, and pastes that are larger than every buffer between.
@Suite("The matrix of terminals: slow ones and large pastes")
struct SlowTerminalMatrixTests {
  private static let plus = ["--input-preset", "plus", "--kernel", "sobel-x", "--padding", "1"]

  private static func isSaved(_ home: TemporaryFolder) -> Bool {
    (try? home.read("s"))?.isEmpty == false
  }

  @Test("A terminal that stands still gets no queue of frames: every key counts, and the rest is drawn at once")
  func standingStill() throws {
    let home = try TemporaryFolder()
    let terminal = try PlainTerminal(Self.plus, home: home)
    _ = try terminal.read(until: "1 of 49")
    // There and back again, far more than the line to the terminal holds, then 20 cells on.
    let keys = 3_000
    for _ in 0..<keys / 30 { try terminal.type(String(repeating: ".", count: 15) + String(repeating: ",", count: 15)) }
    try terminal.waitUntilFull()
    try terminal.type(String(repeating: ".", count: 20) + ":session save \(home.path("s"))\r")
    let drawn = try terminal.drain { Self.isSaved(home) }
    #expect(String(decoding: try home.read("s"), as: UTF8.self).contains("\ncell 0 0 2 6\n"))
    // A step is up to 200 bytes: less than a tenth of the keys has a frame of its own.
    #expect(drawn < keys * 20, "\(drawn) bytes")
    try terminal.type("q")
    #expect(try terminal.end() == 0)
  }

  @Test("A terminal that reads a few bytes at a time is shown everything in the end")
  func trickle() throws {
    let home = try TemporaryFolder()
    let terminal = try PlainTerminal(Self.plus, home: home)
    _ = try terminal.read(until: "1 of 49", atOnce: 16)
    try terminal.type("..")
    _ = try terminal.read(until: "3", atOnce: 16)
    try terminal.type(":q!\r")
    #expect(try terminal.end() == 0)
  }

  @Test(
    "A paste of a megabyte ends in a sentence or in one step that is undone as one, with an end mark inside as well",
    arguments: ["", "\u{1B}[201~"])
  func megabyte(inside: String) throws {
    let home = try TemporaryFolder()
    let terminal = try PlainTerminal(Self.plus, home: home)
    _ = try terminal.read(until: "1 of 49")
    // Nothing in it is a grid, and what follows an end mark is keys that edit nothing.
    let line = String(repeating: "x ", count: 500) + "\n"
    let rest = String(repeating: "x", count: 500)
    try terminal.type("\t\u{1B}[200~" + String(repeating: line, count: 1050) + inside + rest + "\u{1B}[201~")
    try terminal.type("\u{1B}")
    try terminal.type("\u{1B}:session save \(home.path("s"))\r")
    try terminal.drain { Self.isSaved(home) }
    let saved = String(decoding: try home.read("s"), as: UTF8.self)
    #expect(saved.contains("\nat 0\n"), "nothing of it can be a grid")
    try terminal.type("q")
    #expect(try terminal.end() == 0)
  }

  private func sizes(_ count: Int) -> [(rows: UInt16, columns: UInt16)] {
    (0..<count).map { index in
      let size: (Int, Int) = (1 + index * 7 % 60, 1 + index * 13 % 150)
      return (UInt16(size.0), UInt16(size.1))
    }
  }

  @Test("Two hundred sizes as fast as they come end in a whole screen of the last one, and keys count all the while")
  func sizesAtOnce() throws {
    let home = try TemporaryFolder()
    let terminal = try PlainTerminal(Self.plus, home: home)
    _ = try terminal.read(until: "1 of 49")
    for (index, size) in sizes(200).enumerated() {
      terminal.resize(rows: size.rows, columns: size.columns)
      if index.isMultiple(of: 10) { try terminal.type(".") }
    }
    terminal.resize(rows: 24, columns: 80)
    try terminal.type(":session save \(home.path("s"))\r")
    try terminal.drain { Self.isSaved(home) }
    #expect(String(decoding: try home.read("s"), as: UTF8.self).contains("\ncell 0 0 2 6\n"))
    try terminal.type("q")
    #expect(try terminal.end() == 0)
  }

  @Test("A drag and a paste go on through new sizes", arguments: ["drag", "paste"])
  func duringGestures(gesture: String) throws {
    let home = try TemporaryFolder()
    let terminal = try PlainTerminal(Self.plus, home: home)
    _ = try terminal.read(until: "1 of 49")
    let parts =
      gesture == "drag"
      ? ["\u{1B}[<0;14;6M", "\u{1B}[<32;17;6M", "\u{1B}[<32;20;7M", "\u{1B}[<0;20;7m"]
      : ["\t\u{1B}[200~1 2 3\n4 ", "5 6\n7", " 8 9\n\u{1B}[20", "1~"]
    for (part, size) in zip(parts, sizes(4)) {
      try terminal.type(part)
      terminal.resize(rows: size.rows, columns: size.columns)
    }
    terminal.resize(rows: 24, columns: 80)
    try terminal.type("\u{1B}:session save \(home.path("s"))\r")
    try terminal.drain { Self.isSaved(home) }
    let saved = String(decoding: try home.read("s"), as: UTF8.self)
    if gesture == "paste" { #expect(saved.contains("\nat 1\n"), "\(saved)") }
    try terminal.type(":q!\r")
    #expect(try terminal.end() == 0)
  }
}
