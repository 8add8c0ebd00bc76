import CallWorkbench
import Testing

@Suite("The table of keys")
struct KeyTableTests {
    @Test("every action has a key of its own from the start")
    func standard() throws {
        var owners: [Key: PlayerAction] = [:]
        for action in PlayerAction.allCases {
            #expect(!KeyTable.standard.keys(of: action).isEmpty, "\(action.name)")
            for key in KeyTable.standard.keys(of: action) {
                #expect(owners[key] == nil, "\(key.name)")
                #expect(Key(named: key.name) == key, "\(key.name)")
                owners[key] = action
                #expect(KeyTable.standard.action(of: key) == action)
            }
        }
        #expect(Set(PlayerAction.allCases.map(\.name)).count == PlayerAction.allCases.count)
    }

    @Test("letters mean the same in either case, and Ctrl is told apart")
    func cases() {
        #expect(KeyTable.standard.action(of: Key("K")) == .play)
        #expect(KeyTable.standard.action(of: Key("Z", .control)) == .undo)
        #expect(KeyTable.standard.action(of: Key("z")) == nil)
        #expect(KeyTable.standard.action(of: Key(.left, .shift)) == .back1)
    }

    @Test("settings give an action other keys")
    func settings() throws {
        let table = try KeyTable(settings: [
            "undo": ["u", "Ctrl+U"], "suspend": ["ctrl+z"], "flag": [], "play": ["F5"],
        ])
        #expect(table.action(of: Key("u")) == .undo)
        #expect(table.action(of: Key("z", .control)) == .suspend)
        #expect(table.action(of: Key("f")) == nil)
        #expect(table.action(of: Key(" ")) == nil)
        #expect(table.name(of: .play) == "F5")
        #expect(table.action(of: Key("m")) == .note)
    }

    @Test("the key + can be named, alone and with Ctrl")
    func plus() {
        #expect(Key(named: "+") == Key("+"))
        #expect(Key(named: "Ctrl++") == Key("+", .control))
        #expect(Key(named: "Ctrl+") == nil)
        #expect(Key(named: "") == nil)
        #expect(Key(named: "Hyper+X") == nil)
    }

    @Test(
        "what is wrong is said with the action and the key",
        arguments: [
            (["dance": ["d"]], ["`dance`", "play, back-10"]),
            (["note": ["Foo"]], ["`note`", "`Foo`"]),
            (["note": ["Esc"]], ["`note`", "Esc"]),
            (["leave": []], ["`leave`"]),
            (
                ["note": ["x"]],
                ["X is the key of `note` and of `skip-silence`", "`skip-silence: []`"]
            ),
            (
                ["skip-silence": ["m"]],
                ["M is the key of `skip-silence` and of `note`", "`note: []`"]
            ),
            (["note": ["n"], "idea": ["n"]], ["N is the key of `idea` and of `note`"]),
        ])
    func mistakes(settings: [String: [String]], words: [String]) {
        let error = #expect(throws: KeyTableError.self) { try KeyTable(settings: settings) }
        for word in words {
            #expect("\(error.map(String.init(describing:)) ?? "")".contains(word))
        }
    }
}
