/// The manual page `convoscope(1)`, in roff with the `man` macros.
///
/// What commands and keys do is told by the tables that make them work, so that the page is never stale.
package struct ManualPage {
  /// The width of what stands as it is; with the indent it fits a terminal of 80 columns.
  package static let columns = 72

  /// The lines of the page's source.
  package let lines: [String]

  /// - Parameter commands: Every command with its help, as the program prints it in `columns` columns.
  package init(version: String, commands: [(name: String, help: String)], texts: TextTable = .english) {
    func text(_ key: TextKey) -> String { Self.escaped(texts.text(key)) }
    func section(_ key: TextKey) -> String { ".SH " + text(key).uppercased() }
    func paragraphs(_ key: TextKey) -> [String] {
      texts.text(key).split(separator: "\n\n").flatMap { [".PP", Self.escaped(String($0))] }
    }
    func literal(_ words: String) -> [String] {
      [".PP", ".nf"] + words.split(separator: "\n", omittingEmptySubsequences: false).map { Self.escaped(String($0)) }
        + [".fi"]
    }
    func items(_ key: TextKey) -> [String] {
      texts.text(key).split(separator: "\n").flatMap { line in
        let parts = line.split(separator: "\t", maxSplits: 1)
        return [".TP", ".B " + Self.escaped(String(parts[0])), Self.escaped(parts.count > 1 ? String(parts[1]) : "")]
      }
    }
    var lines = [
      #".\" Made by “convoscope manual”; changes belong into the program's tables."#,
      ".TH CONVOSCOPE 1 \"\" \"convoscope \(version)\"",
      section(.pageName), #"convoscope \- "# + Self.escaped(texts.text(.pageSummary)),
      section(.pageSynopsis),
    ]
    lines += literal(texts.text(.manualUsage))
    lines.append(section(.pageDescription))
    lines += paragraphs(.pageAbout)
    lines.append(section(.pageCommands))
    for command in commands {
      lines.append(".SS " + Self.escaped(command.name))
      lines += literal(command.help)
    }
    lines.append(section(.pageKeys))
    lines += paragraphs(.pageKeysAbout)
    for group in Self.groups {
      lines.append(".SS " + text(group.title))
      for row in KeyMap.help(for: group.context, texts: texts) {
        lines += [".TP", ".B " + Self.escaped(row.keys), Self.escaped(row.text)]
      }
    }
    lines.append(section(.pageFiles))
    lines += items(.pageFilesList)
    lines.append(section(.pageEnvironment))
    lines += items(.pageEnvironmentList)
    lines.append(section(.pageExit))
    lines += items(.pageExitList)
    self.lines = lines
  }

  /// The contexts with keys of their own, under the names that the page gives them.
  private static let groups: [(title: TextKey, context: KeyContext)] = [
    (.panelOutput, .output), (.panelInput, .input), (.panelKernel, .kernel), (.studyDense, .dense),
    (.studyStack, .stack), (.panelLesson, .lesson), (.pageTyping, .editing), (.pagePrompt, .prompt),
    (.pageLists, .menu), (.paletteTitle, .palette),
  ]

  /// A text in which roff finds nothing to do: no escape, no request at the start of a line, minus signs as such.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var escaped = ""
      for character in line {
        switch character {
        case "\\": escaped += "\\e"
        case "-": escaped += "\\-"
        default: escaped.append(character)
        }
      }
      return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }.joined(separator: "\n")
  }
}
