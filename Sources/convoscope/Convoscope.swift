import ArgumentParser

@main
struct ConvoscopeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "convoscope")
}
