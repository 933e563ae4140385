import ArgumentParser
import Workbench

/// What `--help` says comes from the table of texts, like everything else that is read.
extension ArgumentHelp {
  /// - Parameters:
  ///   - argument: What stands for `{0}` in the text, if anything does.
  ///   - value: What stands for the value after the option; nil leaves that to its name.
  init(_ text: TextKey, _ argument: String = "", value: TextKey? = nil) {
    self.init(Interface.texts.text(text, argument), valueName: value.map { Interface.texts.text($0) })
  }
}

extension TextTable {
  /// Names as they are listed in `--help`.
  static func manualList(_ names: some Sequence<String>) -> String { names.joined(separator: ", ") }
}
