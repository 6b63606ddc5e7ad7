using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.Tests.ModelFiles;

/// <summary>A hand-written corpus, small enough to learn in a moment.</summary>
internal static class SmallCorpus
{
    private static readonly string[] Cities = ["Riyadh", "Jeddah", "Abha", "Dammam", "Tabuk", "Hail"];
    private static readonly string[] Cups = ["latte", "espresso", "mocha", "filter coffee", "cortado", "flat white"];

    public static IReadOnlyList<LabelledUtterance> All { get; } =
    [
        .. Cities.Select(c => With("book a room in {0}", "book", "city", c)),
        .. Cities.Select(c => With("find me a hotel near {0} please", "book", "city", c)),
        .. Cups.Select(c => With("one {0} to go", "order", "drink", c)),
        .. Cups.Select(c => With("can I have a {0}", "order", "drink", c)),
        .. Cities.Select(c => With("أبغى غرفة في {0}", "book", "city", c)),
        .. ((string[])["turn the music off", "stop the music", "silence please", "no more songs", "quiet"]).Select(t => new LabelledUtterance(t, "stop", [])),
        .. ((string[])["who won the match", "what is the capital of Peru", "tell me a joke", "how tall is Everest"]).Select(t => new LabelledUtterance(t, null, [])),
    ];

    public static IReadOnlyList<LabelledUtterance> WithoutSlots { get; } = [.. All.Select(u => u with { Slots = [] })];

    public static IReadOnlyList<LabelledUtterance> SlotsAlone { get; } = [.. All.Where(u => u.Slots.Count > 0).Select(u => u with { Intent = null })];

    private static LabelledUtterance With(string form, string intent, string slot, string value)
    {
        var start = form.IndexOf('{', StringComparison.Ordinal);
        return new(form.Replace("{0}", value, StringComparison.Ordinal), intent, [new LabelledSlot(slot, start, start + value.Length)]);
    }
}
