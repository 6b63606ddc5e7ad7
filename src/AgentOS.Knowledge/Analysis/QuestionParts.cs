using System.Text.RegularExpressions;

namespace AgentOS.Knowledge.Analysis;

/// <summary>Cuts a long question into what it asks one after another: its sentences, list items and lines.</summary>
internal static partial class QuestionParts
{
    /// <summary>The parts, in order; a line that goes on in small letters goes on in the same part.</summary>
    public static IReadOnlyList<string> Of(string question) => Boundary().Split(question).Where(part => !string.IsNullOrWhiteSpace(part)).ToList();

    [GeneratedRegex("""(?<=[.!?؟…]["'”»)]?)\s+|\n\s*(?=[^\sa-z])""", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}
