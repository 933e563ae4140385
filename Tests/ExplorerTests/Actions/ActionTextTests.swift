import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Action text")
struct ActionTextTests {
  @Test(
    "every form reads back as what it was written from",
    arguments: [
      "step forward", "step row-start", "jump 3 -1", "select input 2 3", "channel 1", "substep all", "play",
      "pause", "speed 30", "tick", "edit input 1 2 -0.5", "edit kernel 1 0 2 2 1e-10", "edit bias 3 0.5",
      "resize kernel 5x1", "set stride 2,1", "set padding 1,0,2,0", "set padding-mode reflect,zeros",
      "set dilation 2", "set flip true", "preset input noise 8x9", "preset kernel sobel-x",
      "load kernel 1x1x1x2 edge -1 1", "load rgb 1x2 photo.png 1 2 3 4 5 6", "filter 2", "filters 16",
      "filters 16 random 7", "channels 3", "preset filter 2 sobel-x", "remove bias", "set groups 3", "reveal stepping",
      "reveal predict", "answer -0.50", "answer 1/9", "answer nan", "skip", "undo", "redo", "go-to-edit 3",
      "operator max-pool2d", "operator conv1d 3", "clear stride",
    ])
  func roundTrip(text: String) throws {
    #expect(try ExplorerAction(text: text).description == text)
  }

  @Test(
    "a name reads back whatever it is",
    arguments: [
      "my photo.png", "50%", "%", "", " ", "%20", "tab\there", "line\nfeed", "e\u{1B}[2Jsc", "c1\u{9B}", "图 片.png",
      "nb\u{A0}sp", "/a b/c",
    ])
  func names(name: String) throws {
    let action = ExplorerAction.load(.input, try Tensor(rows: [[1, -0.5]]), name: name)
    #expect(try ExplorerAction(text: action.description) == action)
  }

  @Test("a percent sign without a byte behind it is no name", arguments: ["50%", "%2", "%zz", "a%+1"])
  func badNames(word: String) {
    #expect(throws: ActionTextError(word: word, expected: .name)) {
      try ExplorerAction(text: "load input 1x1x1x1 \(word) 1")
    }
  }

  @Test("the wrong word is named, with what was expected")
  func errors() {
    let cases: [(String, ActionTextError)] = [
      ("", ActionTextError(word: "", expected: .action)),
      ("fly", ActionTextError(word: "fly", expected: .action)),
      ("step sideways", ActionTextError(word: "sideways", expected: .direction)),
      ("edit input 1 2 five", ActionTextError(word: "five", expected: .number)),
      ("set stride x", ActionTextError(word: "x", expected: .valueOf(.stride))),
      ("set stride 1,2,3", ActionTextError(word: "1,2,3", expected: .valueOf(.stride))),
      ("resize input 7", ActionTextError(word: "7", expected: .size)),
      ("answer", ActionTextError(word: "", expected: .number)),
      ("answer four", ActionTextError(word: "four", expected: .number)),
      ("filters many", ActionTextError(word: "many", expected: .count)),
      ("filters 2 random -1", ActionTextError(word: "-1", expected: .seed)),
      ("edit bias 2 x", ActionTextError(word: "x", expected: .number)),
      ("load rgb 2 photo 1", ActionTextError(word: "2", expected: .size)),
      ("load rgb 1x1 photo 1", ActionTextError(word: "1", expected: .numbers(3))),
      ("undo now", ActionTextError(word: "now", expected: .nothingMore)),
      ("load input 1x1x2x2 grid 1 2 3", ActionTextError(word: "3", expected: .numbers(4))),
    ]
    for (text, expected) in cases {
      #expect(throws: expected) { try ExplorerAction(text: text) }
    }
  }

  @Test("a bias may be written with its row and column, and random filters without a seed")
  func otherForms() throws {
    #expect(try ExplorerAction(text: "edit bias 0 0 3") == .edit(.bias, Coordinate(row: 0, column: 0), 3))
    #expect(try ExplorerAction(text: "edit bias 0 2 0 0 3") == ExplorerAction(text: "edit bias 2 3"))
    #expect(try ExplorerAction(text: "filters 4 random") == .randomFilters(4, seed: 1))
  }

  @Test("quotients are numbers")
  func quotient() throws {
    #expect(try ExplorerAction(text: "edit kernel 0 0 1/9") == .edit(.weights, Coordinate(row: 0, column: 0), 1 / 9))
  }
}
