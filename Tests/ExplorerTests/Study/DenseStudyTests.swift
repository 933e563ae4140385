import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("The dense layer as a value")
struct DenseStudyTests {
  @Test(
    "has a text that reads back",
    arguments: [
      "4x4", "1x8 tied", "200x200 delta 1", "4096x1 tied delta 0", "5x5 tied delta 2 no-bias seed 7", "2x3 no-bias",
    ])
  func text(words: String) throws {
    let action = try ExplorerAction(text: "study dense \(words)")
    #expect(action.description == "study dense \(words)")
    #expect(try ExplorerAction(text: action.description) == action)
  }

  @Test("takes its words in any order")
  func order() throws {
    #expect(
      try ExplorerAction(text: "study dense 5x4 seed 3 delta 1 tied")
        == .study(
          .dense(
            try #require(DenseStudy(size: PerAxis(vertical: 5, horizontal: 4), isTied: true, reach: 1, seed: 3)))))
  }

  @Test(
    "says which word is wrong",
    arguments: [
      ("4", "4", .size), ("4x", "4x", .size), ("tied", "tied", .size), ("0x4", "0x4", .sizeUpTo(4096)),
      ("4x-1", "4x-1", .sizeUpTo(4096)), ("4x4097", "4x4097", .sizeUpTo(4096)),
      ("9223372036854775807x1", "9223372036854775807x1", .sizeUpTo(4096)), ("4x4 delta", "", .reach(upTo: 4096)),
      ("4x4 delta -1", "-1", .reach(upTo: 4096)), ("4x4 delta 9999", "9999", .reach(upTo: 4096)),
      ("4x4 delta x", "x", .reach(upTo: 4096)), ("4x4 seed -1", "-1", .seed), ("4x4 seed", "", .seed),
      ("4x4 free", "free", .denseRule), ("4x4 4x4", "4x4", .denseRule),
    ] as [(String, String, ActionExpectation)])
  func malformed(text: String, word: String, expected: ActionExpectation) {
    #expect(throws: ActionTextError(word: word, expected: expected)) {
      try ExplorerAction(text: "study dense \(text)")
    }
  }

  @Test("reaches less step by step down to 0, and further up to the whole grid")
  func reach() {
    var study = DenseStudy()
    var seen: [Int?] = []
    for _ in 0..<4 {
      study = study.reachingLess
      seen.append(study.reach)
    }
    #expect(seen == [2, 1, 0, 0])
    seen = []
    for _ in 0..<4 {
      study = study.reachingFurther
      seen.append(study.reach)
    }
    #expect(seen == [1, 2, nil, nil])
    #expect(study.rules == .dense)
  }

  @Test("halves and doubles Δ beyond 8")
  func farReach() throws {
    var study = try #require(DenseStudy(size: PerAxis(vertical: 1, horizontal: 40)))
    var seen: [Int?] = []
    for _ in 0..<5 {
      study = study.reachingLess
      seen.append(study.reach)
    }
    #expect(seen == [38, 19, 9, 8, 7])
    seen = []
    for _ in 0..<4 {
      study = study.reachingFurther
      seen.append(study.reach)
    }
    #expect(seen == [8, 16, 32, nil])
  }

  @Test("keeps a Δ that cuts nothing any more for the size at which it does again")
  func shrunken() throws {
    let study = try #require(DenseStudy(size: PerAxis(4), isTied: true, reach: 2))
    #expect(study.rules == .convolution)
    let small = study.grown(by: -1)
    #expect(small.rules == .tied)
    #expect(small.grown(by: 1) == study)
    #expect(small.reachingLess.reach == 1)
    #expect(study.grown(by: -9).size == PerAxis(1))
    #expect(study.grown(by: 9999).size == PerAxis(4096))
    #expect(study.grown(by: -9).reachingLess == study.grown(by: -9))
  }
}
