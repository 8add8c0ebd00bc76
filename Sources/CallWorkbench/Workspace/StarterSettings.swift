/// The settings file of a new workspace: every setting with its default, all of them commented out.
public enum StarterSettings {
    /// The text of the file.
    public static let yaml = """
        # Settings of this Earful workspace. What is commented out has the value shown (the default).

        # The zone of the days and of times written without one, by its IANA name.
        # Default: this machine's own.
        # time_zone: Europe/Madrid

        # The order of day and month in dates such as 04/05/2026 in call records: day-first or
        # month-first. Default: found from the whole column, and asked for where it does not tell.
        # date_order: day-first

        # Which channel of a two-channel recording is the agent's: first or second. A call record
        # with an agent_channel column says otherwise for its call.
        # agent_channel: first

        # What your organisation wants listeners to keep in mind; shown above their week.
        # values: We answer for the customer, not for the queue.

        # How many files are decoded at once. Default: one for each core.
        # workers: 2

        # What file names tell, beyond the built-in patterns (these are tried first, in order; the
        # extension is not part of the name). {agent} {caller} {queue} {site} {id} {date:LAYOUT} are
        # taken into the call; {any} matches anything, also nothing; any other {name} becomes
        # metadata. LAYOUT is made of yyyy MM dd HH mm ss, or the word epoch.
        # file_names:
        #   - "{agent}_{caller}_{date:yyyyMMdd-HHmmss}_{id}"
        #   - pattern: "sales-{caller}-{date:yyyyMMddHHmmss}-{id}"
        #     direction: outbound
        #     queue: sales

        # The words that mark a mono file as one side of a call: `call-7_agent.wav` and
        # `call-7_caller.wav`, or `agent_7.wav` and `customer_7.wav`, are one call of two sides.
        # side_words:
        #   agent: [agent, agente, advisor, rep, out, tx]
        #   customer: [customer, caller, client, cliente, in, rx]

        # Extensions of files without any header, read as 8 kHz mono, beyond the built-in
        # ul ulaw pcmu (mu-law), al alaw pcma (A-law), sln raw (linear16).
        # headerless_extensions:
        #   g711: mu-law

        # What decoding one file may cost before it is given up and reported: memory in MiB, CPU
        # seconds for any file and on top for each hour of sound in it, seconds without a sign of
        # life.
        # limits:
        #   memory_mib: 512
        #   cpu_seconds: 20
        #   cpu_seconds_per_hour: 240
        #   silence_seconds: 30

        # Columns of call records (ingest --metadata calls.csv) that have names of your own. Common
        # names in English and Spanish are known without this. Fields: call_id, started_at, duration,
        # direction, queue, site, agent, caller, file, file2, offset, agent_channel, holds,
        # hold_seconds, recording.
        # columns:
        #   call_id: Interaction Number

        # The limits that calls are measured with, in seconds; stored with the numbers.
        # thresholds:
        #   dead_air_seconds: 3
        #   quiet_hold_seconds: 20
        #   music_hold_seconds: 8
        #   interruption_seconds: 0.5
        #   bridged_pause_seconds: 0.25
        #   backchannel_margin_seconds: 0.1
        #   turn_pause_seconds: 3

        # How people listen where they say nothing else: what a listening hour comes to, in minutes;
        # the speed (0.5 to 3); whether dead air and hold are skipped; whether the levels of sides and
        # calls are matched; how much room the copies of recordings that cannot be played as they are
        # may take, in MiB.
        # listening:
        #   goal_minutes: 60
        #   speed: 1
        #   skip: yes
        #   level: yes
        #   cache_mib: 2048
        # The ALSA device to play on goes there too. Default: the system's own choice; `earful doctor`
        # lists what there is.
        #   device: plughw:1

        # How many of the drawn calls a second listener hears too, so that it can be told how far
        # listeners agree: a part of each draw in percent, and at least so many a month.
        # calibration:
        #   double_percent: 10
        #   double_per_month: 10

        # Keys of the player: what they do, and the key or keys for it. What is left out keeps its
        # keys; `?` in the player shows them all.
        # keys:
        #   play: [space, k]

        """
}
