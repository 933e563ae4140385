import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("A stack of layers")
struct StackStudyTests {
  @Test("that does not fit is refused with the name of its layer, and nothing changes")
  func refused() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.study(.stack(StackStudy())))
    let before = state.document
    let tooLarge = StackStudy(
      inputAxes: [1, 4, 4], layers: [.relu, .convolution(filters: 1, StackWindow(kernel: 7))])
    #expect(
      throws: ExplorerError.stack(
        .network(
          .layer(
            "conv1",
            .operation(
              .convolution(
                .geometry(.kernelDoesNotFit(effectiveExtent: 7, paddedInput: 4, axis: .vertical)))))))
    ) { try state.apply(.study(.stack(tooLarge))) }
    #expect(state.document == before)
  }

  @Test("has 1 to 64 layers and an input of sides up to 4096")
  func limits() {
    #expect(throws: StackError.layerCount(0, limit: 64)) {
      try StackModel(StackStudy(inputAxes: [1, 4, 4], layers: []))
    }
    #expect(throws: StackError.layerCount(65, limit: 64)) {
      try StackModel(StackStudy(inputAxes: [1, 4, 4], layers: Array(repeating: .relu, count: 65)))
    }
    for axes in [[], [1, 4], [0, 4, 4], [1, 4097, 4], [1, 4, -1], [.max, 4, 4]] {
      #expect(throws: StackError.input(axes, limit: 4096)) {
        try StackModel(StackStudy(inputAxes: axes, layers: [.relu]))
      }
    }
  }

  @Test("survives every number that a text can hold", arguments: [-1, 0, 1, 1 << 30, (1 << 30) + 1, .max, .min])
  func hostile(number: Int) throws {
    for text in [
      "conv:\(number)", "conv:1,k\(number)", "conv:1,s\(number)", "conv:1,p\(number)", "conv:1,d\(number)",
      "max-pool:\(number)", "max-pool:2,s\(number)", "max-pool:2,p\(number)", "max-pool:2,d\(number)",
      "avg-pool:\(number)", "avg-pool:2,p\(number)", "linear:\(number)", "flatten linear:\(number)",
      "conv:1,k1,p\(number) conv:1,k1,p\(number) global-avg-pool",
    ] {
      guard let model = try? StackExamples.model("1x8x8 \(text)") else { continue }
      for level in 0...model.depth { _ = StackTrace(model, level: level, row: 0, column: 0) }
      _ = StackRun(model)
      _ = StackComparison(model, level: 1)
      _ = StackSubstitute(model, level: model.depth)
    }
  }

  @Test("is one edit for each change, and undo goes back change by change")
  func undo() throws {
    var state = try Examples.plusUnderSobel()
    var study = StackStudy()
    try state.apply(.study(.stack(study)))
    study = try study.adding(.maxPool, after: 1, channels: 1)
    try state.apply(.study(.stack(study)))
    #expect(study.layers?.map(\.kind) == [.convolution, .maxPool, .convolution, .convolution])
    let smaller = try study.removing(4).adjusting(.dilation, at: 1, by: 1).adjusting(.padding, at: 1, by: 1)
    try state.apply(.study(.stack(smaller)))
    try state.apply(.undo)
    #expect(state.document.study == .stack(study))
    try state.apply(.undo)
    #expect(state.document.study == .stack(StackStudy()))
    try state.apply(.redo)
    #expect(state.document.study == .stack(study))
  }

  @Test("changes no part that a layer does not have, and nothing of an architecture but its input")
  func parts() throws {
    let study = StackStudy(inputAxes: [1, 8, 8], layers: [.relu, .averagePool(StackWindow(kernel: 2, stride: 2))])
    #expect(throws: StackStudy.Refusal.missing(.stride, .relu)) { try study.adjusting(.stride, at: 1, by: 1) }
    #expect(throws: StackStudy.Refusal.missing(.dilation, .averagePool)) {
      try study.adjusting(.dilation, at: 2, by: 1)
    }
    #expect(throws: StackStudy.Refusal.missing(.kernel, nil)) { try study.adjusting(.kernel, at: 0, by: 1) }
    #expect(try study.adjusting(.channels, at: 0, by: 2).inputAxes == [3, 8, 8])
    #expect(
      try study.adjusting(.kernel, at: 2, by: 1).layers?.last == .averagePool(StackWindow(kernel: 3, stride: 3)),
      "the stride of a pool follows its window")
    #expect(throws: StackStudy.Refusal.lastLayer) { try study.removing(1).removing(1) }
    let vgg = try #require(NetworkCatalog.description(of: "vgg-16"))
    #expect(throws: StackStudy.Refusal.architecture("vgg-16")) { try StackStudy(vgg).removing(1) }
    #expect(StackStudy(vgg).resizingInput(by: -1).inputAxes == [3, 223, 223])
  }

  @Test("stands in a session, which is refused when the stack in it does not fit")
  func session() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.study(.stack(StackPreset.pooled.study)))
    let text = try SessionText.write(Session(state))
    let replayed = try ExplorerState(replaying: try SessionText.read(text)) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    #expect(replayed == state)
    var document = state.document
    document.study = .stack(
      StackStudy(inputAxes: [1, 2, 2], layers: [.convolution(filters: 1, StackWindow(kernel: 3))]))
    let broken = try SessionText.read(try SessionText.write(Session(ExplorerState(document: document))))
    #expect(throws: SessionError.self) {
      try ExplorerState(replaying: broken) { file throws(SessionFault) in throw .missingFile(path: file.path) }
    }
  }

  @Test("of every preset and every architecture fits", arguments: NetworkCatalog.all.map(\.name))
  func presets(name: String) throws {
    for preset in StackPreset.allCases { _ = try StackModel(preset.study) }
    let description = try #require(NetworkCatalog.description(of: name))
    let model = try StackModel(StackStudy(description))
    #expect(model.summary == (try NetworkSummary(try description.network())))
  }
}
