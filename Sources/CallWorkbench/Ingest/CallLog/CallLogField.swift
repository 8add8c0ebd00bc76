import Foundation

/// What a column of a call record can say of a call.
public enum CallLogField: String, Sendable, Hashable, CaseIterable {
    case callID = "call_id"
    case startedAt = "started_at"
    case duration
    case direction
    case queue
    case site
    case agent
    case caller
    case file
    case file2
    case offset
    case agentChannel = "agent_channel"
    case holds
    case holdSeconds = "hold_seconds"
    case recording

    /// Names that columns of this kind have in the wild, the most telling first, as
    /// ``normalised(_:)`` writes them: lower case, without diacritics, words joined by `_`.
    var synonyms: [String] {
        switch self {
        case .callID:
            [
                "call_id", "callid", "uniqueid", "unique_id", "call_uuid", "interaction_id",
                "conversation_id", "contact_id", "external_id", "id_llamada", "llamada_id",
                "id_de_llamada", "identificador", "linkedid", "session_id", "guid", "uuid", "id",
            ]
        case .startedAt:
            [
                "started_at", "start", "start_time", "starttime", "call_start", "calldate",
                "call_date", "start_date", "datetime", "date_time", "timestamp", "fecha_hora",
                "fecha_y_hora", "fecha_inicio", "inicio", "hora_inicio", "fecha", "date",
            ]
        case .duration:
            [
                "duration_seconds", "billsec", "duration", "call_duration", "talk_time", "length",
                "seconds", "duracion_segundos", "duracion", "segundos",
            ]
        case .direction: ["direction", "call_direction", "direccion", "sentido", "call_type"]
        case .queue: ["queue", "queue_name", "queuename", "skill", "cola", "servicio"]
        case .site:
            [
                "site", "location", "centro", "center", "centre", "contact_centre", "sede", "sitio",
                "oficina",
            ]
        case .agent:
            [
                "agent", "agent_id", "agent_name", "agente", "id_agente", "asesor", "operator",
                "operador", "user", "usuario",
            ]
        case .caller:
            [
                "caller", "caller_id", "callerid", "caller_number", "src", "ani", "from",
                "customer", "customer_id", "cliente", "id_cliente", "client", "llamante",
                "telefono", "numero", "phone", "phone_number", "cnum",
            ]
        case .file:
            [
                "file", "recording_file", "recordingfile", "filename", "file_name", "audio",
                "audio_file", "agent_file", "file1", "grabacion", "archivo", "fichero",
                "archivo_audio", "archivo_agente",
            ]
        case .file2:
            [
                "file2", "file_2", "recordingfile2", "caller_file", "customer_file",
                "second_file", "grabacion2", "archivo2", "archivo_cliente",
            ]
        case .offset:
            ["offset", "offset_seconds", "file2_offset", "customer_offset", "desfase"]
        case .agentChannel: ["agent_channel", "canal_agente", "canal_del_agente"]
        case .holds: ["holds", "hold_ranges", "hold_events", "retenciones", "esperas"]
        case .holdSeconds:
            [
                "hold_seconds", "hold_time", "holdtime", "hold", "tiempo_retenido",
                "tiempo_en_espera",
            ]
        case .recording:
            ["recording", "recording_state", "recording_status", "estado_grabacion"]
        }
    }

    /// A column's name in the form that names are compared in.
    static func normalised(_ name: String) -> String {
        var result = ""
        for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else if scalar.properties.generalCategory == .nonspacingMark {
                continue
            } else if !result.isEmpty, !result.hasSuffix("_") {
                result.append("_")
            }
        }
        while result.hasSuffix("_") { result.removeLast() }
        return result
    }

    /// Columns that often hold a person's number, name, or address: their values are kept only as
    /// pseudonyms.
    static let personalColumns: Set<String> = [
        "src", "dst", "dnid", "did", "ani", "clid", "cnum", "cnam", "callerid", "caller_id",
        "caller_number", "caller_name", "customer", "customer_name", "customer_number",
        "client_name", "phone", "phone_number", "telephone", "mobile", "outbound_cnum",
        "outbound_cnam", "dialed_number", "dialled_number", "from", "to", "destination", "email",
        "e_mail", "mail", "correo", "telefono", "celular", "movil", "numero", "numero_marcado",
        "destino", "nombre_cliente", "nombre_del_cliente", "cliente", "llamante", "dni", "cedula",
        "nif",
    ]
}
