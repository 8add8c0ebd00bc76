import CallModel
import CallReports
import Testing

@Suite("A call in words")
struct CallTextTests {
    @Test("the page of a call, of a broken one, of one with hostile words")
    func pages() throws {
        let zone = SampleCall.zone
        try Snapshot.check(CallText.page(SampleCall.page, timeZone: zone), "call.txt")
        try Snapshot.check(
            CallText.page(
                SampleCall.page, timeZone: zone,
                form: TerminalForm(width: 100, color: true)), "call-color-100.txt")
        try Snapshot.check(
            CallText.page(SampleCall.page, timeZone: zone, form: TerminalForm(glyphs: .ascii)),
            "call-ascii.txt")
        try Snapshot.check(CallText.page(SampleCall.brokenPage, timeZone: zone), "call-broken.txt")
        try Snapshot.check(
            CallText.page(SampleCall.hostilePage, timeZone: zone), "call-hostile.txt")
    }

    @Test("the list of calls, and of none")
    func list() throws {
        let zone = SampleCall.zone
        try Snapshot.check(
            CallText.list(SampleCall.rows, taxonomy: SampleCall.taxonomy, timeZone: zone),
            "calls.txt")
        try Snapshot.check(
            CallText.list(
                SampleCall.rows, taxonomy: SampleCall.taxonomy, timeZone: zone,
                form: TerminalForm(width: 140)), "calls-140.txt")
        #expect(CallText.list([], timeZone: zone) == "No call fits.\n")
    }

    @Test("measures are named, an estimated hold is marked, and what was not measured is left out")
    func measures() {
        #expect(
            CallText.measures(SampleCall.profile).replacing("\u{A0}", with: " ")
                == "hold 2:05 (estimated) · dead air 0:38 · overtalk 4 % · agent talks 61 %"
                + " · longest monologue 0:52 (agent)")
        var mono = Profile(thresholds: ProfileThresholds(), seconds: 60)
        mono.mono = ChannelProfile()
        #expect(
            CallText.measures(mono)
                == "hold 0:00 · dead air 0:00 · one channel: sides not known")
        #expect(CallText.conversation(mono) == "")
    }

    @Test("a hold that the telephone system logged is not called estimated")
    func loggedHold() {
        var profile = SampleCall.profile
        profile.holds[0].origin = .callRecord
        #expect(CallText.measures(profile).hasPrefix("hold 2:05 · dead air"))
    }

    @Test("an incomplete recording says so in seconds, a long one in minutes")
    func completeness() {
        var call = SampleCall.call
        #expect(CallText.completeness(call) == "6:40 recorded")
        call.record.seconds = 120
        call.recording = SampleCall.recording(seconds: 62.7)
        #expect(CallText.completeness(call) == "62 s of 120 s recorded")
        call.record.seconds = 1800
        #expect(CallText.completeness(call) == "1:02 of 30:00 recorded")
        call.recording = nil
        #expect(CallText.completeness(call) == nil)
    }

    @Test("a silent channel is named by its side, where the side is known")
    func silentSide() {
        var call = SampleCall.call
        call.recording = SampleCall.recording(
            seconds: 9, layout: .customerFirst, flaws: [.firstChannelSilent])
        #expect(CallText.flaws(call) == ["The customer’s side is silent throughout."])
        call.recording?.layout = .mono
        #expect(CallText.flaws(call) == ["The first channel is silent throughout."])
    }
}
