namespace AgentOS.Benchmarks;

internal static class Help
{
    public const string Text = """
        AgentOS.Benchmarks <benchmark> [options]      (build with -c Release)

          loop       what the loop itself costs per single-tool turn: scripted model, no database
          peer       turns against an OpenAI-compatible server, as a peer of the comparison suite
          embedded   answers of the embedded model per second
          understanding   microseconds an utterance with intents, slots, values and 100,000 names
          memory     memory held by open conversations
          names      finding names among 1,000, 100,000 and 1,000,000; recognising values
          retrieval  how well passages are found on public sets, beside plain BM25
          knowledge  indexing, starting and searching 10,000 to 1,000,000 passages
          start      cold and warm start of AgentOS
          all        all of the above that need nothing from outside

        AgentOS.Benchmarks <benchmark> --help tells more. Every benchmark prints its figures as one JSON line last.
        """;

    public static string Of(string benchmark) => benchmark switch
    {
        "loop" => """
            loop [--turns N] [--rounds N]
              A turn is: the model asks for one tool, the tool answers, the model answers. Prints the median over the rounds
              in microseconds of processor time for the bare loop (ToolCallingChatClient) and for a whole conversation's turn.
            """,
        "peer" => """
            peer <baseUrl> <conversations> <turnsPerConversation> <concurrency>
              Works so many conversations of so many turns against the server and prints one JSON line: turns, seconds,
              turns_per_s, cpu_ms_per_turn, p50_ms, p99_ms, rss_mb, warmup_turns, kept, …
              JOB             the job file (default: ../shared/peers/job.json beside the project's folder)
              DURABLE=1       keeps every step in PostgreSQL; PGURL says where (postgresql:///db?host=…&user=…)
              WARMUP_TURNS    least turns of warm-up (300); WARMUP_SECONDS least seconds of it (1.5)
            """,
        "embedded" => """
            embedded [--seconds N]
              Asks the embedded model its tools' own examples in English and Arabic for so long. Prints answers per second of
              one thread, and the time of training.
            """,
        "understanding" => """
            understanding [--names N] [--data FOLDER]
              Trains a model on the tools' own examples, or on each public set with slots that is found in the folder, and prints
              microseconds an utterance of one thread, together with recognising values and looking N (100,000) names up.
            """,
        "memory" => """
            memory [--conversations N] [--turns N]
              Opens so many conversations (10,000) of so many turns (10) and prints the live heap each and the process's memory.
            """,
        "names" => """
            names [--names N] [--lookups N]
              Builds an index of so many names (1,000, 100,000 and 1,000,000) and looks for misspelt ones in so many requests
              (20,000). Prints the time of building, the memory held, microseconds an utterance, and how many were found; then
              microseconds an utterance of recognising numbers, money, dates and the rest.
            """,
        "retrieval" => """
            retrieval --data FOLDER
              Asks the questions of XQuAD (English, Arabic), Cranfield and tau2-banking, and prints nDCG@10, MAP or recall of plain
              BM25 and of ours, on the half of the questions that settings were chosen on, on the other half and on all. Ends with
              1 where a target is missed.
            """,
        "knowledge" => """
            knowledge [--passages N,N,…] [--at-a-time N] [--searches N] [--dimensions N] [--postgres CONNECTION]
              Makes so many passages (10,000, 50,000 and 200,000) in English and Arabic, indexes them, starts the embedded index
              anew from disk and searches it (10,000 times, 8 at a time) with 4 to 15 words. Prints passages indexed a second,
              start, median and p99 of a search, processor time and resident memory. With dimensions, passages and questions
              have random vectors as well. With a connection the same passages and questions go to PostgreSQL's own
              full-text search (tsvector, GIN, ts_rank_cd) for comparison, in a temporary schema.
            """,
        "start" => """
            start [--agentos PATH]
              Starts AgentOS in a new folder until it answers (cold), stops it, and starts it there again (warm).
            """,
        "all" => """
            all
              loop, embedded, memory and start, one after another.
            """,
        _ => Text,
    };
}
