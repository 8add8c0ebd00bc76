import CallWorkbench
import Foundation
import Testing

@Suite struct WorkspaceTests {
    @Test("a new workspace is whole, found from below, and making it again changes nothing")
    func creation() throws {
        let scratch = try ScratchFolder()
        let made = try Workspace.create(at: "shop", currentDirectory: scratch.path)
        #expect(made.workspace.path == scratch.path + "/shop")
        #expect(made.created.count == 6)
        #expect(try made.workspace.settings() == WorkspaceSettings())

        try Data("time_zone: Asia/Tokyo\n".utf8)
            .write(to: URL(fileURLWithPath: made.workspace.settingsPath))
        let again = try Workspace.create(at: made.workspace.path)
        #expect(again.created.isEmpty)
        #expect(try again.workspace.settings().timeZone.identifier == "Asia/Tokyo")

        let below = try scratch.folder("shop/Recordings/2026/11")
        let found = try Workspace.find(environment: [:], currentDirectory: below)
        #expect(found == made.workspace)
    }

    @Test("an option wins over the environment, and that over the folder one stands in")
    func precedence() throws {
        let scratch = try ScratchFolder()
        for name in ["a", "b", "c"] {
            _ = try Workspace.create(at: name, currentDirectory: scratch.path)
        }
        let environment = [Workspace.environmentVariable: scratch.path + "/b"]
        let here = scratch.path + "/c"
        func found(_ option: String?, _ environment: [String: String]) throws -> String {
            try Workspace.find(option: option, environment: environment, currentDirectory: here)
                .path
        }
        #expect(try found("../a", environment) == scratch.path + "/a")
        #expect(try found(nil, environment) == scratch.path + "/b")
        #expect(try found(nil, [:]) == scratch.path + "/c")
        #expect(try found(nil, [Workspace.environmentVariable: ""]) == scratch.path + "/c")
    }

    @Test("a folder that is missing or no workspace is refused with what to do")
    func refusals() throws {
        let scratch = try ScratchFolder()
        try scratch.folder("half/Recordings")
        #expect(throws: WorkspaceError.missing(path: scratch.path + "/no", askedBy: "--workspace"))
        {
            try Workspace.find(option: "no", environment: [:], currentDirectory: scratch.path)
        }
        let half = scratch.path + "/half"
        let error = WorkspaceError.notAWorkspace(path: half, askedBy: "EARFUL_WORKSPACE")
        #expect(throws: error) {
            try Workspace.find(
                environment: ["EARFUL_WORKSPACE": half], currentDirectory: scratch.path)
        }
        #expect("\(error)".contains("earful init \(half)"))
        #expect(throws: WorkspaceError.notFound(from: half)) {
            try Workspace.find(environment: [:], currentDirectory: half)
        }
        let file = try scratch.file("file", "x")
        #expect(throws: WorkspaceError.inTheWay(path: file)) { try Workspace.create(at: file) }
    }

    @Test("paths inside are stored relative to the workspace, others as they are")
    func storedPaths() {
        let workspace = Workspace(path: "/data/shop")
        #expect(workspace.storedPath(of: "/data/shop/Recordings/a.wav") == "Recordings/a.wav")
        #expect(workspace.storedPath(of: "/data/shopping/a.wav") == "/data/shopping/a.wav")
        #expect(
            workspace.absolutePath(ofStored: "Recordings/a.wav") == "/data/shop/Recordings/a.wav")
        #expect(workspace.absolutePath(ofStored: "/mnt/a.wav") == "/mnt/a.wav")
    }
}
