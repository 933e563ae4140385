import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Files of a session")
struct SessionFilesTests {
  private func picture(_ value: Float = 0.5) throws -> Tensor {
    var tensor = Tensor(shape: try Shape(batch: 1, channels: 3, height: 20, width: 30))
    for column in 0..<30 { tensor[channel: 1, row: 3, column: column] = value * Float(column) }
    return tensor
  }

  private func state(_ picture: Tensor, path: String = "/tmp/my photo.png") throws -> ExplorerState {
    var state = try Examples.plusUnderSobel()
    let file = try #require(GridFile(path: path, holding: picture))
    try state.apply(.loadFile(.input, picture, file))
    try state.apply(.edit(.input, Coordinate(batch: 0, channel: 2, row: 1, column: 1), 8))
    return state
  }

  @Test("a large grid is named by its file, and what was edited since is kept as edits")
  func named() throws {
    let picture = try picture()
    let state = try state(picture)
    let bytes = try SessionText.write(Session(state))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\n1 after 0 open input 1x3x20x30 "))
    #expect(text.contains(" /tmp/my%20photo.png\n2 after 1 edit input 0 2 1 1 8\n"))
    #expect(bytes.count < 1000)
    var asked: [String] = []
    let restored = try ExplorerState(replaying: try SessionText.read(bytes)) { file in
      asked.append(file.path)
      return picture
    }
    #expect(asked == ["/tmp/my photo.png"])
    #expect(restored == state)
    #expect(restored.document.origins[.input]?.name == "my photo.png")
  }

  @Test("a grid of the start is named as well, and the next session of the same state is the same text")
  func seed() throws {
    let picture = try picture()
    let state = ExplorerState(document: try state(picture, path: "/p.npy").documentBeforeEdit())
    let bytes = try SessionText.write(Session(state))
    #expect(String(decoding: bytes, as: UTF8.self).contains("\nfile input 1x3x20x30 "))
    let restored = try ExplorerState(replaying: try SessionText.read(bytes)) { _ in picture }
    #expect(restored == state)
    #expect(try SessionText.write(Session(restored)) == bytes)
  }

  @Test("a file that is gone, cannot be read, or holds other numbers refuses the session with its line")
  func faults() throws {
    let bytes = try SessionText.write(Session(try state(try picture())))
    let session = try SessionText.read(bytes)
    let path = "/tmp/my photo.png"
    for fault in [SessionFault.missingFile(path: path), .unreadableFile(path: path, reason: "permission denied")] {
      #expect(throws: SessionError(line: 12, fault: fault)) {
        _ = try ExplorerState(replaying: session) { _ throws(SessionFault) in throw fault }
      }
    }
    let others = [try picture(0.25), Tensor(shape: try Shape(batch: 1, channels: 3, height: 30, width: 20))]
    for other in others {
      #expect(throws: SessionError(line: 12, fault: .changedFile(path: path))) {
        _ = try ExplorerState(replaying: session) { _ in other }
      }
    }
  }

  @Test("a picture with its colours is asked for with them, and known for one of them again")
  func colors() throws {
    let picture = try picture()
    var state = try Examples.plusUnderSobel()
    try state.apply(.loadFile(.input, picture, try #require(GridFile(path: "/p.png", holding: picture, isColor: true))))
    let bytes = try SessionText.write(Session(state))
    #expect(String(decoding: bytes, as: UTF8.self).contains("\n1 after 0 open rgb 1x3x20x30 "))
    let restored = try ExplorerState(replaying: try SessionText.read(bytes)) { file in
      #expect(file.isColor)
      return picture
    }
    #expect(restored == state)
    #expect(restored.document.origins[.input]?.isColor == true)

    // At the start too, named and written down.
    let small = ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(
          operation: .conv2d,
          operands: Operands([
            .input: Tensor(shape: try Shape(channels: 3, height: 2, width: 2), repeating: 7),
            .weights: Tensor(shape: try Shape(channels: 3, height: 1, width: 1)),
          ])),
        origins: [.input: GridOrigin(name: "dot", isEdited: true, isColor: true)]))
    for start in [small, ExplorerState(document: state.document)] {
      let again = try ExplorerState(
        replaying: try SessionText.read(try SessionText.write(Session(start)))
      ) { _ in picture }
      #expect(again == start)
    }
  }

  @Test("a small grid is written down although it came from a file")
  func small() throws {
    #expect(GridFile(path: "/digit.png", holding: Tensor(shape: try Shape(height: 28, width: 28))) == nil)
  }

  @Test("a session that is given up stops before the next edit, at its line")
  func givenUp() throws {
    var state = try Examples.plusUnderSobel()
    for stride in [2, 3, 1] { try state.apply(.set(.stride, .axes(PerAxis(stride)))) }
    let session = try SessionText.read(try SessionText.write(Session(state)))
    var asked = 0
    func goesOn() -> Bool {
      asked += 1
      return asked < 3
    }
    let line = session.edits[2].line
    #expect(throws: SessionError(line: line, fault: .cancelled)) {
      _ = try ExplorerState(replaying: session, goesOn: goesOn) { file throws(SessionFault) in
        throw .missingFile(path: file.path)
      }
    }
    #expect(asked == 3)
  }

  @Test("the checksum sees every bit, the order, and signed zeros")
  func checksum() throws {
    let picture = try picture()
    let sum = GridFile.checksum(of: picture)
    for place in [0, 77, 1799] {
      for bit in [0, 22, 31] {
        var values = picture.values
        values[place] = Float(bitPattern: values[place].bitPattern ^ (1 << UInt32(bit)))
        #expect(GridFile.checksum(of: try Tensor(shape: picture.shape, values: values)) != sum)
      }
    }
    #expect(GridFile.checksum(of: try Tensor(rows: [[1, 2]])) != GridFile.checksum(of: try Tensor(rows: [[2, 1]])))
    // By hand: nothing is mixed in.
    #expect(GridFile.checksum(of: Tensor(shape: try Shape(height: 0, width: 4))) == 0xCBF2_9CE4_8422_2325)
  }
}

extension ExplorerState {
  /// The document with the file, before the edit after it.
  fileprivate func documentBeforeEdit() throws -> ExplorerDocument {
    var copy = self
    try copy.apply(.undo)
    return copy.document
  }
}
