import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("What a person has set")
struct UserSettingsTests {
  private func read(
    _ entries: [(path: [String], text: String)]
  ) -> (settings: UserSettings, problems: [UserSettings.Problem]) {
    var problems: [UserSettings.Problem] = []
    let settings = UserSettings(
      entries.enumerated().map { UserSettings.Entry(path: $1.path, text: $1.text, line: $0 + 1) }, problems: &problems)
    return (settings, problems)
  }

  @Test("Theme, views, voice and mouse are taken")
  func values() throws {
    let (settings, problems) = read([
      (["theme"], "contrast"), (["view"], "heat"), (["map"], "grey"), (["voice"], "words"), (["mouse"], "false"),
    ])
    #expect(problems.isEmpty)
    var state = try Examples.plusUnderSobel()
    state.use(settings)
    #expect(state.settings.theme == .contrast)
    #expect(state.look.view == .heat)
    #expect(state.look.map == .grey)
    #expect(state.voice == .words)
    #expect(!state.settings.mouse)
  }

  @Test("A key of one's own does a line of the prompt, what another key does, or nothing; others stay")
  func keys() throws {
    let (settings, problems) = read([
      (["keys", "output", "x"], "kernel sobel-y"), (["keys", "output", "w"], "key Right"),
      (["keys", "output", "s"], "none"),
      (["keys", "everywhere", "F5"], "predict"),
    ])
    #expect(problems.isEmpty)
    var state = try Examples.plusUnderSobel()
    state.use(settings)
    state.type("x")
    #expect(state.explorer.document.origins[.weights]?.name == "sobel-y")
    state.type("3w")
    #expect(state.explorer.cellOffset == 3)
    state.type("s")
    #expect(state.explorer.experiment.parameters.stride == PerAxis(1))
    state.press(.function(5))
    #expect(state.explorer.document.reveal == .predict)
    state.press(.function(5))
    // On the input the letter means what it always did.
    state.press(.tab)
    state.type("s")
    #expect(state.explorer.experiment.parameters.stride == PerAxis(2))
  }

  @Test("A key that means another does not lead round in a circle")
  func circle() throws {
    let (settings, _) = read([(["keys", "output", "j"], "key k"), (["keys", "output", "k"], "key j")])
    var state = try Examples.plusUnderSobel()
    state.use(settings)
    state.type("k")
    #expect(state.explorer.cell.row == 1)
  }

  @Test("While something is typed letters are letters")
  func typing() throws {
    let (settings, _) = read([(["keys", "everywhere", "e"], "q!")])
    var state = try Examples.plusUnderSobel()
    state.use(settings)
    state.type(":kernel")
    #expect(state.mode == .prompt(Prompt(kind: .command, text: "kernel")))
  }

  @Test("Help lists one's own keys first")
  func help() throws {
    let (settings, _) = read([(["keys", "output", "x"], "kernel sobel-y")])
    var state = try Examples.plusUnderSobel()
    state.use(settings)
    let lines = HelpOverlay.lines(state).map(\.text)
    #expect(lines[0] == "Your own keys")
    #expect(lines[1].contains(":kernel sobel-y"))
  }

  @Test("What is wrong is told with its line and what there is; the rest counts")
  func problems() {
    let (settings, problems) = read([
      (["them"], "contrast"), (["map"], "gray"), (["keys", "nowhere", "x"], "q"), (["keys", "output", "Hyper"], "q"),
      (["keys", "output", "Esc"], "q"), (["mouse"], "maybe"), (["view"], "blocks"), (["keys"], "x"),
    ])
    #expect(settings.view == .blocks)
    #expect(problems.map(\.line) == [1, 2, 3, 4, 5, 6, 8])
    let sentences = problems.map { TextTable.english.sentence(for: $0, in: "config.yaml") }
    #expect(sentences[0] == "config.yaml:1: there is no setting “them”, only theme, view, map, voice, mouse or keys.")
    #expect(sentences[1] == "config.yaml:2: map cannot be “gray”, only cividis, grey or diverging.")
    #expect(sentences[3] == "config.yaml:4: there is no key “Hyper”.")
    #expect(sentences[4] == "config.yaml:5: Esc keeps its meaning: it is the way out.")
    #expect(
      TextTable.english.sentence(for: problems[0], in: "c", count: 7).hasSuffix("(6 more.)"))
  }

  @Test("The theme without colours has none, the one of high contrast nothing grey or dim")
  func themes() {
    for role in Role.allCases {
      #expect(Theme(depth: .palette256, name: .mono).style(role).foreground == .standard)
      let style = Theme(depth: .palette256, name: .contrast).style(role)
      #expect(style.foreground != .indexed(244))
      #expect(!style.attributes.contains(.dim))
      #expect(!Theme(depth: .mono, name: .contrast).style(role).attributes.contains(.dim))
    }
  }
}
