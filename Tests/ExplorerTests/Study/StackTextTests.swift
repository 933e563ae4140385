import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("The text of a stack")
struct StackTextTests {
  private func study(_ text: String) throws -> StackStudy? {
    guard case .study(.stack(let study)?) = try ExplorerAction(text: "study stack \(text)") else { return nil }
    return study
  }

  @Test("names layers by small words, and leaves out what is usual")
  func words() throws {
    let study = try #require(try study("3x8x9 conv:8,k3,s1,p1,d1 relu max-pool:2 avg-pool:3,s2,p1 flatten linear:10"))
    #expect(study.inputAxes == [3, 8, 9])
    #expect(
      study.layers == [
        .convolution(filters: 8, StackWindow(kernel: 3, padding: 1)), .relu,
        .maxPool(StackWindow(kernel: 2, stride: 2)),
        .averagePool(StackWindow(kernel: 3, stride: 2, padding: 1)), .flatten, .linear(features: 10),
      ])
    #expect(
      ExplorerAction.study(.stack(study)).description
        == "study stack 3x8x9 conv:8,k3,p1 relu max-pool:2 avg-pool:3,s2,p1 flatten linear:10")
  }

  @Test("names an architecture, on its usual input or another")
  func architecture() throws {
    #expect(try study("name:vgg-16")?.inputAxes == [3, 224, 224])
    let small = try #require(try study("3x64x64 name:vgg-16"))
    #expect(small.content == .architecture("vgg-16"))
    #expect(ExplorerAction.study(.stack(small)).description == "study stack 3x64x64 name:vgg-16")
  }

  @Test(
    "says which word it does not understand",
    arguments: [
      ("16x16 relu", "16x16", ActionExpectation.mapSides), ("1x4xa relu", "1x4xa", .mapSides),
      ("1x4x4", "", .stackLayer), ("1x4x4 conv", "conv", .stackLayer), ("1x4x4 conv:", "conv:", .stackLayer),
      ("1x4x4 conv:1,k", "conv:1,k", .stackLayer), ("1x4x4 conv:1,k3,k3", "conv:1,k3,k3", .stackLayer),
      ("1x4x4 conv:1,x3", "conv:1,x3", .stackLayer), ("1x4x4 conv:1,3", "conv:1,3", .stackLayer),
      ("1x4x4 avg-pool:2,d2", "avg-pool:2,d2", .stackLayer), ("1x4x4 relu:1", "relu:1", .stackLayer),
      ("1x4x4 blur", "blur", .stackLayer), ("1x4x4 relu,", "relu,", .stackLayer),
      ("1x4x4 linear:99999999999999999999", "linear:99999999999999999999", .stackLayer),
      ("name:vgg-17", "vgg-17", .architecture), ("1x4x4 name:", "", .architecture),
      ("name:vgg-16 relu", "relu", .nothingMore),
    ])
  func malformed(text: String, word: String, expected: ActionExpectation) {
    #expect(throws: ActionTextError(word: word, expected: expected)) { try study(text) }
  }

  @Test("reads back for random stacks", arguments: UInt64(1)...30)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let drawn = StackExamples.random(&generator)
    let action = ExplorerAction.study(.stack(drawn))
    #expect(try ExplorerAction(text: action.description) == action)
  }
}
