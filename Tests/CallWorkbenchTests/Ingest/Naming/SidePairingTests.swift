import CallModel
import Testing

@testable import CallWorkbench

@Suite struct SidePairingTests {
    private func pairs(_ paths: [String]) -> [[String]] {
        SidePairing.pairs(among: paths, words: SideWords())
            .map { [paths[$0.agent], paths[$0.customer]] }
    }

    @Test(
        "two names that differ in the side's word alone are one call",
        arguments: [
            ["r/Auto_Repairs_40_UTC_agent.wav", "r/Auto_Repairs_40_UTC_caller.wav"],
            ["r/agent.wav", "r/customer.wav"], ["agent-7.wav", "customer-7.wav"],
            ["r/call-7-out.wav", "r/call-7-in.wav"], ["x_AGENT.WAV", "x_Client.WAV"],
            ["data_audio_agent_07f1.wav", "data_audio_caller_07f1.wav"],
            ["7 agente.ogg", "7 cliente.ogg"],
        ])
    func pairs(names: [String]) {
        #expect(pairs(names) == [names])
        #expect(pairs(names.reversed()) == [names])
    }

    @Test(
        "other names are not",
        arguments: [
            // Different calls, whose ids differ.
            ["data_audio_agent_02fd.wav", "data_audio_caller_07f1.wav"],
            ["agent1.wav", "agent2.wav"], ["agent1.wav", "customer1.wav"],
            ["a/agent.wav", "b/customer.wav"], ["x_agent.wav", "x_agent.mp3"],
            ["x_agent.wav", "x_customer.mp3"], ["x_agent.wav", "x.wav"],
            ["in-900-600-20261118-100000-1.wav", "out-900-600-20261118-100000-1.wav"],
            ["in.wav", "out.wav"],
            // Three that could be two: nobody can tell which.
            ["x_agent.wav", "x_caller.wav", "x_customer.wav"],
            ["reagent.wav", "recustomer.wav"],
        ])
    func strangers(names: [String]) {
        #expect(pairs(names) == [])
    }

    @Test("the other side's names are known from one side's")
    func others() {
        let names = SidePairing.otherNames(of: "call-7_agent.wav", words: SideWords())
        #expect(names.contains("call-7_caller.wav"))
        #expect(SidePairing.otherNames(of: "call-7.wav", words: SideWords()).isEmpty)
    }

    @Test("the word and one mark beside it can be left out of a name")
    func rest() {
        let words = SideWords()
        #expect(words.mark(in: "call-7_agent")?.rest == "call-7")
        #expect(words.mark(in: "agent_call-7")?.rest == "call-7")
        #expect(words.mark(in: "data_agent_7")?.rest == "data_7")
        #expect(words.mark(in: "call-7-in")?.side == .customer)
        #expect(words.mark(in: "in-7") == nil)
    }
}
