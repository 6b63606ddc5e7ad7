using System.CommandLine;

namespace AgentOS.Host.Commands.Tuning;

/// <summary><c>agentos understanding</c>: for those who tune the embedded model.</summary>
internal static class UnderstandingCommand
{
    private const string Notes = """
        Examples:
          ./agentos understanding explain "order 3 espresso for Zamzam"
          ./agentos understanding confusions
          ./agentos understanding train --data train.jsonl --out orders.model
          ./agentos understanding test --model orders.model --data held-out.jsonl --report report.html
          ./agentos understanding benchmark ../shared/data

        None of them needs the database. docs/understanding.md tells how the engine works and how to tune it.
        """;

    /// <summary>The form of the files, for every command's help.</summary>
    public const string FileNotes = """
        FILE is JSON Lines in UTF-8, one utterance a line:
          {"text": "3 kilos of espresso", "intent": "order", "slots": [{"name": "product", "start": 11, "end": 19}]}
        An intent of null is out of scope. Slots may be left out; their offsets count characters from 0, the end
        being after the last. A file in which no line has an intent is about slots alone.
        """;

    public static Command Create() => new DocumentedCommand("understanding", "Train, test and explain models of what people mean", Notes)
    {
        TrainCommand.Create(),
        TestCommand.Create(),
        ExplainCommand.Create(),
        ConfusionsCommand.Create(),
        BenchmarkCommand.Create(),
    };
}
