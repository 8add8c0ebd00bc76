public import ArgumentParser
public import CallModel
public import CallReports
public import CallWorkbench

// Options that are one of several words take the words of the type itself.

extension DigestFormat: ExpressibleByArgument {}
extension DrawRequest.Division: ExpressibleByArgument {}
extension DrawRequest.Risk: ExpressibleByArgument {}
extension RecordingState: ExpressibleByArgument {}
extension SessionPurpose: ExpressibleByArgument {}
extension Side: ExpressibleByArgument {}
extension WaveformDocument.Format: ExpressibleByArgument {}
extension CallDirection: ExpressibleByArgument {}
extension CallsBehind.Choice: ExpressibleByArgument {}
extension ComparedCalls.Choice: ExpressibleByArgument {}
